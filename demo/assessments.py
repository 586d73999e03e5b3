"""Needs assessments and a consultation: a council that is late, a draft plan with its parents."""

import datetime as dt
from typing import Any

from aylsham import clock
from aylsham.changes import version_of
from aylsham.models import School, User
from aylsham.tenancy.row_security import school_transaction
from ehcp.models import EhcPlan, NeedsAssessment
from ehcp.services.assessments.particulars import (
    add_advice,
    claim_exception,
    spoke_to_council,
    state_day,
)
from ehcp.services.assessments.requests import record_step, request_assessment
from ehcp.services.consultations import REPLY_FIELDS, receive_consultation, write_reply
from pupils.codes import SenStatus
from pupils.models import Pupil

COUNCIL = "Norfolk"
OFFICER = "J. Marsham, EHCP co-ordinator"
WEEK = dt.timedelta(days=7)


def load_assessments(school: School, people: dict[str, User]) -> None:
    """One with a late decision, one with a draft in its fifteen days, one consultation to answer."""
    sendco, teacher = people["sendco@demo.example"], people["teacher@demo.example"]
    with school_transaction(school):
        late, drafted = _children(school)
        _late(late, sendco)
        _drafted(drafted, sendco, teacher)
        _consulted(school, sendco)


def _children(school: School) -> list[Pupil]:
    """The last two with SEN support and no plan: earlier ones stand in other demonstrations."""
    planned = EhcPlan.objects.maintained().filter(school=school)
    rows = Pupil.objects.filter(
        school=school, status_periods__status=SenStatus.SUPPORT, status_periods__ends_on=None
    ).exclude(pk__in=planned.values("pupil_id"))
    return list(rows.select_related("school").distinct().order_by("-last_name", "pk")[:2])


def _ask(pupil: Pupil, received_on: dt.date, sendco: User, **facts: Any) -> NeedsAssessment:
    said = {
        "requested_by": "school",
        "requested_on": received_on - dt.timedelta(days=3),
        "local_authority": COUNCIL,
        "coordinator": OFFICER,
        "reasons": "Three cycles with the same target, and the gap in reading has grown.",
        "received_on": received_on,
        "received_how": "portal",
        "received_ref": "EHCNA-26-0417",
    }
    return request_assessment(pupil=pupil, by=sendco, **said | facts)


def _late(pupil: Pupil, sendco: User) -> None:
    """Nine weeks ago, and no decision yet: the council named a day, and somebody rang."""
    today = clock.today()
    row = _ask(pupil, today - 9 * WEEK, sendco)
    state_day(
        assessment=row,
        milestone="decision",
        day=today + 2 * WEEK,
        reason="The panel of November was full",
        said_by=OFFICER,
        said_on=today - 2 * WEEK,
        by=sendco,
    )
    spoke_to_council(
        assessment=row,
        milestone="decision",
        on=today - WEEK,
        who=OFFICER,
        words="Promised an answer after the next panel.",
        by=sendco,
    )


def _drafted(pupil: Pupil, sendco: User, teacher: User) -> None:
    """Asked before the summer, decided in time, advice sent; the draft came five days ago."""
    today = clock.today()
    received = today - 18 * WEEK + dt.timedelta(days=1)
    row = _ask(pupil, received, sendco, requested_by="parent", received_ref="EHCNA-26-0288")
    decided_on = received + 6 * WEEK
    decision = {"decided_on": decided_on, "decision": "assess", "decision_reasons": ""}
    record_step(assessment=row, step="decision", values=decision, by=sendco)
    for body, who, writer, weeks in (
        ("school", "", teacher, 5),
        ("psych", "Dr R. Neave", None, 7),
        ("health", "Speech and language therapy", None, 6),
    ):
        asked_on = decided_on + dt.timedelta(days=2)
        add_advice(
            assessment=row,
            body=body,
            who=who,
            asked_on=asked_on,
            received_on=asked_on + dt.timedelta(days=1),
            given_on=asked_on + weeks * WEEK,
            writer=writer,
            by=sendco,
        )
    claim_exception(
        assessment=row,
        kind="school",
        claimed_on=today - 3 * WEEK,
        words="The school was closed for the summer, so the psychologist could not visit.",
        by=sendco,
    )
    draft = {"draft_served_on": today - dt.timedelta(days=5)}
    record_step(assessment=row, step="draft", values=draft, by=sendco)


def _consulted(school: School, sendco: User) -> None:
    row = receive_consultation(
        school=school,
        child="T. W.",
        year_group="4",
        setting="Primary school in Cromer",
        council=COUNCIL,
        reference="NC-2231",
        coordinator=OFFICER,
        needs="Fifteen hours of an adult each week, a quiet room within reach, and a weekly session "
        "with a speech and language therapist.",
        received_on=clock.today() - dt.timedelta(days=6),
        received_how="email",
        by=sendco,
    )
    words = {name: getattr(row, name) for name in REPLY_FIELDS} | {
        "answer": "with",
        "premises": "Two rooms of ten square metres beside the Year 4 classes; one ramp, no lift.",
        "comments": "We could begin after half-term, when an adult has been found for the hours.",
    }
    write_reply(consultation=row, version=version_of(row, REPLY_FIELDS), by=sendco, **words)
