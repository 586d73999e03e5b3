"""Attainment and behaviour by term, from sheets in any order of columns."""

import datetime as dt

import pytest

from aylsham.access.roles import Role
from aylsham.audit.codes import Action
from aylsham.models import AuditEvent
from aylsham.tenancy.row_security import school_transaction
from pupils.codes import ImportKind, ImportState
from pupils.importing.marks import read_marks
from pupils.importing.term_values import TermOf, find_term
from pupils.models import AttainmentFigure, BehaviourFigure
from pupils.services.importing.lifecycle import (
    correct_cell,
    decide,
    read_import,
    receive_file,
    undo_import,
    write_import,
)
from pupils.services.importing.undoing import UndoRefused
from tests.factories import PupilFactory, SchoolFactory, member
from tests.pages import client_of, text_of

from .makers import TODAY, csv_bytes, upn, xlsx_bytes


def mark(serial=1, **changes):
    return {
        "Writing": "WTS",
        "Term": "Summer 2026",
        "UPN": upn(serial),
        "Incidents": "3",
        "Maths": "Expected",
        "Name": "Burton, Josephine",
        "Reading": "GDS",
        "House points": "41",
    } | changes


def read(rows, **options):
    return read_marks(csv_bytes(rows), today=TODAY, **options)


def found(parsed):
    return [(f.row, f.column, f.problem) for f in parsed.faults]


class TestReading:
    def test_columns_in_any_order_and_either_kind_of_file(self):
        rows = [mark(1), dict(reversed(mark(2).items()))]
        for data in (csv_bytes(rows), xlsx_bytes(rows)):
            parsed = read_marks(data, today=TODAY)
            assert found(parsed) == []
            first = parsed.rows[0]
            assert (first.term, first.reading, first.writing, first.maths) == (
                TermOf(2025, "summer"), 4, 2, 3,
            )  # fmt: skip
            assert (first.incidents, first.praise) == (3, 41)

    @pytest.mark.parametrize(
        ("text", "term"),
        [
            ("Autumn 2025", TermOf(2025, "autumn")),
            ("Spring 2026", TermOf(2025, "spring")),
            ("Aut 1 25/26", TermOf(2025, "autumn")),
            ("2025-26 Summer", TermOf(2025, "summer")),
            ("2025/2026 Spring 2", TermOf(2025, "spring")),
            ("Attainment_Autumn_2025.xlsx", TermOf(2025, "autumn")),
            ("Autumn", None),
            ("2025", None),
            ("Autumn 2025 to Spring 2026", None),
            ("Autumn 25/27", None),
        ],
    )
    def test_a_term_is_never_guessed(self, text, term):
        assert find_term(text) == term

    @pytest.mark.parametrize(
        ("column", "value", "problem"),
        [
            ("UPN", "A926299923001", "wrong check letter"),
            ("Term", "", "missing"),
            ("Term", "last term", "not a term"),
            ("Term", "Spring 2027", "in the future"),
            ("Reading", "3", "unknown attainment"),
            ("Reading", "EXS?", "unknown attainment"),
            ("Writing", "=A1", "formula in a cell"),
            ("Incidents", "-1", "not a whole number"),
            ("Incidents", "2.5", "not a whole number"),
            ("Name", "Burton", "which is the surname"),
        ],
    )
    def test_a_fault_by_row_and_column(self, column, value, problem):
        parsed = read([mark(1), mark(2, **{column: value}), mark(3)])
        assert found(parsed) == [(3, column, problem)]
        assert (len(parsed.rows), parsed.row_count) == (2, 3)

    def test_a_child_has_a_row_for_each_term_and_one_only(self):
        parsed = read([mark(1), mark(1, Term="Spring 2026"), mark(1, Reading="WTS")])
        assert found(parsed) == [(4, "UPN", "row repeated")]

    def test_the_term_may_stand_in_the_name_of_the_file_and_that_is_said(self):
        rows = [{k: v for k, v in mark(1).items() if k != "Term"}]
        parsed = read(rows, name="Data drop Spring 2026.csv")
        assert parsed.rows[0].term == TermOf(2025, "spring")
        assert "The name of the file does: spring term" in parsed.notices[-1]
        assert found(read(rows, name="data.csv")) == [(1, "term", "no such column")]

    def test_without_a_upn_name_and_birthday_are_needed(self):
        rows = [mark(1, UPN="", DOB="03/12/2018"), mark(2, UPN="", DOB="")]
        assert found(read(rows)) == [(3, "DOB", "missing")]


@pytest.fixture
def school(today):
    return SchoolFactory(slug="fen")


@pytest.fixture
def child(school):
    return PupilFactory(
        school=school, upn=upn(1), last_name="Burton", first_name="Josephine",
        born_on=dt.date(2018, 12, 3),
    )  # fmt: skip


@pytest.fixture
def sendco(school):
    return member(school, Role.SENDCO)


