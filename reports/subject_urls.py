"""Addresses of the subjects and their actions."""

from django.urls import path

from reports.views import subjects as views

_ALL = "<slug:school>/subjects/"
_ACTION = f"{_ALL}actions/<uuid:subject_action>/"
_ONE = f"{_ALL}<slug:led_subject>/"

urlpatterns = [
    path(_ALL, views.subjects, name="subjects"),
    path(_ACTION, views.subject_action, name="subject_action"),
    path(f"{_ACTION}done/", views.subject_action_done, name="subject_action_done"),
    path(f"{_ACTION}give-up/", views.subject_action_give_up, name="subject_action_give_up"),
    path(f"{_ACTION}take-up/", views.subject_action_take_up, name="subject_action_take_up"),
    path(_ONE, views.subject, name="subject"),
    path(f"{_ONE}leads/", views.subject_leads, name="subject_leads"),
    path(f"{_ONE}add/", views.subject_action_add, name="subject_action_add"),
]
