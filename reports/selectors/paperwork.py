"""The assistant SENDCo's work: papers to send, letters to record, and the load week by week."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass

from django.db.models import Count
from django.db.models.functions import TruncWeek

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.calendars import calendar_of
from aylsham.dates import DAY
from ehcp.models import AnnualReview
from reports.bands import Band
from reports.selectors.due import DueItem, due_items
from reports.selectors.due_counts import DueFilter
from reports.selectors.due_rows import due_rows

SOON = (Band.OVERDUE, Band.WEEK, Band.MONTH, Band.ADVISED)
WEEKS = 14
MOST = 12
#: Lines read for the three lists together.
LINES = 200


@dataclass(frozen=True)
class Week:
    """One week of the term: meetings planned, and meetings that must have been held by its end."""

    starts_on: dt.date
    planned: int
    last_days: int
    is_closed: bool
    is_this: bool

    @property
    def load(self) -> int:
        """Both together."""
        return self.planned + self.last_days


@dataclass(frozen=True)
class Paperwork:
    """The page."""

    papers: tuple[DueItem, ...]
    letters: tuple[DueItem, ...]
    meetings: tuple[DueItem, ...]
    weeks: tuple[Week, ...]
    most: int

    @property
    def items(self) -> tuple[DueItem, ...]:
        """Everything whose child is named on the page."""
        return self.papers + self.letters + self.meetings


def paperwork(access: Access) -> Paperwork:
    """What the paperwork of reviews asks for now."""
    items = due_items(access, DueFilter(bands=SOON), limit=LINES)
    weeks = tuple(_weeks(access))
    return Paperwork(
        papers=_of(items, "papers"),
        letters=_of(items, "decision"),
        meetings=tuple(i for i in items if i.is_ours and i.kind in _MEETINGS)[:MOST],
        weeks=weeks,
        most=max((week.load for week in weeks), default=0),
    )


_MEETINGS = {"annual_review", "phase_transfer"}


def _of(items: list[DueItem], kind: str) -> tuple[DueItem, ...]:
    return tuple(item for item in items if item.kind == kind)[:MOST]


def _weeks(access: Access):
    first = access.today - access.today.weekday() * DAY
    last = first + WEEKS * 7 * DAY
    schools = [s for s in access.schools if access.can(Permission.VIEW_PLANS, s)]
    planned = _by_week(
        AnnualReview.objects.filter(
            school__in=schools, is_held=False, meeting_on__range=(first, last)
        ),
        "meeting_on",
    )
    rows = due_rows(access, DueFilter(kind="annual_review")).filter(
        owed_by="school", do_by__range=(first, last), action__url_name="review_plan"
    )
    last_days = _by_week(rows, "do_by")
    open_weeks = _open_weeks(access, first, last)
    for number in range(WEEKS):
        monday = first + number * 7 * DAY
        yield Week(
            starts_on=monday,
            planned=planned[monday],
            last_days=last_days[monday],
            is_closed=open_weeks is not None and monday not in open_weeks,
            is_this=number == 0,
        )


def _by_week(rows, name: str) -> Counter[dt.date]:
    weeks = rows.order_by().annotate(week=TruncWeek(name)).values_list("week")
    return Counter(dict(weeks.annotate(n=Count("pk"))))


def _open_weeks(access: Access, first: dt.date, last: dt.date) -> set[dt.date] | None:
    """Mondays of weeks with a school day; None when several schools differ or none is known."""
    if access.school is None:
        return None
    calendar = calendar_of(access.school)
    if calendar.known is None:
        return None
    days = (first + n * DAY for n in range((last - first).days))
    return {day - day.weekday() * DAY for day in days if calendar.is_school_day(day)}
