"""A child whose record says all that a review's papers are filled from, made by the services."""

import copy
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

import pytest

from aylsham.clock import academic_year
from aylsham.models import School, User
from ehcp.models import AnnualReview, EhcPlan, ReviewPaper
from ehcp.paper_codes import PaperKind
from ehcp.selectors.papers.page import paper_of, review_for
from ehcp.services.meetings import plan_review_meeting, record_review_held
from ehcp.services.papers.writing import start_paper
from ehcp.services.plans import record_plan
from ehcp.services.sections import LineFacts, mark_of, write_section
from ehcp.services.versions import add_version, check_version
from provision.models import Outcome
from provision.services.outcomes import add_outcome
from provision.services.progress import measure
from pupils.codes import SenStatus
from pupils.models import AttainmentFigure, AttendanceFigure, ClassGroup, Pupil
from pupils.services.contributions.voices import record_voice
from pupils.services.needs import add_need
from pupils.services.strategies import add_strategy
from tests.access import access_of
from tests.demonstration import made_once
from tests.ehcp.makers import a_school, day
from tests.factories import (
    TODAY,
    ClassGroupFactory,
    PupilFactory,
    behind_the_wall,
    member,
    put_on_register,
)
from tests.provision.aims import a_target, running, score
from tests.provision.makers import given

MEETING = day("2026-12-09")
LAST_MEETING = day("2026-01-14")
HELD = day("2026-11-18")


def voiced(pupil: Pupil, kind: str, by: User, words: str, **facts):
    """Somebody's views, given this term."""
    facts = {"given_on": day("2026-11-12"), "given_how": "person", "sensitivity": 1} | facts
    answers = [{"question": "What goes well?", "answer": words}]
    facts = {"said_by": "Zoë", "role": "", "helper": ""} | facts
    return record_voice(pupil=pupil, kind=kind, by=by, answers=answers, **facts)


def full_review(school, by: User, *, meeting_on: dt.date = MEETING, is_held=False) -> AnnualReview:
    """A review of a child with a full record."""
    oak = ClassGroup.objects.filter(school=school, name="Oak").first()
    oak = oak or ClassGroupFactory(school=school, name="Oak")
    pupil = PupilFactory(school=school, class_group=oak, first_name="Zoë", last_name="Burton")
    put_on_register(pupil, SenStatus.PLAN)
    add_need(
        pupil=pupil, need_type="SLCN", by=by, in_words="Follows one step at a time",
        impact="Loses the thread in class talk", since_on=day("2025-09-01"),
    )  # fmt: skip
    plan = record_plan(pupil=pupil, local_authority="Norfolk", made_on=day("2024-11-24"), by=by)
    record_review_held(plan=plan, meeting_on=LAST_MEETING, by=by)
    outcome = add_outcome(
        pupil=pupil, by=by, text="Follows a two-step instruction in class.", area="CI",
        starts_on=day("2026-01-20"), by_on=day("2027-07-20"), sensitivity=1,
    )  # fmt: skip
    _worked_on(pupil, outcome, by)
    _worded(plan, outcome, by)
    _said(pupil, by)
    add_strategy(pupil=pupil, text="Say it, show it, wait.", since_on=day("2026-09-10"), by=by)
    given(school, pupil, name="Talk group")
    _figures(pupil)
    if is_held:
        return record_review_held(plan=plan, meeting_on=HELD, by=by)
    return plan_review_meeting(plan=plan, meeting_on=meeting_on, by=by)


@dataclass
class Begun:
    """A paper of such a review, begun by the SENDCo."""

    school: School
    sendco: User
    paper: ReviewPaper


def a_begun_paper() -> Begun:
    """A paper with all that can be filled in; it takes half a second to make."""
    school = a_school()
    sendco = member(school)
    access = access_of(sendco, school)
    review = review_for(access, full_review(school, sendco).pk)
    start_paper(review=review, kind=PaperKind.ADVICE, access=access)
    return Begun(school, sendco, paper_of(access, review, PaperKind.ADVICE))


@pytest.fixture(scope="module")
def made(django_db_setup, django_db_blocker) -> Iterator[Begun]:
    """The paper, made once for a module."""
    with django_db_blocker.unblock(), made_once(a_begun_paper) as found:
        yield found


@pytest.fixture
def begun_paper(db, made: Begun) -> Begun:
    """The paper as it was begun; each test undoes what it does itself."""
    behind_the_wall(made.school)
    return copy.deepcopy(made)


def _worked_on(pupil: Pupil, outcome: Outcome, by: User) -> None:
    target = a_target(pupil, by=by, outcome=outcome, text="Follows 8 of 10 two-step instructions.")
    cycle = running(pupil, by=by)
    measure(target=target, on=day("2026-11-20"), value=Decimal(6), by=by)
    score(cycle, by=by, on=day("2026-11-20"), next_step="keep", evidence="6 of 10 on Friday")


def _worded(plan: EhcPlan, outcome: Outcome, by: User) -> None:
    """A plan in force, taken in and checked: one line of F states no amount."""
    version = add_version(
        plan=plan, by=by, kind="final", served_on=day("2026-03-02"), local_authority="Norfolk"
    )
    for section, lines in (
        ("B", [LineFacts("Finds it hard to follow what is said.", "B1")]),
        ("C", [LineFacts("Glue ear; hearing is checked every six months.", "C1")]),
        ("E", [LineFacts("Will follow a two-step instruction.", "E1", outcome_id=outcome.pk)]),
        (
            "F",
            [
                LineFacts("An adult will help for 3 hours a week.", "F1", hours_a_week=Decimal(3)),
                LineFacts("Regular access to a quiet space.", "F2"),
            ],
        ),
    ):
        write_section(version=version, section=section, lines=lines, mark=mark_of([]), by=by)
    check_version(version=version, by=by)


def _said(pupil: Pupil, by: User) -> None:
    voiced(pupil, "pupil_views", by, "I like the quiet corner.")
    voiced(pupil, "parent_views", by, "Homework is hard.", said_by="Ms Burton", role="mother")
    voiced(pupil, "advice", by, "Keep the programme.", said_by="Dr Reed", role="Therapist")


def _figures(pupil: Pupil) -> None:
    """As a roll and the school's own system bring them."""
    year = academic_year(TODAY)
    AttendanceFigure.objects.create(
        school=pupil.school, pupil=pupil, academic_year=year, as_of=day("2026-11-20"),
        percent=Decimal("94.2"),
    )  # fmt: skip
    AttainmentFigure.objects.create(
        school=pupil.school, pupil=pupil, academic_year=year, term="autumn", subject="reading",
        attained=2,
    )  # fmt: skip
