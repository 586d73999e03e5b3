"""A review's meeting: invited by law with proof, moved, called off, held; what is due before."""

import datetime as dt

import pytest
from django.core import mail

from aylsham.changes import TransitionNotAllowed
from aylsham.models import Deadline
from ehcp.models import AnnualReview, ReviewInvitee, ReviewMeeting
from ehcp.review_codes import LawRole, Route
from ehcp.selectors.review_people import missing_of
from ehcp.services.meetings import call_off_review_meeting, move_review_meeting
from ehcp.services.review_attendance import hold_with
from ehcp.services.review_meetings import (
    record_advice_received,
    record_answer,
    take_off,
    told_again,
)
from ehcp.services.review_tasks import give_task
from pupils.models import ContactOrder, Meeting, MeetingInvitee
from pupils.services.meetings.planning import call_off
from tests.ehcp.makers import make_plan, planned
from tests.ehcp.review_makers import (
    OFFICERS,
    everybody,
    invited,
    of_parent,
    outside,
    parent_of,
    person,
    set_up,
)
from tests.factories import TODAY, SchoolFactory, member

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
DAY = dt.timedelta(days=1)
MEETING = dt.date(2027, 1, 20)


@pytest.fixture
def school():
    return SchoolFactory()


@pytest.fixture
def by(school):
    return member(school)


@pytest.fixture
def review(school):
    return planned(make_plan("2026-02-01", school=school), MEETING.isoformat())


def titles(review) -> set[str]:
    rows = Deadline.objects.filter(school=review.school, kind="review_tasks")
    return {row.key.rpartition(":")[2] for row in rows}


def test_who_leads_stands_in_the_heads_place_and_the_rest_of_the_law_is_missing(review, by):
    row = set_up(review, by)
    (chair,) = ReviewInvitee.objects.filter(school=review.school, meeting=row)
    assert (chair.role, chair.guest.user) == (LawRole.SCHOOL, by)
    missing = [each.role for each in missing_of(row, today=TODAY)]
    assert missing == [LawRole.PARENT, LawRole.COUNCIL, LawRole.HEALTH, LawRole.CARE]


def test_pressing_twice_sets_up_one_meeting(review, by):
    assert set_up(review, by) == set_up(review, by)
    assert Meeting.objects.filter(school=review.school).count() == 1


