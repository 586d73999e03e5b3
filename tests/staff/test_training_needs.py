"""Which training is needed, and the catalogue that says so; how long one counts."""

import datetime as dt

import pytest

from aylsham.access.roles import Role
from aylsham.changes import TransitionNotAllowed
from pupils.models import Medicine, PlanAdult, SafetyPlan
from pupils.services.safety import name_adult, start_plan
from staff.models import TrainingRecord, TrainingSession, TrainingTopic
from staff.rules.training import Held, Standing, look_by, standing_of, valid_until
from tests.factories import (
    TODAY,
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    member,
)
from tests.lac.test_pages import sent
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.provision.makers import given
from tests.staff.training_makers import a_programme, a_topic, trained

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
DAY = dt.timedelta(days=1)
NEEDS, PLAN, MINE = (
    "/oakfield/training/needs/",
    "/oakfield/training/plan/",
    "/oakfield/training/mine/",
)


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def sendco(school):
    return member(school)


@pytest.fixture
def lsa(school):
    return member(school, Role.LSA)


@pytest.fixture
def topic(school):
    return a_topic(school, "Talk course")


def agreed_plan(child, by) -> SafetyPlan:
    """A healthcare plan that is in force."""
    plan = start_plan(
        pupil=child,
        kind="healthcare",
        owner=by,
        readers="named",
        starts_on=TODAY,
        review_on=TODAY + 90 * DAY,
        by=by,
    )
    SafetyPlan.objects.filter(pk=plan.pk).update(version=1)
    return plan


class TestRules:
    @pytest.mark.parametrize(
        ("taken", "said", "months", "ends"),
        [
            (dt.date(2026, 1, 31), None, 1, dt.date(2026, 2, 28)),
            (dt.date(2024, 2, 29), None, 36, dt.date(2027, 2, 28)),
            (dt.date(2023, 12, 14), None, 36, dt.date(2026, 12, 14)),
            (dt.date(2023, 12, 14), dt.date(2026, 11, 1), 36, dt.date(2026, 11, 1)),
            (dt.date(2023, 12, 14), None, None, None),
            (None, None, 36, None),
        ],
    )
    def test_how_long_it_counts(self, taken, said, months, ends):
        assert valid_until(taken, said, months) == ends

    @pytest.mark.parametrize(
        ("ends", "standing"),
        [
            ([], Standing.NEVER),
            ([TODAY - DAY], Standing.OVER),
            ([TODAY], Standing.SOON),
            ([TODAY + 60 * DAY], Standing.SOON),
            ([TODAY + 61 * DAY], Standing.TRAINED),
            ([TODAY - DAY, TODAY + 61 * DAY], Standing.TRAINED),
            ([TODAY - DAY, None], Standing.TRAINED),
        ],
    )
    def test_where_somebody_stands(self, ends, standing):
        assert standing_of([Held(end) for end in ends], TODAY)[0] == standing

    def test_a_day_that_nobody_knows_is_said_until_a_known_one_counts(self):
        unsure, old = Held(None, is_unsure=True), Held(TODAY - DAY)
        assert standing_of([unsure, old], TODAY) == (Standing.UNSURE, None)
        assert not Standing.UNSURE.is_gap
        assert standing_of([unsure, Held(TODAY)], TODAY)[0] == Standing.SOON

    def test_looked_for_twelve_weeks_later(self):
        assert look_by(dt.date(2026, 9, 1)) == dt.date(2026, 11, 24)


