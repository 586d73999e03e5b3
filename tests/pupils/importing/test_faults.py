"""How offices ruin a row: what is cleaned, what is only told, and what is a fault."""

import datetime as dt

import pytest

from .makers import child, csv_text, found, read, upn, warned, xlsx_bytes


def with_one(column, value, **more):
    """A roll of three children of whom the second has this value."""
    return read([child(1), child(2, **{column: value}, **more), child(3)])


FAULTS = [
    ("UPN", "A926299923002", "wrong check letter"),
    ("UPN", "I926299923002", "wrong check letter"),
    ("UPN", "926299923002", "not a UPN"),
    ("UPN", "Z9262999230O2", "not a UPN"),
    ("UPN", "Z9262999230022", "not a UPN"),
    ("UPN", "see office", "not a UPN"),
    ("UPN", "9.26E+11", "not a UPN"),
    ("Surname", "", "missing"),
    ("Surname", "\u00a0", "missing"),
    ("Forename", "-", "missing"),
    ("Surname", "12345", "not a name"),
    ("Surname", "Smi\ufffdth", "damaged characters"),
    ("Surname", "=CONCATENATE(A1;B1)", "formula in a cell"),
    ("Forename", '=HYPERLINK("http://x.example";"Sam")', "formula in a cell"),
    ("Forename", "@SUM(1+1)*cmd|' /C calc'!A0", "formula in a cell"),
    ("Forename", "+cmd|' /C calc'!A0", "formula in a cell"),
    ("Surname", "\t=1+1", "formula in a cell"),
    ("Surname", "-2+3*cmd|' /C calc'!A0", "formula in a cell"),
    ("Surname", "-Jones", "formula in a cell"),
    ("Surname", "#REF!", "error in a cell"),
    ("Year group", "#N/A", "error in a cell"),
    ("Date of birth", "########", "error in a cell"),
    ("Date of birth", "#VALUE!", "error in a cell"),
    ("Date of birth", "", "missing"),
    ("Date of birth", "31/02/2018", "not a date"),
    ("Date of birth", "00/00/0000", "not a date"),
    ("Date of birth", "29/02/2019", "not a date"),
    ("Date of birth", "12/25/2018", "not a date"),
    ("Date of birth", "2018", "not a date"),
    ("Date of birth", "Dec 2018", "not a date"),
    ("Date of birth", "tbc", "not a date"),
    ("Date of birth", "unknown", "not a date"),
    ("Date of birth", "3092018", "not a date"),
    ("Date of birth", "2018-13-05", "not a date"),
    ("Date of birth", "03/12/2031", "in the future"),
    ("Date of birth", "24/11/2026", "in the future"),
    ("Date of birth", "03/12/1918", "too old for the school"),
    ("Date of birth", "03/12/78", "too old for the school"),
    ("Date of birth", "03/12/2012", "too old for the school"),
    ("Date of birth", "03/12/2022", "does not fit the year group"),
    ("Date of birth", "03/12/2014", "does not fit the year group"),
    ("Year group", "", "missing"),
    ("Year group", "7", "unknown year group"),
    ("Year group", "3/4", "unknown year group"),
    ("Year group", "Key stage 2", "unknown year group"),
    ("Year group", "3?", "unknown year group"),
    ("Year group", "Nursery", "unknown year group"),
    ("SEN status", "S", "retired SEN status"),
    ("SEN status", "S - Statement", "retired SEN status"),
    ("SEN status", "Statement", "retired SEN status"),
    ("SEN status", "School Action", "retired SEN status"),
    ("SEN status", "A", "retired SEN status"),
    ("SEN status", "p - School Action Plus and Statutory Assessment", "retired SEN status"),
    ("SEN status", "School Action +", "retired SEN status"),
    ("SEN status", "sa+", "retired SEN status"),
    ("SEN status", "Monitoring", "unknown SEN status"),
    ("SEN status", "K?", "unknown SEN status"),
    ("SEN status", "Yes", "unknown SEN status"),
    ("SEN status", "EHCP pending", "unknown SEN status"),
    ("SEN status", "EHC needs assessment", "unknown SEN status"),
    ("SEN status", "K/E", "unknown SEN status"),
    ("Need", "AUT", "unknown need type"),
    ("Need", "BESD", "unknown need type"),
    ("Need", "ADHD", "unknown need type"),
    ("Need", "Dyslexia", "unknown need type"),
    ("Need", "ASD; BESD", "unknown need type"),
    ("Need", "ASD?", "unknown need type"),
    ("Need", "Struggles with reading", "unknown need type"),
]


