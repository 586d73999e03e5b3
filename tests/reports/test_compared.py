"""Schools side by side: the numbers of each school's own pages, kept, hidden where they must be."""

import datetime as dt
from dataclasses import asdict

import pytest

from aylsham import clock
from aylsham.access.current import Access, posts_of
from aylsham.access.roles import Role
from aylsham.audit.codes import Action
from aylsham.codes import Phase
from aylsham.jobs.codes import JobState
from aylsham.jobs.runner import run_job
from aylsham.models import AuditEvent, Job
from aylsham.suppression.settings import SMALL
from pupils.services.needs import add_need
from reports import summary_tasks
from reports.governor.national import NationalFigure
from reports.models import SchoolSummary
from reports.selectors.compared import Wanted, compared
from reports.services.summaries import count_again, keep_summary
from reports.summaries.codes import SUMMARY_JOB
from reports.summaries.counts import VERSION, SchoolCounts, published
from reports.summaries.likeness import TOO_FEW, middles, note_of
from tests.ehcp.makers import make_plan
from tests.factories import (
    TODAY,
    FederationFactory,
    MembershipFactory,
    PupilFactory,
    SchoolFactory,
    member,
)
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.provision.makers import given

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
URL, COUNT = "/federation/schools/", "/federation/schools/count/"
ENGLAND = NationalFigure("All", 19.4, "January 2026", "DfE")


@pytest.fixture
def federation():
    return FederationFactory()


@pytest.fixture
def lead(federation):
    return over_all(federation, Role.FEDERATION_SEND_LEAD)


def over_all(federation, role):
    return MembershipFactory(role=role, school=None, federation=federation).user


def school_in(federation, name, plans=1, **facts):
    school = SchoolFactory(federation=federation, name=name, slug=name.lower(), **facts)
    for _ in range(plans):
        make_plan("2025-11-24", school=school, with_plan=True)
    return school


def counts(**changed) -> SchoolCounts:
    """Of a school of 210 with thirty on SEN support and twelve plans."""
    usual = {
        "roll": 210, "support": 30, "plans": 12, "late_ours": 6, "late_theirs": 7, "waiting": 20,
        "reviews": 20, "reviews_in_time": 14, "planned": 900, "given": 700, "owed": 100,
        "passports": 30, "supported": 25,
    }  # fmt: skip
    return SchoolCounts(**usual | changed)


def keep(school, **changed):
    """As if it had been counted so."""
    return SchoolSummary.objects.create(
        school=school,
        counted_on=TODAY,
        made_at=clock.moment(),
        version=VERSION,
        counts=asdict(counts(**changed)),
    )


class TestNumbers:
    def test_each_is_that_of_the_list_it_leads_to(self, federation, lead):
        ash = school_in(federation, "Ash", plans=3)
        PupilFactory(school=ash, on_register=["SLCN"])
        PupilFactory(school=ash)
        keep_summary(school=ash, today=TODAY)
        [row] = client_of(lead).get(URL).context["page"].rows
        assert (row.counts.roll, row.counts.support, row.counts.plans) == (5, 1, 3)
        client = client_of(lead)
        for query, number in (
            ("who=school&when=overdue", row.counts.late_ours),
            ("who=others&when=overdue", row.counts.late_theirs),
            ("who=others&when=all", row.counts.waiting),
        ):
            page = client.get(f"/ash/due/?{query}").context["page"]
            assert page.paginator.count == number
            assert f"/ash/due/?{query.replace('&', '&amp;')}" in client.get(URL).content.decode()
        assert row.counts.late_ours >= 3  # their meetings
        for status, number in (("K", 1), ("E", 3)):
            page = client.get(f"/ash/register/?status={status}").context["page"]
            assert page.paginator.count == number

    def test_what_is_owed_is_what_its_page_says(self, federation, lead):
        ash = school_in(federation, "Ash", plans=0)
        pupil = PupilFactory(school=ash, on_register=["SLCN"])
        given(ash, pupil, starts_on=TODAY - dt.timedelta(days=21))
        row = keep_summary(school=ash, today=TODAY)
        page = client_of(lead).get("/ash/provision/owed/").context["page"]
        assert row.counts["owed"] == page.minutes
        assert row.counts["planned"] > row.counts["given"] == 0
        assert row.counts["supported"] == 1
        assert "0%" in text_of(client_of(lead).get(URL))

    def test_a_school_that_was_never_counted_says_so(self, federation, lead):
        school_in(federation, "Ash", plans=0)
        text = text_of(client_of(lead).get(URL))
        assert "Not counted yet" in text and "nothing is counted yet" in text

    def test_a_row_of_an_older_kind_is_not_read(self, federation, lead):
        row = keep(school_in(federation, "Ash", plans=0))
        SchoolSummary.objects.filter(pk=row.pk).update(version=VERSION - 1, counts={"roll": 3})
        assert "Not counted yet" in text_of(client_of(lead).get(URL))

    def test_a_change_since_is_said_until_it_is_counted_again(self, federation, lead):
        ash = school_in(federation, "Ash", plans=0)
        pupil = PupilFactory(school=ash, on_register=["SLCN"])
        keep_summary(school=ash, today=TODAY)
        client = client_of(lead)
        client.get("/ash/register/")  # looking changes nothing
        assert "changed since" not in text_of(client.get(URL))
        add_need(pupil=pupil, need_type="MLD", by=None)
        assert "something has changed since at 1 school" in text_of(client.get(URL))
        client.post(COUNT)
        assert "changed since" not in text_of(client.get(URL))

    def test_yesterdays_count_is_of_another_day(self, federation, lead):
        row = keep(school_in(federation, "Ash", plans=0))
        SchoolSummary.objects.filter(pk=row.pk).update(counted_on=TODAY - dt.timedelta(days=1))
        assert "changed since" in text_of(client_of(lead).get(URL))


