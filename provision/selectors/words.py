"""What adults who give a provision say of a child: the same day to its class, first at a review."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from provision.models import Cycle, Place, Provision, SessionMark
from provision.provision_codes import ProvisionState
from pupils.handed_texts import SEALED

#: How many words of one adult a review shows.
LATEST = 3


@dataclass(frozen=True)
class Word:
    """A word about a child's session."""

    pupil_id: UUID
    name: str
    provision: str
    on: dt.date
    text: str
    measure: str
    who: str


@dataclass(frozen=True)
class GiverWords:
    """An adult who gave the child something, and what they said of it, the latest first."""

    who: str
    provision: Provision
    words: tuple[Word, ...]


def words_on(access: Access, schools: Iterable[UUID], pupils: Iterable[UUID], on: dt.date):
    """The words about these children's sessions of a day that the asker may read (a queryset)."""
    readable = Provision.objects.filter(school__in=schools).readable_by(access)
    rows = SessionMark.objects.filter(
        school__in=schools,
        pupil__in=pupils,
        log__session__on=on,
        log__session__provision__in=readable,
    )
    return _latest(rows.exclude(word="").exclude(word__contains=SEALED))


def words_of(marks: Iterable[SessionMark], names: Mapping[UUID, str]) -> list[Word]:
    """The rows as words; of a session that was logged again, what was said last."""
    found: dict[tuple[UUID, UUID], Word] = {}
    for mark in marks:
        session = mark.log.session
        found[session.pk, mark.pupil_id] = Word(
            mark.pupil_id,
            names.get(mark.pupil_id, ""),
            session.provision.name,
            session.on,
            mark.word,
            mark.measure,
            _who(mark),
        )
    return list(found.values())


def words_first(access: Access, cycle: Cycle) -> list[GiverWords]:
    """Who gave the child something in a cycle, each with their latest words; two statements."""
    until = cycle.closed_on or access.today
    readable = Provision.objects.filter(school=access.school).readable_by(access)
    places = Place.objects.filter(
        school=access.school,
        pupil=cycle.pupil,
        starts_on__lte=until,
        ends_on__gte=cycle.starts_on,
        provision__in=readable.exclude(state=ProvisionState.DRAFT),
    )
    marks = SessionMark.objects.filter(
        school=access.school,
        pupil=cycle.pupil,
        log__session__on__range=(cycle.starts_on, until),
        log__session__provision__in=readable,
    )
    said = words_of(_latest(marks.exclude(word="").exclude(word__contains=SEALED)), {})
    rows = places.select_related("provision__staff").order_by("provision__name", "pk")
    return [_of_giver(place.provision, said) for place in rows]


def _of_giver(provision: Provision, said: list[Word]) -> GiverWords:
    who = provision.staff.name if provision.staff else provision.get_staff_role_display()
    mine = [word for word in said if word.provision == provision.name]
    return GiverWords(who, provision, tuple(mine[::-1][:LATEST]))


def _latest(rows):
    related = ("log__session__provision", "log__logged_by", "log__on_behalf_of")
    return rows.select_related(*related).order_by("log__session__on", "log__number", "pk")


def _who(mark: SessionMark) -> str:
    user = mark.log.on_behalf_of or mark.log.logged_by
    return user.name if user else "Somebody"
