"""The page on which a hundred schools stand side by side: rows as a night leaves them."""

import datetime as dt
import random

from aylsham import clock
from aylsham.access.roles import Role
from aylsham.audit.codes import Action
from aylsham.models import AuditEvent, Federation, Membership, School, User
from aylsham.tenancy.row_security import school_transaction
from reports.models import SchoolSummary
from reports.summaries.counts import VERSION
from tests.benchmarks.filling import make_school
from tests.benchmarks.pages import Page

SCHOOLS = 100
#: What was looked at since at each school; a page has to pass over it to know that nothing changed.
LOOKS = 300


def fill() -> tuple[User, list[Page]]:
    """The trust, its SEND lead, and the page as it opens and with every school."""
    chance = random.Random("side by side")
    federation = Federation.objects.create(name="trust", slug="trust")
    lead, administrator = (
        _person(federation, role)
        for role in (Role.FEDERATION_SEND_LEAD, Role.FEDERATION_ADMINISTRATOR)
    )
    for number in range(SCHOOLS):
        school = make_school(federation, "trust", number)
        with school_transaction(school):
            _keep(school, chance)
    every = "/federation/schools/?show=all&sort=name"
    return lead, [
        Page("side by side", lambda client: client.get("/federation/"), is_read=False),
        Page("every school", lambda client: client.get(every), is_read=False),
        Page("protected", lambda client: client.get(every), is_read=False, user=administrator),
    ]


def _person(federation: Federation, role: Role) -> User:
    user = User.objects.create(email=f"{role.value}@trust.example", name="Bench Mark")
    began = clock.today() - dt.timedelta(days=60)
    Membership.objects.create(user=user, federation=federation, role=role, starts_on=began)
    return user


def _keep(school: School, chance: random.Random) -> None:
    roll = chance.randrange(40, 600)
    support, plans = roll * chance.randrange(8, 25) // 100, roll * chance.randrange(1, 7) // 100
    theirs = chance.randrange(0, 9)
    counts = {
        "roll": roll, "support": support, "plans": plans, "late_ours": chance.randrange(0, 12),
        "late_theirs": theirs, "waiting": theirs + chance.randrange(0, 30), "reviews": plans,
        "reviews_in_time": chance.randrange(0, plans + 1), "planned": 9_000, "given": 7_000,
        "owed": 1_000, "supported": support, "passports": chance.randrange(0, support + plans + 1),
    }  # fmt: skip
    made_at = clock.moment() - dt.timedelta(hours=6)
    SchoolSummary.objects.create(
        school=school, counted_on=clock.today(), made_at=made_at, version=VERSION, counts=counts
    )
    AuditEvent.objects.bulk_create(
        AuditEvent(school=school, actor_name="Bench Mark", action=Action.VIEW_DUE)
        for _ in range(LOOKS)
    )
