"""What is answered on the weekly ask itself: papers read, a plan checked, sessions, a word."""

import datetime as dt
import re

import pytest

from aylsham.access.roles import Role
from provision.codes import CycleState
from provision.models import CycleNote, SampledPaper, SessionLog, SessionMark
from provision.rules.checklists import points_of
from provision.rules.delivery import Came, Reason
from provision.rules.standing_marks import SessionAt
from provision.services.cycle_checks import check_cycle, send_to_check
from provision.services.quality import look_at, say_improved
from provision.services.sessions import MarkFacts, log_session
from pupils.models import ReadReceipt
from pupils.services.passports.checking import send_for_checking
from tests.factories import (
    TODAY,
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    member,
    teacher_of,
)
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.provision.aims import a_cycle, a_target, running, say
from tests.provision.makers import given
from tests.pupils.passports.makers import published, write
from tests.pupils.test_safety_services import agreed, begin, written

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
PAGE = "/oakfield/asks/"
DAY = dt.timedelta(days=1)
LAST_MONDAY = TODAY - 7 * DAY


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield", live_from=dt.date(2025, 9, 1))


@pytest.fixture
def group(school):
    return ClassGroupFactory(school=school)


@pytest.fixture
def teacher(group):
    return teacher_of(group)


def child_of(group, **more):
    return PupilFactory(school=group.school, class_group=group, on_register=["SLCN"], **more)


def a_plan(child, by):
    """A healthcare plan in force."""
    plan = written(begin(child, by), by)
    agreed(plan, by)
    plan.refresh_from_db()
    return plan


def field(response, code, subject, name) -> str:
    """What a hidden field of an ask's form carries."""
    found = re.search(rf'name="{code}{subject.hex}-{name}" value="([^"]*)"', response.text)
    assert found, name
    return found[1]


def send(client, code, subject, **fields):
    """Answer an ask of the page; `fields` by their names in its form."""
    told = {f"{code}{subject.hex}-{name}": value for name, value in fields.items()}
    return client.post(PAGE, {"ask": f"{code}.{subject}", **told}, follow=True)


class TestCheckingAPlan:
    @pytest.fixture
    def cycle(self, group, teacher):
        child = child_of(group, first_name="Zoë", last_name="Burton", year_group="4")
        a_target(child, by=teacher, text="Reads 8 of 10 words of list 2.")
        cycle = a_cycle(child, by=teacher)
        send_to_check(cycle=cycle, by=teacher)
        return cycle

    @pytest.fixture
    def leader(self, school):
        return member(school, Role.PHASE_LEADER, year_groups=["4"])

    def test_it_is_read_and_found_good_where_it_is_asked(self, cycle, leader, teacher):
        client = client_of(leader)
        page = client.get(PAGE)
        words = text_of(page)
        assert "Guesses from the first letter." in words
        assert "Reads 8 of 10 words of list 2. (from 2 of 10 words to 8 of 10 words)" in words
        seen = field(page, "check_cycle", cycle.pk, "seen")
        refused = text_of(send(client, "check_cycle", cycle.pk, seen=seen))
        assert "One answer is not saved yet" in refused and "Choose one." in refused
        done = send(client, "check_cycle", cycle.pk, seen=seen, found="good")
        assert "Its writer sees what you found." in text_of(done)
        cycle.refresh_from_db()
        assert (cycle.state, cycle.checked_by) == (CycleState.RUNNING, leader)
        again = send(client, "check_cycle", cycle.pk, seen=seen, found="back", note="No.")
        assert "That was done already." in text_of(again)
        assert not CycleNote.objects.exists()

    def test_it_goes_back_with_a_word_and_not_without(self, cycle, leader):
        client = client_of(leader)
        seen = field(client.get(PAGE), "check_cycle", cycle.pk, "seen")
        bare = text_of(send(client, "check_cycle", cycle.pk, seen=seen, found="back", note=" "))
        assert "Say what should change." in bare
        send(client, "check_cycle", cycle.pk, seen=seen, found="back", note="Which words?")
        cycle.refresh_from_db()
        assert cycle.state == CycleState.WRITING
        assert CycleNote.objects.get().text == "Which words?"

    def test_what_was_changed_meanwhile_is_read_first(self, cycle, leader, teacher):
        client = client_of(leader)
        seen = field(client.get(PAGE), "check_cycle", cycle.pk, "seen")
        say(cycle, "hard", "Guesses from the picture.", teacher)
        for found in ("good", "back"):
            stale = send(client, "check_cycle", cycle.pk, seen=seen, found=found, note="x")
            assert "The plan was changed after you opened it." in text_of(stale)
            assert "Guesses from the picture." in text_of(stale)
        cycle.refresh_from_db()
        assert cycle.state == CycleState.CHECKING

    def test_what_only_few_may_read_is_counted_not_shown(self, cycle, leader, teacher):
        say(cycle, "hard", "Social care was told.", teacher, sensitivity=3)
        words = text_of(client_of(leader).get(PAGE))
        assert "Social care was told." not in words
        assert "1 more line is not for you to read." in words

    def test_nobody_else_checks_it(self, cycle, teacher, school):
        other = member(school, Role.PHASE_LEADER, year_groups=["1"])
        for person in (teacher, other):
            client = client_of(person)
            assert "Check the plan" not in text_of(client.get(PAGE))
            answer = send(client, "check_cycle", cycle.pk, seen="", found="good")
            assert "That was done already." in text_of(answer)
        cycle.refresh_from_db()
        assert cycle.state == CycleState.CHECKING


