"""The phase leader's sample: drawn over classes, looked at, told, improved, closed."""

import datetime as dt

import pytest

from aylsham.access.roles import Role
from aylsham.changes import TransitionNotAllowed
from aylsham.models import AuditEvent
from provision.models import SampledPaper
from provision.quality_codes import SampleState
from provision.rules.checklists import ENOUGH, LATEST, patterns, points_of
from provision.selectors.quality import half_term_of
from provision.services.quality import close_paper, leave_out, look_at, say_improved
from tests.factories import (
    TODAY,
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    member,
    supporter_of,
    teacher_of,
)
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.provision.aims import running
from tests.provision.makers import given
from tests.pupils.passports.makers import published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
QUEUE, DRAW, ASKS = "/oakfield/quality/", "/oakfield/quality/draw/", "/oakfield/asks/"


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def group(school):
    return ClassGroupFactory(school=school)


@pytest.fixture
def teacher(group):
    return teacher_of(group)


@pytest.fixture
def leader(school):
    return member(school, Role.PHASE_LEADER, year_groups=["4"])


def papers_for(group, teacher, year="4", **more):
    """A child with a running plan, a published passport and a group."""
    child = PupilFactory(
        school=group.school, class_group=group, on_register=["SLCN"], year_group=year, **more
    )
    running(child, by=teacher)
    published(child, by=teacher)
    given(group.school, child, staff=teacher)
    return child


def address(paper, end=""):
    return f"/oakfield/children/{paper.pupil_id}/quality/{paper.pk}/{end}"


def found(paper, mark="good", **fields):
    marks = {f"p_{point.key}": mark for point in points_of(LATEST, paper.kind)}
    return marks | {"feedback": "", "teacher": str(paper.teacher_id or "")} | fields


def test_a_phase_leader_draws_looks_tells_and_closes(group, teacher, leader, school):
    child = papers_for(group, teacher, first_name="Zoë", last_name="Burton")
    papers_for(group, teacher, year="1")
    mine = client_of(leader)
    assert "Nothing is drawn" in text_of(mine.get(QUEUE))
    drawn = text_of(mine.post(DRAW, {"upto": 6}, follow=True))
    assert "3 drawn." in drawn and "Zoë Burton" in drawn and "Year 1" not in drawn
    # Sent twice, it draws once; what is drawn is the leader's year group alone.
    mine.post(DRAW, {"upto": 3})
    assert set(SampledPaper.objects.values_list("pupil", flat=True)) == {child.pk}
    assert SampledPaper.objects.count() == 3
    plan = SampledPaper.objects.get(kind="plan")
    page = text_of(mine.get(address(plan)))
    assert "Guesses from the first letter." in page and "Targets can be counted" in page
    for paper in SampledPaper.objects.exclude(kind="plan"):
        assert mine.get(address(paper)).status_code == 200

    refused = text_of(mine.post(address(plan), found(plan, "weak")))
    assert "Say in a sentence what could be better" in refused
    assert "Choose one." in text_of(mine.post(address(plan), {"feedback": "Well done"}))
    words = "Say how often in the plan."
    told = mine.post(address(plan), found(plan, "weak", feedback=words), follow=True)
    assert "weekly ask" in text_of(told) and "With the teacher" in text_of(told)

    theirs = client_of(teacher)
    assert words in text_of(theirs.get(ASKS))
    field = f"feedback{plan.pk.hex}-improved"
    ask = {"ask": f"feedback.{plan.pk}", field: "Three times a week, by the LSA."}
    assert words not in text_of(theirs.post(ASKS, ask, follow=True))
    again = text_of(mine.get(address(plan)))
    assert "Three times a week, by the LSA." in again
    closed = mine.post(address(plan, "close/"), follow=True)
    assert "1 of 3 closed" in text_of(closed)
    plan.refresh_from_db()
    assert (plan.state, plan.closed_by, plan.closed_on) == (SampleState.CLOSED, leader, TODAY)
    steps = AuditEvent.objects.filter(action="check_quality").order_by("pk")
    assert [e.detail["step"] for e in steps] == ["drawn", "looked at", "answered", "closed"]
    # The SENDCo sees how far it is, and no teacher is counted.
    sendco = text_of(client_of(member(school)).get(QUEUE))
    assert "Year 4: 1 of 3 looked at" in sendco


def test_without_words_it_is_closed_at_once_and_wrong_steps_change_nothing(group, teacher, leader):
    papers_for(group, teacher)
    mine = client_of(leader)
    mine.post(DRAW, {"upto": 3})
    paper = SampledPaper.objects.get(kind="passport")
    assert "It is closed." in text_of(mine.post(address(paper), found(paper), follow=True))
    paper.refresh_from_db()
    assert paper.state == SampleState.CLOSED
    events = AuditEvent.objects.filter(action="check_quality").count()
    on = TODAY
    for step in (
        lambda: look_at(paper=paper, marks={}, feedback="x", on=on, by=leader),
        lambda: say_improved(paper=paper, improved="x", on=on, by=teacher),
        lambda: close_paper(paper=paper, on=on, by=leader),
    ):
        with pytest.raises(TransitionNotAllowed):
            step()
    assert AuditEvent.objects.filter(action="check_quality").count() == events
    told = SampledPaper.objects.get(kind="plan")
    marks = {point.key: "good" for point in points_of(LATEST, "plan")}
    told = look_at(paper=told, marks=marks, feedback="Thank you.", on=on, by=leader)
    with pytest.raises(TransitionNotAllowed, match="Whoever the feedback is for"):
        say_improved(paper=told, improved="x", on=on, by=leader)


