"""Costs over several schools: they equal the schools' own, add up, and tell no more than they may."""

import datetime as dt
import io
from itertools import permutations

import openpyxl
import pytest

from aylsham.access.permissions import Permission
from aylsham.access.roles import ROLES, Reach, Role, RoleRule
from aylsham.models import AuditEvent
from provision.rules.costs import Rate
from provision.rules.delivery import Came, Reason
from provision.rules.standing_marks import SessionAt
from provision.selectors.cost_ways import FEDERATION_WAYS, NOT_SEEN
from provision.services.rates import add_rate_card
from provision.services.sessions import MarkFacts, log_session
from provision.services.spent import keep_spending
from tests.factories import (
    SEPTEMBER,
    TODAY,
    ClassGroupFactory,
    FederationFactory,
    MembershipFactory,
    PupilFactory,
    SchoolFactory,
    member,
)
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.provision.makers import given

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
URL = "/federation/costs/"
BEFORE = TODAY - dt.timedelta(days=14)


@pytest.fixture
def federation():
    return FederationFactory()


@pytest.fixture
def schools(federation):
    """Ash pays £14.13 an hour, Elm £20.01; both have a class Oak."""
    found = []
    for slug, pence in (("ash", 1413), ("elm", 2001)):
        school = SchoolFactory(slug=slug, name=slug.title(), federation=federation)
        rates = {"lsa": Rate(pence)}
        threshold = 600_000 if slug == "ash" else 1_000
        add_rate_card(
            school=school, starts_on=SEPTEMBER, threshold_pence=threshold, rates=rates, by=None
        )
        found.append(school)
    return found


@pytest.fixture
def children(schools):
    return [
        [
            PupilFactory(school=school, class_group=group, last_name=f"Of{school.name}")
            for _ in range(2)
        ]
        for school in schools
        for group in [ClassGroupFactory(school=school, name="Oak")]
    ]


@pytest.fixture
def lead(federation):
    facts = {"school": None, "federation": federation}
    return MembershipFactory(role=Role.FEDERATION_SEND_LEAD, **facts).user


def plan(schools, children):
    """The same group in both schools, with a log that differs, worked out until today."""
    for school, (one, two) in zip(schools, children, strict=True):
        group = given(school, one, two, name="Talk", starts_on=BEFORE, need_type="SLCN")
        given(school, one, name=f"Alone at {school.name}", tier="E", minutes=7, funding="premium")
        given(school, name="Nobody yet", starts_on=BEFORE, resources_pence=3)
        missed = Reason.STAFF if school.slug == "ash" else Reason.ABSENT
        marks = [MarkFacts(one, Came.HAD), MarkFacts(two, Came.MISSED, 0, missed)]
        log_session(provision=group, at=SessionAt(BEFORE), marks=marks, by=None)
        keep_spending(school=school, until=TODAY)


def test_every_school_stands_there_as_on_its_own_page(schools, children, lead):
    plan(schools, children)
    client = client_of(lead)
    page = client.get(URL).context["page"]
    own = [client.get(f"/{school.slug}/provision/costs/").context["page"] for school in schools]
    assert [row.names for row in page.rows] == [("Ash",), ("Elm",)]
    assert [(row.pence, row.spent) for row in page.rows] == [(o.total, o.spent) for o in own]
    assert (page.total, page.drafts) == (sum(o.total for o in own), sum(o.drafts for o in own))
    assert page.is_sound and page.spent.delivered > 0
    words = text_of(client.get(URL))
    assert "It adds up to the penny" in words and "staff away" in words


def test_one_two_or_three_breakdowns_sum_to_the_whole(schools, children, lead):
    plan(schools, children)
    client = client_of(lead)
    for by, then in permutations(FEDERATION_WAYS, 2):
        page = client.get(URL, {"by": by, "then": then, "and": "school"}).context["page"]
        assert [way.key for way in page.ways] == [*dict.fromkeys((by, then, "school"))]
        assert sum(row.pence for row in page.rows) == page.total
        assert sum(row.subtotal or 0 for row in page.rows) == page.total
        assert sum(row.spent.delivered for row in page.rows) == page.spent.delivered
        assert page.is_sound


