"""The form that lets a colleague know of a child's care."""

from django import forms

from aylsham.forms import DateField, OnceForm
from lac.codes import USUAL_ASK


class GiveViewForm(OnceForm):
    """Who may know, until when, and what they are to write."""

    user = forms.ModelChoiceField(label="Colleague", queryset=None, empty_label="Choose one")
    starts_on = DateField(label="From", help_text="")
    ends_on = DateField(label="Last day", help_text="At the end of that day it ends by itself")
    to_write = forms.CharField(label="What they are to write", max_length=200, initial=USUAL_ASK)

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["user"].queryset = people
        self.fields["user"].label_from_instance = lambda user: user.name

    @property
    def facts(self) -> dict:
        """What the service takes."""
        names = ("user", "starts_on", "ends_on", "to_write", "key")
        return {name: self.cleaned_data[name] for name in names}
