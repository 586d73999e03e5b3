"""Outcomes, targets and what is measured: written once, shown in every plan of the child."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from aylsham.tenancy.sensitive import SensitiveQuerySet, sensitivity_field
from provision.codes import MeasureKind, OutcomeEnd, TargetEnd
from pupils.codes import AreaOfNeed


class AimQuerySet(SensitiveQuerySet):
    """Outcomes or targets."""

    def open(self):
        """Still worked towards."""
        return self.filter(ended_on=None)


class Aim(SchoolOwned):
    """What outcomes and targets have in common."""

    text = models.TextField()
    area = models.CharField("area of need", max_length=4, choices=AreaOfNeed, blank=True)
    starts_on = models.DateField("from")
    by_on = models.DateField("by when")
    sensitivity = sensitivity_field()
    ended_on = models.DateField("closed on", null=True, blank=True)
    end_note = models.TextField("why it was closed", blank=True)
    #: Of the last time that somebody opened it again after it had been closed.
    again_note = models.TextField("why it was opened again", blank=True)
    written_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, related_name="+"
    )

    objects = AimQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        abstract = True
        ordering = ["starts_on", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="%(app_label)s_%(class)s_pupil_same_school"),
            models.CheckConstraint(
                condition=Q(by_on__gt=F("starts_on")), name="%(app_label)s_%(class)s_by_after_start"
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("starts_on")),
                name="%(app_label)s_%(class)s_dates_in_order",
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None, ended_as="")
                | (Q(ended_on__isnull=False) & ~Q(ended_as="")),
                name="%(app_label)s_%(class)s_end_pair",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


@track_history
class Outcome(Aim):
    """Where the child is going in one to three years: shared by every plan of the child."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="outcomes")
    ended_as = models.CharField("closed as", max_length=7, choices=OutcomeEnd, blank=True)

    class Meta(Aim.Meta):
        indexes = [models.Index(fields=["school", "pupil"], name="provision_outcome_pupil")]


@track_history
class Target(Aim):
    """The next step towards an outcome, to be seen and counted: reviewed once, shown everywhere."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="targets")
    outcome = school_key(
        Outcome, on_delete=models.RESTRICT, null=True, blank=True, related_name="targets"
    )
    measure = models.CharField("how it is measured", max_length=6, choices=MeasureKind)
    #: What the numbers count: "words of list 2"; empty for a scale.
    unit = models.CharField("of what", max_length=60, blank=True)
    #: Out of how many tries; only where they are counted.
    out_of = models.PositiveSmallIntegerField("out of", null=True, blank=True)
    baseline = models.DecimalField("where the child is now", max_digits=7, decimal_places=2)
    goal = models.DecimalField(max_digits=7, decimal_places=2)
    who = models.CharField("who helps", max_length=150, blank=True)
    #: As the child says it, for its own card; empty: the card has the target's words.
    child_words = models.CharField("in the child's words", max_length=300, blank=True)
    #: Stands among "my aims" of the passport.
    is_on_passport = models.BooleanField("on the passport", default=True)
    adapted_from = school_key(
        "self", on_delete=models.RESTRICT, null=True, blank=True, related_name="adapted_to"
    )
    ended_as = models.CharField("closed as", max_length=7, choices=TargetEnd, blank=True)

    class Meta(Aim.Meta):
        constraints = [
            *Aim.Meta.constraints,
            SameSchool("outcome", name="provision_target_outcome_same_school"),
            SameSchool("adapted_from", name="provision_target_adapted_same_school"),
            models.CheckConstraint(
                condition=(
                    Q(measure=MeasureKind.TRIALS, out_of__gt=0, goal__lte=F("out_of"))
                    & Q(baseline__lte=F("out_of"))
                )
                | (~Q(measure=MeasureKind.TRIALS) & Q(out_of=None)),
                name="provision_target_tries_are_counted",
            ),
            models.CheckConstraint(
                condition=Q(baseline__gte=0, goal__gte=0) & ~Q(goal=F("baseline")),
                name="provision_target_goal_moves",
            ),
        ]
        indexes = [
            models.Index(fields=["school", "pupil"], name="provision_target_pupil"),
            models.Index(fields=["school", "outcome"], name="provision_target_outcome"),
        ]


@track_history
class Measurement(SchoolOwned):
    """What was counted on a day, in the unit of the target."""

    target = school_key(Target, on_delete=models.CASCADE, related_name="measurements")
    on = models.DateField()
    value = models.DecimalField(max_digits=7, decimal_places=2)
    #: Out of how many tries on that day, where it differs from the target's.
    out_of = models.PositiveSmallIntegerField("out of", null=True, blank=True)
    note = models.CharField(max_length=300, blank=True)
    written_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, related_name="+"
    )
    written_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta(SchoolOwned.Meta):
        ordering = ["on", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("target", name="provision_measurement_target_same_school"),
            models.CheckConstraint(condition=Q(value__gte=0), name="provision_measurement_counts"),
            models.CheckConstraint(
                condition=Q(out_of=None) | Q(out_of__gt=0, value__lte=F("out_of")),
                name="provision_measurement_within_tries",
            ),
        ]
        indexes = [models.Index(fields=["school", "target"], name="provision_measurement_of")]

    def __str__(self) -> str:
        return str(self.pk)


@track_history
class TeachingChange(SchoolOwned):
    """A day from which a target is taught differently: a marker on its graph."""

    target = school_key(Target, on_delete=models.CASCADE, related_name="changes")
    on = models.DateField()
    what = models.CharField("what is done differently", max_length=300)
    written_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta(SchoolOwned.Meta):
        ordering = ["on", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("target", name="provision_teachingchange_target_same_school"),
        ]
        indexes = [models.Index(fields=["school", "target"], name="provision_change_of")]

    def __str__(self) -> str:
        return str(self.pk)
