"""What the record says in a SEN information report: true, and about no child."""

import datetime as dt

import pytest

from aylsham.access.roles import Role
from pupils.models import Need, StatusPeriod
from reports.publications.facts import ENOUGH_CHILDREN, MOST_NAMES, SchoolFacts, listed, sentences
from reports.publications.headings import SEN_INFORMATION
from reports.selectors.publication_facts import left_out, school_facts
from reports.services.duties import record_duty
from staff.models import SencoPost, TrainingRecord, TrainingSession, TrainingTopic
from tests.factories import TODAY, PupilFactory, SchoolFactory, member, put_on_register
from tests.pages import client_of, text_of
from tests.reports.publication_makers import a_draft

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


def with_need(school, need: str, count: int) -> None:
    for _ in range(count):
        pupil = PupilFactory(school=school)
        put_on_register(pupil)
        Need.objects.create(school=school, pupil=pupil, need_type=need, rank=1)


class TestKinds:
    def test_a_kind_of_need_is_named_from_five_children_on(self, school):
        with_need(school, "SLCN", ENOUGH_CHILDREN)
        with_need(school, "VI", ENOUGH_CHILDREN - 1)
        needs = school_facts(school, TODAY).needs
        assert any("Speech" in need for need in needs)
        assert not any("Vis" in need for need in needs)

    def test_a_child_with_two_needs_of_a_kind_counts_once(self, school):
        with_need(school, "VI", ENOUGH_CHILDREN - 1)
        pupil = Need.objects.first().pupil
        ended = TODAY - dt.timedelta(days=30)
        Need.objects.create(school=school, pupil=pupil, need_type="VI", rank=2, ended_on=ended)
        assert school_facts(school, TODAY).needs == ()

    @pytest.mark.parametrize(("years", "counts"), [(2, True), (4, False)])
    def test_children_of_long_ago_do_not_count(self, school, years, counts):
        left = TODAY.replace(year=TODAY.year - years)
        begun = left - dt.timedelta(days=100)
        with_need(school, "SLCN", ENOUGH_CHILDREN)
        StatusPeriod.objects.update(starts_on=begun, ends_on=left, end_reason="progress")
        assert bool(school_facts(school, TODAY).needs) is counts

    def test_another_schools_children_do_not_count(self, school):
        with_need(SchoolFactory(federation=school.federation), "SLCN", 9)
        assert school_facts(school, TODAY).needs == ()


def test_the_senco_of_today_is_named_and_no_former_one(school):
    now, before = member(school, Role.SENDCO), member(school, Role.SENDCO)
    SencoPost.objects.create(school=school, user=now, became_senco_on=dt.date(2025, 9, 1))
    SencoPost.objects.create(
        school=school,
        user=before,
        became_senco_on=dt.date(2020, 9, 1),
        ends_on=dt.date(2025, 8, 31),
    )
    facts = school_facts(school, TODAY)
    assert [each.name for each in facts.sencos] == [now.name]
    assert now.name in sentences("senco", facts)[0]
    assert now.email in sentences("concerns", facts)[0]


def trained(school, adults: int, day: dt.date, **facts) -> None:
    for _ in range(adults):
        who = member(school, Role.LSA)
        TrainingRecord.objects.create(school=school, user=who, title="x", taken_on=day, **facts)


def test_training_counts_for_twelve_months(school):
    trained(school, 5, dt.date(2025, 11, 23), subject="trauma")
    trained(school, 5, dt.date(2025, 11, 24), subject="attachment")
    assert school_facts(school, TODAY).trained == ("Attachment",)


@pytest.mark.parametrize(("adults", "is_named"), [(4, False), (5, True)])
def test_training_is_named_from_five_adults_on(school, adults, is_named):
    topic = TrainingTopic.objects.create(federation=school.federation, name="Epilepsy")
    trained(school, adults, dt.date(2026, 11, 2), topic=topic)
    assert (school_facts(school, TODAY).trained == ("Epilepsy",)) is is_named


