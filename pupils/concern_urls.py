"""Addresses of concerns and of what is ordinarily available."""

from django.urls import path

from pupils.views import concerns, ordinary

_CHILD = "<slug:school>/children/<uuid:pupil>/concerns/"
_CONCERN = f"{_CHILD}<uuid:concern>/"

urlpatterns = [
    path("<slug:school>/concerns/", concerns.concerns, name="concerns"),
    path(f"{_CHILD}add/", concerns.concern_add, name="concern_add"),
    path(_CONCERN, concerns.concern, name="concern"),
    path(f"{_CONCERN}answer/", concerns.concern_answer, name="concern_answer"),
    path(f"{_CONCERN}decide/", concerns.concern_decide, name="concern_decide"),
    path(f"{_CONCERN}review/", concerns.concern_review, name="concern_review"),
    path("<slug:school>/ordinarily-available/", ordinary.statements, name="ordinary_provision"),
    path(
        "<slug:school>/ordinarily-available/<slug:area>/<slug:stage>/",
        ordinary.write,
        name="ordinary_provision_write",
    ),
]
