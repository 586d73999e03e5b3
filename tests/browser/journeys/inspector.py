"""Looks at a page on a computer and on a phone: axe-core, width, console, content policy.

Of pages that are many, each is asked of the server, and what can be told of the whole of it from its
words is (whole_page.py): its headings, landmarks, ids and fields. The rest hangs on an element and
where it stands: what axe-core finds on it, whether it is too wide, whether a script or the content
policy stumbles over it. So the browser opens a page only if it brings a kind of element that no page
opened before had, whatever its route (shapes.py says what makes a kind), those that bring most first.

What this does not see: words that are too wide only because several of them cannot break, on an
element whose like was not too wide elsewhere; a heading hidden by the style sheet alone.
"""

from dataclasses import dataclass, field
from enum import Enum
from heapq import heapify, heappop, heappush
from pathlib import Path

from django.http import HttpResponseBase
from django.test import Client
from playwright.sync_api import Error, Route

from aylsham.models import User
from running import locks
from tests.browser.conftest import AXE
from tests.browser.journeys.conftest import Person
from tests.browser.journeys.shapes import shapes_of, tree_of
from tests.browser.journeys.whole_page import faults_of

COMPUTER, PHONE = {"width": 1280, "height": 800}, {"width": 360, "height": 740}


#: Of a long list as many rows as differ are looked at: axe-core would take seconds for the rest.
SHORTEN = "document.querySelectorAll('tbody tr:nth-child(n+13)').forEach(row => row.remove())"
#: Which elements a page has and which stand in which: pages alike in this are looked at once.
SHAPE = """JSON.stringify([...new Set([...document.querySelectorAll('body *')].map(
    e => `${e.parentElement.className}>${e.tagName}.${e.className}.${e.hasAttributes()}`
))].sort())"""

#: What stands around a page's own part, without where it leads: many pages have it alike.
AROUND = """[...document.body.children].filter(e => e.localName != 'main' && e.childElementCount
).map(e => e.outerHTML.replace(/ (href|action|value|src)="[^"]*"/g, ' $1'))"""
#: Leaves those of them empty that have been judged, unless a heading or an id of theirs could
#: matter to the rest of the page.
EMPTY = """known => [...document.body.children].filter(
    e => e.localName != 'main' && e.childElementCount
).forEach((e, i) => {
    const once = x => document.querySelectorAll('#' + CSS.escape(x.id)).length == 1;
    if (known[i] && !e.querySelector('h1, h2, h3, h4, h5, h6')
        && [...e.querySelectorAll('[id]')].every(once)) e.replaceChildren();
})"""

#: What reaches beyond the right edge, so that whoever mends it knows where to look.
WIDE = """[...document.querySelectorAll('body *')].filter(
    e => e.getBoundingClientRect().right > innerWidth + 1
).map(e => `${e.tagName}.${e.className} ${e.textContent.trim().slice(0, 60)}`).slice(-3).join(' | ')"""


class Found(Enum):
    """What stands at an address."""

    PAGE = "page"
    NO_PAGE = "a file, words for a machine, or only a form's target"
    NOTHING = "nothing in this state of things"


@dataclass
class Looked:
    """What has been looked at, for tests that share the pages among them."""

    #: Where the processes of a run keep which kinds of elements they have looked at.
    folder: Path
    #: Kinds of elements that a browser has opened, of this process.
    shapes: set[str] = field(default_factory=set)
    #: Parts around a page's own that axe-core has judged.
    around: set[str] = field(default_factory=set)

    def take(self, shapes: frozenset[str]) -> bool:
        """Whether some are new: whoever takes them looks at them, and nobody else does."""
        kept = self.folder / "shapes"
        with locks.held(self.folder / "lock"):
            known = set(kept.read_text().splitlines()) if kept.exists() else set()
            self.shapes |= known | shapes
            with kept.open("a") as file:
                file.writelines(f"{shape}\n" for shape in sorted(shapes - known))
        return not shapes <= known


@dataclass(frozen=True)
class Waiting:
    """A page that the server has answered, and that the browser may have to open."""

    path: str
    email: str
    route: str
    shapes: frozenset[str]


