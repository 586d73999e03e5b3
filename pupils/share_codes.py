"""Codes of what is shared with a professional outside."""

from django.db import models


class ShareBasis(models.TextChoices):
    """On what a school may share a child's papers with somebody outside."""

    CONSENT = "consent", "A parent agreed"
    ASSESSMENT = "assess", "EHC needs assessment or annual review (Children and Families Act 2014)"
    HEALTH = "health", "Direct care by a health service"
    DUTY = "duty", "Another duty in law or public task"


class StopReason(models.TextChoices):
    """Why somebody stopped sharing before the last day."""

    DONE = "done", "The work is done"
    CONSENT = "consent", "Consent was withdrawn"
    WRONG = "wrong", "Wrong person or wrong paper"
    BULK = "bulk", "All shares were stopped together"


class SharedKind(models.TextChoices):
    """What is shared: a file of the record, or a text of it as it stood."""

    DOCUMENT = "document", "Document"
    PAPER = "paper", "Paper"


class ShareStep(models.TextChoices):
    """What happened to a share: its read log."""

    WAITS = "waits", "Waits for a second look, nothing sent"
    SHARED = "shared", "Shared, link sent"
    SENT_AGAIN = "again", "New link sent"
    CODE_SENT = "code_sent", "Code sent"
    WRONG_CODE = "wrong_code", "Wrong code"
    LOCKED = "locked", "Locked after five wrong codes"
    OPENED = "entered", "Opened the page with the code"
    READ = "read", "Opened the copy"
    ORIGINAL = "original", "Took the original"
    TOOK_OFF = "took_off", "One paper was stopped"
    STOPPED = "stopped", "All was stopped"
    WROTE = "wrote", "Went on to write to us"
