"""Needs in their order, diagnoses apart."""

import datetime as dt

import pytest

from aylsham.audit.codes import Action
from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.models import AuditEvent
from pupils.services.needs import (
    DIAGNOSIS_FIELDS,
    NEED_FIELDS,
    add_diagnosis,
    add_need,
    change_diagnosis,
    change_need,
    end_diagnosis,
    end_need,
    open_needs,
    rank_needs,
)
from tests.factories import PupilFactory, UserFactory

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 11, 23)


@pytest.fixture
def by():
    return UserFactory()


@pytest.fixture
def child():
    return PupilFactory(on_register=["SLCN", "SEMH", "MLD"])


def order(child) -> list[str]:
    return [n.need_type for n in open_needs(child)]


def test_needs_come_after_each_other(child):
    assert [(n.need_type, n.rank) for n in open_needs(child)] == [
        ("SLCN", 1),
        ("SEMH", 2),
        ("MLD", 3),
    ]


def test_a_type_stands_once(child, by):
    with pytest.raises(TransitionNotAllowed, match="already"):
        add_need(pupil=child, need_type="SLCN", by=by)


def test_needs_change_places(child, by):
    slcn, semh, mld = open_needs(child)
    rank_needs(pupil=child, order=[mld.pk, slcn.pk, semh.pk], by=by)
    assert order(child) == ["MLD", "SLCN", "SEMH"]
    assert AuditEvent.objects.filter(action=Action.CHANGE_NEEDS).latest("id").detail["order"]


def test_an_order_of_other_needs_is_refused(child, by):
    slcn, semh, _ = open_needs(child)
    with pytest.raises(TransitionNotAllowed, match="Look again"):
        rank_needs(pupil=child, order=[slcn.pk, semh.pk], by=by)
    assert order(child) == ["SLCN", "SEMH", "MLD"]


def test_those_after_an_ended_need_move_up(child, by):
    end_need(need=open_needs(child)[0], ended_on=TODAY, by=by)
    assert [(n.need_type, n.rank) for n in open_needs(child)] == [("SEMH", 1), ("MLD", 2)]


def test_a_need_ends_once_and_not_before_it_began(child, by):
    need = add_need(pupil=child, need_type="HI", since_on=TODAY, by=by)
    with pytest.raises(TransitionNotAllowed, match="after that day"):
        end_need(need=need, ended_on=TODAY - dt.timedelta(1), by=by)
    end_need(need=need, ended_on=TODAY, by=by)
    with pytest.raises(TransitionNotAllowed, match="ended on"):
        end_need(need=need, ended_on=TODAY, by=by)


def test_a_changed_need_counts_as_entered_here_and_a_stale_one_is_refused(child, by):
    need = open_needs(child)[0]
    version = version_of(need, NEED_FIELDS)
    facts = {
        "need_type": "SLCN",
        "impact": "",
        "known_from": "",
        "since_on": None,
        "version": version,
        "by": by,
    }
    changed = change_need(need=need, in_words="Finds long instructions hard", **facts)
    assert (changed.in_words, changed.source) == ("Finds long instructions hard", "here")
    with pytest.raises(StaleSave) as refused:
        change_need(need=need, in_words="Other words", **facts)
    assert refused.value.version == version_of(changed, NEED_FIELDS)


def test_diagnoses(child, by):
    found = add_diagnosis(pupil=child, name="Autism", made_by="Dr A", by=by)
    version = version_of(found, DIAGNOSIS_FIELDS)
    facts = {"made_on": TODAY, "made_by": "Dr A", "evidence": "", "by": by}
    found = change_diagnosis(diagnosis=found, name="Autism", version=version, **facts)
    assert found.made_on == TODAY
    end_diagnosis(diagnosis=found, ended_on=TODAY, by=by)
    with pytest.raises(TransitionNotAllowed):
        end_diagnosis(diagnosis=found, ended_on=TODAY, by=by)
    assert AuditEvent.objects.filter(action=Action.CHANGE_DIAGNOSIS).count() == 3
