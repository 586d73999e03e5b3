"""Files of every encoding, separator and shape; and the attacks that are refused."""

import datetime as dt
import io
import time
import zipfile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pupils.importing.reading import MAX_BYTES
from pupils.importing.roll import read_roll
from pupils.importing.sheets import Unreadable

from .makers import (
    TODAY,
    child,
    csv_bytes,
    csv_text,
    found,
    read,
    upn,
    warned,
    xlsx_bytes,
    zip_bytes,
)

CHILDREN = [child(1, Surname="Muñoz"), child(2, Forename="Zoë"), child(3, Surname="O’Wade")]


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "utf-32"],
)
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_every_encoding_and_separator(encoding, separator):
    roll = read(csv_bytes(CHILDREN, encoding=encoding, separator=separator))
    assert found(roll) == []
    assert [roll.rows[0].surname, roll.rows[1].forename, roll.rows[2].surname] == [
        "Muñoz",
        "Zoë",
        "O’Wade",
    ]


@pytest.mark.parametrize("newline", ["\r\n", "\n", "\r"])
def test_every_line_ending(newline):
    roll = read(csv_bytes(CHILDREN, newline=newline))
    assert [row.row for row in roll.rows] == [2, 3, 4]


def test_two_encodings_in_one_file():
    first, second = csv_text(CHILDREN[:2]), csv_text(CHILDREN[1:2]).splitlines()[1]
    second = second.replace(upn(2), upn(9)).replace("Zoë", "Chloé")
    roll = read(first.encode("utf-8") + second.encode("cp1252"))
    assert [row.forename for row in roll.rows][1:] == ["Zoë", "Chloé"]


def test_a_byte_order_mark_in_the_middle_and_headings_again():
    text = csv_text(CHILDREN[:2]) + "\ufeff" + csv_text(CHILDREN[2:])
    roll = read(text.encode("utf-8-sig"))
    assert found(roll) == []
    assert [row.row for row in roll.rows] == [2, 3, 5]
    assert [(s.row, s.reason) for s in roll.skipped] == [(4, "the headings again")]


def test_titles_blank_rows_notes_and_totals_are_not_children():
    text = csv_text(
        [child(1), {}, child(2), {}, child(3)],
        above=[
            "School roll",
            "Run on 02/11/2026 by the office",
            "",
            "Filter: all; year: 26/27",
            "",
        ],
    )
    text += "Total pupils,3\r\n,,,,,\r\n,,,,,,12\r\nPage 1 of 1\r\nReport printed,02/11/2026\r\n--,--,--\r\n3\r\n"
    roll = read(text)
    assert found(roll) == []
    assert roll.header_row == 6
    assert [row.row for row in roll.rows] == [7, 9, 11]
    assert {s.reason for s in roll.skipped} == {
        "a total or a note",
        "no name, number or date of birth",
        "only one cell",
    }


def test_the_heading_row_may_be_deep_down():
    roll = read(csv_text(CHILDREN, above=[f"Line {n}" for n in range(20)]))
    assert (roll.header_row, len(roll.rows)) == (21, 3)


def test_excels_separator_line_is_a_row_of_the_file():
    roll = read("sep=;\r\n" + csv_text(CHILDREN, separator=";"))
    assert (roll.header_row, roll.rows[0].row) == (2, 3)


def test_quoted_line_breaks_and_separators_keep_the_rows_numbered_as_in_excel():
    rows = [child(1, Notes='Lives with Nan,\nsee "file"'), child(2, Surname="")]
    roll = read(rows)
    assert found(roll) == [(3, "Surname", "missing")]
    assert roll.unrecognised == ("Notes",)


def test_short_rows_are_padded():
    text = csv_text(CHILDREN).replace(",,\r\n", "\r\n")
    assert len(read(text).rows) == 3


@pytest.mark.parametrize(
    "headings",
    [
        ("unique pupil number", "LEGAL LAST NAME", "Legal first name(s)", "d.o.b."),
        ("UPN ", "Family name", "Given name", "Birth date"),
        ("Pupil UPN", "Pupil Surname", "Pupil Forename", "Pupil DOB"),
        ("U.P.N.", "Student last name", "Student first name", "Date of birth (dd/mm/yyyy)"),
        ("Unique Pupil No.", "Surname", "Fore name", "Birthday"),
        ("UPN\n", "Legal\nSurname", "Legal\nForename", "Date Of\nBirth"),
    ],
)
def test_headings_in_other_words(headings):
    text = ",".join(f'"{heading}"' for heading in headings) + ",NC Year\n"
    roll = read(text + f"{upn(1)},Burton,Jo,03/12/2018,3\n")
    assert found(roll) == []
    assert len(roll.rows) == 1
    assert list(roll.columns.values()) == [
        "upn",
        "surname",
        "forename",
        "date_of_birth",
        "year_group",
    ]


