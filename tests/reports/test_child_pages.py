"""The child's page, its timeline, the search and the census check: who sees what, and the cost."""

import datetime as dt
from uuid import uuid4

import pytest

from aylsham.access.roles import Role
from aylsham.audit.codes import Action
from aylsham.codes import Sensitivity
from aylsham.models import AuditEvent
from ehcp.models import AnnualReview, EhcPlan
from lac.models import CarePeriod
from pupils.codes import FactKind
from pupils.models import AttendanceFigure, DatedFact, Pupil
from pupils.services.actions import NewAction, Owner, add_action
from pupils.services.details import add_contact
from pupils.services.meetings.inviting import Guest
from pupils.services.needs import add_diagnosis, add_need
from pupils.services.strategies import add_strategy, end_strategy
from pupils.services.talks import log_talk
from reports.selectors.census import next_census
from tests.factories import (
    TODAY,
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    behind_the_wall,
    member,
    put_on_register,
    supporter_of,
    teacher_of,
)
from tests.pages import (
    OF_EVERY_REQUEST,
    client_of,
    search,
    search_address,
    statements,
    text_of,
)
from tests.pupils.meetings.makers import planned

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
MOST_STATEMENTS = 8
SEPTEMBER = dt.date(2025, 9, 1)


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield", name="Oakfield")


@pytest.fixture
def zoe(school):
    """A child with something on every floor."""
    group = ClassGroupFactory(school=school, name="Oak")
    zoe = PupilFactory(
        school=school,
        first_name="Zoë",
        last_name="Burton",
        class_group=group,
        with_plan=["ASD", "SLCN"],
    )
    own = {"school": school, "pupil": zoe}
    plan = EhcPlan.objects.create(**own, local_authority="Norfolk", made_on=SEPTEMBER)
    AnnualReview.objects.create(school=school, plan=plan, meeting_on=dt.date(2026, 7, 1))
    CarePeriod.objects.create(**own, kind="looked_after", known_since=SEPTEMBER)
    DatedFact.objects.create(**own, kind=FactKind.PUPIL_PREMIUM, starts_on=SEPTEMBER)
    AttendanceFigure.objects.create(
        **own, academic_year=2026, as_of=dt.date(2026, 11, 20), percent="91.5"
    )
    add_need(pupil=zoe, need_type="SEMH", since_on=SEPTEMBER, by=None)
    add_diagnosis(pupil=zoe, name="Rare syndrome", by=None)
    add_contact(pupil=zoe, by=None, name="Ms Burton", relationship="Mother", phone="01632 960000")
    return zoe


def page(user, child, part: str = ""):
    return client_of(user).get(f"/oakfield/children/{child.pk}/{part}")


def test_the_sendco_sees_everything(school, zoe):
    response = page(member(school), zoe)
    html = response.content.decode()
    for words in (
        "Zoë Burton",
        "Year 4",
        "Oak",
        "8 years 8 months",
        "Looked after",
        "ASD, SLCN, SEMH",
    ):
        assert words in html, words
    text = text_of(response)
    for words in ("A concern was assessed", "told on", "Norfolk", "91.5", "Ms Burton"):
        assert words in text, words
    assert zoe.upn not in html
    assert "Burton" not in html.split("</title>")[0]


def test_the_upn_is_shown_when_asked_and_that_is_written_down(school, zoe):
    client = client_of(member(school))
    url = f"/oakfield/children/{zoe.pk}/upn/"
    assert client.get(url).status_code == 405
    assert zoe.upn in text_of(client.post(url))
    part = client.post(url, headers={"HX-Request": "true"})
    assert part.content.decode().startswith("<span")
    behind_the_wall(school)
    assert AuditEvent.objects.filter(action=Action.SHOW_UPN).count() == 2


def test_opening_a_record_is_written_down(school, zoe):
    user = member(school)
    page(user, zoe)
    behind_the_wall(school)
    event = AuditEvent.objects.get(action=Action.VIEW_PUPIL)
    assert (event.pupil_ids, event.actor_id) == ([zoe.pk], user.pk)


@pytest.mark.parametrize(
    ("role", "reads"),
    [
        (Role.SENDCO, ["Sit by the door", "Ask about home first"]),
        (Role.CLASS_TEACHER, ["Sit by the door"]),
        (Role.OFFICE, []),
    ],
)
def test_what_helps_stands_on_the_first_page(school, zoe, role, reads):
    add_strategy(pupil=zoe, text="Sit by the door", since_on=SEPTEMBER, by=None)
    secret = {"sensitivity": Sensitivity.SENSITIVE}
    add_strategy(pupil=zoe, text="Ask about home first", since_on=SEPTEMBER, by=None, **secret)
    over = add_strategy(pupil=zoe, text="A wedge on the chair", since_on=SEPTEMBER, by=None)
    end_strategy(strategy=over, ended_on=dt.date(2026, 10, 1), by=None)
    user = teacher_of(zoe.class_group) if role == Role.CLASS_TEACHER else member(school, role)
    text = text_of(page(user, zoe))
    sentences = ("Sit by the door", "Ask about home first", "A wedge on the chair")
    assert [words for words in sentences if words in text] == reads


