"""One cycle in full: what was asked and planned, what is given, how it came out."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from aylsham.models import User
from aylsham.together import read_rows
from provision.codes import CycleState
from provision.models import Cycle, CycleNote, CycleText, Outcome
from provision.rules.cycle_sections import Section, Stage, question_for
from provision.rules.writing import Finding, check_writing
from provision.selectors.base_places import lines_of_places, place_rows
from provision.selectors.bases import PlaceLine
from provision.selectors.cycle_giving import GivenLine, Giving, giving_from, giving_rows
from provision.selectors.cycles import Part, part_rows, parts_from
from provision.selectors.family_sheet import Said, answer_rows, may_see_answers, newest_of
from pupils.models import Voice
from pupils.selectors.contributions import voices_of

#: Views given so long before a cycle are looked at in it.
VIEWS_BEFORE = dt.timedelta(days=60)


@dataclass(frozen=True)
class Answer:
    """A question of a cycle with its answer; `text` is None for words the asker may not read."""

    section: Section
    text: CycleText | None
    findings: tuple[Finding, ...] = ()

    @property
    def is_empty(self) -> bool:
        return self.text is not None and not self.text.text.strip()


@dataclass(frozen=True)
class Writing:
    """The one person who wrote a cycle, and the moments of the first and the last answer."""

    by: User
    first: dt.datetime
    last: dt.datetime


@dataclass(frozen=True)
class CyclePage:
    """A cycle with its four stages."""

    cycle: Cycle
    assess: tuple[Answer, ...]
    plan: tuple[Answer, ...]
    review: tuple[Answer, ...]
    parts: tuple[Part, ...]
    notes: tuple[CycleNote, ...]
    voices: tuple[Voice, ...]
    #: What is given while it runs, and what helps everywhere.
    giving: Giving
    #: Outcomes of the child that the asker may read, by their id.
    outcomes: dict[UUID, Outcome]
    #: What the family said last; None for whoever does not read that.
    said: tuple[Said, ...] | None
    #: The child's places in bases that are not over.
    bases: tuple[PlaceLine, ...] = ()

    @property
    def is_reviewed(self) -> bool:
        """Every target that is still open has a score."""
        return all(p.part.score is not None or p.line.target.ended_on for p in self.parts)

    @property
    def heard(self) -> list[tuple[Voice, bool]]:
        """Views given lately, each with whether the cycle asks for such words now."""
        running = self.cycle.state == CycleState.RUNNING
        readable = {a.section.key for a in (*self.assess, *self.plan, *self.review) if a.text}
        keys = ((v, question_for(v.kind, in_review=running)) for v in self.voices)
        is_closed = self.cycle.state == CycleState.CLOSED
        return [(voice, key in readable and not is_closed) for voice, key in keys]

    @property
    def written(self) -> list[Answer]:
        """The answers that hold words which the asker may read."""
        asked = (*self.assess, *self.plan, *self.review)
        return [answer for answer in asked if answer.text and not answer.is_empty]

    @property
    def writing(self) -> Writing | None:
        """Who wrote every answer that is there, and when; None where they were several."""
        texts = [answer.text for answer in self.written if answer.text]
        if len({text.written_by_id for text in texts}) != 1 or texts[0].written_by is None:
            return None
        days = sorted(text.written_at for text in texts)
        return Writing(texts[0].written_by, days[0], days[-1])

    @property
    def reviewed_words(self) -> list[Part]:
        """The targets whose review says what shows it."""
        return [part for part in self.parts if part.part.evidence]

    @property
    def is_untouched(self) -> bool:
        """Nobody has written anything in it: it can be taken away."""
        asked = (*self.assess, *self.plan, *self.review)
        is_written = any(a.text is None or a.text.written_by_id for a in asked)
        is_new = self.cycle.state == CycleState.WRITING and self.cycle.sent_at is None
        return is_new and not is_written and not self.notes

    @property
    def to_adapt(self) -> int:
        """Targets that were to be adapted and go on unchanged, while the plan is open for it."""
        is_written = self.cycle.state in (CycleState.WRITING, CycleState.CHECKING)
        return sum(part.is_to_adapt for part in self.parts) if is_written else 0

    @property
    def given(self) -> list[tuple[GivenLine, list[str]]]:
        """Each provision with the targets that it works towards."""
        words = {part.line.id: part.line.target.text for part in self.parts}
        return [
            (line, [text for pk, text in words.items() if pk in line.works_on])
            for line in self.giving.lines
        ]

    @property
    def rows(self) -> list[tuple[Part, Outcome | None]]:
        """Each target with the outcome that it is a step towards."""
        return [(p, self.outcomes.get(p.line.target.outcome_id)) for p in self.parts]


def cycle_page(access: Access, cycle: Cycle) -> CyclePage:
    """Everything of a cycle that the asker may read; six statements, none the more for more rows."""
    mine = {"school_id": cycle.school_id, "cycle": cycle}
    outcomes = Outcome.objects.filter(school_id=cycle.school_id, pupil=cycle.pupil)
    hears = may_see_answers(access, cycle.school)
    texts, notes, places, parts, aims, said, *given = read_rows(
        CycleText.objects.filter(**mine).readable_by(access).select_related("written_by"),
        CycleNote.objects.filter(**mine).select_related("written_by"),
        place_rows(access, cycle.pupil, only_open=True),
        part_rows(access, [cycle]),
        outcomes.readable_by(access),
        answer_rows(cycle) if hears else answer_rows(cycle).none(),
        *giving_rows(access, cycle),
    )
    answers = _answers(cycle, texts)
    since = cycle.starts_on - VIEWS_BEFORE
    until = cycle.closed_on or access.today
    return CyclePage(
        cycle=cycle,
        assess=answers[Stage.ASSESS],
        plan=answers[Stage.PLAN],
        review=answers[Stage.REVIEW],
        parts=parts_from(access, [cycle], parts)[cycle.pk],
        notes=tuple(notes),
        voices=tuple(v for v in voices_of(access, cycle.pupil) if since <= v.given_on <= until),
        giving=giving_from(access, cycle, *given),
        outcomes={outcome.pk: outcome for outcome in aims},
        said=tuple(newest_of(said)) if hears else None,
        bases=tuple(lines_of_places(access, cycle.pupil, places)),
    )


def _answers(cycle: Cycle, texts: Iterable[CycleText]) -> dict[Stage, tuple[Answer, ...]]:
    found = {text.section: text for text in texts}
    return {
        stage: tuple(_answer(s, found.get(s.key)) for s in cycle.sections(stage)) for stage in Stage
    }


def _answer(section: Section, text: CycleText | None) -> Answer:
    findings = check_writing(text.text, section.checked) if text and section.checked else []
    return Answer(section, text, tuple(findings))
