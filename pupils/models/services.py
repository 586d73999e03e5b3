"""The catalogue of services to refer to: a federation's, and a school's own."""

from django.db import models

from aylsham.models import Owes
from aylsham.tenancy.models import FederationOwned, SchoolOwned
from pupils.agency_codes import SERVICE_OWES, ServiceKind
from pupils.codes import AreaOfNeed


class OutsideService(models.Model):
    """A service outside school: what it does, how to refer, how long it usually takes."""

    name = models.CharField(max_length=120)
    kind = models.CharField("what it does", max_length=12, choices=ServiceKind)
    area = models.CharField("area of need", max_length=4, choices=AreaOfNeed)
    owed_by = models.CharField(
        "belongs to", max_length=6, choices=SERVICE_OWES, default=Owes.HEALTH
    )
    usual_weeks = models.PositiveSmallIntegerField(
        "usual wait", null=True, blank=True, help_text="weeks"
    )
    how = models.CharField("how to refer", max_length=300, blank=True)
    contact = models.CharField("phone or e-mail", max_length=200, blank=True)
    is_retired = models.BooleanField("no longer offered", default=False)

    class Meta:
        abstract = True


class FederationService(FederationOwned, OutsideService):
    """A service that every school of the federation may refer to; about no child."""

    seen_by_each_school = True

    class Meta:
        ordering = ["area", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["federation", "name"], name="pupils_federationservice_uniq"
            )
        ]

    def __str__(self) -> str:
        return self.name


class SchoolService(SchoolOwned, OutsideService):
    """A service that one school refers to, beside those of its federation."""

    class Meta(SchoolOwned.Meta):
        ordering = ["area", "name"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.UniqueConstraint(fields=["school", "name"], name="pupils_schoolservice_uniq"),
        ]

    def __str__(self) -> str:
        return self.name
