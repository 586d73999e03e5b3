"""Outcomes of Section E become outcomes of the child's record: written once, never again by hand."""

import datetime as dt
from collections.abc import Collection
from uuid import UUID

from django.db import transaction

from aylsham.changes import TransitionNotAllowed
from aylsham.codes import Sensitivity
from aylsham.models import User
from ehcp.models import PlanLine, PlanVersion
from ehcp.section_codes import PlanSection, VersionKind
from ehcp.services.versions import lock_version, record_step
from provision.models import Outcome
from provision.services.outcomes import add_outcome
from pupils.models import Pupil


@transaction.atomic
def adopt_outcomes(
    *, version: PlanVersion, lines: Collection[UUID], by_on: dt.date, by: User
) -> int:
    """Put these lines of Section E on the child's record, and link them; how many lines.

    A line that is linked stays as it is; one whose words stand there as an open outcome is linked
    to that. Raises TransitionNotAllowed for words that are not in force.
    """
    plan, version = lock_version(version)
    if version.kind != VersionKind.FINAL or not version.checked_on:
        raise TransitionNotAllowed("Only a final plan whose wording is checked says what counts.")
    rows = PlanLine.objects.filter(
        school_id=version.school_id, version=version, section=PlanSection.E, outcome=None
    )
    chosen = rows.filter(pk__in=lines).select_for_update(no_key=True).order_by("position", "pk")
    known, chosen = _open_outcomes(plan.pupil), list(chosen)
    for line in chosen:
        words = _plain(line.text)
        if words not in known:
            facts = {"starts_on": version.served_on, "by_on": by_on, "area": ""}
            known[words] = add_outcome(
                pupil=plan.pupil,
                text=line.text,
                sensitivity=Sensitivity(line.sensitivity),
                by=by,
                **facts,
            )
        line.outcome = known[words]
        line.save(update_fields=["outcome"])
    if chosen:
        record_step(f"{len(chosen)} outcomes put on the record", version, plan, by)
    return len(chosen)


def _open_outcomes(pupil: Pupil) -> dict[str, Outcome]:
    rows = Outcome.objects.filter(school_id=pupil.school_id, pupil=pupil).open()
    return {_plain(row.text): row for row in rows}


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
