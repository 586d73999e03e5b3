"""Referrals, as far as the asker may read them: a hidden one leaves no gap."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.access.sensitivity import readable
from aylsham.codes import Sensitivity
from pupils.access import visible_to
from pupils.agency_codes import OPEN_STATES, ReferralState, ReferralStepKind
from pupils.concern_codes import StepKind
from pupils.models import (
    Concern,
    ConcernStep,
    Document,
    ProviderVisit,
    Pupil,
    Referral,
    ReferralAppointment,
    ReferralStep,
)
from pupils.models.roll import tell_apart
from pupils.rules import referrals as rules
from pupils.words import year_words

#: The state of a referral that nobody closed before the child left; its own returns with them.
CHILD_LEFT = "Over: the child left"
#: Steps of which the parents are told.
TELL = frozenset(
    {
        ReferralStepKind.SENT,
        ReferralStepKind.ACCEPTED,
        ReferralStepKind.DECLINED,
        ReferralStepKind.APPOINTMENT,
        ReferralStepKind.REPORT,
        ReferralStepKind.CLOSED,
    }
)


@dataclass(frozen=True)
class ReferralLine:
    """A referral as lists show it."""

    id: UUID
    school_slug: str
    school_name: str
    pupil_id: UUID
    name: str
    place: str
    service: str
    kind: str
    state: str
    state_words: str
    begun_on: dt.date
    sent_on: dt.date | None
    #: Full weeks from sending to the first appointment or the end; None before it was sent.
    weeks: int | None
    #: The child is no longer on roll: waits, if at all, elsewhere.
    has_left: bool
    #: The child still waits for the service.
    is_waiting: bool
    usual_weeks: int | None
    nudge_on: dt.date | None
    is_late: bool
    has_consent: bool
    is_sensitive: bool

    @property
    def is_long(self) -> bool:
        """Waits longer than the service usually takes."""
        known = self.weeks is not None and self.usual_weeks is not None
        return self.is_waiting and known and self.weeks > self.usual_weeks  # type: ignore[operator]

    @property
    def is_open(self) -> bool:
        """Somebody has still to do something."""
        return self.state in OPEN_STATES

    @property
    def is_over(self) -> bool:
        """Finished, or the child has left: it waits for nothing here."""
        return self.has_left or not self.is_open

    @property
    def may_be_chased(self) -> bool:
        """The service was asked and has not finished."""
        return self.is_open and self.state != ReferralState.DRAFT and not self.has_left


@dataclass(frozen=True)
class StepLine:
    """One thing that happened."""

    id: UUID
    label: str
    on: dt.date
    by: str
    words: str
    told_on: dt.date | None
    told_how: str
    #: The parents should know of it and do not yet.
    is_untold: bool


@dataclass(frozen=True)
class ReferralPage:
    """A referral with everything that happened, the latest first."""

    referral: Referral
    line: ReferralLine
    steps: tuple[StepLine, ...]
    appointments: tuple[ReferralAppointment, ...]
    #: The report, if the asker may read it.
    report: Document | None
    last_chased: StepLine | None


@dataclass(frozen=True)
class SeenBy:
    """A provider's visit on which the child was seen, or is to be."""

    on: dt.date
    provider: str
    does: str
    state_words: str


def referrals_of(access: Access, pupil: Pupil) -> list[ReferralLine]:
    """A child's referrals, the open ones first; one statement."""
    rows = _readable(access).filter(school_id=pupil.school_id, pupil=pupil)
    lines = [_line(row, access.today) for row in rows]
    return sorted(lines, key=lambda line: line.is_over)


def visits_of(access: Access, pupil: Pupil) -> list[SeenBy]:
    """When providers saw the child; one statement."""
    rows = ProviderVisit.objects.filter(school_id=pupil.school_id, children__pupil=pupil)
    return [
        SeenBy(row.on, row.provider.name, row.provider.does, row.get_state_display())
        for row in rows.select_related("provider").order_by("-on")
    ]


def referral_of(access: Access, pupil: Pupil, pk: UUID) -> Referral | None:
    """One referral of this child that the asker may read."""
    row = _readable(access).filter(school_id=pupil.school_id, pupil=pupil, pk=pk).first()
    if row:
        row.pupil = pupil
    return row


