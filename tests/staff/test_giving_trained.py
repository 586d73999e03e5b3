"""Nobody gives a programme untrained, unless somebody says why; the reason is kept and shown."""

import datetime as dt

import pytest

from aylsham.access.roles import Role
from aylsham.changes import TransitionNotAllowed, version_of
from aylsham.models import AuditEvent
from provision.models import FederationIntervention, Provision
from provision.services.drafts import begin_drafts, begin_provision
from provision.services.givers import UntrainedGiver
from provision.services.provisions import PROVISION_FIELDS, Members, change_provision
from staff.models import GivenUntrained
from staff.services.training_topics import TOPIC_FIELDS, Programmes, change_topic
from tests.factories import TODAY, ClassGroupFactory, PupilFactory, SchoolFactory, member
from tests.pages import client_of, text_of
from tests.provision.makers import given
from tests.staff.training_makers import a_programme, a_topic, trained

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
DAY = dt.timedelta(days=1)
ADD = "/oakfield/provision/add/"
WHY = "Shown by the SENDCo; the course is in January."


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
def item(school):
    return a_programme(school)


@pytest.fixture
def topic(school, item):
    return a_topic(school, "Talk course", item)


@pytest.fixture
def child(school):
    return PupilFactory(school=school, class_group=ClassGroupFactory(school=school))


def give(school, item, lsa, **more) -> Provision:
    return given(school, own_item=item, staff=lsa, **more)


def changed(row, by, **facts) -> Provision:
    values = {name: getattr(row, name) for name in PROVISION_FIELDS} | facts
    version = version_of(row, PROVISION_FIELDS)
    return change_provision(provision=row, members=Members(), version=version, by=by, **values)


class TestAdding:
    def test_untrained_is_refused_by_name_of_person_and_training(self, school, item, topic, lsa):
        with pytest.raises(UntrainedGiver, match=f"{lsa.name} is not trained in Talk course"):
            give(school, item, lsa)
        assert not Provision.objects.exists()

    def test_a_reason_lets_it_pass_and_is_kept_once(self, school, item, topic, lsa, sendco):
        row = give(school, item, lsa, by=sendco, anyway=WHY)
        kept = GivenUntrained.objects.get()
        assert (kept.provision, kept.user, kept.missing) == (row, lsa, [topic.pk])
        assert (kept.why, kept.said_by, kept.said_on) == (WHY, sendco, TODAY)
        event = AuditEvent.objects.get(action="give_untrained")
        assert event.detail["person"] == str(lsa.pk)

    def test_only_blanks_are_no_reason(self, school, item, topic, lsa):
        with pytest.raises(UntrainedGiver):
            give(school, item, lsa, anyway="   ")

    @pytest.mark.parametrize(("until", "is_trained"), [(-1, False), (0, True), (1, True)])
    def test_trained_until_the_first_day(self, school, item, topic, lsa, until, is_trained):
        trained(school, lsa, topic, taken_on=TODAY - 90 * DAY, valid_until=TODAY + until * DAY)
        if is_trained:
            assert give(school, item, lsa)
        else:
            with pytest.raises(UntrainedGiver, match="ends on"):
                give(school, item, lsa)

    def test_a_training_must_still_count_when_it_begins(self, school, item, topic, lsa):
        trained(school, lsa, topic, valid_until=TODAY + 6 * DAY)
        assert give(school, item, lsa, starts_on=TODAY + 6 * DAY)
        with pytest.raises(UntrainedGiver):
            give(school, item, lsa, starts_on=TODAY + 7 * DAY, name="Later")

    def test_the_months_of_the_catalogue_count(self, school, item, lsa):
        topic = a_topic(school, "Yearly", item, valid_months=12)
        trained(school, lsa, topic, taken_on=dt.date(TODAY.year - 1, TODAY.month, TODAY.day))
        assert give(school, item, lsa)
        with pytest.raises(UntrainedGiver):
            give(school, item, lsa, starts_on=TODAY + DAY, name="Tomorrow")

    def test_somebody_elses_training_does_not_help(self, school, item, topic, lsa):
        trained(school, member(school, Role.LSA), topic)
        with pytest.raises(UntrainedGiver):
            give(school, item, lsa)

    def test_without_a_person_or_a_programme_nobody_is_asked(self, school, item, topic, lsa):
        assert given(school, own_item=item, name="No adult yet")
        assert given(school, staff=lsa, name="No programme")

    def test_a_topic_that_is_no_longer_used_asks_nothing(self, school, item, topic, lsa):
        type(topic).objects.filter(pk=topic.pk).update(is_retired=True)
        assert give(school, item, lsa)


