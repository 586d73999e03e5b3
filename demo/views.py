"""Shifting the demonstration's date."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from aylsham import clock
from aylsham.access.decorators import public_view
from demo.forms import DemoDateForm


@public_view
@require_POST
def set_date(request):
    """Moves the demonstration to another day; nothing else can."""
    if not settings.DEMO:
        raise Http404
    form = DemoDateForm(request.POST)
    if form.is_valid():
        clock.set_demo_date(form.cleaned_data["day"])
        messages.success(request, "The demonstration's date has changed.")
    else:
        messages.error(request, " ".join(form.errors["day"]))
    target = request.POST.get("next", "/")
    safe = url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()})
    return redirect(target if safe else "/")
