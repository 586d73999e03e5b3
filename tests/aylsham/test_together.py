"""Several reads in one statement: every kind of column comes back as a cursor would give it."""

import datetime as dt
from decimal import Decimal
from uuid import UUID

import pytest
from django.contrib.postgres.fields import ArrayField
from django.db import connection, models
from django.db.models import DurationField, F, Value
from django.test.utils import CaptureQueriesContext

from aylsham.models import School
from aylsham.tenancy.row_security import set_schools
from aylsham.together import Together, at_once, read, read_rows
from pupils.models import Pupil
from tests.factories import PupilFactory, SchoolFactory

pytestmark = pytest.mark.django_db

#: A value of each kind of column, with the digits and marks that JSON could lose.
KINDS = {
    "uuid": (UUID("019365b0-0000-7000-8000-00000000000a"), models.UUIDField()),
    "date": (dt.date(2026, 2, 28), models.DateField()),
    "time": (dt.time(9, 5, 7, 120), models.TimeField()),
    "moment": (dt.datetime(2026, 7, 1, 23, 59, 1, 7, dt.UTC), models.DateTimeField()),
    "float": (0.1, models.FloatField()),
    "pence": (Decimal("12345678.90"), models.DecimalField(max_digits=12, decimal_places=2)),
    "number": (2**62 + 1, models.BigIntegerField()),
    "small": (7, models.SmallIntegerField()),
    "yes": (True, models.BooleanField()),
    "words": ('Zoë’s "line"\n\\ 100 % <b>', models.TextField()),
    "facts": ({"a": [1, None, "é"], "b": {}}, models.JSONField()),
    "list": (["a,b", "{}", None], ArrayField(models.TextField())),
    "days": ([dt.date(2026, 1, 1)], ArrayField(models.DateField())),
}


def together(first, second):
    def work():
        return (yield [first, second])

    return read(work())


@pytest.fixture
def child():
    return PupilFactory(school=SchoolFactory(), first_name="Zoë")


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_column_comes_back_as_it_was(child, kind):
    value, field = KINDS[kind]
    rows = Pupil.objects.annotate(seen=Value(value, output_field=field)).values_list("seen")
    assert together(rows, rows) == [[(value,)], [(value,)]]
    assert list(rows) == [(value,)]


@pytest.mark.parametrize("kind", KINDS)
def test_null_stays_null(child, kind):
    _, field = KINDS[kind]
    rows = Pupil.objects.annotate(seen=Value(None, output_field=field)).values_list("seen")
    assert together(rows, rows) == [[(None,)], [(None,)]]


def test_whole_rows_and_their_related_rows_are_those_of_the_usual_way(child):
    rows = Pupil.objects.select_related("school").annotate(again=F("first_name"))
    with CaptureQueriesContext(connection) as asked:
        found, schools = together(rows, School.objects.filter(pk=child.school_id))
        assert (found[0].school, found[0].again) == (schools[0], "Zoë")
    assert len(asked) == 1
    usual = rows.get()
    for field in Pupil._meta.concrete_fields:
        assert getattr(found[0], field.attname) == getattr(usual, field.attname)


def test_an_empty_set_and_no_row_at_all(child):
    nobody, none = Pupil.objects.filter(first_name="Nobody"), Pupil.objects.none()
    assert together(nobody, none) == [[], []]
    with CaptureQueriesContext(connection) as asked:
        assert together(none, none) == [[], []]
    assert len(asked) == 0
    assert together(none, Pupil.objects.all()) == [[], [child]]


def test_order_and_limit_are_kept(child):
    for name in ("Ben", "Ann", "Cas"):
        PupilFactory(school=child.school, first_name=name)
    names = Pupil.objects.values_list("first_name", flat=True)
    assert together(names.order_by("first_name")[:2], names.order_by("-first_name")[1:3]) == [
        ["Ann", "Ben"],
        ["Cas", "Ben"],
    ]


def test_an_unknown_kind_is_refused_and_not_guessed(child):
    long = Pupil.objects.annotate(seen=Value(dt.timedelta(days=1), output_field=DurationField()))
    with pytest.raises(TypeError, match="cannot be read together"):
        together(long, long)


