"""A school's or federation's own maps of councils' forms, each in versions; about no child."""

from django.db import models
from django.db.models.functions import Now

from aylsham.tenancy.models import FederationOwned, SchoolOwned
from ehcp.map_codes import MapKind


class MapVersion(models.Model):
    """One version of a map; a change makes a new one, and papers that were begun keep theirs."""

    kind = models.CharField(max_length=5, choices=MapKind)
    #: That of a shipped map, which it then stands for; or its own.
    code = models.SlugField(max_length=40)
    number = models.PositiveSmallIntegerField("version")
    #: As `reports.council_forms.mapping` or `ehcp.rules.paper_order` reads it.
    content = models.JSONField()
    #: From this version on the map below it is used again, or none.
    is_withdrawn = models.BooleanField(default=False)
    written_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, related_name="+"
    )
    written_at = models.DateTimeField(db_default=Now())

    class Meta:
        abstract = True


class FederationMap(FederationOwned, MapVersion):
    """A federation's version of a map."""

    seen_by_each_school = True

    class Meta:
        ordering = ["kind", "code", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["federation", "kind", "code", "number"], name="ehcp_federationmap_uniq"
            )
        ]

    def __str__(self) -> str:
        return f"{self.code}, {self.number}"


class SchoolMap(SchoolOwned, MapVersion):
    """A school's own version of a map, which it uses instead."""

    class Meta(SchoolOwned.Meta):
        ordering = ["kind", "code", "-number"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.UniqueConstraint(
                fields=["school", "kind", "code", "number"], name="ehcp_schoolmap_uniq"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code}, {self.number}"
