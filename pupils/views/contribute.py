"""The pages of an invited person: no account, a secret address and a one-time code.

A GET or HEAD changes nothing, so that a mail scanner cannot use the link up. The pages say
nothing about the child but what the request says, send no referrer and are kept nowhere.
"""

from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from aylsham.changes import TransitionNotAllowed
from aylsham.documents.checks.refusal import FileRefused
from aylsham.documents.inspecting import Upload
from aylsham.editing import carried_out
from pupils.family_codes import AskKind
from pupils.forms.contributions import LinkAnswerForm
from pupils.selectors.contributions import Invited, find_invited, letter_of, unsent_files
from pupils.selectors.letters.page import page_of
from pupils.services.contributions.answering import DOOR, save_draft, submit_answer, take_letter
from pupils.services.contributions.asking import is_barred
from pupils.services.contributions.attaching import add_file, remove_file
from pupils.views.printing import pdf_answer
from pupils.views.secret_pages import View, code_page, code_refusal, gone, is_opened, secret_view


def _allowed(secret: str) -> Invited | None:
    """Whom a secret address invites; an order that came after asking closes the link."""
    invited = find_invited(secret)
    return invited if invited and not is_barred(invited.ask) else None


def invited_view(view: View) -> View:
    """A page of an invited person; what is answered already only thanks."""

    @secret_view(_allowed)
    @wraps(view)
    def wrapped(request: HttpRequest, invited: Invited, secret: str) -> HttpResponse:
        if not invited.ask.is_open:
            has_letter = is_opened(request, invited) and letter_of(invited.ask)
            return _page(
                request, invited, "contribute/thanks.html", letter=has_letter, secret=secret
            )
        return view(request, invited, secret)

    return wrapped


@invited_view
def contribute(request: HttpRequest, invited: Invited, secret: str) -> HttpResponse:
    """Who asks; the button sends a code to the named address."""
    if is_opened(request, invited):
        return redirect("contribute_answer", secret)
    refusal = code_refusal(request, DOOR, invited.ask)
    if refusal is None:
        return redirect("contribute_code", secret)
    return _page(request, invited, "contribute/start.html", refusal=refusal, secret=secret)


@invited_view
def contribute_code(request: HttpRequest, invited: Invited, secret: str) -> HttpResponse:
    """The code from the e-mail."""
    return code_page(
        request,
        invited,
        secret,
        door=DOOR,
        row=invited.ask,
        start="contribute",
        after="contribute_answer",
    )


@invited_view
def contribute_answer(request: HttpRequest, invited: Invited, secret: str) -> HttpResponse:
    """The questions: saved as a draft, with files or without, or sent."""
    if not is_opened(request, invited):
        return redirect("contribute", secret)
    ask = invited.ask
    form = _answer_form(request, ask)
    refused = _take_files(request, ask, form)
    is_draft = bool(refused) or {"save", "add", "remove"} & set(request.POST)
    if request.method == "POST" and is_draft and form.is_valid():
        save_draft(ask=ask, answers=form.answers)
        return _answer_page(request, invited, form, secret, is_saved=True, refused=refused)
    if request.method == "POST" and carried_out(
        form,
        lambda: submit_answer(
            ask=ask, answers=form.answers, helper=form.cleaned_data.get("helper", "")
        ),
    ):
        return redirect("contribute", secret)
    return _answer_page(request, invited, form, secret, refused=refused)


def _answer_page(request: HttpRequest, invited: Invited, form, secret: str, **more) -> HttpResponse:
    ask, sent = invited.ask, letter_of(invited.ask)
    context = {
        "form": form,
        "secret": secret,
        "files": unsent_files(ask),
        "letter": sent,
        "words": page_of(sent.letter, ask.school) if sent else None,
    } | more
    return _page(request, invited, "contribute/answer.html", **context)


@secret_view(_allowed)
def contribute_letter(request: HttpRequest, invited: Invited, secret: str) -> HttpResponse:
    """The pages of the letter as they were sent; also after an answer, while the link works."""
    if not is_opened(request, invited):
        return redirect("contribute", secret)
    try:
        sent = take_letter(ask=invited.ask)
    except TransitionNotAllowed:
        return gone(request)
    return pdf_answer(bytes(sent.pdf), f"letter-{sent.gone_on:%Y-%m-%d}.pdf")


def _take_files(request: HttpRequest, ask, form: LinkAnswerForm) -> list[tuple[str, str]]:
    """Keep the files that came and take away what is named; (name, why not) of the others."""
    refused = []
    if request.method != "POST" or not form.is_valid():
        return refused
    if "remove" in request.POST:
        remove_file(ask=ask, pk=request.POST["remove"])
    for file in form.cleaned_data.get("files", ()):
        try:
            add_file(ask=ask, upload=Upload.of(file))
        except (FileRefused, TransitionNotAllowed) as why:
            refused.append((file.name, str(why)))
    return refused


@invited_view
@require_POST
def contribute_draft(request: HttpRequest, invited: Invited, secret: str) -> HttpResponse:
    """Keep what is being typed."""
    if not is_opened(request, invited):
        return HttpResponse(status=403)
    form = _answer_form(request, invited.ask)
    if not form.is_valid():
        return HttpResponse(status=422)
    save_draft(ask=invited.ask, answers=form.answers)
    return HttpResponse(status=204)


def _answer_form(request: HttpRequest, ask) -> LinkAnswerForm:
    return LinkAnswerForm(
        request.POST or None,
        request.FILES or None,
        initial=ask.draft,
        questions=ask.questions,
        has_helper=ask.kind == AskKind.PUPIL_VIEWS,
        # They would lie among documents that more people read than the plan.
        takes_files=ask.kind != AskKind.PLAN_PART,
    )


def _page(request: HttpRequest, invited: Invited, template: str, **context) -> HttpResponse:
    about = {"ask": invited.ask, "school": invited.link.school, "child": invited.child}
    return render(request, template, about | context)
