"""A school's provision at its size: 420 children, 90 on plans, 60 provisions, a year of sessions."""

import datetime as dt
import random
from collections.abc import Callable, Iterator
from itertools import cycle

from django.test import Client
from django.urls import reverse

from aylsham import clock
from aylsham.access.roles import Role
from aylsham.identifiers import uuid7
from aylsham.models import Federation, Membership, School, Term, User
from aylsham.tenancy.row_security import school_transaction
from provision.models import Cycle, EntryExit, Provision, Session, SessionLog, SessionMark
from provision.rules.costs import Rate
from provision.services.promises import add_promise
from provision.services.provisions import Members, add_provision
from provision.services.rates import add_rate_card
from pupils.models import Need, Pupil, StatusPeriod
from pupils.services.classes import assign_adult
from tests.benchmarks.filling import TERMS, fill_pupils, make_school
from tests.benchmarks.pages import Page
from tests.provision.aims import running

CHILDREN, ON_PLANS, PROVISIONS = 420, 90, 60
#: Of a group: one to six children, each mostly there.
SIZES = (1, 1, 2, 3, 4, 6)
REASONS = ("absent", "trip", "refused", "staff")
NEEDS = ("SLCN", "ASD", "SEMH", "MLD", "SPLD")
GIVEN_ON = (0, 2, 4)
#: Pages of one school, by the name of their address; those of a child and a session follow.
SCHOOL_PAGES = (
    "provisions",
    "provision_map",
    "costs",
    "cycles",
    "cycles_review",
    "sessions",
    "impact",
)
CHILD_PAGES = ("child_provision", "child_targets", "child_cycles")


def fill() -> tuple[User, list[Page]]:
    """The school with everything in it, its SENDCo, and the pages that are asked for."""
    chance = random.Random("provision")
    federation = Federation.objects.create(name="provision", slug="provision")
    school = make_school(federation, "provision", 0)
    user = User.objects.create(email="sendco@provision.example", name="Bench Mark")
    Membership.objects.create(
        user=user, federation=federation, role=Role.SENDCO, starts_on=dt.date(2024, 9, 1)
    )
    with school_transaction(school):
        pupils = fill_pupils(school, CHILDREN, chance)
        on_plans = _put_on_plans(school, pupils[:ON_PLANS], user)
        _give(school, on_plans, user, chance)
        teacher = _teacher(school, on_plans)
        return user, [*_pages(school, on_plans[0]), *_asks(school, teacher)]


def _put_on_plans(school: School, pupils: list[Pupil], user: User) -> list[Pupil]:
    since = dt.date(2025, 9, 3)
    StatusPeriod.objects.bulk_create(
        StatusPeriod(school=school, pupil=p, status="E" if n % 5 == 0 else "K", starts_on=since)
        for n, p in enumerate(pupils)
    )
    Need.objects.bulk_create(
        Need(school=school, pupil=p, need_type=NEEDS[n % len(NEEDS)], rank=1)
        for n, p in enumerate(pupils)
    )
    Term.objects.bulk_create(
        Term(
            school=school, academic_year=2025, name=name,
            starts_on=first.replace(year=first.year - 1), ends_on=last.replace(year=last.year - 1),
        )
        for name, first, last in TERMS
    )  # fmt: skip
    rates = {"lsa": Rate(1412), "teacher": Rate(3320)}
    add_rate_card(school=school, starts_on=since, threshold_pence=600_000, rates=rates, by=None)
    for pupil in pupils:
        add_promise(
            pupil=pupil, by=user, text="Speech therapy, 3 times 20 minutes a week", source="ehcp",
            sessions_a_week=3, minutes=20, starts_on=since,
        )  # fmt: skip
        running(pupil, by=user)
    return pupils


def _teacher(school: School, pupils: list[Pupil]) -> User:
    """Whose class has thirteen children on plans, each due for a review this week."""
    teacher = User.objects.create(email="teacher@provision.example", name="Full Week")
    Membership.objects.create(
        user=teacher,
        federation=school.federation,
        school=school,
        role=Role.CLASS_TEACHER,
        starts_on=dt.date(2024, 9, 1),
    )
    group = pupils[0].class_group
    assign_adult(
        class_group=group,
        user=teacher,
        role=Role.CLASS_TEACHER,
        starts_on=dt.date(2026, 9, 1),
        by=None,
    )
    mine = Cycle.objects.filter(school=school, pupil__class_group=group)
    mine.update(lead=teacher, review_on=clock.today() + dt.timedelta(days=2))
    return teacher


