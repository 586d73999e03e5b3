"""Surveys from the first page to the last: asked once, answered once, by nobody known."""

from io import BytesIO
from uuid import uuid4

import pikepdf
import pytest
from django.core import mail
from django.db import connection
from django.test import Client

from aylsham.access.roles import Role
from aylsham.audit.codes import Action
from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.documents.rendering import write_pdf
from aylsham.models import AuditEvent, OutgoingMail
from aylsham.secret_log import hide_secrets
from provision.models import CouncilPaper
from pupils.family_codes import OrderKind
from pupils.models import Contact, ContactOrder
from reports.governor.terms import TermKey
from reports.models import SurveyAnswer, SurveyInvitee, SurveyLink, SurveyRound, SurveyWords
from reports.publications.facts import sentences
from reports.selectors.governor_record import record_of
from reports.selectors.publication_facts import school_facts
from reports.selectors.surveys.rounds import results_of, round_of, voices_of
from reports.services.surveys.answering import answer_as_pupil
from reports.services.surveys.rounds import (
    ROUND_FIELDS,
    change_round,
    close_round,
    discard_round,
    forget_invitees,
)
from reports.services.surveys.sending import remind_families, send_links
from reports.services.surveys.words import sort_words
from reports.survey_codes import LINKS_KEPT
from reports.surveys.statements import Asked
from tests.factories import TODAY, PupilFactory, SchoolFactory, member
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.reports.objective_makers import DAY
from tests.reports.surveys.makers import a_family, a_round, answered, do_jobs, ended, link_in, sent
from tests.school_years import school_year

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
LIST = "/oakfield/surveys/"


@pytest.fixture
def school():
    school = SchoolFactory(slug="oakfield", name="Oakfield Primary")
    school_year(school)
    return school


@pytest.fixture
def sendco(school):
    return client_of(member(school, Role.SENDCO))


