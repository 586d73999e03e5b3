"""Places in a base: never more than it has without a reason, never twice, ended with the stay."""

import datetime as dt
import threading

import pytest
from django.db import IntegrityError, connection, transaction

from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.identifiers import uuid7
from aylsham.models import AuditEvent, Deadline
from aylsham.tenancy.row_security import school_transaction
from provision.base_codes import base_kinds
from provision.models import BasePlace, BaseReview, BaseStep, ProvisionBase
from provision.rules.bases import Stay, counts_a_half_day, grows, is_week, most_beside, week_words
from provision.services.base_places import (
    PLACE_FIELDS,
    STEP_FIELDS,
    add_step,
    change_place,
    change_step,
    end_place,
    review_place,
    set_week,
)
from provision.services.bases import BASE_FIELDS, change_base
from pupils.packs import tables
from pupils.selectors.transfers.contents import contents_of
from pupils.services.details import record_leaving
from tests.factories import TODAY, PupilFactory, SchoolFactory, member
from tests.provision.base_makers import FACTS, STAY, base_at, left, placed
from tests.provision.makers import until

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
PLAIN = {name: STAY[name] for name in PLACE_FIELDS}
REVIEW = {"on": TODAY, "who": "Class teacher, mother", "words": "", "next_on": until(30)}
STEP = {"on": until(10), "what": "Two mornings in class", "done_on": None, "how": ""}


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def sendco(school):
    return member(school)


@pytest.fixture
def base(school):
    return base_at(school)


def children(school, number):
    return [PupilFactory(school=school) for _ in range(number)]


class TestRules:
    def test_the_fullest_day_counts(self):
        others = [Stay(until(-9), until(4)), Stay(until(5)), Stay(until(3), until(8))]
        assert most_beside(Stay(TODAY, until(2)), others) == 1
        assert most_beside(Stay(TODAY, until(3)), others) == 2  # a day on which two are there
        assert most_beside(Stay(until(9)), others) == 1
        assert most_beside(Stay(until(9)), []) == 0

    def test_both_ends_are_included(self):
        assert most_beside(Stay(until(4)), [Stay(TODAY, until(4))]) == 1
        assert most_beside(Stay(until(5)), [Stay(TODAY, until(4))]) == 0

    def test_a_stay_grows_at_either_end(self):
        stay = Stay(TODAY, until(5))
        assert not grows(stay, stay)
        assert not grows(stay, Stay(until(1), until(4)))
        assert grows(stay, Stay(until(-1), until(5)))
        assert grows(stay, Stay(TODAY, until(6)))
        assert grows(stay, Stay(TODAY))
        assert not grows(Stay(TODAY), stay)

    def test_weeks(self):
        assert is_week("BBBBBBBBCO") and not is_week("BBBB") and not is_week("BBBBBBBBBX")
        assert counts_a_half_day(["BBCCCCCCCC", "BCCCCCCCCC"]) == (2, 1, *[0] * 8)
        assert week_words("BBBBBBBCCO") == (
            "7 of 10 half-days in the base, 2 in class, 1 at the other school"
        )

    def test_a_kind_can_be_chosen_while_it_holds(self):
        assert "ship" in dict(base_kinds(TODAY))
        assert "ship" not in dict(base_kinds(dt.date(2023, 12, 31)))


