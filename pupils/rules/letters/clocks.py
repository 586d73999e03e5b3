"""Dates of a child's own that a letter may name, and paragraphs of the law that it may quote.

Pure. A clock points at a rule of the product; the rule's version for the case is printed with it.
"""

import datetime as dt
from dataclasses import dataclass

from aylsham.school_calendar import SchoolCalendar
from aylsham.timescales.facts import FactProblem
from aylsham.timescales.registry import REGISTRY


@dataclass(frozen=True)
class Clock:
    """A last day by a rule, from one fact."""

    code: str
    label: str
    rule_code: str
    fact: str
    output: str
    #: What the fact is called beside its box.
    counted_from: str
    #: The name under which a floor knows this day of a child; empty: somebody says it.
    known_as: str = ""


@dataclass(frozen=True)
class OwnDate:
    """A child's own date by a rule: the day, why, and by which version."""

    due_on: dt.date
    counted_from: dt.date
    citation: str
    how: str
    rule_code: str
    rule_version: str


@dataclass(frozen=True)
class Law:
    """A paragraph of the law in a sentence, with the day since which it says so."""

    code: str
    citation: str
    words: str
    version: str


_REQUEST = "Day the council received the request"
_MEETING = "Day of the review meeting"
_LETTER = "Day the request was received"
CLOCKS: dict[str, Clock] = {
    clock.code: clock
    for clock in (
        Clock("assess_6", "Council decides whether to assess (6 weeks)", "ehcna.clock", "request_received", "decision_to_assess_by", _REQUEST, "assessment_received"),
        Clock("assess_16", "Council says that there will be no plan (16 weeks)", "ehcna.clock", "request_received", "refusal_to_issue_by", _REQUEST, "assessment_received"),
        Clock("assess_20", "Council sends the final plan (20 weeks)", "ehcna.clock", "request_received", "final_plan_by", _REQUEST, "assessment_received"),
        Clock("advice_6", "Advice for a needs assessment (6 weeks)", "ehcna.advice", "advice_request_received_by_school", "advice_due_by", "Day the request for advice was received", "advice_asked"),
        Clock("invite", "Invitation and advice before a review (2 weeks)", "annual_review.meeting_clock", "meeting", "invite_and_advice_by", _MEETING, "meeting_planned"),
        Clock("review_advice", "Advice for a review (6 weeks before)", "annual_review.meeting_clock", "meeting", "ask_for_advice_by", _MEETING, "meeting_planned"),
        Clock("review_4", "Council decides after a review (4 weeks)", "annual_review.meeting_clock", "meeting", "la_decision_and_proposed_amendments_by", _MEETING, "meeting_held"),
        Clock("review_12", "Council's final amended plan (12 weeks)", "annual_review.meeting_clock", "meeting", "absolute_final_plan_by", _MEETING, "meeting_held"),
        Clock("consult", "Reply to a consultation (15 days)", "ehcp.consultation_reply", "consultation_received", "reply_by", "Day the consultation was received", "consultation_received"),
        Clock("sar", "Subject access request (one month)", "records.subject_access", "received", "respond_by", _LETTER, "sar_received"),
        Clock("education_record", "Education record (15 school days)", "records.education_record", "received", "due_by", _LETTER, "record_asked"),
        Clock("transfer", "Record from the last school (15 school days)", "records.ctf_transfer", "left_roll", "transfer_by", "Day the child left the last school"),
    )
}  # fmt: skip

