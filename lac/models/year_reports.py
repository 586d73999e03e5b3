"""The designated teacher's report on a school year, and its PDF; about no single child.

Not a `SchoolReport` of the top floor: that is of a term, counted from the SEND register, prepared
and read by people who may not know who is in care, and this floor's deadlines ask whether it is
out. It keeps no count at all: only sentences that were made fit to print (`lac.rules.anonymity`).
"""

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils import timezone

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from lac.report_codes import OUT, YearReportState


def _user() -> models.ForeignKey:
    return models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )


@track_history(exclude=("content", "job_id"))
class YearReport(SchoolOwned):
    """A report of a school year: drafted by the designated teacher, published by the head.

    One that was withdrawn stays beside the next of its year.
    """

    academic_year = models.PositiveSmallIntegerField(help_text="The year in which it begins.")
    state = models.CharField(max_length=9, choices=YearReportState, default=YearReportState.DRAFT)
    #: By when the school wants it; empty: by the end of the summer term.
    due_on = models.DateField("to be published by", null=True, blank=True)
    #: What the record says, [[key, title, [sentences], question]]; never a count below five.
    content = models.JSONField(default=list, blank=True)
    #: The day up to which the record was read.
    counted_on = models.DateField()
    #: The designated teacher's own words, by part.
    words = models.JSONField("the designated teacher’s own words", default=dict, blank=True)
    #: What was found in the words and leads to nobody: why, by the key of the finding.
    answers = models.JSONField("what is nobody’s name, and why", default=dict, blank=True)
    sent_by = _user()
    sent_at = models.DateTimeField(null=True, blank=True)
    #: What the head wants changed; empty once it is sent again.
    sent_back_words = models.TextField("what the head wants changed", blank=True)
    published_by = _user()
    published_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = _user()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    #: Not shown to governors: it may say what should not have been printed.
    withdrawn_why = models.TextField("why it was withdrawn", blank=True)
    #: The newest background work on it.
    job_id = models.UUIDField(null=True, blank=True)

    class Meta(SchoolOwned.Meta):
        ordering = ["-academic_year", "-id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.UniqueConstraint(
                fields=["school", "academic_year"],
                condition=~Q(state="withdrawn"),
                name="lac_yearreport_one_a_year",
            ),
            models.CheckConstraint(
                condition=Q(academic_year__gte=2010, academic_year__lte=2100),
                name="lac_yearreport_year",
            ),
            models.CheckConstraint(
                condition=Q(state="draft", sent_at=None, sent_by=None)
                | (~Q(state="draft") & Q(sent_at__isnull=False)),
                name="lac_yearreport_sent_has_time",
            ),
            models.CheckConstraint(
                condition=Q(state__in=OUT, published_at__isnull=False)
                | (~Q(state__in=OUT) & Q(published_at=None, published_by=None)),
                name="lac_yearreport_published_has_time",
            ),
            models.CheckConstraint(
                condition=(Q(state="withdrawn", withdrawn_at__isnull=False) & ~Q(withdrawn_why=""))
                | (
                    ~Q(state="withdrawn")
                    & Q(withdrawn_at=None, withdrawn_by=None, withdrawn_why="")
                ),
                name="lac_yearreport_withdrawn_has_time",
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="keep_published_report",
                operation=pgtrigger.Delete,
                condition=pgtrigger.Q(old__state__in=OUT),
            ),
            pgtrigger.FSM(
                name="published_for_good",
                field="state",
                transitions=[
                    ("draft", "head"),
                    ("head", "draft"),
                    ("head", "published"),
                    ("published", "withdrawn"),
                ],
            ),
        ]

    def __str__(self) -> str:
        return str(self.academic_year)

    @property
    def is_draft(self) -> bool:
        return self.state == YearReportState.DRAFT

    @property
    def is_with_head(self) -> bool:
        return self.state == YearReportState.WITH_HEAD

    @property
    def is_published(self) -> bool:
        return self.state == YearReportState.PUBLISHED

    @property
    def is_withdrawn(self) -> bool:
        return self.state == YearReportState.WITHDRAWN

    @property
    def year_words(self) -> str:
        """As people say it: `2025 to 2026`."""
        return f"{self.academic_year} to {self.academic_year + 1}"


class YearReportFile(SchoolOwned):
    """A published report as a PDF, written once."""

    report = school_key(YearReport, related_name="files")
    pdf = models.BinaryField()
    digest = models.CharField(max_length=64)  # SHA-256, hexadecimal
    made_at = models.DateTimeField(default=timezone.now)

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("report", name="lac_yearreportfile_report_same_school"),
            models.UniqueConstraint(fields=["school", "report"], name="lac_yearreportfile_one"),
        ]
        triggers = [
            pgtrigger.Protect(name="keep_year_pdf", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return self.digest
