"""Forms of what is passed on about a child in care, and of the safeguarding file."""

from typing import Any

from django import forms

from aylsham.editing import EditForm
from aylsham.forms import CHOOSE, DateField, OnceForm
from lac.services.moves import FILE_FIELDS, SHARED_FIELDS
from lac.watch_codes import Authority, SharedHow, SharedWhat


class SharedForm(EditForm, OnceForm):
    """Something was passed on."""

    record_fields = SHARED_FIELDS
    what = forms.MultipleChoiceField(
        label="What was passed on",
        choices=SharedWhat.choices,
        widget=forms.CheckboxSelectMultiple,
        help_text="Only what they need",
    )
    words = forms.CharField(
        label="In words",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
        required=False,
        help_text="What it was about. Few people may read it.",
    )
    to_name = forms.CharField(label="To whom", max_length=150)
    to_role = forms.CharField(label="What they are", max_length=100, required=False)
    organisation = forms.CharField(label="School or organisation", max_length=150, required=False)
    authority = forms.ChoiceField(label="By whose authority", choices=[CHOOSE, *Authority.choices])
    authority_words = forms.CharField(
        label="Who said so", max_length=150, required=False, help_text="A name, an order, a duty"
    )
    shared_on = DateField(label="Passed on on", help_text="")
    how = forms.ChoiceField(label="How", choices=[CHOOSE, *SharedHow.choices])
    acknowledged_on = DateField(
        label="They said that it arrived on",
        required=False,
        help_text="Leave empty until they do: you are reminded after five school days",
    )

    def clean(self) -> dict[str, Any]:
        """Something else is said in words."""
        data = super().clean()
        if SharedWhat.OTHER in (data.get("what") or ()) and not data.get("words"):
            self.add_error("words", "Say what else was passed on.")
        return data


class FileForm(EditForm, OnceForm):
    """That the safeguarding file was sent and received."""

    record_fields = FILE_FIELDS
    to_school = forms.CharField(label="New school", max_length=150)
    leaves_on = DateField(
        label="Last day here", required=False, help_text="If the child moves during the year"
    )
    term_starts_on = DateField(
        label="Or first day of the new term",
        required=False,
        help_text="If the child begins there with a new term",
    )
    sent_on = DateField(label="Sent on", required=False, help_text="")
    received_on = DateField(label="Received on", required=False, help_text="")
    received_by = forms.CharField(
        label="Who received it", max_length=150, required=False, help_text="As the receipt says"
    )

    def clean(self) -> dict[str, Any]:
        """One day from which the five days count."""
        data = super().clean()
        if not {"leaves_on", "term_starts_on"} & set(self.errors) and (
            bool(data.get("leaves_on")) == bool(data.get("term_starts_on"))
        ):
            self.add_error("leaves_on", "Give one of the two days: the five days count from it.")
        return data
