"""Starting and writing digests, and the nightly check of every school's dates."""

import datetime as dt
from itertools import groupby
from typing import Any

from django.db.models import Q

from aylsham.access.current import Access, posts_of
from aylsham.deadlines.services import rebuild_deadlines
from aylsham.jobs.services import start_job
from aylsham.mail.services import queue_mail
from aylsham.models import DigestPart, Job, School, User
from aylsham.models.reminders import EARLIEST_HOUR
from aylsham.people.selectors import school_on
from aylsham.tenancy.row_security import school_transaction
from reports.digests.contents import part_context
from reports.digests.people import calendars_of, posts_on
from reports.digests.planning import Part, parts_due

DIGEST_JOB = "digest"
NIGHT_JOB = "night"
#: The hour after which a school's dates are computed anew.
NIGHT_HOUR = 2


def start_digests(now: dt.datetime) -> int:
    """Start every digest that is due now and was not; any number of beats may ask at once."""
    if now.hour < EARLIEST_HOUR:
        return 0
    schools = list(School.objects.all())
    with school_transaction(*schools):
        parts = parts_due(now, posts_on(now.date()), calendars_of(schools), _sent(now.date()))
    by_id = {school.pk: school for school in schools}
    started = 0
    for (person, federation), mine in groupby(parts, lambda p: (p.person, p.federation)):
        started += _start(person, federation, list(mine), by_id, now.date())
    return started


def write_digest(*, person: str, parts: list[dict], on: dt.date) -> dict[str, Any]:
    """Compose one person's digest and queue it, noting every part: all or nothing."""
    user = User.objects.get(pk=person)
    access = Access(user, on, posts_of(user, today=on))
    schools = {str(pk): at.school for pk, at in access.by_school.items()}
    written = []
    here = {str(school) for school in school_on(user, on)}
    for part in sorted(parts, key=lambda part: part["school"] not in here):
        for_on = dt.date.fromisoformat(part["on"])
        until = dt.date.fromisoformat(part["until"])
        _, is_new = DigestPart.objects.get_or_create(
            user=user, school_id=part["school"], kind=part["kind"], for_on=for_on
        )
        if not is_new or part["school"] not in schools:
            continue
        school = schools[part["school"]]
        if said := part_context(access, school, part["kind"], for_on, until, on=on):
            written.append((school, said | {"is_here": part["school"] in here}))
    if written:
        queue_mail(
            "digest",
            to=user,
            schools={school.pk: school for school, _ in written}.values(),
            context={"on": on, "parts": [said for _, said in written]},
        )
    return {"parts": len(written)}


def start_night(now: dt.datetime) -> None:
    """Start the nightly check of every school, once a night."""
    if now.hour < NIGHT_HOUR:
        return
    day = now.date().isoformat()
    known = set(Job.objects.filter(key__startswith=f"night:{day}:").values_list("key", flat=True))
    for school in School.objects.all():
        key = f"night:{day}:{school.pk}"
        if key not in known:
            start_job(NIGHT_JOB, school=school, by=None, key=key)


def check_school(school: School) -> dict[str, Any]:
    """Compute a school's dates anew, after whatever the night brought."""
    rebuild_deadlines(school)
    return {}


def _start(person, federation, parts: list[Part], schools, day: dt.date) -> int:
    key = f"digest:{federation}:{person}:{day}"
    if Job.objects.filter(key=key).exists():
        return 0
    about = {part.school: schools[part.school] for part in parts}
    arguments = {
        "person": person,
        "on": day,
        "parts": [
            {"school": p.school, "kind": p.kind, "on": p.for_on, "until": p.until} for p in parts
        ],
    }
    start_job(
        DIGEST_JOB, school=None, schools=about.values(), by=None, key=key, arguments=arguments
    )
    return 1


def _sent(day: dt.date) -> set[tuple]:
    # A break is announced and ends within a quarter of a year.
    recent = Q(for_on__gte=day - dt.timedelta(days=92))
    rows = DigestPart.objects.filter(recent).values_list("user_id", "school_id", "kind", "for_on")
    return set(rows)
