"""What a school has room for, from its own record on one day: classes, children, adult hours."""

import datetime as dt
from collections import Counter
from decimal import Decimal
from typing import Any

from django.db.models import F

from aylsham.dates import academic_year
from aylsham.models import School
from ehcp.models import EhcPlan
from provision.models import Promise
from pupils.codes import SenStatus
from pupils.models import ClassGroup, Pupil
from pupils.selectors.identity import with_status
from pupils.words import year_words


def capacity_facts(school: School, year_group: str, on: dt.date) -> dict[str, Any]:
    """Figures of the year group and its classes as plain data; names no child."""
    children = _children(school, on)
    groups = ClassGroup.objects.filter(
        school=school, academic_year=academic_year(on), year_groups__contains=[year_group]
    )
    lines = [
        _line(group.name, [c for c in children if c.class_group_id == group.pk]) for group in groups
    ]
    in_year = [c for c in children if c.year_group == year_group]
    ids = {c.pk for c in children if c.class_group_id in {group.pk for group in groups}}
    owed = _owed(school, on)
    return {
        "on": on.isoformat(),
        "lines": [
            *lines,
            _line(f"All of {year_words(year_group)}", in_year),
            _line("The whole school", children),
        ],
        "hours": _hours(sum(minutes for pk, minutes in owed.items() if pk in ids)),
        "hours_school": _hours(sum(owed.values())),
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


def _hours(minutes: int) -> str:
    return f"{Decimal(minutes) / 60:.1f}".removesuffix(".0")
