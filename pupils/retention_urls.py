"""Addresses of the retention list."""

from django.urls import path

from pupils.views import retention

_LIST = "<slug:school>/retention/"

urlpatterns = [
    path(_LIST, retention.retention, name="retention"),
    path(f"{_LIST}confirm/", retention.retention_confirm, name="retention_confirm"),
    path(f"{_LIST}check/", retention.retention_check, name="retention_check"),
    path(
        f"{_LIST}<uuid:retention_decision>/undo/", retention.retention_undo, name="retention_undo"
    ),
    path(f"{_LIST}certificates/<uuid:certificate>/", retention.certificate, name="certificate"),
]
