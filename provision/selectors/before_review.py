"""Children who are reviewed soon and of whom nobody who gives them something has said a word."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from aylsham.access.current import Access
from aylsham.models import School
from provision.codes import CycleState
from provision.models import Place, SessionMark
from provision.rules.standing_marks import SessionAt, standing
from provision.selectors.sessions import said_of
from pupils.models import Pupil

#: A review is asked for so many days before its day.
AHEAD = dt.timedelta(days=14)
#: A word that whoever gives something said so lately serves a review.
SAID_WITHIN = dt.timedelta(days=42)


@dataclass(frozen=True)
class Unsaid:
    """A child of a provision without a word, and the last session that one can be said of."""

    pupil: Pupil
    review_on: dt.date
    #: None: nothing was logged of the child lately, or two people said different things.
    last: SessionMark | None

    @property
    def at(self) -> SessionAt | None:
        """Which session that was."""
        session = self.last.log.session if self.last else None
        return session and SessionAt(session.on, session.slot, session.is_make_up)


def soon_reviewed(today: dt.date) -> Q:
    """Whether the child of a place has a running cycle that is reviewed soon."""
    return Q(pupil__cycles__state=CycleState.RUNNING, pupil__cycles__review_on__lte=today + AHEAD)


def without_word(today: dt.date) -> Exists:
    """Whether nobody has said anything of the child of a place lately."""
    said = SessionMark.objects.filter(
        school_id=OuterRef("school_id"),
        pupil_id=OuterRef("pupil_id"),
        log__session__provision_id=OuterRef("provision_id"),
        log__session__on__gte=today - SAID_WITHIN,
    )
    return ~Exists(said.exclude(word=""))


def unsaid_rows(access: Access, school: School, provisions: Iterable[UUID]) -> list[QuerySet]:
    """Places without a word and what was logged of them lately, to be read together."""
    ids, today = list(provisions), access.today
    seen = Pupil.objects.visible_to(access).filter(school=school).values("pk")
    reached = Q(pupil__in=seen) | Q(provision__staff=access.user)
    places = Place.objects.filter(
        reached, soon_reviewed(today), without_word(today),
        school=school,
        provision__in=ids,
        pupil__closed_on=None,
        starts_on__lte=today,
        ends_on__gte=today - AHEAD,
    ).annotate(review_on=F("pupil__cycles__review_on"))  # fmt: skip
    marks = SessionMark.objects.filter(
        school=school,
        log__session__provision__in=ids,
        log__session__on__range=(today - SAID_WITHIN, today),
        log__session__is_make_up=False,
        pupil__in=places.order_by().values("pupil"),
    )
    return [
        places.select_related("pupil").order_by("pupil__first_name", "pupil__last_name", "pk"),
        marks.select_related("log__session").order_by("log__number", "pk"),
    ]


def unsaid_from(
    places: Iterable[Place], marks: Iterable[SessionMark]
) -> dict[UUID, tuple[Unsaid, ...]]:
    """Those rows, by provision."""
    told: dict[tuple[UUID, UUID], list[SessionMark]] = defaultdict(list)
    for mark in marks:
        told[mark.log.session.provision_id, mark.pupil_id].append(mark)
    found: dict[UUID, dict[UUID, Unsaid]] = defaultdict(dict)
    for place in places:
        key = (place.provision_id, place.pupil_id)
        last = _last(told[key])
        found[place.provision_id][place.pupil_id] = Unsaid(place.pupil, place.review_on, last)
    return {pk: tuple(each.values()) for pk, each in found.items()}


def _last(marks: list[SessionMark]) -> SessionMark | None:
    """What stands of the latest session; None where there is none, or two that differ."""
    if not marks:
        return None
    newest = max((mark.log.session.on, mark.log.session.slot) for mark in marks)
    of_it = [m for m in marks if (m.log.session.on, m.log.session.slot) == newest]
    stands = standing([said_of(mark) for mark in of_it])
    return stands[0].mark if len(stands) == 1 else None
