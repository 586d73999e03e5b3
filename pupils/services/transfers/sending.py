"""A record goes to another school: approved by a named person, packed, received or taken back."""

import datetime as dt
from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.template.loader import render_to_string

from aylsham import clock
from aylsham.access.current import Access
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.deadlines.services import rebuild_deadlines
from aylsham.documents import keeping
from aylsham.jobs.services import start_job
from aylsham.models import Job, School, User
from aylsham.tenancy.row_security import school_transaction
from pupils.models import IncomingRecord, Pupil, RecordTransfer, TransferLink, TransferNote
from pupils.packing.format import check_code
from pupils.packing.making import pack_of, record_of
from pupils.rules.whole_record import whole_record
from pupils.selectors.approvals import pack_leaving
from pupils.selectors.sharing import family_facts
from pupils.selectors.transfers.contents import contents_of
from pupils.selectors.transfers.readable import child_facts, sections
from pupils.services.approvals import refusal_to_leave, require_approved
from pupils.services.outgoing import Outgoing, refusal_of, require_may_go, send_outside
from pupils.services.recording import lock, lock_pupil, record_change
from pupils.services.secret_addresses import new_address, revoke_addresses
from pupils.transfer_codes import HOLDABLE, Held, TransferState, TransferStep

PACK_JOB, RECORD_MAIL = "pack_record", "record_sent"
#: How long the download link works.
LINK_DAYS = 14
ON_CUTS = (
    "A record goes to a school as it is, and {cuts} cannot be taken out. Whoever of the family "
    "asks for it gets it as a request for records."
)


def may_include(access: Access, school: School) -> list[Held]:
    """What is held that the asker may let go: what they may read here themselves."""
    may = access.permissions_at(school)
    return [held for held in HOLDABLE if held.opened_by in may]


@transaction.atomic
def approve_transfer(
    *, pupil: Pupil, includes: Collection[str], allowed: Collection[str], by: User, **values: Any
) -> RecordTransfer:
    """Approve what goes and let it be packed; `allowed` is what the approver may let go.

    Raises TransitionNotAllowed while another transfer of the child is on its way.
    """
    pupil = lock_pupil(pupil)
    if RecordTransfer.objects.filter(
        school_id=pupil.school_id, pupil=pupil, state__in=("building", "ready")
    ).exists():
        raise TransitionNotAllowed("The record is on its way already. Withdraw it first.")
    if not set(includes) <= set(allowed):
        raise TransitionNotAllowed("You may not let go what you may not read.")
    there = values.get("to_school")
    if there and (there.federation_id != pupil.school.federation_id or there == pupil.school):
        raise TransitionNotAllowed("Choose another school of the federation.")
    transfer = RecordTransfer.objects.create(
        school=pupil.school,
        pupil=pupil,
        includes=sorted(includes),
        approved_by=by,
        expires_on=clock.today() + dt.timedelta(days=LINK_DAYS),
        **values,
    )
    if transfer.to_email:
        require_may_go(as_outgoing(transfer))
    note(transfer, TransferStep.APPROVED, by=by)
    record_transfer(transfer, by, "approved", action=Action.SEND_RECORD)
    start_pack(transfer, by)
    return transfer


def as_outgoing(transfer: RecordTransfer) -> Outgoing:
    """A record on its way as the sharing rules see it: everything about the child."""
    return Outgoing(
        email=transfer.to_email,
        thing=whole_record(family_facts(transfer.pupil_id, school_id=transfer.school_id)),
        school=transfer.school,
        pupil_ids=[transfer.pupil_id],
        on_cuts=ON_CUTS,
    )


def is_barred(transfer: RecordTransfer) -> bool:
    """Whether a record may not go to its address any more: somebody of the family reads it."""
    return bool(refusal_of(as_outgoing(transfer)))


