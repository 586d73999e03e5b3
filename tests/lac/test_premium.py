"""Pupil premium plus changes: agreed before it is spent, nothing counted twice, all of it traced."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from aylsham.access.roles import Role
from aylsham.audit.codes import Action
from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.identifiers import uuid7
from aylsham.models import AuditEvent, Deadline
from lac.models import PremiumCost, PremiumFunding, PremiumRequest
from lac.services.premium import (
    COST_FIELDS_OF_ROW,
    FUNDING_FIELDS,
    IMPACT_FIELDS,
    REQUEST_FIELDS,
    change_cost,
    change_funding,
    change_request,
    judge_impact,
    remove_cost,
    remove_funding,
    take_step,
)
from provision.services.outcomes import end_target
from tests.factories import TODAY, PupilFactory, SchoolFactory, member
from tests.lac.premium_makers import a_request, a_sum, agreed, paid
from tests.provision.aims import a_target

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def pupil():
    return PupilFactory(school=SchoolFactory(slug="oakfield"))


@pytest.fixture
def teacher(pupil):
    return member(pupil.school, Role.DESIGNATED_TEACHER)


def judged(request, by, impact="met", on=TODAY):
    version = version_of(request, IMPACT_FIELDS)
    facts = {"impact": impact, "impact_words": "Reads 9 of 10.", "impact_on": on}
    return judge_impact(request=request, version=version, by=by, **facts)


class TestSums:
    def test_pressed_twice_a_sum_is_given_once(self, pupil, teacher):
        key = uuid7()
        first = a_sum(pupil, by=teacher, key=key)
        assert a_sum(pupil, by=teacher, key=key) == first
        assert PremiumFunding.objects.count() == 1
        assert AuditEvent.objects.filter(action=Action.CHANGE_PREMIUM).count() == 1

    def test_the_whole_rate_is_given_once_a_year_and_payer(self, pupil):
        a_sum(pupil, kind="year")
        a_sum(pupil, kind="year", payer="school")
        a_sum(pupil, kind="year", financial_year=2025)
        with pytest.raises(TransitionNotAllowed, match="written down already"):
            a_sum(pupil, kind="year")
        with pytest.raises(IntegrityError), transaction.atomic():
            PremiumFunding.objects.create(
                school=pupil.school, pupil=pupil, financial_year=2026, payer="vs", kind="year",
                pence=1, on=TODAY,
            )  # fmt: skip

    def test_a_second_editor_is_told(self, pupil, teacher):
        row = a_sum(pupil)
        old = version_of(row, FUNDING_FIELDS)
        facts = {name: getattr(row, name) for name in FUNDING_FIELDS}
        change_funding(funding=row, version=old, by=teacher, **(facts | {"pence": 100}))
        with pytest.raises(StaleSave):
            change_funding(funding=row, version=old, by=teacher, **(facts | {"pence": 200}))
        row.refresh_from_db()
        assert row.pence == 100

    def test_taken_away_twice_it_is_written_down_once(self, pupil, teacher):
        row = a_sum(pupil)
        before = AuditEvent.objects.count()
        for _ in range(2):
            remove_funding(funding=row, by=teacher)
        assert AuditEvent.objects.count() == before + 1


class TestRequests:
    def test_a_target_must_be_open_and_the_childs_own(self, pupil, teacher):
        other = a_target(PupilFactory(school=pupil.school))
        with pytest.raises(TransitionNotAllowed, match="not this child"):
            a_request(pupil, target=other)
        own = a_target(pupil)
        end_target(target=own, ended_on=TODAY, ended_as="met", by=teacher)
        with pytest.raises(TransitionNotAllowed, match="closed"):
            a_request(pupil, target=own)
        assert not PremiumRequest.objects.exists()

    def test_the_way_to_money_and_back(self, pupil, teacher):
        row = a_request(pupil)
        step = {"by": teacher, "on": TODAY}
        asked = take_step(request=row, to="asked", **step)
        assert (asked.state, asked.asked_on) == ("asked", TODAY)
        with pytest.raises(TransitionNotAllowed, match="cannot be earlier"):
            agreed(asked, on=TODAY - dt.timedelta(days=1))
        done = agreed(asked, on=TODAY)
        assert (done.state, done.decided_by) == ("agreed", "Ana Silva, adviser")
        again = take_step(request=done, to="asked", **step)
        assert (again.state, again.decided_on, again.decided_by) == ("asked", None, "")
        refused = take_step(request=again, to="refused", who="Ana Silva", words="No", **step)
        with pytest.raises(TransitionNotAllowed, match="not open"):
            agreed(refused)

    def test_a_step_pressed_twice_is_one(self, pupil, teacher):
        row = agreed(a_request(pupil))
        before = AuditEvent.objects.count()
        assert agreed(row, who="Somebody else").decided_by == "Ana Silva, adviser"
        assert AuditEvent.objects.count() == before

    def test_what_was_agreed_keeps_its_words(self, pupil, teacher):
        row = agreed(a_request(pupil))
        facts = {name: getattr(row, name) for name in REQUEST_FIELDS}
        version = version_of(row, ("target", *REQUEST_FIELDS))
        with pytest.raises(TransitionNotAllowed, match="answered"):
            change_request(request=row, target=row.target, version=version, by=teacher, **facts)

    def test_an_answer_stays_once_money_went_or_its_effect_is_judged(self, pupil, teacher):
        spent, seen = agreed(a_request(pupil)), agreed(a_request(pupil))
        paid(spent, 100)
        judged(seen, teacher)
        for row, why in ((spent, "Money has been spent"), (seen, "judged")):
            with pytest.raises(TransitionNotAllowed, match=why):
                take_step(request=row, to="asked", on=TODAY, by=teacher)


class TestCosts:
    def test_nothing_is_paid_before_anybody_agreed(self, pupil):
        row = a_request(pupil)
        with pytest.raises(TransitionNotAllowed, match="Nobody has agreed"):
            paid(row, 100)
        assert not PremiumCost.objects.exists()
        assert AuditEvent.objects.filter(action=Action.CHANGE_PREMIUM).count() == 1  # the request

    def test_what_was_paid_the_day_before_needs_a_reason(self, pupil):
        row = agreed(a_request(pupil), on=dt.date(2026, 9, 10))
        with pytest.raises(TransitionNotAllowed, match="10 September 2026"):
            paid(row, 100, on=dt.date(2026, 9, 9))
        paid(row, 100, on=dt.date(2026, 9, 9), early_why="The place would have gone.")
        paid(row, 100, on=dt.date(2026, 9, 10))
        assert PremiumCost.objects.count() == 2

    def test_no_more_comes_back_than_was_paid(self, pupil, teacher):
        row = agreed(a_request(pupil))
        first = paid(row, 5_000)
        paid(row, -5_000)
        with pytest.raises(TransitionNotAllowed, match=r"Only £0\.00"):
            paid(row, -1)
        with pytest.raises(TransitionNotAllowed, match=r"£50\.00 more"):
            remove_cost(cost=first, by=teacher)
        facts = {"pence": 4_999, "on": TODAY, "what": "Tutor", "receipt": "", "early_why": ""}
        version = version_of(first, COST_FIELDS_OF_ROW)
        with pytest.raises(TransitionNotAllowed, match="no more than that"):
            change_cost(cost=first, version=version, by=teacher, document_id=None, **facts)

    def test_the_database_knows_no_cost_of_nothing(self, pupil):
        row = agreed(a_request(pupil))
        with pytest.raises(IntegrityError), transaction.atomic():
            paid(row, 0)


class TestDue:
    def due(self, pupil):
        rows = Deadline.objects.filter(school=pupil.school, provider="premium").order_by("due_on")
        return [(row.title, row.due_on, row.owed_by, row.permission) for row in rows]

    def test_an_answer_is_waited_for_then_the_effect_then_nothing(self, pupil, teacher):
        row = a_request(pupil, starts_on=TODAY, review_on=dt.date(2027, 2, 12))
        assert self.due(pupil) == []
        take_step(request=row, to="asked", on=dt.date(2026, 11, 2), by=teacher)
        [(title, on, who, permission)] = self.due(pupil)
        assert (title[:6], on, who, permission) == ("Answer", TODAY, "la", "view_premium")
        row = agreed(row, on=TODAY)
        [(title, on, who, _)] = self.due(pupil)
        assert (title[:3], on, who) == ("Say", dt.date(2027, 2, 12), "school")
        row = judged(row, teacher, "early")
        assert self.due(pupil)  # too early is no answer
        judged(row, teacher, "partly")
        assert self.due(pupil) == []

    def test_what_is_left_of_the_virtual_schools_money_is_used_by_march(self, pupil, teacher):
        a_sum(pupil, 10_000)
        a_sum(pupil, 10_000, payer="school")
        [(title, on, _, _)] = self.due(pupil)
        assert (title[:3], on) == ("Use", dt.date(2027, 3, 31))
        row = agreed(a_request(pupil, review_on=dt.date(2027, 5, 1)))
        paid(row, 9_999)
        assert dt.date(2027, 3, 31) in {on for _, on, _, _ in self.due(pupil)}
        a_sum(pupil, 1, kind="back")
        assert dt.date(2027, 3, 31) not in {on for _, on, _, _ in self.due(pupil)}


def test_a_judgement_needs_agreement_and_a_beginning(pupil, teacher):
    row = a_request(pupil)
    with pytest.raises(TransitionNotAllowed, match="nothing to judge"):
        judged(row, teacher)
    row = agreed(row)
    with pytest.raises(TransitionNotAllowed, match="not begun"):
        judged(row, teacher, on=row.starts_on - dt.timedelta(days=1))
    assert judged(row, teacher, on=row.starts_on).impact_by == teacher
