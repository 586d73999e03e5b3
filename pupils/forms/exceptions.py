"""Forms of access by exception: grants and emergencies."""

import datetime as dt
from typing import Any

from django import forms

from aylsham import clock
from aylsham.access.roles import Role
from aylsham.forms import DateField, Form
from pupils import upn
from pupils.selectors.adults import Adult

#: A reason is a sentence that somebody else can judge.
SHORTEST_REASON = 15


class GrantForm(Form):
    """A named person may open this child's record, from a day to a day."""

    person = forms.ChoiceField(label="Who")
    reason = forms.CharField(
        label="Why",
        help_text="The head, the audit log and the family, if they ask, read this.",
        widget=forms.Textarea(attrs={"rows": 3}),
        min_length=SHORTEST_REASON,
        error_messages={"min_length": "Say why in a sentence."},
    )
    starts_on = DateField(label="From")
    ends_on = DateField(label="Last day", help_text="For example, 18 Dec 2026. A year at most")

    def __init__(self, *args, adults: list[Adult], **kwargs):
        super().__init__(*args, **kwargs)
        self.people = {str(adult.user.pk): adult for adult in adults}
        named = [(k, f"{a.user.name} ({Role(a.role).label})") for k, a in self.people.items()]
        self.fields["person"].choices = [("", "Choose a person"), *named]
        self.initial.setdefault("starts_on", clock.today())

    def clean(self) -> dict[str, Any]:
        """The end comes after the start, and not in the past."""
        data = super().clean()
        first, last = data.get("starts_on"), data.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", "The last day is before the first.")
        elif last and last < clock.today():
            self.add_error("ends_on", "The last day is over already.")
        return data

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes."""
        data = self.cleaned_data
        names = ("reason", "starts_on", "ends_on")
        return {"user": self.people[data["person"]].user} | {n: data[n] for n in names}


class EmergencyForm(Form):
    """Which child, and why: what only somebody who knows the child can say."""

    upn = forms.CharField(label="The child's UPN", max_length=20, required=False)
    name = forms.CharField(
        label="First name and family name", max_length=200, required=False,
        help_text="Exactly as the school has it",
    )  # fmt: skip
    born_on = DateField(label="Date of birth", required=False)
    reason = forms.CharField(
        label="Why you need it now",
        help_text="The head is told at once and reviews it within five days.",
        widget=forms.Textarea(attrs={"rows": 3}),
        min_length=SHORTEST_REASON,
        error_messages={"min_length": "Say in a sentence why you need it now."},
    )

    def clean_upn(self) -> str:
        value = upn.clean(self.cleaned_data["upn"])
        if value and not upn.is_valid(value):
            raise forms.ValidationError("This is no UPN: look at the letters again.")
        return value

    def clean(self) -> dict[str, Any]:
        """A UPN, or a name with the birthday."""
        data = super().clean()
        if data.get("upn") or "upn" in self.errors:
            return data
        if not data.get("name"):
            self.add_error("name", "Give the child's UPN, or the name and the date of birth.")
        if not data.get("born_on") and "born_on" not in self.errors:
            self.add_error("born_on", "Give the date of birth as well.")
        return data

    @property
    def who(self) -> dict[str, str | dt.date | None]:
        """What the selector takes."""
        data = self.cleaned_data
        return {"upn": data["upn"], "name": data["name"], "born_on": data["born_on"]}

    def say_not_found(self) -> None:
        """The same words whatever was wrong."""
        self.add_error(None, "No child of this school has exactly that UPN, or name and birthday.")


class ReviewForm(Form):
    """What came of an emergency."""

    note = forms.CharField(
        label="What you found",
        help_text="Was it right to open the record? Whom did you talk to?",
        widget=forms.Textarea(attrs={"rows": 4}),
    )
