"""Agreement to plans: who is asked, who has answered, what was said on paper or by phone."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.codes import Sensitivity
from aylsham.documents.inspecting import Upload
from aylsham.editing import carried_out
from aylsham.notices import done, problem
from pupils.agreeing.registry import kind_of
from pupils.agreement_codes import AgreedHow, AgreementStep, Asked
from pupils.forms.agreements import AskPeopleForm, ChoiceForm, RecordForm
from pupils.forms.contributions import AddressForm
from pupils.models import AgreementAsk
from pupils.paper_codes import PaperKind
from pupils.rules.asking import MOST_CODES
from pupils.rules.sharing import Sensitivity as Shares
from pupils.rules.sharing import Thing
from pupils.selectors.actions import colleagues_at
from pupils.selectors.agreements.page import (
    AgreementPage,
    agreement_page,
    answers_of,
    ask_of,
    can_be_asked_about,
    family_of,
    notes_of,
    plans_asked,
)
from pupils.selectors.contributions import shows_address
from pupils.selectors.sharing import verdicts_on
from pupils.services.agreements.answering import record_answer
from pupils.services.agreements.asking import (
    as_outgoing,
    ask_to_agree,
    cancel_ask,
    note,
    note_small_change,
    send_again,
)
from pupils.services.agreements.reminding import send_reminders
from pupils.services.outgoing import refusal_of
from pupils.services.papers import ask_for_paper
from pupils.views.documents import taken
from pupils.views.opening import child_form, child_page, child_url, open_child
from pupils.views.printing import to_work

TAB, PLAN, ASK = "child_agreements", "agreement", "agreement_ask"


@school_view(Permission.VIEW_FAMILY_LOG)
def child_agreements(request: HttpRequest, pupil) -> HttpResponse:
    """Every plan to which somebody was asked to agree."""
    child = open_child(request, pupil, Action.VIEW_AGREEMENTS)
    return child_page(
        request,
        "pupils/agreements/child.html",
        child,
        tab="agreements",
        plans=plans_asked(request.access, child.pupil),
        may_ask=request.access.can(Permission.ASK_FOR_VIEWS) and child.is_on_roll,
    )


@school_view(Permission.ASK_FOR_VIEWS)
def agreement_choose(request: HttpRequest, pupil) -> HttpResponse:
    """Choose the plan to which people are asked to agree."""
    child = open_child(request, pupil, Action.VIEW_AGREEMENTS)
    found = can_be_asked_about(request.access, child.pupil)
    return child_page(
        request, "pupils/agreements/choose.html", child, tab="agreements", texts=found
    )


@school_view(Permission.VIEW_FAMILY_LOG)
def agreement(request: HttpRequest, pupil, agreed_kind, agreed_subject) -> HttpResponse:
    """One plan: who agreed to which version, and who has not answered."""
    child, page = _open_plan(request, pupil, agreed_kind, agreed_subject)
    return child_page(
        request,
        "pupils/agreements/plan.html",
        child,
        tab="agreements",
        page=page,
        plan_url=page.kind.url(child.school, child.pupil.pk, page.subject_id),
        may_ask=request.access.can(Permission.ASK_FOR_VIEWS),
        may_record=request.access.can(Permission.LOG_CONTACT),
    )


@school_view(Permission.ASK_FOR_VIEWS)
def agreement_ask_add(request: HttpRequest, pupil, agreed_kind, agreed_subject) -> HttpResponse:
    """Choose the people who are asked about the text as it stands."""
    child, page = _open_plan(request, pupil, agreed_kind, agreed_subject)
    contacts = family_of(child.pupil)
    form = AskPeopleForm(
        request.POST or None,
        contacts=contacts,
        verdicts=verdicts_on(contacts, _thing(page), today=request.access.today),
        colleagues={
            str(user.pk): (user, user.name)
            for user in colleagues_at(child.school, today=request.access.today)
        },
    )
    if request.method == "POST" and carried_out(
        form,
        lambda: ask_to_agree(
            pupil=child.pupil,
            kind=page.kind,
            subject_id=page.subject_id,
            shown=page.shown,
            people=form.chosen(),
            due_on=form.cleaned_data["due_on"],
            is_checked=form.cleaned_data["is_checked"],
            by=request.user,
        ),
    ):
        done(request, "They are asked. We remind them on school days.")
        return redirect(_plan_url(child, page))
    return child_form(
        request,
        child,
        form,
        heading=f"Ask people to agree: {page.shown.title.lower()}",
        submit="Ask them",
        back=PLAN,
        back_args=(page.kind.key, page.subject_id),
        template="pupils/agreements/ask_form.html",
        tab="agreements",
        page=page,
        hands_over="",
    )


@school_view(Permission.ASK_FOR_VIEWS)
@require_POST
def agreement_tidied(request: HttpRequest, pupil, agreed_kind, agreed_subject) -> HttpResponse:
    """Only words were tidied: nobody is asked again."""
    child, page = _open_plan(request, pupil, agreed_kind, agreed_subject)
    try:
        note_small_change(
            pupil=child.pupil,
            kind=page.kind,
            subject_id=page.subject_id,
            shown=page.shown,
            by=request.user,
        )
        done(request, "Noted. What people said still holds.")
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    return redirect(_plan_url(child, page))


@school_view(Permission.VIEW_FAMILY_LOG)
def agreement_ask(request: HttpRequest, pupil, agreement_ask) -> HttpResponse:
    """One person: the text as they were shown it, every answer, and the log that proves asking."""
    child, found = _open_ask(request, pupil, agreement_ask)
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
    child, found = _open_ask(request, pupil, agreement_ask)
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
        return redirect(_text_url(child, found))
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
    child, found = _open_ask(request, pupil, agreement_ask)
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
    child, found = _open_ask(request, pupil, agreement_ask)
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


@school_view(Permission.ASK_FOR_VIEWS)
@require_POST
def agreement_sheet(request: HttpRequest, pupil, agreement_ask) -> HttpResponse:
    """A sheet to sign for one person, set as a PDF by a worker."""
    child, found = _open_ask(request, pupil, agreement_ask, Action.PRINT)
    if refusal := refusal_of(as_outgoing(found)):
        problem(request, refusal)
        return redirect(child_url(ASK, child, found.pk))
    html = render_to_string(
        "pupils/print/agreement.html",
        {
            "ask": found,
            "text": found.text,
            "school": child.school,
            "child": child.pupil.known_as,
            "today": request.access.today,
        },
    )
    note(found, AgreementStep.PRINTED, by=request.user)
    _, job = ask_for_paper(
        pupil=child.pupil,
        kind=PaperKind.AGREEMENT,
        html=html,
        of_on=request.access.today,
        permission=Permission.ASK_FOR_VIEWS,
        by=request.user,
    )
    return to_work(job)


@school_view(Permission.ASK_FOR_VIEWS)
@require_POST
def agreement_again(request: HttpRequest, pupil, agreement_ask) -> HttpResponse:
    """Send a new link, to a corrected address if need be."""
    child, found = _open_ask(request, pupil, agreement_ask)
    form = AddressForm(request.POST, message=found.text.title)
    if carried_out(form, lambda: send_again(ask=found, by=request.user, **form.cleaned_data)):
        done(request, "A new link is on its way. The earlier one no longer works.")
    else:
        problem(request, " ".join(e for errors in form.errors.values() for e in errors))
    return redirect(child_url(ASK, child, found.pk))


@school_view(Permission.ASK_FOR_VIEWS)
@require_POST
def agreement_remind(request: HttpRequest, pupil, agreement_ask) -> HttpResponse:
    """Remind now."""
    child, found = _open_ask(request, pupil, agreement_ask)
    if send_reminders([found], today=request.access.today, by=request.user):
        done(request, "The reminder is on its way.")
    else:
        problem(request, "No reminder was sent: see the log below.")
    return redirect(child_url(ASK, child, found.pk))


@school_view(Permission.ASK_FOR_VIEWS)
@require_POST
def agreement_cancel(request: HttpRequest, pupil, agreement_ask) -> HttpResponse:
    """A person is no longer asked."""
    child, found = _open_ask(request, pupil, agreement_ask)
    try:
        cancel_ask(ask=found, by=request.user)
        done(request, "They are no longer asked. The link no longer works.")
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    return redirect(_text_url(child, found))


def _open_plan(request: HttpRequest, pupil, key, subject_id):
    child = open_child(request, pupil, Action.VIEW_AGREEMENTS)
    kind = kind_of(key)
    page: AgreementPage | None = (
        agreement_page(request.access, child.pupil, kind, subject_id) if kind else None
    )
    if page is None:
        raise Http404
    return child, page


def _open_ask(request: HttpRequest, pupil, pk, action: Action = Action.VIEW_AGREEMENTS):
    child = open_child(request, pupil, action)
    found: AgreementAsk | None = ask_of(request.access, child.pupil, pk)
    if found is None:
        raise Http404
    return child, found


def _answer_here(request: HttpRequest, ask: AgreementAsk, form: ChoiceForm, how: AgreedHow):
    return record_answer(
        ask=ask, how=how, given_on=request.access.today, by=request.user, **form.cleaned_data
    )


def _thing(page: AgreementPage) -> Thing:
    is_plain = page.shown.sensitivity == Sensitivity.EVERYONE
    return Thing(
        page.kind.thing,
        sensitivity=Shares.ORDINARY if is_plain else Shares.SENSITIVE,
        tells_whereabouts=True,
    )


def _plan_url(child, page: AgreementPage) -> str:
    return child_url(PLAN, child, page.kind.key, page.subject_id)


def _text_url(child, ask: AgreementAsk) -> str:
    return child_url(PLAN, child, ask.text.kind, ask.text.subject_id)
