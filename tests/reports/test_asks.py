"""What is asked of a colleague: everything on one page, answered there, gone when it is done."""

import datetime as dt
import re

import pytest

from aylsham.access.roles import Role
from aylsham.models import Term
from provision.codes import CycleState
from provision.models import Cycle, CycleTarget
from provision.rules.delivery import Came
from provision.rules.standing_marks import SessionAt
from provision.services.cycle_checks import send_to_check
from provision.services.sessions import MarkFacts, log_session
from pupils.models import AgreedAction
from pupils.services.actions import NewAction, Owner, add_action
from pupils.services.passports.writing import passport_of
from tests.factories import (
    TODAY,
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    member,
    teacher_of,
)
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.provision.aims import a_cycle, a_target, running
from tests.provision.makers import given
from tests.pupils.passports.makers import published
from tests.reports.digests.test_digests import send as sent

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
PAGE, ALL = "/oakfield/asks/", "/oakfield/asks/everybody/"
DAY = dt.timedelta(days=1)


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


def an_action(pupil, owner, what="Ring the speech therapist", due_on=TODAY + 3 * DAY):
    action = NewAction(what, Owner(owner), due_on)
    return add_action(pupil=pupil, action=action, agreed_on=TODAY - 20 * DAY, by=owner)


def send(client, code, subject, **fields):
    """Answer an ask of the page; `fields` by their names in its form."""
    prefix = f"{code}{subject.hex}-"
    told = {prefix + name: value for name, value in fields.items()}
    return client.post(PAGE, {"ask": f"{code}.{subject}", **told}, follow=True)


def test_a_cycle_is_reviewed_closed_and_followed_without_leaving_the_page(group, teacher):
    child = child_of(group, first_name="Zoë", last_name="Burton")
    a_target(child, by=teacher, text="Reads 8 of 10 words of list 2.")
    cycle = running(child, by=teacher)
    client = client_of(teacher)
    words = text_of(client.get(PAGE))
    assert "2 things, about 10 minutes" in words
    assert "Zoë Burton" in words and "Reads 8 of 10 words of list 2." in words

    given = send(client, "give", cycle.pk, given_on="23/11/2026", given_how="meeting")
    assert "It is written down." in text_of(given)
    assert "Give the plan" not in text_of(given)

    part = CycleTarget.objects.get(cycle=cycle)
    row = f"r{part.pk.hex}-"
    version = re.search(rf'name="{row}version" value="([^"]+)"', given.content.decode()).group(1)
    half = {"ask": f"review.{cycle.pk}", row + "version": version, row + "score": "1"}
    refused = text_of(client.post(PAGE, half))
    assert "One answer is not saved yet" in refused and "Say what becomes of it." in refused
    whole = half | {row + "next_step": "keep", row + "evidence": "9 of 10 on Friday"}
    closing = text_of(client.post(PAGE, whole, follow=True))
    assert "Close the cycle and begin the next" in closing

    send(client, "close", cycle.pk, begins_next="on", review_on="12/02/2027")
    cycle.refresh_from_db()
    assert cycle.state == CycleState.RUNNING  # “What happens next” has to be said
    done = send(
        client, "close", cycle.pk, q_next="More words.", begins_next="on", review_on="12/02/2027"
    )
    assert "The cycle is closed." in text_of(done)
    following = Cycle.objects.get(pupil=child, number=2)
    assert (following.starts_on, following.lead) == (TODAY, teacher)
    assert following.parts.get().is_carried
    # The same press once more begins nothing.
    again = send(client, "close", cycle.pk, q_next="x", begins_next="on", review_on="12/02/2027")
    assert "That was done already." in text_of(again)
    assert Cycle.objects.filter(pupil=child).count() == 2


def test_actions_passports_and_what_others_owe(group, teacher, school):
    sendco = member(school)
    child = child_of(group)
    other = teacher_of(ClassGroupFactory(school=school))
    an_action(child, other, what="Not mine")
    action = an_action(child, teacher)
    published(child, by=sendco)
    client = client_of(teacher)
    words = text_of(client.get(PAGE))
    assert "Ring the speech therapist" in words and "Read the passport" in words
    assert "Not mine" not in words
    assert "is done" in text_of(send(client, "action", action.pk))
    action.refresh_from_db()
    assert (action.done_on, action.done_by) == (TODAY, teacher)
    assert "Ring the speech therapist" not in text_of(client.get(PAGE))
    # Somebody who no longer opens the child is told so, without the name.
    far = text_of(client_of(other).get(PAGE))
    assert "1 more is about children whose record you no longer open" in far
    assert child.full_name not in far


def test_a_stale_passport_is_read_and_confirmed_on_the_page(group, teacher, school):
    child = child_of(group)
    published(child, by=member(school), on=TODAY - 90 * DAY, text="I know a lot about trains.")
    client = client_of(teacher)
    words = text_of(client.get(PAGE))
    assert "Say whether the passport is still true" in words
    assert "I know a lot about trains." in words
    passport = passport_of(child)
    assert "counts as true today" in text_of(send(client, "still_true", passport.pk))
    passport.refresh_from_db()
    assert passport.confirmed_on == TODAY
    assert "still true" not in text_of(client.get(PAGE))


