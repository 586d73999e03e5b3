"""Pages of needs assessments: from the checklist to the plan, refused, stale, and who sees what."""

import pytest
from django.utils import timezone

from aylsham.access.roles import Role
from aylsham.models import AuditEvent
from ehcp.models import EhcPlan, NeedsAssessment
from ehcp.services.assessments.particulars import attach_paper, spoke_to_council
from pupils.models import Document
from tests.ehcp.assessment_makers import advice, asked, decided, drafted
from tests.ehcp.makers import a_school, day, make_plan
from tests.factories import PupilFactory, member
from tests.pages import OF_EVERY_REQUEST, client_of, statements
from tests.provision.makers import given

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def school():
    return a_school()


@pytest.fixture
def sendco(school):
    return client_of(member(school))


def base(row_or_pupil) -> str:
    pupil = getattr(row_or_pupil, "pupil", row_or_pupil)
    return f"/{pupil.school.slug}/children/{pupil.pk}/assessment/"


def text(answer) -> str:
    return answer.content.decode()


class TestAsking:
    def test_a_child_of_whom_nobody_asked_leads_to_the_legal_test(self, school, sendco):
        pupil = PupilFactory(school=school)
        page = text(sendco.get(base(pupil)))
        assert "Look at the legal test" in page
        case = text(sendco.get(f"{base(pupil)}case/"))
        assert "s.36(8)(a)" in case
        assert "No need is recorded" in case
        assert "Nobody has written it down yet" in case
        assert f"/children/{pupil.pk}/asks/add/" in case
        assert "%" not in case.split("<main")[1].split("</main>")[0]  # no score

    def test_the_list_leads_to_the_legal_test_of_a_chosen_child(self, school, sendco):
        free, has_plan, runs = (PupilFactory(school=school) for _ in range(3))
        make_plan(pupil=has_plan)
        asked(pupil=runs)
        url = f"/{school.slug}/assessments/"
        offered = [key for key, _ in sendco.get(url).context["begin"].fields["child"].choices]
        assert offered == ["", str(free.pk)]
        answer = sendco.get(f"{url}?child={free.pk}")
        assert (answer.status_code, answer["Location"]) == (302, f"{base(free)}case/")
        for other in (has_plan.pk, PupilFactory().pk, "nobody", ""):
            answer = sendco.get(url, {"child": other})
            assert answer.status_code == 200 and "There is a problem" in text(answer)

    def test_who_may_not_read_needs_is_not_offered_the_legal_test(self, school):
        PupilFactory(school=school)
        administrator = client_of(member(school, Role.SEND_ADMINISTRATOR))
        answer = administrator.get(f"/{school.slug}/assessments/?child={PupilFactory().pk}")
        assert answer.status_code == 200
        assert "Look at the legal test" not in text(answer)
        assert "The SENDCo looks at the legal test" in text(answer)

    def test_a_request_is_recorded_once(self, school, sendco):
        pupil = PupilFactory(school=school)
        url = f"{base(pupil)}ask/"
        facts = {
            "key": sendco.get(url).context["form"].initial["key"],
            "requested_by": "parent",
            "requested_on": "16 Nov 2026",
            "local_authority": "Norfolk",
            "received_on": "17 Nov 2026",
            "received_how": "portal",
            "received_ref": "EHC-1",
        }
        assert sendco.post(url, facts).status_code == 302
        assert sendco.post(url, facts).status_code == 302
        row = NeedsAssessment.objects.get(school=school)
        assert (row.received_on, row.requested_by) == (day("2026-11-17"), "parent")
        assert (
            AuditEvent.objects.filter(school=school, action="change_needs_assessment").count() == 1
        )

    def test_a_day_without_its_proof_is_refused(self, school, sendco):
        pupil = PupilFactory(school=school)
        facts = {
            "requested_by": "school",
            "requested_on": "16 Nov 2026",
            "local_authority": "Norfolk",
            "received_on": "17 Nov 2026",
        }
        assert "what shows it" in text(sendco.post(f"{base(pupil)}ask/", facts))
        assert not NeedsAssessment.objects.filter(school=school).exists()