def test_columns_in_any_order():
    headings = ["SEN status", "Date of birth", "Need", "Forename", "Year group", "UPN", "Surname"]
    roll = read(csv_text(CHILDREN, headings=headings))
    assert [row.upn for row in roll.rows] == [upn(1), upn(2), upn(3)]


def test_what_is_not_understood_is_named():
    roll = read([child(1, Address="1 High Street", Religion="-", Forname="x")])
    assert roll.unrecognised == ("Address", "Religion", "Forname")


def test_a_person_says_what_a_column_means_and_what_to_ignore():
    rows = [{**child(1), "Learning code": "K", "Blob": "SLCN"}]
    for row in rows:
        del row["SEN status"]
    roll = read(rows, mapping={"learning CODE": "sen_status", "Blob": "needs", "Need": ""})
    assert roll.rows[0].sen_status == "K"
    assert roll.rows[0].needs == ("SLCN",)
    assert roll.unrecognised == ("Need",)


def test_two_columns_for_one_field_must_agree():
    rows = [
        child(1, DOB="2018-12-03"),
        child(2, DOB="04/12/2018"),
        child(3, DOB="", **{"Date of birth": ""}),
        child(4, DOB="03/12/2018", **{"Date of birth": ""}),
    ]
    roll = read(rows)
    assert found(roll) == [(3, "DOB", "columns disagree"), (4, "Date of birth", "missing")]
    assert any("2 columns give the date of birth" in notice for notice in roll.notices)


def test_the_legal_name_is_preferred_and_said():
    roll = read([child(1, **{"Legal surname": "Smith"})])
    assert roll.rows[0].surname == "Smith"
    assert "Surname" in roll.unrecognised
    assert any("“Surname” was not used" in notice for notice in roll.notices)


def test_the_same_column_twice_is_harmless():
    text = "UPN,Surname,Forename,DOB,Year,Surname\n"
    roll = read(text + f"{upn(1)},Burton,Jo,03/12/2018,3,Burton\n")
    assert len(roll.rows) == 1


def test_group_headings_over_two_rows():
    text = (
        "Pupil,,,,,SEN,,Contact 1,,\n"
        "UPN,Surname,Forename,DOB,Year,Status,Need 1,Name,Phone,Email\n"
        f"{upn(1)},Burton,Jo,03/12/2018,3,K,ASD,Rosie Fox,01632 960001,r@example.org\n"
    )
    roll = read(text)
    assert (roll.rows[0].sen_status, roll.rows[0].contact_1_name) == ("K", "Rosie Fox")
    assert roll.columns["Status"] == "sen_status"
    text = (
        "UPN,Surname,Forename,DOB,Year,SEN,,\n,,,,,Status,Need 1,Need 2\n"
        f"{upn(1)},Burton,Jo,03/12/2018,3,K,ASD,\n"
    )
    roll = read(text)
    assert (roll.header_row, roll.rows[0].needs) == (2, ("ASD",))


def test_a_file_without_a_needed_column_says_so():
    rows = [child(1)]
    del rows[0]["Date of birth"]
    roll = read(rows)
    assert found(roll) == [(1, "date of birth", "no such column")]
    assert roll.missing_fields == ("date_of_birth",)
    assert (len(roll.rows), roll.row_count) == (0, 1)


def test_a_file_without_upns_says_so_once():
    rows = [child(1), child(2)]
    for row in rows:
        del row["UPN"]
    roll = read(rows)
    assert (found(roll), warned(roll)) == ([], [])
    assert any("no UPNs" in notice for notice in roll.notices)


def test_workbooks_with_real_dates_numbers_and_percentages():
    def change(book, sheet):
        sheet["I2"].number_format = "0.0%"

    row = child(
        1,
        **{"Date of birth": dt.datetime(2018, 12, 3), "Year group": 3},
        Adno=1138,
        Attendance=0.957,
        EAL=True,
    )
    roll = read(xlsx_bytes([row], change=change))
    assert found(roll) == []
    got = roll.rows[0]
    assert (got.date_of_birth, got.year_group, got.admission_no) == (
        dt.date(2018, 12, 3),
        "3",
        "1138",
    )
    assert (float(got.attendance), got.eal) == (95.7, True)


