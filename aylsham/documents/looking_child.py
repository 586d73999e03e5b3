"""The child process that makes a file ready to be bound: its pages, and nothing that is no page.

What was typed into a form is drawn into the page; scripts, attachments, links and notes stay
behind. Run as `python -m aylsham.documents.looking_child SECONDS MEGABYTES`: a line of JSON and the
file come in; a line of JSON goes out and after it the PDF. No Django, no network, no secret.
"""

import io
import json
import sys

from aylsham.documents.limits import set_limits

IS_LOCKED = 4
#: What a screen reader is told of a page; more words are cut.
MOST_WORDS = 3000
#: No picture is kept with more dots than fill an A4 page at 200 dots to the inch.
MOST_DOTS = (1654, 2339)
DPI = 200
PICTURES = {"jpg", "jpeg", "png"}


def main(seconds: int, megabytes: int) -> int:
    """Make what comes in ready; the exit status says how it went."""
    set_limits(seconds, megabytes)
    asked = json.loads(sys.stdin.buffer.readline())
    data = sys.stdin.buffer.read(asked["size"])
    if asked["extension"] in PICTURES:
        pages, pdf = _picture(data)
    else:
        try:
            pages, pdf = _pages(data)
        except PermissionError:
            return IS_LOCKED
    sys.stdout.buffer.write(json.dumps({"pages": pages}).encode() + b"\n" + pdf)
    return 0


def _picture(data: bytes) -> tuple[list, bytes]:
    """The picture the right way up as a page of its own."""
    from PIL import Image, ImageOps

    with Image.open(io.BytesIO(data)) as opened:
        picture = ImageOps.exif_transpose(opened).convert("RGB")
    is_wide = picture.width > picture.height
    picture.thumbnail(MOST_DOTS[::-1] if is_wide else MOST_DOTS)
    out = io.BytesIO()
    picture.save(out, "PDF", resolution=DPI, quality=85)
    return [[is_wide, ""]], out.getvalue()


def _pages(data: bytes) -> tuple[list, bytes]:
    """Every page with its form filled in; PermissionError for a file with a password."""
    import pypdfium2
    from pypdfium2 import raw

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as problem:
        if raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD or "password" in str(problem).lower():
            raise PermissionError from None
        raise
    document.init_forms()
    pages = []
    for page in document:
        if document.formenv:  # what was typed into a form
            page.flatten()
        pages.append([page.get_width() > page.get_height(), _words(page)])
        page.close()
    if not pages:
        raise ValueError("a file without a page")
    out = io.BytesIO()
    document.save(out, flags=raw.FPDF_REMOVE_SECURITY)
    return pages, out.getvalue()


def _words(page) -> str:
    text = page.get_textpage()
    words = " ".join(text.get_text_bounded().split())
    text.close()
    return "".join(c for c in words[:MOST_WORDS] if c.isprintable())


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
