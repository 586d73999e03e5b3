"""Code sets about concerns: who raises one, what is seen, what was tried, what is decided."""

from django.db import models

from pupils.codes import AreaOfNeed

#: The areas a concern can be in; "not in an area" is no answer to what is seen.
CONCERN_AREAS = [(a.value, a.label) for a in AreaOfNeed if a != AreaOfNeed.OTHER]


class ConcernSource(models.TextChoices):
    """Whose concern it is; a colleague enters those of others."""

    COLLEAGUE = "colleague", "Mine"
    PARENT = "parent", "A parent"
    NURSERY = "nursery", "The nursery"
    HEALTH_VISITOR = "health_visitor", "The health visitor"
    SCREENING = "screening", "A screening"
    PROGRESS_CHECK = "progress_check", "The progress check at two"


class EnglishStage(models.TextChoices):
    """Proficiency in English as the DfE described it, from A to E."""

    NATIVE = "N", "English is the home language"
    NEW = "A", "New to English"
    EARLY = "B", "Early acquisition"
    DEVELOPING = "C", "Developing competence"
    COMPETENT = "D", "Competent"
    FLUENT = "E", "Fluent"


class Stage(models.TextChoices):
    """Phases that a statement of ordinarily available provision is written for."""

    EARLY_YEARS = "EY", "Early years"
    KEY_STAGE_1 = "KS1", "Years 1 and 2"
    KEY_STAGE_2 = "KS2", "Years 3 to 6"


def stage_of(year_group: str) -> Stage:
    """The phase of a year group."""
    if year_group in ("1", "2"):
        return Stage.KEY_STAGE_1
    return Stage.KEY_STAGE_2 if year_group in "345678X" else Stage.EARLY_YEARS


class Worked(models.TextChoices):
    """Whether something that was tried worked."""

    YES = "yes", "Worked"
    PARTLY = "partly", "A little"
    NO = "no", "Did not work"
    EARLY = "early", "Too soon to say"


class InClass(models.TextChoices):
    """Whether something that every child is offered was seen in a class."""

    IN_PLACE = "in_place", "In place"
    PARTLY = "partly", "Partly"
    NOT_SEEN = "not_seen", "Not seen"
    NOT_FOR_US = "not_for_us", "Does not apply"


class SeenToo(models.TextChoices):
    """Whether another adult sees something in the area of a concern."""

    YES = "yes", "Yes, clearly"
    PARTLY = "partly", "A little"
    NO = "no", "No"


class StepKind(models.TextChoices):
    """What was decided about a concern."""

    UNIVERSAL = "universal", "Strategies in class"
    MONITORING = "monitoring", "Monitoring"
    REVIEWED = "reviewed", "Monitoring looked at"
    ASSESSMENT = "assessment", "Assessment"
    REFERRAL = "referral", "Referral"
    SUPPORT = "support", "SEN support"
    CLOSED = "closed", "Closed"


#: What can be seen, by area: the code is kept, the words may be said better.
SEEN: dict[str, tuple[tuple[str, str], ...]] = {
    AreaOfNeed.COMMUNICATION: (
        ("instructions", "Does not follow instructions that others follow"),
        ("words", "Uses few words or short sentences for the age"),
        ("sounds", "Is hard to understand"),
        ("conversation", "Finds conversation and turn-taking hard"),
        ("change", "Is upset by small changes"),
        ("literal", "Takes things literally"),
    ),
    AreaOfNeed.COGNITION: (
        ("reading", "Reading is behind and not catching up"),
        ("writing", "Writing or spelling is behind and not catching up"),
        ("number", "Number is behind and not catching up"),
        ("memory", "Forgets what was learned the day before"),
        ("start", "Does not start or finish work without help"),
        ("pace", "Needs much more time than others"),
    ),
    AreaOfNeed.SEMH: (
        ("worry", "Worries or is often tearful"),
        ("withdrawn", "Is withdrawn or often alone"),
        ("anger", "Gets angry quickly and takes long to settle"),
        ("attention", "Cannot keep attention on a task"),
        ("friends", "Has trouble making or keeping friends"),
        ("away", "Does not want to come to school"),
    ),
    AreaOfNeed.SENSORY: (
        ("hearing", "Seems not to hear, or watches faces closely"),
        ("sight", "Holds books close, or rubs the eyes"),
        ("pencil", "Finds pencil, scissors or buttons hard"),
        ("balance", "Trips, falls or tires more than others"),
        ("noise", "Covers the ears or avoids noise, touch or light"),
        ("seeks", "Is always moving, touching or chewing"),
    ),
}
SEEN_WORDS = {code: words for ticks in SEEN.values() for code, words in ticks}

#: Our starting text, for a school that has not written its own.
STARTING_TEXT: dict[str, tuple[str, ...]] = {
    AreaOfNeed.COMMUNICATION: (
        "Short instructions, one at a time, in the order in which they are done",
        "Ten seconds to think before an answer is expected",
        "Pictures or objects beside words, and a visual timetable",
        "New words taught before the lesson",
        "A warning before a change",
    ),
    AreaOfNeed.COGNITION: (
        "Work in small steps, with an example that stays in view",
        "Practice of what was learned, a little every day",
        "Word mats, number lines and things to handle within reach",
        "Other ways than writing to show what was learned",
        "More time, or fewer questions of the same kind",
    ),
    AreaOfNeed.SEMH: (
        "A calm start to the day with a known adult",
        "A place in the room to go to when it is too much",
        "Praise that says what was done well",
        "Rules and routines in pictures, the same with every adult",
        "Help with joining in at playtime",
    ),
    AreaOfNeed.SENSORY: (
        "A seat with a good view of faces and board, away from noise and glare",
        "Larger or clearer print and uncluttered sheets",
        "Pencil grips, sloping boards and other scissors to try",
        "Short breaks to move",
        "Ear defenders or a quieter place for a time",
    ),
}
