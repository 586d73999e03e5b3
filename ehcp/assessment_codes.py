"""Code sets of needs assessments, of disagreements about them, and of consultations."""

from dataclasses import dataclass

from django.db import models


class Requester(models.TextChoices):
    """Who may ask for an assessment (Children and Families Act 2014, s.36(1))."""

    SCHOOL = "school", "The school"
    PARENT = "parent", "A parent"
    YOUNG_PERSON = "young", "The young person"


class Proof(models.TextChoices):
    """What shows on which day something reached the council, or us."""

    EMAIL = "email", "An e-mail that confirms it"
    PORTAL = "portal", "The council’s portal"
    LETTER = "letter", "The council’s letter names the day"
    RECORDED = "recorded", "Recorded delivery"
    HAND = "hand", "Handed in, with a receipt"


class AssessDecision(models.TextChoices):
    """What the council decides about a request (SEND Regulations 2014, reg 5)."""

    ASSESS = "assess", "It will assess"
    REFUSE = "refuse", "It will not assess"


class AdviceFrom(models.TextChoices):
    """Whose advice the council seeks (SEND Regulations 2014, reg 6(1))."""

    SCHOOL = "school", "Our school"
    PARENT = "parent", "The parents"
    PSYCHOLOGIST = "psych", "Educational psychologist"
    HEALTH = "health", "Health"
    SOCIAL_CARE = "care", "Social care"
    OTHER = "other", "Somebody else"


class ExceptionKind(models.TextChoices):
    """The four exceptions of a council (SEND Regulations 2014, regs 5(4), 10(4), 13(3))."""

    SCHOOL_CLOSED = "school", "(a) Asked the school around a closure of four weeks or more"
    EARLY_YEARS = "early", "(b) Asked an early-years setting around such a closure"
    CIRCUMSTANCES = "personal", "(c) Exceptional personal circumstances of child or parent"
    ABSENT = "absent", "(d) Child or parent away from the area for four weeks or more"


class Milestone(models.TextChoices):
    """What an assessment goes through, in the order of the law."""

    REQUEST = "request", "The request"
    DECISION = "decision", "Decision whether to assess"
    ADVICE = "advice", "Advice"
    DRAFT = "draft", "Draft plan"
    NO_PLAN = "no_plan", "Word that there will be no plan"
    COMMENTS = "comments", "The parents’ fifteen days"
    FINAL = "final", "Final plan"
    APPEAL = "appeal", "Mediation and appeal"


#: What a council owes, and may say a day of its own for.
OF_COUNCIL = (Milestone.DECISION, Milestone.NO_PLAN, Milestone.DRAFT, Milestone.FINAL)


class Answer(models.TextChoices):
    """What a school answers when a council asks about naming it."""

    MEETS = "meets", "We can meet the child’s needs"
    MEETS_WITH = "with", "We can meet the child’s needs, with what we say below"
    OBJECTS = "objects", "We object, on a ground of the law"


@dataclass(frozen=True)
class Ground:
    """A lawful reason not to be named, and how a letter says it."""

    label: str
    citation: str
    #: Whether "no reasonable steps" has to be shown.
    needs_steps: bool


#: Children and Families Act 2014, s.39(4); there is no other ground.
GROUNDS: dict[str, Ground] = {
    "unsuitable": Ground(
        "The school is unsuitable for the child’s age, ability, aptitude or special educational "
        "needs",
        "Children and Families Act 2014, s.39(4)(a)",
        needs_steps=False,
    ),
    "others": Ground(
        "The child’s attendance would be incompatible with the efficient education of others",
        "Children and Families Act 2014, s.39(4)(b)",
        needs_steps=True,
    ),
    "resources": Ground(
        "The child’s attendance would be incompatible with the efficient use of resources",
        "Children and Families Act 2014, s.39(4)(b)",
        needs_steps=True,
    ),
}
GROUND_CHOICES = [(key, each.label) for key, each in GROUNDS.items()]


class ReplyHow(models.TextChoices):
    """How a reply went to the council."""

    EMAIL = "email", "By secure e-mail"
    PORTAL = "portal", "On the council’s portal"
    POST = "post", "By post"
