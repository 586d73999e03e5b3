"""Sessions to scale, initials apart, a day in order: plain arithmetic."""

from dataclasses import dataclass

from staff.rules.day_order import in_order, now_and_next
from staff.rules.initials import initials_of
from staff.rules.week_grid import lanes_of, week_grid


@dataclass(frozen=True)
class At:
    starts: int
    ends: int


def test_what_overlaps_stands_side_by_side_and_what_follows_below():
    one, two, three = At(540, 570), At(555, 600), At(570, 600)
    assert lanes_of([three, one, two]) == [[one, three], [two]]
    assert lanes_of([]) == [[]]


def test_each_row_has_a_field_for_each_lane_and_no_session_is_cut():
    days = [[At(545, 565), At(600, 645)], [], [At(540, 600), At(550, 575)]]
    grid = week_grid(days)
    assert grid.lanes == (1, 1, 2)
    assert [row.clock for row in grid.rows] == [
        "9:00", "9:05", "9:10", "9:25", "9:35", "10:00"
    ]  # fmt: skip
    covered = [cell for row in grid.rows for cell in row.cells]
    assert sum(cell.rows for cell in covered) == len(grid.rows) * sum(grid.lanes)
    by_row = {row.starts: row.cells for row in grid.rows}
    assert [(c.item, c.rows) for c in by_row[545]] == [(At(545, 565), 2)]
    spans = {cell.item: cell.rows for cell in covered if cell.item}
    minutes = {row.starts: row.minutes for row in grid.rows}
    for item, rows in spans.items():
        inside = [m for start, m in minutes.items() if item.starts <= start < item.ends]
        assert len(inside) == rows and sum(inside) == item.ends - item.starts


def test_an_empty_week_has_no_rows():
    assert week_grid([[], []]).rows == ()


def test_a_full_hour_is_twelve_units_and_a_moment_is_one():
    grid = week_grid([[At(540, 541), At(600, 720)]])
    assert [row.units for row in grid.rows] == [1, 12, 12, 12]


def test_initials_of_two_children_never_are_alike():
    told = initials_of(
        [(1, "Mary", "Smith"), (2, "Ada", "Burns"), (3, "Mina", "Shah"), (4, "Mabel", "Stone")]
    )
    assert told[2] == "AB"
    assert len(set(told.values())) == 4
    assert {told[1], told[4]} == {"MaS", "MaS2"} and told[3] == "MiS"


def test_now_is_what_runs_and_next_is_what_begins_first():
    lines = in_order([At(600, 630), At(540, 570), At(600, 615)])
    assert lines == [At(540, 570), At(600, 615), At(600, 630)]
    assert now_and_next(lines, 539) == ([], [At(540, 570)])
    assert now_and_next(lines, 540) == ([At(540, 570)], lines[1:])
    assert now_and_next(lines, 570) == ([], lines[1:])
    assert now_and_next(lines, 629) == ([At(600, 630)], [])
    assert now_and_next(lines, 630) == ([], [])
