"""How things stand, in a family's words: what is shown, what never is, and who is told when."""

import datetime as dt

import pytest
from django.core import mail

from aylsham.codes import Sensitivity
from aylsham.together import read
from pupils.models import Concern, ParentPage, ParentPageNote, StatusPeriod
from pupils.parent_codes import PageScope, PageStep
from pupils.parent_parts import PagePart, PartLine, Reader, register_part, shown_parts
from pupils.rules.parents import Stage, has_moved
from pupils.selectors.parents.stages import reader_of, stages_of
from pupils.services.family import record_order
from pupils.services.parents.news import count_as_told, hold_news, let_news_go, tell_of_stages
from pupils.services.parents.pages import send_page
from tests.factories import TODAY, PupilFactory, SchoolFactory, member, put_on_register
from tests.pages import client_of, text_of
from tests.pupils.agencies.makers import CAMHS, SPEECH, drafted, step
from tests.pupils.agencies.makers import sent as referred
from tests.pupils.concerns.makers import concern_of
from tests.pupils.family.invited import deliver
from tests.pupils.parents.makers import MUM, Parent, page_secret, parent

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
TOMORROW = TODAY + dt.timedelta(days=1)
SPOKEN = {"parents_spoken_on": TODAY, "parents_said": "We see it too"}


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield", name="Oakfield Primary", live_from=dt.date(2026, 9, 1))


@pytest.fixture
def by(school):
    return member(school)


@pytest.fixture
def child(school):
    return PupilFactory(school=school, first_name="Zephyrine")


@pytest.fixture
def mum(child, by):
    return parent(child, by)


def told(child, contact) -> list[tuple[str, str, dt.date | None]]:
    """About what, what comes next, by when."""
    return [(s.about, s.next, s.by) for s in stages_of(child, contact, today=TODAY)]


class TestWhatIsShown:
    def test_nothing_of_a_concern_before_the_parents_were_spoken_to(self, child, mum, by):
        concern_of(child, by=by)
        assert told(child, mum) == []

    def test_a_concern_then_its_decision_and_its_day(self, child, mum, by):
        concern_of(child, by=by, **SPOKEN)
        (stage,) = stages_of(child, mum, today=TODAY)
        assert (stage.next, stage.by) == ("We decide what to do.", dt.date(2026, 12, 7))

    def test_nothing_sensitive_and_nothing_of_a_compartment(self, child, mum, by):
        concern_of(child, by=by, sensitivity=Sensitivity.SENSITIVE, **SPOKEN)
        for more in (
            CAMHS,
            {"service": "Family team", "kind": "early_help", "owed_by": "la"},
            {"service": "Social work", "kind": "social_care", "owed_by": "care"},
            SPEECH | {"sensitivity": Sensitivity.SENSITIVE},
        ):
            referred(child, by=by, **more)
        drafted(child, by=by)
        assert told(child, mum) == []

    def test_sen_support_once_the_parents_were_told(self, child, mum, by):
        put_on_register(child)
        StatusPeriod.objects.update(parent_told_on=None, parent_told_how="")
        assert told(child, mum) == []

    def test_sen_support_with_the_next_meeting_from_the_rules(self, school, by):
        child = PupilFactory(school=school, on_register=True)
        (stage,) = stages_of(child, parent(child, by), today=TODAY)
        assert stage.about == "Extra help in school (SEN support)"
        assert stage.by is not None
        assert stage.where == "Your child has had extra help since 1 September 2025."

    def test_a_referral_with_its_wait_and_its_steps(self, child, mum, by):
        referral = referred(child, by=by)
        (before,) = stages_of(child, mum, today=TODAY)
        assert before.where == "We asked them on 23 November 2026. We have asked them to help."
        step(referral, "accepted", by=by)
        (after,) = stages_of(child, mum, today=TODAY)
        assert after.next == "They offer a day."
        assert before.key != after.key

    def test_another_child_has_their_own(self, school, child, mum, by):
        referred(PupilFactory(school=school), by=by)
        assert told(child, mum) == []


