"""A referral: no sending without consent, the wait counted, chased, declined, opened again."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from aylsham.audit.codes import Action
from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.codes import Sensitivity
from aylsham.identifiers import uuid7
from aylsham.models import AuditEvent, Deadline, Owes
from pupils.models import AgreedAction, Referral, ReferralStep
from pupils.rules import referrals as rules
from pupils.selectors.services import offered_services
from pupils.services.actions import NewAction, Owner
from pupils.services.concerns.triage import decide, refer
from pupils.services.outside_services import add_service, fill_catalogue
from pupils.services.referrals.following import (
    APPOINTMENT_FIELDS,
    add_appointment,
    change_appointment,
    chase,
    open_from_concern,
    receive_report,
    set_nudge,
)
from pupils.services.referrals.referring import (
    REFERRAL_FIELDS,
    STEP_FIELDS,
    ParentsTold,
    change_referral,
    reopen,
    take_step,
    tell_parents,
)
from tests.factories import TODAY, PupilFactory, SchoolFactory, member
from tests.pupils.agencies.makers import CAMHS, agreed, drafted, report_on, sent, step
from tests.pupils.concerns.makers import WORDS, concern_of, state

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
DAY = dt.timedelta(days=1)
WEEK = dt.timedelta(days=7)


@pytest.fixture
def school():
    return SchoolFactory(live_from=dt.date(2026, 9, 1))


@pytest.fixture
def child(school):
    return PupilFactory(school=school)


@pytest.fixture
def sendco(school):
    return member(school)


def events() -> int:
    return AuditEvent.objects.filter(action=Action.CHANGE_REFERRAL).count()


def due() -> list:
    rows = Deadline.objects.filter(kind="referral")
    return sorted(rows.values_list("title", "due_on", "permission"))


class TestRules:
    @pytest.mark.parametrize(("days", "weeks"), [(0, 0), (6, 0), (7, 1), (13, 1), (14, 2), (-3, 0)])
    def test_full_weeks_only(self, days, weeks):
        assert rules.weeks_waited(TODAY - days * DAY, None, TODAY) == weeks

    def test_a_wait_ends_when_seen_or_turned_away(self):
        sent_on = TODAY - 70 * DAY
        seen, closed = TODAY - 35 * DAY, TODAY - 7 * DAY
        ended = rules.wait_ended_on(seen, None, closed)
        assert rules.weeks_waited(sent_on, ended, TODAY) == 5
        assert rules.wait_ended_on(None, None, None) is None
        assert rules.weeks_waited(None, None, TODAY) is None

    @pytest.mark.parametrize(
        ("state", "days"),
        [("draft", 7), ("sent", 14), ("acknowledged", 14), ("accepted", 28), ("declined", None)],
    )
    def test_when_to_ask_again(self, state, days):
        expected = TODAY + days * DAY if days else None
        assert rules.next_nudge(state, TODAY) == expected

    @pytest.mark.parametrize(
        ("others", "sees", "may"),
        [(0, False, False), (4, False, False), (5, False, True), (1, True, True)],
    )
    def test_no_figure_on_fewer_than_five(self, others, sees, may):
        assert rules.may_show_wait(others, sees_everybody=sees) is may


class TestSending:
    def test_not_without_consent(self, child, sendco):
        referral = drafted(child, by=sendco)
        before = events()
        with pytest.raises(TransitionNotAllowed, match="Nobody has agreed"):
            step(referral, "sent", by=sendco)
        assert events() == before and not ReferralStep.objects.filter(kind="sent").exists()

    def test_with_consent_and_its_day(self, child, sendco):
        referral = sent(child, by=sendco, on=TODAY - WEEK)
        assert (referral.state, referral.sent_on) == ("sent", TODAY - WEEK)
        assert due() == [("Chase a referral", TODAY + 14 * DAY, "view_referrals")]

    def test_without_consent_when_the_reason_is_written(self, child, sendco):
        referral = drafted(child, by=sendco, no_consent_why="To keep the child safe")
        assert step(referral, "sent", by=sendco).state == "sent"

    def test_the_database_refuses_it_too(self, child, sendco):
        referral = drafted(child, by=sendco)
        with pytest.raises(IntegrityError), transaction.atomic():
            Referral.objects.filter(pk=referral.pk).update(state="sent", sent_on=TODAY)

    def test_not_tomorrow_and_not_twice(self, child, sendco):
        referral = agreed(drafted(child, by=sendco), by=sendco)
        with pytest.raises(TransitionNotAllowed, match="has not come"):
            step(referral, "sent", by=sendco, on=TODAY + DAY)
        step(referral, "sent", by=sendco)
        with pytest.raises(TransitionNotAllowed, match="“Sent” now"):
            step(referral, "sent", by=sendco)

    def test_a_second_page_that_is_out_of_date(self, child, sendco):
        referral = agreed(drafted(child, by=sendco), by=sendco)
        version = version_of(referral, STEP_FIELDS)
        step(referral, "sent", by=sendco)
        with pytest.raises(StaleSave):
            take_step(referral=referral, step="sent", on=TODAY, version=version, by=sendco)

    def test_pressing_twice_begins_one(self, child, sendco):
        key = uuid7()
        assert drafted(child, by=sendco, key=key) == drafted(child, by=sendco, key=key)
        assert Referral.objects.count() == 1 and events() == 1

    def test_a_draft_is_due_after_a_week(self, child, sendco):
        drafted(child, by=sendco)
        title = "Send the referral, or drop it"
        assert due() == [(title, TODAY + WEEK, "view_referrals")]

    def test_nothing_is_due_before_the_school_is_live(self, sendco):
        child = PupilFactory(school=SchoolFactory(live_from=None))
        drafted(child, by=sendco)
        assert due() == []


class TestSensitive:
    def test_mental_health_is_sensitive_whatever_is_ticked(self, child, sendco):
        referral = drafted(child, by=sendco, **CAMHS)
        assert referral.sensitivity == Sensitivity.SENSITIVE
        changed = change_referral(
            referral=referral,
            version=version_of(referral, REFERRAL_FIELDS),
            by=sendco,
            **CAMHS,
            usual_weeks=None,
            reason="Worries",
            sensitivity=Sensitivity.EVERYONE,
        )
        assert changed.sensitivity == Sensitivity.SENSITIVE
        assert [permission for *_, permission in due()] == ["view_sensitive"]


class TestAnswers:
    def test_declined_says_what_the_service_said_and_is_due_no_more(self, child, sendco):
        referral = sent(child, by=sendco, on=TODAY - WEEK)
        with pytest.raises(TransitionNotAllowed, match="what the service said"):
            step(referral, "declined", by=sendco, words=" ")
        step(referral, "declined", by=sendco, words="Try the workshop first")
        assert due() == []
        said = ReferralStep.objects.get(kind="declined")
        assert said.words == "Try the workshop first"

    def test_not_before_it_was_sent(self, child, sendco):
        referral = sent(child, by=sendco)
        with pytest.raises(TransitionNotAllowed, match="after that day"):
            step(referral, "accepted", by=sendco, on=TODAY - DAY)

    def test_accepted_is_asked_again_in_four_weeks_or_on_a_day(self, child, sendco):
        referral = step(sent(child, by=sendco), "accepted", by=sendco)
        assert referral.nudge_on == TODAY + 28 * DAY
        day = TODAY + 3 * DAY
        assert set_nudge(referral=referral, nudge_on=day, by=sendco).nudge_on == day
        with pytest.raises(TransitionNotAllowed):
            set_nudge(referral=referral, nudge_on=TODAY, by=sendco)

    def test_opened_again_it_is_as_far_as_it_was(self, child, sendco):
        referral = step(sent(child, by=sendco), "accepted", by=sendco)
        referral = step(referral, "closed", by=sendco, words="Moved away")
        assert (referral.outcome, referral.nudge_on) == ("Moved away", None)
        version = version_of(referral, STEP_FIELDS)
        again = reopen(referral=referral, why="Came back", version=version, by=sendco)
        assert (again.state, again.closed_on, again.outcome) == ("accepted", None, "")
        assert due()[0][1] == TODAY + 28 * DAY

    def test_parents_are_told_of_a_step_not_before_it(self, child, sendco):
        sent(child, by=sendco, on=TODAY - WEEK)
        row = ReferralStep.objects.get(kind="sent")
        with pytest.raises(TransitionNotAllowed):
            tell_parents(step=row, told=ParentsTold(TODAY - 8 * DAY, "phone"), by=sendco)
        told = tell_parents(step=row, told=ParentsTold(TODAY, "phone"), by=sendco)
        assert (told.told_on, told.told_how) == (TODAY, "phone")


class TestChasing:
    def test_it_is_logged_and_asked_again_later(self, child, sendco):
        referral = sent(child, by=sendco, on=TODAY - 30 * DAY)
        set_nudge(referral=referral, nudge_on=TODAY + DAY, by=sendco)
        chase(referral=referral, by=sendco)
        referral.refresh_from_db()
        assert referral.nudge_on == TODAY + 14 * DAY

    def test_a_second_tap_changes_nothing(self, child, sendco):
        referral = sent(child, by=sendco)
        chase(referral=referral, by=sendco)
        before = events()
        chase(referral=referral, by=sendco)
        assert ReferralStep.objects.filter(kind="chased").count() == 1 and events() == before

    def test_neither_a_draft_nor_what_is_over(self, child, sendco):
        with pytest.raises(TransitionNotAllowed, match="not been sent"):
            chase(referral=drafted(child, by=sendco), by=sendco)
        over = step(sent(child, by=sendco), "closed", by=sendco)
        with pytest.raises(TransitionNotAllowed, match="over"):
            chase(referral=over, by=sendco)


class TestAppointments:
    def test_attended_ends_the_wait_and_is_due_no_more(self, child, sendco):
        referral = sent(child, by=sendco, on=TODAY - 35 * DAY)
        facts = {"on": TODAY - 7 * DAY, "at": None, "place": "Clinic", "note": ""}
        row = add_appointment(referral=referral, by=sendco, state="offered", **facts)
        title = "Appointment with a service: record what became of it"
        assert title in [t for t, *_ in due()]
        assert Referral.objects.with_wait().get().seen_on is None
        version = version_of(row, APPOINTMENT_FIELDS)
        change_appointment(appointment=row, version=version, by=sendco, state="attended", **facts)
        assert Referral.objects.with_wait().get().seen_on == TODAY - 7 * DAY
        assert title not in [t for t, *_ in due()]
        assert ReferralStep.objects.filter(kind="appointment").count() == 2

    def test_pressed_twice_is_one_appointment(self, child, sendco):
        referral = sent(child, by=sendco)
        facts = {"on": TODAY, "at": None, "place": "Clinic", "state": "attended", "note": ""}
        first = add_appointment(referral=referral, by=sendco, **facts)
        assert add_appointment(referral=referral, by=sendco, **facts) == first
        assert ReferralStep.objects.filter(kind="appointment").count() == 1

    def test_missed_does_not_end_the_wait_and_nobody_attends_tomorrow(self, child, sendco):
        referral = sent(child, by=sendco, on=TODAY - 35 * DAY)
        add_appointment(referral=referral, by=sendco, on=TODAY, state="missed")
        assert Referral.objects.with_wait().get().seen_on is None
        with pytest.raises(TransitionNotAllowed):
            add_appointment(referral=referral, by=sendco, on=TODAY + DAY, state="attended")

    def test_the_report_is_a_document_of_the_child(self, child, sendco):
        referral = sent(child, by=sendco)
        other = PupilFactory(school=child.school)
        with pytest.raises(TransitionNotAllowed, match="of this child"):
            receive_report(referral=referral, document=report_on(other), by=sendco)
        document = report_on(child)
        for _ in range(2):
            receive_report(referral=referral, document=document, by=sendco)
        assert ReferralStep.objects.filter(kind="report").count() == 1


class TestFromAConcern:
    def refer(self, child, sendco, to="Speech service", **more):
        concern = concern_of(child, by=sendco, **more)
        owner = Owner(name=to, owed_by=Owes.HEALTH)
        action = NewAction("Assess speech sounds", owner, TODAY + 14 * DAY)
        version = state(concern)
        return refer(concern=concern, action=action, reason="Sounds", version=version, by=sendco)

    def test_its_words_come_along_and_the_action_is_no_longer_due(self, school, child, sendco):
        facts = {"kind": "speech", "area": "CI", "owed_by": "health", "usual_weeks": 18}
        add_service(school=school, by=sendco, name="SPEECH service", **facts)
        row = open_from_concern(
            step=self.refer(child, sendco), offered=offered_services(school), by=sendco
        )
        assert (row.service, row.kind, row.usual_weeks) == ("SPEECH service", "speech", 18)
        for words in ("Assess speech sounds", "Sounds", "Does not follow instructions", WORDS):
            assert words in row.reason
        action = AgreedAction.objects.get()
        assert action.withdrawn_why == "Followed up as a referral"

    def test_pressing_twice_begins_one(self, child, sendco):
        step = self.refer(child, sendco)
        first = open_from_concern(step=step, offered=[], by=sendco)
        assert open_from_concern(step=step, offered=[], by=sendco) == first
        assert (first.service, first.kind) == ("Speech service", "other")

    def test_a_sensitive_concern_makes_a_sensitive_referral(self, child, sendco):
        step = self.refer(child, sendco, sensitivity=Sensitivity.SENSITIVE)
        row = open_from_concern(step=step, offered=[], by=sendco)
        assert row.sensitivity == Sensitivity.SENSITIVE

    def test_words_about_safeguarding_stay_for_the_fewest(self, child, sendco):
        step = self.refer(child, sendco, sensitivity=Sensitivity.SAFEGUARDING)
        row = open_from_concern(step=step, offered=[], by=sendco)
        assert row.sensitivity == Sensitivity.SAFEGUARDING
        assert [permission for *_, permission in due()] == ["view_child_protection"]

    def test_not_from_another_decision(self, child, sendco):
        concern = concern_of(child, by=sendco)
        made = decide(
            concern=concern, kind="universal", reason="Wait", version=state(concern), by=sendco
        )
        with pytest.raises(TransitionNotAllowed):
            open_from_concern(step=made, offered=[], by=sendco)


class TestCatalogue:
    def test_filled_once_for_all_schools(self, school, sendco):
        federation = school.federation
        number = fill_catalogue(school=school, federation=federation, by=sendco)
        assert number == len(offered_services(school)) == 11
        assert fill_catalogue(school=school, by=sendco) == 0
        sister = SchoolFactory(federation=federation)
        assert len(offered_services(sister)) == 11
        assert offered_services(SchoolFactory()) == []

    def test_no_name_twice(self, school, sendco):
        facts = {"kind": "speech", "area": "CI", "owed_by": "health"}
        add_service(school=school, by=sendco, name="Talk", **facts)
        with pytest.raises(TransitionNotAllowed):
            add_service(school=school, by=sendco, name="talk", **facts)