class TestWhoSees:
    def test_no_school_of_another_federation(self, federation, lead):
        keep(school_in(federation, "Ash", plans=0), roll=111)
        keep(school_in(FederationFactory(), "Markwood", plans=0), roll=987)
        page = client_of(lead).get(URL).content.decode()
        assert "111" in page and "Markwood" not in page and "987" not in page

    def test_nor_a_school_at_which_somebody_does_not_lead(self, federation):
        ash, elm = (school_in(federation, name, plans=0) for name in ("Ash", "Elm"))
        keep(ash)
        keep(elm, roll=987)
        user = member(ash, Role.FEDERATION_SEND_LEAD)
        MembershipFactory(user=user, school=elm, role=Role.CLASS_TEACHER)
        for address in (URL, "/federation/"):
            assert "987" not in client_of(user).get(address).content.decode()

    @pytest.mark.parametrize("role", [Role.SENDCO, Role.HEAD, Role.GOVERNOR, Role.CLASS_TEACHER])
    def test_other_roles_do_not(self, federation, role):
        school = school_in(federation, "Ash", plans=0)
        client = client_of(member(school, role))
        assert client.get(URL).status_code == client.post(COUNT).status_code == 403

    def test_it_is_the_leads_front_page_and_written_down(self, federation, lead):
        ash = school_in(federation, "Ash", plans=0)
        school_in(federation, "Elm", plans=0)
        keep(ash)
        assert "Schools side by side" in text_of(client_of(lead).get("/federation/"))
        seen = AuditEvent.objects.filter(action=Action.VIEW_SCHOOLS)
        assert seen.count() == 2 and not any(event.pupil_ids for event in seen)

    def test_who_is_sendco_as_well_keeps_what_is_due(self, federation):
        school = school_in(federation, "Ash", plans=0)
        user = member(school, Role.FEDERATION_SEND_LEAD)
        MembershipFactory(user=user, school=school, role=Role.SENDCO)
        assert "Schools side by side" not in text_of(client_of(user).get("/federation/"))


