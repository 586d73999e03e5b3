"""What a school received of each stream of money in a financial year; a correction keeps the old."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.models import SchoolOwned, school_key
from provision.provision_codes import TYPED_STREAMS


class FundingSum(SchoolOwned):
    """A sum received, or given back, as a paper says it; never changed, only corrected by another."""

    financial_year = models.PositiveSmallIntegerField(help_text="In which it begins, on 1 April.")
    stream = models.CharField("what it is", max_length=8, choices=TYPED_STREAMS)
    pence = models.PositiveIntegerField("sum, in pence")
    is_returned = models.BooleanField("given back", default=False)
    on = models.DateField("date of the paper or payment")
    source = models.CharField("where it stands", max_length=200)
    #: The sum that this one puts right.
    corrects = school_key(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="corrections"
    )
    why = models.CharField("why it was put right", max_length=300, blank=True)
    written_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, related_name="+"
    )
    written_at = models.DateTimeField(default=timezone.now)

    class Meta(SchoolOwned.Meta):
        ordering = ["on", "written_at", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("corrects", name="provision_fundingsum_corrects_same_school"),
            models.UniqueConstraint(
                fields=["school", "corrects"], name="provision_fundingsum_corrected_once"
            ),
            models.CheckConstraint(
                condition=Q(financial_year__gte=2000, financial_year__lte=2100),
                name="provision_fundingsum_year",
            ),
            models.CheckConstraint(
                condition=Q(corrects=None, why="", pence__gt=0)
                | (Q(corrects__isnull=False) & ~Q(why="")),
                name="provision_fundingsum_correction_pair",
            ),
        ]
        indexes = [
            models.Index(fields=["school", "financial_year"], name="provision_fundingsum_of_year")
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def counted(self) -> int:
        """Pence as the sums count it: less than nothing where it was given back."""
        return -self.pence if self.is_returned else self.pence
