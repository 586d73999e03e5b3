"""The review calendar in the product: planned by a job, moved, locked, accepted."""

import datetime as dt

import pytest

from aylsham.codes import ClosureKind, TermName
from aylsham.jobs.codes import JobState
from aylsham.jobs.runner import run_job
from aylsham.models import AuditEvent, Closure, Job, Term
from aylsham.tenancy.row_security import school_transaction
from ehcp import tasks
from ehcp.models import AnnualReview, CalendarPerson, ProposedReview, ReviewCalendar
from ehcp.scheduling.instance import Instance
from ehcp.scheduling.solving import make_calendar
from ehcp.scheduling.writing import as_data
from ehcp.services.calendar import solver as apart
from tests.access import access_of
from tests.ehcp.makers import day, held, make_plan, planned
from tests.factories import TODAY, PupilFactory, SchoolFactory, member

pytestmark = pytest.mark.django_db

TERMS = [("2026-09-03", "2026-12-18"), ("2027-01-05", "2027-03-25"), ("2027-04-12", "2027-07-22")]


def with_terms(school):
    """The school's year, with an autumn and a spring half-term."""
    with school_transaction(school):
        for name, (first, last) in zip(TermName.values, TERMS, strict=True):
            Term.objects.create(
                school=school, academic_year=2026, name=name, starts_on=first, ends_on=last
            )
        Closure.objects.create(
            school=school,
            kind=ClosureKind.HALF_TERM,
            starts_on=dt.date(2027, 2, 15),
            ends_on=dt.date(2027, 2, 19),
        )
    return school


@pytest.fixture
def school():
    return with_terms(SchoolFactory())


@pytest.fixture
def sendco(client, today, school):
    user = member(school)
    access_of(user, school)
    client.force_login(user)
    return user


@pytest.fixture(autouse=True)
def solver(monkeypatch):
    """In this process: a process of its own is started in one test alone."""

    def solve(data, seconds):
        return as_data(make_calendar(Instance.from_data(data), seconds=seconds, workers=1))

    monkeypatch.setattr(tasks, "solve", solve)
    return monkeypatch


@pytest.fixture
def plans(school, sendco):
    """Four plans in Year 4, whose reviews are due from January to April."""
    made = ["2025-02-20", "2025-03-10", "2025-04-20", "2025-05-20"]
    plans = [make_plan(each, school=school, pupil=PupilFactory(school=school)) for each in made]
    for plan, on in zip(
        plans, ("2026-01-20", "2026-02-10", "2026-03-20", "2026-04-24"), strict=True
    ):
        held(plan, on, on, decision="maintain")
    return plans


def base(school) -> str:
    return f"/{school.slug}/reviews/calendar/"


def plan_it(client, school, **chosen) -> Job:
    """Press the button and do the job."""
    answer = client.post(f"{base(school)}plan/", {"until": "year"} | chosen)
    assert answer.status_code == 302
    job = Job.objects.filter(kind="review_calendar").latest("created_at")
    run_job(job.pk)
    job.refresh_from_db()
    access_of(job.started_by, school)
    return job


def version_on(client, url: str) -> str:
    return client.get(url).context["form"].initial["version"]


