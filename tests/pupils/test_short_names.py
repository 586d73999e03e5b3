"""Short names on paper and behind a supply link: never two children of a class alike."""

import datetime as dt

import pytest

from pupils.rules.names import Named, short_names, told_apart
from pupils.selectors.class_sheet import sheet_of
from tests.factories import ClassGroupFactory, PupilFactory, SchoolFactory, member, teacher_of
from tests.pages import client_of, search, statements, text_of
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


_MAY, _MAY_TOO, _JUNE = dt.date(2018, 5, 3), dt.date(2017, 5, 3), dt.date(2018, 6, 9)


@pytest.mark.parametrize(
    ("children", "said"),
    [
        ([("Amy Lee", "Amy", _MAY), ("Amy Leeson", "Amy", _MAY)], {}),
        (
            [("Amy Lee", "Amy", _MAY), ("Amy Lee", "Amy", _JUNE)],
            {0: " (born 3 May)", 1: " (born 9 Jun)"},
        ),
        (
            [("Amy Lee", "Amy", _MAY), ("Amy Lee", "Amy", _MAY_TOO)],
            {0: " (born 3 May 2018)", 1: " (born 3 May 2017)"},
        ),
        ([("Amy Lee", "Amy Rose", _MAY), ("Amy Lee", "Amy", _JUNE)], {0: " (R)"}),
        (
            [("Amy Lee", "Amy Rose", _MAY), ("Amy Lee", "Amelia", _JUNE)],
            {0: " (R)", 1: " (Amelia)"},
        ),
        (
            [("Amy Lee", "Amy Rose", _MAY), ("Amy Lee", "Amy Ruth", _JUNE)],
            {0: " (born 3 May)", 1: " (born 9 Jun)"},
        ),
        ([("Lee, Amy", "Amy", _MAY), ("Lee, Bo", "Bo", _MAY)], {}),
    ],
    ids=range(7),
)
def test_whole_names_that_two_share_are_told_apart(children, said):
    assert told_apart(Named(at, *child) for at, child in enumerate(children)) == said


@pytest.mark.django_db
@pytest.mark.usefixtures("today")
def test_staff_tell_two_of_a_name_apart_wherever_they_stand_together():
    group = ClassGroupFactory(school=SchoolFactory())
    facts = {"school": group.school, "class_group": group, "on_register": ["SLCN"]}
    facts |= {"first_name": "Mary", "last_name": "Smith", "preferred_first_name": ""}
    older, younger = (PupilFactory(born_on=day, **facts) for day in (_MAY, _JUNE))
    client = client_of(member(group.school))
    few = len(statements(client, f"/{group.school.slug}/register/"))
    register = text_of(client.get(f"/{group.school.slug}/register/"))
    assert "Smith, Mary (born 3 May)" in register
    assert "Smith, Mary (born 9 Jun)" in register
    found = text_of(search(client, "smith", f"/{group.school.slug}/search/"))
    assert "Mary Smith (born 3 May)" in found
    alert(older)
    sheet = sheet_of(group, [older], today=TODAY)
    assert sheet.children[0].name == "Mary Smith (born 3 May)"
    assert sheet.children[0].short_name == "Mary Smith (born 3 May)"
    mine = text_of(client_of(teacher_of(group)).get(f"/{group.school.slug}/"))
    assert "Mary Smith (born 9 Jun)" in mine
    younger.last_name = "Smyth"
    younger.save()
    assert len(statements(client, f"/{group.school.slug}/register/")) == few
    assert "born" not in text_of(client.get(f"/{group.school.slug}/register/"))
