"""The switch for "Class can see this", for browsers without script."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from aylsham.access.decorators import staff_view
from aylsham.frame import CLASS_CAN_SEE


@staff_view
@require_POST
def class_can_see(request: HttpRequest) -> HttpResponse:
    """Hides names and needs on every page of this browser, or shows them again."""
    url = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(url, allowed_hosts={request.get_host()})
    if not (is_ours and url.startswith("/")):
        url = "/"
    response = redirect(url)
    if request.COOKIES.get(CLASS_CAN_SEE):
        response.delete_cookie(CLASS_CAN_SEE, samesite="Lax")
    else:
        # The script of the page writes it too, so it cannot be HttpOnly; it says nothing secret.
        response.set_cookie(
            CLASS_CAN_SEE, "1", samesite="Lax", secure=settings.SESSION_COOKIE_SECURE
        )
    return response
