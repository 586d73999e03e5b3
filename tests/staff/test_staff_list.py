"""The SENDCo's list of staff: what is read, what is said of odd rows, written and taken back."""

import datetime as dt
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from django.core.management import call_command

from aylsham.access.roles import Role
from aylsham.models import School
from pupils.importing.faults import Unusable
from pupils.models import FileImport
from pupils.services.importing.lifecycle import undo_import
from pupils.services.importing.running import run_import
from staff.importing.staff_list import read_days, read_staff
from staff.models import Contract, StaffMember, TrainingRecord, TrainingTopic, WorkingDay
from tests.factories import TODAY, SchoolFactory, member
from tests.pages import client_of, text_of
from tests.staff.makers import contracted, someone

SAMPLE = Path(__file__).parents[2] / "demo" / "samples" / "mis" / "sendco_lsa_list.xlsx"
HEADINGS = ["School", "Name", "Role", "Hours per week", "Days", "Training", "Hourly cost"]


def a_list(*rows: list) -> bytes:
    """A CSV of these rows under the usual headings."""
    lines = [HEADINGS, *rows]
    return "\n".join(",".join(f'"{cell}"' for cell in line) for line in lines).encode()


def row(name="Ada Reed", role="LSA", hours="26", days="Tue-Fri", training="Makaton", rate="14.12"):
    return ["Oakfield School", name, role, hours, days, training, rate]


def problems(parsed) -> list[tuple[int, str, str]]:
    return [(f.row, f.column, f.problem) for f in parsed.faults]


class TestDays:
    @pytest.mark.parametrize(
        ("text", "days"),
        [
            ("Tue-Fri", (1, 2, 3, 4)),
            ("Mon, Wed", (0, 2)),
            ("Mon–Wed", (0, 1, 2)),
            ("Monday to Friday", (0, 1, 2, 3, 4)),
            ("mon to wed and fri", (0, 1, 2, 4)),
            ("Tues & Thurs.", (1, 3)),
            ("Every day", (0, 1, 2, 3, 4)),
            ("Wed", (2,)),
        ],
    )
    def test_understood(self, text, days):
        assert read_days(text) == days

    @pytest.mark.parametrize("text", ["Fri-Mon", "Sat", "Mon-", "mornings", "Mon-Wed-Fri", "T"])
    def test_not_understood(self, text):
        with pytest.raises(Unusable, match="days not understood"):
            read_days(text)


class TestReading:
    def test_the_sample_is_read_to_the_last_row(self):
        parsed = read_staff(SAMPLE.read_bytes())
        assert (len(parsed.rows), parsed.faults, parsed.faulty) == (31, (), ())
        roy = next(each for each in parsed.rows if each.name == "Roy Khan")
        assert (roy.role, roy.hours, roy.days) == ("one_to_one", Decimal("32.5"), (0, 1, 2, 3, 4))
        assert (roy.training, roy.rate) == (("Attention Autism", "Precision teaching"), 1412)
        titles = [w for w in parsed.warnings if w.problem == "repaired characters"]
        assert len(titles) == 10

    @pytest.mark.parametrize(
        ("facts", "problem"),
        [
            ({"role": "Wizard"}, ("Role", "unknown role at work")),
            ({"hours": "0"}, ("Hours per week", "not hours a week")),
            ({"hours": "48.25"}, ("Hours per week", "not hours a week")),
            ({"hours": "nine"}, ("Hours per week", "not hours a week")),
            ({"hours": ""}, ("Hours per week", "missing")),
            ({"days": "Sat"}, ("Days", "days not understood")),
            ({"days": ""}, ("Days", "missing")),
            ({"rate": "lots"}, ("Hourly cost", "not a sum of money")),
            ({"rate": "14.125"}, ("Hourly cost", "not a sum of money")),
            ({"name": "N" * 151}, ("Name", "too long")),
            ({"name": "=1+1"}, ("Name", "formula in a cell")),
        ],
    )
    def test_a_bad_cell_is_named(self, facts, problem):
        assert problems(read_staff(a_list(row(), row(**facts)))) == [(3, *problem)]

    def test_row_300(self):
        rows = [
            row(f"Person {'ABCDEFGHIJ'[n % 10]}{'abcdefghij'[n // 10 % 10]}x") for n in range(298)
        ]
        parsed = read_staff(a_list(*rows, row("Last One", days="never")))
        assert problems(parsed) == [(300, "Days", "days not understood")]
        assert len(parsed.rows) == 298

    def test_what_is_odd_is_said(self):
        parsed = read_staff(
            a_list(
                row("Mrs. Ada Reed", hours="30", days="Mon, Wed"),
                row("Reed, Bo", training="Makaton, ELSA"),
                ["Total", "", "", "56", "", "", ""],
            )
        )
        said = [(w.row, w.problem) for w in parsed.warnings]
        assert [each.name for each in parsed.rows] == ["Ada Reed", "Bo Reed"]
        assert (2, "repaired characters") in said
        assert (2, "hours do not fit the days") in said
        assert (3, "commas in training") in said
        assert [each.row for each in parsed.skipped] == [4]

    def test_without_a_column(self):
        data = b"School,Name,Role\nOakfield School,Ada Reed,LSA\n"
        assert {p for _, _, p in problems(read_staff(data))} == {"no such column"}


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield", name="Oakfield School")


