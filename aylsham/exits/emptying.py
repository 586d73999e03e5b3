"""Deleting what a school keeps here, once a file holds all of it; by the owner of the tables."""

from pathlib import Path
from zipfile import BadZipFile, ZipFile

import pgtrigger
from django.conf import settings
from django.db import connection, models, transaction

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.documents import keeping
from aylsham.exits.reading import Refused, compare, opened
from aylsham.exits.rows import quoted
from aylsham.exits.tables import global_with_school, taken_in
from aylsham.models import School
from aylsham.tenancy.models import SchoolOwned
from aylsham.tenancy.row_security import school_transaction


def empty_school(path: Path, school: School) -> int:
    """Delete every row and upload of a school that are, unchanged, in the file; how many rows.

    The school itself, its roles and the log of who did what stay. Raises Refused.
    """
    try:
        with ZipFile(path) as file, school_transaction(*school.federation.schools.all()):
            source = opened(file)
            School.objects.select_for_update().get(pk=school.pk)
            if source.manifest["school"]["id"] != str(school.pk):
                raise Refused("The file is of another school.")
            if source.manifest["missing"]:
                raise Refused("The file lacks uploads that were missing on the disk.")
            total = compare(source, school, {})
            _delete(school)
            record_event(Action.EMPTY_SCHOOL, school=school, by=None, detail={"rows": total})
            transaction.on_commit(lambda: _forget_files(school))
    except (BadZipFile, OSError):
        raise Refused("The file cannot be opened: it is no ZIP, or it is damaged.") from None
    return total


def _delete(school: School) -> None:
    with pgtrigger.ignore(), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL aylsham.rewrite_history = 'on'")
        for name in [*_links(), *(table.name for table in taken_in())]:
            cursor.execute(f"DELETE FROM {quoted(name)} WHERE school_id = %s", [school.pk])  # noqa: S608
        cursor.execute("SET LOCAL aylsham.rewrite_history = 'off'")
        connection.check_constraints()


def _links() -> list[str]:
    """Tables outside the wall that point at rows of a school: secret addresses."""
    return [
        model._meta.db_table
        for model in global_with_school()
        if any(
            isinstance(f, models.ForeignKey) and issubclass(f.related_model, SchoolOwned)
            for f in model._meta.local_concrete_fields
        )
    ]


def _forget_files(school: School) -> None:
    for digest, _ in list(keeping.kept(school.pk)):
        keeping.forget(school.pk, digest)


def is_owner() -> bool:
    """Whether this process may delete what is kept for good."""
    return connection.settings_dict["USER"] != settings.DATABASE_APP_ROLE
