"""A concern: read, answered, decided, looked at again; and the SENDCo's list."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.editing import carried_out
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done
from pupils.concern_codes import StepKind
from pupils.forms.concerns import AnswerForm, DecideForm, ReviewForm
from pupils.list_files import CONCERNS
from pupils.rules import concerns as rules
from pupils.selectors.concerns import (
    answer_of,
    concern_list,
    concern_of,
    concern_page,
)
from pupils.selectors.referrals import referral_decision, referrals_from
from pupils.services.concerns.raising import answer_concern
from pupils.services.concerns.triage import decide, give_support, refer, review_monitoring
from pupils.views.opening import child_form, child_page, child_url, open_child

HOME = "child_register"


@school_view(Permission.TRIAGE_CONCERNS)
@has_file
def concerns(request: HttpRequest) -> HttpResponse:
    """Open concerns, by what they wait for."""
    page = concern_list(request.access)
    ids = page.pupil_ids
    record_event(Action.VIEW_CONCERNS, school=request.school, by=request.access, pupil_ids=ids)
    if asks_for_file(request):
        return list_file(request, CONCERNS, page.by_state)
    return render(request, "pupils/concerns/list.html", {"page": page})


@school_view(Permission.VIEW_NEEDS)
def concern(request: HttpRequest, pupil, concern) -> HttpResponse:
    """One concern and its path."""
    child = open_child(request, pupil, Action.VIEW_CONCERN)
    found = _found(child, concern)
    return child_page(
        request,
        "pupils/concerns/concern.html",
        child,
        tab="register",
        page=concern_page(request.access, found),
        referrals=referrals_from(request.access, found),
        may_refer=referral_decision(request.access, found) is not None,
        may_decide=request.access.can(Permission.TRIAGE_CONCERNS),
    )


@school_view(Permission.RAISE_CONCERNS)
def concern_answer(request: HttpRequest, pupil, concern) -> HttpResponse:
    """Say what one sees, when one was asked."""
    child = open_child(request, pupil)
    found = _found(child, concern)
    answer = answer_of(request.access, found)
    if answer is None:
        raise Http404
    form = AnswerForm(request.POST or None, record=answer)
    if request.method == "POST" and carried_out(
        form,
        lambda: answer_concern(
            answer=answer, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        done(request, "Thank you. You can change it until the SENDCo decides.")
        return redirect(child_url("concern", child, found.pk))
    note = f"{found.get_area_display()}. Say what you see yourself; you need not ask anybody."
    return child_form(
        request,
        child,
        form,
        heading="What do you see?",
        submit="Send",
        back=HOME,
        note=note,
        hands_over="words helps",
    )


@school_view(Permission.TRIAGE_CONCERNS)
def concern_decide(request: HttpRequest, pupil, concern) -> HttpResponse:
    """Decide what follows, with everything side by side."""
    child = open_child(request, pupil, Action.VIEW_CONCERN)
    found = _found(child, concern)
    page = concern_page(request.access, found)
    form = DecideForm(
        request.POST or None,
        record=found,
        is_on_register=bool(child.status),
        has_needs=bool(child.needs),
    )
    if request.method == "POST" and carried_out(form, lambda: _decide(found, form, request.user)):
        done(request, "The decision is recorded.")
        return redirect(child_url("concern", child, found.pk))
    return child_form(
        request,
        child,
        form,
        heading="Decide what follows",
        submit="Record the decision",
        back="concern",
        back_args=(found.pk,),
        template="pupils/concerns/decide.html",
        page=page,
        tab="register",
        hands_over="reason",
    )


@school_view(Permission.TRIAGE_CONCERNS)
def concern_review(request: HttpRequest, pupil, concern) -> HttpResponse:
    """Look again at a concern that is monitored."""
    child = open_child(request, pupil, Action.VIEW_CONCERN)
    found = _found(child, concern)
    page = concern_page(request.access, found)
    is_last = rules.is_last_review(found.reviews)
    form = ReviewForm(request.POST or None, record=found, is_last=is_last)
    if request.method == "POST" and carried_out(
        form,
        lambda: review_monitoring(
            concern=found,
            found=form.cleaned_data["found"],
            next_on=form.cleaned_data.get("next_on"),
            version=form.cleaned_data["version"],
            by=request.user,
        ),
    ):
        done(request, "The review is recorded.")
        return redirect(child_url("concern", child, found.pk))
    return child_form(
        request,
        child,
        form,
        heading="Look again",
        submit="Record the review",
        back="concern",
        back_args=(found.pk,),
        template="pupils/concerns/decide.html",
        page=page,
        is_last=is_last,
        tab="register",
    )


def _decide(concern, form: DecideForm, by) -> object:
    data = form.cleaned_data
    facts = {
        "concern": concern, "reason": data["reason"], "version": data["version"], "by": by,
    }  # fmt: skip
    if data["kind"] == StepKind.SUPPORT:
        return give_support(told=form.told, primary_need=data.get("primary_need", ""), **facts)
    if data["kind"] == StepKind.REFERRAL:
        return refer(action=form.action, **facts)
    is_monitored = data["kind"] == StepKind.MONITORING
    review_on = data["review_on"] if is_monitored else None
    return decide(kind=data["kind"], review_on=review_on, **facts)


def _found(child, pk):
    found = concern_of(child.pupil, pk)
    if found is None:
        raise Http404
    found.pupil = child.pupil
    return found
