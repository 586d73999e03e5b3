"""How long services let children wait: counts and weeks, without anything about a child."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.access.roles import Reach
from aylsham.models import School
from pupils.models import FederationService, Referral, SchoolService
from pupils.rules import referrals as rules


@dataclass(frozen=True)
class Wait:
    """What children waited for, or wait for now: how many, and how many weeks."""

    number: int
    middle: float | None
    longest: int | None


@dataclass(frozen=True)
class ServiceWaits:
    """A service with its waits; a figure that the asker may not have is None."""

    service: str
    waiting: Wait | None
    #: Seen for the first time within the last twelve months.
    seen: Wait | None


#: How far back waits that are over are counted.
YEAR = dt.timedelta(days=365)


def waiting_times(access: Access) -> list[ServiceWaits]:
    """Each service of the page's schools, by name; three statements.

    Those who may not see all the children get no figure on fewer than five of them. Who has left
    waits no more, and a record that moved to a sister school counts there.
    """
    sees_all = {school.pk for school in access.schools if _sees_everybody(access, school)}
    waiting, seen = defaultdict(list), defaultdict(list)
    for row in _sent(access):
        gone = rules.left_on(row.here_until, access.today)
        ended = rules.wait_ended_on(row.seen_on, row.declined_on, row.closed_on, gone)
        weeks = rules.weeks_waited(row.sent_on, ended, access.today)
        if ended is None:
            waiting[row.service].append((row.school_id, row.pupil_id, weeks))
        elif row.seen_on == ended and ended >= access.today - YEAR:
            seen[row.service].append((row.school_id, row.pupil_id, weeks))
    names = _offered(access)
    if len(sees_all) == len(access.schools):
        names |= {*waiting, *seen}  # elsewhere a name alone would say that somebody was referred
    return [
        ServiceWaits(
            name,
            _wait(waiting[name], sees_all, access),
            _wait(seen[name], sees_all, access),
        )
        for name in sorted(names, key=str.casefold)
    ]


def _sent(access: Access):
    rows = Referral.objects.filter(school__in=access.schools, sent_on__isnull=False)
    if len(access.schools) > 1:
        rows = rows.filter(pupil__closed_on=None)
    return rows.with_wait().with_stay()


def _offered(access: Access) -> set[str]:
    """Services in the lists: a hidden figure must not tell that somebody waits."""
    federations = {school.federation_id for school in access.schools}
    shared = FederationService.objects.filter(federation__in=federations, is_retired=False)
    own = SchoolService.objects.filter(school__in=access.schools, is_retired=False)
    return {*shared.values_list("name", flat=True), *own.values_list("name", flat=True)}


def _sees_everybody(access: Access, school: School) -> bool:
    at = access.by_school.get(school.pk)
    wanted = {Permission.VIEW_REFERRALS, Permission.VIEW_SENSITIVE}
    return at is not None and at.reach == Reach.WHOLE_SCHOOL and wanted <= set(at.permissions)


def _wait(rows: list[tuple[UUID, UUID, int]], sees_all: set[UUID], access: Access) -> Wait | None:
    others = len({pupil for school, pupil, _ in rows if school not in sees_all})
    everybody = all(school.pk in sees_all for school in access.schools)
    if not rules.may_show_wait(others, sees_everybody=everybody):
        return None
    weeks = [each for _, _, each in rows]
    children = len({pupil for _, pupil, _ in rows})
    return Wait(children, rules.middle(weeks), max(weeks, default=None))
