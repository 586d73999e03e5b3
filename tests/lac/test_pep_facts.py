"""What the record says beside the questions of a plan: money and totals, for whoever may see them."""

import pytest

from aylsham.access.roles import Role
from aylsham.changes import version_of
from lac.models import Pep
from lac.selectors.pep_marks import mark_of_targets
from lac.services.pep_parts import set_targets
from lac.services.premium import IMPACT_FIELDS, judge_impact
from lac.services.watch import add_sdq
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
