"""Code sets of requests for records: who asks, what was decided of each item, on what ground."""

from dataclasses import dataclass

from django.db import models


class RequestKind(models.TextChoices):
    """Under which right somebody asks."""

    SUBJECT_ACCESS = "sar", "Subject access request"
    EDUCATION_RECORD = "record", "A parent asks for the education record"


#: The rule of each kind, and its answer with the last day.
CLOCKS = {
    RequestKind.SUBJECT_ACCESS: ("records.subject_access", "respond_by"),
    RequestKind.EDUCATION_RECORD: ("records.education_record", "due_by"),
}


class AskerKind(models.TextChoices):
    """As what somebody asks."""

    PARENT = "parent", "Parent or carer with parental responsibility"
    CHILD = "child", "The child"
    AGENT = "agent", "Somebody acting for one of them, with written authority"
    OTHER = "other", "Somebody else"


class ChildVoice(models.TextChoices):
    """What the child says to a parent's request."""

    TOO_YOUNG = "young", "Too young to say: the parent asks for the child"
    AGREES = "agrees", "Asked, and agrees"
    OBJECTS = "objects", "Asked, and does not want it"


class Decision(models.TextChoices):
    """What happens to an item."""

    OPEN = "open", "Not decided yet"
    DISCLOSE = "disclose", "Give it"
    REDACT = "redact", "Give it with parts blacked out"
    WITHHOLD = "withhold", "Keep it back"


class Outcome(models.TextChoices):
    """How a request ended."""

    FULL = "full", "Everything was given"
    PART = "part", "Given in part"
    REFUSED = "refused", "Refused"
    WITHDRAWN = "withdrawn", "The person no longer asks"


class HandedHow(models.TextChoices):
    """How the papers reached the person."""

    PRINTED = "printed", "Printed, and collected with proof of identity"
    POST = "post", "Printed, and sent by recorded post"
    EMAIL = "email", "By encrypted e-mail"
    LINK = "link", "By a link with a code, sent from here"
    SHOWN = "shown", "Looked at in school"


@dataclass(frozen=True)
class Ground:
    """Why something is kept back, with its source and how a letter says it."""

    label: str
    citation: str
    in_letter: str


GROUNDS: dict[str, Ground] = {
    "third_party": Ground(
        "About another person",
        "Data Protection Act 2018, schedule 2, paragraph 16",
        "It would tell you about somebody else who has not agreed.",
    ),
    "serious_harm": Ground(
        "Likely to cause serious harm to somebody's health",
        "Data Protection Act 2018, schedule 3 (health, social work and education data)",
        "We may not give it because it is likely to cause serious harm.",
    ),
    "child_abuse": Ground(
        "About abuse of a child, and giving it is not in the child's interests",
        "Data Protection Act 2018, schedule 3, paragraph 21",
        "We may not give it because that is not in the child's interests.",
    ),
    "safeguarding": Ground(
        "With the safeguarding lead, who decides",
        "Data Protection Act 2018, schedule 3",
        "It is not part of the record that this answer is about.",
    ),
    "plan_limits": Ground(
        "An EHC plan, whose disclosure is limited",
        "SEND Regulations 2014, regulation 17; Data Protection Act 2018, schedule 4",
        "The law limits who may be given an EHC plan.",
    ),
    "adoption": Ground(
        "Adoption records",
        "Data Protection Act 2018, schedule 4",
        "The law does not let us give records of adoption.",
    ),
    "privilege": Ground(
        "Advice of a lawyer",
        "Data Protection Act 2018, schedule 2, paragraph 19",
        "It is confidential between the school and its lawyers.",
    ),
    "exam": Ground(
        "Scripts, or marks before they are published",
        "Data Protection Act 2018, schedule 2, paragraph 25",
        "Scripts are not given, and marks not before they are published.",
    ),
    "court": Ground(
        "Papers of a court",
        "Data Protection Act 2018, schedule 3",
        "The court decides who may see its papers.",
    ),
    "not_about": Ground(
        "Not about this child, or not asked for",
        "UK GDPR article 15",
        "It is not part of what you asked for.",
    ),
}
GROUND_CHOICES = [(key, f"{each.label} ({each.citation})") for key, each in GROUNDS.items()]
