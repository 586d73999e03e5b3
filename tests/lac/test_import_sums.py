"""Sums of pupil premium plus from a virtual school's list: to the penny, and none twice."""

import io
import random

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command

from aylsham.access.roles import Role
from aylsham.audit.codes import Action
from aylsham.deadlines.services import find_changes
from aylsham.jobs.codes import JobState
from aylsham.jobs.runner import run_job
from aylsham.models import AuditEvent, Job
from lac.models import PremiumFunding
from lac.selectors.premium import premium_year
from pupils.codes import ImportKind
from pupils.importing.care_lists import read_list
from pupils.importing.sums import SUMS
from pupils.models import FileImport
from pupils.services.importing.lifecycle import (
    preview_mark,
    read_import,
    receive_file,
    undo_import,
    write_import,
)
from pupils.services.importing.undoing import UndoRefused
from tests.access import access_of
from tests.factories import TODAY, PupilFactory, SchoolFactory, member
from tests.lac.makers import day, in_care
from tests.lac.premium_makers import a_sum
from tests.pages import client_of
from tests.pupils.importing.makers import csv_bytes, upn, xlsx_bytes
from tests.school_years import school_year

PAID = day("2026-10-02")


def payment(serial=1, **changes):
    return {
        "UPN": upn(serial),
        "Amount": "£876.66",
        "Payment date": "02/10/2026",
        "Reference": f"NVS-{serial}",
        "Type": "termly",
        "Payer": "Virtual School",
    } | changes


def read(rows, **options):
    data = rows if isinstance(rows, bytes) else csv_bytes(rows)
    return read_list(data, SUMS, today=TODAY, **options)


def found(parsed):
    return [(f.row, f.column, f.problem) for f in parsed.faults]


class TestReading:
    @pytest.mark.parametrize(
        ("text", "pence", "kind"),
        [
            ("£2,630.00", 263_000, "part"),
            ("876.67", 87_667, "part"),
            ("876.6", 87_660, "part"),
            ("0.01", 1, "part"),
            ("-120.50", 12_050, "back"),
            ("(120.50)", 12_050, "back"),
            ("£ 1 000", 100_000, "part"),
        ],
    )
    def test_to_the_penny(self, text, pence, kind):
        [row] = read([payment(Amount=text)]).rows
        assert (row.values["pence"], row.values["sum_kind"]) == (pence, kind)

    def test_a_workbook_with_numbers_as_numbers(self):
        [row] = read(xlsx_bytes([payment(Amount=1753.1)])).rows
        assert row.values["pence"] == 175_310

    @pytest.mark.parametrize(
        ("column", "value", "problem"),
        [
            ("Amount", "", "missing"),
            ("Amount", "876.666", "not a sum of money"),
            ("Amount", "about 800", "not a sum of money"),
            ("Amount", "=SUM(A1:A2)", "formula in a cell"),
            ("Payment date", "", "missing"),
            ("Payment date", "24/11/2026", "in the future"),
            ("Type", "gift", "unknown kind of sum"),
            ("Type", "", "missing"),
            ("Payer", "Grandma", "unknown payer"),
            ("UPN", "A926299923001", "wrong check letter"),
        ],
    )
    def test_a_fault_by_row_and_column(self, column, value, problem):
        parsed = read([payment(1), payment(2, **{column: value}), payment(3)])
        assert found(parsed) == [(3, column, problem)]
        assert len(parsed.rows) == 2

    @pytest.mark.parametrize(
        ("text", "year"),
        [("2026-27", 2026), ("26/27", 2026), ("2025/2026", 2025), ("2026", 2026), ("", None)],
    )
    def test_a_financial_year(self, text, year):
        [row] = read([payment(FY=text)]).rows
        assert row.values.get("financial_year") == year

    def test_a_year_that_is_none(self):
        assert found(read([payment(FY="2026-28")])) == [(2, "FY", "not a financial year")]

    def test_what_no_column_says_is_said_aloud(self):
        row = {k: payment()[k] for k in ("UPN", "Amount", "Payment date")}
        parsed = read([row])
        assert len(parsed.notices) == 3
        assert parsed.rows[0].values["payer"] == "vs"

    def test_without_sums_nothing_is_read(self):
        assert found(read([{k: v for k, v in payment().items() if k != "Amount"}])) == [
            (1, "sum", "no such column")
        ]


