"""Rolls as five systems and many offices send them: the same children, however they are written.

A sample is written again with other headings, order, forms of dates and codes, titles, blank rows
and columns, page breaks, footers, encoding and separator, and must read the same; then cells are
spoilt, and exactly those must be found.
"""

import csv
import io
import random
import unicodedata

import openpyxl
from hypothesis import example, given, settings
from hypothesis import strategies as st

from .makers import SAMPLES, read

SAMPLE = read((SAMPLES / "bure-valley_arbor.csv").read_bytes())
CELLS = list(csv.DictReader(io.StringIO((SAMPLES / "bure-valley_arbor.csv").read_text("utf-8"))))

#: field → headings of Arbor, SIMS, Bromcom, ScholarPack or Integris, and a sheet made by hand
HEADINGS = {
    "upn": ("UPN", "UPN No.", "Unique Pupil Number", "Pupil UPN", "U.P.N."),
    "admission_no": ("Arbor Student ID", "Adno", "Student MIS ID", "Adm. No.", "Admission #"),
    "surname": ("Legal last name", "Legal Surname", "Surname", "LastName", "Family\nname"),
    "forename": ("Legal first name", "Legal Forename", "Forename", "FirstName", "First name(s)"),
    "preferred_forename": ("Preferred first name", "Chosen Name", "Known as"),
    "date_of_birth": (
        "Date of birth",
        "DOB",
        "DateOfBirth",
        "D.O.B.",
        "Date of birth (dd/mm/yyyy)",
    ),
    "sex": ("Legal sex", "Gender", "Sex", "M/F"),
    "year_group": ("Year group", "NCY", "NC Year", "Yr Grp", "Current NC year"),
    "class_name": ("Registration form", "Reg Group", "Tutor Group", "Class", "Form"),
    "sen_status": ("SEN status", "SEN Stage", "SENProvision", "SEN (N/K/E)", "SEND Status"),
    "needs": ("SEN needs", "SEN Types", "Need Type(s)", "Type of need"),
    "need_1": ("Primary SEN need", "SEN Need Rank 1", "SEN Type (Primary)", "1st need"),
    "need_2": ("Secondary SEN need", "SEN Need Rank 2", "Need Type (Secondary)", "2nd need"),
    "pupil_premium": ("Pupil premium", "PP?", "PPG", "Pupil Prem"),
    "free_school_meals": ("Free school meals", "FSM", "FSM Eligible?", "FSM Y/N"),
    "eal": ("English as an additional language", "EAL", "EAL (Y/N)"),
    "in_care": ("In care", "LAC?", "Looked After (CLA)"),
    "post_looked_after": ("Post looked after arrangements", "PLAC"),
    "service_child": ("Service child", "Service Children in Education"),
    "young_carer": ("Young carer", "Young Carer Indicator"),
    "ethnicity": ("Ethnicity code", "Ethnic Origin"),
    "first_language": ("First language", "1st Language", "Home Language"),
    "attendance": ("Attendance %", "% Attendance", "Attendance (YTD)"),
}
MONTHS = "January February March April May June July August September October November December"
DAYS = (
    lambda d: d.strftime("%d/%m/%Y"),
    lambda d: d.isoformat(),
    lambda d: f"{d.day}/{d.month}/{d:%y}",
    lambda d: f"{d.day} {MONTHS.split()[d.month - 1]} {d.year}",
    lambda d: f"{d:%d}-{MONTHS.split()[d.month - 1][:3].upper()}-{d.year}",
    lambda d: f"{d.isoformat()}T00:00:00",
    lambda d: str((d - type(d)(1899, 12, 30)).days),
    lambda d: d.strftime("%d.%m.%Y"),
    lambda d: d.strftime("%Y%m%d"),
)
YEARS = ("Year {}", "Y{}", "{}", "0{}", "Yr {}", "NCY {}", "Year {} (Y{})", "YEAR  {} ")
STATUSES = {
    "N": ("N", "No SEN", "", "N - No Special Educational Need", "-"),
    "K": ("K", "k", "SEN Support", "K - SEN Support", "School Support", "SEN support (K)"),
    "E": ("E", "EHCP", "EHC Plan", "E – Education, Health and Care Plan", "EHC plan (E)"),
}
YES_NO = (("Y", "N"), ("Yes", "No"), ("TRUE", "FALSE"), ("1", "0"), ("✓", "✗"), ("T", "F"))
ABOVE = (
    [],
    ["Bure Valley School"],
    ["School roll", "", "Run on 02/11/2026 10:30 by O. Office", "Filter: on roll; year: all"],
)
BELOW = (
    [],
    ["Total,{n}", "Boys,112", "Girls,117"],
    ["", "Number of pupils: {n}", "Page 1 of 1"],
    [",,Total,,{n},,", "K: 30,E: 6,N: 193", "* on the register"],
    ["Prepared by,O. Office,02/11/2026", "End of report"],
)
NOBODY = {"given", "row"}


def as_read(roll):
    """Every child by UPN, without where the row stood."""
    return {
        row.upn: {n: getattr(row, n) for n in row.__slots__ if n not in NOBODY} for row in roll.rows
    }


