"""Provision and promises: a group on one page, own days, confidential, owed and planned."""

import datetime as dt

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from aylsham.access.roles import Role
from aylsham.changes import TransitionNotAllowed, version_of
from aylsham.models import AuditEvent
from provision.models import Place, Promise, Provision
from provision.services.catalogue import add_own_intervention
from provision.services.drafts import begin_provision
from provision.services.ending import end_provision
from provision.services.promises import add_promise, keep_promise_of_plan
from provision.services.provisions import (
    PROVISION_FIELDS,
    Members,
    change_provision,
)
from tests.factories import (
    TODAY,
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    member,
    teacher_of,
)
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.provision.makers import SHAPE, given, until

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
KEY = "01900000-0000-7000-8000-000000000011"


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def children(school):
    group = ClassGroupFactory(school=school)
    return [PupilFactory(school=school, class_group=group, on_register=True) for _ in range(3)]


@pytest.fixture
def sendco(school):
    return member(school)


def url(*parts) -> str:
    return "/".join(["/oakfield/provision", *map(str, parts), ""])


def of_child(child, *parts) -> str:
    return "/".join(["/oakfield/children", str(child.pk), *map(str, parts), ""])


class TestPlanning:
    def test_a_group_from_the_catalogue_is_a_name_children_and_a_day(
        self, school, children, sendco
    ):
        item = add_own_intervention(
            school=school, by=sendco, name="Talk Boost", aim="Talk", need_types=["SLCN"],
            sessions_a_week=3, minutes=30, weeks=10, measure="Tracker",
        )  # fmt: skip
        client = client_of(sendco)
        page = client.get(url("add"), {"item": item.pk})
        assert "K SLCN" in text_of(page)
        said = {
            "key": KEY,
            "item": item.pk,
            "pupils": [child.pk for child in children],
            "starts_on": "today",
            "funding": "notional",
        }
        for _ in range(2):  # pressed twice
            answer = client.post(url("add"), said)
        made = Provision.objects.get()
        assert answer.url == url(made.pk)
        assert (made.name, made.sessions_a_week, made.minutes, made.weeks) == (
            "Talk Boost",
            3,
            30,
            10,
        )
        assert (made.need_type, made.measure, made.own_item) == ("SLCN", "Tracker", item)
        assert made.ends_on == dt.date(2027, 1, 29)  # a Friday, ten weeks on: no term dates here
        assert made.places.count() == 3
        assert AuditEvent.objects.filter(action="change_provision").count() == 1
        listed = text_of(client.get(url()))
        assert "Talk Boost" in listed and children[0].full_name in listed

    @pytest.mark.parametrize(
        ("said", "error"),
        [
            ({}, "Say it, or choose an intervention"),
            ({"name": "X", **SHAPE, "ends_on": "1 Sep 2026"}, "before it begins"),
            ({"name": "X", **SHAPE, "weeks": "0"}, "Write 1 or more"),
        ],
    )
    def test_what_cannot_be(self, school, sendco, said, error):
        base = {"starts_on": "today", "funding": "core"}
        assert error in text_of(client_of(sendco).post(url("add"), base | said))
        assert not Provision.objects.exists()

    def test_a_second_editor_sees_both_texts(self, school, children, sendco):
        row = given(school, *children, by=sendco)
        client = client_of(sendco)
        form = client.get(url(row.pk, "change")).context["form"]
        said = {k: v for k, v in form.initial.items() if v is not None}
        said |= {"starts_on": "23 Nov 2026", "ends_on": "29 Jan 2027"}
        client.post(url(row.pk, "change"), said | {"minutes": "20"})
        late = text_of(client.post(url(row.pk, "change"), said | {"minutes": "45"}))
        assert "Somebody else changed this" in late and "The record now says: 20" in late

    def test_who_joins_begins_today_and_who_leaves_ended_yesterday(self, school, children, sendco):
        stays, leaves, joins = children
        row = given(school, stays, leaves, starts_on=until(-30))
        client = client_of(sendco)
        form = client.get(url(row.pk, "change")).context["form"]
        said = {k: v for k, v in form.initial.items() if v is not None}
        said |= {"starts_on": "24 Oct 2026", "ends_on": row.ends_on.isoformat()}
        assert client.post(url(row.pk, "change"), said | {"pupils": [stays.pk, joins.pk]}).url
        days = {p.pupil_id: (p.starts_on, p.ends_on) for p in row.places.all()}
        assert days[stays.pk] == (row.starts_on, row.ends_on)
        assert days[leaves.pk] == (row.starts_on, until(-1))
        assert days[joins.pk] == (TODAY, row.ends_on)
        client.post(url(row.pk, "change"), _again(client, row) | {"pupils": [leaves.pk]})
        assert row.places.get(pupil=leaves).ends_on == row.ends_on

    def test_one_child_has_days_of_its_own(self, school, children, sendco):
        row = given(school, *children)
        place = row.places.get(pupil=children[0])
        client = client_of(sendco)
        wrong = client.post(
            url(row.pk, "places", place.pk), {"starts_on": "1 Jan 2020", "ends_on": "today"}
        )
        assert "Choose days in order" in text_of(wrong)
        client.post(
            url(row.pk, "places", place.pk), {"starts_on": "30 Nov 2026", "ends_on": "18 Dec 2026"}
        )
        place.refresh_from_db()
        assert (place.starts_on, place.ends_on) == (until(7), dt.date(2026, 12, 18))