@pytest.mark.parametrize("part", ["", "register/", "timeline/"])
def test_a_teacher_sees_needs_but_no_compartment(school, zoe, part):
    response = page(teacher_of(zoe.class_group), zoe, part)
    html = response.content.decode()
    assert "ASD" in html
    for words in ("Looked after", "Rare syndrome", "Norfolk", "Care", "Diagnoses"):
        assert words not in html, words


def test_the_office_sees_neither_level_nor_need(school, zoe):
    office = member(school, Role.OFFICE)
    html = page(office, zoe).content.decode()
    for words in ("ASD", "EHC plan", "SEND register", "91.5", "Pupil premium", "Looked after"):
        assert words not in html, words
    assert "Ms Burton" in html
    assert page(office, zoe, "register/").status_code == 403
    html = page(office, zoe, "timeline/").content.decode()
    assert "EHC plan" not in html
    assert "Came on roll" in html


def test_who_has_no_business_finds_nothing(school, zoe):
    other = PupilFactory(school=school)
    for user, status in (
        (teacher_of(ClassGroupFactory(school=school)), 404),
        (supporter_of(other), 404),
        (member(school, Role.GOVERNOR), 403),
        (member(SchoolFactory()), 404),
    ):
        behind_the_wall(school)
        for part in ("", "register/", "timeline/", "family/"):
            assert page(user, zoe, part).status_code == status, (user, part)


def test_the_register_page_answers_why(school, zoe):
    text = text_of(page(member(school), zoe, "register/"))
    for words in ("EHC plan", "A concern was assessed", "Autistic spectrum disorder (ASD)"):
        assert words in text
    assert text.index("(ASD)") < text.index("(SLCN)")
    assert "Rare syndrome" in text


def test_what_helps_stands_before_what_is_due_and_like_things_stand_once(school, zoe):
    add_strategy(pupil=zoe, text="Sits in front", since_on=TODAY, by=None)
    user = member(school)
    for days in (7, 8, 9):
        due_on = TODAY + dt.timedelta(days=days)
        action = NewAction("Ring the clinic", Owner(user=user), due_on)
        add_action(pupil=zoe, action=action, agreed_on=TODAY, by=user)
    shown = page(user, zoe, "")
    text = text_of(shown)
    assert text.index("Sits in front") < text.index("What is due")
    groups = {g.first.title: g.number for g in shown.context["overview"].due}
    assert len(groups) == len(shown.context["overview"].due)
    assert 3 in groups.values() and "The other 2" in text


def test_the_overview_says_when_the_parents_were_last_spoken_to(school, zoe):
    user = member(school)
    assert "none is logged" in text_of(page(user, zoe, ""))
    facts = {"how": "phone", "who": "Mia Reed", "by": user, "agreed": "Ring again"}
    for on, outcome in ((TODAY - dt.timedelta(days=3), "held"), (TODAY, "no_answer")):
        log_talk(pupil=zoe, key=uuid4(), on=on, outcome=outcome, **facts)
    shown = text_of(page(user, zoe, ""))
    assert "Last contact Fri 20 Nov Phone with Mia Reed" in shown
    assert "Meet next" in shown
    mother = add_contact(pupil=zoe, by=None, name="Mia", has_parental_responsibility=True)
    planned(zoe, user)
    planned(zoe, user, Guest(contact=mother), on=TODAY + dt.timedelta(days=14))
    assert "Meet next Mon 7 Dec" in text_of(page(user, zoe, ""))
    assert "Last contact" not in text_of(page(supporter_of(zoe), zoe, ""))


def test_the_timeline_can_be_narrowed(school, zoe):
    user = member(school)
    everything = text_of(page(user, zoe, "timeline/"))
    for words in ("EHC plan first issued", "Annual review held", "Looked after", "Need: "):
        assert words in everything, words
    care = page(user, zoe, "timeline/?kind=care").context["events"]
    assert [e.title for e in care] == ["Looked after"]
    assert len(page(user, zoe, "timeline/?kind=nonsense").context["events"]) > 5


@pytest.mark.parametrize("part", ["", "register/", "timeline/", "family/"])
def test_a_full_record_costs_few_statements(school, zoe, part):
    client = client_of(member(school))
    found = statements(client, f"/oakfield/children/{zoe.pk}/{part}")
    assert len(found) <= MOST_STATEMENTS + OF_EVERY_REQUEST


