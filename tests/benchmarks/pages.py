"""The pages that the benchmark asks for."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.management import call_command, get_commands
from django.test import Client

from aylsham.models import School, User
from aylsham.sealed import seal
from aylsham.tenancy.row_security import school_transaction
from pupils.models import Pupil
from tests.benchmarks.filling import PASSWORD

REPORT = "governor_report"


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
    #: Who asks, where it is not the one who asks for the others.
    user: User | None = None


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
    yield Page("sign-in", sign_in, is_signed_in=False, is_read=False, is_slow=True)
    if REPORT in get_commands():
        yield Page("governor PDF", partial(_report, school.slug), is_read=False, is_slow=True)


def _report(slug: str, client: Client) -> None:
    with TemporaryDirectory() as folder:
        out = Path(folder) / "report.pdf"
        options = {"school": slug, "term": "Autumn 2026", "out": out}
        call_command(REPORT, **options, stdout=StringIO(), stderr=StringIO())
