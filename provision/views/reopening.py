"""Outcomes and targets opened again after they were closed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.editing import carried_out
from aylsham.notices import done
from provision.forms.aims import AgainForm
from provision.services.reopening import reopen_outcome, reopen_target
from provision.views.targets import PAGE, TAB, open_outcome, open_target, target_form
from pupils.views.opening import child_form, child_url


@school_view(Permission.WRITE_CYCLES)
def target_again(request: HttpRequest, pupil, target) -> HttpResponse:
    """Work on a closed target again."""
    child, found = open_target(request, pupil, target)
    form = AgainForm(request.POST or None)
    return target_form(
        request,
        child,
        found,
        form,
        lambda: reopen_target(target=found, by=request.user, **form.cleaned_data),
        heading="Open the target again",
        submit="Open it again",
    )


@school_view(Permission.WRITE_CYCLES)
def outcome_again(request: HttpRequest, pupil, outcome) -> HttpResponse:
    """Work towards a closed outcome again."""
    child, found = open_outcome(request, pupil, outcome)
    form = AgainForm(request.POST or None)
    if request.method == "POST" and carried_out(
        form, lambda: reopen_outcome(outcome=found, by=request.user, **form.cleaned_data)
    ):
        done(request, "The outcome is open again. Its targets stay closed until you open them.")
        return redirect(child_url(PAGE, child))
    return child_form(
        request,
        child,
        form,
        heading="Open the outcome again",
        submit="Open it again",
        back=PAGE,
        tab=TAB,
    )
