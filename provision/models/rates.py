"""What an hour of each role costs: a card for each time the rates change."""

from decimal import Decimal

from django.db import models
from django.db.models import Q

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from provision.provision_codes import ELEMENT_2_PENCE, StaffRole


@track_history
class RateCard(SchoolOwned):
    """The rates that hold for provision beginning on this day or later, until the next card."""

    starts_on = models.DateField("for provision that begins from")
    #: What the school pays for a child itself before a top-up, in pence a school year.
    threshold_pence = models.PositiveIntegerField("threshold, in pence", default=ELEMENT_2_PENCE)

    class Meta(SchoolOwned.Meta):
        ordering = ["-starts_on"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.UniqueConstraint(
                fields=["school", "starts_on"], name="provision_ratecard_starts_uniq"
            ),
        ]

    def __str__(self) -> str:
        return f"Rates from {self.starts_on}"


@track_history
class RoleRate(SchoolOwned):
    """What an hour of one role costs; a role's rate, never a person's pay."""

    card = school_key(RateCard, on_delete=models.CASCADE, related_name="rates")
    role = models.CharField(max_length=9, choices=StaffRole)
    pence_an_hour = models.PositiveIntegerField()
    on_cost_percent = models.DecimalField(
        "on-costs, per cent", max_digits=4, decimal_places=1, default=Decimal(0)
    )

    class Meta(SchoolOwned.Meta):
        ordering = ["role"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("card", name="provision_rolerate_card_same_school"),
            models.UniqueConstraint(
                fields=["school", "card", "role"], name="provision_rolerate_uniq"
            ),
            models.CheckConstraint(
                condition=Q(on_cost_percent__gte=0), name="provision_rolerate_on_costs"
            ),
        ]

    def __str__(self) -> str:
        return str(self.role)
