"""The passport's pages: who sees what, saving with and without a script, the lists."""

import datetime as dt
from uuid import UUID

import pytest
from django.test import Client

from aylsham.access.roles import Role
from aylsham.audit.codes import Action
from aylsham.identifiers import uuid7
from aylsham.models import AuditEvent
from pupils.codes import PassportState
from pupils.models import AsideText, Passport, PassportText, PassportVersion, Strategy
from pupils.services.passports.checking import publish_passport, send_for_checking
from pupils.services.strategies import add_strategy, end_strategy
from tests.factories import (
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    member,
    supporter_of,
    teacher_of,
)
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.pupils.passports.makers import DAY, TODAY, published, write

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def group():
    return ClassGroupFactory(school=SchoolFactory(live_from=dt.date(2026, 9, 1)))


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


def type_line(client, child, name: str, text: str, *, revision: int = 0, sitting=None):
    """One save of the editor's script."""
    data = {"line": name, "text": text, "revision": revision, "sitting": sitting or uuid7()}
    return client.post(url(child, "line/"), data)


class TestReading:
    def test_before_publication_only_writers_see_its_own_texts(self, child, teacher):
        write(child, "hard", "The hall is loud", by=teacher)
        add_strategy(pupil=child, text="Ear defenders in the hall", since_on=TODAY, by=teacher)
        assert "The hall is loud" in client_of(teacher).get(url(child)).content.decode()
        shown = text_of(client_of(supporter_of(child)).get(url(child)))
        assert "The hall is loud" not in shown
        assert "Ear defenders in the hall" in shown
        assert "not published yet" in shown

    def test_an_lsa_sees_a_published_one_without_what_is_sensitive(self, child, teacher, sendco):
        write(child, "hard.2", "A hard time at home", by=sendco)
        published(child, by=teacher)
        shown = text_of(client_of(supporter_of(child)).get(url(child)))
        assert "I know a lot about trains." in shown
        assert "A hard time at home" not in shown
        for who, sees in ((teacher, False), (sendco, True)):
            page = client_of(who).get(url(child)).content.decode()
            assert ("A hard time at home" in page) is sees

    @pytest.mark.parametrize("role", [Role.GOVERNOR, Role.OFFICE, Role.SEND_ADMINISTRATOR])
    def test_nobody_else(self, child, group, role):
        assert client_of(member(group.school, role)).get(url(child)).status_code == 403

    def test_a_look_is_written_down(self, child, teacher):
        client_of(teacher).get(url(child))
        assert AuditEvent.objects.get(action=Action.VIEW_PASSPORT).pupil_ids == [child.pk]

    def test_the_writer_is_told_which_characters_no_paper_font_has(self, child, teacher):
        write(child, "words", "I like 日本 and 🐬", by=teacher)
        for page in ("", "print/"):
            assert "日 本 ." in text_of(client_of(teacher).get(url(child, page)))
        write(child, "words", "I like 🐬", by=teacher, revision=1)
        assert "No font" not in text_of(client_of(teacher).get(url(child)))

    def test_as_many_statements_for_thirty_lines_as_for_three(self, child, teacher):
        client = client_of(teacher)
        for n in range(3):
            add_strategy(pupil=child, text=f"Help {n}", since_on=TODAY, by=teacher)
        published(child, by=teacher)
        few = statements(client, url(child))
        for n in range(27):
            add_strategy(pupil=child, text=f"More help {n}", since_on=TODAY, by=teacher)
        assert len(statements(client, url(child))) == len(few)
        assert len(few) <= OF_EVERY_REQUEST + 8


