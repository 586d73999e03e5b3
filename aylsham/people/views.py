"""People at a school: inviting them, their roles, and what each role may do."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from aylsham import clock
from aylsham.access.decorators import public_view, school_view, staff_view
from aylsham.access.permissions import Permission
from aylsham.access.roles import ROLES, Role
from aylsham.changes import TransitionNotAllowed
from aylsham.editing import carried_out
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.models import Invitation
from aylsham.own_lists import PEOPLE
from aylsham.people import selectors, services
from aylsham.people.forms import InvitationForm, JoinForm, RoleDetailsForm, SiteWeekForm

BACKEND = settings.AUTHENTICATION_BACKENDS[0]


@school_view(Permission.MANAGE_PEOPLE)
@has_file
def people(request):
    """Everybody with a role at the school, and open invitations."""
    if asks_for_file(request):
        return list_file(request, PEOPLE, selectors.people_at(request.school, today=clock.today()))
    context = {
        "people": selectors.people_at(request.school, today=clock.today()),
        "invitations": selectors.invitations_to(request.school),
    }
    return render(request, "people/people.html", context)


@school_view(Permission.MANAGE_PEOPLE)
def invite(request):
    """Invites somebody by e-mail."""
    form = InvitationForm(
        request.POST or None,
        school=request.school,
        may_invite_everywhere=_manages_federation(request),
    )
    if request.method == "POST" and form.is_valid() and _invite(request, form):
        return redirect("people", school=request.school.slug)
    return render(request, "people/invite.html", {"form": form})


def _invite(request, form) -> bool:
    data = form.cleaned_data
    try:
        services.invite_person(
            by=request.user,
            email=data["email"],
            name=data["name"],
            role=Role(data["role"]),
            federation=request.school.federation,
            school=None if data.get("everywhere") else request.school,
            year_groups=data["year_groups"],
            weekdays=data["weekdays"],
            role_ends_on=data["ends_on"],
        )
    except TransitionNotAllowed as refusal:
        form.add_error(None, str(refusal))
        return False
    messages.success(request, "The invitation is on its way. It can be accepted for 14 days.")
    return True


def _manages_federation(request) -> bool:
    """Whether the person manages people at every school of this federation."""
    managed = request.access.schools_with(Permission.MANAGE_PEOPLE)
    here = {s.pk for s in managed if s.federation_id == request.school.federation_id}
    return here == set(request.school.federation.schools.values_list("pk", flat=True))


@school_view(Permission.MANAGE_PEOPLE)
def role(request, membership):
    """Changes or ends one role."""
    found = selectors.role_here(request.school, membership)
    if found is None or (found.school_id is None and not _manages_federation(request)):
        raise Http404
    form = RoleDetailsForm(
        request.POST or None,
        school=request.school,
        initial={
            "ends_on": found.ends_on,
            "year_groups": found.year_groups,
            "weekdays": found.weekdays,
        },
    )
    if request.method == "POST" and form.is_valid() and _save_role(request, found, form):
        return redirect("people", school=request.school.slug)
    return render(request, "people/role.html", {"form": form, "membership": found})


@school_view(Permission.MANAGE_PEOPLE)
def site_week(request, membership):
    """Says at which school a person is on which weekday."""
    found = selectors.role_here(request.school, membership)
    if found is None or not _manages_federation(request):
        raise Http404
    federation = request.school.federation
    week = selectors.site_week_of(found.user, federation)
    form = SiteWeekForm(request.POST or None, record=week, schools=list(federation.schools.all()))
    if request.method == "POST" and carried_out(
        form,
        lambda: services.set_site_week(
            user=found.user,
            federation=federation,
            days=form.facts,
            version=form.cleaned_data["version"],
            by=request.user,
        ),
    ):
        messages.success(request, "The week is saved.")
        return redirect("people", school=request.school.slug)
    return render(request, "people/site_week.html", {"form": form, "person": found.user})


def _save_role(request, membership, form) -> bool:
    try:
        if "end" in request.POST:
            services.end_role(membership, by=request.user)
            messages.success(request, "The role has ended. It opens nothing any more.")
        else:
            services.change_role(membership, by=request.user, **form.cleaned_data)
            messages.success(request, "The role is changed.")
    except TransitionNotAllowed as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


@school_view(Permission.MANAGE_PEOPLE)
@require_POST
def withdraw(request):
    """Withdraws an open invitation."""
    known = {str(i.pk): i for i in selectors.invitations_to(request.school)}
    invitation = known.get(request.POST.get("invitation", ""))
    if invitation is None or (invitation.school_id is None and not _manages_federation(request)):
        raise Http404
    services.withdraw_invitation(invitation, by=request.user)
    messages.success(request, "The invitation is withdrawn. Its address no longer works.")
    return redirect("people", school=request.school.slug)


@public_view
def invitation(request, secret):
    """Accepts an invitation: a GET shows it, the button accepts it."""
    offer = services.find_invitation(secret)
    if offer is None:
        return _unlisted(render(request, "people/invitation_gone.html", status=404))
    signed_in = request.user if request.user.is_authenticated else None
    form = JoinForm(request.POST or None, initial={"name": offer.name})
    if request.method == "POST" and (signed_in or form.is_valid()):
        joined = _join(request, offer, form, signed_in)
        if joined:
            return redirect("home")
    context = {"offer": offer, "form": form, "signed_in": signed_in}
    return _unlisted(render(request, "people/invitation.html", context))


def _unlisted(response: HttpResponse) -> HttpResponse:
    """No search engine keeps a secret address."""
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


def _join(request, offer: Invitation, form: JoinForm, signed_in) -> bool:
    data = form.cleaned_data if not signed_in else {}
    try:
        user = services.accept_invitation(
            offer,
            name=data.get("name", ""),
            password=data.get("password"),
            user=signed_in,
        )
    except TransitionNotAllowed as refusal:
        form.add_error(None, str(refusal)) if form.is_bound else messages.error(
            request, str(refusal)
        )
        return False
    if not signed_in:
        login(request, user, backend=BACKEND)
    messages.success(request, f"Welcome. You are {offer.get_role_display()} now.")
    return True


@staff_view
def roles(request):
    """What each role may do, from the table that decides it."""
    table = [(r, ROLES[r], [p for p in Permission if p in ROLES[r].permissions]) for r in Role]
    return render(request, "people/roles.html", {"table": table})
