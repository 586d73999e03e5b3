"""What an ask is answered from on its page: papers to read, rows to fill, days to tick."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.db.models.functions import JSONObject

from aylsham.access.current import Access
from aylsham.asks.registry import Ask, Scope
from aylsham.school_calendar import SchoolCalendar
from aylsham.together import read_rows
from provision.models import Cycle, CycleTarget, CycleText, Provision, SampledPaper, Target
from provision.rules.cycle_sections import Section, Stage
from provision.selectors.before_review import Unsaid, unsaid_from, unsaid_rows
from provision.selectors.plan_check import PlanToCheck, plan_from, plan_rows
from provision.selectors.quality import Look, look_of, sampled_rows
from provision.selectors.week_left import WeekLeft, week_left, week_rows
from pupils.models import ConcernAnswer, Pupil
from pupils.models.roll import tell_apart
from pupils.selectors.to_read import (
    PassportToCheck,
    ToRead,
    everyones_lines,
    passport_rows,
    passport_to_check,
    passport_to_read,
    plan_to_read,
    rows_to_check,
    safety_rows,
)
from reports.digests.planning import is_open


@dataclass(frozen=True)
class CycleFacts:
    """A cycle to review or to close: targets without a score, questions without an answer."""

    cycle: Cycle
    parts: tuple[CycleTarget, ...]
    questions: tuple[Section, ...]


@dataclass(frozen=True)
class AskFacts:
    """What one ask is answered from; most of it is empty for any of them."""

    cycle: CycleFacts | None = None
    concern: ConcernAnswer | None = None
    plan: PlanToCheck | None = None
    passport: PassportToCheck | None = None
    look: Look | None = None
    paper: ToRead | None = None
    unsaid: tuple[Unsaid, ...] = ()
    week: WeekLeft | None = None

    @property
    def lines(self) -> tuple[tuple[str, str], ...]:
        """What is read before it is answered: (heading, words)."""
        if self.look:
            return tuple((each.heading, each.text) for each in self.look.words)
        paper = self.plan or self.passport or self.paper
        return paper.lines if paper else ()

    @property
    def closed_off(self) -> int:
        """How many lines of what is checked the asker may not read."""
        checked = self.plan or self.passport
        return checked.closed_off if checked else 0


#: Of an ask that is answered elsewhere, or by a button alone.
NOTHING = AskFacts()


def facts_of(
    access: Access, scope: Scope, calendar: SchoolCalendar, asks: Collection[Ask]
) -> tuple[dict[UUID, Pupil], dict[str, AskFacts]]:
    """The children whom the asker opens, and facts by the key of an ask.

    One statement, and two more for a paper of the sample.
    """
    of: dict[str, list[Ask]] = defaultdict(list)
    for ask in asks:
        of[ask.kind.code].append(ask)
    ids = {code: [ask.subject for ask in of[code]] for code in _CODES}
    pupils, cycles, concerns, plans, to_check, sampled, passports, safety, weeks, *unsaid = (
        read_rows(
            _pupils(access, scope, asks),
            _cycles(access, scope, ids["review"] + ids["close"]),
            _concerns(access, scope, ids["concern"]),
            plan_rows(scope.school, ids["check_cycle"]),
            rows_to_check(access, scope.school, ids["check_passport"]),
            sampled_rows(scope.school, ids["sample"]),
            passport_rows(access, scope.school, ids["read_passport"] + ids["still_true"]),
            safety_rows(access, scope.school, ids["safety_plan"]),
            week_rows(access, ids["sessions"], scope.week.starts_on),
            *unsaid_rows(access, scope.school, ids["word"]),
        )
    )
    tell_apart([*pupils, *(place.pupil for place in unsaid[0])])
    levels = scope.levels or ()
    cycle_facts = {row.pk: AskFacts(cycle=_facts(row)) for row in cycles}
    made = {
        "review": cycle_facts,
        "close": cycle_facts,
        "concern": {row.pk: AskFacts(concern=row) for row in concerns},
        "check_cycle": {row.pk: AskFacts(plan=plan_from(row, levels)) for row in plans},
        "check_passport": {r.pk: AskFacts(passport=passport_to_check(r)) for r in to_check},
        "read_passport": {row.pk: AskFacts(paper=passport_to_read(row)) for row in passports},
        "still_true": {row.pk: AskFacts(paper=everyones_lines(row)) for row in passports},
        "safety_plan": {row.pk: AskFacts(paper=plan_to_read(row)) for row in safety},
        "word": {pk: AskFacts(unsaid=each) for pk, each in unsaid_from(*unsaid).items()},
    }
    found = {
        ask.key: made[code][ask.subject]
        for code in made
        for ask in of[code]
        if ask.subject in made[code]
    }
    found |= _weeks(scope, calendar, of["sessions"], weeks) | _look(access, of["sample"], sampled)
    return {pupil.pk: pupil for pupil in pupils}, found


def _look(access: Access, asks: Iterable[Ask], rows: Iterable[SampledPaper]) -> dict[str, AskFacts]:
    """The first paper of the sample of which it is known who hears; one at a time is looked at."""
    papers = {row.pk: row for row in rows if row.teacher_id}
    first = next((ask for ask in asks if ask.subject in papers), None)
    if first is None:
        return {}
    return {first.key: AskFacts(look=look_of(access, papers[first.subject]))}


_CODES = (
    "review", "close", "concern", "check_cycle", "check_passport", "sample", "read_passport", "still_true", "safety_plan",
    "sessions",
    "word",
)  # fmt: skip


def _weeks(
    scope: Scope, calendar: SchoolCalendar, asks: Iterable[Ask], rows: Iterable[Provision]
) -> dict[str, AskFacts]:
    monday, by_pk = scope.week.starts_on, {row.pk: row for row in rows}

    def was_open(day: dt.date) -> bool:
        return is_open(calendar, day)

    return {
        ask.key: AskFacts(week=week_left(by_pk[ask.subject], monday, was_open, ask.count))
        for ask in asks
        if ask.subject in by_pk
    }


def _pupils(access: Access, scope: Scope, asks: Iterable[Ask]) -> QuerySet[Pupil]:
    ids = {ask.pupil for ask in asks if ask.pupil}
    return Pupil.objects.visible_to(access).filter(school=scope.school, pk__in=ids)


def _cycles(access: Access, scope: Scope, ids: list[UUID]) -> QuerySet[Cycle]:
    """Cycles to review and to close with what is still open in them."""
    mine = {"school_id": OuterRef("school_id"), "cycle_id": OuterRef("pk")}
    readable_targets = Target.objects.filter(school=scope.school).readable_by(access).open()
    parts = CycleTarget.objects.filter(
        **mine, score=None, target__in=readable_targets.values("pk")
    ).order_by("pk")
    texts = CycleText.objects.filter(**mine, text="").readable_by(access)
    aims = JSONObject(pk="pk", target="target_id", text="target__text", evidence="evidence")
    return Cycle.objects.filter(school=scope.school, pk__in=ids).annotate(
        parts_left=ArraySubquery(parts.values(data=aims)),
        unanswered=ArraySubquery(texts.values("section")),
    )


def _facts(cycle: Cycle) -> CycleFacts:
    parts = tuple(_part(cycle, **told) for told in cycle.parts_left)
    questions = tuple(
        section for section in cycle.sections(Stage.REVIEW) if section.key in cycle.unanswered
    )
    return CycleFacts(cycle, parts, questions)


def _part(cycle: Cycle, *, pk: str, target: str, text: str, evidence: str) -> CycleTarget:
    part = CycleTarget(
        pk=UUID(pk), school_id=cycle.school_id, cycle=cycle, target_id=UUID(target),
        evidence=evidence,
    )  # fmt: skip
    part.words = text
    return part


def _concerns(access: Access, scope: Scope, ids: list[UUID]) -> QuerySet[ConcernAnswer]:
    """The answers that are still empty, with the area of each concern."""
    rows = ConcernAnswer.objects.filter(school=scope.school, pk__in=ids, user=access.user)
    return rows.select_related("concern")
