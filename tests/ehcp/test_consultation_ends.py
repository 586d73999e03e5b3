"""Consultations at the end of their time: two people, thirty days, and nothing left but the proof."""

import datetime as dt
import io

import pypdf
import pytest
from django.db import DatabaseError, connection, transaction

from aylsham.access.roles import Role
from aylsham.changes import TransitionNotAllowed
from aylsham.dates import DAY
from aylsham.deadlines.services import rebuild_deadlines
from aylsham.jobs.codes import JobState
from aylsham.jobs.runner import run_job
from aylsham.models import Deadline, Job
from ehcp import tasks
from ehcp.models import Consultation, ConsultationEnd, ConsultationReply, StatedDay
from ehcp.services.consultation_deleting import delete_consultation, start_deletions
from ehcp.services.consultation_ends import confirm_ends, decide_ends, undo_end
from ehcp.services.consultations import close_consultation, send_reply, sign_reply
from pupils.models import DeletionCertificate, Pupil
from pupils.services.retention.deleting import delete_record
from tests.access import access_of
from tests.ehcp.assessment_makers import answered, asked, consulted
from tests.ehcp.makers import a_school, day
from tests.factories import TODAY, PupilFactory, behind_the_wall, member
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.pupils.retention.makers import binned, former

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
URL = "/oakfield/consultations/ended/"
#: It was kept through yesterday.
YEAR_OVER = dt.date(2025, 11, 22)


@pytest.fixture
def school():
    school = a_school(slug="oakfield")
    behind_the_wall(school)
    return school


@pytest.fixture
def sendco(school):
    return member(school)


@pytest.fixture
def head(school):
    return member(school, Role.HEAD)


def old(school, received_on: dt.date = YEAR_OVER, **facts) -> Consultation:
    """A consultation that the council needed no answer to."""
    row = consulted(school, received_on, **facts)
    return close_consultation(
        consultation=row, closed_on=received_on + DAY, closed_why="Withdrawn", by=None
    )


def proposed(row: Consultation, by, kind: str = "delete", **facts) -> ConsultationEnd:
    facts = {"reason": "The child went elsewhere"} | facts
    decide_ends(school=row.school, consultation_ids=[row.pk], kind=kind, by=by, **facts)
    return ConsultationEnd.objects.live().get(consultation=row)


def due(row: Consultation, sendco, head) -> ConsultationEnd:
    """Confirmed thirty-one days ago."""
    end = proposed(row, sendco)
    confirm_ends(school=row.school, decision_ids=[end.pk], by=head)
    end.refresh_from_db()
    ConsultationEnd.objects.filter(pk=end.pk).update(
        confirmed_at=end.confirmed_at - dt.timedelta(days=31)
    )
    return end


def post(user, to="", **data):
    return client_of(user).post(f"{URL}{to}", data, follow=True)


def sent(school, head, monkeypatch) -> Consultation:
    """An answered one, with the pages as they went."""
    monkeypatch.setattr(
        "ehcp.services.consultations.write_pdf", lambda html: b"%PDF-" + html.encode()
    )
    row = answered(consulted(school, child="Zelda Quirk"), comments="Zelda may come.")
    access = access_of(head, school)
    from ehcp.selectors.consultations import digest_of, reply_content

    sign_reply(consultation=row, seen=digest_of(reply_content(row)), access=access)
    row = Consultation.objects.select_related("school", "signed_by").get(pk=row.pk)
    send_reply(consultation=row, how="email", gone_on=TODAY, by=head)
    Consultation.objects.filter(pk=row.pk).update(received_on=YEAR_OVER, keep_until=TODAY - DAY)
    row.refresh_from_db()
    return row


class TestDeciding:
    @pytest.mark.parametrize("received_on, is_over", [(YEAR_OVER, True), (YEAR_OVER + DAY, False)])
    def test_only_from_the_day_after_its_year(self, school, sendco, received_on, is_over):
        row = old(school, received_on)
        if is_over:
            assert proposed(row, sendco).kind == "delete"
        else:
            with pytest.raises(TransitionNotAllowed, match="kept until 23 November 2026"):
                proposed(row, sendco)

    def test_one_that_is_not_answered_stays(self, school, sendco):
        with pytest.raises(TransitionNotAllowed, match="not answered"):
            proposed(consulted(school, YEAR_OVER), sendco)

    def test_nobody_deletes_alone(self, school, head):
        end = proposed(old(school), head)
        with pytest.raises(TransitionNotAllowed, match="Somebody else"):
            confirm_ends(school=school, decision_ids=[end.pk], by=head)
        with pytest.raises(DatabaseError), transaction.atomic():
            ConsultationEnd.objects.filter(pk=end.pk).update(confirmed_by=head)

    def test_a_hold_comes_first(self, school, sendco):
        row = old(school)
        proposed(row, sendco, "hold")
        with pytest.raises(TransitionNotAllowed, match="is held"):
            proposed(row, sendco)

    def test_a_child_on_our_roll_has_a_record_of_its_own(self, school, sendco):
        row = old(school, pupil=PupilFactory(school=school))
        with pytest.raises(TransitionNotAllowed, match="Tick"):
            proposed(row, sendco)
        assert "No consultation waits" in text_of(client_of(sendco).get(URL))


