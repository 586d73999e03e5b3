"""Pupil premium plus changes: sums given, requests for a target, what was paid, what it changed."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Sum

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.models import School, User
from lac.models import PremiumCost, PremiumFunding, PremiumRate, PremiumRequest
from lac.premium_codes import OPEN, STEPS, FundingKind, RequestState
from provision.models import Target
from provision.rules.money import in_pounds
from pupils.models import Pupil
from pupils.services.recording import added_before, as_pk, lock, lock_pupil, record_change

FUNDING_FIELDS = ("financial_year", "payer", "kind", "pence", "on", "reference", "note")
REQUEST_FIELDS = (
    "financial_year", "payer", "is_exceptional", "what", "intended", "planned_pence", "starts_on",
    "review_on",
)  # fmt: skip
COST_FIELDS = ("on", "pence", "what", "receipt", "document_id", "early_why")
IMPACT_FIELDS = ("impact", "impact_words", "impact_on")
DECISIONS = (RequestState.AGREED, RequestState.REFUSED)


@transaction.atomic
def add_funding(
    *, pupil: Pupil, by: User | None, key: UUID | None = None, **facts: Any
) -> PremiumFunding:
    """Write down a sum that was given for a child, or given back; `facts` are FUNDING_FIELDS."""
    pupil = lock_pupil(pupil)
    if known := added_before(PremiumFunding, pupil, key):
        return known
    _require_sum(pupil, facts)
    row = PremiumFunding.objects.create(
        school=pupil.school, pupil=pupil, written_by=by, **as_pk(key), **facts
    )
    _record(pupil, row, by, "given")
    return row


@transaction.atomic
def change_funding(
    *, funding: PremiumFunding, version: str, by: User, **facts: Any
) -> PremiumFunding:
    """Put a sum right."""
    pupil = lock_pupil(funding.pupil)
    row = lock(funding)
    require_version(row, FUNDING_FIELDS, version)
    _require_sum(pupil, facts, row)
    _write(row, facts)
    _record(pupil, row, by, "sum corrected")
    return row


@transaction.atomic
def remove_funding(*, funding: PremiumFunding, by: User) -> None:
    """Take away a sum that was entered by mistake; pressed twice, nothing more happens."""
    pupil = lock_pupil(funding.pupil)
    rows = PremiumFunding.objects.filter(school=pupil.school, pupil=pupil, pk=funding.pk)
    if rows.delete()[0]:
        _record(pupil, funding, by, "sum taken away")


@transaction.atomic
def write_request(
    *, pupil: Pupil, target: Target, by: User | None, key: UUID | None = None, **facts: Any
) -> PremiumRequest:
    """Plan what money is to do for one target; `facts` are REQUEST_FIELDS.

    Raises TransitionNotAllowed for a target that is closed, or another child's.
    """
    pupil = lock_pupil(pupil)
    if known := added_before(PremiumRequest, pupil, key):
        return known
    target = _target(pupil, target)
    if target.ended_on:
        raise TransitionNotAllowed("That target is closed. Choose one that is worked on.")
    row = PremiumRequest.objects.create(
        school=pupil.school, pupil=pupil, target=target, written_by=by, **as_pk(key), **facts
    )
    _record(pupil, row, by, "request written")
    return row


@transaction.atomic
def change_request(
    *, request: PremiumRequest, target: Target, version: str, by: User, **facts: Any
) -> PremiumRequest:
    """Reword a request to which nobody has agreed yet."""
    pupil = lock_pupil(request.pupil)
    row = lock(request)
    require_version(row, ("target", *REQUEST_FIELDS), version)
    if row.state not in OPEN:
        raise TransitionNotAllowed("It has been answered, so its words stay as they were.")
    _write(row, {"target": _target(pupil, target), **facts})
    _record(pupil, row, by, "request changed")
    return row


@transaction.atomic
def take_step(
    *,
    request: PremiumRequest,
    to: str,
    on: dt.date,
    by: User | None,
    who: str = "",
    words: str = "",
) -> PremiumRequest:
    """Ask, agree, refuse, withdraw, or take the last step back; `who` answered, and their words.

    Raises TransitionNotAllowed where STEPS has no such step, and for money already spent.
    """
    pupil = lock_pupil(request.pupil)
    row = lock(request)
    if row.state == to:  # pressed twice
        return row
    _require_step(row, to, on)
    is_answer = to in DECISIONS
    _write(
        row,
        {
            "state": to,
            "asked_on": on if to == RequestState.ASKED and not row.asked_on else row.asked_on,
            "decided_on": on if is_answer else None,
            "decided_by": who if is_answer else "",
            "decision_words": words if is_answer else "",
        },
    )
    _record(pupil, row, by, f"request {to}")
    return row


@transaction.atomic
def record_cost(
    *, request: PremiumRequest, by: User | None, key: UUID | None = None, **facts: Any
) -> PremiumCost:
    """Write down what was paid for an agreed request, or what came back; `facts` are COST_FIELDS.

    Raises TransitionNotAllowed while nobody has agreed, and for money spent before that without
    saying why.
    """
    pupil = lock_pupil(request.pupil)
    row = lock(request)
    costs = PremiumCost.objects.filter(school=pupil.school, request=row)
    if key and (known := costs.filter(pk=key).first()):
        return known
    _require_cost(row, facts)
    cost = PremiumCost.objects.create(
        school=pupil.school, request=row, written_by=by, **as_pk(key), **facts
    )
    _record(pupil, cost, by, "paid")
    return cost


@transaction.atomic
def change_cost(*, cost: PremiumCost, version: str, by: User, **facts: Any) -> PremiumCost:
    """Put a cost right."""
    pupil = lock_pupil(cost.request.pupil)
    row = lock(cost)
    require_version(row, COST_FIELDS_OF_ROW, version)
    _require_cost(lock(cost.request), facts, row)
    _write(row, facts)
    _record(pupil, row, by, "cost corrected")
    return row


@transaction.atomic
def remove_cost(*, cost: PremiumCost, by: User) -> None:
    """Take away a cost that was entered by mistake; pressed twice, nothing more happens."""
    pupil = lock_pupil(cost.request.pupil)
    rows = PremiumCost.objects.filter(school=pupil.school, request=cost.request, pk=cost.pk)
    if (left := _paid(cost.request) - cost.pence) < 0 and rows.exists():
        raise TransitionNotAllowed(
            f"Without it {in_pounds(-left)} more would have come back than was paid."
        )
    if rows.delete()[0]:
        _record(pupil, cost, by, "cost taken away")


@transaction.atomic
def judge_impact(*, request: PremiumRequest, version: str, by: User, **facts: Any):
    """Say what the money changed; `facts` are IMPACT_FIELDS."""
    pupil = lock_pupil(request.pupil)
    row = lock(request)
    require_version(row, IMPACT_FIELDS, version)
    if row.state != RequestState.AGREED:
        raise TransitionNotAllowed("Nobody has agreed to it, so there is nothing to judge.")
    if facts["impact_on"] < row.starts_on:
        raise TransitionNotAllowed("It had not begun on that day.")
    _write(row, {**facts, "impact_by": by})
    _record(pupil, row, by, "impact")
    return row


@transaction.atomic
def set_rate(
    *, school: School, financial_year: int, rate_for: str, pence: int, source: str, by: User | None
) -> PremiumRate:
    """The rate of a financial year as the federation read it; the last word counts."""
    row, _ = PremiumRate.objects.update_or_create(
        federation_id=school.federation_id,
        financial_year=financial_year,
        rate_for=rate_for,
        defaults={"pence": pence, "source": source, "written_by": by},
    )
    detail = {"step": "rate", "year": financial_year, "for": rate_for}
    record_event(Action.CHANGE_PREMIUM, school=school, by=by, subject=row, detail=detail)
    return row


#: As the row names them.
COST_FIELDS_OF_ROW = tuple(name.removesuffix("_id") for name in COST_FIELDS)


def _target(pupil: Pupil, target: Target) -> Target:
    found = Target.objects.filter(school=pupil.school, pupil=pupil, pk=target.pk).first()
    if found is None:
        raise TransitionNotAllowed("That target is not this child’s.")
    return found


def _require_sum(pupil: Pupil, facts: dict[str, Any], row: PremiumFunding | None = None) -> None:
    rows = PremiumFunding.objects.filter(
        school=pupil.school,
        pupil=pupil,
        financial_year=facts["financial_year"],
        payer=facts["payer"],
    ).exclude(pk=row and row.pk)
    if facts["kind"] == FundingKind.YEAR and rows.filter(kind=FundingKind.YEAR).exists():
        raise TransitionNotAllowed("The whole year’s sum is written down already. Change that one.")


def _require_step(row: PremiumRequest, to: str, on: dt.date) -> None:
    if to not in STEPS[row.state]:
        now = RequestState(row.state).label.lower()
        raise TransitionNotAllowed(
            f"It is {now}, so that step is not open. Look at the page again."
        )
    if to in DECISIONS and row.asked_on and on < row.asked_on:
        raise TransitionNotAllowed(
            f"It was asked for on {row.asked_on:%-d %B %Y}; an answer cannot be earlier."
        )
    if row.state == RequestState.AGREED and row.costs.exists():
        raise TransitionNotAllowed("Money has been spent on it. Take the costs away first.")
    if row.state == RequestState.AGREED and row.impact:
        raise TransitionNotAllowed("What it changed has been judged, so the answer stays.")


def _require_cost(
    request: PremiumRequest, facts: dict[str, Any], row: PremiumCost | None = None
) -> None:
    if request.state != RequestState.AGREED:
        raise TransitionNotAllowed("Nobody has agreed to it yet. Ask for it first.")
    if facts["on"] < request.decided_on and not facts["early_why"]:
        raise TransitionNotAllowed(
            f"It was agreed on {request.decided_on:%-d %B %Y}. Say why it was paid before that."
        )
    before = _paid(request) - (row.pence if row else 0)
    if before + facts["pence"] < 0:
        raise TransitionNotAllowed(
            f"Only {in_pounds(before)} was paid, so no more than that can come back."
        )


def _paid(request: PremiumRequest) -> int:
    rows = PremiumCost.objects.filter(school_id=request.school_id, request=request)
    return rows.aggregate(total=Sum("pence"))["total"] or 0


def _write(row, facts: dict[str, Any]) -> None:
    for name, value in facts.items():
        setattr(row, name, value)
    row.save(update_fields=list(facts))


def _record(pupil: Pupil, row, by: User | None, step: str) -> None:
    record_change(Action.CHANGE_PREMIUM, pupil=pupil, by=by, subject=row, detail={"step": step})
