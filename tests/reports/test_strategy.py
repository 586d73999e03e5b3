"""The inclusion strategy: rows, what the record offers, what is missing, the document."""

import datetime as dt

import pytest
from django.db import transaction
from django.db.utils import IntegrityError

from aylsham.access.roles import Role
from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.codes import Phase
from provision.models import FederationIntervention, Provision
from provision.provision_codes import ProvisionState, StaffRole
from provision.rules.costs import Rate
from provision.services.rates import add_rate_card
from reports.codes import Duty
from reports.models import InclusionStrategy, StrategyActivity, StrategyBarrier
from reports.publications.kinds import KINDS
from reports.selectors.strategy import ACTIVITY_FIELDS, gaps, strategy_of
from reports.selectors.strategy_sources import areas_of_need, offers
from reports.services.strategy import (
    FRAME_FIELDS,
    answer_new_sum,
    change_row,
    remove_row,
    set_frame,
    take_from_record,
)
from reports.strategy_codes import BARRIER_WORDS, PRINCIPLES
from tests.factories import TODAY, PupilFactory, SchoolFactory, member
from tests.pages import client_of, text_of
from tests.provision.makers import given
from tests.reports.strategy_makers import a_barrier, a_frame, an_activity, an_outcome, complete
from tests.reports.test_publication_facts import with_need
from tests.school_years import school_year

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
STRATEGY = KINDS[Duty.INCLUSION_STRATEGY]
LIST = "/oakfield/inclusion-strategy/"
PLAN = f"{LIST}plan/"


@pytest.fixture
def school():
    school = SchoolFactory(slug="oakfield")
    school_year(school)
    return school


@pytest.fixture
def sendco(school):
    return client_of(member(school, Role.SENDCO))


def missing(school, **words) -> list[str]:
    return [each.words for each in gaps(strategy_of(school, TODAY), words)]


def activity_form(row=None, **values) -> dict:
    usual = {"what": "Quiet lunch", "year": "2026", "reach": "U", "cost": "123.45", "fund": ""}
    return {**usual, "version": version_of(row, ACTIVITY_FIELDS), **values}


