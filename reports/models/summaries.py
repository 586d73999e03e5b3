"""A school's counts, kept for the page on which schools stand side by side."""

from django.db import models

from aylsham.tenancy.models import SchoolOwned


class SchoolSummary(SchoolOwned):
    """What was counted of a school last: one row a school.

    Nobody edits it: it is what the school's own pages say, kept, and can be counted again at any time.
    """

    counted_on = models.DateField()
    made_at = models.DateTimeField()
    #: Which counts there are, see `reports.summaries.counts`; a row of an older kind is not shown.
    version = models.PositiveSmallIntegerField()
    #: {name of a count: how many}; never a name or an id.
    counts = models.JSONField(default=dict)

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.UniqueConstraint(fields=["school"], name="reports_schoolsummary_uniq"),
        ]

    def __str__(self) -> str:
        return str(self.counted_on)
