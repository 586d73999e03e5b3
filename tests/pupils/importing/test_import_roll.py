"""From a file to the record and back: what is written, kept, asked and undone."""

import datetime as dt
import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from aylsham.deadlines.registry import providers
from aylsham.models import AuditEvent, Deadline, User
from aylsham.tenancy.row_security import set_schools
from lac.models import CarePeriod
from pupils.codes import ImportKind, Source
from pupils.importing.sheets import Unreadable
from pupils.models import (
    AttendanceFigure,
    ClassGroup,
    Contact,
    DatedFact,
    Enrolment,
    FileImport,
    Pupil,
    RollDifference,
    StatusPeriod,
)
from pupils.services.importing.running import run_import

from .makers import MESSY, SAMPLES, TODAY, child, csv_bytes, upn

pytestmark = pytest.mark.usefixtures("today")
ARBOR = (SAMPLES / "bure-valley_arbor.csv").read_bytes()


def run(school, data, *, is_written=True, **options):
    """Import bytes or rows."""
    return run_import(
        school=school,
        kind=ImportKind.ROLL,
        data=csv_bytes(data) if isinstance(data, list) else data,
        name="roll.csv",
        today=TODAY,
        by=None,
        is_written=is_written,
        **options,
    )


def numbers(report):
    """New, changed, unchanged, leavers."""
    return tuple(report.counts[name] for name in ("new", "changed", "unchanged", "leavers"))


def changes_of(report, place=0):
    """field → (ours, theirs) of a changed child."""
    child = report.preview["changed"][place]
    return {c["field"]: (c["ours"], c["theirs"]) for c in child["changes"]}


def the_child(serial=1):
    """The child with the UPN of that serial number."""
    return Pupil.objects.get(upn=upn(serial))


def test_the_first_roll_of_a_school(bure_valley):
    with CaptureQueriesContext(connection) as captured:
        report = run(bure_valley, ARBOR)
    asked = [query["sql"] for query in captured.captured_queries]
    # Between its lock and its rows the projection asks each provider for all children at once.
    locked = next(n for n, sql in enumerate(asked) if "pg_advisory_xact_lock" in sql)
    kept = next(
        n for n, sql in enumerate(asked) if sql.startswith('INSERT INTO "aylsham_deadline"')
    )
    assert kept - locked <= 3 * len(providers())
    assert len(asked) - (kept - locked) <= 43
    assert numbers(report) == (229, 0, 0, 0)
    assert Pupil.objects.on_roll(TODAY).count() == 229
    assert set(Enrolment.objects.values_list("starts_on", flat=True)) == {dt.date(2026, 9, 1)}
    status = StatusPeriod.objects.filter(ends_on=None, source=Source.ROLL)
    assert (status.filter(status="K").count(), status.filter(status="E").count()) == (40, 15)
    assert ClassGroup.objects.count() == 8
    assert Contact.objects.count() == AttendanceFigure.objects.count() == 229
    assert DatedFact.objects.filter(kind="pp").count() == 55
    assert CarePeriod.objects.filter(kind="looked_after").count() == 3
    assert CarePeriod.objects.filter(kind="previously", left_care_through="G").count() == 2
    evans = Pupil.objects.get(upn="V926299923007")
    assert [n.need_type for n in evans.needs.all()] == ["MLD", "SLCN"]
    assert evans.status_periods.get().starts_on == dt.date(2025, 7, 2)


def test_an_import_is_written_down_without_a_name(bure_valley):
    report = run(bure_valley, ARBOR)
    event = AuditEvent.objects.get(action="import_roll")
    assert len(event.pupil_ids) == 229
    assert event.detail == report.counts
    assert "Burton" not in json.dumps(event.detail)


def test_the_same_file_again_changes_nothing(bure_valley):
    run(bure_valley, ARBOR)
    report = run(bure_valley, ARBOR)
    assert numbers(report) == (0, 0, 229, 0)
    assert FileImport.objects.first().changes.count() == 0


@pytest.mark.parametrize("path", sorted(MESSY.glob("*.csv")), ids=lambda p: p.name)
def test_a_messy_file_again_changes_nothing(bure_valley, path):
    first = run(bure_valley, path.read_bytes())
    again = run(bure_valley, path.read_bytes())
    assert numbers(again) == (0, 0, first.counts["good"], 0)


