"""What is due: the list, its counts and who may see what of it."""

import datetime as dt
from collections import Counter
from dataclasses import replace

import pytest

from aylsham.access.permissions import Permission
from aylsham.access.roles import Role
from aylsham.datewords import day_words
from aylsham.models import Deadline, Owes, Standing, Weight
from reports.bands import Band, band_of
from reports.selectors.due import due_items
from reports.selectors.due_counts import OTHERS, DueFilter
from reports.selectors.due_rows import count_due, due_rows
from tests.access import access_of
from tests.factories import TODAY, PupilFactory, SchoolFactory, member
from tests.pages import client_of, text_of

pytestmark = pytest.mark.django_db


def add(school, due_on, *, do_by=None, pupil=None, **more) -> Deadline:
    """A stored deadline, as a provider might have computed it."""
    facts = {
        "provider": "test",
        "key": str(Deadline.objects.count()),
        "kind": "annual_review",
        "title": "Hold the review meeting",
        "due_on": due_on,
        "do_by": do_by or due_on,
        "owed_by": Owes.SCHOOL,
        "weight": Weight.LAW,
        "rule_code": "annual_review.due",
        "rule_version": "1",
        "citation": "CFA 2014 s.44(1)",
        "confidence": "law",
        "pupil_id": pupil and pupil.pk,
    }
    return Deadline.objects.create(school=school, **facts | more)


@pytest.fixture
def school():
    return SchoolFactory()


@pytest.fixture
def access(school):
    return access_of(member(school), school)


def test_the_database_puts_every_day_into_the_same_band_as_the_rule(school, access):
    days = [TODAY + dt.timedelta(days=n) for n in range(-2, 37)]
    rows = [add(school, day) for day in days]
    rows += [add(school, day, standing=Standing.DUE_SOON) for day in days]
    rows += [add(school, day, weight=Weight.GUIDANCE) for day in days]
    rows += [add(school, day, do_by=day - dt.timedelta(days=3)) for day in days]
    found = {row.pk: row.band for row in due_rows(access)}
    for row in rows:
        expected = band_of(
            due_on=row.due_on,
            do_by=row.do_by,
            is_due_soon=row.standing == Standing.DUE_SOON,
            is_advice=row.weight == Weight.GUIDANCE,
            today=TODAY,
        )
        assert found[row.pk] == expected, row.due_on


def test_order_is_band_then_day_to_do_it_by_then_weight(school, access):
    soon = add(school, dt.date(2027, 1, 30), standing=Standing.DUE_SOON)
    ours = add(school, dt.date(2026, 11, 27), weight=Weight.OURS)
    law = add(school, dt.date(2026, 11, 27))
    weekend = add(school, dt.date(2026, 11, 28), do_by=dt.date(2026, 11, 26))
    late = add(school, dt.date(2026, 11, 20))
    assert [item.id for item in due_items(access)] == [
        r.pk for r in (late, weekend, law, ours, soon)
    ]


@pytest.mark.parametrize(
    "chosen",
    [
        DueFilter(),
        DueFilter(who="la"),
        DueFilter(who=OTHERS),
        DueFilter(kind="papers"),
        DueFilter(weight=Weight.GUIDANCE),
        DueFilter(weight=Weight.LAW, bands=(Band.OVERDUE,)),
        DueFilter(bands=(Band.OVERDUE,)),
        DueFilter(kind="papers", who="school", bands=(Band.OVERDUE, Band.WEEK)),
    ],
)
def test_counts_match_the_list(school, access, chosen):
    for n, owner in enumerate(Owes):
        for kind in ("annual_review", "papers"):
            for days in (-3, 2, 9, 60):
                on = TODAY + dt.timedelta(days=days + n)
                add(school, on, owed_by=owner, kind=kind, weight=Weight.values[days % 3])
    counts = count_due(access).under(chosen)
    items = due_items(access, chosen)
    assert counts.total == len(items)
    assert counts.by_band == Counter(item.band for item in items)


