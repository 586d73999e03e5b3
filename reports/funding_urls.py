"""Addresses of the money for SEN."""

from django.urls import path

from reports.views import federation_funding as of_all
from reports.views import funding as views

_ALL = "<slug:school>/funding/"

urlpatterns = [
    path("federation/funding/", of_all.federation_funding_page, name="federation_funding"),
    path(
        "federation/funding/sheet/",
        of_all.federation_funding_export,
        name="federation_funding_export",
    ),
    path(_ALL, views.funding_page, name="funding"),
    path(f"{_ALL}sheet/", views.funding_sheet, name="funding_sheet"),
    path(f"{_ALL}received/add/", views.funding_sum_add, name="funding_sum_add"),
    path(
        f"{_ALL}received/<uuid:funding_sum>/correct/",
        views.funding_sum_correct,
        name="funding_sum_correct",
    ),
]