def test_a_dry_run_writes_nothing(bure_valley):
    report = run(bure_valley, ARBOR, is_written=False)
    assert report.counts["new"] == 229
    assert not Pupil.objects.exists()
    assert not FileImport.objects.exists()
    assert not AuditEvent.objects.exists()


def test_good_rows_only_or_nothing(bure_valley):
    rows = [child(1), child(2, Surname="")]
    assert run(bure_valley, rows, is_all_or_nothing=True).is_written is False
    assert not Pupil.objects.exists()
    assert run(bure_valley, rows).is_written
    assert Pupil.objects.count() == 1


def test_a_child_whose_row_is_faulty_has_not_left(bure_valley):
    run(bure_valley, ARBOR)
    report = run(bure_valley, (MESSY / "messy_01.csv").read_bytes())
    assert numbers(report) == (0, 0, 225, 0)


def test_changes_are_listed_field_by_field(bure_valley):
    run(bure_valley, [child(1, Class="Ash", Phone="01632 960001", Contact="Rosie Fox")])
    row = child(
        1,
        Surname="Burton",
        Class="Beech",
        Phone="01632 960002",
        Contact="Rosie Fox",
        **{"Pupil premium": "Yes", "SEN status": "K", "Need": "SLCN", "Attendance": "91.5"},
    )
    report = run(bure_valley, [row])
    assert numbers(report) == (0, 1, 0, 0)
    assert changes_of(report) == {
        "last_name": ("Carterb", "Burton"),
        "class_group": ("Ash", "Beech"),
        "sen_status": ("No SEN", "SEN support"),
        "needs": ("", "SLCN"),
        "pp": ("no", "yes"),
        "contact_1": ("Rosie Fox, 01632 960001", "Rosie Fox, 01632 960002"),
        "attendance": ("", "91.5 %"),
    }
    pupil = the_child()
    assert (pupil.last_name, pupil.class_group.name) == ("Burton", "Beech")
    assert pupil.status_periods.get().starts_on == TODAY
    assert pupil.contacts.get().phone == "01632 960002"


def test_an_empty_cell_takes_nothing_away(bure_valley):
    run(bure_valley, [child(1, Class="Ash", Contact="Rosie Fox", Email="r@example.org", Sex="F")])
    report = run(bure_valley, [child(1, Class="", Contact="Rosie Fox", Email="", Sex="")])
    assert numbers(report) == (0, 0, 1, 0)


def test_capitals_and_apostrophes_are_no_change(bure_valley):
    run(bure_valley, [child(1, Surname="O'Wade")])
    assert numbers(run(bure_valley, [child(1, Surname="O’WADE")])) == (0, 0, 1, 0)


def test_support_begins_changes_and_ends_with_the_roll(bure_valley):
    run(bure_valley, [child(1, **{"SEN status": "K", "Need": "SLCN", "SEN start": "01/10/2025"})])
    run(bure_valley, [child(1, **{"SEN status": "E", "Need": "ASD", "SEN start": "01/10/2026"})])
    periods = the_child().status_periods.order_by("starts_on")
    assert [(p.status, p.starts_on, p.ends_on) for p in periods] == [
        ("K", dt.date(2025, 10, 1), dt.date(2026, 9, 30)),
        ("E", dt.date(2026, 10, 1), None),
    ]
    needs = the_child().needs
    assert [n.need_type for n in needs.filter(ended_on=None)] == ["ASD"]
    assert needs.get(need_type="SLCN").ended_on == TODAY
    report = run(bure_valley, [child(1, **{"SEN status": "N", "SEN start": ""})])
    assert set(changes_of(report)) == {"sen_status", "needs"}
    assert not the_child().status_periods.filter(ends_on=None).exists()
    assert numbers(run(bure_valley, [child(1, **{"SEN start": ""})])) == (0, 0, 1, 0)


def test_needs_can_swap_their_ranks(bure_valley):
    run(bure_valley, [child(1, **{"SEN status": "K", "Need": "SLCN; ASD"})])
    run(bure_valley, [child(1, **{"SEN status": "K", "Need": "ASD; SLCN"})])
    assert [n.need_type for n in the_child().needs.order_by("rank")] == ["ASD", "SLCN"]


