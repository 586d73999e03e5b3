"""What was once guessed, cut or lost in silence: each line is a file that an office could send."""

import datetime as dt
import io
import time
import zipfile

import pytest

from pupils.importing.columns import meaning
from pupils.importing.headings import FIELDS
from pupils.importing.plans import PLAN_FIELDS, read_plans
from pupils.importing.sheets import Unreadable
from pupils.importing.values import LONGEST
from pupils.models import ClassGroup, Contact, Pupil

from .makers import TODAY, child, csv_bytes, csv_text, found, read, upn, warned, xlsx_bytes

HEADINGS = [
    ("SEN status (previous)", None),
    ("Previous SEN status", None),
    ("Surname (parent)", None),
    ("Date of birth (sibling)", None),
    ("Phone (doctor)", None),
    ("Class (next)", None),
    ("Attendance (last year)", None),
    ("No.", None),
    ("Name 1", None),
    ("Class teacher", None),
    ("UPN (former)", "former_upn"),
    ("Pupil's UPN", "upn"),
    ("SEN Need Type - Rank 1", "need_1"),
    ("Need type (secondary)", "need_2"),
    ("Year group (2026/27)", "year_group"),
    ("SEN status (as at 01/10/2026)", "sen_status"),
    ("Yr Gp", "year_group"),
    ("Forename Surname", "full_name"),
    ("First name (legal)", "forename"),
]


@pytest.mark.parametrize(("heading", "field"), HEADINGS)
def test_what_a_heading_means(heading, field):
    known = meaning(heading)
    assert (known and known[0]) == field


@pytest.mark.parametrize("vocabulary", [FIELDS, PLAN_FIELDS], ids=["roll", "plans"])
def test_every_known_heading_means_its_own_field(vocabulary):
    for field, (_, headings) in vocabulary.items():
        for heading in headings.replace("|", ";").split(";"):
            assert meaning(heading, vocabulary)[0] == field, heading


VALUES = [
    ("Need", "ASD - awaiting assessment", "unknown need type"),
    ("Need", "SLCN (resolved)", "unknown need type"),
    ("Need", "Autism (query)", "unknown need type"),
    ("Need", "x y " * 20_000, "too long"),
    ("Need", "SLCN, " * 20_000, "too long"),
    ("SEN status", "K*", "unknown SEN status"),
    ("FSM", "ý", "not yes or no"),
    ("FSM", "Y*", "not yes or no"),
    ("FSM", "Yes - ended July", "not yes or no"),
    ("FSM", "No - but EYPP", "not yes or no"),
    ("Surname", "\u00a0-Jones", "formula in a cell"),
    ("Surname", "BURTON, Zoë", "not a name"),
    ("Surname", "Fox😀", "not a name"),
    ("Surname", "TBC", "not a name"),
    ("Surname", "A" * 140_000, "too long"),
    ("Class", "-1+1", "formula in a cell"),
    ("Class", "A" * 61, "too long"),
    ("Date of birth", "1" * 100_000, "too long"),
    ("Date of birth", "T" * 400, "not a date"),
    ("Date joined", "01/09/2010", "before the date of birth"),
    ("Date joined", "01/09/2031", "in the future"),
]


@pytest.mark.parametrize(("column", "value", "problem"), VALUES)
def test_a_person_is_asked(column, value, problem):
    status = {"SEN status": "K"} if column == "Need" else {}
    other = {"FSM": "N"}.get(column, child(1).get(column, ""))
    started = time.perf_counter()
    roll = read([child(1, **{column: other}), child(2, **{column: value} | status), child(3)])
    assert [(row, p) for row, _, p in found(roll)] == [(3, problem)]
    assert time.perf_counter() - started < 2
    assert len(roll.faults[0].advice) < 400


READ = [
    ("Need", "SpLD - dyslexia", "needs", ("SPLD",)),
    ("Need", "Primary SLCN, Secondary ASD", "needs", ("SLCN", "ASD")),
    ("Need", "SLCN\\ASD", "needs", ("SLCN", "ASD")),
    ("FSM", "1.0", "free_school_meals", True),
    ("FSM", "0.0", "free_school_meals", False),
    ("Pupil premium", "Yes - FSM6", "ever_6", True),
    ("Pupil premium", "Y (service)", "service_child", True),
    ("Surname", "\u202eSmith\u202c", "surname", "Smith"),
    ("Surname", "“Smith”", "surname", "Smith"),
    ("Year group", "Year 3 (Y3)", "year_group", "3"),
    ("Year group", "Curriculum Year 3", "year_group", "3"),
    ("Year group", "Year 3 - Oak", "year_group", "3"),
    ("Former UPN", upn(9).lower(), "former_upn", upn(9)),
]


