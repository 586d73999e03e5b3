"""Attainment and behaviour by term as a kind of import: beside the record, then written."""

import dataclasses
import datetime as dt
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.codes import YEAR_GROUP_LABELS, TermName
from aylsham.models import School, User
from pupils.assessment_codes import Attained, Subject
from pupils.importing.faults import Fault, fault
from pupils.importing.marks import COUNTS, MARK_FIELDS, SUBJECTS, MarkRow, ParsedMarks, read_marks
from pupils.importing.roll import RollRow
from pupils.models import AttainmentFigure, BehaviourFigure, FileImport, Pupil
from pupils.services.importing.comparing import SAME, SKIP, Decisions, closed_fault
from pupils.services.importing.journal import Journal
from pupils.services.importing.kinds import Reading, Stage
from pupils.services.importing.matching import Match, Roster
from pupils.services.importing.memory import remembered_columns
from pupils.services.importing.parts import Difference, in_words
from pupils.services.importing.previews import file_preview

#: (child, year, term)
TermKey = tuple[UUID, int, str]


@dataclass(frozen=True)
class MarkOutcome:
    """What one good row would do."""

    row: MarkRow
    match: Match
    changes: tuple[Difference, ...] = ()
    #: Nothing of this term is recorded of the child.
    has_none: bool = False
    is_open: bool = False
    is_skipped: bool = False
    #: The child's record moved to another school: nobody writes on it here.
    is_closed: bool = False

    @property
    def is_written(self) -> bool:
        """A child was found and nothing stands in its way."""
        is_held = self.is_open or self.is_skipped or self.is_closed
        return self.match.pupil is not None and not is_held

    @property
    def is_new(self) -> bool:
        return self.is_written and self.has_none and bool(self.changes)

    @property
    def is_changed(self) -> bool:
        return self.is_written and not self.has_none and bool(self.changes)


@dataclass(frozen=True)
class MarksComparison:
    """A whole sheet beside what is recorded."""

    parsed: ParsedMarks
    outcomes: tuple[MarkOutcome, ...]
    faults: tuple[Fault, ...]
    known: "_Known"

    @property
    def counts(self) -> dict[str, int]:
        """Rows by what they would do."""
        written = [outcome for outcome in self.outcomes if outcome.is_written]
        new = sum(outcome.is_new for outcome in written)
        changed = sum(outcome.is_changed for outcome in written)
        skipped = sum(outcome.is_skipped for outcome in self.outcomes)
        return {
            "rows": self.parsed.row_count,
            "good": len(written) + skipped,
            "new": new,
            "changed": changed,
            "unchanged": len(written) - new - changed,
        }


class Marks:
    """A sheet of attainment and behaviour, a row for each child and term."""

    action = Action.IMPORT_MARKS

    def read(self, file_import: FileImport, *, today: dt.date) -> Generator[Stage, None, Reading]:
        """The preview as the page shows it."""
        yield Stage(0, 1, "Opening the file")
        parsed = read_marks(
            bytes(file_import.content),
            today=today,
            name=file_import.file_name,
            sheet_name=file_import.sheet_name or None,
            mapping=remembered_columns(file_import),
            corrections={(row, column): text for row, column, text in file_import.corrections},
            left_out=file_import.left_out,
        )
        decisions = Decisions.from_json(file_import.decisions)
        comparison = compare_marks(parsed, file_import.school, decisions=decisions)
        questions = len(comparison.faults) + sum(o.is_open for o in comparison.outcomes)
        return Reading(_preview(comparison), comparison.counts, questions, comparison)

    def write(
        self, file_import: FileImport, reading: Reading, *, today: dt.date, by: User | None
    ) -> set[UUID]:
        """The good rows; what a sheet leaves empty stays as it is."""
        journal = Journal(file_import)
        known: _Known = reading.comparison.known
        for outcome in reading.comparison.outcomes:
            if outcome.is_written and outcome.changes:
                known.write(journal, outcome)
        journal.write()
        return journal.pupil_ids


class _Known:
    """What is recorded of a school's children by term."""

    def __init__(self, school: School):
        self.attained: dict[tuple[TermKey, str], AttainmentFigure] = {}
        self.behaviour: dict[TermKey, BehaviourFigure] = {}
        for mark in AttainmentFigure.objects.filter(school=school):
            self.attained[(mark.pupil_id, mark.academic_year, mark.term), mark.subject] = mark
        for row in BehaviourFigure.objects.filter(school=school):
            self.behaviour[row.pupil_id, row.academic_year, row.term] = row
        self.terms = {key for key, _ in self.attained} | self.behaviour.keys()

    def differences(self, key: TermKey, row: MarkRow) -> Iterator[Difference]:
        """What the row says otherwise than the record, in words."""
        term = f"{TermName(key[2]).label.lower()} {key[1] + (key[2] != TermName.AUTUMN)}"
        for name in SUBJECTS:
            theirs, mark = getattr(row, name), self.attained.get((key, name))
            if theirs is not None and (mark is None or mark.attained != theirs):
                ours = Attained(mark.attained).label if mark else ""
                label = f"{Subject(name).label}, {term}"
                yield _difference(name, label, ours, Attained(theirs).label)
        behaviour = self.behaviour.get(key)
        for name in COUNTS:
            theirs, ours = getattr(row, name), getattr(behaviour, name, None)
            if theirs is not None and ours != theirs:
                label = f"{MARK_FIELDS[name][0].capitalize()}, {term}"
                yield _difference(name, label, in_words(ours), in_words(theirs))

    def write(self, journal: Journal, outcome: MarkOutcome) -> None:
        """Make or change the rows of the child's term."""
        pupil, row = outcome.match.pupil, outcome.row
        assert pupil is not None
        key = _key(pupil, row)
        own = {"pupil": pupil, "academic_year": key[1], "term": key[2]}
        accepted = {change.field: getattr(row, change.field) for change in outcome.changes}
        for name in SUBJECTS:
            if name in accepted:
                mark = self.attained.get((key, name))
                if mark:
                    journal.change(mark, attained=accepted[name])
                else:
                    journal.create(AttainmentFigure(subject=name, attained=accepted[name], **own))
        counts = {name: accepted[name] for name in COUNTS if name in accepted}
        if counts:
            known = self.behaviour.get(key)
            if known:
                journal.change(known, **counts)
            else:
                journal.create(BehaviourFigure(**counts, **own))


