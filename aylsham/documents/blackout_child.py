"""The child process that blacks out parts of files and makes one PDF of what is left.

Every page is drawn as a picture, the boxes are filled in the picture, and a new PDF is built from
the pictures: nothing of the file itself goes on, neither its words nor what is hidden in it.

Run as `python -m aylsham.documents.blackout_child SECONDS MEGABYTES`. Two lines of JSON and the
files come in; a line of JSON goes out and after it the PDF. No Django, no network, no secret.
"""

import io
import json
import sys
from collections.abc import Iterator

from aylsham.documents.limits import set_limits

#: Dots to the inch; an A4 page in dots, with a strip at its foot for the number of the page.
DPI = 150
PAGE = (1240, 1754)
FOOT = 54
#: What is filled around a word that was found, in points: the tails of letters.
MARGIN = 2
QUALITY = 82
PICTURES = {"jpg", "jpeg", "png"}


def main(seconds: int, megabytes: int) -> int:
    """Black out what comes in; the first line says how many pages each file took."""
    set_limits(seconds, megabytes)
    asked = json.loads(sys.stdin.buffer.readline())
    pages, counts, missing = [], [], []
    number = asked["first_page"]
    for each in asked["files"]:
        data = sys.stdin.buffer.read(each["size"])
        left = set(each["words"])
        before = len(pages)
        for page in _drawn(data, each, left):
            pages.append(_on_paper(page, f"{each['label']}   Page {number}"))
            number += 1
        counts.append(len(pages) - before)
        missing.append(sorted(left))
    head = {"pages": counts, "missing": missing}
    sys.stdout.buffer.write(json.dumps(head).encode() + b"\n" + _pdf(pages))
    return 0


def _drawn(data: bytes, each: dict, left: set[str]) -> Iterator:
    """Each page as a picture with its boxes filled; words that were found leave `left`."""
    out = set(each["left_out"])
    pages = _picture(data) if each["extension"] in PICTURES else _pages(data, each["words"], left)
    for number, (picture, boxes) in enumerate(pages, 1):
        if number in out:
            continue
        width, height = picture.size
        by_hand = [
            (x1 * width / 100, y1 * height / 100, x2 * width / 100, y2 * height / 100)
            for page, x1, y1, x2, y2 in each["boxes"]
            if page == number
        ]
        yield _filled(picture, [*boxes, *by_hand])


def _picture(data: bytes) -> Iterator:
    from PIL import Image, ImageOps

    with Image.open(io.BytesIO(data)) as opened:
        yield ImageOps.exif_transpose(opened).convert("RGB"), []


def _pages(data: bytes, words: list[str], left: set[str]) -> Iterator:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        # What was typed into a form is drawn too.
        document.init_forms()
        for page in document:
            bitmap = page.render(scale=DPI / 72)
            boxes = list(_found(page, words, left, bitmap.get_posconv(page).to_bitmap))
            yield bitmap.to_pil().convert("RGB"), boxes
            page.close()
    finally:
        document.close()


def _found(page, words: list[str], left: set[str], in_dots) -> Iterator[tuple]:
    """The boxes, in dots from the top left, of every word that stands on the page as text.

    `in_dots` knows how the page is turned and cut.
    """
    text = page.get_textpage()
    for word in words:
        search = text.search(word, match_case=False)
        while hit := search.get_next():
            left.discard(word)
            for n in range(text.count_rects(*hit)):
                x1, y1, x2, y2 = text.get_rect(n)
                one = in_dots(x1 - MARGIN, y1 - MARGIN)
                other = in_dots(x2 + MARGIN, y2 + MARGIN)
                yield *map(min, one, other), *map(max, one, other)
    text.close()


def _filled(picture, boxes):
    from PIL import ImageDraw

    draw = ImageDraw.Draw(picture)
    for box in boxes:
        draw.rectangle(box, fill="black")
    return picture


def _on_paper(picture, foot: str):
    """A page of A4 with the picture as large as it fits, and a line below it."""
    from PIL import Image, ImageDraw, ImageFont

    room = (PAGE[0], PAGE[1] - FOOT)
    picture.thumbnail(room)
    paper = Image.new("RGB", PAGE, "white")
    paper.paste(picture, ((room[0] - picture.width) // 2, (room[1] - picture.height) // 2))
    ImageDraw.Draw(paper).text(
        (PAGE[0] // 2, PAGE[1] - FOOT // 2),
        foot,
        fill="black",
        anchor="mm",
        font=ImageFont.load_default(size=20),
    )
    return paper


def _pdf(pages: list) -> bytes:
    if not pages:
        return b""
    out = io.BytesIO()
    pages[0].save(
        out, "PDF", save_all=True, append_images=pages[1:], resolution=DPI, quality=QUALITY
    )
    return out.getvalue()


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