class TestNeeds:
    def test_who_gives_it_untrained_without_a_childs_name(self, school, sendco, lsa):
        item = a_programme(school)
        child = PupilFactory(school=school, class_group=ClassGroupFactory(school=school))
        given(school, child, own_item=item, staff=lsa)
        a_topic(school, "Talk course", item)
        page = client_of(sendco).get(NEEDS)
        words = text_of(page)
        assert "1 running, 1 child" in words
        assert f"{lsa.name} Not trained" in words
        assert "1 adult does what they are not trained for today." in words
        assert child.last_name not in page.content.decode()

    def test_one_press_puts_them_into_the_plan_once(self, school, sendco, lsa):
        item = a_programme(school)
        given(school, own_item=item, staff=lsa)
        topic = a_topic(school, "Talk course", item, pence=9500)
        client, press = client_of(sendco), f"{NEEDS}{topic.pk}/plan/"
        client.post(press), client.post(press)
        session = TrainingSession.objects.get()
        assert (session.topic, session.starts_on, session.pence) == (topic, None, 9500)
        assert [row.user for row in session.invited.all()] == [lsa]
        assert "in the plan" in text_of(client.get(NEEDS))
        assert client.get(press).status_code == 405

    def test_whoever_is_trained_is_no_gap_until_the_day_after(self, school, sendco, lsa):
        item = a_programme(school)
        given(school, own_item=item, staff=lsa)
        topic = a_topic(school, "Talk course", item)
        row = trained(school, lsa, topic, valid_until=TODAY)
        client = client_of(sendco)
        assert "Everybody is trained" in text_of(client.get(NEEDS))
        TrainingRecord.objects.filter(pk=row.pk).update(taken_on=None, valid_until=TODAY - DAY)
        assert "Has run out" in text_of(client.get(NEEDS))

    def test_children_with_medicines_ask_for_the_duty(self, school, sendco):
        a_topic(school, "Medicines", duty="medicine")
        child = PupilFactory(school=school)
        Medicine.objects.create(
            school=school, pupil=child, name="Inhaler", dose="2 puffs", given="Before PE",
            kept_at="Office", starts_on=TODAY,
        )  # fmt: skip
        page = client_of(sendco).get(NEEDS)
        assert "1 child with a plan or medicine" in text_of(page)
        assert child.last_name not in page.content.decode()

    def test_an_adult_of_a_plan_is_trained_by_what_the_plan_says(self, school, sendco, lsa):
        a_topic(school, "Medicines", duty="medicine")
        plan = agreed_plan(PupilFactory(school=school), sendco)
        name_adult(
            plan=plan, user=lsa, does="Gives it", trained_on=None, training_ends_on=None, by=sendco
        )
        client = client_of(sendco)
        assert f"{lsa.name} Not trained" in text_of(client.get(NEEDS))
        for ends, words in ((TODAY, "Runs out"), (TODAY - DAY, "Has run out")):
            PlanAdult.objects.update(trained_on=TODAY - 30 * DAY, training_ends_on=ends)
            assert f"{lsa.name} {words}" in text_of(client.get(NEEDS))

    def test_confidential_provision_is_not_told_to_who_may_not_read_it(self, school, lsa):
        item = a_programme(school)
        given(school, own_item=item, staff=lsa, is_confidential=True, name="Hidden work")
        a_topic(school, "Talk course", item)
        teacher = client_of(member(school, Role.DESIGNATED_TEACHER))
        assert "Hidden work" not in text_of(teacher.get(NEEDS))

    def test_the_same_number_of_statements(self, school, sendco):
        client = client_of(sendco)

        def fill(number):
            for n in range(number):
                item = a_programme(school, f"Club {number} {n}")
                a_topic(school, f"Course {number} {n}", item)
                given(school, own_item=item, staff=member(school, Role.LSA), anyway="Later")

        fill(3)
        client.get(NEEDS)
        few = len(statements(client, NEEDS))
        fill(30)
        assert len(statements(client, NEEDS)) == few <= OF_EVERY_REQUEST + 8


class TestCatalogue:
    def test_started_twice_it_adds_once_and_describes_what_had_only_a_name(self, sendco, school):
        bare = TrainingTopic.objects.create(federation_id=school.federation_id, name="talk boost")
        client = client_of(sendco)
        client.post("/oakfield/training/topics/start/")
        count = TrainingTopic.objects.count()
        client.post("/oakfield/training/topics/start/")
        assert TrainingTopic.objects.count() == count > 15
        bare.refresh_from_db()
        assert bare.name == "talk boost" and bare.need_types == ["SLCN"]

    def test_a_school_adds_its_own_and_a_sister_does_not_see_it(self, school, sendco):
        sister = SchoolFactory(slug="ashfield", federation=school.federation)
        other = member(sister)
        client = client_of(sendco)
        page = client.get("/oakfield/training/topics/add/")
        assert "is_shared" not in page.context["form"].fields
        form = sent(page, name="Forest walks", need_types=["SEMH"], programmes=[])
        client.post("/oakfield/training/topics/add/", form)
        mine = TrainingTopic.objects.get(name="Forest walks")
        assert mine.only_at == school
        assert "Forest walks" in text_of(client.get("/oakfield/training/topics/"))
        elsewhere = client_of(other)
        assert "Forest walks" not in text_of(elsewhere.get("/ashfield/training/topics/"))
        assert elsewhere.get(f"/ashfield/training/topics/{mine.pk}/").status_code == 404
        assert elsewhere.get("/ashfield/training/topics/add/").status_code == 200

    def test_the_shared_list_is_kept_by_who_keeps_training_everywhere(self, school, sendco):
        SchoolFactory(slug="ashfield", federation=school.federation)
        client = client_of(sendco)
        assert client.post("/oakfield/training/topics/start/").status_code == 403
        assert client.post("/oakfield/teaching-cards/start/").status_code == 403
        shared = TrainingTopic.objects.create(federation_id=school.federation_id, name="Signs")
        item = a_programme(school)
        page = f"/oakfield/training/topics/{shared.pk}/"
        assert "Usual cost" not in text_of(client.get(page))
        client.post(page, {"programmes": [str(item.pk)], "name": "Stolen"})
        shared.refresh_from_db()
        assert shared.name == "Signs"
        assert "Talk club" in text_of(client.get("/oakfield/training/topics/"))

    def test_the_same_name_twice(self, school, topic):
        with pytest.raises(TransitionNotAllowed):
            a_topic(school, "TALK COURSE")
