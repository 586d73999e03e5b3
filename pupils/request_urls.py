"""Addresses of requests for records."""

from django.urls import path

from pupils.views import records_link, requests

_CHILD = "<slug:school>/children/<uuid:pupil>/records-requests/"
_ALL = "<slug:school>/records-requests/"
_GIVEN = "contribute/records/<str:secret>/"
_CASE = f"{_ALL}<uuid:records_request>/"

urlpatterns = [
    path(_GIVEN, records_link.records_given, name="records_given"),
    path(f"{_GIVEN}code/", records_link.records_given_code, name="records_given_code"),
    path(f"{_GIVEN}file/", records_link.records_given_file, name="records_given_file"),
    path(
        "federation/records-requests/elsewhere/",
        requests.elsewhere,
        name="records_request_elsewhere",
    ),
    path(_ALL, requests.requests, name="records_requests"),
    path(_CHILD, requests.child_requests, name="child_records_requests"),
    path(f"{_CHILD}add/", requests.request_add, name="records_request_add"),
    path(_CASE, requests.case, name="records_request"),
    path(f"{_CASE}checks/", requests.checks, name="records_request_checks"),
    path(f"{_CASE}collect/", requests.collect, name="records_request_collect"),
    path(f"{_CASE}give/", requests.give_part, name="records_request_give"),
    path(f"{_CASE}items/<uuid:item>/", requests.item, name="records_request_item"),
    path(f"{_CASE}bundle/", requests.bundle, name="records_request_bundle"),
    path(f"{_CASE}bundle/<uuid:disclosure>/", requests.bundle_file, name="records_request_file"),
    path(
        f"{_CASE}bundle/<uuid:disclosure>/link/",
        requests.bundle_link,
        name="records_request_link",
    ),
    path(f"{_CASE}answer/", requests.answer, name="records_request_answer"),
]
