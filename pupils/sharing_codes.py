"""Codes of what leaves the school, and of the second person who looks at it first."""

from django.db import models


class ShareKind(models.TextChoices):
    """What leaves the school."""

    RECORDS = "records", "An answer to a request for records"
    PACK = "pack", "A child's record for another school"
    LETTER = "letter", "A letter"
    OUTSIDE = "outside", "Papers shared with a professional outside"
    PAGE = "page", "A paper on a parent's page"
    EVIDENCE = "evidence", "Evidence put together for a council"


class WhenAsked(models.TextChoices):
    """When a second person has to approve."""

    ALWAYS = "always", "Always"
    SENSITIVE = "sensitive", "When it holds text marked sensitive"
    NEVER = "never", "Never"


#: What holds until a school says otherwise.
USUAL: dict[str, str] = {
    ShareKind.RECORDS: WhenAsked.ALWAYS,
    ShareKind.PACK: WhenAsked.SENSITIVE,
    ShareKind.LETTER: WhenAsked.SENSITIVE,
    ShareKind.OUTSIDE: WhenAsked.SENSITIVE,
    ShareKind.PAGE: WhenAsked.SENSITIVE,
    ShareKind.EVIDENCE: WhenAsked.ALWAYS,
}


class Answered(models.TextChoices):
    """What the approver said."""

    OPEN = "open", "Waiting"
    APPROVED = "approved", "Approved"
    SENT_BACK = "sent_back", "Sent back"
    WITHDRAWN = "withdrawn", "No longer asked"