def _again(client, row) -> dict:
    form = client.get(url(row.pk, "change")).context["form"]
    said = {k: v for k, v in form.initial.items() if v is not None}
    return said | {"starts_on": row.starts_on.isoformat(), "ends_on": row.ends_on.isoformat()}


class TestStates:
    def test_a_draft_is_for_who_plans_until_it_begins(self, school, children, sendco):
        row = given(school, *children, state="draft")
        teacher = client_of(teacher_of(children[0].class_group))
        client = client_of(sendco)
        assert teacher.get(url(row.pk)).status_code == 404
        assert "Draft" in text_of(client.get(url(row.pk)))
        client.post("/oakfield/provision/begin/")
        assert "Talk group" in text_of(teacher.get(url(row.pk)))
        with pytest.raises(TransitionNotAllowed):
            begin_provision(provision=row, by=sendco)

    def test_an_end_cuts_places_and_is_the_end(self, school, children, sendco):
        row = given(school, *children, starts_on=until(-30))
        client = client_of(sendco)
        late = client.post(url(row.pk, "end"), {"ends_on": "1 Jan 2028"})
        assert "Choose a day from" in text_of(late)
        client.post(url(row.pk, "end"), {"ends_on": "today"})
        assert set(row.places.values_list("ends_on", flat=True)) == {TODAY}
        with pytest.raises(TransitionNotAllowed):
            end_provision(provision=row, ends_on=TODAY, by=sendco)

    def test_a_record_that_moved_away_is_not_written_on(self, school, children, sendco):
        row = given(school, *children)
        type(children[0]).objects.filter(pk=children[0].pk).update(closed_on=until(-1))
        with pytest.raises(TransitionNotAllowed, match="moved to another school"):
            end_provision(provision=row, ends_on=TODAY, by=sendco)


class TestWhoSees:
    def test_confidential_is_for_named_readers_alone(self, school, children):
        named, other = member(school, Role.ASSISTANT_SENDCO), member(school, Role.ASSISTANT_SENDCO)
        row = given(
            school, *children, by=member(school), readers=[named], name="Counselling",
            is_confidential=True,
        )  # fmt: skip
        assert "Counselling" in text_of(client_of(named).get(url(row.pk)))
        client = client_of(other)
        assert client.get(url(row.pk)).status_code == 404
        assert client.get(url(row.pk, "change")).status_code == 404
        for address in (url(), of_child(children[0], "provision")):
            assert "Counselling" not in text_of(client.get(address))

    def test_a_teacher_sees_their_own_children_of_a_group(self, school, children):
        elsewhere = PupilFactory(school=school, last_name="Elsewhere")
        row = given(school, children[0], elsewhere)
        only_there = given(school, elsewhere, name="Other group")
        client = client_of(teacher_of(children[0].class_group))
        page = text_of(client.get(url(row.pk)))
        assert children[0].full_name in page and "1 other" in page and "Elsewhere" not in page
        assert client.get(url(only_there.pk)).status_code == 404
        assert client.get(url(row.pk, "change")).status_code == 403

    def test_children_whom_the_planner_cannot_see_stay(self, school, children, sendco):
        row = given(school, *children)
        members = Members(pupils=(children[0],), unseen=frozenset({children[1].pk}))
        facts = {name: getattr(row, name) for name in PROVISION_FIELDS}
        change_provision(
            provision=row, members=members, version=version_of(row, PROVISION_FIELDS), by=sendco, **facts
        )  # fmt: skip
        assert set(row.places.values_list("pupil_id", flat=True)) == {c.pk for c in children[:2]}

    def test_statements_do_not_grow_with_rows(self, school, children, sendco):
        client = client_of(sendco)
        counts = []
        for size in (3, 27):
            for _ in range(size):
                given(school, *children, by=sendco)
            pages = (url(), of_child(children[0], "provision"), url("add"))
            counts.append([len(statements(client, page)) for page in pages])
        assert counts[0] == counts[1]
        assert max(counts[0]) <= OF_EVERY_REQUEST + 8


