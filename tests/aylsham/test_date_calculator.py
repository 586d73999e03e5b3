"""The date calculator: facts in, dates out, what-if beside them, without script."""

import html
import re
from datetime import date

import pytest
from django.urls import reverse

from aylsham.access.permissions import Permission
from aylsham.access.roles import ROLES, Role
from aylsham.codes import TermName
from aylsham.models import Federation, Membership, School, Term, User
from aylsham.tenancy.row_security import school_transaction
from aylsham.timescales.registry import REGISTRY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def school():
    federation = Federation.objects.create(name="Bure Federation", slug="bure")
    school = School.objects.create(
        federation=federation,
        name="Bure Valley",
        slug="bure-valley",
        phase="junior",
        la_code="926",
        establishment_number="2999",
        urn="999001",
        year_groups=["3", "4", "5", "6"],
    )
    with school_transaction(school):
        for name, starts, ends in (
            (TermName.AUTUMN, date(2026, 9, 3), date(2026, 12, 18)),
            (TermName.SPRING, date(2027, 1, 5), date(2027, 3, 25)),
        ):
            Term.objects.create(
                school=school, academic_year=2026, name=name, starts_on=starts, ends_on=ends
            )
    return school


@pytest.fixture
def person(school, client):
    """Signs in with a role; returns the client."""

    def sign_in(role=Role.LSA):
        user = User.objects.create_user(f"{role}@demo.example", name="Sam Reed")
        Membership.objects.create(
            user=user,
            federation=school.federation,
            school=school,
            role=role,
            starts_on=date(2026, 9, 1),
            ends_on=date(2027, 8, 31),
        )
        client.force_login(user)
        return client

    return sign_in


def page(client, code, **facts):
    """The calculator's page for a rule, asked with some facts."""
    asked = {"go": "1", **facts} if facts else {}
    return client.get(reverse("date_rule", args=["bure-valley", code]), asked)


def text(response):
    """What the page says, without tags and in one line."""
    return " ".join(html.unescape(re.sub("<[^>]+>", " ", response.content.decode())).split())


@pytest.mark.parametrize("role", list(Role))
def test_every_role_may_work_out_dates(person, role):
    assert Permission.WORK_OUT_DATES in ROLES[role].permissions
    assert person(role).get(reverse("dates", args=["bure-valley"])).status_code == 200


def test_the_list_names_every_rule_and_what_changed(person):
    response = person().get(reverse("dates", args=["bure-valley"]))
    said = response.content.decode()
    assert all(f'href="{rule.code}/"' in said for rule in REGISTRY)
    assert "The NPQ for SENCOs takes the place" in said


@pytest.mark.parametrize("code", [rule.code for rule in REGISTRY])
def test_every_rule_has_a_page_before_anything_is_entered(person, code):
    response = page(person(), code)
    assert response.status_code == 200
    assert "There is a problem" not in text(response)


def test_a_rule_that_does_not_exist_is_not_found(person):
    assert page(person(), "no.such").status_code == 404


def test_dates_come_with_do_by_owner_law_and_standing(person):
    said = text(page(person(), "annual_review.due", plan_made="4/2/2026"))
    assert "Hold the review meeting Wed 6 Jan 2027 do by that day in 44 days School" in said
    assert "Wed 3 Feb 2027" in said
    assert "Council" in said
    assert "CFA 2014 s.44(1); CoP 9.169 law" in said
    assert "our own working date" in said


def test_what_the_school_owes_in_a_holiday_is_done_by_its_last_school_day(person):
    said = text(page(person(), "annual_review.due", plan_made="1 February 2026"))
    assert "Hold the review meeting Sun 3 Jan 2027 do by Fri 18 Dec 2026" in said


def test_school_days_are_the_schools_own(person):
    said = text(page(person(), "records.education_record", received="2026-12-11"))
    assert "Mon 18 Jan 2027" in said


def test_what_if_stands_beside_it(person):
    facts = {"meeting": "2027-01-12", "amendment_notice_sent": "2027-02-09"}
    said = text(
        page(
            person(),
            "annual_review.meeting_clock",
            **facts,
            **{"if-meeting": "2027-01-19", "if-amendment_notice_sent": "none"},
        )
    )
    assert "Send the report to the council and everybody invited Tue 26 Jan 2027" in said
    assert "Tue 2 Feb 2027 do by that day in 71 days 7 days later School" in said
    assert "does not apply falls away" in said


@pytest.mark.parametrize(
    ("code", "facts", "says"),
    [
        ("ehcna.clock", {"request_received": ""}, "Enter the date: Day the council received"),
        ("ehcna.clock", {"request_received": "31/02/2027"}, "The date 31/02/2027 does not exist"),
        ("ehcp.appeal", {"decision_letter": ""}, "Give “Date on the council's decision"),
        ("ehcna.clock", {"request_received": "1/1/2013"}, "No version of ehcna.clock covers"),
        ("records.education_record", {"received": "2027-03-20"}, "Add the term dates"),
        ("school.census_days", {"academic_year_starting": "soon"}, "is a year with four digits"),
    ],
)
def test_what_does_not_fit_says_what_to_do(person, code, facts, says):
    said = text(page(person(), code, **facts))
    assert "There is a problem" in said
    assert says in said


def test_over_all_schools_the_person_says_whose_calendar_counts(person):
    client = person()
    address = reverse("federation_date_rule", args=["records.education_record"])
    asked = {"go": "1", "received": "2026-12-11"}
    assert "Choose the school whose school days" in text(client.get(address, asked))
    said = text(client.get(address, asked | {"school": "bure-valley"}))
    assert "Mon 18 Jan 2027" in said
    assert "Choose the school" in text(client.get(address, asked | {"school": "another"}))


def test_versions_and_whose_dates_moved(person):
    said = text(page(person(), "senco.qualification", became_senco="2025-09-01"))
    assert "from 1 Sep 2024" in said
    assert "No date of yours has moved" in said


def test_another_schools_address_is_not_found(person):
    assert person().get("/other-school/dates/").status_code == 404
