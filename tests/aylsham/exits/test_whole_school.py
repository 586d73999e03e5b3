"""A school as one file: all of it, the same again after deleting it, and nothing half taken in."""

import json
from io import StringIO
from uuid import uuid4
from zipfile import ZipFile

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection

from aylsham.exits.reading import Refused, take_in
from aylsham.exits.rows import is_empty
from aylsham.exits.tables import (
    ONLY_READ,
    STAYS,
    Table,
    global_with_school,
    tables,
    taken_in,
)
from aylsham.exits.writing import add_files, close_file, write_records
from aylsham.models import AuditEvent, School, User
from aylsham.tenancy.row_security import school_transaction, tenant_tables
from pupils.models import Pupil
from tests.conftest import connect_as
from tests.conventions.world import make_school
from tests.factories import FederationFactory, PupilFactory, SchoolFactory, UserFactory


def made(school: School, path) -> dict:
    """The file of a school, and its manifest."""
    manifest = write_records(school, path)
    missing = add_files(school, path, manifest["files"])
    return close_file(path, manifest, missing)


def test_every_table_of_a_school_goes_out_or_stays_for_a_reason():
    named = set(tenant_tables()) | {m._meta.db_table for m in global_with_school()}
    assert named == {table.name for table in tables()} | set(STAYS)
    assert all({**STAYS, **ONLY_READ}.values())
    assert set(ONLY_READ) <= {table.name for table in tables()}


def test_what_points_out_of_a_school_is_found_again_where_it_arrives():
    """A key to a table that no part of the file brings along would be a row without its parent."""
    known = {"aylsham_school", "aylsham_user", "auth_permission"}
    for table in taken_in():
        known_here = known | {m._meta.db_table for m in table.federation_keys.values()}
        for field in table.fields:
            target = field.related_model and field.related_model._meta.db_table
            assert target is None or target in known_here | {t.name for t in taken_in()}, field


def people():
    return sorted(User.objects.values_list("pk", "email", "name", "is_active"))


def emptied(school: School, file) -> None:
    """What `manage empty_school` does as the owner of the tables."""
    connect_as(settings.DATABASE_OWNER_URL)
    try:
        call_command("empty_school", file, school=school.slug, yes=True, stdout=StringIO())
    finally:
        connection.close()
        connect_as(settings.DATABASE_URL)


def rewritten(file, name: str, text: str):
    """The file with another text in one of its parts."""
    path = file.with_name("changed.zip")
    with ZipFile(file) as old, ZipFile(path, "w") as new:
        for each in old.namelist():
            new.writestr(each, text if each == name else old.read(each))
    return path


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("today")
def test_there_and_back(tmp_path):
    """Of a school with a row of nearly everything: deleted and taken in it is the same; and once
    more with new keys beside the first."""
    federation = FederationFactory(slug="own-federation")
    world = make_school(SchoolFactory(slug="own", federation=federation), "Owlmark")
    file = tmp_path / "own.zip"
    manifest = made(world.school, file)
    assert len([n for n, told in manifest["tables"].items() if told["rows"]]) > 200
    assert manifest["files"]
    is_described(file)
    before = people()

    with school_transaction(world.school):
        Pupil.objects.filter(pk=world.pupil.pk).update(first_name="Changed")
    with pytest.raises(CommandError, match="not as the file says"):
        emptied(world.school, file)
    with school_transaction(world.school):
        assert Pupil.objects.get(pk=world.pupil.pk).first_name == "Changed"
    manifest = made(world.school, file)

    emptied(world.school, file)
    with school_transaction(world.school):
        assert [t.name for t in taken_in() if not is_empty(t, world.school.pk)] == []
        assert not is_empty(Table(AuditEvent), world.school.pk)

    out = StringIO()
    call_command("import_school", file, school="own", stdout=out)
    assert manifest["checksum"] in out.getvalue()
    again = made(School.objects.get(slug="own"), tmp_path / "again.zip")
    assert again["tables"] == manifest["tables"]
    assert again["checksum"] == manifest["checksum"]
    assert people() == before
    with school_transaction(world.school):  # history goes on where it stood
        Pupil.objects.get(pk=world.pupil.pk).save()

    other = SchoolFactory(slug="other", federation=federation)
    taken = take_in(file, other, new_ids=True)
    assert taken.rows == sum(told["rows"] for told in manifest["tables"].values())
    with school_transaction(other):
        (pupil,) = Pupil.objects.filter(school=other, first_name="Changed")
        assert (pupil.first_name, pupil.pk == world.pupil.pk) == ("Changed", False)


