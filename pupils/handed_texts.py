"""The free texts about a child that can be handed over to the safeguarding lead, and sealed.

A floor that keeps such texts adds its own by `register_text` when it is loaded.
"""

from dataclasses import dataclass
from typing import Any

from django.db import models

from aylsham.access.permissions import Permission as P
from pupils.models import (
    AgreedAction,
    Concern,
    ConcernAnswer,
    DisagreementText,
    PassportComment,
    Talk,
    Voice,
)

#: What stands in the place of sealed words; it says nothing of why.
SEALED = "These words are no longer kept here."


@dataclass(frozen=True)
class HandedText:
    """A kind of row with free text about one child."""

    key: str
    model: type[models.Model]
    noun: str  # "an entry of the contact log"
    #: Fields with the words: text, or answers as [{"question", "answer"}].
    fields: tuple[str, ...]
    #: Who wrote it, as a field: the author reads what few may read.
    author: str
    #: Who may read it at all.
    permission: P
    #: From the row to the child.
    pupil: str = "pupil"
    #: From the row to its `sensitivity`; empty where it has none.
    sensitivity: str = "sensitivity"
    #: What earlier versions of the same text share with the row; empty where a text has one row.
    versions: str = ""

    def words_of(self, row: models.Model) -> list[str]:
        """Every text of a row that is not empty, as paragraphs."""
        return [words for name in self.fields for words in _paragraphs(getattr(row, name))]


_texts: dict[str, HandedText] = {}


def register_text(text: HandedText) -> None:
    """Let a kind of text be handed over."""
    _texts[text.key] = text


def texts() -> dict[str, HandedText]:
    """All kinds, by key."""
    return dict(_texts)


def sealed_value(value: Any) -> Any:
    """What stands in the place of a text or of answers; what is empty stays empty."""
    if isinstance(value, list):
        return [each | {"answer": sealed_value(each["answer"])} for each in value]
    return SEALED if value else value


def _paragraphs(value: Any) -> list[str]:
    if isinstance(value, list):
        return [f"{each['question']}\n{each['answer']}" for each in value if each["answer"]]
    return [value] if value else []


def register_own() -> None:
    """Called once, when the floor is loaded."""
    for text in (
        HandedText(
            "talk", Talk, "an entry of the contact log", ("agreed",), "logged_by", P.VIEW_FAMILY_LOG
        ),
        HandedText(
            "action",
            AgreedAction,
            "an agreed action",
            ("what", "outcome", "withdrawn_why"),
            "agreed_by",
            P.VIEW_FAMILY_LOG,
            sensitivity="",
        ),
        HandedText(
            "voice", Voice, "views or advice", ("answers",), "recorded_by", P.VIEW_FAMILY_LOG
        ),
        HandedText(
            "concern",
            Concern,
            "a concern",
            ("seen_words", "parents_said", "parent_view", "child_view"),
            "raised_by",
            P.VIEW_NEEDS,
        ),
        HandedText(
            "concern-answer",
            ConcernAnswer,
            "an answer about a concern",
            ("words", "helps"),
            "user",
            P.VIEW_NEEDS,
            pupil="concern__pupil",
            sensitivity="concern__sensitivity",
        ),
        HandedText(
            "disagreement",
            DisagreementText,
            "words of a disagreement",
            ("text",),
            "written_by",
            P.KEEP_DISAGREEMENTS,
            pupil="disagreement__pupil",
            sensitivity="",
            versions="entry_id",
        ),
        HandedText(
            "comment",
            PassportComment,
            "a comment on a passport",
            ("text",),
            "written_by",
            P.VIEW_NEEDS,
            pupil="passport__pupil",
            sensitivity="",
        ),
    ):
        register_text(text)
