"""The inclusion strategy: seen with what is missing, written row by row, taken from the record."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.changes import StaleSave, TransitionNotAllowed
from aylsham.editing import carried_out
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done, problem
from reports.forms.strategy import FORMS, FrameForm, TakeForm
from reports.list_files import STRATEGY
from reports.models import StrategyActivity, StrategyBarrier, StrategyOutcome
from reports.selectors.strategy import (
    Row,
    row_of,
    strategy_of,
    to_take,
)
from reports.selectors.strategy import strategy_page as page_of
from reports.services.strategy import (
    add_row,
    answer_new_sum,
    change_row,
    remove_row,
    set_frame,
    take_from_record,
)

_NOUNS: dict[type[Row], str] = {
    StrategyBarrier: "a barrier",
    StrategyActivity: "an activity",
    StrategyOutcome: "an outcome",
}


@school_view(Permission.PREPARE_REPORTS)
@has_file
def strategy(request: HttpRequest) -> HttpResponse:
    """What is there and what is missing, by heading."""
    page = page_of(request.access, request.school)
    if asks_for_file(request):
        return list_file(request, STRATEGY, page.lines)
    return render(request, "reports/strategy/page.html", {"page": page})


@school_view(Permission.PREPARE_REPORTS)
def strategy_frame(request: HttpRequest) -> HttpResponse:
    """Set its years, review, who authorises it, and the sum of the fund."""
    now = strategy_of(request.school, request.access.today)
    form = FrameForm(request.POST or None, record=now.frame, year=now.year)
    if request.method == "POST" and carried_out(
        form,
        lambda: set_frame(
            school=request.school,
            version=form.cleaned_data["version"],
            by=request.user,
            **form.facts,
        ),
    ):
        done(request, "The years are set.")
        return redirect(_page(request))
    return _shown(request, form, "Years, review and who authorises it")


@school_view(Permission.PREPARE_REPORTS)
def strategy_add_barrier(request: HttpRequest) -> HttpResponse:
    """Add a barrier."""
    return _add(request, StrategyBarrier)


@school_view(Permission.PREPARE_REPORTS)
def strategy_add_activity(request: HttpRequest) -> HttpResponse:
    """Add an activity."""
    return _add(request, StrategyActivity)


@school_view(Permission.PREPARE_REPORTS)
def strategy_add_outcome(request: HttpRequest) -> HttpResponse:
    """Add an intended outcome."""
    return _add(request, StrategyOutcome)


@school_view(Permission.PREPARE_REPORTS)
def strategy_barrier(request: HttpRequest, strategy_barrier) -> HttpResponse:
    """Change a barrier."""
    return _change(request, StrategyBarrier, strategy_barrier)


@school_view(Permission.PREPARE_REPORTS)
def strategy_activity(request: HttpRequest, strategy_activity) -> HttpResponse:
    """Change an activity."""
    return _change(request, StrategyActivity, strategy_activity)


@school_view(Permission.PREPARE_REPORTS)
def strategy_outcome(request: HttpRequest, strategy_outcome) -> HttpResponse:
    """Change an intended outcome."""
    return _change(request, StrategyOutcome, strategy_outcome)


@school_view(Permission.PREPARE_REPORTS)
def strategy_barrier_remove(request: HttpRequest, strategy_barrier) -> HttpResponse:
    """Take a barrier out, after asking."""
    return _remove(request, StrategyBarrier, strategy_barrier)


@school_view(Permission.PREPARE_REPORTS)
def strategy_activity_remove(request: HttpRequest, strategy_activity) -> HttpResponse:
    """Take an activity out, after asking."""
    return _remove(request, StrategyActivity, strategy_activity)


@school_view(Permission.PREPARE_REPORTS)
def strategy_outcome_remove(request: HttpRequest, strategy_outcome) -> HttpResponse:
    """Take an intended outcome out, after asking."""
    return _remove(request, StrategyOutcome, strategy_outcome)


@school_view(Permission.PREPARE_REPORTS)
def strategy_take(request: HttpRequest) -> HttpResponse:
    """Tick what of the map, the training and the needs goes into the strategy."""
    _require_costs(request)
    now = strategy_of(request.school, request.access.today)
    found, areas = to_take(request.school, now)
    form = TakeForm(request.POST or None, found=found, areas=areas, year=now.year)
    if request.method == "POST" and carried_out(
        form, lambda: take_from_record(school=request.school, by=request.user, **form.facts)
    ):
        done(request, "It is in the strategy. Look through each line and change what you wish.")
        return redirect(_page(request))
    context = {"form": form, "cancel_url": _page(request), "has_any": bool(found or areas)}
    return render(request, "reports/strategy/take.html", context)


@school_view(Permission.PREPARE_REPORTS)
@require_POST
def strategy_activity_sum(request: HttpRequest, strategy_activity) -> HttpResponse:
    """Take the sum that the map says now, or with `what=keep` keep ours."""
    _require_costs(request)
    found = _found(request, StrategyActivity, strategy_activity)
    try:
        answer_new_sum(
            activity=found,
            version=request.POST.get("version", ""),
            is_taken=request.POST.get("what") != "keep",
            by=request.user,
        )
        done(request, "The sum is settled.")
    except (TransitionNotAllowed, StaleSave) as refused:
        problem(request, str(refused))
    return redirect(_page(request))


def _require_costs(request: HttpRequest) -> None:
    if not request.access.can(Permission.VIEW_COSTS):
        raise PermissionDenied


def _add(request: HttpRequest, model: type[Row]) -> HttpResponse:
    now = strategy_of(request.school, request.access.today)
    form = FORMS[model](request.POST or None, strategy=now)
    if request.method == "POST" and carried_out(
        form,
        lambda: add_row(model=model, school=request.school, by=request.user, **form.facts),
    ):
        done(request, "It is in the strategy.")
        return redirect(_page(request))
    return _shown(request, form, f"Add {_NOUNS[model]}", submit="Add it")


def _change(request: HttpRequest, model: type[Row], pk) -> HttpResponse:
    found = _found(request, model, pk)
    now = strategy_of(request.school, request.access.today)
    form = FORMS[model](request.POST or None, record=found, strategy=now)
    if request.method == "POST" and carried_out(
        form,
        lambda: change_row(
            row=found, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        done(request, "It is changed.")
        return redirect(_page(request))
    remove = f"{model._meta.model_name.replace('strategy', 'strategy_')}_remove"
    url = reverse(remove, args=[request.school.slug, found.pk])
    return _shown(request, form, f"Change {_NOUNS[model]}", remove_url=url)


def _remove(request: HttpRequest, model: type[Row], pk) -> HttpResponse:
    found = _found(request, model, pk)
    if request.method == "POST":
        try:
            remove_row(row=found, by=request.user)
            done(request, "It is taken out.")
        except TransitionNotAllowed as refused:
            problem(request, str(refused))
        return redirect(_page(request))
    context = {
        "heading": f"Take out {_NOUNS[model]}",
        "which": found.what,
        "words": "What was published stays as it is.",
        "submit": "Take it out",
        "cancel_url": _page(request),
    }
    return render(request, "layouts/take_out.html", context)


def _found(request: HttpRequest, model: type[Row], pk) -> Row:
    found = row_of(model, request.school, pk)
    if found is None:
        raise Http404
    found.school = request.school
    return found


def _shown(request: HttpRequest, form, heading: str, submit: str = "Save", **more) -> HttpResponse:
    context = {"form": form, "heading": heading, "submit": submit, "cancel_url": _page(request)}
    return render(request, "reports/strategy/form.html", context | more)


def _page(request: HttpRequest) -> str:
    return reverse("strategy", args=[request.school.slug])
