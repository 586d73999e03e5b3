"""Marks of half days from a register: counted into weeks, a slip in one holds the week back."""

import pytest

from lac.models import WatchTask
from pupils.importing.care_lists import read_list
from pupils.importing.register_codes import ATTENDED, CODES, MISSED, NOT_ASKED
from pupils.importing.weeks import WEEKS
from tests.factories import TODAY
from tests.lac.test_import_weeks import (  # noqa: F401 (fixtures)
    BEFORE,
    LAST,
    child,
    found,
    kept,
    other,
    said,
    school,
    teacher,
    upload,
    write,
)
from tests.pupils.importing.makers import csv_bytes, upn, xlsx_bytes

WHO = {"UPN": upn(1), "Name": "Burton, Josephine"}
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri")
GRID = tuple(f"{day} {half}" for day in DAYS for half in ("AM", "PM"))


def read(rows, **options):
    return read_list(csv_bytes(rows), WEEKS, today=TODAY, **options)


def by_half_day(marks, who=WHO, monday=16):
    """A row for each half day of a week in November, from a mark for each."""
    return [
        who
        | {
            "Date": f"{monday + place // 2:02}/11/2026",
            "Session": "AM" if place % 2 == 0 else "PM",
            "Mark": mark,
        }
        for place, mark in enumerate(marks)
    ]


