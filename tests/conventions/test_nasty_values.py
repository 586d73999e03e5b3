"""Whatever is sent to a form of ours, the answer is a page and never the server's breakdown."""

import contextlib
import uuid
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from django.db import connection, transaction
from django.test import Client

from aylsham.access.roles import ROLES, Role
from aylsham.deadlines import services
from tests.conventions.addresses import Address, addresses
from tests.conventions.test_walls import transactional_db, world  # noqa: F401

pytestmark = pytest.mark.usefixtures("rendered_as_on_the_site")
#: Typed into every box for words, while dates are dates and what can be chosen is chosen: these
#: reach the services.
TYPED = {"long": "x" * 20_000, "nul and emoji": "a\0b 🐬 ‮שלום 太郎"}
#: Typed into every box for a date, beside plain words.
DATED = {"far": "31 Dec 9999", "early": "1 Jan 0001", "last": "31 Dec 2051"}
#: What stands in boxes that take no words.
PLAIN = {"date": "23 Nov 2026", "time": "9:30", "email": "a@b.example", "number": "1"}
#: Sent under every name, as somebody would who writes requests by hand.
SENT = {"negative": "-1", "huge": "9" * 40, "nobody": str(uuid.UUID(int=7))}
#: They end the session of whoever asks.
LEFT_OUT = {"account_logout", "lock_now", "locked"}
PAGES = [a for a in addresses() if a.rule and a.rule.level != "public" and a.name not in LEFT_OUT]
#: So many tests share them, for as many workers.
PARTS = 4
#: Names that views read without a form.
WITHOUT_FORM = ("step", "use", "part", "order", "next", "as", "text:hard", "revision:hard")


#: Who fills in the forms: the SENDCo, or else the first of these who may.
WRITERS = (Role.SENDCO, Role.DESIGNATED_TEACHER, Role.HEAD)


def writer_of(page: Address) -> Role:
    """Who tries the form of a page."""
    may = (role for role in WRITERS if page.rule.permission in ROLES[role].permissions)
    return next(may, Role.SENDCO)


class Fields(HTMLParser):
    """The fields of forms that are posted: boxes with their sort, and the first of every choice."""

    def __init__(self, html: str):
        super().__init__()
        self.boxes: dict[str, str] = {}
        self.chosen: dict[str, str] = {}
        self._select = ""
        self._is_posted = False
        self.feed(html.partition("<main")[2])

    def handle_starttag(self, tag, attrs):
        said = dict(attrs)
        name, kind = said.get("name") or "", said.get("type", "text")
        if tag == "form":
            self._is_posted = said.get("method") == "post"
        if not self._is_posted:
            return
        if tag == "option" and self._select and said.get("value"):
            self.chosen.setdefault(self._select, said["value"])
        elif tag == "select":
            self._select = name
        elif tag in ("input", "textarea") and name:
            if kind in ("hidden", "radio", "checkbox"):
                self.chosen.setdefault(name, said.get("value") or "")
            elif kind != "file":
                self.boxes[name] = _sort(said)
        elif tag == "button" and name:
            self.chosen.setdefault(name, said.get("value") or "")

    def filled(self, said: dict[str, str]) -> dict[str, str]:
        """The form as somebody sends it who types this into boxes of each sort."""
        return self.chosen | {name: said[sort] for name, sort in self.boxes.items()}

    def handle_endtag(self, tag):
        if tag == "select":
            self._select = ""


def _sort(said: dict[str, str | None]) -> str:
    """A box for a date, a time, an address, a number or words."""
    look = said.get("class") or ""
    if said.get("type") in ("email", "number", "date"):
        return said["type"] or ""
    if "input--date" in look:
        return "date"
    if said.get("inputmode") in ("numeric", "decimal"):
        return "number"
    return "time" if "width-5" in look else "words"


def what_breaks(client: Client, page: Address, path: str) -> list[str]:
    """Every nasty value for every field of a page; in words what broke."""
    shown = client.get(path)
    is_page = shown.status_code == 200 and "html" in shown.headers["Content-Type"]
    fields = Fields(shown.content.decode() if is_page else "")
    if is_page and not fields.boxes and not fields.chosen:
        return []
    names = {*fields.boxes, *fields.chosen, *WITHOUT_FORM}
    tries = {kind: fields.filled(PLAIN | {"words": value}) for kind, value in TYPED.items()}
    if "date" in fields.boxes.values():
        dates = {kind: PLAIN | {"words": "Words", "date": day} for kind, day in DATED.items()}
        tries |= {kind: fields.filled(said) for kind, said in dates.items()}
    tries |= {kind: dict.fromkeys(names, value) for kind, value in SENT.items()}
    if not is_page:
        tries["nul"] = dict.fromkeys(names, "a\0b")
    return [
        f"{page.route}: {kind}: {wrong}"
        for kind, sent in without_repeats(tries).items()
        if (wrong := _wrong(client, path, sent, counts_days=kind in DATED))
    ]


def without_repeats(tries: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
    """Without a box for words, all words come to the same request: it is sent once."""
    different: list[dict[str, str]] = []
    kept = {}
    for kind, sent in tries.items():
        if sent not in different:
            different.append(sent)
            kept[kind] = sent
    return kept


def _wrong(client: Client, path: str, sent: dict[str, str], *, counts_days: bool) -> str:
    """What the site would have answered with 500; nothing of it stays.

    What follows from the day of a form is counted where the day is nasty: it takes as long as all
    the rest, and comes to the same for every other word.
    """
    counted = contextlib.nullcontext() if counts_days else deadlines_put_off()
    try:
        with transaction.atomic(), counted:
            client.post(path, sent)
            with connection.cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            transaction.set_rollback(True)
    except Exception as error:  # whatever it is: that is the finding
        return f"{type(error).__name__}: {str(error)[:120]}"
    return ""


@contextlib.contextmanager
def deadlines_put_off() -> Iterator[None]:
    """Services note whose deadlines change, and nobody computes them."""
    token = services._postponed.set({})
    try:
        yield
    finally:
        services._postponed.reset(token)


@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
def test_no_form_breaks(world, part):  # noqa: F811
    clients = {role: Client(raise_request_exception=True) for role in WRITERS}
    for role, client in clients.items():
        client.force_login(world.people[role])
    found = []
    for page in PAGES[part::PARTS]:
        path = page.path(world.own.school, world.own.rows)
        found += what_breaks(clients[writer_of(page)], page, path)
    assert found == [], "\n".join(found)


def test_only_what_is_the_same_request_is_sent_once():
    tries = {"long": {"a": "1"}, "far": {"a": "2"}, "nul": {"a": "1"}, "early": {"a": "1", "b": ""}}
    assert list(without_repeats(tries)) == ["long", "far", "early"]


def test_a_view_that_breaks_is_found(world, monkeypatch):  # noqa: F811
    def breaks(**facts):
        raise OverflowError("date value out of range")

    monkeypatch.setattr("pupils.views.needs.add_need", breaks)
    client = Client(raise_request_exception=True)
    client.force_login(world.people[Role.SENDCO])
    page = next(a for a in PAGES if a.name == "need_add")
    found = what_breaks(client, page, page.path(world.own.school, world.own.rows))
    assert any("OverflowError" in each for each in found)
