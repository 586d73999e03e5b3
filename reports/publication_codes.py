"""Code sets of what a school publishes."""

from django.db import models


class PublicationState(models.TextChoices):
    """How far a document is."""

    DRAFT = "draft", "Being written"
    WITH_HEAD = "head", "With the head"
    PUBLISHED = "published", "Published"
    REPLACED = "replaced", "Replaced by a newer one"
    WITHDRAWN = "withdrawn", "Withdrawn"


#: Which state of the pages each is: a key of `aylsham.components.STATES`.
SHOWN = {
    PublicationState.DRAFT: "due_soon",
    PublicationState.WITH_HEAD: "waiting",
    PublicationState.PUBLISHED: "on_track",
    PublicationState.REPLACED: "closed",
    PublicationState.WITHDRAWN: "closed",
}

#: It was published once: it cannot be taken out of the record.
OUT = (PublicationState.PUBLISHED, PublicationState.REPLACED, PublicationState.WITHDRAWN)
#: Nobody but its writers and the head sees it.
OPEN = (PublicationState.DRAFT, PublicationState.WITH_HEAD)
