"""A trust of a hundred schools whose provision was worked out at night: 170 children's parts each."""

import datetime as dt
import random
from collections import Counter
from itertools import cycle

from django.urls import reverse

from aylsham import clock
from aylsham.access.roles import Role
from aylsham.models import Federation, Membership, School, User
from aylsham.tenancy.row_security import school_transaction
from provision.models import Place, Provision, RateCard, RoleRate, SpentPart, SpentUntil
from pupils.models import Pupil
from tests.benchmarks.filling import make_school
from tests.benchmarks.pages import Page

SCHOOLS, CHILDREN, PROVISIONS = 100, 90, 60
SIZES = (1, 1, 2, 3, 4, 6)  # of a group: 170 parts in all
NAMES = ("Talk group", "Lego therapy", "Reading", "Physio", "Nurture", "Phonics")


def fill_trust() -> Page:
    """The trust, and its page of costs over all schools as its SEND lead asks for it."""
    chance = random.Random("trust")
    federation = Federation.objects.create(name="trust", slug="trust")
    user = User.objects.create(email="lead@trust.example", name="Bench Mark")
    began = clock.today() - dt.timedelta(days=60)
    Membership.objects.create(
        user=user, federation=federation, role=Role.FEDERATION_SEND_LEAD, starts_on=began
    )
    for number in range(SCHOOLS):
        school = make_school(federation, "trust", number)
        with school_transaction(school):
            _fill_school(school, began, chance)
    path = reverse("federation_costs") + f"?year={clock.academic_year(began)}"
    return Page(
        "costs of 100", lambda client: client.get(path), is_read=False, is_slow=True, user=user
    )


def _fill_school(school: School, began: dt.date, chance: random.Random) -> None:
    pupils = Pupil.objects.bulk_create(
        Pupil(
            school=school, mis_id=f"T{n:06}", first_name="Ada", last_name=f"Archer-{n}",
            born_on=dt.date(2018, 1, 1), year_group=str(1 + n % 6),
        )
        for n in range(CHILDREN)
    )  # fmt: skip
    card = RateCard.objects.create(school=school, starts_on=began)
    RoleRate.objects.create(school=school, card=card, role="lsa", pence_an_hour=1412)
    rows = Provision.objects.bulk_create(
        Provision(
            school=school, name=name, staff_role="lsa", tier="UTE"[n % 3], sessions_a_week=3,
            minutes=20, weeks=30, starts_on=began, ends_on=began + dt.timedelta(days=210),
        )
        for n, name in zip(range(PROVISIONS), cycle(NAMES), strict=False)
    )  # fmt: skip
    parts = [
        (row, pupil)
        for n, row in enumerate(rows)
        for pupil in chance.sample(pupils, SIZES[n % len(SIZES)])
    ]
    Place.objects.bulk_create(
        Place(school=school, provision=row, pupil=p, starts_on=row.starts_on, ends_on=row.ends_on)
        for row, p in parts
    )
    _keep(school, parts, chance)


def _keep(school: School, parts: list, chance: random.Random) -> None:
    """As a night leaves it."""
    made = [_part(school, row, pupil, chance.randrange(1_000, 9_000)) for row, pupil in parts]
    children = Counter(part.provision_id for part in made)
    delivered: Counter = Counter()
    for part in made:
        delivered[part.provision_id] += part.within
    for part in made:
        part.of_whole, part.children = delivered[part.provision_id], children[part.provision_id]
    SpentPart.objects.bulk_create(made)
    SpentUntil.objects.create(school=school, until=clock.today(), worked_out_at=clock.moment())


def _part(school: School, row: Provision, pupil: Pupil, pence: int) -> SpentPart:
    away, absent = pence // 20, pence // 15
    return SpentPart(
        school=school, provision=row, pupil=pupil, so_far=pence, within=pence - away - absent,
        extra=0, unlogged=0, missed={"staff": away, "absent": absent},
    )  # fmt: skip
