"""Undone with a reason: targets, outcomes and INDES records that were closed or filled in wrongly."""

import datetime as dt

import pytest

from aylsham.access.roles import Role
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.models import AuditEvent, Deadline
from provision.models import IndesRecord
from provision.services.closing import reopen_cycle
from provision.services.cycles import close_cycle, start_cycle
from provision.services.indes import AreaFacts, add_indes, take_back_indes
from provision.services.outcomes import adapt_target, add_outcome, end_outcome, end_target
from provision.services.reopening import reopen_outcome, reopen_target
from tests.factories import TODAY, PupilFactory, SchoolFactory, UserFactory, member
from tests.pages import client_of, text_of
from tests.provision.aims import BEGAN, REVIEW, a_target, running, say, score, target_facts

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
DAY = dt.timedelta(days=1)


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield", la_code="926")


@pytest.fixture
def sendco(school):
    return member(school)


@pytest.fixture
def child(school):
    return PupilFactory(school=school, on_register=["SLCN"])


@pytest.fixture
def by():
    return UserFactory()


def an_outcome(child, by):
    facts = {"text": "Talks with friends.", "area": "CI", "starts_on": BEGAN, "by_on": REVIEW}
    return add_outcome(pupil=child, by=by, sensitivity=1, **facts)


class TestATarget:
    def test_it_is_worked_on_again_with_the_reason_beside_it(self, child, sendco, by):
        target = a_target(child, by=by)
        cycle = running(child, by=by)
        end_target(target=target, ended_on=TODAY, ended_as="met", end_note="Easy.", by=by)
        client = client_of(sendco)
        url = f"/oakfield/children/{child.pk}/targets/{target.pk}/"
        assert "Open it again" in text_of(client.get(url))
        bare = client.post(f"{url}again/", {"reason": " "})
        assert "Why it is opened again: Fill this in." in text_of(bare)
        target.refresh_from_db()
        assert target.ended_on
        page = text_of(client.post(f"{url}again/", {"reason": "It was <only> once."}, follow=True))
        assert "It was closed once and opened again: It was &lt;only&gt; once." in page
        target.refresh_from_db()
        assert (target.ended_on, target.ended_as, target.end_note) == (None, "", "")
        assert cycle.parts.filter(target=target).count() == 1
        steps = AuditEvent.objects.filter(action=Action.CHANGE_TARGETS)
        assert steps.latest("pk").detail["step"] == "target opened again"
        # Pressed twice.
        again = text_of(client.post(f"{url}again/", {"reason": "x"}))
        assert "It is open already." in again

    def test_it_joins_the_cycle_that_runs_now(self, child, by):
        target = a_target(child, by=by)
        end_target(target=target, ended_on=TODAY, ended_as="dropped", by=by)
        cycle = running(child, by=by)
        assert not cycle.parts.filter(target=target).exists()
        reopen_target(target=target, reason="Too soon.", by=by)
        assert cycle.parts.get(target=target).kept_text == target.text

    def test_not_one_that_another_replaced_nor_one_of_a_closed_outcome(self, child, by):
        target = a_target(child, by=by)
        adapt_target(target=target, on=TODAY, by=by, **target_facts(goal=9))
        with pytest.raises(TransitionNotAllowed, match="another target took its place"):
            reopen_target(target=target, reason="x", by=by)
        outcome = an_outcome(child, by)
        step = a_target(child, by=by, outcome=outcome)
        end_target(target=step, ended_on=TODAY, ended_as="met", by=by)
        end_outcome(outcome=outcome, ended_on=TODAY, ended_as="met", by=by)
        with pytest.raises(TransitionNotAllowed, match="Open the outcome again first"):
            reopen_target(target=step, reason="x", by=by)
        reopen_outcome(outcome=outcome, reason="Not yet.", by=by)
        assert reopen_target(target=step, reason="x", by=by).ended_on is None

    def test_what_a_cycle_closed_opens_with_it_until_the_next_has_begun(self, child, by):
        cycle = running(child, by=by)
        target = cycle.parts.get().target
        score(cycle, by=by)
        say(cycle, "next", "More words.", by)
        close_cycle(cycle=cycle, closed_on=TODAY, by=by)
        target.refresh_from_db()
        with pytest.raises(TransitionNotAllowed, match="It was closed with cycle 1"):
            reopen_target(target=target, reason="x", by=by)
        later = TODAY + 60 * DAY
        following = start_cycle(pupil=child, starts_on=TODAY, review_on=later, lead=by, by=by)
        with pytest.raises(TransitionNotAllowed, match="Cycle 2 has begun"):
            reopen_cycle(cycle=cycle, reason="x", by=by)
        reopen_target(target=target, reason="x", by=by)
        assert following.parts.get().target == target

    def test_who_may(self, child, school, by):
        target = a_target(child, by=by)
        end_target(target=target, ended_on=TODAY, ended_as="met", by=by)
        url = f"/oakfield/children/{child.pk}/targets/{target.pk}/again/"
        assert client_of(member(school, Role.HEAD)).get(url).status_code == 403
        stranger = member(SchoolFactory(slug="elmtree"))
        assert client_of(stranger).get(url).status_code == 404


