"""What is sent round: sent, read by those who are asked, sent on, closed."""

from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from reports.forms.policies import CircularForm
from reports.models import Circular
from reports.selectors.policies import (
    circular_of,
    not_asked,
    policies_in_force,
    reader_of,
    readers_of,
    roles_held,
)
from reports.services import policies as services
from reports.views.plan_rows import form_page, press


@school_view(Permission.OPEN_TODAY)
def circular(request: HttpRequest, circular) -> HttpResponse:
    """What to read, for whoever is asked and whoever sends; a press says that it is read."""
    found = _found(request, circular)
    reader = reader_of(found, request.user)
    may_send = request.access.can(Permission.PREPARE_REPORTS)
    if reader is None and not may_send:
        raise Http404
    if request.method == "POST" and reader:
        return press(
            request,
            partial(services.say_read, reader=reader, by=request.user),
            back=reverse("my_asks", args=[request.school.slug]),
            said="It is recorded that you have read it.",
        )
    context = {"it": found, "reader": reader, "may_send": may_send}
    return render(request, "reports/policies/circular.html", context)


@school_view(Permission.PREPARE_REPORTS)
def circular_readers(request: HttpRequest, circular) -> HttpResponse:
    """Who has read it, and who came since it was sent."""
    found = _found(request, circular)
    readers = readers_of(found)
    context = {
        "it": found,
        "readers": readers,
        "unread": sum(row.read_on is None for row in readers),
        "not_asked": [
            user
            for user in not_asked(found, request.access.today)
            if user.pk != found.sent_by_id and not found.closed_on
        ],
    }
    return render(request, "reports/policies/readers.html", context)


@school_view(Permission.PREPARE_REPORTS)
def circular_send(request: HttpRequest) -> HttpResponse:
    """Send something round."""
    policies = policies_in_force(request.school)
    wanted = request.GET.get("policy", "")
    chosen = next((each for each in policies if str(each.pk) == wanted), None)
    initial = {}
    if chosen:
        initial = {"policy": chosen.pk, "title": chosen.name, "web_address": chosen.web_address}
    form = CircularForm(
        request.POST or None,
        policies=policies,
        roles=roles_held(request.school, request.access.today),
        initial=initial,
    )
    return form_page(
        request,
        form,
        lambda: services.send_round(school=request.school, by=request.user, **form.cleaned_data),
        back=_policies(request),
        heading="Send something round",
        submit="Send it round",
        said="It is sent round. Each of them finds it in what is asked of them.",
        crumbs=(("Policies", _policies(request)),),
    )


@school_view(Permission.PREPARE_REPORTS)
@require_POST
def circular_send_on(request: HttpRequest, circular) -> HttpResponse:
    """Ask also those who came since."""
    found = _found(request, circular)
    act = partial(services.send_on, circular=found, by=request.user)
    return press(request, act, back=_readers(request, found), said="They are asked now.")


@school_view(Permission.PREPARE_REPORTS)
@require_POST
def circular_close(request: HttpRequest, circular) -> HttpResponse:
    """Ask nobody any more."""
    found = _found(request, circular)
    act = partial(services.close_circular, circular=found, by=request.user)
    return press(request, act, back=_readers(request, found), said="Nobody is asked any more.")


def _found(request: HttpRequest, pk) -> Circular:
    found = circular_of(request.school, pk)
    if found is None:
        raise Http404
    return found


def _policies(request: HttpRequest) -> str:
    return reverse("policies", args=[request.school.slug])


def _readers(request: HttpRequest, circular: Circular) -> str:
    return reverse("circular_readers", args=[request.school.slug, circular.pk])
