"""Papers of a review filled from the record: every line with its source, nothing that few may read."""

import pytest

from aylsham.access.roles import Role
from ehcp.paper_codes import PARTS, PaperKind, parts_of
from ehcp.selectors.papers.filling import fill_paper
from ehcp.selectors.papers.page import paper_page, review_for
from ehcp.services.papers.writing import start_paper
from provision.models import Target
from pupils.handed_texts import SEALED
from pupils.models import Suspension, Voice
from pupils.services.strategies import add_strategy
from tests.access import access_of
from tests.ehcp.makers import a_school, day, held, make_plan
from tests.ehcp.paper_makers import full_review, voiced
from tests.factories import member

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def school():
    return a_school()


@pytest.fixture
def sendco(school):
    return access_of(member(school), school)


@pytest.fixture
def review(school, sendco):
    made = full_review(school, sendco.user)
    return review_for(sendco, made.pk)


def words(filled, key):
    return [line.text for line in filled[key]]


def sources(filled, key):
    return [line.source for line in filled[key]]


class TestFullRecord:
    def test_at_least_four_fifths_of_the_parts_are_filled(self, review, sendco):
        paper = start_paper(review=review, kind=PaperKind.ADVICE, access=sendco)
        page = paper_page(sendco, paper)
        filled = sum(part.is_filled for part in page.parts)
        assert len(page.parts) == 15
        assert filled / len(page.parts) >= 0.8
        assert page.filled_words == f"{filled} of 15 parts filled from the record"

    def test_every_line_says_where_it_comes_from(self, review, sendco):
        filled = fill_paper(sendco, review, PaperKind.ADVICE)
        lines = [line for part in filled.values() for line in part]
        assert len(lines) > 15
        assert [line for line in lines if not line.source or not line.text] == []
        assert len({line.key for line in filled["progress"]}) == len(filled["progress"])

    def test_progress_is_that_of_the_cycle_review_under_the_line_of_section_e(self, review, sendco):
        filled = fill_paper(sendco, review, PaperKind.ADVICE)
        first, second = filled["progress"]
        assert first.text == "Will follow a two-step instruction."
        assert first.source == "EHC plan of 2 March 2026, E1"
        assert "6 of 10 on Friday" in second.text
        assert second.source == "Review of cycle 1, 20 November 2026"
        assert second.is_under

    def test_section_f_views_and_figures(self, review, sendco):
        filled = fill_paper(sendco, review, PaperKind.ADVICE)
        assert words(filled, "delivered")[0].startswith("F1: An adult will help")
        assert sources(filled, "delivered")[0].startswith("Sessions from ")
        assert "states no amount" in words(filled, "delivered")[1]
        assert words(filled, "child_views") == ["What goes well? I like the quiet corner."]
        assert sources(filled, "family_views")[0].startswith("Ms Burton, mother, 12 November 2026")
        assert sources(filled, "attendance") == ["Attendance to 20 November 2026"]
        assert words(filled, "attendance")[0].startswith("94.2 %")
        assert words(filled, "learning") == ["Reading: working towards for the age"]

    def test_suspensions_are_counted_and_an_exclusion_has_no_half_days(self, review, sendco):
        mine = {"school": review.school, "pupil": review.plan.pupil}
        for first, last, sessions in (("2026-10-05", "2026-10-06", 3), ("2026-11-02",) * 2 + (2,)):
            days = {"starts_on": day(first), "ended_on": day(last), "sessions": sessions}
            Suspension.objects.create(**mine, **days, reason="PP")
        Suspension.objects.create(
            **mine, starts_on=day("2026-11-16"), is_permanent=True, reason="PP"
        )
        said = words(fill_paper(sendco, review, PaperKind.ADVICE), "attendance")
        assert said[-2:] == [
            "Suspended 2 times, 5 half-days together",
            "Permanently excluded on 16 November 2026",
        ]

    def test_what_the_plan_should_say_otherwise_is_proposed(self, review, sendco):
        proposed = " ".join(words(fill_paper(sendco, review, PaperKind.ADVICE), "changes"))
        assert "Section F, F2: “Regular access to a quiet space.”" in proposed
        assert "How much is that? (“Regular”)" in proposed
        assert "Section B: no line is linked with this need of the register" in proposed


class TestCut:
    def test_what_few_may_read_stays_out_whoever_fills_it(self, review, sendco):
        pupil = review.plan.pupil
        secret = "Her uncle was arrested in May."
        voiced(pupil, "parent_views", sendco.user, secret, said_by="Mr B", sensitivity=2)
        add_strategy(
            pupil=pupil, text=secret, since_on=day("2026-09-10"), by=sendco.user, sensitivity=2
        )
        Target.objects.update(sensitivity=2)
        filled = fill_paper(sendco, review, PaperKind.ADVICE)
        assert secret not in str(filled)
        assert "two-step instructions" not in str(filled)

    def test_sealed_words_stay_out(self, review, sendco):
        answers = [{"question": "", "answer": SEALED}]
        Voice.objects.filter(kind="pupil_views").update(answers=answers)
        assert fill_paper(sendco, review, PaperKind.ADVICE)["child_views"] == ()

    def test_a_phase_leader_reads_no_health_and_fills_none(self, school, review):
        leader = access_of(member(school, Role.PHASE_LEADER, year_groups=["4"]), school)
        filled = fill_paper(leader, review, PaperKind.ADVICE)
        assert "health_care" not in filled
        assert "Glue ear" not in str(filled)

    def test_views_of_before_the_last_meeting_are_old(self, review, sendco):
        Voice.objects.update(given_on=day("2026-01-13"))
        filled = fill_paper(sendco, review, PaperKind.ADVICE)
        assert filled["child_views"] == filled["family_views"] == filled["advice"] == ()
        Voice.objects.update(given_on=day("2026-01-14"))
        assert fill_paper(sendco, review, PaperKind.ADVICE)["child_views"]


class TestEmptyRecord:
    @pytest.mark.parametrize("kind", PaperKind.values)
    def test_every_empty_part_has_honest_words(self, school, sendco, kind):
        review = held(make_plan(school=school), "2026-11-18")
        paper = start_paper(review=review_for(sendco, review.pk), kind=kind, access=sendco)
        page = paper_page(sendco, paper)
        empty = [part for part in page.parts if not part.is_filled]
        assert {part.kind.key for part in empty} >= {"progress", "child_views", "delivered"}
        assert all(part.kind.empty for part in empty)
        assert PARTS["progress"].empty.startswith("No outcome is recorded, and no cycle")

    def test_parts_of_a_meeting_wait_for_its_notes(self, school, sendco):
        review = held(make_plan(school=school), "2026-11-18")
        filled = fill_paper(sendco, review_for(sendco, review.pk), PaperKind.REPORT)
        assert all(filled[part.key] == () for part in parts_of("report") if part.of_meeting)
