"""Outcomes of a plan on the child's record: chosen, dated, made once, linked for the next plan too."""

import pytest

from aylsham.access.roles import Role
from aylsham.changes import TransitionNotAllowed
from ehcp.models import PlanLine
from ehcp.services.plan_outcomes import adopt_outcomes
from ehcp.services.sections import LineFacts, mark_of
from ehcp.services.versions import add_version, check_version
from provision.models import Outcome
from provision.services.outcomes import add_outcome
from tests.ehcp.makers import day, make_plan
from tests.ehcp.test_sections import HELP, version_with, write
from tests.factories import SchoolFactory, member
from tests.pages import client_of, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
TALKS, WAITS = LineFacts("Talks in sentences.", "E1"), LineFacts("Waits <b>a turn</b>.", "E2")


@pytest.fixture
def school():
    return SchoolFactory()


@pytest.fixture
def sendco(school):
    return member(school)


@pytest.fixture
def version(school):
    found = version_with(make_plan("2025-11-24", school=school), HELP)
    write(found, "E", [TALKS, WAITS], mark_of([]))
    return check_version(version=found, by=None)


def url_of(version) -> str:
    return f"/{version.plan.pupil.school.slug}/plan-versions/{version.pk}/"


def keys(version) -> list:
    rows = PlanLine.objects.filter(version=version, section="E").order_by("position")
    return list(rows.values_list("pk", flat=True))


def test_they_are_chosen_and_stand_among_the_targets(version, sendco):
    client = client_of(sendco)
    assert "Put them on the child’s record" in text_of(client.get(url_of(version)))
    page = client.get(f"{url_of(version)}outcomes/")
    assert page.context["form"].initial["lines"] == [str(key) for key in keys(version)]
    assert "&lt;b&gt;a turn" in page.content.decode()
    said = {"lines": [str(keys(version)[0])], "by_on": "31 Aug 2028"}
    answer = client.post(f"{url_of(version)}outcomes/", said, follow=True)
    assert "Talks in sentences." in text_of(answer)
    assert "No target leads there yet" in text_of(answer)
    outcome = Outcome.objects.get(pupil=version.plan.pupil)
    assert (outcome.by_on, outcome.starts_on) == (day("2028-08-31"), version.served_on)
    again = client.post(f"{url_of(version)}outcomes/", said)
    assert again.status_code == 200  # that line is no choice any more
    assert Outcome.objects.count() == 1
    page = text_of(client.get(url_of(version)))
    assert "Its targets" in page
    assert "Put them on the child’s record" in page  # one is left


def test_words_that_stand_there_already_are_linked_not_written_again(version, sendco):
    known = add_outcome(
        pupil=version.plan.pupil,
        by=None,
        text="talks  in SENTENCES.",
        area="",
        starts_on=day("2026-01-05"),
        by_on=day("2027-08-31"),
        sensitivity=1,
    )
    facts = {"version": version, "by_on": day("2028-08-31"), "by": sendco}
    assert adopt_outcomes(lines=keys(version), **facts) == 2
    assert adopt_outcomes(lines=keys(version), **facts) == 0  # pressed twice
    first, second = PlanLine.objects.filter(version=version, section="E").order_by("position")
    assert first.outcome == known
    assert second.outcome.text == WAITS.text
    assert Outcome.objects.count() == 2
    page = client_of(sendco).get(f"{url_of(version)}outcomes/")
    assert page["Location"] == url_of(version)  # nothing is left to put there


def test_the_next_plan_begins_with_the_same_outcomes(version, sendco):
    adopt_outcomes(version=version, lines=keys(version), by_on=day("2028-08-31"), by=sendco)
    newer = add_version(
        plan=version.plan,
        by=None,
        kind="final",
        served_on=day("2026-11-16"),
        local_authority="Norfolk",
        copied_from=version,
    )
    check_version(version=newer, by=None)
    assert not PlanLine.objects.filter(version=newer, section="E", outcome=None).exists()
    with pytest.raises(TransitionNotAllowed, match="took its place"):
        adopt_outcomes(version=version, lines=keys(version), by_on=day("2028-08-31"), by=sendco)


def test_a_proposal_puts_nothing_on_the_record(version, sendco):
    draft = version_with(version.plan, kind="amended", served="2026-11-16")
    write(draft, "E", [TALKS], mark_of([]))
    with pytest.raises(TransitionNotAllowed, match="Only a final plan"):
        adopt_outcomes(version=draft, lines=keys(draft), by_on=day("2028-08-31"), by=sendco)
    assert "Put them on the child’s record" not in text_of(client_of(sendco).get(url_of(draft)))
    assert not Outcome.objects.exists()


def test_a_day_before_the_plan_is_refused_and_nothing_is_written(version, sendco):
    said = {"lines": [str(key) for key in keys(version)], "by_on": "1 Nov 2025"}
    page = client_of(sendco).post(f"{url_of(version)}outcomes/", said)
    assert "has to come after" in text_of(page)
    assert not Outcome.objects.exists()


def test_who_may_not_write_targets_is_not_asked(version, school):
    office = client_of(member(school, Role.SEND_ADMINISTRATOR))
    assert office.get(f"{url_of(version)}outcomes/").status_code == 403
    stranger = client_of(member(SchoolFactory()))
    assert stranger.get(f"{url_of(version)}outcomes/").status_code == 404
