"""The list of staff as rows of a workbook."""

from collections.abc import Iterable
from decimal import Decimal

from staff.selectors.people import StaffLine

HEADINGS = (
    "Name", "Role", "Account", "Hours a week", "Weeks a year", "Days", "Contract from",
    "Contract until", "Last day", "Training", "Training that runs out", "Gaps",
)  # fmt: skip
RATE = "Pounds an hour"


def headings(has_rates: bool) -> list[str]:
    """The heading row."""
    return [*HEADINGS, *([RATE] if has_rates else [])]


def rows_of(lines: Iterable[StaffLine], has_rates: bool) -> list[list]:
    """A row for each person; the selector has cut the rate already."""
    return [_row(line, has_rates) for line in lines]


def _row(line: StaffLine, has_rates: bool) -> list:
    contract = line.contract
    rate = contract.rate if contract else ""
    return [
        line.member.name,
        line.role,
        line.member.user.email if line.member.user else "",
        contract.hours if contract else None,
        contract.weeks if contract else None,
        contract.days_words if contract else "",
        contract.starts_on if contract else None,
        contract.ends_on if contract else None,
        line.member.left_on,
        "; ".join(each.subject for each in line.trainings),
        "; ".join(f"{x.subject} {x.row.ends_on:%-d %b %Y}" for x in line.running_out),
        "; ".join(line.gaps),
        *([Decimal(rate) if rate else None] if has_rates else []),
    ]