@pytest.mark.parametrize(("column", "value", "problem"), FAULTS)
def test_a_fault_is_found_in_its_row_and_column(column, value, problem):
    status = {"SEN status": "K"} if column == "Need" else {}
    roll = with_one(column, value, **status)
    assert found(roll) == [(3, column, problem)]
    assert [row.row for row in roll.rows] == [2, 4]
    assert roll.row_count == 3
    assert roll.faults[0].advice
    assert "{" not in roll.faults[0].advice


@pytest.mark.parametrize(
    ("column", "value", "problem"),
    [
        ("Sex", "Q", "unknown sex"),
        ("EAL", "maybe", "not yes or no"),
        ("EAL", "Y?", "not yes or no"),
        ("Pupil premium", "sometimes", "not yes or no"),
        ("In care", "ask DSL", "not yes or no"),
        ("Post looked after", "Q", "unknown care arrangement"),
        ("Attendance %", "112", "not a percentage"),
        ("Attendance %", "-3", "not a percentage"),
        ("Attendance %", "good", "not a percentage"),
        ("SEN start date", "03/12/2046", "in the future"),
        ("SEN start date", "03/12/2016", "before the date of birth"),
        ("SEN start date", "Autumn term", "not a date"),
    ],
)
def test_a_fault_in_a_further_column(column, value, problem):
    roll = with_one(column, value)
    assert found(roll) == [(3, column, problem)]


CLEAN = [
    ("UPN", upn(2).lower(), "upn", upn(2)),
    ("UPN", f" {upn(2)[:4]} {upn(2)[4:8]} {upn(2)[8:]} ", "upn", upn(2)),
    ("UPN", f"'{upn(2)}", "upn", upn(2)),
    ("UPN", f"\ufeff{upn(2)}\u200b", "upn", upn(2)),
    ("UPN", "T20110001804V", "upn", "T20110001804V"),  # temporary
    ("UPN", "R201100018042", "upn", "R201100018042"),  # another school's
    ("Surname", "  Carter\u00a0 ", "surname", "Carter"),
    ("Surname", "O'Wade", "surname", "O'Wade"),
    ("Surname", "O’Wade", "surname", "O’Wade"),
    ("Surname", "Null", "surname", "Null"),
    ("Forename", "Na", "forename", "Na"),
    ("Surname", "Smith\nJones", "surname", "Smith Jones"),
    ("Surname", "Zoe\u0308", "surname", "Zoë"),
    ("Surname", "Page", "surname", "Page"),
    ("Surname", "Total", "surname", "Total"),
    ("Surname", "Burton (Hill)", "surname", "Burton (Hill)"),
    ("Date of birth", "2018-12-03", "date_of_birth", dt.date(2018, 12, 3)),
    ("Date of birth", "2018-12-03T00:00:00", "date_of_birth", dt.date(2018, 12, 3)),
    ("Date of birth", "2018-12-03 00:00:00.000", "date_of_birth", dt.date(2018, 12, 3)),
    ("Date of birth", "2018/12/03", "date_of_birth", dt.date(2018, 12, 3)),
    ("Date of birth", "3/12/18", "date_of_birth", dt.date(2018, 12, 3)),
    ("Date of birth", "03.12.2018", "date_of_birth", dt.date(2018, 12, 3)),
    ("Date of birth", "3.12.18", "date_of_birth", dt.date(2018, 12, 3)),
    ("Date of birth", "03-12-2018", "date_of_birth", dt.date(2018, 12, 3)),
    ("Date of birth", "3 Dec 2018", "date_of_birth", dt.date(2018, 12, 3)),
    ("Date of birth", "03-Dec-18", "date_of_birth", dt.date(2018, 12, 3)),
    ("Date of birth", "3rd December 2018", "date_of_birth", dt.date(2018, 12, 3)),
    ("Date of birth", "Mon 3 Dec 2018", "date_of_birth", dt.date(2018, 12, 3)),
    ("Date of birth", "December 3, 2018", "date_of_birth", dt.date(2018, 12, 3)),
    ("Date of birth", "03/12/2018 00:00", "date_of_birth", dt.date(2018, 12, 3)),
    ("Date of birth", "20181203", "date_of_birth", dt.date(2018, 12, 3)),
    ("Date of birth", "03122018", "date_of_birth", dt.date(2018, 12, 3)),
    ("Date of birth", "43437", "date_of_birth", dt.date(2018, 12, 3)),
    ("Date of birth", "43437.0", "date_of_birth", dt.date(2018, 12, 3)),
    ("Date of birth", "'03/12/2018", "date_of_birth", dt.date(2018, 12, 3)),
    ("Year group", "Year 3", "year_group", "3"),
    ("Year group", "Y3", "year_group", "3"),
    ("Year group", "yr 3", "year_group", "3"),
    ("Year group", "03", "year_group", "3"),
    ("Year group", "3.0", "year_group", "3"),
    ("Year group", "Year  3", "year_group", "3"),
    ("Year group", "Year Three", "year_group", "3"),
    ("Year group", "Yr3 Ash", "year_group", "3"),
    ("Year group", "NCY 3", "year_group", "3"),
    ("Year group", "x", "year_group", "X"),
    ("SEN status", "k", "sen_status", "K"),
    ("SEN status", "SEN Support (K)", "sen_status", "K"),
    ("SEN status", "K - SEN Support", "sen_status", "K"),
    ("SEN status", "E – Education, Health and Care Plan", "sen_status", "E"),
    ("SEN status", "EHC plan", "sen_status", "E"),
    ("SEN status", "N - No Special Educational Need", "sen_status", "N"),
    ("SEN status", "No SEN", "sen_status", "N"),
    ("SEN status", "", "sen_status", "N"),
]


