"""What people said: one request, answered by whoever it is for or written down for them."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.documents.inspecting import Upload
from aylsham.editing import carried_out
from aylsham.notices import done, problem
from pupils.agreement_codes import AgreedHow, Asked
from pupils.forms.agreements import ChoiceForm, RecordForm
from pupils.forms.contributions import AddressForm
from pupils.models import AgreementAsk
from pupils.rules.asking import MOST_CODES
from pupils.selectors.agreements.page import (
    answers_of,
    notes_of,
)
from pupils.selectors.contributions import shows_address
from pupils.services.agreements.answering import record_answer
from pupils.services.agreements.asking import (
    as_outgoing,
)
from pupils.services.outgoing import refusal_of
from pupils.views.agreements.opening import ASK, PLAN, open_ask, text_url
from pupils.views.documents import taken
from pupils.views.opening import child_form, child_page, child_url


@school_view(Permission.VIEW_FAMILY_LOG)
def agreement_ask(request: HttpRequest, pupil, agreement_ask) -> HttpResponse:
    """One person: the text as they were shown it, every answer, and the log that proves asking."""
    child, found = open_ask(request, pupil, agreement_ask)
    return child_page(
        request,
        "pupils/agreements/ask.html",
        child,
        tab="agreements",
        ask=found,
        answers=answers_of(found),
        notes=notes_of(found),
        is_out_of_codes=found.codes_sent >= MOST_CODES,
        shows_address=shows_address(request.access, found),
        form=AddressForm(initial={"email": found.email}, message=found.text.title),
        may_ask=request.access.can(Permission.ASK_FOR_VIEWS),
        may_record=request.access.can(Permission.LOG_CONTACT),
        is_mine=found.user_id == request.user.pk,
    )


@school_view(Permission.LOG_CONTACT)
def agreement_record(request: HttpRequest, pupil, agreement_ask) -> HttpResponse:
    """Write down what somebody signed, said on the phone or in person."""
    child, found = open_ask(request, pupil, agreement_ask)
    form = RecordForm(
        request.POST or None, request.FILES or None, initial={"seen": found.text.digest}
    )

    def record() -> None:
        data = dict(form.cleaned_data)
        sheet = data.pop("file")
        signed = Upload.of(sheet) if sheet else None
        record_answer(ask=found, by=request.user, signed=signed, **data)

    if request.method == "POST" and taken(form, record):
        done(request, "Their answer is kept as you wrote it.")
        return redirect(text_url(child, found))
    return child_form(
        request,
        child,
        form,
        heading="Write down an answer",
        submit="Keep this answer",
        back=PLAN,
        back_args=(found.text.kind, found.text.subject_id),
        template="pupils/agreements/record.html",
        tab="agreements",
        ask=found,
    )


@school_view(Permission.VIEW_NEEDS)
def agreement_mine(request: HttpRequest, pupil, agreement_ask) -> HttpResponse:
    """A colleague reads a plan and answers for themselves."""
    child, found = open_ask(request, pupil, agreement_ask)
    if found.user_id != request.user.pk:
        raise Http404
    form = ChoiceForm(request.POST or None, initial={"seen": found.text.digest})
    if (
        request.method == "POST"
        and form.must_choose()
        and carried_out(form, lambda: _answer_here(request, found, form, AgreedHow.ACCOUNT))
    ):
        done(request, "Thank you. Your answer is kept.")
        return redirect(child_url("child_passport", child))
    return child_page(
        request, "pupils/agreements/mine.html", child, form=form, ask=found, text=found.text
    )


@school_view(Permission.LOG_CONTACT)
def agreement_tablet(request: HttpRequest, pupil, agreement_ask) -> HttpResponse:
    """The text and the three choices on our tablet, for the person who sits beside us."""
    child, found = open_ask(request, pupil, agreement_ask)
    # On a screen that is handed over the same rules hold as on paper.
    if refusal := refusal_of(as_outgoing(found)):
        problem(request, refusal)
        return redirect(child_url(ASK, child, found.pk))
    form = ChoiceForm(request.POST or None, initial={"seen": found.text.digest})
    if (
        request.method == "POST"
        and form.must_choose()
        and carried_out(form, lambda: _answer_here(request, found, form, AgreedHow.TABLET))
    ):
        context = {"school": child.school, "back": child_url(ASK, child, found.pk)}
        return render(request, "pupils/agreements/tablet_done.html", context)
    about = {"form": form, "ask": found, "text": found.text, "school": child.school}
    back = {"back": child_url(ASK, child, found.pk), "is_child": found.asked == Asked.CHILD}
    return render(request, "pupils/agreements/tablet.html", about | back)


def _answer_here(request: HttpRequest, ask: AgreementAsk, form: ChoiceForm, how: AgreedHow):
    return record_answer(
        ask=ask, how=how, given_on=request.access.today, by=request.user, **form.cleaned_data
    )
