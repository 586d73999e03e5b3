"""The pages that the benchmark asks for."""

from collections.abc import Iterator

from django.test import Client

from aylsham.models import School, User
from aylsham.sealed import seal
from aylsham.tenancy.row_security import school_transaction
from pupils.models import Pupil
from tests.benchmarks.filling import PASSWORD


def pages(user: User, schools: list[School]) -> Iterator[tuple]:
    """(name, request, schools whose rows it shows, whether to be signed in)."""
    first = schools[len(schools) // 2]
    with school_transaction(first):
        pupil = Pupil.objects.filter(school=first).in_register_order()[0]
    school, child = f"/{first.slug}/", f"/{first.slug}/children/{pupil.pk}/"

    def get(path: str):
        return lambda client: client.get(path)

    def save(client: Client):
        return client.post(f"{child}family/add/", {"name": "Bench Mark", "priority": "1"})

    def sign_in(client: Client):
        Client.logout(client)
        return client.post("/accounts/login/", {"login": user.email, "password": PASSWORD})

    yield "register", get(f"{school}register/"), [first], True
    yield "children", get(f"{school}children/"), [first], True
    yield "pupil", get(child), [first], True
    yield "today", get(school), [first], True
    yield "search", get(f"{school}search/?words={seal('arch', user)}"), [first], True
    yield "save", save, [first], True
    yield "sign-in", sign_in, [], False
