"""The bank of targets as a school sees it: its own words before the federation's, before ours."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from aylsham.access.current import Access
from aylsham.codes import YEAR_GROUP_LABELS, YEAR_GROUP_ORDER
from provision.codes import MeasureKind
from provision.models import BankEntry, FederationBankTarget, SchoolBankTarget
from provision.rules.bank import ShippedTarget, shipped_targets
from pupils.codes import AreaOfNeed

#: What a child's target takes from an entry.
_FILLED = ("text", "area", "measure", "unit", "out_of", "baseline", "goal")
OURS, FEDERATION, SCHOOL = "ours", "federation", "school"


@dataclass(frozen=True)
class BankLine:
    """A target of the bank; `code` names it, whoever worded it last."""

    code: str
    entry: BankEntry | ShippedTarget
    #: OURS, FEDERATION or SCHOOL: who worded it.
    of: str

    @property
    def years(self) -> str:
        """`Reception to Year 2`, or one year."""
        first, last = (YEAR_GROUP_LABELS[y] for y in (self.entry.from_year, self.entry.to_year))
        return first if first == last else f"{first} to {last}"

    @property
    def numbers(self) -> str:
        """`2 to 8 of 10 words`; empty where there is only done or not yet."""
        entry = self.entry
        if entry.measure == MeasureKind.DONE:
            return "Not yet, or done"
        tries = f" of {entry.out_of}" if entry.out_of else ""
        unit = " on a scale" if entry.measure == MeasureKind.SCALE else f" {entry.unit}"
        return f"{_plain(entry.baseline)} to {_plain(entry.goal)}{tries}{unit}".rstrip()

    def suits(self, year: str) -> bool:
        """Whether a child of this year group may need it."""
        at = YEAR_GROUP_ORDER
        return at[self.entry.from_year] <= at[year] <= at[self.entry.to_year]


@dataclass(frozen=True)
class BankArea:
    """The targets for an area of need."""

    name: str
    lines: tuple[BankLine, ...]
    #: The child has a need here.
    is_needed: bool = False


def bank_lines(access: Access) -> list[BankLine]:
    """Every target of the bank, also those no longer offered; two statements."""
    if not access.reaches_children:
        return []
    school = access.school
    lines = {target.code: BankLine(target.code, target, OURS) for target in shipped_targets()}
    of_federation = FederationBankTarget.objects.filter(federation_id=school.federation_id)
    for rows, of in (
        (of_federation, FEDERATION),
        (SchoolBankTarget.objects.filter(school=school), SCHOOL),
    ):
        for row in rows:
            code = row.stands_for or str(row.pk)
            lines[code] = BankLine(code, row, of)
    return list(lines.values())


def bank_areas(lines: Iterable[BankLine], needed: Iterable[str] = ()) -> list[BankArea]:
    """Lines by area of need, the areas of `needed` first."""
    needed, lines = set(needed), list(lines)
    areas = [
        BankArea(area.label, found, area.value in needed)
        for area in AreaOfNeed
        if (found := tuple(line for line in lines if line.entry.area == area))
    ]
    return sorted(areas, key=lambda area: not area.is_needed)


def bank_line(access: Access, code: str) -> BankLine | None:
    """One target of the bank."""
    return next((line for line in bank_lines(access) if line.code == code), None)


def offered(access: Access, year: str = "") -> list[BankLine]:
    """What can be picked, for a year group or for all."""
    return [
        line
        for line in bank_lines(access)
        if not line.entry.is_retired and (not year or line.suits(year))
    ]


def filled_from_bank(access: Access, code: str) -> dict[str, Any]:
    """What the form of a new target begins with; empty for a code that is not offered."""
    line = next((line for line in offered(access) if line.code == code), None) if code else None
    return {name: getattr(line.entry, name) for name in _FILLED} if line else {}


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"