def test_a_third_need_of_ours_is_no_difference(bure_valley):
    run(bure_valley, [child(1, **{"SEN status": "K", "Need": "SLCN; ASD; HI"})])
    report = run(bure_valley, [child(1, **{"SEN status": "K", "Need": "SLCN; ASD"})])
    assert numbers(report) == (0, 0, 1, 0)


def test_facts_end_the_day_before_and_begin_again(bure_valley):
    yes = child(1, **{"Pupil premium": "Y", "FSM": "Y", "GRT": "N", "Young carer": "P"})
    run(bure_valley, [yes])
    facts = DatedFact.objects.order_by("kind")
    assert [(f.kind, f.basis) for f in facts] == [("fsm", ""), ("pp", ""), ("young_carer", "P")]
    no = child(1, **{"Pupil premium": "N", "FSM": "Y", "GRT": "Y", "Young carer": "P"})
    run(bure_valley, [no])
    pp = DatedFact.objects.get(kind="pp")
    assert (pp.starts_on, pp.ends_on) == (dt.date(2026, 9, 1), dt.date(2026, 11, 22))
    assert DatedFact.objects.get(kind="traveller").starts_on == TODAY
    assert numbers(run(bure_valley, [no])) == (0, 0, 1, 0)
    assert numbers(run(bure_valley, [yes])) == (0, 1, 0, 0)


def test_a_fact_that_began_today_can_end_today(bure_valley):
    run(bure_valley, [child(1, FSM="N", Adno="1")])
    for answer in ("Y", "N"):
        run(bure_valley, [child(1, FSM=answer, Adno="1")])
        assert numbers(run(bure_valley, [child(1, FSM=answer, Adno="1")])) == (0, 0, 1, 0)


def test_a_column_that_is_not_there_says_nothing(bure_valley):
    full = child(1, **{"Pupil premium": "Y", "In care": "Y", "SEN status": "K", "Need": "ASD"})
    run(bure_valley, [full])
    bare = child(1)
    del bare["SEN status"], bare["Need"]
    assert numbers(run(bure_valley, [bare])) == (0, 0, 1, 0)
    assert CarePeriod.objects.get().ends_on is None


def test_care_begins_and_ends(bure_valley):
    steps = [("N", ""), ("Y", ""), ("N", "A"), ("N", "")]
    for in_care, after in steps:
        row = child(1, **{"In care": in_care, "Post LAC": after})
        run(bure_valley, [row])
        assert numbers(run(bure_valley, [row])) == (0, 0, 1, 0), (in_care, after)
    kinds = CarePeriod.objects.order_by("known_since").values_list("kind", "left_care_through")
    assert list(kinds) == [("previously", "A")]  # all on one day: the slip is put right


def test_care_ends_the_day_before_the_next_kind(bure_valley):
    run(bure_valley, [child(1, **{"In care": "Y", "Post LAC": ""})])
    run(bure_valley, [child(1, **{"In care": "N", "Post LAC": "A"})])
    periods = CarePeriod.objects.order_by("known_since")
    assert [(p.kind, p.known_since, p.ends_on) for p in periods] == [
        ("looked_after", dt.date(2026, 9, 1), dt.date(2026, 11, 22)),
        ("previously", TODAY, None),
    ]


def test_a_file_without_the_arrangements_leaves_them(bure_valley):
    run(bure_valley, [child(1, **{"In care": "N", "Post LAC": "G"})])
    assert numbers(run(bure_valley, [child(1, **{"In care": "N"})])) == (0, 0, 1, 0)


def test_who_is_not_in_the_file_is_asked_about_and_stays(bure_valley):
    run(bure_valley, [child(1), child(2)])
    report = run(bure_valley, [child(1)])
    assert numbers(report) == (0, 0, 1, 1)
    assert report.preview["leavers"][0]["pupil"] == str(the_child(2).pk)
    assert Pupil.objects.on_roll(TODAY).count() == 2


def test_a_child_whose_row_has_another_separator_has_not_left(bure_valley):
    run(bure_valley, [child(1), child(2)])
    lines = csv_bytes([child(1), child(2)]).decode().splitlines()
    lines[2] = lines[2].replace(",", ";")
    report = run(bure_valley, "\r\n".join(lines).encode())
    assert (report.counts["good"], report.counts["leavers"]) == (1, 0)


