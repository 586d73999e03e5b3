"""Changed since it was sent back: what the checker reads first when a plan returns."""

import datetime as dt

import pytest

from aylsham.changes import version_of
from provision.models import CycleNote, CycleText, Target
from provision.services.cycle_checks import send_back, send_to_check
from provision.services.outcomes import TARGET_FIELDS, change_target
from tests.factories import (
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    UserFactory,
    member,
    teacher_of,
)
from tests.pages import client_of, text_of
from tests.provision.aims import a_cycle, a_target, say, target_facts

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
THEN = dt.datetime(2026, 11, 1, 9, tzinfo=dt.UTC)
CHANGED = "Changed since it was sent back"


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def by():
    return UserFactory()


def an_hour_on(hours: int) -> None:
    """What was written so far happened before: a test is one transaction, with one time."""
    for model in (CycleNote, CycleText, Target):
        rows = model.pgh_event_model.objects.filter(pgh_created_at__gt=THEN + dt.timedelta(days=9))
        rows.update(pgh_created_at=THEN + dt.timedelta(hours=hours))


def sent_back(school, by, **facts):
    """A plan that its checker has sent back."""
    child = PupilFactory(school=school, class_group=ClassGroupFactory(school=school))
    target = a_target(child, by=by, text="Reads 8 words.", **facts)
    cycle = a_cycle(child, by=by)
    an_hour_on(1)
    send_to_check(cycle=cycle, by=by)
    send_back(cycle=cycle, note="Which words?", by=by)
    an_hour_on(2)
    return child, target, cycle


def url_of(child, cycle):
    return f"/oakfield/children/{child.pk}/cycles/{cycle.pk}/"


def test_changed_words_are_marked_and_the_rest_is_left_out(school, by):
    child, target, cycle = sent_back(school, by)
    client = client_of(member(school))
    assert CHANGED not in text_of(client.get(url_of(child, cycle)))  # its writer has it
    say(cycle, "hard", "Guesses from the last letter.", by)
    facts = target_facts(text="Reads 8 <new> words.")
    version = version_of(target, TARGET_FIELDS)
    change_target(target=target, version=version, by=by, **facts)
    a_target(child, by=by, text="Writes its name.")
    send_to_check(cycle=cycle, by=by)
    page = client.get(url_of(child, cycle))
    found = page.context["changes"]
    assert found.note.text == "Which words?" and CHANGED in text_of(page)
    assert [line.label for line in found.lines] == ["What is hard", "Target", "Target"] or [
        line.label for line in found.lines
    ][1:] == ["Target", "Target"]
    hard, adapted, new = ([(s.mark, s.text.strip()) for s in line.spans] for line in found.lines)
    assert ("removed", "first") in hard and ("added", "last") in hard
    assert any(mark == "added" and "new" in text for mark, text in adapted)
    assert {mark for mark, _ in new} == {"added"}
    assert "LSA, 3 times a week" not in " ".join(
        span.text for line in found.lines for span in line.spans
    )
    asks = text_of(client.get("/oakfield/asks/"))
    assert "What changed since it was sent back" in asks


def test_nothing_changed_is_said(school, by):
    child, _, cycle = sent_back(school, by)
    send_to_check(cycle=cycle, by=by)
    page = text_of(client_of(member(school)).get(url_of(child, cycle)))
    assert CHANGED in page and "No word that you may read differs." in page


def test_words_that_were_for_few_stay_theirs(school, by):
    child, target, cycle = sent_back(school, by, sensitivity=3)
    say(cycle, "hard", "Now for all.", by, sensitivity=1)
    version = version_of(target, TARGET_FIELDS)
    change_target(target=target, version=version, by=by, **target_facts(text="Reads."))
    send_to_check(cycle=cycle, by=by)
    teacher = teacher_of(child.class_group)
    page = client_of(teacher).get(url_of(child, cycle))
    assert "Reads 8 words." not in page.text
    assert "Now for all." in page.text


def test_a_first_check_shows_none(school, by):
    child = PupilFactory(school=school)
    a_target(child, by=by)
    cycle = a_cycle(child, by=by)
    send_to_check(cycle=cycle, by=by)
    assert CHANGED not in text_of(client_of(member(school)).get(url_of(child, cycle)))
