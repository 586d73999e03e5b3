"""A concern: raised once, asked of those near the child, decided step by step."""

import datetime as dt

import pytest

from aylsham.access.roles import Role
from aylsham.audit.codes import Action
from aylsham.changes import StaleSave, TransitionNotAllowed
from aylsham.identifiers import uuid7
from aylsham.models import AuditEvent, Deadline, Owes
from pupils.codes import StatusReason
from pupils.models import AgreedAction, Concern, ConcernAnswer, ConcernStep, StatusPeriod
from pupils.rules import concerns as rules
from pupils.services.actions import NewAction, Owner
from pupils.services.classes import assign_adult
from pupils.services.concerns.ordinary import write_ordinary_provision
from pupils.services.concerns.raising import answer_concern
from pupils.services.concerns.triage import decide, give_support, refer, review_monitoring
from pupils.services.status import Told
from tests.factories import (
    TODAY,
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    member,
    supporter_of,
    teacher_of,
)
from tests.pupils.concerns.makers import concern_of, said, state

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
DAY = dt.timedelta(days=1)
ANSWER = {"same": "yes", "seen": ["words"], "words": "Points instead", "helps": "Pictures"}


@pytest.fixture
def school():
    return SchoolFactory(live_from=dt.date(2026, 9, 1))


@pytest.fixture
def child(school):
    group = ClassGroupFactory(school=school)
    return PupilFactory(school=school, class_group=group)


@pytest.fixture
def teacher(child):
    return teacher_of(child.class_group)


@pytest.fixture
def lsa(child):
    return supporter_of(child)


@pytest.fixture
def sendco(school):
    return member(school)


@pytest.fixture
def concern(child, teacher, lsa, sendco):
    return concern_of(child, by=teacher)


def events() -> int:
    return AuditEvent.objects.filter(action=Action.CHANGE_CONCERN).count()


def due(kind="concern") -> list:
    return sorted(Deadline.objects.filter(kind=kind).values_list("title", "due_on"))


class TestRules:
    @pytest.mark.parametrize(
        ("raised", "live", "by"),
        [
            ("2026-11-23", "2026-09-01", "2026-12-07"),
            ("2026-11-23", "2026-11-23", "2026-12-07"),
            ("2026-11-23", "2026-11-24", "2026-12-08"),
            ("2026-11-23", None, None),
        ],
    )
    def test_two_weeks_from_going_live_at_the_earliest(self, raised, live, by):
        day = dt.date.fromisoformat
        found = rules.decide_by(day(raised), day(live) if live else None)
        assert found == (day(by) if by else None)

    def test_the_second_review_is_the_last(self):
        assert [rules.is_last_review(n) for n in (0, 1, 2)] == [False, True, True]


class TestRaising:
    def test_it_asks_everybody_else_near_the_child(self, concern, lsa, teacher):
        assert [a.user for a in concern.answers.all()] == [lsa]
        assert concern.answers.get().answer_by == TODAY + 7 * DAY
        assert events() == 1

    def test_a_trainee_is_not_asked(self, child, teacher, school):
        trainee = member(school, Role.TRAINEE, ends_on=TODAY + 90 * DAY)
        assign_adult(
            class_group=child.class_group, user=trainee, role="trainee", starts_on=TODAY, by=None
        )
        assert not concern_of(child, by=teacher).answers.exists()

    def test_pressing_twice_raises_one(self, child, teacher):
        key = uuid7()
        assert concern_of(child, by=teacher, key=key) == concern_of(child, by=teacher, key=key)
        assert (Concern.objects.count(), events()) == (1, 1)

    def test_one_open_concern_in_an_area(self, concern, child, teacher):
        with pytest.raises(TransitionNotAllowed, match="open concern in this area"):
            concern_of(child, by=teacher)
        concern_of(child, by=teacher, area="CL", seen=["reading"])
        assert (Concern.objects.count(), events()) == (2, 2)


class TestAnswering:
    def test_once_and_said_better_until_triage(self, concern, lsa, sendco):
        answer = concern.answers.get()
        answer_concern(answer=answer, version=said(answer), by=lsa, **ANSWER)
        version = said(answer)
        answer_concern(answer=answer, version="old", by=lsa, **ANSWER)  # pressed twice
        assert events() == 2
        answer_concern(answer=answer, version=version, by=lsa, **ANSWER | {"words": "Points"})
        decide(concern=concern, kind="universal", reason="Try", version=state(concern), by=sendco)
        with pytest.raises(TransitionNotAllowed, match="decided already"):
            answer_concern(answer=answer, version=said(answer), by=lsa, **ANSWER)
        assert ConcernAnswer.objects.get().words == "Points"

    def test_only_by_whoever_was_asked(self, concern, sendco):
        answer = concern.answers.get()
        with pytest.raises(TransitionNotAllowed):
            answer_concern(answer=answer, version=said(answer), by=sendco, **ANSWER)


