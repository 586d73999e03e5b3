"""Pages of a concern: raised by ticks, asked of an LSA, decided, and cut to the reader."""

import datetime as dt

import pytest

from aylsham.access.roles import Role
from aylsham.codes import Sensitivity
from pupils.models import Concern, ConcernAnswer, ConcernDraft, OrdinaryProvision, StatusPeriod
from pupils.services.concerns.drafts import forget_old_drafts
from pupils.services.concerns.triage import decide, review_monitoring
from tests.factories import (
    TODAY,
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    member,
    supporter_of,
    teacher_of,
)
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.pupils.concerns.makers import WORDS, concern_of, state

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
RAISED = {
    "spoken": "yes",
    "parents_spoken_on": "20 Nov 2026",
    "parents_said": "At home too",
    "home_language": "Polish",
    "english": "C",
    "seen": ["words", "change"],
    "tried_0": "partly",
    "since_0": "1 Oct 2026",
    "own": "A quiet corner",
    "own_worked": "no",
    "child_view": "It is loud",
    "source": "parent",
}


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield", live_from=dt.date(2026, 9, 1))


@pytest.fixture
def child(school):
    group = ClassGroupFactory(school=school)
    return PupilFactory(school=school, class_group=group, year_group="1")


@pytest.fixture
def teacher(child):
    return teacher_of(child.class_group)


@pytest.fixture
def lsa(child):
    return supporter_of(child)


@pytest.fixture
def sendco(school):
    return member(school)


def url(child, *parts) -> str:
    return "/".join(["/oakfield/children", str(child.pk), "concerns", *map(str, parts), ""])


def begun(client, child, area="CI", spoken="yes") -> str:
    """The address of a concern that the person has begun."""
    return client.post(url(child, "add"), {"spoken": spoken, "area": area}).url


class TestRaising:
    def test_first_the_parents_then_the_ticks_of_the_area(self, child, teacher):
        client = client_of(teacher)
        first = text_of(client.get(url(child, "add")))
        assert first.index("Have you spoken to the parents?") < first.index("What is it about?")
        refused = text_of(client.post(url(child, "add"), {"area": "SEMH"}))
        assert "Say first whether you have spoken to the parents." in refused
        address = begun(client, child, "SEMH", "no")
        assert "SEMH" not in address
        for _ in range(2):  # it can be loaded again
            page = text_of(client.get(address))
            assert "Worries or is often tearful" in page
            assert "A calm start to the day with a known adult" in page
        assert client.get(address).context["form"]["spoken"].value() == "no"
        assert not Concern.objects.exists()

    def test_one_form_and_the_second_press(self, child, teacher, lsa):
        client = client_of(teacher)
        address = begun(client, child)
        key = address.split("/")[-2]
        for _ in range(2):
            assert client.post(address, RAISED).url == url(child, key)
        concern = Concern.objects.get()
        assert (concern.english, concern.parents_said) == ("C", "At home too")
        tried = [(t.what[:18], t.worked, t.is_ordinary) for t in concern.tried.all()]
        assert tried == [
            ("Short instructions", "partly", True),
            ("A quiet corner", "no", False),
        ]
        page = text_of(client.get(url(child, key)))
        assert "Uses few words" in page and "It is loud" in page and "for a parent" in page
        assert not ConcernDraft.objects.exists()

    @pytest.mark.parametrize(
        ("change", "error"),
        [
            ({"parents_spoken_on": ""}, "Say when you spoke to them."),
            ({"parents_spoken_on": "24 Nov 2026"}, "cannot be in the future"),
            ({"seen": []}, "Tick what you see"),
            ({"since_0": "24 Nov 2026"}, "cannot be in the future"),
            ({"own_worked": ""}, "Say whether it worked."),
        ],
    )
    def test_what_is_missing_is_said_and_what_was_typed_kept(self, child, teacher, change, error):
        client = client_of(teacher)
        address = begun(client, child)
        assert error in text_of(client.post(address, RAISED | change))
        assert not Concern.objects.exists()
        assert "A quiet corner" in client.get(address).content.decode()

    def test_a_second_concern_in_the_area_is_refused_before_anything_is_typed(self, child, teacher):
        concern_of(child, by=teacher)
        sent = {"spoken": "no", "area": "CI"}
        page = text_of(client_of(teacher).post(url(child, "add"), sent))
        assert "There is an open concern in this area already." in page

    def test_a_governor_and_a_trainee_raise_none(self, child, school):
        for role, more in ((Role.GOVERNOR, {}), (Role.TRAINEE, {"ends_on": dt.date(2027, 7, 1)})):
            response = client_of(member(school, role, **more)).get(url(child, "add"))
            assert response.status_code == 403


