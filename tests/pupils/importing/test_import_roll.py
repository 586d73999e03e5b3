"""From a file to the record and back: what is written, kept, asked and undone."""

import time

import pytest

from pupils.codes import ImportKind
from pupils.models import (
    ClassGroup,
    Contact,
    DatedFact,
    Enrolment,
    Need,
    Pupil,
    StatusPeriod,
)
from pupils.services.importing.running import run_import

from .makers import SAMPLES, TODAY

pytestmark = pytest.mark.usefixtures("today")
ARBOR = (SAMPLES / "bure-valley_arbor.csv").read_bytes()


def run(school, data, *, is_written=True, by=None, **options):
    return run_import(
        school=school,
        kind=ImportKind.ROLL,
        data=data,
        name="roll.csv",
        today=TODAY,
        by=by,
        is_written=is_written,
        **options,
    )


def numbers(report):
    return {name: report.counts[name] for name in ("new", "changed", "unchanged", "leavers")}


def test_the_first_roll_of_a_school(bure_valley):
    started = time.perf_counter()
    report = run(bure_valley, ARBOR)
    print("took", time.perf_counter() - started)
    assert numbers(report) == {"new": 229, "changed": 0, "unchanged": 0, "leavers": 0}
    assert Pupil.objects.on_roll(TODAY).count() == 229
    assert StatusPeriod.objects.filter(status="K", ends_on=None).count() == 40
    assert StatusPeriod.objects.filter(status="E", ends_on=None).count() == 15
    assert ClassGroup.objects.count() == 8
    assert Contact.objects.count() == 229
    print(Need.objects.count(), DatedFact.objects.count(), Enrolment.objects.first().starts_on)


def test_the_same_file_again_changes_nothing(bure_valley):
    run(bure_valley, ARBOR)
    report = run(bure_valley, ARBOR)
    assert numbers(report) == {"new": 0, "changed": 0, "unchanged": 229, "leavers": 0}


def test_a_dry_run_writes_nothing(bure_valley):
    report = run(bure_valley, ARBOR, is_written=False)
    assert report.counts["new"] == 229
    assert Pupil.objects.count() == 0
