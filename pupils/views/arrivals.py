"""New arrivals: the previous setting's record, asked for, chased, received."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.editing import carried_out
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done
from pupils.forms.arrivals import AskForm, ChaseForm, NothingForm, ReceivedForm
from pupils.list_files_of_school import ARRIVALS
from pupils.selectors.moving import arrivals as reads
from pupils.services.moving.arrivals import (
    ask_for_record,
    chase_record,
    receive_record,
    stop_waiting,
)
from pupils.views.moving import TAB
from pupils.views.opening import child_form, child_page, child_url, open_child


@school_view(Permission.PLAN_MOVES)
@has_file
def arrivals(request: HttpRequest) -> HttpResponse:
    """Who joined lately, and whether their record has come."""
    found = reads.arrivals(request.access)
    ids = [each.pupil.pk for each in found]
    record_event(Action.VIEW_MOVES, school=request.school, by=request.access, pupil_ids=ids)
    if asks_for_file(request):
        return list_file(request, ARRIVALS, found)
    return render(request, "pupils/moving/arrivals.html", {"arrivals": found})


@school_view(Permission.PLAN_MOVES)
def previous_record_ask(request: HttpRequest, pupil) -> HttpResponse:
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
        return redirect(child_url("previous_record", child, made[0].pk))
    return child_form(
        request,
        child,
        form,
        heading="Ask the previous setting for the record",
        submit="Write the letter",
        back=TAB,
    )


@school_view(Permission.VIEW_NEEDS)
def previous_record(request: HttpRequest, pupil, previous_record) -> HttpResponse:
    """The letter, and what was done about it."""
    child, found = _opened(request, pupil, previous_record)
    return child_page(
        request,
        "pupils/moving/previous_record.html",
        child,
        tab="moving",
        asked=found,
        notes=found.notes.select_related("by"),
        may_plan=request.access.can(Permission.PLAN_MOVES),
    )


@school_view(Permission.PLAN_MOVES)
def previous_record_chase(request: HttpRequest, pupil, previous_record) -> HttpResponse:
    """Asked again."""
    return _step(request, pupil, previous_record, ChaseForm, chase_record, "Ask again")


@school_view(Permission.PLAN_MOVES)
def previous_record_came(request: HttpRequest, pupil, previous_record) -> HttpResponse:
    """It is here."""
    return _step(request, pupil, previous_record, ReceivedForm, receive_record, "It came")


@school_view(Permission.PLAN_MOVES)
def previous_record_nothing(request: HttpRequest, pupil, previous_record) -> HttpResponse:
    """Nothing comes."""
    return _step(request, pupil, previous_record, NothingForm, stop_waiting, "Nothing comes")


def _step(request, pupil, pk, form_class, service: Callable, heading: str) -> HttpResponse:
    child, found = _opened(request, pupil, pk)
    form = form_class(request.POST or None, initial={"on": request.access.today})
    if request.method == "POST" and carried_out(
        form, lambda: service(record=found, by=request.user, **form.cleaned_data)
    ):
        done(request, "Written down.")
        return redirect(child_url("previous_record", child, found.pk))
    return child_form(
        request,
        child,
        form,
        heading=heading,
        submit="Save",
        back="previous_record",
        back_args=(found.pk,),
        note=found.setting,
    )


def _opened(request: HttpRequest, pupil, pk):
    child = open_child(request, pupil, Action.VIEW_MOVES)
    found = reads.previous_record(child.pupil, pk)
    if found is None:
        raise Http404
    return child, found
