"""Addresses of the money for SEN."""

from django.urls import path

from reports.views import funding as views

_ALL = "<slug:school>/funding/"

urlpatterns = [
    path(_ALL, views.funding_page, name="funding"),
    path(f"{_ALL}sheet/", views.funding_sheet, name="funding_sheet"),
    path(f"{_ALL}received/add/", views.funding_sum_add, name="funding_sum_add"),
    path(
        f"{_ALL}received/<uuid:funding_sum>/correct/",
        views.funding_sum_correct,
        name="funding_sum_correct",
    ),
]
