"""Forms of needs and diagnoses."""

from django import forms

from aylsham.editing import EditForm
from aylsham.forms import DateField, Form
from pupils.codes import NEED_TYPES, AreaOfNeed, KnownFrom, NeedLevel
from pupils.forms.evidence import EvidenceForm
from pupils.forms.status import past_day
from pupils.services.needs import DIAGNOSIS_FIELDS, LEVEL_FIELDS, NEED_FIELDS


def need_choices() -> list:
    """Need types under their broad areas."""
    return [
        ("", "Choose one"),
        *(
            (area.label, [(n.code, f"{n.label} ({n.code})") for n in types])
            for area in AreaOfNeed
            if (types := [n for n in NEED_TYPES.values() if n.area == area])
        ),
    ]


class NeedForm(EditForm):
    """A need: its census type and what it means in class."""

    record_fields = NEED_FIELDS
    need_type = forms.ChoiceField(label="Type of need", choices=need_choices)
    in_words = forms.CharField(
        label="In words a teacher uses",
        help_text="For example: finds instructions of more than two steps hard.",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    impact = forms.CharField(
        label="What it gets in the way of",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    known_from = forms.ChoiceField(
        label="Known from", choices=[("", "Not said"), *KnownFrom.choices], required=False
    )
    since_on = DateField(label="Since", required=False)

    def clean_since_on(self):
        return past_day(self.cleaned_data["since_on"], "The day")


class LevelForm(EditForm):
    """How much a need gets in the way, by what is seen at school."""

    record_fields = LEVEL_FIELDS
    level = forms.TypedChoiceField(
        label="How much does it get in the way at school?",
        help_text="Rate what you see, whatever a diagnosis says or does not say.",
        choices=[*NeedLevel.choices, ("", "Not rated")],
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )


class DiagnosisForm(EvidenceForm, EditForm):
    """A diagnosis as a dated fact with its source."""

    record_fields = DIAGNOSIS_FIELDS
    name = forms.CharField(label="Diagnosis", max_length=200)
    made_on = DateField(label="Made on", required=False)
    made_by = forms.CharField(label="Who made it", max_length=200, required=False)
    evidence = forms.CharField(
        label="Where it is written down",
        help_text="For example: letter of the clinic, 4 May 2025.",
        max_length=200,
        required=False,
    )

    field_order = ("name", "made_on", "made_by", "evidence", "paper", "version")

    def clean_made_on(self):
        return past_day(self.cleaned_data["made_on"], "The day")


class EndedForm(Form):
    """The day on which something stopped being true."""

    ended_on = DateField(label="Ended on")

    def clean_ended_on(self):
        return past_day(self.cleaned_data["ended_on"], "The day")
