"""Cycles: a child's, one in full, side by side, and a school's."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.components import Tile
from aylsham.editing import carried_out
from aylsham.notices import done, problem
from provision.codes import CycleState
from provision.forms.cycles import (
    CloseForm,
    CycleForm,
    CyclesFilter,
    GivenForm,
    NoteForm,
    ReviewForm,
    TextForm,
)
from provision.rules.cycle_sections import section_of
from provision.rules.writing import check_writing
from provision.selectors.cycles import (
    SHOWN,
    CycleList,
    cycle_list,
    cycle_of,
    cycle_page,
    cycles_of,
    part_of,
    parts_of,
    review_day,
    text_of,
)
from provision.services import cycles as service
from pupils.selectors.actions import colleagues_at
from pupils.views.opening import child_form, child_page, child_url, open_child

PAGE, ONE, TAB = "child_cycles", "cycle", "cycles"
#: So many cycles stand side by side.
SIDE_BY_SIDE = 4


@school_view(Permission.VIEW_NEEDS)
def cycles(request: HttpRequest) -> HttpResponse:
    """Children with support, and how their cycles stand."""
    page = cycle_list(request.access)
    record_event(
        Action.VIEW_CYCLES,
        school=request.school,
        by=request.access,
        pupil_ids=[line.pupil_id for line in page.lines],
    )
    form = CyclesFilter(request.GET, lines=page.lines)
    context = {
        "filter": form,
        "lines": [line for line in page.lines if form.chooses(line)],
        "tiles": _tiles(page, form.chosen.get("stands", "")),
    }
    return render(request, "provision/cycles.html", context)


@school_view(Permission.VIEW_NEEDS)
def child_cycles(request: HttpRequest, pupil) -> HttpResponse:
    """A child's cycles, the latest side by side with how each target came out."""
    child = open_child(request, pupil, Action.VIEW_CYCLE)
    found = cycles_of(child.pupil)
    shown = found[:SIDE_BY_SIDE]
    parts = parts_of(request.access, shown)
    return child_page(
        request,
        "provision/child_cycles.html",
        child,
        tab=TAB,
        cycles=found,
        columns=[(cycle, parts[cycle.pk]) for cycle in reversed(shown)],
        older=found[SIDE_BY_SIDE:],
        may_start=request.access.can(Permission.WRITE_CYCLES)
        and not any(cycle.state != CycleState.CLOSED for cycle in found),
    )


@school_view(Permission.VIEW_NEEDS)
def cycle(request: HttpRequest, pupil, cycle) -> HttpResponse:
    """One cycle, stage by stage, with the one step that comes next."""
    child, found = _open(request, pupil, cycle)
    may_write = request.access.can(Permission.WRITE_CYCLES)
    return child_page(
        request,
        "provision/cycle.html",
        child,
        tab=TAB,
        page=cycle_page(request.access, found),
        cycle=found,
        may_write=may_write,
        may_write_plan=may_write and found.state in (CycleState.WRITING, CycleState.CHECKING),
        may_write_review=may_write and found.state == CycleState.RUNNING,
        may_check=request.access.can(Permission.CHECK_CYCLES),
    )


@school_view(Permission.WRITE_CYCLES)
def cycle_start(request: HttpRequest, pupil) -> HttpResponse:
    """Begin the next cycle."""
    child = open_child(request, pupil, Action.VIEW_CYCLE)
    today, made = request.access.today, []
    start = {
        "starts_on": today,
        "review_on": review_day(request.school, today),
        "lead": str(request.user.pk),
    }
    form = CycleForm(request.POST or None, colleagues=_colleagues(request), initial=start)
    if request.method == "POST" and carried_out(
        form,
        lambda: made.append(
            service.start_cycle(
                pupil=child.pupil, by=request.user, key=form.cleaned_data["key"], **form.facts
            )
        ),
    ):
        done(request, "The cycle has begun with every open target.")
        return redirect(child_url(ONE, child, made[0].pk))
    return child_form(
        request, child, form, heading="Begin a cycle", submit="Begin", back=PAGE, tab=TAB
    )


