"""Headings further down, a second table, a row with another separator: never misread in silence."""

import pytest

from .makers import child, csv_text, found, read, upn, xlsx_bytes

CHILDREN = [child(1), child(2)]
SECOND = "a second table starts here; it is not read"
OTHER_ORDER = ["UPN", "Forename", "Surname", "Date of birth", "Year group", "SEN status", "Need"]


def upns(roll):
    """The children who were read."""
    return [row.upn for row in roll.rows]


@pytest.mark.parametrize("separator", [";", "\t", "|"])
def test_a_row_with_another_separator_is_a_fault_of_that_row(separator):
    line = csv_text([child(3)], separator=separator).splitlines()[1]
    roll = read(csv_text(CHILDREN) + line + "\r\n" + csv_text([child(4)]).splitlines()[1])
    assert found(roll) == [(4, "UPN", "not divided into cells")]
    assert (roll.row_count, len(roll.rows)) == (4, 3)


def test_a_comma_in_a_file_with_semicolons_is_a_fault_too():
    line = csv_text([child(3)]).splitlines()[1]
    roll = read(csv_text(CHILDREN, separator=";") + line + "\r\n")
    assert found(roll) == [(4, "UPN", "not divided into cells")]


@pytest.mark.parametrize("cell", [upn(3), ",,,03/12/2018", "03/12/2018"])
def test_a_lonely_upn_or_day_is_a_fault(cell):
    roll = read(csv_text(CHILDREN) + cell + "\r\n")
    assert {row for row, _, _ in found(roll)} == {4}
    assert roll.row_count == 3


def test_a_lonely_note_is_passed_over():
    roll = read(csv_text(CHILDREN) + "Year 4, with Mrs Lee\r\nAs of Monday\r\n")
    assert (found(roll), roll.row_count) == ([], 2)


def test_the_same_headings_in_another_order_are_followed():
    below = csv_text([child(3), child(4)], headings=OTHER_ORDER)
    roll = read(csv_text(CHILDREN) + "\r\nYear 4\r\n" + below)
    assert found(roll) == []
    assert [(r.surname, r.forename) for r in roll.rows[2:]] == [
        ("Carterd", "Sama"),
        ("Cartere", "Sama"),
    ]
    assert (6, "the headings again, in another order") in [(s.row, s.reason) for s in roll.skipped]


def test_the_first_order_may_come_back():
    below = csv_text([child(3)], headings=OTHER_ORDER) + csv_text([child(4)])
    roll = read(csv_text(CHILDREN) + below)
    assert [r.surname for r in roll.rows[2:]] == ["Carterd", "Cartere"]


def test_a_correction_stays_with_its_heading_in_another_order():
    below = csv_text([child(3, Surname="")], headings=OTHER_ORDER)
    roll = read(csv_text(CHILDREN) + below, corrections={(5, "Surname"): "Elm"})
    assert (roll.rows[2].surname, roll.rows[2].forename) == ("Elm", "Sama")


@pytest.mark.parametrize(
    "headings",
    [
        ["Surname", "Forename", "UPN", "Date of birth", "Year group"],
        ["UPN", "Forename", "Surname", "Date of birth"],
        ["UPN", "Surname", "Forename", "Date of birth", "Class", "SEN status", "Need"],
        ["Last name", "First name", "DOB", "Class"],
    ],
    ids=["fewer", "fewer in another order", "another field", "other words"],
)
def test_a_table_with_other_columns_is_one_fault(headings):
    words = {"Last name": "Elm", "First name": "Tom", "DOB": "03/12/2018", "Class": "Ash"}
    below = csv_text([child(3) | words, child(4) | words], headings=headings)
    roll = read(csv_text(CHILDREN) + "\r\n\r\n" + below)
    assert found(roll) == [(6, "", SECOND)]
    assert (upns(roll), roll.row_count) == ([upn(1), upn(2)], 2)
    assert "2 rows below" in roll.faults[0].advice


def test_the_first_headings_end_a_second_table():
    other = csv_text([child(3)], headings=["Surname", "Forename", "Date of birth"])
    roll = read(csv_text(CHILDREN) + other + csv_text([child(4)]))
    assert found(roll) == [(4, "", SECOND)]
    assert upns(roll) == [upn(1), upn(2), upn(4)]


def test_a_list_of_staff_below_the_roll_is_one_fault():
    def add(book, sheet):
        for line in ([], [], ["Staff", "Role", "Days"], ["Mrs Bee", "LSA", "3"], ["Mr Cee", "LSA"]):
            sheet.append(line)

    roll = read(xlsx_bytes([child(n) for n in range(1, 7)], change=add))
    assert found(roll) == [(10, "", SECOND)]
    assert roll.row_count == 6


def test_a_list_of_staff_under_other_columns_is_one_fault_too():
    headings = ["Adm. No.", "Surname", "Forename", "UPN", "Date of birth", "Year group"]
    roll = read(
        csv_text([child(1, **{"Adm. No.": "7"}), child(2)], headings=headings)
        + "\r\nStaff,Role,Class\r\nMrs Bee,LSA,Ash\r\nMr Cee,LSA,Oak\r\n"
    )
    assert found(roll) == [(5, "", SECOND)]


def test_a_second_table_that_a_person_leaves_out_is_no_fault_and_no_children():
    below = csv_text([child(3)], headings=["Surname", "Forename", "Date of birth"])
    roll = read(csv_text(CHILDREN) + below, left_out=[4])
    assert (found(roll), roll.row_count) == ([], 2)


def test_a_page_break_with_the_headings_again_is_no_fault():
    roll = read(csv_text(CHILDREN) + csv_text([child(3), child(4)]))
    assert (found(roll), roll.row_count) == ([], 4)


def test_children_above_the_headings_that_were_read_are_one_fault():
    few = csv_text([child(3), child(4)], headings=["UPN", "Surname", "Date of birth"])
    roll = read(few + "\r\n" + csv_text(CHILDREN))
    assert found(roll) == [(2, "", "children above the headings are not read")]
    assert upns(roll) == [upn(1), upn(2)]
