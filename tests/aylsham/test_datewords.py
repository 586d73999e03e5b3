"""Dates as people at a school write and read them."""

from datetime import date

import pytest

from aylsham.datewords import day_words, full_day_words, parse_day

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("3 Sep 2018", date(2018, 9, 3)),
        ("3 September 2018", date(2018, 9, 3)),
        ("3rd of September, 2018", date(2018, 9, 3)),
        ("Mon 3 Sept 2018", date(2018, 9, 3)),
        ("03/09/2018", date(2018, 9, 3)),
        ("3.9.18", date(2018, 9, 3)),
        ("3-9-2018", date(2018, 9, 3)),
        ("3 9 2018", date(2018, 9, 3)),
        ("3-Sep-18", date(2018, 9, 3)),
        ("2018-09-03", date(2018, 9, 3)),
        ("2018-09-03 00:00:00", date(2018, 9, 3)),
        ("  3  sep  2018 ", date(2018, 9, 3)),
        ("1/2/35", date(2035, 2, 1)),
        ("1/2/37", date(1937, 2, 1)),
        ("20 Nov", date(2026, 11, 20)),
        ("12 Jan", date(2027, 1, 12)),
    ],
)
def test_every_usual_form_is_read(written, meant):
    assert parse_day(written, today=TODAY) == meant


@pytest.mark.parametrize("written", ["", "soon", "3 Foo 2018", "2018", "3/9", "33", "1/2/3/4"])
def test_what_is_no_date_asks_for_one(written):
    with pytest.raises(ValueError, match="Write the date like"):
        parse_day(written, today=TODAY)


@pytest.mark.parametrize(
    "written", ["31/02/2018", "2018-13-01", "29 Feb 2027", "29 Feb", "0/1/2020"]
)
def test_a_date_that_does_not_exist_says_so(written):
    with pytest.raises(ValueError, match="does not exist"):
        parse_day(written, today=TODAY)


def test_this_year_goes_without_saying():
    assert day_words(date(2026, 11, 20), today=TODAY) == "Fri 20 Nov"
    assert day_words(date(2027, 1, 4), today=TODAY) == "Mon 4 Jan 2027"
    assert full_day_words(date(2018, 9, 3)) == "3 September 2018"