class TestDraft:
    def test_what_was_typed_is_there_again_on_another_device(self, child, teacher):
        client = client_of(teacher)
        address = begun(client, child)
        typed = {
            "spoken": "yes",
            "seen": ["words", "change"],
            "seen_words": "Copies",
            "since_0": "1 O",
        }
        assert client.post(f"{address}keep/", typed).status_code == 204
        other = client_of(teacher)
        assert "Go on: Communication and interaction" in text_of(other.get(url(child, "add")))
        form = other.get(address).context["form"]
        assert form["seen"].value() == ["words", "change"]
        assert (form["seen_words"].value(), form["since_0"].value()) == ("Copies", "1 O")
        # Beginning it again goes on with it.
        assert begun(other, child) == address
        assert other.get(address).context["form"]["seen_words"].value() == "Copies"

    def test_a_line_of_the_statement_keeps_its_ticks_when_the_school_edits_it(
        self, child, teacher, sendco
    ):
        client = client_of(teacher)
        address = begun(client, child)
        client_of(sendco).post("/oakfield/ordinarily-available/ci/ks1/", {"text": "Songs"})
        client.post(address, RAISED)
        assert Concern.objects.get().tried.first().what.startswith("Short instructions")

    def test_it_is_the_authors_alone(self, child, teacher, lsa, sendco):
        address = begun(client_of(teacher), child)
        for other in (lsa, sendco):
            client = client_of(other)
            assert client.get(address).status_code == 404
            assert client.post(f"{address}keep/", {"seen_words": "x"}).status_code == 404
            assert client.post(f"{address}discard/").status_code == 404
            assert "Go on" not in text_of(client.get(url(child, "add")))
        assert ConcernDraft.objects.get().words == {"spoken": ["yes"]}

    def test_thrown_away_or_raised_it_cannot_be_kept(self, child, teacher):
        client = client_of(teacher)
        address = begun(client, child)
        assert client.post(f"{address}discard/").url == url(child, "add")
        assert client.post(f"{address}keep/", {"seen_words": "x"}).status_code == 404
        address = begun(client, child)
        client.post(address, RAISED)
        assert client.post(f"{address}keep/", {"seen_words": "x"}).status_code == 404
        assert not ConcernDraft.objects.exists()

    @pytest.mark.parametrize(("days", "is_there"), [(14, True), (15, False)])
    def test_it_expires_two_weeks_after_the_last_word(
        self, child, teacher, school, time_machine, days, is_there
    ):
        address = begun(client_of(teacher), child)
        later = TODAY + dt.timedelta(days=days)
        time_machine.move_to(dt.datetime.combine(later, dt.time(12), tzinfo=dt.UTC))
        response = client_of(teacher).get(address)
        assert response.status_code == (200 if is_there else 404)
        forget_old_drafts(school=school, today=later)
        assert ConcernDraft.objects.exists() is is_there


class TestAnswering:
    def test_it_is_asked_on_the_front_page_until_answered(self, child, teacher, lsa):
        concern = concern_of(child, by=teacher)
        client = client_of(lsa)
        assert "Say what you see" in text_of(client.get("/oakfield/"))
        address = url(child, concern.pk, "answer")
        version = client.get(address).context["form"].initial["version"]
        sent = {"same": "partly", "seen": ["sounds"], "words": "In groups", "version": version}
        assert client.post(address, sent).url == url(child, concern.pk)
        assert ConcernAnswer.objects.get().answered_on == TODAY
        assert "Say what you see" not in text_of(client.get("/oakfield/"))

    def test_nobody_answers_who_was_not_asked(self, child, teacher, sendco):
        concern = concern_of(child, by=teacher)
        assert client_of(sendco).get(url(child, concern.pk, "answer")).status_code == 404