@pytest.fixture
def school(db, today):
    school = SchoolFactory(slug="fen")
    school_year(school)
    return school


@pytest.fixture
def child(school):
    child = PupilFactory(school=school, upn=upn(1), last_name="Burton", first_name="Josephine")
    in_care(child)
    return child


@pytest.fixture
def teacher(school):
    return member(school, Role.DESIGNATED_TEACHER)


def upload(school, rows, by, name="sums.csv"):
    received = receive_file(
        school=school, kind=ImportKind.SUMS, data=csv_bytes(rows), name=name, by=by
    )
    return read_import(file_import=received, today=TODAY)


def write(file_import, by):
    return write_import(file_import=file_import, mark=None, today=TODAY, by=by)


def problems(file_import):
    return [(fault["row"], fault["problem"]) for fault in file_import.preview["faults"]]


class TestWriting:
    def test_written_once_however_often_the_list_comes(self, school, child, teacher):
        rows = [payment(), payment(Reference="NVS-9", Amount="(100.00)", Note="Unspent")]
        ready = upload(school, rows, teacher)
        assert (ready.counts["new"], ready.counts["pence"]) == (2, 77_666)
        assert ready.preview["notices"][-1] == "The new sums come to £776.66."
        write(ready, teacher)
        again = upload(school, rows, teacher)
        assert (again.counts["new"], again.counts["unchanged"]) == (0, 2)
        write(again, teacher)
        assert PremiumFunding.objects.count() == 2
        first = PremiumFunding.objects.get(reference="NVS-1")
        assert (first.financial_year, first.payer, first.kind, first.pence, first.on) == (
            2026, "vs", "part", 87_666, PAID,
        )  # fmt: skip
        assert first.written_by == teacher

    def test_one_reference_may_pay_for_several_children(self, school, child, teacher):
        second = PupilFactory(school=school, upn=upn(2))
        in_care(second)
        ready = upload(school, [payment(1, Reference="B1"), payment(2, Reference="B1")], teacher)
        assert (ready.counts["new"], problems(ready)) == (2, [])

    def test_the_same_reference_again_is_never_written(self, school, child, teacher):
        a_sum(child, 87_666, on=PAID, reference="nvs-1")
        ready = upload(school, [payment(), payment(Amount="12.00")], teacher)
        assert (ready.counts["new"], ready.counts["unchanged"]) == (0, 1)
        assert problems(ready) == [(3, "reference known")]
        assert "£876.66 of 2 October 2026, 2026/27" in ready.preview["faults"][0]["advice"]
        twice = upload(school, [payment(Reference="X"), payment(Reference="x")], teacher)
        assert problems(twice) == [(3, "same sum again")]

    def test_the_same_sum_typed_here_without_its_reference(self, school, child, teacher):
        a_sum(child, 87_666, on=PAID)
        ready = upload(school, [payment()], teacher)
        assert (ready.counts["new"], ready.counts["unchanged"]) == (0, 1)
        assert ready.preview["warnings"][0]["problem"] == "known without the reference"

    def test_two_payments_alike_with_two_references_are_two(self, school, child, teacher):
        rows = [payment(), payment(Reference="NVS-2")]
        assert upload(school, rows, teacher).counts["new"] == 2

    def test_the_whole_year_is_given_once(self, school, child, teacher):
        a_sum(child, 263_000, kind="year")
        ready = upload(school, [payment(Type="annual")], teacher)
        assert problems(ready) == [(2, "whole year known")]

    def test_the_last_day_of_a_financial_year_and_the_first_of_the_next(
        self, school, child, teacher
    ):
        rows = [
            payment(Reference="A", **{"Payment date": "31/03/2026"}),
            payment(Reference="B", **{"Payment date": "01/04/2026"}),
            payment(Reference="C", FY="2025-26", **{"Payment date": "01/04/2026"}),
        ]
        write(upload(school, rows, teacher), teacher)
        years = dict(PremiumFunding.objects.values_list("reference", "financial_year"))
        assert years == {"A": 2025, "B": 2026, "C": 2025}

    def test_a_child_who_was_never_in_care_and_a_stranger(self, school, child, teacher):
        PupilFactory(school=school, upn=upn(2))
        strange = PupilFactory(school=SchoolFactory(slug="marsh"), upn=upn(3))
        in_care(strange)
        ready = upload(school, [payment(2), payment(3)], teacher)
        assert problems(ready) == [(2, "not in care here"), (3, "nobody of this name")]

    def test_taken_back_and_what_is_due_is_right(self, school, child, teacher):
        done = write(upload(school, [payment()], teacher), teacher)
        assert not find_changes(school)
        event = AuditEvent.objects.get(action=Action.IMPORT_SUMS)
        assert list(event.pupil_ids) == [child.pk]
        undo_import(file_import=done, by=teacher)
        assert not PremiumFunding.objects.exists()
        assert not find_changes(school)

    def test_not_taken_back_over_a_later_change(self, school, child, teacher):
        done = write(upload(school, [payment()], teacher), teacher)
        row = PremiumFunding.objects.get()
        PremiumFunding.objects.filter(pk=row.pk).update(pence=5)
        with pytest.raises(UndoRefused):
            undo_import(file_import=done, by=teacher)
        assert PremiumFunding.objects.get().pence == 5

    @pytest.mark.parametrize("seed", range(20))
    def test_random_lists_in_any_pieces_balance_to_the_penny(self, school, child, teacher, seed):
        chance = random.Random(seed)
        rows, total = [], 0
        for number in range(chance.randint(5, 25)):
            pence = chance.choice([1, 99, 100, chance.randint(1, 300_000)])
            is_back = chance.random() < 0.2
            total += -pence if is_back else pence
            text = f"{'-' if is_back else ''}{pence // 100}.{pence % 100:02d}"
            rows.append(payment(Amount=text, Reference=f"R{number}", Type="part"))
        for _ in range(3):
            write(
                upload(school, chance.sample(rows, chance.randint(1, len(rows))), teacher), teacher
            )
        write(upload(school, rows, teacher), teacher)
        access = access_of(teacher, school)
        assert premium_year(access, 2026).balance.held == total