class Office:
    """Somebody's way of writing a roll, the same for the same seed."""

    def __init__(self, seed):
        self.chance = random.Random(seed)
        pick = self.chance.choice
        self.day, self.year, self.yes_no = pick(DAYS), pick(YEARS), pick(YES_NO)
        self.status = {code: pick(words) for code, words in STATUSES.items()}
        self.headings = {h: pick(HEADINGS.get(f, (h,))) for h, f in SAMPLE.columns.items()}
        order = list(SAMPLE.columns)
        self.chance.shuffle(order)
        self.order = order
        self.separator = pick([",", ";", "\t", "|", "^", "~"])
        self.newline = pick(["\r\n", "\n", "\r"])
        self.encoding = pick(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
        self.above, self.below = pick(ABOVE), pick(BELOW)
        self.blank_columns = pick([0, 0, 1, 3])
        self.every = pick([0, 0, 7, 50])
        self.repeats = pick([False, True])

    def cell(self, child, heading, row):
        """One cell in this office's words."""
        field, text = SAMPLE.columns[heading], child[heading]
        if field == "date_of_birth":
            return self.day(row.date_of_birth)
        if field == "year_group":
            return self.year.replace("{}", row.year_group)
        if field == "sen_status":
            return self.status[row.sen_status]
        value = getattr(row, field, None)
        if isinstance(value, bool) and text:
            return self.yes_no[not value]
        if field == "upn" and self.chance.random() < 0.1:
            return f" {text.lower()}\u00a0"
        return text

    def rows(self):
        """(cells, UPN or nothing), in the order of the file."""
        known = {row.upn: row for row in SAMPLE.rows}
        upn = next(h for h, f in SAMPLE.columns.items() if f == "upn")
        headings = [self.headings[h] for h in self.order]
        yield from ((self.cut(line, len(CELLS)), "") for line in self.above)
        yield headings, ""
        for number, child in enumerate(CELLS):
            if self.every and number and number % self.every == 0:
                yield [], ""
                if self.repeats:
                    yield ["Bure Valley School", "", f"Page {number}"], ""
                    yield headings, ""
            row = known[child[upn].strip()]
            yield [self.cell(child, h, row) for h in self.order], row.upn
        yield from ((self.cut(line, len(CELLS)), "") for line in self.below)

    def cut(self, line, count):
        return line.format(n=count).split(",") if line else []

    def as_text(self, rows):
        """The file's bytes."""
        out = io.StringIO()
        writer = csv.writer(out, delimiter=self.separator, lineterminator=self.newline)
        for cells in rows:
            writer.writerow([*cells, *[""] * self.blank_columns])
        text = unicodedata.normalize("NFC", out.getvalue())
        if self.encoding == "cp1252" and text.encode("cp1252", "replace").decode("cp1252") != text:
            return text.encode()  # this office's computer cannot write every child's name
        return text.encode(self.encoding)

    def as_workbook(self, rows):
        """The same in a workbook, behind a cover sheet."""
        book = openpyxl.Workbook()
        book.active.title = "Read me"
        book.active.append(["This is the roll. UPN, Surname and Forename are in the next sheet."])
        sheet = book.create_sheet("Roll")
        for cells in rows:
            sheet.append([*[None] * self.blank_columns, *cells])
        out = io.BytesIO()
        book.save(out)
        return out.getvalue()


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**9), st.booleans())
@example(1310723, False)  # “Prepared by” and a name and a day stand where a child's would
def test_the_same_children_however_they_are_written(seed, is_workbook):
    office = Office(seed)
    rows = [cells for cells, _ in office.rows()]
    roll = read(office.as_workbook(rows) if is_workbook else office.as_text(rows))
    assert [(f.row, f.column, f.problem) for f in roll.faults] == []
    assert roll.unrecognised == ()
    assert as_read(roll) == as_read(SAMPLE)


#: field → what somebody types, and what is wrong with it
SPOILT = {
    "upn": [("A", "wrong check letter", 0), ("926299923", "not a UPN", None)],
    "surname": [
        ("", "missing", None),
        ("=1+1", "formula in a cell", None),
        ("-Burton", "formula in a cell", None),
        ("@SUM(A1)", "formula in a cell", None),
        ("Burton, Zoë", "not a name", None),
        ("Smi\ufffdth", "damaged characters", None),
        ("😀", "not a name", None),
        ("A" * 100_000, "too long", None),
    ],
    "date_of_birth": [
        ("31/02/2018", "not a date", None),
        ("13/13/2018", "not a date", None),
        ("tbc", "not a date", None),
        ("01/01/2031", "in the future", None),
        ("01/01/1978", "too old for the school", None),
        ("=TODAY()", "formula in a cell", None),
        ("", "missing", None),
    ],
    "year_group": [("9", "unknown year group", None), ("3/4", "unknown year group", None)],
    "sen_status": [
        ("S", "retired SEN status", None),
        ("School Action +", "retired SEN status", None),
        ("EHCP pending", "unknown SEN status", None),
        ("Yes", "unknown SEN status", None),
    ],
    "class_name": [("=cmd|' /C calc'!A0", "formula in a cell", None)],
    "free_school_meals": [("maybe", "not yes or no", None)],
}


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**9))
def test_exactly_what_was_spoilt_is_found(seed):
    office = Office(seed)
    office.encoding = "utf-8-sig"
    rows = list(office.rows())
    children = [n for n, (_, upn) in enumerate(rows) if upn]
    wanted = []
    for number in office.chance.sample(children, 6):
        heading = office.chance.choice([h for h in office.order if SAMPLE.columns[h] in SPOILT])
        text, problem, keep = office.chance.choice(SPOILT[SAMPLE.columns[heading]])
        place = office.order.index(heading)
        cell = rows[number][0][place].strip()
        if keep is not None:
            text = ("A" if cell[0].upper() != "A" else "B") + cell[1:]
        rows[number][0][place] = text
        wanted.append((number + 1, " ".join(office.headings[heading].split()), problem))
    roll = read(office.as_text([cells for cells, _ in rows]))
    found = [(fault.row, fault.column, fault.problem) for fault in roll.faults]
    assert sorted(found) == sorted(wanted)
    assert len(roll.rows) == len(CELLS) - 6
    assert all(len(fault.value) <= 121 for fault in roll.faults)
