"""Who is SENCO of a school, and their qualification."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.access.roles import Role
from aylsham.editing import carried_out
from aylsham.notices import done
from pupils.selectors.adults import adults_at
from staff.forms import SencoForm
from staff.selectors import senco_post
from staff.services import change_senco, record_senco

#: Roles whose holders may be the SENCO that the law asks for.
MAY_BE_SENCO = (
    Role.SENDCO,
    Role.ASSISTANT_SENDCO,
    Role.HEAD,
    Role.DEPUTY,
    Role.FEDERATION_SEND_LEAD,
)


@school_view(Permission.EDIT_DUTIES)
def senco_add(request: HttpRequest) -> HttpResponse:
    """Record who is SENCO."""
    adults = adults_at(request.school, today=request.access.today, roles=MAY_BE_SENCO)
    people = list({adult.user.pk: adult.user for adult in adults}.values())
    form = SencoForm(request.POST or None, people=people)
    if request.method == "POST" and carried_out(
        form,
        lambda: record_senco(
            school=request.school, user=form.chosen_person, by=request.user, **form.facts
        ),
    ):
        done(request, "The SENCO is recorded.")
        return redirect(_page(request))
    return _shown(request, form, "Record who is SENCO", "Record it")


@school_view(Permission.EDIT_DUTIES)
def senco_change(request: HttpRequest, senco) -> HttpResponse:
    """Record the qualification or the last day, or correct a date."""
    post = senco_post(request.school, senco)
    if post is None:
        raise Http404
    form = SencoForm(request.POST or None, record=post)
    if request.method == "POST" and carried_out(
        form,
        lambda: change_senco(
            post=post, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        done(request, "The record is changed.")
        return redirect(_page(request))
    return _shown(request, form, f"{post.user.name}: SENCO", "Save")


def _shown(request: HttpRequest, form, heading: str, submit: str) -> HttpResponse:
    context = {"form": form, "heading": heading, "submit": submit, "cancel_url": _page(request)}
    return render(request, "staff/form.html", context)


def _page(request: HttpRequest) -> str:
    return reverse("duties", args=[request.school.slug])
