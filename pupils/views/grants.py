"""Who can see a child, and access that is given by hand."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.access.roles import ROLES, Reach
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.editing import carried_out
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done, problem
from pupils.forms.exceptions import GrantForm
from pupils.list_files_of_school import GRANTS
from pupils.selectors.adults import adults_at
from pupils.selectors.grants import grant_row, grants_of, who_can_see
from pupils.services.grants import end_grant, grant_access
from pupils.views.opening import child_form, child_page, child_url, open_child


@school_view(Permission.GRANT_ACCESS)
def child_access(request: HttpRequest, pupil) -> HttpResponse:
    """Everybody who can open this child's record, and why."""
    child = open_child(request, pupil, Action.VIEW_ACCESS)
    return child_page(
        request,
        "pupils/child_access.html",
        child,
        tab="access",
        seers=who_can_see(child.pupil, today=child.today),
        grants=grants_of(request.access, pupil),
    )


@school_view(Permission.GRANT_ACCESS)
def grant_add(request: HttpRequest, pupil) -> HttpResponse:
    """Give a named person access to this child until a day."""
    child = open_child(request, pupil)
    # Whoever sees the whole school needs no grant.
    roles = [role for role, rule in ROLES.items() if rule.reach < Reach.WHOLE_SCHOOL]
    form = GrantForm(
        request.POST or None, adults=adults_at(request.school, today=child.today, roles=roles)
    )
    if request.method == "POST" and carried_out(
        form, lambda: grant_access(pupil=child.pupil, by=request.user, **form.facts)
    ):
        done(request, "They can open this child's record. It ends by itself.")
        return redirect(child_url("child_access", child))
    return child_form(
        request,
        child,
        form,
        heading="Give somebody access",
        submit="Give access",
        back="child_access",
        note="For somebody who has a role here but does not work with this child's class:"
        " a visiting professional, a cover teacher.",
    )


@school_view(Permission.GRANT_ACCESS)
@has_file
def grants(request: HttpRequest) -> HttpResponse:
    """All access given by hand at this school."""
    found = grants_of(request.access)
    record_event(
        Action.VIEW_ACCESS,
        school=request.school,
        by=request.access,
        pupil_ids={grant.pupil_id for grant in found},
    )
    if asks_for_file(request):
        return list_file(request, GRANTS, found)
    return render(request, "pupils/grants.html", {"grants": found})


@school_view(Permission.GRANT_ACCESS)
def grant_end(request: HttpRequest, grant) -> HttpResponse:
    """Take access back: asks first."""
    found = grant_row(request.access, grant)
    if found is None:
        raise Http404
    back = reverse("grants", args=[request.school.slug])
    if request.method != "POST":
        return render(request, "pupils/grant_end.html", {"grant": found, "cancel_url": back})
    try:
        end_grant(grant=found, by=request.user)
        done(request, "The access has ended.")
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    return redirect(back)