class TestTyping:
    def test_a_line_is_saved_and_the_answer_says_how_it_stands(self, child, teacher):
        answer = type_line(client_of(teacher), child, "hard", "The hall").json()
        assert (answer["state"], answer["line"], answer["revision"]) == ("saved", "hard", 1)
        assert answer["by"] == teacher.name
        assert answer["room"]["words"].startswith("Room for about")
        assert PassportText.objects.get().text == "The hall"

    def test_a_save_sent_twice_makes_one_strategy(self, child, teacher):
        client, name = client_of(teacher), f"new.{uuid7()}"
        first = type_line(client, child, name, "Sit in front").json()
        second = type_line(client, child, name, "Sit in front").json()
        assert first["line"] == second["line"] == f"helps.{Strategy.objects.get().pk}"

    def test_the_same_line_shows_both_texts_and_keeps_mine(self, child, teacher, sendco):
        mine, theirs = client_of(teacher), client_of(sendco)
        type_line(theirs, child, "hard", "Noise")
        answer = type_line(mine, child, "hard", "Crowds").json()
        assert (answer["state"], answer["theirs"]) == ("both", "Noise")
        page = mine.get(url(child)).content.decode()
        assert "Noise" in page
        assert "Your words are kept" in page
        assert "Crowds" not in theirs.get(url(child)).content.decode()
        mine.post(answer["aside"], {"use": "both"})
        assert PassportText.objects.get().text == "Noise\nCrowds"
        assert not AsideText.objects.filter(settled_at=None).exists()

    def test_words_let_go_stay_in_the_history(self, child, teacher, sendco):
        type_line(client_of(sendco), child, "hard", "Noise")
        client = client_of(teacher)
        answer = type_line(client, child, "hard", "Crowds").json()
        client.post(answer["aside"])
        assert PassportText.objects.get().text == "Noise"
        assert AsideText.objects.get().text == "Crowds"
        assert client_of(sendco).post(answer["aside"], {"use": "mine"}).status_code == 404

    def test_words_typed_into_a_strategy_that_ended_are_kept(self, child, teacher, sendco):
        row = add_strategy(pupil=child, text="Sit in front", since_on=TODAY, by=sendco)
        end_strategy(strategy=row, ended_on=TODAY, by=sendco)
        answer = type_line(
            client_of(teacher), child, f"helps.{row.pk}", "Sit near the front", revision=1
        ).json()
        assert answer["state"] == "both"
        assert AsideText.objects.get().text == "Sit near the front"

    @pytest.mark.parametrize(
        ("name", "status"),
        [("hard.2", 404), ("invented", 404), (f"helps.{UUID(int=7)}", 404), ("hard", 200)],
    )
    def test_a_line_that_the_writer_could_not_read_is_not_there(self, child, teacher, name, status):
        assert type_line(client_of(teacher), child, name, "Words").status_code == status

    def test_too_long_a_text_is_refused_with_words(self, child, teacher):
        answer = type_line(client_of(teacher), child, "hard", "x" * 4001)
        assert answer.status_code == 400
        assert "4000" in answer.json()["words"]

    def test_a_pupils_own_words_are_kept_exactly(self, child, teacher):
        said = "  i lik it wen its qwiet \n   and Bruno sits by me"
        type_line(client_of(teacher), child, "words", said)
        assert PassportText.objects.get().text == said

    def test_an_lsa_may_read_and_not_write(self, child):
        assert type_line(client_of(supporter_of(child)), child, "hard", "x").status_code == 403

    def test_a_signed_out_page_is_sent_to_sign_in_and_saves_nothing(self, child):
        assert type_line(Client(), child, "hard", "x").status_code == 302
        assert not Passport.objects.exists()

    @pytest.mark.parametrize("use", ["mine", "both"])
    def test_words_for_an_ended_line_can_be_copied_and_let_go(self, child, teacher, sendco, use):
        row = add_strategy(pupil=child, text="Sit in front", since_on=TODAY, by=sendco)
        client, name = client_of(teacher), f"helps.{row.pk}"
        add_strategy(pupil=child, text="A quiet table", since_on=TODAY, by=sendco)
        write(child, name, "Sit at the very front", by=sendco, revision=1)
        answer = type_line(client, child, name, "Sit near the front", revision=1).json()
        end_strategy(strategy=row, ended_on=TODAY, by=sendco)
        page = text_of(client.post(answer["aside"], {"use": use}, follow=True))
        assert "This line has ended meanwhile" in page
        assert "Sit near the front" in page and "Let it go" in page
        client.post(answer["aside"], {"use": ""})
        assert "Sit near the front" not in text_of(client.get(url(child)))


