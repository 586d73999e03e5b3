"""A school's counts as its own pages have them, to be kept for a page over many schools."""

import datetime as dt
from dataclasses import asdict

from django.db.models import Count, F

from aylsham.access.current import Access, Post, SchoolAccess
from aylsham.access.roles import Role
from aylsham.dates import academic_year
from aylsham.models import School, User
from ehcp.rules.timeliness import Duty
from ehcp.selectors.timeliness import timeliness_of
from provision.selectors.delivery import ledgers, open_books, part_delivery, term_began
from provision.selectors.provisions import provision_lines
from provision.selectors.sessions import loggable
from pupils.codes import PassportState, SenStatus
from pupils.models import Passport, Pupil
from pupils.rules.passports import Freshness, freshness
from pupils.selectors.identity import with_status
from pupils.selectors.passports.clocks import with_oldest
from reports.bands import Band
from reports.selectors.due_rows import count_due
from reports.summaries.counts import SchoolCounts

_MEETINGS = (Duty.MEETING, Duty.PHASE_MEETING)


def count_school(school: School, today: dt.date) -> dict[str, int]:
    """Every count of a school, as a federation's SEND lead finds it on the school's pages."""
    access = _as_lead(school, today)
    statuses = _statuses(access)
    due = count_due(access)
    late = [each for each in due.tallies if each.band == Band.OVERDUE]
    held, known = _reviews(school, today)
    counts = SchoolCounts(
        roll=sum(statuses.values()),
        support=statuses.get(SenStatus.SUPPORT, 0),
        plans=statuses.get(SenStatus.PLAN, 0),
        late_ours=sum(each.number for each in late if each.who == "school"),
        late_theirs=sum(each.number for each in late if each.who != "school"),
        waiting=due.from_others,
        reviews=known,
        reviews_in_time=held,
        passports=_passports(access),
        **_minutes(access),
    )
    return asdict(counts)


def _as_lead(school: School, today: dt.date) -> Access:
    """Nobody in particular, with the role whose page the counts are for."""
    at = SchoolAccess((Post(school.pk, Role.FEDERATION_SEND_LEAD),), {})
    return Access(User(), today, {school.pk: at}, school=school, schools=[school])


def _statuses(access: Access) -> dict[str, int]:
    children = Pupil.objects.visible_to(access).on_roll(access.today)
    counted = with_status(children, access.today).annotate(status=F("period__status"))
    rows = counted.order_by().values_list("status").annotate(n=Count("pk"))
    return {status or "": number for status, number in rows}


def _reviews(school: School, today: dt.date) -> tuple[int, int]:
    """Review meetings held in time, of those due since September of which that is known."""
    since = dt.date(academic_year(today), 9, 1)
    plans = timeliness_of(school, since=since, until=today)
    owed = [each for plan in plans for each in plan.obligations if each.duty in _MEETINGS]
    known = [x for x in owed if x.is_in_time() or x.is_late() or x.is_open_and_late(today)]
    return sum(each.is_in_time() for each in known), len(known)


def _minutes(access: Access) -> dict[str, int]:
    """Planned, given and owed this term until today, as the page of what is owed has it."""
    year = dt.date(academic_year(access.today), 9, 1)
    running = loggable(access).between(year, access.today)
    lines = [line for line in provision_lines(access, running) if line.places]
    books = open_books(access, lines)
    first = term_began(books.calendar, access.today)
    found = {
        part: part_delivery(ledger, first, access.today).delivery
        for part, ledger in ledgers(books, lines, first).items()
    }
    return {
        "planned": sum(each.planned for each in found.values()),
        "given": sum(each.given for each in found.values()),
        "owed": sum(each.owed for each in found.values()),
        "supported": len({pupil for (_, pupil), each in found.items() if each.planned}),
    }


def _passports(access: Access) -> int:
    """Children on the register whose published passport is not stale."""
    children = Pupil.objects.visible_to(access).on_roll(access.today)
    registered = with_status(children, access.today).filter(period__isnull=False)
    rows = Passport.objects.filter(pupil__in=registered, state=PassportState.PUBLISHED)
    days = with_oldest(rows.exclude(published_on=None)).values_list("oldest_on", flat=True)
    live_from = access.school.live_from
    stands = (freshness(day, live_from, access.today) for day in days)
    return sum(each is not Freshness.RED for each in stands)
