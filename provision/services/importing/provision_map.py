"""The SENDCo's provision map as a kind of import: its rows become drafts of provision."""

import datetime as dt
from collections.abc import Generator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from uuid import UUID

from aylsham.audit.codes import Action
from aylsham.models import School, User
from provision.models import FederationIntervention, Place, Provision, SchoolIntervention
from provision.provision_codes import ProvisionState
from provision.selectors.rates import RateBook, cost_of_provision, rate_book
from provision.services.importing.map_days import MapDays
from pupils.codes import ImportKind, Tier
from pupils.importing.faults import Fault, fault
from pupils.importing.provision_map import MAP_FIELDS, MapRow, ParsedMap, read_map
from pupils.models import FileImport, Pupil
from pupils.services.importing.journal import Journal
from pupils.services.importing.kinds import Reading, Stage, register_kind
from pupils.services.importing.matching import Roster, names_school
from pupils.services.importing.memory import remembered_columns
from pupils.services.importing.parts import fold
from pupils.services.importing.previews import file_preview

#: How many names a sentence about a row says.
NAMES_SAID = 5


class Where(StrEnum):
    """Whose row it is."""

    HERE = "here"
    ELSEWHERE = "elsewhere"
    FAULTY = "faulty"
    KNOWN = "known"


@dataclass(frozen=True)
class MapOutcome:
    """What one good row would do at this school."""

    row: MapRow
    where: Where
    pupils: tuple[Pupil, ...] = ()
    provision: Provision | None = None
    pence: int | None = None


@dataclass(frozen=True)
class MapComparison:
    """A whole map beside what the school has."""

    parsed: ParsedMap
    outcomes: tuple[MapOutcome, ...]
    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...] = field(default=())

    @property
    def counts(self) -> dict[str, int]:
        """As the command prints them; `pence`: what the new rows cost."""
        by = [outcome.where for outcome in self.outcomes]
        new = [outcome for outcome in self.outcomes if outcome.where == Where.HERE]
        return {
            "rows": self.parsed.row_count,
            "good": len(by) - by.count(Where.FAULTY),
            "new": len(new),
            "changed": 0,
            "unchanged": by.count(Where.KNOWN),
            "other_schools": by.count(Where.ELSEWHERE),
            "pence": sum(outcome.pence or 0 for outcome in new),
        }


class ProvisionMap:
    """The SENDCo's provision map, for the rows of one school."""

    action = Action.IMPORT_PROVISION

    def read(self, file_import: FileImport, *, today: dt.date) -> Generator[Stage, None, Reading]:
        """The preview as the page shows it."""
        yield Stage(0, 1, "Opening the file")
        parsed = read_map(
            bytes(file_import.content),
            name=file_import.file_name,
            sheet_name=file_import.sheet_name or None,
            mapping=remembered_columns(file_import),
            corrections={(row, column): text for row, column, text in file_import.corrections},
            left_out=file_import.left_out,
        )
        comparison = compare_map(parsed, file_import.school, today=today)
        return Reading(_preview(comparison), comparison.counts, len(comparison.faults), comparison)

    def write(
        self, file_import: FileImport, reading: Reading, *, today: dt.date, by: User | None
    ) -> set[UUID]:
        """A draft for each good row that is new."""
        journal, touched = Journal(file_import), set()
        for outcome in reading.comparison.outcomes:
            if outcome.where != Where.HERE or outcome.provision is None:
                continue
            outcome.provision.written_by = by
            made = journal.create(outcome.provision)
            for pupil in outcome.pupils:
                journal.create(
                    Place(
                        provision=made,
                        pupil=pupil,
                        starts_on=made.starts_on,
                        ends_on=made.ends_on,
                    )
                )
                touched.add(pupil.pk)
        journal.write()
        return touched


def compare_map(parsed: ParsedMap, school: School, *, today: dt.date) -> MapComparison:
    """Every good row beside the school's children, terms, catalogue and provision."""
    comparing = _Comparing(parsed, school, today)
    outcomes = tuple(comparing.outcome(row) for row in parsed.rows)
    return MapComparison(
        parsed,
        outcomes,
        (*parsed.faults, *comparing.faults),
        (*parsed.warnings, *comparing.warnings),
    )


