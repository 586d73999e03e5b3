"""A record from another school: brought, looked at, taken in or returned."""

import datetime as dt

from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.deadlines.services import rebuild_deadlines
from aylsham.documents import keeping
from aylsham.documents.checks.refusal import FileRefused
from aylsham.documents.inspecting import Upload, check_packed
from aylsham.models import School, User
from aylsham.tenancy.row_security import school_transaction
from pupils.models import Enrolment, IncomingRecord, Pupil, RecordTransfer
from pupils.packing.opening import OpenedPack, open_pack
from pupils.packing.refusal import PackRefused
from pupils.services.details import record_leaving
from pupils.services.recording import lock
from pupils.services.transfers.sending import note
from pupils.services.transfers.taking_in import take_in
from pupils.transfer_codes import IncomingState, TransferState, TransferStep


def bring_pack(*, school: School, data: bytes, code: str, by: User) -> IncomingRecord:
    """Keep a pack that somebody brought, once; PackRefused says why not."""
    opened = open_pack(data, code=code)
    if not opened.is_from_here:
        _look_through(opened)
    digest = keeping.keep(school.pk, data)
    with transaction.atomic():
        School.objects.select_for_update(no_key=True).get(pk=school.pk)
        known = IncomingRecord.objects.filter(
            school=school, digest=digest, state__in=("waiting", "taken_in")
        ).first()
        if known:
            return known
        incoming = IncomingRecord.objects.create(
            school=school,
            from_name=str(opened.record["school"].get("name", ""))[:200] or "Another school",
            opens_on=clock.today(),
            digest=digest,
            size=len(data),
            code=code.strip()[:19],
            arrived_by=by,
        )
        _record(incoming, by, "brought")
    return incoming


def opened_pack(incoming: IncomingRecord) -> OpenedPack:
    """The pack as it was kept, checked again."""
    try:
        data = keeping.read(incoming.school_id, incoming.digest)
    except OSError:
        raise PackRefused("The file is missing or damaged. Ask for it again.") from None
    return open_pack(data, code=incoming.code)


@transaction.atomic
def accept_record(*, incoming: IncomingRecord, starts_on: dt.date, by: User) -> IncomingRecord:
    """Take the record in as this school's rows; an offering school's own record closes with it.

    One transaction: a worker or server that dies in the middle leaves both schools as they were.
    """
    with school_transaction(*_schools(incoming)):
        transfer = _offered(incoming)
        incoming = _waiting(lock(incoming))
        today = clock.today()
        _require_open(incoming, today)
        if starts_on > today:
            raise TransitionNotAllowed(
                "Take it in on the child's first day. Until then you can look at it."
            )
        incoming.pupil = take_in(
            school=incoming.school,
            opened=opened_pack(incoming),
            pack=f"{incoming.digest}:{incoming.pk}",
            starts_on=starts_on,
            by=by,
        )
        incoming.state, incoming.decided_on = IncomingState.TAKEN_IN, today
        incoming.decided_by = by
        incoming.save(update_fields=["pupil", "state", "decided_on", "decided_by"])
        _record(incoming, by, "taken_in")
        rebuild_deadlines(incoming.school, [incoming.pupil_id])
        if transfer:
            _close(transfer, incoming, starts_on=starts_on, today=today, by=by)
    return incoming


@transaction.atomic
def return_record(*, incoming: IncomingRecord, why: str, by: User) -> IncomingRecord:
    """Send it back with a reason; an offering school reads it in its transfer log."""
    with school_transaction(*_schools(incoming)):
        transfer = _offered(incoming)
        incoming = _waiting(lock(incoming))
        _require_open(incoming, clock.today())
        incoming.state, incoming.decided_on = IncomingState.RETURNED, clock.today()
        incoming.decided_by, incoming.returned_why = by, why
        incoming.save(update_fields=["state", "decided_on", "decided_by", "returned_why"])
        _record(incoming, by, "returned")
        if transfer:
            transfer.state, transfer.ended_why = TransferState.RETURNED, why
            transfer.save(update_fields=["state", "ended_why"])
            note(transfer, TransferStep.RETURNED, by=by, who=incoming.school.name)
            _told(transfer, by, "returned")
    return incoming


def _close(
    transfer: RecordTransfer,
    incoming: IncomingRecord,
    *,
    starts_on: dt.date,
    today: dt.date,
    by: User,
) -> None:
    """The old record: off roll, received, and from now on read-only."""
    pupil = transfer.pupil
    if Enrolment.objects.filter(school=transfer.school, pupil=pupil, ends_on=None).exists():
        record_leaving(pupil=pupil, last_day=starts_on - dt.timedelta(days=1), by=by)
    transfer.state, transfer.received_on = TransferState.RECEIVED, today
    transfer.received_by, transfer.received_how = by.name, f"Taken in at {incoming.school.name}"
    transfer.save(update_fields=["state", "received_on", "received_by", "received_how"])
    note(transfer, TransferStep.RECEIVED, by=by, who=incoming.school.name)
    Pupil.objects.filter(school=transfer.school, pk=pupil.pk).update(closed_on=today)
    _told(transfer, by, "closed", Action.CLOSE_RECORD)
    rebuild_deadlines(transfer.school, [pupil.pk])


def _schools(incoming: IncomingRecord) -> list[School]:
    return [s for s in (incoming.school, incoming.from_school) if s]


def _offered(incoming: IncomingRecord) -> RecordTransfer | None:
    """The transfer of the offering school, locked first: withdrawing and accepting meet here."""
    if incoming.from_school is None:
        return None
    transfer = (
        RecordTransfer.objects.select_for_update(of=("self",), no_key=True)
        .select_related("pupil__school", "school")
        .get(school=incoming.from_school, pk=incoming.transfer_id)
    )
    if transfer.state != TransferState.READY:
        raise TransitionNotAllowed("The other school took it back, or it is decided already.")
    return transfer


def _waiting(incoming: IncomingRecord) -> IncomingRecord:
    if incoming.state != IncomingState.WAITING:
        raise TransitionNotAllowed("This is decided already.")
    return incoming


def _require_open(incoming: IncomingRecord, today: dt.date) -> None:
    if today < incoming.opens_on:
        raise TransitionNotAllowed("The other school shows it from a later day.")


def _look_through(opened: OpenedPack) -> None:
    """Files of an installation that we do not know are checked like any upload."""
    names = {each["digest"]: each["name"] for each in opened.record["files"]}
    for digest, data in opened.files.items():
        try:
            check_packed(Upload(names[digest], data))
        except FileRefused as refused:
            raise PackRefused(f"A document in it was refused. {refused}") from None


def _record(incoming: IncomingRecord, by: User, step: str) -> None:
    record_event(
        Action.TAKE_IN_RECORD,
        school=incoming.school,
        by=by,
        pupil_ids=[incoming.pupil_id] if incoming.pupil_id else [],
        subject=incoming,
        detail={"step": step},
    )


def _told(transfer: RecordTransfer, by: User, step: str, action=Action.CHANGE_MOVE) -> None:
    record_event(
        action,
        school=transfer.school,
        by=by,
        pupil_ids=[transfer.pupil_id],
        subject=transfer,
        detail={"step": step},
    )
