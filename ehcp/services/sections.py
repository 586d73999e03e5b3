"""The lines of a section: written as a whole, so that two people never mix theirs unseen."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from decimal import Decimal
from uuid import UUID

from django.db import transaction

from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.models import User
from ehcp.models import EhcPlan, PlanLine, PlanLink, PlanVersion
from ehcp.section_codes import sensitivity_of
from ehcp.services.plan_promises import keep_promises
from ehcp.services.versions import lock_version, record_step
from provision.models import Outcome
from pupils.models import Need

#: What a form carries of a line, to know that nobody changed it since.
SEEN_FIELDS = (
    "number", "text", "page", "need", "outcome", "sessions_a_week", "minutes", "hours_a_week", "who",
    "qualification", "arrangement", "starts_on", "author", "profession", "of_on", "source",
)  # fmt: skip
#: More lines are a mistake of the paste: the longest sections have about eighty.
MOST_LINES = 300


@dataclass(frozen=True)
class LineFacts:
    """A line as somebody writes it; `links` are lines of Sections B and E."""

    text: str
    number: str = ""
    page: int | None = None
    id: UUID | None = None
    need_id: UUID | None = None
    outcome_id: UUID | None = None
    sessions_a_week: int | None = None
    minutes: int | None = None
    hours_a_week: Decimal | None = None
    who: str = ""
    qualification: str = ""
    arrangement: str = ""
    starts_on: dt.date | None = None
    author: str = ""
    profession: str = ""
    of_on: dt.date | None = None
    source: str = ""
    links: frozenset[UUID] = frozenset()


_COLUMNS = tuple(f.name for f in fields(LineFacts) if f.name not in ("id", "links"))


def mark_of(lines: Iterable[PlanLine]) -> str:
    """A short mark of what a section says."""
    return (
        ".".join(f"{line.pk.hex[-6:]}{version_of(line, SEEN_FIELDS)[:8]}" for line in lines) or "0"
    )


@transaction.atomic
def write_section(
    *,
    version: PlanVersion,
    section: str,
    lines: Sequence[LineFacts],
    mark: str,
    by: User | None,
) -> None:
    """A section says these lines in this order; a line that is not among them is gone.

    Raises StaleSave when somebody wrote the section since `mark`.
    """
    plan, version = lock_version(version)
    rows = _rows(version, section)
    if mark != (now := mark_of(rows)):
        raise StaleSave([], now)
    _require_sound(plan, version, lines)
    by_id = {row.pk: row for row in rows}
    written = [
        _write(version, section, n, facts, by_id.pop(facts.id, None) if facts.id else None)
        for n, facts in enumerate(lines, 1)
    ]
    gone = PlanLine.objects.filter(school_id=version.school_id, pk__in=by_id)
    gone.delete()
    _link(version, {row.pk: facts.links for row, facts in zip(written, lines, strict=True)})
    if section == "F":
        keep_promises(plan, by=by)
    record_step(f"section {section}", version, plan, by)


@transaction.atomic
def add_lines(
    *, version: PlanVersion, lines: dict[str, Sequence[LineFacts]], mark: str, by: User | None
) -> int:
    """Add pasted lines below those of their sections; how many. Pressed twice they come once."""
    plan, version = lock_version(version)
    rows = _rows(version)
    if mark != (now := mark_of(rows)):
        raise StaleSave([], now)
    count = 0
    for section, facts in lines.items():
        _require_sound(plan, version, facts)
        last = max((row.position for row in rows if row.section == section), default=0)
        for n, each in enumerate(facts, last + 1):
            _write(version, section, n, each, None)
        count += len(facts)
    if "F" in lines:
        keep_promises(plan, by=by)
    record_step(f"pasted {count} lines", version, plan, by)
    return count


def _rows(version: PlanVersion, section: str = "") -> list[PlanLine]:
    rows = PlanLine.objects.filter(school_id=version.school_id, version=version)
    rows = rows.filter(section=section) if section else rows
    return list(rows.order_by("section", "position", "pk").select_for_update(no_key=True))


def _require_sound(plan: EhcPlan, version: PlanVersion, lines: Sequence[LineFacts]) -> None:
    """Needs and outcomes are this child's, links those of this version, amounts whole."""
    if len(lines) > MOST_LINES:
        raise TransitionNotAllowed(f"A section holds up to {MOST_LINES} lines.")
    mine = {"school_id": plan.school_id, "pupil": plan.pupil}
    for model, ids in (
        (Need, {x.need_id for x in lines if x.need_id}),
        (Outcome, {x.outcome_id for x in lines if x.outcome_id}),
    ):
        if model.objects.filter(**mine, pk__in=ids).count() != len(ids):
            raise TransitionNotAllowed("What a line is linked to is gone. Open the page again.")
    for each in lines:
        if bool(each.sessions_a_week) != bool(each.minutes) or (
            each.sessions_a_week and each.hours_a_week
        ):
            raise TransitionNotAllowed("Give sessions a week with their minutes, or hours a week.")


def _write(
    version: PlanVersion, section: str, position: int, facts: LineFacts, row: PlanLine | None
) -> PlanLine:
    values = {name: getattr(facts, name) for name in _COLUMNS}
    values |= {"position": position, "sensitivity": sensitivity_of(section)}
    if row is None:
        return PlanLine.objects.create(
            school_id=version.school_id, version=version, section=section, **values
        )
    changed = [name for name, value in values.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, values[name])
    if changed:
        row.save(update_fields=[name.removesuffix("_id") for name in changed])
    return row


def _link(version: PlanVersion, wanted: dict[UUID, frozenset[UUID]]) -> None:
    """The links of these lines are those wanted, as far as they lead to lines of the version."""
    to = PlanLine.objects.filter(
        school_id=version.school_id, version=version, section__in=("B", "E")
    )
    there = set(to.values_list("pk", flat=True))
    pairs = {(pk, other) for pk, others in wanted.items() for other in others & there}
    rows = PlanLink.objects.filter(school_id=version.school_id, line__in=list(wanted))
    known = {(link.line_id, link.to_id): link.pk for link in rows}
    gone = [pk for pair, pk in known.items() if pair not in pairs]
    PlanLink.objects.filter(school_id=version.school_id, pk__in=gone).delete()
    PlanLink.objects.bulk_create(
        PlanLink(school_id=version.school_id, line_id=line, to_id=other)
        for line, other in sorted(pairs - known.keys())
    )
