"""The board of a plan: look at it, put a session somewhere, take it out, lock it, swap, undo."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.notices import done, problem
from staff.codes import WeekPlanState
from staff.forms.board import BoardFilter, MoveForm, PlaceForm, StandForm, SwapForm
from staff.models import PlanDemand, PlanSession, WeekPlan
from staff.planning.clocks import clock
from staff.selectors.weeks.board import board_page
from staff.selectors.weeks.board_rows import demand_of, session_of
from staff.selectors.weeks.pages import plan_of
from staff.selectors.weeks.places import Places, still_page
from staff.selectors.weeks.spoken import spoken_names
from staff.services.weeks.moving import (
    SESSION_FIELDS,
    Step,
    move_session,
    place_demand,
    set_locked,
    swap_adults,
    take_out,
    undo_step,
)

BOARD = "week_board"
#: In the session of whoever pressed: the last step, without names.
LAST_STEP = "board_step"
MOVED = "It is moved."
STALE = "Somebody else changed that session. Look where it stands now, then choose again."


@school_view(Permission.VIEW_STAFF)
def week_board(request: HttpRequest, week_plan: UUID) -> HttpResponse:
    """Adults, children or rooms down, days or times across; what is not covered beside it."""
    plan = found_plan(request, week_plan)
    form = BoardFilter(request.GET)
    page = board_page(request.access, plan, form.what)
    record_event(
        Action.VIEW_WEEK, school=request.school, by=request.access, pupil_ids=list(page.pupil_ids)
    )
    last = request.session.get(LAST_STEP)
    context = {
        "page": page,
        "plan": plan,
        "form": form,
        "may_undo": page.may_move and bool(last) and last["plan"] == str(plan.pk),
    }
    return render(request, "staff/week/board.html", context)


@school_view(Permission.KEEP_STAFF)
def board_session(request: HttpRequest, week_plan: UUID, plan_session: UUID) -> HttpResponse:
    """Where one session could go, the best first; with the keyboard, without a script."""
    row = found_session(request, week_plan, plan_session)
    plan = row.plan
    form = MoveForm(request.POST or None, record=row)
    if request.method == "POST" and pressed(
        request,
        form,
        lambda: move_session(
            session=row,
            place=form.session(row.demand),
            version=form.cleaned_data["version"],
            names=spoken_names(request.access, plan),
            by=request.user,
        ),
        MOVED,
    ):
        return _back(request, plan)
    if request.method == "POST":
        return redirect("board_session", request.school.slug, plan.pk, row.pk)
    return _places(request, plan, row.demand, row)


@school_view(Permission.KEEP_STAFF)
def board_demand(request: HttpRequest, week_plan: UUID, plan_demand: UUID) -> HttpResponse:
    """Where something could go that is not covered, the best place first."""
    demand = found_demand(request, week_plan, plan_demand)
    plan = demand.plan
    form = PlaceForm(request.POST or None)
    if request.method == "POST" and pressed(
        request,
        form,
        lambda: place_demand(
            demand=demand,
            place=form.session(demand),
            given=form.cleaned_data["given"] or 0,
            names=spoken_names(request.access, plan),
            by=request.user,
        ),
        "It is placed.",
    ):
        return _back(request, plan)
    if request.method == "POST":
        return redirect("board_demand", request.school.slug, plan.pk, demand.pk)
    return _places(request, plan, demand, None)


@school_view(Permission.KEEP_STAFF)
@require_POST
def board_out(request: HttpRequest, week_plan: UUID, plan_session: UUID) -> HttpResponse:
    """Take a session out: what it covered is in the tray again."""
    row = found_session(request, week_plan, plan_session)
    plan = row.plan
    form = StandForm(request.POST, record=row)

    def change() -> Step:
        return take_out(session=row, version=form.cleaned_data["version"], by=request.user)

    return done_or_back(request, plan, row, form, change, "It is taken out.")


@school_view(Permission.KEEP_STAFF)
@require_POST
def board_lock(request: HttpRequest, week_plan: UUID, plan_session: UUID) -> HttpResponse:
    """Lock a session where it stands, or unlock it."""
    row = found_session(request, week_plan, plan_session)
    plan = row.plan
    form, is_locked = StandForm(request.POST, record=row), not row.is_locked

    def change() -> Step:
        version = form.cleaned_data["version"]
        return set_locked(session=row, is_locked=is_locked, version=version, by=request.user)

    words = "It is locked: planning again leaves it there." if is_locked else "It is unlocked."
    return done_or_back(request, plan, row, form, change, words)


@school_view(Permission.KEEP_STAFF)
@require_POST
def board_swap(request: HttpRequest, week_plan: UUID, plan_session: UUID) -> HttpResponse:
    """Two sessions change adults."""
    row = found_session(request, week_plan, plan_session)
    plan = row.plan
    form = SwapForm(request.POST, record=row)

    def change() -> Step:
        data = form.cleaned_data
        return swap_adults(
            session=row,
            other=found_session(request, plan.pk, data["other"]),
            version=data["version"],
            other_version=data["other_version"],
            names=spoken_names(request.access, plan),
            by=request.user,
        )

    return done_or_back(request, plan, row, form, change, "The two adults are swapped.")


@school_view(Permission.KEEP_STAFF)
@require_POST
def board_undo(request: HttpRequest, week_plan: UUID) -> HttpResponse:
    """Undo the last step of whoever asks."""
    plan = found_plan(request, week_plan)
    last = request.session.pop(LAST_STEP, None)
    if last is None:
        problem(request, "There is nothing to undo.")
        return redirect(BOARD, request.school.slug, plan.pk)
    try:
        undo_step(
            plan=plan,
            step=Step.from_data(last),
            names=spoken_names(request.access, plan),
            by=request.user,
        )
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    else:
        done(request, "It is as it was before.")
    return redirect(BOARD, request.school.slug, plan.pk)


def found_plan(request: HttpRequest, pk: UUID) -> WeekPlan:
    """A plan of the school; 404 without."""
    return _or_404(plan_of(request.access, pk))


def found_session(request: HttpRequest, plan: UUID, pk: UUID) -> PlanSession:
    """A session of the plan; 404 without."""
    return _or_404(session_of(request.access, plan, pk))


def found_demand(request: HttpRequest, plan: UUID, pk: UUID) -> PlanDemand:
    """Something that the plan has to cover; 404 without."""
    return _or_404(demand_of(request.access, plan, pk))


def _or_404(row: Any) -> Any:
    if row is None:
        raise Http404
    return row


def pressed(request: HttpRequest, form, change: Callable[[], Step], words: str) -> bool:
    """Carry out a step and keep it to be undone; a refusal is said above the next page."""
    if not form.is_valid():
        problem(request, "Choose a place.")
        return False
    try:
        step = change()
    except StaleSave:
        problem(request, STALE)
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    else:
        request.session[LAST_STEP] = step.data
        if step.lost_room and words == MOVED:
            words = f"{words} Its room is taken then: choose another."
        undo = reverse("board_undo", args=[request.school.slug, step.plan])
        done(request, words, undo_url=undo)
        return True
    return False


def done_or_back(
    request: HttpRequest,
    plan: WeekPlan,
    row: PlanSession,
    form,
    change: Callable[[], Step],
    words: str,
) -> HttpResponse:
    """Carry out a step about a session; refused, back to its page."""
    key = row.pk
    if pressed(request, form, change, words):
        return _back(request, plan)
    return redirect("board_session", request.school.slug, plan.pk, key)


def _back(request: HttpRequest, plan: WeekPlan) -> HttpResponse:
    return redirect(BOARD, request.school.slug, plan.pk)


def _places(
    request: HttpRequest, plan: WeekPlan, demand: PlanDemand, row: PlanSession | None
) -> HttpResponse:
    is_still = plan.state != WeekPlanState.DRAFT or (row is not None and row.is_locked)
    if is_still:
        page = still_page(request.access, demand)
    else:
        page = Places(request.access, plan, demand, row).page(demand)
    record_event(
        Action.VIEW_WEEK,
        school=request.school,
        by=request.access,
        pupil_ids=[pupil.pk for pupil in page.words.pupils],
    )
    context = {
        "page": page,
        "plan": plan,
        "demand": demand,
        "row": row,
        "at": clock(row.starts) if row else "",
        "version": version_of(row, SESSION_FIELDS),
        "swaps": [(each, version_of(each.row, SESSION_FIELDS)) for each in page.swaps],
    }
    return render(request, "staff/week/places.html", context)
