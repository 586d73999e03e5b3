"""One button marks a line sensitive; its earlier wordings are closed too. Changes since yesterday."""

import datetime as dt

import pytest
import time_machine

from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.codes import Sensitivity
from aylsham.models import AuditEvent
from pupils.kept import KEPT
from pupils.models import PassportText, PassportVersion, Strategy
from pupils.services.kept import add_record
from pupils.services.passports.marking import mark_line
from pupils.services.strategies import add_strategy
from tests.factories import (
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    member,
    supporter_of,
    teacher_of,
)
from tests.pages import client_of, text_of
from tests.pupils.passports.makers import TODAY, line, published, write

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def group():
    return ClassGroupFactory(school=SchoolFactory(live_from=dt.date(2026, 9, 1)), name="Oak")


@pytest.fixture
def child(group):
    return PupilFactory(school=group.school, class_group=group, on_register=["SLCN"])


@pytest.fixture
def teacher(group):
    return teacher_of(group)


@pytest.fixture
def sendco(group):
    return member(group.school)


def url(child, rest: str = "") -> str:
    return f"/{child.school.slug}/children/{child.pk}/passport/{rest}"


def press(user, child, step: str):
    return client_of(user).post(url(child, "save/"), {"step": step}, follow=True)


class TestMarking:
    def test_a_part_is_closed_and_opened_again(self, child, teacher, sendco):
        published(child, by=teacher)
        write(child, "hard", "Mum is ill at the moment.", by=teacher)
        assert "Make sensitive" in text_of(client_of(sendco).get(url(child)))
        assert "Few people can read" in press(sendco, child, "close:hard").content.decode()
        assert "Mum is ill" in client_of(sendco).get(url(child)).content.decode()
        lsa = supporter_of(child)
        for user in (teacher, lsa):
            assert "Mum is ill" not in client_of(user).get(url(child)).content.decode()
        assert AuditEvent.objects.get(action=Action.MARK_PASSPORT).detail == {"sensitivity": 2}
        press(sendco, child, "open:hard.2")
        assert "Mum is ill" in client_of(lsa).get(url(child)).content.decode()

    def test_earlier_versions_are_closed_too(self, child, teacher, sendco):
        published(child, by=teacher)
        write(child, "hard", "Mum is ill at the moment.", by=teacher)
        press(sendco, child, "close:hard")
        client = client_of(teacher)
        for version in PassportVersion.objects.all():
            shown = client.get(url(child, f"versions/{version.pk}/")).content.decode()
            assert "Mum is ill" not in shown
        last = PassportVersion.objects.latest("number")
        shown = client_of(sendco).get(url(child, f"versions/{last.pk}/")).content.decode()
        assert "Mum is ill" in shown

    def test_what_is_closed_already_keeps_its_words(self, child, teacher, sendco):
        write(child, "hard.2", "Dad moved out.", by=sendco)
        write(child, "hard", "Mum is ill.", by=teacher)
        press(sendco, child, "close:hard")
        row = PassportText.objects.get(part="hard", sensitivity=2)
        assert row.text == "Dad moved out.\nMum is ill."
        assert PassportText.objects.get(part="hard", sensitivity=1).text == ""

    def test_something_that_helps(self, child, teacher, sendco):
        row = add_strategy(pupil=child, text="Ring Mum first", since_on=TODAY, by=teacher)
        press(sendco, child, f"close:helps.{row.pk}")
        assert Strategy.objects.get().sensitivity == Sensitivity.SENSITIVE
        assert "Ring Mum first" not in client_of(teacher).get(url(child)).content.decode()

    def test_who_could_not_read_it_again_does_not_mark(self, child, teacher):
        write(child, "hard", "Mum is ill.", by=teacher)
        assert "Make sensitive" not in text_of(client_of(teacher).get(url(child)))
        shown = press(teacher, child, "close:hard").content.decode()
        assert "The SENDCo says who may read a line" in shown
        assert not PassportText.objects.filter(sensitivity=2).exists()

    def test_an_empty_line_is_not_marked(self, child, sendco):
        with pytest.raises(TransitionNotAllowed):
            mark_line(
                pupil=child, line=line("hard"), sensitivity=Sensitivity(2), on=TODAY, by=sendco
            )
        assert not AuditEvent.objects.filter(action=Action.MARK_PASSPORT).exists()


class TestChangedSinceYesterday:
    def home(self, user, group) -> str:
        return text_of(client_of(user).get(f"/{group.school.slug}/"))

    def at(self, moment: str, *args, **kwargs):
        with time_machine.travel(moment, tick=False):
            write(*args, **kwargs)

    def published_long_ago(self, child, by):
        with time_machine.travel("2026-10-05 09:00:00Z", tick=False):
            published(child, by=by, on=dt.date(2026, 10, 5))

    def test_a_colleagues_change_of_friday_stands_there_on_monday(
        self, group, child, teacher, sendco
    ):
        self.published_long_ago(child, sendco)
        assert "Changed since" not in self.home(teacher, group)
        self.at("2026-11-20 15:00:00Z", child, "hard", "The bell", by=sendco)
        for user in (teacher, supporter_of(child)):
            shown = self.home(user, group)
            assert "Changed since Fri 20 Nov:" in shown
            assert f"({sendco.name})" in shown

    def test_thursdays_and_ones_own_changes_are_no_news(self, group, child, teacher, sendco):
        self.published_long_ago(child, sendco)
        self.at("2026-11-19 15:00:00Z", child, "hard", "The bell", by=sendco)
        self.at("2026-11-23 08:00:00Z", child, "aims", "Swim", by=teacher)
        assert "Changed since" not in self.home(teacher, group)

    def test_what_one_may_not_read_is_not_told(self, group, child, teacher, sendco):
        self.published_long_ago(child, sendco)
        self.at("2026-11-20 15:00:00Z", child, "hard.2", "Mum is ill", by=sendco)
        assert "Changed since" not in self.home(teacher, group)


@pytest.mark.parametrize(
    ("kind", "words", "is_alarm"),
    [("emergency", "Medical alert: could be an emergency", True), ("know", "Medical alert", False)],
)
def test_an_emergency_stands_out_in_the_bar(child, sendco, kind, words, is_alarm):
    facts = {"kind": kind, "what": "Nuts", "action": "EpiPen", "starts_on": TODAY}
    add_record(kind=KEPT["alert"], pupil=child, facts=facts, by=None)
    html = client_of(sendco).get(url(child)).content.decode()
    bar = html[html.index('aria-label="Child"') :][:4000]
    assert words in bar
    assert ("ay-state--overdue" in bar) == is_alarm
