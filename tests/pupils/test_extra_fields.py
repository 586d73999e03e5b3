"""Extra fields in two layers: who defines, who fills in, who reads, and that nothing is lost."""

import datetime as dt
import io
import json
import zipfile

import pytest

from aylsham.access.roles import Role
from aylsham.audit.codes import Action
from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.codes import Sensitivity
from aylsham.models import AuditEvent
from pupils.models import FederationField, FieldValue, Pupil, SchoolField
from pupils.packing.making import pack_of, record_of
from pupils.packing.opening import open_pack
from pupils.selectors.transfers.contents import contents_of
from pupils.services.extra_fields.defining import (
    FIELD_FACTS,
    add_federation_field,
    add_school_field,
    change_field,
    move_field_up,
    retire_field,
)
from pupils.services.extra_fields.filling import Entry, fill_fields
from pupils.services.transfers.taking_in import take_in
from pupils.transfer_codes import Held
from tests.factories import (
    TODAY,
    ClassGroupFactory,
    FederationFactory,
    MembershipFactory,
    PupilFactory,
    SchoolFactory,
    behind_the_wall,
    member,
    teacher_of,
)
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield", federation=FederationFactory(name="Fen Trust"))


@pytest.fixture
def oak(school):
    return ClassGroupFactory(school=school, name="Oak")


@pytest.fixture
def child(school, oak):
    return PupilFactory(school=school, class_group=oak, first_name="Zoë", last_name="Adams")


def own(school, name="Reading buddy", kind="text", **facts) -> SchoolField:
    return add_school_field(school=school, name=name, kind=kind, by=None, **facts)


def shared(school, name="Nurture group", kind="yes_no", **facts) -> FederationField:
    return add_federation_field(
        federation=school.federation, school=school, name=name, kind=kind, by=None, **facts
    )


def fill(child, field, value, was="", by=None):
    entry = Entry(child, field, value, was, "box")
    return fill_fields(school=child.school, entries=[entry], on=TODAY, by=by)


def facts_of(field, **changes) -> dict:
    return {name: getattr(field, name) for name in FIELD_FACTS} | changes


def change(field, school, **changes):
    version = version_of(field, FIELD_FACTS)
    facts = facts_of(field, **changes)
    by = member(school)
    return change_field(field=field, school=school, facts=facts, version=version, by=by)


class TestDefining:
    def test_a_name_stands_for_one_field_at_a_school(self, school):
        own(school)
        shared(school)
        for name in ("Reading Buddy", "nurture group"):
            with pytest.raises(TransitionNotAllowed):
                own(school, name)
        with pytest.raises(TransitionNotAllowed):
            shared(school, "NURTURE GROUP")
        other = SchoolFactory(federation=school.federation)
        assert own(other).school == other

    def test_a_list_needs_something_to_choose_from(self, school):
        with pytest.raises(TransitionNotAllowed):
            own(school, kind="option")
        assert own(school, kind="option", options=["Red", "Blue"]).options == ["Red", "Blue"]

    def test_renaming_reaches_what_is_filled_in_and_a_second_editor_is_told(self, school, child):
        field = own(school)
        fill(child, field, "Tim")
        before = version_of(field, FIELD_FACTS)
        change(field, school, name="Buddy", sensitivity=Sensitivity.SENSITIVE)
        value = FieldValue.objects.get()
        assert (value.title, value.sensitivity) == ("Buddy", Sensitivity.SENSITIVE)
        with pytest.raises(StaleSave):
            change_field(
                field=field, school=school, facts=facts_of(field), version=before, by=member(school)
            )

    def test_a_retired_field_keeps_what_was_filled_in(self, school, child):
        field = own(school)
        fill(child, field, "Tim")
        retire_field(field=field, school=school, by=None)
        field.refresh_from_db()
        with pytest.raises(TransitionNotAllowed):
            fill(child, field, "Tom", "Tim")
        text = text_of(client_of(member(school)).get(f"/oakfield/children/{child.pk}/fields/"))
        assert "No longer asked" in text
        assert "Tim" in text

    def test_the_order_is_the_schools(self, school):
        first, second = own(school, "One"), own(school, "Two")
        move_field_up(field=second, school=school, by=None)
        assert [f.pk for f in SchoolField.objects.all()] == [second.pk, first.pk]
        move_field_up(field=second, school=school, by=None)  # the first stays
        assert [f.pk for f in SchoolField.objects.all()] == [second.pk, first.pk]

    def test_pages_to_define_change_order_and_retire(self, school):
        client = client_of(member(school))
        said = {"name": "Buddy", "kind": "option", "options": "Tim\n\n Ann \nTim", "sensitivity": 0}
        said["sensitivity"] = Sensitivity.EVERYONE.value
        refused = client.post("/oakfield/fields/add/", said | {"options": ""})
        assert "Say what may be chosen" in text_of(refused)
        assert client.post("/oakfield/fields/add/", said).status_code == 302
        behind_the_wall(school)
        field = SchoolField.objects.get()
        assert field.options == ["Tim", "Ann"]
        page = f"/oakfield/fields/{field.pk}/"
        form = client.get(page).context["form"]
        assert "kind" not in form.fields
        sent = said | {"name": "Pal", "version": form.initial["version"], "in_lists": "on"}
        assert client.post(page, sent).status_code == 302
        assert "Somebody else" in text_of(client.post(page, sent))
        client.post(f"{page}up/")
        client.post(f"{page}retire/")
        behind_the_wall(school)
        field.refresh_from_db()
        assert (field.name, field.in_lists, field.is_retired) == ("Pal", True, True)
        assert "No longer used" in text_of(client.get("/oakfield/fields/"))
        behind_the_wall(school)
        assert AuditEvent.objects.filter(action=Action.DEFINE_FIELDS).count() == 4

    def test_a_school_sees_the_federations_fields_and_cannot_change_them(self, school):
        field = shared(school, help_text="Since half-term")
        client = client_of(member(school))
        text = text_of(client.get("/oakfield/fields/"))
        assert "Nurture group" in text
        assert "Set by Fen Trust" in text
        assert client.get(f"/oakfield/fields/{field.pk}/").status_code == 404
        own = add_school_field(
            school=school, by=None, name="Buddy", kind="text", sensitivity=Sensitivity.EVERYONE
        )
        page = client.get("/oakfield/fields/").content.decode()
        assert f'href="/oakfield/fields/{own.pk}/"' in page
        assert "/federation/fields/" not in page
        assert client.get(f"/federation/fields/field/?field={field.pk}").status_code == 403
        assert (
            client_of(member(school, Role.CLASS_TEACHER)).get("/oakfield/fields/").status_code
            == 403
        )