@pytest.mark.parametrize(("kind", "is_named"), [("inset", True), ("course", False)])
def test_training_for_everybody_is_named_and_a_course_of_few_is_not(school, kind, is_named):
    topic = TrainingTopic.objects.create(federation=school.federation, name="Epilepsy")
    for state, day in (("held", dt.date(2026, 9, 1)), ("planned", dt.date(2027, 1, 4))):
        TrainingSession.objects.create(
            school=school, topic=topic, kind=kind, state=state, year=2026, starts_on=day
        )
    facts = school_facts(school, TODAY)
    assert (facts.trained == facts.planned == ("Epilepsy",)) is is_named
    assert is_named or not (facts.trained or facts.planned)


def test_whoever_writes_is_told_what_few_stand_behind(school):
    with_need(school, "SLCN", ENOUGH_CHILDREN)
    with_need(school, "VI", ENOUGH_CHILDREN - 1)
    topics = [
        TrainingTopic.objects.create(federation=school.federation, name=name)
        for name in ("Epilepsy", "Makaton", "Autism")
    ]
    for topic, adults in zip(topics, (1, 4, 5), strict=True):
        trained(school, adults, dt.date(2026, 11, 2), topic=topic)
    found = left_out(school, TODAY)
    assert found["Trainings"] == ("Epilepsy", "Makaton")
    assert ["Vis" in need for need in found["Kinds of need"]] == [True]
    assert "Interventions" not in found


def test_the_page_of_the_words_says_it_to_who_may_know_needs(school):
    topic = TrainingTopic.objects.create(federation=school.federation, name="Epilepsy")
    trained(school, 1, dt.date(2026, 11, 2), topic=topic)
    sendco = member(school, Role.SENDCO)
    draft = a_draft(school, by=sendco)
    page = client_of(sendco).get(f"/oakfield/sen-information-report/{draft.pk}/words/")
    assert "Trainings : Epilepsy" in text_of(page)


def test_the_governor_and_the_accessibility_plan_are_those_recorded_last(school):
    for day, who in ((dt.date(2024, 9, 1), "Former Governor"), (dt.date(2026, 9, 1), "Ann Reed")):
        record_duty(school=school, duty="send-governor", done_on=day, by=None, done_by=who)
    record_duty(
        school=school,
        duty="accessibility-plan",
        done_on=dt.date(2026, 9, 2),
        about_on=dt.date(2026, 9, 1),
        by=None,
        web_address="https://oakfield.example/access",
    )
    facts = school_facts(school, TODAY)
    assert "Ann Reed" in " ".join(sentences("concerns", facts))
    assert "Former Governor" not in " ".join(sentences("concerns", facts))
    assert sentences("plan", facts) == (
        "Our accessibility plan began on 1 September 2026, at https://oakfield.example/access.",
    )


def test_a_school_of_which_nothing_is_known_says_little():
    said = {each.key: sentences(each.key, SchoolFacts()) for each in SEN_INFORMATION}
    assert not any(said.values())


def test_every_writer_belongs_to_a_heading_of_the_law():
    from reports.publications.facts import _WRITERS

    assert set(_WRITERS) <= {each.key for each in SEN_INFORMATION}
    laws = " ".join(each.law for each in SEN_INFORMATION)
    for item in (*range(1, 15), *"abcdefg"):
        assert f"Sch 1, {item}" in laws or f"Sch 1, 3({item})" in laws
    for item in ("i", "ii", "iii", "iv"):
        assert f"s.69(3)(b)({item})" in laws


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ((), ""),
        (("A",), "A"),
        (("A", "B"), "A and B"),
        (("A", "B", "A", "C"), "A, B and C"),
        (tuple(f"N{n}" for n in range(MOST_NAMES + 1)), "and others"),
    ],
)
def test_names_are_listed_as_people_write_them(names, said):
    assert listed(names).endswith(said)
