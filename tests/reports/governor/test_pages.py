"""The pages of reports by role: list, draft, words, publish, download, and what is written down."""

import re

import pytest

from aylsham.access.roles import Role
from aylsham.audit.codes import Action
from aylsham.models import AuditEvent
from aylsham.tenancy.row_security import set_schools
from reports.models import FederationReport, SchoolReport
from reports.selectors.published import mark_of
from reports.services.governor.preparing import count_report
from reports.services.governor.printing import keep_pdf
from reports.services.governor.publishing import withdraw_report
from tests.factories import TODAY, MembershipFactory, UserFactory, behind_the_wall, member
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.reports.governor.makers import PUBLIC, counted, published, reportable

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def school():
    return reportable()


def at(report, step: str = "") -> str:
    return f"/{report.school.slug}/reports/{report.pk}/{step}"


def print_it(report):
    report = type(report).objects.get(pk=report.pk)
    return keep_pdf(report=report, pdf=b"%PDF-kept", made_of=mark_of(report))


def events(school, action) -> list[AuditEvent]:
    behind_the_wall(school)
    return list(AuditEvent.objects.filter(school=school, action=action))


class TestGovernor:
    def test_finds_what_is_published_and_nothing_else(self, school):
        report, draft = published(school), counted(school, PUBLIC)
        client = client_of(member(school, Role.GOVERNOR))
        page = client.get(f"/{school.slug}/reports/").content.decode()
        assert at(report) in page
        assert at(draft) not in page
        assert "Prepare" not in page
        assert client.get(at(report)).status_code == 200
        for hidden in (at(draft), at(draft, "pdf/")):
            assert client.get(hidden).status_code == 404

    def test_may_not_prepare_or_publish(self, school):
        report = published(school)
        client = client_of(member(school, Role.GOVERNOR))
        for step in ("words/", "publish/", "withdraw/", "discard/", "again/"):
            assert client.post(at(report, step)).status_code == 403
        assert client.post(f"/{school.slug}/reports/", {"term": "x"}).status_code == 403

    def test_downloads_it_and_that_is_written_down(self, school):
        report = published(school)
        print_it(report)
        governor = member(school, Role.GOVERNOR)
        answer = client_of(governor).get(at(report, "pdf/"))
        assert answer.content == b"%PDF-kept"
        assert answer["Content-Type"] == "application/pdf"
        assert re.search(
            r'filename="send-report-.*-2026-autumn-governors-v1.pdf"', answer["Content-Disposition"]
        )
        [event] = events(school, Action.DOWNLOAD_REPORT)
        assert (event.actor_id, event.subject_id) == (governor.pk, str(report.pk))
        assert event.detail["digest"]

    def test_reading_is_written_down(self, school):
        report = published(school)
        client_of(member(school, Role.GOVERNOR)).get(at(report))
        [event] = events(school, Action.VIEW_REPORT)
        assert event.subject_id == str(report.pk)

    def test_withdrawn_is_gone(self, school):
        report = withdraw_report(report=published(school), reason="Wrong.", by=member(school))
        client = client_of(member(school, Role.GOVERNOR))
        assert client.get(at(report)).status_code == 404
        assert at(report) not in client.get(f"/{school.slug}/reports/").content.decode()

    def test_comes_to_the_newest_in_short_with_its_questions(self, school):
        report = published(school)
        text = text_of(client_of(member(school, Role.GOVERNOR)).get(f"/{school.slug}/"))
        assert "Autumn 2026 in short" in text
        assert report.report.questions[0].ask in text

    def test_is_told_when_nothing_is_published(self, school):
        text = text_of(client_of(member(school, Role.GOVERNOR)).get(f"/{school.slug}/"))
        assert "Nothing is published yet" in text


