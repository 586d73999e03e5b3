"""Addresses of the accessibility plan's actions; the document is one of the publications."""

from django.urls import path

from reports.views import access_plan as views

_ALL = "<slug:school>/accessibility-plan/actions/"
_ONE = f"{_ALL}<uuid:access_action>/"

urlpatterns = [
    path(_ALL, views.access_plan, name="access_plan"),
    path(f"{_ALL}add/", views.access_add, name="access_add"),
    path(f"{_ALL}look/", views.access_review, name="access_review"),
    path(f"{_ALL}look/<uuid:access_look>/", views.access_look, name="access_look"),
    path(_ONE, views.access_action, name="access_action"),
    path(f"{_ONE}done/", views.access_done, name="access_done"),
    path(f"{_ONE}give-up/", views.access_give_up, name="access_give_up"),
    path(f"{_ONE}take-up/", views.access_take_up, name="access_take_up"),
]
