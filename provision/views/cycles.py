"""Cycles: a child's, one in full, side by side, and a school's."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.components import Tile
from aylsham.editing import carried_out
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.models import User
from aylsham.notices import done
from provision.codes import CycleState
from provision.forms.cycles import (
    CycleForm,
    CyclesFilter,
    TextForm,
)
from provision.list_files import CYCLES
from provision.rules.writing import check_writing
from provision.selectors.beginning import class_leads
from provision.selectors.cycle_changes import since_sent_back
from provision.selectors.cycle_page import cycle_page
from provision.selectors.cycles import (
    SHOWN,
    CycleList,
    cycle_list,
    cycle_of,
    cycles_of,
    parts_of,
    text_of,
)
from provision.selectors.questions import review_day
from provision.services import cycles as service
from pupils.selectors.actions import colleagues_at
from pupils.views.opening import child_form, child_page, child_url, open_child

PAGE, ONE, TAB = "child_cycles", "cycle", "cycles"
#: So many cycles stand side by side.
SIDE_BY_SIDE = 4


@school_view(Permission.VIEW_NEEDS)
@has_file
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
    if asks_for_file(request):
        return list_file(request, CYCLES, [line for line in page.lines if form.chooses(line)], form)
    context = {
        "filter": form,
        "lines": [line for line in page.lines if form.chooses(line)],
        "may_write": request.access.can(Permission.WRITE_CYCLES),
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
    child, found = open_cycle(request, pupil, cycle)
    may_write = request.access.can(Permission.WRITE_CYCLES)
    page = cycle_page(request.access, found)
    return child_page(
        request,
        "provision/cycle.html",
        child,
        tab=TAB,
        page=page,
        changes=since_sent_back(request.access, page),
        cycle=found,
        may_write=may_write,
        may_write_plan=may_write and found.state in (CycleState.WRITING, CycleState.CHECKING),
        may_write_review=may_write and found.state == CycleState.RUNNING,
        may_check=request.access.can(Permission.CHECK_CYCLES),
        may_reopen=request.access.can(Permission.CHECK_CYCLES) and found.is_latest,
        may_ask=request.access.can(Permission.ASK_FOR_VIEWS),
        may_plan=request.access.can(Permission.EDIT_PROVISION),
    )


@school_view(Permission.WRITE_CYCLES)
def cycle_start(request: HttpRequest, pupil) -> HttpResponse:
    """Begin the next cycle."""
    child = open_child(request, pupil, Action.VIEW_CYCLE)
    today, made = request.access.today, []
    start = {
        "starts_on": today,
        "review_on": review_day(request.school, today),
        "lead": str(_usual_lead(request, child.pupil).pk),
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
    child, found = open_cycle(request, pupil, cycle)
    form = CycleForm(request.POST or None, record=found, colleagues=_colleagues(request))
    return cycle_form(
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
    child, found = open_cycle(request, pupil, cycle)
    text, question = text_of(request.access, found, section), found.section(section)
    if text is None or question is None:
        raise Http404
    form = TextForm(request.POST or None, record=text, section=question)
    about = question.checked
    return cycle_form(
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


def open_cycle(request: HttpRequest, pupil, pk, action: Action = Action.VIEW_CYCLE):
    """The child and one of its cycles; 404 for anything out of reach."""
    child = open_child(request, pupil, action)
    found = cycle_of(child.pupil, pk)
    if found is None:
        raise Http404
    return child, found


def _usual_lead(request: HttpRequest, pupil) -> User:
    """The class teacher; whoever begins it where the class has none."""
    return class_leads(request.access, request.school, [pupil]).get(pupil.pk, request.user)


def _colleagues(request: HttpRequest):
    return colleagues_at(request.school, today=request.access.today)


def cycle_form(request, child, found, form, change, *, heading, submit="Save", **context):
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
