"""What the buttons of a passport do, each through its one service."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest

from aylsham.access.permissions import Permission
from aylsham.changes import TransitionNotAllowed
from aylsham.codes import Sensitivity
from pupils.forms.passports import PassportForm
from pupils.models import AsideText
from pupils.paper_codes import FitKind
from pupils.selectors.identity import Child
from pupils.selectors.passports.lines import writable_line
from pupils.selectors.passports.page import passport_page
from pupils.selectors.strategies import strategy_of
from pupils.services.passports.checking import (
    confirm_passport,
    publish_passport,
    send_back,
    send_for_checking,
)
from pupils.services.passports.marking import mark_line
from pupils.services.passports.measuring import ask_to_measure
from pupils.services.passports.writing import Outcome, write_line
from pupils.services.strategies import confirm_strategy

#: Each step with what it says when it is done.
STEPS: dict[str, tuple[Callable[..., object], str]] = {
    "send": (send_for_checking, "The passport is sent for checking."),
    "still_true": (confirm_passport, "The passport counts as true today."),
    "publish": (
        publish_passport,
        "The passport is published. Everybody who works with the child sees it now.",
    ),
}
#: Who may read a line, each with what it says when it is done.
MARKS = {
    "close": (Sensitivity.SENSITIVE, "Few people can read this line now."),
    "open": (Sensitivity.EVERYONE, "Everyone who teaches the child can read this line now."),
}
OF_CHECKERS = frozenset({"publish", "send_back"})


@dataclass(frozen=True)
class NotSaved:
    """What was typed into a line that could not be saved, and why."""

    text: str
    revision: int
    why: str


@dataclass
class Saved:
    """What became of the lines of a page: set aside, or not saved by the line's name."""

    asides: list[AsideText] = field(default_factory=list)
    refused: dict[str, NotSaved] = field(default_factory=dict)


def save_lines(request: HttpRequest, child: Child, form: PassportForm) -> Saved:
    """Save the lines that were changed; one that cannot be saved does not stop the others."""
    page = passport_page(request.access, child)
    now = {line.key: line.text for part in page.parts for line in part.lines}
    saved = Saved()
    for name, facts in form.changed(now):
        try:
            outcome = _write(request, child, name, facts)
        except TransitionNotAllowed as refused:
            saved.refused[name] = NotSaved(facts["text"], facts["revision"], str(refused))
        else:
            saved.asides += [outcome.aside] if outcome.aside else []
    return saved


def _write(request: HttpRequest, child: Child, name: str, facts: dict[str, Any]) -> Outcome:
    line = writable_line(request.access, child.pupil, name)
    if line is None:
        raise TransitionNotAllowed("This line is no longer there. Copy the words into another.")
    return write_line(pupil=child.pupil, line=line, **_who(request), **facts)


def take_step(request: HttpRequest, child: Child, form: PassportForm) -> str:
    """Do what the pressed button says, beyond saving; the words for the person."""
    if form.step in OF_CHECKERS and not request.access.can(Permission.CHECK_PASSPORTS):
        raise TransitionNotAllowed("The SENDCo or a phase leader publishes a passport.")
    if form.step == "confirm":
        return _confirm(request, child, form.step_line)
    if form.step in MARKS:
        return _mark(request, child, form)
    if form.step == "send_back":
        send_back(pupil=child.pupil, comments=form.comments, by=request.user)
        return "The passport is sent back with your comments."
    words = "The passport is saved."
    if form.step in STEPS:
        service, words = STEPS[form.step]
        service(pupil=child.pupil, **_who(request))
    ask_to_measure(pupil=child.pupil, kind=FitKind.PASSPORT, by=request.user)
    return words


def _confirm(request: HttpRequest, child: Child, name: str) -> str:
    line = writable_line(request.access, child.pupil, name)
    found = line and line.row_id and strategy_of(request.access, child.pupil, line.row_id)
    if not found:
        raise TransitionNotAllowed("This line is no longer there. Look again.")
    confirm_strategy(strategy=found, **_who(request))
    return "It counts as true today."


def _mark(request: HttpRequest, child: Child, form: PassportForm) -> str:
    line = writable_line(request.access, child.pupil, form.step_line)
    may = request.access.permissions_at(child.school)
    # Nobody marks what they could not read again.
    if line is None or Permission.VIEW_SENSITIVE not in may:
        raise TransitionNotAllowed("The SENDCo says who may read a line.")
    sensitivity, words = MARKS[form.step]
    mark_line(pupil=child.pupil, line=line, sensitivity=sensitivity, **_who(request))
    return words


def _who(request: HttpRequest) -> dict[str, Any]:
    return {"on": request.access.today, "by": request.user}
