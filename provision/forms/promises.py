"""Forms of what is owed to a child."""

from decimal import Decimal
from typing import Any

from django import forms

from aylsham.access.sensitivity import sensitivity_choices
from aylsham.editing import EditForm
from aylsham.forms import CHOOSE, DateField, Form, OnceForm
from provision.provision_codes import LegalWeight, PromiseSource
from provision.services.promises import PROMISE_FIELDS


class PromiseForm(EditForm, OnceForm):
    """What is owed, how much, by whose word, from when."""

    record_fields = PROMISE_FIELDS
    text = forms.CharField(
        label="What is owed",
        help_text="As the plan says it. What is vague in it, ask the council to put in numbers.",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    source = forms.ChoiceField(label="By whose word", choices=[CHOOSE, *PromiseSource.choices])
    reference = forms.CharField(
        label="Where it stands", help_text="For example, F3", max_length=60, required=False
    )
    sessions_a_week = forms.IntegerField(
        label="Sessions a week",
        min_value=1,
        max_value=25,
        required=False,
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-3"}),
    )
    minutes = forms.IntegerField(
        label="Minutes a session",
        min_value=1,
        max_value=400,
        required=False,
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-3"}),
    )
    hours_a_week = forms.DecimalField(
        label="Or hours a week",
        min_value=Decimal("0.25"),
        max_value=35,
        decimal_places=2,
        required=False,
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-3"}),
    )
    weight = forms.ChoiceField(
        label="How it binds",
        choices=[("", "As usual for its source"), *LegalWeight.choices],
        required=False,
    )
    starts_on = DateField(label="From", help_text="")
    ends_on = DateField(label="Until", required=False, help_text="Empty: until somebody ends it.")
    sensitivity = forms.TypedChoiceField(label="Who may read it", coerce=int)

    def __init__(self, *args, levels, **kwargs):
        super().__init__(*args, **kwargs)
        choices = sensitivity_choices(levels)
        self.fields["sensitivity"].choices = choices
        if len(choices) == 1:
            self.fields["sensitivity"].widget = forms.HiddenInput()
            self.initial.setdefault("sensitivity", choices[0][0])

    def clean(self) -> dict[str, Any]:
        """One amount, dates in order."""
        data = super().clean()
        by_sessions = bool(data.get("sessions_a_week") and data.get("minutes"))
        half = bool(data.get("sessions_a_week")) != bool(data.get("minutes"))
        if not self.errors and (half or by_sessions == bool(data.get("hours_a_week"))):
            self.add_error(
                "sessions_a_week", "Give sessions with their minutes, or hours, and not both."
            )
        first, last = data.get("starts_on"), data.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", "This is before it begins.")
        return data


class PromiseEndForm(Form):
    """It is owed no longer."""

    ends_on = DateField(label="Last day on which it is owed", help_text="")