@pytest.mark.parametrize(("column", "value", "field", "expected"), CLEAN)
def test_what_can_be_read_is_read(column, value, field, expected):
    roll = with_one(column, value)
    assert found(roll) == []
    assert getattr(roll.rows[1], field) == expected


@pytest.mark.parametrize(
    ("born", "year", "expected"),
    [
        ("01/05/2022", "Reception", "R"),
        ("01/05/2022", "F2", "R"),
        ("01/05/2022", "Rec", "R"),
        ("01/05/2022", "YR", "R"),
        ("01/05/2022", "0", "R"),
        ("01/05/2023", "N2", "N2"),
        ("01/05/2023", "Nursery Year 2", "N2"),
        ("01/05/2023", "F1", "N2"),
        ("01/05/2023", "Nursery", "N2"),
        ("01/05/2023", "Pre-school", "N2"),
        ("01/05/2024", "Nursery 1", "N1"),
        ("01/05/2024", "Nursery", "N1"),
        ("01/05/2025", "E2", "E2"),
    ],
)
def test_year_groups_of_the_youngest(born, year, expected):
    roll = with_one("Year group", year, **{"Date of birth": born})
    assert found(roll) == []
    assert roll.rows[1].year_group == expected


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("slcn", ("SLCN",)),
        ("SLCN; ASD", ("SLCN", "ASD")),
        ("SLCN, ASD", ("SLCN", "ASD")),
        ("SLCN/ASD", ("SLCN", "ASD")),
        ("SLCN & ASD", ("SLCN", "ASD")),
        ("SLCN and SEMH", ("SLCN", "SEMH")),
        ("SLCN\nASD", ("SLCN", "ASD")),
        ("SLCN ASD", ("SLCN", "ASD")),
        ("1. SLCN 2. ASD", ("SLCN", "ASD")),
        ("ASD (2); SLCN (1)", ("SLCN", "ASD")),
        ("2: ASD | 1: SLCN", ("SLCN", "ASD")),
        ("Speech, language & communication needs", ("SLCN",)),
        ("Speech, language and communication needs, Autism", ("SLCN", "ASD")),
        ("SLCN - Speech, Lang & Comm", ("SLCN",)),
        ("Social, emotional and mental health; Hearing impairment", ("SEMH", "HI")),
        ("ASD: Autistic Spectrum Disorder", ("ASD",)),
        ("Autistic Spectrum Disorder (ASD)", ("ASD",)),
        ("SpLD", ("SPLD",)),
        ("Down's syndrome", ("DS",)),
        ("Visual Impairment", ("VI",)),
        ("Other Difficulty/Disability", ("OTH",)),
        ("Primary: MLD; Secondary: SLCN", ("MLD", "SLCN")),
        ("SEMH;", ("SEMH",)),
        ("Profound & Multiple Learning Difficulty", ("PMLD",)),
    ],
)
def test_needs_are_read_in_their_rank(words, codes):
    roll = with_one("Need", words, **{"SEN status": "K"})
    assert found(roll) == []
    assert roll.rows[1].needs == codes


