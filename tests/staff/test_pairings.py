"""An adult and a child: said once, with a reason that few read; gone with the child's record."""

from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from aylsham.access.roles import Role
from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.models import AuditEvent
from pupils.models import Pupil
from pupils.services.retention.tracing import rows_of
from staff.models import Pairing
from staff.services.pairings import (
    PAIRING_FIELDS,
    add_pairing,
    change_pairing,
    remove_pairing,
)
from tests.factories import TODAY, ClassGroupFactory, PupilFactory, SchoolFactory, member
from tests.lac.test_pages import sent
from tests.pages import client_of, text_of
from tests.staff.makers import contracted, someone

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
URL = "/oakfield/staff/"
REASON = "Quokkas frighten her"


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def child(school):
    group = ClassGroupFactory(school=school, name="Oak")
    return PupilFactory(school=school, class_group=group, first_name="Zoe", last_name="Burton")


def paired(school, child, **facts) -> Pairing:
    facts = {"kind": "no", "reason": REASON, "by": None} | facts
    return add_pairing(member=someone(school), pupil=child, **facts)


class TestServices:
    def test_said_once(self, school, child):
        row, key = someone(school), uuid4()
        facts = {"kind": "no", "reason": REASON, "by": None}
        first = add_pairing(member=row, pupil=child, key=key, **facts)
        assert add_pairing(member=row, pupil=child, key=key, **facts) == first
        with pytest.raises(TransitionNotAllowed, match="Change that"):
            add_pairing(member=row, pupil=child, **facts)
        event = AuditEvent.objects.filter(action="change_staff").latest("pk")
        assert list(event.pupil_ids) == [child.pk]

    def test_somebody_else_changed_it(self, school, child):
        row, sendco = paired(school, child), member(school, Role.SENDCO)
        version = version_of(row, PAIRING_FIELDS)
        change_pairing(pairing=row, version=version, by=sendco, kind="preferred")
        with pytest.raises(StaleSave):
            change_pairing(pairing=row, version=version, by=sendco, kind="no")

    def test_nothing_on_a_closed_record(self, school, child):
        row, sendco = paired(school, child), member(school, Role.SENDCO)
        Pupil.objects.filter(pk=child.pk).update(closed_on=TODAY)
        for step in (
            lambda: remove_pairing(pairing=row, by=sendco),
            lambda: paired(school, child),
        ):
            with pytest.raises(TransitionNotAllowed, match="moved to another school"):
                step()
        assert Pairing.objects.count() == 1

    def test_a_child_of_another_school(self, school):
        other = PupilFactory(school=SchoolFactory(slug="ashfield"))
        with pytest.raises(IntegrityError), transaction.atomic():
            Pairing.objects.create(
                school=school, member=someone(school), pupil=other, kind="no", reason="x"
            )
            with connection.cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")

    def test_it_goes_with_the_record(self, school, child):
        row = paired(school, child)
        assert rows_of(child)[Pairing] == {row.pk}


class TestPages:
    def test_added_changed_and_taken_out(self, school, child):
        row, client = someone(school), client_of(member(school, Role.SENDCO))
        contracted(row)
        address = f"{URL}{row.pk}/"
        form = sent(client.get(f"{address}pairings/add/"), pupil=child.pk, kind="no", reason=REASON)
        client.post(f"{address}pairings/add/", form), client.post(f"{address}pairings/add/", form)
        made = Pairing.objects.get()
        page = text_of(client.get(address))
        assert "Zoe Burton" in page and "Cannot work together" in page
        assert REASON in page
        one = f"{address}pairings/{made.pk}/"
        client.post(one, sent(client.get(one), kind="preferred", reason="They laugh"))
        assert "They laugh" in text_of(client.get(address))
        client.post(f"{one}remove/")
        assert not Pairing.objects.exists()

    @pytest.mark.parametrize(
        ("role", "status", "sees_child", "sees_reason"),
        [
            (Role.SENDCO, 200, True, True),
            (Role.HEAD, 200, True, True),
            (Role.FEDERATION_SEND_LEAD, 200, True, True),
            (Role.PHASE_LEADER, 200, True, False),
            (Role.CLASS_TEACHER, 403, False, False),
            (Role.LSA, 403, False, False),
            (Role.GOVERNOR, 403, False, False),
            (Role.OFFICE, 403, False, False),
            (Role.DESIGNATED_TEACHER, 403, False, False),
        ],
    )
    def test_who_reads_what(self, school, child, role, status, sees_child, sees_reason):
        row = paired(school, child)
        answer = client_of(member(school, role)).get(f"{URL}{row.member_id}/")
        page = text_of(answer)
        assert answer.status_code == status
        assert ("Zoe Burton" in page, REASON in page) == (sees_child, sees_reason)

    def test_a_phase_leader_of_other_years_is_told_of_one_more(self, school, child):
        row = paired(school, child)
        leader = member(school, Role.PHASE_LEADER, year_groups=["6"])
        Pupil.objects.filter(pk=child.pk).update(year_group="1")
        page = text_of(client_of(leader).get(f"{URL}{row.member_id}/"))
        assert "Zoe" not in page
        assert "1 about children whom you do not see" in page

    def test_an_adult_does_not_read_it_of_themselves(self, school, child):
        lsa = member(school, Role.LSA)
        row = someone(school, user=lsa)
        contracted(row)
        add_pairing(member=row, pupil=child, kind="no", reason=REASON, by=None)
        page = text_of(client_of(lsa).get(f"{URL}mine/"))
        assert "Zoe" not in page
        assert "Quokka" not in page
