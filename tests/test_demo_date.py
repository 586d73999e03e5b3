"""The demonstration's date: where its schools have data, and nowhere else."""

import datetime as dt

import pytest

from aylsham import clock
from aylsham.clock import DEMO_FIRST, DEMO_LAST, DEMO_START
from tests.factories import SchoolFactory, member
from tests.pages import client_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def demo(settings, tmp_path):
    settings.DEMO = True
    settings.VAR_DIR = tmp_path
    return tmp_path / "demo-date"


def set_date(client, day: str) -> str:
    """Chooses a day in the banner; what the page then says."""
    return client.post("/demo/date/", {"day": day}, follow=True).content.decode()


@pytest.mark.parametrize("day", ["2029-09-01", "2026-08-31", "1900-01-01"])
def test_a_day_without_data_is_refused_and_says_which_days_there_are(demo, client, day):
    page = set_date(client, day)
    assert "Choose a day from 1 September 2026 to 31 August 2029." in page
    assert clock.today() == DEMO_START


def test_a_slip_of_the_year_is_refused_too(demo, client):
    assert "between 1900 and" in set_date(client, "9999-12-31")
    assert clock.today() == DEMO_START


@pytest.mark.parametrize("day", [DEMO_FIRST, DEMO_LAST])
def test_every_front_page_opens_on_the_first_and_the_last_day(demo, day):
    school = SchoolFactory(slug="oak")
    client = client_of(member(school, starts_on=DEMO_FIRST))
    set_date(client, day.isoformat())
    assert clock.today() == day
    for path in ("/oak/", "/federation/", "/oak/terms/", "/oak/due/", "/oak/register/"):
        assert client.get(path, follow=True).status_code == 200, path


def test_a_day_chosen_before_there_were_bounds_is_forgotten(demo):
    demo.write_text("9999-12-31")
    assert clock.today() == DEMO_START


def test_no_other_way_in_either(demo):
    with pytest.raises(ValueError, match="no data"):
        clock.set_demo_date(dt.date(2030, 1, 1))
