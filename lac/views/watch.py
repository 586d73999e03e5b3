"""What is watched of a child, and of all children of a school; the rules that speak up."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from aylsham.access.decorators import federation_view, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event, record_events
from aylsham.editing import carried_out
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done
from lac.forms.watch import RulesForm, WeekFilter, WeekForm
from lac.list_files import WATCH, WATCH_WHOLE
from lac.models import WatchRules
from lac.selectors.signs import rules_of
from lac.selectors.watch_list import watch_rows
from lac.selectors.watch_page import watch_page
from lac.selectors.weeks import week_lines
from lac.services.watch import keep_week, set_watch_rules
from lac.views.opening import open_care, shown_by_school
from lac.views.parts import parts_of_school
from pupils.views.opening import child_page


@school_view(Permission.READ_CARE)
def child_watch(request: HttpRequest, pupil) -> HttpResponse:
    """Attendance, progress, wellbeing, moves, and what the rules saw."""
    child = open_care(request, pupil)
    return child_page(
        request,
        "lac/watch/child.html",
        child,
        tab="watch",
        page=watch_page(request.access, child.pupil),
        may_edit=request.access.can(Permission.EDIT_CARE),
    )


@school_view(Permission.VIEW_CARE)
@has_file
def watch(request: HttpRequest) -> HttpResponse:
    """The children of a school, those who need a look first."""
    return _listed(request)


@federation_view(Permission.VIEW_CARE)
@has_file
def federation_watch(request: HttpRequest) -> HttpResponse:
    """The children of all schools, those who need a look first."""
    return _listed(request)


def _listed(request: HttpRequest) -> HttpResponse:
    access = request.access
    rows = watch_rows(access)
    record_events(
        Action.VIEW_CARE,
        by=access,
        pupil_ids_by_school=shown_by_school(access, rows),
    )
    if asks_for_file(request):
        return list_file(
            request, (WATCH_WHOLE if access.can(Permission.READ_CARE) else WATCH), rows
        )
    context = {
        "rows": rows,
        "parts": parts_of_school(access, "watch"),
        "may_edit": access.can(Permission.EDIT_CARE),
        "may_read": access.can(Permission.READ_CARE),
    }
    return render(request, "lac/watch/children.html", context)


@school_view(Permission.EDIT_CARE)
def watch_week(request: HttpRequest) -> HttpResponse:
    """A week of attendance for every child, typed on one page."""
    access = request.access
    chosen = WeekFilter(request.GET)
    week_on = chosen.monday(access.today)
    lines = week_lines(access, request.school, week_on)
    form = WeekForm(request.POST or None, lines=lines)
    if request.method == "POST" and carried_out(
        form,
        lambda: keep_week(
            school=request.school,
            week_on=week_on,
            figures=form.figures,
            version=form.cleaned_data["version"],
            by=request.user,
        ),
    ):
        done(request, "The week is kept.")
        return redirect(reverse("watch", args=[request.school.slug]))
    record_event(
        Action.VIEW_CARE,
        school=request.school,
        by=access,
        pupil_ids=[line.pupil.pk for line in lines],
    )
    context = {"form": form, "chosen": chosen, "week_on": week_on, "lines": lines}
    return render(request, "lac/watch/week.html", context)


@school_view(Permission.EDIT_CARE)
def watch_rules(request: HttpRequest) -> HttpResponse:
    """When the school wants to be told."""
    record = rules_of(request.school)
    usual = WatchRules(school=request.school)
    initial = {} if record else {name: getattr(usual, name) for name in RulesForm.record_fields}
    form = RulesForm(request.POST or None, record=record, initial=initial)
    back = reverse("watch", args=[request.school.slug])
    if request.method == "POST" and carried_out(
        form,
        lambda: set_watch_rules(
            school=request.school,
            version=form.cleaned_data["version"],
            by=request.user,
            **form.facts,
        ),
    ):
        done(request, "The rules are set. They looked at every child just now.")
        return redirect(back)
    return render(request, "lac/watch/rules.html", {"form": form, "cancel_url": back})
