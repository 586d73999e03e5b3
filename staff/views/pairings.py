"""Pairings of an adult and a child."""

from django.http import Http404, HttpRequest, HttpResponse

from aylsham.access.decorators import require, school_view
from aylsham.access.permissions import Permission
from aylsham.editing import carried_out
from aylsham.forms import Form
from provision.selectors.choosing import candidates
from staff.forms.pairings import PairingForm
from staff.models import Pairing, StaffMember
from staff.selectors.people import pairing_of
from staff.services.pairings import add_pairing, change_pairing, remove_pairing
from staff.views.people import back, found, shown


@school_view(Permission.KEEP_STAFF)
def pairing_add(request: HttpRequest, staff_member) -> HttpResponse:
    """Say that an adult and a child work well together, or cannot."""
    member = found(request, staff_member)
    children = [each.pupil for each in candidates(request.access)]
    form = PairingForm(request.POST or None, children=children)
    if request.method == "POST" and carried_out(
        form,
        lambda: add_pairing(
            member=member,
            pupil=form.chosen,
            by=request.user,
            key=form.cleaned_data["key"],
            **form.facts,
        ),
    ):
        return back(request, member, "The pairing is kept.")
    return shown(request, form, "A child and this adult", "Save", member)


@school_view(Permission.KEEP_STAFF)
def pairing_change(request: HttpRequest, staff_member, pairing) -> HttpResponse:
    """Put a pairing right; whoever may not read the reason does not write over it."""
    require(request, Permission.VIEW_SENSITIVE)
    member = found(request, staff_member)
    row = _pairing(request, member, pairing)
    form = PairingForm(request.POST or None, record=row)
    if request.method == "POST" and carried_out(
        form,
        lambda: change_pairing(
            pairing=row, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        return back(request, member, "The pairing is changed.")
    return shown(request, form, "Change the pairing", "Save", member)


@school_view(Permission.KEEP_STAFF)
def pairing_remove(request: HttpRequest, staff_member, pairing) -> HttpResponse:
    """The pairing no longer holds."""
    member = found(request, staff_member)
    row = _pairing(request, member, pairing)
    form = Form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and carried_out(
        form, lambda: remove_pairing(pairing=row, by=request.user)
    ):
        return back(request, member, "The pairing is taken out.")
    words = f"{member.name} and {row.pupil.full_name}: {row.get_kind_display().lower()}"
    more = {"template": "layouts/take_out.html", "words": words}
    return shown(request, form, "Take this pairing out?", "Take it out", member, **more)


def _pairing(request: HttpRequest, member: StaffMember, pk) -> Pairing:
    row = pairing_of(request.access, member, pk)
    if row is None:
        raise Http404
    return row
