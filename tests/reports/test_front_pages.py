"""A front page for every job: who gets which, what it says, and how many statements it takes."""

import html

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from aylsham.access.roles import Role
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.models import Deadline
from provision.rules.delivery import Came
from provision.rules.standing_marks import SessionAt
from provision.services.sessions import MarkFacts, log_session
from reports.codes import Duty
from reports.front_pages import FrontPage, front_page_of
from reports.services.duties import record_duty
from tests.ehcp.makers import make_plan
from tests.factories import (
    TODAY,
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    member,
    supporter_of,
    teacher_of,
)
from tests.pages import client_of, text_of
from tests.provision.makers import given

pytestmark = pytest.mark.django_db

#: Session, user, membership, row-security setting, audit.
OF_EVERY_REQUEST = 5
#: Two savepoints of a request inside a test's transaction.
SAVEPOINTS = 2


@pytest.mark.parametrize(
    ("roles", "page"),
    [
        ({Role.SENDCO}, FrontPage.DUE),
        ({Role.SENDCO, Role.CLASS_TEACHER}, FrontPage.DUE),
        ({Role.ASSISTANT_SENDCO}, FrontPage.PAPERWORK),
        ({Role.HEAD}, FrontPage.LEADERSHIP),
        ({Role.DESIGNATED_TEACHER, Role.CLASS_TEACHER}, FrontPage.DUE),
        ({Role.CLASS_TEACHER}, FrontPage.MY_CLASS),
        ({Role.LSA}, FrontPage.MY_CHILDREN),
        ({Role.GOVERNOR}, FrontPage.GOVERNOR),
        ({Role.FEDERATION_ADMINISTRATOR}, FrontPage.SCHOOLS),
        ({Role.OFFICE}, FrontPage.START),
        ({Role.PHASE_LEADER}, FrontPage.PHASE),
        ({Role.PHASE_LEADER, Role.CLASS_TEACHER}, FrontPage.PHASE),
        ({Role.PHASE_LEADER, Role.HEAD}, FrontPage.LEADERSHIP),
        ({Role.FEDERATION_SEND_LEAD}, FrontPage.DUE),
    ],
)
def test_the_widest_job_decides(roles, page):
    assert front_page_of(roles) is page


@pytest.mark.parametrize(
    ("roles", "page"),
    [
        ({Role.FEDERATION_SEND_LEAD}, FrontPage.COMPARED),
        ({Role.FEDERATION_SEND_LEAD, Role.SENDCO}, FrontPage.DUE),
        ({Role.FEDERATION_ADMINISTRATOR}, FrontPage.SCHOOLS),
    ],
)
def test_over_several_schools_a_lead_compares_them(roles, page):
    assert front_page_of(roles, over_schools=True) is page


@pytest.mark.parametrize("role", list(Role))
def test_every_role_has_a_page_at_a_school_and_over_schools(client, today, role):
    school = SchoolFactory()
    more = {"ends_on": today} if role in {Role.COVER, Role.TRAINEE} else {}
    client.force_login(member(school, role, **more))
    assert client.get(f"/{school.slug}/").status_code == 200
    assert client.get("/federation/").status_code == 200


