"""Addresses of the objectives and their steps."""

from django.urls import path

from reports.views import objectives as views

_ALL = "<slug:school>/objectives/"
_ONE = f"{_ALL}<uuid:objective>/"
_STEP = f"{_ALL}steps/<uuid:plan_step>/"

urlpatterns = [
    path(_ALL, views.objectives, name="objectives"),
    path(f"{_ALL}add/", views.objective_add, name="objective_add"),
    path(_ONE, views.objective, name="objective"),
    path(f"{_ONE}change/", views.objective_change, name="objective_change"),
    path(f"{_ONE}look/", views.objective_look, name="objective_look"),
    path(f"{_ONE}counted/", views.objective_counted, name="objective_counted"),
    path(f"{_ONE}done/", views.objective_done, name="objective_done"),
    path(f"{_ONE}give-up/", views.objective_give_up, name="objective_give_up"),
    path(f"{_ONE}take-up/", views.objective_take_up, name="objective_take_up"),
    path(f"{_ONE}add-step/", views.step_add, name="step_add"),
    path(_STEP, views.step, name="step"),
    path(f"{_STEP}done/", views.step_done, name="step_done"),
    path(f"{_STEP}give-up/", views.step_give_up, name="step_give_up"),
    path(f"{_STEP}take-up/", views.step_take_up, name="step_take_up"),
]