class TestCheckingAPassport:
    @pytest.fixture
    def child(self, group, teacher):
        child = child_of(group, year_group="4")
        write(child, "admire", "I know a lot about trains.", by=teacher)
        send_for_checking(pupil=child, on=TODAY, by=teacher)
        return child

    @pytest.fixture
    def leader(self, school):
        return member(school, Role.PHASE_LEADER, year_groups=["4"])

    def test_it_is_read_and_published_where_it_is_asked(self, child, leader, teacher):
        client, passport = client_of(leader), child.passports.get()
        page = client.get(PAGE)
        assert "I know a lot about trains." in text_of(page)
        seen = field(page, "check_passport", passport.pk, "seen")
        write(child, "admire", "I know a lot about ships.", by=teacher, revision=1)
        for found in ("good", "back"):
            stale = text_of(
                send(client, "check_passport", passport.pk, seen=seen, found=found, note="x")
            )
            assert "The passport was changed after you opened it." in stale and "ships" in stale
        seen = field(client.get(PAGE), "check_passport", passport.pk, "seen")
        done = text_of(send(client, "check_passport", passport.pk, seen=seen, found="good"))
        assert "Its writer sees what you found." in done
        passport.refresh_from_db()
        assert (passport.state, passport.published_by) == ("published", leader)
        again = send(client, "check_passport", passport.pk, seen=seen, found="back", note="No.")
        assert "That was done already." in text_of(again)

    def test_it_goes_back_with_a_word_and_not_without(self, child, leader):
        client, passport = client_of(leader), child.passports.get()
        seen = field(client.get(PAGE), "check_passport", passport.pk, "seen")
        bare = send(client, "check_passport", passport.pk, seen=seen, found="back", note=" ")
        assert "Say what should change." in text_of(bare)
        send(client, "check_passport", passport.pk, seen=seen, found="back", note="Which trains?")
        passport.refresh_from_db()
        assert passport.state == "sent_back"
        assert passport.comments.get().text == "Which trains?"

    def test_lines_for_few_are_counted_not_shown(self, child, leader, school):
        write(child, "admire.2", "Dad lives elsewhere.", by=member(school))
        words = text_of(client_of(leader).get(PAGE))
        assert "Dad lives elsewhere." not in words
        assert "1 more line is not for you to read." in words

    def test_nobody_else_checks_it(self, child, teacher, school):
        passport = child.passports.get()
        for person in (teacher, member(school, Role.PHASE_LEADER, year_groups=["1"])):
            answer = send(client_of(person), "check_passport", passport.pk, seen="", found="good")
            assert "That was done already." in text_of(answer)
        passport.refresh_from_db()
        assert passport.state == "checking"


def test_a_paper_of_the_sample_is_looked_at_where_it_is_asked(group, teacher, school):
    leader = member(school, Role.PHASE_LEADER, year_groups=["4"])
    for _ in range(2):
        running(child_of(group, year_group="4"), by=teacher)
    client = client_of(leader)
    client.post("/oakfield/quality/draw/", {"upto": 2})
    page = client.get(PAGE)
    # One at a time: the words of the first stand there, the next has its own page.
    assert text_of(page).count("Guesses from the first letter.") == 1
    first = next(each.line.ask.subject for each in page.context["lines"] if each.answer)
    paper = SampledPaper.objects.get(pk=first)
    points = [f"p_{point.key}" for point in points_of(paper.checklist, paper.kind)]
    weak = dict.fromkeys(points, "weak") | {"teacher": teacher.pk}
    bare = text_of(send(client, "sample", first, **weak))
    assert "Say in a sentence what could be better, and how." in bare
    done = send(client, "sample", first, **weak, feedback="Add a measure.")
    assert "It is kept." in text_of(done)
    paper.refresh_from_db()
    assert (paper.state, paper.feedback, paper.looked_by) == ("told", "Add a measure.", leader)
    assert text_of(done).count("Guesses from the first letter.") == 1  # the other one now
    few = len(statements(client, PAGE))
    assert few <= OF_EVERY_REQUEST + 8
    stranger = client_of(member(school, Role.PHASE_LEADER, year_groups=["1"]))
    assert "That was done already." in text_of(send(stranger, "sample", first, **weak))


