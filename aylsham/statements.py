"""Reads of the busiest pages, compiled once: drawing one up can take longer than running it.

The database keeps its plan of them too: only what differs from call to call is sent beside the
words of a statement, and everything else stands in them.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import connection
from django.db.backends.postgresql.base import ServerBindingCursor
from django.db.models import BooleanField, F, Func, Model, QuerySet, UUIDField, Value
from django.db.models.sql.compiler import SQLCompiler
from psycopg.sql import Literal

#: What may differ from one request to the next.
Place = UUID | dt.date | dt.datetime


class Statement:
    """A queryset of values, compiled at its first use and run with other values each time.

    `places` names what differs, with its type: `Statement(build, pupil=UUID, today=date)`.
    Ids of which there are more or fewer are a `list`: see `among`.
    `build` is called once, with a stand-in for each. It must use no other id and no other day:
    `ValueError` if it does, since one request's would be kept for all that follow. A year or other
    number that comes from a day is a place of its own, an `int`.
    """

    def __init__(self, build: Callable[..., QuerySet], **places: type) -> None:
        self._build = build
        self._places = Places(places)

    def rows(self, **values: Place | list[UUID]) -> list[tuple[Any, ...]]:
        """The rows, each value as Django gives it. `KeyError` if a value is missing."""
        compiled = self._compiled
        rows = read(*self.sql(**values))
        if not compiled.converters:
            return rows
        return list(map(tuple, compiled.compiler.apply_converters(rows, compiled.converters)))

    def dicts(self, **values: Place | list[UUID]) -> list[dict[str, Any]]:
        """The rows of a queryset of `values()`, by the names of its columns."""
        names = self._compiled.names
        return [dict(zip(names, row, strict=True)) for row in self.rows(**values)]

    def sql(self, **values: Place | list[UUID]) -> tuple[str, list[Any]]:
        """The statement with its parameters, to be part of another that `read` is given."""
        compiled = self._compiled
        return compiled.sql, [values[name] for name in compiled.places]

    @cached_property
    def _compiled(self) -> "_Compiled":
        query = self._build(**self._places.stand_ins).query
        compiler = query.get_compiler("default")
        sql, parameters = compiler.as_sql()
        columns = [column for column, _, _ in compiler.select]
        return _Compiled(
            compiler,
            *self._places.kept(sql, parameters),
            compiler.get_converters(columns),
            list(query.selected or ()),
        )


class Places:
    """What differs from call to call, with something to stand for each while words are drawn up."""

    def __init__(self, kinds: Mapping[str, type], first: int = 1) -> None:
        self.stand_ins = {
            name: _stand_in(kind, n) for n, (name, kind) in enumerate(kinds.items(), first)
        }

    def kept(self, sql: str, parameters: Sequence[Any]) -> tuple[str, list[str]]:
        """A statement with all that is always the same in it, and what stands for each `%s` left."""
        names = [self._name(value) for value in parameters]
        words = with_constants(sql, list(zip(names, parameters, strict=True)))
        return words, [name for name in names if name]

    def _name(self, value: Any) -> str:
        """The name of what differs from call to call; empty for what is always the same."""
        for name, stand_in in self.stand_ins.items():
            if stand_in == value:
                return name
        if any(
            isinstance(v, Place) for v in (value if isinstance(value, list | tuple) else [value])
        ):
            raise ValueError(f"{value} would be kept for every request")
        return ""


@dataclass(frozen=True)
class _Compiled:
    compiler: SQLCompiler
    sql: str
    #: What stands for each `%s` of it.
    places: list[str]
    converters: dict[int, Any]
    names: list[str]


def read(sql: str, parameters: Sequence[Any]) -> list[tuple[Any, ...]]:
    """The rows of a statement whose words are always the same, so that its plan is kept.

    Django writes the parameters into a statement, and PostgreSQL then has to plan each anew.
    """
    connection.ensure_connection()
    binding: Any = ServerBindingCursor  # its types know nothing of psycopg 3
    cursor = binding(connection.connection)
    wrapped = connection.make_debug_cursor if connection.queries_logged else connection.make_cursor
    with wrapped(cursor) as asked:
        asked.execute(sql, parameters)
        return asked.fetchall()


def with_constants(sql: str, parameters: Iterable[tuple[str | bool, Any]]) -> str:
    """The statement with everything in it that has no place of its own."""
    connection.ensure_connection()
    left = iter(parameters)

    def filled(found: re.Match[str]) -> str:
        if found[0] == "%%":
            return found[0]
        place, value = next(left)
        return "%s" if place else Literal(value).as_string(connection.connection).replace("%", "%%")

    return re.sub("%[%s]", filled, sql)


def _stand_in(kind: type, number: int) -> Place | list[UUID] | int:
    """A value that nobody has: an id, a time long gone, a number that no small column is near."""
    if kind is int:
        return 31_000 + number
    if kind in (UUID, list):
        found = UUID(int=number)
        return found if kind is UUID else [found]
    day = dt.date.min + dt.timedelta(number)
    return day if kind is dt.date else dt.datetime.combine(day, dt.time.min, dt.UTC)


def among(column: str, ids: list[UUID]) -> Func:
    """The condition that a column has one of these ids, as one value whatever their number."""
    value = Value(ids, output_field=ArrayField(UUIDField()))
    words = {"template": "%(expressions)s)", "arg_joiner": " = ANY("}
    return Func(F(column), value, output_field=BooleanField(), **words)


def columns_of(model: type[Model], path: str = "") -> list[str]:
    """All columns of a model as a queryset of values names them, `path` being the way to it."""
    return [f"{path}{field.attname}" for field in model._meta.concrete_fields]


def made_from[M: Model](model: type[M], values: dict[str, Any], path: str = "") -> M | None:
    """The row of a model that stands among these values; None where there is none."""
    names = columns_of(model)
    found = [values[f"{path}{name}"] for name in names]
    key = names.index(model._meta.pk.attname)
    return model.from_db("default", names, found) if found[key] is not None else None