def test_an_outcome_is_open_again(child, sendco, by):
    outcome = an_outcome(child, by)
    end_outcome(outcome=outcome, ended_on=TODAY, ended_as="met", by=by)
    client = client_of(sendco)
    page = client.get(f"/oakfield/children/{child.pk}/targets/")
    url = f"/oakfield/children/{child.pk}/outcomes/{outcome.pk}/again/"
    assert url in page.text
    done = text_of(client.post(url, {"reason": "Only at home."}, follow=True))
    assert "Closed once and opened again: Only at home." in done
    outcome.refresh_from_db()
    assert outcome.ended_on is None
    assert "It is open already." in text_of(client.post(url, {"reason": "x"}))


class TestAnIndesRecord:
    @pytest.fixture
    def record(self, child, sendco):
        return add_indes(
            pupil=child,
            framework="2026-07",
            areas=[AreaFacts("Communication and interaction", level="3b")],
            by=sendco,
            completed_on=TODAY,
            due_on=TODAY + 14 * DAY,
        )

    def test_it_stands_aside_with_its_reason_and_counts_again(self, record, child, sendco):
        client = client_of(sendco)
        page, url = f"/oakfield/children/{child.pk}/indes/", ""
        url = f"{page}{record.pk}/take-back/"
        due = Deadline.objects.filter(kind="indes", pupil_id=child.pk)
        assert due.exists() and url in client.get(page).text
        bare = client.post(url, {"why": ""})
        assert bare.status_code == 200 and due.all().exists()
        done = text_of(client.post(url, {"why": "It was for her brother."}, follow=True))
        assert "It was for her brother." in done and "No record yet." in done
        assert not due.all().exists()
        assert "1 no record" in text_of(client.get("/oakfield/indes/"))
        again = text_of(client.post(url, {"why": "x"}))
        assert "It was taken back on 23 November 2026." in again
        assert "It was taken back" in text_of(
            client.post(f"{page}{record.pk}/answer/", {"submitted_on": str(TODAY), "version": "x"})
        )
        back = client.post(f"{page}{record.pk}/put-back/", follow=True)
        assert "It counts again." in text_of(back)
        record.refresh_from_db()
        assert (record.taken_back_on, record.taken_back_why) == (None, "")
        assert due.all().exists()

    def test_never_once_the_council_has_it(self, record, child, sendco):
        IndesRecord.objects.filter(pk=record.pk).update(submitted_on=TODAY)
        with pytest.raises(TransitionNotAllowed, match="the council has it and answers it"):
            take_back_indes(record=record, why="x", on=TODAY, by=sendco)
        page = client_of(sendco).get(f"/oakfield/children/{child.pk}/indes/")
        assert "take-back" not in page.text

    def test_who_may(self, record, child, school):
        url = f"/oakfield/children/{child.pk}/indes/{record.pk}/take-back/"
        assert client_of(member(school, Role.HEAD)).get(url).status_code == 403
        stranger = member(SchoolFactory(slug="elmtree"))
        assert client_of(stranger).get(url).status_code == 404