class TestPlanning:
    def test_an_empty_calendar_says_what_to_do(self, client, school, sendco):
        page = client.get(base(school)).content.decode()
        assert "No review has a day yet" in page
        assert "Plan the rest for me" in page

    def test_the_year_is_planned_by_a_job_and_every_day_is_legal(self, client, school, plans):
        job = plan_it(client, school)
        assert job.state == JobState.DONE, job.error
        assert job.queue == "heavy"
        rows = {row.plan_id: row for row in ProposedReview.objects.filter(school=school)}
        assert set(rows) == {plan.pk for plan in plans}
        for row in rows.values():
            assert row.earliest_on <= row.meeting_on <= row.legal_on
            assert row.meeting_on.weekday() < 5
        assert rows[plans[0].pk].legal_on == day("2026-12-22")
        page = client.get(base(school)).content.decode()
        for plan in plans:
            assert plan.pupil.full_name in page
        assert AuditEvent.objects.filter(school=school, action="plan_calendar").count() == 1

    def test_pressed_twice_it_is_one_job(self, client, school, plans):
        for _ in range(2):
            client.post(f"{base(school)}plan/", {"until": "year"})
        assert Job.objects.filter(kind="review_calendar").count() == 1

    def test_by_the_end_of_term_leaves_later_ones_alone(self, client, school, plans):
        plan_it(client, school, until="term")
        assert ProposedReview.objects.filter(school=school).count() == 0
        plan_it(client, school)
        kept = ProposedReview.objects.get(school=school, plan=plans[3])
        plan_it(client, school, until="term")
        assert ProposedReview.objects.get(school=school, plan=plans[3]).pk == kept.pk

    def test_the_solver_is_a_process_of_its_own(self, client, school, plans, solver):
        solver.setattr(tasks, "solve", apart.solve)
        job = plan_it(client, school)
        assert (job.state, job.result["placed"]) == (JobState.DONE, 4)

    def test_a_change_meanwhile_writes_nothing(self, client, school, plans, solver):
        solve = tasks.solve

        def meanwhile(data, seconds):
            with school_transaction(school):
                ReviewCalendar.objects.filter(school=school).update(version=7)
            return solve(data, seconds)

        solver.setattr(tasks, "solve", meanwhile)
        job = plan_it(client, school)
        assert job.state == JobState.FAILED
        assert "changed the calendar while" in job.error
        assert not ProposedReview.objects.filter(school=school).exists()

    def test_an_overdue_review_is_planned_as_soon_as_can_be_and_said_to_be_late(
        self, client, school, sendco
    ):
        plan = make_plan("2024-09-20", school=school, pupil=PupilFactory(school=school))
        plan_it(client, school)
        row = ProposedReview.objects.get(school=school, plan=plan)
        assert row.legal_on < TODAY < row.meeting_on
        assert row.meeting_on >= TODAY + dt.timedelta(days=15)
        assert row.meeting_on <= TODAY + dt.timedelta(days=25)
        assert "Late whatever is done" in client.get(base(school)).content.decode()

    def test_a_year_two_child_in_an_infant_school_changes_phase(self, client, today):
        school = with_terms(SchoolFactory(phase="infant", year_groups=["R", "1", "2"]))
        user = member(school)
        access_of(user, school)
        client.force_login(user)
        pupil = PupilFactory(school=school, year_group="2", born_on=dt.date(2020, 1, 15))
        plan = make_plan("2026-01-20", school=school, pupil=pupil)
        plan_it(client, school)
        row = ProposedReview.objects.get(school=school, plan=plan)
        assert (row.kind, row.legal_on) == ("phase_transfer", dt.date(2026, 11, 22))


class TestNoDay:
    def test_why_and_what_would_help_stands_on_the_page(self, client, school, sendco, plans):
        CalendarPerson.objects.create(
            school=school, name="Ms Hale", kind="council", is_needed=True, dates=[day("2027-07-20")]
        )
        plan_it(client, school)
        rows = ProposedReview.objects.filter(school=school)
        assert all(row.meeting_on is None for row in rows)
        page = client.get(base(school)).content.decode()
        assert "Ms Hale is not free on the days that are left" in page
        assert "find another time for Ms Hale" in page

    def test_no_child_stands_by_name_in_what_is_stored(self, client, school, sendco):
        pupils = [PupilFactory(school=school, first_name=f"Zebedee{n}") for n in range(3)]
        for pupil in pupils:
            held(make_plan("2025-02-20", school=school, pupil=pupil), "2026-01-20", "2026-01-20")
        only = [day("2027-01-07"), day("2027-01-08")]
        ReviewCalendar.objects.create(
            school=school, most_a_day=1, most_a_week=1, weeks_ahead=2, papers_in_term=False
        )
        CalendarPerson.objects.create(
            school=school, name="Ms Hale", kind="council", is_needed=True, dates=only
        )
        plan_it(client, school)
        said = str([row.conflict for row in ProposedReview.objects.filter(school=school)])
        assert "Zebedee" not in said


