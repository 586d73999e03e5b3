"""How far ratings agree over the schools, for those who lead: figures without children."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from pupils.codes import AWAY, AreaOfNeed, ModeratedState
from pupils.models import ModeratedNeed, ModerationRound
from pupils.rules.moderation import FEWEST, Agreement, agreement


@dataclass(frozen=True)
class Line:
    """Agreement of a part of a round; `found` is None where there are too few to say."""

    label: str
    found: Agreement | None


@dataclass(frozen=True)
class Progress:
    """How far the needs of a school are."""

    school: str
    drawn: int
    to_describe: int
    away: int
    to_settle: int
    settled: int
    left_out: int


@dataclass(frozen=True)
class RoundPage:
    """A round with its progress and its agreement: overall, by area, by school."""

    id: UUID
    drawn_on: dt.date
    per_school: int
    area: str
    seed: int
    approve_by: dt.date
    rate_by: dt.date
    settle_by: dt.date
    progress: tuple[Progress, ...]
    whole: Line
    by_area: tuple[Line, ...]
    by_school: tuple[Line, ...]
    fewest: int = FEWEST


def rounds_of(access: Access) -> list[ModerationRound]:
    """Rounds of the asker's federations, the latest first; one statement."""
    federations = {school.federation_id for school in access.schools}
    return list(ModerationRound.objects.filter(federation__in=federations))


def round_page(access: Access, drawn: ModerationRound) -> RoundPage:
    """One round over the schools of the page; one statement."""
    rows = list(
        ModeratedNeed.objects.filter(round=drawn, school__in=[s.pk for s in access.schools])
        .only("school_id", "area", "state", "own_level", "blind_level")
    )  # fmt: skip
    return RoundPage(
        id=drawn.pk,
        drawn_on=drawn.drawn_on,
        per_school=drawn.per_school,
        area=AreaOfNeed(drawn.area).label if drawn.area else "",
        seed=drawn.seed,
        approve_by=drawn.approve_by,
        rate_by=drawn.rate_by,
        settle_by=drawn.settle_by,
        progress=tuple(
            _progress(school.name, [r for r in rows if r.school_id == school.pk])
            for school in access.schools
        ),
        whole=_line("All", rows),
        by_area=tuple(
            _line(area.label, found)
            for area in AreaOfNeed
            if (found := [r for r in rows if r.area == area])
        ),
        by_school=tuple(
            _line(school.name, [r for r in rows if r.school_id == school.pk])
            for school in access.schools
        ),
    )


def _line(label: str, rows: Iterable[ModeratedNeed]) -> Line:
    return Line(label, agreement([(r.own_level, r.blind_level) for r in rows if r.blind_level]))


def _progress(school: str, rows: Sequence[ModeratedNeed]) -> Progress:
    states = Counter(row.state for row in rows)
    return Progress(
        school=school,
        drawn=len(rows),
        to_describe=states[ModeratedState.DRAWN],
        away=sum(states[state] for state in AWAY),
        to_settle=states[ModeratedState.RATED],
        settled=states[ModeratedState.SETTLED],
        left_out=states[ModeratedState.LEFT_OUT],
    )