def start_pack(transfer: RecordTransfer, by: User) -> Job:
    """One job for one transfer, however often it is asked for."""
    schools = [transfer.school, transfer.to_school]
    return start_job(
        PACK_JOB,
        school=None,
        schools=[school for school in schools if school],
        by=by,
        key=f"{PACK_JOB}:{transfer.pk}",
        arguments={"transfer": transfer.pk, "school": transfer.school_id},
    )


def read_record(transfer: RecordTransfer) -> tuple[dict[str, Any], str, dict[str, bytes]]:
    """The record as a value, its page to read as HTML, and the bytes of its files."""
    pupil, school = transfer.pupil, transfer.school
    contents = contents_of(pupil, include=transfer.includes)
    record = record_of(contents, school=school, made_on=clock.today().isoformat())
    html = render_to_string(
        "pupils/moving/record_pdf.html",
        {
            "school": school,
            "today": clock.today(),
            "facts": child_facts(record),
            "sections": sections(record),
            "held": contents.held_counts(),
        },
    )
    files = {f.name: keeping.read(school.pk, f.digest) for f in contents.files}
    return record, html, files


@transaction.atomic
def keep_pack(
    *, transfer: RecordTransfer, record: dict[str, Any], pdf: bytes, files: dict[str, bytes]
) -> RecordTransfer:
    """Keep the pack and tell whoever receives it; a second worker finds it kept and does nothing."""
    transfer = lock(transfer)
    if transfer.state != TransferState.BUILDING:
        return transfer
    data, manifest = pack_of(record, pdf=pdf, files=files, there=transfer.to_school)
    transfer.digest, transfer.size = keeping.keep(transfer.school_id, data), len(data)
    transfer.check_code, transfer.state = check_code(manifest), TransferState.READY
    transfer.counts = [[s.title, len(s.rows)] for s in sections(record)]
    transfer.save(update_fields=["digest", "size", "check_code", "state", "counts"])
    note(transfer, TransferStep.PACKED)
    rebuild_deadlines(transfer.school, [transfer.pupil_id])
    if refusal_to_leave(pack_leaving(transfer, transfer.pupil)):
        note(transfer, TransferStep.WAITS)
    else:
        _send(transfer, data)
    return transfer


@transaction.atomic
def release_transfer(*, transfer: RecordTransfer, by: User) -> RecordTransfer:
    """Send a pack that waited, once a second person has approved exactly this one."""
    pupil = lock_pupil(transfer.pupil)
    transfer = lock(transfer)
    transfer.pupil = pupil
    if transfer.state != TransferState.READY or not is_waiting(transfer):
        raise TransitionNotAllowed("This record does not wait to be released.")
    require_approved(pack_leaving(transfer, pupil))
    note(transfer, TransferStep.RELEASED, by=by)
    data = keeping.read(transfer.school_id, transfer.digest)
    if transfer.to_school:
        with school_transaction(transfer.school, transfer.to_school):
            _send(transfer, data)
    else:
        _send(transfer, data)
    record_transfer(transfer, by, "released", action=Action.SEND_RECORD)
    return transfer


def is_waiting(transfer: RecordTransfer) -> bool:
    """Whether a pack is made and waits for a second look."""
    steps = set(
        TransferNote.objects.filter(
            school_id=transfer.school_id,
            transfer=transfer,
            step__in=(TransferStep.WAITS, TransferStep.RELEASED),
        ).values_list("step", flat=True)
    )
    return steps == {TransferStep.WAITS}


def _send(transfer: RecordTransfer, data: bytes) -> None:
    if transfer.to_school:
        _offer(transfer, data)
    elif transfer.to_email:
        if is_barred(transfer):
            note(transfer, TransferStep.HELD_BACK, who=transfer.to_email)
        else:
            send_link(transfer)


