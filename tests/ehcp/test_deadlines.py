"""What a plan makes due, in tables that a SENDCo can read."""

import datetime as dt

import pytest

from aylsham.changes import TransitionNotAllowed
from aylsham.deadlines.services import rebuild_deadlines
from aylsham.models import Deadline
from ehcp.models import EhcPlan
from ehcp.services.letters import (
    confirm_summer_review_for_transfer,
    correct_review,
    record_amendment_notice,
    record_final_plan,
)
from ehcp.services.meetings import call_off_review_meeting, record_papers_sent, record_report_sent
from ehcp.services.plans import end_plan
from tests.ehcp.makers import a_school, day, held, make_plan, planned
from tests.factories import ClassGroupFactory, PupilFactory
from tests.school_years import school_year

pytestmark = pytest.mark.django_db


def due(plan) -> dict[str, str]:
    """What is due for a child: last part of the key → legal day."""
    rows = Deadline.objects.filter(school=plan.school, pupil_id=plan.pupil_id)
    return {row.key.split(":")[1]: row.due_on.isoformat() for row in rows}


def row_of(plan, name: str) -> Deadline:
    return Deadline.objects.get(school=plan.school, pupil_id=plan.pupil_id, key__endswith=name)


def test_a_new_plan_is_reviewed_within_its_first_year():
    assert due(make_plan("2025-11-24")) == {"meeting": "2026-10-26", "complete": "2026-11-23"}


def test_a_late_decision_does_not_move_our_meeting():
    plan = make_plan("2024-11-19")
    held(plan, "2026-03-10", "2026-05-20", decision="maintain")
    assert due(plan) == {"meeting": "2027-03-09", "complete": "2027-05-19"}


def test_without_a_decision_the_council_is_late_and_our_next_meeting_stays():
    plan = make_plan("2025-09-19")
    held(plan, "2026-07-17")
    assert due(plan) == {
        "meeting": "2027-07-16",
        "report": "2026-07-31",
        "decision": "2026-08-14",
        "chase": "2026-08-17",
    }


def test_a_meeting_held_late_leaves_the_year_where_it_ended():
    plan = make_plan("2025-05-05")
    held(plan, "2026-04-20")
    assert due(plan)["complete"] == "2026-05-04"  # before the council's four weeks end
    assert due(plan)["decision"] == "2026-05-18"


def test_a_report_sent_is_no_longer_due():
    plan = make_plan("2025-09-19")
    review = held(plan, "2026-07-17")
    record_report_sent(review=review, report_sent_on=day("2026-07-24"), by=None)
    assert "report" not in due(plan)


def test_amendments_and_final_plan():
    plan = make_plan("2024-11-19")
    review = held(plan, "2026-07-10", "2026-08-07", decision="amend")
    assert due(plan)["notice"] == "2026-08-07"
    assert due(plan)["final"] == "2026-10-02"
    record_amendment_notice(review=review, amendment_notice_on=day("2026-07-20"), by=None)
    assert "notice" not in due(plan)
    assert due(plan)["comments"] == "2026-08-03"
    assert due(plan)["final"] == "2026-09-14"  # eight weeks from an early notice
    assert row_of(plan, "comments").lapses_on == day("2026-08-03")
    record_final_plan(review=review, final_plan_on=day("2026-09-10"), by=None)
    assert due(plan).keys() == {"meeting", "complete"}


def test_a_plan_to_stay_as_it_is_owes_no_amendments():
    plan = make_plan("2024-11-19")
    held(plan, "2026-07-10", "2026-08-07", decision="maintain")
    assert due(plan).keys() == {"meeting", "complete"}


def test_a_planned_meeting_brings_the_papers_and_an_earlier_day_to_do_it_by():
    plan = make_plan("2026-02-01")
    assert due(plan)["meeting"] == "2027-01-03"
    review = planned(plan, "2026-12-03")
    assert due(plan)["papers"] == "2026-11-19"
    meeting = row_of(plan, "meeting")
    assert (meeting.due_on, meeting.do_by) == (day("2027-01-03"), day("2026-12-03"))
    assert meeting.action["url_name"] == "review"
    record_papers_sent(
        review=review, invited_on=day("2026-11-18"), advice_sent_on=day("2026-11-19"), by=None
    )
    assert "papers" not in due(plan)
    call_off_review_meeting(review=review, by=None)
    assert row_of(plan, "meeting").action["url_name"] == "review_plan"


def test_a_review_cannot_be_put_before_the_plan():
    review = held(make_plan("2025-11-24"), "2026-03-10")
    with pytest.raises(TransitionNotAllowed, match="The plan was issued on 24 November 2025"):
        correct_review(review=review, meeting_on=day("2025-11-23"), by=None)


def test_a_review_from_before_the_day_that_a_file_gives_shows_the_plan_to_be_older():
    plan = make_plan("2024-11-19")
    held(plan, "2025-10-06")
    EhcPlan.objects.filter(pk=plan.pk).update(made_on=day("2026-01-12"))
    rebuild_deadlines(plan.school)
    assert due(plan)["meeting"] == "2026-10-05"  # a year from the meeting that was held
    assert due(plan)["decision"] == "2025-11-03"


def test_do_it_by_a_school_day():
    plan = make_plan("2025-11-24")
    school_year(plan.school)
    held(plan, "2026-09-28")  # report due on Mon 12 Oct
    assert row_of(plan, "report").do_by == day("2026-10-12")
    other = make_plan("2025-11-24", school=plan.school)
    held(other, "2026-10-14")  # Wed 28 Oct is in half-term
    assert row_of(other, "report").due_on == day("2026-10-28")
    assert row_of(other, "report").do_by == day("2026-10-23")


