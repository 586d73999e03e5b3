"""Reads of the busiest pages, compiled once: drawing one up can take longer than running it."""

import datetime as dt
from collections.abc import Callable
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet


class Statement:
    """A queryset of values, compiled at its first use and run with other values each time.

    `places` names what differs, with its type: `Statement(build, pupil=UUID, today=date)`.
    `build` is called once, with a stand-in for each. It must use no other id and no other day:
    `ValueError` if it does, since one request's would be kept for all that follow.
    """

    def __init__(self, build: Callable[..., QuerySet], **places: type) -> None:
        self._build = build
        self._stand_ins = {
            name: UUID(int=n) if kind is UUID else dt.date.min + dt.timedelta(n)
            for n, (name, kind) in enumerate(places.items(), 1)
        }

    def rows(self, **values: UUID | dt.date) -> list[tuple[Any, ...]]:
        """The rows as the driver gives them: JSON as text. `KeyError` if a value is missing."""
        sql, parameters = self._compiled
        with connection.cursor() as cursor:
            cursor.execute(sql, [values[p] if is_place else p for is_place, p in parameters])
            return cursor.fetchall()

    @cached_property
    def _compiled(self) -> tuple[str, list[tuple[bool, Any]]]:
        compiler = self._build(**self._stand_ins).query.get_compiler("default")
        sql, parameters = compiler.as_sql()
        return sql, [self._place(value) for value in parameters]

    def _place(self, value: Any) -> tuple[bool, Any]:
        """Whether it differs from call to call, and its name or else the value itself."""
        if isinstance(value, UUID | dt.date):
            names = [name for name, stand_in in self._stand_ins.items() if stand_in == value]
            if not names:
                raise ValueError(f"{value} would be kept for every request")
            return True, names[0]
        if isinstance(value, list | tuple) and any(isinstance(v, UUID | dt.date) for v in value):
            raise ValueError("ids or days in a list would be kept for every request")
        return False, value
