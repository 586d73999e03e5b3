"""What a school has room for, on one day: classes, children, needs, what adults give and owe."""

import datetime as dt
from collections import Counter
from collections.abc import Collection
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import F, Q

from aylsham.dates import academic_year
from aylsham.models import School
from ehcp.models import EhcPlan
from provision.models import Place, Promise
from provision.provision_codes import ProvisionState
from pupils.codes import NEED_TYPES, AreaOfNeed, SenStatus
from pupils.models import ClassGroup, Need, Pupil
from pupils.selectors.identity import with_status
from pupils.words import year_words


def capacity_facts(school: School, year_group: str, on: dt.date) -> dict[str, Any]:
    """Figures of the year group and its classes as plain data; names no child and no adult."""
    children = _children(school, on)
    groups = ClassGroup.objects.filter(
        school=school, academic_year=academic_year(on), year_groups__contains=[year_group]
    )
    lines = [
        _line(group.name, [c for c in children if c.class_group_id == group.pk]) for group in groups
    ]
    in_year = [c for c in children if c.year_group == year_group]
    ids = {c.pk for c in children if c.class_group_id in {group.pk for group in groups}}
    every = {c.pk for c in children}
    owed, given, areas = _owed(school, on), _given(school, on), _areas(school, on)
    return {
        "on": on.isoformat(),
        "lines": [
            *lines,
            _line(f"All of {year_words(year_group)}", in_year),
            _line("The whole school", children),
        ],
        "hours": _hours(sum(minutes for pk, minutes in owed.items() if pk in ids)),
        "hours_school": _hours(sum(owed.values())),
        "given": _hours(_of_any(given, ids)),
        "given_school": _hours(_of_any(given, every)),
        "needs": _needs(areas, ids),
        "needs_school": _needs(areas, every),
    }


def _children(school: School, on: dt.date) -> list[Pupil]:
    rows = with_status(Pupil.objects.filter(school=school).on_roll(on), on)
    rows = rows.annotate(sen_status=F("period__status"))
    return list(rows.only("pk", "school_id", "year_group", "class_group_id"))


def _line(label: str, children: list[Pupil]) -> dict[str, Any]:
    status = Counter(child.sen_status for child in children)
    return {
        "label": label,
        "children": len(children),
        "support": status[SenStatus.SUPPORT],
        "plan": status[SenStatus.PLAN],
    }


def _owed(school: School, on: dt.date) -> Counter:
    """Minutes a week that adults owe each child: what is promised, or else the plan's own hours."""
    owed: Counter = Counter()
    for promise in Promise.objects.filter(school=school).live(on):
        owed[promise.pupil_id] += promise.minutes_a_week
    plans = EhcPlan.objects.maintained().filter(school=school, made_on__lte=on)
    for pupil_id, hours in plans.values_list("pupil_id", "hours_per_week"):
        owed[pupil_id] = max(owed[pupil_id], int((hours or Decimal(0)) * 60))
    return owed


def _given(school: School, on: dt.date) -> dict[UUID, tuple[int, set[UUID]]]:
    """Of what runs on the day: an adult's minutes a week, and the children who have it."""
    places = Place.objects.filter(school=school, starts_on__lte=on, ends_on__gte=on)
    running = places.filter(provision__starts_on__lte=on, provision__ends_on__gte=on)
    rows = running.exclude(provision__state=ProvisionState.DRAFT).values_list(
        "provision", "pupil", "provision__sessions_a_week", "provision__minutes"
    )
    found: dict[UUID, tuple[int, set[UUID]]] = {}
    for provision, pupil, sessions, minutes in rows:
        found.setdefault(provision, (sessions * minutes, set()))[1].add(pupil)
    return found


def _of_any(given: dict[UUID, tuple[int, set[UUID]]], ids: Collection[UUID]) -> int:
    """Minutes a week of what any of these children has; a group's counts once."""
    return sum(minutes for minutes, children in given.values() if not children.isdisjoint(ids))


def _areas(school: School, on: dt.date) -> dict[str, set[UUID]]:
    """The children with a need of each area on a day."""
    needs = Need.objects.filter(Q(ended_on=None) | Q(ended_on__gt=on), school=school)
    needs = needs.filter(Q(since_on=None) | Q(since_on__lte=on))
    found: dict[str, set[UUID]] = {}
    for pupil, code in needs.values_list("pupil", "need_type"):
        if code in NEED_TYPES:
            found.setdefault(NEED_TYPES[code].area, set()).add(pupil)
    return found


def _needs(areas: dict[str, set[UUID]], ids: Collection[UUID]) -> list[list[str | int]]:
    """[area, number of children], in the order of the Code of Practice, without empty ones."""
    counts = ((area, len(areas.get(area, set()) & set(ids))) for area in AreaOfNeed)
    return [
        ["Other" if area is AreaOfNeed.OTHER else area.label, number]
        for area, number in counts
        if number
    ]


def _hours(minutes: int) -> str:
    return f"{Decimal(minutes) / 60:.1f}".removesuffix(".0")
