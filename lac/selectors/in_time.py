"""What happened in a child's care, in one list: the newest first, each day with what it says."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F, QuerySet

from aylsham.access.current import Access
from aylsham.components import Event
from lac.codes import CareRole, LegalStatus
from lac.models import CarePeriod, CarePerson, CareReview, Pep
from lac.selectors.lines import PeriodLine, PlacementLine
from lac.selectors.pep_content import term_words
from pupils.models import Pupil


@dataclass(frozen=True)
class TimeRows:
    """What the list is made of beside what the Care tab shows already."""

    peps: Sequence[Pep]
    #: What the legal status was: dicts of `period`, `status`, `since`; the newest version first.
    statuses: Sequence[dict[str, Any]]


def rows_in_time(pupil: Pupil) -> tuple[QuerySet, QuerySet]:
    """Plans, and the versions of the legal status, as the history keeps them."""
    mine = {"school_id": pupil.school_id, "pupil_id": pupil.pk}
    versions = CarePeriod.pgh_event_model.objects.filter(**mine, legal_since__isnull=False)
    return (
        Pep.objects.standing().filter(**mine),
        versions.order_by("-pgh_id").values(
            period=F("pgh_obj_id"), status=F("legal_status"), since=F("legal_since")
        ),
    )


def events_in_time(
    access: Access,
    periods: Iterable[PeriodLine],
    placements: Sequence[PlacementLine],
    people: Iterable[CarePerson],
    reviews: Iterable[CareReview],
    rows: TimeRows,
) -> list[Event]:
    """The list, for whoever may read the whole of care."""
    lines = list(periods)
    found = [
        *_of_periods(lines),
        *_of_statuses(lines, rows.statuses),
        *_of_placements(placements),
        *_of_people(people),
        *(Event(r.held_on, "Review of the care plan", text=r.decisions) for r in reviews),
        *_of_peps(rows.peps),
    ]
    today = access.today
    return sorted((e for e in found if e.on <= today), key=lambda e: (e.on, e.title), reverse=True)


def _of_periods(lines: Iterable[PeriodLine]) -> Iterator[Event]:
    for line in lines:
        by = f" by {line.council}" if line.council and line.is_looked_after else ""
        known = "" if line.is_since_known or not line.is_looked_after else " (the school knew)"
        yield Event(line.since, f"{line.label}{by}{known}", text=line.through)
        if line.ends_on and line.is_looked_after:
            yield Event(line.ends_on, "Last day in care")


def _of_statuses(
    lines: Iterable[PeriodLine], versions: Iterable[dict[str, Any]]
) -> Iterator[Event]:
    """One entry a day: what was put right later is what counts."""
    here = {line.id for line in lines}
    newest: dict[tuple[Any, dt.date], str] = {}
    for row in versions:
        if row["period"] in here:
            newest.setdefault((row["period"], row["since"]), row["status"])
    for (_, since), status in newest.items():
        if status:
            yield Event(since, f"Legal status: {LegalStatus(status).label}")


def _of_placements(lines: Sequence[PlacementLine]) -> Iterator[Event]:
    """`lines` come the newest first; an earlier one makes a move."""
    for number, line in enumerate(lines):
        is_first = number == len(lines) - 1
        words = "Placement" if is_first else "Moved to another placement"
        area = f", {line.council_area}" if line.council_area else ""
        out = " (out of area)" if line.is_out_of_area else ""
        yield Event(line.starts_on, f"{words}: {line.kind}", text=f"{line.with_whom}{area}{out}")
        if line.ends_on:
            yield Event(line.ends_on, f"Last day of a placement: {line.kind}", text=line.ended_why)


def _of_people(rows: Iterable[CarePerson]) -> Iterator[Event]:
    workers = sorted(
        (row for row in rows if row.role == CareRole.SOCIAL_WORKER), key=lambda row: row.starts_on
    )
    for number, row in enumerate(workers):
        words = "Another social worker" if number else "Social worker"
        yield Event(row.starts_on, f"{words}: {row.name}", text=row.organisation)


def _of_peps(rows: Iterable[Pep]) -> Iterator[Event]:
    for row in rows:
        name = f"{row.get_kind_display()}, {term_words(row)}"
        if row.meeting_on:
            yield Event(row.meeting_on, f"{name}: meeting")
        if row.sent_on:
            yield Event(row.sent_on, f"{name}: sent", text=row.get_sent_how_display())
        if row.completed_on:
            yield Event(row.completed_on, f"{name}: completed", text=row.get_grade_display())
        if not (row.meeting_on or row.sent_on or row.completed_on):
            yield Event(row.started_on, f"{name}: begun")