class TestSendco:
    def test_asks_for_a_report_and_sees_how_far_it_is(self, school):
        client = client_of(member(school))
        answer = client.post(
            f"/{school.slug}/reports/",
            {"term": "2026-autumn", "audience": "governors"},
            follow=True,
        )
        text = text_of(answer)
        assert "Waiting for its turn" in text
        behind_the_wall(school)
        report = SchoolReport.objects.get()
        assert answer.redirect_chain[-1][0] == at(report)

    @pytest.mark.parametrize("term", ["2027-spring", "2024-autumn", ""])
    def test_a_term_that_cannot_be_counted_is_a_fault_of_the_form(self, school, term):
        client = client_of(member(school))
        answer = client.post(f"/{school.slug}/reports/", {"term": term, "audience": "public"})
        assert answer.status_code == 200
        assert "There is a problem" in answer.content.decode()

    def test_sees_the_draft_and_writes_words(self, school):
        draft = counted(school)
        client = client_of(member(school))
        assert "How many children have SEN?" in text_of(client.get(at(draft)))
        form = client.get(at(draft, "words/")).context["form"]
        sent = {"short": "A good term.", "version": form.initial["version"]}
        answer = client.post(at(draft, "words/"), sent, follow=True)
        assert "A good term." in text_of(answer)

    def test_a_stale_form_shows_both_texts(self, school):
        draft = counted(school)
        client = client_of(member(school))
        version = client.get(at(draft, "words/")).context["form"].initial["version"]
        client.post(at(draft, "words/"), {"short": "First.", "version": version})
        answer = client.post(at(draft, "words/"), {"short": "Second.", "version": version})
        page = answer.content.decode()
        assert "The report now says: First." in page
        assert "Second." in page

    def test_words_that_are_too_long_for_the_page_are_refused(self, school):
        draft = counted(school)
        answer = client_of(member(school)).post(at(draft, "words/"), {"short": "x" * 401})
        assert "There is a problem" in answer.content.decode()

    def test_may_not_publish(self, school):
        draft = counted(school)
        client = client_of(member(school))
        assert client.post(at(draft, "publish/")).status_code == 403
        assert at(draft, "publish/") not in client.get(at(draft)).content.decode()

    def test_throws_a_draft_away_after_being_asked(self, school):
        draft = counted(school)
        client = client_of(member(school))
        assert "Throw this draft" in text_of(client.get(at(draft, "discard/")))
        assert "The draft is gone" in text_of(client.post(at(draft, "discard/"), follow=True))


class TestHead:
    def test_publishes_after_being_asked(self, school):
        draft = counted(school)
        client = client_of(member(school, Role.HEAD))
        assert "Publish Autumn 2026" in text_of(client.get(at(draft, "publish/")))
        assert "Published" in text_of(client.post(at(draft, "publish/"), follow=True))

    def test_is_told_why_it_cannot_be_published(self, school):
        draft = counted(school, PUBLIC)
        published(school)
        answer = client_of(member(school, Role.HEAD)).post(at(draft, "publish/"))
        assert "Count this one again" in text_of(answer)

    def test_withdraws_with_a_reason(self, school):
        report = published(school)
        client = client_of(member(school, Role.HEAD))
        assert "There is a problem" in client.post(at(report, "withdraw/")).content.decode()
        answer = client.post(at(report, "withdraw/"), {"reason": "A wrong roll."}, follow=True)
        assert "A wrong roll." in text_of(answer)

    def test_finds_drafts_on_the_front_page(self, school):
        draft = counted(school)
        page = client_of(member(school, Role.HEAD)).get(f"/{school.slug}/").content.decode()
        assert at(draft) in page


class TestFederation:
    def test_a_report_of_all_schools_is_for_people_of_all_schools(self, school):
        sister = reportable(federation=school.federation)
        report = published(school.federation)
        address = f"/federation/reports/report/?report={report.pk}"
        governor = everywhere(school.federation, Role.GOVERNOR)
        assert sister.name in text_of(client_of(governor).get(address))
        assert client_of(member(school, Role.GOVERNOR)).get(address).status_code == 404

    def test_the_list_has_the_federations_and_the_schools(self, school):
        of_all, of_one = published(school.federation), published(school)
        page = client_of(everywhere(school.federation)).get("/federation/reports/").content.decode()
        assert f"report={of_all.pk}" in page
        assert at(of_one) in page

    def test_it_is_asked_for_from_the_common_page(self, school):
        client = client_of(everywhere(school.federation))
        asked = {
            "whose": f"federation:{school.federation.slug}",
            "term": "2026-autumn",
            "audience": "public",
        }
        assert client.post("/federation/reports/", asked).status_code == 302
        behind_the_wall(school)
        report = count_report(report=FederationReport.objects.get(), today=TODAY)
        assert report.report.roll == 48

    @pytest.mark.parametrize("wanted", ["", "nonsense", "018f0000-0000-7000-8000-000000000000"])
    def test_an_unknown_report_is_a_404(self, school, wanted):
        client = client_of(everywhere(school.federation))
        assert client.get(f"/federation/reports/report/?report={wanted}").status_code == 404


@pytest.mark.parametrize("role", [Role.HEAD, Role.SENDCO, Role.GOVERNOR])
def test_as_many_statements_for_many_reports_as_for_one(school, role):
    client = client_of(member(school, role))
    report = published(school)
    pages = (f"/{school.slug}/reports/", at(report), f"/{school.slug}/")
    few = [len(statements(client, page)) for page in pages]
    behind_the_wall(school)
    for _ in range(5):
        report = published(school)
    pages = (pages[0], at(report), pages[2])
    assert [len(statements(client, page)) for page in pages] == few
    assert max(few) <= 8 + OF_EVERY_REQUEST


def test_a_report_behind_the_wall_is_not_there(school):
    published(school)
    set_schools([])
    assert not SchoolReport.objects.exists()


def everywhere(federation, role=Role.SENDCO):
    """A person with a role at every school of a federation."""
    user = UserFactory()
    MembershipFactory(user=user, school=None, federation=federation, role=role)
    return user
