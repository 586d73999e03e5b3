"""What changed since yesterday: counts of what was done, from the audit log."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, QuerySet
from django.utils import timezone

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.access.roles import Role
from aylsham.access.usual import access_of, kept, usual_roles
from aylsham.audit.codes import Action, Kind
from aylsham.dates import DAY, previous_working_day
from aylsham.models import AuditEvent
from aylsham.statements import Statement

#: Kinds of change, the most frequent first, that are shown without asking.
ON_THE_LINE = 4
#: Changes that only those may know of who may see the compartment.
_CLOSED = {
    Action.CHANGE_CARE: Permission.VIEW_CARE,
    Action.IMPORT_WEEKS: Permission.VIEW_CARE,
    Action.IMPORT_SUMS: Permission.VIEW_PREMIUM,
    Action.CHANGE_DIAGNOSIS: Permission.VIEW_SENSITIVE,
}


@dataclass(frozen=True)
class Change:
    """One kind of change and how often it happened."""

    words: str
    number: int


@dataclass(frozen=True)
class Changes:
    """Changes since the start of the last working day before today."""

    since: dt.date
    changes: tuple[Change, ...]

    @property
    def first(self) -> tuple[Change, ...]:
        """The kinds of change that fit on a line."""
        return self.changes[:ON_THE_LINE]

    @property
    def others(self) -> tuple[Change, ...]:
        """The kinds of change that are folded away."""
        return self.changes[ON_THE_LINE:]

    @property
    def other_number(self) -> int:
        """How many changes are folded away."""
        return sum(change.number for change in self.others)


def recent_changes(access: Access) -> Changes:
    """What was changed at the page's schools; one statement."""
    since = previous_working_day(access.today - DAY)
    start = timezone.make_aware(dt.datetime.combine(since, dt.time.min))
    if roles := usual_roles(access):
        rows = _usual(roles).rows(school=access.schools[0].pk, start=start)
    else:
        rows = _counted(access, start)
    return Changes(since, tuple(Change(Action(action).label, n) for action, n in rows))


def _counted(access: Access, start: dt.datetime) -> QuerySet:
    hidden = [
        action
        for action, permission in _CLOSED.items()
        if not all(permission in access.permissions_at(school) for school in access.schools)
    ]
    return (
        AuditEvent.objects.filter(school__in=[s.pk for s in access.schools], at__gte=start)
        .of_kind(Kind.CHANGE)
        .exclude(action__in=hidden)
        .order_by()
        .values_list("action")
        .annotate(n=Count("pk"))
        .order_by("-n", "action")
    )


@kept
def _usual(roles: tuple[Role, ...]) -> Statement:
    def build(school: UUID, start: dt.datetime) -> QuerySet:
        return _counted(access_of(roles, school, start.date()), start)

    return Statement(build, school=UUID, start=dt.datetime)
