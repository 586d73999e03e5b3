"""Weeks of attendance from a file: of children in care only; nothing of others is kept."""

import io
import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command

from aylsham.access.permissions import Permission
from aylsham.access.roles import ROLES, Role
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.deadlines.services import find_changes
from aylsham.jobs.codes import JobState
from aylsham.jobs.runner import run_job
from aylsham.models import AuditEvent, Job
from lac.models import WatchTask, WeekAttendance
from lac.services.watch import close_watch_task
from pupils.codes import ImportKind
from pupils.importing.care_lists import read_list
from pupils.importing.weeks import WEEKS
from pupils.models import FileImport
from pupils.services.importing.lifecycle import (
    correct_cell,
    preview_mark,
    read_import,
    receive_file,
    undo_import,
    write_import,
)
from pupils.services.importing.undoing import UndoRefused
from reports.selectors.changes import recent_changes
from tests.access import access_of
from tests.factories import TODAY, PupilFactory, SchoolFactory, member
from tests.lac.makers import day, in_care
from tests.pages import client_of
from tests.pupils.importing.makers import csv_bytes, upn, xlsx_bytes
from tests.school_years import school_year

LAST, BEFORE = day("2026-11-16"), day("2026-11-09")


def week(serial=1, **changes):
    return {
        "UPN": upn(serial),
        "Name": "Burton, Josephine",
        "Week beginning": "16/11/2026",
        "Possible": "10",
        "Attended": "9",
    } | changes


def read(rows, **options):
    data = rows if isinstance(rows, bytes) else csv_bytes(rows)
    return read_list(data, WEEKS, today=TODAY, **options)


def found(parsed):
    return [(f.row, f.column, f.problem) for f in parsed.faults]


def said(parsed):
    return [(r.values["week_on"], r.values["possible"], r.values["attended"]) for r in parsed.rows]


class TestReading:
    def test_columns_in_any_order_and_either_kind_of_file(self):
        rows = [week(1), dict(reversed(week(2).items()))]
        for data in (csv_bytes(rows), xlsx_bytes(rows)):
            assert said(read(data)) == [(LAST, 10, 9)] * 2

    @pytest.mark.parametrize(
        ("missed", "attended"),
        [({"Absences": "3"}, 7), ({"Authorised absences": "1", "Unauthorised absences": ""}, 9)],
    )
    def test_attended_is_what_was_possible_less_what_was_missed(self, missed, attended):
        row = {k: v for k, v in week().items() if k != "Attended"} | missed
        assert said(read([row])) == [(LAST, 10, attended)]

    @pytest.mark.parametrize(
        ("column", "value", "problem"),
        [
            ("UPN", "A926299923001", "wrong check letter"),
            ("Week beginning", "", "missing"),
            ("Week beginning", "30/11/2026", "in the future"),
            ("Week beginning", "15/11/2026", "no school day"),
            ("Week beginning", "31/11/2026", "not a date"),
            ("Possible", "15", "too many half days"),
            ("Possible", "", "missing"),
            ("Possible", "=B2", "formula in a cell"),
            ("Attended", "11", "more than there were"),
            ("Attended", "9.5", "not a whole number"),
            ("Attended", "", "missing"),
            ("Name", "Burton", "which is the surname"),
        ],
    )
    def test_a_fault_by_row_and_column(self, column, value, problem):
        parsed = read([week(1), week(2, **{column: value}), week(3)])
        assert found(parsed) == [(3, column, problem)]
        assert (len(parsed.rows), parsed.row_count) == (2, 3)

    def test_this_week_counts_and_its_last_day_stands_for_its_monday(self):
        parsed = read([week(**{"Week beginning": "20/11/2026"})])
        assert said(parsed) == [(LAST, 10, 9)]
        assert [w.problem for w in parsed.warnings] == ["not a Monday"]
        assert found(read([week(**{"Week beginning": "23/11/2026"})])) == []

    def test_nobody_attends_a_week_without_half_days(self):
        parsed = read([week(Possible="0", Attended="0")])
        assert (parsed.rows, parsed.faults) == ((), ())
        assert parsed.skipped[0].reason == "no half days in that week"

    @pytest.mark.parametrize(
        ("name", "monday"),
        [
            ("Attendance 16-11-2026.csv", LAST),
            ("attendance_2026-11-18_2026-11-20.csv", LAST),
            ("attendance 09.11.2026 to 20.11.2026.csv", None),
            ("attendance.csv", None),
        ],
    )
    def test_the_week_may_stand_in_the_name_of_the_file_and_that_is_said(self, name, monday):
        parsed = read([{k: v for k, v in week().items() if k != "Week beginning"}], name=name)
        if monday:
            assert said(parsed) == [(monday, 10, 9)]
            assert "The name of the file does: 16 November 2026." in parsed.notices[-1]
        else:
            assert found(parsed) == [(1, "week", "no such column")]

    def test_nothing_of_an_other_child_is_in_what_was_read(self):
        rows = [week(1), week(2, Name="Secret, Sally", Attended="bad", Possible="7")]
        parsed = read(rows, is_other=lambda who: who.upn == upn(2))
        assert parsed.others == 1
        assert "Secret" not in repr(parsed)
        assert upn(2) not in repr(parsed)