_CFA = "Children and Families Act 2014"
_REGS = "SEND Regulations 2014"
LAWS: dict[str, Law] = {
    law.code: law
    for law in (
        Law("s68", f"{_CFA}, section 68", "A school that makes special educational provision for a child must tell the child's parent.", "2014-09-01"),
        Law("s66", f"{_CFA}, section 66", "A school must use its best endeavours to secure the special educational provision that a pupil's needs call for.", "2014-09-01"),
        Law("reg20_invite", f"{_REGS}, regulation 20(3) and (4)", "Everybody invited to a review has at least two weeks' notice, and the advice that was gathered at least two weeks before the meeting.", "2014-09-01"),
        Law("reg20_report", f"{_REGS}, regulation 20(7) to (9)", "The report of a review is sent to everybody invited within two weeks of the meeting.", "2014-09-01"),
        Law("reg20_10", f"{_REGS}, regulations 20(10) and 22(2)", "Within four weeks of the meeting the council decides whether to keep, amend or end the plan, tells the parent and the school, and sends any amendments that it proposes.", "2014-09-01"),
        Law("reg22_3", f"{_REGS}, regulation 22(3); R (L, M and P) v Devon [2022] EWHC 493 (Admin)", "The final amended plan is sent within eight weeks of the proposed amendments, and so within twelve weeks of the meeting.", "2022-03-04"),
        Law("reg5", f"{_REGS}, regulation 5(1)", "The council tells the parent whether it will assess within six weeks of the request.", "2014-09-01"),
        Law("reg10", f"{_REGS}, regulation 10(1)", "If there is to be no plan, the council tells the parent within sixteen weeks of the request.", "2014-09-01"),
        Law("reg13", f"{_REGS}, regulation 13(2)", "The council sends the final plan within twenty weeks of the request.", "2014-09-01"),
        Law("reg8", f"{_REGS}, regulation 8(1)", "Whoever is asked for advice for a needs assessment gives it within six weeks.", "2014-09-01"),
        Law("reg44", f"{_REGS}, regulations 44 and 45", "A council carries out what the Tribunal orders, or what an appeal that it does not oppose asks for, within the weeks that the regulations set.", "2015-04-01"),
        Law("s39", f"{_CFA}, sections 39(2) and 40(3); Code of Practice 9.83", "Before the council names a school in a plan it consults that school, which answers within 15 days.", "2014-09-01"),
        Law("s43", f"{_CFA}, section 43", "A school that is named in an EHC plan must admit the child.", "2014-09-01"),
        Law("cop_meet", "SEND Code of Practice 6.65 and 6.71", "The school meets the parents of a child on SEN support at least three times a year, and gives them a record of what was agreed.", "2015-01-31"),
        Law("cop_views", "SEND Code of Practice 6.17 and 6.39", "Concerns and what is agreed are written down with the parents, and their wishes are taken into account.", "2015-01-31"),
        Law("part_time", "Working together to improve school attendance (DfE), part-time timetables", "A part-time timetable is a short-term exception with a review date and an end date, agreed by the parent; it must not be used to manage behaviour.", "2024-08-19"),
        Law("reg9", "Education (Pupil Information) (England) Regulations 2005, regulation 9", "A child's last school sends the common transfer file and the educational record within 15 school days of the child leaving it.", "2005-09-01"),
        Law("art15", "UK GDPR, articles 12(3) and 15", "Whoever asks for their personal data is answered without undue delay, within one month.", "2021-01-01"),
        Law("art12_3", "UK GDPR, article 12(3)", "For complex or numerous requests the month may be extended by two further months; the person is told within the first month, and why.", "2021-01-01"),
        Law("pupil_info5", "Education (Pupil Information) (England) Regulations 2005, regulation 5", "A parent who asks in writing may see the child's educational record, or have a copy, within 15 school days.", "2005-09-01"),
        Law("art34", "UK GDPR, article 34", "People are told without undue delay of a breach that is likely to be a high risk to them.", "2021-01-01"),
        Law("s29", "Education Act 2002, section 29", "A school has a procedure for complaints and publishes it.", "2003-09-01"),
        Law("consent", "UK GDPR, article 9; common law duty of confidentiality", "Details of a child's health and needs are passed to a service with the agreement of whoever has parental responsibility.", "2021-01-01"),
    )
}  # fmt: skip


def own_date(code: str, counted_from: dt.date, calendar: SchoolCalendar) -> OwnDate | None:
    """The child's own last day by the rule of that day; None where no version covers it."""
    clock = CLOCKS[code]
    facts: dict[str, object] = {clock.fact: counted_from}
    if clock.rule_code not in REGISTRY:
        return None
    if REGISTRY.rule_for(clock.rule_code).fact("calendar"):
        facts["calendar"] = calendar
    try:
        result = REGISTRY.calculate(clock.rule_code, facts, calendar=calendar)
        line = result[clock.output]
    except (FactProblem, LookupError, StopIteration, OverflowError):
        return None
    if not isinstance(line.value, dt.date):
        return None
    rule = result.rule
    return OwnDate(
        line.value, counted_from, line.citation, line.output.how, rule.code, str(rule.version)
    )
