"""Forms of meetings about children in care."""

from typing import Any

from django import forms

from aylsham.editing import EditForm
from aylsham.forms import CHOOSE, DateField, OnceForm
from lac.services.meetings import ACTION_FIELDS, MEETING_FIELDS, SAID_FIELDS
from lac.watch_codes import CareMeetingKind
from pupils.models import Pupil


class MeetingForm(EditForm, OnceForm):
    """A meeting that was held."""

    record_fields = MEETING_FIELDS
    kind = forms.ChoiceField(label="With whom", choices=[CHOOSE, *CareMeetingKind.choices])
    held_on = DateField(label="Held on")
    came = forms.CharField(label="Who came", max_length=300, help_text="Names, and what they are")
    children = forms.ModelMultipleChoiceField(
        label="Which children it spoke of",
        queryset=None,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="None, if it was about the work in general",
    )
    notes = forms.CharField(
        label="What was said in general",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=4000,
        required=False,
        help_text="Nothing about a single child: that is written at the child, in the next step.",
    )

    def __init__(self, *args, pupils, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["children"].queryset = pupils
        self.fields["children"].label_from_instance = _name


class SaidForm(EditForm):
    """What a meeting said of one child."""

    record_fields = SAID_FIELDS
    said = forms.CharField(
        label="What was said of the child",
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=4000,
        required=False,
        help_text="Few people may read it. Name no other child.",
    )


class ActionForm(EditForm, OnceForm):
    """What somebody is to do."""

    record_fields = ACTION_FIELDS
    what = forms.CharField(label="What is to be done", max_length=300)
    pupil = forms.ModelChoiceField(
        label="For which child", queryset=None, required=False, empty_label="For no single child"
    )
    owner = forms.ModelChoiceField(
        label="Colleague", queryset=None, required=False, empty_label="Nobody of this school"
    )
    outside_owner = forms.CharField(
        label="Or somebody outside",
        max_length=150,
        required=False,
        help_text="Name and what they are",
    )
    due_on = DateField(label="By when", help_text="")

    def __init__(self, *args, pupils, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["pupil"].queryset = pupils
        self.fields["pupil"].label_from_instance = _name
        self.fields["owner"].queryset = people
        self.fields["owner"].label_from_instance = lambda user: user.name

    def clean(self) -> dict[str, Any]:
        """Exactly one person."""
        data = super().clean()
        if bool(data.get("owner")) == bool(data.get("outside_owner")):
            self.add_error("outside_owner", "Say who: a colleague, or somebody outside, not both.")
        return data


def _name(pupil: Pupil) -> str:
    return pupil.full_name
