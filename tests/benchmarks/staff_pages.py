"""Pages about people's time, on the demonstration: three schools, 31 adults, their planned week."""

import datetime as dt
from collections.abc import Iterator
from contextlib import AbstractContextManager
from zoneinfo import ZoneInfo

import time_machine
from django.urls import reverse

from aylsham import clock
from aylsham.models import School, User
from aylsham.tenancy.row_security import school_transaction
from demo.load import load_demo
from staff.codes import WeekPlanState
from staff.models import CoachingCycle, PlanSession, StaffMember, TrainingSession, WeekPlan
from tests.benchmarks.pages import Page

#: What the SENDCo opens at a school, by the name of the address.
SCHOOL_PAGES = (
    "staff",
    "school_day",
    "weeks",
    "week_needs",
    "timetable",
    "away",
    "away_term",
    "delivered",
    "training",
    "training_needs",
    "training_topics",
    "training_plan",
    "teaching_cards",
    "held_duties",
    "team_load",
    "my_line",
    "coaching",
    "coaching_figures",
    "handover_pack",
)
#: What somebody who is planned for opens on a phone or between lessons.
OWN_PAGES = ("my_day", "my_delivered", "my_training", "my_contract", "my_away")


def on_the_day() -> AbstractContextManager:
    """The Monday morning of the demonstration."""
    nine = dt.datetime.combine(clock.DEMO_START, clock.DEMO_MORNING, ZoneInfo("Europe/London"))
    return time_machine.travel(nine, tick=True)


def fill() -> tuple[User, list[Page]]:
    """The demonstration, its SENDCo, and the pages that are asked for."""
    load_demo()
    school = School.objects.get(slug="bure-valley")
    sendco, lsa = (User.objects.get(email=f"{who}@demo.example") for who in ("sendco", "lsa"))
    with school_transaction(school):
        return sendco, list(_pages(school, lsa))


def _pages(school: School, lsa: User) -> Iterator[Page]:
    def read(name: str, *key, **more) -> Page:
        path = reverse(name, args=key)
        return Page(name, lambda client: client.get(path), (school,), **more)

    for name in SCHOOL_PAGES:
        yield read(name, school.slug)
    yield read("delivered_governors", school.slug, user=_head())
    for name in OWN_PAGES:
        yield read(name, school.slug, user=lsa)
    yield read("federation_training")
    own = {"school": school}
    for name, rows in {
        "staff_member": StaffMember.objects.filter(**own, user=lsa),
        "training_session": TrainingSession.objects.filter(**own),
        "coaching_cycle": CoachingCycle.objects.filter(**own),
    }.items():
        yield read(name, school.slug, rows.first().pk)
    plan = WeekPlan.objects.filter(**own, state=WeekPlanState.PUBLISHED).first()
    session = PlanSession.objects.filter(**own, plan=plan).first()
    for name in ("week_plan", "week_board", "week_what_if"):
        yield read(name, school.slug, plan.pk)
    yield read("board_session", school.slug, plan.pk, session.pk)


def _head() -> User:
    return User.objects.get(email="head@demo.example")
