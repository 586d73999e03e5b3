"""Sessions of a week that nobody has logged: on which days of which provision."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.db.models.functions import JSONObject

from aylsham.access.current import Access
from provision.models import Provision, Session
from provision.rules.open_weeks import DAY, SCHOOL_DAYS
from provision.rules.standing_marks import SessionAt
from provision.rules.weekdays import sessions_on
from provision.selectors.sessions import loggable

_NTH = ("", "", " (2nd)", " (3rd)", " (4th)", " (5th)")


@dataclass(frozen=True)
class WeekLeft:
    """A provision with the sessions of a week that can still be logged."""

    provision: Provision
    sessions: tuple[SessionAt, ...]
    #: How many are asked for: fewer than can be logged where it has no days of its own.
    asked: int

    @property
    def is_plain(self) -> bool:
        """Whether there is nothing to choose: each that can be logged is asked for."""
        return len(self.sessions) <= self.asked

    @property
    def choices(self) -> list[tuple[str, str]]:
        """(value, `Mon 16 Nov (2nd)`) for a form."""
        return [(key_of(at), f"{at.on:%a %-d %b}{_NTH[at.slot]}") for at in self.sessions]


def key_of(at: SessionAt) -> str:
    """Names a session in a form: `2026-11-16.1`."""
    return f"{at.on:%Y-%m-%d}.{at.slot}"


def week_rows(access: Access, provisions: Iterable[UUID], monday: dt.date) -> QuerySet[Provision]:
    """Provisions with their sessions of a week, to be read together with something else."""
    logged = Session.objects.filter(
        school_id=OuterRef("school_id"),
        provision_id=OuterRef("pk"),
        on__range=(monday, monday + 6 * DAY),
        is_make_up=False,
    ).order_by("on", "slot")
    rows = loggable(access).filter(pk__in=list(provisions)).select_related("staff")
    return rows.annotate(week=ArraySubquery(logged.values(data=JSONObject(on="on", slot="slot"))))


def week_left(
    row: Provision, monday: dt.date, is_open: Callable[[dt.date], bool], asked: int
) -> WeekLeft:
    """What one of those rows has left."""
    logged = {(each["on"], each["slot"]) for each in row.week}
    days = [monday + n * DAY for n in range(SCHOOL_DAYS)]
    found = [
        SessionAt(day, slot)
        for day in days
        if is_open(day) and row.starts_on <= day <= row.ends_on
        for slot in range(1, sessions_on(row.sessions_a_week, row.weekdays, day.weekday()) + 1)
        if (day.isoformat(), slot) not in logged
    ]
    return WeekLeft(row, tuple(found), asked)