class TestByHand:
    @pytest.fixture
    def row(self, client, school, plans):
        plan_it(client, school)
        return ProposedReview.objects.get(school=school, plan=plans[2])

    def post(self, client, school, row, **values):
        url = f"{base(school)}{row.pk}/"
        facts = {
            "meeting_on": f"{row.meeting_on:%d %b %Y}",
            "starts_at": f"{row.starts_at:%H:%M}" if row.starts_at else "",
            "version": version_on(client, url),
        }
        return client.post(url, facts | values)

    def test_a_review_is_moved_and_locked(self, client, school, row):
        answer = self.post(
            client, school, row, meeting_on="3 Feb 2027", starts_at="11:00", is_locked="on"
        )
        assert answer.status_code == 302
        row.refresh_from_db()
        assert (row.meeting_on, row.starts_at) == (day("2027-02-03"), dt.time(11))
        plan_it(client, school)
        row.refresh_from_db()
        assert (row.meeting_on, row.is_locked) == (day("2027-02-03"), True)

    @pytest.mark.parametrize(
        ("on", "why"),
        [
            ("6 Mar 2027", "no school that day"),
            ("16 Feb 2027", "no school that day"),
            ("22 Feb 2027", "a half-term or holiday lies between"),
            ("7 Dec 2026", "two clear weeks"),
            ("22 Mar 2027", "its window is"),
        ],
    )
    def test_a_day_that_breaks_a_rule_is_refused_and_the_rule_is_named(
        self, client, school, row, on, why
    ):
        before = row.meeting_on
        page = self.post(client, school, row, meeting_on=on).content.decode()
        assert why in page
        row.refresh_from_db()
        assert row.meeting_on == before

    def test_the_first_day_with_two_clear_weeks_is_taken(self, client, school, row):
        assert (
            self.post(client, school, row, meeting_on="8 Dec 2026", starts_at="14:45").status_code
            == 302
        )

    def test_a_full_day_is_refused(self, client, school, row, plans):
        ReviewCalendar.objects.filter(school=school).update(most_a_day=1)
        other = ProposedReview.objects.get(school=school, plan=plans[3])
        on = f"{other.meeting_on:%d %b %Y}"
        asked = f"{base(school)}{row.pk}/day/?meeting_on={on}&starts_at=14:45"
        said = client.get(asked).content.decode()
        assert "Not possible" in said and "at most 1 a day" in said

    def test_the_page_says_of_each_day_what_speaks_against_it(self, client, school, row):
        page = client.get(f"{base(school)}{row.pk}/").content.decode()
        assert "Which days fit" in page
        assert "09:30, 11:00, 13:30, 14:45" in page
        assert "a half-term or holiday lies between" in page

    def test_a_stale_save_shows_both(self, client, school, row):
        url = f"{base(school)}{row.pk}/"
        version = version_on(client, url)
        facts = {"meeting_on": "3 Feb 2027", "starts_at": "11:00", "version": version}
        assert client.post(url, facts).status_code == 302
        again = client.post(url, facts | {"meeting_on": "4 Feb 2027"})
        assert "Somebody else changed this" in again.content.decode()
        row.refresh_from_db()
        assert row.meeting_on == day("2027-02-03")

    def test_parents_who_cannot_come_move_their_review_and_no_other(self, client, school, row):
        rows = ProposedReview.objects.filter(school=school).exclude(pk=row.pk)
        before, was = {r.pk: r.meeting_on for r in rows.all()}, row.meeting_on
        cannot = f"{was:%d %b %Y}"
        assert self.post(client, school, row, wish_not_on=cannot).status_code == 302
        plan_it(client, school)
        row.refresh_from_db()
        assert row.meeting_on not in (None, was)
        assert {r.pk: r.meeting_on for r in rows.all()} == before

    def test_who_was_invited_stays(self, client, school, row, plans):
        review = planned(plans[2], "2027-02-04")
        AnnualReview.objects.filter(pk=review.pk).update(invited_on=TODAY)
        plan_it(client, school)
        row.refresh_from_db()
        assert row.meeting_on == day("2027-02-04")
        page = self.post(client, school, row, starts_at="11:00", meeting_on="3 Feb 2027")
        assert "The invitations have gone out" in page.content.decode()


