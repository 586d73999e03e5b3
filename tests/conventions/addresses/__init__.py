"""Every address of the site, and a row for every name that stands in one."""

from tests.conventions.addresses import (
    agreements,
    assessments,
    bases,
    bundles,
    care,
    child,
    council,
    cycles,
    endings,
    family,
    given,
    letters,
    money,
    moves,
    papers,
    parents,
    peps,
    plans,
    publications,
    school,
    services,
    staff,
    watch,
    year_report,
)
from tests.conventions.addresses.routes import Address, addresses, library_pages
from tests.conventions.addresses.rows import ROWS

#: Modules that register rows; a new noun gets a module here.
MAKERS = (
    *(agreements, bases, bundles, care, child, council, cycles, endings, family, given),
    *(assessments, letters, money, moves, papers, parents, peps, plans, school, services),
    *(publications, staff, watch, year_report),
)

__all__ = ["MAKERS", "ROWS", "Address", "addresses", "library_pages"]
