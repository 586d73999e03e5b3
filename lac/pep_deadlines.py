"""What plans make due: one a term, one before each review, a new one after a move, each part."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from aylsham.access.permissions import Permission
from aylsham.deadlines.registry import Action, DeadlineFact, deadline_from
from aylsham.models import Owes, School, Term, Weight
from aylsham.school_calendar import SchoolCalendar
from aylsham.timescales.registry import REGISTRY, Result
from aylsham.timescales.rules import Confidence
from lac.models import CarePeriod, CarePlacement, CutOff, Pep, PepAction, PepPart
from lac.pep_codes import (
    OPEN_STATES,
    OUT_STATES,
    OWES,
    PartOwner,
    PartState,
    PepState,
)
from lac.pep_parts import BY_KEY
from pupils.models import Enrolment

TABLES = (Pep,)
#: The words of a plan are read by few of those who see that something is due.
_READ = Permission.READ_CARE
OURS = {
    "weight": Weight.OURS,
    "rule_code": "ours.pep_part",
    "rule_version": "1",
    "citation": "Asked for by us",
    "confidence": Confidence.WORKING,
}


@dataclass
class Plans:
    """What the clocks of plans start from, read once for a school."""

    #: Nothing is asked for of terms that ended before.
    live_from: dt.date = dt.date.min
    terms: list[Term] = field(default_factory=list)
    #: (council in small letters, year, term) → the virtual school's last day.
    cut_offs: dict[tuple[str, int, str], dt.date] = field(default_factory=dict)
    peps: dict[UUID, list[Pep]] = field(default_factory=lambda: defaultdict(list))
    #: First days of homes and of this school, by child, in order.
    moves: dict[UUID, list[dt.date]] = field(default_factory=lambda: defaultdict(list))


def plans_of(school: School, periods: Iterable[CarePeriod]) -> Plans:
    """Everything at once; nothing is read where nobody is looked after."""
    found, pupils = Plans(), [period.pupil_id for period in periods]
    if not pupils:
        return found
    found.live_from = school.live_from or dt.date.min
    found.terms = list(Term.objects.filter(school=school).order_by("starts_on"))
    rows = CutOff.objects.filter(federation_id=school.federation_id)
    for row in rows.select_related("virtual_school"):
        key = (row.virtual_school.council.lower(), row.academic_year, row.term)
        found.cut_offs[key] = row.on
    own = {"school": school, "pupil__in": pupils}
    for pep in Pep.objects.standing().filter(**own):
        found.peps[pep.pupil_id].append(pep)
    placed = CarePlacement.objects.filter(**own).order_by("starts_on")
    for pupil_id, on in placed.values_list("pupil_id", "starts_on"):
        found.moves[pupil_id].append(on)
    # The first home is no move, but coming to this school is.
    for pupil_id, days in found.moves.items():
        found.moves[pupil_id] = days[1:]
    joined = Enrolment.objects.filter(**own).order_by("starts_on")
    for pupil_id, on in joined.values_list("pupil_id", "starts_on"):
        found.moves[pupil_id].append(on)
    return found


def of_period(
    period: CarePeriod,
    plans: Plans,
    held: dt.date | None,
    review_by: dt.date | None,
    calendar: SchoolCalendar,
) -> Iterator[DeadlineFact]:
    """The clocks of one looked-after child, with the last review and the day of the next one."""
    peps = plans.peps.get(period.pupil_id, [])
    yield from _of_terms(period, plans, peps, calendar)
    yield from _after_move(period, plans, peps, calendar)
    if held and review_by:
        yield from _before_review(period, peps, held, review_by, calendar)


def _of_terms(
    period: CarePeriod, plans: Plans, peps: list[Pep], calendar: SchoolCalendar
) -> Iterator[DeadlineFact]:
    began = period.starts_on or period.known_since
    first = REGISTRY.calculate("lac.pep", {"entered_care": began}, calendar=calendar)
    earliest = max(first["pep_initiated_by"].value, period.known_since, plans.live_from)
    done = {(pep.academic_year, pep.term) for pep in peps if pep.state in OUT_STATES}
    for term, after in zip(plans.terms, [*plans.terms, None][1:], strict=True):
        key = (term.academic_year, term.name)
        council = (period.placing_authority.lower(), *key)
        facts = {"term_ends": term.ends_on, "cut_off": plans.cut_offs.get(council)}
        result = REGISTRY.calculate("lac.pep_of_term", facts, calendar=calendar)
        # Nothing is owed for a term that ended before there could be a plan.
        if key in done or result["pep_by"].value < earliest:
            continue
        # What was missed stays until the term after it is over, too.
        lapses_on = after.ends_on if after else None
        more = {"begins_on": term.starts_on, "lapses_on": lapses_on}
        yield _pep(period, result, "pep_by", f"{key[0]}:{key[1]}", **more)


def _after_move(
    period: CarePeriod, plans: Plans, peps: list[Pep], calendar: SchoolCalendar
) -> Iterator[DeadlineFact]:
    """Of the last move in this time in care alone: a plan made since then answers it."""
    began = period.starts_on or period.known_since
    moves = [on for on in plans.moves.get(period.pupil_id, []) if on > began]
    if not moves:
        return
    moved = max(moves)
    result = REGISTRY.calculate("lac.new_pep_after_move", {"moved": moved}, calendar=calendar)
    made = any(pep.started_on >= moved or (pep.meeting_on or began) >= moved for pep in peps)
    if not made and result["new_pep_by"].value >= period.known_since:
        yield _pep(period, result, "new_pep_by", f"moved:{moved.isoformat()}")


def _before_review(
    period: CarePeriod, peps: list[Pep], held: dt.date, by: dt.date, calendar: SchoolCalendar
) -> Iterator[DeadlineFact]:
    """Of reviews after the first: that one has a clock of its own."""
    if any(pep.officer_on and pep.officer_on > held for pep in peps):
        return
    facts = {"last_review": held, "review_by": by}
    result = REGISTRY.calculate("lac.pep_before_review", facts, calendar=calendar)
    yield _pep(period, result, "pep_ready_by", "before-review")


def _pep(period: CarePeriod, result: Result, answer: str, key: str, **more: Any) -> DeadlineFact:
    action = Action("Open the PEP", "child_pep", (str(period.pupil_id),))
    name = f"{period.pk}:pep:{key}"
    return deadline_from(result, answer, key=name, kind="pep", action=action, **more)


def of_parts(
    school: School, calendar: SchoolCalendar, pupil_ids: frozenset[UUID] | None
) -> Iterator[DeadlineFact]:
    """Parts that wait for somebody, and what the virtual school's words made us do."""
    rows = Pep.objects.filter(school=school).exclude(state=PepState.WITHDRAWN)
    rows = rows if pupil_ids is None else rows.filter(pupil__in=list(pupil_ids))
    plans = {plan.pk: plan for plan in rows}
    if not plans:
        return
    is_open = [key for key, plan in plans.items() if plan.state in OPEN_STATES]
    parts = PepPart.objects.filter(
        school=school, pep__in=is_open, state=PartState.WAITING, due_on__isnull=False
    )
    for part in parts.order_by("pk"):
        part.pep = plans[part.pep_id]
        yield _part(part, calendar)
    actions = PepAction.objects.filter(school=school, pep__in=list(plans), done_on=None)
    for row in actions.order_by("pk"):
        row.pep = plans[row.pep_id]
        yield _action(row, calendar)


def _part(part: PepPart, calendar: SchoolCalendar) -> DeadlineFact:
    owner = PartOwner(part.owner)
    assert part.due_on is not None
    return DeadlineFact(
        key=f"part:{part.pk}",
        kind="pep_part",
        title=f"{owner.label}: write “{BY_KEY[part.key].title}” for the plan",
        due_on=part.due_on,
        do_by=calendar.do_by(part.due_on),
        owed_by=OWES[owner],
        how="the day that was named when it was asked for",
        pupil_id=part.pep.pupil_id,
        action=Action("Open the part", "pep_part", (str(part.pep.pupil_id), str(part.pk)), _READ),
        **OURS,
    )


def _action(row: PepAction, calendar: SchoolCalendar) -> DeadlineFact:
    return DeadlineFact(
        key=f"action:{row.pk}",
        kind="pep_part",
        title="Do what the virtual school asked for",
        due_on=row.due_on,
        do_by=calendar.do_by(row.due_on),
        owed_by=Owes.SCHOOL,
        how="the day that we set",
        pupil_id=row.pep.pupil_id,
        action=Action("Open the plan", "pep", (str(row.pep.pupil_id), str(row.pep_id)), _READ),
        **OURS,
    )