def _give(school: School, pupils: list[Pupil], user: User, chance: random.Random) -> None:
    """Sixty groups that began a year ago and still run, with every session logged."""
    began = clock.today() - dt.timedelta(days=364)
    for number in range(PROVISIONS):
        members = chance.sample(pupils, SIZES[number % len(SIZES)])
        row = add_provision(
            school=school,
            members=Members(pupils=tuple(members)),
            by=user,
            name=f"Group {number}",
            need_type=NEEDS[number % len(NEEDS)],
            staff_role="lsa",
            starts_on=began,
            sessions_a_week=3,
            minutes=20,
            weeks=60,
            staff=user if number < 8 else None,
        )
        _log(row, members, began, user, chance)
        _score(row, began, chance)


def _score(row: Provision, began: dt.date, chance: random.Random) -> None:
    """Everybody was tested on entry and lately."""
    EntryExit.objects.bulk_create(
        EntryExit(
            school=row.school,
            place=place,
            known_test="yarc",
            part="Accuracy",
            scores="standard",
            entry=(entry := chance.randrange(70, 95)),
            entry_on=began,
            exit=entry + chance.randrange(-3, 12),
            exit_on=began + dt.timedelta(days=300),
        )
        for place in row.places.filter(school=row.school)
    )


def _log(row, members: list[Pupil], began: dt.date, user: User, chance: random.Random) -> None:
    days = [began + dt.timedelta(days=n) for n in range(364)]
    sessions = [
        Session(school=row.school, provision=row, on=day)
        for day in days
        if day.weekday() in GIVEN_ON
    ]
    logs = [
        SessionLog(
            school=row.school, session=each, number=1, logged_by=user, logged_at=clock.moment()
        )
        for each in sessions
    ]
    marks = [_mark(row, log, pupil, user, chance) for log in logs for pupil in members]
    for made in (sessions, logs, marks):
        type(made[0]).objects.bulk_create(made, batch_size=2000)


def _mark(row, log: SessionLog, pupil: Pupil, user: User, chance: random.Random) -> SessionMark:
    missed = chance.random() < 0.1
    return SessionMark(
        school=row.school,
        log=log,
        pupil=pupil,
        came="missed" if missed else "had",
        minutes=0 if missed else row.minutes,
        reason=chance.choice(REASONS) if missed else "",
        written_by=user,
    )


def _pages(school: School, child: Pupil) -> Iterator[Page]:
    def read(name: str, *key, query: str = "") -> Page:
        path = reverse(name, args=[school.slug, *key]) + query
        return Page(name, lambda client: client.get(path), (school,))

    began = clock.today() - dt.timedelta(days=364)
    for name in SCHOOL_PAGES:
        # Costs are those of the school year in which a provision began.
        query = f"?year={clock.academic_year(began)}" if name == "costs" else ""
        yield read(name, query=query)
    for name in CHILD_PAGES:
        yield read(name, child.pk)
    yield read("cycle", child.pk, child.cycles.get(school=school).pk)
    yield Page("log a session", _logging(school), (school,), is_read=False)


def _asks(school: School, teacher: User) -> Iterator[Page]:
    """What a teacher owes in a full week, and who owes what."""
    for name, user in (("my_asks", teacher), ("who_owes", None)):
        path = reverse(name, args=[school.slug])
        yield Page(name, lambda client, path=path: client.get(path), (school,), user=user)


def _logging(school: School) -> Callable[[Client], object]:
    """A group of four that had it: each time on a day of which nothing is logged yet."""
    row = Provision.objects.get(school=school, name="Group 4")
    path = reverse("session_log", args=[school.slug, row.pk])
    days = [row.starts_on + dt.timedelta(days=n) for n in range(364)]
    free = cycle([day for day in days if day.weekday() not in GIVEN_ON])

    def log(client: Client):
        return client.post(path, {"on": next(free), "key": uuid7(), "seen": 0, "all": "on"})

    return log
