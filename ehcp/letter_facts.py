"""What letters may name of an EHC plan: the council, and the days of review meetings."""

import datetime as dt
from collections.abc import Collection
from uuid import UUID

from aylsham.datewords import full_day_words
from aylsham.models import School
from aylsham.school_calendar import SchoolCalendar
from ehcp.models import AnnualReview, EhcPlan
from ehcp.selectors.order_chasing import order_chases


def plan_facts(school: School, pupil_ids: Collection[UUID]) -> dict[UUID, dict[str, dt.date | str]]:
    """For children with a plan: its council, the last meeting held and the next planned."""
    found: dict[UUID, dict[str, dt.date | str]] = {}
    plans = EhcPlan.objects.maintained().filter(school=school, pupil_id__in=pupil_ids)
    for pk, council in plans.values_list("pupil_id", "local_authority"):
        found[pk] = {"council": council}
    reviews = AnnualReview.objects.that_count().filter(
        school=school, plan__pupil_id__in=pupil_ids, plan__ended_on=None
    )
    for pk, is_held, on, at, where in reviews.order_by("meeting_on").values_list(
        "plan__pupil_id",
        "is_held",
        "meeting_on",
        "meetings__meeting__starts_at",
        "meetings__meeting__place",
    ):
        found[pk]["meeting_held" if is_held else "meeting_planned"] = on
        if at and not is_held:
            found[pk]["time_and_place"] = ", ".join(filter(None, (_clock(at), where)))
    return found


def order_facts(
    school: School, pupil_ids: Collection[UUID]
) -> dict[UUID, dict[str, dt.date | str]]:
    """For children of whom a council has not done what was ordered: the order, what, by when."""
    found: dict[UUID, dict[str, dt.date | str]] = {}
    for chase in order_chases([school], SchoolCalendar(terms=()), pupil_ids):
        facts = {
            "council": chase.council,
            "order": chase.by,
            "order_says": chase.what,
            "order_due": full_day_words(chase.due.due_on),
        }
        # Of two orders the one that waits longest.
        known = found.get(chase.appeal.pupil_id)
        if known is None or chase.due.due_on < known["due_on"]:
            found[chase.appeal.pupil_id] = facts | {"due_on": chase.due.due_on}
    return found


def _clock(at: dt.time) -> str:
    """A time of day as letters say it: 9:30 am."""
    return f"{at.hour % 12 or 12}:{at:%M} {'am' if at.hour < 12 else 'pm'}"