def referral_page(access: Access, referral: Referral) -> ReferralPage:
    """Everything about one referral; three statements."""
    own = {"school_id": referral.school_id, "referral": referral}
    steps = ReferralStep.objects.filter(**own).select_related("by").order_by("-on", "-id")
    lines = tuple(_step(step) for step in steps)
    chased = ReferralStepKind.CHASED.label
    report = None
    if referral.report_id:
        documents = Document.objects.visible_to(access)
        documents = documents.filter(school_id=referral.school_id, pupil_id=referral.pupil_id)
        report = documents.filter(pk=referral.report_id).first()
    return ReferralPage(
        referral=referral,
        line=_line(referral, access.today),
        steps=lines,
        appointments=tuple(ReferralAppointment.objects.filter(**own)),
        report=report,
        last_chased=next((line for line in lines if line.label == chased), None),
    )


def step_of(referral: Referral, pk: UUID) -> ReferralStep | None:
    """One step of a referral."""
    rows = ReferralStep.objects.filter(school_id=referral.school_id, referral=referral, pk=pk)
    return rows.first()


def appointment_of(referral: Referral, pk: UUID) -> ReferralAppointment | None:
    """One appointment of a referral."""
    rows = ReferralAppointment.objects.filter(
        school_id=referral.school_id, referral=referral, pk=pk
    )
    return rows.first()


def open_referrals(access: Access) -> list[ReferralLine]:
    """Every referral of children in reach, the next to ask about first; one statement."""
    pupils = visible_to(Pupil.objects.all(), access)
    rows = list(_readable(access).filter(pupil__in=pupils.values("pk")))
    tell_apart(row.pupil for row in rows)
    lines = [_line(row, access.today) for row in rows]
    far = dt.date.max
    return sorted(lines, key=lambda x: (x.is_over, x.nudge_on or far, x.sent_on or far))


def referral_decision(access: Access, concern: Concern) -> ConcernStep | None:
    """The latest decision to refer that no referral follows yet, for those who may refer."""
    may = access.permissions_at(access.schools[0])
    if Permission.EDIT_REFERRALS not in may or concern.sensitivity not in readable(may):
        return None
    steps = ConcernStep.objects.filter(school_id=concern.school_id, concern=concern)
    return steps.filter(kind=StepKind.REFERRAL, referrals=None).order_by("-on", "-id").first()


def referrals_from(access: Access, concern: Concern) -> list[ReferralLine]:
    """Referrals that followed a concern; one statement."""
    rows = _readable(access).filter(school_id=concern.school_id, concern_step__concern=concern)
    return [_line(row, access.today) for row in rows]


def _readable(access: Access):
    schools = [s for s in access.schools if Permission.VIEW_REFERRALS in access.permissions_at(s)]
    rows = Referral.objects.readable_by(access).filter(school__in=schools)
    rows = rows.with_wait().with_stay()
    return rows.select_related("pupil__class_group", "school")


def _line(row: Referral, today: dt.date) -> ReferralLine:
    gone = rules.left_on(row.here_until, today)
    ended = rules.wait_ended_on(row.seen_on, row.declined_on, row.closed_on, gone)
    is_left_open = gone is not None and row.state in OPEN_STATES
    # Nobody is reminded of a child who has left: what is due lapses with the roll.
    nudge_on = None if gone else row.nudge_on
    return ReferralLine(
        id=row.pk,
        school_slug=row.school.slug,
        school_name=row.school.name,
        pupil_id=row.pupil_id,
        name=row.pupil.full_name,
        place="has left" if gone else _place(row.pupil),
        service=row.service,
        kind=row.kind,
        state=row.state,
        state_words=CHILD_LEFT if is_left_open else row.get_state_display(),
        begun_on=row.begun_on,
        sent_on=row.sent_on,
        weeks=rules.weeks_waited(row.sent_on, ended, today),
        has_left=gone is not None,
        is_waiting=row.sent_on is not None and ended is None,
        usual_weeks=row.usual_weeks,
        nudge_on=nudge_on,
        is_late=nudge_on is not None and nudge_on < today,
        has_consent=row.has_consent,
        is_sensitive=row.sensitivity != Sensitivity.EVERYONE,
    )


def _place(pupil: Pupil) -> str:
    return pupil.class_group.name if pupil.class_group else year_words(pupil.year_group)


def _step(row: ReferralStep) -> StepLine:
    return StepLine(
        id=row.pk,
        label=row.get_kind_display(),
        on=row.on,
        by=row.by.name if row.by else "",
        words=row.words,
        told_on=row.told_on,
        told_how=row.get_told_how_display().lower() if row.told_how else "",
        is_untold=row.told_on is None and row.kind in TELL,
    )
