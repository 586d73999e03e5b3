"""Code sets about meetings and early help, and the agendas that a school begins with."""

from django.db import models


class MeetingKind(models.TextChoices):
    """What a meeting about children is."""

    TEAM = "team", "Team around the child"
    PERSON = "person", "Person-centred review"
    PROGRESS = "progress", "Pupil progress meeting"
    PARENTS = "parents", "Meeting with parents"


#: What an invited person reads, of nine years' reading age and without the field's words.
KIND_FOR_GUESTS = {
    MeetingKind.TEAM: "a meeting of everybody who helps",
    MeetingKind.PERSON: "a meeting about how things are going",
    MeetingKind.PROGRESS: "a meeting about progress",
    MeetingKind.PARENTS: "a meeting with the school",
}


class MeetingState(models.TextChoices):
    """How far a meeting is."""

    PLANNED = "planned", "Planned"
    HELD = "held", "Held"
    CALLED_OFF = "called_off", "Called off"


class InviteeKind(models.TextChoices):
    """Where an invited person belongs."""

    STAFF = "staff", "Colleague"
    CONTACT = "contact", "Family"
    OUTSIDE = "outside", "From outside"


class Reply(models.TextChoices):
    """What an invited person answered."""

    NONE = "", "No answer yet"
    COMING = "coming", "Coming"
    APOLOGIES = "apologies", "Apologies"
    CANNOT = "cannot", "Cannot come then"


#: What an invited person presses.
REPLY_WORDS = {
    Reply.COMING: "Yes, I am coming",
    Reply.APOLOGIES: "No. Please go ahead without me",
    Reply.CANNOT: "Not at that time. Please ask me about another day",
}

#: (item, minutes) with which a school begins; it may word its own.
AGENDAS: dict[str, list[tuple[str, int]]] = {
    MeetingKind.TEAM: [
        ("Who is here, and what we want from today", 5),
        ("What is going well", 10),
        ("What we are worried about", 10),
        ("What each of us is doing", 10),
        ("What we agree: who does what by when", 15),
        ("When we meet again", 5),
    ],
    MeetingKind.PERSON: [
        ("What people like and admire", 5),
        ("What is important to the child, now and later", 10),
        ("What is working, what is not", 15),
        ("What helps best", 10),
        ("What we agree: who does what by when", 15),
        ("When we meet again", 5),
    ],
    MeetingKind.PROGRESS: [
        ("Who is on track, who is not", 10),
        ("What we change for the whole class", 10),
    ],
    MeetingKind.PARENTS: [
        ("How you see things at home", 10),
        ("How things are at school, and what we tried", 10),
        ("What we agree: who does what by when", 8),
        ("When we meet again", 2),
    ],
}
#: Minutes for each child of a pupil progress meeting.
FOR_EACH_CHILD = 5


class HelpLevel(models.TextChoices):
    """How much help a family gets; councils' thresholds number them 2 to 4."""

    UNIVERSAL_PLUS = "2", "Level 2: a little more help"
    TARGETED = "3", "Level 3: several services together"
    SPECIALIST = "4", "Level 4: specialist"


class ConsentHow(models.TextChoices):
    """How a family agreed."""

    SIGNED = "signed", "In writing"
    MEETING = "meeting", "At a meeting"
    PHONE = "phone", "By phone"


class HelpEnd(models.TextChoices):
    """Why an early-help plan was closed."""

    MET = "met", "What the family wanted is reached"
    UNIVERSAL = "universal", "Help goes on without a plan"
    STEPPED_UP = "stepped_up", "Stepped up to social care"
    CONSENT = "consent", "The family no longer agrees"
    MOVED = "moved", "The family has moved"
