"""What requests for needs assessments made due of councils, and whether it was done in time."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from aylsham.calendars import calendars_read
from aylsham.models import School
from aylsham.school_calendar import SchoolCalendar
from aylsham.together import read, read_rows
from ehcp.assessment_codes import ExceptionKind
from ehcp.models import AdviceAsked, ClaimedException, NeedsAssessment, PlanAppeal
from ehcp.rules.assessment_timeliness import assessment_obligations
from ehcp.rules.timeliness import Obligation
from ehcp.selectors.assessments.files import AssessmentFile
from ehcp.selectors.assessments.verdicts import claims_on_dates
from pupils.selectors.leaving import last_days_on_roll

_OF_A_CLOSURE = frozenset({ExceptionKind.SCHOOL_CLOSED, ExceptionKind.EARLY_YEARS})


@dataclass(frozen=True)
class AssessmentTimeliness:
    """One request, the council that has it, and what was due of that council in a stretch of time.

    What was late while an exception that the council claims can hold on its dates is left out.
    """

    council: str
    obligations: tuple[Obligation, ...]


def assessment_timeliness_at(
    schools: Iterable[School], *, since: dt.date, until: dt.date
) -> list[AssessmentTimeliness]:
    """Each request with what fell due between the days; four statements at most.

    The record is taken as it stood on the last of the days.
    """
    by_id = {school.pk: school for school in schools}
    files = _files(by_id.keys(), until)
    if not files:
        return []
    leaving = last_days_on_roll(by_id, [file.row.pupil_id for file in files])
    calendars = _calendars(by_id, files)
    found = []
    for file in files:
        row = file.row
        last = min(filter(None, (until, leaving.get(row.pupil_id))))
        excused = _is_excused(file, calendars.get(row.school_id))
        due = tuple(
            each
            for each in assessment_obligations(file.dates, on=until)
            if since <= each.due_on <= last and not (excused and each.days_late(until))
        )
        found.append(AssessmentTimeliness(row.local_authority, due))
    return found


def _files(school_ids: Iterable[UUID], until: dt.date) -> list[AssessmentFile]:
    """Requests that a council had by a day, with what bears on their limits; two statements."""
    of = {"school__in": list(school_ids)}
    rows = list(NeedsAssessment.objects.filter(**of, received_on__lte=until))
    if not rows:
        return []
    of["assessment__in"] = [row.pk for row in rows]
    parts: list[dict[UUID, list]] = []
    for found in read_rows(
        AdviceAsked.objects.filter(**of, asked_on__lte=until),
        PlanAppeal.objects.filter(**of),
        ClaimedException.objects.filter(**of, claimed_on__lte=until),
    ):
        groups = defaultdict(list)
        for each in found:
            groups[each.assessment_id].append(each)
        parts.append(groups)
    return [
        AssessmentFile(
            row,
            *(tuple(groups[row.pk]) for groups in parts[:2]),
            exceptions=tuple(parts[2][row.pk]),
        )
        for row in rows
    ]


def _calendars(
    by_id: dict[UUID, School], files: list[AssessmentFile]
) -> dict[UUID, SchoolCalendar]:
    """Of the schools whose closures a council relies on; one statement, or none."""
    claimed = {
        file.row.school_id
        for file in files
        for each in file.exceptions
        if each.kind in _OF_A_CLOSURE
    }
    return read(calendars_read([by_id[pk] for pk in claimed])) if claimed else {}


def _is_excused(file: AssessmentFile, calendar: SchoolCalendar | None) -> bool:
    """Whether some exception that the council claims can hold."""
    claims = claims_on_dates(file, calendar or SchoolCalendar(terms=()))
    return any(each.verdict.holds for each in claims)
