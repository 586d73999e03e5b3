"""Plans side by side: each figure from a case that can be counted by hand."""

from staff.planning.comparing import compare, pence_of
from staff.planning.instance import Instance
from staff.planning.reading import read_sessions
from tests.staff.planning.makers import adult, demand, instance, session


def values(*scenarios) -> dict[str, tuple]:
    read = {}
    for name, (data, rows) in enumerate(scenarios):
        each = Instance.from_data(data)
        read[str(name)] = (each, read_sessions(rows, each.demands))
    return {row.key: row.values for row in compare(read)}


BEN = demand("read", "ben", sessions=2, training=["elsa"])
LUNCH = demand("lunch", rank="duty", shape="duty", minutes=30, continuity=False)
ADULTS = [
    adult("ann", minutes=600, rate=1410, training={"elsa": "2027-03-01"}),
    adult("bob", minutes=300, rate=1000),
]
NOTED = {"overrides": [{"demand": "read", "adult": "bob", "note": "Begins in May"}]}


def test_each_scenario_has_its_figures_in_their_order():
    data = instance(BEN, LUNCH, adults=ADULTS, **NOTED)
    all_of_it = [
        session("read", "ann", 0, "09:00"),
        session("read", "bob", 1, "09:00"),
        session("lunch", "bob", 2, "09:00"),
    ]
    found = values((data, all_of_it), (data, all_of_it[:1]), (data, []))
    assert found["pence_a_week"] == (14100 + 5000,) * 3
    assert found["unmet_section_f"] == (0, 60, 120)
    assert found["unmet_duty"] == (0, 30, 30)
    assert found["by_override"] == (1, 0, 0)
    assert found["training_ends"] == (1, 1, 0)
    assert found["adults_per_child"] == (2, 1, 0)
    assert found["one_adult"] == (0, 1, 0)
    assert found["most_used"] == (30.0, 10.0, 0.0)
    assert found["least_used"] == (10.0, 0.0, 0.0)
    assert (found["most_duties"], found["least_duties"]) == ((30, 0, 0), (0, 0, 0))


def test_more_hours_cost_more_and_cover_more():
    longer = [ADULTS[0], {**ADULTS[1], "minutes": 360}]
    found = values(
        (instance(BEN, adults=ADULTS, **NOTED), []), (instance(BEN, adults=longer, **NOTED), [])
    )
    assert found["pence_a_week"] == (19100, 20100)


def test_without_every_rate_there_is_no_cost_at_all():
    hidden = [ADULTS[0], {**ADULTS[1], "rate": None}]
    assert pence_of(Instance.from_data(instance(BEN, adults=hidden))) is None


def test_no_figure_names_anybody():
    data = instance(BEN, adults=ADULTS)
    rows = compare({"a": (Instance.from_data(data), [])})
    text = " ".join(row.words for row in rows)
    assert "Ann" not in text and "Bob" not in text and "Ben" not in text
