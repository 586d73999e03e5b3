"""Addresses of disagreements with families."""

from django.urls import path

from pupils.views import disagreements

_CHILD = "<slug:school>/children/<uuid:pupil>/disagreements/"
_ONE = f"{_CHILD}<uuid:disagreement>/"

urlpatterns = [
    path("<slug:school>/disagreements/", disagreements.disagreement_list, name="disagreements"),
    path(_CHILD, disagreements.child_disagreements, name="child_disagreements"),
    path(f"{_CHILD}add/", disagreements.disagreement_add, name="disagreement_add"),
    path(_ONE, disagreements.disagreement, name="disagreement"),
    path(f"{_ONE}add/", disagreements.entry_add, name="disagreement_entry_add"),
    path(
        f"{_ONE}texts/<uuid:entry>/", disagreements.entry_revise, name="disagreement_entry_revise"
    ),
    path(f"{_ONE}step/", disagreements.route, name="disagreement_step"),
    path(f"{_ONE}end/", disagreements.end, name="disagreement_end"),
]
