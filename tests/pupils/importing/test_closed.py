"""Rows of a child whose record moved to another school: named in the preview, never written."""

import pytest

from aylsham.changes import TransitionNotAllowed
from ehcp.models import EhcPlan
from pupils.codes import ImportKind
from pupils.models import AttainmentFigure, FileImport, Pupil
from pupils.services.importing.lifecycle import undo_import
from pupils.services.importing.running import run_import

from .makers import TODAY, csv_bytes
from .test_import_roll import changes_of, child, numbers, run, the_child
from .test_marks import mark
from .test_plans import plan

pytestmark = pytest.mark.usefixtures("today")
PROBLEM = "record moved away: not taken"


def close(serial: int) -> Pupil:
    """The record of this child is closed; it left the day before."""
    pupil = the_child(serial)
    pupil.enrolments.update(ends_on=TODAY)
    Pupil.objects.filter(pk=pupil.pk).update(closed_on=TODAY)
    return the_child(serial)


def other(school, kind, rows):
    return run_import(
        school=school,
        kind=kind,
        data=csv_bytes(rows),
        name="list.csv",
        today=TODAY,
        by=None,
        is_written=True,
    )


def test_of_a_roll_the_row_is_named_and_the_others_are_written(bure_valley):
    run(bure_valley, [child(1), child(2)])
    closed = close(1)
    before = Pupil.objects.filter(pk=closed.pk).values().get()
    report = run(bure_valley, [child(1, Forename="Elsewhere"), child(2, Forename="Here")])
    assert [(w["row"], w["column"], w["problem"]) for w in report.preview["warnings"]] == [
        (2, "UPN", PROBLEM)
    ]
    assert "moved to another school on 23 Nov 2026" in report.preview["warnings"][0]["advice"]
    assert Pupil.objects.filter(pk=closed.pk).values().get() == before
    assert not closed.enrolments.filter(ends_on=None).exists()
    assert numbers(report)[:2] == (0, 1)
    assert changes_of(report)["first_name"][1] == "Here"
    assert Pupil.objects.count() == 2


def test_without_the_upn_it_is_the_same_child(bure_valley):
    run(bure_valley, [child(1), child(2)])
    close(1)
    report = run(bure_valley, [child(1, UPN=""), child(2)])
    assert [w["problem"] for w in report.preview["warnings"]].count(PROBLEM) == 1
    assert Pupil.objects.count() == 2


def test_of_marks_and_of_plans(bure_valley):
    run(bure_valley, [child(1), child(2)])
    close(1)
    report = other(bure_valley, ImportKind.MARKS, [mark(1), mark(2)])
    assert [f["problem"] for f in report.preview["faults"]] == [PROBLEM]
    assert set(AttainmentFigure.objects.values_list("pupil", flat=True)) == {the_child(2).pk}
    report = other(bure_valley, ImportKind.PLANS, [plan(1), plan(2)])
    assert [f["problem"] for f in report.preview["faults"]] == [PROBLEM]
    assert list(EhcPlan.objects.values_list("pupil", flat=True)) == [the_child(2).pk]


def test_an_import_is_not_taken_back_over_a_record_that_closed_since(bure_valley):
    run(bure_valley, [child(1), child(2)])
    closed = close(1)
    with pytest.raises(TransitionNotAllowed, match="moved to another school"):
        undo_import(file_import=FileImport.objects.get(), by=None)
    assert Pupil.objects.filter(pk=closed.pk).exists()
