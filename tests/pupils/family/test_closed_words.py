"""What few may read stays with them: actions of a sensitive talk, and a withheld home."""

import datetime as dt
from uuid import uuid4

import pytest

from aylsham.access.roles import Role
from aylsham.changes import version_of
from aylsham.codes import Sensitivity
from aylsham.models import Deadline
from pupils.family_codes import ActionSource
from pupils.models import AgreedAction
from pupils.services.actions import NewAction, Owner, add_action
from pupils.services.contributions.asking import ask_for_views
from pupils.services.details import add_contact
from pupils.services.family import HOME_FIELDS, add_home, change_home
from pupils.services.talks import TALK_FIELDS, correct_talk, log_talk
from tests.factories import (
    TODAY,
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    member,
    supporter_of,
    teacher_of,
)
from tests.pages import client_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
WORDS = "Ring the refuge about Friday"
FRIDAY = dt.date(2026, 11, 27)
CLOSED = "A home that is not shown"


@pytest.fixture
def group():
    return ClassGroupFactory(school=SchoolFactory(slug="oakfield"), name="Oak")


@pytest.fixture
def child(group):
    return PupilFactory(school=group.school, class_group=group, on_register=True)


@pytest.fixture
def sendco(group):
    return member(group.school)


@pytest.fixture
def teacher(group):
    return teacher_of(group)


def talk(child, by, sensitivity=Sensitivity.SENSITIVE, owner=None):
    return log_talk(
        pupil=child, key=uuid4(), by=by, on=TODAY, how="phone", outcome="held", who="Ann",
        agreed="She moved", sensitivity=sensitivity,
        actions=[NewAction(WORDS, Owner(user=owner or by), FRIDAY)],
    )  # fmt: skip


def page(user, child, rest="family/") -> str:
    return client_of(user).get(f"/oakfield/children/{child.pk}/{rest}").content.decode()


class TestActionsOfASensitiveTalk:
    def test_a_teacher_reads_them_nowhere_and_the_sendco_does(self, child, sendco, teacher):
        talk(child, sendco)
        for rest in ("family/", "history/", "timeline/"):
            assert WORDS not in page(teacher, child, rest), rest
        assert WORDS in page(sendco, child)
        assert WORDS not in client_of(teacher).get("/oakfield/actions/?whose=all").content.decode()
        assert WORDS in client_of(sendco).get("/oakfield/actions/?whose=all").content.decode()

    def test_an_ordinary_talk_tells_what_was_agreed(self, child, sendco, teacher):
        talk(child, sendco, Sensitivity.EVERYONE)
        assert WORDS in page(teacher, child)
        assert WORDS in Deadline.objects.get(kind="agreed_action").title

    def test_who_has_to_do_it_reads_it(self, child, sendco, teacher):
        talk(child, sendco, owner=teacher)
        assert WORDS in page(teacher, child)

    def test_a_teacher_may_not_open_it_by_its_address(self, child, sendco, teacher):
        talk(child, sendco)
        action = AgreedAction.objects.get()
        address = f"/oakfield/children/{child.pk}/actions/{action.pk}/done/"
        assert client_of(teacher).get(address).status_code == 404
        assert client_of(sendco).get(address).status_code == 200

    def test_the_title_of_the_deadline_says_that_there_is_something(self, child, sendco):
        talk(child, sendco)
        row = Deadline.objects.get(kind="agreed_action")
        assert row.title == f"{sendco.name}: something that was agreed"
        admin = member(child.school, Role.SEND_ADMINISTRATOR)
        assert WORDS not in client_of(admin).get("/oakfield/due/").content.decode()

    def test_marked_later_they_follow(self, child, sendco, teacher):
        entry = talk(child, sendco, Sensitivity.EVERYONE)
        values = {name: getattr(entry, name) for name in TALK_FIELDS}
        for level, is_read in ((Sensitivity.SENSITIVE, False), (Sensitivity.EVERYONE, True)):
            entry.refresh_from_db()
            version = version_of(entry, TALK_FIELDS)
            correct_talk(talk=entry, version=version, by=sendco, **values | {"sensitivity": level})
            assert (WORDS in page(teacher, child)) is is_read
            assert (WORDS in Deadline.objects.get(kind="agreed_action").title) is is_read

    def test_what_was_agreed_elsewhere_is_untouched(self, child, sendco, teacher):
        entry = talk(child, sendco)
        add_action(
            pupil=child, action=NewAction("Buy a cushion", Owner(user=sendco), FRIDAY),
            agreed_on=TODAY, by=sendco, source=ActionSource.MEETING, source_id=uuid4(),
        )  # fmt: skip
        shown = page(teacher, child)
        assert "Buy a cushion" in shown
        assert WORDS not in shown
        assert entry.sensitivity == Sensitivity.SENSITIVE


class TestAWithheldHome:
    @pytest.fixture
    def mum(self, child, sendco):
        home = add_home(pupil=child, by=sendco, name="Mum refuge", address="1 Secret Close")
        mum = add_contact(
            pupil=child, by=sendco, name="Ann Moss", home=home, phone="01632 960 999",
            email="ann@x.example", has_parental_responsibility=True,
        )  # fmt: skip
        facts = {name: getattr(home, name) for name in HOME_FIELDS}
        facts |= {"withheld": "everybody", "withheld_why": "Police", "child_is_there": "Weekdays"}
        change_home(home=home, version=version_of(home, HOME_FIELDS), by=sendco, **facts)
        return mum

    SECRETS = ("Mum refuge", "1 Secret Close", "960 999", "ann@x.example", "Weekdays")

    @pytest.mark.parametrize("rest", ["", "family/", "history/", "timeline/"])
    def test_teacher_supporter_and_phase_leader_read_nothing_of_it(self, child, teacher, mum, rest):
        leader = member(child.school, Role.PHASE_LEADER, year_groups=[child.year_group])
        for user in (teacher, supporter_of(child), leader):
            shown = page(user, child, rest)
            for secret in self.SECRETS:
                assert secret not in shown, (user, secret)

    def test_they_see_that_there_is_a_home_and_whom_to_ask(self, child, teacher, mum):
        shown = page(teacher, child)
        assert CLOSED in shown
        assert "Ask the office" in shown
        assert "Ann Moss" in shown

    def test_whoever_writes_letters_or_reads_what_is_sensitive_sees_it(self, child, sendco, mum):
        for user in (sendco, member(child.school, Role.OFFICE)):
            shown = page(user, child)
            for secret in self.SECRETS:
                assert secret in shown, secret
            assert "960 999" in page(user, child, "")

    def test_a_request_says_its_address_to_the_same(self, child, sendco, teacher, mum):
        ask = ask_for_views(
            pupil=child, by=sendco, kind="parent_views", contact=mum, name="Ann Moss",
            email="ann@x.example", due_on=FRIDAY,
        )  # fmt: skip
        assert "ann@x.example" not in page(teacher, child, f"asks/{ask.pk}/")
        assert "ann@x.example" in page(sendco, child, f"asks/{ask.pk}/")

    def test_an_open_home_is_shown_to_all(self, child, sendco, teacher):
        home = add_home(pupil=child, by=sendco, name="Dad's", address="2 Open Road")
        add_contact(pupil=child, by=sendco, name="Dan", home=home, phone="01632 960 111")
        shown = page(teacher, child)
        assert "2 Open Road" in shown
        assert "960 111" in shown
