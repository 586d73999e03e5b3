"""Pages of plans and reviews: recorded, refused, stale, and what the page says next."""

import datetime as dt

import pytest

from aylsham.access.roles import Role
from aylsham.models import AuditEvent
from ehcp.models import AnnualReview, EhcPlan
from tests.access import access_of
from tests.ehcp.makers import held, make_plan, planned
from tests.factories import PupilFactory, SchoolFactory, member

pytestmark = pytest.mark.django_db


@pytest.fixture
def school():
    return SchoolFactory()


@pytest.fixture
def sendco(client, today, school):
    user = member(school)
    access_of(user, school)
    client.force_login(user)
    return user


def test_a_plan_is_recorded(client, school, sendco):
    pupil = PupilFactory(school=school)
    base = f"/{school.slug}/children/{pupil.pk}/plan/"
    assert "No EHC plan is recorded" in client.get(base).content.decode()
    facts = {"made_on": "24 Nov 2025", "local_authority": "Norfolk"}
    assert client.post(f"{base}record/", facts).status_code == 302
    assert EhcPlan.objects.get(school=school, pupil=pupil).made_on == dt.date(2025, 11, 24)
    assert AuditEvent.objects.filter(school=school, action="change_plan").count() == 1


def test_a_plan_cannot_come_from_the_future(client, school, sendco):
    pupil = PupilFactory(school=school)
    url = f"/{school.slug}/children/{pupil.pk}/plan/record/"
    page = client.post(url, {"made_on": "24 Nov 2027", "local_authority": "Norfolk"})
    assert "This day has not come yet" in page.content.decode()
    assert not EhcPlan.objects.filter(school=school).exists()


def test_a_letter_that_came_with_the_amendments_is_recorded_at_once(client, school, sendco):
    review = held(make_plan("2025-09-19", school=school), "2026-07-17")
    url = f"/{school.slug}/reviews/{review.pk}/decision/"
    version = client.get(url).context["form"].initial["version"]
    letter = {"decided_on": "14 Aug 2026", "decision": "amend", "version": version}
    answer = client.post(url, letter | {"amendment_notice_on": "14 Aug 2026"})
    assert answer.status_code == 302
    review.refresh_from_db()
    assert review.amendment_notice_on == dt.date(2026, 8, 14)


def test_a_letter_is_recorded_from_the_version_that_was_seen(client, school, sendco):
    review = held(make_plan("2025-09-19", school=school), "2026-07-17")
    url = f"/{school.slug}/reviews/{review.pk}/decision/"
    version = client.get(url).context["form"].initial["version"]
    letter = {"decided_on": "14 Aug 2026", "decision": "amend", "version": version}
    assert client.post(url, letter).status_code == 302
    review.refresh_from_db()
    assert (review.decision, review.decided_on) == ("amend", dt.date(2026, 8, 14))
    again = client.post(url, letter | {"decision": "maintain"})
    assert "Somebody else changed this" in again.content.decode()
    review.refresh_from_db()
    assert review.decision == "amend"


def test_the_council_confirms_last_summers_review(client, school, sendco):
    review = held(make_plan("2025-09-19", school=school), "2026-07-17")
    url = f"/{school.slug}/reviews/{review.pk}/confirm/"
    version = client.get(url).context["form"].initial["version"]
    letter = {"confirmed_for_transfer_on": "20 Nov 2026", "version": version}
    assert client.post(url, letter).status_code == 302
    review.refresh_from_db()
    assert review.confirmed_for_transfer_on == dt.date(2026, 11, 20)
    early = client.post(url, letter | {"confirmed_for_transfer_on": "1 Jul 2026"})
    assert "The confirmation" in early.content.decode()


def test_a_letter_before_the_meeting_is_refused(client, school, sendco):
    review = held(make_plan("2025-09-19", school=school), "2026-07-17")
    url = f"/{school.slug}/reviews/{review.pk}/decision/"
    version = client.get(url).context["form"].initial["version"]
    letter = {"decided_on": "1 Jul 2026", "decision": "maintain", "version": version}
    assert "cannot be dated before the meeting" in client.post(url, letter).content.decode()


def test_a_meeting_is_planned_and_called_off(client, school, sendco):
    plan = make_plan("2026-02-01", school=school)
    url = f"/{school.slug}/plans/{plan.pk}/meeting/"
    client.post(url, {"meeting_on": "3 Dec 2026", "kind": "annual"})
    review = AnnualReview.objects.get(school=school, plan=plan)
    assert not review.is_held
    assert client.post(f"/{school.slug}/reviews/{review.pk}/call-off/").status_code == 302
    assert not AnnualReview.objects.filter(school=school, plan=plan).exists()


def test_the_page_says_what_comes_next(client, school, sendco):
    plan = make_plan("2024-11-19", school=school, year_group="6", born_on=dt.date(2016, 5, 8))
    held(plan, "2026-07-17")
    page = client.get(f"/{school.slug}/plans/{plan.pk}/").content.decode()
    assert "Council to confirm" in page
    assert "SEND Regs 2014 reg 20(7)–(9)" in page
    assert "Record report sent" in page


def test_who_may_only_look_is_offered_no_change(client, today, school):
    plan = make_plan("2026-02-01", school=school)
    review = planned(plan, "2026-12-03")
    client.force_login(member(school, Role.SEND_ADMINISTRATOR))
    page = client.get(f"/{school.slug}/plans/{plan.pk}/")
    assert page.status_code == 200
    assert "/correct/" not in page.content.decode()
    assert client.post(f"/{school.slug}/reviews/{review.pk}/papers/").status_code == 403


def test_a_planned_meeting_leads_to_its_review_not_to_its_record(client, school, sendco):
    plan = make_plan("2025-09-19", school=school)
    review = planned(plan, "2027-01-06")
    page = client.get(f"/{school.slug}/plans/{plan.pk}/").content.decode()
    assert f'<a class="govuk-button" href="/{school.slug}/reviews/{review.pk}/">' in page
    listed = client.get(f"/{school.slug}/plans/").content.decode()
    assert "Fri 21 Aug" in listed  # the last day of the law stands in the list all the same


def test_a_report_that_a_decision_followed_is_not_late_for_ever(client, school, sendco):
    plan = make_plan("2024-11-19", school=school)
    review = held(plan, "2025-10-22")
    url = f"/{school.slug}/plans/{plan.pk}/"
    assert "Late by 383 days" in client.get(url).content.decode()
    AnnualReview.objects.filter(pk=review.pk).update(decided_on="2025-11-19", decision="maintain")
    page = client.get(url).content.decode()
    assert "Late by 383 days" not in page
    assert "No day is recorded" in page


def test_whole_hours_are_said_without_a_nought(client, school, sendco):
    plan = make_plan("2025-09-19", school=school)
    for hours, words in (("20", "20"), ("12.5", "12.5")):
        EhcPlan.objects.filter(pk=plan.pk).update(hours_per_week=hours)
        page = client.get(f"/{school.slug}/plans/{plan.pk}/").content.decode()
        assert f"<dd>{words}</dd>" in page
