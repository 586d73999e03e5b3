"""Addresses of the ways out."""

from django.urls import path

from aylsham.exits import key_views, views

urlpatterns = [
    path(
        "federation/whole-school/schema.json",
        views.school_export_schema,
        name="school_export_schema",
    ),
    path("<slug:school>/whole-school/", views.school_exports, name="school_exports"),
    path(
        "<slug:school>/whole-school/<uuid:school_export>/",
        views.school_export_file,
        name="school_export_file",
    ),
    path("<slug:school>/keys/", key_views.api_keys, name="api_keys"),
    path("<slug:school>/keys/end/", key_views.end_api_key, name="end_api_key"),
]
