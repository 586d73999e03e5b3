"""Which schools stand side by side."""

from django import forms

from aylsham.codes import Phase
from aylsham.forms import FilterForm, QuickSelect, QuickText


class SchoolsFilter(FilterForm):
    """By a part of the name, and by phase."""

    name = forms.CharField(label="School", max_length=100, widget=QuickText)
    phase = forms.ChoiceField(
        label="Phase", choices=[("", "Any"), *Phase.choices], widget=QuickSelect
    )
    kept_names = ("show",)