def test_a_filter_leaves_the_totals_honest(schools, children, lead):
    plan(schools, children)
    client = client_of(lead)
    whole = client.get(URL).context["page"]
    for asked in (
        {"only_school": "elm"},
        {"only_tier": "E"},
        {"only_need": "SLCN", "only_school": "ash"},
        {"only_stream": "premium"},
        {"only_year": children[0][0].year_group},
    ):
        page = client.get(URL, asked).context["page"]
        assert 0 < page.shown.planned < page.total == whole.total
        assert page.left_out == whole.total - sum(row.pence for row in page.rows)
        assert page.is_sound and len(page.proofs) == len(whole.proofs) + 2
    only = client.get(URL, {"only_school": "elm"})
    assert "is not shown" in text_of(only)
    # A child's whole sum counts against the threshold, however its parts are narrowed.
    narrowed = client.get(URL, {"only_tier": "E"}).context["page"]
    assert [line.row.pence for line in narrowed.nearest] == [
        line.row.pence for line in whole.nearest
    ]
    assert {line.school.slug for line in only.context["page"].nearest} == {"elm"}
    junk = client.get(URL, {"only_tier": "X", "only_school": "oak", "by": "pay", "year": "'"})
    assert junk.context["page"].shown.planned == whole.total


def test_the_same_name_in_two_schools(schools, children, lead):
    plan(schools, children)
    client = client_of(lead)
    classes = client.get(URL, {"by": "class"}).context["page"]
    names = [row.names[0] for row in classes.rows]
    assert names == ["Oak, Ash", "Oak, Elm", "No class"]
    by_name = client.get(URL, {"by": "group"}).context["page"]
    assert [row.names[0] for row in by_name.rows] == [
        "Alone at Ash", "Alone at Elm", "Nobody yet", "Talk",
    ]  # fmt: skip


def test_each_child_against_what_its_own_school_pays(schools, children, lead):
    plan(schools, children)
    page = client_of(lead).get(URL).context["page"]
    assert page.threshold is None
    assert {line.school.slug for line in page.nearest if line.is_over} == {"elm"}
    assert page.over == 2


def test_who_leads_one_school_sees_one(schools, children):
    plan(schools, children)
    sendco = member(schools[0])
    MembershipFactory(user=sendco, school=schools[1], role=Role.CLASS_TEACHER)
    page = client_of(sendco).get(URL)
    assert [row.names[0] for row in page.context["page"].rows] == ["Ash"]
    assert "Elm" not in text_of(page)
    teacher = member(schools[1], Role.CLASS_TEACHER)
    for url in (URL, f"{URL}sheet/"):
        assert client_of(teacher).get(url).status_code == 403
    elsewhere = member(SchoolFactory(slug="far"))
    assert client_of(elsewhere).get(URL).context["page"].total == 0


def test_a_role_that_opens_no_record_reads_the_sum_of_a_school_alone(
    schools, children, federation, monkeypatch
):
    plan(schools, children)
    may = frozenset({Permission.VIEW_COSTS, Permission.VIEW_NEEDS, Permission.EXPORT})
    monkeypatch.setitem(ROLES, Role.GOVERNOR, RoleRule(Reach.NOBODY, may))
    facts = {"school": None, "federation": federation}
    client = client_of(MembershipFactory(role=Role.GOVERNOR, **facts).user)
    sums = client.get(URL).context["page"]
    assert [row.names[0] for row in sums.rows] == ["Ash", "Elm"] and sums.is_sound
    for way in FEDERATION_WAYS:
        page = client.get(URL, {"by": way, "then": "school"})
        names = {name for row in page.context["page"].rows for name in row.names}
        assert names <= {"Ash", "Elm", NOT_SEEN}
        assert page.context["page"].nearest == ()
        words = text_of(page)
        assert not any(word in words for word in ("OfAsh", "Talk", "Alone", "Oak,"))
    # Nor may a filter tell what a line does not.
    assert client.get(URL, {"only_tier": "E"}).context["page"].rows == ()
    event = AuditEvent.objects.filter(action="view_costs").first()
    assert event.pupil_ids == []