class TestNumber:
    def test_a_full_base_takes_one_more_only_with_a_reason_that_stays(self, school, base):
        first, second, third = children(school, 3)
        placed(base, first)
        placed(base, second)
        with pytest.raises(TransitionNotAllowed, match="All 2 places are taken"):
            placed(base, third)
        place = placed(base, third, over_reason="The panel asked us")
        assert place.over_reason == "The panel asked us"
        assert BasePlace.objects.count() == 3

    def test_a_reason_is_not_kept_where_there_is_room(self, school, base):
        assert placed(base, *children(school, 1), over_reason="To be safe").over_reason == ""

    def test_the_day_after_somebody_leaves_there_is_room(self, school, base):
        first, second, third = children(school, 3)
        place = placed(base, first, starts_on=until(-30))
        placed(base, second)
        left(place, ended_on=until(3))
        with pytest.raises(TransitionNotAllowed):
            placed(base, third, starts_on=until(3))
        assert placed(base, third, starts_on=until(4)).over_reason == ""

    def test_whoever_comes_later_counts_too(self, school, base):
        first, second, third = children(school, 3)
        placed(base, first, starts_on=until(20))
        placed(base, second, starts_on=until(20))
        with pytest.raises(TransitionNotAllowed, match="taken"):
            placed(base, third)  # there would be three in twenty days

    def test_the_database_holds_it_too(self, school, base):
        first, second, third = children(school, 3)
        placed(base, first)
        placed(base, second)
        facts = {**STAY, "school": school, "base": base, "pupil": third}
        with pytest.raises(IntegrityError, match="every place"), transaction.atomic():
            BasePlace.objects.create(**facts)
        BasePlace.objects.create(**facts | {"over_reason": "Agreed"})
        with pytest.raises(IntegrityError, match="every place"), transaction.atomic():
            BasePlace.objects.filter(pupil=third).update(over_reason="")

    def test_a_base_over_number_can_be_left_and_its_places_changed(self, school, base, sendco):
        first, second, third = children(school, 3)
        place = placed(base, first)
        placed(base, second)
        placed(base, third, over_reason="Agreed")
        version = version_of(place, PLACE_FIELDS)
        facts = PLAIN | {"transport": "Taxi"}
        change_place(place=place, version=version, by=sendco, **facts)
        place.refresh_from_db()
        assert left(place).ended_on == TODAY
        tomorrow = {"pupil": PupilFactory(school=school), "starts_on": until(1)}
        with pytest.raises(TransitionNotAllowed, match="taken"):  # two of two are still in it
            placed(base, **tomorrow)
        assert placed(base, **tomorrow, over_reason="Agreed").over_reason == "Agreed"

    def test_a_leaving_put_off_needs_room(self, school, base, sendco):
        first, second, third = children(school, 3)
        place = placed(base, first, starts_on=until(-30))
        placed(base, second, starts_on=until(-30))
        place = left(place, ended_on=until(-1))
        placed(base, third)
        with pytest.raises(TransitionNotAllowed, match="taken"):
            left(place, ended_on=TODAY)
        assert left(place, ended_on=until(-2)).ended_on == until(-2)

    def test_fewer_places_than_children_are_refused(self, school, base, sendco):
        for child in children(school, 2):
            placed(base, child)
        version = version_of(base, BASE_FIELDS)
        with pytest.raises(TransitionNotAllowed, match="2 children"):
            change_base(base=base, version=version, by=sendco, **FACTS | {"places": 1})
        more = change_base(base=base, version=version, by=sendco, **FACTS | {"places": 3})
        assert more.places == 3

    def test_another_schools_base_is_not_counted(self, school):
        theirs = base_at(school, name="LCN base", host_name="Hill School", places=None)
        for child in children(school, 3):
            placed(theirs, child)
        with pytest.raises(TransitionNotAllowed, match="another school"):
            base_at(school, name="Other", host_name="Hill School", places=4)
        with pytest.raises(TransitionNotAllowed, match="how many places"):
            base_at(school, name="Other", places=None)


class TestOnePlaceAtATime:
    def test_a_child_is_in_a_base_once(self, school, base):
        (child,) = children(school, 1)
        placed(base, child)
        with pytest.raises(TransitionNotAllowed, match="already"):
            placed(base, child, starts_on=until(50))
        facts = {**STAY, "school": school, "base": base, "pupil": child}
        with pytest.raises(IntegrityError, match="no_overlap"), transaction.atomic():
            BasePlace.objects.create(**facts)

    def test_in_two_bases_at_once(self, school, base):
        (child,) = children(school, 1)
        placed(base, child)
        placed(base_at(school, name="Nurture"), child)
        assert BasePlace.objects.filter(pupil=child).count() == 2

    def test_again_the_day_after_it_ended(self, school, base):
        (child,) = children(school, 1)
        place = placed(base, child, starts_on=until(-30))
        left(place, ended_on=TODAY)
        with pytest.raises(TransitionNotAllowed, match="already"):
            placed(base, child)
        assert placed(base, child, starts_on=until(1)).pk

    def test_the_same_press_gives_one_place(self, school, base):
        (child,) = children(school, 1)
        key = uuid7()
        assert placed(base, child, key=key) == placed(base, child, key=key)
        assert BasePlace.objects.count() == 1

    def test_of_the_same_school_only(self, school, base):
        other = SchoolFactory(federation=school.federation)
        stranger = PupilFactory(school=other)
        with pytest.raises(IntegrityError, match="same_school"), transaction.atomic():
            placed(base, stranger)
            with connection.cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


