"""Addresses of what the inclusion strategy is made from; the document is one of the publications."""

from django.urls import path

from reports.views import strategy as views

_ALL = "<slug:school>/inclusion-strategy/plan/"
_BARRIER = f"{_ALL}barriers/<uuid:strategy_barrier>/"
_ACTIVITY = f"{_ALL}activities/<uuid:strategy_activity>/"
_OUTCOME = f"{_ALL}outcomes/<uuid:strategy_outcome>/"

urlpatterns = [
    path(_ALL, views.strategy, name="strategy"),
    path(f"{_ALL}years/", views.strategy_frame, name="strategy_frame"),
    path(f"{_ALL}take/", views.strategy_take, name="strategy_take"),
    path(f"{_ALL}barriers/add/", views.strategy_add_barrier, name="strategy_add_barrier"),
    path(f"{_ALL}activities/add/", views.strategy_add_activity, name="strategy_add_activity"),
    path(f"{_ALL}outcomes/add/", views.strategy_add_outcome, name="strategy_add_outcome"),
    path(_BARRIER, views.strategy_barrier, name="strategy_barrier"),
    path(_ACTIVITY, views.strategy_activity, name="strategy_activity"),
    path(_OUTCOME, views.strategy_outcome, name="strategy_outcome"),
    path(f"{_BARRIER}remove/", views.strategy_barrier_remove, name="strategy_barrier_remove"),
    path(f"{_ACTIVITY}remove/", views.strategy_activity_remove, name="strategy_activity_remove"),
    path(f"{_OUTCOME}remove/", views.strategy_outcome_remove, name="strategy_outcome_remove"),
    path(f"{_ACTIVITY}sum/", views.strategy_activity_sum, name="strategy_activity_sum"),
]
