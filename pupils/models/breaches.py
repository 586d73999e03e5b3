"""The register of personal data breaches: what happened, who knew when, what was done."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from pupils.codes import BreachRisk, FamiliesTold


@track_history
class Breach(SchoolOwned):
    """A personal data breach, kept whether or not the ICO is told (UK GDPR art 33(5))."""

    #: The child on whose record the document lay, or whom it is about; None: no one child.
    pupil = school_key(
        "pupils.Pupil", on_delete=models.PROTECT, null=True, blank=True, related_name="breaches"
    )
    #: The child whose data others could see, where that is known.
    about = school_key(
        "pupils.Pupil",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="breaches_about",
    )
    #: The misfiled document as a plain id: the register outlives it.
    document_id = models.UUIDField(null=True, blank=True, editable=False)
    happened = models.TextField("what happened")
    found_at = models.DateTimeField("when it was found")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")
    action = models.TextField("what was done")
    #: Who had opened the document when it was found; the log has every single time.
    opened_by = ArrayField(models.UUIDField(), default=list, blank=True)
    risk = models.CharField("decision", max_length=8, choices=BreachRisk, default=BreachRisk.OPEN)
    risk_reason = models.TextField("why", blank=True)
    #: Who sees to it: the clock is theirs.
    owner = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    families = models.CharField(
        "families", max_length=4, choices=FamiliesTold, default=FamiliesTold.OPEN
    )
    families_reason = models.TextField("how they were told, or why not", blank=True)
    families_on = models.DateField("families told on", null=True, blank=True)
    reported_at = models.DateTimeField("reported to the ICO at", null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta(SchoolOwned.Meta):
        verbose_name_plural = "breaches"
        ordering = ["-found_at"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="pupils_breach_pupil_same_school"),
            SameSchool("about", name="pupils_breach_about_same_school"),
            models.CheckConstraint(
                condition=Q(risk="reported", reported_at__isnull=False)
                | (~Q(risk="reported") & Q(reported_at=None)),
                name="pupils_breach_reported_has_time",
            ),
            models.CheckConstraint(
                condition=Q(risk="open") | ~Q(risk_reason=""), name="pupils_breach_decision_has_why"
            ),
            models.CheckConstraint(
                condition=Q(families=FamiliesTold.OPEN, families_on=None)
                | (Q(families=FamiliesTold.NOT_NEEDED, families_on=None) & ~Q(families_reason=""))
                | (
                    Q(families=FamiliesTold.TOLD, families_on__isnull=False)
                    & ~Q(families_reason="")
                ),
                name="pupils_breach_families_decided_with_why",
            ),
            models.CheckConstraint(
                condition=Q(reported_at=None) | Q(reported_at__gte=F("found_at")),
                name="pupils_breach_times_in_order",
            ),
            models.CheckConstraint(
                condition=Q(closed_at=None, closed_by=None)
                | (Q(closed_at__isnull=False, closed_by__isnull=False) & ~Q(risk="open")),
                name="pupils_breach_closed_when_decided",
            ),
        ]
        indexes = [models.Index(fields=["school", "-found_at"], name="pupils_breach_found")]

    def __str__(self) -> str:
        return str(self.pk)
