"""What a draft takes for granted: listed, added, taken out."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.editing import carried_out
from aylsham.notices import done, problem
from staff.forms.what_if import LABELS, WhatIfForm
from staff.selectors.weeks.what_if import what_ifs
from staff.services.weeks.scenarios import add_change, remove_change
from staff.views.board import found_plan

PAGE = "week_what_if"


@school_view(Permission.KEEP_STAFF)
def week_what_if(request: HttpRequest, week_plan: UUID) -> HttpResponse:
    """Each change that the draft takes for granted, and what else there could be."""
    plan = found_plan(request, week_plan)
    children = [UUID(each["child"]) for each in plan.changes if each["kind"] == "joins"]
    record_event(Action.VIEW_WEEK, school=request.school, by=request.access, pupil_ids=children)
    context = {"plan": plan, "lines": what_ifs(request.access, plan), "kinds": LABELS}
    return render(request, "staff/week/what_if.html", context)


@school_view(Permission.KEEP_STAFF)
def what_if_add(request: HttpRequest, week_plan: UUID, change_kind: str) -> HttpResponse:
    """One more change."""
    plan = found_plan(request, week_plan)
    kind = change_kind
    if kind not in LABELS:
        raise Http404
    initial = {name: request.GET.get(name, "") for name in ("demand", "adult")}
    form = WhatIfForm(
        request.POST or None, kind=kind, access=request.access, plan=plan, initial=initial
    )
    if request.method == "POST" and carried_out(
        form,
        lambda: add_change(
            plan=plan,
            kind=kind,
            version=form.cleaned_data["version"],
            key=form.cleaned_data["key"],
            by=request.user,
            **form.change,
        ),
    ):
        done(request, "The draft takes it for granted. Plan it again to see what it changes.")
        return redirect(PAGE, request.school.slug, plan.pk)
    context = {
        "form": form,
        "plan": plan,
        "heading": LABELS[kind],
        "submit": "Take it for granted",
        "cancel_url": reverse(PAGE, args=[request.school.slug, plan.pk]),
    }
    return render(request, "staff/week/form.html", context)


@school_view(Permission.KEEP_STAFF)
@require_POST
def what_if_remove(request: HttpRequest, week_plan: UUID, what_if: UUID) -> HttpResponse:
    """The draft no longer takes it for granted."""
    plan = found_plan(request, week_plan)
    try:
        remove_change(plan=plan, change=str(what_if), by=request.user)
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    else:
        done(request, "Taken out. Plan it again to see what it changes.")
    return redirect(PAGE, request.school.slug, plan.pk)