class TestProtected:
    def test_who_opens_no_record_is_shown_no_small_number_nor_a_way_to_it(self, federation):
        administrator = over_all(federation, Role.FEDERATION_ADMINISTRATOR)
        ash = school_in(federation, "Ash", plans=0)
        keep(ash, support=41, plans=3, late_ours=2, passports=42, reviews=20, reviews_in_time=18)
        response = client_of(administrator).get(URL)
        [row] = response.context["page"].rows
        shown = row.counts
        assert shown.roll == 210
        assert shown.plans is None and shown.late_ours is None
        assert shown.support is None or shown.register is None  # 44 − 41 would tell
        assert None in (shown.reviews, shown.reviews_in_time)  # two late
        assert shown.passports is None or shown.register is None
        text = text_of(response)
        assert "not shown" in text and "You open no child’s record" in text
        main = response.content.decode().partition("<main")[2]
        assert "/ash/due/" not in main and "/ash/register/" not in main

    def test_the_lead_is_shown_them(self, federation, lead):
        keep(school_in(federation, "Ash", plans=0), plans=3, late_ours=2)
        [row] = client_of(lead).get(URL).context["page"].rows
        assert (row.counts.plans, row.counts.late_ours) == (3, 2)

    def test_the_order_tells_nothing_hidden(self, federation):
        administrator = over_all(federation, Role.FEDERATION_ADMINISTRATOR)
        for name, late in (("Ash", 1), ("Elm", 4), ("Fir", 2), ("Yew", 30)):
            keep(school_in(federation, name, plans=0), late_ours=late)
        for sort in ("ours", "-ours", "attention"):
            rows = client_of(administrator).get(f"{URL}?sort={sort}").context["page"].rows
            names = [row.school.name for row in rows]
            assert names == ["Yew", "Ash", "Elm", "Fir"]

    @pytest.mark.parametrize("support", [0, SMALL - 1, SMALL])
    def test_the_threshold(self, support):
        shown = published(counts(support=support, plans=30, passports=20))
        assert (shown.support is None) is (support < SMALL)

    @pytest.mark.parametrize("supported", [0, SMALL - 1, SMALL])
    def test_minutes_of_few_children_are_nobodys_business(self, supported):
        shown = published(counts(supported=supported))
        hidden = supported < SMALL
        assert [shown.planned, shown.given, shown.owed].count(None) == (3 if hidden else 0)


class TestLikeForLike:
    def test_a_junior_school_is_held_against_primary_schools(self):
        found = note_of(Phase.JUNIOR, counts(support=35, plans=10), ENGLAND, {})
        assert found == "2.0 points above England"

    def test_a_nursery_against_none(self):
        assert note_of(Phase.NURSERY, counts(), ENGLAND, {}) == "No figure for nursery schools"

    @pytest.mark.parametrize(("roll", "is_too_few"), [(49, True), (50, False)])
    def test_a_small_roll_against_nothing(self, roll, is_too_few):
        found = note_of(Phase.PRIMARY, counts(roll=roll, support=8, plans=2), ENGLAND, {})
        assert (found == TOO_FEW) is is_too_few

    def test_three_schools_of_a_phase_have_a_middle(self):
        some = [(Phase.INFANT, counts(support=n, plans=9)) for n in (12, 33, 54)]
        assert middles(some[:2]) == {}
        assert middles([*some, (Phase.INFANT, counts(roll=20))]) == {Phase.INFANT: 20.0}
        note = note_of(Phase.INFANT, counts(support=33, plans=9), ENGLAND, middles(some))
        assert note == "0.6 points above England; the same as infant schools here"

    def test_what_is_hidden_is_not_compared(self):
        hidden = published(counts(support=3, plans=2, passports=5))
        assert note_of(Phase.PRIMARY, hidden, ENGLAND, {}) == ""


