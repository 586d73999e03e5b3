"""Pages of plans: opened, filled in, refused; who may see what."""

import datetime as dt
import io

import pytest
from docx import Document

from aylsham.access.roles import Role
from aylsham.models import AuditEvent
from lac.models import CutOff, Pep, PepAnswer, PepPart, VirtualSchool
from lac.selectors.peps import pep_page
from lac.services.care_views import end_care_view, give_care_view
from lac.services.pep_parts import give_part
from lac.services.periods import leave_care
from pupils.models import PrintedPaper
from tests.factories import (
    TODAY,
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    member,
    teacher_of,
)
from tests.lac.makers import a_person, in_care, was_in_care
from tests.lac.pep_makers import (
    a_pep,
    a_term,
    all_written,
    checked,
    part,
    sent,
    signed,
    written,
)
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.provision.aims import a_target

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def school():
    found = SchoolFactory(slug="oakfield")
    a_term(found)
    return found


@pytest.fixture
def pupil(school):
    return PupilFactory(school=school, class_group=ClassGroupFactory(school=school))


@pytest.fixture
def url(pupil):
    return f"/oakfield/children/{pupil.pk}/care/pep/"


@pytest.fixture
def teacher(school, client):
    """The designated teacher, signed in."""
    user = member(school, Role.DESIGNATED_TEACHER)
    client.force_login(user)
    return user


@pytest.fixture
def pep(pupil):
    in_care(pupil)
    return a_pep(pupil)


def sent_form(page, **changed) -> dict[str, str]:
    """What a browser would send of a form, untouched but for `changed`."""
    form = page.context["form"]
    said = {name: form[name].value() for name in form.fields}
    said = {n: v for n, v in said.items() if v is not False} | changed
    return {name: "" if value is None else value for name, value in said.items()}


class TestThePlan:
    def test_it_says_how_to_begin(self, client, teacher, url):
        assert "Nothing is recorded of care" in text_of(client.get(url))

    def test_begun_in_one_press_and_again_it_is_the_same(self, client, teacher, pupil, url):
        in_care(pupil)
        page = client.get(url)
        assert "Autumn term 2026" in text_of(page)
        first = client.post(f"{url}start/", {"why": "term"})
        again = client.post(f"{url}start/", {"why": "term"})
        assert first.headers["Location"] == again.headers["Location"]
        assert Pep.objects.get().lead == teacher

    def test_the_childs_words_come_first(self, client, teacher, pep, url):
        page = text_of(client.get(url))
        assert page.index("2 What the child says") < page.index("1 Identity and care")
        assert "0 of 11" in page

    def test_who_sees_states_alone(self, school, pep, pupil, url):
        a_person(pupil)
        written(pep, "child", "MARKED")
        page = text_of(client_of(member(school, Role.ASSISTANT_SENDCO)).get(url))
        assert "What the child says" in page
        assert "1 of 11" in page
        for kept in ("MARKED", "Ada Lane", "Begin", "Paste", "led by"):
            assert kept not in page, kept

    @pytest.mark.parametrize("role", [Role.CLASS_TEACHER, Role.LSA, Role.OFFICE, Role.GOVERNOR])
    def test_others_are_not_let_in(self, school, pep, url, role):
        assert client_of(member(school, role)).get(url).status_code == 403

    def test_another_school_is_not_there(self, pep, url, client):
        other = SchoolFactory(slug="elsewhere")
        client.force_login(member(other, Role.DESIGNATED_TEACHER))
        assert client.get(url).status_code == 404
        assert client.get(url.replace("oakfield", "elsewhere")).status_code == 404

    def test_a_plan_of_another_child_is_not_there(self, client, teacher, school, pep, url):
        other = PupilFactory(school=school)
        in_care(other)
        strange = a_pep(other)
        assert client.get(f"{url}{strange.pk}/").status_code == 404
        assert client.get(f"{url}parts/{part(strange, 'child').pk}/").status_code == 404

    def test_reading_is_written_down(self, client, teacher, pep, pupil, url):
        client.get(f"{url}{pep.pk}/")
        event = AuditEvent.objects.filter(action="view_care").latest("pk")
        assert event.pupil_ids == [pupil.pk]

    def test_statements_do_not_grow(self, client, teacher, pupil, url):
        in_care(pupil)
        pep = a_pep(pupil)
        client.get(url)
        before = len(statements(client, url))
        assert before <= OF_EVERY_REQUEST + 8
        for number in range(12):
            a_target(pupil, text=f"Target {number}")
        pep.delete()
        a_pep(pupil)
        for key in ("child", "carer", "history", "progress"):
            written(Pep.objects.get(), key)
        assert len(statements(client, url)) == before


