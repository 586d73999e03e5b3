"""Addresses of the review calendar."""

from django.urls import path

from ehcp.views import calendar, calendar_drag

_BASE = "<slug:school>/reviews/calendar/"

urlpatterns = [
    path(
        "federation/reviews/calendar/",
        calendar.federation_review_calendar,
        name="federation_review_calendar",
    ),
    path(
        "federation/reviews/calendar/plan/",
        calendar.plan_federation_calendar,
        name="plan_federation_calendar",
    ),
    path(_BASE, calendar.review_calendar, name="review_calendar"),
    path(f"{_BASE}plan/", calendar.plan_review_calendar, name="plan_review_calendar"),
    path(f"{_BASE}accept/", calendar.accept_review_calendar, name="accept_review_calendar"),
    path(f"{_BASE}rules/", calendar.review_rules, name="review_rules"),
    path(f"{_BASE}people/add/", calendar.add_calendar_person, name="add_calendar_person"),
    path(
        f"{_BASE}people/<uuid:calendar_person>/",
        calendar.calendar_person,
        name="calendar_person",
    ),
    path(
        f"{_BASE}people/<uuid:calendar_person>/remove/",
        calendar.remove_calendar_person,
        name="remove_calendar_person",
    ),
    path(f"{_BASE}<uuid:proposed_review>/", calendar.proposed_review, name="proposed_review"),
    path(f"{_BASE}<uuid:proposed_review>/day/", calendar.review_day, name="review_day"),
    path(f"{_BASE}<uuid:proposed_review>/days/", calendar_drag.review_days, name="review_days"),
    path(f"{_BASE}<uuid:proposed_review>/drop/", calendar_drag.review_drop, name="review_drop"),
]