def compare_marks(parsed: ParsedMarks, school: School, *, decisions: Decisions) -> MarksComparison:
    """Every good row beside what is recorded of its child."""
    pupils = list(Pupil.objects.filter(school=school).in_register_order())
    matches = _matches(parsed.rows, pupils)
    known = _Known(school)
    outcomes = tuple(
        _outcome(row, matches[_identity(row)], known, decisions) for row in parsed.rows
    )
    headings = {name: heading for heading, name in reversed(parsed.columns.items())}
    lost = [o.row for o in outcomes if o.match.pupil is None]
    return MarksComparison(
        parsed=parsed,
        outcomes=outcomes,
        faults=(
            *parsed.faults,
            *(_not_found(row, headings) for row in lost),
            *(
                closed_fault(o.row.row, headings, o.match.pupil)
                for o in outcomes
                if o.match.pupil and o.is_closed
            ),
        ),
        known=known,
    )


def _identity(row: MarkRow) -> tuple:
    return row.upn, row.surname, row.forename, row.date_of_birth


def _matches(rows: tuple[MarkRow, ...], pupils: list[Pupil]) -> dict[tuple, Match]:
    """A match for each child that the sheet names, however many terms it has of the child."""
    first = {_identity(row): row for row in reversed(rows)}
    asked = [
        RollRow(
            row=row.row,
            upn=row.upn,
            surname=row.surname,
            forename=row.forename,
            date_of_birth=row.date_of_birth,
        )
        for row in first.values()
    ]
    return dict(zip(first, Roster(pupils).match_all(asked), strict=True))


def _outcome(row: MarkRow, match: Match, known: _Known, decisions: Decisions) -> MarkOutcome:
    choice = decisions.matches.get(row.row)
    if match.pupil is None:
        return MarkOutcome(row, match)
    if choice == SKIP:
        return MarkOutcome(row, match, is_skipped=True)
    if match.is_doubtful and choice != SAME:
        return MarkOutcome(row, match, is_open=True)
    if match.pupil.closed_on:
        return MarkOutcome(row, match, is_closed=True)
    key = _key(match.pupil, row)
    changes = tuple(known.differences(key, row))
    return MarkOutcome(row, match, changes, has_none=key not in known.terms)


def _key(pupil: Pupil, row: MarkRow) -> TermKey:
    assert row.term is not None
    return pupil.pk, row.term.year, row.term.name


def _difference(name: str, label: str, ours: str, theirs: str) -> Difference:
    return Difference(name, label, ours, theirs, permission=Permission.VIEW_NEEDS)


def _not_found(row: MarkRow, headings: dict[str, str]) -> Fault:
    column = headings.get("upn") if row.upn else None
    column = column or headings.get("full_name") or headings.get("surname", "")
    return fault(row.row, column, "child not found", row.upn or f"{row.surname}, {row.forename}")


def _preview(comparison: MarksComparison) -> dict[str, Any]:
    parsed = comparison.parsed
    names = {row.row: f"{row.surname}, {row.forename}" for row in (*parsed.rows, *parsed.faulty)}
    changed = [o for o in comparison.outcomes if o.is_new or o.is_changed]
    return {
        **file_preview(
            parsed, MARK_FIELDS, faults=comparison.faults, warnings=parsed.warnings, names=names
        ),
        "missing_fields": [f.column for f in parsed.faults if f.problem == "no such column"],
        "alarms": [],
        "new": [],
        # New and changed figures alike are shown one by one: they are what is to be looked at.
        "changed": [{**_child(o), "changes": _plain(o.changes), "returns": False} for o in changed],
        "kept": [],
        "matches": [
            {
                **_child(outcome),
                "is_open": outcome.is_open,
                "by": outcome.match.by.value,
                "here": f"{outcome.match.pupil.last_name}, {outcome.match.pupil.first_name}",
            }
            for outcome in comparison.outcomes
            if outcome.match.pupil and outcome.match.is_fallback
        ],
        "leavers": [],
        "is_first": False,
        "is_transfer": False,
    }


def _child(outcome: MarkOutcome) -> dict[str, Any]:
    pupil = outcome.match.pupil
    assert pupil is not None
    return {
        "row": outcome.row.row,
        "pupil": str(pupil.pk),
        "name": f"{pupil.last_name}, {pupil.first_name}",
        "year": YEAR_GROUP_LABELS.get(pupil.year_group, ""),
        "class_name": "",
    }


def _plain(differences: tuple[Difference, ...]) -> list[dict[str, Any]]:
    return [
        {**dataclasses.asdict(each), "permission": str(each.permission), "is_taken": False}
        for each in differences
    ]
