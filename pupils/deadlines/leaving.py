"""When children leave: what is due about them lapses then."""

import datetime as dt
from uuid import UUID

from django.db.models import Max, Q

from aylsham.models import School
from pupils.models import Enrolment


def last_days(school: School, chosen: Q) -> dict[UUID, dt.date]:
    """The last day of the children whose time at school has an end."""
    stays = Enrolment.objects.filter(chosen, school=school).values("pupil_id")
    stays = stays.annotate(last=Max("ends_on"), open=Max("starts_on", filter=Q(ends_on=None)))
    return {row["pupil_id"]: row["last"] for row in stays if row["last"] and not row["open"]}
