"""Pages of a plan's versions: all of them, one with its sections, its front facts."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.editing import carried_out
from aylsham.notices import done, problem
from ehcp.models import EhcPlan, PlanVersion
from ehcp.section_forms import VersionForm
from ehcp.selectors.pages import find_plan
from ehcp.selectors.sections import find_version, papers_of, version_lines, version_page
from ehcp.services.versions import add_version, check_version, correct_version, remove_version
from pupils.selectors.identity import Child
from pupils.views.opening import child_form, child_page, open_child

TAB = "plan"


@school_view(Permission.VIEW_PLANS)
def plan_versions(request: HttpRequest, plan: UUID) -> HttpResponse:
    """Every version of a plan."""
    child, found = opened_plan(request, plan)
    return child_page(
        request,
        "ehcp/versions.html",
        child,
        tab=TAB,
        plan=found,
        versions=version_lines(request.access, found),
        may_edit=request.access.can(Permission.EDIT_PLANS) and not found.ended_on,
    )


@school_view(Permission.VIEW_PLANS)
def plan_version(request: HttpRequest, plan_version: UUID) -> HttpResponse:
    """What a version says, and what hangs loose in it."""
    child, found = opened_version(request, plan_version)
    page = version_page(request.access, found)
    return child_page(
        request, "ehcp/version.html", child, tab=TAB, version=found, plan=found.plan, page=page
    )


@school_view(Permission.EDIT_PLANS)
def version_add(request: HttpRequest, plan: UUID) -> HttpResponse:
    """Take in what the council sent."""
    child, found = opened_plan(request, plan)
    listed = [each for each in version_lines(request.access, found) if each.lines]
    known = {str(each.version.pk): each.version for each in listed}
    form = VersionForm(
        request.POST or None,
        papers=papers_of(request.access, child.pupil),
        copies=[(str(each.version.pk), each.title) for each in listed],
        initial={"local_authority": found.local_authority},
    )

    if request.method == "POST" and carried_out(
        form,
        lambda: add_version(
            plan=found,
            by=request.user,
            key=form.cleaned_data["key"],
            copied_from=known.get(form.cleaned_data.get("copied_from", "")),
            **form.facts,
        ),
    ):
        done(request, "It is taken in. Now enter what it says.")
        key = form.cleaned_data["key"]
        return redirect(
            reverse("plan_version", args=[request.school.slug, key]) if key else versions_url(found)
        )
    return _form(request, child, form, "Take in what the council sent", versions_url(found))


@school_view(Permission.EDIT_PLANS)
def version_correct(request: HttpRequest, plan_version: UUID) -> HttpResponse:
    """Put right what was sent when."""
    child, found = opened_version(request, plan_version)
    papers = papers_of(request.access, child.pupil)
    form = VersionForm(request.POST or None, record=found, papers=papers)
    if request.method == "POST" and carried_out(
        form,
        lambda: correct_version(
            version=found, mark=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        done(request, "It is put right.")
        return redirect(version_url(found))
    return _form(request, child, form, "Put right what was sent", version_url(found))


@school_view(Permission.EDIT_PLANS)
def version_check(request: HttpRequest, plan_version: UUID) -> HttpResponse:
    """The words were read against the paper."""
    child, found = opened_version(request, plan_version)
    if request.method == "POST" and _done(
        request, lambda: check_version(version=found, by=request.user)
    ):
        done(request, "Its wording is checked.")
        return redirect(version_url(found))
    return child_page(
        request,
        "ehcp/version_check.html",
        child,
        tab=TAB,
        page=version_page(request.access, found),
        cancel_url=version_url(found),
    )


@school_view(Permission.EDIT_PLANS)
def version_remove(request: HttpRequest, plan_version: UUID) -> HttpResponse:
    """Take away what was entered by mistake."""
    child, found = opened_version(request, plan_version)
    if request.method == "POST" and _done(
        request, lambda: remove_version(version=found, by=request.user)
    ):
        done(request, "It is taken away.")
        return redirect(versions_url(found.plan))
    return child_page(
        request,
        "ehcp/version_remove.html",
        child,
        tab=TAB,
        version=found,
        cancel_url=version_url(found),
    )


def opened_plan(
    request: HttpRequest, pk: UUID, action: Action = Action.VIEW_PLAN
) -> tuple[Child, EhcPlan]:
    """The plan and its child, with the reading written down; 404 out of reach."""
    found = find_plan(request.access, pk)
    if found is None:
        raise Http404
    return open_child(request, found.pupil_id, action), found


def opened_version(request: HttpRequest, pk: UUID) -> tuple[Child, PlanVersion]:
    """The version and its child, with the reading written down; 404 out of reach."""
    found = find_version(request.access, pk)
    if found is None:
        raise Http404
    found.school = found.plan.school = request.school
    return open_child(request, found.plan.pupil_id, Action.VIEW_PLAN), found


def version_url(version: PlanVersion) -> str:
    """The page of a version."""
    return reverse("plan_version", args=[version.school.slug, version.pk])


def versions_url(plan: EhcPlan) -> str:
    """The page of all versions."""
    return reverse("plan_versions", args=[plan.school.slug, plan.pk])


def _done(request: HttpRequest, change) -> bool:
    try:
        change()
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
        return False
    return True


def _form(request: HttpRequest, child: Child, form, heading: str, back: str) -> HttpResponse:
    return child_form(
        request, child, form, heading=heading, submit="Save", tab=TAB, cancel_url=back
    )
