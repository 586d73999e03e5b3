"""Answering a survey: families by their link, children on a tablet of the school."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.editing import carried_out
from pupils.symbols import LICENCE, SYMBOLS
from pupils.views.secret_pages import secret_view
from reports.forms.surveys import AnswerForm, PupilAnswerForm
from reports.selectors.surveys.links import Answering, find_answering
from reports.selectors.surveys.rounds import open_for_pupils, round_of
from reports.services.surveys.answering import answer_as_pupil, answer_by_link

survey_view = secret_view(find_answering)


@survey_view
def survey_link(request: HttpRequest, found: Answering, secret: str) -> HttpResponse:
    """The questions for a family; after the answer, or the last day, it says so."""
    if found.is_used or not found.is_open:
        return _link_page(request, found, "used" if found.is_used else "over")
    form = AnswerForm(request.POST or None, round=found.round)
    if request.method == "POST" and carried_out(
        form, lambda: answer_by_link(invitee=found.invitee, **form.said)
    ):
        return _link_page(request, found, "thanks")
    return _link_page(request, found, "ask", form=form)


@school_view(Permission.RECORD_VOICE)
def surveys_with_children(request: HttpRequest) -> HttpResponse:
    """Surveys that children can answer today, each with a first page to hand over."""
    lines = open_for_pupils(request.school, request.access.today)
    return render(request, "reports/surveys/with_children.html", {"lines": lines})


@school_view(Permission.RECORD_VOICE)
def survey_child(request: HttpRequest, survey) -> HttpResponse:
    """The sentences for one child, with pictures; `?done` thanks, and hands over to the next."""
    round = round_of(request.school, survey)
    if round is None or round.is_of_families:
        raise Http404
    if "done" in request.GET or not round.is_open(request.access.today):
        return render(request, "reports/surveys/child_done.html", {"round": round})
    form = PupilAnswerForm(request.POST or None, round=round)
    if request.method == "POST" and carried_out(
        form,
        lambda: answer_as_pupil(round=round, key=form.cleaned_data["key"], **form.said),
    ):
        return redirect(f"{request.path}?done=1")
    context = {"form": form, "round": round, "symbols": SYMBOLS, "licence": LICENCE}
    return render(request, "reports/surveys/child.html", context)


def _link_page(request: HttpRequest, found: Answering, name: str, **context) -> HttpResponse:
    about = {"school": found.link.school, "round": found.round}
    return render(request, f"contribute/survey_{name}.html", about | context)