@pytest.fixture
def school(db, today):
    school = SchoolFactory(slug="fen")
    school_year(school)
    return school


@pytest.fixture
def child(school):
    child = PupilFactory(
        school=school, upn=upn(1), last_name="Burton", first_name="Josephine",
        born_on=day("2018-12-03"),
    )  # fmt: skip
    in_care(child)
    return child


@pytest.fixture
def other(school):
    """A child of the school who is not in care."""
    return PupilFactory(school=school, upn=upn(2), last_name="Secret", first_name="Sally")


@pytest.fixture
def teacher(school):
    return member(school, Role.DESIGNATED_TEACHER)


def upload(school, rows, by, name="weeks.csv"):
    received = receive_file(
        school=school, kind=ImportKind.WEEKS, data=csv_bytes(rows), name=name, by=by
    )
    return read_import(file_import=received, today=TODAY)


def write(file_import, by):
    return write_import(file_import=file_import, mark=None, today=TODAY, by=by)


def kept():
    rows = WeekAttendance.objects.order_by("week_on")
    return list(rows.values_list("week_on", "possible", "attended"))


LOW = [week(Attended="5"), week(Attended="6", **{"Week beginning": "09/11/2026"})]


class TestWriting:
    def test_written_then_the_same_file_changes_nothing(self, school, child, teacher):
        rows = [week(), week(Attended="10", **{"Week beginning": "2026-11-09"})]
        ready = upload(school, rows, teacher)
        assert ready.counts == {
            "rows": 2, "good": 2, "new": 2, "changed": 0, "unchanged": 0, "others": 0,
        }  # fmt: skip
        write(ready, teacher)
        assert kept() == [(BEFORE, 10, 10), (LAST, 10, 9)]
        again = upload(school, rows, teacher)
        assert (again.counts["unchanged"], again.preview["changed"]) == (2, [])
        write(again, teacher)
        assert again.changes.count() == 0

    def test_what_was_typed_here_is_shown_beside_the_file(self, school, child, teacher):
        WeekAttendance.objects.create(
            school=school, pupil=child, week_on=LAST, possible=10, attended=4
        )
        ready = upload(school, [week()], teacher)
        [shown] = ready.preview["changed"][0]["changes"]
        assert (shown["ours"], shown["theirs"]) == ("4 of 10 half days", "9 of 10 half days")
        write(ready, teacher)
        assert kept() == [(LAST, 10, 9)]

    def test_of_other_children_nothing_is_kept_not_even_the_file(
        self, school, child, other, teacher
    ):
        rows = [week(), week(2, Name="Secret, Sally", Attended="lots")]
        ready = upload(school, rows, teacher)
        assert (ready.counts["rows"], ready.counts["others"]) == (1, 1)
        assert "1 row is of children who are not in care" in ready.preview["notices"][-1]
        write(ready, teacher)
        done = FileImport.objects.get()
        assert done.content is None
        text = json.dumps([done.preview, done.counts, list(done.changes.values("after"))])
        assert "Secret" not in text
        assert upn(2) not in text
        assert [str(pk) for pk in done.pupil_ids] == [str(child.pk)]

    def test_an_other_child_with_a_slip_in_the_upn_is_no_more_than_counted(
        self, school, child, other, teacher
    ):
        rows = [week(9, Name="Secret, Sally"), week(1, UPN="A9262999", Name="Secret, Sally")]
        ready = upload(school, rows, teacher)
        assert (ready.counts["rows"], ready.counts["others"]) == (0, 2)
        assert "Secret" not in json.dumps(ready.preview)

    def test_a_child_in_care_with_a_slip_in_the_upn_waits(self, school, child, teacher):
        ready = upload(school, [week(9)], teacher)
        assert [f["problem"] for f in ready.preview["faults"]] == ["nobody of this name"]
        assert "No good row in the file for Josephine Burton." in ready.preview["notices"]

    def test_who_is_missing_is_said(self, school, child, other, teacher):
        ready = upload(school, [week(2, Name="Secret, Sally")], teacher)
        assert "No good row in the file for Josephine Burton." in ready.preview["notices"]

    def test_without_a_upn_a_name_is_enough_if_only_one_child_has_it(self, school, child, teacher):
        row = {k: v for k, v in week().items() if k != "UPN"}
        ready = upload(school, [row], teacher)
        assert ready.preview["matches"][0]["by"] == "called"
        twin = PupilFactory(school=school, last_name="Burton", first_name="Josephine")
        assert upload(school, [row], teacher).counts["new"] == 1  # the other is not in care
        in_care(twin)
        again = upload(school, [row], teacher)
        assert [f["problem"] for f in again.preview["faults"]] == ["more than one child"]

    def test_a_stranger_and_a_week_that_stands_there_twice(self, school, child, teacher):
        row = {k: v for k, v in week().items() if k != "UPN"} | {"UPN": ""}
        ready = upload(school, [week(), week(7), row], teacher)
        problems = [(f["row"], f["problem"]) for f in ready.preview["faults"]]
        assert problems == [(3, "nobody of this name"), (4, "same week again")]
        fixed = correct_cell(
            file_import=ready, row=4, column="Week beginning", text="9/11/2026", today=TODAY,
            by=teacher,
        )  # fmt: skip
        assert fixed.counts["new"] == 2

    def test_a_child_of_another_school_is_nobody_here(self, school, child, teacher):
        strange = PupilFactory(school=SchoolFactory(slug="marsh"), upn=upn(3))
        in_care(strange)
        ready = upload(school, [week(3)], teacher)
        assert ready.preview["faults"][0]["problem"] == "nobody of this name"

    def test_the_rules_look_at_once_and_what_is_due_is_right(self, school, child, teacher):
        write(upload(school, LOW, teacher), teacher)
        task = WatchTask.objects.get(pupil=child)
        assert task.rule == "attendance"
        assert not find_changes(school)
        event = AuditEvent.objects.get(action=Action.IMPORT_WEEKS)
        assert list(event.pupil_ids) == [child.pk]

    def test_taken_back_with_what_only_it_had_shown(self, school, child, teacher):
        done = write(upload(school, LOW, teacher), teacher)
        undo_import(file_import=done, by=teacher)
        assert kept() == []
        assert not WatchTask.objects.exists()
        assert not find_changes(school)

    def test_what_somebody_has_dealt_with_stays(self, school, child, teacher):
        done = write(upload(school, LOW, teacher), teacher)
        close_watch_task(task=WatchTask.objects.get(), done="Spoke to the carer", by=teacher)
        undo_import(file_import=done, by=teacher)
        assert WatchTask.objects.get().done == "Spoke to the carer"

    def test_not_taken_back_over_a_later_change(self, school, child, teacher):
        done = write(upload(school, [week()], teacher), teacher)
        WeekAttendance.objects.update(attended=3)
        with pytest.raises(UndoRefused):
            undo_import(file_import=done, by=teacher)
        assert kept() == [(LAST, 10, 3)]

    def test_a_preview_of_before_writes_nothing(self, school, child, teacher):
        ready = upload(school, [week()], teacher)
        mark = preview_mark(ready)
        WeekAttendance.objects.create(
            school=school, pupil=child, week_on=LAST, possible=10, attended=4
        )
        with pytest.raises(TransitionNotAllowed, match="has changed since"):
            write_import(file_import=ready, mark=mark, today=TODAY, by=teacher)
        assert kept() == [(LAST, 10, 4)]


