"""The system's Chromium for journeys, and axe-core for what it shows."""

import os
import shutil
from pathlib import Path

import pytest

AXE = Path(__file__).with_name("axe.min.js")
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
FLAGS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # A microphone that beeps, and is allowed without asking.
    "--use-fake-ui-for-media-stream",
    "--use-fake-device-for-media-stream",
]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
#: Each violation in words, made in the page: all that axe tells is long to send. It fetches every
#: style sheet again for one rule that is not among these, but for the length of sounds.
AXE_RUN = """async rules => (await axe.run(document, {
    runOnly: rules, resultTypes: ['violations'], selectors: false, preload: {assets: ['media']}
})).violations.map(v => `${v.id}: ${v.nodes[0].html.slice(0, 120)}`)"""

#: A passkey's home without hardware, for Chromium's own virtual authenticator.
AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def pytest_collection_modifyitems(items) -> None:
    """Everything in this folder needs Chromium."""
    for item in items:
        if AXE.parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium():
    """One Chromium for all journeys."""
    from playwright.sync_api import sync_playwright

    named = os.environ.get("AYLSHAM_CHROMIUM")
    program = named or next(filter(None, map(shutil.which, CHROMIUM)), None)
    if program is None:
        pytest.skip("Chromium is not installed; ./run test installs it.")
    # Playwright runs an event loop in this thread, which Django takes for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    flags = [*FLAGS, "--no-sandbox"] if os.geteuid() == 0 else FLAGS
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=flags)
        yield browser
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


class Tab:
    """A browser's tab on the test server: goes to pages, and knows what went wrong there."""

    def __init__(self, context, address: str):
        self.context, self.address = context, address
        self.page = context.new_page()
        self.faults: list[str] = []
        self.page.on("console", lambda m: self._note(m.type, m.text))
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))

    def _note(self, kind: str, text: str) -> None:
        if kind == "error":
            self.faults.append(text)

    def go(self, path: str) -> "Tab":
        """Open a page of the product and wait until it is complete."""
        self.page.goto(self.address + path)
        self.page.wait_for_load_state("load")
        return self

    def sign_in(self, email: str, password: str) -> "Tab":
        """Sign in as a person does."""
        self.go("/accounts/login/")
        self.page.fill("[name=login]", email)
        self.page.fill("[name=password]", password)
        self.page.click("main form button[type=submit]")
        self.page.wait_for_load_state("load")
        return self

    def violations(self) -> list[str]:
        """What axe-core finds, each with the first element it concerns."""
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(AXE.read_text())
        return self.page.evaluate(AXE_RUN, RULES)

    def is_too_wide(self) -> bool:
        """Whether the page scrolls sideways."""
        return self.page.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        )


@pytest.fixture
def open_tab(chromium, live_server):
    """Opens tabs of a width, with or without script; closes them in the end."""
    contexts = []

    def opened(*, width: int = 1280, height: int = 800, script: bool = True, **options) -> Tab:
        context = chromium.new_context(
            viewport={"width": width, "height": height}, java_script_enabled=script, **options
        )
        contexts.append(context)
        return Tab(context, live_server.url)

    yield opened
    for context in contexts:
        context.close()
