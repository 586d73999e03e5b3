"""What the editor's script is told: where to save, the key for unsent words, how a line stands."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse

from aylsham.identifiers import uuid7
from aylsham.secrets import page_key
from aylsham.templatetags.ui import moment
from pupils.rules.lines import NEW, LineKey
from pupils.rules.passports import Room
from pupils.selectors.identity import Child
from pupils.selectors.passports.page import PassportPage
from pupils.selectors.passports.parts import Line
from pupils.services.passports.writing import Outcome
from pupils.views.passport_steps import NotSaved


@dataclass(frozen=True)
class Editor:
    """One open page of the editor."""

    sitting: UUID
    #: An empty line at the end of what helps.
    new_line: str
    #: Seals unsent words on the device: only this person's next page has the key again.
    key: str
    #: Names this person's sealed words without naming the person.
    owner: str
    #: What was typed into the empty line and could not be saved, and why.
    new_text: str = ""
    new_error: str = ""


def editor_of(request: HttpRequest, child: Child) -> Editor:
    """A fresh page for this person and child."""
    ids = (request.user.pk, child.pupil.pk)
    return Editor(
        sitting=uuid7(),
        new_line=_new_line(),
        key=page_key("passport.unsent.key", *ids),
        owner=page_key("passport.unsent.owner", *ids)[:16],
    )


def with_typed(
    page: PassportPage, refused: Mapping[str, NotSaved]
) -> tuple[PassportPage, dict[str, NotSaved]]:
    """The page with the words that could not be saved in their lines; and those without a line."""
    left = dict(refused)
    parts = tuple(
        replace(part, lines=tuple(_typed(line, left.pop(line.key, None)) for line in part.lines))
        for part in page.parts
    )
    return replace(page, parts=parts), left


def _typed(line: Line, kept: NotSaved | None) -> Line:
    if kept is None:
        return line
    return replace(line, text=kept.text, revision=kept.revision, error=kept.why)


def answer_of(request: HttpRequest, child: Child, outcome: Outcome, room: Room) -> dict[str, Any]:
    """How a line stands after a save."""
    answer: dict[str, Any] = {
        "state": "both" if outcome.aside else "saved",
        "line": outcome.line,
        "revision": outcome.revision,
        "by": outcome.by.name if outcome.by else "",
        "at": moment(outcome.at),
        "room": {"percent": room.percent, "words": room.words},
        "next": _new_line(),
    }
    if outcome.aside:
        args = [child.school.slug, child.pupil.pk, outcome.aside.pk]
        answer |= {"theirs": outcome.text, "aside": reverse("passport_aside", args=args)}
    return answer


def _new_line() -> str:
    return str(LineKey(NEW, row_id=uuid7()))