class TestFederation:
    @pytest.mark.parametrize("role", [Role.FEDERATION_SEND_LEAD, Role.FEDERATION_ADMINISTRATOR])
    def test_the_lead_and_the_administrator_set_fields_of_every_school(self, school, role):
        user = MembershipFactory(school=None, federation=school.federation, role=role).user
        client = client_of(user)
        facts = {"name": "Nurture", "kind": "yes_no", "sensitivity": Sensitivity.EVERYONE.value}
        assert client.post("/federation/fields/add/", facts).status_code == 302
        behind_the_wall(school)
        field = FederationField.objects.get()
        page = f"/federation/fields/field/?field={field.pk}"
        version = client.get(page).context["form"].initial["version"]
        changed = facts | {"name": "Nurture room", "version": version}
        assert client.post(page, changed).status_code == 302
        client.post(f"/federation/fields/field/up/?field={field.pk}")
        assert "Nurture room" in text_of(client.get("/federation/fields/"))
        client.post(f"/federation/fields/field/retire/?field={field.pk}")
        behind_the_wall(school)
        field.refresh_from_db()
        assert field.is_retired

    def test_whoever_has_one_school_of_several_does_not(self, school):
        SchoolFactory(federation=school.federation)
        lead = member(school, Role.FEDERATION_SEND_LEAD)
        assert client_of(lead).get("/federation/fields/add/").status_code == 403

    @pytest.mark.parametrize("asked", ["", "nonsense", "018f0000-0000-7000-8000-000000000000"])
    def test_another_federations_field_is_none(self, school, asked):
        stranger = shared(SchoolFactory())
        lead = MembershipFactory(
            school=None, federation=school.federation, role=Role.FEDERATION_SEND_LEAD
        ).user
        client = client_of(lead)
        for key in (asked, stranger.pk):
            assert client.get(f"/federation/fields/field/?field={key}").status_code == 404


