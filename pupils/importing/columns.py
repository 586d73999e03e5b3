"""Which row is the heading row, and what each heading means."""

import difflib
import itertools
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from .headings import FIELDS, NOISE, SAME_WORD, SAYS_WHICH
from .sheets import Row, Sheet, Unreadable, text_of

#: How far down the heading row is looked for.
TITLE_ROWS = 60
IGNORE = ""
#: So many columns say what kind of file it is.
KNOWN_BY = 6
Vocabulary = Mapping[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Column:
    """One column that is understood: where it is, what it is called, what it means."""

    index: int
    heading: str
    field: str
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Columns:
    """Every column of a sheet, understood or not, and the row they were named in."""

    header: int
    known: tuple[Column, ...]
    unrecognised: tuple[str, ...]
    notices: tuple[str, ...] = ()
    headings: Mapping[int, str] = field(default_factory=dict)
    #: heading → as the file has it, where that has line breaks or other spaces inside
    written: Mapping[str, str] = field(default_factory=dict)
    #: Places of the columns of which a person said that they are not read.
    ignored: frozenset[int] = frozenset()

    @property
    def unread(self) -> tuple[tuple[int, str], ...]:
        """(place, heading) of the columns that nobody has understood or set aside."""
        aside = self.ignored | {column.index for column in self.known}
        return tuple(pair for pair in self.headings.items() if pair[0] not in aside)

    def of(self, name: str) -> tuple[Column, ...]:
        """The columns that hold one field, the preferred first."""
        return tuple(column for column in self.known if column.field == name)

    def samples(self, rows: Iterable[Row], most: int = 3) -> dict[str, tuple[str, ...]]:
        """heading → a few different values, so that a person can tell what a column holds."""
        found: dict[str, dict[str, None]] = {heading: {} for heading in self.headings.values()}
        for row in itertools.islice(rows, 200):
            for index, heading in self.headings.items():
                text = text_of(row.cells[index]) if index < len(row.cells) else ""
                if text and len(found[heading]) < most:
                    found[heading][text[:40]] = None
        return {heading: tuple(values) for heading, values in found.items()}

    def mapping(self) -> dict[str, str]:
        """heading → field."""
        return {column.heading: column.field for column in self.known}


def compact(heading: str) -> str:
    """A heading without case, accents, spaces and punctuation."""
    text = unicodedata.normalize("NFKD", heading).lower()
    text = text.replace("%", " percent ").replace("&", " and ").replace("#", " number ")
    return re.sub(r"[^a-z0-9]", "", text)


_tables: dict[int, dict[str, tuple[str, int]]] = {}


def _table(vocabulary: Vocabulary) -> dict[str, tuple[str, int]]:
    """heading, compact or with its words in no order → (field, rank).

    Made once for each vocabulary, which are constants.
    """
    if id(vocabulary) not in _tables:
        table: dict[str, tuple[str, int]] = {}
        for name, (_, headings) in vocabulary.items():
            for rank, group in enumerate(headings.split("|")):
                for heading in group.split(";"):
                    table.setdefault(compact(heading), (name, rank))
                    words = _in_no_order(_words(heading))
                    if " " in words:  # of "pupil number" only "number" is left: a row's, perhaps
                        table.setdefault(words, (name, rank))
        _tables[id(vocabulary)] = table
    return _tables[id(vocabulary)]


def _words(heading: str) -> list[str]:
    """The words, "DateOfBirth" and "date_of_birth" divided, short forms written out."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", heading.replace("_", " ")).lower()
    words = re.findall(r"[^\W_]+|[%#&]", re.sub(r"['’`]s?\b", "", spaced))
    return [SAME_WORD.get(word, word) for word in words]


def _in_no_order(words: Iterable[str]) -> str:
    """A key that "Need Type (Primary)" and "primary need type" have in common."""
    return " ".join(sorted(word for word in words if word not in NOISE))


def _forms(heading: str) -> tuple[str, ...]:
    """The heading as it stands; without brackets that only explain; with its words in any order.

    Brackets that say which one is meant ("SEN status (previous)") are never left out.
    """
    plain = re.sub(r"\b(as at|as of|on|at)\s+\d.*$", " ", heading, flags=re.IGNORECASE)
    bracketed = re.findall(r"\((.*?)\)|\[(.*?)\]", plain)
    says_which = any(SAYS_WHICH & {*_words(" ".join(each))} for each in bracketed)
    if says_which:
        return tuple(filter(None, (compact(heading), _in_no_order(_words(plain)))))
    without = re.sub(r"\(.*?\)|\[.*?\]", " ", plain)
    words = [word for word in re.split(r"[^\w%#&]+", without.lower()) if word]
    short = [word for word in words if word not in NOISE]
    forms = [compact(heading), _in_no_order(_words(plain)), compact(without)]
    forms += [compact(" ".join(short)), _in_no_order(_words(without))]
    return tuple(dict.fromkeys(form for form in forms if form))


def meaning(heading: str, vocabulary: Vocabulary = FIELDS) -> tuple[str, int] | None:
    """(field, rank) of a heading, or None. The first reading that is known counts."""
    table = _table(vocabulary)
    return next((table[form] for form in _forms(heading) if form in table), None)


def count_known_headings(cells: list[str], vocabulary: Vocabulary = FIELDS) -> int:
    """How many different fields a row of headings would name."""
    found = (meaning(cell, vocabulary) for cell in cells if cell and len(cell) < 80)
    return len({name for name, _ in filter(None, found)})


def suggest(heading: str, vocabulary: Vocabulary = FIELDS) -> str | None:
    """The field that was perhaps meant by a misspelt heading; a person decides."""
    table = _table(vocabulary)
    close = difflib.get_close_matches(compact(heading), table, n=1, cutoff=0.8)
    return table[close[0]][0] if close else None


def find_columns(
    sheet: Sheet,
    *,
    mapping: Mapping[str, str] | None = None,
    vocabulary: Vocabulary = FIELDS,
) -> Columns:
    """The columns of a sheet; a person's mapping of heading → field goes before everything."""
    if sheet.header is not None:
        return _given_columns(sheet)
    mapping = {compact(heading): name for heading, name in (mapping or {}).items()}
    header = _heading_row(sheet, mapping, vocabulary)
    headings = _headings(sheet, header, vocabulary)
    found: list[Column] = []
    unrecognised: list[str] = []
    for index, (heading, words) in headings.items():
        if compact(heading) in mapping:
            name = mapping[compact(heading)]
            known = (name, 0) if name != IGNORE else None
        else:
            known = meaning(words, vocabulary)
        if known:
            found.append(Column(index, heading, *known))
        elif heading not in unrecognised:
            unrecognised.append(heading)
    plain = {index: heading for index, (heading, _) in headings.items()}
    columns = _settle(header.number, found, unrecognised, plain, vocabulary)
    ignored = frozenset(i for i, h in plain.items() if mapping.get(compact(h)) == IGNORE)
    return replace(columns, written=_as_written(header), ignored=ignored)


def _as_written(header: Row) -> dict[str, str]:
    pairs = ((text_of(cell), cell.strip()) for cell in header.cells if isinstance(cell, str))
    return {heading: written for heading, written in pairs if heading != written}


def _given_columns(sheet: Sheet) -> Columns:
    pairs = list(enumerate(zip(text_headings(sheet), sheet.fields, strict=True)))
    return Columns(
        header=0,
        known=tuple(Column(i, heading, name) for i, (heading, name) in pairs if name),
        unrecognised=tuple(heading for _, (heading, name) in pairs if not name),
        headings={i: heading for i, (heading, _) in pairs},
    )


def text_headings(sheet: Sheet) -> list[str]:
    """The headings of a sheet that brings its own."""
    return [text_of(cell) for cell in sheet.header.cells] if sheet.header else []


def _heading_row(sheet: Sheet, mapping: Mapping[str, str], vocabulary: Vocabulary) -> Row:
    """The row that names most fields; titles above it are passed over."""

    def score(row: Row) -> int:
        texts = [text_of(cell) for cell in row.cells]
        mapped = {mapping[key] for text in texts if (key := compact(text)) in mapping and text}
        return count_known_headings(texts, vocabulary) + len(mapped - {IGNORE})

    best = max(sheet.rows[:TITLE_ROWS], key=score, default=None)
    if best is None or score(best) < 2:
        raise Unreadable(
            "No row with column headings was found. The sheet needs one row that says "
            f"which column is {_wanted(vocabulary)}."
        )
    return _with_sub_headings(sheet, best, vocabulary)


def _wanted(vocabulary: Vocabulary) -> str:
    """The columns that a file of this kind is known by."""
    if vocabulary is FIELDS:
        return "the UPN, the surname, the first name and the date of birth"
    *names, last = [name for name, _ in vocabulary.values()][:KNOWN_BY]
    return f"the {', '.join(names)} or {last}"


def _headings(sheet: Sheet, header: Row, vocabulary: Vocabulary) -> dict[int, tuple[str, str]]:
    """index → (heading as the file has it, the words that say what it means).

    "Status" under a group heading "SEN" means "SEN Status".
    """
    groups = _group_headings(sheet, header)
    headings: dict[int, tuple[str, str]] = {}
    for index in range(max(len(header.cells), len(groups))):
        text = text_of(header.cells[index]) if index < len(header.cells) else ""
        group, stands_here = groups.get(index, ("", False))
        together = f"{group} {text}"
        if text:
            headings[index] = (text, together if meaning(together, vocabulary) else text)
        elif stands_here and meaning(group, vocabulary):
            headings[index] = (group, group)
    return headings


def _group_headings(sheet: Sheet, header: Row) -> dict[int, tuple[str, bool]]:
    """index → (what stands in the row above, or to the left of it; whether it stands here)."""
    above = next((row for row in sheet.rows if row.number == header.number - 1), None)
    filled = [i for i, cell in enumerate(above.cells if above else ()) if text_of(cell)]
    if above is None or filled in ([], [0]):  # nothing, or the title of the sheet
        return {}
    groups: dict[int, tuple[str, bool]] = {}
    current = ""
    for index in range(max(len(header.cells), len(above.cells))):
        text = text_of(above.cells[index]) if index < len(above.cells) else ""
        current = text or current
        groups[index] = (current, bool(text))
    return groups


def _with_sub_headings(sheet: Sheet, header: Row, vocabulary: Vocabulary) -> Row:
    """The row below, when it divides group headings ("SEN" into "Status" and "Need 1")."""
    below = next((row for row in sheet.rows if row.number == header.number + 1), None)
    if below is None or not any(text_of(cell) for cell in below.cells):
        return header
    groups = _group_headings(sheet, below)
    divided = 0
    for index, cell in enumerate(below.cells):
        if not (text := text_of(cell)):
            continue
        group, _ = groups.get(index, ("", False))
        if not isinstance(cell, str) or not group or not meaning(f"{group} {text}", vocabulary):
            return header
        divided += 1
    return below if divided >= 2 else header


def _settle(
    header: int,
    found: list[Column],
    unrecognised: list[str],
    headings: dict[int, str],
    vocabulary: Vocabulary,
) -> Columns:
    """Where several columns name one field, keep the preferred wording and say so."""
    notices: list[str] = []
    known: list[Column] = []
    for column in found:
        rivals = [other for other in found if other.field == column.field]
        best = min(other.rank for other in rivals)
        if column.rank > best:
            unrecognised.append(column.heading)
            winner = next(other.heading for other in rivals if other.rank == best)
            notices.append(
                f"“{column.heading}” was not used: “{winner}” already gives the "
                f"{vocabulary[column.field][0]}."
            )
        else:
            known.append(column)
    notices.extend(_same_field(known, vocabulary))
    return Columns(header, tuple(known), tuple(unrecognised), tuple(notices), headings)


def _same_field(known: list[Column], vocabulary: Vocabulary) -> Iterator[str]:
    for name in dict.fromkeys(column.field for column in known):
        headings = [column.heading for column in known if column.field == name]
        if len(headings) > 1:
            yield (
                f"{len(headings)} columns give the {vocabulary[name][0]} "
                f"({', '.join(f'“{h}”' for h in headings)}). "
                "The first is used; a row where they disagree is a fault."
            )
