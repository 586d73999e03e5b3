"""People, placements, who decides, reviews, social work, declarations: services."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.identifiers import uuid7
from aylsham.models import AuditEvent
from lac.codes import ONE_AT_A_TIME, CareRole, Matter
from lac.models import (
    CareDeclaration,
    CarePerson,
    CarePlacement,
    CareReview,
    Delegation,
    SocialWorkPeriod,
)
from lac.selectors.delegations import mark_of, open_delegations
from lac.services.declarations import DECLARATION_FIELDS, keep_declaration, set_delegations
from lac.services.people import (
    PERSON_FIELDS,
    change_person,
    change_placement,
    remove_person,
    remove_placement,
)
from lac.services.social_work import (
    REVIEW_FIELDS,
    add_social_work,
    change_review,
    change_social_work,
    record_review,
    remove_review,
    remove_social_work,
)
from tests.factories import TODAY, PupilFactory, SchoolFactory, member
from tests.lac.makers import ENTERED, a_person, a_placement, in_care, was_in_care

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
WEEK = dt.timedelta(7)
DAY = dt.timedelta(1)


@pytest.fixture
def pupil():
    return PupilFactory(school=SchoolFactory(slug="oakfield"))


def care_events() -> int:
    return AuditEvent.objects.filter(action="change_care").count()


class TestPeople:
    def test_a_new_social_worker_follows_the_one_before(self, pupil):
        first = a_person(pupil)
        second = a_person(pupil, name="Bo Reed", starts_on=TODAY)
        first.refresh_from_db()
        assert first.ends_on == TODAY - DAY
        assert second.ends_on is None
        assert [p.name for p in CarePerson.objects.live(TODAY)] == ["Bo Reed"]

    @pytest.mark.parametrize("role", sorted(set(CareRole) - ONE_AT_A_TIME))
    def test_others_stand_beside_each_other(self, pupil, role):
        a_person(pupil, role=role), a_person(pupil, role=role, starts_on=TODAY)
        assert CarePerson.objects.live(TODAY).count() == 2

    def test_two_social_workers_of_one_day_are_refused(self, pupil):
        a_person(pupil, ends_on=TODAY)
        before = care_events()
        with pytest.raises(TransitionNotAllowed, match="Another social worker is recorded"):
            a_person(pupil, starts_on=TODAY)
        assert CarePerson.objects.count() == 1
        assert care_events() == before

    def test_pressing_twice_adds_one(self, pupil):
        key = uuid7()
        assert a_person(pupil, key=key) == a_person(pupil, key=key)
        assert CarePerson.objects.count() == 1

    def test_a_second_editor_is_stopped(self, pupil):
        person = a_person(pupil)
        version = version_of(person, PERSON_FIELDS)
        said = {name: getattr(person, name) for name in PERSON_FIELDS}
        change_person(person=person, version=version, by=None, **said | {"phone": "1"})
        with pytest.raises(StaleSave) as refused:
            change_person(person=person, version=version, by=None, **said | {"phone": "2"})
        assert "1" in [each.now for each in refused.value.differences]

    def test_taken_out(self, pupil):
        remove_person(person=a_person(pupil), by=None)
        assert not CarePerson.objects.exists()

    def test_the_last_day_is_not_before_the_first(self, pupil):
        with pytest.raises(TransitionNotAllowed, match="after the last day"):
            a_person(pupil, ends_on=ENTERED - DAY)
        with pytest.raises(IntegrityError), transaction.atomic():
            CarePerson.objects.create(
                school=pupil.school, pupil=pupil, role="carer", name="X", starts_on=TODAY,
                ends_on=ENTERED,
            )  # fmt: skip


class TestPlacements:
    def test_a_move_ends_the_one_before_and_says_why(self, pupil):
        in_care(pupil)
        first = a_placement(pupil)
        a_placement(pupil, with_whom="Grandma", starts_on=TODAY, moved_why="Nearer to school")
        first.refresh_from_db()
        assert (first.ends_on, first.ended_why) == (TODAY - DAY, "Nearer to school")

    def test_only_of_a_child_who_is_looked_after(self, pupil):
        was_in_care(pupil)
        with pytest.raises(TransitionNotAllowed, match="came into care"):
            a_placement(pupil)

    def test_with_somebody(self, pupil):
        in_care(pupil)
        with pytest.raises(TransitionNotAllowed, match="with whom"):
            a_placement(pupil, with_whom="")

    def test_two_of_one_day_are_refused_here_and_by_the_database(self, pupil):
        in_care(pupil)
        a_placement(pupil, ends_on=TODAY)
        with pytest.raises(TransitionNotAllowed, match="A placement is recorded"):
            a_placement(pupil, starts_on=TODAY)
        with pytest.raises(IntegrityError), transaction.atomic():
            CarePlacement.objects.create(
                school=pupil.school, pupil=pupil, kind="foster", with_whom="X", starts_on=TODAY
            )

    def test_the_day_after_the_last_is_free(self, pupil):
        in_care(pupil)
        a_placement(pupil, ends_on=TODAY - DAY)
        assert a_placement(pupil, starts_on=TODAY).pk

    def test_put_right_and_taken_out(self, pupil):
        in_care(pupil)
        row = a_placement(pupil)
        version = version_of(row, ["council_area"])
        change_placement(placement=row, version=version, by=None, council_area="Suffolk")
        assert CarePlacement.objects.get().council_area == "Suffolk"
        remove_placement(placement=row, by=None)
        assert not CarePlacement.objects.exists()


class TestWhoDecides:
    def say(self, pupil, since=ENTERED, version=None, **said):
        mark = mark_of(open_delegations(pupil)) if version is None else version
        set_delegations(pupil=pupil, said=said, since=since, version=mark, by=None)

    def test_one_open_row_of_a_matter_and_what_stays_keeps_its_day(self, pupil):
        in_care(pupil)
        self.say(pupil, day_trips=("carer", ""), overnight=("worker", "Two weeks before"))
        self.say(pupil, TODAY, day_trips=("carer", ""), overnight=("carer", ""))
        found = {row.matter: row for row in open_delegations(pupil)}
        assert found["day_trips"].starts_on == ENTERED
        assert (found["overnight"].decider, found["overnight"].starts_on) == ("carer", TODAY)
        closed = Delegation.objects.get(ends_on__isnull=False)
        assert (closed.decider, closed.ends_on) == ("worker", TODAY - DAY)

    def test_pressing_twice_changes_nothing(self, pupil):
        in_care(pupil)
        self.say(pupil, version=mark_of([]), forms=("carer", ""))
        before = care_events()
        self.say(pupil, version=mark_of([]), forms=("carer", ""))
        assert (Delegation.objects.count(), care_events()) == (1, before)

    def test_a_second_editor_is_shown_what_stands_there(self, pupil):
        in_care(pupil)
        self.say(pupil, version=mark_of([]), forms=("carer", ""))
        with pytest.raises(StaleSave) as refused:
            self.say(pupil, version=mark_of([]), forms=("worker", ""))
        said = {each.field: each.now for each in refused.value.differences}
        assert said["forms_decider"] == "Carer"
        assert open_delegations(pupil).get().decider == "carer"

    def test_a_slip_of_the_same_day_is_put_right(self, pupil):
        in_care(pupil)
        self.say(pupil, medical=("carer", ""))
        self.say(pupil, medical=("worker", "Always"))
        assert Delegation.objects.get().decider == "worker"
        self.say(pupil)
        assert not Delegation.objects.exists()

    def test_nobody_says_any_more(self, pupil):
        in_care(pupil)
        self.say(pupil, medical=("carer", ""))
        self.say(pupil, TODAY)
        assert Delegation.objects.get().ends_on == TODAY - DAY

    def test_the_database_keeps_one(self, pupil):
        facts = {"school": pupil.school, "pupil": pupil, "matter": Matter.FORMS}
        Delegation.objects.create(**facts, decider="carer", starts_on=ENTERED)
        with pytest.raises(IntegrityError), transaction.atomic():
            Delegation.objects.create(**facts, decider="parent", starts_on=TODAY)


class TestReviews:
    @pytest.mark.parametrize(
        ("held_on", "words"),
        [
            (ENTERED - DAY, "before the child came"),
            (TODAY + DAY, "has not come yet"),
        ],
    )
    def test_in_the_time_in_care(self, pupil, held_on, words):
        with pytest.raises(TransitionNotAllowed, match=words):
            record_review(period=in_care(pupil), held_on=held_on, decisions="", by=None)

    def test_not_of_a_child_who_was_in_care(self, pupil):
        with pytest.raises(TransitionNotAllowed, match="looked after"):
            record_review(period=was_in_care(pupil), held_on=TODAY, decisions="", by=None)

    def test_once_a_day_and_once_a_press(self, pupil):
        period, key = in_care(pupil), uuid7()
        facts = {"period": period, "held_on": TODAY, "decisions": "", "by": None}
        assert record_review(**facts, key=key) == record_review(**facts, key=key)
        with pytest.raises(TransitionNotAllowed, match="recorded already"):
            record_review(**facts)

    def test_put_right_and_taken_out(self, pupil):
        row = record_review(period=in_care(pupil), held_on=TODAY, decisions="A", by=None)
        version = version_of(row, REVIEW_FIELDS)
        change_review(review=row, version=version, by=None, held_on=ENTERED, decisions="B")
        assert CareReview.objects.get().decisions == "B"
        with pytest.raises(StaleSave):
            change_review(review=row, version=version, by=None, held_on=TODAY, decisions="C")
        remove_review(review=row, by=None)
        assert not CareReview.objects.exists()


class TestSocialWork:
    def add(self, pupil, kind="in_need", starts_on=ENTERED, ends_on=None, **more):
        facts = {"kind": kind, "council": "Norfolk", "starts_on": starts_on, "ends_on": ends_on}
        return add_social_work(pupil=pupil, by=None, **facts | more)

    def test_two_kinds_may_hold_together_and_one_kind_once(self, pupil):
        self.add(pupil)
        self.add(pupil, "assessment")
        with pytest.raises(TransitionNotAllowed, match="This is recorded from 12 October 2026"):
            self.add(pupil, starts_on=TODAY)
        with pytest.raises(IntegrityError), transaction.atomic():
            SocialWorkPeriod.objects.create(
                school=pupil.school, pupil=pupil, kind="in_need", starts_on=TODAY
            )

    def test_ended_and_taken_out(self, pupil):
        row = self.add(pupil)
        version = version_of(row, ["ends_on"])
        change_social_work(period=row, version=version, by=None, ends_on=TODAY)
        assert self.add(pupil, "kinship", TODAY)
        remove_social_work(period=row, by=None)
        assert SocialWorkPeriod.objects.get().kind == "kinship"


class TestDeclarations:
    def said(self, **more) -> dict:
        facts = dict.fromkeys(DECLARATION_FIELDS) | {
            "declared_on": ENTERED, "declared_by": "Mrs Hall", "care_was": "here",
            "evidence": "order", "consents_to": "",
        }  # fmt: skip
        return facts | more

    def test_kept_once_for_a_time_and_put_right(self, pupil):
        period, facts = was_in_care(pupil), self.said()
        first = keep_declaration(period=period, version="new", by=None, **facts)
        again = keep_declaration(period=period, version="new", by=None, **facts)
        assert first == again
        version = version_of(first, DECLARATION_FIELDS)
        more = self.said(care_was="elsewhere")
        keep_declaration(period=period, version=version, by=None, **more)
        assert CareDeclaration.objects.get().care_was == "elsewhere"
        with pytest.raises(StaleSave):
            keep_declaration(period=period, version=version, by=None, **facts)

    @pytest.mark.parametrize(
        ("more", "words"),
        [
            ({"seen_on": TODAY}, "who saw the evidence and when"),
            ({"evidence": "none", "seen_on": TODAY, "seen_by": True}, "Say what was shown"),
            ({"consents_to": "All of it"}, "agrees to and when"),
            ({"consents_on": TODAY}, "agrees to and when"),
            ({"declared_on": TODAY + DAY}, "has not come yet"),
            ({"order_on": dt.date(2010, 1, 1)}, "not born"),
        ],
    )
    def test_what_belongs_together_is_said_together(self, pupil, more, words):
        if more.get("seen_by"):
            more = more | {"seen_by": member(pupil.school)}
        period = was_in_care(pupil)
        with pytest.raises(TransitionNotAllowed, match=words):
            keep_declaration(period=period, version="new", by=None, **self.said(**more))
        assert not CareDeclaration.objects.exists()

    def test_not_of_a_child_who_is_looked_after(self, pupil):
        with pytest.raises(TransitionNotAllowed, match="The council tells the rest"):
            keep_declaration(period=in_care(pupil), version="new", by=None, **self.said())

    def test_no_field_holds_the_evidence_itself(self):
        kinds = {f.get_internal_type() for f in CareDeclaration._meta.concrete_fields}
        assert kinds == {"UUIDField", "ForeignKey", "DateField", "CharField", "TextField"}
        linked = {
            f.related_model._meta.label
            for f in CareDeclaration._meta.concrete_fields
            if f.is_relation
        }
        assert linked == {"aylsham.School", "aylsham.User", "lac.CarePeriod"}
