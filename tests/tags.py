"""The tree of tags of a PDF, as a screen reader goes through it, and the size of its letters."""

import io

import pikepdf

#: The line at the foot of a side is smaller; it stands lower than this, in points.
FOOT = 40


def elements(pdf: pikepdf.Pdf) -> list[pikepdf.Dictionary]:
    """Everything in the tree of tags."""
    found, ring = [], [pdf.Root.StructTreeRoot]
    while ring:
        each = ring.pop()
        if isinstance(each, pikepdf.Array):
            ring.extend(each)
        elif isinstance(each, pikepdf.Dictionary):
            if "/S" in each:
                found.append(each)
            if "/K" in each:
                ring.append(each.K)
    return found


def of_kind(pdf: pikepdf.Pdf, kind: str) -> list[pikepdf.Dictionary]:
    return [each for each in elements(pdf) if str(each.S) == kind]


def smallest_print(pdf: bytes) -> float:
    """The size in points of the smallest letters above the foot."""
    with pikepdf.open(io.BytesIO(pdf)) as read:
        return min(size for page in read.pages for size, y in _letters(page) if y > FOOT)


def _letters(page):
    """(size, height on the side) in points of each run of letters."""
    place, kept, size, at = pikepdf.Matrix(), [], 0.0, pikepdf.Matrix()
    for step in pikepdf.parse_content_stream(page):
        numbers, name = list(step.operands), str(step.operator)
        if name == "q":
            kept.append(place)
        elif name == "Q":
            place = kept.pop()
        elif name == "cm":
            place = pikepdf.Matrix(*map(float, numbers)) @ place
        elif name == "Tf":
            size = float(numbers[1])
        elif name == "Tm":
            at = pikepdf.Matrix(*map(float, numbers))
        elif name in ("Tj", "TJ"):
            now = at @ place
            yield round(size * abs(now.d), 2), now.f
