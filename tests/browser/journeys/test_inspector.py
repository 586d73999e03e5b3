"""The walk of every page finds what is wrong with one page among many; planted, without a server."""

from urllib.parse import urlsplit

import pytest
from django.http import HttpResponse
from playwright.sync_api import Route

from tests.browser.journeys.inspector import Found, Inspector, Looked, answer_with
from tests.browser.journeys.shapes import tree_of
from tests.browser.journeys.whole_page import faults_of

SITE = "http://planted.example"


class Planted:
    """Stands in for the server, for its client and for the browser: pages that differ in one thing."""

    FRAME = (
        "<html lang=en><title>x</title><body><main><h1>x</h1><p id=one>Words</p>{}</main></html>"
    )

    def __init__(self, inspector: Inspector, **parts: str):
        self.pages = {f"/{name}/": self.FRAME.format(part) for name, part in parts.items()}
        self.opened: list[str] = []
        inspector.clients[""] = self
        inspector.tab_of("").page.route("**/*", self._answer)

    def get(self, path: str, follow: bool) -> HttpResponse:
        return HttpResponse(self.pages[path])

    def _answer(self, route: Route) -> None:
        path = urlsplit(route.request.url).path
        if path in self.pages:
            self.opened.append(path)
        answer_with(route, self.pages.get(path, ""))


def cells(number: int) -> str:
    cell = "<td>Wednesday</td>"
    return f"<table class=ay-table><tbody><tr>{cell * number}</tr></tbody></table>"


def test_what_is_wrong_with_a_page_among_many_is_found(chromium, tmp_path):
    found = Inspector(chromium, SITE, Looked(tmp_path))
    first = "<h2>y</h2><a href='#one'>z</a><label for=in>a</label><input id=in>" + cells(2)
    planted = Planted(
        found,
        first=first,
        alike=first + "<h2>y</h2>",
        drawing="<svg role=img><path></path></svg>",
        nothing="<h2>y</h2><a href='#one'> </a>",
        pale="<p style='color: #ccc'>Pale words</p>",
        wide=cells(20),
        script="<p onclick='1' data-new>z</p><script>nowhere()</script>",
        twice="<p id=one>Words</p>",
        nameless="<label for=two>a</label>",
        below="<h2>y</h2>",
    )
    for path in planted.pages:
        assert found.ask(path, route="planted") == Found.PAGE
    told = found.report()
    found.close()
    assert set(planted.opened) == {
        "/first/",
        "/drawing/",
        "/nothing/",
        "/pale/",
        "/wide/",
        "/script/",
    }
    told = {line.partition(" ")[0]: line for line in told.splitlines()}
    wrong = {
        "/drawing/": "svg-img-alt",
        "/nothing/": "link-name",
        "/pale/": "color-contrast",
        "/wide/": "360: scrolls sideways",
        "/script/": "nowhere is not defined",
        "/twice/": "twice the id one",
        "/nameless/": "for=two: no such id",
    }
    assert told.keys() == wrong.keys()
    assert [path for path, words in wrong.items() if words not in told[path]] == []


@pytest.mark.parametrize(
    ("page", "fault"),
    [
        ("<html lang=en><title> </title><body><main><h1>x</h1></main>", "no title"),
        ("<html><title>x</title><body><main><h1>x</h1></main>", "no language"),
        ("<html lang=en><title>x</title><body><main><h2>x</h2></main>", "no h1"),
        (Planted.FRAME.format("<h3>y</h3>"), "h3 after h1: y"),
        (Planted.FRAME.format("<main></main>"), "2 main parts"),
        (Planted.FRAME.format("<nav></nav><nav></nav>"), "twice nav ''"),
        (Planted.FRAME.format("</main><p>Words</p>"), "outside of every landmark: Words"),
        (Planted.FRAME.format("<p id=one>y</p>"), "twice the id one"),
        (
            Planted.FRAME.format("<p aria-describedby='one two'>y</p>"),
            "aria-describedby=two: no such id",
        ),
        (Planted.FRAME.format("<input name=a>"), "no label: input a"),
        (
            Planted.FRAME.format("<label for=b>B</label><select id=c name=a></select>"),
            "no label: select a",
        ),
        (
            Planted.FRAME.format("<a href=x><button>y</button></a>"),
            "within something to press: button",
        ),
        (Planted.FRAME.format("<dl><dd>y</dd></dl>"), "a list of terms out of order: y"),
    ],
)
def test_what_is_wrong_with_a_whole_page_is_found(page, fault):
    assert fault in faults_of(tree_of(page))
    assert (
        faults_of(tree_of(Planted.FRAME.format("<h2>y</h2><h3>z</h3><label>a <input></label>")))
        == []
    )
