"""The plan of a cycle as its checker reads it in one piece, with a mark of what it says."""

import hashlib
import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, F, OuterRef, QuerySet
from django.db.models.functions import JSONObject

from aylsham.models import School
from provision.codes import NoteKind
from provision.models import Cycle, CycleNote, CycleTarget, CycleText, Target
from provision.rules.cycle_sections import Stage
from provision.selectors.target_values import value_words

#: What of a target somebody checks, besides its place in the cycle.
_OF_TARGET = (
    "text",
    "measure",
    "unit",
    "out_of",
    "baseline",
    "goal",
    "by_on",
    "who",
    "sensitivity",
)


@dataclass(frozen=True)
class PlanToCheck:
    """A plan that is with the checker: (heading, words) of what the asker may read."""

    cycle: Cycle
    lines: tuple[tuple[str, str], ...]
    #: What it says altogether, also where the asker may not read it.
    mark: str
    #: Answers and targets that the asker may not read.
    closed_off: int
    #: It came back after it had been sent back: its page shows what changed.
    is_back: bool


def plan_rows(school: School, ids: Iterable[UUID]) -> QuerySet[Cycle]:
    """Cycles with what stands in their plans, to be read together with something else."""
    mine = {"school_id": OuterRef("school_id"), "cycle_id": OuterRef("pk")}
    texts = CycleText.objects.filter(**mine).exclude(text="").order_by("section")
    parts = CycleTarget.objects.filter(**mine, target__ended_on=None).order_by("pk")
    said = JSONObject(section="section", text="text", sensitivity="sensitivity")
    aims = JSONObject(target="target_id", **{name: F(f"target__{name}") for name in _OF_TARGET})
    rows = Cycle.objects.filter(school=school, pk__in=list(ids))
    back = CycleNote.objects.filter(**mine, kind=NoteKind.SENT_BACK)
    return rows.annotate(
        is_back=Exists(back),
        plan_texts=ArraySubquery(texts.values(data=said)),
        plan_targets=ArraySubquery(parts.values(data=aims)),
    )


def plan_from(row: Cycle, levels: Collection[int]) -> PlanToCheck:
    """One of those rows as somebody sees it to whom these sensitivities are open."""
    words = {each["section"]: each for each in row.plan_texts}
    asked = [s for s in row.sections() if s.stage != Stage.REVIEW and s.key in words]
    said = [(s.title, words[s.key]["text"], words[s.key]["sensitivity"]) for s in asked]
    said += [("Target", _aim_words(each), each["sensitivity"]) for each in row.plan_targets]
    lines = tuple((title, text) for title, text, level in said if level in levels)
    return PlanToCheck(row, lines, _mark(row), len(said) - len(lines), row.is_back)


def plan_mark(cycle: Cycle) -> str:
    """What the plan of a cycle says now, as a short mark; one statement."""
    return _mark(plan_rows(cycle.school, [cycle.pk]).get())


def _mark(row: Cycle) -> str:
    said = json.dumps([row.plan_texts, row.plan_targets], sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def _aim_words(each: dict) -> str:
    aim = Target(measure=each["measure"], unit=each["unit"], out_of=each["out_of"])
    begins, ends = (
        value_words(aim, Target._meta.get_field(name).to_python(each[name]))
        for name in ("baseline", "goal")
    )
    return f"{each['text']} (from {begins} to {ends})"