class TestWhichProgrammesAsk:
    @pytest.fixture
    def shared(self, school):
        return FederationIntervention.objects.create(
            federation_id=school.federation_id, name="Shared club", aim="Talking."
        )

    def test_a_schools_version_asks_for_what_the_federations_does(self, school, shared, lsa):
        a_topic(school, "Shared course", shared, is_shared=True)
        own = a_programme(school, "Our version", stands_for=shared)
        for item in ({"shared_item": shared}, {"own_item": own}):
            with pytest.raises(UntrainedGiver, match="Shared course"):
                given(school, staff=lsa, **item)

    def test_what_one_school_asks_another_does_not(self, school, shared, lsa):
        a_topic(school, "House rule", shared)
        sister = SchoolFactory(slug="ashfield", federation=school.federation)
        assert given(sister, shared_item=shared, staff=member(sister, Role.LSA))
        with pytest.raises(UntrainedGiver):
            given(school, shared_item=shared, staff=lsa)

    def test_taken_off_again(self, school, sendco, shared, lsa):
        topic = a_topic(school, "Shared course", shared, is_shared=True)
        facts = {name: getattr(topic, name) for name in TOPIC_FIELDS}
        said = Programmes((), frozenset([shared.pk]))
        change_topic(
            topic=topic, school=school, version=version_of(topic, TOPIC_FIELDS), by=sendco,
            programmes=said, **facts,
        )  # fmt: skip
        assert given(school, shared_item=shared, staff=lsa)


class TestChangingAndBeginning:
    def test_another_adult_is_asked_about_and_the_same_is_not(
        self, school, item, topic, lsa, sendco
    ):
        row = give(school, item, lsa, by=sendco, anyway=WHY)
        row = changed(row, sendco, location="Nest")  # nothing about who gives it
        other = member(school, Role.LSA)
        with pytest.raises(UntrainedGiver):
            changed(row, sendco, staff=other)
        row.refresh_from_db()
        assert row.staff == lsa
        trained(school, other, topic)
        assert changed(row, sendco, staff=other).staff == other

    def test_a_draft_is_asked_about_when_it_begins(self, school, item, topic, lsa, sendco):
        row = give(school, item, lsa, state="draft")
        with pytest.raises(UntrainedGiver):
            begin_provision(provision=row, by=sendco)
        changed(row, sendco, anyway=WHY)
        row.refresh_from_db()
        assert begin_provision(provision=row, by=sendco).state == "running"

    def test_the_reason_for_one_adult_is_none_for_the_next(self, school, item, topic, lsa, sendco):
        row = give(school, item, lsa, state="draft", by=sendco, anyway=WHY)
        Provision.objects.filter(pk=row.pk).update(staff=member(school, Role.LSA))
        row.refresh_from_db()
        with pytest.raises(UntrainedGiver):
            begin_provision(provision=row, by=sendco)

    def test_the_button_says_why_it_does_not_begin(self, school, item, topic, lsa, sendco):
        row = give(school, item, lsa, state="draft")
        answer = client_of(sendco).post(f"/oakfield/provision/{row.pk}/begin/", follow=True)
        assert f"{lsa.name} is not trained in Talk course" in text_of(answer)

    def test_drafts_together_name_those_that_wait(self, school, item, topic, lsa, sendco):
        give(school, item, lsa, state="draft", name="Waits")
        given(school, state="draft", name="Fine")
        with pytest.raises(TransitionNotAllowed, match="Waits"):
            begin_drafts(school=school, drafts=Provision.objects.all(), by=sendco)
        assert set(Provision.objects.values_list("state", flat=True)) == {"draft"}


class TestTheForm:
    def test_it_asks_once_more_and_shows_the_reason(self, school, sendco, lsa, item, topic, child):
        client = client_of(sendco)
        assert "Give it all the same" not in client.get(ADD).content.decode()
        said = {
            "item": item.pk, "staff": lsa.pk, "pupils": [child.pk], "starts_on": "23 Nov 2026",
            "funding": "notional",
        }  # fmt: skip
        page = client.post(ADD, said)
        words = text_of(page)
        assert f"{lsa.name} is not trained in Talk course" in words
        assert "Give it all the same" in words
        assert not Provision.objects.exists()
        page = client.post(ADD, said | {"give_anyway": "on"})
        assert "Say why." in text_of(page)
        answer = client.post(ADD, said | {"give_anyway": "on", "anyway_why": WHY})
        assert answer.status_code == 302
        page = text_of(client.get(answer["Location"]))
        assert f"{lsa.name}, without Talk course: {WHY}" in page

    def test_whoever_does_not_plan_does_not_read_it(self, school, sendco, lsa, item, topic, child):
        row = give(school, item, lsa, by=sendco, anyway=WHY)
        Provision.objects.filter(pk=row.pk).update(staff=lsa)
        head = client_of(member(school, Role.HEAD))
        assert WHY not in head.get(f"/oakfield/provision/{row.pk}/").content.decode()
