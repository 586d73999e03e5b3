"""The SENDCo's list of plans beside the recorded plans. Writes nothing."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from aylsham.access.permissions import Permission
from aylsham.models import School
from ehcp.models import AnnualReview, EhcPlan
from pupils.codes import SenStatus
from pupils.importing.faults import Fault, fault
from pupils.importing.plans import ParsedPlans, PlanRow
from pupils.importing.roll import RollRow
from pupils.models import Pupil, StatusPeriod
from pupils.services.importing.comparing import SAME, SKIP, Decisions, closed_fault
from pupils.services.importing.matching import Match, Roster, names_school
from pupils.services.importing.memory import ImportMemory
from pupils.services.importing.parts import Difference, in_words

#: A meeting on another day, but no further away than this, is the same meeting.
SAME_MEETING = dt.timedelta(days=60)
#: column of the plan → (field of the list, words)
PLAN_FIELDS = {
    "made_on": ("first_issued_on", "First issued"),
    "local_authority": ("authority", "Council"),
    "coordinator": ("coordinator", "EHC plan coordinator"),
    "hours_per_week": ("hours", "Hours a week in Section F"),
    "other_provision": ("other_provision", "Other Section F provision"),
}


class Where(StrEnum):
    """Whose child a row is about."""

    HERE = "here"
    NOT_FOUND = "not_found"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True)
class PlanOutcome:
    """What one good row would do at this school."""

    row: PlanRow
    where: Where
    match: Match
    plan: EhcPlan | None = None
    reviews: tuple[AnnualReview, ...] = ()
    changes: tuple[Difference, ...] = ()
    kept: tuple[Difference, ...] = ()
    is_open: bool = False
    is_skipped: bool = False
    #: The child's record moved to another school: nobody writes on it here.
    is_closed: bool = False

    @property
    def pupil(self) -> Pupil | None:
        return self.match.pupil

    @property
    def is_written(self) -> bool:
        """Nothing stands in its way."""
        is_held = self.is_open or self.is_skipped or self.is_closed
        return self.where == Where.HERE and not is_held

    @property
    def is_new(self) -> bool:
        return self.is_written and self.plan is None

    @property
    def is_changed(self) -> bool:
        return self.is_written and self.plan is not None and bool(self.changes)

    @property
    def accepted(self) -> frozenset[str]:
        return frozenset(change.field for change in self.changes)


@dataclass(frozen=True)
class PlansComparison:
    """A whole list beside the recorded plans of one school."""

    parsed: ParsedPlans
    outcomes: tuple[PlanOutcome, ...]
    #: Plans in force here that the list does not have.
    unlisted: tuple[EhcPlan, ...]
    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...] = field(default=())

    @property
    def counts(self) -> dict[str, int]:
        """As the command prints them."""
        here = [o for o in self.outcomes if o.is_written]
        new, changed = sum(o.is_new for o in here), sum(o.is_changed for o in here)
        elsewhere = sum(o.where == Where.ELSEWHERE for o in self.outcomes)
        return {
            "rows": self.parsed.row_count,
            "good": len(here) + elsewhere,
            "new": new,
            "changed": changed,
            "unchanged": len(here) - new - changed,
            "leavers": len(self.unlisted),
            "other_schools": elsewhere,
        }


def compare_plans(
    parsed: ParsedPlans, school: School, *, today: dt.date, decisions: Decisions
) -> PlansComparison:
    """Every good row beside the child's plan."""
    pupils = list(Pupil.objects.filter(school=school).in_register_order())
    matches = Roster(pupils).match_all([_as_roll_row(row) for row in parsed.rows])
    plans = {plan.pupil_id: plan for plan in EhcPlan.objects.filter(school=school).maintained()}
    reviews = _reviews(school)
    memory = ImportMemory(school, EhcPlan, AnnualReview)
    outcomes = tuple(
        _outcome(row, match, school, plans, reviews, memory, decisions, today)
        for row, match in zip(parsed.rows, matches, strict=True)
    )
    headings = {name: heading for heading, name in reversed(parsed.columns.items())}
    seen = {outcome.pupil.pk for outcome in outcomes if outcome.pupil}
    return PlansComparison(
        parsed=parsed,
        outcomes=outcomes,
        unlisted=tuple(p for p in plans.values() if p.pupil_id not in seen),
        faults=(
            *parsed.faults,
            *(not_found(o, headings) for o in outcomes if o.where == Where.NOT_FOUND),
            *(
                closed_fault(o.row.row, headings, o.pupil)
                for o in outcomes
                if o.pupil and o.is_closed
            ),
        ),
        warnings=(*parsed.warnings, *_status_warnings(outcomes, headings, school)),
    )


def _as_roll_row(row: PlanRow) -> RollRow:
    return RollRow(
        row=row.row,
        upn=row.upn,
        surname=row.surname,
        forename=row.forename,
        date_of_birth=row.date_of_birth,
    )


