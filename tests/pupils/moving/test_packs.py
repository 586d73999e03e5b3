"""The pack of a record: everything in it, nothing changed on its way, no wrong school."""

import copy
import io
import json
import zipfile
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from django.apps import apps

from aylsham.access.roles import Role
from aylsham.changes import TransitionNotAllowed
from aylsham.tenancy.models import SchoolOwned
from pupils import packs
from pupils.importing.transfer_file import read_transfer_file
from pupils.models import Need, Pupil, StatusPeriod, Strategy, Talk
from pupils.packing import schema
from pupils.packing.ctf import ctf_of
from pupils.packing.format import MANIFEST, RECORD, canonical, check_code, manifest_of
from pupils.packing.making import pack_of, record_of
from pupils.packing.opening import open_pack
from pupils.packing.refusal import PackRefused
from pupils.packs import registry
from pupils.selectors.transfers.contents import contents_of
from pupils.services.details import add_contact
from pupils.services.strategies import add_strategy
from pupils.services.transfers.taking_in import take_in
from pupils.transfer_codes import HOLDABLE, Held
from tests.conventions.world import make_world
from tests.demonstration import folder_of_copies, standing
from tests.factories import (
    TODAY,
    FederationFactory,
    PupilFactory,
    SchoolFactory,
    behind_the_wall,
    member,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
ALL = tuple(held.value for held in HOLDABLE)


def about_a_child():
    """Every table with a row about a child, by a key inside the school or a plain id."""
    for model in apps.get_models():
        if hasattr(model, "pgh_tracked_model") or not issubclass(model, SchoolOwned):
            continue  # history stays with the closed record
        if model is Pupil or _leads_to_a_child(model):
            yield model


def _leads_to_a_child(model, seen=frozenset()) -> bool:
    targets = {f.related_model for f in model._meta.concrete_fields if f.is_relation} - seen
    own = {t for t in targets if isinstance(t, type) and issubclass(t, SchoolOwned)}
    return Pupil in own or any(_leads_to_a_child(t, seen | {model}) for t in own - {model})


def unaccounted(models) -> list[str]:
    """Tables that are neither in the pack nor left out with a reason."""
    known = {table.label for table in packs.tables()} | packs.left_out().keys()
    return sorted(m._meta.label_lower for m in models if m._meta.label_lower not in known)


class TestEverything:
    def test_every_table_of_a_child_goes_or_has_a_reason(self):
        assert unaccounted(about_a_child()) == []

    def test_a_new_table_would_be_noticed(self, monkeypatch):
        fewer = {k: v for k, v in registry._tables.items() if k != "pupils.need"}
        monkeypatch.setattr(registry, "_tables", fewer)
        assert unaccounted(about_a_child()) == ["pupils.need"]

    def test_no_table_is_both_and_every_reason_is_a_sentence(self):
        assert not {t.label for t in packs.tables()} & packs.left_out().keys()
        assert all(why.endswith((".", "))")) or why[-1] == "." for why in packs.left_out().values())

    def test_what_a_row_points_at_comes_before_it(self):
        seen = set()
        for table in packs.tables():
            for column in table.columns():
                target = column.related_model
                if target and issubclass(target, SchoolOwned) and target is not Pupil:
                    label = target._meta.label_lower
                    assert label in seen or label == "pupils.classgroup", (table.label, column.name)
            seen.add(table.label)


@pytest.fixture
def schools():
    federation = FederationFactory()
    return SchoolFactory(federation=federation), SchoolFactory(federation=federation)


@pytest.fixture(scope="module")
def planted(django_db_setup, django_db_blocker, tmp_path_factory, worker_id):
    """The world of the walls, taken once for all these tests."""
    copies = folder_of_copies(tmp_path_factory, worker_id, "world")
    with django_db_blocker.unblock(), standing(copies, make_world) as made:
        yield made.own


@pytest.fixture
def world(db, planted):
    """A child with a row for everything that an address can name; a test undoes what it does."""
    behind_the_wall(planted.school)
    return copy.deepcopy(planted)


@pytest.fixture
def there(world):
    """A school without anything, of the same federation."""
    return SchoolFactory(federation=world.school.federation)


@pytest.fixture
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def packed(pupil, include=ALL, **changes) -> bytes:
    contents = contents_of(pupil, include=include)
    record = record_of(contents, school=pupil.school, made_on="2026-11-23") | changes
    from aylsham.documents import keeping

    data = {f.name: keeping.read(pupil.school_id, f.digest) for f in contents.files}
    return pack_of(record, pdf=b"%PDF-", files=data)[0]


def normal(record: dict) -> dict:
    """A record whose keys are numbered in order, so that two schools' records compare."""
    numbers: dict[str, str] = {}
    for label, rows in record["tables"].items():
        for place, row in enumerate(rows):
            numbers[row["id"]] = f"{label}#{place}"
    text = json.dumps(record["tables"], sort_keys=True)
    for key, name in numbers.items():
        text = text.replace(key, name)
    return json.loads(text) | {"pupil": record["pupil"], "files": record["files"]}


class TestRoundTrip:
    def test_what_is_taken_in_is_what_was_sent(self, there, world):
        world.pupil.school = world.school
        first = open_pack(packed(world.pupil))
        by = member(there, Role.SENDCO)
        taken = take_in(school=there, opened=first, pack="a", starts_on=TODAY, by=by)
        taken.school = there
        second = open_pack(packed(taken))
        sent, got = normal(first.record), normal(second.record)
        filled = {label for label, rows in first.record["tables"].items() if rows}
        assert len(filled) > 20, filled
        for table in packs.tables():
            label = table.label
            if table.is_told_only:
                continue
            assert got[label] == sent[label], label
        assert got["pupil"] == sent["pupil"]

    def test_no_row_changes_school_and_the_old_ones_stay(self, there, world):
        here = world.school
        before = set(Need.objects.filter(school=here).values_list("pk", flat=True))
        world.pupil.school = here
        opened = open_pack(packed(world.pupil))
        take_in(school=there, opened=opened, pack="a", starts_on=TODAY, by=member(there))
        after = set(Need.objects.filter(school=here).values_list("pk", flat=True))
        new = set(Need.objects.filter(school=there).values_list("pk", flat=True))
        assert (before, len(new)) == (after, len(before))
        assert not before & new

    def test_taken_in_twice_it_is_refused(self, there, world):
        world.pupil.school = world.school
        opened = open_pack(packed(world.pupil))
        take_in(school=there, opened=opened, pack="a", starts_on=TODAY, by=member(there))
        rows = Strategy.objects.filter(school=there).count()
        with pytest.raises(TransitionNotAllowed, match="record here already"):
            take_in(school=there, opened=opened, pack="b", starts_on=TODAY, by=member(there))
        assert Strategy.objects.filter(school=there).count() == rows
        assert Pupil.objects.filter(school=there).count() == 1

    def test_a_child_of_the_roll_gets_the_record(self, there, world):
        world.pupil.school = world.school
        known = PupilFactory(school=there, upn=world.pupil.upn, last_name="Of the roll")
        opened = open_pack(packed(world.pupil))
        taken = take_in(school=there, opened=opened, pack="a", starts_on=TODAY, by=member(there))
        assert taken.pk == known.pk
        assert StatusPeriod.objects.filter(school=there, pupil=known).exists()

    def test_a_stranger_becomes_nobody_or_whoever_took_it_in(self, world):
        world.pupil.school = world.school
        elsewhere = SchoolFactory()
        by = member(elsewhere)
        opened = open_pack(packed(world.pupil))
        take_in(school=elsewhere, opened=opened, pack="a", starts_on=TODAY, by=by)
        authors = set(Talk.objects.filter(school=elsewhere).values_list("logged_by", flat=True))
        assert authors <= {None, by.pk}


@pytest.mark.usefixtures("files")
class TestHeldBack:
    def test_what_few_may_read_stays_unless_it_is_let_go(self, schools):
        child = PupilFactory(school=schools[0])
        add_strategy(pupil=child, text="Sits in front", since_on=TODAY, by=None)
        add_strategy(pupil=child, text="A secret", since_on=TODAY, sensitivity=2, by=None)
        contents = contents_of(child)
        assert [row["text"] for row in contents.tables["pupils.strategy"]] == ["Sits in front"]
        assert contents.held[Held.SENSITIVE] == {"pupils.strategy": 1}
        assert len(contents_of(child, include=["sensitive"]).tables["pupils.strategy"]) == 2

    def test_nothing_of_what_is_held_stands_anywhere_in_the_pack(self, schools):
        child = PupilFactory(school=schools[0])
        add_strategy(pupil=child, text="Heronmark secret", since_on=TODAY, sensitivity=2, by=None)
        archive = zipfile.ZipFile(io.BytesIO(packed(child, include=())))
        assert all(b"Heronmark" not in archive.read(name) for name in archive.namelist())


@pytest.mark.usefixtures("files")
class TestRefused:
    @pytest.fixture
    def pack(self, schools):
        return packed(PupilFactory(school=schools[0], on_register=True))

    @pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"%PDF-1.7", b"<CTfile/>"])
    def test_what_is_no_pack(self, data):
        with pytest.raises(PackRefused, match="no record made by Aylsham"):
            open_pack(data)

    def test_a_zip_of_something_else(self):
        with pytest.raises(PackRefused, match="no record made by Aylsham"):
            open_pack(zipped({"letter.txt": b"Dear"}))

    def test_one_changed_letter(self, pack):
        inside = unzipped(pack)
        inside[RECORD] = inside[RECORD].replace(b"SLCN", b"SEMH")
        with pytest.raises(PackRefused, match="not as it was made"):
            open_pack(zipped(inside))

    def test_a_changed_record_with_a_manifest_made_anew_elsewhere(self, pack, settings):
        changed, _ = resigned(pack, settings, lambda r: r.replace(b"SLCN", b"SEMH"))
        true = check_code(json.loads(unzipped(pack)[MANIFEST]))
        with pytest.raises(PackRefused, match="check code"):
            open_pack(changed, code=true)

    def test_a_pack_of_another_installation_needs_its_code(self, pack, settings):
        theirs, manifest = resigned(pack, settings, lambda r: r)
        with pytest.raises(PackRefused, match="check code"):
            open_pack(theirs)
        opened = open_pack(theirs, code=check_code(manifest).upper())
        assert not opened.is_from_here

    @pytest.mark.parametrize("name", ["../evil.txt", "documents/../../x.pdf", "evil.exe"])
    def test_a_file_with_a_name_of_its_own(self, pack, name):
        with pytest.raises(PackRefused, match="not as it was made"):
            open_pack(zipped(unzipped(pack) | {name: b"x"}))

    def test_a_bomb(self, pack, monkeypatch):
        monkeypatch.setattr("pupils.packing.opening.MOST_BYTES", 1000)
        with pytest.raises(PackRefused, match="too large"):
            open_pack(pack)

    @pytest.mark.parametrize(
        ("label", "value"),
        [("aylsham.user", []), ("pupils.need", [{"id": 1}]), ("pupils.need", "x")],
    )
    def test_tables_and_fields_that_nobody_knows(self, pack, label, value):
        inside = unzipped(pack)
        record = json.loads(inside[RECORD])
        record["tables"][label] = value
        inside[RECORD] = canonical(record)
        del inside[MANIFEST]
        inside[MANIFEST] = canonical(manifest_of(inside))
        with pytest.raises(PackRefused, match="not as it was made"):
            open_pack(zipped(inside))

    def test_a_value_that_no_field_takes_leaves_nothing(self, pack, schools):
        opened = open_pack(pack)
        opened.record["tables"]["pupils.need"][0]["need_type"] = "NO SUCH TYPE"
        with pytest.raises(PackRefused, match="does not know"):
            take_in(
                school=schools[1], opened=opened, pack="a", starts_on=TODAY, by=member(schools[1])
            )


