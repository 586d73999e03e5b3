"""What changed in a plan since its checker sent it back, word by word, from its history."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Max, QuerySet

from aylsham.access.current import Access
from aylsham.access.sensitivity import readable
from aylsham.word_comparison import Mark, Span, compare_words
from provision.codes import CycleState, NoteKind
from provision.models import CycleNote, CycleText, Target
from provision.rules.cycle_sections import Stage
from provision.selectors.cycle_page import CyclePage
from provision.selectors.target_values import value_words


@dataclass(frozen=True)
class ChangedLine:
    """An answer or a target of the plan, then and now in one text."""

    label: str
    spans: tuple[Span, ...]

    @property
    def is_changed(self) -> bool:
        return any(span.mark is not Mark.SAME for span in self.spans)


@dataclass(frozen=True)
class SinceSentBack:
    """A plan that came back to its checker, with what differs from what they sent back."""

    note: CycleNote
    lines: tuple[ChangedLine, ...]


def since_sent_back(access: Access, page: CyclePage) -> SinceSentBack | None:
    """What was changed since the last time; three statements, none for a plan never sent back.

    The words of then are cut as the words of now are: what only few might read stays theirs.
    """
    note = next((n for n in page.notes if n.kind == NoteKind.SENT_BACK), None)
    if note is None or page.cycle.state != CycleState.CHECKING:
        return None
    school = page.cycle.school_id
    since = _events(CycleNote, school, [note.pk]).aggregate(at=Max("pgh_created_at"))["at"]
    if since is None:  # it came from another school, without its history
        return None
    levels = readable(access.permissions_at(page.cycle.school))
    lines = [*_answers(page, since, levels), *_targets(page, since, levels)]
    return SinceSentBack(note, tuple(line for line in lines if line.is_changed))


def _answers(page: CyclePage, since: dt.datetime, levels) -> list[ChangedLine]:
    shown = [a for a in (*page.assess, *page.plan) if a.text and a.section.stage != Stage.REVIEW]
    then = _then(CycleText, page, [a.text.pk for a in shown if a.text], since)
    return [
        ChangedLine(a.section.title, compare_words(then[a.text.pk].text, a.text.text))
        for a in shown
        if a.text and a.text.pk in then and then[a.text.pk].sensitivity in levels
    ]


def _targets(page: CyclePage, since: dt.datetime, levels) -> list[ChangedLine]:
    targets = [part.part.target for part in page.parts]
    then = _then(Target, page, [target.pk for target in targets], since)
    lines = []
    for target in targets:
        old = then.get(target.pk)
        if old is not None and old.sensitivity not in levels:
            continue
        before = "" if old is None or old.ended_on else _words(old)
        after = "" if target.ended_on else _words(target)
        lines.append(ChangedLine("Target", compare_words(before, after)))
    return lines


def _then(model, page: CyclePage, ids: list[UUID], since: dt.datetime) -> dict:
    """The rows of history that held at that moment, by the id of what they tell of."""
    rows = _events(model, page.cycle.school_id, ids).filter(pgh_created_at__lte=since)
    latest = rows.order_by("pgh_obj_id", "-pgh_created_at", "-pgh_id").distinct("pgh_obj_id")
    return {row.pgh_obj_id: row for row in latest}


def _events(model, school: UUID, ids: list[UUID]) -> QuerySet:
    return model.pgh_event_model.objects.filter(school_id=school, pgh_obj_id__in=ids)


def _words(target) -> str:
    """A target, or a row of its history, in one sentence."""
    begins, ends = value_words(target, target.baseline), value_words(target, target.goal)
    return f"{target.text} From {begins} to {ends}, by {target.by_on:%-d %B %Y}."
