"""What logging a session reads: its children, and what was logged on its day; compiled once."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject

from aylsham.access.current import Access
from aylsham.access.usual import read_as
from aylsham.models import User
from aylsham.statements import Statement, columns_of, made_from
from provision.givers import given_by, plan_of_week
from provision.models import EarlierShape, Place, Provision, Session, SessionLog
from provision.rules.standing_marks import SessionAt
from provision.selectors.session_cards import ChildRow, SessionCard
from provision.selectors.sessions import empty_card, giving_at, loggable
from pupils.models import Pupil
from pupils.models.roll import tell_apart


def bare_card(access: Access, provision: UUID, at: SessionAt) -> SessionCard | None:
    """The session with its children alone, for a log that comes in; two statements."""
    if at.is_make_up:
        return empty_card(access, provision, at)
    found = read_as(_given, access, provision=provision, on=at.on)
    if not found:
        return None
    row = made_from(Provision, found[0])
    row.staff = made_from(User, found[0], "staff__")
    row.others = 0
    children = read_as(_children, access, provision=provision, on=at.on)
    pupils = [made_from(Pupil, each) for each in children]
    for pupil in pupils:
        pupil.school = access.school
    tell_apart(pupils)
    rows = tuple(ChildRow(pupil, (), ()) for pupil in pupils)
    return SessionCard(row, at, rows, 0, 0, planned=giving_at(found[0]["plan"], at))


def _given(access: Access, provision: UUID, on: dt.date) -> QuerySet:
    rows = loggable(access, on).filter(pk=provision).between(on, on)
    told = rows.annotate(plan=plan_of_week(on, on))
    return told.values(*columns_of(Provision), *columns_of(User, "staff__"), "plan")


def _children(access: Access, provision: UUID, on: dt.date) -> QuerySet:
    """Those on roll who are in it on that day, by name, as far as the asker may see them."""
    there = Place.objects.filter(
        school=access.school, provision=provision, starts_on__lte=on, ends_on__gte=on
    )
    on_record = Pupil.objects.filter(school=access.school, closed_on=None)
    seen = Pupil.objects.visible_to(access).filter(school=access.school).values("pk")
    reached = Q(pk__in=seen) & Q(pk__in=there.values("pupil"))
    given = there.filter(given_by(access.user, on, on, path="provision__"))
    own = Q(pk__in=given.values("pupil"))
    in_order = on_record.filter(reached | own).order_by("first_name", "last_name", "pk")
    return in_order.values(*columns_of(Pupil))


@dataclass(frozen=True)
class DayOfLog:
    """What stands of a provision on a day, before something is logged."""

    #: Minutes of a session by the plan of that day; None: as they are today.
    earlier_minutes: int | None
    pupil_ids: frozenset[UUID]
    #: Whether a log came before with the same key.
    is_known: bool
    #: (key, how many logs it has) of the sessions of that day.
    sessions: dict[SessionAt, tuple[UUID, int]]


def day_of_log(provision: Provision, on: dt.date, key: UUID) -> DayOfLog:
    """What a log of that day is checked against; one statement."""
    ids = {"school": provision.school_id, "provision": provision.pk}
    [(minutes, pupil_ids, is_known, sessions)] = _DAY.rows(on=on, key=key, **ids)
    return DayOfLog(
        minutes,
        frozenset(pupil_ids),
        is_known,
        {
            SessionAt(on, each["slot"], each["is_make_up"]): (UUID(each["pk"]), each["logs"])
            for each in sessions
        },
    )


def _day(school: UUID, provision: UUID, on: dt.date, key: UUID) -> QuerySet:
    of_provision = {"school": school, "provision": provision}
    earlier = EarlierShape.objects.filter(**of_provision, until__gte=on).order_by("until")
    places = Place.objects.filter(**of_provision, starts_on__lte=on, ends_on__gte=on)
    logs = SessionLog.objects.filter(school=school, session=OuterRef("pk")).order_by()
    count = logs.values("session").annotate(n=Count("pk")).values("n")
    sessions = Session.objects.filter(**of_provision, on=on).annotate(n=Subquery(count))
    facts = JSONObject(pk="pk", slot="slot", is_make_up="is_make_up", logs=F("n"))
    return Provision.objects.filter(school=school, pk=provision).values_list(
        Subquery(earlier.values("minutes")[:1]),
        ArraySubquery(places.values("pupil_id")),
        Exists(SessionLog.objects.filter(school=school, pk=key)),
        ArraySubquery(sessions.values(facts=facts)),
    )


_DAY = Statement(_day, school=UUID, provision=UUID, on=dt.date, key=UUID)
