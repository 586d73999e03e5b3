"""Every link that somebody is shown leads somewhere: followed as each person of the demonstration."""

import re
from collections import Counter, defaultdict, deque
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from typing import NamedTuple
from urllib.parse import parse_qsl, urldefrag, urljoin, urlsplit
from uuid import UUID

import lxml.html
import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import Resolver404, resolve

from aylsham.identifiers import uuid7
from aylsham.models import User

pytestmark = pytest.mark.usefixtures("rendered_as_on_the_site")
PEOPLE = [
    "sendco",
    "assistant",
    "teacher",
    "lsa",
    "phaselead",
    "head",
    "safeguarding",
    "governor",
    "admin",
    "infants",
]
ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}")
#: So many pages about something are opened: the first may have nothing on it. Of others one is all.
OF_ONE_KIND = 2
#: A page for each rule of law: eighty for a school, and eighty for all schools together.
OF_A_RULE = "dates/<str:code>/"
#: They end the session, or only lead to it.
LEFT_OUT = ("/accounts/logout/", "/accounts/login/")


class Links:
    """Where a page leads, and the places on it that can be led to."""

    def __init__(self, page: str):
        tree = lxml.html.document_fromstring(page)
        self.hrefs: list[str] = [href for href in tree.xpath("//a/@href") if href]
        self.of_its_own: frozenset[str] = frozenset(
            ID.sub("*", href.partition("?")[0]) for href in tree.xpath("//main//a/@href")
        )
        self.ids: set[str] = set(tree.xpath("//@id"))

    def from_page(self, path: str) -> Iterator[str]:
        """Addresses of ours, without the place on the page."""
        for href in self.hrefs:
            if href.startswith("#"):
                continue
            there = urlsplit(urldefrag(urljoin(path, href)).url)
            if not there.scheme and there.path not in LEFT_OUT:
                yield there.geturl()

    def missing_places(self) -> list[str]:
        """Links within the page to a place that it does not have."""
        return [h for h in self.hrefs if h.startswith("#") and len(h) > 1 and h[1:] not in self.ids]


class Kind(NamedTuple):
    """Addresses that differ in their school, ids and what they ask alone are of one kind."""

    route: str
    words: tuple[str, ...]
    asked: tuple[str, ...]
    is_about_something: bool

    def parts(self, *, closely: bool) -> list[tuple]:
        """What can be new in it: its words with each thing it asks; closely, with any two of them."""
        asked = [(name,) for name in self.asked] or [()]
        if closely:
            asked += combinations(self.asked, 2)
        words = self.words if closely or not self.route.endswith(OF_A_RULE) else ()
        return [(self.route, words, names) for names in asked]


@cache
def kind_of(path: str) -> Kind:
    """The kind of an address; one that leads nowhere is of its own."""
    there = urlsplit(path)
    asked = {name for name, _ in parse_qsl(there.query, keep_blank_values=True)}
    try:
        found = resolve(there.path)
    except Resolver404:
        return Kind(there.path, (), tuple(sorted(asked)), False)
    given = [each for name, each in found.kwargs.items() if name != "school"]
    words = tuple(each for each in given if not isinstance(each, UUID))
    about_something = len(words) < len(given) or bool(ID.search(there.query))
    return Kind(found.route, words, tuple(sorted(asked)), about_something)


class Walked:
    """What people have opened, one after the other.

    Which rules of law there are, and whether two questions go together, hangs on nobody's role:
    whoever is shown such a link first tries each. Who comes later opens a page of each kind with each
    question, and a second one where the first led to less than such pages have led others to.
    """

    def __init__(self):
        self.opened: Counter[tuple] = Counter()
        self.led_to: dict[str, set[str]] = defaultdict(set)

    def is_new(self, kind: Kind, own: "Walk") -> bool:
        """Whether one more page of a kind can show what nobody has seen, or not this person."""
        is_file = "as" in kind.asked
        most = OF_ONE_KIND if kind.is_about_something and not is_file else 1
        if any(self.opened[part] < most for part in kind.parts(closely=True)):
            return True
        times = min(own.opened[part] for part in kind.parts(closely=False))
        led_to_less = own.led_to[kind.route] < self.led_to[kind.route]
        return times < 1 or (times < most and led_to_less)


