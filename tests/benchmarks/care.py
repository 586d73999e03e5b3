"""Children in care at their size: twelve in a school with a full term each, and a federation."""

import datetime as dt
import random
from collections.abc import Iterator, Sequence

from django.urls import reverse

from aylsham import clock
from aylsham.access.roles import Role
from aylsham.deadlines.services import rebuild_deadlines, rebuilt_once
from aylsham.models import Federation, Membership, School, Term, User
from aylsham.tenancy.row_security import school_transaction
from lac.models import CareMeeting, CarePeriod, PremiumFunding, WatchTask, WeekAttendance
from lac.services.meetings import add_care_action, add_meeting
from lac.services.moves import share_information
from lac.services.social_work import add_social_work
from lac.services.watch import add_sdq
from lac.services.watching import raise_signs
from pupils.models import Pupil
from tests.benchmarks.filling import TERMS, fill_pupils, make_school
from tests.benchmarks.pages import Page
from tests.lac.makers import a_person, a_placement, in_care, was_in_care
from tests.lac.pep_makers import a_pep, all_written, part
from tests.lac.premium_makers import a_request, a_sum, agreed, paid
from tests.lac.report_makers import a_report, worded
from tests.provision.aims import a_target

CHILDREN, IN_CARE, BEFORE, SOCIAL_WORK = 420, 12, 6, 6
SCHOOLS, TRUST = 20, 100
#: In each other school of the federation.
ELSEWHERE = 3
WEEKS = 36
ROLES = ("social_worker", "reviewing", "virtual")
#: Pages of the school and of the federation, by the name of their address.
SCHOOL_PAGES = (
    "care",
    "watch",
    "care_meetings",
    "care_training",
    "premium",
    "premium_return",
    "virtual_schools",
    "year_reports",
    "due",
)
FEDERATION_PAGES = ("federation_care", "federation_watch", "federation_premium")
CHILD_PAGES = (
    "child_care",
    "care_delegations",
    "child_pep",
    "child_watch",
    "child_premium",
    "care_moves",
)


def fill(
    schools: int = SCHOOLS, children: int = CHILDREN, in_care_here: int = IN_CARE
) -> tuple[User, list[Page]]:
    """The federation, a designated teacher of all its schools, and the pages that are asked for."""
    chance = random.Random("care")
    federation = Federation.objects.create(name="care", slug="care")
    made = [make_school(federation, "care", number) for number in range(schools)]
    user = User.objects.create(email="designated@care.example", name="Bench Mark")
    Membership.objects.create(
        user=user,
        federation=federation,
        role=Role.DESIGNATED_TEACHER,
        starts_on=dt.date(2024, 9, 1),
    )
    for school in made[1:]:
        with school_transaction(school):
            _fill_elsewhere(school, chance)
    school = made[0]
    with school_transaction(school):
        pupils = fill_pupils(school, children, chance)
        _last_year(school)
        here = _fill_care(school, pupils, in_care_here, user, chance)
        report = worded(a_report(school, by=user), user, plans="Every plan was read by two adults.")
        rebuild_deadlines(school)
        return user, list(_pages(school, here[0], report.pk, user, made))


def _last_year(school: School) -> None:
    Term.objects.bulk_create(
        Term(
            school=school, academic_year=2025, name=name,
            starts_on=first.replace(year=first.year - 1), ends_on=last.replace(year=last.year - 1),
        )
        for name, first, last in TERMS
    )  # fmt: skip


def _fill_elsewhere(school: School, chance: random.Random) -> None:
    pupils = fill_pupils(school, 10 * ELSEWHERE, chance)[:ELSEWHERE]
    since = dt.date(2026, 1, 5)
    CarePeriod.objects.bulk_create(
        CarePeriod(school=school, pupil=pupil, kind="looked_after", known_since=since)
        for pupil in pupils
    )
    PremiumFunding.objects.bulk_create(
        PremiumFunding(
            school=school, pupil=pupil, financial_year=2026, payer="vs", kind="part",
            on=dt.date(2026, 4, 20), pence=263_000,
        )
        for pupil in pupils
    )  # fmt: skip
    _weeks(school, pupils, chance)


