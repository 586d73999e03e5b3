"""Element 3 as the council's letters give it: a sum, what it is made of, and how sure that is."""

from decimal import Decimal

from django.db import models
from django.db.models import Q

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from provision.council_codes import FundingPart, Sure


@track_history
class FundingLetter(SchoolOwned):
    """A letter of the council: so much by formula or for the cohort, for a financial year."""

    financial_year = models.PositiveSmallIntegerField(help_text="In which it begins, on 1 April.")
    part = models.CharField("which part", max_length=7, choices=FundingPart)
    total_pence = models.PositiveIntegerField("sum, in pence")
    letter_on = models.DateField("date of the letter", null=True, blank=True)
    reference = models.CharField("the council's reference", max_length=60, blank=True)
    sure = models.CharField("how sure it is", max_length=1, choices=Sure, default=Sure.COUNCIL)
    note = models.CharField(max_length=500, blank=True)

    class Meta(SchoolOwned.Meta):
        ordering = ["-financial_year", "part", "letter_on", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.CheckConstraint(
                condition=Q(financial_year__gte=2000, financial_year__lte=2100),
                name="provision_fundingletter_year",
            ),
        ]
        indexes = [models.Index(fields=["school", "financial_year"], name="provision_letter_year")]

    def __str__(self) -> str:
        return str(self.pk)


@track_history
class FundingLine(SchoolOwned):
    """A line of a letter: what is counted, how many, pence for each."""

    letter = school_key(FundingLetter, on_delete=models.CASCADE, related_name="lines")
    place = models.PositiveSmallIntegerField()
    label = models.CharField(max_length=120)
    #: Children, or the share of one: councils count both.
    count = models.DecimalField(max_digits=8, decimal_places=3, default=Decimal(1))
    pence_each = models.PositiveIntegerField("weight, in pence each")

    class Meta(SchoolOwned.Meta):
        ordering = ["place"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("letter", name="provision_fundingline_letter_same_school"),
            models.UniqueConstraint(
                fields=["school", "letter", "place"], name="provision_fundingline_uniq"
            ),
            models.CheckConstraint(condition=Q(count__gte=0), name="provision_fundingline_count"),
        ]

    def __str__(self) -> str:
        return self.label