class TestParts:
    @pytest.fixture
    def words(self, pep, url):
        return f"{url}parts/{part(pep, 'child').pk}/"

    def test_written_in_the_childs_words(self, client, teacher, pep, words):
        page = client.get(words)
        answer = client.post(
            words, sent_form(page, well="I like <swimming>", done="1"), follow=True
        )
        assert "is done" in text_of(answer)
        row = PepAnswer.objects.get()
        assert (row.text, row.whose, row.written_by) == ("I like <swimming>", "child", teacher)
        assert "&lt;swimming&gt;" in client.get(words).content.decode()

    def test_a_second_editor_reads_both(self, client, teacher, pep, words):
        page = client.get(words)
        written(pep, "child", "Theirs")
        answer = client.post(words, sent_form(page, well="Mine"))
        assert "The record now says: Theirs" in text_of(answer)
        assert PepAnswer.objects.get().text == "Theirs"
        again = sent_form(answer, well="Mine")
        again["version"] = answer.context["form"].data["version"]
        client.post(words, again)
        assert PepAnswer.objects.get().text == "Mine"

    def test_last_terms_words_stand_beside(self, client, teacher, pupil, pep, url):
        written(pep, "child", "I liked maths")
        spring = a_pep(pupil, term="spring")
        page = text_of(client.get(f"{url}parts/{part(spring, 'child').pk}/"))
        assert "Last term" in page
        assert "I liked maths" in page
        assert not spring.parts.filter(answers__isnull=False).exists()

    def test_the_record_stands_beside(self, client, teacher, pupil, pep, url):
        a_person(pupil)
        page = text_of(client.get(f"{url}parts/{part(pep, 'identity').pk}/"))
        assert "Ada Lane" in page
        assert "Full care order" in page

    def test_locked_when_it_was_sent(self, client, teacher, pep, words):
        page = client.get(words)
        sent(pep)
        client.post(words, sent_form(page, well="Other"))
        assert not PepAnswer.objects.filter(text="Other").exists()
        assert "stay as they are" in text_of(client.get(words))

    def test_the_head_reads_and_does_not_write(self, school, pep, words):
        head = client_of(member(school, Role.HEAD))
        assert "What is going well at school?" in text_of(head.get(words))
        head.post(words, {"well": "Mine", "version": "x"})
        assert not PepAnswer.objects.exists()


