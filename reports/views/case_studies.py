"""Case studies: of one child, and the approved ones of the school."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.views.decorators.http import require_POST

from aylsham.access.decorators import require, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.editing import carried_out
from aylsham.notices import done, problem
from pupils.paper_codes import PaperKind
from pupils.selectors.identity import Child
from pupils.services.papers import ask_for_paper
from pupils.views.opening import child_form, child_page, child_url, open_child
from pupils.views.printing import to_work
from reports.case_study_codes import FIELDS, StudyState
from reports.forms.case_studies import ApproveForm, StudyForm, TakeBackForm, VoicesForm
from reports.journey import drafted
from reports.models import CaseStudy
from reports.selectors.case_studies import (
    KIND,
    approved_studies,
    sayings,
    studies_of,
    study_of,
    study_page,
)
from reports.selectors.journeys import journey_of
from reports.services import case_studies as services

MAKE, APPROVE, TAB = Permission.MAKE_BUNDLES, Permission.APPROVE_SHARING, "case_studies"


@school_view(MAKE)
def case_studies(request: HttpRequest) -> HttpResponse:
    """The approved studies of the school."""
    found = approved_studies(request.access)
    record_event(
        Action.VIEW_CASE_STUDY,
        school=request.school,
        by=request.access,
        pupil_ids=[study.pupil_id for study in found],
    )
    return render(request, "reports/case_studies/school.html", {"studies": found})


@school_view(MAKE)
def child_case_studies(request: HttpRequest, pupil) -> HttpResponse:
    """The studies of a child: without the name, and with it."""
    child = open_child(request, pupil, Action.VIEW_CASE_STUDY)
    found = studies_of(child)
    live = {study.is_named for study in found if study.state != StudyState.TAKEN_BACK}
    return child_page(
        request,
        "reports/case_studies/child.html",
        child,
        tab=TAB,
        studies=found,
        may_begin=not child.pupil.set_apart_on and not child.pupil.closed_on,
        has_anonymous=False in live,
        has_named=True in live,
    )


@school_view(MAKE)
@require_POST
def case_study_begin(request: HttpRequest, pupil) -> HttpResponse:
    """Begin one with a draft from the record."""
    child = open_child(request, pupil, Action.VIEW_CASE_STUDY)
    is_named = request.POST.get("named") == "yes"
    words = drafted(journey_of(request.access, child, is_named=is_named))
    try:
        study = services.begin_study(
            pupil=child.pupil, is_named=is_named, words=words, by=request.user
        )
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
        return redirect(child_url("child_case_studies", child))
    done(request, "This is a first draft from the record. Word it as you would tell it.")
    return _to(child, study)


@school_view(MAKE)
def case_study(request: HttpRequest, pupil, case_study) -> HttpResponse:
    """One study: its words, what points to the child, whether it can be approved."""
    child, study = _found(request, pupil, case_study)
    return _page(request, child, study, _approve_form(study))


@school_view(MAKE)
def case_study_change(request: HttpRequest, pupil, case_study) -> HttpResponse:
    """Change the words of a draft."""
    child, study = _found(request, pupil, case_study)
    form = StudyForm(request.POST or None, record=study)
    if request.method == "POST" and carried_out(
        form,
        lambda: services.word_study(
            study=study, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        done(request, "Saved.")
        return _to(child, study)
    return _form(request, child, study, form, "Word it", "Save")


@school_view(MAKE)
def case_study_voices(request: HttpRequest, pupil, case_study) -> HttpResponse:
    """Choose sentences of the child and the family."""
    child, study = _found(request, pupil, case_study)
    offered = sayings(request.access, child, is_named=study.is_named)
    form = VoicesForm(request.POST or None, offered=offered)
    if request.method == "POST" and carried_out(
        form,
        lambda: services.add_voices(study=study, chosen=form.chosen, by=request.user),
    ):
        done(request, "They stand in the study now.")
        return _to(child, study)
    if not offered:
        problem(request, "Nothing is recorded that the child or the family said.")
        return _to(child, study)
    return _form(request, child, study, form, "Choose what they said", "Put them in")


@school_view(APPROVE)
@require_POST
def case_study_approve(request: HttpRequest, pupil, case_study) -> HttpResponse:
    """Let others read it."""
    require(request, MAKE)
    child, study = _found(request, pupil, case_study)
    form = _approve_form(study, request.POST)
    if not form.is_valid():
        return _page(request, child, study, form)
    try:
        services.approve_study(
            study=study, child=child, seen=form.cleaned_data["seen"], by=request.user
        )
        done(request, "It is approved.")
    except StaleSave:
        problem(request, "Somebody changed the words. Read them, then approve.")
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    return _to(child, study)


@school_view(MAKE)
@require_POST
def case_study_reopen(request: HttpRequest, pupil, case_study) -> HttpResponse:
    """Change an approved study."""
    child, study = _found(request, pupil, case_study)
    try:
        services.reopen_study(study=study, by=request.user)
        done(request, "You can change it. Nobody else reads it until it is approved again.")
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    return _to(child, study)


@school_view(MAKE)
def case_study_take_back(request: HttpRequest, pupil, case_study) -> HttpResponse:
    """Take it back, with a reason."""
    child, study = _found(request, pupil, case_study)
    form = TakeBackForm(request.POST or None)
    if request.method == "POST" and carried_out(
        form,
        lambda: services.take_back_study(
            study=study, why=form.cleaned_data["why"], by=request.user
        ),
    ):
        done(request, "It is taken back.")
        return _to(child, study)
    return _form(request, child, study, form, "Take it back", "Take it back")


@school_view(MAKE, when_closed=True)
@require_POST
def case_study_print(request: HttpRequest, pupil, case_study) -> HttpResponse:
    """Start setting an approved study as a PDF."""
    child, study = _found(request, pupil, case_study, Action.PRINT)
    if study.state != StudyState.APPROVED:
        problem(request, "It is printed once it is approved.")
        return _to(child, study)
    today = request.access.today
    facts = {"study": study, "school": child.school, "today": today}
    _, job = ask_for_paper(
        pupil=child.pupil,
        kind=PaperKind.STUDY,
        html=render_to_string("reports/print/case_study.html", facts),
        of_on=today,
        permission=MAKE,
        by=request.user,
    )
    return to_work(job)


def _approve_form(study: CaseStudy, data=None) -> ApproveForm:
    initial = {"seen": version_of(study, FIELDS)}
    return ApproveForm(data, is_named=study.is_named, initial=initial)


def _page(request: HttpRequest, child: Child, study: CaseStudy, form) -> HttpResponse:
    return child_page(
        request,
        "reports/case_studies/page.html",
        child,
        tab=TAB,
        page=study_page(child, study),
        form=form,
        kind=KIND,
        may_approve=request.access.can(APPROVE),
        may_ask=request.access.can(Permission.ASK_FOR_VIEWS),
    )


def _form(request, child: Child, study: CaseStudy, form, heading: str, submit: str):
    back = child_url("case_study", child, study.pk)
    return child_form(
        request, child, form, heading=heading, submit=submit, cancel_url=back, tab=TAB
    )


def _to(child: Child, study: CaseStudy) -> HttpResponse:
    return redirect(child_url("case_study", child, study.pk))


def _found(
    request: HttpRequest, pupil, pk, action: Action = Action.VIEW_CASE_STUDY
) -> tuple[Child, CaseStudy]:
    child = open_child(request, pupil, action)
    study = study_of(child, pk)
    if study is None:
        raise Http404
    return child, study
