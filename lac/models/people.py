"""The people around a child in care, where the child lives, and who may decide what."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q

from aylsham.models import DateRange
from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from lac.codes import CareRole, Decider, Matter, PlacementKind
from lac.models.periods import DatedQuerySet


@track_history
class CarePerson(SchoolOwned):
    """An adult from outside who works for a child in care, from a day to a day."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="care_people")
    role = models.CharField(max_length=13, choices=CareRole)
    name = models.CharField(max_length=150)
    organisation = models.CharField(max_length=150, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    email = models.EmailField("e-mail", blank=True)
    starts_on = models.DateField("since")
    ends_on = models.DateField("last day", null=True, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        ordering = ["-starts_on", "-id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="lac_careperson_pupil_same_school"),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="lac_careperson_dates_in_order",
            ),
        ]
        indexes = [models.Index(fields=["school", "pupil"], name="lac_careperson_pupil")]

    def __str__(self) -> str:
        return str(self.pk)  # never a name in a log


@track_history
class CarePlacement(SchoolOwned):
    """Where a child in care lives; the address stands at the child's home, once."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="placements")
    kind = models.CharField(max_length=8, choices=PlacementKind)
    contact = school_key(
        "pupils.Contact",
        verbose_name="with whom",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    with_whom = models.CharField("with whom, in words", max_length=150, blank=True)
    home = school_key(
        "pupils.Home", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    council_area = models.CharField("council area", max_length=100, blank=True)
    is_out_of_area = models.BooleanField("out of the council’s own area", default=False)
    starts_on = models.DateField("from")
    ends_on = models.DateField("last day", null=True, blank=True)
    ended_why = models.CharField("why it ended", max_length=200, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        ordering = ["-starts_on", "-id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            *(
                SameSchool(name, name=f"lac_placement_{name}_same_school")
                for name in ("pupil", "contact", "home")
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="lac_placement_dates_in_order",
            ),
            models.CheckConstraint(
                condition=Q(ended_why="") | Q(ends_on__isnull=False),
                name="lac_placement_why_only_ended",
            ),
            ExclusionConstraint(
                name="lac_placement_no_overlap",
                expressions=[
                    ("school", RangeOperators.EQUAL),
                    ("pupil", RangeOperators.EQUAL),
                    (DateRange("starts_on", "ends_on"), RangeOperators.OVERLAPS),
                ],
            ),
        ]
        indexes = [models.Index(fields=["school", "pupil"], name="lac_placement_pupil")]

    def __str__(self) -> str:
        return str(self.pk)


@track_history
class Delegation(SchoolOwned):
    """Who may say yes to one matter, from a day; at most one row of a matter is open."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="delegations")
    matter = models.CharField(max_length=11, choices=Matter)
    decider = models.CharField("who may say yes", max_length=7, choices=Decider)
    note = models.CharField(max_length=200, blank=True)
    starts_on = models.DateField("since")
    ends_on = models.DateField("last day", null=True, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="lac_delegation_pupil_same_school"),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="lac_delegation_dates_in_order",
            ),
            models.UniqueConstraint(
                fields=["school", "pupil", "matter"],
                condition=Q(ends_on=None),
                name="lac_delegation_one_open",
            ),
        ]
        indexes = [models.Index(fields=["school", "pupil"], name="lac_delegation_pupil")]

    def __str__(self) -> str:
        return str(self.pk)
