"""Every link that somebody is shown leads somewhere: followed as each person of the demonstration."""

import re
from collections import Counter, deque
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from django.test import Client

from aylsham.models import User

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
SCHOOL = re.compile(r"^/(bure-valley|john-bears|john-of-gaunt)/")
#: So many pages about something are opened: the first may have nothing on it. Of others one is all.
OF_ONE_KIND = 2
#: They end the session, or only lead to it.
LEFT_OUT = ("/accounts/logout/", "/accounts/login/")


class Links(HTMLParser):
    """Where a page leads, and the places on it that can be led to."""

    def __init__(self, html: str):
        super().__init__()
        self.hrefs: list[str] = []
        self.ids: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        said = dict(attrs)
        if said.get("id"):
            self.ids.add(said["id"])
        if tag == "a" and said.get("href"):
            self.hrefs.append(said["href"])

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


def kind_of(path: str) -> str:
    """Addresses that differ in their school, ids and what they ask alone are of one kind."""
    there = urlsplit(SCHOOL.sub("/*/", path))
    asked = "&".join(sorted(part.partition("=")[0] for part in there.query.split("&")))
    return f"{ID.sub('*', there.path)}?{asked}"


def dead_links(client: Client, start: str = "/") -> tuple[list[str], int]:
    """What is wrong with the links from a page on, and how many pages were opened."""
    seen: Counter[str] = Counter()
    known, wrong = {start}, []
    waiting = deque([(start, "")])
    while waiting:
        path, before = waiting.popleft()
        most = OF_ONE_KIND if ID.search(path) and "as=" not in path else 1
        if seen[kind_of(path)] >= most:
            continue
        seen[kind_of(path)] += 1
        answer = client.get(path, follow=True)
        if answer.status_code >= 400:
            wrong.append(f"{answer.status_code} {path} from {before}")
        if answer.streaming or not answer.headers["Content-Type"].startswith("text/html"):
            continue
        page = Links(answer.content.decode())
        here = answer.request["PATH_INFO"]
        wrong += [f"no {place} on {path}" for place in page.missing_places()]
        found = dict.fromkeys(page.from_page(here))
        waiting += [(each, path) for each in found if each not in known]
        known |= found.keys()
    return wrong, seen.total()


@pytest.mark.slow
@pytest.mark.parametrize("who", PEOPLE)
def test_every_link_leads_somewhere(transactional_db, who):
    client = Client(raise_request_exception=False)
    client.force_login(User.objects.get(email=f"{who}@demo.example"))
    wrong, pages = dead_links(client)
    assert wrong == [], "\n".join(wrong)
    assert pages > 50


def test_a_dead_link_is_found(transactional_db, monkeypatch):
    client = Client()
    client.force_login(User.objects.get(email="governor@demo.example"))
    pages = Links('<a href="/nowhere/">There</a> <a href="#gone">On this page</a>')
    assert list(pages.from_page("/")) == ["/nowhere/"]
    assert pages.missing_places() == ["#gone"]
    wrong, _ = dead_links(client, "/nowhere/")
    assert wrong == ["404 /nowhere/ from "]
