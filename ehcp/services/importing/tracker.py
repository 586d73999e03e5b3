"""The EHC plan tracker as a kind of import: its preview as data, and its writing."""

import dataclasses
import datetime as dt
from collections.abc import Generator
from typing import Any
from uuid import UUID

from aylsham.audit.codes import Action
from aylsham.codes import YEAR_GROUP_LABELS
from aylsham.deadlines.services import rebuild_deadlines
from aylsham.models import User
from ehcp.codes import Decision
from ehcp.models import AnnualReview, EhcPlan
from ehcp.services.importing.comparing import (
    PLAN_FIELDS,
    PlanOutcome,
    PlansComparison,
    Where,
    compare_plans,
    plan_value,
    same_meeting,
)
from ehcp.services.plan_promises import keep_promises_of
from pupils.codes import ImportKind
from pupils.importing.plans import PLAN_FIELDS as LIST_FIELDS
from pupils.importing.plans import read_plans
from pupils.models import FileImport
from pupils.services.importing.comparing import Decisions
from pupils.services.importing.journal import Journal
from pupils.services.importing.kinds import (
    Reading,
    Stage,
    register_after_undo,
    register_kind,
)
from pupils.services.importing.memory import remembered_columns
from pupils.services.importing.previews import file_preview


class Tracker:
    """The SENDCo's list of EHC plans, for the children of one school."""

    action = Action.IMPORT_PLANS

    def read(self, file_import: FileImport, *, today: dt.date) -> Generator[Stage, None, Reading]:
        """The preview as the page shows it."""
        yield Stage(0, 1, "Opening the file")
        decisions = Decisions.from_json(file_import.decisions)
        parsed = read_plans(
            bytes(file_import.content),
            today=today,
            name=file_import.file_name,
            sheet_name=file_import.sheet_name or None,
            mapping=remembered_columns(file_import),
            corrections={(row, column): text for row, column, text in file_import.corrections},
            left_out=file_import.left_out,
        )
        comparison = compare_plans(parsed, file_import.school, today=today, decisions=decisions)
        questions = len(comparison.faults) + sum(
            outcome.is_open + len(outcome.kept) for outcome in comparison.outcomes
        )
        return Reading(_preview(comparison), comparison.counts, questions, comparison)

    def write(
        self, file_import: FileImport, reading: Reading, *, today: dt.date, by: User | None
    ) -> set[UUID]:
        """The good rows of this school's children."""
        journal = Journal(file_import)
        touched = set()
        for outcome in reading.comparison.outcomes:
            if outcome.is_new or outcome.is_changed:
                _write(journal, outcome)
                touched.add(outcome.pupil.pk)
        journal.write()
        keep_promises_of(file_import.school, touched, by=by)
        rebuild_deadlines(file_import.school, touched)
        return touched


def _write(journal: Journal, outcome: PlanOutcome) -> None:
    row = outcome.row
    values = {name: plan_value(row, name) for name in PLAN_FIELDS if name in outcome.accepted}
    plan = outcome.plan
    if plan is None:
        plan = journal.create(EhcPlan(pupil=outcome.pupil, **values))
    else:
        journal.change(plan, **values)
    if row.last_review_on:
        _write_meeting(journal, outcome, plan)
    if "next_review_on" in outcome.accepted:
        journal.create(AnnualReview(plan=plan, meeting_on=row.next_review_on, is_held=False))


def _write_meeting(journal: Journal, outcome: PlanOutcome, plan: EhcPlan) -> None:
    row, accepted = outcome.row, outcome.accepted
    review = same_meeting(outcome.reviews, row.last_review_on)
    if review is None and "last_review_on" in accepted:
        review = journal.create(AnnualReview(plan=plan, meeting_on=row.last_review_on))
    elif review and "last_review_on" in accepted:
        journal.change(review, meeting_on=row.last_review_on, is_held=True)
    if review and "decision_on" in accepted:
        decision = review.decision or Decision.UNKNOWN.value
        journal.change(review, decided_on=row.decision_on, decision=decision)


def _preview(comparison: PlansComparison) -> dict[str, Any]:
    parsed = comparison.parsed
    names = {row.row: f"{row.surname}, {row.forename}" for row in (*parsed.rows, *parsed.faulty)}
    written = [outcome for outcome in comparison.outcomes if outcome.is_written]
    return {
        **file_preview(
            parsed, LIST_FIELDS, faults=comparison.faults, warnings=comparison.warnings, names=names
        ),
        "missing_fields": [f.column for f in parsed.faults if f.problem == "no such column"],
        "alarms": [],
        "new": [_child(outcome) for outcome in written if outcome.is_new],
        "changed": [
            {**_child(outcome), "changes": _plain(outcome.changes), "returns": False}
            for outcome in written
            if outcome.is_changed
        ],
        "kept": [
            {**_child(outcome), "differences": _plain(outcome.kept)}
            for outcome in written
            if outcome.kept
        ],
        "matches": [
            {
                **_child(outcome),
                "is_open": outcome.is_open,
                "by": outcome.match.by.value,
                "here": f"{outcome.pupil.last_name}, {outcome.pupil.first_name}",
            }
            for outcome in comparison.outcomes
            if outcome.where == Where.HERE and outcome.match.is_fallback
        ],
        "leavers": [],
        "elsewhere": [o.row.row for o in comparison.outcomes if o.where == Where.ELSEWHERE],
        "unlisted": len(comparison.unlisted),
        "is_first": False,
        "is_transfer": False,
    }


def _child(outcome: PlanOutcome) -> dict[str, Any]:
    row, pupil = outcome.row, outcome.pupil
    return {
        "row": row.row,
        "pupil": str(pupil.pk),
        "name": f"{pupil.last_name}, {pupil.first_name}",
        "year": YEAR_GROUP_LABELS.get(pupil.year_group, ""),
        "class_name": "",
    }


def _plain(differences) -> list[dict[str, str]]:
    return [
        {
            **dataclasses.asdict(each),
            "permission": str(each.permission or ""),
            "is_taken": each.is_kept,
        }
        for each in differences
    ]


def register_own() -> None:
    """The kind of file that stands on this floor."""
    register_kind(ImportKind.PLANS, Tracker())
    register_after_undo(ImportKind.PLANS, _after_undo)


def _after_undo(file_import: FileImport, by: User | None) -> None:
    """What the plans of the list promised goes with them."""
    keep_promises_of(file_import.school, file_import.pupil_ids, by=by)
