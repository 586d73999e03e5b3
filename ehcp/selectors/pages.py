"""The page of one plan: facts, every clock with its days, reviews, the next step."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.calendars import calendar_read
from aylsham.models import Deadline, Owes
from aylsham.models.deadlines import last_day_words
from aylsham.together import Reads, at_once, read, rows_read
from ehcp.models import AnnualReview, EhcPlan
from ehcp.selectors.clocklines import Clock, plan_clocks
from ehcp.selectors.clocks import PlanRules
from ehcp.selectors.plan_appeals import PlanAppeals, appeals_reads
from ehcp.selectors.plans import plan_reads
from ehcp.selectors.standing import Around, around_reads
from pupils.models import Pupil

#: What makes something due for a plan: its own clocks, and disagreements about it.
PROVIDERS = ("ehcp", "ehcp_appeals")


@dataclass(frozen=True)
class NextStep:
    """What moves the plan on."""

    title: str
    due_on: dt.date
    do_by: dt.date
    last_day_words: str
    label: str
    url: str
    is_ours: bool
    is_late: bool


@dataclass(frozen=True)
class PlanPage:
    """Everything on the page of a plan."""

    plan: EhcPlan
    clocks: tuple[Clock, ...]
    reviews: tuple[AnnualReview, ...]
    planned: AnnualReview | None
    next_step: NextStep | None
    may_edit: bool


def find_plan(access: Access, plan_id: UUID) -> EhcPlan | None:
    """A plan of a child whom the asker may see."""
    return (
        EhcPlan.objects.filter(
            school=access.school, pk=plan_id, pupil__in=Pupil.objects.visible_to(access)
        )
        .select_related("pupil")
        .first()
    )


def find_review(access: Access, review_id: UUID) -> AnnualReview | None:
    """A review of a plan of a child whom the asker may see."""
    return (
        AnnualReview.objects.filter(
            school=access.school, pk=review_id, plan__pupil__in=Pupil.objects.visible_to(access)
        )
        .select_related("plan__pupil__class_group")
        .first()
    )


def plan_of(access: Access, pupil: Pupil) -> EhcPlan | None:
    """The child's plan that is in force, or else the last one."""
    plans = EhcPlan.objects.filter(school=access.school, pupil=pupil).select_related("pupil")
    return plans.order_by("-ended_on", "-made_on").first()  # NULL comes first


def plan_page(access: Access, plan: EhcPlan) -> tuple[PlanPage, Around, PlanAppeals]:
    """The page of a plan that the asker may see, what stands around it, and what is disputed.

    Two statements.
    """
    works = _page_reads(access, plan), around_reads(access, plan), appeals_reads(access, plan)
    page, beside, appeals = read(at_once(*works))
    return page, beside, appeals


def _page_reads(access: Access, plan: EhcPlan) -> Reads[PlanPage]:
    facts, calendar, (reviews, owed) = yield from at_once(
        plan_reads([access.school], frozenset({plan.pupil_id})),
        calendar_read(access.school),
        rows_read(plan.reviews.order_by("-meeting_on"), _owed(access, plan)),
    )
    clocks: tuple[Clock, ...] = ()
    next_step = None
    if not plan.ended_on:
        clocks = plan_clocks(facts[0], PlanRules(facts[0], calendar), access.today)
        next_step = _next_step(access, owed)
    return PlanPage(
        plan=plan,
        clocks=clocks,
        reviews=tuple(review for review in reviews if review.is_held),
        planned=next((review for review in reviews if not review.is_held), None),
        next_step=next_step,
        may_edit=access.can(Permission.EDIT_PLANS, access.school),
    )


def _owed(access: Access, plan: EhcPlan):
    rows = Deadline.objects.readable_by(access).live(access.today)
    mine = rows.filter(pupil_id=plan.pupil_id, provider__in=PROVIDERS)
    return mine.order_by("do_by", "-weight", "due_on")


def _next_step(access: Access, rows: list[Deadline]) -> NextStep | None:
    """What is late first, then what comes first; ours before what we wait for."""
    if not rows:
        return None
    late = [row for row in rows if row.due_on < access.today]
    ours = [row for row in rows if row.owed_by == Owes.SCHOOL]
    row = next((row for row in late if row in ours), None) or (late or ours or rows)[0]
    action = row.action
    may = not action["permission"] or action["permission"] in access.permissions_at(access.school)
    return NextStep(
        title=row.title,
        due_on=row.due_on,
        do_by=row.do_by,
        last_day_words=last_day_words(row.weight, row.confidence),
        label=action["label"] if may else "",
        url=reverse(action["url_name"], args=[access.school.slug, *action["args"]]) if may else "",
        is_ours=row.owed_by == Owes.SCHOOL,
        is_late=row.due_on < access.today,
    )