class TestAccepting:
    def test_meetings_are_planned_once(self, client, school, plans):
        plan_it(client, school)
        version = ReviewCalendar.objects.get(school=school).version
        for _ in range(2):
            client.post(f"{base(school)}accept/", {"version": version})
        rows = ProposedReview.objects.filter(school=school)
        meetings = AnnualReview.objects.filter(school=school, is_held=False)
        assert {m.plan_id: m.meeting_on for m in meetings} == {
            r.plan_id: r.meeting_on for r in rows
        }
        page = client.get(base(school)).content.decode()
        assert "Planned" in page and "Accept" not in page

    def test_a_planned_meeting_moves_with_its_proposal(self, client, school, plans):
        review = planned(plans[0], "2026-12-14")
        plan_it(client, school)
        row = ProposedReview.objects.get(school=school, plan=plans[0])
        row.meeting_on = day("2026-12-15")
        row.save()
        version = ReviewCalendar.objects.get(school=school).version
        client.post(f"{base(school)}accept/", {"version": version})
        review.refresh_from_db()
        assert review.meeting_on == day("2026-12-15")

    def test_another_schools_calendar_is_not_there(self, client, school, sendco):
        other = SchoolFactory()
        assert client.get(base(other)).status_code == 404
        assert client.post(f"{base(other)}plan/", {"until": "year"}).status_code == 404


class TestRulesAndPeople:
    def test_rules_are_kept(self, client, school, sendco):
        url = f"{base(school)}rules/"
        form = client.get(url).context["form"]
        facts = {
            name: form[name].value()
            for name in form.fields
            if name not in ("slots", "papers_in_term")
        }
        answer = client.post(url, facts | {"most_a_day": 1, "slots": "9.15, 13:00"})
        assert answer.status_code == 302, answer.context["form"].errors
        rules = ReviewCalendar.objects.get(school=school)
        assert (rules.most_a_day, rules.slots, rules.papers_in_term) == (
            1,
            ["09:15", "13:00"],
            False,
        )
        stale = client.post(url, facts | {"most_a_day": 2, "slots": "9:15"})
        assert "Somebody else changed this" in stale.content.decode()

    def test_times_too_near_are_refused(self, client, school, sendco):
        url = f"{base(school)}rules/"
        form = client.get(url).context["form"]
        facts = {name: form[name].value() for name in form.fields if name != "slots"}
        page = client.post(url, facts | {"slots": "9:15, 10:00"}).content.decode()
        assert "less than 60 minutes apart" in page

    def test_a_person_comes_to_named_children_on_named_half_days(self, client, school, plans):
        url = f"{base(school)}people/add/"
        facts = {
            "version": "new",
            "name": "Dr Reed",
            "kind": "professional",
            "comes_to": "named",
            "is_needed": "on",
            "half_days": ["1am"],
            "away": "5 Jan 2027 to 12 Jan 2027",
        }
        assert "Tick at least one child" in client.post(url, facts).content.decode()
        assert client.post(url, facts | {"plans": [plans[1].pk]}).status_code == 302
        again = client.post(url, facts | {"plans": [plans[1].pk]})
        assert "is on the list already" in again.content.decode()
        plan_it(client, school)
        row = ProposedReview.objects.get(school=school, plan=plans[1])
        assert row.meeting_on.weekday() == 1 and row.starts_at < dt.time(12)
        person = CalendarPerson.objects.get(school=school)
        client.post(f"{base(school)}people/{person.pk}/remove/")
        assert not CalendarPerson.objects.filter(school=school).exists()
