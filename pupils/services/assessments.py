"""Specialist assessments: recorded, corrected, taken out; and the school's list of tests."""

from typing import Any

from django.db import IntegrityError, transaction

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.models import School, User
from pupils.assessment_codes import COMMON_TESTS
from pupils.models import Assessment, Pupil, SpecialistTest
from pupils.rules.scores import Scores, faults
from pupils.services.recording import lock, lock_pupil, record_change

SCORE_FIELDS = ("score", "low", "high", "interval", "percentile")
RESULT_FIELDS = (
    "part",
    "taken_on",
    "by_whom",
    *SCORE_FIELDS,
    "raw",
    "age_months",
    "note",
    "document",
    "sensitivity",
)
TEST_FIELDS = ("name", "measures", "scale", "is_retired")


@transaction.atomic
def record_assessment(
    *, pupil: Pupil, test: SpecialistTest | str, by: User | None, **facts: Any
) -> Assessment:
    """Record a result; `test` is a row of the school's list or the key of a common test."""
    pupil = lock_pupil(pupil)
    if isinstance(test, str):
        test = _of_common(pupil.school, test)
    row = Assessment(school=pupil.school, pupil=pupil, test=test, **facts)
    _require_good(row)
    row.save(force_insert=True)
    _record("recorded", row, by)
    return row


@transaction.atomic
def change_assessment(
    *, assessment: Assessment, version: str, by: User, **facts: Any
) -> Assessment:
    """Correct what was recorded; the test itself stays."""
    pupil = lock_pupil(assessment.pupil)
    row = lock(assessment)
    require_version(row, RESULT_FIELDS, version)
    row.pupil = pupil
    for name in RESULT_FIELDS:
        if name in facts:
            setattr(row, name, facts[name])
    _require_good(row)
    row.save(update_fields=RESULT_FIELDS)
    _record("changed", row, by)
    return row


@transaction.atomic
def remove_assessment(*, assessment: Assessment, by: User) -> None:
    """Take out what was recorded by mistake; the history keeps what it said."""
    lock_pupil(assessment.pupil)
    row = lock(assessment)
    _record("removed", row, by)
    row.delete()


@transaction.atomic
def add_specialist_test(
    *, school: School, by: User | None, name: str, measures: str, scale: str
) -> SpecialistTest:
    """Add a test to the school's own list."""
    if any(common.name == name for common in COMMON_TESTS.values()):
        raise TransitionNotAllowed("This test is on the common list already.")
    row = SpecialistTest(school=school, name=name, measures=measures, scale=scale)
    _save(row)
    _record_test("added", row, by)
    return row


@transaction.atomic
def change_specialist_test(
    *, test: SpecialistTest | str, school: School, version: str, by: User, **facts: Any
) -> SpecialistTest:
    """Word, hide or offer a test again; its scale stays while results are recorded in it."""
    if isinstance(test, str):
        row = _of_common(school, test)
    else:
        row = lock(test)
        require_version(row, TEST_FIELDS, version)
    if facts["scale"] != row.scale and row.results.exists():
        raise TransitionNotAllowed("Results are recorded on this scale: it stays as it is.")
    for name in TEST_FIELDS:
        setattr(row, name, facts[name])
    _save(row)
    _record_test("changed", row, by)
    return row


def _of_common(school: School, key: str) -> SpecialistTest:
    common = COMMON_TESTS[key]
    usual = {"name": common.name, "measures": common.measures, "scale": common.scale}
    row, _ = SpecialistTest.objects.get_or_create(school=school, key=key, defaults=usual)
    return row


def _save(row: SpecialistTest) -> None:
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        raise TransitionNotAllowed("There is a test of that name already.") from None


def _require_good(row: Assessment) -> None:
    given = Scores(**{name: getattr(row, name) for name in SCORE_FIELDS})
    if found := faults(row.test.scale, given):
        raise TransitionNotAllowed(" ".join(found.values()))
    if row.score is row.raw is row.percentile is row.age_months is None:
        raise TransitionNotAllowed("Give at least one score.")
    if row.document and row.document.pupil_id != row.pupil_id:
        raise TransitionNotAllowed("That document is on another child.")


def _record(step: str, row: Assessment, by: User | None) -> None:
    detail = {"step": step}
    record_change(
        Action.CHANGE_ASSESSMENT,
        pupil=row.pupil,
        by=by,
        subject=row,
        detail=detail,
        moves_dates=False,
    )


def _record_test(step: str, row: SpecialistTest, by: User | None) -> None:
    record_event(Action.CHANGE_TESTS, school=row.school, by=by, subject=row, detail={"step": step})
