"""A roll beside the record: what is new, what differs, who is missing. Writes nothing."""

import dataclasses
import datetime as dt
from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Q

from aylsham.models import School
from pupils.importing.faults import YES_ALONE, Fault, fault
from pupils.importing.roll import ParsedRoll, RollRow
from pupils.models import Enrolment, Pupil
from pupils.services.importing.matching import By, Match, Roster, name_key, number_key
from pupils.services.importing.parts import Difference, fold, parts
from pupils.services.importing.whose_upn import with_upns_checked

#: Fields in which two children of a school cannot be alike.
UNIQUE = ("upn", "mis_id")
#: Rows between two looks at the progress bar.
CHUNK = 100
SAME, NEW, SKIP = "same", "new", "skip"


@dataclass(frozen=True)
class Decisions:
    """What a person decided: by row, by child and field, by child."""

    matches: Mapping[int, str] = field(default_factory=dict)
    take_theirs: frozenset[tuple[str, str]] = frozenset()
    leavers: Mapping[str, dt.date] = field(default_factory=dict)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Decisions":
        """As the import's row keeps them."""
        return cls(
            matches={int(row): choice for row, choice in data.get("matches", {}).items()},
            take_theirs=frozenset((pupil, name) for pupil, name in data.get("take_theirs", [])),
            leavers={
                pupil: dt.date.fromisoformat(day) for pupil, day in data.get("leavers", {}).items()
            },
        )


@dataclass(frozen=True)
class Outcome:
    """What one good row would do."""

    row: RollRow
    match: Match
    #: Standing by part, as loaded.
    mine: Mapping[str, Any]
    changes: tuple[Difference, ...] = ()
    kept: tuple[Difference, ...] = ()
    #: A child who had left is on the roll again.
    returns: bool = False
    #: Nobody has said yet whether it is this child.
    is_open: bool = False
    is_skipped: bool = False
    #: The child's record moved to another school: nobody writes on it here.
    is_closed: bool = False

    @property
    def pupil(self) -> Pupil | None:
        """The child whom the row is about; None: a new one."""
        return self.match.pupil

    @property
    def is_new(self) -> bool:
        """A child whom the school does not have."""
        return self.pupil is None and not self.is_waiting

    @property
    def is_waiting(self) -> bool:
        """Nothing is done with it: a person has to say or said no, or the record is closed."""
        return self.is_open or self.is_skipped or self.is_closed

    @property
    def is_changed(self) -> bool:
        """Something of a known child would be written."""
        return self.pupil is not None and not self.is_waiting and bool(self.changes or self.returns)

    @property
    def accepted(self) -> frozenset[str]:
        """Fields to be written."""
        return frozenset(change.field for change in self.changes)


@dataclass(frozen=True)
class Leaver:
    """A child on roll here who is not in the file, or whom the file says has left."""

    pupil: Pupil
    left_on: dt.date | None = None


@dataclass(frozen=True)
class Comparison:
    """A whole roll beside the record."""

    roll: ParsedRoll
    outcomes: tuple[Outcome, ...]
    leavers: tuple[Leaver, ...]
    #: Rows of children who have left already, and who of the school that is.
    left: tuple[tuple[RollRow, Pupil | None], ...]
    #: The school has no children yet.
    is_first: bool
    #: Admission numbers that children of the school have.
    numbers: frozenset[str] = frozenset()

    @property
    def new(self) -> list[Outcome]:
        return [outcome for outcome in self.outcomes if outcome.is_new]

    @property
    def changed(self) -> list[Outcome]:
        return [outcome for outcome in self.outcomes if outcome.is_changed]

    @property
    def waiting(self) -> list[Outcome]:
        """Rows of which a person has to say which child they are about."""
        return [outcome for outcome in self.outcomes if outcome.is_open]

    @property
    def counts(self) -> dict[str, int]:
        """As the command prints them."""
        waiting = sum(outcome.is_waiting for outcome in self.outcomes)
        new, changed = len(self.new), len(self.changed)
        good = len(self.outcomes) - waiting + len(self.left)
        leaving = sum(leaver.left_on is not None for leaver in self.leavers)
        return {
            "rows": self.roll.row_count,
            "good": good,
            "new": new,
            "changed": changed,
            "unchanged": good - new - changed - leaving,
            "leavers": len(self.leavers),
        }


