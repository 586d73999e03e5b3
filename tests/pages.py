"""Signing in and reading pages in tests."""

import re

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

#: The statements of every request: session, person with roles, row-security setting, audit.
OF_EVERY_REQUEST = 4
#: Transactions, and the session's own note of when it was last used, now and then.
NOT_COUNTED = ("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT", 'UPDATE "django_session"')


def client_of(user) -> Client:
    """A browser in which the person has signed in."""
    client = Client()
    client.force_login(user)
    return client


def search_address(client: Client, words: str, path: str = "/oakfield/search/") -> str:
    """Where a person lands who types words into the search box."""
    return client.post(path, {"q": words}).headers["Location"]


def search(client: Client, words: str, path: str = "/oakfield/search/"):
    """What a person sees who types words into the search box."""
    return client.get(search_address(client, words, path))


def text_of(response) -> str:
    """What a person reads: the page's main part without markup."""
    html = response.content.decode()
    main = re.search(r"<main.*</main>", html, re.S)
    words = re.sub(r"<[^>]+>", " ", main.group() if main else html)
    return re.sub(r"\s+", " ", words)


def statements(client: Client, url: str, **extra) -> list[str]:
    """The SQL of one page, without savepoints and the like."""
    with CaptureQueriesContext(connection) as captured:
        response = client.get(url, **extra)
    assert response.status_code == 200, response.status_code
    found = [q["sql"] for q in captured.captured_queries]
    return [s for s in found if not s.startswith(NOT_COUNTED)]
