"""Supervision between two: days, agreed actions, objectives. Nobody else opens these pages."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.changes import TransitionNotAllowed
from aylsham.editing import carried_out
from aylsham.notices import done, problem
from staff.codes import LineKind
from staff.forms.supervision import AgreedForm, SupervisionForm
from staff.models import StaffMember
from staff.selectors.certificates import papers_of
from staff.selectors.supervision import action_of, between, line_page, line_view, meeting_of
from staff.selectors.training import trainings_of_members
from staff.services.supervision import (
    agree,
    change_agreed,
    change_supervision,
    plan_supervision,
    show_to_manager,
    take_out,
)

ONE = "line_of"


@school_view(Permission.OPEN_TODAY)
def my_line(request: HttpRequest) -> HttpResponse:
    """Who manages the asker, and whom the asker manages."""
    page = line_page(request.access)
    return render(request, "staff/supervision/mine.html", {"page": page})


@school_view(Permission.OPEN_TODAY)
def line_of(request: HttpRequest, staff_member) -> HttpResponse:
    """What two people keep of supervision, for either of them."""
    access, member = request.access, _found(request, staff_member)
    lines = trainings_of_members(access.school, [member], access.today)[member.pk]
    context = {
        "view": line_view(access, member),
        "lines": lines,
        "papers": papers_of(access, lines),
    }
    return render(request, "staff/supervision/page.html", context)


@school_view(Permission.OPEN_TODAY)
def supervision_add(request: HttpRequest, staff_member) -> HttpResponse:
    """Plan a day."""
    member = _found(request, staff_member)
    form = SupervisionForm(request.POST or None)
    if request.method == "POST" and carried_out(
        form,
        lambda: plan_supervision(
            member=member,
            planned_on=form.cleaned_data["planned_on"],
            by=request.user,
            key=form.cleaned_data["key"],
        ),
    ):
        return _back(request, member, "The day is planned. Both of you see it under Asked of you.")
    return _shown(request, form, "Plan a supervision", "Plan it", member)


@school_view(Permission.OPEN_TODAY)
def supervision_change(request: HttpRequest, staff_member, supervision) -> HttpResponse:
    """Another day, or that it took place."""
    member = _found(request, staff_member)
    row = meeting_of(request.access, member, supervision)
    if row is None:
        raise Http404
    form = SupervisionForm(request.POST or None, record=row)
    if request.method == "POST" and carried_out(
        form,
        lambda: change_supervision(
            supervision=row, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        return _back(request, member, "It is saved.")
    remove = reverse("supervision_remove", args=[request.school.slug, member.pk, row.pk])
    return _shown(request, form, "A supervision", "Save", member, remove_url=remove)


@school_view(Permission.OPEN_TODAY)
@require_POST
def supervision_remove(request: HttpRequest, staff_member, supervision) -> HttpResponse:
    """Delete a day for good."""
    member = _found(request, staff_member)
    return _taken_out(request, member, meeting_of(request.access, member, supervision))


@school_view(Permission.OPEN_TODAY)
def line_agree(request: HttpRequest, staff_member) -> HttpResponse:
    """Add an action, or with ?kind=objective an objective for practice."""
    member = _found(request, staff_member)
    is_aim = request.GET.get("kind") == LineKind.OBJECTIVE
    kind = LineKind.OBJECTIVE if is_aim else LineKind.ACTION
    form = AgreedForm(request.POST or None)
    if request.method == "POST" and carried_out(
        form,
        lambda: agree(
            member=member,
            kind=kind,
            by=request.user,
            key=form.cleaned_data["key"],
            **form.facts,
        ),
    ):
        return _back(request, member, "It is kept for the two of you.")
    return _shown(request, form, str(kind.label), "Keep it", member)


@school_view(Permission.OPEN_TODAY)
def line_action_change(request: HttpRequest, staff_member, line_action) -> HttpResponse:
    """Put an action right, or say that it is done."""
    member = _found(request, staff_member)
    row = action_of(request.access, member, line_action)
    if row is None:
        raise Http404
    form = AgreedForm(request.POST or None, record=row)
    if request.method == "POST" and carried_out(
        form,
        lambda: change_agreed(
            action=row, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        return _back(request, member, "It is saved.")
    remove = reverse("line_action_remove", args=[request.school.slug, member.pk, row.pk])
    heading = str(row.get_kind_display())
    return _shown(request, form, heading, "Save", member, remove_url=remove)


@school_view(Permission.OPEN_TODAY)
@require_POST
def line_action_remove(request: HttpRequest, staff_member, line_action) -> HttpResponse:
    """Delete an action for good."""
    member = _found(request, staff_member)
    return _taken_out(request, member, action_of(request.access, member, line_action))


@school_view(Permission.OPEN_TODAY)
@require_POST
def line_show(request: HttpRequest, staff_member) -> HttpResponse:
    """Show open actions of an earlier manager to the present one; only the managed may."""
    member = _found(request, staff_member)
    try:
        show_to_manager(member=member, by=request.user)
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
        return redirect(ONE, request.school.slug, member.pk)
    return _back(request, member, "Your line manager sees them now.")


def _found(request: HttpRequest, pk) -> StaffMember:
    member = between(request.access, pk)
    if member is None:
        raise Http404
    return member


def _taken_out(request: HttpRequest, member: StaffMember, row) -> HttpResponse:
    if row is None:
        raise Http404
    take_out(row=row, by=request.user)
    return _back(request, member, "It is deleted for good.")


def _back(request: HttpRequest, member: StaffMember, words: str) -> HttpResponse:
    done(request, words)
    return redirect(ONE, request.school.slug, member.pk)


def _shown(
    request: HttpRequest, form, heading: str, submit: str, member: StaffMember, **more
) -> HttpResponse:
    cancel = reverse(ONE, args=[request.school.slug, member.pk])
    context = {"form": form, "heading": heading, "submit": submit, "cancel_url": cancel}
    return render(request, "staff/supervision/form.html", context | more)