def test_a_leaving_date_in_the_file_is_asked_about_too(bure_valley):
    run(bure_valley, [child(1, Left=""), child(2, Left="")])
    report = run(bure_valley, [child(1, Left=""), child(2, Left="20/11/2026")])
    assert numbers(report) == (0, 0, 1, 1)
    assert str(report.preview["leavers"][0]["left_on"]) == "2026-11-20"
    assert (report.counts["rows"], report.counts["good"]) == (2, 2)


def test_a_leaver_is_known_without_the_upn_too(bure_valley):
    run(bure_valley, [child(1, Left=""), child(2, Left="")])
    report = run(bure_valley, [child(1, Left=""), child(2, UPN="", Left="20/11/2026")])
    assert str(report.preview["leavers"][0]["left_on"]) == "2026-11-20"


def test_rows_of_children_who_had_left_before_are_good_and_said(bure_valley):
    run(bure_valley, [child(1, Left="")])
    report = run(bure_valley, [child(1, Left=""), *(child(n, Left="20/07/2026") for n in (2, 3))])
    assert report.counts == {
        "rows": 3, "good": 3, "new": 0, "changed": 0, "unchanged": 3, "leavers": 0
    }  # fmt: skip
    assert [(w["row"], w["column"], w["problem"]) for w in report.preview["warnings"]] == [
        (3, "Left", "left already: not taken"),
        (4, "Left", "left already: not taken"),
    ]
    assert any(line.startswith("Row 3, Left: left already: not taken") for line in report.remarks())
    assert Pupil.objects.count() == 1


def test_a_child_who_comes_back_is_on_roll_again(bure_valley):
    run(bure_valley, [child(1), child(2)])
    stay = Enrolment.objects.get(pupil=the_child(2))
    stay.ends_on = dt.date(2026, 10, 1)
    stay.save()
    report = run(bure_valley, [child(1), child(2)])
    assert numbers(report) == (0, 1, 1, 0)
    assert report.preview["changed"][0]["returns"]
    stays = Enrolment.objects.filter(pupil=the_child(2)).order_by("starts_on")
    assert [s.starts_on for s in stays] == [dt.date(2026, 9, 1), TODAY]


def test_a_new_child_later_in_the_year_starts_today_or_when_the_file_says(bure_valley):
    run(bure_valley, [child(1, Joined="")])
    run(bure_valley, [child(1, Joined=""), child(2, Joined=""), child(3, Joined="09/11/2026")])
    starts = {e.pupil.upn: e.starts_on for e in Enrolment.objects.select_related("pupil")}
    assert starts[upn(2)] == TODAY
    assert starts[upn(3)] == dt.date(2026, 11, 9)


def test_a_number_finds_the_child_whose_upn_changed_and_says_so(bure_valley):
    run(bure_valley, [child(1, Adno="007")])
    report = run(bure_valley, [child(1, UPN=upn(9), Adno="7")])
    assert numbers(report) == (0, 1, 0, 0)
    assert report.preview["matches"][0]["by"] == "number"
    pupil = Pupil.objects.get()
    assert (pupil.upn, pupil.former_upn, pupil.mis_id) == (upn(9), upn(1), "007")


def test_a_number_that_another_child_has_is_for_a_person_to_say(bure_valley):
    run(bure_valley, [child(1, Adno="7")])
    other = child(9, Adno="7", Surname="Elm", Forename="Ada", **{"Date of birth": "01/02/2019"})
    report = run(bure_valley, [child(1, Adno="8"), other])
    # The child with the UPN took the number 8; then nobody has 7.
    assert numbers(report) == (1, 1, 0, 0)
    other = child(8, Adno="8", Surname="Ash", Forename="Ivy", **{"Date of birth": "01/03/2019"})
    rows = [child(9, Adno="7", Surname="Elm", Forename="Ada", **{"Date of birth": "01/02/2019"})]
    report = run(bure_valley, [*rows, other])
    assert report.preview["matches"][0]["is_open"]
    assert report.counts["good"] == 1
    assert the_child(1).mis_id == "8"


def test_a_name_and_birthday_find_a_child_without_a_number(bure_valley):
    run(bure_valley, [child(1, UPN="")])
    report = run(bure_valley, [child(1)])
    assert report.preview["matches"][0]["by"] == "name"
    assert changes_of(report) == {"upn": ("", upn(1))}


