"""The child process that writes across every page of a PDF for whom the copy was made.

The words are put on top as an artifact, so that a screen reader does not stop at them, and the
tags of the file stay as they are. Run as `python -m aylsham.documents.marking_child SECONDS
MEGABYTES`: a line of JSON and the file come in, the PDF goes out. No Django, no network, no secret.
"""

import base64
import io
import json
import sys
from html import escape

from aylsham.documents.child import PANGO_IS_MISSING, PHOTO, SCHEME, own_files
from aylsham.documents.fonts import with_fonts
from aylsham.documents.limits import set_limits

IS_LOCKED = 4
#: An A4 page in points.
WIDTH, HEIGHT = 595.276, 841.89
#: No picture is drawn with more dots than fill an A4 page.
MOST_DOTS = (1654, 2339)
NAME = "/AylshamMark"
#: Content between these is no part of the text (PDF/UA-1, 7.1).
BEGIN = b"\nQ\n/Artifact <</Type /Pagination /Subtype /Watermark>> BDC\nq %s cm %s Do Q\nEMC\n"
_MARK = """<!doctype html><html lang="en-GB"><head><title>Copy</title>
<link rel="stylesheet" href="own:sheets.css"></head><body class="mark">
<p class="across across--1">{across}</p><p class="across across--2">{across}</p>
<p class="across across--3">{across}</p><p class="foot-mark">{foot}</p></body></html>"""
_PICTURE = """<!doctype html><html lang="en-GB"><head><title>{label}</title>
<link rel="stylesheet" href="own:sheets.css"></head><body class="picture">
<h1>{label}</h1><img src="{photo}" alt="{label}"></body></html>"""


def main(seconds: int, megabytes: int) -> int:
    """Mark what comes in; the exit status says how it went."""
    set_limits(seconds, megabytes)
    try:
        import weasyprint
    except (ImportError, OSError):
        return PANGO_IS_MISSING
    asked = json.loads(sys.stdin.buffer.readline())
    data = sys.stdin.buffer.read(asked["size"])
    if asked["extension"] != "pdf":
        data = _set(weasyprint, _picture(data, asked["label"]), pdf_variant="pdf/ua-1")
    words = {name: escape(asked[name]) for name in ("across", "foot")}
    marked = _marked(data, _set(weasyprint, _MARK.format(**words)))
    if marked is None:
        return IS_LOCKED
    sys.stdout.buffer.write(marked)
    return 0


def _set(weasyprint, html: str, **more) -> bytes:
    document = weasyprint.HTML(string=with_fonts(html), url_fetcher=own_files(), base_url=SCHEME)
    return document.write_pdf(**more)


def _picture(data: bytes, label: str) -> str:
    """A page with the picture the right way up, and what it is as its alternative text."""
    from PIL import Image, ImageOps

    with Image.open(io.BytesIO(data)) as opened:
        picture = ImageOps.exif_transpose(opened).convert("RGB")
    picture.thumbnail(MOST_DOTS)
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=85)
    photo = PHOTO + base64.b64encode(out.getvalue()).decode()
    return _PICTURE.format(label=escape(label), photo=photo)


def _marked(data: bytes, mark: bytes) -> bytes | None:
    """Every page with the mark on it; None for a file that is locked."""
    import pypdf

    reader = pypdf.PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        return None
    writer = pypdf.PdfWriter(clone_from=reader)
    form = _form(writer, pypdf.PdfReader(io.BytesIO(mark)).pages[0])
    for page in writer.pages:
        _put(writer, page, form)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _form(writer, page):
    """The mark as something that pages can draw."""
    from pypdf.generic import FloatObject, NameObject, RectangleObject, StreamObject

    form = StreamObject()
    form.set_data(page.get_contents().get_data())
    form[NameObject("/Type")] = NameObject("/XObject")
    form[NameObject("/Subtype")] = NameObject("/Form")
    form[NameObject("/BBox")] = RectangleObject(
        tuple(FloatObject(edge) for edge in (0, 0, WIDTH, HEIGHT))
    )
    form[NameObject("/Resources")] = page["/Resources"].clone(writer)
    return writer._add_object(form.flate_encode())


def _put(writer, page, form) -> None:
    from pypdf.generic import ArrayObject, DictionaryObject, NameObject, StreamObject

    def stream(content: bytes):
        found = StreamObject()
        found.set_data(content)
        return writer._add_object(found)

    resources = DictionaryObject(_inherited(page, "/Resources") or {})
    drawn = DictionaryObject(resources["/XObject"].get_object() if "/XObject" in resources else {})
    drawn[NameObject(NAME)] = form
    resources[NameObject("/XObject")] = drawn
    page[NameObject("/Resources")] = resources
    before = page.get("/Contents")
    old = before.get_object() if before is not None else ArrayObject()
    parts = list(old) if isinstance(old, ArrayObject) else [page.raw_get("/Contents")]
    after = stream(BEGIN % (_matrix(page), NAME.encode()))
    page[NameObject("/Contents")] = ArrayObject([stream(b"q\n"), *parts, after])


def _inherited(page, name: str):
    """A value of the page, or of what it hangs on."""
    while page is not None:
        if name in page:
            return page[name].get_object()
        page = page["/Parent"].get_object() if "/Parent" in page else None
    return None


def _matrix(page) -> bytes:
    """How the mark is placed: as large as it fits and the right way up, however the page is turned."""
    box, turn = page.cropbox, int(page.rotation or 0) % 360
    x, y, width, height = float(box.left), float(box.bottom), float(box.width), float(box.height)
    seen = (height, width) if turn in (90, 270) else (width, height)
    size = min(seen[0] / WIDTH, seen[1] / HEIGHT)
    right, up = (seen[0] - WIDTH * size) / 2, (seen[1] - HEIGHT * size) / 2
    placed = {
        0: (size, 0, 0, size, x + right, y + up),
        90: (0, size, -size, 0, x + width - up, y + right),
        180: (-size, 0, 0, -size, x + width - right, y + height - up),
        270: (0, -size, size, 0, x + up, y + height - right),
    }
    return " ".join(f"{number:.4f}" for number in placed.get(turn, placed[0])).encode()


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
