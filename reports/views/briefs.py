"""Briefs for meetings of the leaders: begun, written, printed; what was decided comes back as actions."""

from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.list_files import asks_for_file, has_file, list_file
from provision.council_codes import CouncilPaperKind
from provision.services.council_papers import ask_for_council_paper
from pupils.views.printing import to_work
from reports.forms.briefs import BriefForm, DecisionForm, NewBriefForm
from reports.list_files import BRIEFS
from reports.models import LeadersBrief
from reports.selectors.briefs import (
    brief_of,
    brief_page,
    briefs_of,
    facts_for_brief,
    open_objectives,
)
from reports.services.briefs import read_brief_again, start_brief, write_brief
from reports.services.objectives import add_step
from reports.views.objectives import adults_of
from reports.views.plan_rows import form_page, press

_HEADING = "Briefs for leaders"


@school_view(Permission.PREPARE_REPORTS)
@has_file
def briefs(request: HttpRequest) -> HttpResponse:
    """Every brief, the newest first."""
    if asks_for_file(request):
        return list_file(request, BRIEFS, briefs_of(request.school))
    return render(request, "reports/briefs/list.html", {"briefs": briefs_of(request.school)})


@school_view(Permission.PREPARE_REPORTS)
def brief_add(request: HttpRequest) -> HttpResponse:
    """Begin the brief for a meeting."""
    form = NewBriefForm(request.POST or None)
    return form_page(
        request,
        form,
        lambda: start_brief(
            school=request.school,
            held_on=form.cleaned_data["held_on"],
            facts=facts_for_brief(request.access, request.school),
            by=request.user,
        ),
        back=_all(request),
        heading="Begin a brief",
        submit="Begin it",
        said="The brief is begun with what the record says today.",
        crumbs=((_HEADING, _all(request)),),
    )


@school_view(Permission.PREPARE_REPORTS)
def brief(request: HttpRequest, brief) -> HttpResponse:
    """One brief, and the actions that its meeting and earlier ones decided."""
    page = brief_page(request.access, _found(request, brief))
    return render(request, "reports/briefs/brief.html", {"page": page, "it": page.brief})


@school_view(Permission.PREPARE_REPORTS)
def brief_write(request: HttpRequest, brief) -> HttpResponse:
    """Write what has changed, what is asked, what was decided."""
    found = _found(request, brief)
    form = BriefForm(request.POST or None, record=found)
    return form_page(
        request,
        form,
        lambda: write_brief(
            brief=found, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
        back=_home(request, found),
        heading="Write the brief",
        submit="Save",
        said="It is saved.",
        crumbs=_crumbs(request, found),
    )


@school_view(Permission.PREPARE_REPORTS)
@require_POST
def brief_read_again(request: HttpRequest, brief) -> HttpResponse:
    """Say what the record says now."""
    found = _found(request, brief)
    facts = facts_for_brief(request.access, request.school)
    act = partial(read_brief_again, brief=found, facts=facts, by=request.user)
    return press(request, act, back=_home(request, found), said="It says what the record says now.")


@school_view(Permission.PREPARE_REPORTS)
def brief_decide(request: HttpRequest, brief) -> HttpResponse:
    """Write an action that the meeting decided; its owner is asked for it."""
    found = _found(request, brief)
    form = DecisionForm(
        request.POST or None,
        adults=adults_of(request),
        objectives=open_objectives(request.school),
    )
    return form_page(
        request,
        form,
        lambda: add_step(school=request.school, brief=found, by=request.user, **form.facts),
        back=_home(request, found),
        heading="An action that was decided",
        submit="Add it",
        said="The action is written down.",
        crumbs=_crumbs(request, found),
    )


@school_view(Permission.PREPARE_REPORTS)
@require_POST
def brief_print(request: HttpRequest, brief) -> HttpResponse:
    """Start setting the brief on one page, as a PDF."""
    found = _found(request, brief)
    record_event(Action.PRINT, school=found.school, by=request.access, detail={"list": "brief"})
    context = {"page": brief_page(request.access, found), "today": request.access.today}
    job = ask_for_council_paper(
        school=request.school,
        kind=CouncilPaperKind.BRIEF,
        html=render_to_string("reports/print/brief.html", context),
        of_on=found.held_on,
        by=request.user,
    )
    return to_work(job)


def _found(request: HttpRequest, pk) -> LeadersBrief:
    found = brief_of(request.school, pk)
    if found is None:
        raise Http404
    return found


def _all(request: HttpRequest) -> str:
    return reverse("briefs", args=[request.school.slug])


def _home(request: HttpRequest, brief: LeadersBrief) -> str:
    return reverse("brief", args=[request.school.slug, brief.pk])


def _crumbs(request: HttpRequest, brief: LeadersBrief) -> tuple:
    return ((_HEADING, _all(request)), ("Brief", _home(request, brief)))
