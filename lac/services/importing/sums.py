"""Sums of pupil premium plus as a kind of import: to the penny, and none twice."""

import datetime as dt
from collections import defaultdict
from collections.abc import Generator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from aylsham.audit.codes import Action
from aylsham.deadlines.services import rebuild_deadlines
from aylsham.models import School, User
from lac.models import CarePeriod, PremiumFunding
from lac.premium_codes import FundingKind, Payer
from lac.services.importing.children import (
    CareChildren,
    child_words,
    choices_of,
    headings_of,
    list_preview,
    match_words,
)
from provision.rules.elements import financial_year
from provision.rules.money import in_pounds
from pupils.importing.care_lists import ListRow, ParsedList, read_list
from pupils.importing.faults import Fault, fault
from pupils.importing.sums import SUM_FIELDS, SUMS
from pupils.models import FileImport, Pupil
from pupils.services.importing.comparing import closed_fault
from pupils.services.importing.journal import Journal
from pupils.services.importing.kinds import Reading, Stage
from pupils.services.importing.parts import fold

#: What makes two sums the same, besides the child and the reference.
FACTS = ("financial_year", "payer", "kind", "pence", "on")


@dataclass(frozen=True)
class SumOutcome:
    """What one good row would do: a sum to be written down, or one that stands there already."""

    row: ListRow
    pupil: Pupil
    funding: PremiumFunding
    is_known: bool = False


@dataclass(frozen=True)
class SumsComparison:
    """A whole list beside what is recorded."""

    parsed: ParsedList
    outcomes: tuple[SumOutcome, ...]
    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...] = field(default=())

    @property
    def new(self) -> list[SumOutcome]:
        """Sums that would be written down."""
        return [outcome for outcome in self.outcomes if not outcome.is_known]

    @property
    def counts(self) -> dict[str, int]:
        """Rows by what they would do; `pence`: what the new ones come to."""
        return {
            "rows": self.parsed.row_count,
            "good": len(self.outcomes),
            "new": len(self.new),
            "changed": 0,
            "unchanged": len(self.outcomes) - len(self.new),
            "pence": sum(signed(outcome.funding) for outcome in self.new),
        }


class Sums:
    """A virtual school's list, a row for each payment."""

    action = Action.IMPORT_SUMS

    def read(self, file_import: FileImport, *, today: dt.date) -> Generator[Stage, None, Reading]:
        """The preview as the page shows it."""
        yield Stage(0, 1, "Opening the file")
        choices = choices_of(file_import)
        parsed = read_list(bytes(file_import.content), SUMS, today=today, **choices)
        comparison = compare_sums(parsed, file_import.school)
        preview = _preview(comparison)
        return Reading(preview, comparison.counts, len(comparison.faults), comparison)

    def write(
        self, file_import: FileImport, reading: Reading, *, today: dt.date, by: User | None
    ) -> set[UUID]:
        """The good rows that are new."""
        journal = Journal(file_import)
        for outcome in reading.comparison.new:
            outcome.funding.written_by = by
            journal.create(outcome.funding)
        journal.write()
        rebuild_deadlines(file_import.school, journal.pupil_ids)
        return journal.pupil_ids


def signed(funding: PremiumFunding) -> int:
    """Pence, less than nothing where the money was given back."""
    return -funding.pence if funding.kind == FundingKind.RETURNED else funding.pence


def compare_sums(parsed: ParsedList, school: School) -> SumsComparison:
    """Every good row beside the sums that are recorded of its child."""
    comparing = _Comparing(parsed, school)
    outcomes = [outcome for row in parsed.rows if (outcome := comparing.outcome(row))]
    return SumsComparison(
        parsed,
        tuple(outcomes),
        tuple(sorted([*parsed.faults, *comparing.faults])),
        tuple(sorted([*parsed.warnings, *comparing.warnings])),
    )


