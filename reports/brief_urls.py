"""Addresses of the briefs for meetings of the leaders."""

from django.urls import path

from reports.views import briefs as views

_ALL = "<slug:school>/briefs/"
_ONE = f"{_ALL}<uuid:brief>/"

urlpatterns = [
    path(_ALL, views.briefs, name="briefs"),
    path(f"{_ALL}add/", views.brief_add, name="brief_add"),
    path(_ONE, views.brief, name="brief"),
    path(f"{_ONE}write/", views.brief_write, name="brief_write"),
    path(f"{_ONE}read-again/", views.brief_read_again, name="brief_read_again"),
    path(f"{_ONE}decide/", views.brief_decide, name="brief_decide"),
    path(f"{_ONE}print/", views.brief_print, name="brief_print"),
]
