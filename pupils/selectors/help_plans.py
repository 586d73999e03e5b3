"""Early-help plans of a child, their texts cut for those who may not read them."""

from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from aylsham.access.sensitivity import readable
from pupils.family_codes import ActionSource
from pupils.models import AgreedAction, HelpPlan, HelpReview, Meeting, Pupil
from pupils.selectors.actions import actions_from


@dataclass(frozen=True)
class HelpPlanPage:
    """A plan with what was agreed, reviewed and met about."""

    plan: HelpPlan
    reads_texts: bool
    reviews: tuple[HelpReview, ...]
    actions: tuple[AgreedAction, ...]
    meetings: tuple[Meeting, ...]


def help_plan_of(pupil: Pupil, pk: UUID) -> HelpPlan | None:
    """One plan of this child."""
    plans = HelpPlan.objects.filter(school_id=pupil.school_id, pupil=pupil, pk=pk)
    plan = plans.select_related("lead").first()
    if plan:
        plan.school = plan.pupil.school = pupil.school
    return plan


def help_plan_page(access: Access, plan: HelpPlan) -> HelpPlanPage:
    """Everything of a plan that the asker may see; three statements."""
    reads = plan.sensitivity in readable(access.permissions_at(plan.school))
    reviews = HelpReview.objects.filter(school_id=plan.school_id, plan=plan)
    meetings = Meeting.objects.filter(school_id=plan.school_id, help_plan=plan)
    return HelpPlanPage(
        plan=plan,
        reads_texts=reads,
        reviews=tuple(reviews.select_related("written_by")),
        actions=tuple(actions_from(access, ActionSource.PLAN, plan.pk, plan.school)),
        meetings=tuple(meetings.select_related("chair")),
    )