class Walk(Walked):
    """What one person has opened, and what was wrong there."""

    def __init__(self, client: Client, before: Walked):
        super().__init__()
        self.client, self.before = client, before
        self.wrong: list[str] = []
        self.shown: set[str] = set()

    def from_page(self, start: str = "/") -> None:
        """Follow every link from a page on."""
        waiting = deque([(start, "")])
        while waiting:
            path, before = waiting.popleft()
            kind = kind_of(path)
            if not self.before.is_new(kind, self):
                continue
            self.opened.update(kind.parts(closely=False))
            self.before.opened.update(kind.parts(closely=True))
            found = self._open(path, before)
            waiting += [(each, path) for each in found if each not in self.shown]
            self.shown.update(found)

    def _open(self, path: str, before: str) -> list[str]:
        answer = self.client.get(path, follow=True)
        if answer.status_code >= 400:
            self.wrong.append(f"{answer.status_code} {path} from {before}")
        if answer.streaming or not answer.headers["Content-Type"].startswith("text/html"):
            return []
        page = Links(answer.content.decode())
        self.wrong += [f"no {place} on {path}" for place in page.missing_places()]
        for walked in (self, self.before):
            walked.led_to[kind_of(path).route] |= page.of_its_own
        return list(dict.fromkeys(page.from_page(answer.request["PATH_INFO"])))


@pytest.fixture(scope="module")
def walked() -> Walked:
    """What everybody has opened in this process."""
    return Walked()


@pytest.mark.slow
@pytest.mark.parametrize("who", PEOPLE)
def test_every_link_leads_somewhere(transactional_db, walked, who):
    client = Client(raise_request_exception=False)
    client.force_login(User.objects.get(email=f"{who}@demo.example"))
    walk = Walk(client, walked)
    walk.from_page()
    assert walk.wrong == [], "\n".join(walk.wrong)
    assert len(walk.shown) > 50


def test_a_dead_link_is_found(transactional_db):
    client = Client()
    client.force_login(User.objects.get(email="governor@demo.example"))
    pages = Links('<a href="/nowhere/">There</a> <a href="#gone">On this page</a>')
    assert list(pages.from_page("/")) == ["/nowhere/"]
    assert pages.missing_places() == ["#gone"]
    walk = Walk(client, Walked())
    walk.from_page("/nowhere/")
    assert walk.wrong == ["404 /nowhere/ from "]


class Shown:
    """Stands in for a client: what one person is shown at each address; nothing is at any other."""

    def __init__(self, **pages: list[str]):
        self.pages = {f"/bure-valley/{name}/": links for name, links in pages.items()}

    def get(self, path: str, follow: bool) -> HttpResponse:
        links = self.pages.get(path)
        html = "".join(f'<a href="/bure-valley/{each}/">Go</a>' for each in links or [])
        answer = HttpResponse(f"<main>{html}</main>", status=404 if links is None else 200)
        answer.request = {"PATH_INFO": path}
        return answer


def test_a_link_that_is_dead_for_whoever_comes_later_is_found():
    walked, rows = Walked(), [f"children/{uuid7()}" for _ in range(3)]
    to_people = {row: ["people"] for row in rows}
    first = Walk(Shown(due=["register", *rows], register=[], **to_people), walked)
    first.from_page("/bure-valley/due/")
    dead = "404 /bure-valley/people/ from "
    assert first.wrong == [f"{dead}/bure-valley/{rows[0]}/"]
    pages = {"due": ["register", *rows], rows[0]: [], rows[1]: ["people"], rows[2]: []}
    later = Walk(Shown(**pages), walked)
    later.from_page("/bure-valley/due/")
    assert later.wrong == [
        "404 /bure-valley/register/ from /bure-valley/due/",
        f"{dead}/bure-valley/{rows[1]}/",
    ]
