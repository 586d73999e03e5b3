"""The steps of a cycle: sent, checked, sent back, unlocked, given, reviewed, closed."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.changes import TransitionNotAllowed
from aylsham.notices import done, problem
from provision.codes import CycleState
from provision.forms.cycles import CloseForm, GivenForm, NoteForm, ReviewForm
from provision.rules.cycle_sections import question_for
from provision.selectors.cycles import part_of, still_to_adapt, text_of
from provision.selectors.family_sheet import left_open, may_see_answers, what_family_said
from provision.selectors.words import words_first
from provision.services import cycle_checks
from provision.services import cycles as service
from provision.services.closing import delete_cycle, reopen_cycle
from provision.services.taking_words import take_words
from provision.views.cycles import ONE, PAGE, cycle_form, open_cycle
from pupils.selectors.contributions import voice_of
from pupils.views.opening import child_url


@school_view(Permission.WRITE_CYCLES)
@require_POST
def cycle_send(request: HttpRequest, pupil, cycle) -> HttpResponse:
    """Give a cycle to the checker."""
    child, found = open_cycle(request, pupil, cycle)
    return _press(
        request,
        child,
        found,
        lambda: cycle_checks.send_to_check(cycle=found, by=request.user),
        "The checker has it." + _unchanged(still_to_adapt(found)),
    )


@school_view(Permission.CHECK_CYCLES)
@require_POST
def cycle_check(request: HttpRequest, pupil, cycle) -> HttpResponse:
    """Find a cycle good."""
    child, found = open_cycle(request, pupil, cycle)
    return _press(
        request,
        child,
        found,
        lambda: cycle_checks.check_cycle(cycle=found, by=request.user),
        "The cycle runs. Print it for the family.",
    )


@school_view(Permission.CHECK_CYCLES)
def cycle_back(request: HttpRequest, pupil, cycle) -> HttpResponse:
    """Send a cycle back with what is to be done."""
    child, found = open_cycle(request, pupil, cycle)
    form = NoteForm(request.POST or None)
    return cycle_form(
        request,
        child,
        found,
        form,
        lambda: cycle_checks.send_back(
            cycle=found, note=form.cleaned_data["text"], by=request.user
        ),
        heading="Send it back",
        submit="Send it back",
    )


@school_view(Permission.CHECK_CYCLES)
def cycle_unlock(request: HttpRequest, pupil, cycle) -> HttpResponse:
    """Open a running plan for writing again."""
    child, found = open_cycle(request, pupil, cycle)
    form = NoteForm(request.POST or None, label="Why it is unlocked")
    return cycle_form(
        request,
        child,
        found,
        form,
        lambda: cycle_checks.unlock_cycle(
            cycle=found, reason=form.cleaned_data["text"], by=request.user
        ),
        heading="Unlock the plan",
        submit="Unlock it",
    )


@school_view(Permission.WRITE_CYCLES)
def cycle_given(request: HttpRequest, pupil, cycle) -> HttpResponse:
    """Write down that the parents were given the plan."""
    child, found = open_cycle(request, pupil, cycle)
    form = GivenForm(request.POST or None, initial={"given_on": request.access.today})
    return cycle_form(
        request,
        child,
        found,
        form,
        lambda: service.record_given(cycle=found, by=request.user, **form.cleaned_data),
        heading="Given to the parents",
    )


@school_view(Permission.WRITE_CYCLES)
@require_POST
def cycle_take(request: HttpRequest, pupil, cycle, voice) -> HttpResponse:
    """Take the child's or the parents' words over into the cycle."""
    child, found = open_cycle(request, pupil, cycle)
    said = voice_of(request.access, child.pupil, voice)
    key = question_for(said.kind, in_review=found.state == CycleState.RUNNING) if said else ""
    if said is None or (key and found.section(key) and not text_of(request.access, found, key)):
        raise Http404
    return _press(
        request,
        child,
        found,
        lambda: take_words(cycle=found, voice=said, by=request.user),
        "Their words stand in the cycle. Shorten them if you like.",
    )


@school_view(Permission.WRITE_CYCLES)
def cycle_review(request: HttpRequest, pupil, cycle, part) -> HttpResponse:
    """Score a target and say what becomes of it."""
    child, found = open_cycle(request, pupil, cycle)
    chosen = part_of(request.access, found, part)
    if chosen is None:
        raise Http404
    form = ReviewForm(request.POST or None, record=chosen)
    return cycle_form(
        request,
        child,
        found,
        form,
        lambda: service.review_target(
            part=chosen,
            version=form.cleaned_data["version"],
            on=request.access.today,
            by=request.user,
            **form.facts,
        ),
        heading="Review a target",
        note=chosen.target.text,
        template="provision/review_form.html",
        givers=words_first(request.access, found),
    )


@school_view(Permission.WRITE_CYCLES)
def cycle_close(request: HttpRequest, pupil, cycle) -> HttpResponse:
    """Close a reviewed cycle; what the family has not had or said stands above the button."""
    child, found = open_cycle(request, pupil, cycle)
    may_hear = may_see_answers(request.access, child.school)
    form = CloseForm(request.POST or None, initial={"closed_on": request.access.today})
    return cycle_form(
        request,
        child,
        found,
        form,
        lambda: service.close_cycle(cycle=found, by=request.user, **form.cleaned_data),
        heading="Close the cycle",
        submit="Close it",
        template="provision/close_form.html",
        left_open=left_open(found, what_family_said(found) if may_hear else None),
        note="Targets that are carried over or adapted stay open for the next cycle.",
    )


@school_view(Permission.CHECK_CYCLES)
def cycle_reopen(request: HttpRequest, pupil, cycle) -> HttpResponse:
    """Let a closed cycle run again."""
    child, found = open_cycle(request, pupil, cycle)
    form = NoteForm(request.POST or None, label="Why it is opened again")
    return cycle_form(
        request,
        child,
        found,
        form,
        lambda: reopen_cycle(cycle=found, reason=form.cleaned_data["text"], by=request.user),
        heading="Open the cycle again",
        submit="Open it again",
        note="It runs again, and the targets that its closing closed are open again.",
    )


@school_view(Permission.WRITE_CYCLES)
@require_POST
def cycle_delete(request: HttpRequest, pupil, cycle) -> HttpResponse:
    """Take away a cycle in which nothing is written."""
    child, found = open_cycle(request, pupil, cycle)
    try:
        delete_cycle(cycle=found, by=request.user)
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
        return redirect(child_url(ONE, child, found.pk))
    done(request, "The cycle is gone. The child’s targets stay.")
    return redirect(child_url(PAGE, child))


def _unchanged(number: int) -> str:
    if not number:
        return ""
    said = "One target that was" if number == 1 else f"{number} targets that were"
    return f" {said} to be adapted still say{'s' if number == 1 else ''} the same."


def _press(request, child, found, change, said: str) -> HttpResponse:
    """One button: carried out, or the reason why not."""
    try:
        change()
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    else:
        done(request, said)
    return redirect(child_url(ONE, child, found.pk))
