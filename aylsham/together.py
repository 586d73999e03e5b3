"""Several reads in one statement: a page asks the database a few times, however much it shows.

A read is a generator that yields the querysets it needs next, gets their rows, and returns what it
makes of them:

    def people(pupil) -> Reads[People]:
        teachers, helpers = yield [teachers_of(pupil), helpers_of(pupil)]
        return People(teachers, helpers)

`read(people(pupil))` runs it, one statement for each of its yields; `at_once` lets several go side
by side, so that what they need at the same time is one statement for all of them. Beside querysets
a read may yield what a kept statement asks (`Together.asked`), where drawing up takes longest.
"""

import datetime as dt
import json
from collections.abc import Callable, Generator, Sequence
from copy import copy
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import ForeignKey, QuerySet

from aylsham.statements import Places
from aylsham.statements import read as read_kept

#: PostgreSQL takes no more for one function.
MOST_ARGUMENTS = 100

type Reads[T] = Generator[Sequence[QuerySet | Asked], Any, T]


def read[T](work: Reads[T]) -> T:
    """What a read comes to."""
    rows: list[list[Any]] | None = None
    while True:
        try:
            rows = _rows_of(work.send(rows))
        except StopIteration as done:
            return done.value


def rows_read(*querysets: "QuerySet | Asked") -> Reads[list[list[Any]]]:
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
        wanted: dict[int, Sequence[QuerySet | Asked]] = {}
        for number, answer in rows.items():
            try:
                wanted[number] = works[number].send(answer)
            except StopIteration as done:
                results[number] = done.value
        found = iter((yield [each for some in wanted.values() for each in some]))
        rows = {number: [next(found) for _ in some] for number, some in wanted.items()}
    return results


def _rows_of(querysets: "Sequence[QuerySet | Asked]") -> list[list[Any]]:
    """The rows of each queryset, as it would give them itself; at most one statement."""
    if len(querysets) == 1 and isinstance(querysets[0], QuerySet):
        return [list(querysets[0])]
    parts = [each if isinstance(each, Asked) else _Part(each) for each in querysets]
    sql, params = _joined(parts)
    if not sql:
        return [[] for _ in parts]
    with connections[querysets[0].db].cursor() as cursor:
        cursor.execute(sql, params)
        return _handed_out(parts, cursor.fetchone())


class Together:
    """Several querysets as one statement, drawn up at its first use and run with other values.

    As `Statement`, for rows of models: `build` gives the querysets, from a stand-in for each place.
    It is called twice, with other stand-ins: ValueError where one leaves a trace in the words.
    """

    def __init__(self, build: Callable[..., Sequence[QuerySet]], **places: type) -> None:
        self._build, self._kinds = build, places

    def rows(self, **values: Any) -> list[list[Any]]:
        """The rows of each queryset; one statement for all of them."""
        parts = self.asked(**values)
        sql, params = _joined(parts)
        if not sql:
            return [[] for _ in parts]
        [texts] = read_kept(sql, params)
        return _handed_out(parts, texts)

    def asked(self, **values: Any) -> list["Asked"]:
        """The querysets with these values, for a read to yield."""
        return [
            Asked(part, column, [values[name] for name in places])
            for part, column, places in self._compiled
        ]

    @cached_property
    def _compiled(self) -> list[tuple["_Part", str, list[str]]]:
        found, again = self._drawn_up(1), self._drawn_up(1 + len(self._kinds))
        if [words for _, *words in found] != [words for _, *words in again]:
            raise ValueError(f"something made of {list(self._kinds)} would be kept")
        return found

    def _drawn_up(self, first: int) -> list[tuple["_Part", str, list[str]]]:
        places = Places(self._kinds, first)
        parts = [_Part(each) for each in self._build(**places.stand_ins)]
        return [
            (part, *(places.kept(part.as_column(), part.params) if part.sql else ("", [])))
            for part in parts
        ]


def _joined(parts: "Sequence[_Part | Asked]") -> tuple[str, list[Any]]:
    """One statement for all of them with its parameters; empty where none asks for anything."""
    asked = [part for part in parts if part.sql]
    columns = ", ".join(part.as_column() for part in asked)
    return f"SELECT {columns}" if asked else "", [value for part in asked for value in part.params]


