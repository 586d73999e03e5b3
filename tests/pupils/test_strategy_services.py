"""What helps: written, found still true, ended; and the libraries to pick from."""

import datetime as dt
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from aylsham.access.permissions import Permission
from aylsham.access.roles import ROLES, Role
from aylsham.access.sensitivity import readable, sensitivity_choices
from aylsham.audit.codes import Action
from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.codes import Sensitivity
from aylsham.models import AuditEvent
from aylsham.tenancy.row_security import current_schools, set_schools
from pupils.models import Strategy
from pupils.selectors.strategies import library, live_strategies, strategy_of
from pupils.services.library import (
    LIBRARY_FIELDS,
    add_to_federation_library,
    add_to_school_library,
    change_in_library,
    retire_from_library,
)
from pupils.services.needs import LEVEL_FIELDS, open_needs, rate_need
from pupils.services.strategies import (
    STRATEGY_FIELDS,
    add_strategy,
    change_strategy,
    confirm_strategy,
    end_strategy,
)
from tests.access import access_of
from tests.factories import PupilFactory, SchoolFactory, UserFactory, member

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 11, 23)
DAY = dt.timedelta(days=1)
SENTENCE = "Sit near the front, away from the door"


@pytest.fixture
def by():
    return UserFactory()


@pytest.fixture
def child():
    return PupilFactory(on_register=["SLCN", "SEMH"])


@pytest.fixture
def strategy(child, by):
    return add_strategy(pupil=child, text=SENTENCE, since_on=TODAY - 10 * DAY, by=by)


def changed(strategy, *, by, **more):
    facts = {name: getattr(strategy, name) for name in STRATEGY_FIELDS}
    version = version_of(strategy, STRATEGY_FIELDS)
    said = {"version": version, "on": TODAY, "by": by} | facts | more
    return change_strategy(strategy=strategy, **said)


class TestStrategy:
    def test_it_is_confirmed_on_its_first_day_by_whoever_wrote_it(self, strategy, by):
        assert (strategy.confirmed_on, strategy.confirmed_by) == (TODAY - 10 * DAY, by)
        assert AuditEvent.objects.get(action=Action.CHANGE_STRATEGY).detail == {"step": "added"}

    def test_an_empty_one_is_refused_and_leaves_no_trace(self, child, by):
        before = AuditEvent.objects.count()
        with pytest.raises(TransitionNotAllowed, match="cannot be empty"):
            add_strategy(pupil=child, text="  ", since_on=TODAY, by=by)
        assert AuditEvent.objects.count() == before
        assert not Strategy.objects.exists()

    def test_a_change_confirms_it_and_a_stale_one_shows_both(self, strategy, by):
        stale = version_of(strategy, STRATEGY_FIELDS)
        now = changed(strategy, by=by, text="Sit at the front", tier="T")
        assert (now.text, now.tier, now.confirmed_on, now.revision) == (
            "Sit at the front",
            "T",
            TODAY,
            2,
        )
        with pytest.raises(StaleSave) as refused:
            changed(strategy, by=by, text="Sit at the back", version=stale)
        assert refused.value.version == version_of(now, STRATEGY_FIELDS)

    def test_a_need_of_another_child_is_refused(self, strategy, by):
        other = PupilFactory(school=strategy.school, on_register=["MLD"])
        with pytest.raises(TransitionNotAllowed, match="one of the child's needs"):
            changed(strategy, by=by, need=open_needs(other)[0])

    def test_confirming_never_goes_back_in_time(self, strategy, by):
        confirm_strategy(strategy=strategy, on=TODAY, by=by)
        again = confirm_strategy(strategy=strategy, on=TODAY - DAY, by=by)
        assert again.confirmed_on == TODAY

    def test_what_has_ended_is_shown_nowhere_and_cannot_be_confirmed(self, strategy, child, by):
        access = access_of(member(child.school), child.school)
        assert [s.text for s in live_strategies(access, child)] == [SENTENCE]
        end_strategy(strategy=strategy, ended_on=TODAY, by=by)
        assert live_strategies(access, child) == []
        with pytest.raises(TransitionNotAllowed, match="ended on"):
            confirm_strategy(strategy=strategy, on=TODAY, by=by)

    def test_it_cannot_end_before_it_began(self, strategy, by):
        with pytest.raises(TransitionNotAllowed, match="after that day"):
            end_strategy(strategy=strategy, ended_on=TODAY - 11 * DAY, by=by)

    def test_the_database_keeps_it_in_its_school(self, strategy, by):
        elsewhere = PupilFactory(school=SchoolFactory(), on_register=["MLD"])
        with pytest.raises(IntegrityError), transaction.atomic():
            Strategy.objects.filter(pk=strategy.pk).update(need=open_needs(elsewhere)[0])
            with transaction.get_connection().cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")

    def test_its_history_is_kept(self, strategy, by):
        changed(strategy, by=by, text="Sit at the front")
        events = Strategy.pgh_event_model.objects.filter(pgh_obj_id=strategy.pk)
        assert list(events.order_by("pgh_id").values_list("text", flat=True)) == [
            SENTENCE,
            "Sit at the front",
        ]


