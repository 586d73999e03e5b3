"""What pupil premium plus makes due: answers to wait for, effects to judge, money to use by March."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.db.models import Q, Sum

from aylsham.access.permissions import Permission
from aylsham.deadlines.registry import Action, DeadlineFact
from aylsham.models import Owes, School, Weight
from aylsham.school_calendar import SchoolCalendar
from aylsham.timescales.rules import Confidence
from lac.models import PremiumCost, PremiumFunding, PremiumRequest
from lac.premium_codes import FundingKind, Impact, Payer, RequestState
from lac.rules import premium as rules
from provision.rules.elements import financial_days

NAME = "premium"
KINDS = {"premium": "Pupil premium plus"}
TABLES = (PremiumFunding, PremiumRequest)


def deadlines(
    school: School, calendar: SchoolCalendar, pupil_ids: frozenset[UUID] | None
) -> Iterator[DeadlineFact]:
    """Of every child or of some."""
    chosen = Q(school=school) if pupil_ids is None else Q(school=school, pupil_id__in=pupil_ids)
    for row in PremiumRequest.objects.filter(chosen):
        if row.state == RequestState.ASKED:
            yield _answer(row, calendar)
        elif row.is_agreed and row.impact in ("", Impact.TOO_EARLY):
            yield _impact(row, calendar)
    yield from _unspent(chosen, calendar)


def _answer(row: PremiumRequest, calendar: SchoolCalendar) -> DeadlineFact:
    assert row.asked_on is not None
    return _own(
        f"request:{row.pk}:answer",
        "Answer a request for pupil premium plus",
        min(rules.answer_by(row.asked_on), max(row.starts_on, row.asked_on)),
        calendar,
        row.pupil_id,
        how="three weeks from asking, or the day on which it is to begin",
        owed_by=Owes.SCHOOL if row.payer == Payer.SCHOOL else Owes.LOCAL_AUTHORITY,
        facts={"Asked on": row.asked_on.isoformat()},
        action=_open(row.pupil_id),
    )


def _impact(row: PremiumRequest, calendar: SchoolCalendar) -> DeadlineFact:
    return _own(
        f"request:{row.pk}:impact",
        "Say what pupil premium plus changed",
        row.review_on,
        calendar,
        row.pupil_id,
        how="the day that was set with the request",
        owed_by=Owes.SCHOOL,
        action=Action("Say it", "premium_request_impact", (str(row.pk),), Permission.KEEP_PREMIUM),
    )


def _unspent(chosen: Q, calendar: SchoolCalendar) -> Iterator[DeadlineFact]:
    """Of each child and year: what is left of the virtual school's money on 31 March goes back."""
    for (pupil_id, year), left in sorted(_left(chosen).items(), key=str):
        if left > 0:
            yield _own(
                f"left:{pupil_id}:{year}",
                "Use what is left of pupil premium plus, or give it back",
                financial_days(year)[1],
                calendar,
                pupil_id,
                how="the last day of the financial year",
                begins_on=dt.date(year + 1, 1, 1),
                owed_by=Owes.SCHOOL,
                citation=rules.GRANT,
                confidence=Confidence.GUIDANCE,
                weight=Weight.GUIDANCE,
                action=_open(pupil_id),
            )


def _left(chosen: Q) -> dict[tuple[UUID, int], int]:
    """Pence of the virtual school's money that are neither spent nor given back."""
    left: dict[tuple[UUID, int], int] = defaultdict(int)
    given = PremiumFunding.objects.filter(chosen, payer=Payer.VIRTUAL_SCHOOL)
    for row in given.values_list("pupil_id", "financial_year", "kind", "pence"):
        pupil_id, year, kind, pence = row
        left[pupil_id, year] += -pence if kind == FundingKind.RETURNED else pence
    if not left:
        return left
    asked = PremiumRequest.objects.filter(chosen, payer=Payer.VIRTUAL_SCHOOL)
    paid = PremiumCost.objects.filter(request__in=asked).order_by()
    sums = paid.values_list("request__pupil_id", "request__financial_year").annotate(Sum("pence"))
    for pupil_id, year, pence in sums:
        left[pupil_id, year] -= pence
    return left


def _open(pupil_id: UUID) -> Action:
    return Action("Open", "child_premium", (str(pupil_id),))


def _own(
    key: str, title: str, day: dt.date, calendar: SchoolCalendar, pupil_id: UUID, **more: Any
) -> DeadlineFact:
    facts: dict[str, Any] = {
        "do_by": calendar.do_by(day),
        "weight": Weight.OURS,
        "rule_code": rules.CODE,
        "rule_version": rules.VERSION,
        "citation": rules.CITATION,
        "confidence": Confidence.WORKING,
        "permission": Permission.VIEW_PREMIUM,
        "lapses_with_roll": True,
        "pupil_id": pupil_id,
    }
    return DeadlineFact(key=key, kind="premium", title=title, due_on=day, **(facts | more))
