"""How the passports of a page's schools stand: to check, drawn edits, stale, missing."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, F, OuterRef

from aylsham import clock
from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.models import School
from pupils.codes import PassportState
from pupils.models import Passport, PassportVersion, Pupil
from pupils.models.roll import tell_apart
from pupils.rules.passports import SAMPLE_WEEKS, Freshness, freshness
from pupils.selectors.identity import with_status
from pupils.selectors.passports.clocks import with_oldest
from pupils.selectors.readers import who_has_not
from pupils.words import status_words, year_words


@dataclass(frozen=True)
class ListedPassport:
    """A child in one of the lists: since when, and by whom."""

    pupil_id: UUID
    school: School
    name: str
    place: str
    on: dt.date | None = None
    by: str = ""
    words: str = ""
    version_id: UUID | None = None


@dataclass(frozen=True)
class PassportLists:
    """Everything that a SENDCo or phase leader may look after, the oldest first."""

    to_check: tuple[ListedPassport, ...]
    drawn: tuple[ListedPassport, ...]
    stale: tuple[ListedPassport, ...]
    ageing: tuple[ListedPassport, ...]
    missing: tuple[ListedPassport, ...]
    being_written: tuple[ListedPassport, ...]
    #: Published ones that somebody who works with the child has still to read.
    unread: tuple[ListedPassport, ...]
    published: int

    @property
    def by_state(self) -> list[tuple[str, ListedPassport]]:
        """Every row with what is to do about it."""
        parts = (
            ("To check", self.to_check),
            ("Edit to look through", self.drawn),
            ("Not found true for 26 weeks", self.stale),
            ("Not found true for 12 weeks", self.ageing),
            ("Sent back, with the teacher", self.being_written),
            ("Not read by everybody", self.unread),
            ("On the register without a passport", self.missing),
        )
        return [(words, row) for words, rows in parts for row in rows]

    @property
    def pupil_ids(self) -> dict[School, list[UUID]]:
        """Every child shown, by school."""
        found: dict[School, list[UUID]] = {}
        for rows in (
            self.to_check, self.drawn, self.stale, self.ageing, self.missing, self.being_written,
            self.unread,
        ):  # fmt: skip
            for row in rows:
                found.setdefault(row.school, []).append(row.pupil_id)
        return found


def passport_lists(access: Access) -> PassportLists:
    """How passports of children in reach stand; seven statements."""
    schools = {s.pk: s for s in access.schools if access.can(Permission.CHECK_PASSPORTS, s)}
    pupils = Pupil.objects.visible_to(access).filter(school__in=schools).on_roll(access.today)
    rows = _passports(pupils)
    standing = [(row, _freshness(row, schools[row.school_id], access.today)) for row in rows]
    published = [(row, fresh) for row, fresh in standing if row.published_on]
    return PassportLists(
        to_check=_listed(schools, rows, PassportState.CHECKING, on="sent_on", by="sent_by"),
        drawn=tuple(_drawn(access, pupils, schools)),
        stale=_aged(schools, published, Freshness.RED),
        ageing=_aged(schools, published, Freshness.AMBER),
        missing=tuple(_missing(access, pupils, schools)),
        being_written=_listed(schools, rows, PassportState.SENT_BACK, on="sent_on", by="sent_by"),
        unread=_unread(schools, [row for row, _ in published], access.today),
        published=len(published),
    )


def _passports(pupils) -> list[Passport]:
    rows = with_oldest(Passport.objects.filter(pupil__in=pupils))
    rows = rows.select_related("pupil__class_group", "sent_by", "confirmed_by")
    found = list(rows.order_by("oldest_on", "sent_on", "pk"))
    tell_apart(row.pupil for row in found)
    return found


def _freshness(row: Passport, school: School, today: dt.date) -> Freshness:
    if not row.published_on:
        return Freshness.FRESH
    return freshness(row.oldest_on, school.live_from, today)


def _listed(schools, rows, state: PassportState, *, on: str, by: str):
    return tuple(
        _row(schools, row, on=getattr(row, on), by=_name(getattr(row, by)))
        for row in rows
        if row.state == state
    )


def _aged(schools, published, wanted: Freshness) -> tuple[ListedPassport, ...]:
    return tuple(
        _row(schools, row, on=row.oldest_on, by=_name(row.confirmed_by))
        for row, fresh in published
        if fresh is wanted
    )


def _unread(schools, published, today: dt.date) -> tuple[ListedPassport, ...]:
    names = who_has_not(published, today=today)
    rows = sorted(published, key=lambda row: (-len(names[row.pk]), row.pupil.last_name, row.pk))
    return tuple(
        _row(schools, row, words=", ".join(names[row.pk])) for row in rows if names[row.pk]
    )


def _drawn(access: Access, pupils, schools):
    since = clock.moment() - dt.timedelta(weeks=SAMPLE_WEEKS)
    rows = (
        PassportVersion.objects.filter(
            school__in=schools,
            is_sampled=True,
            seen_at=None,
            changed_at__gte=since,
            passport__pupil__in=pupils,
        )
        .exclude(made_by=access.user)
        .defer("content")
        .select_related("passport__pupil__class_group", "made_by")
        .order_by("changed_at")
    )
    for row in rows:
        day = row.changed_at.date()
        yield _row(schools, row.passport, on=day, by=_name(row.made_by), version_id=row.pk)


def _missing(access: Access, pupils, schools):
    published = Passport.objects.filter(
        school_id=OuterRef("school_id"), pupil=OuterRef("pk")
    ).exclude(state__in=[PassportState.DRAFT])
    rows = (
        with_status(pupils, access.today)
        .filter(~Exists(published), period__isnull=False)
        .annotate(status=F("period__status"), since=F("period__starts_on"))
        .select_related("class_group")
        .order_by("since", "last_name", "pk")
    )
    for row in rows:
        yield _child(schools, row, on=row.since, words=status_words(row.status))


def _row(schools, row: Passport, **more) -> ListedPassport:
    return _child(schools, row.pupil, **more)


def _child(schools, pupil: Pupil, **more) -> ListedPassport:
    place = [year_words(pupil.year_group), pupil.class_group and pupil.class_group.name]
    return ListedPassport(
        pupil_id=pupil.pk,
        school=schools[pupil.school_id],
        name=pupil.full_name,
        place=", ".join(filter(None, place)),
        **more,
    )


def _name(user) -> str:
    return user.name if user else ""