class TestPages:
    def test_the_whole_way_as_designated_teacher(self, school, child, teacher):
        client = client_of(teacher)
        assert "/fen/import/?kind=sums" in client.get("/fen/premium/").content.decode()
        file = SimpleUploadedFile("sums.csv", csv_bytes([payment(), payment(7)]))
        url = client.post("/fen/import/", {"kind": "sums", "file": file}).url
        assert run_job(Job.objects.latest("created_at").pk) == JobState.DONE
        page = client.get(url).content.decode()
        assert "2 sums: 1 new, 0 changed, 0 unchanged; 1 row needs you" in page
        assert "A term’s part of it, 2026/27, virtual school, NVS-1" in page
        assert "£876.66" in page
        client.post(f"{url}write/", {"mark": preview_mark(FileImport.objects.get())})
        assert "£876.66" in client.get("/fen/premium/?year=2026").content.decode()

    @pytest.mark.parametrize("role", [r for r in Role if r != Role.DESIGNATED_TEACHER])
    def test_nobody_else_opens_it(self, school, child, teacher, role):
        ready = upload(school, [payment()], teacher)
        answer = client_of(member(school, role)).get(f"/fen/import/{ready.pk}/")
        assert answer.status_code in (403, 404)


def test_the_command_says_what_the_new_rows_come_to(school, child, tmp_path):
    path = tmp_path / "sums.csv"
    path.write_bytes(csv_bytes([payment()]))
    for options, written in (((), 0), (("--commit",), 1), (("--commit",), 1)):
        out = io.StringIO()
        call_command("import_sums", str(path), "--school", "fen", *options, stdout=out)
        assert PremiumFunding.objects.count() == written
    assert "0 new, 0 changed, 1 unchanged" in out.getvalue()
