"""The SENDCo's list of plans: into the record, beside it, and back."""

import datetime as dt
from decimal import Decimal

import pytest

from ehcp.models import AnnualReview, EhcPlan
from ehcp.services.importing.running import import_plans
from ehcp.services.plans import correct_plan
from provision.models import Promise
from pupils.codes import ImportKind
from pupils.models import FileImport, Pupil
from pupils.services.importing.lifecycle import undo_import
from pupils.services.importing.running import run_import
from tests.factories import TODAY, FederationFactory, SchoolFactory, UserFactory, behind_the_wall
from tests.pupils.importing.makers import SAMPLES, csv_bytes

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
TRACKER = (SAMPLES / "sendco_ehcp_tracker.xlsx").read_bytes()


@pytest.fixture
def schools():
    """The two schools of the list, with their rolls."""
    federation = FederationFactory()
    made = []
    for name, file in (
        ("Bure Valley School", "bure-valley_arbor.csv"),
        ("John of Gaunt Infant and Nursery School", "john-of-gaunt_sims.xlsx"),
    ):
        school = SchoolFactory(federation=federation, name=name)
        run_import(
            school=school,
            kind=ImportKind.ROLL,
            data=(SAMPLES / file).read_bytes(),
            name=file,
            today=TODAY,
            by=None,
            is_written=True,
        )
        made.append(school)
    behind_the_wall(*made)
    return made


def run(schools, data=TRACKER, *, is_written=True):
    return import_plans(
        schools=schools, data=data, name="plans.xlsx", today=TODAY, by=None, is_written=is_written
    )


def test_the_list_of_a_federation_finds_every_child(schools):
    report = run(schools)
    assert report.as_json()["faults"] == []
    assert {n: report.counts[n] for n in ("rows", "good", "new", "other_schools")} == {
        "rows": 30,
        "good": 30,
        "new": 30,
        "other_schools": 0,
    }
    assert report.preview["warnings"] == []
    assert EhcPlan.objects.maintained().count() == 30
    davison = EhcPlan.objects.get(pupil__upn="Y926299923011")
    assert davison.local_authority == "Suffolk"
    assert davison.made_on == dt.date(2025, 11, 24)
    roberts = AnnualReview.objects.get(plan__pupil__upn="K926299824185")
    assert (roberts.meeting_on, roberts.decided_on) == (dt.date(2026, 11, 10), None)


def test_a_school_takes_its_own_children_only(schools):
    report = run(schools[:1])
    assert report.counts["new"] == 15
    assert report.counts["other_schools"] == 15
    assert report.as_json()["faults"] == []


def test_the_same_list_again_changes_nothing(schools):
    run(schools)
    with_hours = EhcPlan.objects.filter(hours_per_week__gt=0)
    promises = set(Promise.objects.values_list("pk", "hours_a_week"))
    assert len(promises) == with_hours.count() > 20
    again = run(schools)
    assert (again.counts["new"], again.counts["changed"], again.counts["unchanged"]) == (0, 0, 30)
    assert set(Promise.objects.values_list("pk", "hours_a_week")) == promises


def test_a_dry_run_writes_nothing(schools):
    run(schools, is_written=False)
    assert not EhcPlan.objects.exists()
    assert not FileImport.objects.filter(kind=ImportKind.PLANS).exists()


def test_a_child_whom_no_school_has_is_a_fault(schools):
    row = {
        "Pupil": "Nobody, Nora",
        "DOB": "01/02/2018",
        "Date plan first issued": "01/02/2025",
    }
    report = run(schools, csv_bytes([row]))
    assert report.as_json()["faults"] == [
        {"row": 2, "column": "Pupil", "problem": "child not found"}
    ]
    assert (report.counts["good"], report.counts["new"]) == (0, 0)


def test_what_was_changed_here_is_kept_and_the_rest_follows_the_list(schools):
    run(schools)
    plan = EhcPlan.objects.select_related("pupil").get(pupil__upn="Y926299923011")
    correct_plan(
        plan=plan,
        local_authority="Norfolk",
        made_on=plan.made_on,
        coordinator=plan.coordinator,
        hours_per_week=plan.hours_per_week,
        other_provision="",
        by=UserFactory(),
    )
    row = {
        "UPN": "Y926299923011",
        "LA": "Suffolk",
        "Date plan first issued": "24/11/2025",
        "Hours": "17.5",
    }
    report = run(schools[:1], csv_bytes([row]))
    assert report.counts["changed"] == 1
    assert [d["field"] for d in report.preview["kept"][0]["differences"]] == ["local_authority"]
    plan.refresh_from_db()
    assert (plan.local_authority, plan.hours_per_week) == ("Norfolk", Decimal("17.5"))
    promise = Promise.objects.get(pupil=plan.pupil)
    assert (promise.minutes_a_week, promise.starts_on) == (17.5 * 60, plan.made_on)


def test_meetings_and_decisions_follow(schools):
    run(schools)
    row = {
        "UPN": "K926299824185",
        "Date plan first issued": "04/11/2025",
        "Last annual review": "12/11/2026",
        "Decision letter": "20/11/2026",
        "Next annual review": "09/11/2027",
    }
    report = run(schools[1:], csv_bytes([row]))
    assert report.as_json()["faults"] == []
    reviews = AnnualReview.objects.filter(plan__pupil__upn="K926299824185").order_by("meeting_on")
    assert [(r.meeting_on, r.is_held, r.decided_on) for r in reviews] == [
        (dt.date(2026, 11, 12), True, dt.date(2026, 11, 20)),
        (dt.date(2027, 11, 9), False, None),
    ]


def test_an_import_of_plans_can_be_taken_back(schools):
    run(schools)
    for file_import in FileImport.objects.filter(kind=ImportKind.PLANS):
        undo_import(file_import=file_import, by=None)
    assert not EhcPlan.objects.exists()
    assert not AnnualReview.objects.exists()
    assert not Promise.objects.exists()
    assert Pupil.objects.count() == 229 + 185
