"""Layers beside the status: set for one and for many, reported, filtered by, never the status."""

import datetime as dt
import io

import pytest
from openpyxl import load_workbook

from aylsham.access.roles import Role
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed, version_of
from aylsham.models import AuditEvent, School
from pupils.codes import LAYER_FIELDS
from pupils.models import LayerPeriod, StatusPeriod
from pupils.selectors.layers import layer_now
from pupils.services.layers import LayerChoice, end_layer, set_layer, set_layers, use_layers
from pupils.services.needs import rate_need
from tests.factories import (
    TODAY,
    ClassGroupFactory,
    MembershipFactory,
    PupilFactory,
    SchoolFactory,
    UserFactory,
    behind_the_wall,
    member,
)
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
DAY = dt.timedelta(days=1)


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield", uses_layers=True)


@pytest.fixture
def child(school):
    return PupilFactory(school=school, on_register=True)


@pytest.fixture
def by():
    return UserFactory(name="Ola Wren")


def put(child, layer, on=TODAY, **more):
    now = layer_now(child)
    facts = {"reason": "Extra reading each day", "by": None} | more
    version = version_of(now, LAYER_FIELDS)
    return set_layer(pupil=child, layer=layer, starts_on=on, version=version, **facts)


class TestOneChild:
    def test_the_one_before_ends_and_the_status_stays(self, child, by):
        put(child, "targeted", TODAY - 30 * DAY, by=by)
        before = list(StatusPeriod.objects.values())
        put(child, "plus", evidence="Review of 12 November", by=by)
        rows = LayerPeriod.objects.order_by("starts_on").values_list("layer", "ends_on")
        assert list(rows) == [("targeted", TODAY - DAY), ("plus", None)]
        assert list(StatusPeriod.objects.values()) == before
        assert AuditEvent.objects.filter(action=Action.CHANGE_LAYER).count() == 2

    def test_put_right_on_the_same_day_is_one_stretch(self, child):
        put(child, "targeted")
        put(child, "plus")
        assert LayerPeriod.objects.get().layer == "plus"

    def test_refused_without_a_trace(self, child):
        put(child, "targeted")
        refused = (
            ("targeted", TODAY, "is the layer already"),
            ("plus", TODAY - DAY, "must begin after"),
            ("plus", dt.date(2010, 1, 1), "was not born"),
        )
        for layer, on, why in refused:
            with pytest.raises(TransitionNotAllowed, match=why):
                put(child, layer, on)
        with pytest.raises(TransitionNotAllowed, match="Look again"):
            set_layer(
                pupil=child, layer="plus", starts_on=TODAY, reason="x", version="new", by=None
            )
        assert AuditEvent.objects.filter(action=Action.CHANGE_LAYER).count() == 1

    def test_ended_and_begun_again_only_later(self, child):
        row = put(child, "targeted", TODAY - 5 * DAY)
        version = version_of(row, LAYER_FIELDS)
        with pytest.raises(TransitionNotAllowed, match="before the first"):
            end_layer(pupil=child, ends_on=TODAY - 6 * DAY, version=version, by=None)
        end_layer(pupil=child, ends_on=TODAY, version=version, by=None)
        with pytest.raises(TransitionNotAllowed, match="must begin after"):
            put(child, "plus", TODAY)

    def test_a_school_that_does_not_keep_layers_sets_none(self, child, school, by):
        assert use_layers(school=school, is_used=False, by=by)
        assert not use_layers(school=school, is_used=False, by=by)
        with pytest.raises(TransitionNotAllowed, match="does not use"):
            put(child, "targeted")


class TestManyChildren:
    def test_all_or_none(self, school, by):
        children = [PupilFactory(school=school, on_register=True) for _ in range(3)]
        put(children[2], "targeted", TODAY - DAY)
        choices = [LayerChoice(c.pk, "plus", "new") for c in children]
        facts = {"school": school, "starts_on": TODAY, "reason": "Moderated together", "by": by}
        with pytest.raises(TransitionNotAllowed, match="of 1 of these children"):
            set_layers(choices=choices, **facts)
        assert LayerPeriod.objects.count() == 1
        assert set_layers(choices=choices[:2], **facts) == 2
        event = AuditEvent.objects.filter(action=Action.CHANGE_LAYER).latest("pk")
        assert set(event.pupil_ids) == {c.pk for c in children[:2]}


