"""Several reads in one statement: a page asks the database a few times, however much it shows.

A read is a generator that yields the querysets it needs next, gets their rows, and returns what it
makes of them:

    def people(pupil) -> Reads[People]:
        teachers, helpers = yield [teachers_of(pupil), helpers_of(pupil)]
        return People(teachers, helpers)

`read(people(pupil))` runs it, one statement for each of its yields; `at_once` lets several go side
by side, so that what they need at the same time is one statement for all of them.
"""

import datetime as dt
import json
from collections.abc import Callable, Generator, Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import ForeignKey, QuerySet

type Reads[T] = Generator[Sequence[QuerySet], Any, T]


def read[T](work: Reads[T]) -> T:
    """What a read comes to."""
    rows: list[list[Any]] | None = None
    while True:
        try:
            rows = _rows_of(work.send(rows))
        except StopIteration as done:
            return done.value


def rows_read(*querysets: QuerySet) -> Reads[list[list[Any]]]:
    """The rows of each queryset, to go with other reads."""
    return (yield querysets)


def read_rows(*querysets: QuerySet) -> list[list[Any]]:
    """The rows of each queryset; one statement for all of them."""
    return _rows_of(querysets)


def at_once(*works: Reads[Any]) -> Reads[list[Any]]:
    """What each of these reads comes to, in their order."""
    results: list[Any] = [None] * len(works)
    rows: dict[int, list[list[Any]] | None] = dict.fromkeys(range(len(works)))
    while rows:
        wanted: dict[int, Sequence[QuerySet]] = {}
        for number, answer in rows.items():
            try:
                wanted[number] = works[number].send(answer)
            except StopIteration as done:
                results[number] = done.value
        found = iter((yield [each for some in wanted.values() for each in some]))
        rows = {number: [next(found) for _ in some] for number, some in wanted.items()}
    return results


def _rows_of(querysets: Sequence[QuerySet]) -> list[list[Any]]:
    """The rows of each queryset, as it would give them itself; at most one statement."""
    if len(querysets) < 2:
        return [list(each) for each in querysets]
    parts = [_Part(each) for each in querysets]
    if asked := [part for part in parts if part.sql]:
        with connections[asked[0].queryset.db].cursor() as cursor:
            cursor.execute(
                f"SELECT {', '.join(part.as_column() for part in asked)}",
                [value for part in asked for value in part.params],
            )
            for part, text in zip(asked, cursor.fetchone(), strict=True):
                part.take(text)
    return [part.rows() for part in parts]


class _Part:
    """One queryset as a column of the statement: its rows come as JSON, and go back into it."""

    def __init__(self, queryset: QuerySet) -> None:
        self.queryset = queryset.all()
        self.compiler: Any = self.queryset.query.get_compiler(self.queryset.db)
        self.raw: list[tuple[Any, ...]] = []
        try:
            self.sql, self.params = self.compiler.as_sql()
        except EmptyResultSet:
            self.sql, self.params = "", ()

    def as_column(self) -> str:
        names = ", ".join(f"c{n}" for n in range(len(self.compiler.select)))
        return f"(SELECT json_agg(t) FROM ({self.sql}) AS t({names}))::text"  # noqa: S608

    def take(self, text: str | None) -> None:
        thaw = [_thaw(column.output_field) for column, _, _ in self.compiler.select]
        for row in json.loads(text or "[]"):
            self.raw.append(
                tuple(
                    None if value is None else make(value)
                    for make, value in zip(thaw, row.values(), strict=True)
                )
            )

    def rows(self) -> list[Any]:
        if not self.sql:
            return []
        # The queryset goes its usual way, but for the database: related rows, annotations and
        # values come out of these rows as out of a cursor's.
        self.compiler.execute_sql = lambda *args, **kwargs: iter([self.raw])
        query: Any = self.queryset.query
        query.get_compiler = lambda *args, **kwargs: self.compiler
        return list(self.queryset)


#: From JSON to what the database's own driver gives, by the kind of a column.
_THAWED: dict[str, Callable[[Any], Any]] = {
    "UUIDField": UUID,
    "DateField": dt.date.fromisoformat,
    "TimeField": dt.time.fromisoformat,
    "DateTimeField": dt.datetime.fromisoformat,
    "FloatField": float,
    "JSONField": json.dumps,
}
_AS_IT_IS = frozenset(
    [
        "BigAutoField",
        "AutoField",
        "BigIntegerField",
        "IntegerField",
        "SmallIntegerField",
        "BooleanField",
        "CharField",
        "PositiveIntegerField",
        "PositiveSmallIntegerField",
        "PositiveBigIntegerField",
        "TextField",
        "SlugField",
        "EmailField",
        "URLField",
    ]
)


def _thaw(field: Any) -> Callable[[Any], Any]:
    """Turns a value of a column from JSON back; TypeError for a kind that it cannot."""
    if isinstance(field, ForeignKey):
        return _thaw(field.target_field)
    if isinstance(field, ArrayField):
        inner = _thaw(field.base_field)
        return lambda values: [None if value is None else inner(value) for value in values]
    kind = field.get_internal_type()
    if kind == "DecimalField":
        places = Decimal(1).scaleb(-(field.decimal_places or 0))
        return lambda value: Decimal(str(value)).quantize(places)
    if kind in _AS_IT_IS:
        return lambda value: value
    if kind not in _THAWED:
        raise TypeError(f"{field} cannot be read together with others")
    return _THAWED[kind]
