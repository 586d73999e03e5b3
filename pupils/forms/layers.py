"""Forms of the layers proposed in 2026."""

from collections.abc import Sequence
from typing import Any

from django import forms

from aylsham.forms import DateField, FilterForm, Form, QuickSelect
from pupils.codes import PROPOSED, Layer, SenStatus
from pupils.forms.evidence import EvidenceForm
from pupils.forms.status import past_day
from pupils.selectors.layers import ListedChild
from pupils.services.layers import LayerChoice


class WhyForm(Form):
    """From when, why, and where that is written down."""

    starts_on = DateField(label="From", help_text="")
    reason = forms.CharField(
        label="Why", help_text="By what is seen and given, not by a diagnosis.", max_length=1000
    )
    evidence = forms.CharField(
        label="Where the evidence is",
        help_text="For example: review of 12 November, provision map.",
        max_length=200,
        required=False,
    )

    def clean_starts_on(self):
        return past_day(self.cleaned_data["starts_on"], "The day")


class LayerForm(EvidenceForm, WhyForm):
    """The layer of one child."""

    layer = forms.ChoiceField(
        label=f"Layer ({PROPOSED})", choices=Layer.choices, widget=forms.RadioSelect
    )
    version = forms.CharField(widget=forms.HiddenInput, required=False)
    field_order = ("layer", "starts_on", "reason", "evidence", "paper", "version")


class LayerEndForm(Form):
    """The last day of a layer."""

    ends_on = DateField(label="Last day")
    version = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean_ends_on(self):
        return past_day(self.cleaned_data["ends_on"], "The day")


class LayersForm(WhyForm):
    """The layers of many children, with one reason."""

    def __init__(self, *args, children: Sequence[ListedChild], **kwargs):
        super().__init__(*args, **kwargs)
        self.children = list(children)
        for child in self.children:
            self.fields[f"layer_{child.id}"] = forms.ChoiceField(
                label=f"New layer of {child.name}",
                choices=[("", "As it is"), *Layer.choices],
                required=False,
                widget=QuickSelect(attrs={"aria-label": f"New layer of {child.name}"}),
            )
            self.fields[f"version_{child.id}"] = forms.CharField(
                required=False, widget=forms.HiddenInput
            )
            self.initial[f"version_{child.id}"] = child.version

    @property
    def rows(self) -> list[tuple[ListedChild, Any, Any]]:
        """Each child with the two boxes of its row."""
        return [(c, self[f"layer_{c.id}"], self[f"version_{c.id}"]) for c in self.children]

    def clean(self) -> dict[str, Any]:
        """At least one row was changed."""
        data = super().clean()
        if not any(data.get(f"layer_{child.id}") for child in self.children):
            self.add_error(None, "Choose a new layer for at least one child.")
        return data

    @property
    def choices(self) -> list[LayerChoice]:
        """The rows in which a layer was chosen that is not the present one."""
        data = self.cleaned_data
        return [
            LayerChoice(child.id, chosen, data[f"version_{child.id}"])
            for child in self.children
            if (chosen := data[f"layer_{child.id}"]) and chosen != child.layer
        ]


class LayersFilter(FilterForm):
    """Which children of the register stand in the list."""

    group = forms.ChoiceField(label="Class", widget=QuickSelect)
    status = forms.ChoiceField(
        label="SEN status",
        choices=[("", "Any"), *[c for c in SenStatus.choices if c[0] != SenStatus.NONE]],
        widget=QuickSelect,
    )
    without = forms.BooleanField(label="Without a layer")

    def __init__(self, *args, classes: list[tuple[str, str]], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["group"].choices = [("", "Any"), *classes]
