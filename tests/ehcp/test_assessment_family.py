"""What a family reads of a needs assessment: where it stands, who acts next, by which day."""

import pytest

from ehcp.services.assessments.appeals import open_appeal
from pupils.selectors.parents.stages import stages_of
from tests.ehcp.assessment_makers import asked, decided, drafted, finished
from tests.ehcp.makers import a_school, day
from tests.factories import TODAY, member
from tests.pupils.parents.makers import parent

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def row():
    return asked("2026-10-19", school=a_school())


@pytest.fixture
def mum(row):
    return parent(row.pupil, member(row.school))


def stage_of(row, mum):
    found = stages_of(row.pupil, mum, today=TODAY)
    return next((stage for stage in found if stage.about == "The needs assessment"), None)


def test_the_council_has_six_weeks_to_tell_them(row, mum):
    stage = stage_of(row, mum)
    assert (stage.who, stage.by, stage.is_law) == ("The council", day("2026-11-30"), True)


def test_with_the_draft_the_next_step_is_theirs_until_the_fifteenth_day(row, mum):
    drafted(decided(row, "2026-11-02"), "2026-11-16")
    stage = stage_of(row, mum)
    assert (stage.who, stage.by) == ("You", day("2026-11-30"))


def test_after_the_fifteen_days_it_is_the_councils_again(row, mum):
    drafted(decided(row, "2026-10-20"), "2026-10-26")
    stage = stage_of(row, mum)
    assert (stage.who, stage.by) == ("The council", day("2027-03-08"))


def test_a_refusal_shows_the_last_day_of_an_appeal_once_it_is_followed(row, mum):
    decided(row, "2026-11-02", "refuse")
    assert stage_of(row, mum) is None
    open_appeal(assessment=row, about="refused", by=None)
    stage = stage_of(row, mum)
    assert (stage.who, stage.by) == ("You", day("2027-01-04"))  # 2 January is a Saturday


def test_a_finished_plan_speaks_for_itself(row, mum):
    finished(drafted(decided(row, "2026-10-20"), "2026-10-26"), "2026-11-16")
    assert stage_of(row, mum) is None