def test_what_was_improved_is_seen_and_closed_where_it_is_asked(group, teacher, school):
    leader = member(school, Role.PHASE_LEADER, year_groups=["4"])
    child = child_of(group, year_group="4")
    cycle = running(child, by=teacher)
    client = client_of(leader)
    client.post("/oakfield/quality/draw/", {"upto": 3})
    paper = SampledPaper.objects.get(subject_id=cycle.pk)
    paper.pupil, paper.school = child, school
    marks = {point.key: "weak" for point in points_of(paper.checklist, paper.kind)}
    look_at(paper=paper, marks=marks, feedback="Add a measure.", on=TODAY, by=leader)
    say_improved(paper=paper, improved="It counts words now.", on=TODAY, by=teacher)
    assert "It counts words now." in text_of(client.get(PAGE))
    assert "It is closed." in text_of(send(client, "look_again", paper.pk))
    paper.refresh_from_db()
    assert (paper.state, paper.closed_by) == ("closed", leader)


def test_a_passport_is_read_where_it_is_asked(group, teacher, school):
    sendco = member(school)
    child = child_of(group)
    published(child, by=sendco, text="I know a lot about trains.")
    write(child, "admire.2", "Dad lives elsewhere.", by=sendco)
    client = client_of(teacher)
    page = client.get(PAGE)
    assert "I know a lot about trains." in text_of(page)
    assert "Dad lives elsewhere." not in text_of(page)
    passport = child.passports.get()
    shown = field(page, "read_passport", passport.pk, "shown")
    write(child, "admire", "I know a lot about ships.", by=sendco, revision=1)
    stale = text_of(send(client, "read_passport", passport.pk, shown=shown))
    assert "This passport was changed after you opened it" in stale and "ships" in stale
    assert not ReadReceipt.objects.exists()
    shown = field(client.get(PAGE), "read_passport", passport.pk, "shown")
    done = text_of(send(client, "read_passport", passport.pk, shown=shown))
    assert "It is recorded that you have read it." in done and "Read the passport" not in done
    assert ReadReceipt.objects.get().user == teacher
    again = send(client, "read_passport", passport.pk, shown=shown)
    assert "That was done already." in text_of(again)
    assert ReadReceipt.objects.count() == 1


class TestLastWeek:
    @pytest.fixture
    def lsa(self, school):
        return member(school, Role.LSA)

    def test_all_had_it_on_its_days(self, group, lsa, school):
        first, second = child_of(group), child_of(group)
        row = given(
            school, first, second, name="Speech sounds", staff=lsa, sessions_a_week=2,
            weekdays=[0, 2], starts_on=TODAY - 21 * DAY,
        )  # fmt: skip
        client = client_of(lsa)
        page = client.get(PAGE)
        words = text_of(page)
        assert "Log last week’s sessions: 2 left" in words
        assert "Mon 16 Nov" in words and "Wed 18 Nov" in words and "Tue 17 Nov" not in words
        told = {"days": ["2026-11-16.1"], "key": field(page, "sessions", row.pk, "key")}
        half = text_of(send(client, "sessions", row.pk, **told))
        assert "It is logged." in half and "Log last week’s sessions" in half
        marks = SessionMark.objects.filter(log__session__on=LAST_MONDAY)
        assert {(m.pupil, m.came, m.minutes) for m in marks} == {
            (first, "had", 30), (second, "had", 30),
        }  # fmt: skip
        # Pressed again: that day is logged, so nothing is added.
        again = text_of(send(client, "sessions", row.pk, **told))
        assert "One of these days was logged meanwhile." in again
        assert SessionLog.objects.count() == 1

    def test_without_days_no_more_than_were_planned(self, group, lsa, school):
        child = child_of(group)
        row = given(school, child, staff=lsa, sessions_a_week=2, starts_on=TODAY - 21 * DAY)
        log_session(
            provision=row, at=SessionAt(LAST_MONDAY), marks=[MarkFacts(child, Came.HAD)], by=lsa
        )
        client = client_of(lsa)
        words = text_of(client.get(PAGE))
        assert "Planned and not logged: 1." in words and "Mon 16 Nov" not in words
        two = send(client, "sessions", row.pk, days=["2026-11-17.1", "2026-11-18.1"])
        assert "Tick 1 at most" in text_of(two)
        assert SessionLog.objects.count() == 1
        send(client, "sessions", row.pk, days=["2026-11-18.1"])
        assert SessionLog.objects.count() == 2
        assert "Log last week" not in text_of(client.get(PAGE))

    def test_another_adult_logs_nothing(self, group, lsa, school):
        row = given(school, child_of(group), staff=lsa, starts_on=TODAY - 21 * DAY)
        other = client_of(member(school, Role.LSA))
        answer = send(other, "sessions", row.pk, days=["2026-11-18.1"])
        assert "That was done already." in text_of(answer)
        assert not SessionLog.objects.exists()