class TestFilling:
    @pytest.mark.parametrize(
        ("kind", "value", "words"),
        [
            ("text", "Tim", "Tim"),
            ("number", 0, "0"),
            ("number", -12, "-12"),
            ("day", dt.date(2026, 11, 20), "20 Nov 2026"),
            ("yes_no", False, "No"),
            ("option", "Red", "Red"),
        ],
    )
    def test_each_kind_is_kept_and_read_again(self, school, child, kind, value, words):
        field = own(school, kind=kind, options=["Red"])
        assert fill(child, field, value) == {child.pk}
        assert FieldValue.objects.get().value == value
        assert words in text_of(
            client_of(member(school)).get(f"/oakfield/children/{child.pk}/fields/")
        )

    @pytest.mark.parametrize(
        ("kind", "value"),
        [("text", 1), ("number", "1"), ("number", True), ("number", 10**7), ("option", "Green")],
    )
    def test_what_does_not_fit_is_refused(self, school, child, kind, value):
        field = own(school, kind=kind, options=["Red"])
        with pytest.raises(TransitionNotAllowed):
            fill(child, field, value)
        assert not FieldValue.objects.exists()
        assert not AuditEvent.objects.filter(action=Action.FILL_FIELDS).exists()

    def test_an_option_that_is_gone_stays_where_it_was_chosen(self, school, child, oak):
        field = own(school, kind="option", options=["Red", "Blue"])
        fill(child, field, "Red")
        change(field, school, options=["Blue"])
        client = client_of(member(school))
        html = client.get(f"/oakfield/children/{child.pk}/fields/fill/").content.decode()
        assert "Red (no longer offered)" in html
        other = PupilFactory(school=school, class_group=oak)
        field.refresh_from_db()
        with pytest.raises(TransitionNotAllowed):
            fill(other, field, "Red")

    def test_two_editors_of_a_box_are_told_and_of_two_boxes_not(self, school, child):
        first, second = own(school, "One"), own(school, "Two")
        client = client_of(member(school))
        page = f"/oakfield/children/{child.pk}/fields/fill/"
        form = client.get(page).context["form"]
        one, two = (b.html_name for b in form.boxes())
        fill(child, first, "theirs")
        mine = {"was": form.initial["was"], one: "", two: "mine"}
        assert client.post(page, mine).status_code == 302
        behind_the_wall(school)
        assert {v.title: v.text for v in FieldValue.objects.all()} == {
            "One": "theirs",
            "Two": "mine",
        }
        answer = client.post(page, mine | {one: "also mine"})
        assert "The record now says: theirs" in text_of(answer)
        again = {"was": answer.context["form"].data["was"], one: "also mine", two: "mine"}
        assert client.post(page, again).status_code == 302
        behind_the_wall(school)
        assert FieldValue.objects.get(own_field=first).text == "also mine"
        assert FieldValue.objects.get(own_field=second).text == "mine"

    def test_an_emptied_box_leaves_nothing_but_the_history(self, school, child):
        field = own(school)
        fill(child, field, "Tim", by=member(school))
        fill(child, field, None, "Tim", by=member(school))
        assert not FieldValue.objects.exists()
        client = client_of(member(school, Role.HEAD))
        assert "an extra field: Reading buddy" in text_of(
            client.get(f"/oakfield/children/{child.pk}/history/")
        )

    def test_a_record_that_moved_is_not_filled_in(self, school, child):
        field = own(school)
        Pupil.objects.filter(pk=child.pk).update(closed_on=TODAY)
        with pytest.raises(TransitionNotAllowed):
            fill(child, field, "Tim")

    def test_a_class_is_filled_in_at_once(self, school, oak, child):
        ben = PupilFactory(school=school, class_group=oak, first_name="Ben", last_name="Baker")
        buddy, group = own(school), shared(school)
        own(school, "Folder", in_class_table=False)
        teacher = teacher_of(oak)
        client = client_of(teacher)
        page = f"/oakfield/classes/{oak.pk}/fields/"
        response = client.get(page)
        form = response.context["form"]
        assert "Folder" not in text_of(response)
        sent = {"was": form.initial["was"]}
        sent |= {f"{child.pk.hex}-{buddy.pk.hex}": "Ann", f"{ben.pk.hex}-{group.pk.hex}": "True"}
        assert client.post(page, sent).status_code == 302
        behind_the_wall(school)
        found = {(v.pupil_id, v.title): v.value for v in FieldValue.objects.all()}
        assert found == {(child.pk, "Reading buddy"): "Ann", (ben.pk, "Nurture group"): True}
        event = AuditEvent.objects.get(action=Action.FILL_FIELDS)
        assert set(event.pupil_ids) == {child.pk, ben.pk}
        assert "Ann" not in json.dumps(event.detail)
        few = len(statements(client, page))
        behind_the_wall(school)
        PupilFactory.create_batch(20, school=school, class_group=oak)
        assert len(statements(client, page)) == few <= 8 + OF_EVERY_REQUEST

    @pytest.mark.parametrize("was", ["", "[]", "{", '{"x": {}}', "[" * 9000])
    def test_nasty_words_of_what_was_there(self, school, oak, child, was):
        field = own(school)
        sent = {"was": was, f"{child.pk.hex}-{field.pk.hex}": "Ann"}
        client = client_of(teacher_of(oak))
        assert client.post(f"/oakfield/classes/{oak.pk}/fields/", sent).status_code == 302

    def test_help_that_somebody_wrote_is_no_markup(self, school, child):
        own(school, help_text="<script>alert(1)</script>")
        shared(school, help_text="<b>x</b>")
        client = client_of(member(school))
        for page in ("fields/", "fields/fill/"):
            html = client.get(f"/oakfield/children/{child.pk}/{page}").content.decode()
            assert "<script>alert" not in html
            assert "<b>x</b>" not in html


