"""What the record says beside the questions of a plan: money and totals, for whoever may see them."""

import pytest

from aylsham.access.roles import Role
from aylsham.changes import version_of
from lac.models import Delegation, Pep
from lac.selectors.pep_facts import PEERS_AT_LEAST
from lac.selectors.pep_marks import mark_of_targets
from lac.services.pep_parts import set_targets
from lac.services.premium import IMPACT_FIELDS, judge_impact
from lac.services.watch import add_sdq
from pupils.models import AttainmentFigure
from tests.factories import TODAY, PupilFactory, SchoolFactory, member
from tests.lac.makers import in_care
from tests.lac.pep_makers import a_pep, a_term, part, signed
from tests.lac.premium_makers import a_request, agreed, paid
from tests.pages import client_of, text_of
from tests.provision.aims import a_target

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
MONEY = "Agreed, planned £600.00, spent £123.45"


@pytest.fixture
def pep():
    school = SchoolFactory(slug="oakfield")
    a_term(school)
    pupil = PupilFactory(school=school)
    in_care(pupil)
    return a_pep(pupil)


def with_money(pep: Pep):
    target = a_target(pep.pupil)
    chosen = {target.pk: ("academic", "short")}
    set_targets(pep=pep, chosen=chosen, version=mark_of_targets(pep.targets.all()), by=None)
    use = agreed(a_request(pep.pupil, 60_000, target=target))
    paid(use, 12_345)
    a_request(pep.pupil, 40_000, what="For another target")
    return use


def page_of(pep: Pep, key: str, role: Role) -> str:
    client = client_of(member(pep.school, role))
    row = part(pep, key)
    return text_of(client.get(f"/oakfield/children/{pep.pupil_id}/care/pep/parts/{row.pk}/"))


def test_what_the_money_did_stands_beside_the_part_about_it(pep):
    use = with_money(pep)
    page = page_of(pep, "money", Role.DESIGNATED_TEACHER)
    assert f"Ten sessions with a reading tutor {MONEY}" in page
    assert "For another target" not in page
    version = version_of(use, IMPACT_FIELDS)
    facts = {"impact": "met", "impact_words": "Reads.", "impact_on": TODAY}
    judge_impact(request=use, version=version, by=None, **facts)
    assert f"{MONEY}. It did what it was for" in page_of(pep, "money", Role.DESIGNATED_TEACHER)


def test_whoever_may_not_see_the_money_does_not_read_it_here(pep):
    with_money(pep)
    signed(pep)
    for role, sees in ((Role.DESIGNATED_TEACHER, True), (Role.SAFEGUARDING_LEAD, False)):
        client = client_of(member(pep.school, role))
        page = text_of(client.get(f"/oakfield/children/{pep.pupil_id}/care/pep/{pep.pk}/paste/"))
        assert "Targets" in page
        assert (MONEY in page) == sees


def test_the_last_two_totals_stand_beside_the_part_about_feelings(pep):
    for month, total in ((9, 21), (10, 18), (11, 16)):
        on = TODAY.replace(month=month, day=2)
        add_sdq(pupil=pep.pupil, by=None, answered_on=on, answered_by="teacher", total=total)
    page = page_of(pep, "wellbeing", Role.DESIGNATED_TEACHER)
    assert "16 of 40 on 2 November 2026, answered by: teacher" in page
    assert "18 of 40" in page and "21 of 40" not in page


def attained(pupil, level, subject="reading", term="summer"):
    AttainmentFigure.objects.create(
        school=pupil.school, pupil=pupil, academic_year=2025, term=term, subject=subject,
        attained=level,
    )  # fmt: skip


class TestPeers:
    def test_the_year_group_stands_beside_the_child(self, pep):
        attained(pep.pupil, 2)
        attained(pep.pupil, 1, term="spring")
        for number in range(PEERS_AT_LEAST):
            attained(PupilFactory(school=pep.school), 3 if number < 7 else 2)
        attained(PupilFactory(school=pep.school, year_group="5"), 4)
        page = page_of(pep, "progress", Role.DESIGNATED_TEACHER)
        assert "Working towards (summer 2026); before: Well below (spring 2026)" in page
        assert "Of 10 others in the year, 7 are at expected or above" in page

    def test_a_small_group_says_nothing(self, pep):
        attained(pep.pupil, 2)
        for _ in range(PEERS_AT_LEAST - 1):
            attained(PupilFactory(school=pep.school), 3)
        page = page_of(pep, "progress", Role.DESIGNATED_TEACHER)
        assert "Working towards (summer 2026)" in page
        assert "others" not in page

    def test_another_term_subject_or_school_is_no_peer(self, pep):
        attained(pep.pupil, 2)
        for _ in range(PEERS_AT_LEAST):
            attained(PupilFactory(school=pep.school), 3, term="spring")
            attained(PupilFactory(school=pep.school), 3, subject="maths")
            attained(PupilFactory(school=SchoolFactory()), 3)
        assert "others" not in page_of(pep, "progress", Role.DESIGNATED_TEACHER)


def test_who_may_say_yes_stands_beside_the_part_about_care(pep):
    assert "Who may say yes Not recorded" in page_of(pep, "identity", Role.DESIGNATED_TEACHER)
    Delegation.objects.create(
        school=pep.school, pupil=pep.pupil, matter="day_trips", decider="carer", starts_on=TODAY
    )
    page = page_of(pep, "identity", Role.DESIGNATED_TEACHER)
    assert "Who may say yes Day trips" in page
