"""Dated facts: added, ended, corrected and taken out, by those who may know of them."""

import datetime as dt

import pytest
from django.urls import reverse

from aylsham.access.roles import Role
from aylsham.audit.codes import Action
from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.models import AuditEvent
from pupils.codes import FactKind, Source
from pupils.models import DatedFact
from pupils.services.facts import FACT_FIELDS, add_fact, correct_fact, end_fact, remove_fact
from tests.factories import PupilFactory, SchoolFactory, behind_the_wall, member
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
FROM = dt.date(2026, 9, 3)


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def pupil(school):
    return PupilFactory(school=school)


@pytest.fixture
def senco(school):
    return member(school)


def url(name, pupil, *args):
    return reverse(name, args=["oakfield", pupil.pk, *args])


class TestServices:
    def test_the_same_kind_twice_at_a_time_is_refused(self, pupil, senco):
        add_fact(pupil=pupil, kind=FactKind.FREE_MEALS, starts_on=FROM, by=senco)
        with pytest.raises(TransitionNotAllowed, match="already"):
            add_fact(pupil=pupil, kind=FactKind.FREE_MEALS, starts_on=FROM, by=senco)
        assert AuditEvent.objects.filter(action=Action.CHANGE_FACT).count() == 1

    @pytest.mark.parametrize(
        ("ends_on", "starts_again", "fits"),
        [
            (dt.date(2026, 10, 1), dt.date(2026, 10, 2), True),
            (dt.date(2026, 10, 1), dt.date(2026, 10, 1), False),
        ],
    )
    def test_it_may_begin_again_the_day_after(self, pupil, senco, ends_on, starts_again, fits):
        fact = add_fact(pupil=pupil, kind=FactKind.SERVICE_CHILD, starts_on=FROM, by=senco)
        end_fact(fact=fact, ends_on=ends_on, by=senco)
        again = {"pupil": pupil, "kind": FactKind.SERVICE_CHILD, "starts_on": starts_again}
        if fits:
            add_fact(**again, by=senco)
        else:
            with pytest.raises(TransitionNotAllowed):
                add_fact(**again, by=senco)

    def test_a_basis_belongs_to_its_kind(self, pupil, senco):
        with pytest.raises(TransitionNotAllowed, match="no basis"):
            add_fact(
                pupil=pupil, kind=FactKind.PUPIL_PREMIUM, basis="targeted", starts_on=FROM, by=senco
            )

    def test_what_a_roll_brought_counts_as_ours_once_it_is_corrected(self, pupil, senco):
        fact = DatedFact.objects.create(
            school=pupil.school, pupil=pupil, kind="fsm", starts_on=FROM, source=Source.ROLL
        )
        fact = correct_fact(
            fact=fact,
            basis="expanded",
            starts_on=FROM,
            ends_on=None,
            version=version_of(fact, FACT_FIELDS),
            by=senco,
        )
        assert fact.source == Source.HERE

    def test_a_second_editor_is_told(self, pupil, senco):
        fact = add_fact(pupil=pupil, kind=FactKind.FREE_MEALS, starts_on=FROM, by=senco)
        seen = version_of(fact, FACT_FIELDS)
        days = {"starts_on": FROM, "ends_on": None}
        correct_fact(fact=fact, basis="targeted", version=seen, by=senco, **days)
        with pytest.raises(StaleSave):
            correct_fact(fact=fact, basis="expanded", version=seen, by=senco, **days)

    def test_what_is_taken_out_stays_in_the_history(self, pupil, senco):
        fact = add_fact(pupil=pupil, kind=FactKind.FREE_MEALS, starts_on=FROM, by=senco)
        remove_fact(fact=fact, by=senco)
        assert not DatedFact.objects.filter(pupil=pupil).exists()
        page = client_of(senco).get(url("child_history", pupil))
        assert "removed a fact: Free school meals" in text_of(page)


