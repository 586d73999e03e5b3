"""A letter's own page: exactly what will be sent, who looked at it, how it went."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.documents.rendering import PdfProblem
from aylsham.editing import carried_out
from aylsham.notices import done, problem
from pupils.forms.letters import SendForm
from pupils.letter_codes import LetterState, SentHow
from pupils.selectors.identity import Child
from pupils.selectors.letters.opened import OpenedLetter, opened_letter
from pupils.selectors.letters.page import page_of
from pupils.selectors.letters.register import first_sending, sending_of
from pupils.services.letters.sending import letter_pdf, send_letter, stops
from pupils.views.letters.writing import TAB, WRITE, opened
from pupils.views.opening import child_page, child_url
from pupils.views.printing import pdf_answer


@school_view(WRITE)
def letter(request: HttpRequest, pupil, letter) -> HttpResponse:
    """The letter as its reader gets it; beside it what stops it, and the form that sends it."""
    child, row = opened(request, pupil, letter)
    found = opened_letter(request.access, row, child.pupil)
    form = _send_form(request, child, found)
    if request.method == "POST" and form and _sent(request, found, form):
        done(request, "It is kept as it was sent, and stands in documents and the register.")
        return redirect(child_url("letter", child, row.pk))
    return child_page(
        request,
        "pupils/letters/letter.html",
        child,
        tab=TAB,
        opened=found,
        form=form,
        stops=stops(row, found.page) if row.is_draft else [],
    )


@school_view(WRITE)
def letter_pdf_now(request: HttpRequest, pupil, letter) -> HttpResponse:
    """The pages as they stand, marked as a draft; of a letter that went, as it went."""
    child, row = opened(request, pupil, letter, Action.PRINT)
    name = f"letter-{row.on:%Y-%m-%d}.pdf"
    if sent := first_sending(row):
        return pdf_answer(bytes(sent.pdf), name)
    try:
        return pdf_answer(letter_pdf(page_of(row, child.school), is_draft=True), f"draft-{name}")
    except PdfProblem as refused:
        problem(request, str(refused))
        return redirect(child_url("letter", child, row.pk))


@school_view(WRITE)
def letter_as_sent(request: HttpRequest, pupil, letter, sending) -> HttpResponse:
    """The pages as they were sent."""
    _, row = opened(request, pupil, letter, Action.DOWNLOAD)
    sent = sending_of(row, sending)
    if sent is None:
        raise Http404
    return pdf_answer(bytes(sent.pdf), f"letter-{sent.gone_on:%Y-%m-%d}.pdf")


def _send_form(request: HttpRequest, child: Child, found: OpenedLetter) -> SendForm | None:
    row = found.letter
    if row.state == LetterState.DROPPED:
        return None
    may_mail = bool(row.to_email) and request.access.can(Permission.ASK_FOR_VIEWS)
    how = SentHow.EMAIL if may_mail else (SentHow.POST if row.to_address else SentHow.HAND)
    return SendForm(
        request.POST or None,
        to_check=found.verdict.asks_to_check if found.verdict else "",
        may_mail=may_mail,
        initial={"seen": found.page.digest, "how": how, "gone_on": request.access.today},
    )


def _sent(request: HttpRequest, found: OpenedLetter, form: SendForm) -> bool:
    try:
        return carried_out(
            form, lambda: send_letter(letter=found.letter, by=request.user, **form.cleaned_data)
        )
    except PdfProblem as refused:
        form.add_error(None, str(refused))
        return False
