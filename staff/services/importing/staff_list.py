"""The SENDCo's list of staff as a kind of import: people with contracts and trainings."""

import datetime as dt
from collections.abc import Generator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.clock import academic_year
from aylsham.models import School, User
from pupils.importing.faults import Fault, fault
from pupils.models import FileImport
from pupils.selectors.adults import NEAR_CHILDREN, posts_at
from pupils.selectors.importing import FileOfAbove, register_file
from pupils.services.importing.journal import Journal
from pupils.services.importing.kinds import Reading, Stage, register_kind
from pupils.services.importing.matching import names_school
from pupils.services.importing.memory import remembered_columns
from pupils.services.importing.parts import fold
from pupils.services.importing.previews import file_preview
from staff.codes import USUAL_WEEKS, JobRole, TrainingSubject
from staff.importing.staff_list import STAFF_FIELDS, ParsedStaff, StaffRow, read_staff
from staff.models import Contract, StaffMember, TrainingRecord, WorkingDay
from staff.selectors.contracts import days_in_words
from staff.services.training import topic_called

#: The kind of file; not one of `ImportKind`, which knows only the floor below.
STAFF_LIST = "staff"
SUBJECTS = {fold(str(label)): code for code, label in TrainingSubject.choices}


class Where(StrEnum):
    """Whose row it is."""

    HERE = "here"
    ELSEWHERE = "elsewhere"
    FAULTY = "faulty"
    KNOWN = "known"


@dataclass(frozen=True)
class StaffOutcome:
    """What one good row would do at this school."""

    row: StaffRow
    where: Where
    member: StaffMember | None = None
    #: Trainings of the row that are not recorded yet.
    trainings: tuple[str, ...] = ()

    @property
    def is_changed(self) -> bool:
        return self.where == Where.KNOWN and bool(self.trainings)


@dataclass(frozen=True)
class StaffComparison:
    """A whole list beside the staff of a school."""

    parsed: ParsedStaff
    outcomes: tuple[StaffOutcome, ...]
    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...]
    notices: tuple[str, ...]

    @property
    def counts(self) -> dict[str, int]:
        """As the command prints them."""
        by = [outcome.where for outcome in self.outcomes]
        changed = sum(outcome.is_changed for outcome in self.outcomes)
        return {
            "rows": self.parsed.row_count,
            "good": len(by) - by.count(Where.FAULTY),
            "new": by.count(Where.HERE),
            "changed": changed,
            "unchanged": by.count(Where.KNOWN) - changed,
            "other_schools": by.count(Where.ELSEWHERE),
        }


class StaffList:
    """The SENDCo's list of staff, for the rows of one school."""

    action = Action.IMPORT_STAFF

    def read(self, file_import: FileImport, *, today: dt.date) -> Generator[Stage, None, Reading]:
        """The preview as the page shows it."""
        yield Stage(0, 1, "Opening the file")
        parsed = read_staff(
            bytes(file_import.content),
            name=file_import.file_name,
            sheet_name=file_import.sheet_name or None,
            mapping=remembered_columns(file_import),
            corrections={(row, column): text for row, column, text in file_import.corrections},
            left_out=file_import.left_out,
        )
        comparison = compare_staff(parsed, file_import.school, today=today)
        return Reading(_preview(comparison), comparison.counts, len(comparison.faults), comparison)

    def write(
        self, file_import: FileImport, reading: Reading, *, today: dt.date, by: User | None
    ) -> set[UUID]:
        """People with a contract from the first of September; trainings that are missing."""
        journal = Journal(file_import)
        for outcome in reading.comparison.outcomes:
            if outcome.where == Where.HERE:
                _create(journal, outcome, first_day(today))
            elif outcome.is_changed:
                _train(journal, outcome.member, outcome.trainings)
        journal.write()
        return set()


def first_day(today: dt.date) -> dt.date:
    """From when a contract holds of which the list does not say: the school year's first day."""
    return dt.date(academic_year(today), 9, 1)


def _create(journal: Journal, outcome: StaffOutcome, starts_on: dt.date) -> None:
    row = outcome.row
    member = journal.create(
        StaffMember(school=journal.file_import.school, name=row.name, role=row.role)
    )
    contract = journal.create(
        Contract(
            member=member,
            starts_on=starts_on,
            hours_a_week=row.hours,
            weeks_a_year=row.weeks or USUAL_WEEKS,
            pence_an_hour=row.rate,
        )
    )
    for day in row.days:
        journal.create(WorkingDay(contract=contract, weekday=day))
    _train(journal, member, outcome.trainings)


def _train(journal: Journal, member: StaffMember, trainings: tuple[str, ...]) -> None:
    school = journal.file_import.school
    for name in trainings:
        subject = SUBJECTS.get(fold(name))
        topic = None if subject else topic_called(school, name)
        journal.create(
            TrainingRecord(
                member=member,
                user=member.user,
                subject=subject or TrainingSubject.OTHER.value,
                topic=topic,
                title=topic.name if topic else name,
            )
        )


def compare_staff(parsed: ParsedStaff, school: School, *, today: dt.date) -> StaffComparison:
    """Every good row beside the people who work here."""
    comparing = _Comparing(parsed, school, today)
    outcomes = tuple(comparing.outcome(row) for row in parsed.rows)
    return StaffComparison(
        parsed,
        outcomes,
        (*parsed.faults, *comparing.faults),
        (*parsed.warnings, *comparing.warnings),
        (*parsed.notices, *comparing.notices(outcomes)),
    )


