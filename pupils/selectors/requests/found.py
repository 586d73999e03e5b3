"""Everything that a school keeps about a child, from every table that leads to the child.

The tables are found from the models, of this floor and of those above: a new one is collected
without anybody thinking of it. What is left out stands here, with the reason.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from uuid import UUID

from django.apps import apps
from django.db import models
from django.db.models import Q

from aylsham.datewords import full_day_words
from aylsham.documents.blackout import DRAWN
from aylsham.models import User
from aylsham.tenancy.models import SchoolOwned
from pupils.handed_texts import texts
from pupils.models import Contact, Document, DocumentVersion, Home, Pupil
from pupils.packs.titles import title_of
from pupils.selectors.requests.sharing import marked, marks_of

#: Tables that lead to a child and are not collected, each with its reason.
LEFT_OUT = {
    "pupils.document": "collected file by file",
    "pupils.documentversion": "collected file by file",
    "pupils.documentwords": "a copy for the search",
    "pupils.notewords": "a copy for the search",
    "pupils.pupilphoto": "collected as the child's photo by hand: it shows the child alone",
    "pupils.handover": "for the safeguarding lead, who answers for it",
    "pupils.recordsrequest": "the request itself",
    "pupils.requestitem": "the request itself",
    "pupils.disclosure": "the request itself",
    "pupils.importedchange": "the steps of an import; what came in is collected where it stands",
    "pupils.rolldifference": "what another system says; asked for there",
    "reports.bundlepart": "a copy of what is collected where it stands; the bundle itself is named",
    "pupils.passportprint": "a copy of passports, kept for a day",
    "pupils.printedpaper": "a copy of what is collected where it stands, kept for a day",
    "pupils.printeddocument": "a copy of what is collected where it stands, kept for a day",
}
#: Further ways to a child: minutes of a meeting about one child name nobody.
FURTHER = {"pupils.agendaitem": ("meeting__pupil",)}
#: Fields that say nothing to a person.
UNSAID = frozenset(
    {"id", "school", "kept_fields", "draft", "code_hash", "token_hash", "sitting", "search_name"}
)
#: Fields whose own name says nothing to the family.
_LABELS = {"priority": "called as number"}
DEEPEST = 3


@dataclass(frozen=True)
class FoundItem:
    """Something that is kept about the child."""

    part: str
    title: str
    of_on: dt.date | None
    text: str
    source: str
    source_id: UUID | None = None
    version_id: UUID | None = None
    #: Homes and contacts it is of, or whose address, phone or e-mail stands in it.
    holds: frozenset[UUID] = frozenset()


@cache
def tables() -> tuple[tuple[type[models.Model], tuple[str, ...]], ...]:
    """Every table that leads to a child, with the ways there; in the order of their titles."""
    found = []
    for model in apps.get_models():
        if issubclass(model, SchoolOwned) and model._meta.label_lower not in LEFT_OUT:
            ways = ("pk",) if model is Pupil else _ways(model, DEEPEST)
            if ways:
                found.append((model, ways))
    return tuple(sorted(found, key=lambda each: (each[0] is not Pupil, title_of(each[0]))))


def found_about(pupil: Pupil) -> list[FoundItem]:
    """Everything kept about the child, words first and then files; sealed files are not touched."""
    found = [item for model, ways in tables() for item in _items(model, ways, pupil)]
    marks = marks_of(pupil.school_id, pupil.pk)
    return [
        replace(item, holds=item.holds | marked(item.text, marks))
        for item in (*found, *_files(pupil))
    ]


def _ways(model: type[models.Model], deep: int) -> tuple[str, ...]:
    """The lookups from a row to the child, the shortest; a breach has two children."""
    keys = [
        f
        for f in model._meta.concrete_fields
        if f.is_relation and issubclass(f.related_model, SchoolOwned) and f.related_model != model
    ]
    if straight := tuple(field.name for field in keys if field.related_model is Pupil):
        return straight + FURTHER.get(model._meta.label_lower, ())
    for field in keys if deep > 1 else ():
        if ways := _ways(field.related_model, deep - 1):
            return tuple(f"{field.name}__{way}" for way in ways)
    return ()


def _items(model: type[models.Model], ways: tuple[str, ...], pupil: Pupil) -> Iterator[FoundItem]:
    about = Q(*((way, pupil.pk) for way in ways), _connector=Q.OR)
    rows = list(model._default_manager.filter(about, school_id=pupil.school_id).order_by("pk"))
    if not rows:
        return
    people = _people(model, rows)
    said = [(row, _said(row, ways, people)) for row in rows]
    name, label = title_of(model), model._meta.label_lower
    if _has_words(model):
        # Each text by itself: it is decided, and may be blacked out, by itself.
        for row, text in said:
            yield FoundItem(name, name, _day(row), text, label, row.pk, holds=_whose(row))
    else:
        text = "\n\n".join(text for _, text in said)
        whose = frozenset().union(*map(_whose, rows))
        yield FoundItem(name, name, _day(rows[-1]), text, label, holds=whose)


def _whose(row: models.Model) -> frozenset[UUID]:
    """The homes and contacts that a row is of or points at."""
    keys = [f for f in row._meta.concrete_fields if f.related_model in (Home, Contact)]
    ids = {getattr(row, field.attname) for field in keys} - {None}
    return frozenset(ids | ({row.pk} if isinstance(row, (Home, Contact)) else set()))


def _said(row: models.Model, ways: tuple[str, ...], people: dict) -> str:
    lines, to_the_child = [], {way.split("__")[0] for way in ways}
    for field in row._meta.concrete_fields:
        if field.name in UNSAID or field.name in to_the_child:
            continue
        value = _value(row, field, people)
        if value:
            lines.append(f"{_label(field)}: {value}")
    return "\n".join(lines)


def _label(field: models.Field) -> str:
    words = _LABELS.get(field.name) or str(field.verbose_name)
    return words.upper() if words == "upn" else words[:1].upper() + words[1:]


def _value(row: models.Model, field: models.Field, people: dict) -> str:
    raw = getattr(row, field.attname)
    if raw in (None, "", [], {}):
        return ""
    if field.is_relation:
        return people.get(raw, "")
    if field.choices and not isinstance(raw, list):
        return str(getattr(row, f"get_{field.name}_display")())
    return _plain(raw)


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dt.datetime):
        return f"{full_day_words(value.date())}, {value:%H:%M}"
    if isinstance(value, dt.date):
        return full_day_words(value)
    if isinstance(value, dict):
        return "; ".join(f"{key}: {_plain(each)}" for key, each in value.items() if each)
    if isinstance(value, (list, tuple)):
        return "\n".join(_plain(each) for each in value)
    return "" if isinstance(value, (bytes, memoryview, UUID)) else str(value)


def _people(model: type[models.Model], rows: list[models.Model]) -> dict:
    """Names of colleagues and contacts that the rows point at, in one statement for each."""
    found: dict = {}
    for target in (User, Contact):
        names = [f.attname for f in model._meta.concrete_fields if f.related_model is target]
        ids = {getattr(row, name) for row in rows for name in names} - {None}
        if ids:
            found |= dict(target._default_manager.filter(pk__in=ids).values_list("pk", "name"))
    return found


#: What stands in a bundle for sound.
RECORDING = "A recording of the child's voice. Hand it over as a file beside this paper."


def _has_words(model: type[models.Model]) -> bool:
    """Whether each row is decided by itself: it says something, or it may be sealed."""
    kinds = (models.TextField, models.JSONField)
    says = any(isinstance(f, kinds) for f in model._meta.concrete_fields)
    return model is not Pupil and (says or any(text.model is model for text in texts().values()))


def _day(row: models.Model) -> dt.date | None:
    for field in row._meta.concrete_fields:
        if isinstance(field, models.DateField):
            value = getattr(row, field.attname)
            if value:
                return value.date() if isinstance(value, dt.datetime) else value
    return None


def _files(pupil: Pupil) -> Iterator[FoundItem]:
    documents = Document.objects.on_record().filter(school_id=pupil.school_id, pupil=pupil)
    words = dict(documents.values_list("pk", "words__text"))
    versions = DocumentVersion.objects.filter(
        school_id=pupil.school_id, document__in=documents
    ).select_related("document")
    for version in versions.order_by("document__of_on", "document_id", "number"):
        document = version.document
        title = document.title if version.number == 1 else f"{document.title}, {version.number}"
        yield FoundItem(
            "Documents",
            title,
            document.of_on,
            _words_of_file(version, words.get(document.pk) or ""),
            "pupils.document",
            document.pk,
            version.pk,
        )


def _words_of_file(version: DocumentVersion, words: str) -> str:
    """What is given of a file on paper; nothing where its pages are drawn instead."""
    if version.extension in DRAWN:
        return ""
    return RECORDING if version.media_type.startswith("audio/") else words
