"""The catalogue of interventions: a federation's, and a school's own with its own versions."""

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q

from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import FederationOwned, SchoolOwned
from provision.provision_codes import StaffRole
from pupils.codes import NEED_TYPE_CHOICES, Tier


class CatalogueItem(models.Model):
    """What an intervention is for, how it is given, and what is known of its effect."""

    name = models.CharField(max_length=120)
    aim = models.CharField("what it is for", max_length=300)
    need_types = ArrayField(
        models.CharField(max_length=4, choices=NEED_TYPE_CHOICES), default=list, blank=True
    )
    tier = models.CharField(max_length=1, choices=Tier, default=Tier.TARGETED)
    from_age = models.PositiveSmallIntegerField("from age", null=True, blank=True)
    to_age = models.PositiveSmallIntegerField("to age", null=True, blank=True)
    entry = models.CharField("whom it suits", max_length=300, blank=True)
    exit = models.CharField("when it ends", max_length=300, blank=True)
    group_size = models.PositiveSmallIntegerField("children in a group", default=1)
    sessions_a_week = models.PositiveSmallIntegerField("sessions a week", default=1)
    minutes = models.PositiveSmallIntegerField("minutes a session", default=30)
    weeks = models.PositiveSmallIntegerField(default=10)
    staff_role = models.CharField(
        "given by", max_length=9, choices=StaffRole, default=StaffRole.LSA
    )
    measure = models.CharField("how it is measured", max_length=200, blank=True)
    training = models.CharField("training needed", max_length=300, blank=True)
    materials = models.CharField(max_length=300, blank=True)
    #: Empty where we know of no evidence: never a guess.
    evidence = models.CharField("what is known of its effect", max_length=500, blank=True)
    evidence_source = models.CharField("source", max_length=300, blank=True)
    evidence_year = models.PositiveSmallIntegerField(
        "year of the source", null=True, blank=True, validators=[MinValueValidator(1950)]
    )
    is_retired = models.BooleanField("no longer offered", default=False)

    class Meta:
        abstract = True
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(evidence="", evidence_source="", evidence_year=None)
                | (~Q(evidence="") & ~Q(evidence_source="") & Q(evidence_year__isnull=False)),
                name="%(app_label)s_%(class)s_evidence_whole",
            ),
            models.CheckConstraint(
                condition=Q(from_age=None) | Q(to_age=None) | Q(to_age__gte=F("from_age")),
                name="%(app_label)s_%(class)s_ages_in_order",
            ),
            models.CheckConstraint(
                condition=Q(group_size__gt=0, sessions_a_week__gt=0, minutes__gt=0, weeks__gt=0),
                name="%(app_label)s_%(class)s_shape",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class FederationIntervention(FederationOwned, CatalogueItem):
    """An intervention that every school of the federation may give; about no child."""

    seen_by_each_school = True

    class Meta(CatalogueItem.Meta):
        constraints = [
            *CatalogueItem.Meta.constraints,
            models.UniqueConstraint(
                fields=["federation", "name"], name="provision_federationintervention_uniq"
            ),
        ]


@track_history
class SchoolIntervention(SchoolOwned, CatalogueItem):
    """A school's own intervention, or its version of a federation's, which it shows instead."""

    stands_for = models.ForeignKey(
        FederationIntervention, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta(SchoolOwned.Meta, CatalogueItem.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            *CatalogueItem.Meta.constraints,
            models.UniqueConstraint(
                fields=["school", "name"], name="provision_schoolintervention_uniq"
            ),
            models.UniqueConstraint(
                fields=["school", "stands_for"],
                condition=Q(stands_for__isnull=False),
                name="provision_schoolintervention_one_version",
            ),
        ]