def compare_roll(
    roll: ParsedRoll, school: School, *, today: dt.date, decisions: Decisions
) -> Generator[int, None, Comparison]:
    """Every good row beside the child it is about; yields how many rows are done."""
    pupils = list(
        Pupil.objects.filter(school=school).select_related("class_group").in_register_order()
    )
    roster = Roster(pupils)
    here = _on_roll(school, today)
    roll = _without_numbers_apart(roll, pupils)
    roll = with_upns_checked(roll, roster)
    rows = [row for row in roll.rows if not _has_left(row, today)]
    matches = [
        _decided(m, decisions.matches.get(r.row))
        for r, m in zip(rows, roster.match_all(rows), strict=True)
    ]
    left = _left(roll, roster, today)
    loaded = {name: part.load(school, None) for name, part in parts().items()} if pupils else {}
    outcomes: list[Outcome] = []
    for row, match in zip(rows, matches, strict=True):
        outcomes.append(_outcome(row, match, loaded, roster, here, roll, decisions, today))
        if len(outcomes) % CHUNK == 0:
            yield len(outcomes)
    return Comparison(
        roll=_with_closed_told(
            _without_answered(_with_left_told(roll, left, here), outcomes), outcomes
        ),
        outcomes=tuple(outcomes),
        leavers=_leavers(roll, roster, pupils, here, outcomes, left),
        left=left,
        is_first=not pupils,
        numbers=frozenset(roster.by_number),
    )


def _without_numbers_apart(roll: ParsedRoll, pupils: list[Pupil]) -> ParsedRoll:
    """The roll without the former UPN of a record that was set apart: nothing leads back to it."""
    apart = {pupil.upn for pupil in pupils if pupil.set_apart_on} - {""}
    if not apart:
        return roll
    rows = (
        dataclasses.replace(row, former_upn="") if row.former_upn in apart else row
        for row in roll.rows
    )
    return dataclasses.replace(roll, rows=tuple(rows))


def _on_roll(school: School, today: dt.date) -> set[UUID]:
    open_now = Enrolment.objects.filter(school=school).filter(
        Q(ends_on=None) | Q(ends_on__gte=today)
    )
    return set(open_now.values_list("pupil_id", flat=True))


def _has_left(row: RollRow, today: dt.date) -> bool:
    return row.left_on is not None and row.left_on < today


def _left(roll: ParsedRoll, roster: Roster, today) -> tuple[tuple[RollRow, Pupil | None], ...]:
    """Rows with a leaving date in the past, and whom of the school they are surely about."""
    rows = [row for row in roll.rows if _has_left(row, today)]
    matches = roster.match_all(rows)
    return tuple(
        (row, None if match.is_doubtful else match.pupil)
        for row, match in zip(rows, matches, strict=True)
    )


def _with_left_told(roll: ParsedRoll, left, here: set[UUID]) -> ParsedRoll:
    """The roll with a line for each child who has left and is not on roll here either."""
    heading = next((h for h, name in roll.columns.items() if name == "left_on"), "")
    told = [
        fault(row.row, heading, "left already: not taken", f"{row.left_on:%-d %b %Y}")
        for row, pupil in left
        if pupil is None or pupil.pk not in here
    ]
    return dataclasses.replace(roll, warnings=tuple(sorted((*roll.warnings, *told))))


def _without_answered(roll: ParsedRoll, outcomes: list[Outcome]) -> ParsedRoll:
    """A yes that does not say K or E asks nobody about a child whose level is recorded."""
    known = {o.row.row for o in outcomes if (sen := o.mine.get("sen")) and sen.open}
    asked = (w for w in roll.warnings if w.problem != YES_ALONE or w.row not in known)
    return dataclasses.replace(roll, warnings=tuple(asked))


