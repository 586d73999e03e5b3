"""What a draft takes for granted: added and taken out, one change at a time."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction

from aylsham import clock
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.models import User
from staff.models import WeekPlan
from staff.rules.scenarios import KINDS
from staff.services.weeks.plans import locked_draft, record

CHANGES_FIELDS = ("changes",)
#: More would be another school.
MOST = 30


@transaction.atomic
def add_change(
    *,
    plan: WeekPlan,
    kind: str,
    version: str,
    by: User | None,
    key: UUID | None = None,
    **facts: Any,
) -> WeekPlan:
    """One more thing that the draft takes for granted; pressed twice it is one."""
    plan = locked_draft(plan)
    if key and any(each["id"] == str(key) for each in plan.changes):
        return plan
    require_version(plan, CHANGES_FIELDS, version)
    if kind not in KINDS:
        raise TransitionNotAllowed("Choose what changes.")
    if len(plan.changes) >= MOST:
        raise TransitionNotAllowed(f"A draft takes at most {MOST} changes for granted.")
    change = {"id": str(key or uuid4()), "kind": kind, **facts}
    if any(_same(each, change) for each in plan.changes):
        raise TransitionNotAllowed("The draft takes that for granted already.")
    if kind == "exception":
        # Others read later who decided it, and when.
        change |= {"said_by": str(by.pk) if by else "", "said_on": clock.today().isoformat()}
    plan.changes = [*plan.changes, change]
    plan.save(update_fields=["changes"])
    record(plan, by, "what if added", kind=kind)
    return plan


def _same(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    names = {*one, *other} - {"id", "said_by", "said_on"}
    return all(one.get(name) == other.get(name) for name in names)


@transaction.atomic
def remove_change(*, plan: WeekPlan, change: str, by: User) -> WeekPlan:
    """The draft no longer takes it for granted; not there any more, nothing happens."""
    plan = locked_draft(plan)
    rest = [each for each in plan.changes if each["id"] != change]
    if len(rest) < len(plan.changes):
        plan.changes = rest
        plan.save(update_fields=["changes"])
        record(plan, by, "what if removed")
    return plan
