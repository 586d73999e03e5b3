"""The handover pack: current, cut to the reader, with notes; on paper without children's names."""

import datetime as dt

import pytest

from aylsham.access.roles import Role
from aylsham.models import AuditEvent, Job
from ehcp.services.plans import record_plan
from provision.models import Promise, SampledPaper
from pupils.models import SchoolService
from reports.handover.pack import PARTS, handover_pack
from reports.handover.sections import Row
from staff.models import HandoverNote, HandoverPaper
from staff.services import record_senco
from staff.services.duties import write_note
from tests.access import access_of
from tests.ehcp.assessment_makers import advice, asked, consulted
from tests.factories import TODAY, PupilFactory, SchoolFactory, member
from tests.lac.makers import in_care
from tests.lac.test_pages import sent
from tests.pages import client_of, statements, text_of
from tests.pupils.agencies.makers import provider_at
from tests.staff.training_makers import a_topic, trained

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
URL = "/oakfield/handover-pack/"
PLAN = {"local_authority": "Norfolk", "made_on": dt.date(2025, 12, 8), "coordinator": "Jo Marsh"}
CARE = "Children in care and before"


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def sendco(school):
    return member(school, Role.SENDCO)


@pytest.fixture
def pupil(school):
    pupil = PupilFactory(school=school, first_name="Zara", last_name="Quillfeather", with_plan=True)
    record_plan(pupil=pupil, by=None, **PLAN)
    return pupil


def something_in_each_part(school, number: int) -> None:
    """One more of everything that the pack is made of."""
    child = PupilFactory(school=school, with_plan=True)
    record_plan(pupil=child, by=None, **PLAN)
    Promise.objects.create(
        school=school, pupil=child, text="Speech work", source="ehcp", weight="council",
        sessions_a_week=3, minutes=20, starts_on=TODAY,
    )  # fmt: skip
    advice(asked(school=school), "2026-09-21")
    consulted(school, child=f"J. P. {number}")
    in_care(child)
    SampledPaper.objects.create(
        school=school, pupil=child, half_term_on=dt.date(2026, 11, 1), kind="passport",
        subject_id=child.pk, year_group=str(number), because="Not looked at before.",
        checklist="2026-1",
    )  # fmt: skip
    topic = a_topic(school, f"First aid {number}", valid_months=1)
    helper = member(school, Role.LSA, user__name=f"Ms {number}")
    trained(school, helper, topic, taken_on=TODAY)
    provider_at(school, name=f"Psychology {number}")
    SchoolService.objects.create(
        school=school, name=f"Hospital {number}", kind="paediatrics", area="SEMH", owed_by="health"
    )
    code = PARTS[number].code
    write_note(school=school, heading=code, text="Ask Jo", version="new", by=helper)


