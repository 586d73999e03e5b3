"""The days of a round of moderation: to describe, to rate for others, to settle; about no one child."""

import datetime as dt
from collections.abc import Iterator
from uuid import UUID

from aylsham.access.permissions import Permission
from aylsham.deadlines.registry import Action, DeadlineFact
from aylsham.models import Owes, School, Weight
from aylsham.school_calendar import SchoolCalendar
from aylsham.timescales.rules import Confidence
from pupils.codes import ModeratedState
from pupils.models import BlindLook, ModeratedNeed, ModerationRound
from pupils.rules import moderation as rules

KINDS = {"moderation": "Moderation of levels of need"}
#: A round is the school's work as a whole: no row names a child.
TABLES = ()
#: What is still shown of a round that nobody finished.
LAPSES_AFTER = dt.timedelta(days=180)


def deadlines(
    school: School, calendar: SchoolCalendar, pupil_ids: frozenset[UUID] | None
) -> Iterator[DeadlineFact]:
    """One line for each step that waits in each round; nothing before the school is live."""
    if pupil_ids is not None or school.live_from is None:
        return
    own = ModeratedNeed.objects.filter(school=school)
    steps = (
        ("describe", own.filter(state=ModeratedState.DRAWN), "approve_by", Permission.EDIT_REGISTER),
        ("rate", BlindLook.objects.filter(school=school, level=None), "rate_by", Permission.MODERATE_LEVELS),
        ("settle", own.filter(state=ModeratedState.RATED), "settle_by", Permission.EDIT_REGISTER),
    )  # fmt: skip
    for step, rows, day, permission in steps:
        ids = rows.order_by().values("round_id")
        for drawn in ModerationRound.objects.filter(pk__in=ids):
            yield _fact(drawn, step, getattr(drawn, day), calendar, permission)


_TITLES = {
    "describe": "Approve the descriptions for moderation",
    "rate": "Rate what another school describes",
    "settle": "Settle levels of need after moderation",
}


def _fact(
    drawn: ModerationRound,
    step: str,
    day: dt.date,
    calendar: SchoolCalendar,
    permission: Permission,
) -> DeadlineFact:
    return DeadlineFact(
        key=f"{drawn.pk}:{step}",
        kind="moderation",
        title=_TITLES[step],
        due_on=day,
        do_by=calendar.do_by(day),
        owed_by=Owes.SCHOOL,
        weight=Weight.OURS,
        rule_code=rules.CODE,
        rule_version=rules.VERSION,
        citation=rules.CITATION,
        confidence=Confidence.WORKING,
        how="the day that was set when the sample was drawn",
        lapses_on=day + LAPSES_AFTER,
        permission=permission,
        facts={"Sample drawn on": drawn.drawn_on.isoformat()},
        action=Action("Open", "moderation"),
    )
