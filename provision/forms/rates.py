"""The form of a rate card: a line for each role."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms

from aylsham.changes import version_of
from aylsham.forms import DateField, OnceForm
from provision.models import RateCard
from provision.provision_codes import ELEMENT_2_PENCE, StaffRole
from provision.rules.costs import Rate
from provision.rules.money import in_pence
from provision.services.rates import CARD_FIELDS

PENCE = Decimal(100)


@dataclass(frozen=True)
class RoleLine:
    """The two boxes of one role."""

    label: str
    pounds: forms.BoundField
    on_costs: forms.BoundField


class RateCardForm(OnceForm):
    """From when, the threshold, and for each role pounds an hour and on-costs."""

    version = forms.CharField(widget=forms.HiddenInput, required=False)
    starts_on = DateField(label="For provision that begins from", help_text="")
    threshold = forms.DecimalField(
        label="What the school pays for a child before a top-up, in pounds a year",
        min_value=0,
        max_value=1_000_000,
        decimal_places=2,
        help_text="£6,000 unless your council says otherwise.",
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-5"}),
    )

    def __init__(self, *args, card: RateCard | None = None, rates: dict[str, Rate], **kwargs):
        super().__init__(*args, **kwargs)
        threshold = card.threshold_pence if card else ELEMENT_2_PENCE
        self.initial["threshold"] = Decimal(threshold) / PENCE
        self.initial["version"] = version_of(card, CARD_FIELDS)
        if card:
            self.initial["starts_on"] = card.starts_on
        for role in StaffRole:
            self.fields[f"pounds_{role}"] = _box(f"{role.label}, pounds an hour", 1000, 2)
            self.fields[f"on_costs_{role}"] = _box(f"{role.label}, on-costs in per cent", 200, 1)
            if rate := rates.get(role):
                self.initial[f"pounds_{role}"] = Decimal(rate.pence_an_hour) / PENCE
                self.initial[f"on_costs_{role}"] = rate.on_cost_percent

    @property
    def lines(self) -> list[RoleLine]:
        """A line for each role."""
        return [
            RoleLine(role.label, self[f"pounds_{role}"], self[f"on_costs_{role}"])
            for role in StaffRole
        ]

    def show_both(self, refused) -> None:
        """Somebody else changed the card in between."""
        self.add_error(None, f"{refused} Open it again to see what it says now.")

    @property
    def facts(self) -> dict[str, Any]:
        """What the services take."""
        data = self.cleaned_data
        return {
            "starts_on": data["starts_on"],
            "threshold_pence": in_pence(data["threshold"]),
            "rates": {
                role.value: Rate(
                    in_pence(data[f"pounds_{role}"]), data[f"on_costs_{role}"] or Decimal(0)
                )
                for role in StaffRole
                if data[f"pounds_{role}"] is not None
            },
        }


def _box(label: str, most: int, places: int) -> forms.Field:
    return forms.DecimalField(
        label=label,
        min_value=0,
        max_value=most,
        decimal_places=places,
        required=False,
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-4"}),
    )
