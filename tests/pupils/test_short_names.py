"""Short names on paper and behind a supply link: never two children of a class alike."""

import pytest

from pupils.rules.names import short_names
from pupils.selectors.class_sheet import sheet_of
from tests.factories import ClassGroupFactory, PupilFactory, SchoolFactory
from tests.pupils.passports.makers import TODAY
from tests.pupils.test_class_sheet import alert


@pytest.mark.parametrize(
    ("names", "short"),
    [
        (["Mary Smith", "Zoe Smith"], ["Mary S", "Zoe S"]),
        (["Mary Smith", "Mary Singh"], ["Mary Sm", "Mary Si"]),
        (["Mary Smith", "Mary Singh", "Mary Sims"], ["Mary Sm", "Mary Sin", "Mary Sim"]),
        (["Mary Smith", "mary smythe"], ["Mary Smi", "mary smy"]),
        (["Jo Lee", "Jo Leeson"], ["Jo Lee", "Jo Lees"]),
        (["Jo O'Neill", "Jo O'Brien"], ["Jo O'N", "Jo O'B"]),
        (["Mary Smith", "Mary Smith"], ["Mary Smith", "Mary Smith"]),
        (["Mary ", "Mary Smith"], ["Mary", "Mary S"]),
        ([], []),
    ],
    ids=range(9),
)
def test_as_many_letters_as_it_takes(names, short):
    children = [(at, *name.split(" ", 1)) for at, name in enumerate(names)]
    assert list(short_names(children).values()) == short


@pytest.mark.django_db
@pytest.mark.usefixtures("today")
def test_an_alert_is_told_apart_from_a_child_for_whom_nothing_is_written():
    group = ClassGroupFactory(school=SchoolFactory())
    facts = {"school": group.school, "class_group": group, "first_name": "Mary"}
    with_alert = PupilFactory(last_name="Smith", preferred_first_name="", **facts)
    PupilFactory(last_name="Singh", preferred_first_name="", **facts)
    alert(with_alert)
    (row,) = sheet_of(group, [with_alert], today=TODAY).children
    assert row.short_name == "Mary Sm"