class TestSensitivity:
    def test_levels_open_in_their_order_and_none_without_what_is_below(self):
        P, S = Permission, Sensitivity
        assert readable({P.VIEW_PUPILS}) == ()
        assert readable({P.VIEW_NEEDS}) == (S.EVERYONE,)
        assert readable({P.VIEW_NEEDS, P.VIEW_CHILD_PROTECTION}) == (S.EVERYONE,)
        assert readable({P.VIEW_NEEDS, P.VIEW_SENSITIVE}) == (S.EVERYONE, S.SENSITIVE)
        assert readable({P.VIEW_NEEDS, P.VIEW_SENSITIVE, P.VIEW_CHILD_PROTECTION}) == tuple(S)

    def test_nobody_writes_what_they_could_not_read(self):
        teacher = ROLES[Role.CLASS_TEACHER].permissions
        assert [value for value, _ in sensitivity_choices(teacher)] == [1]

    @pytest.mark.parametrize(
        ("role", "sees"),
        [
            (Role.CLASS_TEACHER, [1]),
            (Role.LSA, [1]),
            (Role.ASSISTANT_SENDCO, [1, 2]),
            (Role.SENDCO, [1, 2, 3]),
            (Role.SAFEGUARDING_LEAD, [1, 2, 3]),
            (Role.OFFICE, []),
            (Role.GOVERNOR, []),
        ],
    )
    def test_text_is_cut_where_it_is_read(self, child, by, role, sees):
        rows = [
            add_strategy(pupil=child, text=level.label, since_on=TODAY, by=by, sensitivity=level)
            for level in Sensitivity
        ]
        access = access_of(member(child.school, role), child.school)
        assert [s.sensitivity for s in live_strategies(access, child)] == sees
        found = [r for r in rows if strategy_of(access, child, r.pk)]
        assert [r.sensitivity for r in found] == sees


class TestLevelOfNeed:
    def test_it_is_rated_apart_from_type_and_diagnosis(self, child, by):
        need = open_needs(child)[0]
        version = version_of(need, LEVEL_FIELDS)
        rated = rate_need(need=need, level=3, on=TODAY, version=version, by=by)
        assert (rated.level, rated.level_rated_on, rated.level_rated_by) == (3, TODAY, by)
        with pytest.raises(StaleSave):
            rate_need(need=need, level=1, on=TODAY, version=version, by=by)
        taken_back = rate_need(
            need=need, level=None, on=TODAY, version=version_of(rated, LEVEL_FIELDS), by=by
        )
        assert (taken_back.level, taken_back.level_rated_on) == (None, None)


class TestLibrary:
    FACTS = {"area": "CI", "setting": "class", "tier": "U"}

    def texts(self, school, **more) -> list[str]:
        seen = current_schools()
        access = access_of(member(school), school)
        found = [line.text for lines in library(access, **more).values() for line in lines]
        set_schools(UUID(key) for key in seen.split(","))
        return found

    def shared(self, school, text="One instruction at a time"):
        return add_to_federation_library(
            federation=school.federation, school=school, text=text, by=None, **self.FACTS
        )

    def test_every_school_of_the_federation_sees_the_federations(self, by):
        here = SchoolFactory()
        there = SchoolFactory(federation=here.federation)
        stranger = SchoolFactory()
        self.shared(here)
        assert self.texts(there) == ["One instruction at a time"]
        assert self.texts(stranger) == []

    def test_a_schools_own_wording_stands_instead_and_only_there(self, by):
        here = SchoolFactory()
        there = SchoolFactory(federation=here.federation)
        row = self.shared(here)
        own = add_to_school_library(
            school=here, text="One step at a time", by=by, stands_for=row, **self.FACTS
        )
        assert self.texts(here) == ["One step at a time"]
        assert self.texts(there) == ["One instruction at a time"]
        retire_from_library(strategy=own, school=here, by=by)
        assert self.texts(here) == []
        assert self.texts(here, retired=True) == ["One step at a time"]

    def test_a_second_wording_and_a_second_copy_are_refused(self, by):
        school = SchoolFactory()
        row = self.shared(school)
        first = {"school": school, "by": by, "stands_for": row, **self.FACTS}
        add_to_school_library(text="One step", **first)
        with pytest.raises(TransitionNotAllowed, match="own wording"):
            add_to_school_library(text="Another step", **first)
        with pytest.raises(TransitionNotAllowed, match="stands in the library"):
            self.shared(school, "one INSTRUCTION at a time ")

    def test_a_change_does_not_touch_what_was_picked(self, child, by):
        own = add_to_school_library(school=child.school, text=SENTENCE, by=by, **self.FACTS)
        picked = add_strategy(pupil=child, text=own.text, since_on=TODAY, by=by)
        version = version_of(own, LIBRARY_FIELDS)
        facts = self.FACTS | {"text": "Sit anywhere"}
        change = {"strategy": own, "school": child.school, "version": version, "by": by}
        change_in_library(facts=facts, **change)
        picked.refresh_from_db()
        assert picked.text == SENTENCE
        with pytest.raises(StaleSave):
            change_in_library(facts=facts, **change)