class TestPages:
    def test_recorded_corrected_and_ended(self, school, pupil, senco):
        client = client_of(senco)
        answer = client.post(
            url("fact_add", pupil), {"kind": "fsm", "basis": "targeted", "starts_on": "3 Sep 2026"}
        )
        assert answer.status_code == 302
        text = text_of(client.get(url("child_facts", pupil)))
        assert "Free school meals" in text
        assert "Targeted: low income" in text
        assert "True now" in text
        behind_the_wall(school)
        fact = DatedFact.objects.get(pupil=pupil)
        client.post(
            url("fact_correct", pupil, fact.pk),
            {
                "version": version_of(fact, FACT_FIELDS),
                "basis": "expanded",
                "starts_on": "1 Sep 2026",
            },
        )
        client.post(url("fact_end", pupil, fact.pk), {"last_day": "20 Nov 2026"})
        text = text_of(client.get(url("child_facts", pupil)))
        assert "Expanded: Universal Credit" in text
        assert "Ended" in text

    def test_a_basis_of_another_kind_is_an_error_of_the_form(self, pupil, senco):
        facts = {"kind": "service", "basis": "ever_6", "starts_on": "3 Sep 2026"}
        page = client_of(senco).post(url("fact_add", pupil), facts)
        assert "no basis for service child" in text_of(page)

    @pytest.mark.parametrize(
        ("role", "known"),
        [
            (Role.SENDCO, {"Kinship care", "Young carer", "Pupil premium"}),
            (Role.DESIGNATED_TEACHER, {"Kinship care", "Young carer", "Pupil premium"}),
            (Role.PHASE_LEADER, {"Pupil premium"}),
        ],
    )
    def test_each_sees_what_they_may_know(self, school, pupil, role, known):
        for kind in ("kinship", "young_carer", "pp"):
            add_fact(pupil=pupil, kind=kind, starts_on=FROM, by=None)
        text = text_of(client_of(member(school, role)).get(url("child_facts", pupil)))
        everything = {"Kinship care", "Young carer", "Pupil premium"}
        assert {words for words in everything if words in text} == known

    def test_the_office_records_free_meals_and_nothing_else(self, school, pupil):
        kinship = add_fact(pupil=pupil, kind="kinship", starts_on=FROM, by=None)
        office = client_of(member(school, Role.OFFICE))
        assert office.get(url("fact_end", pupil, kinship.pk)).status_code == 404
        for kind, saved in (("kinship", 200), ("pp", 200), ("fsm", 302)):
            facts = {"kind": kind, "starts_on": "3 Sep 2026"}
            assert office.post(url("fact_add", pupil), facts).status_code == saved, kind
        text = text_of(office.get(url("child_facts", pupil)))
        assert "Free school meals" in text
        assert "Kinship care" not in text

    def test_teachers_may_not_record(self, school, pupil):
        leader = client_of(member(school, Role.PHASE_LEADER))
        assert leader.get(url("fact_add", pupil)).status_code == 403
        assert "/facts/add/" not in leader.get(url("child_facts", pupil)).content.decode()

    def test_that_care_was_shown_is_written_down(self, school, pupil, senco):
        add_fact(pupil=pupil, kind="kinship", starts_on=FROM, by=None)
        client_of(senco).get(url("child_facts", pupil))
        behind_the_wall(school)
        assert AuditEvent.objects.filter(action=Action.VIEW_CARE, actor_id=senco.pk).count() == 1

    def test_as_many_statements_for_many_facts_as_for_few(self, school, pupil, senco):
        client = client_of(senco)
        add_fact(pupil=pupil, kind="pp", starts_on=FROM, by=None)
        few = len(statements(client, url("child_facts", pupil)))
        behind_the_wall(school)
        for kind in ("fsm", "eypp", "service", "traveller"):
            add_fact(pupil=pupil, kind=kind, starts_on=FROM, by=None)
        assert len(statements(client, url("child_facts", pupil))) == few <= OF_EVERY_REQUEST + 8