@pytest.mark.parametrize(
    ("column", "value", "field", "expected"),
    [
        ("EAL", "Y", "eal", True),
        ("EAL", "TRUE", "eal", True),
        ("EAL", "1", "eal", True),
        ("EAL", "Yes - Polish", "eal", True),
        ("EAL", "F", "eal", False),
        ("FSM", "T", "free_school_meals", True),
        ("FSM", "Targeted", "meal_basis", "targeted"),
        ("FSM", "UIFSM", "meal_basis", "universal_infant"),
        ("Pupil premium", "FSM Ever 6; Service child", "service_child", True),
        ("Pupil premium", "Ever 6", "ever_6", True),
        ("Young carer", "S", "young_carer", "S"),
        ("Young carer", "Identified by parent", "young_carer", "P"),
        ("GRT", "yes", "traveller", True),
        ("Kinship care", "y", "kinship_care", True),
        ("Looked after", "LAC", "in_care", True),
        ("Looked after", "Not looked after", "in_care", False),
        ("Post LAC", "G - Special Guardianship", "post_looked_after", "G"),
        ("Post LAC", "SGO", "post_looked_after", "G"),
        ("Post LAC", "Adopted", "post_looked_after", "A"),
        ("Post LAC", "N/A", "post_looked_after", ""),
        ("Gender", "Girl", "sex", "F"),
        ("Ethnicity", "wbri", "ethnicity", "WBRI"),
        ("Phone", "1632960315", "contact_1_phone", "01632960315"),
        ("Phone", "447700900123", "contact_1_phone", "+447700900123"),
        ("Phone", "+44 7700 900123", "contact_1_phone", "+44 7700 900123"),
        ("Email", "a@example.org; b@example.org", "contact_1_email", "a@example.org"),
        ("Attendance", "93.25%", "attendance", 93.2),
        ("Attendance", "93,5", "attendance", 93.5),
        ("First language", "POL", "eal", True),
        ("First language", "English", "eal", False),
        ("Adno", '="001138"', "admission_no", "001138"),
    ],
)
def test_further_columns_are_read(column, value, field, expected):
    other = {"EAL": "No", "FSM": "F", "Pupil premium": "No"}.get(column, "")
    roll = read([child(1, **{column: other}), child(2, **{column: value})])
    assert found(roll) == []
    got = getattr(roll.rows[1], field)
    assert (float(got) if field == "attendance" else got) == expected


def test_the_second_and_later_rows_of_a_upn_are_faults():
    roll = read([child(1), child(2, UPN=upn(1)), child(3, UPN=upn(1).lower()), child(4)])
    expected = [(n, "UPN", "duplicate UPN in the file") for n in (3, 4)]
    assert found(roll) == expected
    assert "Row 2" in roll.faults[0].advice


def test_a_row_pasted_twice_is_one_fault():
    assert found(read([child(1, Adno="7"), child(1, Adno="7")])) == [
        (3, "UPN", "duplicate UPN in the file")
    ]
    assert found(read([child(1, UPN=""), child(1, UPN="")])) == [(3, "Surname", "row repeated")]


def test_an_admission_number_belongs_to_one_child():
    roll = read([child(1, Adno="7"), child(2, Adno="7"), child(3, Adno="8")])
    assert found(roll) == [(3, "Adno", "duplicate admission number in the file")]


