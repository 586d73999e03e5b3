"""Forms about one provision: an adult who is not trained for it, and the small ones."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from aylsham.editing import carried_out
from provision.forms.provisions import ProvisionForm
from provision.models import Provision
from provision.services.givers import UntrainedGiver


def given_or_asked(form: ProvisionForm, change: Callable[[], object]) -> bool:
    """Carried out; a refused adult makes the form ask whether they give it all the same."""

    def asking() -> None:
        try:
            change()
        except UntrainedGiver:
            form.is_refused = True
            raise

    return carried_out(form, asking)


def small_form(
    request: HttpRequest, form, heading: str, found: Provision, submit: str = "Save"
) -> HttpResponse:
    """One of its days or a child's, on a page of its own."""
    context = {
        "form": form,
        "heading": heading,
        "submit": submit,
        "cancel_url": reverse("provision", args=[request.school.slug, found.pk]),
    }
    return render(request, "pupils/form.html", context)
