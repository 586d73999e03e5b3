"""The SENDCo's provision map: every row with its children, to the penny, and back."""

import datetime as dt
import io
import json
import re
from decimal import ROUND_HALF_UP, Decimal

import openpyxl
import pytest
from django.core.management import CommandError, call_command

from aylsham.models import Closure, Term
from provision.models import Place, Provision
from provision.selectors.rates import rate_book
from provision.selectors.shares import shares
from provision.services.drafts import begin_provision
from provision.services.importing.running import import_provision
from pupils.codes import ImportKind
from pupils.models import FileImport, Pupil
from pupils.services.importing.lifecycle import read_import, undo_import
from pupils.services.importing.running import run_import
from pupils.services.importing.undoing import UndoRefused
from tests.factories import (
    TODAY,
    FederationFactory,
    PupilFactory,
    SchoolFactory,
    UserFactory,
    behind_the_wall,
    member,
)
from tests.pages import client_of, text_of
from tests.pupils.importing.makers import SAMPLES, csv_bytes

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
FILE = SAMPLES / "sendco_provision_map.xlsx"
ROLLS = {
    "Bure Valley School": "bure-valley_arbor.csv",
    "John of Gaunt Infant and Nursery School": "john-of-gaunt_sims.xlsx",
    "John Bear's Nursery": "john-bears_bromcom.csv",
}
HEAD = [
    "Term",
    "Provision",
    "Tier",
    "Pupils",
    "Sessions per week",
    "Minutes",
    "Weeks",
    "Delivered by",
    "Cost per hour",
]


@pytest.fixture
def schools():
    """The three schools of the map, with their rolls."""
    federation, made = FederationFactory(), []
    for name, file in ROLLS.items():
        school = SchoolFactory(federation=federation, name=name)
        run_import(
            school=school, kind=ImportKind.ROLL, data=(SAMPLES / file).read_bytes(), name=file,
            today=TODAY, by=None, is_written=True,
        )  # fmt: skip
        made.append(school)
    behind_the_wall(*made)
    return made


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


def run(schools, data=None, *, is_written=True):
    return import_provision(
        schools=schools, data=data or FILE.read_bytes(), name="map.xlsx", today=TODAY, by=None,
        is_written=is_written,
    )  # fmt: skip


def by_the_sheet() -> dict[str, list[tuple[str, int, int]]]:
    """School → (provision, children, pence) of each row, worked out from the cells alone."""
    found: dict[str, list[tuple[str, int, int]]] = {}
    sheet = openpyxl.load_workbook(FILE).active
    for row in sheet.iter_rows(min_row=2, values_only=True):
        school, _, name, _, _, pupils, sessions, minutes, weeks, _, rate, resources, _ = row
        hours = Decimal(sessions) * Decimal(minutes) / 60 * Decimal(weeks)
        pounds = hours * Decimal(str(rate)) + Decimal(str(resources))
        pence = int((pounds * 100).to_integral_value(ROUND_HALF_UP))
        found.setdefault(school, []).append((name, len(pupils.split(";")), pence))
    return found


def test_totals_are_those_of_the_sheet_to_the_penny(schools):
    expected = by_the_sheet()
    report = run(schools)
    assert report.as_json()["faults"] == []
    whole = sum(pence for rows in expected.values() for _, _, pence in rows)
    assert {n: report.counts[n] for n in ("rows", "good", "new", "pence")} == {
        "rows": 32, "good": 32, "new": 32, "pence": whole,
    }  # fmt: skip
    for school in schools:
        rows = list(Provision.objects.filter(school=school))
        assert {row.state for row in rows} == {"draft"}
        places = {row.pk: list(row.places.select_related("pupil")) for row in rows}
        seen = set(Pupil.objects.filter(school=school).values_list("pk", flat=True))
        parts = shares(rows, places, rate_book(school), seen)
        found = [
            (row.name, len(places[row.pk]), sum(p.planned for s, p in parts if s.provision == row))
            for row in rows
        ]
        assert sorted(found) == sorted(expected[school.name])


def test_a_second_time_changes_nothing_and_one_school_takes_only_its_rows(schools):
    first = run(schools[:1])
    assert (first.counts["new"], first.counts["other_schools"]) == (12, 20)
    again = run(schools[:1])
    assert (again.counts["new"], again.counts["unchanged"]) == (0, 12)
    assert Provision.objects.count() == 12


def test_a_dry_run_leaves_no_trace(schools):
    run(schools, is_written=False)
    assert not Provision.objects.exists()
    assert not FileImport.objects.filter(kind=ImportKind.MAP).exists()


def test_it_can_be_taken_back_until_somebody_begins_a_draft(schools):
    run(schools[:1])
    done = FileImport.objects.get(kind=ImportKind.MAP)
    by = UserFactory()
    row = Provision.objects.first()
    begin_provision(provision=row, by=by)
    with pytest.raises(UndoRefused):
        undo_import(file_import=done, by=by)
    Provision.objects.filter(pk=row.pk).update(state="draft")
    undo_import(file_import=done, by=by)
    assert not Provision.objects.exists() and not Place.objects.exists()


def sheet(*rows) -> bytes:
    return csv_bytes([dict(zip(HEAD, row, strict=True)) for row in rows])


GOOD = ["Autumn 2026", "Talk", "Targeted", "Reed, Amy", "3", "30", "10", "TA", "£14.12"]