class TestNews:
    @pytest.fixture
    def page(self, mum, by):
        page = send_page(contact=mum, by=by)
        deliver()
        return page

    def test_is_sent_once_with_a_link_and_no_name_after_something_moved(
        self, page, child, school, by
    ):
        assert tell_of_stages(school=school, today=TOMORROW) == 0
        referred(child, by=by)
        assert tell_of_stages(school=school, today=TOMORROW) == 1
        assert tell_of_stages(school=school, today=TOMORROW) == 0
        assert tell_of_stages(school=school, today=TOMORROW + dt.timedelta(days=1)) == 0
        (message,) = deliver()
        assert message.to == [MUM]
        assert message.subject == "Something has moved: Oakfield Primary"
        for hidden in ("Zephyrine", "speech", "NHS"):
            assert hidden not in message.subject + message.body
        reader = Parent(page_secret(message)).open()
        assert "NHS speech therapy" in text_of(reader.get("home/"))

    def test_two_moves_of_one_day_are_one_e_mail_and_a_stage_that_ended_is_news(
        self, page, child, school, by
    ):
        referral = referred(child, by=by)
        step(referral, "accepted", by=by)
        assert tell_of_stages(school=school, today=TOMORROW) == 1
        step(referral, "closed", by=by)
        assert tell_of_stages(school=school, today=TOMORROW) == 0
        assert tell_of_stages(school=school, today=TOMORROW + dt.timedelta(days=1)) == 1

    def test_waits_for_a_school_day(self, page, child, school, by):
        referred(child, by=by)
        assert tell_of_stages(school=school, today=dt.date(2026, 11, 28)) == 0
        assert tell_of_stages(school=school, today=dt.date(2026, 11, 30)) == 1

    def test_is_held_back_for_a_child_and_goes_when_it_is_let_go(self, page, child, school, by):
        referred(child, by=by)
        hold_news(pupil=child, by=by)
        hold_news(pupil=child, by=by)
        assert tell_of_stages(school=school, today=TOMORROW) == 0
        let_news_go(pupil=child, by=by)
        assert tell_of_stages(school=school, today=TOMORROW) == 1

    def test_is_not_sent_to_whoever_was_told_otherwise(self, page, child, school, by):
        referred(child, by=by)
        count_as_told(page=page, by=by)
        assert tell_of_stages(school=school, today=TOMORROW) == 0

    def test_an_order_stops_the_page_instead(self, page, child, mum, school, by):
        referred(child, by=by)
        record_order(contact=mum, by=by, kind="no_information", starts_on=TODAY, evidence="Safe")
        before = len(mail.outbox)
        assert tell_of_stages(school=school, today=TOMORROW) == 0
        deliver()
        assert len(mail.outbox) == before
        assert ParentPageNote.objects.filter(step=PageStep.HELD_BACK).count() == 1
        assert ParentPage.objects.get().stopped_why == "rules"

    def test_goes_to_no_page_that_only_books_meetings_until_it_is_widened(
        self, child, mum, school, by
    ):
        page = send_page(contact=mum, by=by, scope=PageScope.BOOKING)
        referred(child, by=by)
        assert tell_of_stages(school=school, today=TOMORROW) == 0
        page = send_page(contact=mum, by=by)
        assert page.is_whole
        # Whoever is sent the page reads there how things stand.
        assert tell_of_stages(school=school, today=TOMORROW) == 0

    def test_is_switched_and_ticked_off_on_the_childs_record(self, page, child, mum, by, school):
        referred(child, by=by)
        client, base = client_of(by), f"/oakfield/children/{child.pk}/parents/"
        assert "They are told tomorrow" in text_of(client.get(base))
        assert "Held back since" in text_of(client.post(f"{base}news/", {"hold": 1}, follow=True))
        assert "Held back" not in text_of(client.post(f"{base}news/", {"go": 1}, follow=True))
        text = text_of(client.post(f"{base}{mum.pk}/told/", follow=True))
        assert "They are told tomorrow" not in text


class TestParts:
    def test_a_floor_above_adds_a_part_which_is_left_out_while_it_is_empty(
        self, child, mum, monkeypatch
    ):
        from pupils import parent_parts

        monkeypatch.setattr(parent_parts, "_parts", dict(parent_parts._parts))
        lines: list[PartLine] = []

        def promised(reader):
            yield from ()
            return lines

        register_part(PagePart("promised", "Promised and delivered", 25, promised))
        reader: Reader = reader_of(child, mum, today=TODAY)
        assert [part.key for part in read(shown_parts(reader))] == []
        lines.append(PartLine("Reading with Mrs Fox, 3 of 3 times"))
        assert [part.title for part in read(shown_parts(reader))] == ["Promised and delivered"]


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [([], [], False), (["a"], ["a"], False), ([], ["a"], True), (["a"], [], True),
     (["a", "b"], ["b", "a"], False), (["a:1"], ["a:2"], True)],
    ids=["nothing", "same", "begun", "ended", "order", "moved"],
)  # fmt: skip
def test_a_stage_has_moved_when_its_key_is_another(before, now, expected):
    assert has_moved(before, [Stage(key, "About", "Where") for key in now]) is expected


def test_a_decision_moves_the_stage_and_a_review_day_alone_does_not(child, mum, by):
    concern = concern_of(child, by=by, **SPOKEN)
    (first,) = stages_of(child, mum, today=TODAY)
    Concern.objects.filter(pk=concern.pk).update(step="monitoring", review_on=TODAY)
    (second,) = stages_of(child, mum, today=TODAY)
    Concern.objects.filter(pk=concern.pk).update(review_on=TOMORROW)
    (third,) = stages_of(child, mum, today=TODAY)
    assert first.key != second.key == third.key
    assert third.by == TOMORROW
