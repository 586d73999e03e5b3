"""Saved lists of children: filters, order and columns under a name. Never who stands in them."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from aylsham.tenancy.models import FederationOwned, SchoolOwned
from reports.codes import ListPage


class SavedList(models.Model):
    """A way to look at children; whoever opens it sees no more than without it."""

    name = models.CharField(max_length=80)
    page = models.CharField("list of", max_length=8, choices=ListPage)
    #: By name: {"value": as it stands in an address, "words": what it was called}. No typed words.
    filters = models.JSONField(default=dict, blank=True)
    sort = models.CharField("order", max_length=20, blank=True)
    #: Keys; empty means all.
    columns = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    #: For colleagues; otherwise whoever saved it has it alone.
    is_shared = models.BooleanField(default=False)
    made_by = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")
    changed_on = models.DateField()

    class Meta:
        abstract = True


class SchoolList(SchoolOwned, SavedList):
    """A list of one school: somebody's own, or for everybody there."""

    class Meta(SchoolOwned.Meta):
        ordering = ["name", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.UniqueConstraint(
                "school",
                "page",
                Lower("name"),
                condition=Q(is_shared=True),
                name="reports_schoollist_shared_name",
            ),
            models.UniqueConstraint(
                "school",
                "made_by",
                "page",
                Lower("name"),
                condition=Q(is_shared=False),
                name="reports_schoollist_own_name",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class FederationList(FederationOwned, SavedList):
    """A list over schools: somebody's own, or for every school of the federation."""

    seen_by_each_school = True

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(
                "federation",
                "page",
                Lower("name"),
                condition=Q(is_shared=True),
                name="reports_federationlist_shared_name",
            ),
            models.UniqueConstraint(
                "federation",
                "made_by",
                "page",
                Lower("name"),
                condition=Q(is_shared=False),
                name="reports_federationlist_own_name",
            ),
        ]

    def __str__(self) -> str:
        return self.name