class TestRows:
    def test_an_activity_costs_pence(self, school, sendco):
        a_barrier(school)
        values = activity_form(fund="23.45", barriers=["1"], principles=["early"], funding=["core"])
        assert sendco.post(f"{PLAN}activities/add/", values).status_code == 302
        row = StrategyActivity.objects.get()
        assert (row.pence, row.fund_pence, row.barriers) == (12345, 2345, [1])
        assert "£123.45" in text_of(sendco.get(PLAN))

    def test_a_double_press_adds_it_once(self, sendco):
        for _ in range(2):
            page = sendco.post(f"{PLAN}activities/add/", activity_form())
        assert StrategyActivity.objects.count() == 1
        assert "in the strategy already" in text_of(page)

    def test_the_fund_pays_no_more_than_it_costs(self, school, sendco):
        page = sendco.post(f"{PLAN}activities/add/", activity_form(cost="", fund="0.01"))
        assert "cannot pay more" in text_of(page)
        with pytest.raises(IntegrityError), transaction.atomic():
            StrategyActivity.objects.create(
                school=school, year=2026, what="x", reach="U", pence=1, fund_pence=2
            )

    def test_the_second_editor_sees_both(self, school, sendco):
        row = an_activity(school)
        mine = activity_form(row, cost="1.00")
        change_row(row=row, version=mine["version"], by=None, pence=250)
        page = text_of(sendco.post(f"{PLAN}activities/{row.pk}/", mine))
        assert "The record now says: £2.50" in page
        with pytest.raises(StaleSave):
            change_row(row=row, version=mine["version"], by=None, what="Mine")

    def test_a_barrier_that_goes_leaves_its_activities(self, school, sendco):
        first, second = a_barrier(school), a_barrier(school, what="Long instructions")
        row = an_activity(school, barriers=[first.number, second.number])
        page = f"{PLAN}barriers/{first.pk}/remove/"
        assert "Take it out" in text_of(sendco.get(page))
        assert sendco.post(page).status_code == 302
        row.refresh_from_db()
        assert row.barriers == [2]
        assert sendco.post(page).status_code == 404
        with pytest.raises(TransitionNotAllowed, match="taken it out"):
            remove_row(row=first, by=None)

    def test_another_schools_row_is_not_found(self, sendco):
        other = an_outcome(SchoolFactory(slug="sister"))
        assert sendco.get(f"{PLAN}outcomes/{other.pk}/").status_code == 404

    def test_a_governor_reads_what_is_published_alone(self, school):
        governor = client_of(member(school, Role.GOVERNOR))
        complete(school, fund_pence=99_900)
        assert governor.get(PLAN).status_code == 403
        assert governor.get(f"{PLAN}take/").status_code == 403
        assert governor.post(f"{PLAN}years/", {}).status_code == 403

    def test_several_years_need_a_review(self, school, sendco):
        values = {"first_year": "2026", "last_year": "2028", "review_on": "", "version": "new"}
        page = sendco.post(f"{PLAN}years/", values)
        assert "say when it is reviewed" in text_of(page)
        sendco.post(f"{PLAN}years/", values | {"review_on": "1 Jul 2027", "fund": "100"})
        frame = InclusionStrategy.objects.get()
        assert (frame.last_year, frame.fund_pence) == (2028, 10_000)
        with pytest.raises(StaleSave):
            set_frame(school=school, version="new", by=None, last_year=2027)
        with pytest.raises(TransitionNotAllowed, match="before the first"):
            mark = version_of(frame, FRAME_FIELDS)
            set_frame(school=school, version=mark, by=None, last_year=2025)

    def test_the_sum_against_the_fund(self, school, sendco):
        a_frame(school, fund_pence=10_000)
        an_activity(school, fund_pence=4_000)
        assert "£60.00 of it has no activity yet" in text_of(sendco.get(PLAN))
        an_activity(school, what="Second", fund_pence=12_000)
        assert "use £60.00 more than it gives" in text_of(sendco.get(PLAN))

    def test_a_nursery_is_told_that_it_is_not_asked(self):
        nursery = SchoolFactory(slug="nest", phase=Phase.NURSERY)
        page = client_of(member(nursery, Role.SENDCO)).get("/nest/inclusion-strategy/plan/")
        assert "No inclusion strategy is asked of a nursery" in text_of(page)


class TestMissing:
    def test_an_empty_one_lacks_everything(self, school, sendco):
        found = missing(school)
        assert "There is no barrier yet." in found
        assert sum("No activity for principle" in each for each in found) == len(PRINCIPLES) == 7
        assert "There is no barrier yet." in text_of(sendco.get(PLAN))

    def test_a_complete_one_lacks_nothing(self, school):
        complete(school)
        assert missing(school) == []

    def test_each_gap_is_named(self, school):
        a_frame(school)
        a_barrier(school)
        an_outcome(school)
        an_activity(school, pence=None, principles=[code for code in PRINCIPLES if code != "early"])
        assert missing(school) == [
            "Barrier 1 has no activity.",
            "“Quiet lunch” has no cost yet.",
            "“Quiet lunch” addresses no barrier yet.",
            "No activity for principle 2 yet: early and evidence-based support.",
        ]

    @pytest.mark.parametrize(("count", "is_too_long"), [(500, False), (501, True)])
    def test_the_statement_has_at_most_500_words(self, school, count, is_too_long):
        complete(school)
        found = missing(school, intent="word " * count)
        assert any("at most 500" in each for each in found) is is_too_long

    def test_the_second_year_needs_a_review_of_the_first(self, school):
        complete(school, last_year=2027)
        year = strategy_of(school, dt.date(2027, 9, 1))
        assert "The review of the year before is not written yet." in [
            each.words for each in gaps(year, {})
        ]
        assert strategy_of(school, dt.date(2027, 8, 31)).is_first_year
        assert strategy_of(school, dt.date(2029, 1, 1)).year == 2027


