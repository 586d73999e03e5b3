"""The consultation desk: what councils ask, the answer, the head's signature, the sent copy."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.documents.rendering import PdfProblem
from aylsham.downloads import as_download
from aylsham.editing import carried_out
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done, problem
from ehcp.consultation_forms import (
    CloseForm,
    ReceivedChangeForm,
    ReceiveForm,
    ReplyForm,
    SendReplyForm,
    SignForm,
)
from ehcp.list_files import CONSULTATIONS
from ehcp.models import Consultation
from ehcp.selectors.consultation_ends import ended
from ehcp.selectors.consultations import (
    children_on_roll,
    consultation_of,
    consultation_page,
    consultations,
    sent_reply,
)
from ehcp.services import consultations as services
from ehcp.services.consultation_word import reply_word
from pupils.views.printing import pdf_answer

ANSWER, PAGE, DESK = Permission.ANSWER_CONSULTATIONS, "consultation", "consultations"


@school_view(ANSWER)
@has_file
def desk(request: HttpRequest) -> HttpResponse:
    """Every consultation, those to be answered first."""
    lines = consultations(request.access)
    _record(request, None, pupils=[line.row.pupil_id for line in lines if line.row.pupil_id])
    if asks_for_file(request):
        return list_file(request, CONSULTATIONS, lines)
    may_end = request.access.can(Permission.REVIEW_RETENTION)
    context = {"lines": lines, "may_end": may_end, "ended": ended(request.access) if may_end else 0}
    return render(request, "ehcp/consultations/desk.html", context)


@school_view(ANSWER)
def add(request: HttpRequest) -> HttpResponse:
    """A consultation that came."""
    form = ReceiveForm(
        request.POST or None, school=request.school, children=children_on_roll(request.access)
    )
    made: list[Consultation] = []
    if request.method == "POST" and carried_out(
        form,
        lambda: made.append(
            services.receive_consultation(school=request.school, by=request.user, **form.facts)
        ),
    ):
        done(request, "The fifteen days run. The school’s figures of today are filled in.")
        return redirect(PAGE, request.school.slug, made[0].pk)
    return _form(request, form, "A consultation came", "Record it", None)


@school_view(ANSWER)
def consultation(request: HttpRequest, consultation) -> HttpResponse:
    """One consultation: what came, the clock, the answer as it stands or as it went."""
    row = _found(request, consultation)
    page = consultation_page(request.access, row)
    context = {"page": page, "sign_form": SignForm(initial={"seen": page.digest})}
    return render(request, "ehcp/consultations/page.html", context)


@school_view(ANSWER)
def correct(request: HttpRequest, consultation) -> HttpResponse:
    """What came, put right."""
    row = _found(request, consultation)
    form = ReceivedChangeForm(request.POST or None, school=request.school, record=row)
    if request.method == "POST" and carried_out(
        form,
        lambda: services.correct_consultation(
            consultation=row, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        done(request, "Corrected, and the last day is worked out again.")
        return redirect(PAGE, request.school.slug, row.pk)
    return _form(request, form, "Correct what came", "Save", row)


@school_view(ANSWER)
def reply(request: HttpRequest, consultation) -> HttpResponse:
    """Write the answer."""
    row = _found(request, consultation)
    form = ReplyForm(request.POST or None, record=row)
    if request.method == "POST" and carried_out(
        form,
        lambda: services.write_reply(
            consultation=row, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        done(request, "Saved. The head reads and signs it on this page.")
        return redirect(PAGE, request.school.slug, row.pk)
    return _form(request, form, "Write the answer", "Save the answer", row)


@school_view(ANSWER)
@require_POST
def figures(request: HttpRequest, consultation) -> HttpResponse:
    """Fill in the school's figures of today."""
    row = _found(request, consultation)
    return _done(
        request,
        row,
        lambda: services.fill_facts(consultation=row, by=request.user),
        "The figures are those of today.",
    )


