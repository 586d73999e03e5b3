"""When a PEP has its meeting, or would do well to have it, for whoever plans another meeting."""

import datetime as dt
from collections.abc import Collection, Iterable
from typing import Any
from uuid import UUID

from django.db.models import F, Q

from aylsham.models import Deadline, School
from aylsham.together import Reads
from lac.models import Pep
from lac.pep_codes import PepKind, PepState
from lac.rules.pep import pep_with_review
from pupils.joint_days import JointDays

CODE = "pep"
#: Before its meeting.
_AHEAD = (PepState.WRITING, PepState.READY)


def pep_days(
    schools: Iterable[School], today: dt.date, pupil_ids: Collection[UUID] | None
) -> Reads[list[JointDays]]:
    """For each PEP that is due and has not been to its meeting; two queries."""
    of: dict[str, Any] = {"school__in": list(schools)}
    if pupil_ids is not None:
        of["pupil_id__in"] = list(pupil_ids)
    due = Deadline.objects.filter(
        Q(lapses_on=None) | Q(lapses_on__gte=F("due_on")),
        **of,
        rule_code="lac.pep_of_term",
        due_on__gte=today,
    )
    peps = Pep.objects.standing().filter(**of, kind=PepKind.PEP)
    rows, plans = yield [due, peps.only("pupil_id", "academic_year", "term", "state", "meeting_on")]
    by_term = {(pep.pupil_id, str(pep.academic_year), str(pep.term)): pep for pep in plans}
    found = []
    for row in rows:
        # The provider's key ends with the term: …:2026:autumn.
        pep = by_term.get((row.pupil_id, *row.key.split(":")[-2:]))
        if pep is None or pep.state in _AHEAD:
            found.append(_days(row, pep))
    return [each for each in found if each.last_on >= today]


def _days(row: Deadline, pep: Pep | None) -> JointDays:
    """The day of its meeting if that is set, else the weeks before its last day."""
    assert row.pupil_id is not None
    answers = pep_with_review(term_begins=row.begins_on or row.due_on, pep_by=row.due_on)
    first_on, last_on = answers["from"], answers["until"]
    if is_set := bool(pep and pep.meeting_on):
        first_on = last_on = pep.meeting_on
    return JointDays(
        pupil_id=row.pupil_id,
        code=CODE,
        first_on=first_on,
        last_on=last_on,
        due_on=row.due_on,
        is_set=is_set,
        row_id=pep.pk if pep else None,
    )
