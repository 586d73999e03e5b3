"""What was entered here is kept and listed; what was imported can be taken back exactly."""

import datetime as dt
from unittest import mock

import pytest
import time_machine
from django.apps import apps
from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed, version_of
from aylsham.models import AuditEvent
from lac.codes import CareKind
from lac.models import CarePeriod
from pupils.codes import DifferenceState, ImportKind, ImportState, StatusReason
from pupils.models import (
    ClassAdult,
    ColumnMeaning,
    Enrolment,
    FileImport,
    ImportedChange,
    Pupil,
    RollDifference,
)
from pupils.selectors.importing import summary
from pupils.services.details import PUPIL_FIELDS, correct_pupil
from pupils.services.importing.journal import plain
from pupils.services.importing.lifecycle import (
    correct_cell,
    decide,
    discard_import,
    leave_out_row,
    name_columns,
    preview_mark,
    read_import,
    receive_file,
    undo_import,
    write_import,
)
from pupils.services.importing.undoing import UndoRefused
from pupils.services.needs import add_need, end_need
from pupils.services.status import end_status
from tests.factories import put_on_register
from tests.provision.base_makers import base_at, placed

from .makers import SAMPLES, TODAY, child, csv_bytes, upn

pytestmark = pytest.mark.usefixtures("today")
ARBOR = (SAMPLES / "bure-valley_arbor.csv").read_bytes()
WATCHED = (
    *("Pupil", "Enrolment", "ClassGroup", "StatusPeriod", "Need", "DatedFact", "Contact"),
    *("AttendanceFigure", "RollDifference"),
)


def upload(school, data, by):
    """A file, read and ready."""
    data = csv_bytes(data) if isinstance(data, list) else data
    received = receive_file(
        school=school, kind=ImportKind.ROLL, data=data, name="C:\\rolls\\roll.csv", by=by
    )
    return read_import(file_import=received, today=TODAY)


def write(file_import, by):
    """Write what was shown."""
    return write_import(file_import=file_import, mark=preview_mark(file_import), today=TODAY, by=by)


def imported(school, data, by):
    """Upload and write."""
    return write(upload(school, data, by), by)


def snapshot():
    """Every row that an import may touch."""
    models = [apps.get_model("pupils", name) for name in WATCHED] + [CarePeriod]
    return {
        model._meta.label: {row.pk: plain(row) for row in model._default_manager.all()}
        for model in models
    }


def kept(file_import):
    """(field, ours, theirs) of what is kept."""
    return [
        (d["field"], d["ours"], d["theirs"])
        for each in file_import.preview["kept"]
        for d in each["differences"]
    ]


# What was entered here


def test_a_status_that_was_entered_here_is_kept(bure_valley, somebody):
    imported(bure_valley, [child(1)], somebody)
    put_on_register(Pupil.objects.get())
    found = upload(bure_valley, [child(1)], somebody)
    assert kept(found) == [("sen_status", "SEN support", "No SEN")]
    assert found.counts["unchanged"] == 1
    write(found, somebody)
    assert Pupil.objects.get().status_periods.get().ends_on is None
    noted = RollDifference.objects.get()
    assert (noted.state, noted.ours, noted.permission) == ("open", "SEN support", "view_needs")


def test_support_that_was_ended_here_does_not_come_back(bure_valley, somebody):
    row = child(1, **{"SEN status": "K", "Need": "SLCN"})
    imported(bure_valley, [row], somebody)
    pupil = Pupil.objects.get()
    end_status(pupil=pupil, ends_on=TODAY, reason=StatusReason.PROGRESS, by=somebody)
    found = upload(bure_valley, [row], somebody)
    assert kept(found) == [("sen_status", "No SEN", "SEN support")]


def test_needs_that_were_entered_here_are_kept(bure_valley, somebody):
    row = child(1, **{"SEN status": "K", "Need": "SLCN"})
    imported(bure_valley, [row], somebody)
    add_need(pupil=Pupil.objects.get(), need_type="ASD", by=somebody)
    assert kept(upload(bure_valley, [row], somebody)) == [("needs", "SLCN, ASD", "SLCN")]