def statements(client, path: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as found:
        response = client.get(path)
    assert response.status_code == 200
    return len(found)


@pytest.mark.parametrize("role", [Role.SENDCO, Role.ASSISTANT_SENDCO, Role.HEAD])
def test_as_many_statements_for_thirty_plans_as_for_three(client, today, role):
    school = SchoolFactory()
    for _ in range(3):
        make_plan("2025-11-24", school=school)
    client.force_login(member(school, role))
    client.get(f"/{school.slug}/")
    few = statements(client, f"/{school.slug}/")
    for _ in range(27):
        make_plan("2025-11-24", school=school)
    many = statements(client, f"/{school.slug}/")
    assert few == many
    assert many <= 8 + OF_EVERY_REQUEST + SAVEPOINTS


def test_the_list_of_plans_takes_as_many_statements(client, today):
    school = SchoolFactory()
    for _ in range(3):
        make_plan("2025-11-24", school=school)
    client.force_login(member(school))
    client.get(f"/{school.slug}/plans/")
    few = statements(client, f"/{school.slug}/plans/")
    for _ in range(27):
        make_plan("2025-11-24", school=school)
    assert few == statements(client, f"/{school.slug}/plans/")


def test_the_sendco_sees_what_is_due_and_the_step_that_moves_it_on(client, today):
    plan = make_plan("2025-11-24", first_name="Zoë", last_name="Burton")
    client.force_login(member(plan.school))
    page = client.get(f"/{plan.school.slug}/").content.decode()
    assert "Zoë Burton" in page
    assert "28 days late" in page  # the meeting, by Mon 26 Oct
    assert f"/{plan.school.slug}/plans/{plan.pk}/meeting/" in page
    assert "CFA 2014 s.44(1)" in page


def test_a_part_of_the_page_is_the_list_alone(client, today):
    plan = make_plan("2025-11-24")
    client.force_login(member(plan.school))
    part = client.get(f"/{plan.school.slug}/due/?who=school", headers={"HX-Request": "true"})
    assert "<html" not in part.content.decode()
    assert 'id="list"' in part.content.decode()


def test_a_wrong_filter_filters_nothing(client, today):
    plan = make_plan("2025-11-24")
    client.force_login(member(plan.school))
    page = client.get(f"/{plan.school.slug}/due/?who=nobody&kind=x&when=never&page=99")
    assert page.status_code == 200


def test_a_teacher_sees_the_needs_of_the_class_and_no_other(client, today):
    school = SchoolFactory()
    group = ClassGroupFactory(school=school, name="Oak")
    PupilFactory(school=school, class_group=group, last_name="Inside", on_register=["SLCN"])
    PupilFactory(school=school, last_name="Outside", on_register=["SLCN"])
    client.force_login(teacher_of(group))
    page = client.get(f"/{school.slug}/").content.decode()
    assert "Inside" in page
    assert "Outside" not in page


def test_an_lsa_sees_the_children_they_support(client, today):
    school = SchoolFactory()
    pupil = PupilFactory(school=school, last_name="Supported")
    PupilFactory(school=school, last_name="Unknown")
    client.force_login(supporter_of(pupil))
    page = client.get(f"/{school.slug}/").content.decode()
    assert "Supported" in page
    assert "Unknown" not in page


@pytest.mark.usefixtures("today")
def test_four_kinds_of_change_are_shown_and_the_others_folded_away():
    school = SchoolFactory()
    person = member(school)
    often = [Action.CHANGE_NEEDS, Action.CHANGE_STATUS, Action.CHANGE_PUPIL, Action.CHANGE_CONTACT]
    for times, action in enumerate([Action.CHANGE_HOME, Action.CHANGE_PLAN, *often], 1):
        for _ in range(times):
            record_event(action, school=school, by=person)
    page = html.unescape(client_of(person).get(f"/{school.slug}/").content.decode())
    line, _, folded = page.partition("Changes since")[2].partition("<details")
    assert [action.label.lower() in line.lower() for action in often] == [True] * 4
    assert "3 other changes" in folded
    assert "changed a home" not in line.lower()
    assert "changed a home" in folded.lower()


def test_whoever_gives_sessions_begins_the_day_with_them(client, today):
    pupil = PupilFactory(school=SchoolFactory(), on_register=True)
    school, lsa = pupil.school, supporter_of(pupil)
    given(school, pupil, name="Speech sounds", staff=lsa, minutes=15)
    other = given(school, pupil, name="Colour walk", staff=lsa)
    given(school, pupil, name="In class", staff=lsa, is_in_class=True)
    given(school, pupil, name="Of somebody else")
    given(school, pupil, name="To come", staff=lsa, state="draft")
    at = SessionAt(TODAY)
    log_session(provision=other, at=at, marks=[MarkFacts(pupil, Came.HAD)], by=lsa)
    client.force_login(lsa)
    page = text_of(client.get(f"/{school.slug}/"))
    assert "Logged Colour walk , 30 min" in page
    assert "Speech sounds , 15 min" in page and "Logged Speech" not in page
    assert not [name for name in ("In class", "somebody else", "To come") if name in page]
    before = statements(client, f"/{school.slug}/")
    for number in range(4):
        given(school, pupil, name=f"Group {number}", staff=lsa)
    assert statements(client, f"/{school.slug}/") == before


@pytest.mark.usefixtures("today")
def test_a_head_sees_what_is_to_be_published_within_a_year_and_nothing_later():
    school = SchoolFactory(slug="oakfield")
    client = client_of(member(school, Role.HEAD))
    for duty in (Duty.EQUALITY_OBJECTIVES, Duty.EQUALITY_INFORMATION):
        record_duty(school=school, duty=duty, done_on=TODAY, by=None)
    page = text_of(client.get("/oakfield/"))
    assert "Publish the equality information again" in page
    later = Deadline.objects.get(title__contains="equality objectives")
    assert later.do_by.year == TODAY.year + 4
    assert later.title not in page