class _Comparing:
    """What is looked up once for all rows of a file."""

    def __init__(self, parsed: ParsedMap, school: School, today: dt.date):
        self.school = school
        self.headings = {name: heading for heading, name in reversed(parsed.columns.items())}
        self.roster = Roster(Pupil.objects.filter(school=school, closed_on=None))
        self.days = MapDays(school, today)
        self.book: RateBook = rate_book(school)
        self.own = _by_name(SchoolIntervention.objects.filter(school=school, is_retired=False))
        self.shared = _by_name(
            FederationIntervention.objects.filter(
                federation_id=school.federation_id, is_retired=False
            )
        )
        self.known = _known(school)
        self.faults: list[Fault] = []
        self.warnings: list[Fault] = []

    def outcome(self, row: MapRow) -> MapOutcome:
        """A draft, or why there is none."""
        if row.school and not names_school(row.school, self.school):
            return MapOutcome(row, Where.ELSEWHERE)
        pupils = self._pupils(row)
        if pupils is None:
            return MapOutcome(row, Where.FAULTY)
        draft = self._draft(row)
        pence = cost_of_provision(draft, self.book)
        same = self.known.get(
            (fold(row.provision), draft.starts_on, frozenset(p.pk for p in pupils))
        )
        if same is None:
            return MapOutcome(row, Where.HERE, pupils, draft, pence)
        if not _is_like(same, draft):
            self._warn(row, "provision", "given already, otherwise")
        return MapOutcome(row, Where.KNOWN, pupils, same, pence)

    def _pupils(self, row: MapRow) -> tuple[Pupil, ...] | None:
        """The children whom a row names; None when one of them is nobody, or two."""
        matches = {name: self.roster.called(name) for name in row.pupils}
        for problem, wrong in (
            ("children not found", [name for name, found in matches.items() if not found]),
            (
                "several children of this name",
                [n for n, found in matches.items() if len(found) > 1],
            ),
        ):
            if wrong:
                said = "; ".join(wrong[:NAMES_SAID])
                heading = self.headings.get("pupils", "")
                cell = "; ".join(row.pupils)
                self.faults.append(fault(row.row, heading, problem, cell, other=said))
                return None
        return tuple({found[0].pk: found[0] for found in matches.values()}.values())

    def _draft(self, row: MapRow) -> Provision:
        starts_on, ends_on = self.days.of(row.term, row.weeks)
        own = self.own.get(fold(row.provision))
        shared = None if own else self.shared.get(fold(row.provision))
        return Provision(
            school=self.school,
            name=row.provision,
            own_item=own,
            shared_item=shared,
            tier=row.tier or Tier.TARGETED,
            need_type=row.need,
            state=ProvisionState.DRAFT,
            staff_role=row.role,
            sessions_a_week=row.sessions,
            minutes=row.minutes,
            weeks=row.weeks,
            starts_on=starts_on,
            ends_on=ends_on,
            measure=row.measure,
            resources_pence=row.resources,
            pence_an_hour=row.rate,
        )

    def _warn(self, row: MapRow, name: str, problem: str) -> None:
        self.warnings.append(fault(row.row, self.headings.get(name, ""), problem, row.provision))


def _by_name(rows) -> dict[str, Any]:
    return {fold(row.name): row for row in rows}


def _known(school: School) -> dict[tuple, Provision]:
    """Provision of the school by name, first day and children."""
    children: dict[UUID, set[UUID]] = {}
    for provision_id, pupil_id in Place.objects.filter(school=school).values_list(
        "provision_id", "pupil_id"
    ):
        children.setdefault(provision_id, set()).add(pupil_id)
    return {
        (fold(row.name), row.starts_on, frozenset(children.get(row.pk, ()))): row
        for row in Provision.objects.filter(school=school)
    }


_SAME = ("sessions_a_week", "minutes", "weeks", "staff_role", "resources_pence", "pence_an_hour")


def _is_like(ours: Provision, theirs: Provision) -> bool:
    return all(getattr(ours, name) == getattr(theirs, name) for name in _SAME)


def _preview(comparison: MapComparison) -> dict[str, Any]:
    parsed = comparison.parsed
    names = {row.row: row.provision for row in (*parsed.rows, *parsed.faulty)}
    return {
        **file_preview(
            parsed, MAP_FIELDS, faults=comparison.faults, warnings=comparison.warnings, names=names
        ),
        "missing_fields": [f.column for f in parsed.faults if f.problem == "no such column"],
        "alarms": [],
        "new": [_line(outcome) for outcome in comparison.outcomes if outcome.where == Where.HERE],
        "changed": [],
        "kept": [],
        "matches": [],
        "leavers": [],
        "elsewhere": [o.row.row for o in comparison.outcomes if o.where == Where.ELSEWHERE],
        "unlisted": 0,
        "is_first": False,
        "is_transfer": False,
    }


def _line(outcome: MapOutcome) -> dict[str, Any]:
    pence, size = outcome.pence, len(outcome.pupils)
    cost = "no rate for this role" if pence is None else f"£{pence // 100:,}.{pence % 100:02d}"
    return {
        "row": outcome.row.row,
        "pupil": "",
        "name": outcome.row.provision,
        "year": f"{size} child" if size == 1 else f"{size} children",
        "class_name": cost,
    }


def register_own() -> None:
    """The kind of file that stands on this floor."""
    register_kind(ImportKind.MAP, ProvisionMap())
