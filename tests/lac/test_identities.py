"""After adoption the old and the new child are never linked: not by UPN, name or birthday."""

import ast
from pathlib import Path

import pytest
from django.conf import settings

from lac.models import CarePeriod
from lac.services.periods import leave_care
from pupils.codes import ImportKind
from pupils.models import Pupil
from pupils.services.importing.running import run_import
from tests.factories import TODAY, PupilFactory, SchoolFactory, member
from tests.lac.makers import in_care
from tests.pupils.importing.makers import child, csv_bytes, upn

LAC = Path(settings.BASE_DIR) / "lac"
#: What could tell that two records are one child.
TELLING = {"upn", "former_upn", "born_on", "first_name", "last_name", "preferred_first_name"}


_NAME = {"first_name", "last_name"}
SHOWN = {
    # A plan on paper says when its child was born, as its form asks; nothing is looked for by it.
    "pep_word.py": {"born_on"},
    "pep_content.py": {"born_on"},
    # A list from outside names children by UPN or name: its rows are compared with the children on
    # roll, never with a record that was set apart, and no record with another.
    "children.py": {"upn", "born_on", *_NAME},
    "sums.py": {"upn"},
    "weeks.py": _NAME,
    # Of the children of a meeting their names alone are read.
    "meetings.py": {"preferred_first_name", *_NAME},
    # What must not stand in the words of a report.
    "report_traces.py": {"born_on", "preferred_first_name", *_NAME},
}


def told_by(source: str) -> set[str]:
    """The names in a module that could tell two records to be one child, also inside of lookups."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        words = []
        if isinstance(node, ast.Attribute):
            words = [node.attr]
        elif isinstance(node, ast.keyword):
            words = (node.arg or "").split("__")
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            words = node.value.split("__")
        found |= TELLING.intersection(words)
    return found


def test_nothing_in_lac_looks_at_what_could_link_two_children():
    modules = [p for p in LAC.rglob("*.py") if "migrations" not in p.parts]
    assert len(modules) > 25
    found = {p.name: told for p in modules if (told := told_by(p.read_text()))}
    assert found == SHOWN


@pytest.mark.parametrize(
    "planted",
    ["Pupil.objects.filter(upn=old.upn)", "rows.filter(pupil__born_on=day)", "F('last_name')"],
)
def test_a_planted_comparison_is_caught(planted):
    assert told_by(planted)


@pytest.mark.django_db
@pytest.mark.usefixtures("today")
class TestANewRecord:
    @pytest.fixture
    def before(self):
        pupil = PupilFactory(
            school=SchoolFactory(slug="oakfield"), first_name="Ava", last_name="Old"
        )
        leave_care(period=in_care(pupil), last_day=TODAY, through="A", by=None)
        return pupil

    def test_a_roll_with_a_new_upn_makes_a_new_child_without_the_old_care(self, before):
        new = roll_of(
            before.school,
            serial=7,
            **{"Forename": "Ava", "Surname": "New", "Date of birth": "14/03/2018"},
        )
        assert new.pk != before.pk
        assert not CarePeriod.objects.filter(pupil=new).exists()
        assert CarePeriod.objects.filter(pupil=before).count() == 2

    def test_the_page_of_the_new_child_says_nothing_of_the_old(self, client, before):
        new = PupilFactory(school=before.school, first_name="Ava", last_name="New")
        client.force_login(member(before.school))
        page = client.get(f"/oakfield/children/{new.pk}/care/").content.decode()
        assert "Nothing is recorded of care" in page
        assert str(before.pk) not in page
        assert "Old" not in page


def roll_of(school, serial: int, **row) -> Pupil:
    """The child that a roll of one line makes."""
    run_import(
        school=school, kind=ImportKind.ROLL, data=csv_bytes([child(serial, **row)]), name="roll.csv",
        today=TODAY, by=None, is_written=True,
    )  # fmt: skip
    return Pupil.objects.get(upn=upn(serial))
