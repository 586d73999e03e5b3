"""What few may read here stays out of a pack, also where it stands in another table."""

import datetime as dt
import json
from uuid import uuid4

import pytest

from aylsham.changes import version_of
from aylsham.codes import Sensitivity
from pupils.models import PassportVersion
from pupils.packing.ctf import ctf_of
from pupils.packing.making import record_of
from pupils.rules.lines import HELPS, LineKey
from pupils.selectors.transfers.contents import contents_of
from pupils.services.actions import NewAction, Owner, add_action
from pupils.services.details import add_contact
from pupils.services.family import add_home
from pupils.services.passports.marking import mark_line
from pupils.services.strategies import STRATEGY_FIELDS, add_strategy, change_strategy
from pupils.services.talks import log_talk
from pupils.transfer_codes import Held
from tests.factories import TODAY, PupilFactory, SchoolFactory, member
from tests.pupils.passports.makers import published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
WORDS = "Keep away from the gate when Dad is there"
DAY = dt.timedelta(days=1)


@pytest.fixture
def child():
    return PupilFactory(school=SchoolFactory(), on_register=True)


@pytest.fixture
def by(child):
    return member(child.school)


def packed(child, *include: Held) -> str:
    contents = contents_of(child, include=include)
    record = record_of(contents, school=child.school, made_on="2026-11-23")
    return json.dumps(record) + ctf_of(record).decode()


class TestStrategiesMarkedLater:
    @pytest.fixture
    def strategy(self, child, by):
        row = add_strategy(pupil=child, text=WORDS, since_on=TODAY, by=by)
        published(child, by=by)
        assert WORDS in packed(child)
        return row

    def test_by_the_button_of_the_passport(self, child, by, strategy):
        line = LineKey(HELPS, row_id=strategy.pk)
        mark_line(pupil=child, line=line, sensitivity=Sensitivity.SENSITIVE, on=TODAY, by=by)
        assert WORDS not in packed(child)
        assert WORDS in packed(child, Held.SENSITIVE)

    def test_by_the_form_of_the_strategy(self, child, by, strategy):
        facts = {name: getattr(strategy, name) for name in STRATEGY_FIELDS}
        facts["sensitivity"] = Sensitivity.SENSITIVE
        version = version_of(strategy, STRATEGY_FIELDS)
        change_strategy(strategy=strategy, on=TODAY, version=version, by=by, **facts)
        assert WORDS not in packed(child)

    def test_the_words_of_the_old_version_stay_as_they_were(self, child, by, strategy):
        line = LineKey(HELPS, row_id=strategy.pk)
        mark_line(pupil=child, line=line, sensitivity=Sensitivity.SENSITIVE, on=TODAY, by=by)
        first = PassportVersion.objects.order_by("number").first()
        [said] = [each for each in first.content if each["line"] == str(line)]
        assert (said["text"], said["sensitivity"]) == (WORDS, Sensitivity.SENSITIVE)
        assert [s["sensitivity"] for s in first.content if s["line"] == "admire"] == [1]


class TestAgreedActions:
    def agreed(self, child, by, sensitivity):
        log_talk(
            pupil=child, key=uuid4(), by=by, on=TODAY, how="phone", outcome="held", who="Ann",
            agreed="", sensitivity=sensitivity,
            actions=[NewAction(WORDS, Owner(user=by), TODAY + DAY)],
        )  # fmt: skip

    def test_of_a_sensitive_talk_stay_with_what_is_sensitive(self, child, by):
        self.agreed(child, by, Sensitivity.SENSITIVE)
        assert WORDS not in packed(child)
        assert WORDS not in packed(child, Held.FAMILY)
        assert WORDS in packed(child, Held.SENSITIVE)

    def test_of_a_talk_stay_with_the_contact_log(self, child, by):
        self.agreed(child, by, Sensitivity.EVERYONE)
        assert WORDS not in packed(child)
        assert WORDS in packed(child, Held.FAMILY)

    def test_of_the_school_itself_go(self, child, by):
        add_action(
            pupil=child, action=NewAction(WORDS, Owner(user=by), TODAY + DAY),
            agreed_on=TODAY, by=by,
        )  # fmt: skip
        assert WORDS in packed(child)


class TestContactsInAWithheldHome:
    @pytest.fixture
    def mum(self, child, by):
        home = add_home(
            pupil=child, by=by, name="Refuge", address="1 Secret Close", withheld="everybody",
            withheld_why="Police",
        )  # fmt: skip
        return add_contact(
            pupil=child, by=by, name="Ann Moss", home=home, phone="01632 960999",
            email="ann@x.example",
        )  # fmt: skip

    def test_their_phone_and_e_mail_stay_with_the_address(self, child, mum):
        shown = packed(child)
        for secret in ("01632 960999", "ann@x.example", "1 Secret Close", "Refuge"):
            assert secret not in shown
        assert "Ann Moss" in shown
        assert dict(contents_of(child).held[Held.FAMILY])["pupils.contact"] == 2

    def test_they_go_with_the_address_when_somebody_decides_so(self, child, mum):
        shown = packed(child, Held.FAMILY)
        for words in ("01632 960999", "ann@x.example", "1 Secret Close"):
            assert words in shown

    def test_others_keep_theirs(self, child, by, mum):
        home = add_home(pupil=child, by=by, name="Dad's", address="2 Open Road")
        add_contact(pupil=child, by=by, name="Dan", home=home, phone="01632 960111")
        add_contact(pupil=child, by=by, name="Gran", phone="01632 960222")
        assert "960111" in packed(child)
        assert "960222" in packed(child)