class TestAsking:
    def test_from_the_form_to_the_thanks(self, school, sendco):
        for _ in range(3):
            a_family(school)
        form = {
            "opens_on": "23 Nov 2026",
            "closes_on": "11 Dec 2026",
            "keys": ["understood.1", "know.1"],
            "own_1": "Clubs are open to my child.",
            "asks_for_words": "on",
            "version": "new",
        }
        page = sendco.post(f"{LIST}add/?whom=families", form, follow=True)
        assert "Nobody is asked before you send it" in page.content.decode()
        round = SurveyRound.objects.get()
        assert (round.term, round.own) == ("2026-autumn", ["Clubs are open to my child."])
        for _ in range(2):
            assert sendco.post(f"{LIST}{round.pk}/send/").status_code == 302
        messages = do_jobs()
        assert len(messages) == 3
        guest, path = Client(), link_in(messages[0])
        assert "Clubs are open to my child." in text_of(guest.get(path))
        empty = guest.post(path, {"words": " "})
        assert "at least one of the sentences" in text_of(empty)
        answer = {"understood.1": "4", "own.1": "2", "words": "More clubs, please."}
        assert "Thank you" in text_of(guest.post(path, answer))
        kept = SurveyAnswer.objects.get()
        assert kept.ticks == {"understood.1": "4", "own.1": "2"}
        assert SurveyWords.objects.get().words == "More clubs, please."
        for again in (guest.get(path), guest.post(path, answer)):
            assert "Thank you, already answered" in text_of(again)
        assert SurveyAnswer.objects.count() == 1

    def test_no_child_stands_in_the_e_mail_the_link_or_the_page(self, school):
        contact = a_family(school, first_name="Wren", last_name="Hallamby")
        (message,) = sent(a_round(school))
        page = Client().get(link_in(message))
        for text in (message.subject + message.body, page.content.decode()):
            for secret in ("Wren", "Hallamby", "Nell", str(contact.pupil_id), str(contact.pk)):
                assert secret not in text
        assert page["Referrer-Policy"] == "no-referrer"
        path = link_in(message)
        assert path.split("/")[3] not in hide_secrets(f"GET {path} 200")
        assert path.split("/")[3] not in str(list(SurveyLink.objects.values()))

    def test_one_link_an_address_and_a_slip_for_whoever_has_none(self, school, sendco):
        a_family(school, "nell@home.example")
        a_family(school, "Nell@home.example")  # for a brother
        paper = a_family(school, " ", first_name="Wren", last_name="Hallamby")
        nobody = PupilFactory(school=school, on_register=True)  # with no adult on record
        PupilFactory(school=school)  # without SEN
        round = a_round(school)
        assert len(sent(round)) == 1
        assert round.asked_count == 2
        slip = SurveyInvitee.objects.get(contact=None)
        assert slip.pupil_id == paper.pupil_id != nobody.pk
        assert sendco.post(f"{LIST}{round.pk}/slips/").status_code == 302
        html = CouncilPaper.objects.get().html
        with pikepdf.open(BytesIO(write_pdf(html))) as pdf:
            assert len(pdf.pages) == 2  # the list stays at school, the slip goes home
            lines = [op for _, op in pikepdf.parse_content_stream(pdf.pages[1]) if str(op) == "h"]
            assert len(lines) > 300  # the squares of the picture to scan
        list_page, paper_slip = html.split('<section class="slip">')
        assert "Wren Hallamby" in list_page
        assert "Wren" not in paper_slip
        assert "Picture to scan" in paper_slip
        path = link_in(type("Slip", (), {"body": paper_slip}))
        assert "What do you think?" in text_of(Client().get(path))

    def test_whom_an_order_bars_is_not_asked(self, school):
        contact = a_family(school)
        ContactOrder.objects.create(
            school=school,
            pupil=contact.pupil,
            contact=contact,
            kind=OrderKind.values[0],
            stops_contact=True,
            stops_information=True,
            starts_on=TODAY - DAY,
            evidence="Seen",
        )
        assert sent(a_round(school)) == []
        assert not SurveyInvitee.objects.exists()

    def test_who_is_added_later_can_be_sent_a_link_and_nobody_two(self, school, sendco):
        a_family(school)
        late = a_family(school)
        Contact.objects.filter(pk=late.pk).update(has_parental_responsibility=None)
        round = a_round(school)
        assert len(sent(round)) == 1
        page = sendco.get(f"{LIST}{round.pk}/")
        assert "The families of 1 child: nobody on the record may be asked" in text_of(page)
        Contact.objects.filter(pk=late.pk).update(has_parental_responsibility=True)
        for new in (1, 0):
            assert len(sent(round)) == new
        assert round.asked_count == 2
        assert "Not asked" not in text_of(sendco.get(f"{LIST}{round.pk}/"))

    def test_only_the_chosen_years_are_asked(self, school):
        a_family(school, year_group="2")
        a_family(school, year_group="5")
        round = a_round(school, years=["5"])
        sent(round)
        assert [i.pupil.year_group for i in SurveyInvitee.objects.all()] == ["5"]

    @pytest.mark.parametrize(("plans", "groups"), [(4, {""}), (5, {"K", "E"})])
    def test_a_rare_kind_of_support_is_not_kept_with_the_answer(self, school, plans, groups):
        for _ in range(5):
            a_family(school)
        for _ in range(plans):
            a_family(school, on_register=False, with_plan=True)
        round = a_round(school)
        sent(round)
        answered(round, 9)
        assert {a.group for a in SurveyAnswer.objects.all()} == groups

    def test_nobody_is_asked_before_the_first_day(self, school):
        round = a_round(school, opens_on=TODAY + DAY)
        with pytest.raises(TransitionNotAllowed, match="not opened"):
            send_links(round=round, by=member(school))

    def test_one_reminder_to_whoever_has_not_answered(self, school, monkeypatch):
        for _ in range(3):
            a_family(school)
        round, by = a_round(school), member(school)
        sent(round)
        answered(round, 1)
        with pytest.raises(TransitionNotAllowed, match="a later day"):
            remind_families(round=round, by=by)
        SurveyRound.objects.update(sent_on=TODAY - DAY)
        for _ in range(2):
            remind_families(round=round, by=by)
            messages = do_jobs()
            assert len(messages) in (2, 0)
        assert OutgoingMail.objects.filter(kind="survey_reminder").count() == 2
        assert "What do you think" in text_of(Client().get(link_in(mail.outbox[-1])))

    def test_the_same_term_is_asked_once(self, school):
        a_round(school)
        with pytest.raises(TransitionNotAllowed, match="this term already"):
            a_round(school, closes_on=TODAY + DAY)
        a_round(school, Asked.PUPILS)


