"""Nobody works a count of one to four out of a random school's reports on two terms."""

from dataclasses import fields

import pytest

from aylsham.suppression.counts import Counts, Protected
from reports.governor import groups, linking
from reports.governor.linking import System
from reports.governor.record import Record
from reports.governor.report import Report
from tests.reports.attack.publishing import GOVERNORS, PUBLIC, attacked, publish
from tests.reports.attack.schools import random_school

ORDER = tuple((place, audience) for place in (2, 3) for audience in (PUBLIC, GOVERNORS))


@pytest.mark.parametrize("seed", range(100, 116))
def test_no_small_count_follows_from_the_reports_on_two_terms(seed):
    out = publish(random_school(seed), ORDER)
    assert attacked(out, PUBLIC) == []
    assert attacked(out, GOVERNORS) == []


def test_no_small_count_follows_when_the_earlier_term_is_published_later():
    for seed in range(100, 104):
        out = publish(random_school(seed), ORDER[2:] + ORDER[:2])
        assert attacked(out, GOVERNORS) == []


def test_the_attack_follows_year_groups_from_one_term_to_the_next(monkeypatch):
    """A planted fault: nobody who came or went is guarded."""
    monkeypatch.setattr(linking, "is_guarded", lambda name, count: False)
    found = (attacked(publish(random_school(n), ORDER), GOVERNORS) for n in range(100, 116))
    names = next(filter(None, found))
    assert all(name.endswith(("come", "gone")) for name in names)


def without_secondary_cells(found: System) -> Protected:
    """A planted fault: only what is small itself is hidden."""
    counts: Counts = found.counts
    small = {n for n in counts.values.keys() - counts.open if counts.values[n] < 5}
    return Protected(counts.values, frozenset(small | counts.never_shown | counts.derived))


def test_the_attack_finds_small_counts_where_only_they_are_hidden():
    found = (
        attacked(publish(random_school(n), ORDER, without_secondary_cells), PUBLIC)
        for n in range(100, 106)
    )
    assert any(found)


def test_the_attack_follows_groups_from_one_school_year_to_the_next(monkeypatch):
    """A planted fault: who came or went in a group is not tied to what is printed of it."""
    monkeypatch.setattr(groups, "_sums_since", lambda counts, before: ())
    found = (attacked(publish(random_school(n), ORDER), GOVERNORS) for n in range(100, 116))
    names = next(filter(None, found))
    assert all(": " in name and name.endswith(("come", "gone")) for name in names)


def test_the_attack_reads_groups_and_how_children_are_supported():
    """A planted fault: only what is small itself is hidden, so the last of a kind follows."""
    found: set[str] = set()
    for seed in (101, 107):
        out = publish(random_school(seed), ORDER, without_secondary_cells)
        found |= set(attacked(out, PUBLIC))
    kinds = {name.split(" ", 1)[1].split(":")[0] for name in found}
    assert {"Ethnicity", "met", "passport"} <= kinds


#: Fields of a report that print counts of children, which the attack reads.
READ = {"roll", "register", "levels", "trend", "years", "areas", "needs", "promises", "coming"}
READ |= {"changes", "support", "groups"}
#: Fields that print none, or none that the fields above do not hold already.
NOT_READ = {
    "owner": "a name", "is_federation": "what it is of", "phase": "of the school",
    "term": "a name", "term_code": "a name", "day": "a day", "is_term_over": "of the term",
    "audience": "who reads it", "known_from": "a day", "groups_elsewhere": "the name of a term",
    "national": "England’s figures",
    "register_percent": "worked out from register and roll",
    "attendance": "averages of ten children or more, tied to which counts are shown",
    "schools": "the counts of the schools’ own reports: tests of published figures",
    "said": "sentences made from the fields above, and from the record: see RECORD",
    "tables": "rows made from the fields above, and from the record: see RECORD",
    "questions": "made from the fields above",
}  # fmt: skip
#: What the record says besides, and why no small count of children follows from it.
RECORD = {
    "given": "minutes of adults, each line with five people or more behind it",
    "worked": "children tested twice, five or more a line: guarded by `tested` across terms",
    "tested": "see worked",
    "spent": "pence by source, each with five children or more behind it",
    "trained": "trainings of all staff, or of five adults or more",
    "planned_training": "trainings planned for all staff",
    "access": "actions of the accessibility plan",
    "care": "sentences of the published report on children in care, safe where they were written",
    "sampled": "three plans by lot out of ten or more, with nothing that leads to a child",
    "found": "what was found in five plans or more: in more than half, or not",
    "voices": "words for shares of ten answers or more without names, few and most told alike",
    "aims": "objectives and their steps; words in which a child may be named are left out",
}


def test_each_published_field_is_attacked_or_counts_no_children():
    assert {each.name for each in fields(Report)} == READ | NOT_READ.keys()
    assert not READ & NOT_READ.keys()
    assert {each.name for each in fields(Record)} == RECORD.keys()