class TestPromises:
    def test_owed_planned_and_short(self, school, children, sendco):
        child = children[0]
        client = client_of(sendco)
        said = {
            "key": KEY, "text": "Speech and language programme", "source": "ehcp",
            "reference": "F3", "sessions_a_week": "3", "minutes": "30", "starts_on": "today",
            "sensitivity": "1",
        }  # fmt: skip
        for _ in range(2):
            client.post(of_child(child, "promises", "add"), said)
        promise = Promise.objects.get()
        assert promise.weight == "council" and promise.minutes_a_week == 90
        assert "Nothing keeps it yet" in text_of(client.get(of_child(child, "provision")))
        given(school, child, promises=[promise], sessions_a_week=1)
        page = text_of(client.get(of_child(child, "provision")))
        assert "EHC plan, Section F, F3" in page and "30 of 90 min" in page
        given(school, child, promises=[promise], sessions_a_week=2)
        assert "Less is planned" not in text_of(client.get(of_child(child, "provision")))

    @pytest.mark.parametrize(
        "amount",
        [
            {},
            {"sessions_a_week": "3"},
            {"minutes": "30"},
            {"sessions_a_week": "3", "minutes": "30", "hours_a_week": "2"},
            {"hours_a_week": "2", "minutes": "30"},
        ],
        ids=["none", "sessions alone", "minutes alone", "both", "half of both"],
    )
    def test_one_amount(self, school, children, sendco, amount):
        base = {"text": "X", "source": "ours", "starts_on": "today", "sensitivity": "1"}
        page = client_of(sendco).post(of_child(children[0], "promises", "add"), base | amount)
        assert "and not both" in text_of(page)
        assert not Promise.objects.exists()

    def test_a_line_of_a_plan_is_written_once_and_changed_there(self, school, children, sendco):
        line = {"source": "ehcp", "text": "One", "hours_a_week": 5, "starts_on": TODAY}
        for words in ("One", "One", "Two"):
            row = keep_promise_of_plan(
                pupil=children[0], origin="plan:F1", by=sendco, **line | {"text": words}
            )
        assert Promise.objects.get().text == "Two"
        assert AuditEvent.objects.filter(action="change_promise").count() == 2
        page = client_of(sendco).post(
            of_child(children[0], "promises", row.pk, "end"), {"ends_on": "today"}
        )
        assert "plan. Change it there." in text_of(page)

    def test_sensitive_words_are_cut_for_who_may_not_read_them(self, school, children, sendco):
        facts = {
            "source": "ours",
            "hours_a_week": 1,
            "starts_on": TODAY,
            "text": "Bereavement talk",
        }
        add_promise(pupil=children[0], by=sendco, sensitivity=2, **facts)
        teacher = client_of(teacher_of(children[0].class_group))
        assert "Bereavement" not in text_of(teacher.get(of_child(children[0], "provision")))
        assert "Bereavement" in text_of(client_of(sendco).get(of_child(children[0], "provision")))

    def test_an_end_before_the_beginning_leaves_no_trace(self, school, children, sendco):
        row = add_promise(
            pupil=children[0], by=sendco, text="X", source="ours", hours_a_week=1, starts_on=TODAY
        )
        before = AuditEvent.objects.filter(action="change_promise").count()
        client_of(sendco).post(
            of_child(children[0], "promises", row.pk, "end"), {"ends_on": "yesterday"}
        )
        row.refresh_from_db()
        assert row.ends_on is None
        assert AuditEvent.objects.filter(action="change_promise").count() == before


def test_places_are_of_one_school(school, children):
    stranger = PupilFactory(school=SchoolFactory())
    row = given(school, *children)
    with pytest.raises(IntegrityError), transaction.atomic():
        Place.objects.create(
            school=school, provision=row, pupil=stranger, starts_on=TODAY, ends_on=TODAY
        )
        connection.check_constraints()


def test_vague_words_of_a_promise_are_named_while_they_are_written():
    pupil = PupilFactory(on_register=True)
    sendco = client_of(member(pupil.school))
    path = reverse("promise_add", args=[pupil.school.slug, pupil.pk])
    assert reverse("check_provision", args=[pupil.school.slug]) in sendco.get(path).text
    page = sendco.post(path, {"text": "Access to regular speech therapy."}).text
    assert "How much is that?" in page
