"""One demonstration, one server and one browser for all journeys."""

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from pytest_django.live_server_helper import LiveServer

from aylsham.jobs.codes import JobState
from aylsham.jobs.runner import run_job
from aylsham.models import Job, User
from demo.federation import PASSWORD
from tests.browser.conftest import Tab
from tests.demonstration import demonstration, folder_of_copies


@pytest.fixture(scope="package")
def transactional_db(django_db_setup, django_db_blocker, tmp_path_factory, worker_id):
    """The demonstration, for all journeys together; what one changes stays for the others.

    It stands in for the fixture of this name, which empties the tables after each test.
    """
    copies = folder_of_copies(tmp_path_factory, worker_id)
    with django_db_blocker.unblock(), demonstration(copies):
        yield
    with django_db_blocker.unblock():
        # Beside Playwright's event loop Django keeps a connection of its own.
        connection.close()


@pytest.fixture(scope="package")
def site(transactional_db):
    """The address of a server with the demonstration."""
    server = LiveServer("localhost")
    yield server.url
    server.stop()


class Person(Tab):
    """Somebody of the demonstration at a browser."""

    def sign_in_as(self, email: str) -> "Person":
        """By the sign-in page, as a person does."""
        self.sign_in(email, PASSWORD)
        return self

    def come_back_as(self, email: str) -> "Person":
        """Signed in already: the cookie of a session."""
        client = Client()
        client.force_login(User.objects.get(email=email))
        value = client.cookies[settings.SESSION_COOKIE_NAME].value
        cookie = {"name": settings.SESSION_COOKIE_NAME, "value": value, "url": self.address}
        self.context.add_cookies([cookie])
        return self

    def sign_out(self) -> "Person":
        """By the menu under the initials."""
        self.page.click("details.ay-menu--end > summary")
        self.page.get_by_role("button", name="Sign out").click()
        self.page.wait_for_load_state("load")
        return self

    def press(self, name: str) -> "Person":
        """Press the page's button of this name."""
        self.page.locator("main").get_by_role("button", name=name).first.click()
        self.page.wait_for_load_state("load")
        return self

    def follow(self, name: str) -> "Person":
        """Follow the page's first link of this name."""
        self.page.locator("main").get_by_role("link", name=name).first.click()
        self.page.wait_for_load_state("load")
        return self

    def fill(self, **answers: str) -> "Person":
        """Answer a form's questions by their names; choices and ticks by their values."""
        form = self.page.locator("main form")
        for name, answer in answers.items():
            field = form.locator(f"[name={name}]").first
            kind = field.evaluate("e => e.type")
            if kind == "select-one":
                field.select_option(answer)
            elif kind in ("radio", "checkbox"):
                form.locator(f"[name={name}][value='{answer}']").check()
            else:
                field.fill(answer)
        return self

    @property
    def text(self) -> str:
        """What the page's main part says."""
        return self.page.locator("main").inner_text()

    @property
    def title(self) -> str:
        """The page's heading."""
        return self.page.locator("main h1, main h2").first.inner_text()

    def names(self) -> list[str]:
        """Everybody in a list of children."""
        return self.page.locator("#list tbody th[scope=row] a").all_inner_texts()


def work_off(kind: str) -> None:
    """Do the background work of a kind that waits, as a worker does."""
    waiting = Job.objects.filter(kind=kind, state=JobState.WAITING).values_list("pk", flat=True)
    assert [run_job(pk) for pk in list(waiting)]


@pytest.fixture
def open_person(django_db_setup, chromium, site):
    """Opens browsers for people; closes them in the end. The database comes before Chromium."""
    contexts = []

    def opened(*, width: int = 1280, height: int = 900, script: bool = True, **more) -> Person:
        context = chromium.new_context(
            viewport={"width": width, "height": height}, java_script_enabled=script, **more
        )
        context.set_default_timeout(20_000)
        contexts.append(context)
        return Person(context, site)

    yield opened
    for context in contexts:
        context.close()
