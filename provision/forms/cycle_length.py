"""For how long a school's cycles last."""

from typing import Any

from django import forms

from aylsham.editing import EditForm
from provision.codes import CycleSpan
from provision.services.questions import LENGTH_FIELDS


class LengthForm(EditForm):
    """A half-term, a term, or so many weeks."""

    record_fields = LENGTH_FIELDS
    sometimes_needed = ("weeks",)
    span = forms.ChoiceField(
        label="A cycle lasts",
        choices=CycleSpan.choices,
        widget=forms.RadioSelect,
        initial=CycleSpan.TERM,
    )
    weeks = forms.IntegerField(
        label="How many",
        min_value=2,
        max_value=52,
        required=False,
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-3"}),
    )

    def clean(self) -> dict[str, Any]:
        """Weeks are said where they count, and are forgotten where they do not."""
        data = super().clean()
        if data.get("span") != CycleSpan.WEEKS:
            data["weeks"] = None
            self.errors.pop("weeks", None)
        elif data.get("weeks") is None and "weeks" not in self.errors:
            self.add_error("weeks", "Give a number of weeks.")
        return data