class TestPage:
    def test_it_is_made_of_the_record_of_today(self, school, sendco, pupil):
        client = client_of(sendco)
        record_senco(school=school, user=sendco, became_senco_on=dt.date(2025, 9, 1), by=None)
        page = text_of(client.get(URL))
        for words in (
            "Whole school 1 on roll, 0 on SEN support, 1 with an EHC plan",
            "Zara Quillfeather",
            "Jo Marsh, 1 plan",
            "SENCO since 1 September 2025, not qualified yet",
            f"Strategy and complex cases {sendco.name}",
        ):
            assert words in page, words
        other = PupilFactory(school=school, with_plan=True)
        record_plan(pupil=other, by=None, **PLAN)
        assert "Whole school 2 on roll" in text_of(client.get(URL))

    def test_an_empty_school_says_what_is_missing(self, school, sendco):
        page = text_of(client_of(sendco).get(URL))
        assert "None is open." in page
        assert "No child is recorded as in care." in page

    def test_a_day_of_the_law_after_twelve_weeks_waits(self, school, sendco, pupil):
        def days(today) -> list[Row]:
            access = access_of(sendco, school, today=today)
            [part] = [shown for shown in handover_pack(access).parts if shown.part.code == "days"]
            return [row for row in part.rows if row.pupil == pupil.pk]

        first = min(dt.date(2026, 12, 8), TODAY)
        assert days(first)
        assert not days(dt.date(2026, 1, 5))

    @pytest.mark.parametrize(
        ("role", "status"),
        [
            (Role.SENDCO, 200),
            (Role.ASSISTANT_SENDCO, 200),
            (Role.HEAD, 200),
            (Role.DEPUTY, 200),
            (Role.FEDERATION_SEND_LEAD, 200),
            (Role.DESIGNATED_TEACHER, 403),
            (Role.CLASS_TEACHER, 403),
            (Role.GOVERNOR, 403),
        ],
    )
    def test_who_opens_it(self, school, role, status):
        assert client_of(member(school, role)).get(URL).status_code == status

    @pytest.mark.parametrize("role", [Role.ASSISTANT_SENDCO, Role.FEDERATION_SEND_LEAD])
    def test_care_is_cut_for_who_may_not_read_it(self, school, pupil, role):
        in_care(pupil)
        write_note(school=school, heading="care", text="A secret note", version="new", by=None)
        page = text_of(client_of(member(school, role)).get(URL))
        assert "A secret note" not in page
        assert CARE.lower() in page.partition("Not for your role: ")[2].partition(".")[0]
        client = client_of(member(school, role))
        assert client.get(f"{URL}note/?heading=care").status_code == 404

    def test_every_part_has_its_page(self, school, sendco):
        client = client_of(sendco)
        html = client.get(URL).content.decode()
        for part in PARTS:
            assert f'id="{part.code}"' in html
        assert len({part.code for part in PARTS}) == len(PARTS)
        assert all(len(part.code) <= 14 for part in PARTS)

    def test_opening_is_written_down_with_the_children(self, school, sendco, pupil):
        client_of(sendco).get(URL)
        assert AuditEvent.objects.get(action="view_handover_pack").pupil_ids == [pupil.pk]

    def test_no_child_of_another_school(self, school, sendco, pupil):
        other = member(SchoolFactory(slug="ashfield"), Role.SENDCO)
        page = client_of(other).get("/ashfield/handover-pack/").content.decode()
        assert "Quillfeather" not in page
        assert client_of(other).get(URL).status_code == 404

    def test_eight_statements_whatever_there_is(self, school, sendco):
        client = client_of(sendco)
        client.get(URL)
        empty = len(statements(client, URL))
        something_in_each_part(school, 1)
        few = statements(client, URL)
        for n in (2, 3, 4):
            something_in_each_part(school, n)
        assert empty <= len(few) == len(statements(client, URL)) <= 8
        pack = client.get(URL).context["pack"]
        grown = {"plans", "applications", "consultations", "care", "quality", "training"}
        for shown in pack.parts:
            if shown.part.code in grown:
                assert len(shown.rows) >= 4, shown.part.code
        page = text_of(client.get(URL))
        for words in ("60 minutes a week are not planned", "Psychology 4", "Hospital 4", "Ms 4"):
            assert words in page, words

    def test_paper_is_read_in_two_statements(self, school, sendco, django_assert_num_queries):
        something_in_each_part(school, 1)
        access = access_of(sendco, school)
        with django_assert_num_queries(2):
            handover_pack(access)


class TestNotes:
    def test_written_changed_and_nasty(self, school, sendco):
        client, address = client_of(sendco), f"{URL}note/?heading=plans"
        client.post(address, sent(client.get(address), text="<b>Call</b> before ten"))
        html = client.get(URL).content.decode()
        assert "&lt;b&gt;Call&lt;/b&gt; before ten" in html

    def test_a_second_editor_sees_both(self, school, sendco):
        client, address = client_of(sendco), f"{URL}note/?heading=plans"
        client.post(address, sent(client.get(address), text="First"))
        form = sent(client.get(address), text="Mine")
        client.post(address, sent(client.get(address), text="Theirs"))
        page = text_of(client.post(address, form))
        assert "The record now says: Theirs" in page
        assert HandoverNote.objects.get().text == "Theirs"

    def test_no_such_heading(self, school, sendco):
        assert client_of(sendco).get(f"{URL}note/?heading=gossip").status_code == 404


class TestPaper:
    def test_it_names_no_child(self, school, sendco, pupil):
        client = client_of(sendco)
        answer = client.post(f"{URL}print/")
        assert answer.status_code == 302
        html = HandoverPaper.objects.get().html
        assert "Z. Q." in html
        assert "Quillfeather" not in html
        assert "Zara" not in html
        assert str(Job.objects.latest("pk").arguments).count("Quillfeather") == 0

    def test_only_who_asked_opens_it(self, school, sendco):
        client_of(sendco).post(f"{URL}print/")
        address = f"{URL}papers/{HandoverPaper.objects.get().pk}/"
        assert client_of(sendco).get(address).status_code == 200
        assert client_of(member(school, Role.HEAD)).get(address).status_code == 404

    def test_it_is_set(self, school, sendco, pupil):
        from aylsham.documents.rendering import write_pdf
        from reports.handover_tasks import print_handover_pack  # noqa: F401  (registered)

        client_of(sendco).post(f"{URL}print/")
        assert write_pdf(HandoverPaper.objects.get().html).startswith(b"%PDF-")

    def test_papers_of_before_yesterday_go(self, school, sendco):
        client = client_of(sendco)
        client.post(f"{URL}print/")
        HandoverPaper.objects.update(asked_at=dt.datetime(2026, 11, 21, tzinfo=dt.UTC))
        client.post(f"{URL}print/")
        assert HandoverPaper.objects.count() == 1
