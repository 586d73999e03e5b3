"""Forms of councils as data: which answers fill which field, in which order, how long. No database."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

from reports.council_forms.questions import QUESTIONS

FORMAT = "aylsham-council-form-1"
MAPS = Path(__file__).parent / "maps"


class BadMap(ValueError):
    """A file that is no form; the message says what is wrong with it."""


@dataclass(frozen=True)
class FormField:
    """A box of a form: its words, the answers that fill it, how many characters it takes."""

    label: str
    answers: tuple[str, ...]
    #: 0: as long as one likes.
    most: int = 0


@dataclass(frozen=True)
class FormPart:
    """Boxes under one heading."""

    title: str
    fields: tuple[FormField, ...]


@dataclass(frozen=True)
class CouncilForm:
    """One version of a council's form."""

    code: str
    council: str
    title: str
    version: str
    #: Where the council wants it; empty when nobody has written that down.
    route: str
    parts: tuple[FormPart, ...]

    @property
    def fields(self) -> list[FormField]:
        return [field for part in self.parts for field in part.fields]


@cache
def forms() -> dict[str, CouncilForm]:
    """Every form that is shipped, by its code."""
    found = [read_map(json.loads(p.read_text()), p.stem) for p in sorted(MAPS.glob("*.json"))]
    return {form.code: form for form in found}


def read_map(said: Mapping[str, Any], code: str) -> CouncilForm:
    """A form from its data; BadMap when it asks for what nobody answers."""
    if said.get("format") != FORMAT:
        raise BadMap(f"{code}: the format is not {FORMAT}.")
    parts = tuple(
        FormPart(part["title"], tuple(_field(field, code) for field in part["fields"]))
        for part in said["parts"]
    )
    form = CouncilForm(
        code, said["council"], said["title"], said["version"], said.get("route", ""), parts
    )
    if not form.fields:
        raise BadMap(f"{code}: it has no fields.")
    return form


def _field(said: Mapping[str, Any], code: str) -> FormField:
    answers, most = tuple(said["answers"]), said.get("most", 0)
    if unknown := [key for key in answers if key not in QUESTIONS]:
        raise BadMap(f"{code}: nobody answers {', '.join(unknown)}.")
    if not answers or not isinstance(most, int) or most < 0:
        raise BadMap(f"{code}: “{said['label']}” has no answers, or no good length.")
    return FormField(said["label"], answers, most)


@dataclass(frozen=True)
class Answer:
    """An answer as it stands: its words and where they come from."""

    key: str
    text: str
    #: "SEND register", "Cycle 3"; empty where the record says nothing.
    source: str = ""
    is_own: bool = False
    #: What the record says now, where a person wrote something else.
    record: str = ""
    #: The record has changed since a person wrote.
    is_behind: bool = False
    by: str = ""
    #: The row of a person’s words.
    own_id: UUID | None = None

    @property
    def label(self) -> str:
        return QUESTIONS[self.key].label

    @property
    def hint(self) -> str:
        return QUESTIONS[self.key].hint


@dataclass(frozen=True)
class FilledField:
    """A box with what stands in it."""

    field: FormField
    answers: tuple[Answer, ...]

    @property
    def text(self) -> str:
        """The answers one below the other, each with its label where there are several."""
        said = [answer for answer in self.answers if answer.text]
        if len(self.answers) == 1:
            return said[0].text if said else ""
        return "\n\n".join(f"{answer.label}: {answer.text}" for answer in said)

    @property
    def letters(self) -> int:
        return len(self.text)

    @property
    def over(self) -> int:
        """Characters too many; 0 when it fits."""
        return max(0, self.letters - self.field.most) if self.field.most else 0

    @property
    def is_empty(self) -> bool:
        return not self.text


@dataclass(frozen=True)
class FilledPart:
    title: str
    fields: tuple[FilledField, ...]


@dataclass(frozen=True)
class FilledForm:
    """A form with every answer."""

    form: CouncilForm
    parts: tuple[FilledPart, ...]

    @property
    def fields(self) -> list[FilledField]:
        return [field for part in self.parts for field in part.fields]

    @property
    def filled(self) -> int:
        """Boxes in which something stands."""
        return sum(not field.is_empty for field in self.fields)

    @property
    def from_record(self) -> int:
        """Boxes that the record filled by itself."""
        return sum(not f.is_empty and not any(a.is_own for a in f.answers) for f in self.fields)

    @property
    def too_long(self) -> list[FilledField]:
        return [field for field in self.fields if field.over]


def fill(form: CouncilForm, answers: Iterable[Answer]) -> FilledForm:
    """The form with one set of answers."""
    known = {answer.key: answer for answer in answers}
    return FilledForm(
        form,
        tuple(
            FilledPart(
                part.title,
                tuple(
                    FilledField(field, tuple(known.get(k, Answer(k, "")) for k in field.answers))
                    for field in part.fields
                ),
            )
            for part in form.parts
        ),
    )
