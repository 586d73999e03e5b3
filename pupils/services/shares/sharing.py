"""Papers shared with a professional outside: shared, sent again, stopped.

What the school wants a second person to look at first waits: no link leaves before that.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.codes import Sensitivity
from aylsham.documents.marking import MARKABLE
from aylsham.models import User
from pupils.family_codes import AskState
from pupils.models import (
    Document,
    DocumentVersion,
    OutsideShare,
    Pupil,
    SecretLink,
    SharedItem,
    ShareNote,
)
from pupils.rules.shares import MOST_DAYS, last_day
from pupils.rules.sharing import Sensitivity as Shares
from pupils.rules.sharing import Thing, ThingKind
from pupils.selectors.approvals import share_leaving
from pupils.selectors.going_out import going_out
from pupils.selectors.shares import is_here
from pupils.services.approvals import refusal_to_leave, withdraw_questions
from pupils.services.contributions.asking import cancel_request
from pupils.services.outgoing import Outgoing, refusal_of, require_may_go, send_outside
from pupils.services.recording import added_before, as_pk, lock, lock_pupil, record_change
from pupils.services.secret_addresses import (
    is_same_address,
    new_address,
    require_not_just_sent,
    revoke_addresses,
)
from pupils.share_codes import ShareBasis, SharedKind, ShareStep, StopReason
from pupils.sharing_codes import ShareKind

SHARED_MAIL, CODE_MAIL = "papers_shared", "papers_code"
ON_CUTS = "Papers go out as they are, and {cuts} cannot be taken out."


@dataclass(frozen=True)
class Chosen:
    """A paper about to be shared: a file's version, or a text as it stands."""

    label: str
    version: DocumentVersion | None = None
    parts: tuple[tuple[str, str], ...] = ()
    gives_original: bool = False
    sensitivity: int = Sensitivity.EVERYONE


@transaction.atomic
def share_papers(
    *,
    pupil: Pupil,
    papers: Iterable[Chosen],
    by: User,
    key: UUID | None = None,
    **values: Any,
) -> OutsideShare:
    """Share chosen papers with a named professional until a day; the link goes to their address.

    Where the school asks for a second look first, nothing goes: `send_share_again` sends it then.

    `values` are the columns that say who, what for and until when; `key` comes with the form, so
    that pressing twice shares once: stopped, nothing of it stays open. Raises TransitionNotAllowed
    when the child has left, the time is too long, a paper cannot be shared, or somebody of the
    family reads the address.
    """
    pupil = lock_pupil(pupil)
    if known := added_before(OutsideShare, pupil, key):
        return known
    today = clock.today()
    _require_time(values["ends_on"], today)
    if not is_here(pupil, today=today):
        raise TransitionNotAllowed("The child has left: nothing is shared from here any more.")
    if values["basis"] == ShareBasis.CONSENT and not (
        values.get("consent_from") and values.get("consent_on")
    ):
        raise TransitionNotAllowed("Say who agreed, and when.")
    chosen = list(papers)
    require_shareable(pupil, chosen)
    share = OutsideShare.objects.create(
        school=pupil.school,
        pupil=pupil,
        shared_on=today,
        shared_by=by,
        **as_pk(key),
        **values,
    )
    for each in chosen:
        _add(share, each)
    step = "waits" if _refusal(share, pupil) else "shared"
    if step == "waits":
        _wait(share, by=by)
    else:
        _send_link(share, ShareStep.SHARED, by=by)
    _record(share, Action.SHARE_OUTSIDE, by, step, papers=len(chosen))
    return share


@transaction.atomic
def send_share_again(*, share: OutsideShare, email: str, by: User) -> OutsideShare:
    """Send the link, or a new one, to a corrected address if need be; earlier links are dead.

    To another address than a second person has looked at it waits again. Raises
    TransitionNotAllowed while nobody has approved what goes to this one.
    """
    pupil = lock_pupil(share.pupil)
    share = lock(share)
    _require_open(share)
    is_other = not is_same_address(share.email, email)
    if not is_other:
        require_not_just_sent(SecretLink, share)
    revoke_addresses(SecretLink, share)
    if is_other:
        _ask_no_more(share, pupil, by=by)
    share.email = email
    share.forget_codes()
    share.save()
    if refusal := _refusal(share, pupil):
        if not is_other:
            raise TransitionNotAllowed(refusal)
        _wait(share, by=by)
        _record(share, Action.SHARE_OUTSIDE, by, "waits")
        return share
    sent = ShareNote.objects.filter(school_id=share.school_id, share=share, step=ShareStep.SHARED)
    step = ShareStep.SENT_AGAIN if sent.exists() else ShareStep.SHARED
    _send_link(share, step, by=by)
    _record(share, Action.SHARE_OUTSIDE, by, "sent_again")
    return share


@transaction.atomic
def stop_share(*, share: OutsideShare, why: str, by: User | None) -> OutsideShare:
    """Stop everything of a share: the link is dead at once, also for who is reading now.

    Whoever began to write back is asked, and reminded, no more.
    """
    pupil = lock_pupil(share.pupil, when_closed=True)
    share = lock(share)
    if share.stopped_at:
        raise TransitionNotAllowed("This was stopped already.")
    revoke_addresses(SecretLink, share)
    share.stopped_at, share.stopped_by, share.stopped_why = clock.moment(), by, why
    share.code_hash = ""
    share.save(update_fields=["stopped_at", "stopped_by", "stopped_why", "code_hash"])
    note(share, ShareStep.STOPPED, by=by)
    _ask_no_more(share, pupil, by=by)
    withdraw_questions(pupil=share.pupil, kind=ShareKind.OUTSIDE, ids=[share.pk], by=by)
    _record(share, Action.STOP_SHARE, by, "stopped", why=why)
    return share


