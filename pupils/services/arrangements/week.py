"""What belongs to one year's tests: dates, rooms, who sits where, the head's signature."""

import datetime as dt
from collections.abc import Collection
from uuid import UUID

from django.db import IntegrityError, transaction

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.deadlines.services import rebuild_deadlines
from aylsham.models import School, User
from pupils.arrangement_codes import ArrangementState, DayKind, NationalTest, Route
from pupils.models import AccessArrangement, NationalTestDate, NationalTestRoom, Pupil
from pupils.services.arrangements.deciding import unsigned
from pupils.services.recording import lock, lock_pupil

DATE_FIELDS = ("on", "source", "confidence")
ROOM_FIELDS = ("name", "adults")


@transaction.atomic
def record_test_date(
    *,
    school: School,
    academic_year: int,
    test: str,
    kind: str,
    on: dt.date | None,
    source: str,
    confidence: str,
    version: str,
    by: User | None,
) -> NationalTestDate | None:
    """Write down a day of a year's tests; None takes the school's own entry away again."""
    school = School.objects.select_for_update(no_key=True).get(pk=school.pk)
    own = {"school": school, "academic_year": academic_year, "test": test, "kind": kind}
    row = NationalTestDate.objects.filter(**own).first()
    if row:
        require_version(row, DATE_FIELDS, version)
    elif version != "new":
        raise TransitionNotAllowed("Somebody took this date away meanwhile. Look again.")
    if on is None:
        if row:
            row.delete()
            row = None
    else:
        _require_order(own, on)
        values = {"on": on, "source": source, "confidence": confidence}
        row, _ = NationalTestDate.objects.update_or_create(**own, defaults=values)
    detail = {"step": "date", "year": academic_year, "test": test, "kind": kind}
    record_event(Action.CHANGE_TEST_WEEK, school=school, by=by, subject=row, detail=detail)
    rebuild_deadlines(school)
    return row


def _require_order(own: dict, on: dt.date) -> None:
    pair = {DayKind.TESTS: DayKind.TESTS_END, DayKind.TESTS_END: DayKind.TESTS}
    other = NationalTestDate.objects.filter(**own | {"kind": pair.get(own["kind"], "")}).first()
    if other and (on > other.on if own["kind"] == DayKind.TESTS else on < other.on):
        raise TransitionNotAllowed(f"{other.get_kind_display()} is {other.on:%-d %B %Y}.")


@transaction.atomic
def add_test_room(
    *, school: School, academic_year: int, test: str, name: str, adults: str, by: User | None
) -> NationalTestRoom:
    """Add a room for test week."""
    try:
        with transaction.atomic():
            row = NationalTestRoom.objects.create(
                school=school, academic_year=academic_year, test=test, name=name, adults=adults
            )
    except IntegrityError:
        raise TransitionNotAllowed("There is a room of that name already.") from None
    _record_room("room_added", row, by)
    return row


@transaction.atomic
def change_test_room(
    *, room: NationalTestRoom, name: str, adults: str, version: str, by: User
) -> NationalTestRoom:
    """Change a room's name or its adults."""
    row = lock(room)
    require_version(row, ROOM_FIELDS, version)
    row.name, row.adults = name, adults
    try:
        with transaction.atomic():
            row.save(update_fields=ROOM_FIELDS)
    except IntegrityError:
        raise TransitionNotAllowed("There is a room of that name already.") from None
    _record_room("room_changed", row, by)
    return row


@transaction.atomic
def remove_test_room(*, room: NationalTestRoom, by: User) -> None:
    """Take a room away; its children then have none."""
    row = lock(room)
    _record_room("room_removed", row, by)
    row.arrangements.update(room=None)
    row.delete()


@transaction.atomic
def seat_child(
    *, pupil: Pupil, academic_year: int, test: str, room: NationalTestRoom | None, by: User | None
) -> None:
    """Say in which room a child sits the test: all the child's arrangements are given there."""
    pupil = lock_pupil(pupil)
    if room and (room.academic_year, room.test) != (academic_year, test):
        raise TransitionNotAllowed("That room belongs to another test.")
    rows = AccessArrangement.objects.select_for_update(no_key=True).filter(
        school=pupil.school, pupil=pupil, academic_year=academic_year, test=test
    )
    if not rows:
        raise TransitionNotAllowed("This child has no arrangement in this test.")
    rows.update(room=room)
    detail = {"step": "seated", "test": test}
    record_event(
        Action.CHANGE_ARRANGEMENT, school=pupil.school, by=by, pupil_ids=[pupil.pk], detail=detail
    )


@transaction.atomic
def sign_arrangements(
    *,
    school: School,
    academic_year: int,
    test: str,
    seen: Collection[UUID],
    on: dt.date,
    by: User,
) -> int:
    """The head signs for what stood on the list; a list that has changed is looked at again."""
    rows = list(unsigned(school, academic_year, test).select_for_update(of=("self",), no_key=True))
    if not rows:
        raise TransitionNotAllowed("Nothing waits for a signature.")
    if {row.pk for row in rows} != set(seen):
        raise TransitionNotAllowed("The list has changed since you opened it. Look again.")
    for row in rows:
        row.signed_on, row.signed_by = on, by
        if row.route == Route.DELEGATED and row.state == ArrangementState.EVIDENCE:
            row.state, row.state_on = ArrangementState.APPROVED, on
    AccessArrangement.objects.bulk_update(rows, ["signed_on", "signed_by", "state", "state_on"])
    record_event(
        Action.SIGN_ARRANGEMENTS,
        school=school,
        by=by,
        pupil_ids=sorted({row.pupil_id for row in rows}),
        detail={"test": NationalTest(test).label, "count": len(rows)},
    )
    rebuild_deadlines(school)
    return len(rows)


def _record_room(step: str, row: NationalTestRoom, by: User | None) -> None:
    detail = {"step": step, "test": row.test}
    record_event(Action.CHANGE_TEST_WEEK, school=row.school, by=by, subject=row, detail=detail)
