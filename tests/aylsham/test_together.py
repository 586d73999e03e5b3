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
from aylsham.together import at_once, read
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