class TestTransferFile:
    def test_our_own_import_reads_it(self, schools):
        child = PupilFactory(school=schools[0], on_register=["SLCN", "SEMH"], last_name="Foster")
        record = record_of(contents_of(child), school=child.school, made_on="2026-11-23")
        sheet = read_transfer_file(ctf_of(record), name="record-ctf.xml")
        row = dict(zip(sheet.fields, sheet.rows[0].cells, strict=True))
        assert (row["surname"], row["needs"]) == ("Foster", "SLCN; SEMH")
        assert row["sen_status"] == "K"

    def test_it_says_from_where_to_where_and_who_has_responsibility(self, schools):
        child = PupilFactory(school=schools[0])
        by = member(schools[0])
        add_contact(pupil=child, by=by, name="Mia Reed", has_parental_responsibility=True)
        add_contact(pupil=child, by=by, name="Jo Reed", has_parental_responsibility=False)
        record = record_of(contents_of(child), school=child.school, made_on="2026-08-31")
        for there, numbers in (
            (schools[1], (schools[1].la_code, schools[1].establishment_number)),
            (None, ("XXX", "XXXX")),
        ):
            root = fromstring(ctf_of(record, there=there))
            said = {each.tag: each.text for each in root.find("Header")}
            assert (said["CTFversion"], said["DocumentQualifier"]) == ("24.0", "partial")
            assert root.findtext("Header/SourceSchool/AcademicYear") == "2025"
            assert (root.findtext(".//DestSchool/LEA"), root.findtext(".//DestSchool/Estab")) == (
                numbers
            )
        said = {c.findtext("Forename"): c.findtext("Responsibility") for c in root.iter("Contact")}
        assert said == {"Mia": "true", "Jo": "false"}
        assert read_transfer_file(ctf_of(record), name="record-ctf.xml").rows


