"""The form of a key."""

import datetime as dt

from django import forms

from aylsham import clock
from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.exits.codes import KEY_LASTS, Scope
from aylsham.forms import DateField, OnceForm


class KeyForm(OnceForm):
    """What another system may read, and until when."""

    name = forms.CharField(
        label="Which system uses it", help_text="For example: School dashboard", max_length=60
    )
    scopes = forms.MultipleChoiceField(
        label="What it may read", choices=Scope.choices, widget=forms.CheckboxSelectMultiple
    )
    ends_on = DateField(label="Last day on which it works", help_text="At most a year from today.")

    def __init__(self, *args, access: Access, **kwargs):
        super().__init__(*args, **kwargs)
        # Whoever may not open what is kept about care gives nobody else a way to it.
        if not access.can(Permission.READ_CARE):
            self.fields["scopes"].choices = [c for c in Scope.choices if c[0] != Scope.CARE]

    def clean_ends_on(self) -> dt.date:
        """From today for a year."""
        day, today = self.cleaned_data["ends_on"], clock.today()
        if not today <= day <= today + dt.timedelta(days=KEY_LASTS):
            raise forms.ValidationError("Choose a day from today, at most a year ahead.")
        return day