class TestInviting:
    def test_the_review_is_invited_with_the_last_whom_the_law_names(self, review, by):
        row = set_up(review, by)
        parent = parent_of(review.plan.pupil)
        invited(row, by, of_parent(parent), *OFFICERS[:2])
        review.refresh_from_db()
        assert review.invited_on is None
        invited(row, by, OFFICERS[2], on=TODAY - 3 * DAY)
        review.refresh_from_db()
        assert review.invited_on == TODAY

    def test_a_letter_has_its_own_day_and_sends_no_mail(self, review, by):
        row = set_up(review, by)
        parent = parent_of(review.plan.pupil)
        invited(row, by, of_parent(parent, Route.LETTER), on=TODAY - 2 * DAY)
        kept = person(row, "Mia Reed")
        assert (kept.route, kept.invited_on) == (Route.LETTER, TODAY - 2 * DAY)
        assert kept.guest.email == ""
        assert kept.guest.invited_on is None

    def test_an_e_mail_counts_from_the_day_it_went_whatever_was_typed(self, review, by):
        row = set_up(review, by)
        invited(row, by, OFFICERS[1], on=TODAY - 9 * DAY)
        assert person(row, "Hana Frost").invited_on == TODAY

    def test_views_are_asked_for_in_the_same_breath(self, review, by):
        row = set_up(review, by)
        by_day = TODAY + 14 * DAY
        invited(row, by, outside("Hana Frost", LawRole.HEALTH, Route.EMAIL, views_on=by_day))
        ask = person(row, "Hana Frost").guest.ask
        assert (ask.kind, ask.due_on) == ("advice", by_day)

    def test_a_second_parent_with_responsibility_is_missing_until_told(self, review, by):
        row = set_up(review, by)
        parent_of(review.plan.pupil, "Dan Reed", relationship="Father", email="")
        everybody_but = of_parent(parent_of(review.plan.pupil))
        invited(row, by, everybody_but, *OFFICERS)
        assert [m.words for m in missing_of(row, today=TODAY)] == ["Dan Reed (parent)"]
        review.refresh_from_db()
        assert review.invited_on is None

    def test_a_barred_parent_is_neither_invited_nor_missing(self, review, by):
        row = set_up(review, by)
        pupil = review.plan.pupil
        barred = parent_of(pupil, "Dan Reed", email="dan@away.example")
        ContactOrder.objects.create(
            school=pupil.school, pupil=pupil, contact=barred, kind="no_information",
            stops_information=True, starts_on=TODAY - 30 * DAY, evidence="Court order in the safe",
        )  # fmt: skip
        for route in (Route.EMAIL, Route.LETTER):
            with pytest.raises(TransitionNotAllowed, match="Dan Reed"):
                invited(row, by, of_parent(barred, route))
        everybody_else = of_parent(parent_of(pupil))
        invited(row, by, everybody_else, *OFFICERS)
        assert missing_of(row, today=TODAY) == []

    def test_one_refusal_invites_nobody(self, review, by):
        row = set_up(review, by)
        invited(row, by, OFFICERS[0])
        with pytest.raises(TransitionNotAllowed, match="invited already"):
            invited(row, by, OFFICERS[2], OFFICERS[0])
        assert not ReviewInvitee.objects.filter(meeting=row, guest__name="Sam Cole").exists()

    @pytest.mark.parametrize(("on", "words"), [(TODAY + DAY, "not come yet"), (None, "before it")])
    def test_nobody_was_told_in_the_future_or_after_the_meeting(self, school, by, on, words):
        review = planned(make_plan("2026-02-01", school=school), "2026-11-20")
        row = set_up(review, by)
        with pytest.raises(TransitionNotAllowed, match=words):
            invited(row, by, OFFICERS[0], on=on or TODAY)

    def test_taking_off_the_only_officer_opens_the_list_again(self, review, by):
        row = everybody(set_up(review, by), by)
        take_off(invitee=person(row, "Sam Cole"), by=by)
        review.refresh_from_db()
        assert review.invited_on is None
        assert [m.role for m in missing_of(row, today=TODAY)] == [LawRole.CARE]


class TestMoving:
    def test_e_mails_go_again_and_others_have_to_be_told(self, review, by):
        row = everybody(set_up(review, by), by, on=TODAY - DAY)
        MeetingInvitee.objects.filter(name="Hana Frost").update(invited_on=TODAY - DAY)
        later = MEETING + 7 * DAY
        review = move_review_meeting(review=review, meeting_on=later, kind="annual", by=by)
        row.refresh_from_db()
        assert Meeting.objects.get(pk=row.meeting_id).on == later
        assert person(row, "Hana Frost").invited_on == TODAY
        assert person(row, "Olu Grant").invited_on is None
        assert review.invited_on is None
        for name in ("Olu Grant", "Sam Cole"):
            told_again(invitee=person(row, name), route="phone", invited_on=TODAY, by=by)
        review.refresh_from_db()
        assert review.invited_on == TODAY
        assert person(row, "Olu Grant").route == Route.PHONE

    def test_only_the_kind_changed_leaves_the_invitations(self, review, by):
        row = everybody(set_up(review, by), by)
        move_review_meeting(review=review, meeting_on=MEETING, kind="early", by=by)
        review.refresh_from_db()
        assert review.invited_on == TODAY
        assert person(row, "Olu Grant").invited_on == TODAY

    def test_called_off_everybody_hears_of_it(self, review, by, django_capture_on_commit_callbacks):
        row = everybody(set_up(review, by), by)
        call_off_review_meeting(review=review, by=by)
        assert Meeting.objects.get(pk=row.meeting_id).state == "called_off"
        assert not ReviewMeeting.objects.filter(school=review.school).exists()

    def test_its_meeting_is_not_moved_past_the_review(self, review, by):
        row = set_up(review, by)
        with pytest.raises(TransitionNotAllowed, match="the annual review"):
            call_off(meeting=row.meeting, why="no", by=by)


