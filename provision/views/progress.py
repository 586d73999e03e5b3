"""Progress on a target: measured, taken off again, from when it is taught differently."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from aylsham.access.decorators import require, school_view
from aylsham.access.permissions import Permission
from aylsham.changes import TransitionNotAllowed
from aylsham.notices import done, problem
from provision.forms.aims import ChangeForm, MeasureForm
from provision.selectors.targets import change_of, measurement_of
from provision.services.progress import mark_change, measure, remove_change, remove_measurement
from provision.views.targets import ONE, PAGE, open_target, target_form
from pupils.views.opening import child_url


@school_view(Permission.RECORD_PROGRESS)
def target_measure(request: HttpRequest, pupil, target) -> HttpResponse:
    """Write down what was counted."""
    child, found = open_target(request, pupil, target)
    form = MeasureForm(request.POST or None, target=found, initial={"on": request.access.today})
    is_from_list = request.POST.get("back") == "list"
    return target_form(
        request,
        child,
        found,
        form,
        lambda: measure(target=found, by=request.user, **form.cleaned_data),
        heading="Write down a measurement",
        to=PAGE if is_from_list else ONE,
        note=found.text,
    )


@school_view(Permission.RECORD_PROGRESS)
@require_POST
def measurement_remove(request: HttpRequest, pupil, target, measurement) -> HttpResponse:
    """Take a wrong measurement off the graph."""
    child, found = open_target(request, pupil, target)
    wrong = measurement_of(found, measurement)
    if wrong is None:
        raise Http404
    if wrong.written_by_id != request.user.pk:
        require(request, Permission.WRITE_CYCLES)
    remove_measurement(measurement=wrong, by=request.user)
    done(request, "The measurement is off the graph.")
    return redirect(child_url(ONE, child, found.pk))


@school_view(Permission.WRITE_CYCLES)
def teaching_change(request: HttpRequest, pupil, target) -> HttpResponse:
    """Mark from when it is taught differently."""
    child, found = open_target(request, pupil, target)
    form = ChangeForm(request.POST or None, initial={"on": request.access.today})
    return target_form(
        request,
        child,
        found,
        form,
        lambda: mark_change(target=found, by=request.user, **form.cleaned_data),
        heading="Mark a change of teaching",
    )


@school_view(Permission.WRITE_CYCLES)
@require_POST
def teaching_change_remove(request: HttpRequest, pupil, target, teaching_change) -> HttpResponse:
    """Take a marker off the graph that should not stand there."""
    child, found = open_target(request, pupil, target)
    wrong = change_of(found, teaching_change)
    if wrong is None:
        raise Http404
    try:
        remove_change(change=wrong, by=request.user)
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    else:
        done(request, "The marker is off the graph.")
    return redirect(child_url(ONE, child, found.pk))
