"""Rows of watching over children in care, meetings, and what is passed on."""

import datetime as dt

from tests.conventions.addresses.care import ENTERED, _period
from tests.conventions.addresses.rows import row

WEEK = dt.date(2026, 11, 16)


@row("sdq_total")
def _sdq(world):
    from lac.services.watch import add_sdq

    _period(world)
    facts = {"answered_on": ENTERED, "answered_by": "teacher", "total": 12}
    return add_sdq(pupil=world.pupil, by=None, **facts).pk


@row("watch_task")
def _watch_task(world):
    from lac.models import WatchTask
    from lac.selectors.weeks import mark_of_weeks
    from lac.services.watch import add_sdq, keep_week, note_told
    from tests.factories import TODAY

    _period(world)
    figures = {world.pupil.pk: (10, 9)}
    if not world.pupil.care_weeks.filter(week_on=WEEK).exists():
        facts = {"week_on": WEEK, "figures": figures, "version": mark_of_weeks([])}
        keep_week(school=world.school, by=None, **facts)
    add_sdq(pupil=world.pupil, by=None, answered_on=TODAY, answered_by="parent", total=30)
    task = WatchTask.objects.get(school=world.school, pupil=world.pupil, rule="sdq")
    note_told(task=task, told_on=TODAY, name=f"{world.marker} of the virtual school", by=None)
    return task.pk
