"""What cycles make due: the check, and the review."""

from collections.abc import Iterator
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from aylsham.access.permissions import Permission
from aylsham.deadlines.registry import Action, DeadlineFact, register_provider
from aylsham.models import Owes, School, Weight
from aylsham.school_calendar import SchoolCalendar
from aylsham.timescales.rules import Confidence
from provision.base_deadlines import register_bases
from provision.codes import CycleState
from provision.council_deadlines import register_council
from provision.models import Cycle
from provision.rules.cycles import (
    CHECK_CITATION,
    CHECK_CODE,
    CITATION,
    CODE,
    VERSION,
    check_by,
)

KINDS = {"cycle": "Cycles to check and to review"}
TABLES = (Cycle,)
TITLE_LENGTH = 200


def register_own() -> None:
    """Called once, when the floor is loaded."""
    register_provider("provision", deadlines, kinds=KINDS, tables=TABLES)
    register_council()
    register_bases()


def deadlines(
    school: School, calendar: SchoolCalendar, pupil_ids: frozenset[UUID] | None
) -> Iterator[DeadlineFact]:
    """Open cycles: each has its review; one that was sent waits for its check first."""
    chosen = Q() if pupil_ids is None else Q(pupil_id__in=pupil_ids)
    for cycle in Cycle.objects.open().filter(chosen, school=school).select_related("lead"):
        yield _review(cycle, calendar)
        if cycle.state == CycleState.CHECKING and cycle.sent_at:
            yield _check(cycle, calendar)


def _review(cycle: Cycle, calendar: SchoolCalendar) -> DeadlineFact:
    who = f"{cycle.lead.name}: " if cycle.lead else ""
    return DeadlineFact(
        key=f"cycle:{cycle.pk}",
        kind="cycle",
        title=f"{who}review cycle {cycle.number}"[:TITLE_LENGTH],
        due_on=cycle.review_on,
        do_by=calendar.do_by(cycle.review_on),
        owed_by=Owes.SCHOOL,
        weight=Weight.GUIDANCE,
        rule_code=CODE,
        rule_version=VERSION,
        citation=CITATION,
        confidence=Confidence.WORKING,
        how="the review day that was set when the cycle began",
        pupil_id=cycle.pupil_id,
        lapses_with_roll=True,
        permission=Permission.VIEW_NEEDS,
        facts={"Review day": cycle.review_on.isoformat()},
        action=_step(cycle, "Review", Permission.WRITE_CYCLES),
    )


def _check(cycle: Cycle, calendar: SchoolCalendar) -> DeadlineFact:
    sent_on = timezone.localdate(cycle.sent_at)
    due_on = check_by(sent_on)
    return DeadlineFact(
        key=f"check:{cycle.pk}",
        kind="cycle",
        title=f"Check cycle {cycle.number}",
        due_on=due_on,
        do_by=calendar.do_by(due_on),
        owed_by=Owes.SCHOOL,
        weight=Weight.OURS,
        rule_code=CHECK_CODE,
        rule_version=VERSION,
        citation=CHECK_CITATION,
        confidence=Confidence.WORKING,
        how="two weeks after it was sent to be checked",
        pupil_id=cycle.pupil_id,
        lapses_with_roll=True,
        permission=Permission.CHECK_CYCLES,
        facts={"Sent on": sent_on.isoformat()},
        action=_step(cycle, "Check", Permission.CHECK_CYCLES),
    )


def _step(cycle: Cycle, label: str, permission: Permission) -> Action:
    return Action(label, "cycle", (str(cycle.pupil_id), str(cycle.pk)), permission)
