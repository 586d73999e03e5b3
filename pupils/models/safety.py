"""What keeps a child safe and included: alerts, medicines, plans, adjustments, equipment."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from pupils.codes import (
    AdjustmentPlace,
    AlertKind,
    PlanReaders,
    ReadSubject,
    SafetyPlanKind,
    ToldHow,
)
from pupils.models.dated import DatedRecord


@track_history
class MedicalAlert(DatedRecord):
    """What every adult near the child must know: the danger and what to do, no diagnosis."""

    kind = models.CharField("how urgent", max_length=9, choices=AlertKind)
    what = models.CharField("what it is", max_length=120)
    action = models.CharField("what to do", max_length=300)


@track_history
class Medicine(DatedRecord):
    """A medicine kept or given at school."""

    name = models.CharField("medicine", max_length=120)
    dose = models.CharField(max_length=120)
    given = models.CharField("when it is given", max_length=200)
    kept_at = models.CharField("where it is kept", max_length=120)
    expires_on = models.DateField("use by", null=True, blank=True)
    parents_agreed_on = models.DateField("parents agreed in writing on", null=True, blank=True)


@track_history
class Adjustment(DatedRecord):
    """A reasonable adjustment or accessibility need (Equality Act 2010, s.20)."""

    place = models.CharField("where", max_length=11, choices=AdjustmentPlace)
    what = models.CharField("what is done differently", max_length=300)
    why = models.CharField("what it makes possible", max_length=300, blank=True)
    review_on = models.DateField("look at it again on", null=True, blank=True)


@track_history
class Equipment(DatedRecord):
    """Equipment or assistive technology for one child."""

    name = models.CharField("what it is", max_length=120)
    kept_at = models.CharField("where it is kept", max_length=120, blank=True)
    lent_by = models.CharField("on loan from", max_length=120, blank=True)
    trained = models.CharField("adults who know how to use it", max_length=300, blank=True)
    service_on = models.DateField("next service or check", null=True, blank=True)


@track_history
class SafetyPlan(DatedRecord):
    """A healthcare, behaviour, risk or similar plan: one of each kind at a time."""

    kind = models.CharField(max_length=10, choices=SafetyPlanKind)
    owner = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")
    readers = models.CharField("who must read it", max_length=9, choices=PlanReaders)
    review_on = models.DateField("look at it again on")
    #: The text that is being written: {key of a section: words}.
    draft = models.JSONField(default=dict, blank=True)
    #: The number of the version in force; 0 as long as none was agreed.
    version = models.PositiveSmallIntegerField(default=0)
    #: Adults must have read this version or a later one.
    must_read_from = models.PositiveSmallIntegerField(default=1)

    class Meta(DatedRecord.Meta):
        constraints = [
            *DatedRecord.Meta.constraints,
            models.UniqueConstraint(
                fields=["school", "pupil", "kind"],
                condition=Q(ended_on=None),
                name="pupils_safetyplan_one_of_a_kind",
            ),
            models.CheckConstraint(
                condition=Q(must_read_from__lte=F("version") + 1),
                name="pupils_safetyplan_must_read_in_order",
            ),
        ]


class SafetyPlanVersion(SchoolOwned):
    """What was agreed, word for word, with whom and how; never changed afterwards."""

    plan = school_key(SafetyPlan, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    sections = models.JSONField()
    agreed_on = models.DateField()
    agreed_with = models.CharField(max_length=200)
    agreed_how = models.CharField(max_length=8, choices=ToldHow)
    agreed_by = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")

    class Meta(SchoolOwned.Meta):
        ordering = ["-number"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("plan", name="pupils_safetyplanversion_plan_same_school"),
            models.UniqueConstraint(
                fields=["school", "plan", "number"], name="pupils_safetyplanversion_number_uniq"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan_id} version {self.number}"


@track_history
class PlanAdult(SchoolOwned):
    """An adult named in a safety plan: what they do, and the training it needs."""

    plan = school_key(SafetyPlan, on_delete=models.CASCADE, related_name="adults")
    user = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")
    does = models.CharField("what this adult does", max_length=200)
    trained_on = models.DateField(null=True, blank=True)
    training_ends_on = models.DateField("training lasts until", null=True, blank=True)

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("plan", name="pupils_planadult_plan_same_school"),
            models.UniqueConstraint(
                fields=["school", "plan", "user"], name="pupils_planadult_user_uniq"
            ),
            models.CheckConstraint(
                condition=Q(training_ends_on=None)
                | Q(trained_on__isnull=False, training_ends_on__gte=F("trained_on")),
                name="pupils_planadult_training_in_order",
            ),
        ]
        indexes = [models.Index(fields=["school", "user"], name="pupils_planadult_user")]

    def __str__(self) -> str:
        return str(self.pk)


class ReadReceipt(SchoolOwned):
    """An adult confirmed having read a version of something about a child."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="read_receipts")
    user = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")
    subject = models.CharField(max_length=12, choices=ReadSubject)
    subject_id = models.UUIDField()
    version = models.PositiveIntegerField()
    read_at = models.DateTimeField(default=timezone.now)

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="pupils_readreceipt_pupil_same_school"),
            # The second tap on "I have read this" says nothing new.
            models.UniqueConstraint(
                fields=["school", "subject", "subject_id", "user", "version"],
                name="pupils_readreceipt_once",
            ),
        ]
        indexes = [models.Index(fields=["school", "pupil"], name="pupils_readreceipt_pupil")]

    def __str__(self) -> str:
        return str(self.pk)
