"""What a draft takes for granted, in words; and what it could be about."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from aylsham.access.current import Access
from pupils.models import Pupil
from staff.codes import WEEKDAY_LABELS
from staff.models import PlanDemand, StaffMember, TrainingTopic, WeekPlan
from staff.rules.patterns import MINUTES
from staff.selectors.weeks.board_rows import demands_of
from staff.selectors.weeks.instances import monday_of
from staff.selectors.weeks.reading import DemandWords, demand_words

GONE = "somebody or something that is no longer there"
SOMEBODY = "a child whom you do not see"


@dataclass(frozen=True)
class WhatIf:
    """One change that a draft takes for granted."""

    key: str
    words: str


def what_ifs(access: Access, plan: WeekPlan) -> list[WhatIf]:
    """The changes in words; at most eight statements."""
    if not plan.changes:
        return []
    names = {str(row.pk): row.name for row in StaffMember.objects.filter(school=access.school)}
    topics = TrainingTopic.objects.filter(federation_id=access.school.federation_id)
    names |= {str(row.pk): row.name for row in topics}
    names |= {str(key): each.what for key, each in demands_in_words(access, plan).items()}
    asked = [UUID(each["child"]) for each in plan.changes if each["kind"] == "joins"]
    names |= dict.fromkeys(map(str, asked), SOMEBODY)
    names |= {str(row.pk): row.full_name for row in children_of(access).filter(pk__in=asked)}
    return [WhatIf(each["id"], _words(each, names)) for each in plan.changes]


def _words(change: Mapping, names: Mapping[str, str]) -> str:
    who = names.get(change.get("adult", ""), GONE)
    what = names.get(change.get("demand", ""), GONE)
    match change["kind"]:
        case "leaves":
            return f"{who} is not there any more"
        case "new":
            days = ", ".join(WEEKDAY_LABELS[day][:3] for day in change["weekdays"])
            return f"{who} begins with {change['minutes'] / MINUTES:g} hours a week ({days})"
        case "hours":
            hours = change["minutes"] / MINUTES
            return f"{who} has {abs(hours):g} hours a week {'more' if hours > 0 else 'fewer'}"
        case "trained":
            return f"{who} is trained in {names.get(change['training'], GONE)}"
        case "joins":
            return f"{names.get(change['child'], SOMEBODY)} joins {what}"
        case "without":
            return f"{what} is not given"
    return f"{who} gives {what} without the training: {change['note']}"


def demands_in_words(access: Access, plan: WeekPlan) -> dict[UUID, DemandWords]:
    """What a plan has to cover, for a list to choose from."""
    return demand_words(access, list(demands_of(access, plan)))


def members_of(access: Access, plan: WeekPlan) -> QuerySet[StaffMember]:
    """Who works at the school in the plan's week."""
    return StaffMember.objects.filter(school=access.school).here_on(monday_of(plan))


def topics_of(access: Access) -> QuerySet[TrainingTopic]:
    """What people can be trained in."""
    return TrainingTopic.objects.filter(federation_id=access.school.federation_id)


def children_of(access: Access) -> QuerySet[Pupil]:
    """Children whom the asker sees."""
    return Pupil.objects.visible_to(access).filter(school=access.school).on_roll(access.today)


def demands_to_choose(access: Access, plan: WeekPlan) -> QuerySet[PlanDemand]:
    """What of a plan a change can be about."""
    return demands_of(access, plan).order_by("pk")