class TestAWordBeforeAReview:
    @pytest.fixture
    def lsa(self, school):
        return member(school, Role.LSA)

    @pytest.fixture
    def child(self, group, teacher):
        child = child_of(group, first_name="Zoë", last_name="Burton")
        running(child, by=teacher)  # to be reviewed in two weeks
        return child

    @pytest.fixture
    def row(self, child, lsa, school):
        return given(school, child, name="Speech sounds", staff=lsa, starts_on=TODAY - 14 * DAY)

    def test_without_a_session_it_leads_to_the_log(self, row, lsa):
        page = client_of(lsa).get(PAGE)
        assert "Say how it goes" in text_of(page)
        assert f"word{row.pk.hex}-" not in page.text
        assert f"/oakfield/sessions/{row.pk}/" in page.text

    def test_it_stands_with_the_last_session_that_stays_as_it_was(self, row, child, lsa):
        said = MarkFacts(child, Came.PART, minutes=10, reason=Reason.TRIP, measure="7 of 10")
        log_session(provision=row, at=SessionAt(TODAY - 3 * DAY), marks=[said], by=lsa)
        client = client_of(lsa)
        page = client.get(PAGE)
        assert "How does it go for Zoë Burton?" in text_of(page)
        seen = field(page, "word", row.pk, f"s{child.pk.hex}")
        empty = send(client, "word", row.pk, **{f"s{child.pk.hex}": seen})
        assert "Write a word about at least one child." in text_of(empty)
        word = "Says s and sh <in> words."
        told = {f"w{child.pk.hex}": word, f"s{child.pk.hex}": seen}
        done = text_of(send(client, "word", row.pk, **told))
        assert "It stands with the last session." in done and "Say how it goes" not in done
        mark = SessionMark.objects.get(log__number=2)
        assert (mark.word, mark.came, mark.minutes) == (word, "part", 10)
        assert (mark.reason, mark.measure) == (said.reason, "7 of 10")
        assert (mark.log.seen, mark.log.session.on) == (1, TODAY - 3 * DAY)
        assert "That was done already." in text_of(send(client, "word", row.pk, **told))
        assert SessionLog.objects.count() == 2

    def test_a_session_logged_meanwhile_is_looked_at_first(self, row, child, lsa):
        at, mark = SessionAt(TODAY - 3 * DAY), MarkFacts(child, Came.HAD)
        log_session(provision=row, at=at, marks=[mark], by=lsa)
        client = client_of(lsa)
        seen = field(client.get(PAGE), "word", row.pk, f"s{child.pk.hex}")
        missed = MarkFacts(child, Came.MISSED, reason=Reason.ABSENT)
        log_session(provision=row, at=at, marks=[missed], by=lsa, seen=1)
        told = {f"w{child.pk.hex}": "Good.", f"s{child.pk.hex}": seen}
        assert "Somebody logged this session meanwhile." in text_of(
            send(client, "word", row.pk, **told)
        )
        assert not SessionMark.objects.exclude(word="").exists()


def test_a_safety_plan_is_read_where_it_is_asked(group, teacher, school):
    child = child_of(group)
    plan = a_plan(child, by=member(school))
    client = client_of(teacher)
    page = client.get(PAGE)
    assert "Read the safety plan" in text_of(page)
    shown = field(page, "safety_plan", plan.pk, "shown")
    stale = text_of(send(client, "safety_plan", plan.pk, shown="99"))
    assert "A new version was agreed after you opened this plan." in stale
    done = text_of(send(client, "safety_plan", plan.pk, shown=shown))
    assert "It is recorded that you have read it." in done
    assert ReadReceipt.objects.get().user == teacher


def test_the_same_statements_for_three_and_for_thirty(group, teacher, school):
    def fill(number):
        for _ in range(number):
            child = child_of(group)
            a_target(child, by=teacher)
            cycle = a_cycle(child, by=teacher)
            send_to_check(cycle=cycle, by=teacher)
            check_cycle(cycle=cycle, by=teacher)
            published(child, by=member(school))
            a_plan(child, by=member(school))
            given(school, child, staff=teacher, starts_on=TODAY - 21 * DAY)

    client = client_of(teacher)
    fill(3)
    client.get(PAGE)
    few = len(statements(client, PAGE))
    fill(5)
    assert len(statements(client, PAGE)) == few <= OF_EVERY_REQUEST + 8
