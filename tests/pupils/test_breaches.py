"""The breach register: written down without a document, the 72 hours in what is due, families."""

import datetime as dt
from uuid import uuid4

import pytest
from django.utils import timezone

from aylsham.changes import TransitionNotAllowed
from aylsham.models import Deadline
from pupils.models import Breach
from pupils.services.documents.misfiled import BreachNote, decide_breach, write_down_breach
from tests.factories import PupilFactory, SchoolFactory, member
from tests.pages import client_of, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def by(school):
    return member(school)


def written(school, by, found=(2026, 11, 20, 16), pupil=None):
    found_at = timezone.make_aware(dt.datetime(*found))
    note = BreachNote("A bag was left on the bus", "The bus company was rung", found_at)
    return write_down_breach(school=school, pupil=pupil, note=note, key=uuid4(), by=by)


def decided(breach, by, **more):
    facts = {"action": "Found", "risk": "open", "risk_reason": "", "reported_at": None}
    return decide_breach(breach=breach, by=by, is_closed=False, **facts | more)


def test_the_clock_is_due_on_its_own_day_over_a_weekend(school, by):
    written(school, by)
    row = Deadline.objects.get(kind="breach")
    assert row.due_on == dt.date(2026, 11, 23)
    assert row.do_by <= row.due_on
    assert row.pupil_id is None
    assert row.permission == "seal_documents"
    assert "bag" not in row.title


def test_found_on_friday_evening_it_is_not_due_before_it_was_found(school, by):
    written(school, by, found=(2026, 11, 21, 10))  # a Saturday: 72 hours end on Tuesday
    row = Deadline.objects.get(kind="breach")
    assert dt.date(2026, 11, 21) <= row.do_by <= row.due_on == dt.date(2026, 11, 24)


def test_decided_the_clock_goes_and_families_follow(school, by):
    child = PupilFactory(school=school)
    breach = written(school, by, pupil=child)
    assert Deadline.objects.get(kind="breach").pupil_id == child.pk
    told = breach.found_at + dt.timedelta(hours=20)
    decided(breach, by, risk="reported", risk_reason="Health data", reported_at=told)
    assert "families" in Deadline.objects.get(kind="breach").title
    with pytest.raises(TransitionNotAllowed, match="families"):
        decide_breach(
            breach=breach, action="Found", risk="reported", risk_reason="Health data",
            reported_at=told, is_closed=True, by=by,
        )  # fmt: skip
    decided(
        breach, by, risk="reported", risk_reason="Health data", reported_at=told,
        families="told", families_reason="By phone", families_on=dt.date(2026, 11, 21),
    )  # fmt: skip
    assert not Deadline.objects.filter(kind="breach").exists()


def test_a_risk_that_is_unlikely_needs_no_family(school, by):
    breach = decided(written(school, by), by, risk="unlikely", risk_reason="It was locked")
    assert (breach.families, breach.families_reason) == ("no", "It was locked")
    assert not Deadline.objects.filter(kind="breach").exists()


def test_by_form_with_and_without_a_child(school, by):
    child = PupilFactory(school=school)
    client, url = client_of(by), "/oakfield/breaches/add/"
    for pupil in (str(child.pk), ""):
        key = client.get(url).context["form"].initial["key"]
        data = {"key": str(key), "happened": "A letter went astray", "pupil": pupil}
        data |= {"found_on": "20 Nov 2026", "found_at": "9:30", "action": "Rung"}
        for _ in range(2):
            assert client.post(url, data).url == f"/oakfield/breaches/{key}/"
        page = text_of(client.get(f"/oakfield/breaches/{key}/"))
        assert "A letter went astray" in page
        assert by.name in page
    assert Breach.objects.count() == 2
    assert "A letter went astray" in text_of(client.get("/oakfield/breaches/"))


def test_the_child_is_found_by_letters_and_what_is_written_stays(school, by):
    child = PupilFactory(school=school, first_name="Zara", last_name="Quill")
    PupilFactory(school=school, last_name="Other")
    elsewhere = PupilFactory(school=SchoolFactory(), last_name="Quill")
    client, url = client_of(by), "/oakfield/breaches/add/"
    assert "Quill" not in client.get(url).content.decode()
    typed = {"key": uuid4(), "happened": "A letter to the wrong house", "action": "Rang"}
    typed |= {"found_on": "20/11/2026", "found_at": "16:00", "find": "qui"}
    page = client.post(url, typed | {"look": "1"})
    shown = text_of(page)
    assert "Zara Quill" in shown
    assert "A letter to the wrong house" in page.content.decode()
    assert str(elsewhere.pk) not in page.content.decode()
    assert not Breach.objects.exists()
    assert "Press Find and choose" in text_of(client.post(url, typed))
    assert client.post(url, typed | {"pupil": str(elsewhere.pk)}).status_code == 200
    assert not Breach.objects.exists()
    assert client.post(url, typed | {"pupil": str(child.pk)}).status_code == 302
    assert Breach.objects.get().pupil == child
    none = typed | {"key": uuid4(), "pupil": "", "found_at": "17:00"}
    assert client.post(url, none).status_code == 302
    assert Breach.objects.filter(pupil=None).count() == 1


def test_a_moment_that_has_not_come_is_refused(by):
    data = {"key": str(uuid4()), "happened": "x", "found_on": "25 Nov 2026", "found_at": "9:30"}
    page = client_of(by).post("/oakfield/breaches/add/", data | {"action": "y"})
    assert "has not come yet" in text_of(page)
    assert not Breach.objects.exists()