class TestDays:
    def test_on_the_day_it_opened_and_not_before(self, school, base):
        first, second = children(school, 2)
        base = base_at(school, name="New", opened_on=TODAY)
        with pytest.raises(TransitionNotAllowed, match="opened on"):
            placed(base, first, starts_on=until(-1))
        assert placed(base, second).pk

    @pytest.mark.parametrize(
        ("facts", "words"),
        [
            ({"planned_end_on": until(-1)}, "end before"),
            ({"review_on": until(-1)}, "review would come"),
            ({"starts_on": dt.date(2000, 1, 1)}, "not born"),
            ({"registration": "S"}, "Name the other school"),
            ({"home_name": "Hill School"}, "whose roll"),
            ({"week": "B"}, "each half-day"),
        ],
    )
    def test_what_cannot_be(self, school, base, facts, words):
        with pytest.raises(TransitionNotAllowed, match=words):
            placed(base, *children(school, 1), **facts)

    def test_a_base_that_closes_takes_nobody_and_loses_nobody(self, school, base, sendco):
        first, second = children(school, 2)
        place = placed(base, first, starts_on=until(-30))
        closing = FACTS | {"closed_on": TODAY}
        version = version_of(base, BASE_FIELDS)
        with pytest.raises(TransitionNotAllowed, match="1 child has a place after"):
            change_base(base=base, version=version, by=sendco, **closing)
        left(place, ended_on=TODAY)
        base = change_base(base=base, version=version, by=sendco, **closing)
        with pytest.raises(TransitionNotAllowed, match="takes nobody"):
            placed(base, second)
        place.refresh_from_db()
        with pytest.raises(TransitionNotAllowed, match="closed on"):
            left(place, ended_on=until(1))

    def test_a_stale_save_is_refused(self, school, base, sendco):
        place = placed(base, *children(school, 1))
        old = version_of(place, PLACE_FIELDS)
        change_place(place=place, version=old, by=sendco, **PLAIN | {"transport": "Taxi"})
        with pytest.raises(StaleSave):
            change_place(place=place, version=old, by=sendco, **PLAIN)
        with pytest.raises(StaleSave):
            set_week(place=place, week="B" * 10, version="older", by=sendco)
        with pytest.raises(StaleSave):
            change_base(base=base, version="older", by=sendco, **FACTS)
        place.refresh_from_db()
        assert place.transport == "Taxi"


class TestSteps:
    def test_a_review_sets_the_next_and_an_older_one_does_not(self, school, base, sendco):
        place = placed(base, *children(school, 1), starts_on=until(-60))
        key = uuid7()
        for _ in range(2):  # pressed twice
            review_place(place=place, by=sendco, key=key, outcome="continue", **REVIEW)
        place.refresh_from_db()
        assert place.review_on == until(30)
        late = REVIEW | {"on": until(-30), "next_on": until(-1)}
        review_place(place=place, by=sendco, outcome="step", **late)
        place.refresh_from_db()
        assert place.review_on == until(30)
        assert BaseReview.objects.count() == 2

    @pytest.mark.parametrize(
        ("facts", "words"),
        [
            ({"on": until(-1)}, "after that day"),
            ({"next_on": TODAY}, "after this one"),
            ({"next_on": None}, "look at it again"),
        ],
    )
    def test_a_review_in_order(self, school, base, sendco, facts, words):
        place = placed(base, *children(school, 1))
        with pytest.raises(TransitionNotAllowed, match=words):
            review_place(place=place, by=sendco, outcome="continue", **REVIEW | facts)

    def test_a_step_is_planned_done_and_told(self, school, base, sendco):
        place = placed(base, *children(school, 1))
        step = add_step(place=place, by=sendco, **STEP)
        version = version_of(step, STEP_FIELDS)
        with pytest.raises(TransitionNotAllowed, match="when it was done"):
            change_step(step=step, version=version, by=sendco, **STEP | {"how": "Well"})
        said = STEP | {"how": "Well", "done_on": until(10)}
        assert change_step(step=step, version=version, by=sendco, **said).how == "Well"
        with pytest.raises(TransitionNotAllowed, match="after that day"):
            add_step(place=place, by=sendco, **STEP | {"on": until(-1)})

    def test_after_the_end_nothing_is_planned(self, school, base, sendco):
        place = left(placed(base, *children(school, 1)))
        with pytest.raises(TransitionNotAllowed, match="ended on"):
            add_step(place=place, by=sendco, **STEP)
        with pytest.raises(TransitionNotAllowed, match="ended on"):
            review_place(place=place, by=sendco, outcome="leave", **REVIEW)
        with pytest.raises(TransitionNotAllowed, match="ended on"):
            set_week(place=place, week="B" * 10, version=version_of(place, ["week"]), by=sendco)

    def test_what_is_due_follows_the_facts(self, school, base, sendco):
        place = placed(base, *children(school, 1), review_on=until(5))
        step = add_step(place=place, by=sendco, **STEP)
        due = Deadline.objects.filter(kind="base").order_by("due_on")
        assert [row.due_on for row in due] == [until(5), until(10), until(120)]
        assert not any("Rainbow" in row.title for row in due)
        said = STEP | {"done_on": TODAY}
        change_step(step=step, version=version_of(step, STEP_FIELDS), by=sendco, **said)
        assert [row.due_on for row in due.all()] == [until(5), until(120)]
        left(place, by=sendco)
        assert not due.all().exists()
        steps = AuditEvent.objects.filter(action="change_provision").values_list(
            "detail", flat=True
        )
        assert [each["step"] for each in steps.order_by("id")][-1] == "left a base"


