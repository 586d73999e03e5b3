"""A copy of what stands in the database is all of it, and new rows go on after it."""

import datetime as dt
from pathlib import Path

from django.conf import settings

from aylsham.deadlines.services import rebuilt_once
from aylsham.models import Deadline, School
from aylsham.tenancy.row_security import school_transaction
from ehcp.services.plans import record_plan
from pupils.codes import SenStatus
from tests.conftest import FILLED, as_superuser, empty_tables
from tests.demonstration import keep_copy, standing, take_copy
from tests.factories import PupilFactory, SchoolFactory, UserFactory, put_on_register

MADE_ON = dt.date(2024, 9, 20)


def everything() -> dict[str, list[str]]:
    """Every row of every table, in words."""
    with as_superuser() as own:
        tables = [table for (table,) in own.execute(FILLED)]
        rows = {t: own.execute(f"SELECT {t}::text FROM {t} ORDER BY 1").fetchall() for t in tables}
    return {table: found for table, found in rows.items() if found}


def test_a_copy_is_all_that_was_there(transactional_db, today, tmp_path):
    school = SchoolFactory()
    with school_transaction(school):
        put_on_register(PupilFactory(school=school), SenStatus.SUPPORT)
    file = Path(settings.MEDIA_ROOT) / "kept.txt"
    file.write_text("Words")
    before = everything()
    keep_copy(tmp_path)
    empty_tables()
    file.unlink()
    take_copy(tmp_path)
    assert everything() == before and len(before) > 10
    assert file.read_text() == "Words"
    with school_transaction(school):
        put_on_register(PupilFactory(school=school), SenStatus.SUPPORT)


def school_with_a_plan() -> School:
    """A school in which a review of a plan is due."""
    school = SchoolFactory()
    with school_transaction(school), rebuilt_once():
        pupil = PupilFactory(school=school)
        put_on_register(pupil, SenStatus.PLAN)
        record_plan(pupil=pupil, local_authority="Norfolk", made_on=MADE_ON, by=None)
    return school


def test_who_takes_the_copy_is_told_the_same_as_due(transactional_db, today, tmp_path):
    due = []
    with rebuilt_once(school_transaction):  # as around every fixture
        for _ in ("made", "copied"):
            with standing(tmp_path, school_with_a_plan) as school, school_transaction(school):
                due.append(Deadline.objects.filter(school=school).count())
    assert due[0] == due[1] > 0


def test_who_takes_the_copy_numbers_on_behind_it(transactional_db, today, tmp_path):
    with standing(tmp_path, UserFactory) as made:
        number = int("".join(filter(str.isdigit, made.email)))
    UserFactory.reset_sequence(number, force=True)  # as where as many have been made before
    with standing(tmp_path, UserFactory) as copied:
        assert copied.email == made.email
        assert UserFactory().email != made.email
