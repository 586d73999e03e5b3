"""Looks at a page on a computer and on a phone: axe-core, width, console, content policy."""

from enum import Enum

from playwright.sync_api import Error

from tests.browser.conftest import AXE
from tests.browser.journeys.conftest import Person

COMPUTER, PHONE = {"width": 1280, "height": 800}, {"width": 360, "height": 740}


#: Of a long list as many rows as differ are looked at: axe-core would take seconds for the rest.
SHORTEN = "document.querySelectorAll('tbody tr:nth-child(n+13)').forEach(row => row.remove())"
#: Which elements a page has and which stand in which: pages alike in this are looked at once.
SHAPE = """JSON.stringify([...new Set([...document.querySelectorAll('body *')].map(
    e => `${e.parentElement.className}>${e.tagName}.${e.className}.${e.hasAttributes()}`
))].sort())"""

#: What reaches beyond the right edge, so that whoever mends it knows where to look.
WIDE = """[...document.querySelectorAll('body *')].filter(
    e => e.getBoundingClientRect().right > innerWidth + 1
).map(e => `${e.tagName}.${e.className} ${e.textContent.trim().slice(0, 60)}`).slice(-3).join(' | ')"""


class Found(Enum):
    """What stands at an address."""

    PAGE = "page"
    NO_PAGE = "a file, words for a machine, or only a form's target"
    NOTHING = "nothing in this state of things"


class Inspector:
    """Opens pages as people of the places, and writes down what is wrong with them."""

    def __init__(self, chromium, site):
        self.chromium, self.site = chromium, site
        self.tabs: dict[str, Person] = {}
        self.seen: set[tuple[str, str]] = set()
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

    def look(self, path: str, email: str = "", *, route: str = "", status: int = 200) -> Found:
        """Look at what an address leads to, and say what that is.

        Addresses of one route (by default of one path) whose pages are alike are seen as one.
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
        here = (route or answer.url.removeprefix(self.site), tab.page.evaluate(SHAPE))
        if here not in self.seen:
            self.seen.add(here)
            found += self._inspect(tab)
        # Chromium writes an error's status to the console.
        found += [f for f in tab.faults if status == 200 or "Failed to load resource" not in f]
        if found:
            self.faults[f"{path} ({email or 'nobody'})"] = found
        return Found.PAGE

    def _inspect(self, tab: Person) -> list[str]:
        found = []
        for size in (COMPUTER, PHONE):
            tab.page.set_viewport_size(size)
            tab.page.evaluate("document.fonts.ready.then(() => true)")  # a stand-in font is wider
            if tab.is_too_wide() and self._stays_wide(tab):
                found.append(f"{size['width']}: scrolls sideways: {tab.page.evaluate(WIDE)}")
        tab.page.evaluate(SHORTEN)
        for size in (PHONE, COMPUTER):
            tab.page.set_viewport_size(size)
            found += [f"{size['width']}: {words}" for words in tab.violations()]
        return found

    @staticmethod
    def _stays_wide(tab: Person) -> bool:
        tab.page.wait_for_timeout(300)  # it may still be drawn for the size before
        return tab.is_too_wide()

    def report(self) -> str:
        """Each address with what is wrong there; empty if nothing is."""
        return "\n".join(f"{where}: {'; '.join(found)}" for where, found in self.faults.items())

    def close(self) -> None:
        for tab in self.tabs.values():
            tab.context.close()
