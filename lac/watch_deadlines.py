"""What watching, meetings and moves make due: our own days, and the safeguarding file's."""

import datetime as dt
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from aylsham.access.permissions import Permission
from aylsham.dates import working_days_after
from aylsham.deadlines.registry import Action, DeadlineFact, deadline_from
from aylsham.models import Owes, School, Weight
from aylsham.school_calendar import CalendarTooShort, SchoolCalendar
from aylsham.timescales.registry import REGISTRY
from aylsham.timescales.rules import Confidence
from lac.models import CareAction, CarePlacement, InformationShared, SafeguardingFile, WatchTask
from lac.rules.watch import CITATION, CODE, LOOK_WITHIN, VERSION
from lac.watch_codes import SharedWhat

NAME = "lac_watch"
KINDS = {
    "care_watch": "Watching over children in care",
    "care_action": "Actions about children in care",
    "care_shared": "What was passed on about children in care",
    "care_file": "Safeguarding files",
}
TABLES = (WatchTask, CareAction, InformationShared, SafeguardingFile, CarePlacement)
_WITHIN = f"{LOOK_WITHIN} school days after"


def deadlines(
    school: School, calendar: SchoolCalendar, pupil_ids: frozenset[UUID] | None
) -> Iterator[DeadlineFact]:
    """Signs to look at, actions, what nobody acknowledged, files to send."""

    def of(model) -> QuerySet:
        rows = model.objects.filter(school=school)
        return rows if pupil_ids is None else rows.filter(pupil__in=list(pupil_ids))

    for task in of(WatchTask).open():
        yield _looked_at(task, calendar)
    for action in of(CareAction).filter(done_on=None):
        yield _agreed(action, calendar)
    for shared in of(InformationShared).filter(acknowledged_on=None):
        yield _acknowledged(shared, calendar)
    told = InformationShared.objects.filter(
        school_id=OuterRef("school_id"),
        pupil_id=OuterRef("pupil_id"),
        what__contains=[SharedWhat.AREA],
        shared_on__gte=OuterRef("starts_on"),
    )
    for placement in of(CarePlacement).filter(~Exists(told), is_out_of_area=True):
        yield _area_told(placement, calendar)
    for file in of(SafeguardingFile).filter(received_on=None):
        yield from _file(file, calendar)


def _looked_at(task: WatchTask, calendar: SchoolCalendar) -> DeadlineFact:
    return _ours(
        calendar,
        f"task:{task.pk}",
        "care_watch",
        "Look at what was seen about a child in care",
        _within(calendar, task.raised_on),
        pupil_id=task.pupil_id,
        how=f"{_WITHIN} a rule of the school spoke up",
        lapses_with_roll=True,
        action=_step("Look at it", "watch_task", task.pupil_id, task.pk),
    )


def _agreed(action: CareAction, calendar: SchoolCalendar) -> DeadlineFact:
    step = Action("Open the meeting", "care_meeting", (str(action.meeting_id),), _READ)
    return _ours(
        calendar,
        f"action:{action.pk}",
        "care_action",
        "Do what a meeting about care agreed",
        action.due_on,
        pupil_id=action.pupil_id,
        how="the day agreed in the meeting",
        owed_by=Owes.SCHOOL if action.owner_id else Owes.SOCIAL_CARE,
        lapses_with_roll=action.pupil_id is not None,
        action=step,
    )


def _acknowledged(shared: InformationShared, calendar: SchoolCalendar) -> DeadlineFact:
    return _ours(
        calendar,
        f"shared:{shared.pk}",
        "care_shared",
        "Ask whether what was passed on has arrived",
        _within(calendar, shared.shared_on),
        pupil_id=shared.pupil_id,
        how=f"{_WITHIN} it was passed on",
        lapses_with_roll=True,
        action=_step("Open it", "care_moves", shared.pupil_id),
    )


def _area_told(placement: CarePlacement, calendar: SchoolCalendar) -> DeadlineFact:
    return _ours(
        calendar,
        f"area:{placement.pk}",
        "care_shared",
        "Note who was told that the child lives out of the council’s area",
        _within(calendar, placement.starts_on),
        pupil_id=placement.pupil_id,
        how=f"{_WITHIN} the move",
        lapses_on=placement.ends_on,
        lapses_with_roll=True,
        action=_step("Note it", "care_moves", placement.pupil_id),
    )


def _file(file: SafeguardingFile, calendar: SchoolCalendar) -> Iterator[DeadlineFact]:
    facts = {"left_roll": file.leaves_on, "new_term_start": file.term_starts_on}
    result = REGISTRY.calculate("records.safeguarding_file", facts, calendar=calendar)
    step = _step("Open it", "care_moves", file.pupil_id)
    if file.sent_on is None:
        yield deadline_from(
            result,
            "transfer_by",
            key=f"file:{file.pk}",
            kind="care_file",
            title="Send the safeguarding file to the new school, and keep the receipt",
            pupil_id=file.pupil_id,
            permission=Permission.VIEW_CARE,
            action=step,
        )
    else:
        yield _ours(
            calendar,
            f"receipt:{file.pk}",
            "care_file",
            "Get the receipt for the safeguarding file",
            _within(calendar, file.sent_on),
            pupil_id=file.pupil_id,
            how=f"{_WITHIN} it was sent",
            action=step,
        )


_READ = Permission.READ_CARE


def _step(label: str, name: str, *args: UUID) -> Action:
    return Action(label, name, tuple(map(str, args)), _READ)


def _within(calendar: SchoolCalendar, day: dt.date) -> dt.date:
    """So many school days later; working days where the school has not said its terms."""
    try:
        return calendar.school_days_after(day, LOOK_WITHIN)
    except CalendarTooShort:
        return working_days_after(day, LOOK_WITHIN)


def _ours(
    calendar: SchoolCalendar, key: str, kind: str, title: str, due_on: dt.date, **more: Any
) -> DeadlineFact:
    said: dict[str, Any] = {
        "do_by": calendar.do_by(due_on),
        "owed_by": Owes.SCHOOL,
        "permission": Permission.VIEW_CARE,
    }
    return DeadlineFact(
        key=key,
        kind=kind,
        title=title,
        due_on=due_on,
        weight=Weight.OURS,
        rule_code=CODE,
        rule_version=VERSION,
        citation=CITATION,
        confidence=Confidence.WORKING,
        **(said | more),
    )
