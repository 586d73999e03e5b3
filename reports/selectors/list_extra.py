"""Extra fields in lists of children: what they say, and lists narrowed by them."""

import datetime as dt
import json
from collections.abc import Collection
from functools import cache
from typing import Any

from django.contrib.postgres.aggregates import JSONBAgg
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, JSONObject

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.access.sensitivity import readable
from pupils.field_codes import COLUMN, FieldKind, in_words
from pupils.models import FieldValue
from reports.list_fields import EMPTY, FILLED, ListField


def _of_row():
    return FieldValue.objects.filter(
        school_id=OuterRef("school_id"), pupil_id=OuterRef("pk")
    ).order_by()


@cache
def extra_values() -> Subquery:
    """Everything that is filled in for a child, as a list of JSON objects."""
    columns = {column: F(column) for column in COLUMN.values()}
    said = JSONObject(field=Coalesce("shared_field", "own_field"), **columns)
    rows = _of_row().exclude(shared_field=None, own_field=None)
    return Subquery(rows.values("school").annotate(said=JSONBAgg(said)).values("said"))


def extra_words(
    found: Any, fields: tuple[ListField, ...], may: Collection[Permission]
) -> tuple[str, ...]:
    """What each column says of a child, as far as the asker may read it at the child's school."""
    levels = readable(may)
    rows = json.loads(found) if isinstance(found, str) else found or []
    by_field = {row["field"]: row for row in rows}
    return tuple(
        _words(field, by_field.get(str(field.id))) if field.sensitivity in levels else ""
        for field in fields
    )


def _words(field: ListField, row: dict[str, Any] | None) -> str:
    if row is None:
        return ""
    value = row[COLUMN[field.kind]]
    if field.kind == FieldKind.DAY and value:
        value = dt.date.fromisoformat(value)
    return in_words(value)


def extra_condition(field: ListField, asked: str, access: Access) -> Q:
    """A filter by a field: false wherever the asker may not read it."""
    column = "shared_field" if field.is_shared else "own_field"
    rows = _of_row().filter(**{column: field.id})
    if asked in ("yes", "no"):
        rows = rows.filter(is_yes=asked == "yes")
    elif asked not in (FILLED, EMPTY):
        rows = rows.filter(option=asked.removeprefix("is:"))
    holds = Q(Exists(rows))
    schools = [
        s.pk for s in access.schools if field.sensitivity in readable(access.permissions_at(s))
    ]
    return Q(school__in=schools) & (~holds if asked == EMPTY else holds)
