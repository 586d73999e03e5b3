"""Pages of other people's files drawn into pages of ours, as figures: for the binding child alone."""

import hashlib
import io
import re
from typing import Any

import pypdf
from pypdf import Transformation
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    RectangleObject,
    StreamObject,
)

NAME = "/AylshamPaper"
#: Room for a page on the sheet, in points: left, bottom, right, top as margins.
MARGINS = (22.0, 40.0, 22.0, 46.0)
#: The figure that WeasyPrint set as a placeholder; its tag goes to the page that is drawn.
_FIGURE = re.compile(rb"/Figure\s*<<\s*/MCID (\d+)\s*>>\s*BDC(.*?)EMC", re.S)
_DRAW = (
    b"\nQ\n/Figure <</MCID %d>> BDC\nq %s cm %s Do Q\nEMC\n"
    b"/Artifact BMC\nq 0.75 G 0.5 w %s re S Q\nEMC\n"
)
#: A resource may point back at its page; nothing nests deeper than this.
DEEPEST = 12


class Papers:
    """Files that are bound; a page is read when it is drawn."""

    def __init__(self, files: list[bytes]):
        self._files = files
        self._readers: dict[int, pypdf.PdfReader] = {}
        self._redrawn: dict[tuple[int, int], pypdf.PdfReader] = {}
        self._weights: dict[int, list[int]] = {}
        self.redrawn: set[int] = set()

    def page(self, paper: int, page: int) -> Any:
        """A page as it is to be drawn."""
        if (paper, page) in self._redrawn:
            return self._redrawn[paper, page].pages[0]
        return self._reader(paper).pages[page]

    def weight(self, paper: int, page: int) -> int:
        """Bytes that a page brings with it; what pages share counts with the first of them."""
        if paper not in self._weights:
            seen: set[int] = set()
            pages = self._reader(paper).pages
            self._weights[paper] = [_weight(each, seen, 0) for each in pages]
        return self._weights[paper][page]

    def redraw(self, paper: int, page: int, *, dots: int, number: int) -> None:
        """Draw a page as a picture from now on; it is page `number` of the bundle."""
        import pypdfium2

        document = pypdfium2.PdfDocument(self._files[paper])
        picture = document[page].render(scale=dots / 72).to_pil().convert("RGB")
        document.close()
        out = io.BytesIO()
        picture.save(out, "PDF", resolution=dots, quality=70)
        self._redrawn[paper, page] = pypdf.PdfReader(io.BytesIO(out.getvalue()))
        self.redrawn.add(number)

    def _reader(self, paper: int) -> pypdf.PdfReader:
        if paper not in self._readers:
            self._readers[paper] = pypdf.PdfReader(io.BytesIO(self._files[paper]))
        return self._readers[paper]


