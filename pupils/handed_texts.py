"""The free texts about a child that can be handed over to the safeguarding lead, and sealed.

Each floor registers the texts that it keeps, and says of every other field with words why it is
none; a field of which neither is said fails a test.
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.db import models
from django.db.models import Q

from aylsham.access.current import Access
from aylsham.access.permissions import Permission as P

#: What stands in the place of sealed words; it says nothing of why.
SEALED = "These words are no longer kept here."
#: Names, titles and codes are shorter; what is longer may say something about a child.
LONGEST_NAME = 60
#: Fewer letters are no quotation: “He was tired” may stand in many texts.
SHORTEST_QUOTE = 20


@dataclass(frozen=True)
class HandedText:
    """A kind of row with free text about one child."""

    key: str
    model: type[models.Model]
    noun: str  # "an entry of the contact log"
    #: Fields with the words: text, answers as [{"question", "answer"}], or words by heading.
    fields: tuple[str, ...]
    #: Who wrote it, as a field: the author reads what few may read. Empty: no author is kept.
    author: str
    #: Who may read it at all.
    permission: P
    #: From the row to the child.
    pupil: str = "pupil"
    #: From the row to its `sensitivity`; empty where it has none.
    sensitivity: str = "sensitivity"
    #: What earlier versions of the same text share with the row; empty where a text has one row.
    versions: str = ""
    #: Which rows are about a child, where one field does not say it.
    about: Callable[[models.Model], Q] | None = None
    #: What a reader needs besides permission and sensitivity.
    readers: Callable[[Access], Q] | None = None
    #: Rows of other kinds that were written in the same form, by key: sealed with it.
    along: Callable[[models.Model], dict[str, models.QuerySet]] | None = None
    #: Why the words may be handed over but not taken out of the record.
    stays: str = ""

    def of(self, pupil: models.Model) -> Q:
        """The rows about a child."""
        return self.about(pupil) if self.about else Q(**{self.pupil: pupil})

    def words_of(self, row: models.Model) -> list[str]:
        """Every text of a row that is not empty or sealed already, as paragraphs."""
        return [words for name in self.fields for words in _paragraphs(getattr(row, name))]

    def written(self, row: models.Model) -> list[tuple[str, str, str]]:
        """(field, what it is called, its words) of each field with words that are still there."""
        said = ((name, "\n\n".join(_paragraphs(getattr(row, name)))) for name in self.fields)
        field = self.model._meta.get_field
        return [(n, str(field(n).verbose_name), words) for n, words in said if words]  # type: ignore[union-attr]

    def only(self, fields: Collection[str]) -> "HandedText":
        """The same kind with some of its fields alone; with all of them for none."""
        chosen = tuple(name for name in self.fields if name in fields)
        return replace(self, fields=chosen) if chosen else self

    def sealable(self, row: models.Model) -> list[str]:
        """The same without questions and headings: what may stand elsewhere too."""
        return [words for name in self.fields for words in texts_in(getattr(row, name))]


@dataclass(frozen=True)
class Repeat:
    """A table that may say the words of another row again: a copy, or a text that quotes it."""

    model: type[models.Model]
    field: str
    #: From the row to the child.
    pupil: str
    #: Each of its texts is another row's, however short.
    is_copy: bool = True


_texts: dict[str, HandedText] = {}
_repeats: list[Repeat] = []
_not_handed: dict[tuple[str, str], str] = {}


def register_text(text: HandedText) -> None:
    """Let a kind of text be handed over."""
    _texts[text.key] = text


def register_repeat(repeat: Repeat) -> None:
    """Look there too when words are sealed."""
    if repeat not in _repeats:
        _repeats.append(repeat)


def leave_unhanded(model: type[models.Model], fields: str, why: str) -> None:
    """Say why fields (names with spaces between) are no text that is handed over."""
    _not_handed.update({(model._meta.label_lower, name): why for name in fields.split()})


def texts() -> dict[str, HandedText]:
    """All kinds, by key."""
    return dict(_texts)


def repeats() -> list[Repeat]:
    """Every place where words of other rows may stand again, but those that adults act on."""
    own = (text for text in _texts.values() if not text.stays)
    quoting = [Repeat(t.model, name, t.pupil, is_copy=False) for t in own for name in t.fields]
    return quoting + _repeats


def not_handed() -> dict[tuple[str, str], str]:
    """Fields with words that are not handed over, as (table, field), with the reason."""
    return dict(_not_handed)


def free_texts(model: type[models.Model]) -> Iterator[models.Field]:
    """The fields of a table in which somebody may have written about a child."""
    for field in model._meta.concrete_fields:
        if field.generated or field.choices:
            continue
        is_long = isinstance(field, models.CharField) and (field.max_length or 0) > LONGEST_NAME
        if isinstance(field, (models.TextField, models.JSONField)) or is_long:
            yield field


def sealed_value(value: Any) -> Any:
    """What stands in the place of a text or of answers; what is empty stays empty."""
    if isinstance(value, list):
        # Pictures that the child chose go with the words.
        return [
            {k: v for k, v in each.items() if k != "pictures"}
            | {"answer": SEALED if each["answer"] or each.get("pictures") else ""}
            for each in value
        ]
    return SEALED if value else value


def texts_in(value: Any) -> list[str]:
    """Every text in a value, questions left out."""
    if isinstance(value, list):
        return [each["answer"] for each in value if each["answer"]]
    if isinstance(value, dict):
        return [words for words in value.values() if words]
    return [value] if value else []


def without_words(value: Any, words: list[str], *, is_copy: bool) -> Any:
    """A value of a repeat in which the sealed words no longer stand.

    Short words say nothing by themselves: they are looked for in copies only, and only whole.
    """
    if isinstance(value, dict):
        return {key: without_words(each, words, is_copy=is_copy) for key, each in value.items()}
    if isinstance(value, list):
        return [without_words(each, words, is_copy=is_copy) for each in value]
    if not isinstance(value, str):
        return value
    if is_copy and value in words:
        return SEALED
    for each in words:
        if len(each) >= SHORTEST_QUOTE:
            value = value.replace(each, SEALED)
    return value


def _paragraphs(value: Any) -> list[str]:
    if isinstance(value, list):
        return [
            f"{each['question']}\n{each['answer']}"
            for each in value
            if each["answer"] not in ("", SEALED)
        ]
    return [words for words in texts_in(value) if words != SEALED]
