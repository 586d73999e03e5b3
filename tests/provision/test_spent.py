"""What provision cost until a day, kept for many schools: the live figures, and nothing else."""

import datetime as dt
import io
from io import StringIO

import openpyxl
import pytest
from django.core.management import call_command

from aylsham.access.roles import Role
from aylsham.jobs.codes import JobState
from aylsham.jobs.runner import run_job
from aylsham.models import Job
from provision.models import Place, SpentPart, SpentUntil
from provision.provision_codes import SPENT_JOB
from provision.rules.costs import Rate
from provision.rules.delivery import Came, Reason
from provision.rules.standing_marks import SessionAt
from provision.selectors.cost_ways import FEDERATION_WAYS
from provision.selectors.spent import find_changes
from provision.services.rates import add_rate_card
from provision.services.sessions import MarkFacts, log_session
from provision.services.spent import keep_spending, start_working_out
from provision.tasks import work_out_all_spending
from pupils.services.retention.tracing import rows_of
from tests.factories import (
    SEPTEMBER,
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
URL = "/federation/costs/"
NOW = f"{URL}now/"
DAY = dt.timedelta(days=1)
BEFORE = TODAY - 14 * DAY


@pytest.fixture
def federation():
    return FederationFactory()


@pytest.fixture
def lead(federation):
    facts = {"school": None, "federation": federation}
    return MembershipFactory(role=Role.FEDERATION_SEND_LEAD, **facts).user


@pytest.fixture
def sendco(federation):
    """Of the whole federation: keeps the rates of every school."""
    facts = {"school": None, "federation": federation}
    return MembershipFactory(role=Role.SENDCO, **facts).user


def make_school(federation, name):
    """A school with a group of two, of which one missed a session."""
    school = SchoolFactory(slug=name.lower(), name=name, federation=federation)
    add_rate_card(
        school=school,
        starts_on=SEPTEMBER,
        threshold_pence=600_000,
        rates={"lsa": Rate(1413)},
        by=None,
    )
    one, two = (PupilFactory(school=school) for _ in range(2))
    group = given(school, one, two, name="Talk", starts_on=BEFORE, resources_pence=501)
    log(group, 0, (one, "had", None), (two, "missed", Reason.STAFF))
    return school, group, (one, two)


def log(group, day, *marks):
    facts = [MarkFacts(child, Came(came), 0, reason) for child, came, reason in marks]
    log_session(provision=group, at=SessionAt(BEFORE + day * DAY), marks=facts, by=None)


def page_of(user, **asked):
    return client_of(user).get(URL, asked).context["page"]


def own_page(user, school):
    return client_of(user).get(f"/{school.slug}/provision/costs/", {"by": "child"}).context["page"]


class TestKept:
    def test_what_is_kept_is_what_the_live_page_says_of_that_day(self, federation, lead):
        ash, _, (one, _) = make_school(federation, "Ash")
        given(ash, one, name="Last year", starts_on=dt.date(2026, 1, 12))
        assert keep_spending(school=ash, until=TODAY) == 3
        live, kept = own_page(lead, ash), page_of(lead, by="child")
        assert [(row.pupil_id, row.spent) for row in kept.rows] == [
            (row.pupil_id, row.spent) for row in live.rows
        ]
        assert kept.spent == live.spent and kept.spent.delivered > 0
        last_year = page_of(lead, by="child", year=2025)
        assert last_year.spent.unlogged > 0 and last_year.is_sound
        assert not find_changes(ash)

    def test_a_day_that_is_not_over_counts_from_the_next_night(self, federation, lead):
        ash, group, children = make_school(federation, "Ash")
        keep_spending(school=ash, until=TODAY - DAY)
        yesterday = page_of(lead)
        log(group, 14, *((child, "had", None) for child in children))
        assert page_of(lead).spent == yesterday.spent
        assert own_page(lead, ash).spent.delivered > yesterday.spent.delivered
        assert page_of(lead).until.day == TODAY - DAY
        keep_spending(school=ash, until=TODAY)
        assert page_of(lead).spent == own_page(lead, ash).spent

    def test_worked_out_again_it_replaces_what_was_there(self, federation):
        ash, _, (one, two) = make_school(federation, "Ash")
        keep_spending(school=ash, until=TODAY)
        before = set(SpentPart.objects.values_list("pk", flat=True))
        Place.objects.filter(school=ash, pupil=two).delete()
        assert keep_spending(school=ash, until=TODAY) == 1
        assert SpentUntil.objects.count() == 1
        [row] = SpentPart.objects.all()
        assert row.pupil_id == one.pk and row.pk not in before

    def test_drafts_and_what_has_no_rate_or_no_child_are_left_out(self, federation):
        ash, _, (one, _) = make_school(federation, "Ash")
        given(ash, one, name="Draft", starts_on=BEFORE, state="draft")
        given(ash, one, name="Teacher", starts_on=BEFORE, staff_role="teacher")
        given(ash, one, name="Tomorrow", starts_on=TODAY + DAY)
        given(ash, name="Nobody", starts_on=BEFORE)
        assert keep_spending(school=ash, until=TODAY) == 2

    def test_verify_names_what_differs(self, federation):
        ash, group, (one, two) = make_school(federation, "Ash")
        make_school(federation, "Elm")
        keep_spending(school=ash, until=TODAY)
        out = StringIO()
        call_command("spent", "verify", stdout=out)
        assert "ash: 2 parts until 2026-11-23, all as the log says" in out.getvalue()
        assert "elm: never worked out" in out.getvalue()
        SpentPart.objects.filter(pupil=one).update(so_far=99_999, extra=7)
        out = StringIO()
        with pytest.raises(SystemExit) as stopped:
            call_command("spent", "verify", "--school", "ash", stdout=out)
        assert stopped.value.code == 1 and f"{group.pk}/{one.pk}" in out.getvalue()
        assert f"/{two.pk}" not in out.getvalue()
        call_command("spent", "rebuild", "--until", "2026-11-23", stdout=StringIO())
        assert not find_changes(ash)


class TestPage:
    def test_it_says_until_which_day_and_of_what_nothing_is_known(self, federation, lead):
        ash, *_ = make_school(federation, "Ash")
        elm, *_ = make_school(federation, "Elm")
        never = text_of(client_of(lead).get(URL))
        assert "Not worked out yet Ash, Elm." in never and "Delivered until" not in never
        assert "was planned" not in never and "planned: not known yet" in never
        keep_spending(school=ash, until=TODAY - DAY)
        one_known = text_of(client_of(lead).get(URL))
        assert "Delivered until Sun 22 Nov." in one_known and "Not worked out yet Elm." in one_known
        keep_spending(school=elm, until=TODAY)
        both = text_of(client_of(lead).get(URL))
        assert "Delivered until Sun 22 Nov; until Mon 23 Nov at Elm." in both
        assert "Not worked out" not in both

    def test_what_was_planned_since_stands_in_the_plan_and_says_so(self, federation, lead):
        ash, _, (one, _) = make_school(federation, "Ash")
        keep_spending(school=ash, until=TODAY - DAY)
        before = page_of(lead)
        new = given(ash, one, name="New", starts_on=TODAY)
        given(ash, one, name="Next week", starts_on=TODAY + 7 * DAY)
        page = page_of(lead, by="group")
        rows = {row.names[0]: row for row in page.rows}
        assert page.spent == before.spent and page.is_sound
        assert rows["New"].unknown == rows["New"].pence == page.until.since > 0
        assert (rows["Next week"].unknown, rows["Talk"].unknown) == (0, 0)
        words = text_of(client_of(lead).get(URL))
        assert "of what is planned began or changed since" in words
        assert page_of(lead, by="group", only_tier=new.tier).until.since == page.until.since
        assert page_of(lead, only_tier="E").until.since == 0

    @pytest.mark.parametrize("change", ["one more", "one less"])
    def test_a_group_whose_children_changed_is_not_known_until_the_night(
        self, federation, lead, change
    ):
        ash, group, (_, two) = make_school(federation, "Ash")
        given(ash, two, name="Alone", starts_on=BEFORE)
        keep_spending(school=ash, until=TODAY)
        if change == "one more":
            facts = {"starts_on": BEFORE, "ends_on": group.ends_on}
            child = PupilFactory(school=ash)
            Place.objects.create(school=ash, provision=group, pupil=child, **facts)
        else:
            Place.objects.filter(provision=group, pupil=two).delete()
        for way in FEDERATION_WAYS:
            assert page_of(lead, by=way).is_sound
        page = page_of(lead, by="group")
        known = {row.names[0]: (row.spent.so_far > 0, row.unknown > 0) for row in page.rows}
        assert known == {"Talk": (False, True), "Alone": (True, False)}

    def test_the_sheet_says_the_day_and_what_is_not_known(self, federation, lead):
        ash, _, (one, _) = make_school(federation, "Ash")
        keep_spending(school=ash, until=TODAY - DAY)
        given(ash, one, name="New", starts_on=TODAY)
        answer = client_of(lead).get(f"{URL}sheet/", {"by": "group"})
        head, *rows = openpyxl.load_workbook(io.BytesIO(answer.content)).active.values
        assert head[:4] == (
            "Provision, by name", "Planned, pounds", "Of it not known yet, pounds",
            "Planned until 22 November 2026, pounds",
        )  # fmt: skip
        new = next(row for row in rows if row[0] == "New")
        assert new[1] == new[2] > 0 and new[3] == 0

    def test_a_schools_own_page_stays_live(self, federation, lead):
        make_school(federation, "Ash")
        words = text_of(client_of(lead).get("/ash/provision/costs/"))
        assert "Until today" in words and "Work it out now" not in words
        assert "not known yet" not in words

    def test_statements_do_not_grow_with_schools(self, federation, lead):
        for name in ("Ash", "Elm"):
            keep_spending(school=make_school(federation, name)[0], until=TODAY)
        client = client_of(lead)
        before = len(statements(client, URL))
        for n in range(5):
            keep_spending(school=make_school(federation, f"More{n}")[0], until=TODAY)
        assert len(statements(client, URL)) == before <= OF_EVERY_REQUEST + 8
        assert len(client.get(URL).context["page"].rows) == 7


class TestWork:
    def test_one_press_works_out_every_school_whose_rates_one_keeps(self, federation, lead, sendco):
        schools = [make_school(federation, name)[0] for name in ("Ash", "Elm")]
        assert "Work it out now" not in text_of(client_of(lead).get(URL))
        client = client_of(sendco)
        assert "Work it out now" in text_of(client.get(URL))
        answer = client.post(NOW)
        job = Job.objects.get(kind=SPENT_JOB)
        assert answer["Location"].endswith(f"?job={job.pk}")
        assert set(job.school_ids) == {school.pk for school in schools}
        client.post(NOW)
        assert Job.objects.filter(kind=SPENT_JOB).count() == 1
        waiting = text_of(client.get(URL))
        assert "What provision cost so far" in waiting and "Work it out now" not in waiting
        assert run_job(job.pk) == JobState.DONE
        job.refresh_from_db()
        assert (job.steps_done, job.steps_total, job.result) == (2, 2, {"schools": 2})
        page = page_of(lead)
        assert page.until.day == TODAY and page.until.never == ()
        for school in schools:
            assert not find_changes(school)

    def test_who_keeps_no_rates_is_refused(self, federation, lead):
        ash, *_ = make_school(federation, "Ash")
        assert client_of(lead).post(NOW).status_code == 403
        teacher = client_of(member(ash, Role.CLASS_TEACHER))
        assert teacher.post(NOW).status_code == 403
        assert client_of(member(ash)).get(NOW).status_code == 405
        assert not Job.objects.exists()

    def test_it_goes_on_where_a_lost_worker_left_off(self, federation, lead):
        schools = [make_school(federation, name)[0] for name in ("Ash", "Elm", "Oak")]
        job = start_working_out(schools=schools, by=lead)
        Job.objects.filter(pk=job.pk).update(cursor={"next": 2})
        assert run_job(job.pk) == JobState.DONE
        assert [row.school for row in SpentUntil.objects.all()] == [schools[2]]

    def test_every_night_once_until_yesterday(self, federation):
        make_school(federation, "Ash")
        make_school(federation, "Elm")
        for _ in range(2):
            work_out_all_spending()
        jobs = Job.objects.filter(kind=SPENT_JOB)
        assert jobs.count() == 2
        for job in jobs:
            assert run_job(job.pk) == JobState.DONE
        assert set(SpentUntil.objects.values_list("until", flat=True)) == {TODAY - DAY}
        assert SpentPart.objects.count() == 4


def test_a_group_whose_child_was_deleted_still_adds_up(federation, lead):
    ash, _, (_, two) = make_school(federation, "Ash")
    keep_spending(school=ash, until=TODAY)
    for model in (SpentPart, Place):  # what a deletion takes along
        model.objects.filter(school=ash, pupil=two).delete()
    page = page_of(lead)
    assert page.is_sound and page.spent.delivered == 0 and page.until.since > 0


def test_a_childs_parts_go_with_the_child(federation):
    ash, _, (one, two) = make_school(federation, "Ash")
    keep_spending(school=ash, until=TODAY)
    assert len(rows_of(one)[SpentPart]) == 1
    one_part = SpentPart.objects.get(pupil=one)
    assert rows_of(two)[SpentPart].isdisjoint({one_part.pk})
