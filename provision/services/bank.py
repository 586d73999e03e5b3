"""The bank of targets: added to, reworded, no longer offered."""

from typing import Any
from uuid import UUID

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.models import School, User
from provision.models import BankEntry, FederationBankTarget, SchoolBankTarget

BANK_FIELDS = (
    "text", "area", "from_year", "to_year", "measure", "unit", "out_of", "baseline", "goal",
)  # fmt: skip


@transaction.atomic
def add_bank_target(
    *,
    school: School,
    by: User | None,
    is_shared: bool = False,
    stands_for: str = "",
    key: UUID | None = None,
    **facts: Any,
) -> BankEntry:
    """Add a target to the school's bank, or to the federation's; `facts` are BANK_FIELDS.

    `stands_for` is the code of an entry whose place it takes; a press sent twice adds one.
    """
    model = FederationBankTarget if is_shared else SchoolBankTarget
    owner = {"federation": school.federation} if is_shared else {"school": school}
    School.objects.select_for_update(of=("self",), no_key=True).get(pk=school.pk)
    rows = model.objects.filter(**owner)
    if key and (known := rows.filter(pk=key).first()):
        return known
    if stands_for and rows.filter(stands_for=stands_for).exists():
        raise TransitionNotAllowed("Somebody has reworded this one already. Change that.")
    same = rows.filter(text__iexact=facts["text"].strip(), area=facts["area"])
    if not stands_for and same.exists():
        raise TransitionNotAllowed("This target is in the bank already.")
    pk = {"pk": key} if key else {}
    row = model.objects.create(**owner, stands_for=stands_for, **pk, **facts)
    _record(school, row, by, "added for all" if is_shared else "added")
    return row


@transaction.atomic
def change_bank_target(
    *, entry: BankEntry, school: School, version: str, by: User, **facts: Any
) -> BankEntry:
    """Reword an entry; targets of children that were made from it stay as they are."""
    row = _locked(entry)
    require_version(row, BANK_FIELDS, version)
    for name, value in facts.items():
        setattr(row, name, value)
    row.save(update_fields=list(facts))
    _record(school, row, by, "changed")
    return row


@transaction.atomic
def retire_bank_target(
    *, entry: BankEntry, school: School, by: User, is_retired: bool = True
) -> BankEntry:
    """Offer an entry no longer, or again."""
    row = _locked(entry)
    row.is_retired = is_retired
    row.save(update_fields=["is_retired"])
    _record(school, row, by, "retired" if is_retired else "offered")
    return row


def _locked(entry: BankEntry) -> BankEntry:
    return type(entry).objects.select_for_update(no_key=True).get(pk=entry.pk)


def _record(school: School, row: BankEntry, by: User | None, step: str) -> None:
    record_event(
        Action.CHANGE_TARGET_BANK, school=school, by=by, subject=row, detail={"step": step}
    )