def _handed_out(parts: "Sequence[_Part | Asked]", texts: Sequence[str | None]) -> list[list[Any]]:
    """The rows of each part from what the joined statement gave."""
    left, ids = iter(texts), _Ids()
    return [part.rows(next(left), ids) if part.sql else [] for part in parts]


class _Ids(dict[str, UUID]):
    """Each id once: those of a school and of its children stand in row after row."""

    def __missing__(self, text: str) -> UUID:
        self[text] = found = UUID(text)
        return found


class _Part:
    """One queryset as a column of the statement: its rows come as JSON, and go back into it."""

    def __init__(self, queryset: QuerySet) -> None:
        self.queryset = queryset
        self.compiler: Any = queryset.query.get_compiler(queryset.db)
        try:
            self.sql, self.params = self.compiler.as_sql()
        except EmptyResultSet:
            self.sql, self.params = "", ()
            return
        fields = [column.output_field for column, _, _ in self.compiler.select]
        #: Which columns are ids, and how others come back that JSON does not hold as they are.
        self.ids = [n for n, field in enumerate(fields) if _kind(field) == "UUIDField"]
        made = ((n, _thaw(field)) for n, field in enumerate(fields) if n not in self.ids)
        self.thaw = [(n, make) for n, make in made if make is not None]

    def as_column(self) -> str:
        names = [f"c{n}" for n in range(len(self.compiler.select))]
        columns = ", ".join(names)
        row = f"json_build_array({columns})" if len(names) <= MOST_ARGUMENTS else "t"
        return f"(SELECT json_agg({row}) FROM ({self.sql}) AS t({columns}))::text"  # noqa: S608

    def rows(self, text: str | None, ids: _Ids) -> list[Any]:
        # The queryset goes its usual way, but for the database: related rows, annotations and
        # values come out of these rows as out of a cursor's. The compiler is a copy, since
        # another thread may be reading by the same.
        queryset, compiler = self.queryset.all(), copy(self.compiler)
        rows = json.loads(text or "[]")
        if rows and isinstance(rows[0], dict):
            rows = [list(row.values()) for row in rows]
        raw = [self._thawed(row, ids) for row in rows]
        compiler.execute_sql = lambda *args, **kwargs: iter([raw])
        query: Any = queryset.query
        query.get_compiler = lambda *args, **kwargs: compiler
        return list(queryset)

    def _thawed(self, row: list[Any], ids: _Ids) -> tuple[Any, ...]:
        for n in self.ids:
            if row[n] is not None:
                row[n] = ids[row[n]]
        for n, make in self.thaw:
            if row[n] is not None:
                row[n] = make(row[n])
        return tuple(row)


@dataclass(frozen=True)
class Asked:
    """A queryset that was drawn up before, with what differs this time; `sql`: its column."""

    part: _Part
    sql: str
    params: list[Any]

    @property
    def db(self) -> str:
        """The name of the database."""
        return self.part.queryset.db

    def as_column(self) -> str:
        return self.sql

    def rows(self, text: str | None, ids: _Ids) -> list[Any]:
        return self.part.rows(text, ids)


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


def _kind(field: Any) -> str:
    """What a column holds; of a key, what it points at holds."""
    return _kind(field.target_field) if isinstance(field, ForeignKey) else field.get_internal_type()


def _thaw(field: Any) -> Callable[[Any], Any] | None:
    """Turns a value of a column from JSON back; None where it is the same there.

    TypeError for a kind that it cannot.
    """
    kind = _kind(field)
    if isinstance(field, ArrayField):
        if (inner := _thaw(field.base_field)) is None:
            return None
        return lambda values: [None if value is None else inner(value) for value in values]
    if kind == "DecimalField":
        places = Decimal(1).scaleb(-(field.decimal_places or 0))
        return lambda value: Decimal(str(value)).quantize(places)
    if kind in _AS_IT_IS:
        return None
    if kind not in _THAWED:
        raise TypeError(f"{field} cannot be read together with others")
    return _THAWED[kind]
