"""A pasted timetable, read as a whole: the groups in it, and every word that was not understood."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

from provision.rules.timetable.known import Known
from provision.rules.timetable.lines import Entry, read_line
from provision.rules.timetable.people import fold
from provision.rules.timetable.rows import Row, blocks
from provision.rules.timetable.tables import (
    Head,
    Read,
    find_head,
    named_by_content,
    read_rows,
    read_week,
    turned,
    weekday_of,
)
from provision.rules.timetable.times import CUT

#: What a page can show and a person can look through.
MOST_GROUPS, MOST_LETTERS = 60, 30_000
NO_GROUP = "No group in it: no day, time or child"
NOBODY = "No child in it, and no intervention of the catalogue"
TOO_MANY = f"More than {MOST_GROUPS} groups: paste the rest on its own"


@dataclass(frozen=True)
class Named:
    """Somebody as pasted, and the keys of all whom the words can mean."""

    words: str
    keys: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Who it is, where only one person fits."""
        return self.keys[0] if len(self.keys) == 1 else ""


@dataclass(frozen=True)
class PastedGroup:
    """A group that the text describes; what it leaves open is empty."""

    line: int
    words: str
    name: str
    item: str
    days: tuple[int, ...]
    time: dt.time | None
    minutes: int | None
    sessions: int | None
    staff: Named | None
    #: What names the adult fits a child too, so that a person has to say.
    is_staff_doubtful: bool
    role: str
    children: tuple[Named, ...]
    place: str
    #: Words of it that no field keeps.
    left: tuple[str, ...]


@dataclass(frozen=True)
class Unread:
    """A line of which nothing could be made."""

    line: int
    words: str
    why: str


@dataclass(frozen=True)
class PastedTimetable:
    """What was understood, and what was not."""

    groups: tuple[PastedGroup, ...] = ()
    unread: tuple[Unread, ...] = ()


@dataclass
class _Reading:
    """What stands above a line counts for it: a weekday alone, an adult alone."""

    known: Known
    reads: list[Read] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    days: tuple[int, ...] = ()
    staff: str = ""

    def line(self, number: int, words: str) -> None:
        """One line outside a table."""
        entry = read_line(words, self.known)
        if self._is_heading(entry, words) or self._continues(entry):
            return
        if not (entry.children or entry.when.says_something):
            self.unread.append(Unread(number, words.strip(), NO_GROUP))
            return
        if not entry.when.days and not entry.when.said_sessions:
            entry.when.add_days(self.days)
        if not entry.staff and not entry.role:
            entry.staff = self.staff
        self.reads.append(Read(number, words.strip(), entry))

    def _is_heading(self, entry: Entry, words: str) -> bool:
        is_bare = not (entry.name or entry.children or entry.place or entry.left)
        if is_bare and entry.when.days and not entry.when.time and not entry.staff:
            self.days = entry.when.days
        elif is_bare and entry.staff and not entry.when.says_something:
            self.staff, self.days = entry.staff, ()
        else:
            return False
        return True

    def _continues(self, entry: Entry) -> bool:
        """A line of names only, under a group that has none yet."""
        last = self.reads[-1].entry if self.reads else None
        is_names = bool(entry.children) and not (
            entry.name or entry.staff or entry.place or entry.when.says_something
        )
        if last is None or last.children or not is_names:
            return False
        last.children += entry.children
        last.left += entry.left
        return True

    def table(self, rows: list[Row]) -> None:
        """Lines with columns."""
        rows = turned(rows)
        head = find_head(rows)
        if head is None:
            for row in rows:
                self.line(row.line, "\t".join(cell for cell in row.cells if cell))
            return
        for row in rows[: head.at]:
            self.line(row.line, "\t".join(cell for cell in row.cells if cell))
        head = named_by_content(rows, head, self.known)
        for _, words in head.unread:
            if not head.is_week:
                self.unread.append(Unread(rows[head.at].line, words, "A column that is not read"))
        reader = read_week if head.is_week else read_rows
        for read in reader(rows, head, self.known):
            self._row(read, head)

    def _row(self, read: Read, head: Head) -> None:
        entry = read.entry
        if not head.is_week and self._adds_children(entry):
            return
        days = weekday_of(read.words)
        if days is not None and not head.is_week:
            self.days = (days,)
        elif not ((entry.name or entry.children) and (entry.children or entry.when.says_something)):
            self.unread.append(Unread(read.line, read.words, NO_GROUP))
        elif head.is_week and not (entry.children or self.known.item(entry.name)):
            self.unread.append(Unread(read.line, read.words, NOBODY))
        else:
            if not entry.when.days and not entry.when.said_sessions:
                entry.when.add_days(self.days)
            self.reads.append(read)

    def _adds_children(self, entry: Entry) -> bool:
        """A row of children only, under the row that names their group."""
        if not self.reads or not entry.children:
            return False
        if entry.name or entry.staff or entry.role or entry.when.says_something:
            return False
        self.reads[-1].entry.children += entry.children
        return True


