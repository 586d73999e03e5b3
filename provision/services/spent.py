"""Working out what provision cost until a day, and keeping it for pages over many schools."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable

from django.db import transaction

from aylsham import clock
from aylsham.jobs.services import start_job
from aylsham.models import Job, School, User
from provision.models import SpentPart, SpentUntil
from provision.provision_codes import SPENT_JOB
from provision.rules.spending import Spent
from provision.selectors.ledgers import Part
from provision.selectors.spent import worked_out

AT_ONCE = 1_000


@transaction.atomic
def start_working_out(*, schools: Iterable[School], by: User) -> Job:
    """Ask for what provision cost until today; pressed again while it is under way, the same job."""
    mine = Job.objects.started_by_person(by).open().filter(kind=SPENT_JOB).first()
    if mine:
        return mine
    chosen = sorted(schools, key=lambda school: school.slug)
    one = chosen[0] if len(chosen) == 1 else None
    arguments = {"until": clock.today().isoformat()}
    return start_job(SPENT_JOB, school=one, schools=chosen, by=by, arguments=arguments)


@transaction.atomic
def keep_spending(*, school: School, until: dt.date) -> int:
    """Replace what is kept of a school by what its log says until a day; how many parts it has."""
    row = _locked(school, until)
    found = worked_out(school, until)
    row.until, row.worked_out_at = until, clock.moment()
    row.save()
    SpentPart.objects.filter(school=school).delete()
    children = Counter(provision for provision, _ in found.parts)
    rows = [
        _part(
            school,
            part,
            spent,
            of_whole=found.delivered[part[0]],
            of_adults=found.by_adults[part[0]],
            children=children[part[0]],
        )
        for part, spent in found.parts.items()
    ]
    SpentPart.objects.bulk_create(rows, batch_size=AT_ONCE)
    return len(rows)


def _locked(school: School, until: dt.date) -> SpentUntil:
    """The school's row, made if there is none: one working out of a school at a time."""
    new = SpentUntil(school=school, until=until, worked_out_at=clock.moment())
    SpentUntil.objects.bulk_create([new], ignore_conflicts=True)
    return SpentUntil.objects.select_for_update(of=("self",)).get(school=school)


def _part(school: School, part: Part, spent: Spent, **whole: int) -> SpentPart:
    provision, pupil = part
    return SpentPart(
        school=school,
        provision_id=provision,
        pupil_id=pupil,
        so_far=spent.so_far,
        within=spent.within,
        extra=spent.extra,
        unlogged=spent.unlogged,
        away=spent.away,
        missed={(reason or ""): pence for reason, pence in spent.missed.items()},
        **whole,
    )