class TestReading:
    def test_few_read_a_sensitive_field_and_it_leaves_no_gap(self, school, oak, child):
        field = own(school, "Family support", sensitivity=Sensitivity.SENSITIVE)
        own(school)
        fill(child, field, "Weekly visits")
        teacher = client_of(teacher_of(oak))
        for page in (
            f"/oakfield/children/{child.pk}/fields/",
            f"/oakfield/children/{child.pk}/fields/fill/",
            f"/oakfield/children/{child.pk}/history/",
            f"/oakfield/classes/{oak.pk}/fields/",
        ):
            text = text_of(teacher.get(page))
            assert "Family support" not in text
            assert "Weekly visits" not in text
        text = text_of(client_of(member(school)).get(f"/oakfield/children/{child.pk}/fields/"))
        assert "Weekly visits" in text
        assert "Tell the safeguarding lead" in text

    def test_a_child_costs_as_many_statements_however_many_fields(self, school, child):
        client, page = client_of(member(school)), f"/oakfield/children/{child.pk}/fields/"
        fill(child, own(school, "F0"), "x")
        few = statements(client, page)
        behind_the_wall(school)
        for number in range(1, 8):
            fill(child, own(school, f"F{number}"), "x")
        assert len(statements(client, page)) == len(few) <= 8 + OF_EVERY_REQUEST


def pack_between(child, there, include=()):
    contents = contents_of(child, include=include)
    record = record_of(contents, school=child.school, made_on="2026-11-23")
    opened = open_pack(pack_of(record, pdf=b"%PDF-", files={})[0])
    behind_the_wall(there)
    return take_in(
        school=there, opened=opened, pack="p", starts_on=TODAY, by=member(there, Role.HEAD)
    )


class TestMoving:
    def test_inside_the_federation_a_shared_field_is_the_same_field(self, school, child):
        field, buddy = shared(school), own(school)
        secret = own(school, "Family support", sensitivity=Sensitivity.SENSITIVE)
        fill(child, field, True)
        fill(child, buddy, "Tim")
        fill(child, secret, "Weekly visits")
        there = SchoolFactory(federation=school.federation)
        pupil = pack_between(child, there)
        found = {
            v.title: (v.shared_field_id, v.own_field_id, v.value) for v in pupil.field_values.all()
        }
        assert found == {
            "Nurture group": (field.pk, None, True),
            "Reading buddy": (None, None, "Tim"),
        }
        text = text_of(client_of(member(there)).get(f"/{there.slug}/children/{pupil.pk}/fields/"))
        assert "From the school before" in text
        assert "Reading buddy" in text

    def test_outside_it_every_field_is_titled_words(self, school, child):
        fill(child, shared(school, sensitivity=Sensitivity.SENSITIVE), True)
        pupil = pack_between(child, SchoolFactory(), include=[Held.SENSITIVE.value])
        value = pupil.field_values.get()
        assert (value.title, value.shared_field_id, value.is_yes) == ("Nurture group", None, True)
        assert value.sensitivity == Sensitivity.SENSITIVE

    def test_a_pack_names_no_field_of_a_strange_federation(self, school, child):
        """A key that was written into a pack by hand finds nothing but this federation's fields."""
        there = SchoolFactory()
        theirs = shared(there, "Theirs")
        fill(child, shared(school), True)
        contents = contents_of(child)
        contents.tables["pupils.fieldvalue"][0]["shared_field"] = str(theirs.pk)
        record = record_of(contents, school=school, made_on="2026-11-23")
        data = pack_of(record, pdf=b"%PDF-", files={})[0]
        assert zipfile.is_zipfile(io.BytesIO(data))
        other = SchoolFactory()
        behind_the_wall(there, other)
        pupil = take_in(
            school=other,
            opened=open_pack(data),
            pack="p",
            starts_on=TODAY,
            by=member(other, Role.HEAD),
        )
        assert pupil.field_values.get().shared_field_id is None
