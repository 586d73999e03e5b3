"""The next look at a class, when one was agreed; a class that nobody looked at owes nothing."""

import datetime as dt
from collections.abc import Iterator
from uuid import UUID

from aylsham.access.permissions import Permission
from aylsham.deadlines.registry import Action, DeadlineFact
from aylsham.models import Owes, School, Weight
from aylsham.school_calendar import SchoolCalendar
from aylsham.timescales.rules import Confidence
from pupils.models import ClassroomAudit
from pupils.rules import classrooms as rules

KINDS = {"classroom": "Looks at classes"}
#: About no child: nothing of a child makes it due.
TABLES = ()


def deadlines(
    school: School, calendar: SchoolCalendar, pupil_ids: frozenset[UUID] | None
) -> Iterator[DeadlineFact]:
    """The latest look at each class, if it says when to look again; about no one child."""
    if pupil_ids is not None or school.live_from is None:
        return
    rows = ClassroomAudit.objects.filter(school=school).select_related("class_group")
    for audit in rows.order_by("class_group_id", "-on", "-pk").distinct("class_group_id"):
        if audit.next_on:
            yield _fact(audit, calendar)


def _fact(audit: ClassroomAudit, calendar: SchoolCalendar) -> DeadlineFact:
    group = audit.class_group
    assert audit.next_on is not None
    return DeadlineFact(
        key=f"{group.pk}:look",
        kind="classroom",
        title=f"Look again at what is in place in {group.name}",
        due_on=audit.next_on,
        do_by=calendar.do_by(audit.next_on),
        owed_by=Owes.SCHOOL,
        weight=Weight.OURS,
        rule_code=rules.CODE,
        rule_version=rules.VERSION,
        citation=rules.CITATION,
        confidence=Confidence.WORKING,
        how="the day that was agreed at the last look",
        # The children go into other classes.
        lapses_on=dt.date(group.academic_year + 1, 8, 31),
        permission=Permission.AUDIT_CLASSROOMS,
        facts={"Last look on": audit.on.isoformat()},
        action=Action("Look", "classroom_audit_add", (str(group.pk),)),
    )
