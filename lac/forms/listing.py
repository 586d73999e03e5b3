"""Which children stand in the list of children in care."""

from django import forms

from aylsham.forms import FilterForm, QuickSelect
from lac.codes import CareKind
from lac.selectors.listing import SOCIAL_WORKER


class CareFilter(FilterForm):
    """By how somebody has to think of their care."""

    care = forms.ChoiceField(
        label="Care",
        choices=[
            ("", "All"),
            (CareKind.LOOKED_AFTER, "Looked after"),
            (CareKind.PREVIOUSLY, "In care before"),
            (SOCIAL_WORKER, "Social worker"),
        ],
        widget=QuickSelect,
    )

    @property
    def care_chosen(self) -> str:
        """The kind that was chosen; empty for all."""
        return self.chosen.get("care", "")
