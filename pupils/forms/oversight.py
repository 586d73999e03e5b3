"""Filters over the audit log."""

import datetime as dt
from uuid import UUID

from django import forms

from aylsham.audit.codes import Kind
from aylsham.audit.selectors import Period
from aylsham.forms import DateField, FilterForm

FOUR_WEEKS = dt.timedelta(days=27)


class PeriodForm(FilterForm):
    """From a day to a day; the last four weeks unless somebody says otherwise."""

    first = DateField(label="From", help_text="")
    last = DateField(label="To", help_text="")

    def period(self, today: dt.date) -> Period:
        """The chosen period; nonsense is the usual one, which ends now."""
        chosen = self.chosen
        last = chosen.get("last")
        first = chosen.get("first") or (last or today) - FOUR_WEEKS
        return Period(min(first, last or first), last)


class LogForm(PeriodForm):
    """Who did what to whom, from when to when."""

    person = forms.UUIDField(label="Person", widget=forms.Select)
    kind = forms.ChoiceField(
        label="What", choices=[("", "Everything"), *((k.value, k.label) for k in Kind)]
    )
    #: From the child's own page: a name would stand in the address of this one.
    child = forms.UUIDField(widget=forms.HiddenInput)
    field_order = ("person", "kind", "first", "last")

    def offer(self, people: list[tuple[UUID, str]]) -> None:
        """The people whom the log names in that time."""
        field = self.fields["person"]
        field.choices = field.widget.choices = [
            ("", "Everybody"),
            *((str(key), name) for key, name in people),
        ]