def test_whoever_hears_of_it_can_be_chosen_where_nobody_was_named(group, leader, teacher, school):
    child = PupilFactory(school=school, class_group=None, on_register=["SLCN"], year_group="4")
    published(child, by=teacher)
    mine, sendco = client_of(leader), member(school)
    mine.post(DRAW, {"upto": 3})
    paper = SampledPaper.objects.get(kind="passport")
    assert paper.teacher is None
    weak = found(paper, "weak", feedback="Shorter, please.")
    assert "Choose who hears of it." in text_of(mine.post(address(paper), weak))
    nothing = found(paper, "weak", teacher=str(sendco.pk))
    assert "Say in a sentence" in text_of(mine.post(address(paper), nothing))
    outsider = member(SchoolFactory(slug="elmtree"))
    refused = mine.post(address(paper), weak | {"teacher": str(outsider.pk)})
    assert refused.status_code == 200 and outsider.name not in text_of(refused)
    said = text_of(mine.post(address(paper), weak | {"teacher": str(sendco.pk)}, follow=True))
    assert f"{sendco.name} finds it in their weekly ask." in said
    paper.refresh_from_db()
    assert (paper.state, paper.teacher) == (SampleState.TOLD, sendco)
    assert "Shorter, please." in text_of(client_of(sendco).get(ASKS))


def test_one_that_is_left_out_says_why_and_another_is_drawn(group, teacher, leader):
    for _ in range(2):
        papers_for(group, teacher)
    mine = client_of(leader)
    mine.post(DRAW, {"upto": 3})
    paper = SampledPaper.objects.first()
    path = address(paper, "leave-out/")
    assert mine.post(path, {"why": " "}).status_code == 200
    page = text_of(mine.post(path, {"why": "Away since October."}, follow=True))
    assert "Left out" in page
    paper.refresh_from_db()
    assert (paper.state, paper.looked_on, paper.closed_by) == ("left_out", None, leader)
    assert "Away since October." in text_of(mine.get(address(paper)))
    mine.post(DRAW, {"upto": 3})
    assert SampledPaper.objects.exclude(state="left_out").count() == 3
    assert SampledPaper.objects.filter(subject_id=paper.subject_id).count() == 1
    with pytest.raises(TransitionNotAllowed):
        leave_out(paper=paper, why="Again", on=TODAY, by=leader)
    assert client_of(teacher).get(path).status_code == 403


def test_only_the_children_of_the_own_phase(group, teacher, school):
    papers_for(group, teacher)
    client_of(member(school)).post(DRAW, {"upto": 3})
    paper = SampledPaper.objects.first()
    other = client_of(member(school, Role.PHASE_LEADER, year_groups=["1"]))
    assert "Nothing is drawn" in text_of(other.get(QUEUE))
    assert other.get(address(paper)).status_code == 404
    assert other.post(address(paper), found(paper)).status_code == 404
    for nobody in (teacher, supporter_of(paper.pupil), member(school, Role.HEAD)):
        assert client_of(nobody).get(QUEUE).status_code == 403
        assert client_of(nobody).get(address(paper)).status_code == 403
    stranger = client_of(member(SchoolFactory(slug="elmtree")))
    assert stranger.get(address(paper)).status_code == 404
    paper.refresh_from_db()
    assert paper.state == SampleState.DRAWN


def test_at_most_eight_statements_whatever_is_drawn(group, teacher, leader):
    papers_for(group, teacher)
    mine = client_of(leader)
    mine.post(DRAW, {"upto": 3})
    few = len(statements(mine, QUEUE))
    for _ in range(4):
        papers_for(group, teacher)
    mine.post(DRAW, {"upto": 15})
    assert SampledPaper.objects.count() == 15
    assert len(statements(mine, QUEUE)) == few <= OF_EVERY_REQUEST + 8
    for paper in SampledPaper.objects.filter(kind__in=["plan", "session"])[:3]:
        assert len(statements(mine, address(paper))) <= OF_EVERY_REQUEST + 8


def test_patterns_need_five_looks_and_name_no_teacher():
    weak = {point.key: "good" for point in points_of(LATEST, "plan")} | {"target": "weak"}
    looks = [("4", "plan", LATEST, weak)] * ENOUGH
    assert patterns(looks[:-1]) == []
    [only] = patterns([*looks, ("1", "plan", LATEST, weak)])
    assert (only.year, only.point.key, only.words) == ("4", "target", "Weak in 5 of 5")
    # What does not apply counts neither for nor against.
    none = [("4", "plan", LATEST, weak | {"target": "none"})]
    assert patterns(looks + none) == [only]


@pytest.mark.parametrize(
    ("on", "begins"),
    [("2026-11-23", "2026-11-02"), ("2026-10-20", "2026-09-03"), ("2026-11-02", "2026-11-02")],
)
def test_a_half_term_begins_after_a_break_of_a_week(on, begins):
    from aylsham.school_calendar import SchoolCalendar

    day = dt.date.fromisoformat
    terms = ((day("2026-07-01"), day("2026-07-20")), (day("2026-09-03"), day("2026-12-18")))
    calendar = SchoolCalendar(terms=terms, closed=((day("2026-10-26"), day("2026-10-30")),))
    assert half_term_of(calendar, day(on)) == day(begins)
    assert half_term_of(SchoolCalendar(terms=(), closed=()), day(on)).day == 1


def test_why_a_paper_was_drawn_stands_there_only_where_it_says_something(group, teacher, leader):
    papers_for(group, teacher)
    client = client_of(leader)
    client.post(DRAW, {"upto": 3})
    assert "Why this one" not in text_of(client.get(QUEUE))
    first = SampledPaper.objects.first()
    SampledPaper.objects.filter(pk=first.pk).update(because="Last looked at on 3 March 2026.")
    words = text_of(client.get(QUEUE))
    assert "Why this one" in words and words.count("Last looked at on 3 March 2026.") == 1
    assert "Not looked at before" not in words