class TestWithoutScript:
    def save(self, client, child, **data):
        return client.post(url(child, "save/"), {"sitting": str(uuid7()), **data}, follow=True)

    def test_lines_are_saved_together_and_untouched_ones_stay(self, child, teacher):
        client = client_of(teacher)
        self.save(client, child, **{"text:hard": "Noise", "revision:hard": "0", "text:aims": ""})
        row = PassportText.objects.get()
        assert (row.part, row.text, row.revision) == ("hard", "Noise", 1)
        self.save(client, child, **{"text:hard": "Noise", "revision:hard": "1"})
        row.refresh_from_db()
        assert row.revision == 1

    def test_a_line_that_is_too_long_stays_in_its_box_and_the_others_are_saved(
        self, child, teacher
    ):
        new = f"new.{uuid7()}"
        lines = {"text:aims": "a" * 4001, "text:hard": "Noise", f"text:{new}": "n" * 4001}
        page = self.save(client_of(teacher), child, **lines, step="send")
        shown = page.content.decode()
        assert PassportText.objects.get().text == "Noise"
        assert Passport.objects.get().state == PassportState.DRAFT
        assert "a" * 4001 + "</textarea>" in shown and "n" * 4001 + "</textarea>" in shown
        assert text_of(page).count("more than 4000 characters") == 4
        again = self.save(client_of(teacher), child, **lines | {"text:aims": "Short"})
        assert {row.text for row in PassportText.objects.all()} == {"Noise", "Short"}
        assert "n" * 4001 in again.content.decode()

    def test_words_for_a_line_that_is_gone_are_shown_to_be_copied(self, child, teacher):
        page = self.save(client_of(teacher), child, **{f"text:helps.{uuid7()}": "Sit in front"})
        assert "no longer there" in text_of(page) and "Sit in front" in text_of(page)

    def test_a_character_that_cannot_be_kept_is_left_out(self, child, teacher):
        self.save(client_of(teacher), child, **{"text:hard": "The\0 hall"})
        assert PassportText.objects.get().text == "The hall"

    def test_a_stale_form_shows_both_texts(self, child, teacher, sendco):
        write(child, "hard", "Noise", by=sendco)
        shown = text_of(self.save(client_of(teacher), child, **{"text:hard": "Crowds"}))
        assert "Your words are kept" in shown
        assert "Crowds" in shown

    def test_first_check_comments_and_publication(self, child, teacher, sendco):
        mine, theirs = client_of(teacher), client_of(sendco)
        assert "Write a line first" in text_of(self.save(mine, child, step="send"))
        self.save(mine, child, **{"text:hard": "Noise", "step": "send"})
        assert Passport.objects.get().state == PassportState.CHECKING
        assert "a phase leader publishes" in text_of(self.save(mine, child, step="publish"))
        assert "Say what should be different" in text_of(self.save(theirs, child, step="send_back"))
        self.save(theirs, child, **{"step": "send_back", "comment:hard": "Where is it loud?"})
        assert "Where is it loud?" in text_of(mine.get(url(child)))
        self.save(
            mine,
            child,
            **{"text:hard": "Noise in the hall", "revision:hard": "1", "step": "send"},
        )
        self.save(theirs, child, step="publish")
        assert Passport.objects.get().state == PassportState.PUBLISHED
        assert "Where is it loud?" not in text_of(mine.get(url(child)))
        self.save(mine, child, **{"text:hard": "Noise at lunch", "revision:hard": "2"})
        lsa = text_of(client_of(supporter_of(child)).get(url(child)))
        assert "Noise at lunch" in lsa

    def test_still_true_in_one_press(self, child, teacher):
        published(child, by=teacher, on=TODAY - 30 * DAY)
        row = add_strategy(pupil=child, text="Front", since_on=TODAY - 30 * DAY, by=teacher)
        client = client_of(teacher)
        self.save(client, child, step=f"confirm:helps.{row.pk}")
        self.save(client, child, step="still_true")
        row.refresh_from_db()
        assert row.confirmed_on == Passport.objects.get().confirmed_on == TODAY
        confirm = f"/{child.school.slug}/children/{child.pk}/strategies/{row.pk}/confirm/"
        part = client.post(confirm, headers={"HX-Request": "true"})
        assert "Still true" in part.content.decode()


