"""Forms of a sum that the school received, and of what is right instead."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django import forms

from aylsham.forms import CHOOSE, OnceForm, PastDateField
from provision.models import FundingSum
from provision.provision_codes import EARLY_STREAMS, TYPED_STREAMS
from provision.rules.money import in_pence, pounds_of
from provision.services.funding import SUM_FIELDS


def _pounds(least: Decimal, **more: Any) -> forms.DecimalField:
    widget = forms.NumberInput(attrs={"class": "govuk-input--width-5", "step": "0.01"})
    return forms.DecimalField(
        label="Sum, in pounds",
        min_value=least,
        max_value=9_999_999,
        decimal_places=2,
        widget=widget,
        **more,
    )


class FundingSumForm(OnceForm):
    """A sum of a stream and year: what it is, from which paper."""

    financial_year = forms.TypedChoiceField(label="Financial year", coerce=int)
    stream = forms.ChoiceField(
        label="What it is",
        help_text="Element 3 is written down as the council’s letter; pupil premium plus with the "
        "child in care.",
    )
    pounds = _pounds(Decimal("0.01"))
    is_returned = forms.BooleanField(label="It was given back", required=False)
    on = PastDateField(label="Date of the paper or payment", help_text="")
    source = forms.CharField(
        label="Where it stands",
        max_length=200,
        help_text="Such as “Budget share 2026/27, notional SEN”.",
    )

    def __init__(self, *args, years: Iterable[int], has_early_years: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["financial_year"].choices = [
            (year, f"{year}/{(year + 1) % 100:02d}") for year in years
        ]
        self.fields["stream"].choices = [CHOOSE] + [
            (code, label)
            for code, label in TYPED_STREAMS
            if has_early_years or code not in EARLY_STREAMS
        ]

    @property
    def facts(self) -> dict[str, Any]:
        """What the services take, the sum in pence."""
        said = {name: self.cleaned_data[name] for name in SUM_FIELDS if name != "pence"}
        return said | {"pence": in_pence(self.cleaned_data["pounds"])}


class CorrectionForm(FundingSumForm):
    """What is right instead of a sum, and why."""

    pounds = _pounds(Decimal(0), help_text="0 takes the sum out.")
    why = forms.CharField(
        label="Why is it put right?", max_length=300, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args, wrong: FundingSum, **kwargs):
        initial = {name: getattr(wrong, name) for name in SUM_FIELDS}
        initial["pounds"] = pounds_of(wrong.pence)
        super().__init__(*args, initial=initial, **kwargs)
