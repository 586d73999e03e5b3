"""What a plan says, in versions: the lines of Sections A to K as the council wrote them."""

from django.db import models
from django.db.models import Q

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from aylsham.tenancy.sensitive import SensitiveQuerySet, sensitivity_field
from ehcp.models.plans import EhcPlan
from ehcp.section_codes import Arrangement, PlanSection, VersionKind


class VersionQuerySet(models.QuerySet):
    def newest_first(self):
        """As they came from the council."""
        return self.order_by("-served_on", "-pk")

    def in_force(self):
        """Final plans whose wording was checked, the one in force first."""
        return self.filter(kind=VersionKind.FINAL, checked_on__isnull=False).newest_first()


@track_history
class PlanVersion(SchoolOwned):
    """A draft, amended or final plan that the council sent."""

    plan = school_key(EhcPlan, on_delete=models.CASCADE, related_name="versions")
    kind = models.CharField("what it is", max_length=7, choices=VersionKind)
    served_on = models.DateField("day it was sent or given")
    local_authority = models.CharField("council", max_length=100)
    #: The paper itself, among the child's documents.
    document = school_key(
        "pupils.Document", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    #: The words were read against the paper: only then does a final plan promise anything.
    checked_on = models.DateField("wording checked on", null=True, blank=True)
    checked_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = VersionQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("plan", name="ehcp_version_plan_same_school"),
            SameSchool("document", name="ehcp_version_document_same_school"),
            models.UniqueConstraint(
                fields=["school", "plan", "kind", "served_on"], name="ehcp_version_served_uniq"
            ),
            # A pack knows the day, and the name only if somebody here is meant.
            models.CheckConstraint(
                condition=Q(checked_by=None) | Q(checked_on__isnull=False),
                name="ehcp_version_checked_pair",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


@track_history
class PlanLine(SchoolOwned):
    """One line of a section, in the council's words."""

    version = school_key(PlanVersion, on_delete=models.CASCADE, related_name="lines")
    section = models.CharField(max_length=2, choices=PlanSection)
    position = models.PositiveSmallIntegerField()
    #: As the paper numbers it: "F3".
    number = models.CharField(max_length=12, blank=True)
    text = models.TextField("words")
    sensitivity = sensitivity_field()
    page = models.PositiveSmallIntegerField("page of the paper", null=True, blank=True)
    # Section B, E: what the line is on the child's record.
    need = school_key(
        "pupils.Need", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    outcome = school_key(
        "provision.Outcome", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    # Section F: how much, by whom, with how many, from when.
    sessions_a_week = models.PositiveSmallIntegerField("sessions a week", null=True, blank=True)
    minutes = models.PositiveSmallIntegerField("minutes a session", null=True, blank=True)
    hours_a_week = models.DecimalField(
        "hours a week", max_digits=4, decimal_places=2, null=True, blank=True
    )
    who = models.CharField("who gives it", max_length=150, blank=True)
    qualification = models.CharField(max_length=150, blank=True)
    arrangement = models.CharField("with how many", max_length=5, choices=Arrangement, blank=True)
    starts_on = models.DateField("from", null=True, blank=True)
    promise = school_key(
        "provision.Promise", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    # Section K: the advice that is appended.
    author = models.CharField(max_length=150, blank=True)
    profession = models.CharField(max_length=100, blank=True)
    of_on = models.DateField("date", null=True, blank=True)
    source = models.CharField("where it came from", max_length=150, blank=True)

    objects = SensitiveQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        ordering = ["section", "position", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            *(
                SameSchool(name, name=f"ehcp_line_{name}_same_school")
                for name in ("version", "need", "outcome", "promise")
            ),
            models.CheckConstraint(
                condition=Q(sessions_a_week=None, minutes=None)
                | Q(sessions_a_week__gt=0, minutes__gt=0, hours_a_week=None),
                name="ehcp_line_one_amount",
            ),
            models.CheckConstraint(
                condition=Q(hours_a_week=None) | Q(hours_a_week__gt=0),
                name="ehcp_line_hours_above_0",
            ),
            models.CheckConstraint(
                condition=Q(need=None) | Q(section=PlanSection.B), name="ehcp_line_need_in_b"
            ),
            models.CheckConstraint(
                condition=Q(outcome=None) | Q(section=PlanSection.E), name="ehcp_line_outcome_in_e"
            ),
            models.CheckConstraint(
                condition=Q(promise=None) | Q(section=PlanSection.F), name="ehcp_line_promise_in_f"
            ),
        ]
        indexes = [models.Index(fields=["school", "version"], name="ehcp_line_version")]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def minutes_a_week(self) -> int | None:
        """How much it states, in whole minutes; None where it is not quantified by the week."""
        if self.hours_a_week is not None:
            return int(self.hours_a_week * 60)
        return self.sessions_a_week * self.minutes if self.sessions_a_week else None

    @property
    def is_counted(self) -> bool:
        """Whether it states an amount."""
        return self.minutes_a_week is not None


class PlanLink(SchoolOwned):
    """A line of Section F and the need or outcome that it is for."""

    line = school_key(PlanLine, on_delete=models.CASCADE, related_name="links")
    to = school_key(PlanLine, on_delete=models.CASCADE, related_name="+")

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("line", name="ehcp_link_line_same_school"),
            SameSchool("to", name="ehcp_link_to_same_school"),
            models.UniqueConstraint(fields=["school", "line", "to"], name="ehcp_link_uniq"),
        ]

    def __str__(self) -> str:
        return str(self.pk)