class TestStrategyPages:
    def test_a_changed_strategy_is_changed_in_the_passport_and_its_history(self, child, teacher):
        published(child, by=teacher)
        row = add_strategy(pupil=child, text="Sit in front", since_on=TODAY, by=teacher)
        client = client_of(teacher)
        page = f"/{child.school.slug}/children/{child.pk}/strategies/{row.pk}/"
        version = client.get(page).context["form"].initial["version"]
        facts = {"text": "Sit near the door", "setting": "class", "tier": "T", "sensitivity": "1"}
        need = str(child.needs.get().pk)
        answer = client.post(page, facts | {"need": need, "version": version})
        assert answer.status_code == 302, answer.context["form"].errors
        assert "Sit near the door" in text_of(client_of(supporter_of(child)).get(url(child)))
        latest = PassportVersion.objects.order_by("-number").first()
        assert "Sit near the door" in {said["text"] for said in latest.content}
        assert text_of(client.post(page, facts | {"version": version})).count("Somebody else")

    def test_picking_from_the_library_is_said_in_the_childs_words(self, child, teacher, sendco):
        school = f"/{child.school.slug}"
        facts = {"text": "One step at a time", "area": "CI", "setting": "task", "tier": "T"}
        assert client_of(sendco).post(f"{school}/strategies/add/", facts).status_code == 302
        client = client_of(teacher)
        pick = client.get(f"{school}/children/{child.pk}/strategies/library/")
        assert "One step at a time" in text_of(pick)
        address = next(
            part.split('"')[0] for part in pick.content.decode().split('href="') if "?from=" in part
        )
        form = client.get(address).context["form"]
        assert (form.initial["text"], form.initial["tier"]) == ("One step at a time", "T")


class TestLists:
    def test_to_check_drawn_stale_and_missing(self, group, teacher, sendco, monkeypatch):
        monkeypatch.setattr("pupils.services.passports.versions.is_drawn", lambda pk: True)
        kids = [
            PupilFactory(
                school=group.school, class_group=group, on_register=["SLCN"], first_name=name
            )
            for name in ("Checka", "Drawna", "Stalea", "Missa")
        ]
        write(kids[0], "hard", "Noise", by=teacher)
        send_for_checking(pupil=kids[0], on=TODAY, by=teacher)
        published(kids[1], by=sendco)
        write(kids[1], "hard", "Noise", by=teacher)
        published(kids[2], by=teacher, on=dt.date(2025, 9, 1))
        group.school.live_from = dt.date(2026, 1, 5)
        group.school.save()
        client = client_of(sendco)
        response = client.get(f"/{group.school.slug}/passports/")
        lists = response.context["lists"]
        named = lambda rows: [row.name.split()[0] for row in rows]  # noqa: E731
        assert named(lists.to_check) == ["Checka"]
        assert named(lists.drawn) == ["Drawna"]
        assert named(lists.stale) == ["Stalea"]
        assert named(lists.missing) == ["Missa"]
        event = AuditEvent.objects.get(action=Action.VIEW_PASSPORTS)
        assert set(event.pupil_ids) == {k.pk for k in kids}

    def test_a_drawn_edit_is_looked_through_word_by_word(self, child, teacher, sendco, monkeypatch):
        monkeypatch.setattr("pupils.services.passports.versions.is_drawn", lambda pk: True)
        published(child, by=sendco, text="I like trains")
        write(child, "admire", "I like old trains", by=teacher, revision=1)
        version = PassportVersion.objects.get(number=2)
        client = client_of(sendco)
        page = client.get(url(child, f"versions/{version.pk}/"))
        assert "[added: old ]" in text_of(page).replace(" ]", "]").replace("old]", "old ]")
        client.post(url(child, f"versions/{version.pk}/seen/"))
        version.refresh_from_db()
        assert version.seen_by == sendco
        assert text_of(client.get(f"/{child.school.slug}/passports/")).count("No edit is drawn")

    def test_as_many_statements_for_many_as_for_few(self, group, teacher, sendco):
        def add(number: int) -> None:
            for _ in range(number):
                kid = PupilFactory(school=group.school, class_group=group, on_register=["SLCN"])
                write(kid, "hard", "Noise", by=teacher)
                publish_passport(pupil=kid, on=TODAY, by=sendco)
                PupilFactory(school=group.school, class_group=group, on_register=["SLCN"])

        client, page = client_of(sendco), f"/{group.school.slug}/passports/"
        add(2)
        few = len(statements(client, page))
        add(8)
        assert len(statements(client, page)) == few <= OF_EVERY_REQUEST + 8

    def test_a_teacher_has_no_list(self, group, teacher):
        assert client_of(teacher).get(f"/{group.school.slug}/passports/").status_code == 403
