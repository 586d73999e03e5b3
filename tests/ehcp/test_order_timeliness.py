"""Whether councils carry out Tribunals' orders in time: in the figures of schools and councils."""

import pytest
from django.urls import reverse

from aylsham.models import School
from ehcp.rules.timeliness import Duty
from ehcp.selectors.order_timeliness import order_timeliness_at
from ehcp.services.assessments.appeals import open_appeal
from pupils.services.details import record_leaving
from tests.ehcp.appeal_makers import followed, reviewed, told
from tests.ehcp.assessment_makers import asked, decided, no_plan
from tests.ehcp.makers import day, make_plan
from tests.factories import member
from tests.pages import client_of, text_of
from tests.reports.governor.makers import GOVERNORS, PUBLIC, counted, reportable

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
#: Amend within five weeks of the order.
ORDER, DUE = "2026-09-07", "2026-10-12"


def ordered(school: School | None = None, obeyed: str = "", order: str = "amend", on=ORDER, **more):
    """The council was ordered to amend a plan, and did it on that day."""
    plan = make_plan("2024-11-18", school=school, **more) if school else None
    appeal = followed(reviewed("maintain", "2026-05-04", plan=plan), "same")
    told(appeal, certificate_on="2026-06-01", lodged_on="2026-06-15", order=order, order_on=on)
    return told(appeal, obeyed_on=obeyed) if obeyed else appeal


def judged(school, until: str = "2026-11-23", since: str = "2026-09-01") -> list[str]:
    found = order_timeliness_at([school], since=day(since), until=day(until))
    return [
        "in time" if each.is_in_time() else "late" if each.is_late() else "open"
        for of in found
        for each in of.obligations
    ]


class TestAnOrder:
    @pytest.mark.parametrize(
        ("obeyed", "said"),
        [(ORDER, "in time"), (DUE, "in time"), ("2026-10-13", "late"), ("", "open")],
    )
    def test_five_weeks_to_amend_the_plan(self, obeyed, said):
        assert judged(ordered(obeyed=obeyed).school) == [said]

    def test_as_the_record_stood_on_a_day(self):
        school = ordered(obeyed="2026-10-20").school
        assert judged(school, until="2026-09-06") == []  # no order yet
        assert judged(school, until="2026-10-11") == []  # not due yet
        assert judged(school, until="2026-10-19") == ["open"]
        assert judged(school, until="2026-10-20") == ["late"]
        assert judged(school, since="2026-10-13") == []  # due before

    def test_an_appeal_that_was_dismissed_makes_nothing_due(self):
        assert judged(ordered(order="none").school) == []

    def test_one_that_the_council_does_not_oppose_counts_from_its_word(self):
        appeal = followed(reviewed("maintain", "2026-05-04"), "same")
        told(appeal, certificate_on="2026-06-01", lodged_on="2026-06-15")
        told(appeal, unopposed_on="2026-09-07", obeyed_on="2026-10-13")
        assert judged(appeal.school) == ["late"]  # five weeks
        days = {"since": day("2026-09-01"), "until": day("2026-11-23")}
        (found,) = order_timeliness_at([appeal.school], **days)
        assert found.council == "Norfolk"

    def test_an_order_to_assess_is_three_days_until_the_council_says_that_there_is_no_plan(self):
        row = decided(asked("2026-01-05"), "2026-02-10", "refuse")
        appeal = open_appeal(assessment=row, about="refused", by=None)
        told(appeal, certificate_on="2026-03-01", lodged_on="2026-03-10")
        told(appeal, order="assess", order_on="2026-07-06", obeyed_on="2026-07-20")
        # 20 July to tell, 14 September to say that there is no plan, 12 October for the plan.
        assert judged(row.school, since="2026-07-01") == ["in time", "open", "open"]
        no_plan(row, "2026-09-14")
        assert judged(row.school, since="2026-07-01") == ["in time", "in time"]

    def test_not_what_falls_due_after_the_child_has_left(self):
        appeal = ordered()
        record_leaving(pupil=appeal.pupil, last_day=day("2026-10-11"), by=None)
        assert judged(appeal.school) == []

    def test_two_statements_however_many(self, django_assert_num_queries):
        school = reportable(support=0, plans=0, others=1)
        for number in range(4):
            ordered(school, last_name=f"Z{number}")
        with django_assert_num_queries(2):
            assert judged(school) == ["open"] * 4


def orders(school: School, in_time: int, late: int) -> None:
    for number in range(in_time + late):
        ordered(school, obeyed=DUE if number < in_time else "2026-10-13", last_name=f"Z{number}")


class TestFigures:
    def lines(self, report) -> dict[str, tuple]:
        found = report.report.promises
        rows = (*found.assessments, *found.councils)
        return {row.label: (row.all, row.in_time) for row in rows}

    @pytest.mark.parametrize("audience", [GOVERNORS, PUBLIC])
    @pytest.mark.parametrize("number", [1, 4])
    def test_a_few_orders_are_told_to_nobody(self, audience, number):
        school = reportable(plans=20)
        orders(school, in_time=0, late=number)
        report = counted(school, audience)
        assert Duty.ORDER.label not in self.lines(report)
        assert "Tribunal" not in str(report.report.said)

    def test_enough_are_told_to_governors_as_dates(self):
        school = reportable(plans=20)
        orders(school, in_time=6, late=5)
        report = counted(school, GOVERNORS)
        assert self.lines(report)[Duty.ORDER.label] == (11, 6)
        assert f"{Duty.ORDER.label}: kept for 6 of 11 dates." in report.report.said["promises"]

    def test_the_head_reads_each(self):
        school = reportable()
        orders(school, in_time=1, late=1)
        page = client_of(member(school, "head")).get(reverse("school_home", args=[school.slug]))
        assert Duty.ORDER.label in text_of(page)