def test_whoever_gives_something_is_asked_for_a_word_before_the_review(group, teacher, school):
    child = child_of(group)
    lsa = member(school, Role.LSA)
    row = given(school, child, name="Speech sounds", staff=lsa, starts_on=TODAY - 14 * DAY)
    client = client_of(lsa)
    asked = "Say how it goes, before a review"
    assert asked not in text_of(client.get(PAGE))
    running(child, by=teacher)  # to be reviewed in two weeks
    page = client.get(PAGE)
    assert asked in text_of(page) and "Speech sounds" in text_of(page)
    assert f"/oakfield/sessions/{row.pk}/" in page.text
    for word, is_asked in (("", True), ("Says s and sh in words.", False)):
        mark = MarkFacts(child, Came.HAD, word=word)
        log_session(provision=row, at=SessionAt(TODAY, 1), marks=[mark], by=lsa, seen=1)
        assert (asked in text_of(client.get(PAGE))) is is_asked


def test_a_school_that_just_went_live_is_not_asked_for_old_passports(group, teacher, school):
    published(child_of(group), by=member(school), on=TODAY - 200 * DAY)
    client = client_of(teacher)
    assert "still true" in text_of(client.get(PAGE))  # a statement that others reuse
    for weeks, is_asked in ((3, False), (11, False), (12, True)):
        school.live_from = TODAY - weeks * 7 * DAY
        school.save()
        assert ("still true" in text_of(client.get(PAGE))) is is_asked, weeks


def test_who_owes_what_and_the_phase_leader_only_after_two_weeks_of_school(group, teacher, school):
    child = child_of(group, year_group="4")
    late = an_action(child, teacher, due_on=TODAY - 40 * DAY)
    an_action(child, teacher, due_on=TODAY - 10 * DAY)
    sendco = text_of(client_of(member(school)).get(ALL))
    assert teacher.name in sendco and "Agreed actions: 2" in sendco
    assert child.full_name not in sendco
    leader = client_of(member(school, Role.PHASE_LEADER, year_groups=["4"]))
    words = text_of(leader.get(ALL))
    assert teacher.name in words and "Agreed actions: 1" in words
    elsewhere = client_of(member(school, Role.PHASE_LEADER, year_groups=["1"]))
    assert "Nothing has waited" in text_of(elsewhere.get(ALL))
    AgreedAction.objects.filter(pk=late.pk).update(due_on=TODAY - 14 * DAY)
    assert "Nothing has waited" in text_of(leader.get(ALL))
    assert client_of(teacher).get(ALL).status_code == 403


def test_checks_go_to_the_leader_of_the_year_or_else_to_the_sendco(group, teacher, school):
    child = child_of(group, year_group="4")
    a_target(child, by=teacher)
    send_to_check(cycle=a_cycle(child, by=teacher), by=teacher)
    sendco = client_of(member(school))
    assert "Check the plan" in text_of(sendco.get(PAGE))
    leader = client_of(member(school, Role.PHASE_LEADER, year_groups=["4"]))
    assert "Check the plan" in text_of(leader.get(PAGE))
    assert "Check the plan" not in text_of(sendco.get(PAGE))
    assert "Check the plan" not in text_of(client_of(teacher).get(PAGE))


def test_at_most_eight_statements_whatever_its_length(group, teacher, school):
    sendco = member(school)

    def fill(number):
        for _ in range(number):
            child = child_of(group)
            running(child, by=teacher)
            published(child, by=sendco, on=TODAY - 90 * DAY)
            an_action(child, teacher)

    fill(2)
    mine, all_of_it = client_of(teacher), client_of(sendco)
    mine.get(PAGE), all_of_it.get(ALL)
    few = [len(statements(mine, PAGE)), len(statements(all_of_it, ALL))]
    fill(6)
    many = [len(statements(mine, PAGE)), len(statements(all_of_it, ALL))]
    assert few == many
    assert max(many) <= OF_EVERY_REQUEST + 8


def test_another_school_knows_nothing_of_it(group, teacher):
    child = child_of(group)
    an_action(child, teacher)
    stranger = client_of(member(SchoolFactory(slug="elmtree")))
    assert stranger.get(PAGE).status_code == 404
    assert stranger.get(ALL).status_code == 404


def test_the_weekly_mail_counts_and_names_no_child(group, teacher, school):
    child = child_of(group, first_name="Zoë", last_name="Burton", year_group="4")
    an_action(child, teacher, what="Ring Zoë’s speech therapist", due_on=TODAY - 40 * DAY)
    member(school, Role.PHASE_LEADER, year_groups=["4"])
    for name, start, end in (
        ("autumn", "2026-09-03", "2026-12-18"),
        ("spring", "2027-01-05", "2027-03-25"),
    ):
        Term.objects.create(
            school=school, academic_year=2026, name=name, starts_on=start, ends_on=end
        )
    bodies = {message.to[0]: message.body for message in sent()}
    assert "Asked of you: 1 thing, about 10 minutes for all of it." in bodies[teacher.email]
    assert "/oakfield/asks/" in bodies[teacher.email]
    [_leader] = [body for body in bodies.values() if "more than two weeks of school: 1" in body]
    assert not any(word in body for body in bodies.values() for word in ("Zoë", "Burton", "Ring"))
    assert len(bodies) == len(sent()) == 2
