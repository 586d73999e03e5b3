"""The text of a plan, pasted: its sections, and the lines of each, for a person to look over.

A heading begins a section, a number or bullet begins a line, a wrapped line goes on, a row of a
table is a line. Nothing is thrown away: what stands before the first heading is given back too.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from .amounts import Amounts, Quantity, quantity_of
from .wording import keys_of, without_numbering

#: Sections of a plan in the order of the law (SEND Regulations 2014, reg 12).
SECTIONS = ("A", "B", "C", "D", "E", "F", "G", "H1", "H2", "I", "J", "K")
#: Characters of a paste that are read: the longest plans have about 150,000.
LONGEST = 400_000
LONGEST_LINE = 4000
_HEADING = re.compile(
    r"^\W*(?:"
    r"(?:section|part)\s+(?P<named>[A-GI-K]|H\s?1|H\s?2|H)(?![\w'’])(?P<rest>.*)"
    r"|(?P<letter>[A-GI-K]|H\s?1|H\s?2)\s*[:.)–-]\s*(?P<title>[^.]{4,80})"
    r")$",
    re.IGNORECASE,
)
#: What a heading with a letter alone goes on with: "F. Special educational provision".
_TITLES = {
    "A": "views|interests|aspirations", "B": "special educational needs", "C": "health",
    "D": "social care", "E": "outcomes", "F": "special educational provision",
    "G": "health", "H1": "social care", "H2": "social care", "I": "placement|school|setting",
    "J": "personal budget|direct payment", "K": "advice",
}  # fmt: skip
_PAGE = re.compile(
    r"^\W*page\s+(\d{1,3})(?:\s*(?:of|/)\s*\d{1,3})?\W*$|^\W*(\d{1,3})\s*(?:of|/)\s*\d{1,3}\W*$",
    re.I,
)
_NUMBER = re.compile(r"^\s*\(?([A-K]?\d{1,2}(?:\.\d{1,2})*|[A-K]\d?)[.):\]]?\s", re.IGNORECASE)
_COLUMNS = {
    "outcome": r"outcomes?(?: number| no)?",
    "text": r"(?:special educational )?provision|support|what|need|description|detail of provision",
    "who": r"who|by whom|provided by|delivered by|staff(?:ing)?|who will (?:provide|deliver) (?:this|it)",
    "quantity": r"how (?:often|much)|frequency|quantity|duration|when|amount",
    "number": r"no|number|ref|reference",
    "author": r"author|name|from|professional",
    "profession": r"profession|role|job title|service",
    "of_on": r"date(?: of (?:report|advice))?|dated",
    "source": r"source|organisation|type of advice|advice",
}
_K_FIELDS = ("author", "profession", "of_on", "source")


@dataclass(frozen=True)
class PastedLine:
    """A line as it was understood."""

    section: str
    number: str
    text: str
    page: int | None = None
    quantity: Quantity | None = None
    who: str = ""
    #: "one", "small" or "": one to one, in a small group, not said.
    arrangement: str = ""
    #: Of the list of advice alone, as the columns of a table say it.
    author: str = ""
    profession: str = ""
    of_on: str = ""
    source: str = ""


@dataclass(frozen=True)
class Pasted:
    """A paste as it was understood."""

    lines: tuple[PastedLine, ...]
    #: What stands before the first heading of a section, where none was asked for.
    unread: str

    def of(self, section: str) -> tuple[PastedLine, ...]:
        """The lines of a section in order."""
        return tuple(line for line in self.lines if line.section == section)


@dataclass
class _State:
    section: str
    page: int | None = None
    columns: tuple[str, ...] = ()
    is_open: bool = False


def read_plan(text: str, section: str = "") -> Pasted:
    """The lines of a pasted plan; `section` is that of what comes before any heading."""
    state = _State(section)
    lines: list[PastedLine] = []
    unread: list[str] = []
    for row in re.split(r"\r\n|\r|\n|(?=\f)", text[:LONGEST]):
        if _moves_on(row, state):
            continue
        if not state.section:
            unread += [row.strip()]
        else:
            _take(row.strip("\f"), state, lines)
    finished = tuple(_finished(line) for line in lines if keys_of(line.text))
    return Pasted(finished, "\n".join(unread).strip())


def heading_of(row: str) -> str:
    """The section that a row begins; empty for any other row."""
    found = _HEADING.match(row.strip())
    if not found:
        return ""
    letter = re.sub(r"\s", "", found["named"] or found["letter"]).upper()
    letter = "H1" if letter == "H" else letter
    if found["letter"] and not re.search(_TITLES[letter], found["title"], re.IGNORECASE):
        return ""
    rest = found["rest"] or ""
    # "Section F will be reviewed …" is a sentence about a section, not its heading.
    return "" if re.match(r"\s+[a-z]", rest) or len(rest) > 120 else letter


def _moves_on(row: str, state: _State) -> bool:
    """Whether a row says where we are: a page, a section, the head of a table."""
    if row.startswith("\f"):
        state.page = (state.page or 1) + 1
    if not row.strip("\f \t"):
        state.is_open = False
        return True
    if found := _PAGE.match(row):
        state.page = int(found[1] or found[2])
        return True
    if section := heading_of(row):
        state.section, state.columns, state.is_open = section, (), False
        return True
    if columns := _columns(row):
        state.columns, state.is_open = columns, False
        return True
    return False


def _take(row: str, state: _State, lines: list[PastedLine]) -> None:
    cells = _cells(row)
    if len(cells) > 1:
        lines.append(_of_table(cells, state))
        state.is_open = False
        return
    bare, begins = without_numbering(row)
    if lines and state.is_open and not begins and lines[-1].section == state.section:
        lines[-1] = replace(lines[-1], text=f"{lines[-1].text} {bare}"[:LONGEST_LINE])
        return
    number = _NUMBER.match(row)
    shown = number[1].upper() if number and begins else ""
    lines.append(PastedLine(state.section, shown, bare[:LONGEST_LINE], state.page))
    state.is_open = True


def _cells(row: str) -> list[str]:
    cells = [cell.strip() for cell in re.split(r"\t|\s*\|\s*", row.strip().strip("|"))]
    return cells if sum(bool(cell) for cell in cells) > 1 else [" ".join(cells)]


def _columns(row: str) -> tuple[str, ...]:
    """What the columns of a table hold, where a row is its head; empty otherwise."""
    cells = _cells(row)
    if len(cells) < 2:
        return ()
    names = tuple(_column(cell) for cell in cells)
    return names if sum(bool(name) for name in names) >= max(2, len(cells) - 1) else ()


def _column(cell: str) -> str:
    bare = cell.strip(" :?*").lower()
    return next((n for n, words in _COLUMNS.items() if re.fullmatch(words, bare)), "")


def _of_table(cells: list[str], state: _State) -> PastedLine:
    columns = state.columns if len(state.columns) == len(cells) else ()
    said = {name: cell for name, cell in zip(columns, cells, strict=False) if name}
    text = said.get("text") or said.get("source") if columns else ""
    if not text or state.section == "K":
        text = "; ".join(cell for cell in cells if cell)
    elif said.get("quantity"):
        text = f"{text.rstrip('. ')}. {said['quantity']}"
    number = _NUMBER.match(f"{said.get('number') or cells[0]} ")
    advice = said if state.section == "K" else {}
    bare = without_numbering(text)[0][:LONGEST_LINE]
    shown = number[1].upper() if number else ""
    who = said.get("who", "")[:150]
    author, profession, of_on, source = (advice.get(name, "")[:150] for name in _K_FIELDS)
    return PastedLine(
        state.section,
        shown,
        bare,
        state.page,
        who=who,
        author=author,
        profession=profession,
        of_on=of_on,
        source=source,
    )


def _finished(line: PastedLine) -> PastedLine:
    """A line of Section F with what its words say of how much and how many."""
    if line.section != "F":
        return line
    sizes = Amounts(line.text).sizes
    arrangement = "" if not sizes else "one" if sizes[0] <= 1 else "small" if sizes[0] < 15 else ""
    return replace(line, quantity=quantity_of(line.text), arrangement=arrangement)


def changed_sections(lines: tuple[PastedLine, ...]) -> Iterator[str]:
    """The sections in which lines were found, in the order of the law."""
    return (section for section in SECTIONS if any(line.section == section for line in lines))
