"""Surveys at school: set up, sent, closed, read; what people wrote is decided about."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_POST

from aylsham.access.decorators import require, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.history import history_of_record
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.models import Job
from aylsham.notices import done, problem
from provision.council_codes import CouncilPaperKind
from provision.services.council_papers import ask_for_council_paper
from pupils.views.printing import to_work
from reports.forms.surveys import LastDayForm, RoundForm, WordsForm
from reports.leaders_list_files import SURVEYS
from reports.models import SurveyRound
from reports.selectors.surveys.charts import chart_of
from reports.selectors.surveys.rounds import round_of, round_page, rounds_of, words_of
from reports.selectors.surveys.scope import years_at
from reports.services.surveys.rounds import (
    change_round,
    close_round,
    discard_round,
    has_begun,
    start_round,
)
from reports.services.surveys.sending import remind_families, send_links
from reports.services.surveys.slips import make_slips
from reports.services.surveys.words import sort_words
from reports.surveys.statements import Asked
from reports.views.plan_rows import form_page, press

_HEADING = "Surveys"


@school_view(Permission.PREPARE_REPORTS)
@has_file
def surveys(request: HttpRequest) -> HttpResponse:
    """Every round, the newest first."""
    lines = rounds_of(request.school, request.access.today)
    if asks_for_file(request):
        return list_file(request, SURVEYS, lines)
    context = {"lines": lines, "may_ask": request.access.can(Permission.ASK_FOR_VIEWS)}
    return render(request, "reports/surveys/list.html", context)


@school_view(Permission.PREPARE_REPORTS)
def survey(request: HttpRequest, survey) -> HttpResponse:
    """One round: whom it asks, how many answered; what they say once it is over."""
    found = _found(request, survey)
    page = round_page(found, request.access.today)
    if page.results is not None:
        _read(request, found)
    context = {
        "page": page,
        "it": found,
        "chart": chart_of(page.results) if page.results else None,
        "changes": history_of_record(request.access, found),
        "may_ask": request.access.can(Permission.ASK_FOR_VIEWS),
    }
    return render(request, "reports/surveys/survey.html", context)


@school_view(Permission.PREPARE_REPORTS)
def survey_add(request: HttpRequest) -> HttpResponse:
    """Set up a round, `?whom=families` or `pupils`."""
    require(request, Permission.ASK_FOR_VIEWS)
    try:
        asked = Asked(request.GET.get("whom", Asked.FAMILIES))
    except ValueError:
        raise Http404 from None
    form = RoundForm(request.POST or None, asked=asked, years=years_at(request.school))
    made: list[SurveyRound] = []
    return form_page(
        request,
        form,
        lambda: made.append(
            start_round(school=request.school, audience=asked.value, by=request.user, **form.facts)
        ),
        back=_all(request),
        heading=f"Ask {asked.label[:1].lower()}{asked.label[1:]}",
        submit="Set it up",
        said="It is set up. Nobody is asked before you send it, or hand it over.",
        crumbs=((_HEADING, _all(request)),),
    )


@school_view(Permission.PREPARE_REPORTS)
def survey_change(request: HttpRequest, survey) -> HttpResponse:
    """Change a round; once it has begun its last day."""
    found = _found(request, survey)
    require(request, Permission.ASK_FOR_VIEWS)
    if has_begun(found):
        form = LastDayForm(request.POST or None, record=found)
    else:
        years = years_at(request.school)
        asked = Asked(found.audience)
        form = RoundForm(request.POST or None, record=found, asked=asked, years=years)
    return form_page(
        request,
        form,
        lambda: change_round(
            round=found, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
        back=_home(request, found),
        heading="Change the survey",
        submit="Save",
        said="It is saved.",
        crumbs=_crumbs(request, found),
    )


@school_view(Permission.PREPARE_REPORTS)
@require_POST
def survey_send(request: HttpRequest, survey) -> HttpResponse:
    """Begin to send the links."""
    return _start(request, survey, send_links)


@school_view(Permission.PREPARE_REPORTS)
@require_POST
def survey_remind(request: HttpRequest, survey) -> HttpResponse:
    """Remind once whoever has not answered."""
    return _start(request, survey, remind_families)


@school_view(Permission.PREPARE_REPORTS)
@require_POST
def survey_slips(request: HttpRequest, survey) -> HttpResponse:
    """Start printing the slips: one for each bag, with a list for whoever puts them in."""
    found = _found(request, survey)
    require(request, Permission.ASK_FOR_VIEWS)
    try:
        slips = make_slips(round=found, by=request.user)
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
        return redirect(_home(request, found))
    record_event(
        Action.PRINT,
        school=found.school,
        by=request.access,
        pupil_ids=slips.pupil_ids,
        detail={"list": "survey_slips"},
    )
    html = render_to_string("reports/print/survey_slips.html", {"slips": slips, "round": found})
    job = ask_for_council_paper(
        school=request.school,
        kind=CouncilPaperKind.SLIPS,
        html=html,
        of_on=found.opens_on,
        by=request.user,
    )
    return to_work(job)


@school_view(Permission.PREPARE_REPORTS)
@require_POST
def survey_close(request: HttpRequest, survey) -> HttpResponse:
    """Take no more answers."""
    found = _found(request, survey)
    require(request, Permission.ASK_FOR_VIEWS)
    return press(
        request,
        lambda: close_round(round=found, by=request.user),
        back=_home(request, found),
        said="It is closed. Here is what people say.",
    )


@school_view(Permission.PREPARE_REPORTS)
@require_POST
def survey_discard(request: HttpRequest, survey) -> HttpResponse:
    """Take a round back before anybody was asked."""
    found = _found(request, survey)
    require(request, Permission.ASK_FOR_VIEWS)
    try:
        discard_round(round=found, by=request.user)
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
        return redirect(_home(request, found))
    done(request, "It is discarded. Nobody was asked.")
    return redirect(_all(request))


@school_view(Permission.PREPARE_REPORTS)
def survey_words(request: HttpRequest, survey) -> HttpResponse:
    """What people wrote, in no order; what of it may be quoted."""
    found = _found(request, survey)
    page = round_page(found, request.access.today)
    if not page.words:
        problem(request, "There is nothing to read, or the survey is not closed yet.")
        return redirect(_home(request, found))
    _read(request, found)
    form = WordsForm(request.POST or None, words=words_of(found))
    return form_page(
        request,
        form,
        lambda: sort_words(round=found, decided=form.decided, by=request.user),
        back=_home(request, found),
        heading="What people wrote",
        submit="Save",
        said="It is saved. Reports quote at most three.",
        crumbs=_crumbs(request, found),
        about="Quote only what names nobody and could be anybody’s. Reports show it word by word.",
    )


def _start(request: HttpRequest, pk, begin: Callable[..., Job]) -> HttpResponse:
    found = _found(request, pk)
    require(request, Permission.ASK_FOR_VIEWS)
    try:
        return to_work(begin(round=found, by=request.user))
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
        return redirect(_home(request, found))


def _read(request: HttpRequest, found: SurveyRound) -> None:
    record_event(Action.READ_SURVEY, school=found.school, by=request.access, subject=found)


def _found(request: HttpRequest, pk) -> SurveyRound:
    found = round_of(request.school, pk)
    if found is None:
        raise Http404
    return found


def _all(request: HttpRequest) -> str:
    return reverse("surveys", args=[request.school.slug])


def _home(request: HttpRequest, found: SurveyRound) -> str:
    return reverse("survey", args=[request.school.slug, found.pk])


def _crumbs(request: HttpRequest, found: SurveyRound) -> tuple:
    return ((_HEADING, _all(request)), ("Survey", _home(request, found)))
