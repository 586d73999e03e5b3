"""On the register, off it, up and down a level: each step with a reason and who was told."""

import datetime as dt
from dataclasses import dataclass

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.models import User
from pupils.codes import EvidenceOf, SenStatus, Source
from pupils.models import Need, Pupil, StatusPeriod
from pupils.services.evidence import link_evidence
from pupils.services.needs import add_need
from pupils.services.recording import lock, lock_pupil, record_change

ONE_DAY = dt.timedelta(days=1)
#: What `correct_status` may put right.
STATUS_FIELDS = ("starts_on", "reason", "note", "evidence")


@dataclass(frozen=True)
class Told:
    """Whether the parents know: told on a day in some way, or to be told by a day."""

    on: dt.date | None = None
    how: str = ""
    to_tell_on: dt.date | None = None

    @property
    def is_planned(self) -> bool:
        """Told, or with a day on which somebody means to tell them."""
        return bool(self.on and self.how) or self.to_tell_on is not None


@transaction.atomic
def start_status(
    *,
    pupil: Pupil,
    status: str,
    starts_on: dt.date,
    reason: str,
    by: User | None,
    told: Told = Told(),
    note: str = "",
    evidence: str = "",
    paper: str | None = None,
    primary_need: str = "",
    source: str = Source.HERE,
) -> StatusPeriod:
    """Put a child on the SEND register, with the primary need if there is none yet."""
    pupil = lock_pupil(pupil)
    if now := open_status(pupil):
        raise TransitionNotAllowed(
            f"This child already has {_words(now.status)}. Change the level instead."
        )
    _require_free(pupil, starts_on)
    _require_told(status, told, source)
    period = _begin(pupil, status, starts_on, reason, told, note, evidence, by, source)
    _prove(period, EvidenceOf.STATUS, paper, by)
    if primary_need:
        add_need(pupil=pupil, need_type=primary_need, since_on=starts_on, by=by, source=source)
    _record("started", period, by)
    return period


@transaction.atomic
def change_status(
    *,
    pupil: Pupil,
    status: str,
    starts_on: dt.date,
    reason: str,
    by: User | None,
    told: Told = Told(),
    note: str = "",
    evidence: str = "",
    paper: str | None = None,
    source: str = Source.HERE,
) -> StatusPeriod:
    """Move a child between SEN support and an EHC plan; the earlier stretch ends the day before."""
    pupil = lock_pupil(pupil)
    before = _require_open(pupil)
    if before.status == status:
        raise TransitionNotAllowed(f"This child has {_words(status)} already.")
    if starts_on <= before.starts_on:
        raise TransitionNotAllowed(
            f"{_words(before.status).capitalize()} began on {before.starts_on:%-d %B %Y}: "
            "the change must be later. If that day is wrong, correct it first."
        )
    _require_told(status, told, source)
    _end(before, starts_on - ONE_DAY, reason, note, Told(), by)
    period = _begin(pupil, status, starts_on, reason, told, note, evidence, by, source)
    _prove(period, EvidenceOf.STATUS, paper, by)
    _record("moved", period, by)
    return period


@transaction.atomic
def end_status(
    *,
    pupil: Pupil,
    ends_on: dt.date,
    reason: str,
    by: User | None,
    told: Told = Told(),
    note: str = "",
    paper: str | None = None,
    end_needs: bool = False,
) -> StatusPeriod:
    """Take a child off the SEND register after `ends_on`, the last day on it."""
    pupil = lock_pupil(pupil)
    period = _require_open(pupil)
    if ends_on < period.starts_on:
        raise TransitionNotAllowed(
            f"The last day cannot be before the first, {period.starts_on:%-d %B %Y}."
        )
    _end(period, ends_on, reason, note, told, by)
    _prove(period, EvidenceOf.STATUS_END, paper, by)
    if end_needs:
        for need in Need.objects.filter(school=pupil.school, pupil=pupil, ended_on=None):
            need.ended_on = max(ends_on, need.since_on or ends_on)
            need.source = Source.HERE
            need.save(update_fields=["ended_on", "source"])
    _record("ended", period, by)
    return period


