"""Addresses of the objectives and their steps."""

from django.urls import path

from reports.views import federation_objectives as shared
from reports.views import objectives as views

_ALL = "<slug:school>/objectives/"
_ONE = f"{_ALL}<uuid:objective>/"
_STEP = f"{_ALL}steps/<uuid:plan_step>/"

#: `?objective=` its id: no row of a school.
_SHARED = "federation/objectives/objective/"

urlpatterns = [
    path("federation/objectives/", shared.federation_objectives, name="federation_objectives"),
    path(
        "federation/objectives/add/",
        shared.federation_objective_add,
        name="federation_objective_add",
    ),
    path(_SHARED, shared.federation_objective_change, name="federation_objective_change"),
    path(
        f"{_SHARED}give-up/",
        shared.federation_objective_give_up,
        name="federation_objective_give_up",
    ),
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
