"""The list of plans of one school or several, with the next review and how each plan stands."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Subquery, Value, When

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.access.usual import asked_as
from aylsham.codes import YEAR_GROUP_LABELS
from aylsham.models import Deadline, Owes, School, Standing, Weight
from aylsham.together import Reads
from ehcp.models import AnnualReview, EhcPlan
from ehcp.selectors.pages import PROVIDERS
from pupils.models import Pupil
from pupils.models.roll import is_on_roll, tell_apart

#: So many days before its day a plan counts as due soon.
SOON = dt.timedelta(days=14)
#: How a plan stands, the most pressing first: code, state and words.
STANDINGS = {
    "ours": ("overdue", "We are late"),
    "theirs": ("waiting", "Others are late"),
    "soon": ("due_soon", "Due soon"),
    "on_track": ("on_track", "On track"),
}
_ORDERS = {
    "next": ("meeting_by", "pupil__last_name", "pupil__first_name", "pk"),
    "name": ("pupil__last_name", "pupil__first_name", "pk"),
    "made": ("made_on", "pk"),
    "council": ("local_authority", "pupil__last_name", "pk"),
    "school": ("school__name", "pupil__last_name", "pk"),
}


@dataclass(frozen=True)
class PlanRow:
    """A line of the list."""

    id: UUID
    pupil_id: UUID
    name: str
    place: str
    school: School
    council: str
    made_on: dt.date
    last_meeting_on: dt.date | None
    planned_on: dt.date | None
    meeting_by: dt.date | None
    state: str
    words: str
    phase: str
    phase_words: str


def plans_for(
    access: Access, chosen: dict[str, str], sort: str = "", *, soon: dt.date | None = None
):
    """The plans in force that the asker may see, narrowed and in order; rows come from `rows_of`.

    `soon`: until when something counts as due soon.
    """
    today = access.today
    schools = [s for s in access.schools if access.can(Permission.VIEW_PLANS, s)]
    children = Pupil.objects.visible_to(access).filter(is_on_roll(today))
    due = _deadlines(access)
    plans = (
        EhcPlan.objects.filter(school__in=schools, pupil__in=children)
        .maintained()
        .annotate(
            meeting_by=Subquery(
                due.filter(
                    action__url_name__in=["review_plan", "review"],
                    kind__in=["annual_review", "phase_transfer"],
                )
                .order_by("do_by")
                .values("do_by")[:1]
            ),
            standing=_standing(due, today, soon or today + SOON),
        )
    )
    return _ordered(_narrowed(plans, chosen, access), sort)


def rows_of(access: Access, plans) -> list[PlanRow]:
    """The lines of some plans (a page of them); one statement."""
    return _rows(access, list(_with_reviews(access, plans)))


def plans_read(access: Access) -> Reads[list[PlanRow]]:
    """The lines of all plans, that of the next review first, to go with other reads."""
    [found] = yield asked_as(_all_plans, access, soon=access.today + SOON)
    return _rows(access, found)


def _all_plans(access: Access, soon: dt.date) -> list[QuerySet]:
    return [_with_reviews(access, plans_for(access, {}, "next", soon=soon))]


def _with_reviews(access: Access, plans) -> QuerySet:
    held = AnnualReview.objects.filter(school=OuterRef("school"), plan=OuterRef("pk"))
    meetings = held.exclude(kind="interim").filter(is_held=True).order_by("-meeting_on")
    phase = _deadlines(access).filter(kind="phase_transfer")
    return plans.select_related("pupil", "pupil__class_group").annotate(
        last_meeting_on=Subquery(meetings.values("meeting_on")[:1]),
        planned_on=Subquery(held.filter(is_held=False).values("meeting_on")[:1]),
        phase_meeting_on=Subquery(
            phase.filter(owed_by=Owes.SCHOOL, standing="").values("due_on")[:1]
        ),
        phase_confirm=Exists(phase.filter(owed_by=Owes.SCHOOL, standing=Standing.DUE_SOON)),
        phase_reviewed=Exists(phase.filter(standing=Standing.ON_TRACK)),
    )


def _rows(access: Access, found: list[EhcPlan]) -> list[PlanRow]:
    schools = {school.pk: school for school in access.schools}
    tell_apart(plan.pupil for plan in found)
    return [_row(plan, schools[plan.school_id], access.today) for plan in found]


def councils_of(access: Access) -> list[str]:
    """The councils that keep these plans."""
    schools = [s for s in access.schools if access.can(Permission.VIEW_PLANS, s)]
    names = EhcPlan.objects.filter(school__in=schools).maintained()
    return sorted(set(names.values_list("local_authority", flat=True)))


def _deadlines(access: Access):
    return (
        Deadline.objects.readable_by(access)
        .live(access.today)
        .filter(
            provider__in=PROVIDERS, school_id=OuterRef("school_id"), pupil_id=OuterRef("pupil_id")
        )
    )


def _standing(due, today: dt.date, until: dt.date) -> Case:
    late = due.filter(due_on__lt=today, weight=Weight.LAW)
    soon = due.filter(owed_by=Owes.SCHOOL).filter(
        Q(do_by__lte=until) | Q(standing=Standing.DUE_SOON)
    )
    return Case(
        When(Exists(late.filter(owed_by=Owes.SCHOOL)), then=Value("ours")),
        When(Exists(late), then=Value("theirs")),
        When(Exists(soon), then=Value("soon")),
        default=Value("on_track"),
    )


def _narrowed(plans, chosen: dict[str, str], access: Access):
    if slug := chosen.get("school"):
        plans = plans.filter(school__in=[s.pk for s in access.schools if s.slug == slug])
    if council := chosen.get("council"):
        plans = plans.filter(local_authority=council)
    if year := chosen.get("year"):
        plans = plans.filter(pupil__year_group=year)
    if standing := chosen.get("standing"):
        plans = plans.filter(standing=standing)
    if chosen.get("phase"):
        plans = plans.filter(Exists(_deadlines(access).filter(kind="phase_transfer")))
    return plans


def _ordered(plans, sort: str):
    is_down, name = sort.startswith("-"), sort.removeprefix("-")
    first, *rest = _ORDERS.get(name, _ORDERS["next"])
    by = F(first).desc(nulls_last=True) if is_down else F(first).asc(nulls_last=True)
    return plans.order_by(by, *rest)


def _row(plan: EhcPlan, school: School, today: dt.date) -> PlanRow:
    pupil = plan.pupil
    state, words = STANDINGS[plan.standing]
    phase, phase_words = _phase(plan, today)
    group = pupil.class_group
    return PlanRow(
        id=plan.pk,
        pupil_id=pupil.pk,
        name=f"{pupil.last_name}, {pupil.known_as}{pupil.apart}",
        place=", ".join(
            filter(None, [YEAR_GROUP_LABELS.get(pupil.year_group), group and group.name])
        ),
        school=school,
        council=plan.local_authority,
        made_on=plan.made_on,
        last_meeting_on=plan.last_meeting_on,
        planned_on=plan.planned_on,
        meeting_by=plan.meeting_by,
        state=state,
        words=words,
        phase=phase,
        phase_words=phase_words,
    )


def _phase(plan: EhcPlan, today: dt.date) -> tuple[str, str]:
    """How the phase transfer stands; empty in other years, and when it is done."""
    if plan.phase_meeting_on:
        late = plan.phase_meeting_on < today
        return ("overdue", "Not reviewed") if late else ("due_soon", "To be reviewed")
    if plan.phase_confirm:
        return "due_soon", "Council to confirm"
    return ("on_track", "Reviewed") if plan.phase_reviewed else ("", "")