class TestPages:
    def test_the_whole_way_as_designated_teacher(self, school, child, other, teacher):
        client = client_of(teacher)
        body = client.get("/fen/import/?kind=weeks").content.decode()
        assert 'value="weeks"' in body
        assert 'value="roll"' not in body
        rows = csv_bytes([week(), week(2, Name="Secret, Sally")])
        file = SimpleUploadedFile("weeks.csv", rows)
        url = client.post("/fen/import/", {"kind": "weeks", "file": file}).url
        assert run_job(Job.objects.latest("created_at").pk) == JobState.DONE
        page = client.get(url).content.decode()
        assert "1 weeks of children in care: 1 new" in page
        assert "9 of 10 half days" in page
        assert "Secret" not in page
        client.post(f"{url}write/", {"mark": preview_mark(FileImport.objects.get())})
        assert kept() == [(LAST, 10, 9)]
        assert "9 of 10 half days" in client.get(url).content.decode()
        client.post(f"{url}undo/")
        assert kept() == []

    @pytest.mark.parametrize("role", [r for r in Role if r != Role.DESIGNATED_TEACHER])
    def test_nobody_else_opens_it_or_knows_of_it(self, school, child, teacher, role):
        ready = upload(school, [week()], teacher)
        client = client_of(member(school, role))
        may_import = Permission.IMPORT_FILES in ROLES[role].permissions
        for page in ("", "columns/"):
            answer = client.get(f"/fen/import/{ready.pk}/{page}")
            assert answer.status_code == (404 if may_import else 403)
        assert "children in care" not in client.get("/fen/import/").content.decode()

    def test_what_changed_since_yesterday_names_it_to_those_who_may_know(
        self, school, child, teacher
    ):
        write(upload(school, [week()], teacher), teacher)
        for role, knows in ((Role.SENDCO, True), (Role.SEND_ADMINISTRATOR, False)):
            said = recent_changes(access_of(member(school, role), school)).changes
            assert ("weeks of attendance" in str(said)) == knows

    def test_a_designated_teacher_imports_no_roll(self, school, teacher):
        file = SimpleUploadedFile("roll.csv", csv_bytes([week()]))
        answer = client_of(teacher).post("/fen/import/", {"kind": "roll", "file": file})
        assert answer.status_code == 200
        assert not FileImport.objects.exists()


class TestCommand:
    def run(self, tmp_path, rows, *options):
        path = tmp_path / "weeks.csv"
        path.write_bytes(csv_bytes(rows))
        out = io.StringIO()
        call_command("import_weeks", str(path), "--school", "fen", *options, stdout=out)
        return out.getvalue()

    def test_says_and_with_commit_writes(self, school, child, other, tmp_path):
        rows = [week(), week(2, Name="Secret, Sally")]
        out = self.run(tmp_path, rows)
        assert "1 rows: 1 good, 1 new" in out
        assert "nothing of them is kept" in out
        assert (kept(), FileImport.objects.count()) == ([], 0)
        assert "Written." in self.run(tmp_path, rows, "--commit")
        assert kept() == [(LAST, 10, 9)]

    def test_all_or_nothing(self, school, child, tmp_path):
        out = self.run(tmp_path, [week(), week(7)], "--commit", "--nothing-with-faults")
        assert "Nothing was written." in out
        assert kept() == []

    def test_a_school_that_is_not_there(self, school, tmp_path):
        path = tmp_path / "weeks.csv"
        path.write_bytes(csv_bytes([week()]))
        with pytest.raises(CommandError, match="No school"):
            call_command("import_weeks", str(path), "--school", "nowhere")
