"""What the editor's script is told: where to save, the key for unsent words, how a line stands."""

from dataclasses import dataclass
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
from pupils.services.passports.writing import Outcome


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


def editor_of(request: HttpRequest, child: Child) -> Editor:
    """A fresh page for this person and child."""
    ids = (request.user.pk, child.pupil.pk)
    return Editor(
        sitting=uuid7(),
        new_line=_new_line(),
        key=page_key("passport.unsent.key", *ids),
        owner=page_key("passport.unsent.owner", *ids)[:16],
    )


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