def _with_closed_told(roll: ParsedRoll, outcomes: list[Outcome]) -> ParsedRoll:
    """The roll with a line for each row of a child whose record moved to another school."""
    headings = {name: heading for heading, name in reversed(roll.columns.items())}
    told = [
        closed_fault(outcome.row.row, headings, outcome.pupil)
        for outcome in outcomes
        if outcome.is_closed
    ]
    return dataclasses.replace(roll, warnings=tuple(sorted((*roll.warnings, *told))))


def closed_fault(row: int, headings: Mapping[str, str], pupil: Pupil) -> Fault:
    """A row of a child whose record moved away, beside the column that names the child."""
    column = headings.get("upn") or headings.get("full_name") or headings.get("surname", "")
    return fault(row, column, "record moved away: not taken", f"{pupil.closed_on:%-d %b %Y}")


def _decided(match: Match, choice: str | None) -> Match:
    if choice == NEW:
        return Match(None, By.NONE)
    if choice == SAME:
        return dataclasses.replace(match, is_doubtful=False)
    return match


def _outcome(row, match, loaded, roster, here, roll, decisions, today) -> Outcome:
    pupil = match.pupil
    if pupil is None or match.is_doubtful:
        return Outcome(
            row=row,
            match=match,
            mine={},
            is_open=match.is_doubtful and decisions.matches.get(row.row) != SKIP,
            is_skipped=decisions.matches.get(row.row) == SKIP,
        )
    if pupil.closed_on:
        return Outcome(row=row, match=match, mine={}, is_closed=True)
    mine = {name: by_pupil.get(pupil.pk) for name, by_pupil in loaded.items()} | {"details": pupil}
    changes, kept = [], []
    for name, part in parts().items():
        for difference in part.compare(row, mine[name], today):
            difference = _reconsidered(difference, pupil, row, roster, roll)
            is_taken = (str(pupil.pk), difference.field) in decisions.take_theirs
            (kept if difference.is_kept and not is_taken else changes).append(difference)
    return Outcome(
        row=row,
        match=match,
        mine=mine,
        changes=tuple(changes),
        kept=tuple(kept),
        returns=pupil.pk not in here,
        is_skipped=decisions.matches.get(row.row) == SKIP,
    )


def _reconsidered(difference, pupil, row, roster: Roster, roll: ParsedRoll) -> Difference:
    """A number that another child has, and what another school once said, need a person."""
    holder = None
    if difference.field == "upn":
        holder = roster.by_upn.get(row.upn)
    elif difference.field == "mis_id":
        holder = roster.by_number.get(number_key(row.admission_no))
    is_held = holder is not None and holder.pk != pupil.pk
    if is_held or (roll.is_transfer and difference.ours):
        return dataclasses.replace(difference, is_kept=True)
    return difference


def _leavers(roll, roster: Roster, pupils, here, outcomes, left) -> tuple[Leaver, ...]:
    """Children on roll of whom the file says nothing; a transfer file is no whole roll."""
    if roll.is_transfer:
        return ()
    said = {pupil.pk: row.left_on for row, pupil in left if pupil}
    seen = {outcome.pupil.pk for outcome in outcomes if outcome.pupil}
    seen |= _named_in_faulty_rows(roll, roster) - said.keys()
    return tuple(
        Leaver(pupil, said.get(pupil.pk))
        for pupil in pupils
        if pupil.pk in here and pupil.pk not in seen
    )


def _named_in_faulty_rows(roll: ParsedRoll, roster: Roster) -> set[UUID]:
    """A child whose row has a fault has not left."""
    by_name = {}
    for (surname, forename, _), named in roster.by_name.items():
        by_name.setdefault((surname, forename), []).extend(named)
    found: set[UUID] = set()
    for row in roll.faulty:
        exact = roster.by_name.get(name_key(row.surname, row.forename, row.date_of_birth), [])
        candidates = [
            roster.by_upn.get(row.upn),
            roster.by_number.get(number_key(row.admission_no)),
            *(exact or by_name.get((fold(row.surname), fold(row.forename)), [])),
        ]
        found |= {pupil.pk for pupil in candidates if pupil}
    return found
