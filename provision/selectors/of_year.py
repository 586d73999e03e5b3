"""Provision of a school year: one rule for every page, so that their sums agree to the penny.

What begins or runs in a year is shown. What it costs counts in the one year in which it begins;
drafts count, and are told apart; what is confidential counts for whoever may read it, and is left
out of what goes out.
"""

from collections.abc import Iterable

from aylsham.clock import academic_year
from provision.models import Provision
from provision.provision_codes import ProvisionState


def counted_elsewhere(row: Provision, year: int) -> str:
    """The school year in which its cost counts, if another: `2025/26`; empty for this one."""
    begins = academic_year(row.starts_on)
    return "" if begins == year else f"{begins}/{(begins + 1) % 100:02d}"


def counted(rows: Iterable[Provision], year: int) -> list[Provision]:
    """Those whose cost counts in the year."""
    return [row for row in rows if not counted_elsewhere(row, year)]


def is_draft(row: Provision) -> bool:
    """Planned and not begun by anybody yet."""
    return row.state == ProvisionState.DRAFT
