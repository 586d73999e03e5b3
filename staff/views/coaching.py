"""Coaching, visits to lessons, the checklist of adaptive teaching."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.editing import carried_out
from aylsham.notices import done
from pupils.selectors.adults import NEAR_CHILDREN, adults_at
from staff.forms.coaching import (
    AnswerVisitForm,
    CloseCoachingForm,
    CoachingForm,
    PointsForm,
    VisitForm,
)
from staff.practice_codes import FIRST_POINTS
from staff.selectors.coaching import (
    CycleView,
    coaching_page,
    cycle_view,
    is_one_of,
    may_write,
    objectives_in_use,
    points_of,
    sister_schools,
    visit_of,
)
from staff.services.coaching import (
    answer_visit,
    change_coaching,
    change_visit,
    close_coaching,
    keep_points,
    points_version,
    record_visit,
    start_coaching,
)

PAGE, ONE, FORM = "coaching", "coaching_cycle", "staff/coaching/form.html"
NOT_TWO = "You can write down what you take part in. Choose yourself as one of the two."


@school_view(Permission.VIEW_PUPILS)
def coaching(request: HttpRequest) -> HttpResponse:
    """Goals that the asker works on, coaches or leads; visits; the checklist."""
    access = request.access
    record_event(Action.VIEW_COACHING, school=request.school, by=access)
    context = {
        "page": coaching_page(access, request.GET.get("objective", "")),
        "leads": access.can(Permission.LEAD_TEACHING),
        "may_write": access.can(Permission.AUDIT_CLASSROOMS),
        "may_read_figures": access.can(Permission.READ_REPORTS),
    }
    return render(request, "staff/coaching/page.html", context)


@school_view(Permission.VIEW_PUPILS)
def coaching_cycle(request: HttpRequest, coaching_cycle) -> HttpResponse:
    """One goal with its visits."""
    view = _cycle(request, coaching_cycle)
    record_event(Action.VIEW_COACHING, school=request.school, by=request.access, subject=view.cycle)
    return render(request, "staff/coaching/cycle.html", {"view": view})


@school_view(Permission.AUDIT_CLASSROOMS)
def coaching_start(request: HttpRequest) -> HttpResponse:
    """Begin to work on a goal."""
    initial = {"coach": request.user.pk, "starts_on": request.access.today}
    form = CoachingForm(request.POST or None, people=_people(request), initial=initial)
    _require_part(request, form)
    if request.method == "POST" and carried_out(
        form,
        lambda: start_coaching(school=request.school, by=request.user, **_two(form), **form.facts),
    ):
        return _back(request, "The goal stands. Record visits with it.")
    return _shown(request, form, "Begin a coaching cycle", "Begin it")


@school_view(Permission.AUDIT_CLASSROOMS)
def coaching_change(request: HttpRequest, coaching_cycle) -> HttpResponse:
    """Put a goal right."""
    cycle = _own(request, coaching_cycle)
    form = CoachingForm(request.POST or None, record=cycle)
    if request.method == "POST" and carried_out(
        form,
        lambda: change_coaching(
            cycle=cycle, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        return _back(request, "It is changed.", cycle)
    return _shown(request, form, "The goal", "Save", cycle)


@school_view(Permission.AUDIT_CLASSROOMS)
def coaching_close(request: HttpRequest, coaching_cycle) -> HttpResponse:
    """Close a cycle with what changed."""
    cycle = _own(request, coaching_cycle)
    initial = {} if cycle.closed_on else {"closed_on": request.access.today}
    form = CloseCoachingForm(request.POST or None, record=cycle, initial=initial)
    if request.method == "POST" and carried_out(
        form,
        lambda: close_coaching(
            cycle=cycle, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        return _back(request, "The cycle is closed.", cycle)
    return _shown(request, form, "Close the cycle", "Close it", cycle)


@school_view(Permission.AUDIT_CLASSROOMS)
def visit_add(request: HttpRequest) -> HttpResponse:
    """Record a visit to a lesson that belongs to no cycle."""
    initial = {"coach": request.user.pk, "visited_on": request.access.today}
    form = VisitForm(
        request.POST or None, people=_people(request), initial=initial, **_lists(request)
    )
    _require_part(request, form)
    if request.method == "POST" and carried_out(
        form,
        lambda: record_visit(school=request.school, by=request.user, **_two(form), **form.facts),
    ):
        return _back(request, "The visit is recorded. The teacher reads it here.")
    return _shown(request, form, "Record a visit", "Record it")


@school_view(Permission.AUDIT_CLASSROOMS)
def cycle_visit_add(request: HttpRequest, coaching_cycle) -> HttpResponse:
    """Record a visit of a cycle."""
    cycle = _own(request, coaching_cycle)
    initial = {"visited_on": request.access.today, "kind": "coaching"}
    form = VisitForm(request.POST or None, initial=initial, **_lists(request))
    del form.fields["teacher"], form.fields["coach"]
    if request.method == "POST" and carried_out(
        form,
        lambda: record_visit(
            school=request.school,
            teacher=cycle.teacher,
            coach=cycle.coach,
            cycle=cycle,
            key=form.cleaned_data["key"],
            by=request.user,
            **form.facts,
        ),
    ):
        return _back(request, "The visit is recorded. The teacher reads it here.", cycle)
    return _shown(request, form, f"Record a visit: {cycle.goal}", "Record it", cycle)


@school_view(Permission.VIEW_PUPILS)
def visit(request: HttpRequest, teaching_visit) -> HttpResponse:
    """One visit; the teacher adds what they take from it."""
    row = _visit(request, teaching_visit)
    is_teacher = row.teacher_id == request.user.pk
    form = AnswerVisitForm(request.POST or None, record=row) if is_teacher else None
    if request.method == "POST":
        if form is None:
            raise Http404
        if carried_out(
            form,
            lambda: answer_visit(
                visit=row, version=form.cleaned_data["version"], by=request.user, **form.facts
            ),
        ):
            done(request, "Your words stand with it.")
            return redirect("teaching_visit", request.school.slug, row.pk)
    record_event(Action.VIEW_COACHING, school=request.school, by=request.access, subject=row)
    context = {"visit": row, "form": form, "may_write": may_write(request.access, row)}
    return render(request, "staff/coaching/visit.html", context)


@school_view(Permission.AUDIT_CLASSROOMS)
def visit_change(request: HttpRequest, teaching_visit) -> HttpResponse:
    """Put a visit right."""
    row = _visit(request, teaching_visit)
    if not may_write(request.access, row):
        raise Http404
    form = VisitForm(request.POST or None, record=row, **_lists(request))
    if request.method == "POST" and carried_out(
        form,
        lambda: change_visit(
            visit=row, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        done(request, "It is changed.")
        return redirect("teaching_visit", request.school.slug, row.pk)
    cancel = reverse("teaching_visit", args=[request.school.slug, row.pk])
    return _shown(request, form, "A visit", "Save", cancel_url=cancel)


@school_view(Permission.LEAD_TEACHING)
def practice_points(request: HttpRequest) -> HttpResponse:
    """The checklist of adaptive teaching in the school's own words."""
    known = points_of(request.school)
    initial = {"points": "\n".join(known or FIRST_POINTS), "version": points_version(known)}
    form = PointsForm(request.POST or None, initial=initial)
    if request.method == "POST" and carried_out(
        form,
        lambda: keep_points(
            school=request.school,
            lines=form.cleaned_data["points"].splitlines(),
            version=form.cleaned_data["version"],
            by=request.user,
        ),
    ):
        return _back(request, "The checklist is kept.")
    note = "" if known else "A list to begin with. Put it into your own words."
    return _shown(request, form, "Checklist of adaptive teaching", "Keep it", note=note)


