"""Reads that somebody should look at: fixed rules that anybody can repeat, no guessing.

A line is no accusation. It says what was unusual, and the reader asks.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, F, Max, Q
from django.db.models.functions import ExtractHour, TruncDate

from aylsham.access.current import Access
from aylsham.audit.codes import Action, Kind
from aylsham.audit.selectors import LOOKING, Period
from aylsham.models import AuditEvent
from pupils.models import Pupil

MANY_CHILDREN = 30
MANY_AT_NIGHT = 3
NIGHT = (22, 6)  # from ten in the evening to six in the morning
MANY_REFUSALS = 5

RULES = (
    f"opened the records of more than {MANY_CHILDREN} different children in one day",
    f"opened {MANY_AT_NIGHT} records or more between 10 pm and 6 am",
    f"was refused {MANY_REFUSALS} times or more in one day",
    "opened the record of a child with the same family name",
)


@dataclass(frozen=True)
class Oddity:
    """What was unusual: who, when, in a sentence."""

    on: dt.date
    actor_id: UUID
    who: str
    sentence: str
    pupil_ids: tuple[UUID, ...] = ()


def oddities_at(access: Access, period: Period) -> list[Oddity]:
    """Unusual reads at the schools of the page, the latest first; three statements."""
    events = AuditEvent.objects.filter(
        period.condition, school__in=access.schools, actor_id__isnull=False
    ).order_by()
    found = [*_by_day(events), *_same_family_name(events, access)]
    return sorted(found, key=lambda o: (o.on, o.who), reverse=True)


def _by_day(events) -> Iterable[Oddity]:
    first, last = NIGHT
    looks = Q(action__in=LOOKING, pupil_ids__len=1)
    at_night = Q(hour__gte=first) | Q(hour__lt=last)
    refused = Q(action__in=Action.of_kind(Kind.REFUSED))
    days = (
        events.filter(looks | refused)
        .annotate(day=TruncDate("at"), hour=ExtractHour("at"))
        .values("actor_id", "day")
        .annotate(
            who=Max("actor_name"),
            children=Count("pupil_ids__0", distinct=True, filter=looks),
            night=Count("pk", filter=looks & at_night),
            refusals=Count("pk", filter=refused),
        )
        .filter(
            Q(children__gt=MANY_CHILDREN)
            | Q(night__gte=MANY_AT_NIGHT)
            | Q(refusals__gte=MANY_REFUSALS)
        )
    )
    for row in days:
        sentences = (
            (
                row["children"] > MANY_CHILDREN,
                f"opened the records of {row['children']} different children",
            ),
            (row["night"] >= MANY_AT_NIGHT, f"opened records {row['night']} times at night"),
            (row["refusals"] >= MANY_REFUSALS, f"was refused {row['refusals']} times"),
        )
        for applies, sentence in sentences:
            if applies:
                yield Oddity(row["day"], row["actor_id"], row["who"], sentence)


def _same_family_name(events, access: Access) -> Iterable[Oddity]:
    """People often work where their own or their relatives' children go; somebody should know."""
    pairs = (
        events.filter(action__in=LOOKING, pupil_ids__len=1)
        .annotate(child=F("pupil_ids__0"))
        .values("actor_id", "child")
        .annotate(who=Max("actor_name"), last_at=Max("at"), number=Count("pk"))
    )
    by_name = defaultdict(list)
    for pair in pairs:
        by_name[pair["who"].split()[-1].casefold()].append(pair)
    children = {
        pk: name.casefold()
        for pk, name in Pupil.objects.visible_to(access).values_list("pk", "last_name")
    }
    for name, those in by_name.items():
        for pair in those:
            if children.get(pair["child"]) == name:
                times = "once" if pair["number"] == 1 else f"{pair['number']} times"
                yield Oddity(
                    pair["last_at"].date(),
                    pair["actor_id"],
                    pair["who"],
                    f"opened the record of a child with the same family name {times}",
                    (pair["child"],),
                )