def draw_into(
    pdf: bytes, papers: Papers, drawn: dict[int, tuple[int, int]], *, first_page: int
) -> bytes:
    """Our PDF with pages of files drawn into it, and the bundle's own page numbers as labels."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf))
    for at, (paper, page) in drawn.items():
        try:
            _put(writer, writer.pages[at], papers.page(paper, page))
        except Exception:  # what cannot be taken over as it is, is drawn as a picture
            papers.redraw(paper, page, dots=150, number=first_page + at)
            _put(writer, writer.pages[at], papers.page(paper, page))
    writer.pdf_header = "%PDF-1.7"
    label = DictionaryObject(
        {NameObject("/S"): NameObject("/D"), NameObject("/St"): NumberObject(first_page)}
    )
    writer.root_object[NameObject("/PageLabels")] = DictionaryObject(
        {NameObject("/Nums"): ArrayObject([NumberObject(0), label])}
    )
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def page_digests(pdf: bytes) -> list[str]:
    """SHA-256 in hex of what each page draws: its contents, then all that it puts on the page.

    Contents uncompressed; then each XObject by name: of a form its contents uncompressed and its
    own XObjects, of a picture its bytes as they stand in the file.
    """
    found = []
    for page in pypdf.PdfReader(io.BytesIO(pdf)).pages:
        mark = hashlib.sha256()
        contents = page.get_contents()
        mark.update(b"" if contents is None else contents.get_data())
        _add_drawn(mark, page.get("/Resources"), 0)
        found.append(mark.hexdigest())
    return found


def _add_drawn(mark: Any, resources: Any, depth: int) -> None:
    resources = _plain(resources)
    drawn = _plain(resources.get("/XObject")) if isinstance(resources, DictionaryObject) else None
    if not isinstance(drawn, DictionaryObject) or depth > DEEPEST:
        return
    for name in sorted(drawn):
        each = _plain(drawn[name])
        if each.get("/Subtype") == "/Form":
            mark.update(each.get_data())
            _add_drawn(mark, each.get("/Resources"), depth + 1)
        else:
            mark.update(each._data)


def _put(writer: pypdf.PdfWriter, page: Any, source: Any) -> None:
    """Draw a page of a file as the figure that stands on a page of ours."""
    form = StreamObject()
    contents = source.get_contents()
    form.set_data(b"" if contents is None else contents.get_data())
    box = source.cropbox
    form[NameObject("/Type")] = NameObject("/XObject")
    form[NameObject("/Subtype")] = NameObject("/Form")
    form[NameObject("/BBox")] = RectangleObject([FloatObject(edge) for edge in box])
    resources = _plain(source.get("/Resources")) or DictionaryObject()
    form[NameObject("/Resources")] = resources.clone(writer, force_duplicate=False)
    known = writer._add_object(form.flate_encode())

    own = DictionaryObject(_plain(page.get("/Resources")) or {})
    drawn = DictionaryObject(_plain(own.get("/XObject")) or {})
    drawn[NameObject(NAME)] = known
    own[NameObject("/XObject")] = drawn
    page[NameObject("/Resources")] = own

    data = page.get_contents().get_data()
    figure = _FIGURE.search(data)
    if figure is None:
        raise ValueError("no figure for the page")
    matrix, frame = _placed(box, int(source.rotation or 0) % 360, page.mediabox)
    after = _DRAW % (int(figure[1]), matrix, NAME.encode(), frame)
    data = b"q\n" + data[: figure.start()] + data[figure.end() :] + after
    changed = StreamObject()
    changed.set_data(data)
    page[NameObject("/Contents")] = writer._add_object(changed.flate_encode())


def _placed(box: Any, turn: int, sheet: Any) -> tuple[bytes, bytes]:
    """The matrix of a page as large as it fits and the right way up, and the frame around it."""
    width, height = float(box.width), float(box.height)
    place = Transformation().translate(-float(box.left), -float(box.bottom))
    if turn == 90:
        place = place.rotate(-90).translate(0, width)
    elif turn == 180:
        place = place.rotate(180).translate(width, height)
    elif turn == 270:
        place = place.rotate(90).translate(height, 0)
    seen = (height, width) if turn in (90, 270) else (width, height)
    left, bottom, right, top = MARGINS
    room = (float(sheet.width) - left - right, float(sheet.height) - bottom - top)
    size = min(room[0] / seen[0], room[1] / seen[1])
    x = left + (room[0] - seen[0] * size) / 2
    y = bottom + (room[1] - seen[1] * size) / 2
    place = place.scale(size, size).translate(x, y)
    frame = (x, y, seen[0] * size, seen[1] * size)
    return _numbers(place.ctm), _numbers(frame)


def _numbers(found: Any) -> bytes:
    return " ".join(f"{number:.4f}" for number in found).encode()


def _plain(value: Any) -> Any:
    return value.get_object() if isinstance(value, IndirectObject) else value


def _weight(value: Any, seen: set[int], depth: int) -> int:
    """Bytes of every stream below a page that was not counted yet."""
    if isinstance(value, IndirectObject):
        if value.idnum in seen:
            return 0
        seen.add(value.idnum)
        value = value.get_object()
    if depth > DEEPEST:
        return 0
    total = 100
    if isinstance(value, StreamObject):
        total += len(value._data)
    if isinstance(value, DictionaryObject):
        inside = [value.raw_get(key) for key in value if key not in ("/Parent", "/P", "/Annots")]
        return total + sum(_weight(each, seen, depth + 1) for each in inside)
    if isinstance(value, ArrayObject):
        return total + sum(_weight(each, seen, depth + 1) for each in list.__iter__(value))
    return 20