class Inspector:
    """Opens pages as people of the places, and writes down what is wrong with them."""

    def __init__(self, chromium, site, looked: Looked):
        self.chromium, self.site, self.looked = chromium, site, looked
        self.tabs: dict[str, Person] = {}
        self.clients: dict[str, Client] = {}
        self.seen: set[tuple[str, str]] = set()
        self.waiting: dict[tuple[str, frozenset[str]], Waiting] = {}
        self.faults: dict[str, list[str]] = {}

    def new_tab(self) -> Person:
        context = self.chromium.new_context(viewport=COMPUTER)
        context.add_init_script(path=AXE)
        return Person(context, self.site)

    def tab_of(self, email: str) -> Person:
        """A person's tab, the same one each time; "" is nobody's."""
        if email not in self.tabs:
            tab = self.tabs[email] = self.new_tab()
            if email:
                tab.come_back_as(email)
        return self.tabs[email]

    def ask(self, path: str, email: str = "", *, route: str) -> Found:
        """Ask the server for one of many pages: say what it is, and judge it as a whole.

        Whatever else is to be seen on it, `report` looks at, in the browser.
        """
        answer = self._client_of(email).get(path, follow=True)
        if answer.status_code == 404:
            return Found.NOTHING
        if _is_file(answer):
            assert answer.status_code in (200, 405), path
            return Found.NO_PAGE
        tree = tree_of(answer.content.decode())
        here = (route, shapes_of(tree))
        found = [] if answer.status_code == 200 else [f"answers {answer.status_code}"]
        self._note(path, email, found + faults_of(tree))
        self.waiting.setdefault(here, Waiting(path, email, *here))
        return Found.PAGE

    def open_what_is_new(self) -> None:
        """Open those of the pages asked for that have what no page before them had."""
        pages = [page for here, page in self.waiting.items() if here not in self.seen]
        self.seen |= self.waiting.keys()
        heap = [(-len(page.shapes), n) for n, page in enumerate(pages)]
        heapify(heap)
        while heap:
            _, n = heappop(heap)
            new = len(pages[n].shapes - self.looked.shapes)
            if new and heap and new < -heap[0][0]:
                heappush(heap, (-new, n))
            elif new and self.looked.take(pages[n].shapes):
                self.look(pages[n].path, pages[n].email)

    def look(self, path: str, email: str = "", *, status: int = 200) -> Found:
        """Look at what an address leads to, in the browser, and say what that is.

        Pages of one address that are alike are seen as one.
        """
        tab = self.tab_of(email)
        tab.faults.clear()
        try:
            answer = tab.page.goto(self.site + path)
        except Error:  # a file, or an answer without any words
            bare = tab.context.request.get(self.site + path).status
            tab.page.wait_for_timeout(200)  # its late words are not to be taken for the next page's
            assert bare in (200, 404, 405)
            return Found.NOTHING if bare == 404 else Found.NO_PAGE
        if not answer.headers["content-type"].startswith("text/html"):
            return Found.NO_PAGE
        if answer.status == 404 != status:
            return Found.NOTHING
        found = [] if answer.status == status else [f"answers {answer.status}"]
        here = (answer.url.removeprefix(self.site), tab.page.evaluate(SHAPE))
        if here not in self.seen:
            self.seen.add(here)
            found += self._inspect(tab)
        # Chromium writes an error's status to the console.
        found += [f for f in tab.faults if status == 200 or "Failed to load resource" not in f]
        self._note(path, email, found)
        return Found.PAGE

    def _note(self, path: str, email: str, found: list[str]) -> None:
        if found:
            self.faults.setdefault(f"{path} ({email or 'nobody'})", []).extend(found)

    def _client_of(self, email: str) -> Client:
        if email not in self.clients:
            client = self.clients[email] = Client(raise_request_exception=False)
            if email:
                client.force_login(User.objects.get(email=email))
        return self.clients[email]

    def _inspect(self, tab: Person) -> list[str]:
        found = []
        for size in (COMPUTER, PHONE):
            self._resize(tab, size)
            if tab.is_too_wide() and self._stays_wide(tab):
                found.append(f"{size['width']}: scrolls sideways: {tab.page.evaluate(WIDE)}")
        return found + self._judge(tab)

    def _judge(self, tab: Person) -> list[str]:
        """What axe-core finds at both widths; parts around many pages are judged on one of them."""
        around = tab.page.evaluate(AROUND)
        tab.page.evaluate(SHORTEN)
        tab.page.evaluate(EMPTY, [part in self.looked.around for part in around])
        found = []
        for size in (PHONE, COMPUTER):
            self._resize(tab, size)
            found += [f"{size['width']}: {words}" for words in tab.violations()]
        self.looked.around.update(around)
        return found

    @staticmethod
    def _resize(tab: Person, size: dict[str, int]) -> None:
        if tab.page.viewport_size != size:
            tab.page.set_viewport_size(size)
        tab.page.evaluate("document.fonts.ready.then(() => true)")  # a stand-in font is wider

    @staticmethod
    def _stays_wide(tab: Person) -> bool:
        tab.page.wait_for_timeout(300)  # it may still be drawn for the size before
        return tab.is_too_wide()

    def report(self) -> str:
        """Each address with what is wrong there; empty if nothing is."""
        self.open_what_is_new()
        return "\n".join(f"{where}: {'; '.join(found)}" for where, found in self.faults.items())

    def close(self) -> None:
        for tab in self.tabs.values():
            tab.context.close()


def _is_file(answer: HttpResponseBase) -> bool:
    """Whether a browser shows no page for it: it keeps it, or there is nothing to show."""
    kept = "attachment" in answer.headers.get("Content-Disposition", "")
    is_html = answer.headers["Content-Type"].startswith("text/html")
    return kept or not is_html or answer.streaming or not answer.content


def answer_with(route: Route, words: str, status: int = 200) -> None:
    """Stands in for the server at one address."""
    route.fulfill(status=status, body=words, content_type="text/html")
