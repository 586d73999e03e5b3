"""E-mails: mine, and those that speak of a school. A demonstration shows what they would say."""

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from aylsham.access.decorators import federation_view, school_view, staff_view
from aylsham.access.permissions import Permission
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.mail import selectors
from aylsham.models import OutgoingMail
from aylsham.own_lists import MAIL

ROWS = 50


@staff_view
def my_mail(request: HttpRequest) -> HttpResponse:
    """E-mails to me."""
    return _list(request, [], "aylsham/mail/mine.html")


@school_view(Permission.VIEW_JOBS)
@has_file
def school_mail(request: HttpRequest) -> HttpResponse:
    """E-mails that speak of this school and of no other."""
    return _list(request, [request.school], "aylsham/mail/mail.html")


@federation_view(Permission.VIEW_JOBS)
@has_file
def federation_mail(request: HttpRequest) -> HttpResponse:
    """E-mails that speak of the person's schools."""
    return _list(request, request.access.schools, "aylsham/mail/mail.html")


def _list(request: HttpRequest, schools: list, template: str) -> HttpResponse:
    mails = (
        OutgoingMail.objects.shown_to(request.access.user, schools)
        .select_related("recipient", "job")
        .prefetch_related("stored")
        .order_by("-created_at")
    )
    if asks_for_file(request):
        return list_file(request, MAIL, selectors.lines(request.access, mails))
    page = Paginator(mails, ROWS).get_page(request.GET.get("page"))
    return render(
        request,
        template,
        {
            "page": page,
            "lines": selectors.lines(request.access, page.object_list),
            "nothing_leaves": settings.MAIL_IS_STORED,
        },
    )
