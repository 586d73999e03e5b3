"""Addresses of provision bases and of children's places in them."""

from django.urls import path

from provision.views import base_places, bases

_ALL = "<slug:school>/provision/bases/"
_ONE = f"{_ALL}<uuid:provision_base>/"
_PLACE = "<slug:school>/children/<uuid:pupil>/bases/<uuid:base_place>/"

urlpatterns = [
    path(_ALL, bases.bases, name="bases"),
    path(f"{_ALL}add/", bases.base_add, name="base_add"),
    path(_ONE, bases.base, name="provision_base"),
    path(f"{_ONE}change/", bases.base_change, name="base_change"),
    path(f"{_ONE}enter/", bases.base_enter, name="base_enter"),
    path(f"{_ONE}print/", bases.base_print, name="base_print"),
    path(_PLACE, base_places.place, name="base_place"),
    path(f"{_PLACE}change/", base_places.place_change, name="base_place_change"),
    path(f"{_PLACE}week/", base_places.week, name="base_week"),
    path(f"{_PLACE}review/", base_places.review, name="base_review"),
    path(f"{_PLACE}steps/add/", base_places.step_add, name="base_step_add"),
    path(f"{_PLACE}steps/<uuid:base_step>/", base_places.step, name="base_step"),
    path(f"{_PLACE}leave/", base_places.leave, name="base_leave"),
]
