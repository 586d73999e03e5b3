"""Settling where a roll differs: ours, theirs, or put right in the office."""

import datetime as dt

import pytest
from django.urls import reverse

from aylsham.access.roles import Role
from aylsham.changes import TransitionNotAllowed, version_of
from aylsham.models import AuditEvent
from lac.codes import CareKind
from lac.models import CarePeriod
from pupils.codes import DifferenceState
from pupils.models import Contact, DatedFact, Pupil, RollDifference
from pupils.services.details import CONTACT_FIELDS, PUPIL_FIELDS, change_contact, correct_pupil
from pupils.services.facts import add_fact
from pupils.services.importing.differences import keep_ours, take_theirs, tick_off
from pupils.services.needs import add_need
from tests.conftest import TODAY
from tests.factories import PupilFactory, member, put_on_register
from tests.pages import client_of, text_of

from .makers import child
from .test_keep_and_undo import imported

pytestmark = pytest.mark.usefixtures("today")


def corrected(pupil: Pupil, by, **changes) -> None:
    correct_pupil(pupil=pupil, changes=changes, version=version_of(pupil, PUPIL_FIELDS), by=by)


@pytest.fixture
def differing(bure_valley, somebody):
    """A school whose next roll differs: called with what was done here, and with the row."""

    def make(change, **row) -> RollDifference:
        row = child(1, **row)
        imported(bure_valley, [row], somebody)
        change(Pupil.objects.get())
        imported(bure_valley, [row], somebody)
        return RollDifference.objects.get(settled_on=None)

    return make


def taken(difference, by) -> Pupil:
    take_theirs(difference=difference, today=TODAY, by=by)
    difference.refresh_from_db()
    assert (difference.state, difference.settled_on) == (DifferenceState.THEIRS, TODAY)
    assert difference.stated == {}
    return Pupil.objects.get(pk=difference.pupil_id)


class TestTakingTheirs:
    def test_a_day_of_birth(self, differing, somebody):
        found = differing(lambda p: corrected(p, somebody, born_on=dt.date(2018, 12, 4)))
        pupil = taken(found, somebody)
        assert pupil.born_on == dt.date(2018, 12, 3)
        assert "born_on" not in pupil.kept_fields

    def test_a_class(self, differing, somebody, bure_valley):
        found = differing(lambda p: corrected(p, somebody, class_group=None), Class="Oak")
        assert taken(found, somebody).class_group.name == "Oak"

    def test_a_status(self, differing, somebody):
        pupil = taken(differing(put_on_register), somebody)
        assert pupil.status_periods.get().end_reason == "roll"

    def test_needs(self, differing, somebody):
        found = differing(
            lambda p: add_need(pupil=p, need_type="ASD", by=somebody),
            **{"SEN status": "K", "Need": "SLCN"},
        )
        pupil = taken(found, somebody)
        assert [n.need_type for n in pupil.needs.filter(ended_on=None)] == ["SLCN"]

    def test_a_dated_fact(self, differing, somebody):
        found = differing(
            lambda p: add_fact(pupil=p, kind="service", starts_on=dt.date(2026, 9, 3), by=somebody),
            **{"Service child": "N"},
        )
        taken(found, somebody)
        assert DatedFact.objects.get(kind="service").ends_on == TODAY - dt.timedelta(days=1)

    def test_care(self, differing, somebody, bure_valley):
        def comes_into_care(pupil):
            CarePeriod.objects.create(
                school=bure_valley, pupil=pupil, kind=CareKind.LOOKED_AFTER, known_since=TODAY
            )

        taken(differing(comes_into_care, **{"In care": "N"}), somebody)
        assert CarePeriod.objects.get().ends_on is not None

    def test_a_contact(self, differing, somebody):
        def changes_the_phone(pupil):
            contact = Contact.objects.get(pupil=pupil)
            values = {name: getattr(contact, name) for name in CONTACT_FIELDS}
            change_contact(
                contact=contact,
                version=version_of(contact, CONTACT_FIELDS),
                by=somebody,
                **values | {"phone": "01603 999999"},
            )

        found = differing(
            changes_the_phone,
            **{"Contact 1 name": "Ann Reed", "Contact 1 phone": "01603 111111"},
        )
        taken(found, somebody)
        assert Contact.objects.get().phone == "01603 111111"

    def test_only_what_was_seen_is_overwritten(self, differing, somebody):
        found = differing(lambda p: corrected(p, somebody, born_on=dt.date(2018, 12, 4)))
        corrected(Pupil.objects.get(), somebody, born_on=dt.date(2018, 12, 5))
        with pytest.raises(TransitionNotAllowed, match="now 5 Dec 2018"):
            take_theirs(difference=found, today=TODAY, by=somebody)
        assert Pupil.objects.get().born_on == dt.date(2018, 12, 5)

    def test_a_number_of_another_child_is_refused_whole(self, differing, somebody, bure_valley):
        theirs = child(1)["UPN"]
        found = differing(lambda p: corrected(p, somebody, upn=""))
        assert found.field == "upn"
        PupilFactory(school=bure_valley, upn=theirs)
        before = AuditEvent.objects.count()
        with pytest.raises(TransitionNotAllowed, match="Another child"):
            take_theirs(difference=found, today=TODAY, by=somebody)
        assert AuditEvent.objects.count() == before
        assert RollDifference.objects.get().settled_on is None

    def test_once(self, differing, somebody):
        found = differing(put_on_register)
        taken(found, somebody)
        for again in (
            lambda: take_theirs(difference=found, today=TODAY, by=somebody),
            lambda: tick_off(difference=found, today=TODAY, by=somebody),
            lambda: keep_ours(difference=found, by=somebody),
        ):
            with pytest.raises(TransitionNotAllowed, match="settled already"):
                again()


