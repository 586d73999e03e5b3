"""What an existing passport says: its pieces sorted into boxes, whatever its layout. Pure."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from pupils.rules.passport_headings import (
    ELSEWHERE,
    FACTS,
    HELPS,
    box_of,
    sentences,
    split_heading,
    without_bullet,
)

#: Columns of a PDF whose beginnings lie closer than this, in points, are one.
SAME_COLUMN = 40
#: A line of a label's own row may stand this much higher than the label.
SAME_ROW = 4
#: The next line of the same heading stands no deeper than this.
NEXT_LINE = 26
#: A line in bold or with a colon that is no longer than this may be a heading that we do not know.
MOST_UNKNOWN = 8
#: A name, a class, a date: no more words than this.
MOST_FACTS = 6
#: So many headings in bold are no chance.
FEW = 2


@dataclass
class Found:
    """What a file says: text by box, what helps line by line, and what stands under no box."""

    boxes: dict[str, str] = field(default_factory=dict)
    helps: list[str] = field(default_factory=list)
    #: Text under no heading that we know.
    unplaced: str = ""
    #: Headings of what belongs on other pages of the record; it stays in the filed document.
    elsewhere: list[str] = field(default_factory=list)
    #: Every word, for finding the child.
    text: str = ""

    @property
    def is_empty(self) -> bool:
        """No word at all: a scan or a photo."""
        return not self.text.strip()

    @property
    def has_headings(self) -> bool:
        """Whether any box was found."""
        return bool(self.boxes or self.helps)


def sort_into_boxes(blocks: list[dict]) -> Found:
    """Sort the pieces that `read_blocks` gives."""
    lines = list(_lines(blocks))
    sorter = _Sorter(has_marks=_has_marks(lines))
    if blocks and "page" in blocks[0]:
        sorter.take_places(blocks)
    else:
        for block in blocks:
            if "rows" in block:
                sorter.take_table(block["rows"])
            else:
                sorter.take(block)
    return sorter.found("\n".join(line["text"] for line in lines))


def _has_marks(lines: list[dict]) -> bool:
    """Whether headings can be told by bold type: several are, and not everything is."""
    bold = [line for line in lines if line["head"]]
    known = [line for line in bold if split_heading(line["text"])]
    return len(known) >= FEW and 2 * len(bold) <= len(lines)


class _Sorter:
    """Goes through the pieces and remembers under which heading it stands."""

    def __init__(self, *, has_marks: bool):
        self.has_marks = has_marks
        self.lines: dict[str, list[str]] = defaultdict(list)
        self.elsewhere: list[str] = []
        self.now = FACTS

    def heading(self, line: dict) -> tuple[str, str] | None:
        """The box of a heading and what follows it on its line."""
        text = without_bullet(line["text"])
        # "My family" may be a heading, or a line of what matters: then bold type decides.
        if self.has_marks and not line["head"] and ":" not in text:
            return None
        return split_heading(text)

    def take(self, line: dict) -> None:
        """One line: a heading, the two together, or what is said under the last heading."""
        text = line["text"]
        split = self.heading(line)
        if split and split[0] == FACTS and split[1]:
            return  # "Class: Oak" in passing: what comes after it goes on as before
        if split:
            self._enter(split[0], text)
            if split[1]:
                self.lines[self.now].append(split[1])
        elif self._is_unknown_heading(line):
            self.now = ""
            self.lines[""].append(text)
        else:
            self.lines[self.now].append(text)

    def _enter(self, box: str, heading: str) -> None:
        self.now = box
        if box == ELSEWHERE:
            self.elsewhere.append(without_bullet(heading).partition(":")[0])

    def _is_unknown_heading(self, line: dict) -> bool:
        """Something new begins here: it must not run on under the heading before."""
        text = line["text"]
        is_marked = (line["head"] and self.has_marks) or text.endswith(":")
        return is_marked and len(text.split()) <= MOST_UNKNOWN and not text.endswith(".")

    def take_table(self, rows: list[list[list[dict]]]) -> None:
        """A table: cells that are headings give their box to the cell right of them, or below."""
        done: set[tuple[int, int]] = set()
        for r, row in enumerate(rows):
            for c, cell in enumerate(row):
                if (r, c) in done:
                    continue
                box = _bare_heading(cell)
                place = _content_of(rows, r, c) if box else None
                if box and place:
                    done.add(place)
                    self._enter(box, cell[0]["text"])
                    self._take_content(rows[place[0]][place[1]])
                else:
                    for line in cell:
                        self.take(line)

    def _take_content(self, cell: list[dict]) -> None:
        """What stands beside or below a heading: headings inside it are its own."""
        for line in cell:
            if line["head"] or ":" in line["text"]:
                self.take(line)
            else:
                self.lines[self.now].append(line["text"])

    def take_places(self, lines: list[dict]) -> None:
        """Lines of a PDF: each belongs to the nearest heading above it in its column."""
        lines = list(_mended(lines))
        heads = [(line, split) for line in lines if (split := self.heading(line))]
        columns = _columns([head["x"] for head, _ in heads])
        named = {id(head) for head, _ in heads}
        for line in lines:
            near = None if id(line) in named else _nearest(line, heads, columns)
            if near is not None:
                self.now = near
            self.take(line)

    def found(self, text: str) -> Found:
        """Everything sorted."""
        known = {box: said for box, said in self.lines.items() if said}
        boxes = {
            box: "\n".join(sentences(said))
            for box, said in known.items()
            if box not in ("", HELPS, ELSEWHERE, FACTS)
        }
        helps = list(dict.fromkeys(sentences(known.get(HELPS, []))))
        is_one = bool(boxes or helps)
        # Beside names and dates nothing long may be lost.
        facts = [x for x in known.get(FACTS, []) if not is_one or len(x.split()) > MOST_FACTS]
        loose = [*facts, *known.get("", [])]
        return Found(boxes, helps, "\n".join(loose), self.elsewhere, text)


def _bare_heading(cell: list[dict]) -> str | None:
    return box_of(cell[0]["text"]) if len(cell) == 1 else None


def _content_of(rows, r: int, c: int) -> tuple[int, int] | None:
    """The place of the cell that a heading cell speaks of."""
    right = rows[r][c + 1] if c + 1 < len(rows[r]) else None
    if right and not _bare_heading(right):
        return r, c + 1
    below = rows[r + 1][c] if r + 1 < len(rows) and c < len(rows[r + 1]) else None
    if below and not _bare_heading(below):
        return r + 1, c
    return None


def _columns(places: list[int]) -> list[int]:
    """The left edges of the columns in which headings stand."""
    edges: list[int] = []
    for x in sorted(places):
        if not edges or x - edges[-1] > SAME_COLUMN:
            edges.append(x)
    return edges


def _mended(lines: list[dict]) -> Iterator[dict]:
    """The lines, with a heading that a narrow column broke in two made one again."""
    left = list(lines)
    while left:
        line = left.pop(0)
        if left and _goes_on(line, left[0]):
            joined = f"{line['text']} {left[0]['text']}"
            if box_of(without_bullet(joined)):
                line = line | {"text": joined, "y": left.pop(0)["y"]}
        yield line


def _goes_on(line: dict, after: dict) -> bool:
    is_below = 0 < line["y"] - after["y"] <= NEXT_LINE and line["page"] == after["page"]
    return is_below and abs(line["x"] - after["x"]) <= SAME_ROW and line["head"] == after["head"]


def _nearest(line: dict, heads, columns: list[int]) -> str | None:
    """The box of the nearest heading above in the line's column; None: go on as before."""
    left = [edge for edge in columns if edge <= line["x"] + 10]
    if not left:
        return None
    above = [
        (head["y"], split[0])
        for head, split in heads
        if head["page"] == line["page"]
        and left[-1] <= head["x"] <= left[-1] + SAME_COLUMN
        and head["y"] >= line["y"] - SAME_ROW
    ]
    return min(above)[1] if above else None


def _lines(blocks: list[dict]) -> Iterator[dict]:
    for block in blocks:
        if "text" in block:
            yield block
        for row in block.get("rows", ()):
            for cell in row:
                yield from cell
