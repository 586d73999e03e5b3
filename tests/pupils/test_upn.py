"""UPNs: the worked cases, temporary numbers and what is wrong with the others."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pupils import upn
from tests.cases import DATA

CASES = json.loads((DATA / "upn_cases.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["upn"] for case in CASES])
def test_case(case):
    found = upn.explain(case["upn"])
    assert found.valid is case["valid"]
    assert upn.is_valid(case["upn"]) is case["valid"]
    for key in ("total", "remainder"):
        if key in case:
            assert getattr(found, key) == case[key]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "is empty"),
        ("W92620012600", "has 13 characters; this has 12"),
        ("W9262001260011", "this has 14"),
        ("O926200126001", "other than I, O and S, not with O"),
        ("1926200126001", "not with 1"),
        ("X80120000A001", "second to the twelfth"),
        ("G92620012600S", "ends in a digit, or in a letter other than I, O and S"),
        ("E000200005001", "000 is not the number of a local authority"),
        ("A801200005001", "should be B, not A"),
    ],
)
def test_what_is_wrong(text, problem):
    found = upn.explain(text)
    assert not found.valid
    assert problem in found.problem


@pytest.mark.parametrize("text", [" w926200126001 ", "W926 2001 26001", "W926-2001-26-001"])
def test_spaces_dashes_and_small_letters_do_not_matter(text):
    assert upn.explain(text).upn == "W926200126001"
    assert upn.is_valid(text)


def test_temporary():
    assert upn.is_temporary("G92620012600A")
    assert upn.explain("G92620012600A").is_temporary
    assert not upn.is_temporary("W926200126001")
    assert not upn.is_temporary("")


@pytest.mark.parametrize("code", ["926", "838", "839", "940", "941", "942", "943", "681", "420"])
def test_authorities_old_and_new_are_known(code):
    rest = f"{code}200126001"
    assert upn.is_valid(upn.check_letter(rest) + rest)


@pytest.mark.parametrize("code", ["000", "214", "700", "939", "999"])
def test_other_numbers_are_not(code):
    rest = f"{code}200126001"
    assert "local authority" in upn.explain(upn.check_letter(rest) + rest).problem


@given(
    st.sampled_from(sorted(upn.LA_CODES)),
    st.from_regex(r"[0-9]{8}", fullmatch=True),
    st.sampled_from("0123456789" + upn.LETTERS),
)
def test_exactly_one_letter_fits(code, middle, last):
    rest = code + middle + last
    fitting = [letter for letter in upn.LETTERS if upn.is_valid(letter + rest)]
    assert fitting == [upn.check_letter(rest)]


@given(st.from_regex(r"926[0-9]{9}", fullmatch=True), st.integers(0, 11), st.integers(1, 9))
def test_a_single_mistyped_digit_is_found(rest, place, shift):
    letter = upn.check_letter(rest)
    wrong = rest[:place] + str((int(rest[place]) + shift) % 10) + rest[place + 1 :]
    assert not upn.is_valid(letter + wrong)
