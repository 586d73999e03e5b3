"""A copy of what stands in the database is all of it, and new rows go on after it."""

from pathlib import Path

from django.conf import settings

from aylsham.tenancy.row_security import school_transaction
from pupils.codes import SenStatus
from tests.conftest import FILLED, as_superuser, empty_tables
from tests.demonstration import keep_copy, take_copy
from tests.factories import PupilFactory, SchoolFactory, put_on_register


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
