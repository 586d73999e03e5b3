"""The same record is planned alike, whatever ids its rows happened to get."""

import datetime as dt
from uuid import UUID

import pytest

from pupils.models import Pupil
from staff.models import PlanDemand, TimeNeed
from staff.planning.greedy import plan_greedily
from staff.planning.times import Times
from staff.selectors.weeks.instances import instance_of, monday_of
from staff.selectors.weeks.order import in_order
from tests.factories import TODAY
from tests.staff.week_makers import draft, needed, weekly


def row(number: int, name: str, starts_on: dt.date = TODAY, **facts) -> PlanDemand:
    need = TimeNeed(name=name, starts_on=starts_on)
    return PlanDemand(pk=UUID(int=number), need=need, sessions=1, minutes=30, **facts)


class TestOrder:
    def test_demands_stand_by_name_not_by_id(self):
        rows = [row(1, "Yard"), row(2, "Lunch", adult_number=2), row(3, "Lunch"), row(4, "Bus")]
        assert [each.pk.int for each in in_order(rows, {})] == [4, 3, 2, 1]

    def test_of_the_same_name_by_their_children_then_by_their_beginning(self):
        later = TODAY + dt.timedelta(days=1)
        rows = [row(1, "Lunch"), row(2, "Lunch"), row(3, "Lunch", later), row(4, "Lunch")]
        zoe, amy = (Pupil(last_name=name, born_on=TODAY) for name in ("Zorn", "Abel"))
        pupils = {UUID(int=1): (zoe,), UUID(int=2): (amy,)}
        assert [each.pk.int for each in in_order(rows, pupils)] == [4, 3, 2, 1]


@pytest.mark.django_db
def test_a_week_is_filled_alike_when_its_demands_have_other_ids():
    made = weekly()
    for name in ("Yard", "Bus", "Lunch hall"):
        needed(made.school, name)
    plan = draft(made.school, monday_of_today())
    before = filled(plan)
    rows = list(PlanDemand.objects.filter(plan=plan).order_by("pk"))
    keys = sorted((each.pk for each in rows), reverse=True)
    PlanDemand.objects.filter(plan=plan).delete()
    for each, key in zip(rows, keys, strict=True):
        each.pk = key
        each._state.adding = True
        each.save(force_insert=True)
    assert filled(plan) == before
    assert len({name for name, *_ in before}) == 3


def monday_of_today() -> dt.date:
    return TODAY - dt.timedelta(days=TODAY.weekday())


def filled(plan) -> list[tuple]:
    """By name who gives what when."""
    read = instance_of(plan, monday_of(plan))
    names = {str(each.pk): each.need.name for each in plan.demands.select_related("need")}
    sessions = plan_greedily(read, Times(read))
    return [(names[s.demand], s.adult, s.span.weekday, s.span.starts) for s in sessions]