def _offer(transfer: RecordTransfer, data: bytes) -> None:
    """The receiving school gets the pack as a row of its own, to be looked at from the day on."""
    keeping.keep(transfer.to_school_id, data)
    IncomingRecord.objects.create(
        school=transfer.to_school,
        from_name=transfer.school.name,
        from_school=transfer.school,
        transfer_id=transfer.pk,
        opens_on=transfer.opens_on,
        digest=transfer.digest,
        size=transfer.size,
        arrived_by=transfer.approved_by,
    )


def send_link(transfer: RecordTransfer) -> None:
    """A secret address to the named person."""
    send_outside(
        as_outgoing(transfer),
        RECORD_MAIL,
        context={"school": transfer.school_id, "until": transfer.expires_on},
        secret=new_address(TransferLink, transfer, until=transfer.expires_on),
    )
    note(transfer, TransferStep.LINK_SENT, who=transfer.to_email)


@transaction.atomic
def take_out(*, transfer: RecordTransfer, by: User) -> bytes:
    """The pack, to be sent another way (School to School, encrypted e-mail); written down."""
    transfer = lock(transfer)
    if not transfer.digest:
        raise TransitionNotAllowed("It is not packed yet.")
    if transfer.state not in (TransferState.READY, TransferState.RECEIVED):
        raise TransitionNotAllowed("This record is back. Send it anew: it may have changed.")
    require_approved(pack_leaving(transfer, transfer.pupil))
    note(transfer, TransferStep.TAKEN_OUT, by=by)
    return keeping.read(transfer.school_id, transfer.digest)


@transaction.atomic
def record_receipt(
    *, transfer: RecordTransfer, received_by: str, received_how: str, on: dt.date, by: User | None
) -> RecordTransfer:
    """The proof of receipt: on which day, by whom, and how we know; a second press changes nothing."""
    transfer = lock(transfer)
    if transfer.state == TransferState.RECEIVED:
        return transfer
    if transfer.state != TransferState.READY:
        raise TransitionNotAllowed("This record was not sent, or is back.")
    approved = min(clock.shown(transfer.approved_at).date(), clock.today())
    if on < approved:
        raise TransitionNotAllowed(f"It was approved on {approved:%-d %B %Y}, after that day.")
    transfer.state, transfer.received_on = TransferState.RECEIVED, on
    transfer.received_by, transfer.received_how = received_by, received_how
    transfer.save(update_fields=["state", "received_on", "received_by", "received_how"])
    note(transfer, TransferStep.RECEIVED, by=by, who=received_by)
    record_transfer(transfer, by, "received")
    return transfer


@transaction.atomic
def withdraw_transfer(*, transfer: RecordTransfer, why: str, by: User) -> RecordTransfer:
    """Take it back until it is received: links are dead, and the other school sees it no more."""
    transfer = lock(transfer)
    if not transfer.is_on_its_way:
        raise TransitionNotAllowed("It is received already, or back.")
    transfer.state, transfer.ended_why = TransferState.WITHDRAWN, why
    transfer.save(update_fields=["state", "ended_why"])
    revoke_addresses(TransferLink, transfer)
    if transfer.to_school:
        with school_transaction(transfer.school, transfer.to_school):
            IncomingRecord.objects.filter(
                school=transfer.to_school, transfer_id=transfer.pk, state="waiting"
            ).update(state="withdrawn")
    note(transfer, TransferStep.WITHDRAWN, by=by)
    record_transfer(transfer, by, "withdrawn")
    return transfer


def note(transfer: RecordTransfer, step: TransferStep, *, by: User | None = None, who="") -> None:
    """Write in the transfer log; it can never be changed."""
    TransferNote.objects.create(
        school_id=transfer.school_id, transfer=transfer, step=step, by=by, who=who
    )


def record_transfer(
    transfer: RecordTransfer, by, step: str, *, action: Action = Action.CHANGE_MOVE
) -> None:
    """Write down a step of a transfer; what is due for the child is worked out again."""
    record_change(
        action,
        pupil=transfer.pupil,
        by=by,
        subject=transfer,
        detail={"step": step, "includes": transfer.includes},
    )
