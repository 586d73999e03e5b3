"""`./run demo --check`: walks through the running product as each of its people would."""

import re
import time
from collections.abc import Callable

from running.browsing import Browser, Page
from running.console import say
from running.places import ROOT
from running.sign_ins import PASSWORD, SIGN_INS

SENDCO, SCHOOL = "sendco@demo.example", "bure-valley"
ROLL = ROOT / "demo/samples/mis/bure-valley_arbor.csv"
#: Seconds that background work may take on a small machine.
PATIENCE = 90


class Wrong(Exception):
    """What the walk met and did not expect."""


def walk(address: str, refuse_dead: Callable[[], None]) -> int:
    """Try everything, say what worked, and return the exit status."""
    failed = 0
    for name, attempt in _attempts(address):
        started = time.monotonic()
        try:
            attempt()
            say(f"  ✓ {name} ({time.monotonic() - started:.1f} s)")
        except (Wrong, LookupError, OSError) as problem:
            failed += 1
            say(f"  ✗ {name}: {problem}")
        refuse_dead()
    say("Everything works." if not failed else f"{failed} of the steps above failed.")
    return 1 if failed else 0


def _attempts(address: str) -> list[tuple[str, Callable[[], object]]]:
    sign_ins = [
        (f"signs in: {role}, {email}", lambda email=email: sign_in(address, email))
        for role, email in SIGN_INS
    ]
    return [
        ("is alive and ready", lambda: _health(address)),
        *sign_ins,
        ("reads a roll in the background and shows what it would change", lambda: _import(address)),
        ("shows the register and a child's record", lambda: _register(address)),
        ("shows what is due, at one school and in all", lambda: _due(address)),
        ("writes the morning's reminder as an e-mail", lambda: _reminder(address)),
        ("counts, prints and hands out a governor report", lambda: _report(address)),
        ("shows governors what is published", lambda: _published(address)),
        ("keeps one federation's pages from the other", lambda: _walls(address)),
    ]


def _health(address: str) -> None:
    for path in ("/healthz", "/readyz"):
        page = Browser(address).open(path)
        if page.status != 200:
            raise Wrong(f"{path} answers {page.status}: {page.body.decode(errors='replace')[:300]}")


def _import(address: str) -> None:
    browser, _ = sign_in(address, SENDCO)
    page = good(browser.open(f"/{SCHOOL}/import/"))
    files = {"file": (ROLL.name, ROLL.read_bytes())}
    page = good(browser.send(page, page.form("kind", "file"), files, kind="roll"))
    here = page.url
    page = _wait(
        lambda: good(browser.open(here)), lambda p: _has_form(p, "mark"), "the file was not read"
    )
    [discard] = [form for form in page.forms if form.action.endswith("/discard/")]
    good(browser.send(page, discard))


def _register(address: str) -> None:
    browser, _ = sign_in(address, SENDCO)
    page = good(browser.open(f"/{SCHOOL}/register/"))
    children = [
        href
        for href, _ in page.links
        if re.fullmatch(rf"/{SCHOOL}/children/[0-9a-f-]{{36}}/", href)
    ]
    if not children:
        raise Wrong("the register names no child")
    good(browser.open(children[0]))


def _due(address: str) -> None:
    browser, _ = sign_in(address, SENDCO)
    for path in (f"/{SCHOOL}/due/", "/federation/due/"):
        page = good(browser.open(path))
        if "overdue" not in page.text.lower():
            raise Wrong(f"{path} does not say what is overdue")


def _reminder(address: str) -> None:
    """Looks for a digest that the worker wrote: in the demonstration the morning is always over."""
    browser, _ = sign_in(address, "admin@demo.example")
    _wait(
        lambda: good(browser.open("/federation/background-work/e-mails/")),
        lambda page: re.search(r"What is due, \w{3} \d+ \w{3}", page.text) is not None,
        "no reminder was written as an e-mail",
    )


def _report(address: str) -> None:
    """Has a draft for anybody made anew, as a SENDCo would, and downloads it."""
    browser, _ = sign_in(address, SENDCO)
    page = good(browser.open(f"/{SCHOOL}/reports/"))
    page = good(browser.send(page, page.form("term", "audience"), audience="public"))
    here = page.url
    page = _wait(
        lambda: good(browser.open(here)),
        lambda page: any(href.endswith("/pdf/") for href, _ in page.links),
        "the governor report was not printed",
    )
    _require_pdf(browser.open(page.link("/pdf/")))


def _published(address: str) -> None:
    browser, page = sign_in(address, "governor@demo.example")
    page = good(browser.open(page.link(f"/{SCHOOL}/reports/")))
    here = page.url
    page = _wait(
        lambda: good(browser.open(here)),
        lambda page: any(href.endswith("/pdf/") for href, _ in page.links),
        "the published report has no PDF",
    )
    _require_pdf(browser.open(page.link("/pdf/")))


def _require_pdf(page: Page) -> None:
    if page.status != 200 or page.kind != "application/pdf" or not page.body.startswith(b"%PDF-"):
        raise Wrong(f"{page.path} answers {page.status} with {page.kind}, which is no PDF")


def _wait(look: Callable[[], Page], is_there: Callable[[Page], bool], wrong: str) -> Page:
    """Look again until the background has done its work."""
    until = time.monotonic() + PATIENCE
    while not is_there(page := look()):
        if time.monotonic() > until:
            raise Wrong(f"{wrong} in {PATIENCE} seconds: {page.text[:300]}")
        time.sleep(0.5)
    return page


def _walls(address: str) -> None:
    browser, _ = sign_in(address, "sendco@other.example")
    page = browser.open(f"/{SCHOOL}/register/")
    if page.status != 404:
        raise Wrong(f"a person of another federation got {page.status} for {page.path}")


def _has_form(page: Page, name: str) -> bool:
    return any(name in form.fields for form in page.forms)


def sign_in(address: str, email: str) -> tuple[Browser, Page]:
    """A browser in which this person is signed in, at the page they come to first."""
    browser = Browser(address)
    page = good(browser.open("/accounts/login/"))
    page = good(browser.send(page, page.form("login", "password"), login=email, password=PASSWORD))
    if page.path.startswith("/accounts/login"):
        raise Wrong(f"the sign-in of {email} was refused")
    return browser, page


def good(page: Page) -> Page:
    """The page itself, if it is one a person wants to see."""
    if page.status != 200:
        raise Wrong(f"{page.path} answers {page.status}")
    return page