class TestTheTeacher:
    @pytest.fixture
    def colleague(self, school, pupil):
        return teacher_of(pupil.class_group)

    def given(self, pep, colleague):
        give_part(
            part=part(pep, "progress"), owner="teacher", user=colleague, due_on=TODAY, by=None
        )
        give_care_view(
            pupil=pep.pupil, user=colleague, starts_on=TODAY,
            ends_on=TODAY + dt.timedelta(60), by=None,
        )  # fmt: skip

    def test_writes_what_was_given_and_sees_nothing_else(self, pep, pupil, colleague):
        written(pep, "child", "MARKED")
        client, home = client_of(colleague), f"/oakfield/children/{pupil.pk}/your-parts/"
        self.given(pep, colleague)
        page = text_of(client.get(home))
        assert "Attainment and progress" in page
        assert "What the child says" not in page
        mine = f"{home}{part(pep, 'progress').pk}/"
        answer = client.post(
            mine, sent_form(client.get(mine), reading="Band 3", done="1"), follow=True
        )
        assert "Thank you" in answer.content.decode()
        assert part(pep, "progress").state == "done"
        assert PepAnswer.objects.get(text="Band 3").written_by == colleague
        assert client.get(f"{home}{part(pep, 'child').pk}/").status_code == 404
        assert client.get(f"/oakfield/children/{pupil.pk}/care/pep/").status_code == 403

    def test_after_its_last_day_it_is_back_by_itself(self, pep, pupil, colleague, school):
        self.given(pep, colleague)
        home = f"/oakfield/children/{pupil.pk}/your-parts/"
        row = part(pep, "progress")
        assert "Attainment" in text_of(client_of(colleague).get(home))
        PepPart.objects.filter(pk=row.pk).update(due_on=TODAY - dt.timedelta(1))
        client = client_of(colleague)
        assert "Nothing waits for you" in text_of(client.get(home))
        assert client.get(f"{home}{row.pk}/").status_code == 404
        assert client.post(f"{home}{row.pk}/", {"reading": "Late"}).status_code == 404
        lead = client_of(member(school, Role.DESIGNATED_TEACHER))
        plan = f"/oakfield/children/{pupil.pk}/care/pep/"
        assert "Back with you was given until" in text_of(lead.get(plan))
        own = lead.get(f"{plan}parts/{row.pk}/")
        assert "it is back with you" in text_of(own)
        said = sent_form(own, reading="Band 3", done="1")
        assert lead.post(f"{plan}parts/{row.pk}/", said).status_code == 302
        assert part(pep, "progress").state == "done"

    @pytest.mark.parametrize(
        ("due_on", "words"),
        [("", "Say up to which day"), (TODAY - dt.timedelta(1), "That day has passed")],
    )
    def test_a_colleague_is_given_a_part_up_to_a_day_to_come(
        self, pep, pupil, colleague, school, due_on, words
    ):
        row = part(pep, "progress")
        page = f"/oakfield/children/{pupil.pk}/care/pep/parts/{row.pk}/who/"
        client = client_of(member(school, Role.DESIGNATED_TEACHER))
        said = {"owner": "teacher", "user": colleague.pk, "due_on": due_on}
        assert words in text_of(client.post(page, said))
        assert part(pep, "progress").owner_user is None

    def test_the_childs_page_leads_there(self, pep, pupil, colleague):
        self.given(pep, colleague)
        page = client_of(colleague).get(f"/oakfield/children/{pupil.pk}/").content.decode()
        assert f"/oakfield/children/{pupil.pk}/your-parts/" in page

    def test_without_the_view_there_is_nothing(self, pep, pupil, colleague):
        give_part(
            part=part(pep, "progress"), owner="teacher", user=colleague, due_on=TODAY, by=None
        )
        client, home = client_of(colleague), f"/oakfield/children/{pupil.pk}/your-parts/"
        assert client.get(home).status_code == 404
        assert client.get(f"{home}{part(pep, 'progress').pk}/").status_code == 404
        page = client.get(f"/oakfield/children/{pupil.pk}/").content.decode()
        assert "your-parts" not in page

    def test_when_the_view_is_taken_back_it_closes(self, pep, pupil, colleague):
        self.given(pep, colleague)
        end_care_view(view=pupil.care_views.get(), by=None)
        home = f"/oakfield/children/{pupil.pk}/your-parts/"
        assert client_of(colleague).get(home).status_code == 404

    def test_a_child_who_left_care_has_no_views(self, pep, pupil, colleague):
        self.given(pep, colleague)
        leave_care(
            period=pupil.care_periods.get(), last_day=TODAY - dt.timedelta(1), through="", by=None
        )
        home = f"/oakfield/children/{pupil.pk}/your-parts/"
        assert client_of(colleague).get(home).status_code == 404


