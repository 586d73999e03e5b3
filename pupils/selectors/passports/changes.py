"""Which passports colleagues changed since the working day before, as far as the asker may read."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from aylsham.access.current import Access
from aylsham.access.sensitivity import readable
from aylsham.dates import days_before, previous_working_day
from aylsham.models import School
from pupils.models import PassportVersion


@dataclass(frozen=True)
class ChangedPassport:
    """A passport that says something new, and who changed it last."""

    school: School
    pupil_id: UUID
    name: str
    by: str
    since: dt.date


def changed_passports(access: Access, schools: Mapping[UUID, School], names: Mapping[UUID, str]):
    """Passports of these children, by name, whose words for the asker have changed; one statement.

    What the asker changed is no news; nor is a line that the asker may not read.
    """
    since = previous_working_day(days_before(access.today, 1))
    start = timezone.make_aware(dt.datetime.combine(since, dt.time.min))
    versions: dict[UUID, list[PassportVersion]] = {}
    for row in _versions(schools, names, start):
        versions.setdefault(row.passport.pupil_id, []).append(row)
    for pupil_id, rows in sorted(versions.items(), key=lambda item: names[item[0]]):
        before = [row for row in rows if row.changed_at < start]
        lately = [row for row in rows if row.changed_at >= start and row.made_by != access.user]
        school = schools[rows[0].school_id]
        levels = readable(access.permissions_at(school))
        if lately and _said(before, levels) != _said(rows, levels):
            made_by = lately[-1].made_by
            by = made_by.name if made_by else "Aylsham"
            yield ChangedPassport(school, pupil_id, names[pupil_id], by, since)


def _versions(schools, names, start: dt.datetime):
    """Those since then, and of each such passport the last one before, in order."""
    rows = PassportVersion.objects.filter(school__in=schools, passport__pupil__in=list(names))
    earlier = PassportVersion.objects.filter(
        school_id=OuterRef("school_id"), passport=OuterRef("passport"), changed_at__lt=start
    ).order_by("-number")
    lately = rows.filter(changed_at__gte=start).values("passport")
    return (
        rows.filter(passport__in=lately)
        .annotate(last=Coalesce(Subquery(earlier.values("number")[:1]), 0))
        .filter(number__gte=F("last"))
        .select_related("passport", "made_by")
        .order_by("number")
    )


def _said(rows: list[PassportVersion], levels) -> dict[str, str]:
    content = rows[-1].content if rows else []
    return {said["line"]: said["text"] for said in content if said["sensitivity"] in levels}