@school_view(Permission.SIGN_CONSULTATIONS)
@require_POST
def sign(request: HttpRequest, consultation) -> HttpResponse:
    """The head signs what stands on the page."""
    row = _found(request, consultation)
    seen = request.POST.get("seen", "")
    return _done(
        request,
        row,
        lambda: services.sign_reply(consultation=row, seen=seen, access=request.access),
        "Signed. It can be sent now.",
    )


@school_view(ANSWER)
def send(request: HttpRequest, consultation) -> HttpResponse:
    """Note how the signed answer went, and keep it as it was sent."""
    row = _found(request, consultation)
    form = SendReplyForm(request.POST or None, initial={"gone_on": request.access.today})
    if request.method == "POST" and _sent(request, row, form):
        done(request, "The answer is kept as it was sent.")
        return redirect(PAGE, request.school.slug, row.pk)
    return _form(request, form, "Send the answer", "Keep it as sent", row)


@school_view(ANSWER)
def close(request: HttpRequest, consultation) -> HttpResponse:
    """No answer is needed any more."""
    row = _found(request, consultation)
    form = CloseForm(request.POST or None)
    if request.method == "POST" and carried_out(
        form,
        lambda: services.close_consultation(
            consultation=row,
            by=request.user,
            **{name: form.cleaned_data[name] for name in services.CLOSE_FIELDS},
        ),
    ):
        done(request, "Nothing is due for it any more.")
        return redirect(PAGE, request.school.slug, row.pk)
    return _form(request, form, "No answer is needed", "Save", row)


@school_view(ANSWER)
def pages(request: HttpRequest, consultation) -> HttpResponse:
    """The answer on paper: as it was sent, or as a draft."""
    row = _found(request, consultation)
    _record(request, row, Action.DOWNLOAD)
    if sent := sent_reply(row):
        return pdf_answer(bytes(sent.pdf), f"consultation-{sent.gone_on:%Y-%m-%d}.pdf")
    page = consultation_page(request.access, row)
    try:
        pdf = services.reply_pdf(page.content, is_draft=True)
    except PdfProblem as refused:
        problem(request, str(refused))
        return redirect(PAGE, request.school.slug, row.pk)
    return pdf_answer(pdf, f"draft-consultation-{request.access.today:%Y-%m-%d}.pdf")


@school_view(ANSWER)
def word(request: HttpRequest, consultation) -> HttpResponse:
    """The same as a Word file."""
    row = _found(request, consultation)
    _record(request, row, Action.DOWNLOAD)
    page = consultation_page(request.access, row)
    name = f"consultation-{request.access.today:%Y-%m-%d}.docx"
    return as_download(reply_word(page.content), name)


def _sent(request: HttpRequest, row: Consultation, form: SendReplyForm) -> bool:
    try:
        return carried_out(
            form,
            lambda: services.send_reply(consultation=row, by=request.user, **form.cleaned_data),
        )
    except PdfProblem as refused:
        form.add_error(None, str(refused))
        return False


def _done(request: HttpRequest, row: Consultation, change, words: str) -> HttpResponse:
    try:
        change()
        done(request, words)
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    return redirect(PAGE, request.school.slug, row.pk)


def _found(request: HttpRequest, pk) -> Consultation:
    row = consultation_of(request.access, pk)
    if row is None:
        raise Http404
    if request.method == "GET":
        _record(request, row)
    return row


def _record(
    request: HttpRequest,
    row: Consultation | None,
    action: Action = Action.VIEW_CONSULTATIONS,
    pupils=(),
) -> None:
    ids = [row.pupil_id] if row and row.pupil_id else pupils
    record_event(action, school=request.school, by=request.access, pupil_ids=ids, subject=row)


def _form(
    request: HttpRequest, form, heading: str, submit: str, row: Consultation | None
) -> HttpResponse:
    slug = request.school.slug
    back = reverse(PAGE, args=[slug, row.pk]) if row else reverse(DESK, args=[slug])
    context = {"form": form, "heading": heading, "submit": submit, "cancel_url": back}
    return render(request, "pupils/form.html", context)