def is_described(file) -> None:
    """Its rows are as its schema says; papers open; a spreadsheet reads it."""
    with ZipFile(file) as archive:
        names = set(archive.namelist())
        schema = json.loads(archive.read("schema.json"))
        for name, told in schema["$defs"].items():
            folder = "log" if name in ONLY_READ else "tables"
            for line in archive.read(f"{folder}/{name}.jsonl").decode().splitlines():
                assert jsonschema_problems(json.loads(line), told) == [], name
        pupils = archive.read("csv/pupils_pupil.csv").decode("utf-8-sig")
    assert any(n.startswith("bytes/") and n.endswith(".pdf") for n in names)
    assert "Owlmarkina" in pupils.splitlines()[1]


KINDS = {
    "string": str,
    "integer": int,
    "number": int | float,
    "boolean": bool,
    "array": list,
    "null": type(None),
}


def jsonschema_problems(row: dict, told: dict) -> list[str]:
    """Columns that are missing, unknown or of another kind."""
    found = sorted(set(row) ^ set(told["properties"]))
    for column, value in row.items():
        kinds = told["properties"][column].get("type")
        kinds = [kinds] if isinstance(kinds, str) else kinds or []
        if kinds and not any(isinstance(value, KINDS[kind]) for kind in kinds):
            found.append(column)
    return found


@pytest.mark.django_db
@pytest.mark.usefixtures("today")
class TestRefused:
    @pytest.fixture
    def file(self, tmp_path):
        school = SchoolFactory(slug="own")
        PupilFactory(school=school, first_name="Owlmarkina", on_register=True)
        path = tmp_path / "own.zip"
        made(school, path)
        return path

    @pytest.fixture
    def other(self):
        return SchoolFactory(slug="other")

    def test_an_unknown_person_gets_an_account_that_opens_nothing(self, file, other):
        new = {"id": str(uuid4()), "email": "new@x.example", "name": "New"}
        known = UserFactory(email="known@x.example")
        alike = {"id": str(uuid4()), "email": "known@x.example", "name": "Known"}
        take_in(rewritten(file, "people.json", json.dumps([new, alike])), other, new_ids=True)
        came = User.objects.get(email="new@x.example")
        assert (came.is_active, came.has_usable_password()) == (False, False)
        assert User.objects.get(email="known@x.example").pk == known.pk

    @pytest.mark.parametrize(
        ("name", "change", "said"),
        [
            ("manifest.json", lambda t: t.replace('"version": "', '"version": "x'), "version x"),
            ("manifest.json", lambda t: t.replace('"checksum": "', '"checksum": "0'), "damaged"),
            ("manifest.json", lambda t: t.replace('"rows": 1,', '"rows": 7,'), "not as the file"),
            ("manifest.json", lambda t: "{}", "no file of a whole school"),
            ("tables/pupils_pupil.jsonl", lambda t: t.replace("Owlmarkina", "Eve"), "pupils_pupil"),
            ("tables/pupils_need.jsonl", lambda t: "", "pupils_need"),
            ("people.json", lambda t: t, "--new-ids"),
        ],
    )
    def test_a_file_that_is_not_right_leaves_nothing(self, file, other, name, change, said):
        with ZipFile(file) as archive:
            text = archive.read(name).decode()
        changed, new_ids = rewritten(file, name, change(text)), "new-ids" not in said
        with pytest.raises(CommandError, match=said):
            call_command("import_school", changed, school="other", new_ids=new_ids)
        assert all(is_empty(table, other.pk) for table in taken_in())

    def test_into_a_school_that_has_records(self, file, other):
        PupilFactory(school=other)
        with pytest.raises(Refused, match="has records already"):
            take_in(file, other, new_ids=True)

    def test_what_is_no_zip(self, other, tmp_path):
        path = tmp_path / "x.zip"
        path.write_text("no zip")
        with pytest.raises(Refused, match="cannot be opened"):
            take_in(path, other)

    def test_only_the_owner_deletes_and_only_when_it_is_meant(self, file):
        with pytest.raises(CommandError, match="--yes"):
            call_command("empty_school", file, school="own")
        with pytest.raises(CommandError, match="owner"):
            call_command("empty_school", file, school="own", yes=True)