class TestPages:
    def test_each_is_settled_by_those_who_may(self, differing, somebody, bure_valley):
        found = differing(put_on_register)
        settle = reverse("difference_settle", args=[bure_valley.slug, found.pk])
        leader = client_of(member(bure_valley, Role.HEAD))
        for choice in ("ours", "theirs"):
            assert leader.post(settle, {"choice": choice}).status_code == 403
        sendco = client_of(member(bure_valley))
        page = sendco.get(reverse("differences", args=[bure_valley.slug]))
        assert "Take theirs" in text_of(page)
        answer = sendco.post(settle, {"choice": "nonsense"}, follow=True)
        assert "Choose one of the answers" in text_of(answer)
        answer = sendco.post(settle, {"choice": "theirs"}, follow=True)
        assert "Theirs is in the record now" in text_of(answer)
        assert "Nothing differs" in text_of(answer)

    def test_the_office_decides_on_details(self, differing, somebody, bure_valley):
        found = differing(lambda p: corrected(p, somebody, born_on=dt.date(2018, 12, 4)))
        settle = reverse("difference_settle", args=[bure_valley.slug, found.pk])
        office = client_of(member(bure_valley, Role.OFFICE))
        assert office.post(settle, {"choice": "theirs"}).status_code == 302
        assert Pupil.objects.get().born_on == dt.date(2018, 12, 3)

    def test_the_census_check_names_whom_to_ask(self, differing, somebody, bure_valley):
        found = differing(put_on_register)
        sendco = member(bure_valley)
        client = client_of(sendco)
        url = reverse("census_check", args=[bure_valley.slug])
        (line,) = client.get(url).context["check"].drift
        assert (line.theirs, line.ours, line.is_decided) == ("No SEN", "SEN support", False)
        assert sendco.name in line.ask
        keep_ours(difference=found, by=sendco)
        (line,) = client.get(url).context["check"].drift
        assert (line.is_decided, line.ask) == (True, "the School office")
        assert "Office to change it" in text_of(client.get(url))

    def test_a_compartment_stays_closed_on_the_census_check(self, differing, somebody, bure_valley):
        def comes_into_care(pupil):
            CarePeriod.objects.create(
                school=bure_valley, pupil=pupil, kind=CareKind.LOOKED_AFTER, known_since=TODAY
            )

        differing(comes_into_care, **{"In care": "N"})
        url = reverse("census_check", args=[bure_valley.slug])
        leader = client_of(member(bure_valley, Role.PHASE_LEADER))
        assert leader.get(url).context["check"].drift == ()
        assert len(client_of(member(bure_valley)).get(url).context["check"].drift) == 1