class TestSteps:
    def test_a_missing_part_is_named_on_the_page(self, client, teacher, pep, url):
        answer = client.post(f"{url}{pep.pk}/ready/", follow=True)
        assert "Still open: Identity and care" in text_of(answer)
        assert Pep.objects.get().state == "writing"

    def test_from_checked_to_complete(self, client, teacher, pep, url):
        all_written(pep)
        checked(pep)
        plan = f"{url}{pep.pk}/"
        client.post(f"{plan}ready/")
        client.post(f"{plan}held/", {"meeting_on": "today"})
        for whose in ("designated", "worker"):
            client.post(f"{plan}sign/", {"whose": whose, "name": "Ann", "signed_on": "today"})
        client.post(f"{plan}signed/")
        client.post(f"{plan}send/", {"sent_on": "today", "sent_how": "portal", "has_officer": "on"})
        answer = client.post(
            f"{plan}feedback/",
            {"feedback_on": "today", "is_accepted": "yes", "grade": "good", "feedback": "Good"},
            follow=True,
        )
        assert "Complete" in text_of(answer)
        assert Pep.objects.get().grade == "good"

    def test_a_further_one_is_offered_once_the_first_is_out(self, client, teacher, pep, url):
        assert "A further PEP" not in text_of(client.get(url))
        sent(pep)
        page = text_of(client.get(url))
        assert "A further PEP in this term" in page and "The first since" not in page
        client.post(f"{url}start/", {"why": "move"})
        page = text_of(client.get(url))
        assert "New after a move" in page and "Sent to the virtual school" in page
        assert "A further PEP" not in page
        assert Pep.objects.count() == 2

    def test_actions_need_a_day(self, client, teacher, pep, url):
        sent(pep)
        answer = client.post(
            f"{url}{pep.pk}/feedback/",
            {"feedback_on": "today", "is_accepted": "no", "grade": "improve", "actions": "Ask"},
        )
        assert "Say by when the actions are to be done" in text_of(answer)
        assert Pep.objects.get().state == "sent"

    def test_a_plan_that_is_signed_offers_no_writing(self, client, teacher, pep, url):
        signed(pep)
        page = client.get(f"{url}{pep.pk}/")
        assert "Choose" not in text_of(page)
        assert "It was sent" in text_of(page)


class TestTakenOut:
    def test_pasted_in_the_order_of_the_virtual_school(self, client, teacher, pep, url):
        VirtualSchool.objects.create(
            federation=pep.school.federation,
            council="norfolk",
            order=[["targets", "A. Targets"], ["child", "B. My views"]],
        )
        written(pep, "child", "I like “maths” & <b>art</b>")
        page = client.get(f"{url}{pep.pk}/paste/")
        headings = [section.heading for section in page.context["paper"].sections]
        assert headings[:2] == ["A. Targets", "B. My views"]
        assert len(headings) == 11  # what the virtual school left out stands after it
        assert "I like “maths” &amp; &lt;b&gt;art&lt;/b&gt;" in page.content.decode()

    def test_word_says_the_same(self, client, teacher, pep, url):
        written(pep, "child", "I like maths")
        answer = client.get(f"{url}{pep.pk}/word/")
        words = "\n".join(p.text for p in Document(io.BytesIO(answer.content)).paragraphs)
        assert "I like maths" in words
        assert pep.pupil.full_name not in answer.headers["Content-Disposition"]

    def test_a_signed_plan_reads_as_it_was(self, client, teacher, pupil, pep, url):
        target = pep.pupil
        a_target(pupil, text="Read eight words")
        signed(pep)
        a_person(target, name="Later Worker")
        page = client.get(f"{url}{pep.pk}/paste/").content.decode()
        assert "Later Worker" not in page

    def test_a_pdf_is_set_from_what_the_asker_may_read(self, client, teacher, pep, url):
        written(pep, "child", "I like maths")
        client.post(f"{url}{pep.pk}/print/")
        paper = PrintedPaper.objects.get()
        assert (paper.kind, paper.permission) == ("pep", "read_care")
        assert "I like maths" in paper.html
        assert AuditEvent.objects.filter(action="export_pep").exists()