def _reviews(school: School) -> dict[UUID, list[AnnualReview]]:
    by_plan: dict[UUID, list[AnnualReview]] = {}
    for review in AnnualReview.objects.filter(school=school).order_by("meeting_on"):
        by_plan.setdefault(review.plan_id, []).append(review)
    return by_plan


def not_found(outcome: PlanOutcome, headings: dict[str, str]) -> Fault:
    """A row that names no child of the school."""
    row = outcome.row
    column = headings.get("upn") if row.upn else None
    column = column or headings.get("full_name") or headings.get("surname", "")
    value = row.upn or f"{row.surname}, {row.forename}"
    return fault(row.row, column, "child not found", value)


def _outcome(row, match, school, plans, reviews, memory, decisions, today) -> PlanOutcome:
    choice = decisions.matches.get(row.row)
    if match.pupil is None:
        is_ours = not row.school or names_school(row.school, school)
        return PlanOutcome(row, Where.NOT_FOUND if is_ours else Where.ELSEWHERE, match)
    doubtful = match.is_doubtful and choice != SAME
    if doubtful or choice == SKIP:
        return PlanOutcome(
            row, Where.HERE, match, is_open=doubtful and choice != SKIP, is_skipped=choice == SKIP
        )
    if match.pupil.closed_on:
        return PlanOutcome(row, Where.HERE, match, is_closed=True)
    plan = plans.get(match.pupil.pk)
    held = reviews.get(plan.pk, []) if plan else []
    changes, kept = [], []
    for difference in _differences(row, plan, held, memory, today):
        is_taken = (str(match.pupil.pk), difference.field) in decisions.take_theirs
        (kept if difference.is_kept and not is_taken else changes).append(difference)
    return PlanOutcome(row, Where.HERE, match, plan, tuple(held), tuple(changes), tuple(kept))


def plan_value(row: PlanRow, name: str):
    """What the list says for a column of the plan, as the column keeps it."""
    value = getattr(row, PLAN_FIELDS[name][0])
    if isinstance(value, Decimal):
        return round(value, 1)
    limit = EhcPlan._meta.get_field(name).max_length
    return value[:limit] if limit and isinstance(value, str) else value


def _differences(row, plan, reviews, memory: ImportMemory, today) -> Iterator[Difference]:
    for name, (_, label) in PLAN_FIELDS.items():
        ours, theirs = getattr(plan, name, None), plan_value(row, name)
        if theirs in (None, "") or ours == theirs:
            continue
        is_kept = plan is not None and ours not in (None, "") and memory.is_edited_here(plan, name)
        yield _difference(name, label, ours, theirs, is_kept)
    yield from _meeting(row, reviews, memory)
    if row.next_review_on and row.next_review_on >= today and _planned(reviews) is None:
        yield _difference("next_review_on", "Next review", None, row.next_review_on, False)


def _difference(name, label, ours, theirs, is_kept) -> Difference:
    return Difference(name, label, in_words(ours), in_words(theirs), is_kept, Permission.VIEW_PLANS)


def _meeting(row: PlanRow, reviews, memory: ImportMemory) -> Iterator[Difference]:
    if row.last_review_on is None:
        return
    review = same_meeting(reviews, row.last_review_on)
    if review is None or not review.is_held:
        yield _difference("last_review_on", "Last review", None, row.last_review_on, False)
    elif review.meeting_on != row.last_review_on:
        is_kept = memory.is_edited_here(review, "meeting_on")
        yield _difference(
            "last_review_on", "Last review", review.meeting_on, row.last_review_on, is_kept
        )
    ours = review.decided_on if review else None
    if row.decision_on and row.decision_on != ours:
        is_kept = ours is not None and memory.is_edited_here(review, "decided_on")
        yield _difference("decision_on", "Council's decision", ours, row.decision_on, is_kept)


def same_meeting(reviews, day: dt.date) -> AnnualReview | None:
    """The recorded meeting of that day, or the nearest within two months of it."""
    near = [r for r in reviews if abs(r.meeting_on - day) <= SAME_MEETING]
    return min(near, key=lambda review: abs(review.meeting_on - day), default=None)


def _planned(reviews) -> AnnualReview | None:
    return next((review for review in reviews if not review.is_held), None)


def _status_warnings(outcomes, headings, school) -> Iterator[Fault]:
    """Children with a plan in the list whom the register does not have as E."""
    open_now = dict(
        StatusPeriod.objects.filter(school=school, ends_on=None).values_list("pupil_id", "status")
    )
    column = headings.get("full_name") or headings.get("surname") or headings.get("upn", "")
    for outcome in outcomes:
        if outcome.is_written:
            status = open_now.get(outcome.pupil.pk, SenStatus.NONE.value)
            if status != SenStatus.PLAN:
                label = SenStatus(status).label
                yield fault(outcome.row.row, column, "no EHC plan on the register", expected=label)