@pytest.fixture
def item(school):
    return FederationIntervention.objects.create(
        federation=school.federation, name="Talk group", aim="More words", need_types=["SLCN"]
    )


@pytest.fixture
def rates(school):
    """An hour of an assistant costs £10."""
    day, rate = dt.date(2026, 9, 1), {StaffRole.LSA: Rate(1000)}
    add_rate_card(school=school, starts_on=day, threshold_pence=600_000, rates=rate, by=None)


def run_it(school, item, children: int, **facts):
    """A group of the catalogue: 30 minutes twice a week for ten weeks."""
    usual = {"shared_item": item, "sessions_a_week": 2, "minutes": 30, "weeks": 10}
    pupils = [PupilFactory(school=school) for _ in range(children)]
    return given(school, *pupils, **(usual | facts))


@pytest.mark.usefixtures("rates")
class TestOffers:
    def test_an_intervention_is_offered_from_five_children_on(self, school, item):
        run_it(school, item, 4)
        assert offers(school, 2026) == []
        run_it(school, item, 1, funding="imf")
        (offer,) = offers(school, 2026)
        assert (offer.what, offer.pence, offer.fund_pence) == (
            "Talk group: More words",
            20_000,
            10_000,
        )
        assert offer.areas == {"CI"}

    def test_neither_confidential_nor_draft_nor_of_another_year(self, school, item):
        run_it(school, item, 5, is_confidential=True)
        Provision.objects.update(is_confidential=True)
        run_it(school, item, 5)
        Provision.objects.filter(is_confidential=False).update(state=ProvisionState.DRAFT)
        assert offers(school, 2026) == []
        Provision.objects.update(is_confidential=False, state=ProvisionState.RUNNING)
        assert offers(school, 2025) == []

    def test_what_is_ticked_is_taken_once(self, school, item, sendco):
        run_it(school, item, 5)
        with_need(school, "SLCN", 5)
        key = offers(school, 2026)[0].key
        form = {"year": "2026", "keys": [key], "areas": ["CI"]}
        assert "£100.00" in text_of(sendco.get(f"{PLAN}take/"))
        assert sendco.post(f"{PLAN}take/", form).status_code == 302
        row, barrier = StrategyActivity.objects.get(), StrategyBarrier.objects.get()
        assert (row.pence, row.barriers, row.shared_item) == (10_000, [1], item)
        assert barrier.what == BARRIER_WORDS["CI"]
        again = take_from_record(school=school, year=2026, keys=[key], areas=["CI"], by=None)
        assert again == 0
        with pytest.raises(TransitionNotAllowed, match="another year"):
            take_from_record(school=school, year=2025, keys=[], areas=[], by=None)
        assert "Nothing more to take" in text_of(sendco.get(f"{PLAN}take/"))

    @pytest.mark.parametrize(("what", "pence"), [("take", 20_000), ("keep", 10_000)])
    def test_a_changed_planned_cost_is_told(self, school, item, sendco, what, pence):
        run_it(school, item, 5)
        key = offers(school, 2026)[0].key
        take_from_record(school=school, year=2026, keys=[key], areas=[], by=None)
        assert "The record now says" not in text_of(sendco.get(PLAN))
        run_it(school, item, 1)
        assert "The record now says £200.00" in text_of(sendco.get(PLAN))
        row = StrategyActivity.objects.get()
        with pytest.raises(StaleSave):
            answer_new_sum(activity=row, version="old", is_taken=True, by=None)
        form = {"what": what, "version": version_of(row, ACTIVITY_FIELDS)}
        sendco.post(f"{PLAN}activities/{row.pk}/sum/", form)
        row.refresh_from_db()
        assert (row.pence, row.taken_pence) == (pence, 20_000)
        assert "The record now says" not in text_of(sendco.get(PLAN))


def test_areas_of_need_from_five_children_the_largest_first(school):
    with_need(school, "SLCN", 5)
    with_need(school, "SEMH", 6)
    with_need(school, "VI", 4)
    with_need(SchoolFactory(federation=school.federation), "VI", 5)
    assert areas_of_need(school) == ["SEMH", "CI"]
