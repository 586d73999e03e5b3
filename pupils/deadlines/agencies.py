"""What services, advice and providers make due: chasing, appointments, decisions, reports."""

import datetime as dt
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.db.models import Q

from aylsham.access.permissions import Permission as P
from aylsham.access.sensitivity import OPENED_BY
from aylsham.codes import Sensitivity
from aylsham.deadlines.registry import Action, DeadlineFact
from aylsham.models import Owes, School, Weight
from aylsham.school_calendar import SchoolCalendar
from aylsham.timescales.rules import Confidence
from pupils.agency_codes import AdviceState, AppointmentState, ReferralState
from pupils.codes import CARE_DOCUMENTS
from pupils.models import Document, Provider, Recommendation, Referral, ReferralAppointment
from pupils.rules import referrals as rules

KINDS = {
    "referral": "Referrals",
    "advice": "Professionals' advice",
    "provider": "Reports of providers",
}
TABLES = (Referral, Recommendation)


def deadlines(
    school: School, calendar: SchoolCalendar, pupil_ids: frozenset[UUID] | None
) -> Iterator[DeadlineFact]:
    """Of every child or of some, and of the school's providers; nothing before it is live."""
    if school.live_from is None:
        return
    chosen = Q() if pupil_ids is None else Q(pupil_id__in=pupil_ids)
    for referral in Referral.objects.open().filter(chosen, school=school, nudge_on__isnull=False):
        yield _nudge(referral, calendar)
    of = Q() if pupil_ids is None else Q(referral__pupil_id__in=pupil_ids)
    offered = ReferralAppointment.objects.filter(
        of, school=school, state=AppointmentState.OFFERED
    ).select_related("referral")
    for appointment in offered:
        yield _appointment(appointment, calendar)
    rows = Recommendation.objects.filter(
        chosen, school=school, document__in=Document.objects.filter(school=school).on_record()
    ).select_related("document")
    for row in rows:
        yield from _advice(row, school, calendar)
    if pupil_ids is None:
        owed = Provider.objects.filter(
            school=school, report_due_on__isnull=False, report_received_on=None
        )
        for provider in owed:
            yield _report(provider, calendar)


def _nudge(referral: Referral, calendar: SchoolCalendar) -> DeadlineFact:
    is_draft = referral.state == ReferralState.DRAFT
    assert referral.nudge_on is not None
    return _own(
        f"referral:{referral.pk}",
        "referral",
        "Send the referral, or drop it" if is_draft else "Chase a referral",
        referral.nudge_on,
        calendar,
        rule_code=rules.CODE,
        how="the day that was set: a week for a draft, two weeks without an answer, four weeks "
        "while the child waits, counted from the last step",
        pupil_id=referral.pupil_id,
        lapses_with_roll=True,
        permission=_reader(referral.sensitivity),
        facts={"Sent on": referral.sent_on.isoformat()} if referral.sent_on else {},
        action=_open(referral),
    )


def _appointment(row: ReferralAppointment, calendar: SchoolCalendar) -> DeadlineFact:
    return _own(
        f"appointment:{row.pk}",
        "referral",
        "Appointment with a service: record what became of it",
        row.on,
        calendar,
        rule_code=rules.CODE,
        how="the day that the service offered",
        do_by=row.on,
        pupil_id=row.referral.pupil_id,
        lapses_with_roll=True,
        permission=_reader(row.referral.sensitivity),
        action=_open(row.referral),
    )


def _advice(
    row: Recommendation, school: School, calendar: SchoolCalendar
) -> Iterator[DeadlineFact]:
    more: dict[str, Any] = {
        "rule_code": rules.ADVICE_CODE,
        "pupil_id": row.pupil_id,
        "lapses_with_roll": True,
        "permission": P.VIEW_CARE
        if row.document.kind in CARE_DOCUMENTS
        else _reader(row.document.sensitivity),
    }
    if row.state == AdviceState.UNDECIDED:
        day = rules.decide_advice_by(row.added_on, school.live_from)
        assert day is not None
        yield _own(
            f"advice:{row.pk}",
            "advice",
            "Decide on a professional's recommendation",
            day,
            calendar,
            how="three weeks from the day it was written down",
            facts={"Written down on": row.added_on.isoformat()},
            action=Action(
                "Decide", "advice_decide", (str(row.pupil_id), str(row.pk)), P.DECIDE_ADVICE
            ),
            **more,
        )
    elif row.review_on:
        yield _own(
            f"advice:{row.pk}:review",
            "advice",
            "Look at a professional's recommendation again",
            row.review_on,
            calendar,
            how="the day that was set with the decision",
            action=Action(
                "Look again", "advice_review", (str(row.pupil_id), str(row.pk)), P.DECIDE_ADVICE
            ),
            **more,
        )


def _report(provider: Provider, calendar: SchoolCalendar) -> DeadlineFact:
    assert provider.report_due_on is not None
    return _own(
        f"provider:{provider.pk}",
        "provider",
        f"Report of {provider.name}"[:200],
        provider.report_due_on,
        calendar,
        rule_code=rules.CODE,
        how="the day that was agreed with the provider",
        permission=P.VIEW_PROVIDERS,
        action=Action("Open", "provider", (str(provider.pk),)),
    )


def _reader(sensitivity: int) -> P:
    """Who may know of it: as the referral or the report says."""
    if sensitivity == Sensitivity.EVERYONE:
        return P.VIEW_REFERRALS
    return OPENED_BY[Sensitivity(sensitivity)]


def _open(referral: Referral) -> Action:
    return Action("Open", "referral", (str(referral.pupil_id), str(referral.pk)))


def _own(
    key: str, kind: str, title: str, day: dt.date, calendar: SchoolCalendar, **more: Any
) -> DeadlineFact:
    """A day that the school set itself."""
    facts: dict[str, Any] = {
        "do_by": calendar.do_by(day),
        "owed_by": Owes.SCHOOL,
        "weight": Weight.OURS,
        "rule_version": rules.VERSION,
        "citation": rules.CITATION,
        "confidence": Confidence.WORKING,
    }
    return DeadlineFact(key=key, kind=kind, title=title, due_on=day, **(facts | more))
