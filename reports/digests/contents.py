"""What a part of a digest says: counts, kinds and dates; never a child."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from django.db.models import Q
from django.utils import timezone

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action, Kind
from aylsham.dates import DAY
from aylsham.models import AuditEvent, Deadline, Owes, PartKind, School, Weight
from pupils.models import Pupil
from reports.bands import Band
from reports.duty_kinds import kinds_of
from reports.selectors.due_rows import due_rows
from reports.selectors.who_owes import asks_in_week
from staff.selectors.duties import team_of

#: In the holidays: late, or due within so many days.
HOLIDAY_DAYS = 14
#: Changes that only those hear of who may see the compartment.
CLOSED = (
    Action.CHANGE_CARE,
    Action.CHANGE_DIAGNOSIS,
    Action.IMPORT_WEEKS,
    Action.IMPORT_SUMS,
)


def part_context(
    access: Access, school: School, kind: str, for_on: dt.date, until: dt.date, *, on: dt.date
) -> dict | None:
    """One school's part for one person; None when there is nothing to say."""
    access = replace(access, school=school, schools=[school], today=on)
    if school.pk not in access.by_school:
        return None  # no longer there
    rows = _rows(access, kind, for_on, until)
    asks = asks_in_week(access, school) if kind == PartKind.WEEK else None
    mine = _kinds_in_hand(access, school) if rows else frozenset()
    context = {
        "school": school.pk,
        "kind": kind,
        "from": for_on,
        "until": until,
        "overdue": sum(row.due_on < on for row in rows),
        "in_hand": sum(row.owed_by == Owes.SCHOOL and row.kind in mine for row in rows),
        "lines": _lines(rows, on),
        "changes": _changes(access, for_on) if kind == PartKind.WEEK else 0,
        "asks": asks,
    }
    return context if rows or context["changes"] or asks else None


def _kinds_in_hand(access: Access, school: School) -> frozenset[str]:
    """The kinds of work that are with the person that day: their own duties, lent and covered."""
    duties = team_of(school, access.today).duties_of(access.user.pk)
    return frozenset(kinds_of(duties))


def _rows(access: Access, kind: str, for_on: dt.date, until: dt.date) -> list[Deadline]:
    if not access.can(Permission.VIEW_DUE):
        return []
    rows = due_rows(access)
    if kind == PartKind.BREAK:
        rows = rows.filter(due_on__gte=for_on, due_on__lte=until)
    elif kind == PartKind.HOLIDAY:
        soon = Q(due_on__lte=access.today + HOLIDAY_DAYS * DAY)
        rows = rows.filter(soon, weight=Weight.LAW, owed_by=Owes.SCHOOL)
    else:
        rows = rows.filter(band__in=[Band.OVERDUE, Band.WEEK])
    return list(rows)


def _lines(rows: Iterable[Deadline], today: dt.date) -> list[dict]:
    """Alike things as one line: how many, by when the first, who owes them."""

    def alike(row: Deadline) -> tuple:
        return row.due_on < today, row.owed_by, row.kind

    def ours_and_late_first(row: Deadline) -> tuple:
        late, who, kind = alike(row)
        return who != Owes.SCHOOL, who, not late, kind, row.do_by

    ordered = sorted(rows, key=ours_and_late_first)
    return [
        {"late": late, "who": who, "what": what, "n": len(group), "first": group[0].do_by}
        for (late, who, what), group in ((k, list(g)) for k, g in groupby(ordered, alike))
    ]


def _changes(access: Access, since: dt.date) -> int:
    """How often somebody else changed the record of a child whom the person teaches."""
    if access.can(Permission.VIEW_DUE):
        return 0  # sees them on the front page
    ids = list(Pupil.objects.visible_to(access).values_list("pk", flat=True))
    start = timezone.make_aware(dt.datetime.combine(since - 7 * DAY, dt.time.min))
    events = AuditEvent.objects.filter(school__in=access.schools, at__gte=start)
    changed = events.of_kind(Kind.CHANGE).filter(pupil_ids__overlap=ids)
    return changed.exclude(action__in=CLOSED).exclude(actor_id=access.user.pk).count()
