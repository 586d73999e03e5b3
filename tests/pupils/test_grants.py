"""Access given by hand: to one person, for one child, until a day; and what it opens."""

import datetime as dt

import pytest
import time_machine

from aylsham.access.exceptions import can_by_exception
from aylsham.access.permissions import Permission
from aylsham.access.roles import Role
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.models import AuditEvent
from pupils.models import Pupil, PupilGrant
from pupils.selectors.grants import grants_of, who_can_see
from pupils.services.classes import assign_supporter
from pupils.services.documents.filing import file_document
from pupils.services.emergencies import open_emergency_access
from pupils.services.grants import end_grant, grant_access
from tests.access import access_of
from tests.conftest import TODAY
from tests.documents.making import pdf, upload
from tests.factories import PupilFactory, UserFactory, member

pytestmark = pytest.mark.django_db
REASON = "Speech therapist, sees the child on Mondays"


@pytest.fixture
def child(today):
    return PupilFactory()


@pytest.fixture
def head(child):
    return member(child.school, Role.HEAD)


@pytest.fixture
def visitor(child):
    return member(child.school, Role.LSA)


def give(child, user, by, **more):
    facts = {"starts_on": TODAY, "ends_on": TODAY + dt.timedelta(days=7), "reason": REASON}
    return grant_access(pupil=child, user=user, by=by, **facts | more)


def sees(user, child, today=TODAY) -> bool:
    access = access_of(user, child.school, today=today)
    return Pupil.objects.visible_to(access).filter(pk=child.pk).exists()


def test_a_grant_opens_one_child_to_one_person(child, head, visitor):
    other = PupilFactory(school=child.school)
    assert not sees(visitor, child)
    give(child, visitor, head)
    assert sees(visitor, child)
    assert not sees(visitor, other)
    assert not sees(member(child.school, Role.LSA), child)


def test_it_is_written_down(child, head, visitor):
    grant = give(child, visitor, head)
    event = AuditEvent.objects.get(action=Action.GRANT_ACCESS)
    assert (event.actor_id, event.pupil_ids) == (head.pk, [child.pk])
    assert event.subject_id == str(grant.pk)
    assert event.detail == {"person": str(visitor.pk), "until": "2026-11-30"}


@pytest.mark.parametrize(("days", "expected"), [(-1, False), (0, True), (7, True), (8, False)])
def test_it_holds_from_the_first_day_to_the_last(child, head, visitor, days, expected):
    give(child, visitor, head)
    assert sees(visitor, child, today=TODAY + dt.timedelta(days=days)) is expected


def test_it_can_be_taken_back_at_once(child, head, visitor):
    grant = give(child, visitor, head)
    end_grant(grant=grant, by=head)
    assert not sees(visitor, child)
    assert AuditEvent.objects.filter(action=Action.END_GRANT).count() == 1
    with pytest.raises(TransitionNotAllowed, match="ended already"):
        end_grant(grant=grant, by=head)


def test_after_its_last_day_there_is_nothing_to_take_back(child, head, visitor):
    grant = give(child, visitor, head)
    with time_machine.travel("2026-12-01 09:00Z"), pytest.raises(TransitionNotAllowed):
        end_grant(grant=grant, by=head)


def test_not_twice_at_the_same_time(child, head, visitor):
    give(child, visitor, head)
    with pytest.raises(TransitionNotAllowed, match="30 November 2026 already"):
        give(child, visitor, head, ends_on=TODAY + dt.timedelta(days=30))
    later = TODAY + dt.timedelta(days=8)
    give(child, visitor, head, starts_on=later, ends_on=later)
    assert PupilGrant.objects.count() == 2


def test_not_for_longer_than_a_year(child, head, visitor):
    with pytest.raises(TransitionNotAllowed, match="a year at most"):
        give(child, visitor, head, ends_on=TODAY + dt.timedelta(days=400))


def test_only_to_people_of_the_school(child, head):
    with pytest.raises(TransitionNotAllowed, match="no such role"):
        give(child, UserFactory(), head)


def test_a_refused_grant_leaves_nothing(child, head):
    with pytest.raises(TransitionNotAllowed):
        give(child, UserFactory(), head)
    assert not PupilGrant.objects.exists()
    assert not AuditEvent.objects.filter(action=Action.GRANT_ACCESS).exists()