@transaction.atomic
def stop_paper(*, item: SharedItem, by: User) -> SharedItem:
    """Stop one paper; the others stay open."""
    share = item.share
    lock_pupil(share.pupil)
    item = lock(item)
    if item.stopped_at or share.stopped_at:
        raise TransitionNotAllowed("This was stopped already.")
    item.stopped_at, item.stopped_by = clock.moment(), by
    item.save(update_fields=["stopped_at", "stopped_by"])
    note(share, ShareStep.TOOK_OFF, by=by, item=item)
    _record(share, Action.STOP_SHARE, by, "one_paper")
    return item


@transaction.atomic
def stop_shares(*, shares: Iterable[OutsideShare], by: User) -> int:
    """Stop many shares at once; how many. What somebody else stopped meanwhile is left."""
    stopped = 0
    for share in sorted(shares, key=lambda share: share.pupil_id):
        if not lock(share).stopped_at:
            stop_share(share=share, why=StopReason.BULK, by=by)
            stopped += 1
    return stopped


def as_outgoing(share: OutsideShare) -> Outgoing:
    """A share as the sharing rules see it: for nobody of the family, whatever stands in it."""
    return Outgoing(
        email=share.email,
        thing=Thing(
            ThingKind.ADVICE,
            sensitivity=Shares.SENSITIVE,
            tells_whereabouts=True,
            has_sensitive_parts=True,
        ),
        school=share.school,
        pupil_ids=[share.pupil_id],
        on_cuts=ON_CUTS,
    )


def is_barred(share: OutsideShare) -> bool:
    """Whether it may not go to its address any more: somebody of the family reads it since."""
    return bool(refusal_of(as_outgoing(share)))


def note(
    share: OutsideShare,
    step: ShareStep,
    *,
    by: User | None = None,
    item: SharedItem | None = None,
    place: str = "",
) -> None:
    """Write down what happened to a share; it can never be changed."""
    ShareNote.objects.create(
        school_id=share.school_id, share=share, item=item, step=step, place=place[:150], by=by
    )


def _add(share: OutsideShare, chosen: Chosen) -> None:
    if chosen.version is None:
        SharedItem.objects.create(
            school_id=share.school_id,
            share=share,
            kind=SharedKind.PAPER,
            label=chosen.label[:150],
            parts=[{"heading": heading, "text": text} for heading, text in chosen.parts],
            sensitivity=chosen.sensitivity,
        )
        return
    SharedItem.objects.create(
        school_id=share.school_id,
        share=share,
        kind=SharedKind.DOCUMENT,
        label=chosen.label[:150],
        version=chosen.version,
        sensitivity=chosen.version.document.sensitivity,
        gives_original=chosen.gives_original,
    )


def require_shareable(pupil: Pupil, papers: Iterable[Chosen]) -> None:
    """Raises TransitionNotAllowed, with what to do, unless each paper can be shared as it is."""
    chosen = list(papers)
    if not chosen:
        raise TransitionNotAllowed("Choose at least one paper.")
    for each in chosen:
        if each.version is None and not each.parts:
            raise TransitionNotAllowed("One of these says nothing yet. Take it out of the list.")
        if each.version is None:
            continue
        if not _may_go(each.version.document, pupil):
            raise TransitionNotAllowed(
                "One of these documents is no longer on this child's record."
            )
        if each.version.extension not in MARKABLE and not each.gives_original:
            raise TransitionNotAllowed(
                "No marked copy can be made of a Word or e-mail file. Allow the original, or file "
                "it as PDF first."
            )


def _may_go(document: Document, pupil: Pupil) -> bool:
    is_on_record = not (document.binned_at or document.sealed_at)
    return (
        is_on_record
        and document.school_id == pupil.school_id
        and document.pupil_id == pupil.pk
        and document.sensitivity < Sensitivity.SAFEGUARDING
    )


def _require_time(ends_on: dt.date, today: dt.date) -> None:
    if ends_on < today:
        raise TransitionNotAllowed("The last day has passed.")
    if ends_on > last_day(today):
        raise TransitionNotAllowed(f"Share for at most {MOST_DAYS} days. Share again after that.")


def _ask_no_more(share: OutsideShare, pupil: Pupil, *, by: User | None) -> None:
    """End the request by which its reader writes back; of a closed record it is dead already."""
    ask = share.ask
    if ask and ask.state == AskState.OPEN and not pupil.closed_on:
        cancel_request(ask=ask, by=by)


def _require_open(share: OutsideShare) -> None:
    if share.stopped_at or clock.today() > share.ends_on:
        raise TransitionNotAllowed("This is over. Share again instead.")


def _refusal(share: OutsideShare, pupil: Pupil) -> str:
    """Why its papers may not leave yet, as they stand now; empty when they may."""
    return refusal_to_leave(share_leaving(share, pupil, going_out(share)))


def _wait(share: OutsideShare, *, by: User) -> None:
    """No link until somebody has looked; what the sharing rules refuse is said at once."""
    require_may_go(as_outgoing(share))
    note(share, ShareStep.WAITS, by=by)


def _send_link(share: OutsideShare, step: ShareStep, *, by: User) -> None:
    send_outside(
        as_outgoing(share),
        SHARED_MAIL,
        context={"school": share.school_id, "until": share.ends_on},
        secret=new_address(SecretLink, share, until=share.ends_on, leads=SecretLink.Leads.SHARE),
        by=by,
    )
    note(share, step, by=by)


def _record(share: OutsideShare, action: Action, by: User | None, step: str, **more) -> None:
    detail = {"step": step, **more}
    record_change(action, pupil=share.pupil, by=by, subject=share, detail=detail)