class TestSearch:
    def test_a_child_and_a_page(self, school, zoe):
        client = client_of(member(school))
        response = search(client, "zoe")
        assert [found.id for found, _ in response.context["children"]] == [zoe.pk]
        assert "zoe" not in response.content.decode().split("</title>")[0]
        response = search(client, "census")
        assert ("Census check", "/oakfield/register/census/") in response.context["pages"]
        assert "Nothing fits" in text_of(search(client, "qqqq"))
        assert client.get("/oakfield/search/").status_code == 200

    def test_no_address_can_be_read(self, school, zoe):
        client = client_of(member(school))
        response = client.post("/oakfield/search/", {"q": "zoe"}, follow=True)
        assert [found.id for found, _ in response.context["children"]] == [zoe.pk]
        addresses = [url for url, _ in response.redirect_chain]
        assert len(addresses) == 1
        assert "zoe" not in addresses[0].lower()
        assert response.headers["Cache-Control"] == "no-store"

    def test_words_that_stand_open_in_an_address_find_nobody(self, school, zoe):
        response = client_of(member(school)).get("/oakfield/search/?q=zoe&words=zoe")
        assert response.context["children"] == []

    def test_the_words_of_one_person_say_nothing_to_another(self, school, zoe):
        address = search_address(client_of(member(school)), "zoe")
        assert client_of(member(school)).get(address).context["children"] == []

    def test_pages_are_those_of_the_role(self, school, zoe):
        response = search(client_of(member(school, Role.OFFICE)), "census")
        assert response.context["pages"] == []

    def test_only_results_for_a_part(self, school, zoe):
        client = client_of(member(school))
        response = client.get(
            search_address(client, "zoe"),
            headers={"HX-Request": "true", "HX-Target": "search-results"},
        )
        assert response.content.strip().startswith(b'<div id="search-results"')

    def test_whom_it_showed_is_written_down_but_not_the_words(self, school, zoe):
        search(client_of(member(school)), "zoe")
        behind_the_wall(school)
        event = AuditEvent.objects.get(action=Action.SEARCH)
        assert (event.pupil_ids, event.detail) == ([zoe.pk], {})

    def test_ten_hits_cost_as_much_as_one(self, school, zoe):
        client = client_of(member(school))
        address = search_address(client, "zoe")
        few = statements(client, address)
        behind_the_wall(school)
        PupilFactory.create_batch(9, school=school, first_name="Zoe")
        many = statements(client, address)
        assert len(few) == len(many) <= MOST_STATEMENTS + OF_EVERY_REQUEST


class TestCensus:
    def test_each_child_who_would_fail_is_named_with_the_person_to_ask(self, school):
        PupilFactory(school=school, on_register=True)
        put_on_register(PupilFactory(school=school, last_name="Typeless"))
        PupilFactory(school=school, last_name="Nameless", upn="")
        sendco = member(school)
        office = member(school, Role.OFFICE)
        check = client_of(sendco).get("/oakfield/register/census/").context["check"]
        assert check.day.on == dt.date(2027, 1, 21)
        found = {line.name.split()[-1]: (line.fault.code, line.ask) for line in check.lines}
        assert found == {
            "Typeless": ("no_type", sendco.name),
            "Nameless": ("no_upn", office.name),
        }
        assert (check.children, check.checked, check.stopping) == (2, 3, 2)

    def test_nothing_to_put_right(self, school):
        PupilFactory(school=school, on_register=True)
        assert "Nobody would come back" in text_of(
            client_of(member(school)).get("/oakfield/register/census/")
        )

    def test_it_costs_the_same_for_thirty(self, school):
        client = client_of(member(school))
        PupilFactory.create_batch(3, school=school, upn="")
        few = statements(client, "/oakfield/register/census/")
        behind_the_wall(school)
        PupilFactory.create_batch(27, school=school, upn="")
        many = statements(client, "/oakfield/register/census/")
        assert len(few) == len(many) <= MOST_STATEMENTS + OF_EVERY_REQUEST

    @pytest.mark.parametrize(
        ("today", "on", "types"),
        [
            (dt.date(2026, 9, 30), dt.date(2026, 10, 1), False),
            (dt.date(2026, 10, 1), dt.date(2026, 10, 1), False),
            (dt.date(2026, 10, 2), dt.date(2027, 1, 21), True),
            (dt.date(2027, 1, 22), dt.date(2027, 5, 20), False),
            (dt.date(2027, 5, 21), dt.date(2027, 10, 7), False),
        ],
    )
    def test_the_next_day(self, today, on, types):
        day = next_census(today)
        assert (day.on, day.collects_types) == (on, types)

    def test_only_who_has_the_register(self, school):
        client = client_of(member(school, Role.CLASS_TEACHER))
        assert client.get("/oakfield/register/census/").status_code == 403


def test_a_child_without_anything_has_a_page(school):
    child = PupilFactory(school=school)
    Pupil.objects.filter(pk=child.pk).update(year_group="X")
    assert "Not on the SEND register" in text_of(page(member(school), child))