def test_what_is_confidential_counts_for_its_readers(schools, children, lead):
    given(schools[0], *children[0], name="Counselling", is_confidential=True, starts_on=BEFORE)
    assistant = member(schools[0], Role.ASSISTANT_SENDCO)
    page = client_of(assistant).get(URL, {"by": "group"})
    assert page.context["page"].total == 0 and "Counselling" not in text_of(page)


def test_the_sheet_holds_the_lines_as_numbers_and_is_logged(schools, children, lead):
    plan(schools, children)
    given(schools[0], children[0][0], name="=HYPERLINK(1)", starts_on=BEFORE)
    keep_spending(school=schools[0], until=TODAY)
    client = client_of(lead)
    asked = {"by": "group", "then": "child", "only_school": "ash"}
    page = client.get(URL, asked).context["page"]
    answer = client.get(f"{URL}sheet/", asked)
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    head, *rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert head[:3] == ["Provision, by name", "Child", "Planned, pounds"]
    planned = [row[2] for row in rows]
    assert all(isinstance(value, int | float) for value in planned)
    lines, (together, left, everything) = planned[:-3], planned[-3:]
    assert round(sum(lines) * 100) == round(together * 100) == page.shown.planned
    assert round((together + left) * 100) == round(everything * 100) == page.total
    [formula] = [c for row in sheet.iter_rows() for c in row if c.value == "=HYPERLINK(1)"]
    assert formula.data_type == "s"
    # Planned until today = delivered within the plan + every reason, line by line.
    for row in rows[:-2]:
        so_far, delivered, extra, *missing = row[3:]
        assert round((delivered - extra + sum(missing)) * 100) == round(so_far * 100)
    events = AuditEvent.objects.filter(action="export_list")
    by_school = {event.school_id: set(event.pupil_ids) for event in events}
    assert by_school == {
        schools[0].pk: {child.pk for child in children[0]},
        schools[1].pk: set(),
    }
    assert "ash" not in answer["Content-Disposition"]


def test_the_sheet_of_a_school_is_for_who_may_take_lists_out(schools, children, monkeypatch):
    plan(schools, children)
    url = "/ash/provision/costs/sheet/"
    answer = client_of(member(schools[0])).get(url, {"by": "tier"})
    rows = list(openpyxl.load_workbook(io.BytesIO(answer.content)).active.values)
    assert [row[0] for row in rows][-1] == "All of these"
    assert client_of(member(schools[0], Role.LSA)).get(url).status_code == 403
    head = ROLES[Role.HEAD]
    kept = RoleRule(head.reach, head.permissions - {Permission.EXPORT})
    monkeypatch.setitem(ROLES, Role.HEAD, kept)
    client = client_of(member(schools[0], Role.HEAD))
    assert client.get(url).status_code == 403
    assert "Excel" not in text_of(client.get("/ash/provision/costs/"))


def test_statements_do_not_grow_with_schools_nor_provision(schools, children, lead, federation):
    plan(schools, children)
    client = client_of(lead)
    before = len(statements(client, URL))
    for n in range(4):
        school = SchoolFactory(slug=f"more-{n}", federation=federation)
        add_rate_card(
            school=school, starts_on=BEFORE, threshold_pence=1, rates={"lsa": Rate(1)}, by=None
        )
        plan([school], [[PupilFactory(school=school) for _ in range(2)]])
    assert len(statements(client, URL)) == before <= OF_EVERY_REQUEST + 8
