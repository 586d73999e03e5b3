"""Form of a target of the bank."""

from typing import Any

from django import forms

from aylsham.codes import YEAR_GROUP_ORDER, YEAR_GROUPS
from aylsham.editing import EditForm
from aylsham.forms import OnceForm
from provision.codes import MeasureKind
from provision.rules.targets import problem_of_numbers
from provision.services.bank import BANK_FIELDS
from pupils.codes import AreaOfNeed


def _number(label: str) -> forms.Field:
    return forms.DecimalField(
        label=label, min_value=0, max_digits=7, decimal_places=2, required=False
    )


class BankForm(EditForm, OnceForm):
    """A target without a child: words, need, years, and how it is measured."""

    record_fields = BANK_FIELDS
    text = forms.CharField(
        label="Target",
        help_text="What a child will do, in words that a child understands.",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    area = forms.ChoiceField(label="Area of need", choices=AreaOfNeed)
    from_year = forms.ChoiceField(label="From year", choices=YEAR_GROUPS, initial="R")
    to_year = forms.ChoiceField(label="To year", choices=YEAR_GROUPS, initial="6")
    measure = forms.ChoiceField(
        label="How is it measured?", choices=MeasureKind, widget=forms.RadioSelect
    )
    unit = forms.CharField(label="Of what", max_length=60, required=False)
    out_of = forms.IntegerField(
        label="Out of how many tries", min_value=1, max_value=1000, required=False
    )
    baseline = _number("Usual start")
    goal = _number("Usual goal")
    is_shared = forms.BooleanField(
        label="Offer it to every school of the federation", required=False
    )

    def __init__(self, *args, may_share: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        if not may_share:
            del self.fields["is_shared"]

    def clean(self) -> dict[str, Any]:
        """Years in order; numbers that fit to how it is measured."""
        data = super().clean()
        first, last = (YEAR_GROUP_ORDER.get(data.get(n), 0) for n in ("from_year", "to_year"))
        if last < first:
            self.add_error("to_year", "This is before “From year”.")
        if data.get("measure") == MeasureKind.DONE:
            return data | {"baseline": 0, "goal": 1, "out_of": None}
        for name in ("baseline", "goal"):
            if data.get(name) is None and name not in self.errors:
                self.add_error(name, "Give a number.")
        if not self.errors:
            numbers = (data["baseline"], data["goal"], data.get("out_of"))
            if problem := problem_of_numbers(data["measure"], *numbers):
                self.add_error(*problem)
        if data.get("measure") != MeasureKind.TRIALS:
            data["out_of"] = None
        return data
