"""`./run demo --check`: walks through the running product as each of its people would."""

import time
from collections.abc import Callable

from running.browsing import Browser, Page
from running.console import say
from running.sign_ins import PASSWORD, SIGN_INS


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
    return [("is alive and ready", lambda: _health(address)), *sign_ins]


def _health(address: str) -> None:
    for path in ("/healthz", "/readyz"):
        page = Browser(address).open(path)
        if page.status != 200:
            raise Wrong(f"{path} answers {page.status}: {page.body.decode(errors='replace')[:300]}")


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