def upload(school, rows, by):
    received = receive_file(
        school=school, kind=ImportKind.MARKS, data=csv_bytes(rows), name="marks.csv", by=by
    )
    return read_import(file_import=received, today=TODAY)


def write(file_import, by):
    return write_import(file_import=file_import, mark=None, today=TODAY, by=by)


def attained():
    return sorted(
        AttainmentFigure.objects.values_list("academic_year", "term", "subject", "attained")
    )


@pytest.mark.django_db
class TestWriting:
    def test_written_then_the_same_file_changes_nothing(self, school, child, sendco):
        rows = [mark(1), mark(1, Term="Spring 2026", Reading="EXS", Incidents="")]
        first = upload(school, rows, sendco)
        assert first.counts == {"rows": 2, "good": 2, "new": 2, "changed": 0, "unchanged": 0}
        write(first, sendco)
        assert len(attained()) == 6
        assert BehaviourFigure.objects.get(term="spring").incidents is None
        again = upload(school, rows, sendco)
        assert (again.counts["unchanged"], again.preview["changed"]) == (2, [])
        write(again, sendco)
        assert len(attained()) == 6
        assert again.changes.count() == 0

    def test_an_empty_cell_takes_nothing_away(self, school, child, sendco):
        write(upload(school, [mark(1)], sendco), sendco)
        later = upload(school, [mark(1, Reading="", Maths="GDS")], sendco)
        assert [c["label"] for c in later.preview["changed"][0]["changes"]] == [
            "Mathematics, summer 2026"
        ]
        write(later, sendco)
        assert (2025, "summer", "reading", 4) in attained()
        assert (2025, "summer", "maths", 4) in attained()

    def test_good_rows_only_and_a_stranger_is_a_fault(self, school, child, sendco):
        ready = upload(school, [mark(1), mark(2), mark(1, Term="soon")], sendco)
        problems = {(f["row"], f["problem"]) for f in ready.preview["faults"]}
        assert problems == {(3, "child not found"), (4, "not a term")}
        write(ready, sendco)
        assert len(attained()) == 3

    def test_a_cell_is_put_right_before_writing(self, school, child, sendco):
        ready = upload(school, [mark(1, Reading="top")], sendco)
        fixed = correct_cell(
            file_import=ready, row=2, column="Reading", text="GDS", today=TODAY, by=sendco
        )
        assert fixed.preview["faults"] == []

    def test_a_doubtful_child_waits_for_an_answer(self, school, child, sendco):
        row = mark(2, DOB="03/12/2018")  # the name and birthday of a child with another UPN
        ready = upload(school, [row], sendco)
        assert ready.preview["matches"][0]["is_open"]
        write(ready, sendco)
        assert attained() == []
        ready = upload(school, [row], sendco)
        ready = decide(
            file_import=ready, what="matches", key="2", choice="same", today=TODAY, by=sendco
        )
        write(ready, sendco)
        assert len(attained()) == 3

    def test_taken_back_exactly_or_not_at_all(self, school, child, sendco):
        write(upload(school, [mark(1)], sendco), sendco)
        before = attained()
        second = write(
            upload(school, [mark(1, Maths="WB"), mark(1, Term="Spring 2026")], sendco), sendco
        )
        undo_import(file_import=second, by=sendco)
        assert attained() == before
        third = write(upload(school, [mark(1, Maths="WB")], sendco), sendco)
        AttainmentFigure.objects.filter(subject="maths").update(attained=4)
        with pytest.raises(UndoRefused):
            undo_import(file_import=third, by=sendco)

    def test_another_schools_child_is_not_found(self, school, sendco):
        PupilFactory(school=SchoolFactory(), upn=upn(1))
        ready = upload(school, [mark(1)], sendco)
        assert ready.preview["faults"][0]["problem"] == "child not found"

    def test_it_is_written_down(self, school, child, sendco):
        write(upload(school, [mark(1)], sendco), sendco)
        event = AuditEvent.objects.get(action=Action.IMPORT_MARKS)
        assert event.pupil_ids == [child.pk]


@pytest.mark.django_db(transaction=True)
def test_the_pages_lead_from_the_file_to_the_record(today):
    school = SchoolFactory(slug="fen")
    with school_transaction(school):
        PupilFactory(school=school, upn=upn(1))
        user = member(school, Role.SENDCO)
        ready = upload(school, [mark(1), mark(1, Term="Autumn 2025", Reading="odd")], user)
    client = client_of(user)
    page = f"/fen/import/{ready.pk}/"
    words = text_of(client.get(page))
    assert "2 rows: 1 new" in words
    assert "Reading, summer 2026" in words
    assert "is not understood. Type well below" in words
    assert client.get(f"{page}columns/").status_code == 200
    client.post(f"{page}write/", {"mark": client.get(page).context["mark"]})
    with school_transaction(school):
        ready.refresh_from_db()
        assert ready.state == ImportState.DONE
        assert AttainmentFigure.objects.count() == 3
