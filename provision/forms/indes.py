"""Forms of INDES: a row for each section of the framework; what became of it."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms

from aylsham.editing import EditForm
from aylsham.forms import DateField, Form, OnceForm
from provision.council_codes import PanelOutcome
from provision.models import IndesArea
from provision.services.indes import ANSWER_FIELDS, RECORD_FIELDS, AreaFacts


class AreaRow(Form):
    """One section; an empty row keeps nothing."""

    marks_optional = False
    level = forms.CharField(
        label="Level, as the council's form gives it", max_length=40, required=False
    )
    evidence = forms.CharField(
        label="What shows it",
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    impact = forms.CharField(
        label="How it affects learning",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    is_main = forms.BooleanField(label="Main area", required=False)
    linked = forms.MultipleChoiceField(
        label="Recorded already", required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args, section: str, area: IndesArea | None, linkable, **kwargs):
        self.section = section
        names = ("level", "evidence", "impact", "is_main", "linked")
        kwargs["initial"] = {name: getattr(area, name) for name in names} if area else {}
        super().__init__(*args, **kwargs)
        known = dict(linkable)
        gone = [(key, "No longer on the record") for key in (area.linked if area else ())]
        self.fields["linked"].choices = [
            *linkable,
            *(pair for pair in gone if pair[0] not in known),
        ]

    @property
    def facts(self) -> AreaFacts:
        """The section as it is said now."""
        data = self.cleaned_data
        return AreaFacts(self.section, **{**data, "linked": tuple(data["linked"])})


class TakeBackForm(Form):
    """A record was filled in by mistake."""

    why = forms.CharField(
        label="Why it is taken back",
        help_text="It was for another child, say. It stays readable with this reason.",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class IndesForm(EditForm, OnceForm):
    """The framework filled in for a child."""

    record_fields = RECORD_FIELDS
    completed_on = DateField(label="Filled in on", help_text="")
    due_on = DateField(
        label="To be sent by",
        help_text="If the council gave a day: it stands on the list of what is due.",
        required=False,
    )
    contributors = forms.CharField(label="Who contributed", max_length=200, required=False)
    asks_support = forms.BooleanField(
        label="We ask the council for support for this child", required=False
    )

    def __init__(
        self,
        data=None,
        *,
        sections: Iterable[str],
        areas: Mapping[str, IndesArea],
        linkable: list[tuple[str, str]],
        **kwargs,
    ):
        super().__init__(data, **kwargs)
        self.rows = [
            AreaRow(
                data,
                prefix=f"s{number}",
                section=section,
                area=areas.get(section),
                linkable=linkable,
            )
            for number, section in enumerate(sections, 1)
        ]

    def clean(self) -> dict[str, Any]:
        """Every row is good, and one says something."""
        data = super().clean()
        for row in self.rows:
            if not row.is_valid():
                self.add_error(None, f"Look again at {row.section}.")
        if not self.errors and all(row.facts.is_empty for row in self.rows):
            self.add_error(None, "Give a level in at least one section.")
        return data

    @property
    def areas(self) -> list[AreaFacts]:
        """What each section says."""
        return [row.facts for row in self.rows]


class IndesAnswerForm(EditForm):
    """When it was sent, and what the panel said."""

    record_fields = ANSWER_FIELDS
    submitted_on = DateField(label="Sent on", help_text="", required=False)
    reference = forms.CharField(
        label="The council's reference",
        help_text="It goes into the names of the files you send.",
        max_length=40,
        required=False,
    )
    panel_on = DateField(label="Panel on", help_text="", required=False)
    outcome = forms.ChoiceField(
        label="Outcome", choices=[("", "None yet"), *PanelOutcome.choices], required=False
    )
    outcome_note = forms.CharField(
        label="What the panel said",
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
