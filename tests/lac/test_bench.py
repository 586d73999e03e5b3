"""The benchmark of the pages about children in care, on a little world: each page is asked for."""

import pytest

from tests.benchmarks import care
from tests.benchmarks.measuring import EVERY_REQUEST
from tests.pages import client_of, statements

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
#: At most so many statements a page, beside those of every request.
MOST = 8


@pytest.fixture
def world():
    return care.fill(schools=2, children=20, in_care_here=2)


def test_each_page_answers_within_its_statements(world):
    user, pages = world
    client = client_of(user)
    names = [page.name for page in pages]
    assert len(set(names)) == len(names)
    assert {"child_care", "child_premium", "child_watch", "year_report", "due"} <= set(names)
    too_many = {}
    for page in pages:
        answer = page.ask(client)
        assert answer.status_code == 200, page.name
        asked = len(statements(client, answer.wsgi_request.get_full_path())) - EVERY_REQUEST
        if asked > MOST:
            too_many[page.name] = asked
    assert too_many == {}
