"""Needs assessments and consultations for tests, made by the services."""

import datetime as dt

from aylsham import clock
from aylsham.changes import version_of
from ehcp.models import Consultation, NeedsAssessment
from ehcp.services.assessments.particulars import add_advice
from ehcp.services.assessments.requests import record_final_plan, record_step, request_assessment
from ehcp.services.consultations import REPLY_FIELDS, receive_consultation, write_reply
from tests.ehcp.makers import a_school, day
from tests.factories import PupilFactory


def asked(received_on: str | None = "2026-09-07", *, pupil=None, school=None, **facts):
    """A request that the council had on a day, or of which nothing shows when."""
    pupil = pupil or PupilFactory(school=school or a_school())
    said = {
        "requested_by": "school",
        "requested_on": day(facts.pop("requested_on", received_on or "2026-09-04")),
        "local_authority": "Norfolk",
        "coordinator": "",
        "reasons": "",
        "received_on": day(received_on) if received_on else None,
        "received_how": "email" if received_on else "",
        "received_ref": "",
    }
    return request_assessment(pupil=pupil, by=None, **said | facts)


def decided(row: NeedsAssessment, on: str, decision: str = "assess") -> NeedsAssessment:
    """The council decided."""
    values = {"decided_on": day(on), "decision": decision, "decision_reasons": ""}
    return record_step(assessment=row, step="decision", values=values, by=None)


def drafted(row: NeedsAssessment, on: str) -> NeedsAssessment:
    """The parents were served with the draft."""
    values = {"draft_served_on": day(on)}
    return record_step(assessment=row, step="draft", values=values, by=None)


def no_plan(row: NeedsAssessment, on: str) -> NeedsAssessment:
    """The council will not make a plan."""
    values = {"no_plan_on": day(on), "no_plan_reasons": ""}
    return record_step(assessment=row, step="no_plan", values=values, by=None)


def finished(row: NeedsAssessment, on: str):
    """The plan that the council made."""
    return record_final_plan(assessment=row, final_plan_on=day(on), by=None)


def advice(row: NeedsAssessment, received_on: str, asked_on: str = "", body: str = "school"):
    """Somebody was asked for advice."""
    return add_advice(
        assessment=row,
        body=body,
        who="",
        asked_on=day(asked_on or received_on),
        received_on=day(received_on),
        given_on=None,
        writer=None,
        by=None,
    )


def consulted(school, received_on: dt.date | None = None, **facts) -> Consultation:
    """A council asks whether it may name the school."""
    said = {"child": "J. P.", "year_group": "4", "council": "Norfolk", "received_how": "email"}
    said["received_on"] = received_on or clock.today()
    return receive_consultation(school=school, by=None, **said | facts)


def answered(row: Consultation, **words) -> Consultation:
    """An answer is written."""
    said = {name: getattr(row, name) for name in REPLY_FIELDS} | {"answer": "meets"} | words
    return write_reply(consultation=row, version=version_of(row, REPLY_FIELDS), by=None, **said)
