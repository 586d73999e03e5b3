"""A contact who was put right here is one person, whatever the roll goes on saying."""

import pytest

from aylsham.changes import version_of
from pupils.codes import ImportKind
from pupils.models import Contact, Pupil, RollDifference
from pupils.services.details import CONTACT_FIELDS, add_contact, change_contact, remove_contact
from pupils.services.importing.contacts import TAKEN_OFF
from pupils.services.importing.differences import take_theirs
from pupils.services.importing.lifecycle import (
    decide,
    preview_mark,
    read_import,
    receive_file,
    undo_import,
    write_import,
)

from .makers import SAMPLES, TODAY, child, csv_bytes

pytestmark = pytest.mark.usefixtures("today")
FOX = {"Contact 1 name": "Rosie Fox", "Contact 1 phone": "01632 960001"}


def upload(school, data, by):
    """A file, read and ready."""
    data = csv_bytes(data) if isinstance(data, list) else data
    received = receive_file(school=school, kind=ImportKind.ROLL, data=data, name="roll.csv", by=by)
    return read_import(file_import=received, today=TODAY)


def imported(school, data, by):
    """Upload and write."""
    found = upload(school, data, by)
    return write_import(file_import=found, mark=preview_mark(found), today=TODAY, by=by)


def edit(contact, by, **changes):
    """Put a contact right here."""
    values = {name: getattr(contact, name) for name in CONTACT_FIELDS} | changes
    version = version_of(contact, CONTACT_FIELDS)
    return change_contact(contact=contact, version=version, by=by, **values)


def kept(file_import):
    """(field, ours, theirs) of what is kept."""
    return [
        (d["field"], d["ours"], d["theirs"])
        for each in file_import.preview["kept"]
        for d in each["differences"]
    ]


@pytest.fixture
def renamed(bure_valley, somebody):
    """A child whose only contact came with a roll and was given another name here."""
    imported(bure_valley, [child(1, **FOX)], somebody)
    edit(Contact.objects.get(), somebody, name="Rosemary Foxe")
    return bure_valley


def test_the_old_name_is_listed_and_never_added_again(renamed, somebody):
    found = upload(renamed, [child(1, **FOX)], somebody)
    assert kept(found) == [("contact_1", "Rosemary Foxe, 01632 960001", "Rosie Fox, 01632 960001")]
    assert (found.counts["changed"], found.counts["unchanged"]) == (0, 1)
    write_import(file_import=found, mark=preview_mark(found), today=TODAY, by=somebody)
    assert Contact.objects.get().name == "Rosemary Foxe"


def test_theirs_can_be_taken_for_the_same_person(renamed, somebody):
    found = upload(renamed, [child(1, **FOX)], somebody)
    key = f"{Pupil.objects.get().pk}:contact_1"
    found = decide(
        file_import=found, what="take_theirs", key=key, choice=True, today=TODAY, by=somebody
    )
    write_import(file_import=found, mark=preview_mark(found), today=TODAY, by=somebody)
    assert Contact.objects.get().name == "Rosie Fox"
    assert kept(upload(renamed, [child(1, **FOX)], somebody)) == []


def test_a_third_name_in_that_place_is_listed_too(renamed, somebody):
    other = {"Contact 1 name": "Tom Hare", "Contact 1 phone": ""}
    found = upload(renamed, [child(1, **other)], somebody)
    assert kept(found) == [("contact_1", "Rosemary Foxe, 01632 960001", "Tom Hare")]
    assert found.counts["changed"] == 0


def test_a_contact_who_was_moved_to_another_place_is_not_added_again(bure_valley, somebody):
    imported(bure_valley, [child(1, **FOX)], somebody)
    edit(Contact.objects.get(), somebody, name="Rosemary Foxe", priority=3)
    assert upload(bure_valley, [child(1, **FOX)], somebody).counts["changed"] == 0


def test_somebody_whom_only_the_school_knows_does_not_hide_a_new_one(bure_valley, somebody):
    imported(bure_valley, [child(1)], somebody)
    pupil = Pupil.objects.get()
    Contact.objects.create(school=bure_valley, pupil=pupil, name="Gran", priority=1)
    imported(bure_valley, [child(1, **FOX)], somebody)
    assert set(Contact.objects.values_list("name", flat=True)) == {"Gran", "Rosie Fox"}


