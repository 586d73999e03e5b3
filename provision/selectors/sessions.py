"""Sessions of a day as a phone shows them, and what stands of their logs."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from aylsham.access.current import Access
from aylsham.access.usual import read_as
from aylsham.models import User
from aylsham.statements import Statement, among, columns_of, made_from
from provision.givers import Giving, given_by, givings_on, plan_of_week, weekdays_planned
from provision.models import (
    MakeUp,
    Place,
    Provision,
    ServedPromise,
    Session,
    SessionLog,
    SessionMark,
)
from provision.provision_codes import ProvisionState
from provision.rules.standing_marks import SessionAt, standing
from provision.rules.weekdays import sessions_on
from provision.selectors.provisions import in_reach
from provision.selectors.session_cards import ChildRow, SaidOf, SessionCard
from provision.selectors.session_week import aside_when_done
from pupils.models import Pupil
from pupils.models.roll import tell_apart

MARK_FACTS = ("came", "minutes", "reason", "measure", "word")


def loggable(access: Access, on: dt.date | None = None):
    """Provision whose sessions the asker may log: what is in reach, and what they give.

    Whoever gives a provision, by its name or by the plan of that day's week (today's), sees the
    names of its children on these pages, also of those whose records they cannot open.
    """
    rows = Provision.objects.filter(school=access.school).exclude(state=ProvisionState.DRAFT)
    day = on or access.today
    own = given_by(access.user, day, day)
    return rows.readable_by(access).filter(own | Q(pk__in=in_reach(access).values("pk")))


def sessions_of_day(access: Access, on: dt.date, *, mine: bool) -> list[SessionCard]:
    """Sessions that may take place on a day, the asker's own or everybody's; five statements.

    By time, as far as they have one; what is given on other weekdays, or has had its sessions of
    the week, is last, and says so.
    """
    rows = loggable(access, on)
    rows = rows.filter(given_by(access.user, on, on)) if mine else rows
    cards = cards_of(access, rows, [on], _make_ups(access, on, mine=mine))
    if mine:
        cards = [_aside_when_anothers(card, access.user) for card in cards]
    return sorted(aside_when_done(access, cards, on), key=_in_the_day)


def _aside_when_anothers(card: SessionCard, user: User) -> SessionCard:
    """Put aside what the plan of the week gives to another adult on that day."""
    is_anothers = card.planned and card.planned.giver.pk != user.pk and not card.seen
    return replace(card, is_off_day=True) if is_anothers else card


def _in_the_day(card: SessionCard) -> tuple:
    return card.is_off_day, card.time is None, card.time or dt.time()


def empty_card(access: Access, provision: UUID, at: SessionAt) -> SessionCard | None:
    """The session with what is known of it; None where nothing is given on that day."""
    planned = _make_ups(access, at.on, mine=False) if at.is_make_up else []
    make_ups = [row for row in planned if row.provision_id == provision]
    found = cards_of(access, loggable(access, at.on).filter(pk=provision), [at.on], make_ups)
    same = next((replace(card, is_off_day=False) for card in found if card.at == at), None)
    usual = next((card for card in found if not card.make_up_minutes), None)
    if same or not usual:
        return same
    fresh = tuple(ChildRow(row.pupil, (), ()) for row in usual.children)
    return SessionCard(usual.provision, at, fresh, usual.others, 0, planned=usual.planned)


def _make_ups(access: Access, on: dt.date, *, mine: bool) -> list[MakeUp]:
    """What is planned to be made up on a day, by the asker or by everybody; one statement."""
    return [_made_up(each) for each in read_as(_own if mine else _everybodys, access, on=on)]


def _made_up(values: dict[str, Any]) -> MakeUp:
    row = made_from(MakeUp, values)
    row.staff = made_from(User, values, "staff__")
    row.pupil = made_from(Pupil, values, "pupil__")
    row.provision = made_from(Provision, values, "provision__")
    row.provision.staff = made_from(User, values, "provision__staff__")
    return row


def _to_make_up(access: Access, on: dt.date, whose: Q) -> QuerySet:
    rows = MakeUp.objects.filter(whose, school=access.school, on=on, pupil__closed_on=None)
    by_name = ("provision__name", "pupil__first_name", "pupil__last_name", "pupil_id")
    return rows.order_by(*by_name).values(
        *columns_of(MakeUp),
        *columns_of(User, "staff__"),
        *columns_of(Pupil, "pupil__"),
        *columns_of(Provision, "provision__"),
        *columns_of(User, "provision__staff__"),
    )


def _by(access: Access) -> Q:
    return Q(staff=access.user) | Q(staff=None, provision__staff=access.user)


def _own(access: Access, on: dt.date) -> QuerySet:
    return _to_make_up(access, on, _by(access))


def _everybodys(access: Access, on: dt.date) -> QuerySet:
    seen = Pupil.objects.visible_to(access).filter(school=access.school).values("pk")
    others = Q(provision__in=loggable(access, on).values("pk"), pupil__in=seen)
    return _to_make_up(access, on, _by(access) | others)


def cards_of(
    access: Access, rows, days: Sequence[dt.date], make_ups: Iterable[MakeUp] = ()
) -> list[SessionCard]:
    """Sessions of these provisions on days in order, provision by provision; three statements.

    `make_ups` are planned on these days: their cards follow. Children whom the asker does not see
    are counted over all the days together.
    """
    first, last = days[0], days[-1]
    there = Q(places__starts_on__lte=last, places__ends_on__gte=first)
    sized = rows.between(first, last).select_related("staff").annotate(size=Count("places", there))
    told = sized.annotate(plan=plan_of_week(first, last))
    provisions = list(told.order_by("name", "starts_on", "pk"))
    places = _places(access, provisions, first, last)
    for row in provisions:
        row.others = row.size - len(places[row.pk])
    planned: dict[UUID, list[MakeUp]] = defaultdict(list)
    for row in make_ups:
        planned[row.provision_id].append(row)
    marks = _marks(access, {*(row.pk for row in provisions), *planned}, first, last)
    usual = [
        _card(provision, at, _pupils_on(at.on, places[provision.pk]), marks[provision.pk])
        for provision in provisions
        for on in days
        if provision.starts_on <= on <= provision.ends_on
        for at in _sessions_at(provision, on, marks[provision.pk])
        if not (at.is_make_up and provision.pk in planned)
    ]
    return usual + [_make_up_card(found, marks[pk]) for pk, found in planned.items()]


def _make_up_card(rows: list[MakeUp], marks: list[SessionMark]) -> SessionCard:
    """A planned make-up with the children for whom it is meant."""
    first = rows[0]
    pupils = [row.pupil for row in rows]
    tell_apart(pupils)
    first.provision.others = 0
    card = _card(first.provision, SessionAt(first.on, 1, True), pupils, marks)
    minutes = max(row.minutes for row in rows)
    return replace(card, make_up_minutes=minutes, made_up_by=first.staff)


def _places(
    access: Access, provisions: list[Provision], first: dt.date, last: dt.date
) -> dict[UUID, list[Place]]:
    found: dict[UUID, list[Place]] = defaultdict(list)
    ids = [row.pk for row in provisions]
    for values in read_as(_there, access, ids=ids, first=first, last=last):
        place = made_from(Place, values)
        place.pupil = made_from(Pupil, values, "pupil__")
        place.pupil.school = access.school
        place.pupil.is_owed_by_law = values["is_law"]
        found[place.provision_id].append(place)
    tell_apart(place.pupil for group in found.values() for place in group)
    return found


def _there(access: Access, ids: list[UUID], first: dt.date, last: dt.date) -> QuerySet:
    """Places of children on the record whom the asker sees, or to whom they give it."""
    seen = Pupil.objects.visible_to(access).filter(school=access.school).values("pk")
    served = ServedPromise.objects.filter(
        school_id=OuterRef("school_id"),
        provision_id=OuterRef("provision_id"),
        promise__pupil_id=OuterRef("pupil_id"),
    )
    places = Place.objects.filter(
        Q(pupil__in=seen) | given_by(access.user, first, last, path="provision__"),
        among("provision_id", ids),
        school=access.school,
        starts_on__lte=last,
        ends_on__gte=first,
        pupil__closed_on=None,
    )
    by_name = places.order_by("pupil__first_name", "pupil__last_name", "pupil_id")
    return by_name.annotate(is_law=Exists(served.bound_by_law(last))).values(
        *columns_of(Place), *columns_of(Pupil, "pupil__"), "is_law"
    )


def _pupils_on(day: dt.date, places: list[Place]) -> list[Pupil]:
    return [place.pupil for place in places if place.starts_on <= day <= place.ends_on]


def _marks(access: Access, provisions: set[UUID], first: dt.date, last: dt.date):
    found: dict[UUID, list[SessionMark]] = defaultdict(list)
    asked = {"school": access.school.pk, "ids": list(provisions), "first": first, "last": last}
    for values in _LOGGED.dicts(**asked):
        mark = made_from(SessionMark, values)
        mark.log = made_from(SessionLog, values, "log__")
        mark.log.session = made_from(Session, values, "log__session__")
        mark.log.logged_by = made_from(User, values, "log__logged_by__")
        mark.log.on_behalf_of = made_from(User, values, "log__on_behalf_of__")
        found[mark.log.session.provision_id].append(mark)
    return found


def _logged(school: UUID, ids: list[UUID], first: dt.date, last: dt.date) -> QuerySet:
    rows = SessionMark.objects.filter(
        among("log__session__provision_id", ids),
        school=school,
        log__session__on__gte=first,
        log__session__on__lte=last,
    )
    return rows.order_by("log__number", "pk").values(
        *columns_of(SessionMark),
        *columns_of(SessionLog, "log__"),
        *columns_of(Session, "log__session__"),
        *columns_of(User, "log__logged_by__"),
        *columns_of(User, "log__on_behalf_of__"),
    )


_LOGGED = Statement(_logged, school=UUID, ids=list, first=dt.date, last=dt.date)


def _sessions_at(provision: Provision, on: dt.date, marks: list[SessionMark]) -> list[SessionAt]:
    plan = getattr(provision, "plan", None)
    givings = givings_on(plan, on)
    if givings or weekdays_planned(plan, on):
        here = [n for n, each in enumerate(givings, 1) if not each.is_moved_away]
    else:
        count = sessions_on(provision.sessions_a_week, provision.weekdays, on.weekday())
        here = range(1, count + 1)
    planned = {SessionAt(on, slot) for slot in here or (1,)}
    logged = {_at(mark) for mark in marks if mark.log.session.on == on}
    return sorted(planned | logged, key=lambda at: (at.is_make_up, at.slot))


def _at(mark: SessionMark) -> SessionAt:
    session = mark.log.session
    return SessionAt(session.on, session.slot, session.is_make_up)


def _card(
    provision: Provision, at: SessionAt, pupils: list[Pupil], marks: list[SessionMark]
) -> SessionCard:
    of_session = [mark for mark in marks if _at(mark) == at]
    children = tuple(
        _child(pupil, [mark for mark in of_session if mark.pupil_id == pupil.pk])
        for pupil in pupils
    )
    seen = max((mark.log.number for mark in of_session), default=0)
    plan = getattr(provision, "plan", None)
    weekdays = weekdays_planned(plan, at.on) or provision.weekdays
    giving = giving_at(plan, at)
    is_off = giving.is_moved_away if giving else bool(weekdays) and at.on.weekday() not in weekdays
    is_off = is_off and not seen and not at.is_make_up
    return SessionCard(
        provision,
        at,
        children,
        provision.others,
        seen,
        is_off_day=is_off,
        planned=giving,
        weekdays=tuple(weekdays),
    )


def giving_at(plan: list[dict] | None, at: SessionAt) -> Giving | None:
    """Who gives a session by the plan of its week; a make-up is nobody's by plan."""
    found = [] if at.is_make_up else givings_on(plan, at.on)
    return found[min(at.slot, len(found)) - 1] if found else None


def _child(pupil: Pupil, marks: list[SessionMark]) -> ChildRow:
    stands = standing([said_of(mark) for mark in marks])
    return ChildRow(pupil, tuple(each.mark for each in stands), tuple(reversed(marks)))


def said_of(mark: SessionMark) -> SaidOf:
    """A mark as what its log says, to be compared with others."""
    facts = tuple(getattr(mark, name) for name in MARK_FACTS)
    return SaidOf(mark.log.number, mark.log.seen, facts, mark)
