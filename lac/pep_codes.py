"""Code sets of personal education plans, and which step follows which."""

from django.db import models

from aylsham.models import Owes


class PepKind(models.TextChoices):
    PEP = "pep", "Personal education plan"
    SUPPORT = "support", "Support plan"


#: What a page calls a plan in the middle of a sentence.
SHORT = {PepKind.PEP: "PEP", PepKind.SUPPORT: "support plan"}


class PepWhy(models.TextChoices):
    """What a plan is written for."""

    FIRST = "first", "The first since coming into care"
    TERM = "term", "This term’s"
    MOVE = "move", "New after a move"
    REVIEW = "review", "Before a review of the care plan"


class PepState(models.TextChoices):
    """How far a plan is."""

    WRITING = "writing", "Being written"
    READY = "ready", "Ready for the meeting"
    HELD = "held", "Meeting held"
    SIGNED = "signed", "Signed"
    SENT = "sent", "Sent to the virtual school"
    RETURNED = "returned", "Returned with feedback"
    COMPLETE = "complete", "Complete"
    WITHDRAWN = "withdrawn", "Withdrawn"


_S = PepState
#: Whoever opens a plan again says why; it is written, checked and signed anew.
TRANSITIONS: dict[PepState, frozenset[PepState]] = {
    _S.WRITING: frozenset({_S.READY, _S.WITHDRAWN}),
    _S.READY: frozenset({_S.HELD, _S.WRITING, _S.WITHDRAWN}),
    _S.HELD: frozenset({_S.SIGNED, _S.WRITING, _S.WITHDRAWN}),
    _S.SIGNED: frozenset({_S.SENT, _S.COMPLETE, _S.WRITING}),
    _S.SENT: frozenset({_S.COMPLETE, _S.RETURNED, _S.WRITING}),
    _S.RETURNED: frozenset({_S.WRITING}),
    _S.COMPLETE: frozenset({_S.WRITING}),
    _S.WITHDRAWN: frozenset(),
}
#: The words of a plan change only in these.
OPEN_STATES = (_S.WRITING, _S.READY, _S.HELD)
#: The facts and the words are kept as they were signed.
FROZEN_STATES = (_S.SIGNED, _S.SENT, _S.RETURNED, _S.COMPLETE)
#: The school has done its part.
OUT_STATES = (_S.SENT, _S.COMPLETE)
#: The school still has something to do. One such plan of a child and term at a time; RETURNED is
#: one that somebody opens again first.
IN_HAND_STATES = (*OPEN_STATES, _S.SIGNED)
#: What a further plan of a term may be for, once the first is out.
FURTHER = (PepWhy.MOVE, PepWhy.REVIEW)
#: Which state of the pages each is: a key of `aylsham.components.STATES`.
SHOWN = {
    _S.WRITING: "due_soon",
    _S.READY: "due_soon",
    _S.HELD: "due_soon",
    _S.SIGNED: "due_soon",
    _S.SENT: "waiting",
    _S.RETURNED: "overdue",
    _S.COMPLETE: "on_track",
    _S.WITHDRAWN: "closed",
}


class PartOwner(models.TextChoices):
    """Who writes a part."""

    TEACHER = "teacher", "Class teacher"
    DESIGNATED = "designated", "Designated teacher"
    SOCIAL_WORKER = "worker", "Social worker"
    CARER = "carer", "Carer or parent"
    CHILD = "child", "Child"
    VIRTUAL_SCHOOL = "virtual", "Virtual school"


#: Who owes a part that waits.
OWES = {
    PartOwner.TEACHER: Owes.SCHOOL,
    PartOwner.DESIGNATED: Owes.SCHOOL,
    PartOwner.CHILD: Owes.SCHOOL,
    PartOwner.SOCIAL_WORKER: Owes.SOCIAL_CARE,
    PartOwner.CARER: Owes.PARENT,
    PartOwner.VIRTUAL_SCHOOL: Owes.LOCAL_AUTHORITY,
}


class PartState(models.TextChoices):
    TO_DO = "to_do", "To do"
    WAITING = "waiting", "With somebody"
    DONE = "done", "Done"
    NOT_NEEDED = "not_needed", "Not needed"


PART_SHOWN = {
    PartState.TO_DO: "due_soon",
    PartState.WAITING: "waiting",
    PartState.DONE: "on_track",
    PartState.NOT_NEEDED: "closed",
}
#: Nothing more is to be done about it.
PART_SETTLED = (PartState.DONE, PartState.NOT_NEEDED)


class Whose(models.TextChoices):
    """In whose words an answer is."""

    CHILD = "child", "The child’s own words"
    CARER = "carer", "The carer’s or parent’s words"
    ADULT = "adult", "An adult of the school"
    OUTSIDE = "outside", "A professional from outside"


class TargetSort(models.TextChoices):
    """What a target of the plan is about."""

    DEVELOPMENT = "development", "Developmental"
    ACADEMIC = "academic", "Academic"
    OUT_OF_SCHOOL = "outside", "Out of school"
    STUDY = "study", "Study support"
    ASPIRATION = "aspiration", "Aspiration"


class TargetTerm(models.TextChoices):
    SHORT = "short", "Short-term"
    LONG = "long", "Long-term"


class Signer(models.TextChoices):
    """Who signs."""

    DESIGNATED = "designated", "Designated teacher"
    SOCIAL_WORKER = "worker", "Social worker"
    CARER = "carer", "Carer or parent"
    CHILD = "child", "Child"
    VIRTUAL_SCHOOL = "virtual", "Virtual school"


#: Without these a plan is not signed.
MUST_SIGN = {
    PepKind.PEP: (Signer.DESIGNATED, Signer.SOCIAL_WORKER),
    PepKind.SUPPORT: (Signer.DESIGNATED, Signer.CARER),
}
#: Who is not asked at all.
NEVER_SIGNS = {
    PepKind.PEP: frozenset[Signer](),
    PepKind.SUPPORT: frozenset({Signer.SOCIAL_WORKER, Signer.VIRTUAL_SCHOOL}),
}


class Met(models.TextChoices):
    """Whether a plan meets a criterion."""

    MET = "met", "Met"
    PARTLY = "partly", "Partly"
    NOT = "not", "Not met"


class SentHow(models.TextChoices):
    PORTAL = "portal", "Typed into the virtual school’s portal"
    MAIL = "mail", "Secure e-mail"
    PAPER = "paper", "On paper"


class Grade(models.TextChoices):
    """What the virtual school thinks of a plan."""

    OUTSTANDING = "outstanding", "Outstanding"
    GOOD = "good", "Good"
    IMPROVE = "improve", "Needs to be better"
    INADEQUATE = "inadequate", "Not good enough"
    NONE = "none", "No grade, only words"
