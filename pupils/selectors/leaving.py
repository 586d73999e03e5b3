"""Until when children are on roll, as their enrolments say."""

import datetime as dt
from collections.abc import Iterable
from uuid import UUID

from django.db.models import Count, Max, QuerySet

from aylsham.statements import Statement, among
from pupils.models import Enrolment, Pupil


def last_days_on_roll(
    school_ids: Iterable[UUID], pupil_ids: Iterable[UUID] | None = None
) -> dict[UUID, dt.date | None]:
    """Each child's last day on roll; None while no end is known. Children never on roll: absent."""
    schools = list(school_ids)
    if pupil_ids is None:
        ends = list(_ends(Enrolment.objects.filter(school__in=schools)))
    else:
        ends = _ENDS.dicts(schools=schools, pupils=list(pupil_ids))
    return {row["pupil_id"]: row["last"] if row["known"] == row["all"] else None for row in ends}


def _ends(enrolments: QuerySet[Enrolment]) -> QuerySet:
    return (
        enrolments.order_by()
        .values("pupil_id")
        .annotate(last=Max("ends_on"), known=Count("ends_on"), all=Count("pk"))
    )


#: Compiled once: asked whenever the record of a child changes.
_ENDS = Statement(
    lambda schools, pupils: _ends(
        Enrolment.objects.filter(among("school_id", schools), among("pupil_id", pupils))
    ),
    schools=list,
    pupils=list,
)


def has_left_since(pupil: Pupil, asked_on: dt.date, *, today: dt.date) -> bool:
    """Whether a child has gone since somebody was asked about them; one statement at most.

    What was asked after the last day, of a child known to have left, still waits for its answer.
    """
    if pupil.closed_on:
        return True
    last = last_days_on_roll([pupil.school_id], [pupil.pk]).get(pupil.pk)
    return last is not None and asked_on <= last < today