@pytest.mark.parametrize(("column", "value", "field", "expected"), READ)
def test_what_can_only_mean_one_thing_is_read(column, value, field, expected):
    status = {"SEN status": "K"} if column == "Need" else {}
    roll = read([child(1), child(2, **{column: value} | status)])
    assert found(roll) == []
    assert getattr(roll.rows[1], field) == expected


@pytest.mark.parametrize(
    ("words", "born", "year_group"),
    [
        ("Reception - Acorns", "01/05/2022", "R"),
        ("YrR", "01/05/2022", "R"),
        ("Nursery (N2)", "01/05/2023", "N2"),
        ("Year N2", "01/05/2023", "N2"),
        ("N2 AM", "01/05/2023", "N2"),
        ("Year -1", "01/05/2023", "N2"),
    ],
)
def test_the_youngest(words, born, year_group):
    roll = read([child(1, **{"Year group": words, "Date of birth": born})])
    assert [row.year_group for row in roll.rows] == [year_group]


FOOTERS = [
    "Boys,112\r\nGirls,117",
    ",,,,,,\r\nK: 3,E: 1,N: 4",
    "SEN Support,3\r\nEHCP,1",
    "Signed: A Head,,Date: 01/09/2026",
    "Prepared by,Olive Office,,01/11/2026",
    "Total,,,8,,3,",
    "TOTAL NUMBER OF PUPILS,,,8",
    "Pupil count,8,,,,,",
    "Year 3 total,8",
    "Males,3,Females,5",
    "School roll,,Page 2",
]


@pytest.mark.parametrize("footer", FOOTERS)
def test_totals_and_page_titles_are_no_children(footer):
    roll = read(csv_text([child(n) for n in range(1, 9)]) + footer + "\r\n")
    assert (found(roll), roll.row_count) == ([], 8)
    assert {skipped.reason for skipped in roll.skipped} == {"a total or a note"}


def test_a_child_of_whom_little_is_known_is_no_total():
    spoilt = {"Date of birth": "", "UPN": "", "Year group": ""}
    roll = read([child(n) for n in range(1, 9)] + [child(9, **spoilt)])
    assert {problem for row, _, problem in found(roll) if row == 10} == {"missing"}


@pytest.mark.parametrize("separator", list("^~¦:#*!"))
def test_any_separator(separator):
    assert len(read(csv_text([child(1), child(2)], separator=separator)).rows) == 2


def test_a_stray_nul_does_not_make_a_file_unreadable():
    roll = read(csv_text([child(1, Surname="Fo\0x"), child(2)]))
    assert roll.rows[0].surname == "Fox"
    assert warned(roll) == [(2, "Surname", "repaired characters")]


def test_a_mark_of_utf_8_on_a_file_of_windows():
    data = b"\xef\xbb\xbf" + csv_bytes([child(1, Forename="Zoë")], encoding="cp1252")
    assert read(data).rows[0].forename == "Zoë"


NAMES = [
    ("Name", "BURTON Zoë", ("BURTON", "Zoë")),
    ("Name", "Zoë Ann BURTON", ("BURTON", "Zoë Ann")),
    ("Name", "DE LA CRUZ Zoë", ("DE LA CRUZ", "Zoë")),
    ("Name", "Zoë Burton", ("Burton", "Zoë")),
    ("Surname Forename", "Burton Zoë", ("Burton", "Zoë")),
    ("Surname, Forename", "Burton, Zoë Ann", ("Burton", "Zoë Ann")),
    ("Forename Surname", "Zoë Burton", ("Burton", "Zoë")),
    ("Name", "Zoë Ann Burton", None),
    ("Name", "Burton, Zoë, Ann", None),
]