class TestTriage:
    def test_support_tells_the_parents_and_ends_the_concern(self, concern, sendco):
        told = Told(on=TODAY, how="meeting")
        step = give_support(
            concern=concern, reason="Needs more", told=told, version=state(concern), by=sendco
        )
        period = StatusPeriod.objects.get()
        assert (period.reason, period.parent_told_on) == (StatusReason.CONCERN, TODAY)
        assert (step.period, Concern.objects.get().closed_on) == (period, TODAY)

    def test_support_in_silence_leaves_nothing_behind(self, concern, sendco):
        with pytest.raises(TransitionNotAllowed):
            give_support(
                concern=concern, reason="More", told=Told(), version=state(concern), by=sendco
            )
        assert not StatusPeriod.objects.exists() and not ConcernStep.objects.exists()
        assert events() == 1 and Concern.objects.get().is_open

    def test_monitoring_runs_out_after_two_reviews(self, concern, sendco):
        def look(next_on):
            review_monitoring(
                concern=concern, found="Slow", next_on=next_on, version=state(concern), by=sendco
            )

        def monitor():
            decide(
                concern=concern,
                kind="monitoring",
                reason="Wait for the screening",
                review_on=TODAY + 28 * DAY,
                version=state(concern),
                by=sendco,
            )

        monitor()
        with pytest.raises(TransitionNotAllowed, match="later day"):
            look(TODAY)
        look(TODAY + DAY)
        look(TODAY + 60 * DAY)  # the second: the day is not kept, monitoring is over
        concern.refresh_from_db()
        assert (concern.step, concern.review_on, concern.reviews) == ("monitoring", None, 2)
        assert due() == [("Decide: the monitoring of a concern has run out", TODAY + 14 * DAY)]
        with pytest.raises(TransitionNotAllowed, match="not being monitored"):
            look(TODAY + DAY)
        monitor()
        concern.refresh_from_db()
        assert (concern.reviews, concern.review_on) == (0, TODAY + 28 * DAY)
        assert [s.kind for s in concern.steps.all()] == [
            "monitoring", "reviewed", "reviewed", "monitoring",
        ]  # fmt: skip

    def test_a_second_press_and_a_second_person_do_not_decide_again(self, concern, sendco):
        version = state(concern)
        facts = {"concern": concern, "reason": "Try it", "version": version, "by": sendco}
        decide(kind="universal", **facts)
        with pytest.raises(StaleSave):
            decide(kind="assessment", **facts)
        assert ConcernStep.objects.count() == 1

    def test_a_reason_is_asked_and_the_end_is_the_end(self, concern, sendco):
        facts = {"concern": concern, "kind": "closed", "by": sendco}
        with pytest.raises(TransitionNotAllowed, match="Say why"):
            decide(reason=" ", version=state(concern), **facts)
        decide(reason="Caught up", version=state(concern), **facts)
        with pytest.raises(TransitionNotAllowed, match="is closed"):
            decide(reason="Again", version=state(concern), **facts)

    def test_a_referral_is_an_agreed_action(self, concern, sendco):
        therapist = Owner(name="Speech therapy", owed_by=Owes.HEALTH)
        action = NewAction("See the child", therapist, TODAY + 30 * DAY)
        step = refer(
            concern=concern, action=action, reason="Sounds", version=state(concern), by=sendco
        )
        assert step.action == AgreedAction.objects.get()
        assert step.action.source_id == concern.pk


class TestDue:
    def test_decision_and_answers_then_the_review(self, concern, sendco):
        assert due() == [
            ("Answer what is asked about a concern", TODAY + 7 * DAY),
            ("Decide what follows a concern", TODAY + 14 * DAY),
        ]
        decide(
            concern=concern,
            kind="monitoring",
            reason="Wait",
            review_on=TODAY + 30 * DAY,
            version=state(concern),
            by=sendco,
        )
        assert due() == [("Look again at a concern that is monitored", TODAY + 30 * DAY)]
        decide(concern=concern, kind="closed", reason="Fine", version=state(concern), by=sendco)
        assert due() == []

    def test_nothing_before_the_school_is_live(self, child, teacher, lsa, school):
        school.live_from = None
        school.save()
        concern_of(child, by=teacher)
        assert due() == []


class TestOrdinaryProvision:
    def test_the_school_writes_its_own(self, school, sendco):
        facts = {"school": school, "area": "CI", "stage": "KS1", "by": sendco}
        row = write_ordinary_provision(text=" One \n\nTwo\nOne", version="", **facts)
        assert row.text == "One\nTwo"
        with pytest.raises(StaleSave):
            write_ordinary_provision(text="Three", version="", **facts)
        with pytest.raises(TransitionNotAllowed):
            write_ordinary_provision(text=" \n", version="", **facts | {"stage": "EY"})
