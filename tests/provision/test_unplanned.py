"""Promised and not planned: seen first on the page of what is owed, and planned from there."""

import datetime as dt
from decimal import Decimal

import pytest

from aylsham.access.roles import Role
from aylsham.codes import Sensitivity
from provision.models import Promise, Provision
from provision.provision_codes import ProvisionState
from provision.selectors.child_provision import PromiseLine
from provision.services.promises import add_promise
from tests.factories import (
    TODAY,
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    member,
    teacher_of,
)
from tests.pages import client_of, statements, text_of
from tests.provision.makers import given, until

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
URL = "/oakfield/provision/owed/"
BEFORE = TODAY - dt.timedelta(days=14)


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def children(school):
    group = ClassGroupFactory(school=school)
    return [PupilFactory(school=school, class_group=group, on_register=True) for _ in range(2)]


def promised(child, text="Speech therapy", source="ehcp", **facts):
    amount = {"sessions_a_week": 3, "minutes": 30} if "hours_a_week" not in facts else {}
    facts = {"reference": "F3", "starts_on": BEFORE} | amount | facts
    return add_promise(pupil=child, by=None, text=text, source=source, **facts)


def lines(client):
    return client.get(URL).context["page"].unplanned.lines


def test_what_nobody_planned_stands_first_the_heaviest_duty_before_the_greatest(school, children):
    ours = promised(children[0], "Lego club", "ours", hours_a_week=Decimal(10))
    duty = promised(children[1])
    page = client_of(member(school)).get(URL)
    found = page.context["page"].unplanned
    assert [(line.promise, line.missing) for line in found.lines] == [(duty, 90), (ours, 600)]
    words = text_of(page)
    assert "690 min a week are promised to 2 children" in words
    assert "90 min of them stand in Section F" in words and "Nothing is owed." not in words
    assert f"?pupil={children[1].pk}&amp;promise={duty.pk}" in page.content.decode()
    assert "Promised and not planned" not in text_of(
        client_of(member(school)).get(URL, {"week": BEFORE.isoformat()})
    )


def test_planned_from_the_link_with_child_promise_and_shape(school, children):
    duty = promised(children[0], hours_a_week=Decimal("12.5"))
    client = client_of(member(school))
    page = client.get("/oakfield/provision/add/", {"pupil": children[0].pk, "promise": duty.pk})
    initial = page.context["form"].initial
    assert (initial["promises"], initial["sessions_a_week"], initial["minutes"]) == (
        [str(duty.pk)], 5, 150,
    )  # fmt: skip
    assert page.context["form"].is_open
    said = initial | {"name": "Adult beside", "weeks": 10, "starts_on": "today", "funding": "core"}
    assert client.post("/oakfield/provision/add/", said).status_code == 302
    assert Provision.objects.get().serves.get().promise == duty
    assert lines(client) == ()
    nothing = client.get("/oakfield/provision/add/", {"promise": "nobody"}).context["form"]
    assert "promises" not in nothing.initial or not nothing.initial["promises"]


def test_each_minute_counts_for_one_promise_and_too_little_is_said(school, children):
    first, second = promised(children[0]), promised(children[0], "Reading", "support")
    given(school, children[0], promises=[first, second], minutes=40)  # 120 of 180 min
    client = client_of(member(school))
    (line,) = lines(client)
    assert (line.promise, line.line.planned, line.missing) == (second, 30, 60)
    assert "Too little 30 of 90" in text_of(client.get(URL))


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ({"state": ProvisionState.DRAFT}, "Begin the draft"),
        ({"starts_on": until(14)}, "More from Mon 7 Dec"),
        ({"starts_on": until(-70), "weeks": 2}, "Plan it"),  # over
    ],
)
def test_a_draft_a_later_day_and_what_is_over_keep_nothing_today(school, children, facts, says):
    duty = promised(children[0])
    given(school, children[0], promises=[duty], **facts)
    page = client_of(member(school)).get(URL)
    assert [line.missing for line in page.context["page"].unplanned.lines] == [90]
    assert says in text_of(page)


def test_whoever_may_not_read_it_and_who_left(school, children):
    promised(children[0], sensitivity=Sensitivity.SENSITIVE)
    promised(children[0], "Over", ends_on=TODAY - dt.timedelta(days=1))
    promised(children[0], "Not yet", starts_on=until(1))
    kept = promised(children[0], "Safe talk")
    given(school, children[0], by=member(school), is_confidential=True, promises=[kept])
    teacher = client_of(teacher_of(children[0].class_group))
    assert lines(teacher) == ()  # what is confidential keeps its promise, unseen
    other = PupilFactory(school=school)
    promised(other)
    assert lines(teacher) == ()
    assert [line.promise.pupil for line in lines(client_of(member(school, Role.HEAD)))].count(
        other
    ) == 1
    other.enrolments.update(ends_on=TODAY - dt.timedelta(days=1))
    assert other not in [x.promise.pupil for x in lines(client_of(member(school, Role.HEAD)))]


def test_a_teacher_reads_it_without_links_to_plan(school, children):
    promised(children[0])
    page = client_of(teacher_of(children[0].class_group)).get(URL)
    assert len(page.context["page"].unplanned.lines) == 1
    assert "Plan it" not in text_of(page)


def test_a_childs_page_says_never_planned_with_the_way_to_plan(school, children):
    duty = promised(children[0])
    page = client_of(member(school)).get(f"/oakfield/children/{children[0].pk}/provision/")
    words = text_of(page)
    assert page.context["kept"].unplanned > 0
    assert "Never planned" in words and "Of what was planned, nothing is owed" in words
    assert f"?pupil={children[0].pk}&amp;promise={duty.pk}" in page.content.decode()


def test_many_fold_away_and_ask_no_more_of_the_database(school, children):
    client = client_of(member(school))
    counts = []
    for size in (1, 20):
        for n in range(size):
            promised(children[0], f"Promise {size} {n}")
        counts.append(len(statements(client, URL)))
    assert counts[0] == counts[1]
    assert "9 more" in text_of(client.get(URL))


@pytest.mark.parametrize(
    ("source", "reference", "words"),
    [
        ("ehcp", "Section F, hours a week", "EHC plan, Section F"),
        ("ehcp", "Section F", "EHC plan, Section F"),
        ("ehcp", "F2", "EHC plan, Section F, F2"),
        ("ehcp", "", "EHC plan, Section F"),
    ],
    ids=str,
)
def test_where_a_promise_stands_is_said_once(source, reference, words):
    line = PromiseLine(Promise(source=source, reference=reference), (), 0)
    assert line.source_words == words


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("12.5 hours of help a week, as Section F says", ""),
        ("2.5 hours of help a week", "12.5 hours a week"),
        ("Speech therapy", "12.5 hours a week"),
    ],
    ids=str,
)
def test_an_amount_that_the_words_begin_with_is_not_said_again(text, said):
    line = PromiseLine(Promise(text=text, hours_a_week=Decimal("12.50")), (), 0)
    assert line.amount_beside == said
