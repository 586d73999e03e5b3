"""Disagreements with families: the trail from the first word to the outcome."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.editing import carried_out
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done
from pupils.forms.disagreements import EndForm, EntryForm, RaiseForm, ReviseForm, RouteForm
from pupils.list_files import DISAGREEMENTS
from pupils.models import Disagreement
from pupils.selectors.actions import colleagues_at
from pupils.selectors.disagreements import disagreement_of, disagreements, entry_of, trail
from pupils.selectors.identity import Child
from pupils.services.disagreements import (
    add_entry,
    change_step,
    end_disagreement,
    raise_disagreement,
    revise_entry,
)
from pupils.views.opening import child_form, child_page, child_url, open_child

KEEP = Permission.KEEP_DISAGREEMENTS


@school_view(KEEP)
@has_file
def disagreement_list(request: HttpRequest) -> HttpResponse:
    """Every disagreement of the school."""
    rows = disagreements(request.access)
    record_event(
        Action.VIEW_DISAGREEMENTS,
        school=request.school,
        by=request.access,
        pupil_ids=sorted({row.pupil_id for row in rows}),
    )
    if asks_for_file(request):
        return list_file(request, DISAGREEMENTS, rows)
    return render(
        request,
        "pupils/disagreements/list.html",
        {"rows": rows, "today": request.access.today},
    )


@school_view(KEEP)
def child_disagreements(request: HttpRequest, pupil) -> HttpResponse:
    """The disagreements about one child."""
    child = open_child(request, pupil, Action.VIEW_DISAGREEMENTS)
    rows = disagreements(request.access, child.pupil)
    return child_page(
        request,
        "pupils/disagreements/child.html",
        child,
        tab="disagreements",
        rows=rows,
        today=request.access.today,
    )


@school_view(KEEP)
def disagreement_add(request: HttpRequest, pupil) -> HttpResponse:
    """Write down what a family is not content with."""
    child = open_child(request, pupil)
    form = RaiseForm(request.POST or None, **_people(request, child))
    kept: list[Disagreement] = []
    if request.method == "POST" and carried_out(
        form,
        lambda: kept.append(raise_disagreement(pupil=child.pupil, by=request.user, **form.facts)),
    ):
        done(request, "Written down. The next step is in what is due.")
        return redirect(child_url("disagreement", child, kept[0].pk))
    return child_form(
        request,
        child,
        form,
        heading="A family is not content",
        submit="Save",
        back="child_disagreements",
        tab="disagreements",
        hands_over="text",
    )


@school_view(KEEP)
def disagreement(request: HttpRequest, pupil, disagreement) -> HttpResponse:
    """The trail: every text with its versions, the dates, the next step."""
    child, row = _open(request, pupil, disagreement)
    return child_page(
        request,
        "pupils/disagreements/trail.html",
        child,
        tab="disagreements",
        trail=trail(request.access, row),
    )


@school_view(KEEP)
def entry_add(request: HttpRequest, pupil, disagreement) -> HttpResponse:
    """Add a reply or an answer."""
    child, row = _open(request, pupil, disagreement)
    form = EntryForm(request.POST or None, record=row, **_people(request, child))
    return _form(
        request,
        child,
        row,
        form,
        lambda: add_entry(disagreement=row, by=request.user, **form.facts),
        heading="Add a reply or an answer",
        hands_over="text",
    )


@school_view(KEEP)
def entry_revise(request: HttpRequest, pupil, disagreement, entry) -> HttpResponse:
    """A further version of a text; the earlier ones stay."""
    child, row = _open(request, pupil, disagreement)
    found = entry_of(row, entry)
    if found is None:
        raise Http404
    form = ReviseForm(request.POST or None, entry=found)
    return _form(
        request,
        child,
        row,
        form,
        lambda: revise_entry(entry=found, by=request.user, **form.cleaned_data),
        heading="Write a further version",
        note="The earlier version stays, with what you change.",
    )


@school_view(KEEP)
def route(request: HttpRequest, pupil, disagreement) -> HttpResponse:
    """Another next step, another route, the dates of letters."""
    child, row = _open(request, pupil, disagreement)
    form = RouteForm(request.POST or None, record=row, **_people(request, child))
    return _form(
        request,
        child,
        row,
        form,
        lambda: change_step(disagreement=row, by=request.user, **form.facts),
        heading="Next step and route",
    )


@school_view(KEEP)
def end(request: HttpRequest, pupil, disagreement) -> HttpResponse:
    """The outcome."""
    child, row = _open(request, pupil, disagreement)
    form = EndForm(request.POST or None)
    return _form(
        request,
        child,
        row,
        form,
        lambda: end_disagreement(disagreement=row, by=request.user, **form.cleaned_data),
        heading="How it ended",
    )


def _open(request: HttpRequest, pupil, pk) -> tuple[Child, Disagreement]:
    child = open_child(request, pupil, Action.VIEW_DISAGREEMENTS)
    row = disagreement_of(request.access, child.pupil, pk)
    if row is None:
        raise Http404
    return child, row


def _people(request: HttpRequest, child: Child) -> dict:
    today = request.access.today
    return {"colleagues": colleagues_at(child.school, today=today), "me": request.user}


def _form(
    request: HttpRequest, child: Child, row: Disagreement, form, change, *, heading: str, **context
) -> HttpResponse:
    if request.method == "POST" and carried_out(form, change):
        done(request, "Saved.")
        return redirect(child_url("disagreement", child, row.pk))
    return child_form(
        request,
        child,
        form,
        heading=heading,
        submit="Save",
        back="disagreement",
        back_args=(row.pk,),
        tab="disagreements",
        **context,
    )
