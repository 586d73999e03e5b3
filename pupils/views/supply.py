"""The class sheet for a supply teacher: links to it, and the page behind one."""

import base64

from allauth.mfa.adapter import get_adapter
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from aylsham.access.decorators import public_view, school_view
from aylsham.access.permissions import Permission
from aylsham.notices import done
from pupils.forms.supply import SupplyForm
from pupils.selectors.supply import find_supply_sheet, live_links, supply_link_of
from pupils.services.supply import end_supply_link, make_supply_link, note_supply_opened
from pupils.views.class_sheet import open_class
from pupils.views.secret_pages import private


@school_view(Permission.SHARE_CLASS_SHEET)
def supply(request: HttpRequest, group) -> HttpResponse:
    """Links to the sheet of a class; a new one is shown once, as text and as a QR code."""
    found, today = open_class(request, group), request.access.today
    form = SupplyForm(request.POST or None, school=request.school, today=today)
    new = ""
    if request.method == "POST" and form.is_valid():
        until = form.cleaned_data["until"]
        _, secret = make_supply_link(
            class_group=found, expires_on=until, today=today, by=request.user
        )
        new = settings.PUBLIC_URL + reverse("supply_sheet", args=[secret])
    context = {
        "group": found,
        "form": form,
        "links": live_links(request.school, found, today=today),
        "new": new,
        "picture": _qr(new) if new else "",
    }
    return render(request, "pupils/supply.html", context)


@school_view(Permission.SHARE_CLASS_SHEET)
@require_POST
def supply_end(request: HttpRequest, group, supply_link) -> HttpResponse:
    """End a link at once."""
    found = open_class(request, group)
    link = supply_link_of(request.school, found, supply_link)
    if link is None:
        raise Http404
    end_supply_link(link=link, by=request.user)
    done(request, "The link shows nothing any more.")
    return redirect("class_supply", request.school.slug, found.pk)


@require_safe
@public_view
def supply_sheet(request: HttpRequest, secret: str) -> HttpResponse:
    """The sheet, for whoever has the address: first names and initials, nothing sensitive."""
    found = find_supply_sheet(secret)
    if found is None:
        return private(render(request, "supply/gone.html", status=404))
    note_supply_opened(supply=found)
    context = {"sheet": found.sheet, "link": found.link, "school": found.link.school}
    return private(render(request, "supply/sheet.html", context))


def _qr(address: str) -> str:
    svg = get_adapter().build_totp_svg(address)
    return f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}"
