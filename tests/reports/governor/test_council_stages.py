"""How councils keep the stages of needs assessments: in the governors' report and on the head's page."""

import pytest
from django.urls import reverse

from ehcp.services.plans import record_plan
from reports.governor.assembling import Duty
from tests.ehcp.assessment_makers import asked, decided
from tests.ehcp.makers import day, held
from tests.factories import FederationFactory, PupilFactory, member
from tests.pages import client_of, statements, text_of
from tests.reports.governor.makers import GOVERNORS, PUBLIC, counted, reportable

pytestmark = pytest.mark.django_db
DECISION = Duty.ASSESS_DECISION.label


def requests(school, in_time: int, late: int, council: str = "Norfolk") -> None:
    """Decisions of a council this autumn."""
    for number in range(in_time + late):
        pupil = PupilFactory(school=school, year_group="3")
        row = asked("2026-08-31", pupil=pupil, local_authority=council)
        decided(row, "2026-10-12" if number < in_time else "2026-10-13", "refuse")


def stages(report) -> dict[str, tuple]:
    lines = report.report.promises.assessments
    return {line.label: (line.all, line.in_time, line.late) for line in lines}


def test_enough_requests_are_told_to_governors():
    school = reportable()
    requests(school, in_time=6, late=5)
    report = counted(school, GOVERNORS)
    # Nobody is still waiting, and that is hidden like any small number, with what would tell it.
    assert stages(report)[DECISION] == (11, 6, None)
    assert f"{DECISION}: kept for 6 of 11 children." in report.report.said["promises"]


@pytest.mark.parametrize("audience", [GOVERNORS, PUBLIC])
@pytest.mark.parametrize("late", [0, 1, 4])
def test_a_few_requests_are_told_to_nobody(audience, late):
    school = reportable()
    requests(school, in_time=0, late=late)
    report = counted(school, audience)
    assert stages(report) == {}
    assert "assessment" not in " ".join(report.report.said["promises"])


def test_a_small_part_is_hidden_with_what_would_give_it_away():
    school = reportable()
    requests(school, in_time=9, late=2)
    assert stages(counted(school))[DECISION] == (11, None, None)


def test_council_by_council_across_a_federation():
    federation = FederationFactory()
    first, second = reportable(federation=federation), reportable(federation=federation)
    requests(first, in_time=6, late=6)
    requests(second, in_time=5, late=7, council="Suffolk")
    report = counted(federation)
    found = stages(report)
    assert found["Norfolk: decision within six weeks"][0] == 12
    assert found["Suffolk: decision within six weeks"][0] == 12
    assert found[DECISION][0] == 24
    # That nobody waits any more would follow from both other numbers of a line.
    for _, in_time, late in found.values():
        assert None in (in_time, late)


def test_one_council_with_few_requests_does_not_follow_from_the_others():
    federation = FederationFactory()
    first, second = reportable(federation=federation), reportable(federation=federation)
    requests(first, in_time=6, late=6)
    requests(second, in_time=0, late=2, council="Suffolk")
    found = stages(counted(federation))
    known = [found.get(name) for name in (DECISION, "Norfolk: decision within six weeks")]
    assert None in [values and values[0] for values in known]
    assert not any("Suffolk" in label for label in found)


def test_the_heads_page_has_each_council_and_stage():
    school = reportable()
    requests(school, in_time=1, late=0)
    client = client_of(member(school, "head"))
    page = reverse("school_home", args=[school.slug])
    assert "Council by council" not in text_of(client.get(page))
    requests(school, in_time=0, late=2, council="Suffolk")
    said = text_of(client.get(page))
    assert "Council by council, stage by stage" in said
    assert "Norfolk" in said and "Suffolk" in said
    few = len(statements(client, page))
    requests(school, in_time=10, late=10)
    assert len(statements(client, page)) == few


def decisions(school, in_time: int, late: int, council: str = "Norfolk") -> None:
    """Reviews held this autumn, with the council's decision."""
    for number in range(in_time + late):
        pupil = PupilFactory(school=school, with_plan=["ASD"])
        made = day("2025-10-10")
        plan = record_plan(pupil=pupil, local_authority=council, made_on=made, by=None)
        held(plan, "2026-09-21", "2026-10-12" if number < in_time else "2026-11-02")


def by_council(report) -> dict[str, tuple]:
    lines = report.report.promises.by_council
    return {line.label: (line.all, line.in_time, line.late, line.open) for line in lines}


def test_decisions_of_a_council_do_not_follow_from_the_sum_and_the_other_council():
    school = reportable()
    decisions(school, in_time=8, late=7)
    decisions(school, in_time=6, late=2, council="Suffolk")
    found = by_council(counted(school))
    # All decisions are told to governors, 9 late ones among them: so neither council's late ones.
    assert found["Norfolk"][2] is None
    assert found["Suffolk"][2] is None


def test_decisions_of_both_councils_are_told_where_nothing_is_small():
    school = reportable()
    decisions(school, in_time=8, late=7)
    decisions(school, in_time=6, late=9, council="Suffolk")
    found = by_council(counted(school))
    assert found["Norfolk"][:1] == (15,)
    assert found["Suffolk"][:1] == (15,)


def test_nobody_is_a_count_of_a_council_too():
    school = reportable()
    decisions(school, in_time=8, late=0)
    decisions(school, in_time=6, late=6, council="Suffolk")
    found = by_council(counted(school))
    assert None in found["Norfolk"][1:3]
    assert found["Suffolk"][2] is None or found["Norfolk"][2] is None