class TestChanging:
    def test_the_second_editor_sees_both(self, school):
        round = a_round(school)
        version = version_of(round, ROUND_FIELDS)
        change_round(round=round, version=version, by=None, asks_for_words=False)
        with pytest.raises(StaleSave):
            change_round(round=round, version=version, by=None, asks_for_words=True)

    def test_once_begun_only_the_last_day_moves_and_links_with_it(self, school, sendco):
        a_family(school)
        round = a_round(school)
        sent(round)
        version = version_of(round, ROUND_FIELDS)
        with pytest.raises(TransitionNotAllowed, match="only its last day"):
            change_round(round=round, version=version, by=None, keys=["know.1"])
        until = TODAY + 20 * DAY
        sendco.post(
            f"{LIST}{round.pk}/change/", {"closes_on": until.isoformat(), "version": version}
        )
        assert SurveyRound.objects.get().closes_on == until
        assert SurveyLink.objects.get().expires_on == until + LINKS_KEPT
        with pytest.raises(TransitionNotAllowed, match="Close it"):
            discard_round(round=round, by=None)

    def test_what_nobody_was_asked_can_be_discarded(self, school, sendco):
        round = a_round(school)
        with pytest.raises(TransitionNotAllowed, match="Discard"):
            close_round(round=round, by=None)
        sendco.post(f"{LIST}{round.pk}/discard/")
        assert not SurveyRound.objects.exists()

    @pytest.mark.parametrize(
        "values",
        [
            {"closes_on": TODAY},
            {"opens_on": TODAY - 9 * DAY, "closes_on": TODAY - DAY},
            {"keys": []},
            {"keys": ["happy.1"]},
            {"own": ["a", "b", "c"]},
        ],
    )
    def test_a_round_makes_sense(self, school, values):
        with pytest.raises(TransitionNotAllowed):
            a_round(school, **values)


class TestLinks:
    def test_after_the_last_day_it_says_so_and_whom_to_ask(self, school):
        a_family(school)
        round = a_round(school)
        path = link_in(sent(round)[0])
        ended(round)
        for answer in (Client().get(path), Client().post(path, {"know.1": "4"})):
            assert "This survey is closed" in text_of(answer)
            assert "SENDCo" in text_of(answer)
        assert not SurveyAnswer.objects.exists()

    def test_a_month_later_nobody_knows_who_was_asked(self, school):
        a_family(school)
        round = a_round(school)
        path = link_in(sent(round)[0])
        answered(round, 1)
        last = round.closes_on + LINKS_KEPT
        assert forget_invitees(school=school, today=last) == 0
        assert forget_invitees(school=school, today=last + DAY) == 2
        assert SurveyAnswer.objects.count() == 1
        assert SurveyRound.objects.get().asked_count == 1
        assert Client().get(path).status_code == 404

    def test_a_link_of_another_school_answers_there_alone(self, school):
        other = SchoolFactory()
        school_year(other)
        a_family(other)
        round = a_round(other)
        path = link_in(sent(round)[0])
        Client().post(path, {"know.1": "4"})
        assert [a.school_id for a in SurveyAnswer.objects.all()] == [other.pk]
        assert Client().get("/contribute/survey/nothing/").status_code == 404