class TestDeciding:
    def test_support_with_the_parents_told_and_why_on_the_register(self, child, teacher, sendco):
        concern = concern_of(child, by=teacher)
        client, address = client_of(sendco), url(child, concern.pk, "decide")
        version = client.get(address).context["form"].initial["version"]
        sent = {"kind": "support", "reason": "Class offers are not enough", "version": version}
        assert "Say when and how the parents were told" in text_of(client.post(address, sent))
        assert not StatusPeriod.objects.exists()
        told = {"told_on": "23 Nov 2026", "told_how": "meeting", "primary_need": "SLCN"}
        assert client.post(address, sent | told).status_code == 302
        page = text_of(client.get(f"/oakfield/children/{child.pk}/register/"))
        assert "Concerns, and what followed" in page and "Class offers are not enough" in page
        assert "Parents told Mon 23 Nov" in page or "Parents told" in page

    def test_monitoring_and_referral_say_what_is_missing(self, child, teacher, sendco):
        concern = concern_of(child, by=teacher)
        client, address = client_of(sendco), url(child, concern.pk, "decide")
        sent = {"reason": "Wait", "version": state(concern)}
        page = text_of(client.post(address, sent | {"kind": "monitoring"}))
        assert "Say on which day it is looked at again." in page
        page = text_of(client.post(address, sent | {"kind": "referral"}))
        assert "A referral needs this." in page
        assert Concern.objects.get().step == ""

    def test_a_teacher_does_not_decide(self, child, teacher):
        concern = concern_of(child, by=teacher)
        assert client_of(teacher).get(url(child, concern.pk, "decide")).status_code == 403
        assert client_of(teacher).get("/oakfield/concerns/").status_code == 403


class TestCut:
    def test_sensitive_words_are_for_few(self, child, teacher, sendco, school):
        concern = concern_of(child, by=sendco, sensitivity=Sensitivity.SENSITIVE)
        decide(concern=concern, kind="universal", reason="Hush", version=state(concern), by=sendco)
        register = f"/oakfield/children/{child.pk}/register/"
        for address in (url(child, concern.pk), register):
            page = text_of(client_of(teacher).get(address))
            assert WORDS not in page and "Hush" not in page and "Does not follow" not in page
            assert "Hush" in text_of(client_of(sendco).get(address))
        assert WORDS in text_of(client_of(sendco).get(url(child, concern.pk)))

    def test_an_lsa_does_not_read_what_the_family_said(self, child, teacher, lsa):
        concern = concern_of(child, by=teacher, parents_spoken_on=TODAY, parents_said="Divorce")
        address = url(child, concern.pk)
        assert "Divorce" in text_of(client_of(teacher).get(address))
        assert "Divorce" not in text_of(client_of(lsa).get(address))


class TestList:
    def test_as_many_statements_for_three_as_for_thirty(self, school, sendco, teacher):
        def more(number):
            for _ in range(number):
                concern_of(PupilFactory(school=school), by=teacher)

        client = client_of(sendco)
        more(3)
        few = len(statements(client, "/oakfield/concerns/"))
        more(27)
        assert len(statements(client, "/oakfield/concerns/")) == few <= OF_EVERY_REQUEST + 8

    def test_it_says_what_each_waits_for(self, child, teacher, lsa, sendco):
        concern = concern_of(child, by=teacher)
        client = client_of(sendco)
        page = text_of(client.get("/oakfield/concerns/"))
        assert "Mon 7 Dec" in page and "0 of 1" in page
        decide(
            concern=concern,
            kind="monitoring",
            reason="Wait",
            review_on=TODAY + dt.timedelta(days=1),
            version=state(concern),
            by=sendco,
        )
        assert "Tue 24 Nov" in text_of(client.get("/oakfield/concerns/"))


class TestOrdinaryProvision:
    def test_ours_until_the_school_writes_its_own(self, child, teacher, sendco):
        client, page = client_of(sendco), "/oakfield/ordinarily-available/"
        assert text_of(client.get(page)).count("Our starting text") == 12
        assert client.post(f"{page}ci/ks1/", {"text": "Signs\n\nSongs"}).url == page
        assert OrdinaryProvision.objects.get().text == "Signs\nSongs"
        assert text_of(client.get(page)).count("Our starting text") == 11
        other = client_of(teacher)
        form = text_of(other.get(begun(other, child)))
        assert "Songs" in form and "Short instructions" not in form
        assert client_of(teacher).get(f"{page}ci/ks1/").status_code == 403
        assert client.get(f"{page}oth/ks1/").status_code == 404


def test_monitoring_that_ran_out_waits_for_a_decision_with_its_day(child, teacher, sendco):
    concern = concern_of(child, by=teacher)
    later = TODAY + dt.timedelta(days=28)
    facts = {"concern": concern, "by": sendco}
    decide(kind="monitoring", reason="Look again", review_on=later, version=state(concern), **facts)
    client = client_of(sendco)
    assert "Waiting for a decision" not in text_of(client.get("/oakfield/concerns/"))
    for _ in range(2):
        review_monitoring(found="Slow", next_on=later, version=state(concern), **facts)
    shown = text_of(client.get("/oakfield/concerns/"))
    assert "Waiting for a decision 1" in shown
    assert "Mon 7 Dec" in shown
    assert "Monitoring has run out" in shown
    assert "no day" not in shown
