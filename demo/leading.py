"""Shared leadership in the demonstration: duties, a handover, supervision, coaching; by services."""

import datetime as dt

from aylsham import clock
from aylsham.changes import version_of
from aylsham.models import School, User
from aylsham.tenancy.row_security import school_transaction
from staff.models import StaffMember
from staff.practice_codes import FIRST_POINTS
from staff.services.coaching import (
    ANSWER_FIELDS,
    answer_visit,
    keep_points,
    points_version,
    record_visit,
    start_coaching,
)
from staff.services.duties import hand_over, name_holder, say_away, write_note
from staff.services.supervision import MEETING_FIELDS, agree, change_supervision, plan_supervision

DAY = dt.timedelta(days=1)
WEEK = 7 * DAY
NOTES = {
    "plans": "Papers go out by e-mail, never by book bag. The council answers faster to the team's "
    "address than to a named person.",
    "contacts": "Ring the speech therapist on Tuesdays. The educational psychologist plans her "
    "days in July: ask early.",
    "provision": "Mornings are full until 11. The Nest is free on Wednesday afternoons.",
}


def load_leading(schools: dict[str, School], people: dict[str, User]) -> None:
    """Everything at Bure Valley; a peer visit goes to its sister school."""
    school = schools["bure-valley"]
    with school_transaction(school):
        _share(school, people)
        _supervise(school, people)
        _coach(school, schools["john-of-gaunt"], people)


def _share(school: School, people: dict[str, User]) -> None:
    today = clock.today()
    sendco, assistant = people["sendco@demo.example"], people["assistant@demo.example"]
    name_holder(
        school=school, duty="agencies", user=assistant, starts_on=dt.date(2026, 9, 1), by=sendco
    )
    hand_over(
        school=school,
        duty="families",
        giver=sendco,
        taker=assistant,
        starts_on=today - 3 * DAY,
        ends_on=today + 18 * DAY,
        note="Minutes of the autumn meetings stand in each record. The coffee morning is booked.",
        by=sendco,
    )
    say_away(
        school=school,
        user=assistant,
        cover=sendco,
        starts_on=today + 28 * DAY,
        ends_on=today + 32 * DAY,
        note="Letters of the council come to the office.",
        by=assistant,
    )
    for heading, text in NOTES.items():
        write_note(school=school, heading=heading, text=text, version="new", by=sendco)


def _supervise(school: School, people: dict[str, User]) -> None:
    today, sendco = clock.today(), people["sendco@demo.example"]
    member = StaffMember.objects.select_related("line_manager").get(
        school=school, user=people["lsa@demo.example"]
    )
    held = plan_supervision(member=member, planned_on=today - 4 * WEEK, by=sendco)
    change_supervision(
        supervision=held,
        version=version_of(held, MEETING_FIELDS),
        by=sendco,
        planned_on=held.planned_on,
        is_held=True,
    )
    plan_supervision(member=member, planned_on=today + WEEK, by=sendco)
    for kind, text, side, weeks in (
        ("action", "Watch one phonics lesson in Year 2", "member", 2),
        ("action", "Find time to plan with the class teacher on Mondays", "manager", 1),
        ("objective", "Wait ten seconds before helping", "member", 8),
    ):
        due_on = today + weeks * WEEK
        agree(member=member, kind=kind, text=text, side=side, due_on=due_on, by=sendco)


def _coach(school: School, sister: School, people: dict[str, User]) -> None:
    today = clock.today()
    teacher, leader = people["teacher@demo.example"], people["phaselead@demo.example"]
    two = {"teacher": teacher, "coach": leader, "by": leader}
    keep_points(school=school, lines=FIRST_POINTS, version=points_version(()), by=leader)
    cycle = start_coaching(
        school=school,
        goal="Every child answers, not only those with a hand up",
        objective="Talk in every lesson",
        starts_on=today - 5 * WEEK,
        **two,
    )
    visit = record_visit(
        school=school,
        cycle=cycle,
        kind="coaching",
        visited_on=today - 3 * WEEK,
        lesson="Maths, fractions",
        seen=[FIRST_POINTS[3], FIRST_POINTS[4]],
        noticed="Whiteboards went up together, and eight children who seldom speak had an answer.",
        next_step="Ask two of them to say how they know",
        next_on=today + 4 * DAY,
        **two,
    )
    answer_visit(
        visit=visit,
        version=version_of(visit, ANSWER_FIELDS),
        by=teacher,
        answer="I will leave ten seconds and look at the back tables first.",
    )
    record_visit(
        school=school,
        kind="peer",
        visited_on=today - 2 * WEEK,
        lesson="Reading",
        at_school=sister,
        noticed="Children found their own resources, so the adult could stay with one group.",
        next_step="Label our drawers with pictures",
        **two,
    )
