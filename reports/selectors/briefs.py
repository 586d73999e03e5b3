"""What a brief for a meeting of the leaders says: the record in a few lines, and decisions so far."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from aylsham.access.current import Access
from aylsham.datewords import full_day_words
from aylsham.models import School
from reports.models import LeadersBrief, Objective, PlanStep
from reports.objective_codes import NOT_JUDGED, Rag
from reports.selectors.child_names import names_of_children_in
from reports.selectors.leadership import Compliance, compliance
from reports.selectors.objectives import ObjectiveLine, StepLine, lines_of, said_in, step_line
from reports.selectors.policies import PolicyLine, policies_page

#: So many lines of one sort fit on the page.
MOST = 4

type Fact = tuple[str, str]


@dataclass(frozen=True)
class BriefPage:
    """A brief with what its meeting decided, and what earlier meetings did that is still open."""

    brief: LeadersBrief
    steps: tuple[StepLine, ...]
    earlier: tuple[StepLine, ...]
    names: tuple[str, ...]


def facts_for_brief(access: Access, school: School) -> list[Fact]:
    """What the record says today, as (heading, words); no child in it, and no number of a class."""
    found = compliance(access)
    lines = [each for each in lines_of(school, access.today) if each.objective.is_to_do]
    policies = policies_page(access, school)
    return [
        *_of_record(found),
        *_of_objectives(lines),
        *_of_policies(policies.lines),
        *(
            ("Not read by all", f"{each.title}: {each.have_read} of {each.asked} have read it")
            for each in policies.circulars
            if each.have_read < each.asked and not each.closed_on
        ),
    ]


def briefs_of(school: School) -> list[LeadersBrief]:
    """Every brief, the newest first."""
    return list(LeadersBrief.objects.filter(school=school))


def brief_of(school: School, pk: UUID) -> LeadersBrief | None:
    """One brief of the school."""
    return LeadersBrief.objects.filter(school=school, pk=pk).select_related("school").first()


def brief_page(access: Access, brief: LeadersBrief) -> BriefPage:
    """A brief; three statements."""
    rows = PlanStep.objects.filter(school=brief.school_id)
    steps = rows.filter(brief=brief).select_related("owner", "objective")
    earlier = rows.to_do().filter(brief__held_on__lt=brief.held_on).select_related("brief")
    words = [brief.words, brief.asks, brief.decided, *(w for s in steps for w in said_in(s))]
    return BriefPage(
        brief=brief,
        steps=tuple(step_line(each, access.today) for each in steps),
        earlier=tuple(step_line(each, access.today) for each in earlier),
        names=names_of_children_in(brief.school_id, words),
    )


def open_objectives(school: School) -> QuerySet[Objective]:
    """What a decision may be a step towards."""
    return Objective.objects.to_do().filter(school=school)


def _of_record(found: Compliance) -> Iterator[Fact]:
    if found.on_roll:
        supported = f"{found.on_support} SEN support, {found.with_plan} with an EHC plan"
        yield "SEND register", f"{supported}: {found.register_percent}% of the roll"
    if found.due:
        yield "Late", f"{found.late_ours} of ours, {found.late_theirs} of others"
    kept = [
        f"{percent}% of {whose} legal days"
        for percent, whose in ((found.our_percent, "our"), (found.their_percent, "the council’s"))
        if percent is not None
    ]
    if kept:
        yield "Kept since September", ", ".join(kept)
    for row in found.to_publish[:MOST]:
        yield "To publish", f"{row.title}, by {full_day_words(row.do_by)}"


def _of_objectives(lines: list[ObjectiveLine]) -> Iterator[Fact]:
    if not lines:
        return
    judged = {rag.value: sum(each.objective.rag == rag for each in lines) for rag in Rag}
    judged[""] = sum(not each.objective.rag for each in lines)
    names = {rag.value: rag.label.partition(":")[0].lower() for rag in Rag}
    names[""] = NOT_JUDGED.lower()
    told = ", ".join(f"{number} {names[key]}" for key, number in judged.items() if number)
    late = sum(each.late for each in lines)
    yield "Objectives", f"{told}; {late} step{'' if late == 1 else 's'} late"
    for each in [each for each in lines if each.objective.rag == Rag.RED][:MOST]:
        yield "Off track", f"{each.objective.what} ({each.objective.lead})"


def _of_policies(lines: tuple[PolicyLine, ...]) -> Iterator[Fact]:
    for each in [each for each in lines if each.shown in ("overdue", "due_soon")][:MOST]:
        yield each.words, f"{each.policy.name}, by {full_day_words(each.policy.review_on)}"