def test_a_workbook_of_1904():
    def change(book, sheet):
        from openpyxl.utils.datetime import CALENDAR_MAC_1904

        book.epoch = CALENDAR_MAC_1904

    row = child(1, **{"Date of birth": dt.datetime(2018, 12, 3)})
    assert read(xlsx_bytes([row], change=change)).rows[0].date_of_birth == dt.date(2018, 12, 3)


def test_the_sheet_with_the_children_is_found_among_others():
    def change(book, sheet):
        sheet.title = "Roll"
        notes = book.create_sheet("Read me", 0)
        notes.append(["This is the roll of the school"])
        lookup = book.create_sheet("Lookup", 0)
        lookup.append(["Code", "Label"])
        lookup.sheet_state = "hidden"

    roll = read(xlsx_bytes(CHILDREN, above=[["Title"], []], change=change))
    assert len(roll.rows) == 3
    assert roll.notices == ()


def test_a_workbook_with_a_sheet_for_each_class_says_which_was_read():
    def change(book, sheet):
        sheet.title = "Ash"
        other = book.create_sheet("Oak")
        other.append(list(CHILDREN[0]))
        other.append(list(child(9).values()))

    data = xlsx_bytes(CHILDREN, change=change)
    roll = read(data)
    assert len(roll.rows) == 3
    assert "“Ash”" in roll.notices[0]
    assert "Oak" in roll.notices[0]
    assert len(read(data, sheet_name="Oak").rows) == 1
    with pytest.raises(Unreadable, match="no visible sheet"):
        read(data, sheet_name="Elm")


def test_merged_and_hidden_cells():
    def change(book, sheet):
        sheet.merge_cells("H2:H4")
        sheet["H2"] = "Ash"
        sheet.column_dimensions["C"].hidden = True
        sheet.row_dimensions[3].hidden = True

    rows = [child(n, Class="") for n in (1, 2, 3)]
    roll = read(xlsx_bytes(rows, change=change))
    assert [row.class_name for row in roll.rows] == ["Ash", "Ash", "Ash"]
    assert len(roll.notices) == 2


def test_a_workbook_with_a_row_far_down_is_not_padded_for_ever():
    def change(book, sheet):
        sheet["A1048576"] = "end"

    with pytest.raises(Unreadable, match="20,000 rows"):
        read(xlsx_bytes(CHILDREN, change=change))


REFUSED = {
    "nothing": (b"", "empty"),
    "blank lines": (b"\r\n \r\n", "empty"),
    "only a mark": ("\ufeff".encode("utf-8-sig"), "empty"),
    "old Excel": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, r"\.xls"),
    "a password": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "password",
    ),
    "OpenDocument": (
        zip_bytes(mimetype=b"application/vnd.oasis.opendocument.spreadsheet", content_xml=b"<x/>"),
        r"\.ods",
    ),
    "Word": (zip_bytes(word__document_xml=b"<w/>"), "Word"),
    "a zip": (zip_bytes(roll_csv=b"UPN,Surname"), "Unpack"),
    "xlsb": (zip_bytes(xl__workbook_bin=b"x"), "xlsb"),
    "a PDF": (b"%PDF-1.7 ...", "PDF"),
    "gzip": (b"\x1f\x8b\x08\x00", "compressed"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + b"\0" * 99, "picture"),
    "a program": (b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 4, "not a text file"),
    "a web page called .xls": (b"<html><body><table><tr><td>UPN", "web page"),
    "an old XML sheet": (
        b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>',
        "old XML",
    ),
    "another XML": (b"<?xml version='1.0'?><Pupils><Pupil/></Pupils>", "Common Transfer File"),
    "broken XML": (b"<?xml version='1.0'?><CTfile><Pupil>", "damaged"),
    "a CTF without pupils": (b"<CTfile><CTFpupilData/></CTfile>", "no pupils"),
    "JSON": (b'{"pupils": [{"upn": "x"}]}', "headings"),
    "prose": (b"Dear office,\r\nplease find the roll attached.\r\n", "headings"),
    "no headings": (f"{upn(1)},Burton,Jo,03/12/2018,3\r\n".encode() * 3, "headings"),
    "a cut zip": (xlsx_bytes(CHILDREN)[:900], "damaged"),
    "a broken workbook": (
        zip_bytes(**{"[Content_Types]_xml": b"<x/>", "xl__workbook_xml": b"<x"}),
        "damaged",
    ),
}