def _cycle(request: HttpRequest, pk) -> CycleView:
    view = cycle_view(request.access, pk)
    if view is None:
        raise Http404
    return view


def _own(request: HttpRequest, pk):
    view = _cycle(request, pk)
    if not view.may_write:
        raise Http404
    return view.cycle


def _visit(request: HttpRequest, pk):
    row = visit_of(request.access, pk)
    if row is None:
        raise Http404
    return row


def _require_part(request: HttpRequest, form) -> None:
    """Whoever does not lead teaching writes of themselves, as one of the two."""
    if request.method == "POST" and form.is_valid():
        people = (form.cleaned_data["teacher"], form.cleaned_data["coach"])
        if not is_one_of(request.access, *people):
            form.add_error("coach", NOT_TWO)


def _two(form) -> dict[str, Any]:
    data = form.cleaned_data
    return {"teacher": data["teacher"], "coach": data["coach"], "key": data["key"]}


def _lists(request: HttpRequest) -> dict[str, Any]:
    return {"points": points_of(request.school), "schools": sister_schools(request.school)}


def _people(request: HttpRequest) -> list:
    adults = adults_at(request.school, today=request.access.today, roles=NEAR_CHILDREN)
    return list({adult.user.pk: adult.user for adult in adults}.values())


def _back(request: HttpRequest, words: str, cycle=None) -> HttpResponse:
    done(request, words)
    if cycle is not None:
        return redirect(ONE, request.school.slug, cycle.pk)
    return redirect(PAGE, request.school.slug)


def _shown(request: HttpRequest, form, heading: str, submit: str, cycle=None, **more):
    slug = request.school.slug
    cancel = reverse(ONE, args=[slug, cycle.pk]) if cycle else reverse(PAGE, args=[slug])
    context = {"form": form, "heading": heading, "submit": submit, "cancel_url": cancel}
    if "objective" in form.fields:
        context["objectives"] = objectives_in_use(request.access)
    return render(request, FORM, context | more)
