"""Readable history: "Ann Fenn changed the family name from Reed to Reed-Marsh".

Made from the rows that triggers write, so nothing is missing, and cut to what the reader may see.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Value
from django.db.models.expressions import RawSQL

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action, Kind
from aylsham.audit.phrases import Phrases
from aylsham.audit.tracked import Tracked, tracked, tracked_of_pupils, tracked_of_schools
from aylsham.components import HistoryLine
from aylsham.models import AuditEvent, School

#: Actions whose trace the log has but no history row: named only to those who may read the log.
_FROM_LOG = (Kind.CHANGE, Kind.TAKE_OUT, Kind.ACCESS)


@dataclass(frozen=True)
class Change:
    """A history row, with the row before it."""

    tracked: Tracked
    at: dt.datetime
    #: insert, update or delete
    step: str
    by: UUID | None
    request_id: UUID | None
    before: dict[str, Any]
    after: dict[str, Any]

    @property
    def values(self) -> dict[str, Any]:
        return self.after or self.before

    def changed_fields(self) -> list[models.Field]:
        """The fields that differ, of those a sentence may speak of."""
        return [
            f
            for f in self.tracked.fields()
            if self.before.get(f.column) != self.after.get(f.column)
        ]


def history_of_pupil(
    access: Access, school: School, pupil_id: UUID, *, most: int = 300
) -> list[HistoryLine]:
    """Every change to a child's record that the asker may know of, the newest first.

    One statement for all tables, one for the log and one or two for names.
    """
    changes = _read(tracked_of_pupils(), school, lambda t: {t.pupil_lookup: pupil_id})
    lines = _sentences(changes, access, school)
    if Permission.VIEW_AUDIT in access.permissions_at(school):
        lines += _from_log(school, pupil_id, {c.request_id for c in changes})
    return _newest_first(lines)[:most]


def history_of_school(access: Access, school: School, *, most: int = 100) -> list[HistoryLine]:
    """Every change to what is the school's own, the newest first; two or three statements."""
    changes = _read(tracked_of_schools(), school, lambda t: {})
    return _newest_first(_sentences(changes, access, school))[:most]


def history_of_record(access: Access, record: models.Model) -> list[HistoryLine]:
    """Every change to one record that the asker may know of, the newest first."""
    changes = _read([tracked(type(record))], record.school, lambda t: {"pgh_obj_id": record.pk})
    lines = _sentences(changes, access, record.school)
    return _newest_first(lines)


def _read(kinds: Iterable[Tracked], school: School, which) -> list[Change]:
    """The history rows of all these tables, in one statement, paired with the row before."""
    parts = [
        kind.event_model.objects.filter(school_id=school.pk, **which(kind))
        .order_by()
        .values_list(
            Value(kind.label),
            "pgh_obj_id",
            "pgh_created_at",
            "pgh_id",
            "pgh_label",
            "pgh_context",
            "pgh_context_id",
            RawSQL(f'to_jsonb("{kind.event_model._meta.db_table}")', (), models.JSONField()),  # noqa: S611
        )
        for kind in kinds
    ]
    rows = parts[0].union(*parts[1:], all=True) if len(parts) > 1 else parts[0]
    by_label = {kind.label: kind for kind in kinds}
    before: dict[tuple, dict] = defaultdict(dict)
    changes = []
    for label, key, at, _, step, context, request_id, values in sorted(
        rows, key=lambda r: (r[2], r[3])
    ):
        gone = step == "delete"
        changes.append(
            Change(
                tracked=by_label[label],
                at=at,
                step=step,
                by=_user_id(context),
                request_id=request_id,
                before=values if gone else before[label, key],
                after={} if gone else values,
            )
        )
        before[label, key] = {} if gone else values
    return changes


def _sentences(changes: list[Change], access: Access, school: School) -> list[HistoryLine]:
    may = access.permissions_at(school)
    shown = [c for c in changes if c.tracked.permission_for(c.values) in may]
    phrases = Phrases.for_changes(shown, today=access.today)
    return [
        HistoryLine(change.at, sentence)
        for change in shown
        if (sentence := phrases.sentence(change, may))
    ]


def _from_log(school: School, pupil_id: UUID, told: set[UUID | None]) -> list[HistoryLine]:
    """What the log knows and no history row: papers taken out, access given, imports."""
    actions = [a for kind in _FROM_LOG for a in Action.of_kind(kind)]
    events = AuditEvent.objects.about_one(pupil_id).filter(school=school, action__in=actions)
    return [
        HistoryLine(e.at, f"{e.actor_name} {Action(e.action).label}")
        for e in events[:200]
        if not (Action(e.action).kind == Kind.CHANGE and e.request_id in told)
    ]


def _newest_first(lines: list[HistoryLine]) -> list[HistoryLine]:
    lines.reverse()  # rows of one transaction have one time: the later stands above
    return sorted(lines, key=lambda line: line.at, reverse=True)


def _user_id(context: dict | None) -> UUID | None:
    user = (context or {}).get("user")
    return UUID(user) if user else None
