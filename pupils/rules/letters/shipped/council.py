"""Letters to the council that every school begins with: polite first, then firm. No Django."""

from pupils.rules.letters.wording import Wording

_OPENING = """Dear {addressee}

Re: {full name}, {year}, {school}
"""
_CLOSING = """Please reply in writing to {SENDCo}, SENDCo, {school}, {school phone}.

Yours faithfully"""


def _chase(code: str, title: str, body: str, *, clock: str, law: str, subject: str = "") -> Wording:
    return Wording(
        code,
        title,
        "council",
        "letter",
        subject or "{full name}: due on {due date}",
        f"{_OPENING}\n{body.strip()}\n\n{_CLOSING}",
        law=law,
        clock=clock,
    )


TO_COUNCIL = (
    _chase(
        "chase_6",
        "Needs assessment: no decision after 6 weeks",
        """
A request for an education, health and care needs assessment reached you on {counted from}. By our count the decision whether to assess was due on {due date}: {how counted} ({citation}).

We and the family have not had it yet. It may have crossed with this letter. Could you let us know by return where it stands, and on what day the family will hear?
""",
        clock="assess_6",
        law="reg5",
    ),
    _chase(
        "chase_6_firm",
        "Needs assessment: still no decision (firm)",
        """
We wrote to you about the decision whether to assess this child. {law} ({citation}) The request reached you on {counted from}; the decision was due on {due date}. {weeks passed} weeks have now passed since the request.

Please send the decision to the family and to us within five working days, or tell us in writing which of the exceptions in the regulations you rely on and why. We keep a dated record, and the family has the right to complain to you and to the Local Government and Social Care Ombudsman.
""",
        clock="assess_6",
        law="reg5",
    ),
    _chase(
        "chase_16",
        "Needs assessment: no word on a plan after 16 weeks",
        """
The request for a needs assessment of this child reached you on {counted from}. If there is to be no plan, the family had to be told by {due date}: {how counted} ({citation}). {law}

Neither the family nor we have had a draft plan or a decision. Please tell us within five working days which of the two it will be and on what day, so that we can plan the child's support.
""",
        clock="assess_16",
        law="reg10",
    ),
    _chase(
        "chase_16_firm",
        "Needs assessment: still no word on a plan (firm)",
        """
We wrote to you about the assessment of this child. {law} ({citation}) The request reached you on {counted from}, so that day was {due date}. {weeks passed} weeks have now passed since the request, and nobody has told the family whether there will be a plan.

Please send the draft plan or the decision within five working days, or tell us in writing which of the exceptions in the regulations you rely on and why. We keep a dated record, and the family has the right to complain to you and to the Local Government and Social Care Ombudsman.
""",
        clock="assess_16",
        law="reg10",
    ),
    _chase(
        "chase_20",
        "Needs assessment: no final plan after 20 weeks",
        """
{law} ({citation}) The request for this child reached you on {counted from}, so the final plan was due on {due date}. {weeks passed} weeks have now passed.

We go on making the provision that we can from our own resources. The child is without the provision that the assessment found to be needed. Please issue the final plan now, or tell us in writing within five working days what stands in its way and on what day it will be issued.
""",
        clock="assess_20",
        law="reg13",
    ),
    _chase(
        "chase_20_firm",
        "Needs assessment: still no final plan (firm)",
        """
We wrote to you that the final plan for this child is late. {law} ({citation}) It was due on {due date}; {weeks passed} weeks have now passed since you received the request on {counted from}.

Please issue the final plan within five working days. If you rely on an exception in the regulations, say in writing which, and how it made the limit impractical. The family has the right to complain to you and to the Local Government and Social Care Ombudsman, and we keep a dated record for it.
""",
        clock="assess_20",
        law="reg13",
    ),
    _chase(
        "review_4",
        "After an annual review: no decision after 4 weeks",
        """
The annual review of this child's plan was held on {counted from}, and our report is with you. Your decision was due on {due date}: {how counted} ({citation}).

We have not seen it yet. Could you let us and the family know whether you will keep, amend or end the plan, and when the letter goes out?
""",
        clock="review_4",
        law="reg20_10",
    ),
    _chase(
        "review_4_firm",
        "After an annual review: still no decision (firm)",
        """
We wrote to you about your decision after this review. {law} ({citation}) The review meeting was on {counted from}; your decision was due on {due date}, and {weeks passed} weeks have now passed since the meeting.

While it is missing, the family cannot appeal and we work to a plan that the review found to be out of date. Please send the decision, with any amendments that you propose, within five working days.
""",
        clock="review_4",
        law="reg20_10",
    ),
    _chase(
        "review_12",
        "After an annual review: no amended plan after 12 weeks",
        """
The annual review of this child's plan was held on {counted from}, and you decided to amend the plan. By our count the final amended plan was due on {due date}: {how counted} ({citation}).

We and the family have not had it yet. It may have crossed with this letter. Could you let us know on what day it will be issued?
""",
        clock="review_12",
        law="reg22_3",
    ),
    _chase(
        "review_12_firm",
        "After an annual review: still no amended plan (firm)",
        """
We wrote to you that the amended plan for this child is late. {law} The review meeting was on {counted from}, so the final amended plan was due on {due date} at the latest ({citation}). {weeks passed} weeks have now passed since the meeting.

Until it is issued the family cannot appeal against what it says, and we work to a plan that you have decided to change. Please issue the final amended plan within five working days, or tell us in writing what stands in its way and on what day it will be issued. The family has the right to complain to you and to the Local Government and Social Care Ombudsman, and we keep a dated record.
""",
        clock="review_12",
        law="reg22_3",
    ),
    _chase(
        "order_late",
        "After an appeal: the council has not done what was ordered",
        """
By {order} you had to do the following by {order due} ({citation}): {order says}.

We and the family have not had word of it yet. It may have crossed with this letter. Could you let us know on what day it will be done?
""",
        subject="{full name}: due on {order due}",
        clock="",
        law="reg44",
    ),
    _chase(
        "order_late_firm",
        "After an appeal: still not done (firm)",
        """
We wrote to you about {order}. {law} ({citation}) The last day was {order due}, and this has still not been done: {order says}.

An order of the First-tier Tribunal is binding. The child is without what it gives them. Please do it within five working days, or tell us in writing what stands in its way and on what day it will be done. The family has the right to complain to you and to the Local Government and Social Care Ombudsman, and to ask the High Court to have the order carried out. We keep a dated record.
""",
        subject="{full name}: due on {order due}",
        clock="",
        law="reg44",
    ),
    _chase(
        "consultation",
        "We have your consultation about naming our school",
        """
We received your consultation about naming {school} in this child's plan on {counted from}. We will reply by {due date}: {how counted} ({citation}).

So that the governors can answer, please send us by return anything of the following that was not in the papers: the draft plan with its appendices, the parents' representations, and the type and cost of any provision that you expect us to make.
""",
        clock="consult",
        law="s39",
        subject="{full name}: consultation received on {counted from}",
    ),
    Wording(
        "part_time_council",
        "A part-time timetable: we tell the council",
        "council",
        "letter",
        "{full name}: part-time timetable",
        f"""{_OPENING}
We write to tell you that this child is on a part-time timetable from [day] to [day at the latest].

- Hours in school each week: [number]
- Reason: [say it in one sentence]
- Agreed by the parent on [day]
- First review on [day]

{{law}} ({{citation}})

[ask for what you need: advice, a meeting, an early review of the plan]

{_CLOSING}""",
        law="part_time",
        is_sensitive=True,
    ),
)