@pytest.mark.parametrize(("heading", "whole", "parts"), NAMES)
def test_which_of_the_names_is_the_surname(heading, whole, parts):
    row = child(1) | {heading: whole}
    del row["Surname"], row["Forename"]
    roll = read(csv_bytes([row]))
    if parts is None:
        assert [problem for _, _, problem in found(roll)] == ["which is the surname"]
    else:
        assert (roll.rows[0].surname, roll.rows[0].forename) == parts
    assert bool(roll.notices) is ("," not in whole)


def test_a_heading_that_says_month_first_is_believed():
    row = child(1) | {"DOB (mm/dd/yyyy)": "12/03/2018"}
    del row["Date of birth"]
    assert read([row]).rows[0].date_of_birth.isoformat() == "2018-12-03"


def test_one_american_date_among_doubtful_ones_makes_them_doubtful():
    days = ["12/25/2018", *["03/04/2019"] * 5]
    roll = read([child(n, **{"Date of birth": day}) for n, day in enumerate(days, 1)])
    assert {problem for _, _, problem in found(roll)} == {
        "not a date",
        "day and month may be swapped",
    }


def test_what_was_worked_out_is_said():
    rows = [child(1, EAL="Y"), child(2, EAL="")]
    for row in rows:
        del row["Year group"]
    told = " ".join(read(rows).notices)
    assert "no year groups" in told
    assert "“EAL” says nothing but yes" in told


def test_an_empty_pupil_of_a_transfer_file_is_a_fault():
    pupil = "<Pupil><Surname>Fox</Surname><Forename>Amy</Forename><DOB>2018-12-03</DOB></Pupil>"
    roll = read(f"<CTfile><CTFpupilData>{pupil}<Pupil/></CTFpupilData></CTfile>")
    assert {(row, problem) for row, _, problem in found(roll)} == {(2, "missing")}


def test_durations_and_ticks_in_a_workbook_are_no_formulas():
    def spoil(book, sheet):
        sheet["D2"] = dt.timedelta(days=3)
        sheet["B3"] = True

    roll = read(xlsx_bytes([child(1), child(2)], change=spoil))
    assert [(row, problem) for row, _, problem in found(roll)] == [
        (2, "not a date"),
        (3, "not a name"),
    ]


def test_the_longest_cells_are_those_of_the_record():
    limits = {
        "surname": Pupil._meta.get_field("last_name"),
        "forename": Pupil._meta.get_field("first_name"),
        "preferred_forename": Pupil._meta.get_field("preferred_first_name"),
        "admission_no": Pupil._meta.get_field("mis_id"),
        "ethnicity": Pupil._meta.get_field("ethnicity"),
        "first_language": Pupil._meta.get_field("first_language"),
        "class_name": ClassGroup._meta.get_field("name"),
        "contact_1_name": Contact._meta.get_field("name"),
        "contact_1_relationship": Contact._meta.get_field("relationship"),
    }
    assert {name: LONGEST[name] for name in limits} == {
        name: field.max_length for name, field in limits.items()
    }


def plan(n=1, **changes):
    """One row of a SENDCo's list."""
    return {
        "UPN": upn(n),
        "Surname": "Fox",
        "Forename": f"Amy{'abc'[n]}",
        "LA": "Norfolk",
        "Date first issued": "01/03/2023",
        "Last AR": "10/02/2026",
        "LA decision": "05/03/2026",
    } | changes


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"Date first issued": "01/01/2013"}, "before EHC plans existed"),
        ({"LA": "Norfolk" * 100}, "too long"),
        ({"UPN": "", "Forename": "Amyb"}, "row repeated"),
        ({"Last AR": "booked", "LA decision": ""}, "not a date"),
    ],
)
def test_a_list_of_plans(changes, problem):
    data = csv_bytes([plan(1), plan(2, **changes)]) + b"Total,2\r\n"
    plans = read_plans(data, today=TODAY)
    assert [(fault.row, fault.problem) for fault in plans.faults] == [(3, problem)]
    assert plans.row_count == 2


def test_a_strict_workbook_is_refused_by_its_name():
    source, out = xlsx_bytes([child(1)]), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(source)) as old, zipfile.ZipFile(out, "w") as new:
        for item in old.infolist():
            strict = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
            usual = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
            new.writestr(item, old.read(item).replace(usual, strict))
    with pytest.raises(Unreadable, match="Strict Open XML"):
        read(out.getvalue())
