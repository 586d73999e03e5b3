"""Virtual schools: what each asks of a plan, and by which day; about no child."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from aylsham.codes import TermName
from aylsham.tenancy.models import FederationOwned


class VirtualSchool(FederationOwned):
    """A council's virtual school, as the federation's schools work with it."""

    seen_by_each_school = True

    #: As it stands at a child's time in care: "Norfolk".
    council = models.CharField(max_length=100)
    contact = models.CharField("who answers questions", max_length=150, blank=True)
    email = models.EmailField("e-mail", blank=True)
    phone = models.CharField(max_length=40, blank=True)
    #: What makes a good plan, one sentence each; empty: our own.
    criteria = models.JSONField("quality criteria", default=list, blank=True)
    #: The order of its ePEP: [[key of the part, heading]]; empty: our own.
    order = models.JSONField("order of the ePEP", default=list, blank=True)

    class Meta(FederationOwned.Meta):
        ordering = ["council"]
        constraints = [
            models.UniqueConstraint(
                "federation", Lower("council"), name="lac_virtualschool_council_uniq"
            ),
        ]

    def __str__(self) -> str:
        return self.council


class CutOff(FederationOwned):
    """The last day on which a virtual school takes the plans of a term."""

    seen_by_each_school = True

    virtual_school = models.ForeignKey(
        VirtualSchool, on_delete=models.CASCADE, related_name="cut_offs"
    )
    academic_year = models.PositiveSmallIntegerField(help_text="The year in which it begins.")
    term = models.CharField(max_length=6, choices=TermName)
    on = models.DateField("last day for plans")

    class Meta(FederationOwned.Meta):
        ordering = ["on"]
        constraints = [
            models.UniqueConstraint(
                fields=["federation", "virtual_school", "academic_year", "term"],
                name="lac_cutoff_uniq",
            ),
            models.CheckConstraint(
                condition=Q(academic_year__gte=2010, academic_year__lte=2100),
                name="lac_cutoff_year",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.academic_year} {self.term}"
