"""Moderation as a school sees it: its own needs on their way, and words of others to rate."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from aylsham.access.current import Access
from pupils.codes import AWAY, AreaOfNeed, ModeratedState, NeedLevel
from pupils.models import BlindLook, ModeratedNeed, ModerationRound, Pupil
from pupils.words import need_words, year_words

#: Lines of one page.
MOST = 100


@dataclass(frozen=True)
class OwnLine:
    """A need of ours in a round."""

    id: UUID
    pupil_id: UUID
    name: str
    place: str
    need: str
    state: str
    state_words: str
    own: str
    blind: str
    second: str
    settled: str
    by_day: dt.date | None
    is_late: bool

    @property
    def is_to_do(self) -> bool:
        """Whether the next step is ours."""
        return self.state in (ModeratedState.DRAWN, ModeratedState.RATED)


@dataclass(frozen=True)
class LookLine:
    """Words of another school that wait for a rating here."""

    id: UUID
    area: str
    is_second: bool
    rate_by: dt.date
    is_late: bool


def own_lines(access: Access) -> list[OwnLine]:
    """The needs of the school of the page in all rounds, the latest round first; one statement."""
    rows = ModeratedNeed.objects.filter(
        school=access.school, pupil__in=Pupil.objects.visible_to(access)
    ).select_related("pupil__class_group", "need", "round")
    ordered = rows.order_by("-round__drawn_on", "-round_id", "place")
    return [_own(row, access.today) for row in ordered[:MOST]]


def looks_to_rate(access: Access) -> list[LookLine]:
    """What the asker may rate here, the most urgent first; one statement."""
    rows = open_looks(access).select_related("round").order_by("round__rate_by", "pk")
    return [
        LookLine(
            id=row.pk,
            area=AreaOfNeed(row.area).label,
            is_second=row.is_second,
            rate_by=row.round.rate_by,
            is_late=row.round.rate_by < access.today,
        )
        for row in rows[:MOST]
    ]


def looks_for_others(access: Access) -> int:
    """How many wait here for somebody who does not know the child's school; one statement."""
    mine = Q(not_for__contains=[access.user.pk])
    return BlindLook.objects.filter(mine, school=access.school, level=None).count()


def look_to_rate(access: Access, pk: UUID) -> BlindLook | None:
    """One of them, with its words."""
    looks = open_looks(access) if access.reaches_children else BlindLook.objects.none()
    return looks.filter(pk=pk).select_related("round").first()


def moderated_of(pupil: Pupil, pk: UUID) -> ModeratedNeed | None:
    """One need of a child in a round."""
    rows = ModeratedNeed.objects.filter(school_id=pupil.school_id, pupil=pupil, pk=pk)
    row = rows.select_related("need", "round", "approved_by", "settled_by").first()
    if row:
        row.pupil = pupil
    return row


def level_words(level: int | None) -> str:
    """`High`, of "High: adapted work …"; empty without a level."""
    return NeedLevel(level).label.split(":")[0] if level else ""


def day_of(row: ModeratedNeed) -> dt.date | None:
    """By when the present step is to be done."""
    drawn: ModerationRound = row.round
    if row.state == ModeratedState.DRAWN:
        return drawn.approve_by
    if row.state in AWAY:
        return drawn.rate_by
    return drawn.settle_by if row.state == ModeratedState.RATED else None


def open_looks(access: Access):
    """The same as rows, to be read together with something else."""
    return BlindLook.objects.filter(school=access.school, level=None).exclude(
        not_for__contains=[access.user.pk]
    )


def _own(row: ModeratedNeed, today: dt.date) -> OwnLine:
    group = row.pupil.class_group.name if row.pupil.class_group else ""
    by_day = day_of(row)
    return OwnLine(
        id=row.pk,
        pupil_id=row.pupil_id,
        name=row.pupil.full_name,
        place=" · ".join(filter(None, [year_words(row.pupil.year_group), group])),
        need=need_words(row.need.need_type),
        state=row.state,
        state_words=row.get_state_display(),
        own=level_words(row.own_level),
        blind=level_words(row.blind_level),
        second=level_words(row.second_level),
        settled=level_words(row.settled_level),
        by_day=by_day,
        is_late=bool(by_day and by_day < today),
    )
