"""Passports that somebody has to look through, write again, check or read."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from django.db.models import (
    Case,
    DateField,
    Exists,
    F,
    Max,
    OuterRef,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce, Greatest, TruncDate

from aylsham.asks.registry import Ask, Scope, asked
from pupils.asks.rows import OWNER, checker, here, live, owned
from pupils.codes import PassportState, ReadSubject
from pupils.models import Passport, PassportVersion, ReadReceipt
from pupils.rules.passports import AMBER_WEEKS
from pupils.rules.reading import Reader
from pupils.selectors.passports.clocks import with_oldest
from pupils.selectors.reading import (
    has_more,
    levels_of,
    lines_by_name,
    namings,
    steps_of,
    unconfirmed,
)


def still_true(scope: Scope) -> QuerySet:
    """Published passports that nobody found true for twelve weeks, for those who have the class."""
    before = scope.today - dt.timedelta(weeks=AMBER_WEEKS)
    live_from = scope.school.live_from
    since = Greatest(F("oldest_on"), Cast(Value(live_from), DateField()))
    rows = with_oldest(_of(scope, PassportState.PUBLISHED)).alias(since=since)
    rows = rows.filter(since__lte=before) if live_from else rows.none()
    return asked(owned(rows, scope), person=OWNER, due_on=since, asked_on=since)


def sent_back(scope: Scope) -> QuerySet:
    """Passports that came back from the check, for whoever sent them."""
    rows = _of(scope, PassportState.SENT_BACK)
    return asked(rows, person="sent_by_id", due_on="sent_on", asked_on="sent_on")


def to_check(scope: Scope) -> QuerySet:
    """First versions with the checker."""
    rows = _of(scope, PassportState.CHECKING)
    return asked(rows, whose=checker(scope), due_on="sent_on", asked_on="sent_on")


def unread_by_class(scope: Scope) -> QuerySet:
    """Passports that an adult of the class has still to read."""
    adults = "pupil__class_group__adults__"
    rows = _of(scope, PassportState.PUBLISHED).filter(
        live(adults, scope.today), **{f"{adults}user__is_active": True}
    )
    return _unread(rows, OWNER)


def unread_by_child(scope: Scope) -> QuerySet:
    """Passports that an adult who supports the child has still to read."""
    rows = _of(scope, PassportState.PUBLISHED).filter(
        live("pupil__adults__", scope.today), pupil__adults__user__is_active=True
    )
    return _unread(rows, "pupil__adults__user_id")


def unread_by_name(scope: Scope) -> QuerySet:
    """Sensitive lines that somebody was named for and has not confirmed."""
    rows = unconfirmed(namings(scope.today)).filter(
        school=scope.school,
        pupil__in=here(scope),
        pupil__passports__state=PassportState.PUBLISHED,
        user__is_active=True,
    )
    return asked(
        rows,
        person="user_id",
        subject="pupil__passports__pk",
        due_on="starts_on",
        asked_on="starts_on",
    )


def still_to_read(scope: Scope, asks: list[Ask]) -> set[tuple[UUID | None, UUID]]:
    """Leave out those who read before and for whom nothing that they see was changed since.

    Three statements where anybody read before; two for one person, whose levels are known.
    """
    first = {(ask.person, ask.subject) for ask in asks if not ask.count}
    again = [ask for ask in asks if ask.count and ask.person and ask.pupil]
    return first | {(ask.person, ask.subject) for ask in _changed(scope, again)}


def _changed(scope: Scope, asks: list[Ask]) -> Iterable[Ask]:
    if not asks:
        return
    at = scope.school.pk
    steps = steps_of([Passport(pk=pk, school_id=at) for pk in {ask.subject for ask in asks}])
    lines = lines_by_name([ask.pupil for ask in asks if ask.pupil], scope.today)
    levels = _levels(scope, {ask.person for ask in asks if ask.person})
    for ask in asks:
        reader = Reader(ask.person, levels[at, ask.person], lines[ask.pupil, ask.person])
        row = Passport(pk=ask.subject, school_id=at)
        if has_more(row, steps[ask.subject], reader, ask.count, ask.upto):
            yield ask


def _levels(scope: Scope, people: set[UUID]) -> dict[tuple[UUID, UUID], frozenset[int]]:
    if scope.person is not None and scope.levels is not None:
        return {(scope.school.pk, scope.person): scope.levels}
    return defaultdict(frozenset, levels_of({scope.school.pk}, people, scope.today))


def _of(scope: Scope, state: PassportState) -> QuerySet:
    return Passport.objects.filter(school=scope.school, state=state, pupil__in=here(scope))


def _unread(rows: QuerySet, person: str) -> QuerySet:
    """Those whose reader has not confirmed the version that was marked, nor made it."""
    own = {"school_id": OuterRef("school_id")}
    receipts = ReadReceipt.objects.filter(
        **own, subject=ReadSubject.PASSPORT, subject_id=OuterRef("pk"), user=OuterRef("reader")
    )
    last = receipts.order_by().values("user").annotate(last=Max("version")).values("last")
    sent_it = Case(When(sent_by=F("reader"), then=Value(1)), default=Value(0))
    marked = PassportVersion.objects.filter(
        **own, passport=OuterRef("pk"), number=OuterRef("must_read_from")
    )
    day = Coalesce(Subquery(marked.values(day=TruncDate("changed_at"))[:1]), F("published_on"))
    rows = rows.annotate(reader=F(person)).annotate(before=Coalesce(Subquery(last), sent_it))
    rows = rows.filter(before__lt=F("must_read_from"))
    return asked(
        rows.exclude(Exists(marked.filter(made_by=OuterRef("reader")))),
        person=person,
        due_on=day,
        asked_on=day,
        count=F("before"),
        upto=F("must_read_from"),
    )
