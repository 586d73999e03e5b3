"""Code sets about family, talks with it, agreed actions and answers that were asked for."""

from django.db import models


class Language(models.TextChoices):
    """Whether somebody needs an interpreter."""

    NONE = "", "Not said"
    NO = "no", "No interpreter"
    SPOKEN = "spoken", "Interpreter"
    SIGNED = "signed", "BSL interpreter"


class Channel(models.TextChoices):
    """How people are in touch."""

    GATE = "gate", "At the gate"
    PHONE = "phone", "Phone"
    IN_PERSON = "in_person", "Meeting"
    VIDEO = "video", "Video call"
    EMAIL = "email", "E-mail"
    TEXT = "text", "Text message"
    LETTER = "letter", "Letter"
    VISIT = "visit", "Home visit"
    PAGE = "page", "Message from their page"


#: Ways in which the school can be the first to get in touch.
PREFERRED = (Channel.PHONE, Channel.EMAIL, Channel.TEXT, Channel.LETTER, Channel.IN_PERSON)


class Withheld(models.TextChoices):
    """From whom an address is withheld."""

    NOBODY = "nobody", "Nobody"
    NAMED = "named", "The people ticked below"
    EVERYBODY = "everybody", "Everybody who does not live there"


class OrderKind(models.TextChoices):
    """What a court, or a person with parental responsibility, has laid down."""

    NO_CONTACT = "no_contact", "No contact with the child"
    LIVES_WITH = "lives_with", "Child arrangements: lives with"
    SPENDS_TIME = "spends_time", "Child arrangements: spends time with"
    NON_MOLESTATION = "non_molestation", "Non-molestation order"
    PROHIBITED = "prohibited", "Prohibited steps order"
    SPECIFIC = "specific", "Specific issue order"
    GUARDIAN = "guardian", "Special guardianship order"
    DELEGATED = "delegated", "Responsibility delegated in writing"
    NO_INFORMATION = "no_information", "Is told nothing about the child"
    OTHER = "other", "Other"


#: What a kind always means, whatever is ticked beside it.
ORDER_MEANS = {
    OrderKind.NO_CONTACT: "stops_contact",
    OrderKind.NON_MOLESTATION: "stops_contact",
    OrderKind.NO_INFORMATION: "stops_information",
    OrderKind.GUARDIAN: "shares_responsibility",
    OrderKind.DELEGATED: "shares_responsibility",
}


class TalkOutcome(models.TextChoices):
    """What came of getting in touch."""

    HELD = "held", "We talked"
    NO_ANSWER = "no_answer", "No answer"
    DECLINED = "declined", "Offered, declined"


class ActionSource(models.TextChoices):
    """Where an action was agreed."""

    HERE = "here", "Child's record"
    CONTACT = "contact", "Contact log"
    MEETING = "meeting", "Meeting"
    ADVICE = "advice", "Professional advice"
    PLAN = "plan", "Plan"
    REFERRAL = "referral", "Referral"
    MOVE = "move", "Transition plan"
    AGREED = "agreed", "Answer to a plan"


class AskKind(models.TextChoices):
    """What is asked for."""

    PARENT_VIEWS = "parent_views", "Parents' views"
    PUPIL_VIEWS = "pupil_views", "Child's views"
    ADVICE = "advice", "Professional advice"
    REPORT = "report", "A report"
    NEWS = "news", "News from school"
    NOT_KNOWN = "not_known", "Receiving teacher's answer"
    #: A part of a plan that few may know of: its own page shows it, and no other.
    PLAN_PART = "plan_part", "Part of a plan"


#: Views and advice: what somebody chooses when they ask or write views down. News is told with a
#: referral, and what the receiving teacher says belongs to the plan for a move.
VIEWS = tuple(
    kind for kind in AskKind if kind not in (AskKind.NEWS, AskKind.NOT_KNOWN, AskKind.PLAN_PART)
)
ASKED_FOR = [(kind.value, kind.label) for kind in VIEWS]


class AskState(models.TextChoices):
    """How far a request is."""

    OPEN = "open", "Waiting for an answer"
    ANSWERED = "answered", "Answered"
    CANCELLED = "cancelled", "Cancelled"


class AskStep(models.TextChoices):
    """What happened to a request: the log that proves asking."""

    SENT = "sent", "Link sent"
    CODE_SENT = "code_sent", "Link opened, code asked for"
    WRONG_CODE = "wrong_code", "Wrong code"
    LOCKED = "locked", "Locked after five wrong codes"
    OPENED = "opened", "Questions opened with the code"
    LETTER = "letter", "The letter taken as a PDF"
    ANSWERED = "answered", "Answered"
    REMINDED = "reminded", "Reminder sent"
    HELD_BACK = "held_back", "Reminder held back: this person may no longer be told"
    READDRESSED = "readdressed", "Sent again"
    CANCELLED = "cancelled", "Cancelled"


class GivenHow(models.TextChoices):
    """How views or advice came to us."""

    LINK = "link", "By link"
    PAPER = "paper", "On paper"
    PHONE = "phone", "By phone"
    IN_PERSON = "in_person", "In person"
    PICTURES = "pictures", "Chosen from pictures"