def test_the_list_shows_what_holds_first(child, head, visitor):
    end_grant(grant=give(child, visitor, head), by=head)
    give(child, visitor, head, ends_on=TODAY + dt.timedelta(days=3))
    lines = grants_of(access_of(head, child.school))
    assert [(line.is_live, line.person) for line in lines] == [
        (True, visitor.name),
        (False, visitor.name),
    ]
    assert lines[0].given_by == head.name
    assert grants_of(access_of(visitor, child.school)) != []
    assert grants_of(access_of(member(child.school, Role.LSA), child.school)) == []


def test_who_can_see_names_everybody_with_the_reason(child, head, visitor):
    give(child, visitor, head)
    seers = {(s.name, s.why) for s in who_can_see(child, today=TODAY)}
    assert (head.name, "Head teacher") in seers
    assert (visitor.name, f"Was given access: {REASON}") in seers


def test_a_grant_opens_the_page_to_a_role_that_sees_no_child(child, head):
    """A governor has no page of children at all, but may be given one child."""
    governor = member(child.school, Role.GOVERNOR)
    access = access_of(governor, child.school)
    assert not can_by_exception(access, Permission.VIEW_PUPILS)
    give(child, governor, head)
    access = access_of(governor, child.school)
    assert can_by_exception(access, Permission.VIEW_PUPILS)
    assert not can_by_exception(access, Permission.VIEW_REGISTER)
    assert list(Pupil.objects.visible_to(access)) == [child]


class TestDocuments:
    """What opens the other pages opens the documents too: those of that child, until the last day."""

    @pytest.fixture
    def papers(self, child, head):
        other = PupilFactory(school=child.school)
        for whose in (child, other):
            for level, name in ((1, "plain"), (2, "sensitive")):
                file_document(
                    pupil=whose,
                    upload=upload(f"{name}.pdf", pdf(f"{name} {whose.pk}")),
                    kind="ep",
                    of_on=TODAY,
                    title=name,
                    sensitivity=level,
                    by=head,
                )
        return other

    def titles(self, client, child):
        page = client.get(f"/{child.school.slug}/children/{child.pk}/documents/")
        return page.status_code, [line.title for line in page.context["lines"]] if (
            page.status_code == 200
        ) else []

    def test_of_the_named_child_what_is_not_sensitive(self, child, head, visitor, papers, client):
        client.force_login(visitor)
        assert self.titles(client, child)[0] == 403
        give(child, visitor, head)
        assert self.titles(client, child) == (200, ["plain"])
        event = AuditEvent.objects.filter(actor_id=visitor.pk, action=Action.VIEW_DOCUMENTS).last()
        assert event.pupil_ids == [child.pk]

    def test_not_of_a_child_whom_the_role_sees_but_no_grant_names(
        self, child, head, visitor, papers, client
    ):
        assign_supporter(pupil=papers, user=visitor, starts_on=TODAY, by=head)
        give(child, visitor, head)
        client.force_login(visitor)
        assert client.get(f"/{child.school.slug}/children/{papers.pk}/").status_code == 200
        assert self.titles(client, papers)[0] in (403, 404)

    @pytest.mark.parametrize(("days", "status"), [(7, 200), (8, 403)])
    def test_until_the_last_day(self, child, head, visitor, papers, client, days, status):
        give(child, visitor, head)
        with time_machine.travel(dt.datetime.combine(TODAY, dt.time(9)) + dt.timedelta(days=days)):
            client.force_login(visitor)
            assert self.titles(client, child)[0] == status

    def test_taken_back_at_once(self, child, head, visitor, papers, client):
        grant = give(child, visitor, head)
        end_grant(grant=grant, by=head)
        client.force_login(visitor)
        assert self.titles(client, child)[0] == 403

    def test_the_childs_page_leads_there(self, child, head, visitor, papers, client):
        client.force_login(visitor)
        give(child, visitor, head)
        page = client.get(f"/{child.school.slug}/children/{child.pk}/").content.decode()
        assert f"/children/{child.pk}/documents/" in page

    def test_an_emergency_opens_them_for_the_hour(self, child, head, papers, client):
        teacher = member(child.school, Role.CLASS_TEACHER)
        client.force_login(teacher)
        assert self.titles(client, child)[0] == 404
        facts = {"school": child.school, "pupil_id": child.pk, "by": teacher}
        open_emergency_access(reason="Collapsed in the hall today", **facts)
        assert self.titles(client, child) == (200, ["plain"])