def test_a_need_that_was_ended_here_does_not_come_back(bure_valley, somebody):
    row = child(1, **{"SEN status": "K", "Need": "SLCN; ASD"})
    imported(bure_valley, [row], somebody)
    need = Pupil.objects.get().needs.get(need_type="ASD")
    end_need(need=need, ended_on=TODAY, by=somebody)
    assert kept(upload(bure_valley, [row], somebody)) == [("needs", "SLCN", "SLCN, ASD")]


def test_details_that_were_corrected_here_are_kept(bure_valley, somebody):
    imported(bure_valley, [child(1)], somebody)
    pupil = Pupil.objects.get()
    correct_pupil(
        pupil=pupil,
        changes={"born_on": dt.date(2018, 12, 4)},
        version=version_of(pupil, PUPIL_FIELDS),
        by=somebody,
    )
    found = upload(bure_valley, [child(1, Surname="Elm")], somebody)
    assert kept(found) == [("born_on", "4 Dec 2018", "3 Dec 2018")]
    assert [c["field"] for c in found.preview["changed"][0]["changes"]] == ["last_name"]


def test_care_that_was_entered_here_is_kept(bure_valley, somebody):
    imported(bure_valley, [child(1)], somebody)
    CarePeriod.objects.create(
        school=bure_valley,
        pupil=Pupil.objects.get(),
        kind=CareKind.LOOKED_AFTER,
        known_since=TODAY,
    )
    found = upload(bure_valley, [child(1, **{"In care": "N"})], somebody)
    assert kept(found) == [("care", "Looked after", "no")]
    assert found.preview["kept"][0]["differences"][0]["permission"] == "view_care"


def test_theirs_can_be_taken_instead(bure_valley, somebody):
    imported(bure_valley, [child(1)], somebody)
    pupil = Pupil.objects.get()
    put_on_register(pupil)
    write(upload(bure_valley, [child(1)], somebody), somebody)
    found = upload(bure_valley, [child(1)], somebody)
    key = f"{pupil.pk}:sen_status"
    found = decide(
        file_import=found, what="take_theirs", key=key, choice=True, today=TODAY, by=somebody
    )
    assert kept(found) == []
    assert found.counts["changed"] == 1
    write(found, somebody)
    assert pupil.status_periods.get().end_reason == "roll"
    settled = RollDifference.objects.get()
    assert (settled.state, settled.settled_on) == (DifferenceState.THEIRS, TODAY)


def test_a_difference_that_the_office_put_right_is_settled(bure_valley, somebody):
    imported(bure_valley, [child(1)], somebody)
    put_on_register(Pupil.objects.get())
    imported(bure_valley, [child(1)], somebody)
    same = child(1, **{"SEN status": "K", "SEN start": "01/09/2025"})
    imported(bure_valley, [same], somebody)
    assert RollDifference.objects.get().settled_on == TODAY


# The life of a file


def test_a_cell_is_corrected_and_a_row_left_out_before_anything_is_written(bure_valley, somebody):
    rows = [child(1), child(2, Surname=""), child(3, **{"Date of birth": "31/02/2018"})]
    found = upload(bure_valley, rows, somebody)
    assert found.file_name == "roll.csv"
    assert found.counts["good"] == 1
    found = correct_cell(
        file_import=found, row=3, column="Surname", text="Elm", today=TODAY, by=somebody
    )
    found = leave_out_row(file_import=found, row=4, is_out=True, today=TODAY, by=somebody)
    assert found.preview["faults"] == []
    assert found.counts == {
        "rows": 2, "good": 2, "new": 2, "changed": 0, "unchanged": 0, "leavers": 0
    }  # fmt: skip
    write(found, somebody)
    assert set(Pupil.objects.values_list("last_name", flat=True)) == {"Carterb", "Elm"}


def test_a_meaning_that_was_given_once_is_remembered_for_the_school(bure_valley, somebody):
    rows = [{**child(1), "Learning code": "K"}]
    del rows[0]["SEN status"]
    found = upload(bure_valley, rows, somebody)
    assert found.preview["unrecognised"][0]["heading"] == "Learning code"
    found = name_columns(
        file_import=found, mapping={"Learning code": "sen_status"}, today=TODAY, by=somebody
    )
    assert not ColumnMeaning.objects.exists()
    write(found, somebody)
    assert ColumnMeaning.objects.get().field == "sen_status"
    again = upload(bure_valley, rows, somebody)
    assert again.preview["unrecognised"] == []
    assert again.counts["unchanged"] == 1


