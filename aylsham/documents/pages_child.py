"""The child process that draws a few pages of a file for the screen.

Run as `python -m aylsham.documents.pages_child SECONDS MEGABYTES`. A line of JSON and the file come
in; a line of JSON goes out and after it the pictures. No Django, no network, no secret.
"""

import io
import json
import sys
from collections.abc import Iterator

from aylsham.documents.limits import set_limits

#: Dots across: enough to read small print by, and a fifth of what the bundle is drawn in.
WIDTH = 900
QUALITY = 60
PICTURES = {"jpg", "jpeg", "png"}


def main(seconds: int, megabytes: int) -> int:
    """Draw what is asked for; the first line says how many pages there are."""
    set_limits(seconds, megabytes)
    asked = json.loads(sys.stdin.buffer.readline())
    data = sys.stdin.buffer.read(asked["size"])
    if asked["extension"] in PICTURES:
        count, drawn = 1, _picture(data)
    else:
        count, drawn = _pages(data, asked["first"], asked["many"])
    pages, bodies = [], []
    for number, picture in drawn:
        out = io.BytesIO()
        picture.save(out, "JPEG", quality=QUALITY)
        bodies.append(out.getvalue())
        pages.append([number, *picture.size, len(bodies[-1])])
    head = {"count": count, "pages": pages}
    sys.stdout.buffer.write(json.dumps(head).encode() + b"\n" + b"".join(bodies))
    return 0


def _picture(data: bytes) -> Iterator:
    from PIL import Image, ImageOps

    with Image.open(io.BytesIO(data)) as opened:
        picture = ImageOps.exif_transpose(opened).convert("RGB")
        picture.thumbnail((WIDTH, WIDTH * 2))
        yield 1, picture


def _pages(data: bytes, first: int, many: int) -> tuple[int, Iterator]:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    document.init_forms()  # what was typed into a form is drawn too

    def drawn():
        for number in range(first, min(first + many, len(document) + 1)):
            page = document[number - 1]
            width = page.get_width() or WIDTH
            yield number, page.render(scale=WIDTH / width).to_pil().convert("RGB")
            page.close()

    return len(document), drawn()


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
