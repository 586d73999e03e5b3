"""Who is SENCO, and by when they hold the qualification."""

import datetime as dt

import pytest
from django.urls import reverse

from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.deadlines.services import find_changes, rebuild_deadlines
from aylsham.models import Deadline
from staff.models import SencoPost
from staff.services import SENCO_FIELDS, change_senco, record_senco
from tests.factories import SchoolFactory, member
from tests.pages import client_of, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def school():
    return SchoolFactory(live_from=dt.date(2026, 11, 2))


@pytest.fixture
def senco(school):
    return member(school)


def due(school) -> list[dt.date]:
    return [row.due_on for row in Deadline.objects.filter(school=school, provider="staff")]


def test_nobody_recorded_is_asked_for(school):
    rebuild_deadlines(school)
    assert due(school) == [dt.date(2026, 11, 30)]


def test_the_third_anniversary_counts(school, senco):
    record_senco(school=school, user=senco, became_senco_on=dt.date(2024, 9, 1), by=senco)
    assert due(school) == [dt.date(2027, 9, 1)]
    assert not find_changes(school)


def test_a_nasenco_course_has_a_last_day_of_its_own(school, senco):
    record_senco(
        school=school,
        user=senco,
        became_senco_on=dt.date(2024, 6, 1),
        course_started_on=dt.date(2024, 5, 1),
        by=senco,
    )
    assert sorted(due(school)) == [dt.date(2027, 6, 1), dt.date(2027, 8, 31)]


@pytest.mark.parametrize(
    "more",
    [
        {"was_senco_before": True},
        {"qualification": "npq", "qualified_on": dt.date(2026, 7, 1)},
        {"became_senco_on": dt.date(2004, 9, 1)},
    ],
)
def test_no_date_runs_for_the_experienced_and_the_qualified(school, senco, more):
    facts = {"became_senco_on": dt.date(2024, 9, 1)} | more
    record_senco(school=school, user=senco, by=senco, **facts)
    assert due(school) == []


def test_after_the_last_one_leaves_the_school_is_asked_again(school, senco):
    post = record_senco(school=school, user=senco, became_senco_on=dt.date(2024, 9, 1), by=senco)
    version = version_of(post, SENCO_FIELDS)
    change_senco(post=post, version=version, by=senco, ends_on=dt.date(2026, 11, 20))
    assert due(school) == [dt.date(2026, 11, 30)]


def test_one_record_that_is_open(school, senco):
    facts = {"school": school, "user": senco, "became_senco_on": dt.date(2024, 9, 1)}
    record_senco(**facts, by=senco)
    with pytest.raises(TransitionNotAllowed, match="already"):
        record_senco(**facts, by=senco)
    assert SencoPost.objects.filter(school=school).count() == 1


def test_a_second_editor_is_told(school, senco):
    post = record_senco(school=school, user=senco, became_senco_on=dt.date(2024, 9, 1), by=senco)
    seen = version_of(post, SENCO_FIELDS)
    change_senco(post=post, version=seen, by=senco, was_senco_before=True)
    with pytest.raises(StaleSave):
        change_senco(post=post, version=seen, by=senco, ends_on=dt.date(2026, 11, 20))


def test_recorded_and_qualified_on_the_page(school, senco):
    client = client_of(senco)
    add = reverse("senco_add", args=[school.slug])
    client.post(add, {"person": str(senco.pk), "became_senco_on": "1 Sep 2024"})
    post = SencoPost.objects.get(school=school)
    change = reverse("senco_change", args=[school.slug, post.pk])
    facts = {
        "version": version_of(post, SENCO_FIELDS),
        "became_senco_on": "1 Sep 2024",
        "qualification": "npq",
    }
    assert "Say when it was awarded" in text_of(client.post(change, facts))
    assert client.post(change, facts | {"qualified_on": "10 Jul 2026"}).status_code == 302
    page = text_of(client.get(reverse("duties", args=[school.slug])))
    assert "Qualified on 10 July 2026" in page
