"""What is given in a cycle: on its page and its sheet, for the targets that it works towards."""

import datetime as dt

import pytest
from django.template.loader import render_to_string
from django.urls import reverse

from provision.models import Provision, ServedTarget
from provision.selectors.family_sheet import family_sheet
from provision.services.outcomes import adapt_target
from provision.services.provisions import Members, add_provision
from pupils.services.strategies import add_strategy
from tests.factories import (
    TODAY,
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    UserFactory,
    member,
    teacher_of,
)
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.provision.aims import a_target, running, target_facts
from tests.provision.makers import SHAPE, given

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
DAY = dt.timedelta(days=1)


@pytest.fixture
def child():
    school = SchoolFactory(slug="oakfield")
    group = ClassGroupFactory(school=school)
    return PupilFactory(school=school, class_group=group, on_register=["SLCN"])


@pytest.fixture
def teacher(child):
    return teacher_of(child.class_group)


def shown(user, cycle) -> str:
    path = reverse("cycle", args=[cycle.school.slug, cycle.pupil_id, cycle.pk])
    return text_of(client_of(user).get(path))


def helps(child, text, **facts):
    """A strategy of a child."""
    since_on = TODAY - 30 * DAY
    add_strategy(pupil=child, text=text, since_on=since_on, by=UserFactory(), **facts)


def for_target(child, target, **facts):
    members = Members(pupils=(child,), targets=(target,), offered_targets=frozenset({target.pk}))
    facts = {"name": "Talk group", "starts_on": TODAY - 21 * DAY} | SHAPE | facts
    return add_provision(school=child.school, members=members, by=None, **facts)


class TestPage:
    def test_what_is_planned_and_given_stands_with_the_targets_it_is_for(self, child, teacher):
        target = a_target(child)
        for_target(child, target)
        page = shown(teacher, running(child, by=teacher))
        assert "Talk group" in page
        assert f"For: {target.text}" in page
        assert "0 of" in page
        assert "not logged" in page

    def test_drafts_confidential_and_past_provision_are_not_there(self, child, teacher):
        cycle = running(child, by=teacher)
        given(child.school, child, name="Draft group", state="draft")
        given(child.school, child, name="Quiet time", is_confidential=True)
        old = given(child.school, child, name="Last year", starts_on=TODAY - 200 * DAY, weeks=2)
        assert old.ends_on < cycle.starts_on
        page = shown(teacher, cycle)
        for name in ("Draft group", "Quiet time", "Last year"):
            assert name not in page
        assert "Quiet time" in shown(member(child.school), cycle)

    def test_a_target_that_few_read_is_cut_beside_the_provision_too(self, child, teacher):
        a_target(child)
        few = a_target(child, text="Tells somebody at home.", sensitivity=2)
        for_target(child, few)
        page = shown(teacher, running(child, by=teacher))
        assert "Talk group" in page
        assert "somebody at home" not in page

    def test_asks_as_often_for_many_provisions_as_for_one(self, child, teacher):
        cycle, client = running(child, by=teacher), client_of(teacher)
        path = reverse("cycle", args=[child.school.slug, child.pk, cycle.pk])
        for_target(child, a_target(child))
        few = len(statements(client, path))
        for number in range(4):
            for_target(child, a_target(child, text=f"Reads list {number}."))
            helps(child, f"Sits in row {number}.")
        assert len(statements(client, path)) == few <= 8 + OF_EVERY_REQUEST


class TestLink:
    def test_is_ticked_on_the_form_and_stays_for_what_the_writer_does_not_see(self, child):
        target, few = a_target(child), a_target(child, text="Tells at home.", sensitivity=2)
        provision = for_target(child, few)
        sendco = client_of(member(child.school))
        path = reverse("provision_add", args=[child.school.slug])
        page = sendco.get(path, {"pupil": child.pk, "target": target.pk}).content.decode()
        assert f'value="{target.pk}"' in page
        facts = {"name": "Reading", "pupils": [str(child.pk)], "targets": [str(target.pk)]}
        facts |= {"sessions_a_week": 3, "minutes": 20, "weeks": 6, "starts_on": "23/11/2026"}
        facts |= {"funding": "notional", "staff_role": "lsa"}
        response = sendco.post(path, facts)
        assert response.status_code == 302, text_of(response)
        made = Provision.objects.get(name="Reading")
        assert [link.target for link in made.works_on.all()] == [target]
        assert target.text in text_of(sendco.get(response.url))
        assert [link.target for link in provision.works_on.all()] == [few]

    def test_of_a_child_who_is_not_in_it_is_passed_over(self, child):
        theirs = a_target(PupilFactory(school=child.school))
        for_target(child, theirs)
        assert not ServedTarget.objects.exists()

    def test_goes_over_to_the_adapted_target(self, child, teacher):
        old = a_target(child)
        provision = for_target(child, old)
        facts = target_facts(text="Reads 6 words.", starts_on=TODAY, by_on=TODAY + 20 * DAY)
        new = adapt_target(target=old, on=TODAY, by=teacher, **facts)
        assert {link.target for link in provision.works_on.all()} == {old, new}


class TestSheet:
    def test_tells_what_is_planned_and_what_helps_and_nothing_for_the_few(self, child, teacher):
        cycle = running(child, by=teacher)
        given(child.school, child)
        given(child.school, child, name="Quiet time", is_confidential=True)
        helps(child, "Show one step at a time.")
        helps(child, "Keep from his uncle.", sensitivity=2)
        sheet = family_sheet(cycle)
        assert [name for name, _ in sheet.given] == ["Talk group"]
        assert sheet.helps == ("Show one step at a time.",)
        facts = {"sheet": sheet, "name": "Zoë", "school": child.school, "today": TODAY}
        html = render_to_string("provision/print/sheet.html", facts)
        assert "3 × 30 min a week" in html
        assert "uncle" not in html