@rebuilt_once()
def _fill_care(
    school: School, pupils: Sequence[Pupil], count: int, user: User, chance: random.Random
) -> list[Pupil]:
    """The first so many are in care; as many after them were before, or have a social worker."""
    here, others = list(pupils[:count]), iter(pupils[count:])
    for pupil in here:
        _in_care(pupil, user)
    for _ in range(min(BEFORE, count)):
        was_in_care(next(others), by=user)
    for _ in range(min(SOCIAL_WORK, count)):
        since = dt.date(2026, 9, 7)
        add_social_work(pupil=next(others), by=user, kind="in_need", council="", starts_on=since)
    _weeks(school, here, chance)
    raise_signs(school=school, pupil_ids={pupil.pk for pupil in here}, by=user)
    for number in range(10):
        day = clock.today() - dt.timedelta(days=7 * number + 1)
        meeting = add_meeting(
            school=school, children=here, kind="virtual", held_on=day, came="Ms Rao", notes="",
            by=user,
        )  # fmt: skip
        _action(meeting, clock.today() + dt.timedelta(days=number), user)
    return here


def _action(meeting, due_on: dt.date, user: User) -> None:
    add_care_action(
        meeting=meeting, what="Ask for a tutor", outside_owner="Ms Rao", due_on=due_on, by=user
    )


def _in_care(pupil: Pupil, user: User) -> None:
    """People, a home, a plan in hand, totals, money in five uses, and what was passed on."""
    in_care(pupil, by=user)
    for role in ROLES:
        a_person(pupil, user, role=role)
    a_placement(pupil, user)
    for number in range(4):
        a_target(pupil, text=f"Reads list {number} without help")
    all_written(a_pep(pupil, user), user, without=("targets", "money", "review"))
    for months in (1, 4, 8):
        day = clock.today() - dt.timedelta(days=30 * months)
        add_sdq(pupil=pupil, total=12 + months, answered_on=day, answered_by="teacher", by=user)
    a_sum(pupil, by=user)
    for number in range(5):
        paid(agreed(a_request(pupil, 20_000 + number, by=user), by=user), 10_000, by=user)
    for number in range(3):
        _passed_on(pupil, clock.today() - dt.timedelta(days=10 * number + 1), user)


def _passed_on(pupil: Pupil, on: dt.date, user: User) -> None:
    share_information(
        pupil=pupil, what=["learning"], words="", to_name="Ms Reed", to_role="", organisation="",
        authority="council", authority_words="", shared_on=on, how="meeting",
        acknowledged_on=None, by=user,
    )  # fmt: skip


def _weeks(school: School, pupils: Sequence[Pupil], chance: random.Random) -> None:
    monday = clock.today() - dt.timedelta(days=clock.today().weekday())
    WeekAttendance.objects.bulk_create(
        WeekAttendance(
            school=school, pupil=pupil, week_on=monday - dt.timedelta(weeks=number), possible=10,
            attended=chance.randrange(7, 11),
        )
        for pupil in pupils
        for number in range(WEEKS)
    )  # fmt: skip


def _pages(
    school: School, child: Pupil, report, user: User, schools: Sequence[School]
) -> Iterator[Page]:
    def read(name: str, *key, title: str = "", shown: Sequence[School] = (school,), **more) -> Page:
        path = reverse(name, args=key)
        return Page(title or name, lambda client: client.get(path), tuple(shown), **more)

    slug, pep = school.slug, child.peps.get(school=school)
    for name in SCHOOL_PAGES:
        yield read(name, slug)
    # A box for each child: it is typed into, not read.
    yield read("watch_week", slug, is_read=False)
    for name in FEDERATION_PAGES:
        yield read(name, shown=schools)
    for name in CHILD_PAGES:
        yield read(name, slug, child.pk)
    yield read("pep", slug, child.pk, pep.pk)
    for key in ("child", "history", "progress"):
        yield read("pep_part", slug, child.pk, part(pep, key).pk, title=f"pep_part {key}")
    for name in ("pep_targets", "pep_checks", "pep_paste"):
        yield read(name, slug, child.pk, pep.pk)
    yield read("care_meeting", slug, CareMeeting.objects.filter(school=school).first().pk)
    if task := WatchTask.objects.filter(school=school).first():
        yield read("watch_task", slug, task.pupil_id, task.pk)
    yield read("year_report", slug, report)