def by_day(marks, who=WHO, monday=16):
    """A row for each day."""
    return [
        who | {"Date": f"{monday + place:02}/11/2026", "AM": marks[2 * place], "PM": marks[2 * place + 1]}
        for place in range(len(marks) // 2)
    ]  # fmt: skip


def by_week(marks, who=WHO, monday=16):
    """One row."""
    week = {"Week beginning": f"{monday:02}/11/2026"}
    return [who | week | dict(zip(GRID, marks, strict=True))]


SHAPES = [by_half_day, by_day, by_week]
#: Present, late, ill twice, on a visit, nobody knows why: 8 of 10.
MARKS = ("/", "\\", "L", "\\", "I", "I", "V", "V", "/", "\\")


@pytest.mark.parametrize("shape", SHAPES)
class TestShapes:
    def test_a_week_is_counted(self, shape):
        assert said(read(shape(MARKS))) == [(LAST, 10, 8)]

    def test_two_weeks_of_two_children(self, shape):
        second = {"UPN": upn(2), "Name": "Foster, John"}
        rows = [*shape(MARKS), *shape("/" * 10, second), *shape("N" * 10, WHO, 9)]
        assert sorted(said(read(rows))) == [(BEFORE, 10, 0), (LAST, 10, 8), (LAST, 10, 10)]

    def test_what_was_not_asked_for_is_not_possible(self, shape):
        assert said(read(shape((*"##DXYZ", "Y1", "Q", "/", "O")[:3] + MARKS[3:]))) == [(LAST, 7, 5)]

    def test_a_slip_holds_the_whole_week_back(self, shape):
        parsed = read([*shape(("/", "?", *MARKS[2:])), *shape(MARKS, WHO, 9)])
        assert said(parsed) == [(BEFORE, 10, 8)]
        assert [f.problem for f in parsed.faults] == ["unknown mark"]
        assert parsed.warnings == ()
        assert parsed.names[parsed.faults[0].row] == "Burton, Josephine"

    def test_half_days_without_a_mark_are_not_counted_and_that_is_said(self, shape):
        parsed = read(shape((*MARKS[:8], "-", "")))
        assert said(parsed) == [(LAST, 8, 6)]
        [warning] = parsed.warnings
        assert (warning.problem, warning.advice[:1]) == ("half days without a mark", "2")

    def test_nothing_of_an_other_child_is_in_what_was_read(self, shape):
        second = {"UPN": upn(2), "Name": "Secret, Sally"}
        parsed = read([*shape(MARKS), *shape("?" * 10, second)], is_other=lambda w: w.upn == upn(2))
        assert said(parsed) == [(LAST, 10, 8)]
        assert "Secret" not in repr(parsed)
        assert upn(2) not in repr(parsed)


class TestFaults:
    def test_the_same_half_day_twice(self):
        rows = [*by_half_day(MARKS), by_half_day("I")[0]]
        parsed = read(rows)
        assert said(parsed) == []
        assert found(parsed) == [(12, "Mark", "same half day again")]
        assert said(read(rows, left_out=[12])) == [(LAST, 10, 8)]

    def test_a_slip_in_a_day_holds_every_week_of_the_child_back(self):
        rows = [*by_day(MARKS), *by_day(MARKS, WHO, 9)]
        rows[0]["Date"] = "16/13/2026"
        parsed = read(rows)
        assert said(parsed) == []
        assert found(parsed) == [(2, "Date", "not a date")]
        fixed = read(rows, corrections={(2, "Date"): "16/11/2026"})
        assert said(fixed) == [(LAST, 10, 8), (BEFORE, 10, 8)]

    def test_a_slip_in_the_upn_of_one_row_is_a_slip_of_that_child(self):
        rows = by_day(MARKS)
        rows[2] |= {"UPN": "A926299923001"}
        parsed = read(rows)
        assert said(parsed) == []
        assert [f.row for f in parsed.faults] == [4]

    @pytest.mark.parametrize(
        ("change", "fault"),
        [
            ({"Date": "21/11/2026"}, "no school day"),
            ({"Date": "30/11/2026"}, "in the future"),
            ({"Session": "evening"}, "neither morning nor afternoon"),
            ({"Session": ""}, "missing"),
        ],
    )
    def test_of_a_row(self, change, fault):
        rows = by_half_day(MARKS)
        rows[4] |= change
        assert [f.problem for f in read(rows).faults] == [fault]

    def test_marks_that_say_no_half(self):
        rows = [{k: v for k, v in row.items() if k != "Session"} for row in by_half_day(MARKS)]
        assert found(read(rows)) == [(1, "half of the day", "no such column")]

    def test_columns_of_several_days_with_one_heading_are_not_taken_for_one_day(self):
        text = f'UPN,Name,Date,AM,AM\n{upn(1)},"Burton, Josephine",16/11/2026,/,/\n'
        parsed = read_list(text.encode(), WEEKS, today=TODAY)
        assert parsed.rows == ()
        assert [f.problem for f in parsed.faults] == ["several columns of marks"]

    def test_counts_go_before_marks(self):
        row = {"Week beginning": "16/11/2026", "Possible": "10", "Attended": "9", "Mark": "I"}
        assert said(read([WHO | row])) == [(LAST, 10, 9)]


def test_days_over_their_halves_and_a_workbook():
    above = [["", "", "", *(cell for day in DAYS for cell in (day, ""))]]
    headings = ["UPN", "Name", "Week beginning"]
    lines = [",".join(above[0]), ",".join([*headings, *("AM", "PM") * 5])]
    lines.append(f'{upn(1)},"Burton, Josephine",16/11/2026,' + ",".join(MARKS))
    assert said(read_list("\r\n".join(lines).encode(), WEEKS, today=TODAY)) == [(LAST, 10, 8)]
    book = xlsx_bytes(by_half_day(MARKS))
    assert said(read_list(book, WEEKS, today=TODAY)) == [(LAST, 10, 8)]


@pytest.mark.parametrize(
    ("meaning", "codes"),
    [
        (ATTENDED, ("/", "\\", "L", "B", "K", "P", "V", "W")),
        (MISSED, ("C", "C1", "C2", "E", "I", "J1", "M", "R", "S", "T", "G", "N", "O", "U")),
        (NOT_ASKED, ("D", "X", "Q", "Y1", "Y2", "Y3", "Y4", "Y5", "Y6", "Y7", "Z", "#")),
    ],
)
def test_what_each_code_of_the_register_says(meaning, codes):
    assert {CODES[code] for code in codes} == {meaning}


def test_written_with_counts_and_the_rules_look(school, child, other, teacher):  # noqa: F811
    low = "/\\/\\IIIIII"
    secret = {"UPN": upn(2), "Name": "Secret, Sally"}
    rows = [*by_half_day(low), *by_half_day(low, WHO, 9), *by_half_day("/" * 10, secret)]
    ready = upload(school, rows, teacher)
    assert (ready.counts["rows"], ready.counts["new"], ready.counts["others"]) == (2, 2, 10)
    write(ready, teacher)
    assert kept() == [(BEFORE, 10, 4), (LAST, 10, 4)]
    assert WatchTask.objects.get(pupil=child).rule == "attendance"
