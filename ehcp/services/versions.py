"""Versions of a plan: taken in from the council, put right, checked, taken away."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.models import User
from ehcp.models import EhcPlan, PlanLine, PlanLink, PlanVersion
from ehcp.section_codes import VersionKind
from ehcp.services.plan_promises import keep_promises
from ehcp.services.recording import lock_plan, save
from pupils.models import Document
from pupils.services.recording import as_pk, lock, record_change

VERSION_FIELDS = ("kind", "served_on", "local_authority", "document")
#: Of a line, all that is copied into the next version.
COPIED = (
    "section", "position", "number", "text", "sensitivity", "need", "outcome", "sessions_a_week",
    "minutes", "hours_a_week", "who", "qualification", "arrangement", "starts_on", "author",
    "profession", "of_on", "source",
)  # fmt: skip


@transaction.atomic
def add_version(
    *,
    plan: EhcPlan,
    by: User | None,
    key: UUID | None = None,
    copied_from: PlanVersion | None = None,
    **facts: Any,
) -> PlanVersion:
    """Take in a draft, amended or final plan; `facts` are VERSION_FIELDS, the paper by its key.

    Copied from another version it begins with its lines. It promises nothing until it is checked.
    """
    plan = lock_plan(plan)
    rows = PlanVersion.objects.filter(school_id=plan.school_id, plan=plan)
    if key and (known := rows.filter(pk=key).first()):
        return known
    _require_new(plan, facts)
    _require_own_paper(plan, facts.get("document_id"))
    version = PlanVersion.objects.create(school_id=plan.school_id, plan=plan, **as_pk(key), **facts)
    if copied_from:
        _copy_lines(copied_from, version)
    record_step("version added", version, plan, by)
    return version


@transaction.atomic
def correct_version(*, version: PlanVersion, mark: str, by: User, **facts: Any) -> PlanVersion:
    """Put right what was sent when, and by whom; promises follow."""
    plan, version = lock_version(version)
    _require_new(plan, facts, version)
    _require_own_paper(plan, facts.get("document_id"))
    require_version(version, VERSION_FIELDS, mark)
    if save(version, facts, None):
        keep_promises(plan, by=by)
        record_step("version corrected", version, plan, by)
    return version


@transaction.atomic
def check_version(*, version: PlanVersion, by: User | None) -> PlanVersion:
    """The words were read against the paper; a final plan is in force and promises from its day."""
    plan, version = lock_version(version)
    if version.checked_on:
        return version
    lines = PlanLine.objects.filter(school_id=version.school_id, version=version)
    if not lines.exists():
        raise TransitionNotAllowed("Nothing is entered yet. Enter its sections first.")
    version.checked_on, version.checked_by = clock.today(), by
    version.save(update_fields=["checked_on", "checked_by"])
    keep_promises(plan, by=by)
    record_step("version checked", version, plan, by)
    return version


@transaction.atomic
def remove_version(*, version: PlanVersion, by: User) -> None:
    """Take away what was entered by mistake; a checked version is part of the record and stays."""
    plan, version = lock_version(version)
    if version.checked_on:
        raise TransitionNotAllowed("Its wording was checked, so it stays on the record.")
    record_step("version removed", version, plan, by)
    version.delete()


def lock_version(version: PlanVersion) -> tuple[EhcPlan, PlanVersion]:
    """Plan and version as they are now, locked; refused for one that a later plan replaced."""
    plan = lock_plan(version.plan)
    version = lock(version)
    version.plan = plan
    rows = PlanVersion.objects.filter(school_id=plan.school_id, plan=plan)
    newest = rows.in_force().first()
    is_final = version.kind == VersionKind.FINAL
    if version.checked_on and is_final and newest and newest.pk != version.pk:
        raise TransitionNotAllowed(
            f"The plan of {newest.served_on:%-d %B %Y} took its place; it stays as it was."
        )
    return plan, version


def record_step(step: str, version: PlanVersion, plan: EhcPlan, by: User | None) -> None:
    """Write down what was done to a version."""
    record_change(
        Action.CHANGE_PLAN, pupil=plan.pupil, by=by, subject=version, detail={"what": step}
    )


def _require_new(plan: EhcPlan, facts: dict[str, Any], but: PlanVersion | None = None) -> None:
    served_on: dt.date = facts["served_on"]
    if served_on < plan.pupil.born_on:
        raise TransitionNotAllowed("A plan cannot have been sent before the child was born.")
    rows = PlanVersion.objects.filter(
        school_id=plan.school_id, plan=plan, kind=facts["kind"], served_on=served_on
    )
    if rows.exclude(pk=but and but.pk).exists():
        raise TransitionNotAllowed("That plan of that day is here already.")


def _require_own_paper(plan: EhcPlan, pk: UUID | None) -> None:
    rows = Document.objects.filter(school_id=plan.school_id, pupil=plan.pupil)
    if pk and not rows.filter(pk=pk).exists():
        raise TransitionNotAllowed("That document is gone. Choose another.")


def _copy_lines(source: PlanVersion, target: PlanVersion) -> None:
    """Every line with its links; promises stay with the version that made them."""
    rows = list(PlanLine.objects.filter(school_id=source.school_id, version=source))
    columns = [PlanLine._meta.get_field(name).attname for name in COPIED]
    copies = {
        row.pk: PlanLine(
            school_id=target.school_id,
            version=target,
            **{name: getattr(row, name) for name in columns},
        )
        for row in rows
    }
    PlanLine.objects.bulk_create(copies.values())
    links = PlanLink.objects.filter(school_id=source.school_id, line__version=source)
    PlanLink.objects.bulk_create(
        PlanLink(school_id=target.school_id, line=copies[a], to=copies[b])
        for a, b in links.values_list("line_id", "to_id")
    )
