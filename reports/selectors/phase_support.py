"""What children of a phase leader's classes were given of what was planned, and what the law owes."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from aylsham.access.current import Access
from aylsham.dates import DAY, academic_year
from provision.models import Promise, Provision, ServedPromise
from provision.provision_codes import LegalWeight
from provision.selectors.delivery import ledgers, part_delivery, term_began
from provision.selectors.ledgers import books_of_schools
from provision.selectors.provisions import lines_from, provision_rows
from provision.selectors.sessions import loggable

#: The week of today and so many before it.
WEEKS_BEFORE = 2


@dataclass(frozen=True)
class Support:
    """Minutes of children in provision."""

    planned: int = 0
    given: int = 0

    @property
    def percent(self) -> int | None:
        """Given in a hundred of planned; None where nothing was planned."""
        return round(100 * self.given / self.planned) if self.planned else None

    def __add__(self, other: "Support") -> "Support":
        return Support(self.planned + other.planned, self.given + other.given)


@dataclass(frozen=True)
class PhaseSupport:
    """Class by class since a Monday, and what the council must secure and is owed today."""

    by_class: Mapping[str, Support]
    since: dt.date
    owed_by_law: int

    @property
    def all(self) -> Support:
        return sum(self.by_class.values(), Support())


def running_rows(access: Access) -> QuerySet[Provision]:
    """What is or was given this school year, to be read together with something else."""
    return provision_rows(_running(access))


def served_by_law(access: Access) -> QuerySet:
    """(provision, child) where it keeps what the council must secure, as the list of debts has it."""
    promises = Promise.objects.filter(school=access.school).readable_by(access)
    binding = promises.live(access.today).filter(weight=LegalWeight.COUNCIL)
    rows = ServedPromise.objects.filter(
        school=access.school,
        provision__in=_running(access).values("pk"),
        promise__in=binding.values("pk"),
    )
    return rows.values_list("provision_id", "promise__pupil_id")


def _running(access: Access) -> QuerySet[Provision]:
    return loggable(access).between(dt.date(academic_year(access.today), 9, 1), access.today)


def phase_support(
    access: Access,
    running: list[Provision],
    served: Iterable[tuple[UUID, UUID]],
    group_of: Mapping[UUID, str],
) -> PhaseSupport:
    """From the rows of those querysets and the class of each child; three statements."""
    today = access.today
    lines = [line for line in lines_from(access, running, with_own=True) if line.places]
    ids = [line.id for line in lines if not line.is_draft]
    year = dt.date(academic_year(today), 9, 1)
    books = books_of_schools({access.school: year}, ids, today=today)[access.school.pk]
    term, law = term_began(books.calendar, today), set(served)
    since = today - (today.weekday() + 7 * WEEKS_BEFORE) * DAY
    by_class: dict[str, Support] = defaultdict(Support)
    owed = 0
    for part, ledger in ledgers(books, lines, term).items():
        if part in law:
            owed += part_delivery(ledger, term, today).delivery.owed
        if (name := group_of.get(part[1])) is not None:
            lately = ledger.between(since, today)
            by_class[name] += Support(lately.planned, lately.given)
    return PhaseSupport(dict(by_class), since, owed)
