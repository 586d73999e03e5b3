"""Clocks of disagreement: mediation, appeal, and what a Tribunal's order sets off."""

from datetime import date

from aylsham.dates import (
    days_after,
    months_corresponding,
    tribunal_day,
    weeks_after,
    working_days_after,
)
from aylsham.timescales.rules import (
    Confidence,
    Owner,
    RuleBook,
    Subject,
    Values,
    last_day,
    maybe_day,
    other_day,
    require_order,
)

from .assessment import REFORMS_OF_2014

BOOK = RuleBook(subject=Subject.APPEAL)


@BOOK.rule(
    "ehcp.mediation",
    title="Mediation",
    citation="SEND Regs 2014 regs 33–39",
    effective_from=REFORMS_OF_2014,
    dated_by=("parent_contacts_adviser", "decision_letter", "mediation_held"),
    facts=(
        maybe_day("decision_letter", "Date on the council's decision letter"),
        maybe_day("parent_contacts_adviser", "Day the parent told the mediation adviser"),
        maybe_day("mediation_held", "Day of the mediation"),
    ),
    outputs=(
        last_day(
            "contact_adviser_by",
            "Contact a mediation adviser",
            "2 months after the date on the decision letter",
            owed_by=Owner.PARENT,
            citation="SEND Regs 2014 reg 33",
        ),
        last_day(
            "certificate_if_declined_by",
            "Give a certificate, if the parent does not want mediation",
            "3 working days after being told",
            owed_by=Owner.MEDIATION_ADVISER,
            citation="SEND Regs 2014 reg 34",
        ),
        last_day(
            "la_arranges_mediation_within_30_days_by",
            "Arrange mediation and take part, if the parent wants it",
            "30 calendar days after being told",
            owed_by=Owner.LA,
            citation="SEND Regs 2014 reg 36",
        ),
        last_day(
            "certificate_if_no_mediation_by",
            "Give a certificate, if there was no mediation in that time",
            "3 working days after the 30 days",
            owed_by=Owner.MEDIATION_ADVISER,
            citation="SEND Regs 2014 reg 39",
            confidence=Confidence.UNVERIFIED,
        ),
        last_day(
            "certificate_after_mediation_by",
            "Give a certificate after the mediation",
            "3 working days after the mediation",
            owed_by=Owner.MEDIATION_ADVISER,
            citation="SEND Regs 2014 reg 39",
            confidence=Confidence.UNVERIFIED,
        ),
    ),
    note="No certificate is needed for an appeal about Section I alone, for health and social care "
    "extras alone, or for a claim of disability discrimination.",
)
def mediation(
    *,
    decision_letter: date | None = None,
    parent_contacts_adviser: date | None = None,
    mediation_held: date | None = None,
) -> Values:
    """Two months to ask, thirty days to hold it, three working days for each certificate."""
    if not (decision_letter or parent_contacts_adviser or mediation_held):
        raise ValueError("Give parent_contacts_adviser: the day the parent told the adviser.")
    require_order(
        decision_letter=decision_letter,
        parent_contacts_adviser=parent_contacts_adviser,
        mediation_held=mediation_held,
    )
    told = parent_contacts_adviser
    arranged = days_after(told, 30) if told else None
    return {
        "contact_adviser_by": months_corresponding(decision_letter, 2) if decision_letter else None,
        "certificate_if_declined_by": working_days_after(told, 3) if told else None,
        "la_arranges_mediation_within_30_days_by": arranged,
        "certificate_if_no_mediation_by": working_days_after(arranged, 3) if arranged else None,
        "certificate_after_mediation_by": (
            working_days_after(mediation_held, 3) if mediation_held else None
        ),
    }


