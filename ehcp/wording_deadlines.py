"""What a proposed plan and a move from another council make due."""

import dataclasses
import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef

from aylsham.access.permissions import Permission
from aylsham.deadlines.registry import Action, DeadlineFact, deadline_from
from aylsham.models import School
from aylsham.school_calendar import SchoolCalendar
from aylsham.timescales.registry import REGISTRY, Result
from ehcp.models import AnnualReview, EhcPlan, PlanMove, PlanVersion
from ehcp.section_codes import VersionKind

NAME = "ehcp_wording"
TABLES = (EhcPlan,)
HANDED = ("transfer_on", "transfer_by")
#: The rule of each proposal: its code, the fact it starts from, its last day.
_RULES = {
    VersionKind.DRAFT: (
        "ehcp.draft_representations",
        "draft_served",
        "last_day_for_representations",
    ),
    VersionKind.AMENDED: ("annual_review.amendment_notice", "notice_served", "last_day"),
}


def deadlines(
    school: School, calendar: SchoolCalendar, pupil_ids: frozenset[UUID] | None
) -> Iterator[DeadlineFact]:
    """The parents' fifteen days on each proposal, and what the new council owes after a move."""
    plans = _plans_with_either(school, pupil_ids)
    if not plans:
        return
    for version in _proposals(school, plans):
        yield _comments(version, calendar)
    moves = PlanMove.objects.filter(school=school, plan__in=plans)
    for move in moves.select_related("plan"):
        yield from _after_move(move, calendar)


def _plans_with_either(school: School, pupil_ids: frozenset[UUID] | None) -> list[UUID]:
    """Plans in force with a version, or a move: few, so that most children cost one statement."""
    mine = {"school_id": OuterRef("school_id"), "plan_id": OuterRef("pk")}
    rows = EhcPlan.objects.filter(school=school).maintained()
    rows = rows if pupil_ids is None else rows.filter(pupil_id__in=pupil_ids)
    versions, moves = PlanVersion.objects.filter(**mine), PlanMove.objects.filter(**mine)
    return list(rows.filter(Exists(versions) | Exists(moves)).values_list("pk", flat=True))


def _proposals(school: School, plans: list[UUID]) -> list[PlanVersion]:
    """Drafts and notices that no final plan has answered; notices of a review are told by it."""
    rows = PlanVersion.objects.filter(school=school, plan__in=plans).select_related("plan")
    notices = AnnualReview.objects.filter(
        school=school, plan__in=plans, amendment_notice_on__isnull=False
    )
    found = list(rows.order_by("served_on", "pk"))
    told = set(notices.values_list("plan_id", "amendment_notice_on"))
    final = _last_final(found)
    return [
        row
        for row in found
        if row.kind != VersionKind.FINAL
        and row.served_on > final.get(row.plan_id, dt.date.min)
        and (row.plan_id, row.served_on) not in told
    ]


def _last_final(rows: Iterable[PlanVersion]) -> dict[UUID, dt.date]:
    return {row.plan_id: row.served_on for row in rows if row.kind == VersionKind.FINAL}


def _comments(version: PlanVersion, calendar: SchoolCalendar) -> DeadlineFact:
    code, fact, answer = _RULES[VersionKind(version.kind)]
    result = REGISTRY.calculate(code, {fact: version.served_on}, calendar=calendar)
    fact = _fact(
        result,
        answer,
        version.plan,
        key=f"{version.pk}:comments",
        title="Comment on the plan that the council proposes",
        action=Action("Compare", "version_compare", (str(version.pk),), Permission.VIEW_PLANS),
    )
    # Nobody records here that parents commented.
    return dataclasses.replace(fact, lapses_on=fact.due_on)


def _after_move(move: PlanMove, calendar: SchoolCalendar) -> Iterator[DeadlineFact]:
    facts = {
        "move": move.moved_on,
        "became_aware": move.aware_on,
        "transferred_on": move.transferred_on,
    }
    result = REGISTRY.calculate("ehcp.moving_la", facts, calendar=calendar)
    handing = () if move.transferred_on else HANDED
    for answer in ("new_la_informs_parent_by", *handing):
        if answer in result.values:
            step = Action("Record it", "plan_moved_in", (str(move.plan_id),), Permission.EDIT_PLANS)
            fact = _fact(result, answer, move.plan, key=f"{move.pk}:{answer}", action=step)
            # That the plan was handed over is recorded: until then it is late.
            yield fact if answer in HANDED else dataclasses.replace(fact, lapses_on=fact.due_on)


def _fact(result: Result, answer: str, plan: EhcPlan, **more: Any) -> DeadlineFact:
    return deadline_from(
        result,
        answer,
        kind="decision",
        pupil_id=plan.pupil_id,
        permission=Permission.VIEW_PLANS,
        lapses_with_roll=True,
        **more,
    )
