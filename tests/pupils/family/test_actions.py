"""Agreed actions: who has to do what by when, and how that shows in what is due."""

import datetime as dt

import pytest

from aylsham.access.permissions import Permission
from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.models import AuditEvent, Deadline, Owes, Weight
from pupils.models import AgreedAction
from pupils.services.actions import (
    ACTION_FIELDS,
    NewAction,
    Owner,
    add_action,
    complete_action,
    reassign_action,
    reopen_action,
    withdraw_action,
)
from pupils.services.details import add_contact, record_leaving
from tests.factories import TODAY, PupilFactory, member
from tests.pages import client_of, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
FRIDAY = dt.date(2026, 12, 4)


@pytest.fixture
def child():
    return PupilFactory()


@pytest.fixture
def by(child):
    return member(child.school)


def agree(child, by, *, owner=None, due_on=FRIDAY, what="Ring the speech therapist"):
    new = NewAction(what, owner or Owner(user=by), due_on)
    return add_action(pupil=child, action=new, agreed_on=TODAY, by=by)


def due(child):
    return list(Deadline.objects.filter(school=child.school, kind="agreed_action"))


class TestDue:
    def test_an_action_is_due_with_its_owner(self, child, by):
        agree(child, by)
        [row] = due(child)
        assert row.title == f"{by.name}: Ring the speech therapist"
        assert (row.due_on, row.owed_by, row.weight) == (FRIDAY, Owes.SCHOOL, Weight.OURS)
        assert row.permission == Permission.VIEW_FAMILY_LOG

    def test_somebody_outside_owes_it(self, child, by):
        agree(child, by, owner=Owner(name="Dr Patel", owed_by=Owes.HEALTH))
        [row] = due(child)
        assert (row.owed_by, row.title[:9]) == (Owes.HEALTH, "Dr Patel:")

    def test_a_day_without_school_is_done_before(self, child, by):
        agree(child, by, due_on=dt.date(2026, 12, 6))
        assert due(child)[0].do_by == FRIDAY

    @pytest.mark.parametrize("end", ["done", "withdrawn"])
    def test_it_goes_when_it_is_over_and_comes_back(self, child, by, end):
        action = agree(child, by)
        if end == "done":
            complete_action(action=action, on=TODAY, by=by)
        else:
            withdraw_action(action=action, on=TODAY, why="Moved away", by=by)
        assert due(child) == []
        reopen_action(action=action, by=by)
        assert len(due(child)) == 1

    def test_it_lapses_with_the_childs_last_day(self, child, by):
        agree(child, by)
        record_leaving(pupil=child, last_day=dt.date(2026, 11, 27), by=by)
        assert due(child)[0].lapses_on == dt.date(2026, 11, 27)


class TestRefused:
    @pytest.mark.parametrize(
        "owner",
        [
            Owner(),
            Owner(name="Dr Patel"),
            Owner(name="Dr Patel", owed_by=Owes.SCHOOL),
        ],
    )
    def test_somebody_has_to_do_it(self, child, by, owner):
        with pytest.raises(TransitionNotAllowed):
            add_action(pupil=child, action=NewAction("Ring", owner, FRIDAY), agreed_on=TODAY, by=by)
        assert not AgreedAction.objects.exists()
        assert not AuditEvent.objects.filter(action="change_action").exists()

    def test_a_colleague_owes_for_the_school(self, child, by):
        with pytest.raises(TransitionNotAllowed):
            agree(child, by, owner=Owner(user=by, owed_by=Owes.HEALTH))

    def test_done_twice_changes_nothing(self, child, by):
        action = agree(child, by)
        complete_action(action=action, on=TODAY, by=by)
        events = AuditEvent.objects.count()
        complete_action(action=action, on=FRIDAY, by=by)
        action.refresh_from_db()
        assert action.done_on == TODAY
        assert AuditEvent.objects.count() == events

    def test_what_is_over_cannot_be_given_away_nor_withdrawn(self, child, by):
        action = agree(child, by)
        complete_action(action=action, on=TODAY, by=by)
        with pytest.raises(TransitionNotAllowed, match="done already"):
            withdraw_action(action=action, on=TODAY, why="Not needed", by=by)
        with pytest.raises(TransitionNotAllowed, match="done already"):
            reassign_action(
                action=action,
                owner=Owner(user=by),
                by=by,
                version=version_of(AgreedAction.objects.get(), ACTION_FIELDS),
            )

    def test_a_withdrawn_one_is_not_done(self, child, by):
        action = agree(child, by)
        withdraw_action(action=action, on=TODAY, why="Not needed", by=by)
        with pytest.raises(TransitionNotAllowed, match="no longer needed"):
            complete_action(action=action, on=TODAY, by=by)


class TestOnTheFamilysPage:
    def test_the_way_to_the_safeguarding_lead_stands_last(self, child, by):
        agree(child, by)
        page = client_of(by).get(f"/{child.school.slug}/children/{child.pk}/family/")
        row = text_of(page).split("Ring the speech therapist", 1)[1]
        assert row.index("Done?") < row.index("Not needed") < row.index("Tell the safeguarding")

    def test_an_address_breaks_after_a_sign_and_not_inside_a_word(self, child, by):
        add_contact(pupil=child, by=by, name="Mo Reed", email="mo.reed@home.example")
        page = client_of(by).get(f"/{child.school.slug}/children/{child.pk}/family/").content
        assert b">mo.<wbr>reed<wbr>@home.<wbr>example<" in page
        assert b"mailto:mo.reed@home.example" in page


class TestGivenToSomebodyElse:
    def test_owner_and_day_change_together(self, child, by):
        action = agree(child, by)
        other = member(child.school)
        reassign_action(
            action=action,
            owner=Owner(user=other),
            due_on=dt.date(2026, 12, 11),
            by=by,
            version=version_of(action, ACTION_FIELDS),
        )
        [row] = due(child)
        assert row.title.startswith(other.name)
        assert row.due_on == dt.date(2026, 12, 11)

    def test_the_second_editor_sees_both(self, child, by):
        action = agree(child, by)
        started = version_of(action, ACTION_FIELDS)
        reassign_action(
            action=action, owner=Owner(user=member(child.school)), by=by, version=started
        )
        with pytest.raises(StaleSave):
            reassign_action(action=action, owner=Owner(user=by), by=by, version=started)