class _Comparing:
    """What is looked up once for all rows of a file."""

    def __init__(self, parsed: ParsedStaff, school: School, today: dt.date):
        self.school, self.today = school, today
        self.headings = {name: heading for heading, name in reversed(parsed.columns.items())}
        self.schools = list(School.objects.filter(federation_id=school.federation_id))
        here = StaffMember.objects.filter(school=school).here_on(today).select_related("user")
        self.members = {fold(member.name): member for member in here}
        contracts = Contract.objects.filter(school=school).on(today).prefetch_related("days")
        self.contracts = {contract.member_id: contract for contract in contracts}
        self.trained = _trained(school)
        posts = posts_at(school, today=today, roles=NEAR_CHILDREN)
        self.accounts = {fold(post.user.name) for post in posts}
        self.seen: dict[str, int] = {}
        self.faults: list[Fault] = []
        self.warnings: list[Fault] = []

    def outcome(self, row: StaffRow) -> StaffOutcome:
        """Somebody new, somebody known, or why neither."""
        if row.school and not names_school(row.school, self.school):
            if any(names_school(row.school, other) for other in self.schools):
                return StaffOutcome(row, Where.ELSEWHERE)
            return self._faulty(row, "school", "school not known", row.school)
        first = self.seen.setdefault(fold(row.name), row.row)
        if first != row.row:
            return self._faulty(row, "name", "person repeated", row.name, other=first)
        member = self.members.get(fold(row.name))
        if member is None:
            if fold(row.name) in self.accounts:
                self._warn(row, "name", "somebody with an account", row.name)
            return StaffOutcome(row, Where.HERE, None, row.training)
        if not self._is_like(member, row):
            self._warn(row, "name", "known here, otherwise", row.name)
        have = self.trained.get(member.pk, set()) | self.trained.get(member.user_id, set())
        return StaffOutcome(
            row, Where.KNOWN, member, tuple(t for t in row.training if fold(t) not in have)
        )

    def notices(self, outcomes: tuple[StaffOutcome, ...]) -> list[str]:
        """What the list does not say, and what is taken for it."""
        new = [outcome for outcome in outcomes if outcome.where == Where.HERE]
        said = []
        if new:
            day = f"{first_day(self.today):%-d %B %Y}"
            said.append(
                f"The list does not say since when contracts hold: they begin on {day}. It does "
                "not say at which times people work: write them on each person's page."
            )
        if any(outcome.row.weeks is None for outcome in new):
            said.append(
                f"Where the list does not say for how many weeks a year: {USUAL_WEEKS}, as in "
                "term time."
            )
        if any(outcome.trainings for outcome in outcomes):
            said.append("The list does not say when trainings were taken, or when they run out.")
        return said

    def _is_like(self, member: StaffMember, row: StaffRow) -> bool:
        contract = self.contracts.get(member.pk)
        if contract is None or member.role != row.role:
            return False
        days = tuple(sorted(day.weekday for day in contract.days.all()))
        same_rate = row.rate is None or contract.pence_an_hour == row.rate
        return contract.hours_a_week == row.hours and days == row.days and same_rate

    def _faulty(self, row: StaffRow, name: str, problem: str, value: str, **words) -> StaffOutcome:
        self.faults.append(fault(row.row, self.headings.get(name, ""), problem, value, **words))
        return StaffOutcome(row, Where.FAULTY)

    def _warn(self, row: StaffRow, name: str, problem: str, value: str) -> None:
        self.warnings.append(fault(row.row, self.headings.get(name, ""), problem, value))


def _trained(school: School) -> dict[UUID, set[str]]:
    """By member of staff and by account, the trainings in small letters."""
    found: dict[UUID, set[str]] = {}
    for row in TrainingRecord.objects.filter(school=school).select_related("topic"):
        words = {fold(row.title), fold(row.topic.name if row.topic else "")}
        for of in filter(None, (row.member_id, row.user_id)):
            found.setdefault(of, set()).update(words)
    return found


def _preview(comparison: StaffComparison) -> dict[str, Any]:
    parsed = comparison.parsed
    names = {row.row: row.name for row in (*parsed.rows, *parsed.faulty)}
    preview = file_preview(
        parsed, STAFF_FIELDS, faults=comparison.faults, warnings=comparison.warnings, names=names
    )
    return {
        **preview,
        "notices": list(comparison.notices),
        "missing_fields": [f.column for f in parsed.faults if f.problem == "no such column"],
        "alarms": [],
        "new": [_line(outcome) for outcome in comparison.outcomes if outcome.where == Where.HERE],
        "changed": [_change(outcome) for outcome in comparison.outcomes if outcome.is_changed],
        "kept": [],
        "matches": [],
        "leavers": [],
        "elsewhere": [o.row.row for o in comparison.outcomes if o.where == Where.ELSEWHERE],
        "unlisted": 0,
        "is_first": False,
        "is_transfer": False,
    }


def _line(outcome: StaffOutcome) -> dict[str, Any]:
    row = outcome.row
    return {
        "row": row.row,
        "pupil": "",
        "name": row.name,
        "year": str(JobRole(row.role).label),
        "class_name": f"{row.hours.normalize():f} hours, {days_in_words(list(row.days))}",
    }


def _change(outcome: StaffOutcome) -> dict[str, Any]:
    trainings = ", ".join(outcome.trainings)
    change = {
        "field": "training", "label": "Training", "ours": "", "theirs": trainings,
        "is_kept": False, "permission": "",
    }  # fmt: skip
    return {"row": outcome.row.row, "pupil": "", "name": outcome.row.name, "changes": [change]}


def register_own() -> None:
    """The kind of file that stands on this floor; it says what people are paid."""
    register_kind(STAFF_LIST, StaffList())
    register_file(
        STAFF_LIST,
        FileOfAbove(
            "List of staff",
            "The SENDCo's list of support staff",
            Permission.KEEP_RATES,
            "people",
            STAFF_FIELDS,
            row_is="Person",
            new_headings=("Person", "Role", "Hours and days"),
        ),
    )