class TestPages:
    def test_set_on_the_childs_page_and_shown_as_proposed(self, school, child):
        client = client_of(member(school))
        address = f"/oakfield/children/{child.pk}/layers/"
        sent = {"layer": "plus", "starts_on": "20 Nov 2026", "reason": "Adult for half the day"}
        assert client.post(address, sent | {"version": "new"}).url == address
        page = text_of(client.get(address))
        assert "Targeted plus" in page
        assert "Proposed 2026" in page
        assert "statutory" not in page.lower()
        assert "Targeted plus from Fri 20 Nov" in text_of(
            client.get(f"/oakfield/children/{child.pk}/register/")
        )
        assert client.post(f"{address}end/", {"ends_on": "x"}).status_code == 200
        for page in (address, f"/oakfield/children/{child.pk}/register/"):
            assert len(statements(client, page)) <= OF_EVERY_REQUEST + 8

    def test_a_class_at_once(self, school):
        group = ClassGroupFactory(school=school, name="Oak")
        first = PupilFactory(school=school, class_group=group, on_register=True)
        other = PupilFactory(school=school, with_plan=True)
        client = client_of(member(school))
        address = f"/oakfield/layers/?group={group.pk}&without=on"
        page = text_of(client.get(address))
        assert first.last_name in page
        assert other.last_name not in page
        sent = {
            f"layer_{first.pk}": "targeted",
            f"version_{first.pk}": "new",
            "starts_on": "today",
            "reason": "Reading group",
        }
        assert "at least one child" in text_of(client.post(address, {"starts_on": "today"}))
        assert client.post(address, sent).status_code == 302
        assert layer_now(first).layer == "targeted"
        assert "Set for 1" in text_of(client.get(address))

    def test_who_may(self, school, child):
        head = client_of(member(school, Role.HEAD))
        address = f"/oakfield/children/{child.pk}/layers/"
        assert head.get(address).status_code == 200
        assert head.post(address, {"layer": "plus"}).status_code == 403
        assert head.get("/oakfield/layers/").status_code == 403
        assert client_of(member(school, Role.LSA)).get(address).status_code == 403
        assistant = client_of(member(school, Role.ASSISTANT_SENDCO))
        assert assistant.post("/oakfield/new-system/use/", {"use": "no"}).status_code == 403
        assert head.post("/oakfield/new-system/use/", {"use": "no"}).status_code == 302
        assert not School.objects.get(pk=school.pk).uses_layers


class TestSideBySide:
    @pytest.fixture
    def schools(self, school):
        other = SchoolFactory(slug="elmfield", federation=school.federation, uses_layers=True)
        SchoolFactory(slug="ashfield", federation=school.federation)
        return school, other

    def test_counts_misfits_and_files_over_the_schools(self, schools):
        one, other = schools
        fits = PupilFactory(school=one, on_register=True)
        put(fits, "targeted")
        high = PupilFactory(school=one, on_register=True, last_name="Highfield")
        need = high.needs.get()
        rate_need(
            need=need, level=3, on=TODAY, version=version_of(need, ("level",)), by=UserFactory()
        )
        put(high, "targeted")
        PupilFactory(school=one, on_register=True)
        planned = PupilFactory(school=other, with_plan=True, last_name="=Planfield")
        put(planned, "universal")
        lead = MembershipFactory(
            school=None, federation=one.federation, role=Role.FEDERATION_SEND_LEAD
        ).user
        client = client_of(lead)
        page = client.get("/federation/new-system/")
        words = text_of(page)
        assert "SEN support 0 2 0 0 1" in words
        assert "1 on the register has no layer yet" in words
        assert "A need is rated high" in words
        assert "The plan holds, whatever the layer" in words
        assert fits.last_name not in words
        assert "proposed" in words
        sheet = client.get("/federation/new-system/to-look-at.xlsx")
        rows = list(load_workbook(io.BytesIO(sheet.content)).active.values)
        assert {r[0] for r in rows[1:]} == {one.name, other.name}
        assert rows[0][4] == "Layer (proposed 2026)"
        counted = client.get("/federation/new-system/counts.xlsx")
        assert len(list(load_workbook(io.BytesIO(counted.content)).active.values)) == 7
        assert AuditEvent.objects.filter(action=Action.EXPORT_LIST).count() >= 3

    def test_as_many_statements_for_thirty_children(self, schools):
        one, _ = schools
        client = client_of(member(one))
        register = "/oakfield/children/?layer=targeted"
        found = {}
        for number in (3, 27):
            for _ in range(number):
                put(PupilFactory(school=one, on_register=True), "universal")
            for address in ("/oakfield/new-system/", "/oakfield/layers/", register):
                found.setdefault(address, []).append(len(statements(client, address)))
        assert all(a == b <= 12 for a, b in found.values()), found

    def test_the_register_is_filtered_without_a_further_statement(self, schools, child):
        one, other = schools
        put(child, "plus")
        left = PupilFactory(school=one, on_register=True)
        client = client_of(member(one))
        page = text_of(client.get("/oakfield/register/?layer=plus"))
        assert child.last_name in page
        assert left.last_name not in page
        assert "in the proposed layer “Targeted plus”" in page
        none = text_of(client.get("/oakfield/register/?layer=none"))
        assert left.last_name in none
        assert child.last_name not in none
        plain = len(statements(client, "/oakfield/register/"))
        assert len(statements(client, "/oakfield/register/?layer=plus")) == plain
        use_layers(school=one, is_used=False, by=None)
        assert "proposed" not in text_of(client.get("/oakfield/register/"))
        behind_the_wall(one, other)