@pytest.mark.parametrize(
    ("place", "cell", "problem"),
    [
        (0, "Michaelmas", "not a term"),
        (1, "", "missing"),
        (2, "Gold", "unknown tier"),
        (3, "Reed, Amy; Nobody, At All", "children not found"),
        (3, "Lee, Sam", "several children of this name"),
        (4, "often", "not a whole number"),
        (5, "0", "not a whole number"),
        (6, "-3", "not a whole number"),
        (7, "wizard", "unknown role"),
        (8, "14.125", "not a sum of money"),
        (8, "=A1", "formula in a cell"),
        (8, "NaN", "not a sum of money"),
    ],
    ids=str,
)
def test_what_cannot_be_read_is_said_by_row_and_column(school, place, cell, problem):
    for first, last in (("Amy", "Reed"), ("Sam", "Lee"), ("Sam", "Lee")):
        PupilFactory(school=school, first_name=first, last_name=last)
    row = [*GOOD]
    row[place] = cell
    report = run([school], sheet(GOOD, row))
    (fault,) = report.preview["faults"]
    assert (fault["row"], fault["column"], fault["problem"]) == (3, HEAD[place], problem)
    assert Provision.objects.get().places.count() == 1


@pytest.mark.parametrize("name", ["Reed, Amy", "Amy Reed", "reed,  amy", "UPN"])
def test_children_are_found_by_name_in_either_order_or_by_upn(school, name):
    child = PupilFactory(school=school, first_name="Amy", last_name="Reed")
    run([school], sheet([*GOOD[:3], child.upn if name == "UPN" else name, *GOOD[4:]]))
    assert Place.objects.get().pupil == child


@pytest.mark.parametrize(
    ("term", "weeks", "ends_on"),
    [
        ("Autumn 2026", "6", dt.date(2026, 10, 9)),  # six weeks from the first Tuesday
        ("Autumn 2026", "8", dt.date(2026, 10, 23)),
        ("Autumn 2026", "9", dt.date(2026, 11, 6)),  # half-term is no taught week
        ("Autumn 2026", "39", dt.date(2026, 12, 18)),  # never past the end of its term
        ("2026/27", "39", dt.date(2026, 12, 18)),
    ],
)
def test_a_row_ends_after_its_weeks_and_never_after_its_term(school, term, weeks, ends_on):
    Term.objects.create(
        school=school, academic_year=2026, name="autumn",
        starts_on=dt.date(2026, 9, 1), ends_on=dt.date(2026, 12, 18),
    )  # fmt: skip
    Closure.objects.create(
        school=school, kind="half_term",
        starts_on=dt.date(2026, 10, 26), ends_on=dt.date(2026, 10, 30),
    )  # fmt: skip
    PupilFactory(school=school, first_name="Amy", last_name="Reed")
    run([school], sheet([term, *GOOD[1:6], weeks, *GOOD[7:]]))
    row, place = Provision.objects.get(), Place.objects.get()
    assert (row.starts_on, row.ends_on) == (dt.date(2026, 9, 1), ends_on)
    assert (place.ends_on, row.weeks) == (ends_on, int(weeks))


def test_without_a_rate_the_card_counts_and_another_shape_is_left_alone(school):
    PupilFactory(school=school, first_name="Amy", last_name="Reed")
    report = run([school], sheet([*GOOD[:8], ""]))
    assert report.preview["new"][0]["class_name"] == "no rate for this role"
    other = run([school], sheet([*GOOD[:5], "45", *GOOD[6:]]))
    assert other.preview["warnings"][0]["problem"] == "given already, otherwise"
    assert Provision.objects.get().minutes == 30


def test_the_page_shows_rows_with_costs_and_writes_drafts(school):
    PupilFactory(school=school, first_name="Amy", last_name="Reed")
    client = client_of(member(school))
    file = io.BytesIO(sheet(GOOD))
    file.name = "map.csv"
    answer = client.post("/oakfield/import/", {"kind": "map", "file": file})
    waiting = FileImport.objects.get()
    read_import(file_import=waiting, today=TODAY)
    page = client.get(answer.url)
    assert "1 provisions: 1 new" in text_of(page) and "£211.80" in text_of(page)
    client.post(f"{answer.url}write/", {"mark": page.context["mark"]})
    assert Provision.objects.get().state == "draft"


def test_the_command_finds_the_schools_that_the_map_names(schools, capsys):
    SchoolFactory()
    call_command("import_provision", str(FILE), "--json")
    said = json.loads(capsys.readouterr().out)
    assert (said["rows"], said["new"], said["faults"]) == (32, 32, [])
    assert not Provision.objects.exists()
    call_command("import_provision", str(FILE), "--commit")
    assert "Written." in capsys.readouterr().out
    behind_the_wall(*schools)
    assert Provision.objects.count() == 32
    with pytest.raises(CommandError, match="--school"):
        call_command("import_provision", str(FILE), "--school", "nowhere")


def test_a_file_that_is_no_map_says_which_columns_one_has(school):
    client = client_of(member(school))
    chosen = client.get("/oakfield/import/", {"kind": "map"}).content.decode()
    assert 'value="map" id="id_kind_3" checked' in re.sub(r"\s+", " ", chosen)
    file = io.BytesIO(b"Colour,Animal\nred,fox\n")
    file.name = "map.csv"
    answer = client.post("/oakfield/import/", {"kind": "map", "file": file})
    read_import(file_import=FileImport.objects.get(), today=TODAY)
    words = text_of(client.get(answer.url))
    assert "the school, term or school year, provision, tier, main need or children" in words
    assert "UPN" not in words and not Provision.objects.exists()