def test_two_children_of_the_same_name_and_day_are_told():
    roll = read([child(1), child(2, Surname="Fox"), child(3, Surname="Fox")])
    assert found(roll) == []
    assert warned(roll) == [(4, "Surname", "same name and birthday")]


def test_a_child_one_year_away_is_told_with_the_swap_that_would_fit():
    roll = with_one("Date of birth", "09/08/2019", **{"Year group": "2"})
    assert found(roll) == []
    assert warned(roll) == [(3, "Date of birth", "one year from the usual year group")]
    assert "08/09/2019" in roll.warnings[0].advice


def test_month_first_dates_make_the_doubtful_ones_faults():
    days = ["12/25/2018", "11/30/2018", "03/04/2019", "05/05/2019"]
    roll = read([child(n, **{"Date of birth": day}) for n, day in enumerate(days, 1)])
    assert [(row, problem) for row, _, problem in found(roll)] == [
        (2, "not a date"),
        (3, "not a date"),
        (4, "day and month may be swapped"),
    ]


def test_dates_of_several_forms_stand_in_one_column():
    days = ["2018-12-03", "03/12/2018", "3.12.18", "43437", "3 December 2018"]
    roll = read([child(n, **{"Date of birth": day}) for n, day in enumerate(days, 1)])
    assert {row.date_of_birth for row in roll.rows} == {dt.date(2018, 12, 3)}


def test_a_column_of_ticks_means_no_where_it_is_empty():
    roll = read([child(1, EAL="x"), child(2, EAL=""), child(3, EAL="X")])
    assert [row.eal for row in roll.rows] == [True, False, True]
    roll = read([child(1, EAL="✓"), child(2, EAL="x")])
    assert [row.eal for row in roll.rows] == [True, False]
    roll = read([child(1, EAL="Y"), child(2, EAL="x"), child(3, EAL="N")])
    assert found(roll) == [(3, "EAL", "not yes or no")]


def test_attendance_as_a_fraction_is_a_percentage():
    roll = read([child(n, Attendance=f"0.9{n}") for n in range(1, 5)])
    assert [float(row.attendance) for row in roll.rows] == [91, 92, 93, 94]


def test_needs_without_a_status_are_told_and_not_taken_over():
    roll = with_one("Need", "SLCN")
    assert found(roll) == []
    assert warned(roll) == [(3, "Need", "need without SEN status")]
    assert roll.rows[1].needs == ()


def test_support_without_a_need_is_told():
    assert warned(with_one("SEN status", "K")) == [(3, "Need", "no type of need")]


def test_a_broken_address_or_number_is_left_out_and_told():
    roll = read([child(1, Email="none given"), child(2, Phone="ask", Email="")])
    assert found(roll) == []
    assert [problem for _, _, problem in warned(roll)] == [
        "not an e-mail address",
        "not a phone number",
    ]


def test_names_in_one_column():
    rows = [child(1), child(2), child(3), child(4)]
    names = ["Burton, Josephine", "Sam Burton", "Sam van der Burton", "Burton,"]
    for row, name in zip(rows, names, strict=True):
        del row["Surname"], row["Forename"]
        row["Pupil name"] = name
    roll = read(rows)
    assert [(row.surname, row.forename) for row in roll.rows] == [
        ("Burton", "Josephine"),
        ("Burton", "Sam"),
    ]
    assert [(row, problem) for row, _, problem in found(roll)] == [
        (4, "which is the surname"),
        (5, "which is the surname"),
    ]


def test_names_read_twice_are_repaired_and_told():
    roll = with_one("Forename", "ZoÃ«")
    assert roll.rows[1].forename == "Zoë"
    assert warned(roll) == [(3, "Forename", "repaired characters")]


def test_several_faults_in_one_row():
    roll = read([child(1, UPN="A926299923001", Surname="", **{"Date of birth": "x"})])
    assert found(roll) == [
        (2, "Date of birth", "not a date"),
        (2, "Surname", "missing"),
        (2, "UPN", "wrong check letter"),
    ]
    assert roll.rows == ()