class TestAnswers:
    def test_a_report_instead(self, review, by):
        row = everybody(set_up(review, by), by)
        health = person(row, "Hana Frost")
        record_answer(invitee=health, reply="apologies", sends_report=True, note="", by=by)
        record_advice_received(invitee=health, received_on=TODAY, by=by)
        health = person(row, "Hana Frost")
        assert (health.sends_report, health.advice_received_on) == (True, TODAY)
        assert health.guest.reply == "apologies"

    def test_who_comes_sends_no_report_instead(self, review, by):
        row = everybody(set_up(review, by), by)
        with pytest.raises(TransitionNotAllowed):
            record_answer(
                invitee=person(row, "Sam Cole"), reply="coming", sends_report=True, note="", by=by
            )

    @pytest.mark.parametrize("on", [TODAY - DAY, TODAY + DAY])
    def test_advice_comes_between_asking_and_today(self, review, by, on):
        row = everybody(set_up(review, by), by)
        with pytest.raises(TransitionNotAllowed):
            record_advice_received(invitee=person(row, "Sam Cole"), received_on=on, by=by)


class TestHolding:
    def test_who_came_is_kept_and_can_be_corrected(self, school, by):
        review = planned(make_plan("2026-02-01", school=school), "2026-11-25")
        row = everybody(set_up(review, by), by)
        came = {person(row, name).pk for name in ("Mia Reed", "Olu Grant")}
        held = hold_with(
            meeting=row, meeting_on=TODAY, came=came, kind="annual", version=None, by=by
        )
        assert (held.is_held, held.meeting_on) == (True, TODAY)
        assert Meeting.objects.get(pk=row.meeting_id).on == TODAY
        assert person(row, "Mia Reed").guest.came is True
        assert person(row, "Sam Cole").guest.came is False
        hold_with(
            meeting=row, meeting_on=TODAY, came={person(row, "Sam Cole").pk}, kind="annual",
            version=None, by=by,
        )  # fmt: skip
        assert person(row, "Sam Cole").guest.came is True
        assert person(row, "Mia Reed").guest.came is False

    def test_not_before_its_day(self, review, by):
        row = everybody(set_up(review, by), by)
        with pytest.raises(TransitionNotAllowed):
            hold_with(
                meeting=row, meeting_on=MEETING, came=set(), kind="annual", version=None, by=by
            )
        assert not AnnualReview.objects.get(pk=review.pk).is_held


class TestDue:
    def test_our_own_days_go_as_they_are_done(self, review, by):
        assert titles(review) == {"set_up", "child"}
        row = set_up(review, by)
        assert titles(review) == {"ask", "child"}
        everybody(row, by)
        assert titles(review) == {"child", "chase"}
        for name in ("Mia Reed", "Olu Grant", "Hana Frost", "Sam Cole"):
            record_advice_received(invitee=person(row, name), received_on=TODAY, by=by)
        assert titles(review) == {"child"}

    def test_days_are_six_and_three_weeks_before_in_term_time(self, review, by):
        rows = {
            row.key.rpartition(":")[2]: row
            for row in Deadline.objects.filter(school=review.school, kind="review_tasks")
        }
        assert rows["set_up"].due_on == MEETING - 42 * DAY
        assert rows["child"].due_on == MEETING - 21 * DAY
        assert rows["child"].do_by <= rows["child"].due_on
        assert rows["child"].lapses_on == MEETING

    def test_a_task_that_was_given_bears_the_name(self, review, by, school):
        colleague = member(school, user__name="Ada Lovell")
        give_task(review=review, kind="child", owner=colleague, by=by)
        row = Deadline.objects.get(school=school, key=f"{review.pk}:child")
        assert row.title.startswith("Ada Lovell: hear what the child thinks")

    def test_nobody_is_given_what_the_council_does(self, review, by):
        with pytest.raises(TransitionNotAllowed):
            give_task(review=review, kind="decide", owner=by, by=by)

    def test_its_meeting_is_not_due_twice(self, review, by):
        set_up(review, by)
        rows = Deadline.objects.filter(school=review.school, kind="meeting")
        assert not rows.exists()


def test_no_mail_names_the_child(review, by, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        everybody(set_up(review, by), by)
    assert all(review.plan.pupil.last_name not in m.subject + m.body for m in mail.outbox)
