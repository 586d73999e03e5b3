"""Nobody works a count of one to four out of a random school's reports on two terms."""

import pytest

from aylsham.suppression.counts import Counts, Protected
from reports.governor import linking
from reports.governor.linking import System
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
