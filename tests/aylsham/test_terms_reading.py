"""Term dates as councils and schools publish them."""

from datetime import date

import pytest

from aylsham.terms.reading import read_calendar

NORFOLK = """
Term dates 2026 to 2027
Autumn term 2026
Starts: Thursday 3 September
Half-term: Monday 26 October to Friday 30 October
Ends: Friday 18 December

Spring term 2027
Starts: Tuesday 5 January
Half-term: Monday 15 February to Friday 19 February
Ends: Thursday 25 March

Summer term 2027
Starts: Monday 12 April
May Day bank holiday: Monday 3 May
Half-term: Monday 31 May to Friday 4 June
Ends: Wednesday 21 July
INSET days: 3 and 4 September, 2 November 2026, 5 January and 7 June 2027
"""
ONE_LINE_EACH = """
Autumn term: Thursday 3 September 2026 to Friday 18 December 2026
Half term: 24th October - 1st November
Christmas holiday: 19 December to 4 January
Spring Term 05/01/2027 – 25/03/2027
Summer term 2027-04-12 until 2027-07-21
Closed for polling: Thursday 6 May 2027
"""
A_TABLE = "Autumn\t03/09/2026\t18/12/2026\nSpring\t05/01/27\t25/03/27\nSummer\t12/04/27\t21/07/27"
SIX_TERMS = """
2026/27
Term 1: 3 Sept - 23 Oct
Term 2: 2 Nov - 18 Dec
Term 3: 5 Jan - 12 Feb
Term 4: 22 Feb - 25 March
Term 5: 12 April - 28 May
Term 6: 7 June - 21 July
"""
TERMS = [
    ("autumn", "2026-09-03", "2026-12-18"),
    ("spring", "2027-01-05", "2027-03-25"),
    ("summer", "2027-04-12", "2027-07-21"),
]


def read(text: str, year: int = 2026):
    return read_calendar(text, academic_year=year)


def terms(found) -> list[tuple]:
    return [(t.name, t.starts_on.isoformat(), t.ends_on.isoformat()) for t in found.terms]


def closed(found, kind: str) -> list[tuple]:
    return [
        (c.starts_on.isoformat(), c.ends_on.isoformat()) for c in found.closures if c.kind == kind
    ]


@pytest.mark.parametrize("text", [NORFOLK, ONE_LINE_EACH, A_TABLE, SIX_TERMS])
def test_every_way_gives_the_same_terms(text):
    found = read(text)
    assert terms(found) == TERMS
    assert {term.academic_year for term in found.terms} == {2026}
    assert found.problems == ()


def test_half_terms_and_inset_days():
    found = read(NORFOLK)
    assert closed(found, "half_term") == [
        ("2026-10-26", "2026-10-30"),
        ("2027-02-15", "2027-02-19"),
        ("2027-05-31", "2027-06-04"),
    ]
    assert closed(found, "inset") == [
        ("2026-09-03", "2026-09-03"),
        ("2026-09-04", "2026-09-04"),
        ("2026-11-02", "2026-11-02"),
        ("2027-01-05", "2027-01-05"),
        ("2027-06-07", "2027-06-07"),
    ]
    assert found.left_out == ("May Day bank holiday: Monday 3 May",)


def test_a_range_without_years_and_a_closure_with_its_reason():
    found = read(ONE_LINE_EACH)
    assert closed(found, "half_term") == [("2026-10-24", "2026-11-01")]
    assert closed(found, "closure") == [("2027-05-06", "2027-05-06")]
    assert [c.note for c in found.closures if c.kind == "closure"] == ["Closed for polling"]
    assert found.left_out == ("Christmas holiday: 19 December to 4 January",)


def test_what_lies_between_short_terms_is_half_term():
    assert closed(read(SIX_TERMS), "half_term") == [
        ("2026-10-24", "2026-11-01"),
        ("2027-02-13", "2027-02-21"),
        ("2027-05-29", "2027-06-06"),
    ]


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("Autumn term: 31 September 2026 to 18 December 2026", "does not exist"),
        ("Autumn term: 18 December 2026 to 3 September 2026", "comes before"),
        ("4 September 2026", "Say what it is"),
        ("Autumn term: 3 September 2026", "first and the last day"),
        ("Spring week 3", "No date"),
        (
            "Spring term: Tues 4 January to Thursday 25 March",
            "4 January 2027 is a Monday, not a Tuesday: check the year.",
        ),
        ("INSET: Monday 2 and Wednesday 3 November", "3 November 2026 is a Tuesday, not a Wed"),
        ("Half-term: Mon 26 October to Fri 31 October", "31 October 2026 is a Saturday"),
        ("Autumn term: Thursday 03/09/2026 to Thursday 18/12/2026", "is a Friday"),
        ("Closed: Wednesday 2027-05-06", "6 May 2027 is a Thursday"),
    ],
)
def test_what_cannot_be_read_is_said(line, what):
    problems = read(line).problems
    assert [problem.line for problem in problems] == ([] if line == "Spring week 3" else [1])
    assert all(what in problem.what for problem in problems)


@pytest.mark.parametrize(
    "line",
    [
        "INSET: Monday 2nd and Tuesday the 3rd of November",
        "Closed Mon–Fri 2–6 November",
        "Closed: Thurs 06/05/2027",
        "Half-term: Mon. 26 October - Fri. 30 October",
    ],
)
def test_weekdays_that_fit(line):
    assert read(line).problems == ()


def test_a_start_without_an_end():
    (problem,) = read("Autumn term\nStarts: 3 September 2026").problems
    assert problem.what == "The last day of the autumn term is missing."


def test_the_year_is_the_one_that_was_chosen():
    found = read("Autumn term: 2 September to 17 December", year=2027)
    assert found.terms[0].starts_on == date(2027, 9, 2)


@pytest.mark.parametrize("text", ["", "\n\n", "Term dates", "Please see our website."])
def test_nothing_in_nothing_out(text):
    found = read(text)
    assert (found.terms, found.closures, found.problems) == ((), (), ())