class TestThePage:
    def test_a_late_council_is_seen_with_its_weeks(self, school, sendco):
        row = asked("2026-09-07", school=school)
        page = text(sendco.get(base(row)))
        assert "Late: 5 weeks" in page
        assert "SEND Regs 2014 reg 5(1)" in page
        assert "/letters/write/chase_6/" in page
        listed = text(sendco.get(f"/{school.slug}/assessments/"))
        assert "Late: 5 weeks" in listed
        assert "Decision within 6 weeks" in listed

    def test_an_exception_that_does_not_hold_says_why(self, school, sendco):
        row = decided(asked("2026-06-01", school=school), "2026-07-10")
        advice(row, "2026-07-13")
        url = f"{base(row)}{row.pk}/exceptions/add/"
        said = {"kind": "absent", "claimed_on": "today", "away_from": "1 Aug 2026"}
        assert sendco.post(url, said | {"back_on": "20 Aug 2026"}).status_code == 302
        page = text(sendco.get(base(row)))
        assert "Does not hold" in page
        assert "19 days, and four weeks are 28" in page

    def test_what_was_said_to_the_council_stands_beside_the_reminder(self, school, sendco):
        row = asked("2026-09-07", school=school)
        spoke_to_council(
            assessment=row, milestone="decision", on=day("2026-11-20"), who="A. Officer", by=None
        )
        page = text(sendco.get(base(row)))
        assert "spoke to A. Officer" in page
        assert "Fri 27 Nov" in page

    def test_a_paper_is_seen_by_those_alone_who_may_open_it(self, school, sendco):
        row = asked("2026-09-07", school=school)
        filed = {"school": school, "pupil": row.pupil, "kind": "letter", "of_on": day("2026-11-02")}
        paper = Document.objects.create(title="Panel note", filed_at=timezone.now(), **filed)
        attach_paper(assessment=row, document=paper, milestone="decision", by=None)
        assert "Panel note" in text(sendco.get(base(row)))
        Document.objects.filter(pk=paper.pk).update(sensitivity=3)
        lead = client_of(member(school, Role.SEND_ADMINISTRATOR))
        assert "Panel note" not in text(lead.get(base(row)))

    def test_a_paper_of_another_child_cannot_be_chosen(self, school, sendco):
        row = asked("2026-09-07", school=school)
        other = PupilFactory(school=school)
        paper = Document.objects.create(
            school=school,
            pupil=other,
            kind="letter",
            title="Another",
            of_on=day("2026-11-02"),
            filed_at=timezone.now(),
        )
        url = f"{base(row)}{row.pk}/papers/add/"
        answer = sendco.post(url, {"milestone": "decision", "document": str(paper.pk)})
        assert "document" in answer.context["form"].errors
        assert not row.papers.exists()


class TestSteps:
    def test_a_stale_letter_shows_both_texts(self, school, sendco):
        row = asked("2026-09-07", school=school)
        url = f"{base(row)}{row.pk}/record/decision/"
        version = sendco.get(url).context["form"].initial["version"]
        letter = {"decided_on": "2 Nov 2026", "decision": "assess", "version": version}
        assert sendco.post(url, letter).status_code == 302
        again = text(sendco.post(url, letter | {"decision": "refuse"}))
        assert "Somebody else changed this" in again
        row.refresh_from_db()
        assert row.decision == "assess"

    def test_the_final_plan_makes_the_childs_plan(self, school, sendco):
        row = drafted(decided(asked("2026-06-01", school=school), "2026-07-10"), "2026-10-01")
        url = f"{base(row)}{row.pk}/record/final/"
        version = sendco.get(url).context["form"].initial["version"]
        said = {"final_plan_on": "20 Oct 2026", "hours_per_week": "15", "version": version}
        assert sendco.post(url, said).status_code == 302
        plan = EhcPlan.objects.get(school=school, pupil=row.pupil)
        assert (plan.made_on, plan.hours_per_week) == (day("2026-10-20"), 15)

    def test_an_unknown_step_and_an_assessment_of_another_child_are_not_found(self, school, sendco):
        row = asked("2026-09-07", school=school)
        assert sendco.get(f"{base(row)}{row.pk}/record/burn/").status_code == 404
        other = PupilFactory(school=school)
        assert sendco.get(f"{base(other)}{row.pk}/record/decision/").status_code == 404


class TestWhoSees:
    @pytest.mark.parametrize(
        ("role", "sees", "reads_test", "changes"),
        [
            (Role.SENDCO, 200, 200, 200),
            (Role.HEAD, 200, 200, 403),
            (Role.DEPUTY, 200, 200, 403),
            (Role.SEND_ADMINISTRATOR, 200, 403, 403),
            (Role.CLASS_TEACHER, 403, 403, 403),
            (Role.GOVERNOR, 403, 403, 403),
        ],
    )
    def test_roles(self, school, role, sees, reads_test, changes):
        row = asked("2026-09-07", school=school, reasons="Cannot follow the class.")
        client = client_of(member(school, role))
        answer = client.get(base(row))
        assert answer.status_code == sees
        assert client.get(f"{base(row)}{row.pk}/record/decision/").status_code == changes
        assert client.get(f"{base(row)}case/").status_code == reads_test
        if sees == 200:
            assert ("Legal test and evidence" in text(answer)) is (reads_test == 200)
        if role == Role.SEND_ADMINISTRATOR:
            assert "Cannot follow" not in text(answer)

    def test_a_head_reads_the_test_and_changes_nothing(self, school):
        pupil = PupilFactory(school=school)
        head = client_of(member(school, Role.HEAD))
        assert "Look at the legal test" in text(head.get(base(pupil)))
        page = text(head.get(f"{base(pupil)}case/"))
        assert "s.36(8)(a)" in page
        assert "Record a request" not in page
        assert "Record a request" in text(client_of(member(school)).get(f"{base(pupil)}case/"))

    def test_whoever_does_not_see_costs_reads_none(self, school):
        pupil = PupilFactory(school=school)
        provision = given(school, pupil)
        leader = member(school, Role.PHASE_LEADER, year_groups=[pupil.year_group])
        page = text(client_of(leader).get(f"{base(pupil)}case/"))
        assert provision.name in page
        assert "£" not in page.split("<main")[1].split("</main>")[0]

    def test_the_list_asks_no_more_for_many(self, school, sendco):
        for _ in range(2):
            asked("2026-09-07", school=school)
        sendco.get(f"/{school.slug}/assessments/")
        for _ in range(8):
            asked("2026-09-07", school=school)
        assert len(statements(sendco, f"/{school.slug}/assessments/")) <= 8 + OF_EVERY_REQUEST
