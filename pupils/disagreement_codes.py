"""Code sets of disagreements with a family."""

from django.db import models


class Route(models.TextChoices):
    """Which way it goes; each has its own dates."""

    SCHOOL = "school", "Talked over with the school"
    COMPLAINT = "complaint", "School's complaints procedure"
    MEDIATION = "mediation", "Mediation with the council"
    TRIBUNAL = "tribunal", "Appeal to the SEND Tribunal"


#: The rule of a route, by the name under which the register of rules has it.
RULES = {Route.MEDIATION: "ehcp.mediation", Route.TRIBUNAL: "ehcp.appeal"}


class Entry(models.TextChoices):
    """What a text of the trail is."""

    CONCERN = "concern", "What they are not content with"
    REPLY = "reply", "Our reply"
    ANSWER = "answer", "Their answer"
    OUTCOME = "outcome", "Outcome"


class Result(models.TextChoices):
    """How it ended."""

    AGREED = "agreed", "Agreed"
    PARTLY = "partly", "Agreed in part"
    NOT_AGREED = "not", "Not agreed"
    DECIDED = "decided", "Decided by the Tribunal or a panel"
    WITHDRAWN = "withdrawn", "No longer pursued"