@BOOK.rule(
    "ehcp.appeal",
    title="Appeal to the Tribunal",
    citation="HESC Tribunal Rules 2008 rr.20(1)(c), 12",
    effective_from=REFORMS_OF_2014,
    dated_by=("decision_letter", "mediation_certificate"),
    facts=(
        maybe_day("decision_letter", "Date on the council's decision letter"),
        maybe_day("mediation_certificate", "Date on the mediation certificate"),
    ),
    outputs=(
        other_day("two_months", "Two months after the decision letter"),
        other_day("one_month", "One month after the mediation certificate"),
        other_day("raw", "The later of the two"),
        last_day(
            "submit_by",
            "Lodge the appeal",
            "the later of the two; a day in August or from 25 December to 1 January moves to the "
            "first working day after, any other day off to the next working day",
            owed_by=Owner.PARENT,
        ),
    ),
    note="The corresponding day of the month counts; where the month has none, its last day. A "
    "claim of disability discrimination has another limit (6 months).",
)
def appeal(
    *, decision_letter: date | None = None, mediation_certificate: date | None = None
) -> Values:
    """Two months from the letter or one from the certificate, whichever is later."""
    require_order(decision_letter=decision_letter, mediation_certificate=mediation_certificate)
    two_months = months_corresponding(decision_letter, 2) if decision_letter else None
    one_month = months_corresponding(mediation_certificate, 1) if mediation_certificate else None
    if not (two_months or one_month):
        raise ValueError("Give decision_letter: the date on the council's decision letter.")
    raw = max(filter(None, (two_months, one_month)))
    return {
        "two_months": two_months,
        "one_month": one_month,
        "raw": raw,
        "submit_by": tribunal_day(raw),
    }


#: What the Tribunal can order (reg 44), and how many weeks the council has.
ORDERS = (
    ("notify_will_assess_by", "Ordered to assess: tell the parent that it will", 2),
    ("amend_named_school_by", "Ordered to change the named school", 2),
    ("draft_plan_if_ordered_by", "Ordered to make a plan: send the draft", 5),
    ("amend_B_F_by", "Ordered to amend the plan (Sections B and F)", 5),
    ("if_assess_ordered_no_plan_decision_by", "After the assessment: say if there is no plan", 10),
    ("final_plan_if_ordered_by", "Ordered to make a plan: send the final plan", 11),
    ("if_assess_ordered_final_plan_by", "After the assessment: send the final plan", 14),
)
#: Where the council does not oppose the appeal (reg 45), from its notice to the Tribunal.
UNOPPOSED = (
    ("unopposed_notify_will_assess_by", "Not opposed: tell the parent that it will assess", 2),
    ("unopposed_amend_by", "Not opposed: send the amended plan", 5),
    ("unopposed_no_plan_decision_by", "Not opposed: say if there is no plan", 10),
    ("unopposed_final_plan_by", "Not opposed: send the final plan", 14),
)


@BOOK.rule(
    "ehcp.tribunal_order",
    title="After a Tribunal's order",
    citation="SEND Regs 2014 reg 44(2)",
    confidence=Confidence.UNVERIFIED,
    effective_from=REFORMS_OF_2014,
    dated_by=("order_date", "tribunal_notified_unopposed"),
    facts=(
        maybe_day("order_date", "Date of the order"),
        maybe_day(
            "tribunal_notified_unopposed",
            "Day the council told the Tribunal that it does not oppose",
            hint="Only if the appeal was not opposed.",
        ),
    ),
    outputs=(
        last_day(
            "continue_plan_by",
            "Ordered to keep the plan: go on with it",
            "at once",
            owed_by=Owner.LA,
        ),
        *(
            last_day(key, label, f"{weeks} weeks after the order", owed_by=Owner.LA)
            for key, label, weeks in ORDERS
        ),
        *(
            last_day(
                key,
                label,
                f"{weeks} weeks after telling the Tribunal",
                owed_by=Owner.LA,
                citation="SEND Regs 2014 reg 45 (as amended by SI 2015/359)",
                confidence=Confidence.LAW,
            )
            for key, label, weeks in UNOPPOSED
        ),
        last_day(
            "unopposed_continue_by",
            "Not opposed: go on with the plan that was to cease",
            "at once",
            owed_by=Owner.LA,
            citation="SEND Regs 2014 reg 45",
        ),
    ),
    note="Only the lines that fit the order apply.",
)
def tribunal_order(
    *, order_date: date | None = None, tribunal_notified_unopposed: date | None = None
) -> Values:
    """Weeks from the order, or from the council's notice that it does not oppose."""
    if not (order_date or tribunal_notified_unopposed):
        raise ValueError("Give order_date: the date of the Tribunal's order.")
    found: dict[str, date] = {}
    if order_date:
        found["continue_plan_by"] = order_date
        found |= {key: weeks_after(order_date, weeks) for key, _, weeks in ORDERS}
    if tribunal_notified_unopposed:
        notice = tribunal_notified_unopposed
        found |= {key: weeks_after(notice, weeks) for key, _, weeks in UNOPPOSED}
        found["unopposed_continue_by"] = notice
    return found