def test_the_same_name_and_birthday_with_another_upn_is_for_a_person_to_say(bure_valley):
    run(bure_valley, [child(1)])
    report = run(bure_valley, [child(1, UPN=upn(5))])
    assert report.preview["matches"][0]["is_open"]
    assert numbers(report) == (0, 0, 0, 0)
    assert Pupil.objects.count() == 1


def test_a_upn_of_another_school_is_no_fault(bure_valley, john_of_gaunt):
    run(bure_valley, [child(1)])
    set_schools([john_of_gaunt.pk])
    report = run(john_of_gaunt, [child(1, **{"Year group": "2", "Date of birth": "03/12/2019"})])
    assert report.as_json()["faults"] == []
    assert numbers(report) == (1, 0, 0, 0)


def test_one_class_of_two_years_and_two_classes_of_one_name(bure_valley):
    small = [child(n, Class="Oak", **_in_year(n % 2)) for n in range(1, 11)]
    run(bure_valley, small)
    assert list(ClassGroup.objects.values_list("name", "year_groups")) == [("Oak", ["3", "4"])]
    large = [child(n, Class="Elm", **_in_year(n % 2)) for n in range(101, 141)]
    run(bure_valley, [*small, *large])
    elm = ClassGroup.objects.filter(name="Elm").values_list("year_groups", flat=True)
    assert sorted(elm) == [["3"], ["4"]]


def _in_year(older):
    if older:
        return {"Year group": "4", "Date of birth": "03/12/2017"}
    return {"Year group": "3", "Date of birth": "03/12/2018"}


def test_a_transfer_file_adds_and_never_overrules(bure_valley):
    ctf = (SAMPLES / "9262998_CTF_9262999_001.xml").read_bytes()
    run(bure_valley, ARBOR)
    report = run(bure_valley, ctf)
    assert numbers(report) == (0, 0, 14, 0)
    Pupil.objects.filter(upn="V926299923007").update(year_group="4", ethnicity="")
    report = run(bure_valley, ctf)
    assert numbers(report) == (0, 1, 13, 0)
    assert changes_of(report) == {"ethnicity": ("", "WBRI")}
    assert not RollDifference.objects.exists()


def test_a_transfer_file_of_last_year_brings_children_into_this_years_group(bure_valley):
    run(bure_valley, (SAMPLES / "9262998_CTF_9262999_001.xml").read_bytes())
    assert set(Pupil.objects.values_list("year_group", flat=True)) == {"3"}


def test_a_wrong_schools_file_is_told(bure_valley, john_of_gaunt):
    run(bure_valley, [child(1)])
    other = [child(n, UPN=upn(n + 50), Surname=f"Elm{'abc'[n]}") for n in (0, 1, 2)]
    notices = run(bure_valley, other, is_written=False).preview["alarms"]
    assert any("None of these children is at Bure Valley" in notice for notice in notices)
    set_schools([john_of_gaunt.pk])
    notices = run(john_of_gaunt, ARBOR, is_written=False).preview["alarms"]
    assert any("year groups that the school does not have" in notice for notice in notices)


def test_an_unreadable_file_leaves_no_trace(bure_valley):
    with pytest.raises(Unreadable):
        run(bure_valley, b"%PDF-1.7")
    assert not FileImport.objects.exists()


def test_deadlines_follow_an_import(bure_valley):
    run(bure_valley, ARBOR)
    # No plan is recorded yet, so nothing of a plan is due; the rebuild has run for every child.
    assert not Deadline.objects.filter(kind="annual_review").exists()


def test_nobody_is_made_a_user_by_a_roll(bure_valley):
    run(bure_valley, ARBOR)
    assert not User.objects.exists()


def test_a_large_roll_is_imported_in_time(bure_valley):
    import time  # seconds of this process: other tests run beside it

    rows = [child(n % 999, UPN="", Adno=str(n), Class="Oak", EAL="No") for n in range(1500)]
    for number, row in enumerate(rows):
        row["Surname"] = "Aa" + "".join("abcdefghij"[int(d)] for d in str(number))
    started = time.process_time()
    report = run(bure_valley, rows, is_written=False)
    assert time.process_time() - started < 10
    assert report.counts["new"] == 1500