class TestNobodyIsKnown:
    def test_no_column_of_an_answer_leads_to_anybody_or_to_a_time(self):
        own = {"id", "school", "round"}
        assert {f.name for f in SurveyAnswer._meta.fields} == own | {"group", "ticks"}
        assert {f.name for f in SurveyWords._meta.fields} == own | {"words", "state"}
        for model in (SurveyAnswer, SurveyWords, SurveyInvitee):
            assert not hasattr(model, "pgh_event_models") or not model.pgh_event_models
        used = SurveyInvitee._meta.get_field("used_on")
        assert used.get_internal_type() == "DateField"

    def test_neither_keys_nor_marks_of_the_database_nor_the_audit_pair_them(self, school):
        for _ in range(4):
            a_family(school)
        round = a_round(school)
        sent(round)
        events = AuditEvent.objects.count()
        paths = [link_in(message) for message in mail.outbox]
        for path in paths[:3]:
            Client().post(path, {"know.1": "4", "words": "Hello"})
        assert AuditEvent.objects.count() == events
        for model in (SurveyAnswer, SurveyWords):
            assert {row.pk.version for row in model.objects.all()} == {4}
        marks = {table: self.marks(table) for table in ("answer", "words", "invitee")}
        assert [len(set(found)) for found in marks.values()] == [1, 1, 1]
        assert {SurveyInvitee.objects.filter(used_on=TODAY).count()} == {3}

    @staticmethod
    def marks(table: str) -> list[int]:
        """Command and transaction that wrote each row, as PostgreSQL keeps them."""
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT xmin::text, cmin::text FROM reports_survey{table}")
            return cursor.fetchall()


class TestReading:
    def test_nothing_is_shown_while_answers_come_in(self, school, sendco):
        for _ in range(6):
            a_family(school)
        round = a_round(school)
        sent(round)
        answered(round, 6, words="Please ring earlier")
        page = text_of(sendco.get(f"{LIST}{round.pk}/"))
        assert "shown once the survey is closed" in page
        assert "100%" not in page
        assert sendco.get(f"{LIST}{round.pk}/words/").status_code == 302
        sendco.post(f"{LIST}{round.pk}/close/")
        page = text_of(sendco.get(f"{LIST}{round.pk}/"))
        assert "6 (100%)" in page
        assert "6 wrote something" in page
        assert AuditEvent.objects.filter(action=Action.READ_SURVEY).count() == 1

    @pytest.mark.parametrize(("many", "shown"), [(4, False), (5, True)])
    def test_fewer_than_five_show_nothing_not_even_their_words(self, school, sendco, many, shown):
        for _ in range(8):
            a_family(school)
        round = a_round(school)
        sent(round)
        answered(round, many, words="Please ring earlier")
        ended(round)
        page = text_of(sendco.get(f"{LIST}{round.pk}/"))
        assert ("Fewer than five answered" in page) is not shown
        assert ("understands what my child needs" in page) is shown
        words = sendco.get(f"{LIST}{round.pk}/words/")
        assert words.status_code == (200 if shown else 302)

    def test_words_feed_reports_once_somebody_has_looked(self, school, sendco):
        round = self.a_full_round(school)
        assert voices_of(school, TODAY)[0].quotes == ()
        rows = list(SurveyWords.objects.all())
        form = {str(row.pk): "" for row in rows}
        form |= {str(rows[0].pk): "quoted", str(rows[1].pk): "out"}
        sendco.post(f"{LIST}{round.pk}/words/", form)
        (voice,) = voices_of(school, TODAY)
        assert voice.quotes == (rows[0].words,)
        assert (voice.asked_count, voice.answered) == (12, 11)

    def test_words_of_another_round_are_not_decided_about(self, school):
        round = self.a_full_round(school)
        other = SchoolFactory()
        stranger = SurveyWords.objects.create(school=other, round=a_round(other), words="Not yours")
        assert sort_words(round=round, decided={stranger.pk: "quoted"}, by=None) == 0
        stranger.refresh_from_db()
        assert stranger.state == ""

    def test_a_page_asks_as_much_for_three_answers_as_for_thirty(self, school, sendco):
        round = self.a_full_round(school)
        few = statements(sendco, f"{LIST}{round.pk}/")
        SurveyAnswer.objects.bulk_create(
            SurveyAnswer(school=school, round=round, ticks={"know.1": "4"}) for _ in range(30)
        )
        many = statements(sendco, f"{LIST}{round.pk}/")
        assert len(many) == len(few) <= OF_EVERY_REQUEST + 8
        assert len(statements(sendco, LIST)) <= OF_EVERY_REQUEST + 2

    @staticmethod
    def a_full_round(school) -> SurveyRound:
        for _ in range(12):
            a_family(school)
        round = a_round(school)
        sent(round)
        answered(round, 5, words="Please ring earlier")
        answered(round, 6, tick="1")
        return round_of(school, ended(round).pk)