class TestDeleting:
    def test_nothing_is_left_but_the_certificate(self, school, sendco, head, monkeypatch):
        row = sent(school, head, monkeypatch)
        end = due(row, sendco, head)
        assert start_deletions(school=school) == 1
        assert run_job(Job.objects.get(kind="delete_consultation").pk) == JobState.DONE
        certificate = DeletionCertificate.objects.get(decision_id=end.pk)
        assert {kind: rows for kind, rows, _ in certificate.counts} == {
            "Answers as they were sent": 1,
            "Consultations": 1,
            "Decisions about keeping it": 1,
        }
        words = "".join(
            p.extract_text() for p in pypdf.PdfReader(io.BytesIO(certificate.pdf)).pages
        )
        assert "one consultation for good" in " ".join(words.split()) and "Zelda" not in words
        for table in connection.introspection.table_names():
            with connection.cursor() as cursor:
                cursor.execute(
                    f"SELECT count(*) FROM {connection.ops.quote_name(table)} t"
                    " WHERE t::text LIKE '%%Zelda%%'"
                )
                assert cursor.fetchone()[0] == 0, table
        listed = text_of(client_of(sendco).get("/oakfield/retention/"))
        assert f"Certificate {certificate.number} (PDF)" in listed

    def test_the_second_time_does_nothing(self, school, sendco, head):
        end = due(old(school), sendco, head)
        first = delete_consultation(school=school, end_id=end.pk)
        assert delete_consultation(school=school, end_id=end.pk) == first

    @pytest.mark.parametrize("days, goes", [(30, False), (31, True)])
    def test_thirty_days_in_the_bin(self, school, sendco, head, days, goes):
        end = due(old(school), sendco, head)
        row = ConsultationEnd.objects.get(pk=end.pk)
        ConsultationEnd.objects.filter(pk=end.pk).update(
            confirmed_at=row.confirmed_at + dt.timedelta(days=31 - days)
        )
        assert start_deletions(school=school) == goes
        assert bool(delete_consultation(school=school, end_id=end.pk)) is goes

    def test_taken_out_it_stays(self, school, sendco, head):
        row = old(school)
        end = due(row, sendco, head)
        undo_end(decision=end, by=head)
        assert delete_consultation(school=school, end_id=end.pk) is None
        assert Consultation.objects.filter(pk=row.pk).exists()

    def test_another_schools_decision_deletes_nothing(self, school, sendco, head):
        other = a_school(slug="lynwood")
        end = due(old(school), sendco, head)
        assert delete_consultation(school=other, end_id=end.pk) is None

    def test_answers_are_deleted_by_a_confirmed_decision_alone(
        self, school, sendco, head, monkeypatch
    ):
        end = proposed(sent(school, head, monkeypatch), sendco)
        with (
            pytest.raises(DatabaseError, match="no confirmed decision"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute("SELECT forget_consultation_replies(%s)", [end.pk])
        assert ConsultationReply.objects.count() == 1

    def test_every_school_is_asked_once_a_night(self, school):
        tasks.forget_consultations()
        tasks.forget_consultations()
        assert Job.objects.filter(kind="forget_consultations").count() == 1

    def test_a_childs_record_goes_with_what_the_council_said(self, school, sendco, head):
        child = former(school)
        row = asked("2015-09-07", pupil=child)
        StatedDay.objects.create(
            school=school,
            assessment=row,
            milestone="final",
            day=day("2016-01-25"),
            reason="Short of staff",
            said_by="An officer",
            said_on=day("2016-01-18"),
            by=sendco,
        )
        end = binned(child, sendco, head)
        type(end).objects.filter(pk=end.pk).update(
            confirmed_at=end.confirmed_at - dt.timedelta(days=31)
        )
        assert delete_record(school=school, decision_id=end.pk)
        assert not Pupil.objects.filter(pk=child.pk).exists()
        assert not StatedDay.objects.exists()


class TestThroughTheForms:
    def test_from_the_list_to_the_bin_and_back(self, school, sendco, head):
        row = old(school)
        assert "1 consultation kept long enough" in text_of(
            client_of(sendco).get("/oakfield/consultations/")
        )
        said = post(sendco, ticked=[str(row.pk)], kind="delete", reason="Went elsewhere")
        assert "The consultation is proposed for deletion" in text_of(said)
        end = ConsultationEnd.objects.get()
        assert "in the bin for 30 days" in text_of(post(head, "confirm/", ticked=[str(end.pk)]))
        assert "Deleted on" in text_of(client_of(sendco).get(URL))
        assert client_of(sendco).post(f"{URL}{end.pk}/undo/").status_code == 403
        assert "to be decided anew" in text_of(post(head, f"{end.pk}/undo/"))

    def test_nothing_ticked(self, school, sendco):
        old(school)
        assert "Tick the records first" in text_of(post(sendco, kind="hold", reason="Inquiry"))

    def test_who_may(self, school, head):
        assert client_of(member(school, Role.CLASS_TEACHER)).get(URL).status_code == 403
        assert client_of(member(school, Role.ASSISTANT_SENDCO)).get(URL).status_code == 403
        stranger = member(a_school(slug="lynwood"), Role.HEAD)
        end = proposed(old(school), head)
        assert client_of(stranger).get(URL).status_code == 404
        theirs = f"/lynwood/consultations/ended/{end.pk}/undo/"
        assert client_of(stranger).post(theirs).status_code == 404

    def test_as_many_statements_for_thirty_as_for_three(self, school, sendco):
        for number in range(3):
            old(school, child=f"Child {number}")
        few = len(statements(client_of(sendco), URL))
        for number in range(27):
            old(school, child=f"Another {number}")
        assert len(statements(client_of(sendco), URL)) == few <= 8 + OF_EVERY_REQUEST


def test_what_is_due(school, sendco, head):
    row = old(school)
    rebuild_deadlines(school)
    facts = Deadline.objects.filter(school=school, kind="consultation_end")
    assert [(d.begins_on, d.due_on) for d in facts] == [(TODAY, dt.date(2026, 12, 23))]
    end = proposed(row, sendco)
    assert [d.due_on for d in facts.all()] == [TODAY + dt.timedelta(days=14)]
    confirm_ends(school=school, decision_ids=[end.pk], by=head)
    assert not facts.all().exists()
