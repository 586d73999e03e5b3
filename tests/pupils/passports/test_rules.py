"""Our own clocks, day by day; the names of lines; the room on a side; words compared."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aylsham.word_comparison import Mark, compare_words
from pupils.rules.lines import line_key
from pupils.rules.passports import Freshness, freshness, room
from pupils.selectors.passports.lines import PARTS

CONFIRMED = dt.date(2026, 9, 7)
WEEK, DAY = dt.timedelta(weeks=1), dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("today", "stands"),
    [
        (CONFIRMED, Freshness.FRESH),
        (CONFIRMED + 12 * WEEK - DAY, Freshness.FRESH),
        (CONFIRMED + 12 * WEEK, Freshness.AMBER),
        (CONFIRMED + 26 * WEEK, Freshness.AMBER),
        (CONFIRMED + 26 * WEEK + DAY, Freshness.RED),
    ],
)
def test_amber_after_twelve_weeks_and_red_after_twenty_six(today, stands):
    assert freshness(CONFIRMED, dt.date(2026, 1, 5), today) is stands


def test_no_wall_of_red_on_the_first_day():
    live_from = dt.date(2026, 11, 2)
    long_ago = dt.date(2024, 1, 8)
    assert freshness(long_ago, live_from, live_from) is Freshness.FRESH
    assert freshness(long_ago, live_from, live_from + 12 * WEEK) is Freshness.AMBER
    assert freshness(long_ago, None, live_from + 99 * WEEK) is Freshness.FRESH


@pytest.mark.parametrize(
    "name", ["", "hard.", "hard.1", "hard.4", "hard.22", "nothing", "helps", "helps.x", "new.1"]
)
def test_a_name_that_is_no_line(name):
    key = line_key(name, PARTS)
    assert key is None or str(key) == name.rstrip(".")


@pytest.mark.parametrize(
    "name", ["hard", "hard.2", "hard.3", "helps." + "0" * 8 + "-0000" * 3 + "-" + "0" * 12]
)
def test_a_line_has_one_name(name):
    assert str(line_key(name, PARTS)) == name


def test_room_counts_headings_and_lines_and_says_when_it_is_too_much():
    assert room([["A line"], [], [""]]).used == 6 + 3
    assert "Room for about" in room([["A line"]]).words
    full = room([["word " * 900]])
    named = room([["word"], ["word " * 900]], ["My aims", "What helps"])
    assert named.words.endswith("shorten “What helps”")
    assert full.percent > 100
    assert "too long for one side" in full.words


def test_changed_words_are_marked_and_spaces_are_not():
    spans = [(s.mark, s.text) for s in compare_words("by the door", "by  the window, please")]
    assert spans == [
        (Mark.SAME, "by  the "),
        (Mark.REMOVED, "door"),
        (Mark.ADDED, "window, please"),
    ]


@given(st.text(alphabet="ab .\n’", max_size=40), st.text(alphabet="ab .\n’", max_size=40))
def test_without_what_was_removed_it_is_the_text_after(before, after):
    spans = compare_words(before, after)
    assert "".join(s.text for s in spans if s.mark is not Mark.REMOVED) == after
