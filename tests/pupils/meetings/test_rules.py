"""An agenda as people type it, and the clocks of a meeting."""

import datetime as dt

import pytest

from pupils.rules.meetings import agenda_of, agenda_text, ends_at, views_by, write_up_by

DAY = dt.date(2026, 12, 1)


@pytest.mark.parametrize(
    ("line", "item"),
    [
        ("What is going well, 10", ("What is going well", 10)),
        ("- What is going well 10 min", ("What is going well", 10)),
        ("• What is going well", ("What is going well", None)),
        ("What is going well | 5 minutes", ("What is going well", 5)),
        ("2026", ("2026", None)),
        ("10", ("10", None)),
    ],
    ids=["comma", "min", "bullet", "bar", "year", "number"],
)
def test_a_line(line, item):
    assert agenda_of(line) == [item]


def test_there_and_back_again():
    items = [("What is going well", 10), ("Next", None)]
    assert agenda_of(agenda_text(items)) == items


def test_empty_lines_are_nothing():
    assert agenda_of("\n \n-\n") == []


def test_too_long_says_which():
    with pytest.raises(ValueError, match="at most 150"):
        agenda_of("a" * 151)
    with pytest.raises(ValueError, match="At most 30"):
        agenda_of("\n".join(f"Item {chr(65 + n)}" for n in range(31)))


def test_days():
    assert write_up_by(DAY) == dt.date(2026, 12, 8)
    assert views_by(DAY, dt.date(2026, 11, 23)) == dt.date(2026, 11, 30)
    assert views_by(DAY, DAY) == DAY
    assert ends_at(dt.time(15, 30), 60) == dt.time(16, 30)
