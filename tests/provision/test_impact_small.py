"""Figures of interventions for whoever does not see every child: one to four look like nobody."""

import uuid
from types import SimpleNamespace

import pytest

from provision.selectors.impact import runs

OURS, SISTER = uuid.UUID(int=1), uuid.UUID(int=2)


def had(item, school, number):
    """Runs of so many children; only what the selection reads of them."""
    return [
        SimpleNamespace(item=item, school_id=school, pupil_id=(school, n), name=item)
        for n in range(number)
    ]


def printed(found):
    """What the page counts: children of each intervention, and of each school in it."""
    lines = {}
    for run in found:
        lines.setdefault(run.item, {}).setdefault(run.school_id, set()).add(run.pupil_id)
    return {
        item: {school: len(children) for school, children in schools.items()}
        for item, schools in lines.items()
    }


def differs(school, item, number):
    """Whether so many children can be told from none, beside twelve of another intervention."""
    many = [*had("talk", OURS, 12), *had("lego", SISTER, 6)]
    return printed(runs.of_enough([*many, *had(item, school, number)])) != printed(
        runs.of_enough(many)
    )


@pytest.mark.parametrize("number", range(1, 5))
@pytest.mark.parametrize(("school", "item"), [(OURS, "new"), (SISTER, "talk"), (OURS, "lego")])
def test_one_to_four_children_look_like_none(school, item, number):
    assert not differs(school, item, number)
    assert differs(school, item, 5)


def test_a_child_who_had_it_twice_is_one():
    assert runs.of_enough(had("talk", OURS, 4) * 2) == []


def test_the_attack_finds_a_sister_school_that_only_the_sum_hides(monkeypatch):
    """As it was: five children of all schools together were enough."""
    monkeypatch.setattr(runs, "_at", lambda run: run.item)
    assert differs(SISTER, "talk", 2)
