"""The parts of a plan: written, given to somebody, asked for by a link, left out."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.changes import TransitionNotAllowed
from aylsham.editing import carried_out
from aylsham.notices import problem
from lac.forms.pep_giving import AskPartForm, GivePartForm
from lac.forms.peps import PartForm, PepTargetForm, WhyForm
from lac.pep_parts import BY_KEY
from lac.selectors.pep_asks import people_to_ask
from lac.selectors.pep_facts import cut, facts_for
from lac.selectors.pep_rows import answers_of, last_answers
from lac.selectors.peps import is_back
from lac.services.pep_asks import ask_for_part, take_back_ask
from lac.services.pep_parts import (
    add_pep_target,
    give_part,
    leave_part_out,
    save_answers,
)
from lac.views.pep_opening import PART, TAB, colleagues, open_part, open_plan, to_part, to_plan
from provision.rules.writing import TARGET, check_writing
from provision.selectors.targets import open_outcomes
from pupils.views.opening import child_form, child_page, child_url


@school_view(Permission.READ_CARE)
def pep_part(request: HttpRequest, pupil, pep_part) -> HttpResponse:
    """One part: what the record says, last term's words, and the boxes to write in."""
    child, part = open_part(request, pupil, pep_part)
    may_edit = request.access.can(Permission.EDIT_CARE) and part.pep.is_open
    answers = answers_of(part)
    form = PartForm((may_edit and request.POST) or None, part=part, answers=answers)
    is_done = "done" in request.POST
    if (
        may_edit
        and request.method == "POST"
        and carried_out(
            form,
            lambda: save_answers(
                part=part,
                said=form.said,
                said_by=form.cleaned_data["said_by"],
                version=form.cleaned_data["version"],
                is_done=is_done,
                by=request.user,
            ),
        )
    ):
        if is_done:
            return to_plan(request, child, part.pep, f"“{BY_KEY[part.key].title}” is done.")
        return to_part(request, child, part, "It is saved.")
    facts = {} if part.pep.is_frozen else facts_for(part.pep, child.today)
    last = last_answers(part)
    return child_page(
        request,
        "lac/pep/part.html",
        child,
        tab=TAB,
        part=part,
        about=BY_KEY[part.key],
        form=form,
        facts=cut(facts.get(BY_KEY[part.key].facts, []), request.access, child.school),
        boxes=[(*box, last.get(box[0].key)) for box in form.boxes],
        answers={row.question: row for row in answers},
        is_back=is_back(part, child.today),
        may_edit=may_edit,
        hands_over=" ".join(each.key for each in form.questions),
    )


@school_view(Permission.EDIT_CARE)
def pep_part_give(request: HttpRequest, pupil, pep_part) -> HttpResponse:
    """Say who writes the part, and by when."""
    child, part = open_part(request, pupil, pep_part)
    start = {"owner": part.owner, "user": part.owner_user, "due_on": part.due_on}
    people = colleagues(request, child)
    form = GivePartForm(request.POST or None, people=people, initial=start)
    if request.method == "POST" and carried_out(
        form, lambda: give_part(part=part, by=request.user, **form.cleaned_data)
    ):
        return to_plan(request, child, part.pep, "It is recorded who writes it.")
    return _form(request, child, part, form, heading="Who writes it", submit="Save")


@school_view(Permission.EDIT_CARE)
def pep_part_ask(request: HttpRequest, pupil, pep_part) -> HttpResponse:
    """Send the questions of the part by a link."""
    child, part = open_part(request, pupil, pep_part)
    people, contacts = people_to_ask(part, child.today)
    form = AskPartForm(request.POST or None, people=people, contacts=contacts)
    if request.method == "POST" and carried_out(
        form, lambda: ask_for_part(part=part, by=request.user, **form.facts)
    ):
        return to_plan(request, child, part.pep, "The link is on its way. The answer lands here.")
    return _form(
        request,
        child,
        part,
        form,
        heading="Ask by a link",
        submit="Send the link",
        note="They get the questions of this part and nothing else from the plan. A code is sent to "
        "the address first. The e-mail names neither the child nor that the child is in care."
        if form.people
        else "Nobody has an e-mail address yet. Record the social worker or carer on the Care page "
        "first.",
    )


@school_view(Permission.EDIT_CARE)
@require_POST
def pep_part_take_back(request: HttpRequest, pupil, pep_part) -> HttpResponse:
    """The link no longer works."""
    child, part = open_part(request, pupil, pep_part)
    try:
        take_back_ask(part=part, by=request.user)
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
        return redirect(child_url(PART, child, part.pk))
    return to_part(request, child, part, "The link no longer works.")


@school_view(Permission.EDIT_CARE)
def pep_part_leave_out(request: HttpRequest, pupil, pep_part) -> HttpResponse:
    """The part is not needed this time, and why."""
    child, part = open_part(request, pupil, pep_part)
    form = WhyForm(request.POST or None, label="Why it is not needed")
    if request.method == "POST" and carried_out(
        form, lambda: leave_part_out(part=part, why=form.cleaned_data["why"], by=request.user)
    ):
        return to_plan(request, child, part.pep, "The part is left out.")
    return _form(request, child, part, form, heading="Leave it out", submit="Leave it out")


@school_view(Permission.EDIT_CARE)
def pep_target_add(request: HttpRequest, pupil, pep) -> HttpResponse:
    """Write a new target, which stands in this plan and in the child's others."""
    child, row = open_plan(request, pupil, pep)
    outcomes = open_outcomes(request.access, child.pupil)
    start = {"starts_on": child.today}
    form = PepTargetForm(request.POST or None, outcomes=outcomes, initial=start)
    if request.method == "POST" and carried_out(
        form,
        lambda: add_pep_target(
            pep=row,
            sort=form.cleaned_data["sort"],
            term=form.cleaned_data["term"],
            by=request.user,
            key=form.cleaned_data["key"],
            **form.facts,
        ),
    ):
        return to_plan(request, child, row, "The target is written. It is reviewed once, for all.")
    return child_form(
        request,
        child,
        form,
        heading="Add a target",
        submit="Save",
        back="pep",
        back_args=(row.pk,),
        tab=TAB,
        findings=check_writing(form["text"].value() or "", TARGET),
    )


def _form(request: HttpRequest, child, part, form, *, heading: str, **page) -> HttpResponse:
    """A form about a part that leads back to it."""
    heading = f"{BY_KEY[part.key].title}: {heading.lower()}"
    return child_form(
        request,
        child,
        form,
        heading=heading,
        back=PART,
        back_args=(part.pk,),
        tab=TAB,
        hands_over="",
        **page,
    )
