"""New arrivals: the previous setting's record, asked for, chased, received."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.editing import carried_out
from aylsham.notices import done
from pupils.forms.arrivals import AskForm, ChaseForm, NothingForm, ReceivedForm
from pupils.selectors.moving import arrivals as reads
from pupils.services.moving.arrivals import (
    ask_for_record,
    chase_record,
    end_request,
    receive_record,
)
from pupils.views.moving import TAB
from pupils.views.opening import child_form, child_page, child_url, open_child


@school_view(Permission.PLAN_MOVES)
def arrivals(request: HttpRequest) -> HttpResponse:
    """Who joined lately, and whether their record has come."""
    found = reads.arrivals(request.access)
    ids = [each.pupil.pk for each in found]
    record_event(Action.VIEW_MOVES, school=request.school, by=request.access, pupil_ids=ids)
    return render(request, "pupils/moving/arrivals.html", {"arrivals": found})


@school_view(Permission.PLAN_MOVES)
def record_ask(request: HttpRequest, pupil) -> HttpResponse:
    """Ask the previous setting: afterwards the letter is there to print or copy."""
    child = open_child(request, pupil, Action.VIEW_MOVES)
    form = AskForm(request.POST or None, initial={"on": request.access.today})
    made = []
    if request.method == "POST" and carried_out(
        form,
        lambda: made.append(
            ask_for_record(pupil=child.pupil, by=request.user, **form.cleaned_data)
        ),
    ):
        done(request, "Written down. The letter is below, to print or to copy.")
        return redirect(child_url("record_request", child, made[0].pk))
    return child_form(
        request,
        child,
        form,
        heading="Ask the previous setting for the record",
        submit="Write the letter",
        back=TAB,
    )


@school_view(Permission.VIEW_NEEDS)
def record_request(request: HttpRequest, pupil, record_request) -> HttpResponse:
    """The letter, and what was done about it."""
    child, found = _opened(request, pupil, record_request)
    return child_page(
        request,
        "pupils/moving/record_request.html",
        child,
        tab="moving",
        asked=found,
        notes=found.notes.select_related("by"),
        may_plan=request.access.can(Permission.PLAN_MOVES),
    )


@school_view(Permission.PLAN_MOVES)
def record_chase(request: HttpRequest, pupil, record_request) -> HttpResponse:
    """Asked again."""
    return _step(request, pupil, record_request, ChaseForm, chase_record, "Ask again")


@school_view(Permission.PLAN_MOVES)
def record_received(request: HttpRequest, pupil, record_request) -> HttpResponse:
    """It is here."""
    return _step(request, pupil, record_request, ReceivedForm, receive_record, "It came")


@school_view(Permission.PLAN_MOVES)
def record_nothing(request: HttpRequest, pupil, record_request) -> HttpResponse:
    """Nothing comes."""
    return _step(request, pupil, record_request, NothingForm, end_request, "Nothing comes")


def _step(request, pupil, pk, form_class, service: Callable, heading: str) -> HttpResponse:
    child, found = _opened(request, pupil, pk)
    form = form_class(request.POST or None, initial={"on": request.access.today})
    if request.method == "POST" and carried_out(
        form, lambda: service(request=found, by=request.user, **form.cleaned_data)
    ):
        done(request, "Written down.")
        return redirect(child_url("record_request", child, found.pk))
    return child_form(
        request,
        child,
        form,
        heading=heading,
        submit="Save",
        back="record_request",
        back_args=(found.pk,),
        note=found.setting,
    )


def _opened(request: HttpRequest, pupil, pk):
    child = open_child(request, pupil, Action.VIEW_MOVES)
    found = reads.request_for(child.pupil, pk)
    if found is None:
        raise Http404
    return child, found
