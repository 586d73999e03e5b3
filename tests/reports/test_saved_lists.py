"""Saved lists: opened as one's own rights allow, stale filters said, no typed name kept."""

import csv
import io
import json

import openpyxl
import pytest

from aylsham.access.roles import Role
from aylsham.audit.codes import Action
from aylsham.codes import Sensitivity
from aylsham.models import AuditEvent
from pupils.models import ClassGroup
from pupils.services.extra_fields.defining import (
    add_federation_field,
    add_school_field,
    retire_field,
)
from pupils.services.extra_fields.filling import Entry, fill_fields
from reports.models import FederationList, SchoolList
from tests.factories import (
    TODAY,
    ClassGroupFactory,
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
    return SchoolFactory(slug="oakfield", name="Oakfield")


@pytest.fixture
def oak(school):
    return ClassGroupFactory(school=school, name="Oak")


@pytest.fixture
def children(school, oak):
    """Zoë has a buddy, Ben has said no, nothing is known of Cal."""
    found = {
        "zoe": PupilFactory(school=school, last_name="Adams", class_group=oak, on_register=True),
        "ben": PupilFactory(school=school, last_name="Baker", year_group="5", with_plan=True),
        "cal": PupilFactory(school=school, last_name="Cole", on_register=["MLD"]),
    }
    return found


def fill(child, field, value):
    entries = [Entry(child, field, value, "")]
    fill_fields(school=child.school, entries=entries, on=TODAY, by=None)


def nurture(school, children, **facts):
    facts = {"name": "Nurture", "kind": "yes_no", "in_lists": True, "by": None} | facts
    field = add_school_field(school=school, **facts)
    fill(children["zoe"], field, True)
    fill(children["ben"], field, False)
    return field


def key(field) -> str:
    return f"f_{field.pk.hex}"


def names(response) -> list[str]:
    return [line.child.name.split(",")[0] for line in response.context["rows"]]


def saved(client, query: str, name="My list", whom="me", columns=None, of="register", **more):
    """What somebody does who saves what the page shows."""
    page = f"/oakfield/lists/save/?of={of}&{query}"
    if columns is None:
        columns = client.get(page).context["form"].initial["columns"]
    sent = {"name": name, "for_whom": whom, "columns": columns} | more
    return client.post(page, sent)


def only_list(school) -> SchoolList:
    behind_the_wall(school)
    return SchoolList.objects.get()


class TestExtraFieldsInLists:
    def test_a_field_is_a_column_and_a_filter(self, school, children):
        field = nurture(school, children)
        client = client_of(member(school))
        response = client.get("/oakfield/register/")
        assert [line.child.extra for line in response.context["rows"]] == [("Yes",), ("No",), ("",)]
        for asked, found in (("yes", ["Adams"]), ("no", ["Baker"]), ("empty", ["Cole"])):
            response = client.get(f"/oakfield/register/?{key(field)}={asked}")
            assert names(response) == found
            assert response.context["counts"].total == 1
        assert "with Nurture: Not filled in" in text_of(response)
        answer = client.post("/oakfield/register/", {key(field): "yes", "cols": "year"})
        assert answer.headers["Location"] == f"/oakfield/register/?{key(field)}=yes&cols=year"

    def test_every_kind_in_a_column_a_filter_and_a_file(self, school, children):
        colour = add_school_field(
            school=school,
            name="Colour",
            kind="option",
            options=["Red", "Blue"],
            in_lists=True,
            by=None,
        )
        day = add_school_field(school=school, name="Moved", kind="day", in_lists=True, by=None)
        words = add_school_field(school=school, name="=Buddy", kind="text", in_lists=True, by=None)
        fill(children["zoe"], colour, "Blue")
        fill(children["zoe"], day, TODAY)
        fill(children["ben"], words, "=cmd()")
        client = client_of(member(school))
        assert names(client.get(f"/oakfield/register/?{key(colour)}=is:Blue")) == ["Adams"]
        assert names(client.get(f"/oakfield/register/?{key(colour)}=is:Green")) != ["Adams"]
        assert names(client.get(f"/oakfield/register/?{key(words)}=filled")) == ["Baker"]
        response = client.get("/oakfield/register/export/?as=csv")
        head, zoe, ben, _ = csv.reader(io.StringIO(response.content.decode("utf-8-sig")))
        assert head[-4:-1] == ["Colour", "Moved", "'=Buddy"]
        assert zoe[-4:-1] == ["Blue", "23 Nov 2026", ""]
        assert ben[-2] == "'=cmd()"

    def test_what_few_may_read_is_no_column_and_no_filter_for_others(self, school, children):
        field = nurture(school, children, sensitivity=Sensitivity.SENSITIVE)
        leader = client_of(member(school, Role.PHASE_LEADER))
        response = leader.get(f"/oakfield/register/?{key(field)}=yes")
        assert names(response) == ["Adams", "Baker", "Cole"]
        assert "Nurture" not in response.content.decode()
        office = client_of(member(school, Role.OFFICE))
        assert "Nurture" not in office.get("/oakfield/children/").content.decode()

    def test_over_all_schools_only_what_each_lets_the_asker_read(self, school, children):
        shared = add_federation_field(
            federation=school.federation, school=school, name="Trust", kind="yes_no",
            in_lists=True, sensitivity=Sensitivity.SENSITIVE, by=None,
        )  # fmt: skip
        nurture(school, children)
        other = SchoolFactory(federation=school.federation)
        there = PupilFactory(school=other, last_name="There", on_register=True)
        fill(there, shared, True)
        fill(children["zoe"], shared, True)
        user = member(school)
        MembershipFactory(user=user, school=other, role=Role.PHASE_LEADER)
        client = client_of(user)
        response = client.get("/federation/register/")
        assert [field.name for field in response.context["columns"].extra] == ["Trust"]
        found = {
            line.child.name.split(",")[0]: line.child.extra for line in response.context["rows"]
        }
        assert (found["Adams"], found["There"]) == (("Yes",), ("",))
        assert names(client.get(f"/federation/register/?{key(shared)}=yes")) == ["Adams"]

    def test_neither_fields_nor_lists_cost_the_register_a_statement(self, school, oak, children):
        users = member(school), teacher_of(oak)
        pages = ("/oakfield/register/", "/oakfield/children/")
        counted = [
            len(statements(client_of(user), page)) for user, page in zip(users, pages, strict=True)
        ]
        behind_the_wall(school)
        nurture(school, children)
        again = [
            len(statements(client_of(user), page)) for user, page in zip(users, pages, strict=True)
        ]
        assert again == counted
        assert counted[0] <= 3 + OF_EVERY_REQUEST


class TestSaving:
    def test_a_list_opens_with_filters_order_and_columns(self, school, children):
        client = client_of(member(school))
        query = "year=4&sort=-name"
        assert saved(client, query, columns=["status", "need"]).status_code == 302
        row = only_list(school)
        assert (row.filters, row.sort) == ({"year": {"value": "4", "words": "in Year 4"}}, "-name")
        text = text_of(client.get("/oakfield/lists/"))
        assert (
            "Children of Oakfield on SEN support or with an EHC plan, in Year 4, sorted by family name, last first."
            in text
        )
        opened = client.get(f"/oakfield/lists/{row.pk}/")
        response = client.get(opened.headers["Location"])
        assert names(response) == ["Cole", "Adams"]
        assert response.context["columns"].shown == {"status", "need"}
        assert "My list · Children of Oakfield" in text_of(response)
        assert "2 children." in text_of(response)

    def test_the_name_stands_on_what_is_taken_out(self, school, children):
        client = client_of(member(school))
        saved(client, "year=4", name="=Watch")
        at = client.get(f"/oakfield/lists/{only_list(school).pk}/").headers["Location"]
        file = client.get(at.replace("register/?", "register/export/?as=xlsx&")).content
        sheet = openpyxl.load_workbook(io.BytesIO(file))["About this list"]
        assert {cell.data_type for row in sheet.iter_rows() for cell in row} == {"s"}  # no formula
        about = dict(sheet.values)
        assert (about["Saved list"], about["Year"]) == ("=Watch", "Year 4")
        assert about["What it is"].startswith("=Watch: Children of Oakfield")
        file = client.get(at.replace("register/?", "register/export/?as=csv&")).content
        assert all("=Watch: Children" in line for line in file.decode().splitlines()[1:])

    def test_what_was_typed_to_find_a_child_is_not_kept(self, school, children):
        client = client_of(member(school))
        address = client.post("/oakfield/register/", {"text": "adams", "year": "4"}).headers[
            "Location"
        ]
        query = address.split("?")[1]
        page = client.get(f"/oakfield/lists/save/?of=register&{query}")
        assert "What you typed to find a child is not saved" in text_of(page)
        saved(client, query)
        row = only_list(school)
        assert list(row.filters) == ["year"]
        assert "adams" not in json.dumps(row.filters).lower()
        event = AuditEvent.objects.get(action=Action.CHANGE_LISTS)
        assert "My list" not in json.dumps(event.detail)

    def test_columns_without_saving(self, school, children):
        client = client_of(member(school))
        answer = saved(client, "year=4", columns=["need"], only_columns="yes")
        assert answer.headers["Location"] == "/oakfield/register/?year=4&cols=need"
        behind_the_wall(school)
        assert not SchoolList.objects.exists()
        response = client.get(answer.headers["Location"])
        assert response.context["columns"].shown == {"need"}

    def test_a_changed_list_is_saved_over_or_anew(self, school, children):
        client = client_of(member(school))
        saved(client, "year=4")
        row = only_list(school)
        assert "already" in text_of(saved(client, "year=5"))
        assert saved(client, f"year=5&list={row.pk.hex}", over="yes").status_code == 302
        row = only_list(school)
        assert row.filters["year"]["value"] == "5"
        assert saved(client, "year=4", name="Another").status_code == 302

    def test_whose_list_it_is(self, school, children):
        sendco, head, leader = (
            client_of(member(school, role)) for role in (Role.SENDCO, Role.HEAD, Role.PHASE_LEADER)
        )
        saved(sendco, "year=4", name="Own")
        saved(sendco, "year=4", name="Ours", whom="school")
        behind_the_wall(school)
        own = SchoolList.objects.get(is_shared=False)
        ours = SchoolList.objects.get(is_shared=True)
        assert head.get(f"/oakfield/lists/{own.pk}/").status_code == 404
        assert head.get(f"/oakfield/lists/{ours.pk}/").status_code == 302
        assert "Own" not in text_of(leader.get("/oakfield/lists/"))
        assert "Ours" in text_of(leader.get("/oakfield/lists/"))
        assert leader.get(f"/oakfield/lists/{ours.pk}/change/").status_code == 403
        assert leader.post(f"/oakfield/lists/{ours.pk}/delete/").status_code == 403
        assert saved(leader, "year=4", name="Not mine to share", whom="school").status_code == 200
        # Who may not open the register has no list of it.
        teacher = client_of(member(school, Role.CLASS_TEACHER))
        assert teacher.get(f"/oakfield/lists/{ours.pk}/").status_code == 404
        assert saved(teacher, "", columns=[]).status_code == 403
        assert saved(teacher, "year=4", columns=[], of="children").status_code == 302
        stranger = client_of(member(SchoolFactory(slug="other")))
        assert stranger.get(f"/other/lists/{ours.pk}/").status_code == 404

    def test_renamed_by_one_of_two_and_deleted(self, school, children):
        client = client_of(member(school))
        saved(client, "year=4")
        row = only_list(school)
        page = f"/oakfield/lists/{row.pk}/change/"
        version = client.get(page).context["form"].initial["version"]
        assert client.post(page, {"name": "Renamed", "version": version}).status_code == 302
        answer = client.post(page, {"name": "Mine", "version": version})
        assert "The name is now: Renamed" in text_of(answer)
        assert client.post(f"/oakfield/lists/{row.pk}/delete/").status_code == 302
        behind_the_wall(school)
        assert not SchoolList.objects.exists()
        assert names(client.get(f"/oakfield/register/?list={row.pk.hex}")) == [
            "Adams",
            "Baker",
            "Cole",
        ]

    def test_a_list_is_of_something(self, school):
        client, page = client_of(member(school)), "/oakfield/lists/save/"
        assert client.get(f"{page}?of=nonsense").status_code == 404
        # The menu of schools leads here without saying what was shown.
        assert client.get(page).url == "/oakfield/lists/"


class TestStale:
    def opened(self, client, row):
        return client.get(client.get(f"/oakfield/lists/{row.pk}/").headers["Location"])

    def test_what_is_gone_is_said(self, school, oak, children):
        field = nurture(school, children)
        client = client_of(member(school))
        saved(client, f"group={oak.pk}&{key(field)}=yes", whom="school")
        row = only_list(school)
        ClassGroup.objects.filter(pk=oak.pk).update(academic_year=2020)
        retire_field(field=field, school=school, by=None)
        response = self.opened(client, row)
        assert names(response) == ["Adams", "Baker", "Cole"]
        for text in (text_of(response), text_of(client.get("/oakfield/lists/"))):
            assert "“in class Oak” is left out" in text
            assert "An extra field is left out: it is no longer used" in text

    def test_a_filter_that_its_opener_may_not_use_is_said_without_what_it_says(
        self, school, children
    ):
        field = nurture(school, children, name="Family support", sensitivity=Sensitivity.SENSITIVE)
        saved(client_of(member(school)), f"{key(field)}=yes&flag=looked_after", whom="school")
        leader = client_of(member(school, Role.PHASE_LEADER))
        response = self.opened(leader, only_list(school))
        assert names(response) == ["Adams", "Baker", "Cole"]
        text = text_of(response) + text_of(leader.get("/oakfield/lists/"))
        assert "you may not read it" in text
        assert "A mark is left out" in text
        assert "Family support" not in text
        assert "Looked after" not in text

    def test_a_class_teacher_sees_the_own_class_of_a_shared_list(self, school, oak, children):
        saved(client_of(member(school)), "year=4", whom="school", of="children")
        response = self.opened(client_of(teacher_of(oak)), only_list(school))
        assert names(response) == ["Adams"]


class TestFederation:
    def lead(self, school):
        return client_of(
            MembershipFactory(
                school=None, federation=school.federation, role=Role.FEDERATION_SEND_LEAD
            ).user
        )

    def test_one_list_for_every_school(self, school, children):
        other = SchoolFactory(slug="ashfield", federation=school.federation)
        PupilFactory(school=other, last_name="There", on_register=True)
        lead = self.lead(school)
        sent = {"name": "Trust list", "for_whom": "federation", "columns": ["year"]}
        page = "/federation/lists/save/?of=register&year=4&school=oakfield"
        assert lead.post(page, sent).status_code == 302
        behind_the_wall(school, other)
        row = FederationList.objects.get()
        at = lead.get(f"/federation/lists/list/?list={row.pk}").headers["Location"]
        assert names(lead.get(at)) == ["Adams", "Cole"]
        assert "Every school" in text_of(lead.get("/federation/lists/"))
        there = client_of(member(other))
        at = there.get(f"/ashfield/lists/{row.pk}/").headers["Location"]
        response = there.get(at)
        assert names(response) == ["There"]
        assert "“at Oakfield” is left out: this page is of one school." in text_of(response)
        assert there.post(f"/ashfield/lists/{row.pk}/delete/").status_code == 403
        page = f"/federation/lists/list/change/?list={row.pk}"
        version = lead.get(page).context["form"].initial["version"]
        lead.post(page, {"name": "Renamed", "version": version})
        assert "Renamed" in text_of(lead.get("/federation/lists/"))
        assert lead.post(f"/federation/lists/list/delete/?list={row.pk}").status_code == 302
        for asked in (row.pk, "nonsense", ""):
            assert lead.get(f"/federation/lists/list/?list={asked}").status_code == 404

    def test_a_class_of_one_school_is_no_list_of_all(self, school, oak, children):
        user = member(school)  # the federation's only school
        answer = saved(client_of(user), f"group={oak.pk}", whom="federation")
        assert "means nothing in others" in text_of(answer)

    def test_another_federation_knows_nothing_of_it(self, school, children):
        lead = self.lead(school)
        lead.post(
            "/federation/lists/save/?of=register",
            {"name": "Trust list", "for_whom": "federation", "columns": ["year"]},
        )
        behind_the_wall(school)
        row = FederationList.objects.get()
        stranger = client_of(member(SchoolFactory(slug="other")))
        assert stranger.get(f"/other/lists/{row.pk}/").status_code == 404
        assert "Trust list" not in text_of(stranger.get("/other/lists/"))