class TestTargetsAndChecks:
    def test_chosen_and_sorted_on_the_page(self, client, teacher, pupil, pep, url):
        target = a_target(pupil, text="Read <eight> words")
        page = client.get(f"{url}{pep.pk}/targets/")
        assert "Read &lt;eight&gt; words" in page.content.decode()
        said = {
            "version": page.context["form"]["version"].value(),
            f"in_{target.pk.hex}": "on",
            f"sort_{target.pk.hex}": "study",
            f"term_{target.pk.hex}": "long",
        }
        answer = client.post(f"{url}{pep.pk}/targets/", said, follow=True)
        assert "Study support, long-term" in text_of(answer)
        again = client.post(f"{url}{pep.pk}/targets/", said | {f"sort_{target.pk.hex}": "outside"})
        assert "Somebody else changed this" in text_of(again)
        assert pep.targets.get().sort == "study"

    def test_a_new_target_stands_among_the_childs(self, client, teacher, pupil, pep, url):
        page = client.get(f"{url}{pep.pk}/targets/add/")
        said = sent_form(
            page, text="Reads a page", measure="done", sort="study", term="short",
            starts_on="today", by_on="12 Feb 2027",
        )  # fmt: skip
        for _ in range(2):
            client.post(f"{url}{pep.pk}/targets/add/", said)
        assert pupil.targets.get().text == "Reads a page"
        assert pep.targets.get().sort == "study"

    def test_the_virtual_schools_own_criteria_are_asked(self, client, teacher, pep, url):
        VirtualSchool.objects.create(
            federation=pep.school.federation, council="Norfolk", criteria=["Is it <kind>?"]
        )
        page = client.get(f"{url}{pep.pk}/check/")
        assert "Is it &lt;kind&gt;?" in page.content.decode()
        answer = client.post(
            f"{url}{pep.pk}/check/", sent_form(page, met0="partly", note0="Tone"), follow=True
        )
        assert "Partly Is it" in text_of(answer)


class TestVirtualSchools:
    HOME = "/oakfield/care/virtual-schools/"

    @pytest.fixture
    def keeper(self, school, client):
        """Designated teacher who keeps the library too."""
        user = member(school, Role.SENDCO)
        member(school, Role.DESIGNATED_TEACHER, user=user)
        client.force_login(user)
        return user

    def test_kept_with_days_and_own_criteria(self, client, keeper, school, pupil):
        page = client.get(f"{self.HOME}add/")
        said = sent_form(page, council="Norfolk", criteria="One\n\nTwo\nOne")
        said["day_2026_autumn"] = "4 Dec 2026"
        client.post(f"{self.HOME}add/", said)
        row = VirtualSchool.objects.get()
        assert row.criteria == ["One", "Two"]
        assert len(row.order) == 11
        assert CutOff.objects.get().on == dt.date(2026, 12, 4)
        assert "2 of its own" in text_of(client.get(self.HOME))

    def test_a_part_that_is_none_is_named(self, client, keeper):
        page = client.get(f"{self.HOME}add/")
        answer = client.post(f"{self.HOME}add/", sent_form(page, council="X", order="nonsense: Y"))
        assert "“nonsense” is no part" in text_of(answer)

    def test_who_does_not_keep_the_library_reads(self, client, teacher):
        assert "Add one" not in text_of(client.get(self.HOME))
        assert client.get(f"{self.HOME}add/").status_code == 403


class TestSupportPlans:
    def test_called_a_support_plan(self, client, teacher, pupil, url):
        was_in_care(pupil)
        client.post(f"{url}start/", {"why": "term"})
        page = text_of(client.get(url))
        assert "Support plan" in page
        assert "0 of 10" in page
        assert "Ask what may be written here" in page
        assert "PEP" not in page.replace("Paste into a portal", "")


def test_the_selector_cuts_what_the_status_does_not_tell(school, pep, rf):
    from lac.access import Knows

    written(pep, "child", "MARKED")
    from aylsham.access.current import Access, posts_of

    user = member(school, Role.ASSISTANT_SENDCO)
    access = Access(user, TODAY, posts_of(user, today=TODAY), school=school, schools=[school])
    page = pep_page(access, pep)
    assert page.targets == page.signers == page.checks == []
    assert pep_page(access, pep, Knows.WHOLE).signers