def read_timetable(text: str, known: Known) -> PastedTimetable:
    """The groups that a pasted text describes, in its order."""
    reading = _Reading(known)
    for block in blocks(text[:MOST_LETTERS]):
        if isinstance(block, list):
            reading.table(block)
        else:
            reading.line(*block)
    groups = [_group(read, known) for read in _merged(reading.reads)]
    unread = list(reading.unread)
    if len(text) > MOST_LETTERS:
        unread.append(
            Unread(text[:MOST_LETTERS].count("\n") + 1, text[MOST_LETTERS:][:80], TOO_MANY)
        )
    unread += [Unread(g.line, g.words, TOO_MANY) for g in groups[MOST_GROUPS:]]
    return PastedTimetable(
        tuple(groups[:MOST_GROUPS]), tuple(sorted(unread, key=lambda each: each.line))
    )


def _merged(reads: Iterable[Read]) -> list[Read]:
    """The same group on several days is one; so is a row for each child of it."""
    found: dict[tuple, Read] = {}
    for read in reads:
        entry, when = read.entry, read.entry.when
        children = tuple(sorted(map(fold, entry.children)))
        same = (fold(entry.name), fold(entry.staff), entry.role, fold(entry.place), when.minutes)
        by_day = (*same, "days", children)
        by_child = (*same, when.days, when.time, when.said_sessions)
        if children and entry.name and when.days and (known := found.get(by_day)):
            _add_days(known.entry, entry)
        elif entry.name and when.time and when.days and (known := found.get(by_child)):
            known.entry.children += entry.children
        else:
            found[by_day] = found[by_child] = read
    return list({id(read): read for read in found.values()}.values())


def _add_days(entry: Entry, more: Entry) -> None:
    """More days of a group; another time on them is said, since one time is kept."""
    when = entry.when
    new = tuple(day for day in more.when.days if day not in when.days)
    if when.said_sessions and new:
        when.said_sessions += more.when.said_sessions or len(new)
    if not new:
        when.said_sessions = (when.sessions or 0) + (more.when.sessions or 1)
    if more.when.time and more.when.time != when.time:
        when.odd.append(f"{_day_words(more.when.days)} {more.when.time:%H:%M}")
    when.add_days(more.when.days)
    when.time = when.time or more.when.time
    entry.left += [words for words in more.left if words not in entry.left]


def _day_words(days: tuple[int, ...]) -> str:
    return ", ".join(("Mon", "Tue", "Wed", "Thu", "Fri")[day] for day in days)


def _group(read: Read, known: Known) -> PastedGroup:
    entry, when = read.entry, read.entry.when
    children: dict[str, Named] = {}
    for words in entry.children:
        named = Named(words, tuple(p.key for p in known.children.fits(words)))
        children.setdefault(named.key or fold(words), named)
    staff = None
    if entry.staff:
        staff = Named(entry.staff, tuple(p.key for p in known.adults.fits(entry.staff)))
    return PastedGroup(
        line=read.line,
        words=" ".join(read.words.replace(CUT, " ").split()),
        name=entry.name,
        item=known.item(entry.name),
        days=when.days,
        time=when.time,
        minutes=when.minutes,
        sessions=when.sessions,
        staff=staff,
        is_staff_doubtful=entry.is_staff_doubtful,
        role=entry.role,
        children=tuple(children.values()),
        place=entry.place,
        left=tuple(dict.fromkeys([*entry.left, *when.odd])),
    )
