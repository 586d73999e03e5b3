"""What is due by who has the duty: it moves with what is handed over, and comes back."""

import datetime as dt

import pytest

from aylsham.access.roles import Role
from aylsham.deadlines.registry import kind_label, providers
from aylsham.models import Deadline
from ehcp.services.plans import record_plan
from reports.digests.contents import part_context
from reports.digests.people import posts_on
from reports.digests.planning import Rhythm
from reports.duty_kinds import DUTY_OF, kinds_of
from reports.selectors.team import in_hand, team_load
from staff.duty_codes import HeldDuty
from staff.services.duties import hand_back, say_away
from tests.access import access_of
from tests.factories import TODAY, PupilFactory, SchoolFactory, member
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.staff.duty_makers import DAY, handed, team

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
PLAN = {"local_authority": "Norfolk", "made_on": dt.date(2025, 12, 8)}
URL = "/oakfield/who-holds-what/team/"


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def people(school):
    return team(school)


@pytest.fixture
def plan(school):
    """A plan whose annual review is due in the next weeks."""
    pupil = PupilFactory(school=school, with_plan=True)
    return record_plan(pupil=pupil, by=None, **PLAN)


def due_with(school, user, day=TODAY) -> int:
    """How much of what is due is with a person, as the head sees it."""
    head = next(iter(access_of(member(school, Role.HEAD), school, today=day).by_school))
    assert head == school.pk
    access = access_of(member(school, Role.HEAD), school, today=day)
    return in_hand(access, user.pk).total


def test_every_kind_of_deadline_belongs_to_a_duty():
    from aylsham.deadlines import registry

    assert providers()
    assert sorted(set(registry._kinds) - DUTY_OF.keys()) == []
    assert sorted(DUTY_OF.keys() - set(registry._kinds)) == []
    assert kind_label("annual_review") == "Annual reviews"
    assert "annual_review" in kinds_of([HeldDuty.PLANS])


class TestItMoves:
    def test_to_the_taker_and_back(self, school, people, plan):
        assert Deadline.objects.filter(kind="annual_review").exists()
        n = due_with(school, people["assistant"])
        assert n > 0
        before = due_with(school, people["sendco"])
        row = handed(school, people["assistant"], people["sendco"], ends_on=TODAY + DAY)
        assert due_with(school, people["assistant"]) == 0
        assert due_with(school, people["sendco"]) == before + n
        assert due_with(school, people["assistant"], day=TODAY + 2 * DAY) >= n  # by itself
        hand_back(delegation=row, by=people["sendco"])
        assert due_with(school, people["assistant"]) == n

    def test_the_page_says_with_whom_and_for_whom(self, school, people, plan):
        handed(school, people["assistant"], people["sendco"])
        page = text_of(client_of(people["head"]).get(URL))
        assert f"for {people['assistant'].name}, until Sun 6 Dec" in page
        mine = client_of(people["sendco"]).get(f"{URL}{people['sendco'].pk}/")
        assert plan.pupil.last_name in text_of(mine)

    def test_who_may_not_read_of_care_has_none_of_its_counts(self, school, people):
        kinds = kinds_of([HeldDuty.CARE])
        assert "pep" in kinds
        access = access_of(people["head"], school)
        [load] = [
            load
            for person in team_load(access, keeps=True).people
            for load in person.duties
            if load.duty is HeldDuty.CARE
        ]
        assert load.total == 0

    @pytest.mark.parametrize(
        ("role", "status"),
        [(Role.HEAD, 200), (Role.DESIGNATED_TEACHER, 200), (Role.LSA, 403), (Role.GOVERNOR, 403)],
    )
    def test_for_who_sees_what_is_due(self, school, role, status):
        assert client_of(member(school, role)).get(URL).status_code == status

    def test_of_a_stranger_nothing(self, school, people):
        stranger = member(SchoolFactory(slug="ashfield"), Role.SENDCO)
        assert client_of(people["head"]).get(f"{URL}{stranger.pk}/").status_code == 404


class TestReminders:
    def post(self, school, user):
        found = [p for p in posts_on(TODAY) if (p.person, p.school) == (user.pk, school.pk)]
        return found[0].rhythm if found else None

    def test_who_covers_gets_them_and_the_one_away_does_not(self, school, people):
        facts = {"starts_on": TODAY, "ends_on": TODAY + DAY, "by": people["sendco"]}
        say_away(school=school, user=people["assistant"], cover=people["head"], **facts)
        assert self.post(school, people["assistant"]) is None
        assert self.post(school, people["head"]) == Rhythm.DAILY

    def test_a_cover_who_may_not_see_what_is_due_gets_none(self, school, people):
        facts = {"starts_on": TODAY, "ends_on": TODAY + DAY, "by": people["sendco"]}
        say_away(school=school, user=people["assistant"], cover=people["teacher"], **facts)
        assert self.post(school, people["assistant"]) == Rhythm.DAILY

    def test_a_taker_hears_daily_while_it_lasts(self, school, people):
        deputy = member(school, Role.DEPUTY)
        assert self.post(school, deputy) == Rhythm.WEEKLY
        handed(school, people["sendco"], deputy, duty="strategy")
        assert self.post(school, deputy) == Rhythm.DAILY

    def test_the_digest_says_how_much_is_with_one(self, school, people, plan):
        def told(user):
            until = TODAY + 60 * DAY
            said = part_context(access_of(user, school), school, "day", TODAY, until, on=TODAY)
            return said["in_hand"]

        assert told(people["assistant"]) > 0
        handed(school, people["assistant"], people["sendco"])
        assert told(people["assistant"]) == 0


def test_the_same_statements_however_much_is_due(school, people, plan):
    client = client_of(people["head"])
    client.get(URL)
    few = len(statements(client, URL))
    for _ in range(4):
        pupil = PupilFactory(school=school, with_plan=True)
        record_plan(pupil=pupil, by=None, **PLAN)
    assert len(statements(client, URL)) == few
    assert few <= OF_EVERY_REQUEST + 6