def test_a_compartment_is_closed_to_lists_and_counts(school):
    pupil = PupilFactory(school=school)
    add(school, TODAY, pupil=pupil, kind="pep", permission=Permission.VIEW_CARE)
    may = access_of(member(school, Role.SENDCO), school)
    may_not = access_of(member(school, Role.SEND_ADMINISTRATOR), school)
    assert count_due(may).total == len(due_items(may)) == 1
    assert count_due(may_not).total == len(due_items(may_not)) == 0
    assert "pep" not in count_due(may_not).by_kind


def test_over_several_schools_only_where_one_may(school):
    other = SchoolFactory(federation=school.federation)
    user = member(school, Role.SENDCO)
    member(other, Role.CLASS_TEACHER, user=user)
    add(school, TODAY)
    add(other, TODAY)
    access = access_of(user)
    assert {item.school for item in due_items(access)} == {school}
    assert due_items(access, DueFilter(school=other.slug)) == []


def test_what_has_lapsed_is_not_shown(school, access):
    add(school, TODAY, lapses_on=TODAY)
    add(school, TODAY, lapses_on=TODAY - dt.timedelta(days=1))
    assert count_due(access).total == 1
    assert count_due(access, today=TODAY + dt.timedelta(days=1)).total == 0


def test_a_line_names_the_child_and_says_why(school, access):
    pupil = PupilFactory(school=school, first_name="Zoë", last_name="Burton")
    add(
        school,
        dt.date(2026, 11, 20),
        pupil=pupil,
        facts={"Last review meeting": "2025-11-21", "Kind": "full"},
    )
    (item,) = due_items(access)
    assert item.pupil.name == "Zoë Burton"
    assert item.late_words == "3 days late"
    assert item.facts == (("Last review meeting", dt.date(2025, 11, 21)), ("Kind", "full"))


def test_a_number_is_counted_by_one_statement(school, access, django_assert_num_queries):
    for n in range(30):
        add(school, TODAY + dt.timedelta(days=n), pupil=PupilFactory(school=school))
    with django_assert_num_queries(1):
        assert count_due(access).total == 30
    with django_assert_num_queries(2):
        assert len(due_items(access, replace(DueFilter(), bands=tuple(Band)))) == 30


def test_advice_stands_after_the_law_and_is_never_counted_as_overdue(school, access):
    law = add(school, dt.date(2026, 12, 20))
    advised = add(school, dt.date(2026, 8, 1), weight=Weight.GUIDANCE, owed_by=Owes.LOCAL_AUTHORITY)
    assert [item.id for item in due_items(access)] == [law.pk, advised.pk]
    assert count_due(access).by_band[Band.OVERDUE] == 0
    page = client_of(access.user).get(f"/{school.slug}/due/")
    text = text_of(page)
    assert "Advised, not required" in text
    assert "days late" not in text
    assert "Advised for" in text
    narrowed = client_of(access.user).get(f"/{school.slug}/due/?weight={Weight.GUIDANCE.value}")
    assert "2 Nov" not in text_of(narrowed)
    assert len(narrowed.context["groups"]) == 1


@pytest.mark.parametrize(
    ("weight", "confidence", "words"),
    [
        (Weight.LAW, "law", "legal day"),
        (Weight.LAW, "unverified", "legal day"),
        (Weight.LAW, "working", "our date"),  # worked out from the law's, such as our last meeting
        (Weight.OURS, "working", "our date"),
    ],
)
def test_only_the_laws_last_day_is_called_legal(school, weight, confidence, words):
    due_on = TODAY + dt.timedelta(days=10)
    before = due_on - dt.timedelta(days=3)
    add(school, due_on, do_by=before, weight=weight, confidence=confidence)
    page = text_of(client_of(member(school)).get(f"/{school.slug}/?all=on"))
    assert f"{words} {day_words(due_on, today=TODAY)}" in page
    other = {"legal day": "our date", "our date": "legal day"}[words]
    assert other not in page.lower()