def test_a_doubtful_match_is_decided_either_way(bure_valley, somebody):
    imported(bure_valley, [child(1)], somebody)
    rows = [child(1, UPN=upn(5))]
    for choice, count, number in (("same", "changed", 1), ("new", "new", 1), ("skip", "good", 0)):
        found = upload(bure_valley, rows, somebody)
        found = decide(
            file_import=found, what="matches", key="2", choice=choice, today=TODAY, by=somebody
        )
        assert found.counts[count] == number, choice
        assert not any(match["is_open"] for match in found.preview["matches"])
        assert "need" not in summary(found), choice


def test_somebody_who_has_left_leaves_when_a_person_says_so(bure_valley, somebody):
    imported(bure_valley, [child(1), child(2, **{"SEN status": "K", "Need": "ASD"})], somebody)
    gone = Pupil.objects.get(upn=upn(2))
    found = upload(bure_valley, [child(1)], somebody)
    found = decide(
        file_import=found,
        what="leavers",
        key=str(gone.pk),
        choice="2026-11-20",
        today=TODAY,
        by=somebody,
    )
    done = write(found, somebody)
    assert Enrolment.objects.get(pupil=gone).ends_on == dt.date(2026, 11, 20)
    assert gone.status_periods.get().end_reason == StatusReason.LEFT
    undo_import(file_import=done, by=somebody)
    assert Enrolment.objects.get(pupil=gone).ends_on is None
    assert gone.status_periods.get().ends_on is None


def test_a_place_in_a_base_ends_with_the_stay_and_comes_back(bure_valley, somebody):
    imported(bure_valley, [child(1), child(2)], somebody)
    gone, other = (Pupil.objects.get(upn=upn(number)) for number in (2, 1))
    base = base_at(bure_valley, places=1)
    place = placed(base, gone)
    found = upload(bure_valley, [child(1)], somebody)
    key, last = str(gone.pk), "2026-11-24"
    found = decide(
        file_import=found, what="leavers", key=key, choice=last, today=TODAY, by=somebody
    )
    done = write(found, somebody)
    place.refresh_from_db()
    assert (place.ended_on, place.end_reason) == (dt.date(2026, 11, 24), "left")
    taken = placed(base, other, starts_on=dt.date(2026, 11, 25))
    before = snapshot()
    with pytest.raises(UndoRefused) as refused:
        undo_import(file_import=done, by=somebody)
    assert [edit.what for edit in refused.value.edits] == [
        "What ended then has been given to another child since"
    ]
    assert snapshot() == before
    taken.delete()
    undo_import(file_import=done, by=somebody)
    place.refresh_from_db()
    assert (place.ended_on, place.end_reason) == (None, "")


def test_nothing_is_written_but_what_was_seen(bure_valley, somebody):
    imported(bure_valley, [child(1)], somebody)
    found = upload(bure_valley, [child(1, Surname="Elm")], somebody)
    mark = preview_mark(found)
    put_on_register(Pupil.objects.get())
    with pytest.raises(TransitionNotAllowed, match="changed since this preview"):
        write_import(file_import=found, mark=mark, today=TODAY, by=somebody)
    assert Pupil.objects.get().last_name == "Carterb"


def test_a_file_is_written_once(bure_valley, somebody):
    done = imported(bure_valley, [child(1)], somebody)
    with pytest.raises(TransitionNotAllowed, match="done"):
        write_import(file_import=done, mark=None, today=TODAY, by=somebody)
    with pytest.raises(TransitionNotAllowed):
        discard_import(file_import=done, by=somebody)


def test_a_refused_file_says_why_and_is_not_kept(bure_valley, somebody):
    refused = upload(bure_valley, b"%PDF-1.7", somebody)
    assert refused.state == ImportState.REFUSED
    assert "PDF" in refused.refusal
    assert refused.content is None


def test_a_discarded_file_is_forgotten(bure_valley, somebody):
    found = discard_import(file_import=upload(bure_valley, [child(1)], somebody), by=somebody)
    assert (found.state, found.content, found.preview) == (ImportState.DISCARDED, None, {})


def test_a_failure_while_writing_leaves_nothing(bure_valley, somebody):
    found = upload(bure_valley, ARBOR, somebody)
    broken = mock.patch(
        "pupils.services.importing.applying.rebuild_deadlines", side_effect=RuntimeError
    )
    with broken, pytest.raises(RuntimeError), transaction.atomic():
        write(found, somebody)
    assert not Pupil.objects.exists()
    assert not AuditEvent.objects.filter(action=Action.IMPORT_ROLL).exists()
    assert FileImport.objects.get().state == ImportState.READY


