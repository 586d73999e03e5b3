"""Targets reviewed together: rows on their own, the asker's children alone, as quick for thirty."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from aylsham.changes import version_of
from provision.models import CycleTarget
from provision.services.cycles import REVIEW_FIELDS, review_target
from tests.factories import (
    TODAY,
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    UserFactory,
    member,
    teacher_of,
)
from tests.pages import client_of, text_of
from tests.provision.aims import a_cycle, a_target, running

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def group():
    return ClassGroupFactory(school=SchoolFactory(slug="oakfield"))


@pytest.fixture
def teacher(group):
    return teacher_of(group)


@pytest.fixture
def client(teacher):
    return client_of(teacher)


@pytest.fixture
def path(group):
    return reverse("cycles_review", args=[group.school.slug])


def in_class(group, **facts):
    return PupilFactory(school=group.school, class_group=group, on_register=True, **facts)


def row(part, **facts) -> dict:
    """What a browser sends of one row."""
    said = {
        "score": "",
        "evidence": "",
        "next_step": "",
        "version": version_of(part, REVIEW_FIELDS),
    }
    return {f"r{part.pk.hex}-{name}": value for name, value in (said | facts).items()}


def test_filled_rows_are_saved_and_untouched_ones_left(client, group, path):
    for _ in range(2):
        running(in_class(group))
    one, other = CycleTarget.objects.all()
    sent = row(one, score="1", next_step="keep", evidence="9 of 10") | row(other)
    assert client.post(path, sent).url == path
    one.refresh_from_db()
    other.refresh_from_db()
    assert (one.score, one.evidence, one.reviewed_on, other.score) == (1, "9 of 10", TODAY, None)
    before = one.reviewed_by
    client.post(path, row(one, score="1", next_step="keep", evidence="9 of 10"))
    one.refresh_from_db()
    assert one.reviewed_by == before


def test_a_row_that_does_not_fit_says_why_and_keeps_no_other_back(client, group, path):
    for _ in range(3):
        running(in_class(group))
    good, half, stale = CycleTarget.objects.all()
    old = version_of(stale, REVIEW_FIELDS)
    stale.cycle.pupil.school = group.school
    facts = {"score": -1, "evidence": "", "next_step": "adapt"}
    review_target(part=stale, version=old, on=TODAY, by=UserFactory(), **facts)
    sent = row(good, score="0", next_step="met") | row(half, score="2")
    page = text_of(client.post(path, sent | row(stale, score="2", next_step="met", version=old)))
    assert "Say what becomes of it." in page
    assert "Somebody else changed this" in page
    assert "All other rows are saved." in page
    scores = [CycleTarget.objects.get(pk=p.pk).score for p in (good, half, stale)]
    assert scores == [0, None, -1]


def test_only_what_the_asker_may_review_stands_there(client, group, path):
    child = in_class(group)
    a_target(child, text="Tells somebody at home.", sensitivity=2)
    running(child)
    a_target(child, text="Asks for help.", measure="times", out_of=None)
    elsewhere = PupilFactory(school=group.school, on_register=True, last_name="Elsewhere")
    running(elsewhere)
    waiting = in_class(group, last_name="Waiting")
    a_target(waiting)
    a_cycle(waiting)
    page = text_of(client.get(path))
    assert "Asks for help." in page
    for words in ("somebody at home", "Elsewhere", "Waiting"):
        assert words not in page
    theirs = CycleTarget.objects.get(cycle__pupil=elsewhere)
    client.post(path, row(theirs, score="2", next_step="met"))
    theirs.refresh_from_db()
    assert theirs.score is None


def test_asks_as_often_for_thirty_as_for_three(group, path):
    client = client_of(member(group.school))

    def statements() -> int:
        client.get(path)
        with CaptureQueriesContext(connection) as seen:
            assert client.get(path).status_code == 200
        return len(seen)

    running(in_class(group))
    few = statements()
    for _ in range(9):
        running(in_class(group))
    assert statements() == few <= 13


def test_a_row_is_saved_while_one_goes_on_to_the_next(client, group, path):
    for _ in range(2):
        running(in_class(group))
    one, other = CycleTarget.objects.all()

    def send(part, **facts):
        told = row(part, **facts) | {"row": part.pk.hex}
        return client.post(path, told, headers={"HX-Request": "true"})

    assert "Not saved yet" in text_of(send(one, score="1"))
    one.refresh_from_db()
    assert one.score is None
    answer = send(one, score="1", next_step="keep")
    one.refresh_from_db()
    other.refresh_from_db()
    assert (one.score, one.next_step, other.score) == (1, "keep", None)
    assert "Saved" in text_of(answer) and version_of(one, REVIEW_FIELDS) in answer.text
    nonsense = client.post(path, {"row": "0" * 32}, headers={"HX-Request": "true"})
    assert nonsense.status_code == 404


def test_a_row_that_somebody_else_changed_is_not_written_over_by_typing_on(client, group, path):
    running(in_class(group))
    part = CycleTarget.objects.get()
    old = version_of(part, REVIEW_FIELDS)
    part.cycle.pupil.school = group.school
    facts = {"score": -1, "evidence": "", "next_step": "adapt"}
    review_target(part=part, version=old, on=TODAY, by=UserFactory(), **facts)
    sent = row(part, score="2", next_step="met", version=old) | {"row": part.pk.hex}
    for _ in range(2):  # the answer does not hand out the newer version
        answer = client.post(path, sent, headers={"HX-Request": "true"})
        assert "The record now says" in text_of(answer) and f'value="{old}"' in answer.text
    part.refresh_from_db()
    assert part.score == -1


def test_a_long_grid_begins_with_its_first_class(group, path, monkeypatch):
    monkeypatch.setattr("provision.forms.review_grid.MOST_AT_ONCE", 3)
    sendco = client_of(member(group.school))
    other = ClassGroupFactory(school=group.school, name="Zebra")
    running(in_class(group, last_name="Firstclass"))
    running(in_class(other, last_name="Secondclass"))
    running(PupilFactory(school=group.school, on_register=True, last_name="Noclass"))
    assert "Secondclass" in text_of(sendco.get(path))  # three rows are no long grid
    running(in_class(group, last_name="Firstagain"))
    page = text_of(sendco.get(path))
    assert "Firstclass" in page and "Firstagain" in page
    assert "Secondclass" not in page and "Noclass" not in page
    assert "Noclass" in text_of(sendco.get(path, {"group": "none"}))
    second = text_of(sendco.get(path, {"group": str(other.pk)}))
    assert "Secondclass" in second and "Firstclass" not in second
    everybody = text_of(sendco.get(path, {"group": "all"}))
    for name in ("Firstclass", "Secondclass", "Noclass"):
        assert name in everybody


def test_rows_of_a_chosen_class_are_saved_there(group, path, monkeypatch):
    monkeypatch.setattr("provision.forms.review_grid.MOST_AT_ONCE", 1)
    sendco = client_of(member(group.school))
    other = ClassGroupFactory(school=group.school, name="Zebra")
    running(in_class(group))
    running(in_class(other))
    part = CycleTarget.objects.get(cycle__pupil__class_group=other)
    there = f"{path}?group={other.pk}"
    assert sendco.post(there, row(part, score="1", next_step="keep")).url == there
    part.refresh_from_db()
    assert part.score == 1
