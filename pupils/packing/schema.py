"""The schema of `record.json`, made from the tables of the pack (JSON Schema 2020-12)."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models

from pupils.models import Pupil
from pupils.packing.format import FORMAT, VERSION
from pupils.packs import PackTable, tables
from pupils.selectors.transfers.contents import PUPIL_FIELDS

#: Kept beside this module under this name; a test compares them.
FILE_NAME = f"record-{VERSION}.schema.json"
_KEY = {"type": "string", "format": "uuid"}
_WORDS = {"type": "string"}


def record_schema() -> dict[str, Any]:
    """What a record of this version looks like."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A child's record for another school, as Aylsham makes it",
        "type": "object",
        "required": [
            "format",
            "version",
            "made_on",
            "school",
            "pupil",
            "people",
            "tables",
            "files",
        ],
        "properties": {
            "format": {"const": FORMAT},
            "version": {"const": VERSION},
            "made_on": {"type": "string", "format": "date"},
            "school": _object(
                dict.fromkeys(("name", "urn", "la_code", "establishment_number"), _WORDS)
            ),
            "pupil": _object({n: _column(Pupil._meta.get_field(n)) for n in PUPIL_FIELDS}),
            "people": {
                "description": "Names of the people whose keys stand in the tables",
                "type": "object",
                "additionalProperties": _WORDS,
            },
            "roles": {
                "description": "As what these people work at the school",
                "type": "object",
                "additionalProperties": _WORDS,
            },
            "tables": {
                "type": "object",
                "additionalProperties": False,
                "properties": {table.label: _table(table) for table in tables()},
            },
            "files": {
                "type": "array",
                "items": _object({"digest": _WORDS, "name": _WORDS, "media_type": _WORDS}),
            },
            "held_back": {
                "description": "Rows that stayed at the school: why, and how many of which table",
                "type": "object",
            },
        },
    }


def _table(table: PackTable) -> dict[str, Any]:
    columns = {"id": _KEY} | {column.name: _column(column) for column in table.columns()}
    return {"title": table.title, "type": "array", "items": _object(columns)}


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "required": list(properties),
        "additionalProperties": False,
        "properties": properties,
    }


def _column(column: models.Field) -> dict[str, Any]:
    found = dict(_kind(column))
    if column.null and "type" in found:
        found["type"] = [found["type"], "null"]
    if column.choices and not isinstance(column, ArrayField):
        found["description"] = ", ".join(f"{key}: {label}" for key, label in column.flatchoices)
    return found


def _kind(column: models.Field) -> dict[str, Any]:
    for kinds, said in (
        ((models.ForeignKey, models.UUIDField), _KEY),
        ((models.DateTimeField,), {"type": "string", "format": "date-time"}),
        ((models.DateField,), {"type": "string", "format": "date"}),
        ((models.DecimalField,), {"type": "string", "pattern": r"^-?\d+(\.\d+)?$"}),
        ((models.BooleanField,), {"type": "boolean"}),
        ((models.IntegerField,), {"type": "integer"}),
        ((ArrayField,), {"type": "array"}),
        ((models.JSONField,), {}),
    ):
        if isinstance(column, kinds):
            return said
    return _WORDS
