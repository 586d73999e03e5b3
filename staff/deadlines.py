"""What the law on SENCOs makes due: that one is named, and that they qualify in time."""

from collections.abc import Iterator
from uuid import UUID

from aylsham.access.permissions import Permission
from aylsham.deadlines.registry import Action, DeadlineFact, deadline_from, to_be_recorded
from aylsham.models import School
from aylsham.school_calendar import SchoolCalendar
from aylsham.timescales.registry import REGISTRY, UnknownRule
from staff.models import SencoPost
from staff.selectors import senco_posts

KINDS = {"senco": "SENCO"}
RULE = "senco.qualification"


def deadlines(
    school: School, calendar: SchoolCalendar, pupil_ids: frozenset[UUID] | None
) -> Iterator[DeadlineFact]:
    """The qualification of every SENCO who has none yet; and that a SENCO is recorded."""
    if pupil_ids is not None:
        return
    posts = [post for post in senco_posts(school) if post.ends_on is None]
    for post in posts:
        if not post.qualified_on:
            yield from _qualification(post, calendar)
    if not posts:
        yield from to_be_recorded(
            school,
            calendar,
            REGISTRY.rule_for(RULE),
            key="senco",
            kind="senco",
            title="Record who is SENCO, and since when",
            action=Action("Record it", "senco_add", (), Permission.EDIT_DUTIES),
        )


def _qualification(post: SencoPost, calendar: SchoolCalendar) -> Iterator[DeadlineFact]:
    facts = {
        "became_senco": post.became_senco_on,
        "course_started": post.course_started_on,
        "senco_before_for_a_year": post.was_senco_before or None,
    }
    try:
        result = REGISTRY.calculate(RULE, facts, calendar=calendar)
    except UnknownRule:
        return  # in post before SENCOs had to qualify
    step = Action(
        "Record the qualification", "senco_change", (str(post.pk),), Permission.EDIT_DUTIES
    )
    for answer in ("must_hold_qualification_by", "last_day"):
        if answer in result.values:
            yield deadline_from(
                result, answer, key=f"{post.pk}:{answer}", kind="senco", action=step
            )
