"""Schools full of children for the benchmark, written in bulk."""

import datetime as dt
import random
from decimal import Decimal

from django.contrib.auth.hashers import make_password

from aylsham.access.roles import Role
from aylsham.codes import TermName
from aylsham.deadlines.services import rebuild_deadlines
from aylsham.models import Federation, Membership, School, Term, User
from aylsham.tenancy.row_security import school_transaction
from ehcp.models import AnnualReview, EhcPlan
from pupils.codes import FactKind
from pupils.models import (
    AttendanceFigure,
    ClassGroup,
    DatedFact,
    Enrolment,
    Need,
    Pupil,
    StatusPeriod,
)

PASSWORD = "benchmark badger lamp"
YEARS = ("R", "1", "2", "3", "4", "5", "6")
FIRST = ("Ada", "Ben", "Cleo", "Dev", "Esme", "Finn", "Gwen", "Hari", "Ivy", "Jude", "Kit", "Lena")
LAST = ("Archer", "Bell", "Carter", "Dyer", "Ellis", "Fisher", "Glover", "Hooper", "Ingram", "Judd")
TERMS = (
    (TermName.AUTUMN, dt.date(2026, 9, 3), dt.date(2026, 12, 18)),
    (TermName.SPRING, dt.date(2027, 1, 5), dt.date(2027, 3, 25)),
    (TermName.SUMMER, dt.date(2027, 4, 12), dt.date(2027, 7, 21)),
)


#: Children of the school whose pages are asked for, the same in every federation: fifty of them
#: are on the register, and only what stands around them grows.
MEASURED = 250


def fill(name: str, *, schools: int, pupils: int) -> tuple[User, list[School]]:
    """A federation of so many schools with so many children in all, and its SENDCo.

    The first school has MEASURED children, the others share the rest.
    """
    chance = random.Random(name)
    federation = Federation.objects.create(name=name, slug=name)
    made = [make_school(federation, name, n) for n in range(schools)]
    user = User.objects.create(
        email=f"sendco@{name}.example", name="Bench Mark", password=make_password(PASSWORD)
    )
    Membership.objects.create(
        user=user, federation=federation, role=Role.SENDCO, starts_on=dt.date(2025, 9, 1)
    )
    others = (pupils - MEASURED) // (schools - 1)
    for school in made:
        with school_transaction(school):
            _fill_school(school, MEASURED if school is made[0] else others, chance)
            rebuild_deadlines(school)
    return user, made


def make_school(federation: Federation, name: str, n: int) -> School:
    """The nth school of a federation of that name."""
    serial = School.objects.count()
    return School.objects.create(
        federation=federation,
        name=f"School {n} of {name}",
        slug=f"{name}-{n}",
        phase="primary",
        la_code="926",
        establishment_number=f"{2000 + serial}",
        urn=f"{500000 + serial}",
        year_groups=list(YEARS),
        live_from=dt.date(2026, 9, 1),
    )


def _fill_school(school: School, count: int, chance: random.Random) -> None:
    _put_on_register(school, fill_pupils(school, count, chance), chance)


def fill_pupils(school: School, count: int, chance: random.Random) -> list[Pupil]:
    """So many children on roll, with their classes, terms and attendance."""
    Term.objects.bulk_create(
        Term(school=school, academic_year=2026, name=n, starts_on=a, ends_on=b) for n, a, b in TERMS
    )
    groups = ClassGroup.objects.bulk_create(
        ClassGroup(school=school, name=f"Class {y}", academic_year=2026, year_groups=[y])
        for y in YEARS
    )
    pupils = Pupil.objects.bulk_create(
        [_pupil(school, groups, n, chance) for n in range(count)], batch_size=2000
    )
    Enrolment.objects.bulk_create(
        Enrolment(school=school, pupil=p, starts_on=dt.date(2024, 9, 3)) for p in pupils
    )
    AttendanceFigure.objects.bulk_create(
        AttendanceFigure(
            school=school,
            pupil=p,
            academic_year=2026,
            as_of=dt.date(2026, 11, 20),
            percent=Decimal(chance.randrange(850, 1000)) / 10,
        )
        for p in pupils
    )
    return pupils


def _pupil(school, groups, n: int, chance: random.Random) -> Pupil:
    year = n % len(YEARS)
    return Pupil(
        school=school,
        mis_id=f"B{n:06}",
        first_name=chance.choice(FIRST),
        last_name=f"{chance.choice(LAST)}-{chance.choice(LAST)}",
        born_on=dt.date(2021 - year, 9, 1) + dt.timedelta(days=chance.randrange(365)),
        year_group=YEARS[year],
        class_group=groups[year],
        is_eal=chance.random() < 0.2,
    )


def _put_on_register(school, pupils: list[Pupil], chance: random.Random) -> None:
    """One in five is on the register, one in twenty has a plan."""
    chosen = [(p, "E" if n % 20 == 0 else "K") for n, p in enumerate(pupils) if n % 5 == 0]
    StatusPeriod.objects.bulk_create(
        StatusPeriod(
            school=school, pupil=p, status=s, starts_on=dt.date(2025, 10, 6), reason="concern"
        )
        for p, s in chosen
    )
    Need.objects.bulk_create(
        Need(school=school, pupil=p, need_type=t, rank=r)
        for p, _ in chosen
        for r, t in enumerate(chance.sample(["SLCN", "ASD", "SEMH", "MLD", "SPLD"], 2), start=1)
    )
    DatedFact.objects.bulk_create(
        DatedFact(
            school=school, pupil=p, kind=FactKind.PUPIL_PREMIUM, starts_on=dt.date(2025, 9, 1)
        )
        for p in pupils
        if chance.random() < 0.25
    )
    plans = EhcPlan.objects.bulk_create(
        EhcPlan(
            school=school,
            pupil=p,
            local_authority="Norfolk",
            made_on=dt.date(2024, 11, 1) + dt.timedelta(days=chance.randrange(600)),
        )
        for p, s in chosen
        if s == "E"
    )
    AnnualReview.objects.bulk_create(
        AnnualReview(school=school, plan=plan, meeting_on=plan.made_on + dt.timedelta(days=330))
        for plan in plans
        if plan.made_on < dt.date(2025, 12, 1)
    )
