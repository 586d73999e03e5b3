"""Code sets of the designated teacher's report on a school year."""

from django.db import models


class YearReportState(models.TextChoices):
    """How far a report is."""

    DRAFT = "draft", "Being written"
    WITH_HEAD = "head", "With the head"
    PUBLISHED = "published", "Published"
    WITHDRAWN = "withdrawn", "Withdrawn"


#: Which state of the pages each is: a key of `aylsham.components.STATES`.
SHOWN = {
    YearReportState.DRAFT: "due_soon",
    YearReportState.WITH_HEAD: "waiting",
    YearReportState.PUBLISHED: "on_track",
    YearReportState.WITHDRAWN: "closed",
}

#: Governors know of it: it was published, and cannot be taken out of the record.
OUT = (YearReportState.PUBLISHED, YearReportState.WITHDRAWN)
