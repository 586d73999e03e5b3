"""Forms of what a draft takes for granted, one for each kind of change."""

from typing import Any
from uuid import UUID

from django import forms

from aylsham.editing import EditForm
from aylsham.forms import CHOOSE, OnceForm
from staff.codes import WEEKDAYS
from staff.models import PlanDemand
from staff.rules.patterns import MINUTES
from staff.selectors.exceptions import allowed_pairs
from staff.selectors.weeks.what_if import (
    children_of,
    demands_in_words,
    demands_to_choose,
    members_of,
    topics_of,
)
from staff.services.weeks.scenarios import CHANGES_FIELDS

LABELS = {
    "leaves": "Somebody leaves",
    "new": "Somebody begins",
    "hours": "Hours change",
    "trained": "Somebody is trained",
    "joins": "A group has one child more",
    "without": "Something is not given",
    "exception": "Allow it without the training",
}
FIELDS = {
    "leaves": ("adult",),
    "new": ("adult", "hours", "weekdays"),
    "hours": ("adult", "more"),
    "trained": ("adult", "training"),
    "joins": ("demand", "child"),
    "without": ("demand",),
    "exception": ("demand", "adult", "note"),
}


class WhatIfForm(EditForm, OnceForm):
    """One change; only the boxes of its kind stay."""

    record_fields = CHANGES_FIELDS
    demand = forms.ModelChoiceField(
        label="What", queryset=PlanDemand.objects.none(), empty_label="Choose"
    )
    child = forms.ChoiceField(label="Child")
    adult = forms.ChoiceField(label="Who")
    hours = forms.DecimalField(
        label="Hours a week", min_value=1, max_value=48, max_digits=4, decimal_places=2
    )
    more = forms.DecimalField(
        label="Hours a week more",
        help_text="With a minus for fewer, such as -2.5.",
        min_value=-48,
        max_value=48,
        max_digits=4,
        decimal_places=2,
    )
    weekdays = forms.TypedMultipleChoiceField(
        label="Days", choices=WEEKDAYS, coerce=int, widget=forms.CheckboxSelectMultiple
    )
    training = forms.ChoiceField(label="Training")
    note = forms.CharField(
        label="Why it is safe",
        max_length=200,
        help_text="Kept with the plan. Name no child. Such as: works beside Mrs Reed, who is trained.",
    )

    def __init__(self, *args, kind: str, access, plan, **kwargs):
        self.kind, self.access = kind, access
        super().__init__(*args, record=plan, **kwargs)
        for name in set(self.fields) - {"version", "key", *FIELDS[kind]}:
            del self.fields[name]
        self._offer(access, plan)

    def _offer(self, access, plan) -> None:
        if "adult" in self.fields:
            rows = members_of(access, plan)
            self._choices("adult", [(str(row.pk), row.name) for row in rows])
        if "training" in self.fields:
            self._choices("training", [(str(r.pk), r.name) for r in topics_of(access)])
        if "child" in self.fields:
            self._choices("child", [(str(r.pk), r.full_name) for r in children_of(access)])
        if "demand" in self.fields:
            words = demands_in_words(access, plan)
            field = self.fields["demand"]
            field.queryset = demands_to_choose(access, plan)
            field.label_from_instance = lambda row: f"{words[row.pk].what}, {words[row.pk].amount}"

    def _choices(self, name: str, found: list[tuple[str, str]]) -> None:
        self.fields[name].choices = [CHOOSE, *found]

    def clean(self) -> dict[str, Any]:
        """Nobody is asked for a reason that was given already."""
        data = super().clean()
        if self.kind == "exception" and data.get("demand") and data.get("adult"):
            allowed = allowed_pairs(self.access.school)
            if why := allowed.get((data["demand"].source_key, UUID(data["adult"]))):
                self.add_error("adult", f"They may give it already: {why}")
        return data

    def clean_more(self):
        """Nothing changes with nothing."""
        more = self.cleaned_data["more"]
        if not more:
            raise forms.ValidationError("Say how many hours more, or fewer.")
        return more

    @property
    def change(self) -> dict[str, Any]:
        """As `staff.rules.scenarios` describes it."""
        data = self.cleaned_data
        found = {n: data[n] for n in ("adult", "child", "training", "note") if n in data}
        if "demand" in data:
            found["demand"] = str(data["demand"].pk)
        if "weekdays" in data:
            found["weekdays"] = sorted(data["weekdays"])
        hours = data.get("hours", data.get("more"))
        if hours is not None:
            found["minutes"] = round(hours * MINUTES)
        return found
