"""What happened to a child, over every floor, as far as the asker may know."""

from collections.abc import Iterator
from dataclasses import replace

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from pupils.selectors.history import status_history
from pupils.selectors.identity import Child
from reports.selectors.timeline import floors
from reports.selectors.timeline.entries import Choice, Told, lines_together, told_once
from reports.selectors.timeline.rows import AUTHOR, LOGGED, rows_of, writers_in
from reports.selectors.timeline.wording import told_of

EVERYTHING = Choice()


def timeline(access: Access, child: Child, choice: Choice = EVERYTHING) -> list[Told]:
    """What happened, the latest first, each thing once; at most seven statements."""
    found = lines_together(told_once(each for each in _all(access, child) if choice.holds(each)))
    # Of one day, what was told first (a beginning before its end) comes last.
    return sorted(found, key=lambda each: each.event.on)[::-1]


def _all(access: Access, child: Child) -> Iterator[Told]:
    pupil = child.pupil
    rows = list(rows_of(access, pupil))
    writers = writers_in(rows)
    for row in rows:
        if row.what not in (AUTHOR, LOGGED):
            yield from told_of(replace(row, by=writers.first(row.id) or row.by), child)
    yield from floors.moves(pupil)
    if access.can(Permission.VIEW_NEEDS):
        for line in status_history(pupil, writers):
            yield from floors.levels(line, with_notes=access.can(Permission.VIEW_REGISTER))
    if access.can(Permission.VIEW_PLANS):
        yield from floors.plans(pupil)
    if access.can(Permission.VIEW_DOCUMENTS):
        logged = {row.id for row in rows if row.what == LOGGED}
        yield from floors.documents(access, child, told_elsewhere=logged)
    if access.can(Permission.VIEW_CARE):
        yield from floors.care(pupil)
