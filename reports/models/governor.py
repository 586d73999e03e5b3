"""Governor reports as they were published, for good, and their drafts."""

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils import timezone

from aylsham.models import Federation, School
from aylsham.suppression.audience import Audience
from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import FederationOwned, SchoolOwned, school_key
from reports.codes import OPEN_STATES, OUT_STATES, ReportState
from reports.governor.report import Report
from reports.governor.terms import TermKey


class GovernorReportQuerySet(models.QuerySet):
    def published(self):
        """Reports that governors may read now."""
        return self.filter(state=ReportState.PUBLISHED)

    def open(self):
        """Reports that nobody but their makers has seen."""
        return self.filter(state__in=OPEN_STATES)

    def out(self):
        """Reports that were published once, withdrawn ones too: they have been read."""
        return self.filter(state__in=OUT_STATES)

    def of(self, term: TermKey, audience: Audience):
        """All versions of one report."""
        return self.filter(term=term.code, audience=audience)


class GovernorReport(models.Model):
    """One version of a report on one term for one audience; None stands for what is hidden."""

    term = models.CharField(max_length=12)  # 2026-autumn
    audience = models.CharField(max_length=9, choices=[(a.value, a.label) for a in Audience])
    version = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=9, choices=ReportState, default=ReportState.COUNTING)
    #: What it says, as `Report.as_json`; empty until it has been counted.
    content = models.JSONField(default=dict, blank=True)
    #: The register of figures: every count that it shows, and None for every one that it hides.
    figures = models.JSONField(default=dict, blank=True)
    #: A mark of the figures that were out when it was counted.
    counted_beside = models.CharField(max_length=64, blank=True)
    #: The SENDCo's own words by part of the report.
    words = models.JSONField("the SENDCo’s own words", default=dict, blank=True)
    #: The newest background work on it; the work itself is forgotten after a while.
    job_id = models.UUIDField(null=True, blank=True)
    made_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    made_at = models.DateTimeField(default=timezone.now)
    published_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    published_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_because = models.TextField("why it was withdrawn", blank=True)

    objects = GovernorReportQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=OUT_STATES, published_at__isnull=False)
                | Q(state__in=OPEN_STATES, published_at=None),
                name="%(app_label)s_%(class)s_published_has_time",
            ),
            models.CheckConstraint(
                condition=Q(state=ReportState.WITHDRAWN, withdrawn_at__isnull=False)
                & ~Q(withdrawn_because="")
                | ~Q(state=ReportState.WITHDRAWN)
                & Q(withdrawn_at=None, withdrawn_by=None, withdrawn_because=""),
                name="%(app_label)s_%(class)s_withdrawn_has_reason",
            ),
            models.CheckConstraint(
                condition=Q(state=ReportState.COUNTING) | ~Q(content={}),
                name="%(app_label)s_%(class)s_counted_says_something",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.term} {self.audience} {self.version}"

    @property
    def key(self) -> TermKey:
        """The term that it reports on."""
        return TermKey.parse(self.term)

    @property
    def readers(self) -> Audience:
        return Audience(self.audience)

    @property
    def report(self) -> Report:
        """What it says."""
        return Report.from_json(self.content)

    @property
    def is_counting(self) -> bool:
        return self.state == ReportState.COUNTING

    @property
    def is_draft(self) -> bool:
        return self.state == ReportState.DRAFT

    @property
    def is_open(self) -> bool:
        return self.state in OPEN_STATES

    @property
    def is_published(self) -> bool:
        return self.state == ReportState.PUBLISHED

    @property
    def is_withdrawn(self) -> bool:
        return self.state == ReportState.WITHDRAWN


def _one_of_each(owner: str) -> list[models.UniqueConstraint]:
    """Versions are counted; one draft at a time, and one that governors read."""
    of = [owner, "term", "audience"]
    name = "%(app_label)s_%(class)s"
    return [
        models.UniqueConstraint(fields=[*of, "version"], name=f"{name}_version_uniq"),
        models.UniqueConstraint(
            fields=of, condition=Q(state__in=OPEN_STATES), name=f"{name}_one_draft"
        ),
        models.UniqueConstraint(
            fields=of, condition=Q(state=ReportState.PUBLISHED), name=f"{name}_one_published"
        ),
    ]


_UNTRACKED = ("content", "figures", "counted_beside", "job_id")


@track_history(exclude=_UNTRACKED)
class SchoolReport(SchoolOwned, GovernorReport):
    """A school's governor report."""

    class Meta(SchoolOwned.Meta, GovernorReport.Meta):
        abstract = False
        ordering = ["-term", "audience", "-version"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            *GovernorReport.Meta.constraints,
            *_one_of_each("school"),
        ]

    @property
    def owner(self) -> School:
        return self.school

    @property
    def schools(self) -> list[School]:
        """Every school that it reports on."""
        return [self.school]


@track_history(exclude=_UNTRACKED)
class FederationReport(FederationOwned, GovernorReport):
    """A federation's governor report: over all its schools, and seen on their common pages."""

    class Meta(FederationOwned.Meta, GovernorReport.Meta):
        abstract = False
        ordering = ["-term", "audience", "-version"]
        constraints = [*GovernorReport.Meta.constraints, *_one_of_each("federation")]

    @property
    def owner(self) -> Federation:
        return self.federation

    @property
    def schools(self) -> list[School]:
        """Every school that it reports on."""
        return list(self.federation.schools.order_by("name"))


class ReportFile(models.Model):
    """A report as a PDF. That of a published report is kept as it is and never written again."""

    is_draft = models.BooleanField()
    pdf = models.BinaryField()
    digest = models.CharField(max_length=64)  # SHA-256, hexadecimal
    #: A mark of what it was made from: a draft's PDF is old when the draft has changed.
    made_of = models.CharField(max_length=64)
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        abstract = True
        triggers = [
            pgtrigger.Protect(
                name="keep_published_pdf",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__is_draft=False),
            )
        ]

    def __str__(self) -> str:
        return self.digest


class SchoolReportFile(SchoolOwned, ReportFile):
    """A school's report as a PDF."""

    report = school_key(SchoolReport, related_name="files")

    class Meta(SchoolOwned.Meta, ReportFile.Meta):
        abstract = False
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("report", name="reports_schoolreportfile_report_same_school"),
            models.UniqueConstraint(
                fields=["school", "report", "is_draft"], name="reports_schoolreportfile_one_each"
            ),
        ]


class FederationReportFile(FederationOwned, ReportFile):
    """A federation's report as a PDF."""

    report = models.ForeignKey(
        FederationReport, on_delete=models.PROTECT, related_name="files", db_index=False
    )

    class Meta(FederationOwned.Meta, ReportFile.Meta):
        abstract = False
        constraints = [
            models.UniqueConstraint(
                fields=["federation", "report", "is_draft"],
                name="reports_federationreportfile_one_each",
            ),
        ]