class _Comparing:
    """What is looked up once for all rows of a list."""

    def __init__(self, parsed: ParsedList, school: School):
        self.headings = headings_of(parsed)
        in_care = CarePeriod.objects.filter(school=school).values_list("pupil_id", flat=True)
        self.children = CareChildren(school, in_care)
        self.school = school
        #: Sums of each child: recorded, and as the rows above bring them; with the row.
        self.sums: dict[UUID, list[tuple[PremiumFunding, int]]] = defaultdict(list)
        for funding in PremiumFunding.objects.filter(school=school):
            self.sums[funding.pupil_id].append((funding, 0))
        self.faults: list[Fault] = []
        self.warnings: list[Fault] = []

    def outcome(self, row: ListRow) -> SumOutcome | None:
        """A sum to be written or known already; None where a person has to look."""
        pupil = self._child(row)
        if pupil is None:
            return None
        funding = self._funding(row, pupil)
        same, first = self._same(funding)
        if wrong := self._wrong(row, funding, same, first):
            self.faults.append(wrong)
            return None
        if same:
            if funding.reference and not same.reference:
                self._warn(row, funding)
            return SumOutcome(row, pupil, same, is_known=True)
        self.sums[pupil.pk].append((funding, row.row))
        return SumOutcome(row, pupil, funding)

    def _wrong(
        self, row: ListRow, funding: PremiumFunding, same: PremiumFunding | None, first: int
    ) -> Fault | None:
        """Why nobody can say whether it is a sum that stands there already."""
        if same and first:
            return self._blame(row, "reference", "same sum again", funding.reference, other=first)
        if same and not is_like(same, funding):
            words = _words(same)
            return self._blame(row, "reference", "reference known", funding.reference, other=words)
        if not same and self._has_year(funding):
            words = year_words(funding)
            return self._blame(row, "sum_kind", "whole year known", words, other=words)
        return None

    def _child(self, row: ListRow) -> Pupil | None:
        pupil, wrong = self.children.one(row, self.headings)
        if pupil and pupil.closed_on:
            wrong = closed_fault(row.row, self.headings, pupil)
        elif pupil and pupil.pk not in self.children.wanted:
            column = self.headings.get("upn") or self.headings.get("full_name", "")
            wrong = fault(row.row, column, "not in care here", other=pupil.full_name)
        if wrong:
            self.faults.append(wrong)
        return None if wrong else pupil

    def _funding(self, row: ListRow, pupil: Pupil) -> PremiumFunding:
        values = row.values
        return PremiumFunding(
            school=self.school,
            pupil=pupil,
            financial_year=values.get("financial_year") or financial_year(values["paid_on"]),
            payer=values["payer"],
            kind=values["sum_kind"],
            pence=values["pence"],
            on=values["paid_on"],
            reference=values.get("reference") or "",
            note=values.get("note") or "",
        )

    def _same(self, funding: PremiumFunding) -> tuple[PremiumFunding | None, int]:
        """The sum of the same reference, or the same sum where one has no reference; its row."""
        known = self.sums[funding.pupil_id]
        for other, row in known:
            if funding.reference and fold(other.reference) == fold(funding.reference):
                return other, row
        for other, row in known:
            if is_like(other, funding) and not (other.reference and funding.reference):
                return other, row
        return None, 0

    def _has_year(self, funding: PremiumFunding) -> bool:
        return funding.kind == FundingKind.YEAR and any(
            (other.kind, other.financial_year, other.payer)
            == (FundingKind.YEAR, funding.financial_year, funding.payer)
            for other, _ in self.sums[funding.pupil_id]
        )

    def _blame(self, row: ListRow, name: str, problem: str, value: str, **words: object) -> Fault:
        column = self.headings.get(name) or self.headings.get("pence", "")
        return fault(row.row, column, problem, value, **words)

    def _warn(self, row: ListRow, funding: PremiumFunding) -> None:
        column = self.headings.get("reference", "")
        problem = "known without the reference"
        self.warnings.append(fault(row.row, column, problem, funding.reference))


def is_like(ours: PremiumFunding, theirs: PremiumFunding) -> bool:
    """Whether two sums of a child say the same, whatever the reference."""
    return all(getattr(ours, name) == getattr(theirs, name) for name in FACTS)


def year_words(funding: PremiumFunding) -> str:
    """`2026/27`."""
    return f"{funding.financial_year}/{(funding.financial_year + 1) % 100:02d}"


def _words(funding: PremiumFunding) -> str:
    return f"{in_pounds(funding.pence)} of {funding.on:%-d %B %Y}, {year_words(funding)}"


def _preview(comparison: SumsComparison) -> dict[str, Any]:
    parsed = comparison.parsed
    matches = [match_words(outcome.row, outcome.pupil) for outcome in comparison.outcomes]
    preview = list_preview(
        parsed,
        SUM_FIELDS,
        faults=comparison.faults,
        warnings=comparison.warnings,
        new=[_line(outcome) for outcome in comparison.new],
        changed=[],
        matches=[each for each in matches if each],
    )
    if comparison.new:
        together = in_pounds(comparison.counts["pence"])
        preview["notices"].append(f"The new sums come to {together}.")
    return preview


def _line(outcome: SumOutcome) -> dict[str, Any]:
    funding = outcome.funding
    label, payer = FundingKind(funding.kind).label, Payer(funding.payer).label.lower()
    what = f"{label}, {year_words(funding)}, {payer}"
    if funding.reference:
        what = f"{what}, {funding.reference}"
    return {
        **child_words(outcome.row, outcome.pupil),
        "year": what,
        "class_name": in_pounds(signed(funding)),
    }
