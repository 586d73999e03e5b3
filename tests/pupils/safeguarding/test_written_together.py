"""What was written in one form is sealed together; what is sealed is not handed over twice."""

import datetime as dt
from uuid import uuid4

import pytest

from aylsham.access.roles import Role
from aylsham.changes import TransitionNotAllowed, version_of
from aylsham.models import Deadline
from pupils.handed_texts import SEALED, texts
from pupils.models import AgreedAction, HandOver, Talk
from pupils.services.actions import ACTION_FIELDS, NewAction, Owner, reassign_action
from pupils.services.concerns.raising import raise_concern
from pupils.services.safeguarding import (
    enter_hand_over,
    give_back_hand_over,
    hand_over_text,
)
from pupils.services.talks import log_talk
from tests.factories import TODAY, PupilFactory, SchoolFactory, member
from tests.pages import client_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
SECRET, FIRST = "Ask about the bruise", "Look at the bruise"


@pytest.fixture
def child():
    return PupilFactory(school=SchoolFactory(slug="oakfield"), on_register=True)


@pytest.fixture
def by(child):
    return member(child.school)


@pytest.fixture(autouse=True)
def lead(child):
    return member(child.school, Role.SAFEGUARDING_LEAD)


@pytest.fixture
def talk(child, by):
    row = log_talk(
        pupil=child, key=uuid4(), by=by, on=TODAY, how="phone", outcome="held", who="Ann",
        agreed="He was hurt",
        actions=[NewAction(FIRST, Owner(user=by), TODAY + dt.timedelta(days=3))],
    )  # fmt: skip
    action = AgreedAction.objects.get()
    reassign_action(
        action=action, owner=Owner(user=by), version=version_of(action, ACTION_FIELDS),
        what=SECRET, by=by,
    )  # fmt: skip
    return row


def sealed(child, row, by, key="talk"):
    return hand_over_text(pupil=child, kind=texts()[key], row=row, seal=True, by=by)


class TestActionsOfATalk:
    def test_go_with_it_from_table_history_and_deadline(self, child, by, talk):
        sealed(child, talk, by)
        assert AgreedAction.objects.get().what == SEALED
        past = AgreedAction.pgh_event_model.objects.values_list("what", flat=True)
        assert set(past) == {SEALED}
        assert SEALED in Deadline.objects.get(kind="agreed_action").title
        shown = client_of(by).get(f"/oakfield/children/{child.pk}/family/").content.decode()
        assert SECRET not in shown
        assert "He was hurt" not in shown

    def test_the_lead_reads_them_with_it(self, child, by, talk):
        assert sealed(child, talk, by).words == f"He was hurt\n\n{SECRET}"

    def test_given_back_they_stand_there_again(self, child, by, lead, talk):
        give_back_hand_over(hand_over=sealed(child, talk, by), by=lead)
        assert AgreedAction.objects.get().what == SECRET
        assert Talk.objects.get().agreed == "He was hurt"
        assert SECRET in Deadline.objects.get(kind="agreed_action").title

    def test_one_sealed_before_by_itself_is_put_back_by_its_own_hand_over(
        self, child, by, lead, talk
    ):
        own = sealed(child, AgreedAction.objects.get(), by, "action")
        whole = sealed(child, talk, by)
        assert whole.words == "He was hurt"
        give_back_hand_over(hand_over=whole, by=lead)
        assert AgreedAction.objects.get().what == SEALED
        give_back_hand_over(hand_over=own, by=lead)
        assert AgreedAction.objects.get().what == SECRET

    def test_not_sealed_they_stay(self, child, by, talk):
        row = hand_over_text(pupil=child, kind=texts()["talk"], row=talk, seal=False, by=by)
        assert row.words == "He was hurt"
        assert AgreedAction.objects.get().what == SECRET


class TestTwice:
    def test_sealed_words_are_not_handed_over_again(self, child, by, lead, talk):
        enter_hand_over(hand_over=sealed(child, talk, by), on=TODAY, number="7", by=lead)
        with pytest.raises(TransitionNotAllowed, match="no words here"):
            hand_over_text(pupil=child, kind=texts()["talk"], row=talk, seal=False, by=by)
        assert HandOver.objects.count() == 1

    def test_a_sealed_concern_has_no_link_any_more(self, child, by, lead):
        concern = raise_concern(
            pupil=child, key=uuid4(), by=by, area="CI", english="N", parents_spoken_on=TODAY,
            seen_words="He was hurt", parents_said="", parent_view="", child_view="",
        )  # fmt: skip
        page = f"/oakfield/children/{child.pk}/concerns/{concern.pk}/"
        link = f"/concern/{concern.pk}/"
        assert link in client_of(by).get(page).content.decode()
        row = sealed(child, concern, by, "concern")
        enter_hand_over(hand_over=row, on=TODAY, number="7", by=lead)
        assert link not in client_of(by).get(page).content.decode()
