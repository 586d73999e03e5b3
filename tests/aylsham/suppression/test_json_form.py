"""Tables as JSON: protected, attacked, and refused where they do not hold together."""

import copy

import pytest

from aylsham.suppression.attack import given_away
from aylsham.suppression.json_form import published, read
from aylsham.suppression.tables import BadTable

YEARS = {
    "name": "years",
    "rows": ["Year 3", "Year 4", "All"],
    "columns": ["SEN support", "EHC plan", "Both"],
    "total_row": "All",
    "total_column": "Both",
    "cells": [[7, 2, 9], [6, 5, 11], [13, 7, 20]],
}


def tables(**more):
    return {"format": "aylsham-tables-1", "tables": [copy.deepcopy(YEARS)], **more}


def test_a_small_cell_takes_a_square_with_it():
    cells = published(read(tables()))["tables"][0]["cells"]
    assert cells == [[None, None, 9], [None, None, 11], [13, 7, 20]]


def test_nothing_follows_from_what_is_published_and_a_planted_cell_is_found():
    out = published(read(tables()))
    assert given_away(out) == []
    out["tables"][0]["cells"][0][0] = 7
    assert [each.name for each in given_away(out)] == ["years/Year 3/EHC plan"]


def test_inside_the_school_nothing_is_hidden():
    assert published(read(tables(audience="inside")))["tables"][0]["cells"] == YEARS["cells"]


def test_what_is_shown_is_rounded_as_the_settings_say():
    out = published(read(tables(settings={"round_to": 5})))
    assert out["tables"][0]["cells"] == [[None, None, 10], [None, None, 10], [15, 5, 20]]
    assert given_away(out) == []


def test_few_is_told_apart_only_where_each_can_be_nobody():
    alone = {"format": "aylsham-tables-1", "settings": {"tells_few": True}}
    assert published(read({**alone, "cells": {"a": 3, "b": 0, "c": 9}}))["few"] == ["a", "b"]
    tied = {"cells": {"a": 4, "b": 4, "all": 8}, "sums": [{"whole": "all", "parts": ["a", "b"]}]}
    assert published(read({**alone, **tied}))["few"] == []


def test_a_figure_that_moved_by_one_is_hidden_and_does_not_follow():
    data = {
        "format": "aylsham-tables-1",
        "cells": {"a": 12, "b": 20, "c": 30, "all": 62},
        "sums": [{"whole": "all", "parts": ["a", "b", "c"]}],
        "published": [{"cell": "a", "value": 11}],
    }
    cells = published(read(data))["cells"]
    assert cells["a"] is None
    assert list(cells.values()).count(None) == 2


def test_zeros_may_be_shown():
    data = {"format": "aylsham-tables-1", "cells": {"a": 0, "b": 3}}
    assert published(read({**data, "settings": {"shows_zero": True}}))["cells"] == {
        "a": 0,
        "b": None,
    }


@pytest.mark.parametrize(
    "change",
    [
        {"format": "other"},
        {"cells": {"a": -1}},
        {"sums": [{"whole": "nothing", "parts": []}]},
        {"settings": {"treshold": 5}},
        {"cells": {"a": 1, "b": 2}, "sums": [{"whole": "a", "parts": ["b"]}]},
    ],
)
def test_what_does_not_hold_together_is_refused(change):
    with pytest.raises(BadTable):
        read(tables() | change)
