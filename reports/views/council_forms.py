"""Councils' forms filled from one set of answers: seen, corrected, taken out as Word or PDF."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.documents.rendering import PdfProblem, write_pdf
from aylsham.downloads import as_download
from aylsham.editing import carried_out
from aylsham.notices import done, problem
from ehcp.services.form_answers import give_back_answer, write_answer
from pupils.selectors.identity import Child
from pupils.views.opening import child_page, child_url, open_child
from pupils.views.printing import pdf_answer
from reports.council_forms.mapping import CouncilForm, FilledForm, fill
from reports.council_forms.questions import QUESTIONS
from reports.council_forms.word import form_word
from reports.forms.council_forms import AnswerForm, GiveBackForm
from reports.selectors.council_forms import answers_of, open_request, own_answer
from reports.selectors.council_maps import forms_of

MAKE, TAB = Permission.MAKE_BUNDLES, "council_forms"


@school_view(MAKE)
def council_forms(request: HttpRequest, pupil) -> HttpResponse:
    """The forms that can be filled, and how full each is."""
    child = open_child(request, pupil, Action.VIEW_COUNCIL_FORM)
    answers = answers_of(request.access, child).values()
    filled = [fill(form, answers) for form in forms_of(request.school).values()]
    context = {"filled": filled, "may_keep": request.access.can(Permission.KEEP_LETTERS)}
    return child_page(request, "reports/council_forms/list.html", child, tab=TAB, **context)


@school_view(MAKE)
def council_form(request: HttpRequest, pupil, council_form: str) -> HttpResponse:
    """One form with every answer, where it comes from, and what is too long for its box."""
    form = _form(request, council_form)
    child = open_child(request, pupil, Action.VIEW_COUNCIL_FORM, form=form.code)
    filled = fill(form, answers_of(request.access, child).values())
    return child_page(request, "reports/council_forms/form.html", child, tab=TAB, filled=filled)


@school_view(MAKE)
def council_form_file(request: HttpRequest, pupil, council_form: str) -> HttpResponse:
    """The form as it stands: `?as=docx` to edit, `?as=pdf` to send."""
    form, wanted = _form(request, council_form), request.GET.get("as", "")
    if wanted not in ("docx", "pdf"):
        raise Http404
    child = open_child(request, pupil, Action.TAKE_COUNCIL_FORM, form=form.code, format=wanted)
    filled, today = fill(form, answers_of(request.access, child).values()), request.access.today
    name = f"{form.code}-{today:%Y-%m-%d}.{wanted}"
    if wanted == "docx":
        data = form_word(filled, school=child.school.name, today=today)
        return as_download(data, name)
    try:
        return pdf_answer(_pdf(filled, child, request), name)
    except PdfProblem as refused:
        problem(request, str(refused))
        return redirect(child_url("council_form", child, form.code))


@school_view(MAKE)
def form_answer(request: HttpRequest, pupil, question: str) -> HttpResponse:
    """Write an answer; every form that asks for it has it then."""
    if question not in QUESTIONS:
        raise Http404
    child = open_child(request, pupil, Action.VIEW_COUNCIL_FORM, question=question)
    answer = answers_of(request.access, child)[question]
    own = own_answer(child.pupil, question)
    record = answer.record if answer.is_own else answer.text
    form = AnswerForm(request.POST or None, record=own, answer=answer)
    if request.method == "POST" and carried_out(
        form,
        lambda: write_answer(
            pupil=child.pupil,
            assessment=open_request(child.pupil),
            question=question,
            record_text=record,
            version=form.cleaned_data["version"],
            by=request.user,
            **form.facts,
        ),
    ):
        done(request, "Saved. Every form that asks for it has your words.")
        return redirect(_back(request, child))
    return child_page(
        request,
        "reports/council_forms/answer.html",
        child,
        tab=TAB,
        form=form,
        answer=answer,
        record_says=record,
        give_back=GiveBackForm(record=own) if own else None,
        submit="Save",
        cancel_url=_back(request, child),
        hands_over="text",
    )


@school_view(MAKE)
@require_POST
def form_answer_back(request: HttpRequest, pupil, question: str) -> HttpResponse:
    """Let the record speak again."""
    if question not in QUESTIONS:
        raise Http404
    child = open_child(request, pupil, Action.VIEW_COUNCIL_FORM, question=question)
    form = GiveBackForm(request.POST, record=own_answer(child.pupil, question))
    if carried_out(
        form,
        lambda: give_back_answer(
            pupil=child.pupil,
            assessment=open_request(child.pupil),
            question=question,
            version=form.cleaned_data["version"],
            by=request.user,
        ),
    ):
        done(request, "The record speaks again.")
    else:
        problem(request, " ".join(form.non_field_errors()))
    return redirect(_back(request, child))


def _form(request: HttpRequest, code: str) -> CouncilForm:
    found = forms_of(request.school).get(code)
    if found is None:
        raise Http404
    return found


def _back(request: HttpRequest, child: Child) -> str:
    """The form from which somebody came, which `?form=` names."""
    code = request.GET.get("form", "")
    if code in forms_of(request.school):
        return child_url("council_form", child, code)
    return child_url("council_forms", child)


def _pdf(filled: FilledForm, child: Child, request: HttpRequest) -> bytes:
    about = {"filled": filled, "school": child.school.name, "today": request.access.today}
    return write_pdf(render_to_string("reports/print/council_form.html", about))
