"""The pages of a person who is asked to agree: no account, a secret address and a one-time code.

A GET or HEAD changes nothing, so that a mail scanner cannot use the link up. The text stands
behind the code; the pages send no referrer and are kept nowhere.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from aylsham.editing import carried_out
from pupils.forms.agreements import ChoiceForm
from pupils.selectors.agreements.links import Agreeing, find_agreeing
from pupils.services.agreements.answering import DOOR, answer_by_link, save_draft
from pupils.services.agreements.asking import is_barred
from pupils.views.secret_pages import code_page, code_refusal, is_opened, secret_view


def _allowed(secret: str) -> Agreeing | None:
    """Whom a secret address asks; an order that came after asking closes the link."""
    found = find_agreeing(secret)
    return found if found and not is_barred(found.ask) else None


asked_view = secret_view(_allowed)


@asked_view
def agree(request: HttpRequest, asked: Agreeing, secret: str) -> HttpResponse:
    """Who asks; the button sends a code to the named address. After an answer it thanks."""
    if is_opened(request, asked) and not asked.answer:
        return redirect("agree_answer", secret)
    refusal = code_refusal(request, DOOR, asked.ask)
    if refusal is None:
        return redirect("agree_code", secret)
    is_open = is_opened(request, asked)
    return _page(request, asked, "start", refusal=refusal, secret=secret, is_open=is_open)


@asked_view
def agree_code(request: HttpRequest, asked: Agreeing, secret: str) -> HttpResponse:
    """The code from the e-mail."""
    return code_page(
        request,
        asked,
        secret,
        door=DOOR,
        row=asked.ask,
        start="agree",
        after="agree_answer",
    )


@asked_view
def agree_answer(request: HttpRequest, asked: Agreeing, secret: str) -> HttpResponse:
    """The text, the three choices and a box: saved as a draft, or sent."""
    if not is_opened(request, asked):
        return redirect("agree", secret)
    ask = asked.ask
    form = ChoiceForm(request.POST or None, initial=ask.draft | {"seen": ask.text.digest})
    if request.method == "POST" and "save" in request.POST and form.is_valid():
        data = form.cleaned_data
        save_draft(ask=ask, choice=data["choice"], words=data["words"])
        return _page(request, asked, "answer", form=form, secret=secret, is_saved=True)
    if (
        request.method == "POST"
        and form.must_choose()
        and carried_out(form, lambda: answer_by_link(ask=ask, **form.cleaned_data))
    ):
        return redirect("agree", secret)
    return _page(request, asked, "answer", form=form, secret=secret)


@asked_view
@require_POST
def agree_draft(request: HttpRequest, asked: Agreeing, secret: str) -> HttpResponse:
    """Keep what is being typed."""
    if not is_opened(request, asked):
        return HttpResponse(status=403)
    form = ChoiceForm(request.POST)
    if not form.is_valid():
        return HttpResponse(status=422)
    data = form.cleaned_data
    save_draft(ask=asked.ask, choice=data["choice"], words=data["words"])
    return HttpResponse(status=204)


def _page(request: HttpRequest, asked: Agreeing, name: str, **context) -> HttpResponse:
    about = {
        "ask": asked.ask,
        "text": asked.ask.text,
        "answer": asked.answer,
        "school": asked.link.school,
    }
    return render(request, f"contribute/agree_{name}.html", about | context)
