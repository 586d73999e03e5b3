"""Answers to plans that are awaited, and papers shared outside whose time ends."""

from collections.abc import Iterator
from uuid import UUID

from django.db.models import Q

from aylsham.access.permissions import Permission as P
from aylsham.codes import Sensitivity
from aylsham.dates import DAY
from aylsham.deadlines.registry import Action, DeadlineFact
from aylsham.models import Owes, School, Weight
from aylsham.school_calendar import SchoolCalendar
from aylsham.timescales.rules import Confidence
from pupils.agreement_codes import AgreementState, Asked
from pupils.models import AgreementAsk, OutsideShare
from pupils.rules.shares import ENDS_SOON_DAYS

KINDS = {"agreement": "Answers to plans", "outside_share": "Papers shared outside"}
TABLES = (AgreementAsk, OutsideShare)
#: Who owes an answer.
OWES = {Asked.PARENT: Owes.PARENT, Asked.PROFESSIONAL: Owes.HEALTH}


def deadlines(
    school: School, calendar: SchoolCalendar, pupil_ids: frozenset[UUID] | None
) -> Iterator[DeadlineFact]:
    """Open requests to agree, and open shares: they end with the child's time here."""
    chosen = Q() if pupil_ids is None else Q(pupil_id__in=pupil_ids)
    asks = AgreementAsk.objects.filter(chosen, school=school, state=AgreementState.OPEN)
    for ask in asks.select_related("text"):
        yield _answer(ask, calendar)
    for share in OutsideShare.objects.filter(chosen, school=school, stopped_at=None):
        yield _end(share, calendar)


def _answer(ask: AgreementAsk, calendar: SchoolCalendar) -> DeadlineFact:
    # What few may read is not named in a title that many read.
    is_open = ask.text.sensitivity == Sensitivity.EVERYONE
    what = ask.text.title if is_open else "A plan"
    return DeadlineFact(
        key=f"agreement:{ask.pk}",
        kind="agreement",
        title=f"{what}: {Asked(ask.asked).label.lower()} has not answered yet",
        due_on=ask.due_on,
        do_by=calendar.do_by(ask.due_on),
        owed_by=OWES.get(Asked(ask.asked), Owes.SCHOOL),
        weight=Weight.OURS,
        rule_code="ours.agreement",
        rule_version="1",
        citation="Asked for by us",
        confidence=Confidence.WORKING,
        how="the day that was named when they were asked",
        pupil_id=ask.pupil_id,
        lapses_with_roll=True,
        permission=P.VIEW_FAMILY_LOG if is_open else P.VIEW_SENSITIVE,
        facts={"Asked on": ask.asked_on.isoformat(), "Version": str(ask.text.number)},
        action=Action("Open", "agreement_ask", (str(ask.pupil_id), str(ask.pk))),
    )


def _end(share: OutsideShare, calendar: SchoolCalendar) -> DeadlineFact:
    return DeadlineFact(
        key=f"outside_share:{share.pk}",
        kind="outside_share",
        title="Papers shared outside: the time ends. Share again or let it end",
        due_on=share.ends_on,
        do_by=calendar.do_by(share.ends_on),
        begins_on=max(share.shared_on, share.ends_on - ENDS_SOON_DAYS * DAY),
        lapses_on=share.ends_on,
        owed_by=Owes.SCHOOL,
        weight=Weight.OURS,
        rule_code="ours.outside_share",
        rule_version="1",
        citation="Set by us",
        confidence=Confidence.WORKING,
        how="the last day that was set; it ends by itself",
        pupil_id=share.pupil_id,
        lapses_with_roll=True,
        permission=P.SHARE_OUTSIDE,
        facts={"Shared on": share.shared_on.isoformat()},
        action=Action("Open", "share", (str(share.pupil_id), str(share.pk))),
    )