class TestChildren:
    def test_one_child_after_the_other_on_one_tablet(self, school):
        for _ in range(2):
            PupilFactory(school=school, on_register=True)
        round = a_round(school, Asked.PUPILS)
        assert round.asked_count == 2
        lsa = client_of(member(school, Role.LSA))
        assert "Begin with a child" in text_of(lsa.get(f"{LIST}with-children/"))
        path = f"{LIST}{round.pk}/child/"
        page = lsa.get(path).content.decode()
        assert "symbols/thumbs-up.svg" in page
        form = {"happy.1": "3", "words": "Longer play", "key": str(uuid4())}
        for _ in range(2):
            done = lsa.post(path, form, follow=True)
            assert "Next child" in text_of(done)
        assert SurveyAnswer.objects.count() == 1
        lsa.post(path, form | {"key": str(uuid4())})
        refused = lsa.post(path, form | {"key": str(uuid4())})
        assert "Every child on the list has answered" in text_of(refused)
        assert SurveyAnswer.objects.count() == 2
        assert {a.group for a in SurveyAnswer.objects.all()} == {""}

    def test_a_closed_one_takes_no_answer(self, school):
        PupilFactory(school=school, on_register=True)
        round = ended(a_round(school, Asked.PUPILS))
        with pytest.raises(TransitionNotAllowed, match="closed"):
            answer_as_pupil(round=round, key=uuid4(), ticks={"happy.1": "3"})

    def test_a_survey_of_families_has_no_page_for_children(self, school):
        round = a_round(school)
        teacher = client_of(member(school, Role.CLASS_TEACHER))
        assert teacher.get(f"{LIST}{round.pk}/child/").status_code == 404
        with pytest.raises(TransitionNotAllowed, match="families"):
            answer_as_pupil(round=round, key=uuid4(), ticks={"know.1": "3"})


class TestReports:
    def test_governors_parents_and_inspectors_hear_of_it(self, school, sendco):
        round = TestReading.a_full_round(school)
        record = record_of(
            school, TermKey.parse("Autumn 2026"), TODAY - 60 * DAY, TODAY, TODAY - 60 * DAY
        )
        assert [v.answered for v in record.voices] == [11]
        said = sentences("parents", school_facts(school, TODAY))
        assert "last in Autumn 2026" in said[0]
        assert not [s for s in said if "11" in s or "12" in s]
        assert "Surveys" in text_of(sendco.get("/oakfield/inspection/"))
        assert results_of(round).answered == 11

    def test_the_page_of_reports_asks_for_this_years_survey_until_there_is_one(
        self, school, sendco
    ):
        assert "Start this year’s survey" in text_of(sendco.get("/oakfield/reports/"))
        a_round(school)
        assert "Start this year’s survey" not in text_of(sendco.get("/oakfield/reports/"))
