"""Letters to parents and carers that every school begins with. No Django."""

from pupils.rules.letters.wording import Wording

_SIGNED = "Yours sincerely"

TO_PARENTS = (
    Wording(
        "send_provision",
        "We are giving SEN support",
        "parents",
        "report",
        "{first name} will have special educational needs support",
        f"""Dear {{addressee}}

Thank you for talking with us about {{first name}}. We are now making special educational provision for {{first name}}. This is called SEN support. It began on {{support since}}.

## What this means
- We agree with you what we want {{first name}} to achieve and what will help.
- {{first name}}'s teacher stays responsible for {{first name}}'s progress every day.
- We meet you at least three times a year to see how it is going. You can ask for a meeting at any time.

We have to tell you this by law ({{citation}}). {{law}}

You can get free, confidential and impartial advice from your local SEND information, advice and support service (SENDIASS). Our SEN information report, on our website, tells you how we support children.

Please tell us what you think, or ask us anything, by ringing {{school phone}}.

{_SIGNED}""",
        law="s68",
    ),
    Wording(
        "concern_talk",
        "We would like to talk about how your child is doing",
        "parents",
        "letter",
        "A talk about {first name}",
        f"""Dear {{addressee}}

We would like to talk with you about how {{first name}} is getting on in {{class}}. You know {{first name}} best, and we would like to hear what you see at home.

We have noticed: [say in one or two sentences what the teacher sees]

Could you come to school, or talk with us on the phone, in the next two weeks? Please ring {{school phone}} and we will find a time that suits you.

{_SIGNED}""",
        law="cop_views",
    ),
    Wording(
        "meeting_invite",
        "Invitation to a meeting with parents",
        "parents",
        "invitation",
        "A meeting about {first name}",
        f"""Dear {{addressee}}

Please come to a meeting about {{first name}} on [day and time] at [place]. It will take about [number] minutes.

## What we would like to talk about
- What is going well, and what {{first name}} says about it.
- What has helped since we last met, and what has not.
- What we all do next, and how we will know that it works.

You are welcome to bring somebody with you. Tell us if you need an interpreter, another time, or to join by phone or video.

{_SIGNED}""",
        law="cop_meet",
    ),
    Wording(
        "meeting_outcome",
        "What we agreed in our meeting",
        "parents",
        "letter",
        "What we agreed about {first name}",
        f"""Dear {{addressee}}

Thank you for coming on [day]. This is our record of what we agreed. The Code of Practice asks us to give it to you ({{citation}}).

## What is going well
[write it here]

## What we agreed to do
- [who does what by when]

## When we look at it again
[day]

If something here is not as you remember it, please tell us within two weeks and we will put it right.

{_SIGNED}""",
        law="cop_meet",
    ),
    Wording(
        "off_register",
        "Your child no longer needs SEN support",
        "parents",
        "letter",
        "{first name} no longer needs SEN support",
        f"""Dear {{addressee}}

When we looked together at {{first name}}'s progress, we agreed that {{first name}} does well with what our teachers do for every child. So {{first name}} no longer has SEN support from [day].

## What stays
- The things that helped stay written down for {{first name}}'s teachers.
- We keep an eye on how {{first name}} is doing and will talk with you if that changes.

If you do not agree, or you see something at home that worries you, please tell us. We will look at it again with you.

{_SIGNED}""",
        law="cop_views",
    ),
    Wording(
        "review_invite",
        "Invitation to an annual review (parents)",
        "parents",
        "invitation",
        "Annual review of {first name}'s EHC plan",
        f"""Dear {{addressee}}

The annual review of {{first name}}'s education, health and care plan is on {{counted from}} at {{time and place}}. We would like you to be there.

Before the meeting we send everybody who is invited the advice that we have gathered, by {{due date}} ({{citation}}). Please send us your own views before then, in whatever way suits you: we can talk on the phone, or you can write.

## What the meeting is for
- What {{first name}} and you think, hope for and want to change.
- Whether the outcomes in the plan are being met, and whether the help in it is the right help.
- What we tell the council: keep the plan, change it, or end it.

{{law}}

{_SIGNED}""",
        law="reg20_invite",
        clock="invite",
    ),
    Wording(
        "review_report",
        "Report of the annual review (parents)",
        "parents",
        "report",
        "Report of {first name}'s annual review",
        f"""Dear {{addressee}}

Thank you for coming to {{first name}}'s annual review on {{counted from}}. The report is with this letter. We have sent the same report to the council.

The council now decides whether to keep the plan as it is, change it or end it. It has to tell you by {{due date}} ({{citation}}). {{law}}

If you have not heard by then, please tell us: we will ask the council too.

{_SIGNED}""",
        law="reg20_10",
        clock="review_4",
    ),
    Wording(
        "referral_consent",
        "May we refer your child to a service?",
        "parents",
        "request",
        "May we ask [name of the service] about {first name}?",
        f"""Dear {{addressee}}

When we talked about {{first name}}, we thought that advice from [name of the service] would help. To ask them, we need your agreement in writing.

## What we would send them
- {{first name}}'s name, date of birth, your address and phone number.
- What we have seen in school, what we have tried, and how it went.
- Anything you would like us to add or leave out: [write it here, or "nothing"]

You do not have to agree, and you can change your mind at any time. {{law}}

Please sign below and give this letter back to us, or ring {{school phone}}.

I agree ☐     I do not agree ☐     Signed ______________________     Date ______________

{_SIGNED}""",
        law="consent",
    ),
    Wording(
        "part_time_parents",
        "A part-time timetable, for your agreement",
        "parents",
        "request",
        "A part-time timetable for {first name}",
        f"""Dear {{addressee}}

We talked about {{first name}} being in school for part of the day for a short time. This is only right if you agree.

## What we propose
- Times in school: [days and times]
- Why: [say it in one sentence]
- It starts on [day] and ends on [day at the latest].
- We look at it together on [day], and every two weeks after that.

{{law}} ({{citation}})

You can end your agreement at any time, and {{first name}} comes back to school full time. We tell the council about this timetable.

Agreed ☐     Not agreed ☐     Signed ______________________     Date ______________

{_SIGNED}""",
        law="part_time",
    ),
    Wording(
        "breach_notice",
        "A mistake with your child's personal data",
        "parents",
        "report",
        "A mistake with {first name}'s personal data",
        f"""Dear {{addressee}}

We are sorry: we have made a mistake with personal data about {{first name}}.

## What happened
[say what happened and when we found it]

## What it may mean for you
[say it plainly]

## What we have done
- [say what was done, and what is done so that it does not happen again]

You can talk to our data protection officer by ringing {{school phone}}. You can also complain to the Information Commissioner's Office: ico.org.uk or 0303 123 1113.

We tell you because of {{citation}}. {{law}}

{_SIGNED}""",
        law="art34",
        is_sensitive=True,
    ),
)