@pytest.mark.parametrize(
    ("met", "expected"),
    [
        (None, {"phase_meeting": "2026-11-22", "phase_amended": "2027-02-14"}),
        ("2026-03-31", {"phase_meeting": "2026-11-22", "phase_amended": "2027-02-14"}),
        ("2026-04-01", {"phase_confirm": "2027-01-30", "phase_amended": "2027-02-14"}),
        ("2026-07-17", {"phase_confirm": "2027-01-30", "phase_amended": "2027-02-14"}),
        ("2026-08-31", {"phase_confirm": "2027-01-30", "phase_amended": "2027-02-14"}),
        ("2026-09-01", {"phase_amended": "2027-02-14"}),
    ],
)
def test_phase_transfer_of_year_six(met, expected):
    plan = make_plan("2024-11-19", year_group="6", born_on=day("2016-05-08"))
    if met:
        held(plan, met)
    found = {key: value for key, value in due(plan).items() if key.startswith("phase")}
    assert found == expected


def test_three_states_of_a_phase_transfer():
    reviewed = make_plan("2024-11-19", year_group="6", born_on=day("2016-05-08"))
    held(reviewed, "2026-10-06")
    assert row_of(reviewed, "phase_amended").standing == "on_track"
    summer = make_plan("2024-11-19", year_group="6", born_on=day("2016-05-08"))
    review = held(summer, "2026-07-17")
    assert row_of(summer, "phase_confirm").standing == "due_soon"
    assert row_of(summer, "phase_amended").standing == ""
    confirm_summer_review_for_transfer(
        review=review, confirmed_for_transfer_on=day("2026-11-20"), by=None
    )
    assert "phase_confirm" not in due(summer)
    assert row_of(summer, "phase_amended").standing == "on_track"
    not_yet = make_plan("2024-11-19", year_group="6", born_on=day("2016-05-08"))
    meeting = row_of(not_yet, "phase_meeting")
    assert (meeting.standing, meeting.confidence, meeting.weight) == ("", "working", 3)
    assert meeting.do_by == day("2026-11-20")


def test_a_transfer_is_complete_when_the_plan_is_amended_after_its_review():
    plan = make_plan("2024-11-19", year_group="6", born_on=day("2016-05-08"))
    old = held(plan, "2026-03-10", "2026-04-07", decision="amend")
    record_final_plan(review=old, final_plan_on=day("2026-09-10"), by=None)
    assert "phase_amended" in due(plan)  # late letters of an old review settle nothing
    new = held(plan, "2026-10-06", "2026-11-03", decision="amend")
    record_final_plan(review=new, final_plan_on=day("2026-12-01"), by=None)
    assert not [key for key in due(plan) if key.startswith("phase")]


def test_one_meeting_does_for_both_when_the_transfer_comes_first():
    plan = make_plan("2026-09-01", year_group="6", born_on=day("2016-05-08"))
    assert due(plan).keys() == {"phase_meeting", "phase_amended", "complete"}


@pytest.mark.parametrize(
    ("phase", "year_groups", "year_group", "transfers"),
    [
        ("junior", ["3", "4", "5", "6"], "6", True),
        ("infant", ["N1", "N2", "R", "1", "2"], "2", True),
        ("infant", ["N1", "N2", "R", "1", "2"], "N2", True),
        ("infant", ["N1", "N2", "R", "1", "2"], "R", False),
        ("nursery", ["E2", "N1", "N2"], "N2", True),
        ("nursery", ["E2", "N1", "N2"], "N1", False),
        ("primary", ["R", "1", "2", "3", "4", "5", "6"], "2", False),
    ],
)
def test_whose_year_it_is(phase, year_groups, year_group, transfers):
    plan = make_plan("2026-01-12", year_group=year_group)
    school = plan.school
    school.phase, school.year_groups = phase, year_groups
    school.save()
    from aylsham.deadlines.services import rebuild_deadlines

    rebuild_deadlines(school)
    assert ("phase_amended" in due(plan)) is transfers


def test_the_class_says_which_year_it_is():
    """A child taught out of their age group moves on with the class."""
    pupil = PupilFactory(school=a_school(), year_group="6", born_on=day("2015-05-08"))
    pupil.class_group = ClassGroupFactory(school=pupil.school, academic_year=2026)
    pupil.save()
    assert due(make_plan(pupil=pupil))["phase_amended"] == "2027-02-14"


def test_under_five_until_the_fifth_birthday():
    plan = make_plan("2026-10-12", year_group="N2", born_on=day("2022-10-28"))
    row = row_of(plan, "under_five")
    assert row.due_on == day("2027-04-12")
    assert row.lapses_on == day("2027-10-27")
    assert row.get_weight_display() == "Guidance"


def test_nothing_is_due_for_a_plan_that_ended_and_everything_lapses_with_the_roll():
    plan = make_plan()
    end_plan(plan=plan, ended_on=day("2026-10-01"), end_reason="ceased", by=None)
    assert due(plan) == {}
    pupil = PupilFactory(school=a_school())
    pupil.enrolments.update(ends_on=dt.date(2026, 12, 18))
    leaver = make_plan(pupil=pupil)
    assert row_of(leaver, "meeting").lapses_on == dt.date(2026, 12, 18)
