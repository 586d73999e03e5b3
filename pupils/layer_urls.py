"""Addresses of the layers proposed in 2026, and of both schemes side by side."""

from django.urls import path

from pupils.views import layers, new_system

_CHILD = "<slug:school>/children/<uuid:pupil>/layers/"

urlpatterns = [
    path("federation/new-system/", new_system.federation, name="federation_new_system"),
    path(
        "federation/new-system/counts.xlsx",
        new_system.federation_counts,
        name="federation_new_system_counts",
    ),
    path(
        "federation/new-system/to-look-at.xlsx",
        new_system.federation_unsure,
        name="federation_new_system_unsure",
    ),
    path(_CHILD, layers.child_layers, name="child_layers"),
    path(f"{_CHILD}end/", layers.end, name="layer_end"),
    path("<slug:school>/layers/", layers.school_layers, name="school_layers"),
    path("<slug:school>/new-system/", new_system.school, name="new_system"),
    path("<slug:school>/new-system/use/", new_system.use, name="new_system_use"),
    path("<slug:school>/new-system/counts.xlsx", new_system.counts, name="new_system_counts"),
    path("<slug:school>/new-system/to-look-at.xlsx", new_system.unsure, name="new_system_unsure"),
]
