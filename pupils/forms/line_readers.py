"""The form that names who reads a sensitive line."""

from typing import Any

from django import forms

from aylsham import clock
from aylsham.access.roles import Role
from aylsham.forms import CHOOSE, DateField, Form
from pupils.forms.exceptions import SHORTEST_REASON
from pupils.selectors.adults import Adult


class ReaderForm(Form):
    """Who, why and until when."""

    person = forms.ChoiceField(label="Who")
    reason = forms.CharField(
        label="Why they need it",
        help_text="The head, the audit log and the family, if they ask, read this.",
        max_length=500,
        min_length=SHORTEST_REASON,
        error_messages={"min_length": "Say why in a sentence."},
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    ends_on = DateField(label="Last day", help_text="For example, 18 Dec 2026. A year at most")

    def __init__(self, *args, adults: list[Adult], **kwargs):
        super().__init__(*args, **kwargs)
        self.people = {str(adult.user.pk): adult for adult in adults}
        named = [(k, f"{a.user.name} ({Role(a.role).label})") for k, a in self.people.items()]
        self.fields["person"].choices = [CHOOSE, *named]

    def clean_ends_on(self):
        day = self.cleaned_data["ends_on"]
        if day and day < clock.today():
            raise forms.ValidationError("The last day is over already.")
        return day

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes."""
        data = self.cleaned_data
        return {
            "user": self.people[data["person"]].user,
            "reason": data["reason"],
            "ends_on": data["ends_on"],
        }