class TestLeavingTheSchool:
    def test_the_place_ends_with_the_stay(self, school, base):
        (child,) = children(school, 1)
        place = placed(base, child, starts_on=until(-30))
        over = left(placed(base_at(school, name="Nest"), child, starts_on=until(-90)), until(-60))
        record_leaving(pupil=child, last_day=until(4), by=None)
        place.refresh_from_db()
        over.refresh_from_db()
        assert (place.ended_on, place.end_reason) == (until(4), "left")
        assert (over.ended_on, over.end_reason) == (until(-60), "class")
        assert not Deadline.objects.filter(kind="base").exists()

    def test_whoever_is_known_to_leave_has_a_place_until_then(self, school, base, sendco):
        (child,) = children(school, 1)
        record_leaving(pupil=child, last_day=until(4), by=None)
        place = placed(base, child)
        assert (place.ended_on, place.end_reason) == (until(4), "left")
        version = version_of(place, ("ended_on", "end_reason", "went_to", "end_note"))
        with pytest.raises(TransitionNotAllowed, match="leaves the school"):
            end_place(
                place=place,
                version=version,
                by=sendco,
                ended_on=until(5),
                end_reason="class",
                went_to="",
                end_note="",
            )

    def test_nobody_off_roll_comes_in(self, school, base):
        (child,) = children(school, 1)
        record_leaving(pupil=child, last_day=until(-1), by=None)
        with pytest.raises(TransitionNotAllowed, match="not on roll"):
            placed(base, child)


class TestPack:
    def test_the_next_school_is_told_and_makes_no_base_of_it(self, school, base, sendco):
        (child,) = children(school, 1)
        place = placed(base, child, starts_on=until(-30))
        add_step(place=place, by=sendco, **STEP)
        review_place(place=place, by=sendco, outcome="continue", **REVIEW)
        left(place, until(-2))
        placed(base, child, starts_on=until(-1))
        rows = contents_of(child).tables
        assert [row["name"] for row in rows["provision.provisionbase"]] == ["Rainbow room"]
        assert len(rows["provision.baseplace"]) == 2
        assert len(rows["provision.basestep"]) == len(rows["provision.basereview"]) == 1
        ours = {BasePlace, BaseReview, BaseStep, ProvisionBase}
        assert all(table.is_told_only for table in tables() if table.model in ours)


@pytest.mark.django_db(transaction=True)
def test_two_who_take_the_last_place_at_once_one_wins(today):
    school = SchoolFactory()
    with school_transaction(school):
        base = base_at(school, places=1)
        both = children(school, 2)
    said: list[str] = []
    start = threading.Barrier(2)

    def take(child):
        try:
            start.wait(timeout=10)
            with school_transaction(school):
                placed(base, child)
            said.append("taken")
        except TransitionNotAllowed as refused:
            said.append(str(refused))
        finally:
            connection.close()

    threads = [threading.Thread(target=take, args=(child,)) for child in both]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    assert sorted(words[:18] for words in said) == ["The one place is t", "taken"]
    with school_transaction(school):
        assert BasePlace.objects.count() == 1
