"""Children who joined during the year, and whether their record has come."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from aylsham.access.current import Access
from aylsham.models import School
from pupils.models import Enrolment, PreviousRecord, Pupil
from pupils.rules.arrivals import joins_in_year
from pupils.words import year_words

#: How long an arrival stays on the list once its record has come.
SHOWN_FOR = dt.timedelta(days=120)


@dataclass(frozen=True)
class Arrival:
    """A child who joined alone, with the record of the previous setting, if it was asked for."""

    pupil: Pupil
    starts_on: dt.date
    place: str
    record: PreviousRecord | None


def first_days(school: School, chosen: Q) -> dict[UUID, dt.date]:
    """The first day of children who joined during the year, since the school went live."""
    if school.live_from is None:
        return {}
    stays = Enrolment.objects.filter(
        chosen, school=school, starts_on__gte=school.live_from
    ).values_list("pupil_id", "starts_on")
    return {pk: day for pk, day in stays.order_by("starts_on") if joins_in_year(day)}


def arrivals(access: Access) -> list[Arrival]:
    """Who came lately, as far as the asker sees them; three statements."""
    school, today = access.school, access.today
    days = first_days(school, Q(starts_on__gte=today - SHOWN_FOR, starts_on__lte=today))
    lately = PreviousRecord.objects.filter(
        Q(received_on=None, ended_on=None) | Q(asked_on__gte=today - SHOWN_FOR), school=school
    )
    asked = Q(pk__in=lately.values("pupil"))
    seen = Pupil.objects.visible_to(access).filter(Q(pk__in=list(days)) | asked, school=school)
    pupils = {p.pk: p for p in seen.select_related("class_group").in_register_order()}
    records: dict[UUID, PreviousRecord] = {}
    for row in PreviousRecord.objects.filter(school=school, pupil__in=list(pupils)):
        records.setdefault(row.pupil_id, row)
    found = [
        Arrival(
            pupil,
            days.get(pk) or records[pk].asked_on,
            ", ".join(
                filter(
                    None,
                    [year_words(pupil.year_group), pupil.class_group and pupil.class_group.name],
                )
            ),
            records.get(pk),
        )
        for pk, pupil in pupils.items()
    ]
    return sorted(found, key=lambda each: each.starts_on, reverse=True)


def previous_records(pupil: Pupil) -> list[PreviousRecord]:
    """What the child's previous settings were asked for, the latest first."""
    rows = PreviousRecord.objects.filter(school_id=pupil.school_id, pupil=pupil)
    return list(rows)


def previous_record(pupil: Pupil, pk: UUID) -> PreviousRecord | None:
    """One previous setting's record of this child."""
    rows = PreviousRecord.objects.filter(school_id=pupil.school_id, pupil=pupil, pk=pk)
    return rows.select_related("pupil__school").first()