def test_a_formula_is_a_fault_in_a_column_that_was_not_understood_too():
    rows = [child(1, Age="=2026-2018"), child(2, Age="8"), child(3, Age="- asthma (inhaler)")]
    assert found(read(rows)) == [(2, "Age", "formula in a cell")]
    assert found(read(xlsx_bytes(rows))) == [(2, "Age", "formula in a cell")]
    assert found(read(rows, corrections={(2, "Age"): "8"})) == []


def test_formulas_in_a_column_that_a_person_set_aside_are_nobodys_business():
    assert found(read([child(1, Age="=2026-2018")], mapping={"Age": ""})) == []


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ('Smith "Jnr"', 'Smith "Jnr"'),
        ('"Smith"', "Smith"),
        ("“Smith”", "Smith"),
        ('Smith"', "Smith"),
    ],
)
def test_quotation_marks_go_where_they_are_around_a_name_or_alone(cell, name):
    roll = with_one("Surname", cell)
    assert (roll.rows[1].surname, bool(warned(roll))) == (name, name != cell)


def test_nothing_is_said_of_empty_cells_where_there_are_none():
    said = "says nothing but yes, so its empty cells were read as no"
    assert not [n for n in read([child(1, FSM="Y"), child(2, FSM="Y")]).notices if said in n]
    assert [n for n in read([child(1, FSM="Y"), child(2, FSM="")]).notices if said in n]


def test_a_correction_and_a_row_left_out():
    rows = [child(1), child(2, **{"Date of birth": "31/02/2018"}), child(3, Surname="")]
    roll = read(rows, corrections={(3, "Date of birth"): "28/02/2019"}, left_out=[4])
    assert found(roll) == []
    assert roll.rows[1].date_of_birth == dt.date(2019, 2, 28)
    assert roll.row_count == 2
    assert [(s.row, s.reason) for s in roll.skipped] == [(4, "left out")]


def test_a_correction_is_checked_like_the_file():
    roll = read([child(1, Surname="")], corrections={(2, "Surname"): "=1+1"})
    assert found(roll) == [(2, "Surname", "formula in a cell")]


def test_an_unclosed_quotation_mark_spoils_one_row_only():
    lines = csv_text([child(n) for n in range(1, 7)]).split("\r\n")
    lines[2] = lines[2].replace("Carter", '"Carter')
    roll = read("\r\n".join(lines))
    assert found(roll) == [(3, "Surname", "quote not closed")]
    assert [row.row for row in roll.rows] == [2, 4, 5, 6, 7]


def test_an_unclosed_quotation_mark_before_a_proper_one():
    rows = [child(n) for n in range(1, 7)]
    rows[3]["Need"], rows[3]["SEN status"] = "SLCN, ASD", "K"
    lines = csv_text(rows).split("\r\n")
    lines[2] = lines[2].replace("Carter", '"Carter')
    roll = read("\r\n".join(lines))
    assert found(roll) == [(3, "Surname", "quote not closed")]
    assert roll.rows[2].needs == ("SLCN", "ASD")


def test_a_comma_inside_a_name_is_one_fault_of_its_row():
    lines = csv_text([child(n) for n in range(1, 4)]).split("\r\n")
    lines[2] = lines[2].replace("Carter", "Carter,Jr ")
    roll = read("\r\n".join(lines) + "x")
    assert [(row, problem) for row, _, problem in found(roll)] == [(3, "too many cells")]


def test_a_formula_in_a_workbook_is_a_fault_even_when_it_has_a_value():
    def spoil(book, sheet):
        sheet["B3"] = '="Carter"'
        sheet["D4"] = "=DATE(2018,12,3)"

    roll = read(xlsx_bytes([child(n) for n in range(1, 5)], change=spoil))
    assert found(roll) == [
        (3, "Surname", "formula in a cell"),
        (4, "Date of birth", "formula in a cell"),
    ]


def test_text_that_only_looks_like_a_formula_in_a_workbook():
    def spoil(book, sheet):
        sheet["B3"].value = "=Carter"
        sheet["B3"].data_type = "s"

    roll = read(xlsx_bytes([child(n) for n in range(1, 4)], change=spoil))
    assert found(roll) == [(3, "Surname", "formula in a cell")]
