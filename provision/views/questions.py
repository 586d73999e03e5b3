"""What a cycle asks: read, and changed as a new version."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from aylsham.access.decorators import Refused, school_view
from aylsham.access.permissions import Permission
from aylsham.changes import TransitionNotAllowed
from aylsham.editing import carried_out
from aylsham.notices import done, problem
from aylsham.together import read
from provision.forms.cycle_length import LengthForm
from provision.forms.questions import QuestionsForm
from provision.rules.cycle_sections import ASKED
from provision.selectors.catalogue import keeps_shared_catalogue
from provision.selectors.questions import length_in, length_read, versions_of
from provision.services.questions import follow_again, save_questions, set_cycle_length

PAGE = "cycle_questions"


@school_view(Permission.WRITE_CYCLES)
def cycle_questions(request: HttpRequest) -> HttpResponse:
    """What a new cycle asks, whose version that is, and the versions before."""
    versions = versions_of(request.school)
    asked = versions.asked
    may_edit = request.access.can(Permission.EDIT_PROVISION)
    may_share = may_edit and keeps_shared_catalogue(request.access)
    context = {
        "asked": asked,
        "base": versions.base,
        "stages": [
            (stage.value.title(), [s for s in asked.sections if s.stage == stage])
            for stage in ASKED
        ],
        "made": [("school", v) for v in versions.of_school]
        + [("federation", v) for v in versions.of_federation],
        "length": length_in(read(length_read(request.school))),
        "may_edit": may_edit,
        "may_follow": may_edit
        and (asked.of == "school" or (asked.of == "federation" and may_share)),
    }
    return render(request, "provision/questions/questions.html", context)


@school_view(Permission.EDIT_PROVISION)
def cycle_length(request: HttpRequest) -> HttpResponse:
    """For how long cycles usually last; those that were begun keep their days."""
    row = read(length_read(request.school))
    form = LengthForm(request.POST or None, record=row)
    if request.method == "POST" and carried_out(
        form,
        lambda: set_cycle_length(
            school=request.school,
            by=request.user,
            **form.facts,
            version=form.cleaned_data["version"],
        ),
    ):
        done(request, "Saved. The next cycle that begins is reviewed so.")
        return redirect(PAGE, request.school.slug)
    context = {"form": form, "cancel_url": reverse(PAGE, args=[request.school.slug])}
    return render(request, "provision/questions/length.html", context)


@school_view(Permission.EDIT_PROVISION)
def questions_change(request: HttpRequest) -> HttpResponse:
    """Add, reword, order and drop questions; cycles that were begun keep theirs."""
    versions = versions_of(request.school)
    form = QuestionsForm(
        request.POST or None,
        sections=versions.asked.sections,
        base=versions.base,
        may_share=keeps_shared_catalogue(request.access),
    )
    if request.method == "POST" and carried_out(form, lambda: _save(request, form, versions)):
        done(request, "Saved. The next cycle that begins asks this.")
        return redirect(PAGE, request.school.slug)
    context = {"form": form, "cancel_url": reverse(PAGE, args=[request.school.slug])}
    return render(request, "provision/questions/change.html", context)


@school_view(Permission.EDIT_PROVISION)
@require_POST
def questions_follow(request: HttpRequest) -> HttpResponse:
    """Ask again what the federation asks, or what comes with Aylsham."""
    is_shared = versions_of(request.school).asked.of == "federation"
    if is_shared and not keeps_shared_catalogue(request.access):
        raise Refused(request.school, Permission.EDIT_PROVISION)
    base = request.POST.get("base", "")
    try:
        follow_again(school=request.school, base=base, by=request.user, is_shared=is_shared)
        done(request, "The next cycle that begins asks this.")
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    return redirect(PAGE, request.school.slug)


def _save(request: HttpRequest, form: QuestionsForm, versions) -> None:
    save_questions(
        school=request.school,
        sections=form.sections(versions.known_keys),
        base=form.cleaned_data["base"],
        by=request.user,
        is_shared=form.cleaned_data.get("is_shared", False),
    )
