"""The pages that the benchmark asks for."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from io import StringIO
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

from django.core.management import call_command, get_commands
from django.test import Client

from aylsham import clock
from aylsham.models import School, User
from aylsham.sealed import seal
from aylsham.tenancy.row_security import school_transaction
from provision.services.provisions import Members, add_provision
from pupils.models import Pupil
from tests.benchmarks.filling import PASSWORD

REPORT = "governor_report"
#: Days of the group whose sessions are logged; then a second and third session of each.
LOGGED_DAYS = 365


@dataclass(frozen=True)
class Page:
    """Something that a person asks for: how, and which schools' rows it shows."""

    name: str
    ask: Callable[[Client], object]
    shown: tuple[School, ...] = ()
    is_signed_in: bool = True
    #: Shows rows: the bars for statements and for the ratio to the bare SQL hold.
    is_read: bool = True
    #: Takes far longer than a page, so it is asked for less often and by one client.
    is_slow: bool = False


def pages(user: User, schools: list[School]) -> Iterator[Page]:
    """The pages of the measured school."""
    school = schools[0]
    with school_transaction(school):
        pupil = Pupil.objects.filter(school=school, status_periods__status="E").in_register_order()[
            0
        ]
    root, child = f"/{school.slug}/", f"/{school.slug}/children/{pupil.pk}/"

    def read(name: str, path: str) -> Page:
        return Page(name, lambda client: client.get(path), (school,))

    def save(client: Client):
        return client.post(f"{child}family/add/", {"name": "Bench Mark", "priority": "1"})

    def sign_in(client: Client):
        Client.logout(client)
        return client.post("/accounts/login/", {"login": user.email, "password": PASSWORD})

    yield read("register", f"{root}register/")
    yield read("children", f"{root}children/")
    yield read("pupil", child)
    yield read("today", root)
    yield read("search", f"{root}search/?words={seal('arch', user)}")
    yield Page("save", save, (school,), is_read=False)
    yield Page("log a session", _log_a_session(school), (school,), is_read=False)
    yield Page("sign-in", sign_in, is_signed_in=False, is_read=False, is_slow=True)
    if REPORT in get_commands():
        yield Page("governor PDF", partial(_report, school.slug), is_read=False, is_slow=True)


def _log_a_session(school: School) -> Callable[[Client], object]:
    """All six children of a group had it: pressed on the page of the log, each time another day."""
    today = clock.today()
    begins = today - dt.timedelta(days=LOGGED_DAYS)
    with school_transaction(school):
        group = add_provision(
            school=school,
            members=Members(pupils=tuple(Pupil.objects.filter(school=school).order_by("pk")[:6])),
            by=None,
            name="Talk group",
            staff_role="lsa",
            sessions_a_week=3,
            minutes=30,
            weeks=12,
            starts_on=begins,
            ends_on=today,
        )
    path = f"/{school.slug}/sessions/{group.pk}/"
    numbers = count()

    def log(client: Client):
        slot, days = divmod(next(numbers), LOGGED_DAYS)
        on = begins + dt.timedelta(days=days)
        said = {"on": on.isoformat(), "slot": slot + 1, "all": "on", "key": uuid4(), "seen": "0"}
        return client.post(path, said)

    return log


def _report(slug: str, client: Client) -> None:
    with TemporaryDirectory() as folder:
        out = Path(folder) / "report.pdf"
        options = {"school": slug, "term": "Autumn 2026", "out": out}
        call_command(REPORT, **options, stdout=StringIO(), stderr=StringIO())
