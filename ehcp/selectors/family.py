"""What a family reads of the EHC plan on their page: how the plan stands, and what it promises."""

from collections.abc import Iterator

from aylsham.models import Deadline, Weight
from aylsham.together import Reads
from ehcp.models import EhcPlan
from ehcp.selectors.plans import PlanFacts, plan_reads
from ehcp.selectors.standing import hours_words, promised_a_week
from pupils.parent_parts import PartLine, Reader
from pupils.rules.parents import Stage

COUNCIL, SCHOOL = "The council", "The school"
REVIEW, TRANSFER = "The EHC plan: the yearly review", "The EHC plan: moving to a new school"


def plan_stages(reader: Reader) -> Reads[list[Stage]]:
    """The yearly review and the move to the next phase, with the law's days."""
    plans = yield from plan_reads([reader.pupil.school], frozenset({reader.pupil.pk}))
    return [stage for plan in plans for stage in (_review(plan, reader), *_transfer(plan, reader))]


def plan_lines(reader: Reader) -> Reads[list[PartLine]]:
    """What is known of the plan itself."""
    pupil = reader.pupil
    plans = EhcPlan.objects.filter(school_id=pupil.school_id, pupil=pupil).maintained()
    plans = plans.annotate(promised=promised_a_week(reader.today))
    (found,) = yield [plans.order_by("pk")[:1]]
    return [line for plan in found for line in _lines(plan)]


def _lines(plan: EhcPlan) -> Iterator[PartLine]:
    yield PartLine(f"{plan.local_authority} first made the plan on {plan.made_on:%-d %B %Y}.")
    promised = plan.promised or (plan.hours_per_week or 0) * 60
    if promised:
        hours = hours_words(promised)
        yield PartLine(f"It promises {hours} hours of help each week.")
    if plan.coordinator:
        yield PartLine(f"At the council you can talk to {plan.coordinator}.")


def _review(plan: PlanFacts, reader: Reader) -> Stage:
    cycle = plan.cycle
    if cycle.planned:
        where, then = "The day of the yearly meeting is set.", "We meet and talk about the plan."
        by, who = cycle.planned.meeting_on, SCHOOL
        return Stage(_key(plan, f"planned:{by.isoformat()}"), REVIEW, where, then, by, who=who)
    if cycle.is_review_open:
        step, who = "decision", COUNCIL
        where = "We have had the yearly meeting."
        then = "The council writes to you. It says if the plan stays, changes or ends."
        due = reader.next_due("decision", ":decision")
    elif cycle.open_amendments and cycle.open_amendments[-1].amendment_notice_on:
        step, who = "final", COUNCIL
        where, then = "The council has sent you its changes.", "The council sends the new plan."
        due = reader.next_due("decision", ":final")
    elif cycle.open_amendments:
        step, who = "notice", COUNCIL
        where, then = "The council is changing the plan.", "The council sends you its changes."
        due = reader.next_due("decision", ":notice")
    else:
        step, who = "held", SCHOOL
        where, then = "The plan is in place.", "We hold the yearly meeting about it."
        due = reader.next_due("annual_review", ":meeting")
    return _stage(_key(plan, f"{step}:{_last(plan)}"), REVIEW, where, then, who, due)


def _transfer(plan: PlanFacts, reader: Reader) -> Iterator[Stage]:
    """Shown from the September before the move, while something is still to be done for it."""
    september = plan.september_of(reader.today)
    if september is None:
        return
    where = f"Your child moves to a new school in September {september}."
    if due := reader.next_due("phase_transfer", "phase_meeting"):
        then, who, step = "We meet to talk about the move and the plan.", SCHOOL, "meeting"
    elif due := reader.next_due("phase_transfer", "phase_amended"):
        then, who, step = "The council changes the plan and names the school.", COUNCIL, "named"
    else:
        return
    yield _stage(_key(plan, f"transfer:{september}:{step}"), TRANSFER, where, then, who, due)


def _stage(key: str, about: str, where: str, then: str, who: str, due: Deadline | None) -> Stage:
    is_law = due is not None and due.weight == Weight.LAW
    return Stage(key, about, where, then, due.due_on if due else None, is_law, who)


def _key(plan: PlanFacts, step: str) -> str:
    return f"plan:{plan.id}:{step}"


def _last(plan: PlanFacts) -> str:
    """The review that counts last: the next one begins a new round of the same steps."""
    return plan.cycle.last_held.id if plan.cycle.last_held else ""