def imported(school, data: bytes, *, is_written=True, by=None):
    return run_import(
        school=school, kind="staff", data=data, name="list.csv", today=TODAY, by=by,
        is_written=is_written,
    )  # fmt: skip


@pytest.mark.django_db
@pytest.mark.usefixtures("today")
class TestWriting:
    def test_people_contracts_and_trainings(self, school):
        report = imported(school, a_list(row(training="Makaton; Safeguarding; makaton")))
        assert report.counts["new"] == 1
        contract = Contract.objects.get()
        assert (contract.member.name, contract.member.role) == ("Ada Reed", "lsa")
        assert (contract.hours_a_week, contract.pence_an_hour) == (Decimal(26), 1412)
        assert contract.starts_on == dt.date(2026, 9, 1)
        assert [d.weekday for d in WorkingDay.objects.order_by("weekday")] == [1, 2, 3, 4]
        trainings = TrainingRecord.objects.order_by("title")
        assert [(t.title, t.subject) for t in trainings] == [
            ("Makaton", "other"),
            ("Safeguarding", "safeguarding"),
        ]
        assert TrainingTopic.objects.get().name == "Makaton"

    def test_a_dry_run_leaves_nothing(self, school):
        imported(school, a_list(row()), is_written=False)
        assert not StaffMember.objects.exists()
        assert not FileImport.objects.exists()

    def test_again_adds_only_what_is_missing(self, school):
        imported(school, a_list(row()))
        report = imported(school, a_list(row(training="Makaton; ELSA", hours="20")))
        counts = report.counts
        assert (counts["new"], counts["changed"], counts["unchanged"]) == (0, 1, 0)
        assert Contract.objects.get().hours_a_week == Decimal(26)
        assert [w["problem"] for w in report.preview["warnings"]] == ["known here, otherwise"]
        assert TrainingRecord.objects.count() == 2
        assert imported(school, a_list(row(training="elsa"))).counts["unchanged"] == 1

    def test_schools_and_doubles(self, school):
        SchoolFactory(slug="sister", name="Sister School", federation=school.federation)
        SchoolFactory(slug="stranger", name="Stranger School")
        sister, stranger = row("Bo Sister"), row("Cy Stranger")
        sister[0], stranger[0] = "Sister School", "Stranger School"
        report = imported(school, a_list(row(), row("ADA REED"), sister, stranger))
        assert (report.counts["new"], report.counts["other_schools"]) == (1, 1)
        assert [(f["row"], f["problem"]) for f in report.preview["faults"]] == [
            (3, "person repeated"),
            (5, "school not known"),
        ]

    def test_somebody_with_an_account_is_said_and_not_linked(self, school):
        post = member(school, Role.LSA)
        report = imported(school, a_list(row(post.name)))
        assert "somebody with an account" in {w["problem"] for w in report.preview["warnings"]}
        assert StaffMember.objects.get().user is None

    def test_taken_back(self, school):
        known = someone(school)
        contracted(known)
        imported(school, a_list(row(training="ELSA", hours="26"), row("Bo Lee")))
        found = undo_import(file_import=FileImport.objects.get(), by=None)
        assert found.state == "undone"
        assert list(StaffMember.objects.all()) == [known]
        assert not TrainingRecord.objects.exists()

    def test_the_command_over_schools(self, school, capsys, tmp_path):
        for name in ("Bure Valley School", "John of Gaunt Infant and Nursery School"):
            SchoolFactory(name=name, slug=name.split()[-2].lower(), federation=school.federation)
        School.objects.filter(pk=school.pk).update(name="John Bear's Nursery")
        call_command("import_staff", SAMPLE)
        assert not StaffMember.objects.exists()
        call_command("import_staff", SAMPLE, "--commit")
        assert StaffMember.objects.count() == 31
        assert "31 rows: 31 good, 31 new" in capsys.readouterr().out


@pytest.mark.django_db
@pytest.mark.usefixtures("today")
class TestThePage:
    @pytest.mark.parametrize(("role", "is_offered"), [(Role.SENDCO, True), (Role.OFFICE, False)])
    def test_who_is_offered_it(self, school, role, is_offered):
        page = client_of(member(school, role)).get("/oakfield/import/")
        assert ("list of support staff" in text_of(page)) == is_offered

    def test_an_upload_is_read_shown_and_written(self, school):
        from pupils.services.importing.lifecycle import read_import, receive_file

        sendco = member(school, Role.SENDCO)
        data = a_list(row(), row("Bo Lee", days="Sun"))
        found = receive_file(school=school, kind="staff", data=data, name="l.csv", by=sendco)
        read_import(file_import=found, today=TODAY)
        client = client_of(sendco)
        page = client.get(f"/oakfield/import/{found.pk}/")
        text = text_of(page)
        for words in ("List of staff", "Ada Reed", "Bo Lee", "are no days of the week", "1 row"):
            assert words in text, words
        assert "Hours and days" in text
        assert 'scope="col">Child<' not in page.content.decode()
        assert "List of staff" in text_of(client.get("/oakfield/import/"))
        office = client_of(member(school, Role.OFFICE))
        assert office.get(f"/oakfield/import/{found.pk}/").status_code == 404


def test_the_sample_has_31_rows():
    assert openpyxl.load_workbook(SAMPLE).active.max_row == 32