def unzipped(data: bytes) -> dict[str, bytes]:
    archive = zipfile.ZipFile(io.BytesIO(data))
    return {name: archive.read(name) for name in archive.namelist()}


def zipped(inside: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in inside.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def resigned(pack: bytes, settings, change) -> tuple[bytes, dict]:
    """The pack with a changed record, signed by an installation with another secret."""
    inside = unzipped(pack)
    inside[RECORD] = change(inside[RECORD])
    del inside[MANIFEST]
    before, settings.SECRET_KEY = settings.SECRET_KEY, "another installation's secret"
    manifest = manifest_of(inside)
    settings.SECRET_KEY = before
    return zipped(inside | {MANIFEST: canonical(manifest)}), manifest


class TestSchema:
    def test_the_kept_schema_is_that_of_the_tables(self):
        path = Path(schema.__file__).with_name(schema.FILE_NAME)
        assert json.loads(path.read_text()) == json.loads(json.dumps(schema.record_schema())), (
            "./run manage record_schema writes it anew; raise the version if a column went"
        )

    def test_a_record_has_the_columns_that_the_schema_names(self, world):
        world.pupil.school = world.school
        record = open_pack(packed(world.pupil)).record
        said = schema.record_schema()["properties"]
        assert set(said["tables"]["properties"]) == set(record["tables"])
        for label, rows in record["tables"].items():
            required = said["tables"]["properties"][label]["items"]["required"]
            assert all(sorted(row) == sorted(required) for row in rows), label