@pytest.mark.parametrize(("data", "words"), REFUSED.values(), ids=REFUSED.keys())
def test_what_is_not_a_roll_is_refused_with_what_to_do(data, words):
    with pytest.raises(Unreadable, match=words):
        read(data, name="roll.csv")


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">'
    + "".join(
        f'<!ENTITY lol{n} "{f"&lol{n - 1 if n > 1 else str()};" * 10}">' for n in range(1, 10)
    )
    + "]><CTfile><CTFpupilData><Pupil><UPN>&lol9;</UPN></Pupil></CTFpupilData></CTfile>"
)
EXTERNAL = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    "<CTfile><CTFpupilData><Pupil><Surname>&e;</Surname></Pupil></CTFpupilData></CTfile>"
)
REMOTE_DTD = '<?xml version="1.0"?><!DOCTYPE x SYSTEM "http://x.example/x.dtd"><CTfile/>'


@pytest.mark.parametrize("text", [LAUGHS, EXTERNAL, REMOTE_DTD], ids=["laughs", "file", "remote"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entity_attacks_are_refused_as_a_whole(text, encoding):
    started = time.perf_counter()
    with pytest.raises(Unreadable, match="entities"):
        read(text.encode(encoding), name="roll.xml")
    assert time.perf_counter() - started < 1


def test_entities_in_a_workbook_are_refused():
    source = xlsx_bytes(CHILDREN)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(source)) as old, zipfile.ZipFile(out, "w") as new:
        for item in old.infolist():
            data = old.read(item)
            if item.filename.startswith("xl/worksheets"):
                data = LAUGHS.encode()
            new.writestr(item, data)
    with pytest.raises(Unreadable, match="entities"):
        read(out.getvalue())


def test_a_zip_bomb_is_refused_before_it_is_opened():
    bomb = zip_bytes(xl__workbook_xml=b"<x/>", xl__worksheets__sheet1_xml=b" " * 80_000_000)
    assert len(bomb) < 200_000
    started = time.perf_counter()
    with pytest.raises(Unreadable, match="unpack to far more"):
        read(bomb)
    assert time.perf_counter() - started < 1


def test_a_workbook_of_too_many_parts_is_refused():
    parts = {f"part{n}": b"x" for n in range(2100)}
    with pytest.raises(Unreadable, match="unpack to far more"):
        read(zip_bytes(xl__workbook_xml=b"<x/>", **parts))


def test_a_huge_file_is_refused_by_its_size():
    with pytest.raises(Unreadable, match="100 MB"):
        read_roll(bytes(100_000_000), today=TODAY)
    assert MAX_BYTES <= 20_000_000


def test_a_text_of_too_many_rows_is_refused():
    with pytest.raises(Unreadable, match="20,000 rows"):
        read(csv_bytes([child(1)]) + b"a,b\r\n" * 20_100)


def test_one_endless_line_is_refused_quickly():
    started = time.perf_counter()
    with pytest.raises(Unreadable):
        read(b"a," * 5_000_000)
    assert time.perf_counter() - started < 5


def test_a_header_alone_is_a_roll_of_nobody():
    roll = read(",".join(CHILDREN[0]).encode())
    assert (roll.row_count, roll.faults) == (0, ())


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data):
    for start in (b"", b"<?xml version='1.0'?><CTfile>", b"UPN,Surname,Forename,DOB\n"):
        try:
            read(start + data)
        except Unreadable as refusal:
            assert str(refusal).endswith(".")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.text(max_size=12), min_size=7, max_size=7))
def test_any_cells_are_read_or_faulty(cells):
    row = dict(zip(child(1), cells, strict=True))
    try:
        roll = read([child(2), row, child(3)])
    except Unreadable:
        return
    assert {r.row for r in roll.rows} & {f.row for f in roll.faults} == set()


def test_openpyxl_reads_without_following_links():
    book = openpyxl.Workbook()
    book.active["A1"] = "='http://x.example/[other.xlsx]Sheet1'!A1"
    out = io.BytesIO()
    book.save(out)
    with pytest.raises(Unreadable, match="headings"):
        read(out.getvalue())
