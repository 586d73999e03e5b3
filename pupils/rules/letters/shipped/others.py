"""Letters to other settings, to professionals, and to whoever wrote to us. No Django."""

from pupils.rules.letters.wording import Wording

_SIGNED = "Yours sincerely"

TO_OTHERS = (
    Wording(
        "previous_record",
        "Please send us the child's record",
        "setting",
        "request",
        "Record of {full name}",
        f"""Dear {{addressee}}

{{full name}} joined {{school}} and is now in {{year}}. Please send us the common transfer file, the educational record and all papers about special educational needs. The child left your roll on {{counted from}}, so by our count they are due by {{due date}} ({{citation}}).

Please send the child-protection file apart, to our designated safeguarding lead, by secure means and with a receipt.

If you hold nothing, please tell us so in a line.

{_SIGNED}""",
        law="reg9",
        clock="transfer",
    ),
    Wording(
        "previous_record_chase",
        "The child's record has not come (firm)",
        "setting",
        "request",
        "Record of {full name}: due on {due date}",
        f"""Dear {{addressee}}

We asked you for the record of {{full name}}, who left your roll on {{counted from}}. It has not reached us. {{law}} ({{citation}}) By our count that was {{due date}}.

Without it we do not know what helped this child and what was tried. Please send it within five school days, or ring us on {{school phone}} today.

{_SIGNED}""",
        law="reg9",
        clock="transfer",
    ),
    Wording(
        "request_advice",
        "Request for advice for an annual review",
        "professional",
        "request",
        "Annual review of {full name}'s EHC plan: your advice",
        f"""Dear {{addressee}}

The annual review of {{full name}}'s education, health and care plan is on {{counted from}} at {{time and place}}. You are invited. Please send us your advice by [day], so that everybody invited has it at least two weeks before the meeting ({{citation}}).

## What we would like to know
- What you have seen and done since the last review.
- Progress towards the outcomes on which you work.
- What should be kept, changed or ended in sections B, C, D, F, G and H of the plan.

If you cannot come, please send your advice all the same and tell us who can speak to it.

{_SIGNED}""",
        law="reg20_invite",
        clock="review_advice",
    ),
    Wording(
        "advice_chase",
        "Your advice has not reached us",
        "professional",
        "request",
        "{full name}: your advice",
        f"""Dear {{addressee}}

We asked for your advice about {{full name}} for the review meeting on {{counted from}}. It has not reached us. {{law}} ({{citation}})

Please send it by return. If you have not seen the child this year, please say so in a line: that is useful too.

{_SIGNED}""",
        law="reg20_invite",
        clock="review_advice",
    ),
    Wording(
        "assessment_advice",
        "Our advice for a needs assessment",
        "council",
        "letter",
        "{full name}: advice for the needs assessment",
        f"""Dear {{addressee}}

Your request for our advice for the needs assessment of {{full name}}, {{year}}, reached us on {{counted from}}. Our advice is with this letter; it was due by {{due date}} ({{citation}}).

Please tell us if anything in it is not clear, and send us a copy of the draft plan when you send it to the family.

{_SIGNED}""",
        law="reg8",
        clock="advice_6",
    ),
    Wording(
        "sar_received",
        "We have your request for personal data",
        "asker",
        "letter",
        "Your request of {counted from}",
        f"""Dear {{addressee}}

We received your request for what we keep about {{first name}} on {{counted from}}. We will answer it by {{due date}} ({{citation}}).

- [if you are not sure who asks: Please let us see proof of who you are. The time begins when we have it.]
- [if a child can decide: We will ask the child what they think.]

If you are looking for something in particular, tell us: you will have it sooner. You can complain to the Information Commissioner's Office at any time: ico.org.uk.

{_SIGNED}""",
        law="art15",
        clock="sar",
        is_sensitive=True,
    ),
    Wording(
        "sar_extended",
        "Your request will take us longer",
        "asker",
        "letter",
        "Your request of {counted from} will take longer",
        f"""Dear {{addressee}}

You asked on {{counted from}} for what we keep about {{first name}}. We should answer by {{due date}}. The request is [complex, or one of several], so we need more time: you will have our answer by [day, at most two months later].

Why it takes longer: [say it]

{{law}} ({{citation}}) You can complain to the Information Commissioner's Office at any time: ico.org.uk.

{_SIGNED}""",
        law="art12_3",
        clock="sar",
        is_sensitive=True,
    ),
    Wording(
        "education_record",
        "We have your request for the educational record",
        "asker",
        "letter",
        "The educational record of {first name}",
        f"""Dear {{addressee}}

We received your request for {{first name}}'s educational record on {{counted from}}. You can see it, or have a copy, by {{due date}}: {{how counted}} ({{citation}}).

Please ring {{school phone}} to say which you would like. What the law keeps apart, such as papers about other children, is left out.

{_SIGNED}""",
        law="pupil_info5",
        clock="education_record",
    ),
    Wording(
        "complaint_reply",
        "Our reply to your complaint",
        "asker",
        "letter",
        "Our reply to what you wrote about {first name}",
        f"""Dear {{addressee}}

Thank you for writing to us on [day] about {{first name}}. I am sorry that you had to.

## What you told us
[say it in their words]

## What we found
[say what was looked at, and what was found]

## What we will do
- [who does what by when]

If you are not content with this, the next step is in our complaints procedure, on our website ({{citation}}). For disagreements about special educational needs you can also ask the council for free disagreement resolution, and SENDIASS can help you.

{_SIGNED}""",
        law="s29",
        is_sensitive=True,
    ),
)
