"""The retention list: one page, two people, equal statements for 3 and 30 records."""

import datetime as dt

import pytest

from aylsham.access.roles import Role
from aylsham.jobs.runner import run_job
from aylsham.models import AuditEvent, Job
from pupils.models import DeletionCertificate, RetentionDecision
from pupils.services.retention.deleting import start_deletions
from tests.factories import SchoolFactory, member
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.pupils.retention.makers import JUST_OVER, binned, former, proposed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
URL = "/oakfield/retention/"


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def sendco(school):
    return member(school)


@pytest.fixture
def head(school):
    return member(school, Role.HEAD)


def post(user, to="", **data):
    return client_of(user).post(f"{URL}{to}", data, follow=True)


class TestThroughTheForms:
    def test_from_the_list_to_the_certificate(self, school, sendco, head):
        children = [former(school, first_name=name) for name in ("Rosalind", "Celia")]
        ticked = [str(child.pk) for child in children]
        said = post(sendco, ticked=ticked, kind="delete", reason="Nobody needs them")
        assert "2 records are proposed for deletion" in text_of(said)
        rows = [str(pk) for pk in RetentionDecision.objects.values_list("pk", flat=True)]
        assert "2 records in the bin for 30 days" in text_of(post(head, "confirm/", ticked=rows))
        said = post(head, f"{rows[0]}/undo/")
        assert "to be decided anew" in text_of(said)
        row = RetentionDecision.objects.binned().get()
        row.confirmed_at -= dt.timedelta(days=31)
        row.save()
        assert start_deletions(school=school) == 1
        run_job(Job.objects.get(kind="delete_record").pk)
        certificate = DeletionCertificate.objects.get()
        answer = client_of(sendco).get(f"{URL}certificates/{certificate.pk}/")
        assert answer.content.startswith(b"%PDF-")
        assert answer["Content-Disposition"].endswith('"certificate-of-deletion-1.pdf"')

    def test_whoever_proposed_does_not_confirm(self, school, head):
        row = proposed(former(school), head)
        said = post(head, "confirm/", ticked=[str(row.pk)])
        assert "Somebody else has to confirm it" in text_of(said)
        assert RetentionDecision.objects.to_confirm().count() == 1

    def test_nothing_ticked_and_no_day(self, school, sendco):
        child = former(school)
        assert "Tick the records first" in text_of(post(sendco, kind="hold", reason="Inquiry"))
        said = post(sendco, ticked=[str(child.pk)], kind="keep", reason="Siblings")
        assert "Give the last day" in text_of(said)
        assert f'value="{child.pk}"' in said.content.decode()
        assert "checked" in said.content.decode()
        assert not RetentionDecision.objects.exists()

    def test_sent_back(self, school, sendco, head):
        row = proposed(former(school), sendco)
        said = post(head, "confirm/", ticked=[str(row.pk)], back="1")
        assert "1 record sent back" in text_of(said)

    def test_asked_by_the_upn(self, school, sendco, head):
        child = former(school, upn="A123456789012")
        row = binned(child, sendco, head)
        RetentionDecision.objects.filter(pk=row.pk).update(
            confirmed_at=row.confirmed_at - dt.timedelta(days=31)
        )
        start_deletions(school=school)
        run_job(Job.objects.get(kind="delete_record").pk)
        assert "certificate 1" in text_of(post(sendco, "check/", upn="A123456789012"))
        assert "No certificate" in text_of(post(sendco, "check/", upn="B123456789012"))


class TestWhoMay:
    @pytest.mark.parametrize(
        ("role", "status"),
        [
            (Role.SENDCO, 200),
            (Role.HEAD, 200),
            (Role.ASSISTANT_SENDCO, 403),
            (Role.CLASS_TEACHER, 403),
            (Role.OFFICE, 403),
            (Role.GOVERNOR, 403),
        ],
    )
    def test_sees_the_list(self, school, role, status):
        assert client_of(member(school, role)).get(URL).status_code == status

    def test_the_sendco_confirms_nothing_and_takes_nothing_out_of_the_bin(
        self, school, sendco, head
    ):
        row = binned(former(school), sendco, head)
        assert post(sendco, "confirm/", ticked=[str(row.pk)]).status_code == 403
        assert post(sendco, f"{row.pk}/undo/").status_code == 403
        assert "Take it out" not in text_of(client_of(sendco).get(URL))
        assert "Take it out" in text_of(client_of(head).get(URL))

    def test_seeing_it_is_written_down(self, school, sendco):
        child = former(school)
        client_of(sendco).get(URL)
        event = AuditEvent.objects.get(action="view_retention")
        assert event.pupil_ids == [child.pk]


def test_equal_statements_for_three_and_for_thirty(school, sendco, head):
    def load(count):
        for n in range(count):
            born_on = JUST_OVER - dt.timedelta(days=n)
            proposed(former(school, born_on), sendco, "keep", until=dt.date(2030, 1, 1))
            binned(former(school, born_on), sendco, head)
            proposed(former(school, born_on), sendco)
            former(school, born_on)

    load(3)
    client = client_of(head)
    few = statements(client, URL)
    load(27)
    many = statements(client, URL)
    assert len(many) == len(few) <= OF_EVERY_REQUEST + 8