class TestManySchools:
    def test_as_many_statements_for_thirty_schools_as_for_three(self, federation, lead):
        for n in range(3):
            keep(school_in(federation, f"Ash{n}", plans=0))
        client = client_of(lead)
        client.get("/federation/")
        few = len(statements(client, "/federation/"))
        for n in range(27):
            keep(school_in(federation, f"Elm{n}", plans=0))
        assert len(statements(client, "/federation/")) == few <= OF_EVERY_REQUEST + 8

    def test_fifteen_stand_first_and_all_are_one_press_away(self, federation, lead):
        for n in range(17):
            keep(school_in(federation, f"Ash{n:02}", plans=0), late_ours=n)
        client = client_of(lead)
        first = client.get(URL)
        assert [row.counts.late_ours for row in first.context["rows"]] == list(range(16, 1, -1))
        assert "15 of 17 schools" in text_of(first)
        names = [row.school.name for row in client.get(f"{URL}?show=all&sort=name").context["rows"]]
        assert names == sorted(names) and len(names) == 17

    def test_by_a_part_of_the_name_and_by_phase(self, federation, lead):
        for n in range(6):
            phase = Phase.INFANT if n < 2 else Phase.JUNIOR
            keep(school_in(federation, f"Ash{n}", plans=0, phase=phase))
        client = client_of(lead)

        def names(query):
            return {row.school.name for row in client.get(f"{URL}?{query}").context["rows"]}

        assert names("phase=infant") == {"Ash0", "Ash1"}
        assert names("name=ASH3") == {"Ash3"}
        assert names("phase=nowhere") == {f"Ash{n}" for n in range(6)}
        assert "No school fits" in text_of(client.get(f"{URL}?name=oak"))

    def test_a_column_sorts_both_ways(self, federation, lead):
        for name, roll in (("Ash", 60), ("Elm", 300), ("Fir", 90)):
            keep(school_in(federation, name, plans=0), roll=roll)
        client = client_of(lead)
        for sort, expected in (("roll", ["Ash", "Fir", "Elm"]), ("-roll", ["Elm", "Fir", "Ash"])):
            rows = client.get(f"{URL}?sort={sort}").context["rows"]
            assert [row.school.name for row in rows] == expected

    def test_a_federation_of_one_school(self, federation, lead):
        keep(school_in(federation, "Ash", plans=0))
        response = client_of(lead).get(URL)
        assert response.status_code == 200 and len(response.context["rows"]) == 1


class TestCounting:
    def test_a_few_schools_are_counted_at_once_and_pressed_twice_once_kept(self, federation, lead):
        for name in ("Ash", "Elm"):
            school_in(federation, name)
        client = client_of(lead)
        for _ in range(2):
            assert client.post(COUNT)["Location"] == URL
        assert SchoolSummary.objects.count() == 2 and not Job.objects.filter(kind=SUMMARY_JOB)
        assert AuditEvent.objects.filter(action=Action.COUNT_SCHOOL).count() == 4
        assert client.get(COUNT).status_code == 405

    def test_many_are_counted_in_the_background_once(self, federation, lead):
        for n in range(6):
            school_in(federation, f"Ash{n}", plans=0)
        client = client_of(lead)
        first, second = client.post(COUNT)["Location"], client.post(COUNT)["Location"]
        job = Job.objects.get(kind=SUMMARY_JOB)
        assert first == second and first.endswith(f"?job={job.pk}")
        assert run_job(job.pk) == JobState.DONE
        assert SchoolSummary.objects.filter(version=VERSION).count() == 6

    def test_a_lost_worker_loses_one_school(self, federation, lead, monkeypatch):
        schools = [school_in(federation, f"Ash{n}", plans=0) for n in range(6)]
        job = count_again(schools=schools, by=lead)
        counted = []
        real = keep_summary

        def dies_at_the_third(*, school, today):
            if len(counted) == 2:
                raise KeyboardInterrupt
            counted.append(school)
            return real(school=school, today=today)

        monkeypatch.setattr(summary_tasks, "keep_summary", dies_at_the_third)
        with pytest.raises(KeyboardInterrupt):
            run_job(job.pk)
        job.refresh_from_db()
        assert job.cursor == {"next": 2} and SchoolSummary.objects.count() == 2
        monkeypatch.setattr(summary_tasks, "keep_summary", real)
        Job.objects.filter(pk=job.pk).update(lease_until=dt.datetime(2020, 1, 1, tzinfo=dt.UTC))
        assert run_job(job.pk) == JobState.DONE
        assert {row.school for row in SchoolSummary.objects.all()} == set(schools)

    def test_every_night_each_school_once(self, federation):
        for name in ("Ash", "Elm"):
            school_in(federation, name)
        for _ in range(2):
            summary_tasks.count_all_schools()
        jobs = Job.objects.filter(kind=SUMMARY_JOB)
        assert jobs.count() == 2
        for job in jobs:
            assert run_job(job.pk) == JobState.DONE
        kept = SchoolSummary.objects.all()
        assert {row.counts["plans"] for row in kept} == {1}


def test_the_selector_takes_only_the_schools_of_the_page(federation, lead):
    ash, elm = (school_in(federation, name, plans=0) for name in ("Ash", "Elm"))
    keep(ash)
    keep(elm)
    by_school = posts_of(lead, today=TODAY)
    access = Access(lead, TODAY, by_school, schools=[ash])
    assert [row.school for row in compared(access, Wanted()).rows] == [ash]
