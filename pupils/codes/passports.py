"""Codes of passports, and of taking existing ones in."""

from django.db import models


class PassportPart(models.TextChoices):
    """The parts of a passport that are its own, in a child's voice; what helps is apart."""

    ADMIRE = "admire", "What people like and admire about me"
    MATTERS = "matters", "What matters to me"
    SUPPORT = "support", "How best to support me"
    HARD = "hard", "What is hard for me"
    PLEASE_DO = "do", "Please do"
    PLEASE_DONT = "dont", "Please don't"
    AIMS = "aims", "My aims"
    WHO_HELPS = "who", "Who helps me"
    OWN_WORDS = "words", "In my own words"
    WRITTEN_DOWN = "scribe", "Who wrote this down"


class AboutMe(models.TextChoices):
    """What a child is asked about themselves, with pictures to choose from."""

    LIKES = "likes", "What I like"
    MATTERS = "matters", "What matters to me"
    HELPS = "helps", "What helps me"
    HARD = "hard", "What is hard for me"
    HOW = "how", "How I like to be helped"


class PassportState(models.TextChoices):
    """How far a passport is; from its first publication on it stays published."""

    DRAFT = "draft", "Being written"
    CHECKING = "checking", "To be checked"
    SENT_BACK = "sent_back", "Sent back"
    PUBLISHED = "published", "Published"


#: The steps up to the first publication: the states they start from, and where they lead.
PASSPORT_STEPS: dict[str, tuple[frozenset[PassportState], PassportState]] = {
    "sent": (
        frozenset({PassportState.DRAFT, PassportState.SENT_BACK}),
        PassportState.CHECKING,
    ),
    "sent_back": (frozenset({PassportState.CHECKING}), PassportState.SENT_BACK),
    "published": (
        frozenset({PassportState.DRAFT, PassportState.CHECKING, PassportState.SENT_BACK}),
        PassportState.PUBLISHED,
    ),
}


class IntakeState(models.TextChoices):
    """How far a drop of existing passports is."""

    READING = "reading", "Being read"
    READY = "ready", "Waiting for you"
    WRITING = "writing", "Being taken in"
    DONE = "done", "Taken in"
    UNDONE = "undone", "Taken back"
    DISCARDED = "discarded", "Discarded"


class IntakeFileState(models.TextChoices):
    """What became of one file of a drop."""

    WAITING = "waiting", "To be read"
    READ = "read", "Read"
    REFUSED = "refused", "Not taken"
    KNOWN = "known", "Taken in before"
    TAKEN = "taken", "Taken in"
    LEFT = "left", "Left out"
    BACK = "back", "Taken back"
