"""The breach register, as pages show it."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from aylsham.models import School, User
from pupils.codes import BreachRisk
from pupils.models import Breach, Pupil
from pupils.rules.documents import clock_words, report_by


@dataclass(frozen=True)
class BreachLine:
    """A breach with its clock."""

    breach: Breach
    #: Names of the children concerned whom the asker may see.
    children: str
    opened_by: str
    report_by: dt.datetime
    clock: str
    #: A key of the states that pages colour.
    state: str
    state_words: str


def breaches_of(school: School, access: Access, now: dt.datetime) -> list[BreachLine]:
    """Every breach of the school, the latest first; three statements."""
    return _lines(list(_rows(school, access)), access, now)


def breach_of(school: School, access: Access, pk: UUID, now: dt.datetime) -> BreachLine | None:
    """One breach."""
    found = _lines(list(_rows(school, access).filter(pk=pk)), access, now)
    return found[0] if found else None


def _rows(school: School, access: Access):
    """For people whose role reaches children at all."""
    rows = (
        Breach.objects.filter(school=school) if access.reaches_children else Breach.objects.none()
    )
    return rows.select_related("recorded_by", "closed_by", "owner")


def _lines(rows: list[Breach], access: Access, now: dt.datetime) -> list[BreachLine]:
    pupil_ids = {pk for row in rows for pk in (row.pupil_id, row.about_id) if pk}
    pupils = Pupil.objects.visible_to(access).filter(pk__in=pupil_ids) if pupil_ids else ()
    names = {p.pk: p.full_name for p in pupils}
    user_ids = {pk for row in rows for pk in row.opened_by}
    people = (
        dict(User.objects.filter(pk__in=user_ids).values_list("pk", "name")) if user_ids else {}
    )
    return [_line(row, names, people, now) for row in rows]


def _line(row: Breach, names: dict, people: dict, now: dt.datetime) -> BreachLine:
    children = [names[pk] for pk in (row.pupil_id, row.about_id) if pk in names]
    state, words = _state(row, now)
    return BreachLine(
        breach=row,
        children=" and ".join(children),
        opened_by=", ".join(sorted(people[pk] for pk in row.opened_by if pk in people)),
        report_by=report_by(row.found_at),
        clock=clock_words(row.found_at, now),
        state=state,
        state_words=words,
    )


def _state(row: Breach, now: dt.datetime) -> tuple[str, str]:
    if row.closed_at:
        return "closed", "Closed"
    if row.risk != BreachRisk.OPEN:
        return "on_track", "Decided"
    return ("overdue", "Decide now") if now > report_by(row.found_at) else ("due_soon", "To decide")