@transaction.atomic
def tell_parent(*, period: StatusPeriod, on: dt.date, how: str, by: User) -> StatusPeriod:
    """Record when and how the parents were told that their child is on the register."""
    lock_pupil(period.pupil)
    period = lock(period)
    if period.parent_told_on:
        raise TransitionNotAllowed(
            f"The parents were told on {period.parent_told_on:%-d %B %Y} already."
        )
    period.parent_told_on, period.parent_told_how = on, how
    period.parent_to_tell_on = None
    period.save(update_fields=["parent_told_on", "parent_told_how", "parent_to_tell_on"])
    _record("parent_told", period, by)
    return period


@transaction.atomic
def correct_status(
    *,
    period: StatusPeriod,
    starts_on: dt.date,
    reason: str,
    note: str,
    evidence: str,
    version: str,
    by: User,
    paper: str | None = None,
) -> StatusPeriod:
    """Put a mistake right: the first day, the reason or the words; the level itself stays."""
    pupil = lock_pupil(period.pupil)
    period = lock(period)
    require_version(period, STATUS_FIELDS, version)
    if period.ends_on and starts_on > period.ends_on:
        raise TransitionNotAllowed(f"It ended on {period.ends_on:%-d %B %Y}, before that day.")
    _require_free(pupil, starts_on, but=period)
    period.starts_on, period.reason, period.note = starts_on, reason, note
    period.evidence, period.source = evidence, Source.HERE
    period.save(update_fields=[*STATUS_FIELDS, "source"])
    _prove(period, EvidenceOf.STATUS, paper, by)
    _record("corrected", period, by)
    return period


def open_status(pupil: Pupil) -> StatusPeriod | None:
    """The stretch that has not ended."""
    return StatusPeriod.objects.filter(
        school_id=pupil.school_id, pupil_id=pupil.pk, ends_on=None
    ).first()


def _require_open(pupil: Pupil) -> StatusPeriod:
    period = open_status(pupil)
    if period is None:
        raise TransitionNotAllowed("This child is not on the SEND register.")
    return period


def _require_free(pupil: Pupil, starts_on: dt.date, but: StatusPeriod | None = None) -> None:
    others = StatusPeriod.objects.filter(school_id=pupil.school_id, pupil_id=pupil.pk)
    if but:
        others = others.exclude(pk=but.pk).filter(starts_on__lt=but.starts_on)
    clash = others.filter(ends_on__gte=starts_on).order_by("-ends_on").first()
    if clash:
        raise TransitionNotAllowed(
            f"The register has {_words(clash.status)} until {clash.ends_on:%-d %B %Y}: "
            "the first day must be later."
        )


def _require_told(status: str, told: Told, source: str) -> None:
    """SEN support cannot be saved in silence (s.68); a roll says nothing of parents."""
    if status == SenStatus.SUPPORT and source == Source.HERE and not told.is_planned:
        raise TransitionNotAllowed(
            "Say when and how the parents were told, or tick “not yet told” and give the day on "
            "which you will tell them."
        )


def _begin(pupil, status, starts_on, reason, told, note, evidence, by, source) -> StatusPeriod:
    return StatusPeriod.objects.create(
        school=pupil.school,
        pupil=pupil,
        status=status,
        starts_on=starts_on,
        reason=reason,
        note=note,
        evidence=evidence,
        parent_told_on=told.on,
        parent_told_how=told.how if told.on else "",
        parent_to_tell_on=None if told.on else told.to_tell_on,
        started_by=by,
        source=source,
    )


def _end(period: StatusPeriod, ends_on, reason, note, told: Told, by) -> None:
    period.ends_on, period.end_reason, period.end_note = ends_on, reason, note
    period.end_told_on, period.end_told_how = told.on, told.how if told.on else ""
    period.ended_by = by
    period.save()


def _prove(period: StatusPeriod, of: EvidenceOf, paper: str | None, by: User | None) -> None:
    link_evidence(pupil=period.pupil, of=of, row_id=period.pk, paper=paper, by=by)


def _words(status: str) -> str:
    return "an EHC plan" if status == SenStatus.PLAN else "SEN support"


def _record(step: str, period: StatusPeriod, by) -> None:
    detail = {"step": step, "status": period.status}
    record_change(Action.CHANGE_STATUS, pupil=period.pupil, by=by, subject=period, detail=detail)
