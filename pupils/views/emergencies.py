"""Break-glass: a child's record in an emergency, and its review."""

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
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done, note, problem
from pupils.forms.exceptions import EmergencyForm, ReviewForm
from pupils.list_files_of_school import EMERGENCIES
from pupils.models import Pupil
from pupils.selectors.emergencies import (
    emergencies_of,
    emergency_of,
    emergency_row,
    find_exactly,
    open_now,
)
from pupils.services.emergencies import (
    close_emergency_access,
    open_emergency_access,
    review_emergency_access,
)


@school_view(Permission.BREAK_GLASS)
def emergency(request: HttpRequest) -> HttpResponse:
    """Open the record of a child out of reach, for 60 minutes."""
    form = EmergencyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        child = find_exactly(request.school, **form.who)
        if child and Pupil.objects.visible_to(request.access).filter(pk=child.pk).exists():
            note(request, "You can open this record without an emergency.")
            return _to_child(request, child)
        if _opened(request, form, child):
            done(request, "The record is open to you for 60 minutes. The head has been told.")
            return _to_child(request, child)
    held = open_now(request.access)
    if held:
        record_event(
            Action.VIEW_PUPILS,
            school=request.school,
            by=request.access,
            pupil_ids=[record.pupil_id for record in held],
        )
    return render(request, "pupils/emergency.html", {"form": form, "held": held})


@school_view(Permission.BREAK_GLASS)
@require_POST
def emergency_close(request: HttpRequest, emergency) -> HttpResponse:
    """Close a record that one has opened oneself."""
    found = emergency_row(request.access, emergency, own=True)
    if found is None:
        raise Http404
    try:
        close_emergency_access(emergency=found, by=request.user)
        done(request, "The record is closed.")
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    return redirect("emergency", school=request.school.slug)


@school_view(Permission.REVIEW_BREAK_GLASS)
@has_file
def emergencies(request: HttpRequest) -> HttpResponse:
    """Every record that was opened in an emergency, those to be reviewed first."""
    lines = emergencies_of(request.access)
    record_event(
        Action.VIEW_EMERGENCIES,
        school=request.school,
        by=request.access,
        pupil_ids={line.pupil_id for line in lines},
    )
    if asks_for_file(request):
        return list_file(request, EMERGENCIES, lines)
    return render(request, "pupils/emergencies.html", {"lines": lines})


@school_view(Permission.REVIEW_BREAK_GLASS)
def emergency_review(request: HttpRequest, emergency) -> HttpResponse:
    """Who, whose record, why and what they looked at; say what came of it."""
    line = emergency_of(request.access, emergency)
    if line is None:
        raise Http404
    record_event(
        Action.VIEW_EMERGENCIES,
        school=request.school,
        by=request.access,
        pupil_ids=[line.pupil_id],
    )
    form = ReviewForm(request.POST or None)
    if request.method == "POST" and carried_out(
        form,
        lambda: review_emergency_access(
            emergency=emergency_row(request.access, emergency),
            by=request.user,
            note=form.cleaned_data["note"],
        ),
    ):
        done(request, "The review is recorded.")
        return redirect("emergencies", school=request.school.slug)
    back = reverse("emergencies", args=[request.school.slug])
    context = {"line": line, "form": form, "cancel_url": back}
    return render(request, "pupils/emergency_review.html", context)


def _opened(request: HttpRequest, form: EmergencyForm, child: Pupil | None) -> bool:
    try:
        open_emergency_access(
            school=request.school,
            pupil_id=child.pk if child else None,
            reason=form.cleaned_data["reason"],
            by=request.user,
        )
    except TransitionNotAllowed as refused:
        form.add_error(None, str(refused))
        return False
    if child is None:
        form.say_not_found()
    return child is not None


def _to_child(request: HttpRequest, child: Pupil) -> HttpResponse:
    return redirect("child", school=request.school.slug, pupil=child.pk)