def test_a_whole_roll_again_changes_nothing_after_an_edit(bure_valley, somebody):
    roll = (SAMPLES / "bure-valley_arbor.csv").read_bytes()
    imported(bure_valley, roll, somebody)
    edit(
        Contact.objects.order_by("pk").first(),
        somebody,
        name="Anna Nowak",
        relationship="Mother",
        has_parental_responsibility=True,
    )
    found = upload(bure_valley, roll, somebody)
    assert (found.counts["changed"], found.counts["unchanged"]) == (0, 229)
    assert len(kept(found)) == 1


@pytest.fixture
def without(bure_valley, somebody):
    """A child whose only contact came with a roll and was taken off the record here."""
    imported(bure_valley, [child(1, **FOX)], somebody)
    remove_contact(contact=Contact.objects.get(), by=somebody)
    return bure_valley


def test_a_contact_who_was_taken_off_here_does_not_come_back(without, somebody):
    found = upload(without, [child(1, **FOX)], somebody)
    assert kept(found) == [("contact_1", TAKEN_OFF, "Rosie Fox, 01632 960001")]
    assert (found.counts["changed"], found.counts["unchanged"]) == (0, 1)
    write_import(file_import=found, mark=preview_mark(found), today=TODAY, by=somebody)
    assert not Contact.objects.exists()
    assert kept(upload(without, [child(1, **FOX)], somebody))  # nor the night after


def test_theirs_can_be_taken_for_somebody_who_was_taken_off(without, somebody):
    found = upload(without, [child(1, **FOX)], somebody)
    write_import(file_import=found, mark=preview_mark(found), today=TODAY, by=somebody)
    take_theirs(difference=RollDifference.objects.get(), today=TODAY, by=somebody)
    assert Contact.objects.get().phone == "01632 960001"
    again = upload(without, [child(1, **FOX)], somebody)
    assert (kept(again), again.counts["unchanged"]) == ([], 1)


def test_somebody_taken_off_is_not_written_over_another_adult(bure_valley, somebody):
    two = FOX | {"Contact 2 name": "Tom Hare", "Contact 2 phone": "01632 960002"}
    imported(bure_valley, [child(1, **two)], somebody)
    remove_contact(contact=Contact.objects.get(name="Tom Hare"), by=somebody)
    turned = {"Contact 1 name": "Tom Hare", "Contact 2 name": "Rosie Fox"}
    found = upload(bure_valley, [child(1, **turned)], somebody)
    assert [(field, ours) for field, ours, _ in kept(found)] == [("contact_1", TAKEN_OFF)]
    write_import(file_import=found, mark=preview_mark(found), today=TODAY, by=somebody)
    assert Contact.objects.get().name == "Rosie Fox"


def test_another_name_in_the_place_of_somebody_taken_off_is_new(without, somebody):
    imported(without, [child(1, **{"Contact 1 name": "Tom Hare"})], somebody)
    assert Contact.objects.get().name == "Tom Hare"


def test_an_old_name_of_somebody_taken_off_does_not_come_back_either(renamed, somebody):
    remove_contact(contact=Contact.objects.get(), by=somebody)
    assert kept(upload(renamed, [child(1, **FOX)], somebody)) == [
        ("contact_1", TAKEN_OFF, "Rosie Fox, 01632 960001")
    ]


def test_somebody_entered_here_again_is_the_rolls_person(without, somebody):
    add_contact(pupil=Pupil.objects.get(), by=somebody, name="Rosie Fox", phone="01632 960001")
    found = upload(without, [child(1, **FOX)], somebody)
    assert (kept(found), found.counts["unchanged"]) == ([], 1)


def test_an_import_taken_back_removed_nobody(bure_valley, somebody):
    written = imported(bure_valley, [child(1, **FOX)], somebody)
    undo_import(file_import=written, by=somebody)
    assert not Contact.objects.exists()
    imported(bure_valley, [child(1, **FOX)], somebody)
    assert Contact.objects.get().name == "Rosie Fox"
