"""What a family declares of a time in care, and who may decide what."""

import datetime as dt
from typing import Any

from django.db import transaction

from aylsham.changes import Difference, StaleSave, TransitionNotAllowed
from aylsham.dates import DAY
from aylsham.models import User
from lac.codes import CareKind, Decider, Evidence, Matter
from lac.models import CareDeclaration, CarePeriod, Delegation
from lac.selectors.delegations import mark_of, open_delegations
from lac.services.recording import add, change, remove, require_come, require_in_care
from pupils.models import Pupil
from pupils.services.recording import lock_pupil, require_born

DECLARATION_FIELDS = (
    "declared_on",
    "declared_by",
    "care_was",
    "order_on",
    "evidence",
    "seen_on",
    "seen_by",
    "consents_on",
    "consents_to",
)


@transaction.atomic
def keep_declaration(
    *, period: CarePeriod, version: str, by: User | None, **values: Any
) -> CareDeclaration:
    """Keep what was declared: the first time, or put right what is there.

    Whoever saw the evidence is named; the evidence itself is never kept.
    """
    pupil = lock_pupil(period.pupil)
    if period.kind != CareKind.PREVIOUSLY:
        raise TransitionNotAllowed("Only what was before is declared. The council tells the rest.")
    rows = CareDeclaration.objects.filter(school_id=pupil.school_id, period=period)
    known = rows.first()

    def check(row: CareDeclaration) -> None:
        _require_good(row, pupil)

    if known is None:
        row = CareDeclaration(school=pupil.school, period=period, **values)
        return add(row, pupil, by, check)
    if all(getattr(known, name) == value for name, value in values.items()):
        return known  # pressed twice
    return change(known, pupil, values=values, version=version, by=by, check=check)


@transaction.atomic
def set_delegations(
    *,
    pupil: Pupil,
    said: dict[str, tuple[str, str]],
    since: dt.date,
    version: str,
    by: User | None,
) -> None:
    """Who may say yes to what, from a day on: (who, note) by matter; who is empty where nobody
    has said. What has not changed keeps its day."""
    pupil = lock_pupil(pupil)
    require_in_care(pupil)
    rows = {row.matter: row for row in open_delegations(pupil)}
    now = {matter: (row.decider, row.note) for matter, row in rows.items()}
    wanted = {matter: pair for matter, pair in said.items() if pair[0]}
    if wanted == now:
        return  # nothing new, or pressed twice
    if version != mark_of(rows.values()):
        raise StaleSave(_differences(rows), mark_of(rows.values()))
    require_come(since)
    for matter in Matter.values:
        if wanted.get(matter) != now.get(matter):
            _set(pupil, matter, rows.get(matter), wanted.get(matter), since, by)


def _set(pupil: Pupil, matter: str, row, pair, since: dt.date, by: User | None) -> None:
    """One matter: the row before ends; one that began no earlier was a slip and is put right."""
    if row is not None and row.starts_on >= since:
        if pair is None:
            remove(row, pupil, by)
            return
        values = dict(zip(("decider", "note"), pair, strict=True))
        change(row, pupil, values=values, version=None, by=by, check=lambda row: None)
        return
    if row is not None:
        ends = {"ends_on": since - DAY}
        change(row, pupil, values=ends, version=None, by=by, check=lambda row: None)
    if pair is not None:
        new = Delegation(
            school=pupil.school,
            pupil=pupil,
            matter=matter,
            decider=pair[0],
            note=pair[1],
            starts_on=since,
        )
        add(new, pupil, by, lambda row: None)


def _differences(rows: dict[str, Delegation]) -> list[Difference]:
    found = []
    for matter in Matter:
        row = rows.get(matter)
        decider, note = (row.decider, row.note) if row else ("", "")
        words = Decider(decider).label if decider else "nobody has said"
        found.append(Difference(f"{matter}_decider", matter.label, decider, words))
        found.append(Difference(f"{matter}_note", matter.label, note, note or "empty"))
    return found


def _require_good(row: CareDeclaration, pupil: Pupil) -> None:
    for day in (row.declared_on, row.order_on, row.seen_on, row.consents_on):
        require_come(day)
    require_born(pupil, row.order_on)
    if bool(row.seen_on) != bool(row.seen_by_id):
        raise TransitionNotAllowed("Say both who saw the evidence and when, or neither.")
    if row.evidence == Evidence.NONE and row.seen_on:
        raise TransitionNotAllowed("Say what was shown, or leave out who saw it.")
    if bool(row.consents_on) != bool(row.consents_to):
        raise TransitionNotAllowed("Say both what the family agrees to and when, or neither.")