def test_reads_side_by_side_take_turns_in_one_statement_each(child):
    def once():
        [(found,)] = [(yield [Pupil.objects.filter(pk=child.pk)])]
        return [row.pk for row in found]

    def twice():
        yield [Pupil.objects.all()]
        [schools] = yield [School.objects.filter(pk=child.school_id)]
        return schools[0].pk

    with CaptureQueriesContext(connection) as asked:
        assert read(at_once(once(), twice())) == [[child.pk], child.school_id]
    assert len(asked) == 2


def test_the_second_wall_holds_for_it(child):
    """Row security cuts its statement as any other: no other school, and nothing with none."""
    other = PupilFactory(school=SchoolFactory())
    set_schools([child.school_id])
    assert together(Pupil.objects.all(), Pupil.objects.filter(pk=other.pk)) == [[child], []]
    set_schools([])
    assert together(Pupil.objects.all(), Pupil.objects.all()) == [[], []]


def test_rows_of_more_columns_than_a_function_takes(child):
    more = {f"n{n}": Value(n) for n in range(120)}
    [[row], _] = read_rows(Pupil.objects.annotate(**more), Pupil.objects.all())
    assert (row, row.first_name, row.n119) == (child, "Zoë", 119)


def _of(school, pupil, today, year):
    kept = Pupil.objects.filter(school_id=school)
    return kept.filter(pk=pupil, born_on__lt=today), kept.annotate(year=Value(year)), kept.none()


OF = {"school": UUID, "pupil": UUID, "today": dt.date, "year": int}


def test_what_was_drawn_up_once_runs_with_other_values(child):
    kept, today = Together(_of, **OF), dt.date(2026, 11, 29)
    other = PupilFactory(school=SchoolFactory())
    for pupil in (child, other):
        own = {"school": pupil.school_id, "pupil": pupil.pk, "year": 2000 + len(pupil.first_name)}
        with CaptureQueriesContext(connection) as asked:
            [one], [again], none = kept.rows(**own, today=today)
        assert (one, again, again.year, none) == (pupil, pupil, own["year"], [])
        assert one.born_on == pupil.born_on
        assert len(asked) == 1
        assert kept.rows(**own, today=pupil.born_on)[0] == []


@pytest.mark.parametrize("name", ["Zoë", "100% O'Neill %s %%"])
def test_what_was_drawn_up_once_goes_beside_what_is_not(child, name):
    Pupil.objects.filter(pk=child.pk).update(last_name=name)
    kept = Together(
        lambda school: [
            Pupil.objects.filter(school_id=school, last_name=name).select_related("school"),
            Pupil.objects.filter(school_id=school).exclude(last_name=name),
            Pupil.objects.none(),
        ],
        school=UUID,
    )
    of_child, of_other = child.school_id, PupilFactory(school=SchoolFactory()).school_id

    def both():
        first = yield [School.objects.filter(name__contains="%"), *kept.asked(school=of_child)]
        [alone, *_] = yield kept.asked(school=of_other)[:1]
        return first, alone

    for _ in range(2):
        with CaptureQueriesContext(connection) as asked:
            [(of_name, [found], others, none), alone] = read(both())
        assert (of_name, found, others, none, alone) == ([], child, [], [], [])
        assert (found.last_name, found.school.name) == (name, child.school.name)
        assert len(asked) == 2


def test_related_rows_come_with_what_was_drawn_up_once(child):
    kept = Together(
        lambda school: [Pupil.objects.filter(school_id=school).select_related("school")],
        school=UUID,
    )
    for _ in range(2):
        [[found]] = kept.rows(school=child.school_id)
        assert found.school.name == child.school.name


@pytest.mark.parametrize(
    "build",
    [
        lambda today, **_: [Pupil.objects.filter(year_group=str(today.day % 7))],
        lambda today, **_: [Pupil.objects.filter(born_on=today + dt.timedelta(7))],
        lambda school, **_: [Pupil.objects.filter(last_name=str(school))],
        lambda year, **_: [Pupil.objects.annotate(next=Value(year + 1))],
    ],
    ids=["number of a day", "another day", "text of an id", "number of a number"],
)
def test_nothing_made_of_a_value_is_kept_for_every_request(build):
    kept = Together(build, school=UUID, today=dt.date, year=int)
    with pytest.raises(ValueError, match="kept"):
        kept.rows(school=UUID(int=9), today=dt.date(2026, 11, 29), year=2026)


def test_nothing_to_ask_is_no_statement(child):
    kept = Together(lambda: [Pupil.objects.none()])
    with CaptureQueriesContext(connection) as asked:
        assert kept.rows() == [[]]
    assert len(asked) == 0
