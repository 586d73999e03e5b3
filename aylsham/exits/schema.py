"""What the file of a whole school holds, as a JSON Schema that anybody can read."""

import hashlib
import json
from functools import cache
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models

from aylsham.exits.tables import ONLY_READ, STAYS, Table, tables

FORMAT = "aylsham-school"
_STRING = {"type": "string"}
#: By kind of field, the first that fits: what PostgreSQL's `to_jsonb` makes of it.
_TYPES: tuple[tuple[type[models.Field], dict[str, Any]], ...] = (
    (models.UUIDField, {"type": "string", "format": "uuid"}),
    (models.DateTimeField, {"type": "string", "format": "date-time"}),
    (models.DateField, {"type": "string", "format": "date"}),
    (models.TimeField, {"type": "string", "format": "time"}),
    (models.BooleanField, {"type": "boolean"}),
    (models.IntegerField, {"type": "integer"}),
    (models.DecimalField, {"type": "number"}),
    (models.FloatField, {"type": "number"}),
    (models.BinaryField, {"type": "string", "pattern": "^bytes:[0-9a-f]{64}$"}),
    (models.JSONField, {}),
    (models.CharField, _STRING),
    (models.TextField, _STRING),
)


@cache
def schema() -> dict[str, Any]:
    """The schema of every table's rows; its `version` changes when a column does."""
    body = {table.name: _row(table) for table in tables()}
    mark = hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()[:16]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A whole school, as one file",
        "description": (
            "The file is a ZIP. manifest.json says which school, when, and the checksum of each "
            "table. tables/NAME.jsonl has a row on each line, as $defs describes it; log/ has the "
            "log of who did what, to be read only. csv/ holds the same for a spreadsheet. files/ "
            "holds uploads by their SHA-256, files.csv their names. A value bytes:SHA-256 stands "
            "for the file of that name in bytes/. people.json names those whom rows speak of, "
            "federation/ what the school uses of its federation."
        ),
        "version": mark,
        "$defs": body,
        "x-only-read": ONLY_READ,
        "x-not-in-the-file": STAYS,
    }


def version() -> str:
    """What an import compares."""
    return schema()["version"]


def _row(table: Table) -> dict[str, Any]:
    return {
        "type": "object",
        "title": str(table.model._meta.verbose_name),
        "properties": {field.column: _value(field) for field in table.fields},
        "required": [field.column for field in table.fields],
        "additionalProperties": False,
    }


def _value(field: models.Field) -> dict[str, Any]:
    if isinstance(field, models.ForeignKey):
        return _key(field)
    made = _type(field)
    if field.choices and made == _STRING and not hasattr(field.model, "pgh_tracked_model"):
        made = made | {"x-choices": {str(code): str(words) for code, words in field.flatchoices}}
    return _or_null(made | {"title": str(field.verbose_name)}, field)


def _key(field: models.ForeignKey) -> dict[str, Any]:
    target = field.related_model._meta.db_table
    if target == "auth_permission":
        made: dict[str, Any] = _STRING
    else:
        made = _type(field.target_field)
    return _or_null(made | {"x-row-of": target}, field)


def _type(field: models.Field) -> dict[str, Any]:
    if isinstance(field, ArrayField):
        return {"type": "array", "items": _type(field.base_field)}
    return next((made for kind, made in _TYPES if isinstance(field, kind)), {})


def _or_null(made: dict[str, Any], field: models.Field) -> dict[str, Any]:
    if field.null and "type" in made:
        return made | {"type": [made["type"], "null"]}
    return made