@school_view(Permission.WRITE_CYCLES)
def cycle_change(request: HttpRequest, pupil, cycle) -> HttpResponse:
    """Change the days or who leads."""
    child, found = _open(request, pupil, cycle)
    form = CycleForm(request.POST or None, record=found, colleagues=_colleagues(request))
    return _form(
        request,
        child,
        found,
        form,
        lambda: service.change_cycle(
            cycle=found, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
        heading="Change the days",
    )


@school_view(Permission.WRITE_CYCLES)
def cycle_write(request: HttpRequest, pupil, cycle, section) -> HttpResponse:
    """Answer one question of a cycle."""
    child, found = _open(request, pupil, cycle)
    text, question = text_of(request.access, found, section), section_of(found.version, section)
    if text is None or question is None:
        raise Http404
    form = TextForm(request.POST or None, record=text, section=question)
    about = question.checked
    return _form(
        request,
        child,
        found,
        form,
        lambda: service.write_text(
            answer=text, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
        heading=question.title,
        template="provision/text_form.html",
        check_url=about and reverse(f"check_{about}", args=[child.school.slug]),
        findings=check_writing(form["text"].value() or "", about) if about else (),
    )


@school_view(Permission.WRITE_CYCLES)
@require_POST
def cycle_send(request: HttpRequest, pupil, cycle) -> HttpResponse:
    """Give a cycle to the checker."""
    child, found = _open(request, pupil, cycle)
    return _press(
        request,
        child,
        found,
        lambda: service.send_to_check(cycle=found, by=request.user),
        "The checker has it.",
    )


@school_view(Permission.CHECK_CYCLES)
@require_POST
def cycle_check(request: HttpRequest, pupil, cycle) -> HttpResponse:
    """Find a cycle good."""
    child, found = _open(request, pupil, cycle)
    return _press(
        request,
        child,
        found,
        lambda: service.check_cycle(cycle=found, by=request.user),
        "The cycle runs.",
    )


@school_view(Permission.CHECK_CYCLES)
def cycle_back(request: HttpRequest, pupil, cycle) -> HttpResponse:
    """Send a cycle back with what is to be done."""
    child, found = _open(request, pupil, cycle)
    form = NoteForm(request.POST or None)
    return _form(
        request,
        child,
        found,
        form,
        lambda: service.send_back(cycle=found, note=form.cleaned_data["text"], by=request.user),
        heading="Send it back",
        submit="Send it back",
    )


@school_view(Permission.CHECK_CYCLES)
def cycle_unlock(request: HttpRequest, pupil, cycle) -> HttpResponse:
    """Open a running plan for writing again."""
    child, found = _open(request, pupil, cycle)
    form = NoteForm(request.POST or None, label="Why it is unlocked")
    return _form(
        request,
        child,
        found,
        form,
        lambda: service.unlock_cycle(
            cycle=found, reason=form.cleaned_data["text"], by=request.user
        ),
        heading="Unlock the plan",
        submit="Unlock it",
    )


@school_view(Permission.WRITE_CYCLES)
def cycle_given(request: HttpRequest, pupil, cycle) -> HttpResponse:
    """Write down that the parents were given the plan."""
    child, found = _open(request, pupil, cycle)
    form = GivenForm(request.POST or None, initial={"given_on": request.access.today})
    return _form(
        request,
        child,
        found,
        form,
        lambda: service.record_given(cycle=found, by=request.user, **form.cleaned_data),
        heading="Given to the parents",
    )


@school_view(Permission.WRITE_CYCLES)
def cycle_review(request: HttpRequest, pupil, cycle, part) -> HttpResponse:
    """Score a target and say what becomes of it."""
    child, found = _open(request, pupil, cycle)
    chosen = part_of(request.access, found, part)
    if chosen is None:
        raise Http404
    form = ReviewForm(request.POST or None, record=chosen)
    return _form(
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
    )


@school_view(Permission.WRITE_CYCLES)
def cycle_close(request: HttpRequest, pupil, cycle) -> HttpResponse:
    """Close a reviewed cycle."""
    child, found = _open(request, pupil, cycle)
    form = CloseForm(request.POST or None, initial={"closed_on": request.access.today})
    return _form(
        request,
        child,
        found,
        form,
        lambda: service.close_cycle(cycle=found, by=request.user, **form.cleaned_data),
        heading="Close the cycle",
        submit="Close it",
        note="Targets that are carried over or adapted stay open for the next cycle.",
    )


def _tiles(page: CycleList, chosen: str) -> list[Tile]:
    return [
        Tile(
            label,
            count,
            f"?stands={key}",
            state="overdue" if key == "late" and count else "",
            is_current=key == chosen,
        )
        for key, label in SHOWN.items()
        if (count := page.count(key)) or key == chosen
    ]


def _open(request: HttpRequest, pupil, pk):
    child = open_child(request, pupil, Action.VIEW_CYCLE)
    found = cycle_of(child.pupil, pk)
    if found is None:
        raise Http404
    return child, found


def _colleagues(request: HttpRequest):
    return colleagues_at(request.school, today=request.access.today)


def _press(request, child, found, change, said: str) -> HttpResponse:
    """One button: carried out, or the reason why not."""
    try:
        change()
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    else:
        done(request, said)
    return redirect(child_url(ONE, child, found.pk))


def _form(request, child, found, form, change, *, heading, submit="Save", **context):
    """A form about a cycle that leads back to it."""
    if request.method == "POST" and carried_out(form, change):
        done(request, "Saved.")
        return redirect(child_url(ONE, child, found.pk))
    return child_form(
        request,
        child,
        form,
        heading=heading,
        submit=submit,
        back=ONE,
        back_args=(found.pk,),
        tab=TAB,
        **context,
    )
