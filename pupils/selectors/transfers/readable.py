"""A packed record in words, for the page that a person reads: labels, dates, choices."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models

from aylsham.datewords import full_day_words
from aylsham.models import User
from pupils.packs import PackTable, tables
from pupils.words import year_words

#: Of how a text is kept, not of what it says.
SILENT = frozenset(
    {
        "revision",
        "changed_at",
        "source_id",
        "row_id",
        "table",
        "digest",
        "sent_digest",
        "words_state",
    }
)


@dataclass(frozen=True)
class ReadableRow:
    """One thing: (label, words)."""

    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Section:
    """A table in words."""

    key: str
    title: str
    rows: tuple[ReadableRow, ...]


def child_facts(record: dict[str, Any]) -> list[tuple[str, str]]:
    """The child at the head of the record."""
    child = record["pupil"]
    names = (child["preferred_first_name"] or child["first_name"], child["last_name"])
    said = [
        ("Name", " ".join(names)),
        ("Legal first name", child["first_name"]),
        ("Born", _day(child["born_on"])),
        ("UPN", child["upn"]),
        ("Year", year_words(child["year_group"])),
        ("First language", child["first_language"]),
    ]
    return [(label, words) for label, words in said if words]


def sections(record: dict[str, Any]) -> list[Section]:
    """Every table with rows, in the order of the pack."""
    found = []
    for number, table in enumerate(tables(), start=1):
        rows = record["tables"].get(table.label, [])
        if rows:
            read = tuple(
                ReadableRow(tuple(row_facts(table, row, record["people"]))) for row in rows
            )
            found.append(Section(f"s{number}", table.title, read))
    return found


def row_facts(table: PackTable, row: dict[str, Any], people: dict[str, str]) -> Iterator[tuple]:
    """What a row says: (label, words)."""
    for column in table.columns():
        value = row[column.name]
        if column.name in SILENT or value in (None, "", [], {}):
            continue
        if column.is_relation:
            if column.related_model is User and value in people:
                yield label_of(column), people[value]
            continue
        if words := _words(column, value):
            yield label_of(column), words


def label_of(column: models.Field) -> str:
    """What a column is called above its words."""
    words = str(column.verbose_name)
    return words[:1].upper() + words[1:]


def _words(column: models.Field, value: Any) -> str:
    if choices := dict(column.flatchoices or ()):
        return str(choices.get(value, value))
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(column, models.DateTimeField):
        return _day(value[:10])
    if isinstance(column, models.DateField):
        return _day(value)
    return _text(value)


def _text(value: Any) -> str:
    """What a list or a set of named texts says, a line for each."""
    if isinstance(value, dict):
        if "question" in value:
            return f"{value['question']} {value['answer']}"
        if "text" in value:
            return str(value["text"])
        return "\n".join(_text(each) for each in value.values() if each)
    if isinstance(value, list):
        return "\n".join(_text(each) for each in value)
    return str(value)


def _day(iso: str) -> str:
    return full_day_words(dt.date.fromisoformat(iso))
