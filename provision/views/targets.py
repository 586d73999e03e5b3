"""Outcomes and targets of a child: read, written, measured, adapted, closed."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.editing import carried_out
from aylsham.notices import done
from provision.codes import OutcomeEnd, TargetEnd
from provision.forms.aims import (
    AdaptForm,
    EndForm,
    MeasureForm,
    OutcomeForm,
    TargetForm,
)
from provision.rules.writing import OUTCOME, TARGET, check_writing
from provision.selectors.bank import filled_from_bank
from provision.selectors.targets import (
    open_outcomes,
    outcome_of,
    target_lines,
    target_of,
    targets_page,
)
from provision.services.outcomes import (
    adapt_target,
    add_outcome,
    add_target,
    change_outcome,
    change_target,
    end_outcome,
    end_target,
)
from pupils.views.opening import child_form, child_page, child_url, open_child

PAGE, ONE, TAB = "child_targets", "target", "targets"
FORM = "provision/aim_form.html"


@school_view(Permission.VIEW_NEEDS)
def child_targets(request: HttpRequest, pupil) -> HttpResponse:
    """Where a child is going, and how far each step has come."""
    child = open_child(request, pupil, Action.VIEW_TARGETS)
    return child_page(
        request,
        "provision/targets.html",
        child,
        tab=TAB,
        page=targets_page(request.access, child.pupil),
        may_write=request.access.can(Permission.WRITE_CYCLES),
        may_measure=request.access.can(Permission.RECORD_PROGRESS),
        today=request.access.today,
    )


@school_view(Permission.VIEW_NEEDS)
def target(request: HttpRequest, pupil, target) -> HttpResponse:
    """One target: its graph, its verdict, every measurement."""
    child, found = open_target(request, pupil, target)
    (line,) = target_lines(request.access, [found])
    return child_page(
        request,
        "provision/target.html",
        child,
        tab=TAB,
        line=line,
        drawing=line.drawing("Measurements against the aim line"),
        findings=check_writing(found.text, TARGET),
        form=MeasureForm(target=found, initial={"on": request.access.today}),
        may_write=request.access.can(Permission.WRITE_CYCLES),
        may_measure=request.access.can(Permission.RECORD_PROGRESS),
    )


@school_view(Permission.WRITE_CYCLES)
def outcome_add(request: HttpRequest, pupil) -> HttpResponse:
    """Write down where the child is going."""
    child = open_child(request, pupil, Action.VIEW_TARGETS)
    form = OutcomeForm(request.POST or None, initial={"starts_on": request.access.today})
    if request.method == "POST" and carried_out(
        form,
        lambda: add_outcome(
            pupil=child.pupil, by=request.user, key=form.cleaned_data["key"], **form.facts
        ),
    ):
        done(request, "The outcome is written.")
        return redirect(child_url(PAGE, child))
    return _aim_form(request, child, form, OUTCOME, heading="Add an outcome")


@school_view(Permission.WRITE_CYCLES)
def outcome_change(request: HttpRequest, pupil, outcome) -> HttpResponse:
    """Change an outcome."""
    child, found = open_outcome(request, pupil, outcome)
    form = OutcomeForm(request.POST or None, record=found)
    if request.method == "POST" and carried_out(
        form,
        lambda: change_outcome(
            outcome=found, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        done(request, "The outcome is changed.")
        return redirect(child_url(PAGE, child))
    return _aim_form(request, child, form, OUTCOME, heading="Change the outcome")


@school_view(Permission.WRITE_CYCLES)
def outcome_end(request: HttpRequest, pupil, outcome) -> HttpResponse:
    """Close an outcome."""
    child, found = open_outcome(request, pupil, outcome)
    form = EndForm(
        request.POST or None, kinds=OutcomeEnd, initial={"ended_on": request.access.today}
    )
    if request.method == "POST" and carried_out(
        form, lambda: end_outcome(outcome=found, by=request.user, **form.cleaned_data)
    ):
        done(request, "The outcome is closed.")
        return redirect(child_url(PAGE, child))
    return child_form(
        request, child, form, heading="Close the outcome", submit="Close it", back=PAGE, tab=TAB
    )


@school_view(Permission.WRITE_CYCLES)
def target_add(request: HttpRequest, pupil) -> HttpResponse:
    """Write a target."""
    child = open_child(request, pupil, Action.VIEW_TARGETS)
    start = {
        "starts_on": request.access.today,
        "outcome": request.GET.get("outcome", ""),
        **filled_from_bank(request.access, request.GET.get("from", "")),
    }
    form = TargetForm(request.POST or None, outcomes=_outcomes(request, child), initial=start)
    if request.method == "POST" and carried_out(
        form,
        lambda: add_target(
            pupil=child.pupil, by=request.user, key=form.cleaned_data["key"], **form.facts
        ),
    ):
        done(request, "The target is written.")
        return redirect(child_url(PAGE, child))
    bank_url = child_url("bank_pick", child)
    return _aim_form(request, child, form, TARGET, heading="Add a target", bank_url=bank_url)


@school_view(Permission.WRITE_CYCLES)
def target_change(request: HttpRequest, pupil, target) -> HttpResponse:
    """Correct a target."""
    child, found = open_target(request, pupil, target)
    form = TargetForm(request.POST or None, record=found, outcomes=_outcomes(request, child))
    if request.method == "POST" and carried_out(
        form,
        lambda: change_target(
            target=found, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        done(request, "The target is changed.")
        return redirect(child_url(ONE, child, found.pk))
    return _aim_form(request, child, form, TARGET, heading="Change the target", found=found)


@school_view(Permission.WRITE_CYCLES)
def target_adapt(request: HttpRequest, pupil, target) -> HttpResponse:
    """Put an adapted target in the place of one; the old one stays readable."""
    child, found = open_target(request, pupil, target)
    today, made = request.access.today, []
    form = AdaptForm(
        request.POST or None,
        old=found,
        outcomes=_outcomes(request, child),
        initial={"starts_on": today},
    )
    if request.method == "POST" and carried_out(
        form,
        lambda: made.append(
            adapt_target(
                target=found,
                on=today,
                by=request.user,
                key=form.cleaned_data["key"],
                **form.facts,
            )
        ),
    ):
        done(request, "The adapted target takes its place.")
        return redirect(child_url(ONE, child, made[0].pk))
    return _aim_form(request, child, form, TARGET, heading="Adapt the target", found=found)


@school_view(Permission.WRITE_CYCLES)
def target_end(request: HttpRequest, pupil, target) -> HttpResponse:
    """Close a target as met or dropped."""
    child, found = open_target(request, pupil, target)
    form = EndForm(
        request.POST or None, kinds=TargetEnd, initial={"ended_on": request.access.today}
    )
    return target_form(
        request,
        child,
        found,
        form,
        lambda: end_target(target=found, by=request.user, **form.cleaned_data),
        heading="Close the target",
        submit="Close it",
    )


@school_view(Permission.WRITE_CYCLES)
@require_POST
def check_words(request: HttpRequest, about: str) -> HttpResponse:
    """What a careful colleague would say about words that somebody is typing; keeps nothing."""
    findings = check_writing(request.POST.get("text", ""), about)
    text = request.POST.get("text", "")
    return render(request, "provision/findings.html", {"findings": findings, "text": text})


def open_target(request: HttpRequest, pupil, pk):
    child = open_child(request, pupil, Action.VIEW_TARGETS)
    found = target_of(request.access, child.pupil, pk)
    if found is None:
        raise Http404
    return child, found


def open_outcome(request: HttpRequest, pupil, pk):
    child = open_child(request, pupil, Action.VIEW_TARGETS)
    found = outcome_of(request.access, child.pupil, pk)
    if found is None:
        raise Http404
    return child, found


def _outcomes(request: HttpRequest, child):
    return open_outcomes(request.access, child.pupil)


def _aim_form(request, child, form, about, *, heading, found=None, bank_url=""):
    """A form of an outcome or a target, with the writing checks beside the words."""
    text = form["text"].value() or ""
    return child_form(
        request,
        child,
        form,
        heading=heading,
        submit="Save",
        back=ONE if found else PAGE,
        back_args=(found.pk,) if found else (),
        tab=TAB,
        template=FORM,
        bank_url=bank_url,
        check_url=reverse(f"check_{about}", args=[child.school.slug]),
        findings=check_writing(text, about),
        rest=[field for field in form.visible_fields() if field.name != "text"],
    )


def target_form(request, child, found, form, change, *, heading, submit="Save", to=ONE, **context):
    """A form about a target that leads back to it, or to the list that `to` names."""
    if request.method == "POST" and carried_out(form, change):
        done(request, "Saved.")
        if to == ONE:
            return redirect(child_url(to, child, found.pk))
        return redirect(f"{child_url(to, child)}#t-{found.pk}")  # the keyboard goes on from there
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