# Taking back


def test_a_first_import_is_taken_back_to_nothing(bure_valley, somebody):
    done = imported(bure_valley, ARBOR, somebody)
    undone = undo_import(file_import=done, by=somebody)
    assert undone.state == ImportState.UNDONE
    assert all(rows == {} for rows in snapshot().values())
    event = AuditEvent.objects.get(action=Action.UNDO_IMPORT)
    assert len(event.pupil_ids) == 229
    # And it can be imported again.
    assert imported(bure_valley, ARBOR, somebody).counts["new"] == 229


def test_a_change_is_taken_back_exactly(bure_valley, somebody):
    imported(bure_valley, ARBOR, somebody)
    before = snapshot()
    text = ARBOR.decode("utf-8")
    changed = (
        text.replace(",Ash,", ",Elm,").replace("SEN Support,MLD", "EHCP,ASD").replace(
            "No,No,No,No", "Yes,Yes,No,Yes"
        )
    ).encode()  # fmt: skip
    lines = changed.splitlines(keepends=True)
    done = imported(bure_valley, b"".join(lines[:150]), somebody)
    assert done.counts["changed"] > 30
    assert snapshot() != before
    undo_import(file_import=done, by=somebody)
    assert snapshot() == before


def test_taking_back_is_refused_when_a_later_edit_would_be_lost(bure_valley, somebody):
    done = imported(bure_valley, [child(1), child(2)], somebody)
    pupil = Pupil.objects.get(upn=upn(1))
    correct_pupil(
        pupil=pupil,
        changes={"last_name": "Elm"},
        version=version_of(pupil, PUPIL_FIELDS),
        by=somebody,
    )
    before = snapshot()
    with pytest.raises(UndoRefused) as refused:
        undo_import(file_import=done, by=somebody)
    assert [(e.what, e.pupil_id) for e in refused.value.edits] == [
        ("Pupil: legal family name changed since", pupil.pk)
    ]
    assert snapshot() == before


def test_taking_back_is_refused_when_something_was_added_since(bure_valley, somebody):
    done = imported(bure_valley, [child(1, Class="Ash")], somebody)
    pupil = Pupil.objects.get()
    put_on_register(pupil)
    ClassAdult.objects.create(
        school=bure_valley,
        class_group=pupil.class_group,
        user=somebody,
        role="class_teacher",
        starts_on=TODAY,
    )
    with pytest.raises(UndoRefused) as refused:
        undo_import(file_import=done, by=somebody)
    assert sorted(edit.what for edit in refused.value.edits) == [
        "Class adult: added since",
        "Status period: added since",
    ]


def test_imports_are_taken_back_newest_first(bure_valley, somebody):
    first = imported(bure_valley, [child(1)], somebody)
    second = imported(bure_valley, [child(1, Surname="Elm")], somebody)
    with pytest.raises(UndoRefused):
        undo_import(file_import=first, by=somebody)
    undo_import(file_import=second, by=somebody)
    undo_import(file_import=first, by=somebody)
    assert not Pupil.objects.exists()


def test_an_import_can_be_taken_back_for_a_day_and_once(bure_valley, somebody):
    done = imported(bure_valley, [child(1)], somebody)
    too_late = time_machine.travel(done.done_at + dt.timedelta(hours=24, minutes=1), tick=False)
    with too_late, pytest.raises(TransitionNotAllowed, match="24 hours"):
        undo_import(file_import=done, by=somebody)
    with time_machine.travel(done.done_at + dt.timedelta(hours=23, minutes=59), tick=False):
        undo_import(file_import=done, by=somebody)
        with pytest.raises(TransitionNotAllowed):
            undo_import(file_import=done, by=somebody)


def test_the_journal_keeps_every_row(bure_valley, somebody):
    done = imported(bure_valley, [child(1, Class="Ash", Contact="Rosie Fox")], somebody)
    made = ImportedChange.objects.filter(file_import=done, before__isnull=True)
    assert sorted(made.values_list("model", flat=True)) == [
        "pupils.ClassGroup",
        "pupils.Contact",
        "pupils.Enrolment",
        "pupils.Pupil",
    ]
