"""Forms of briefs for meetings of the leaders."""

from typing import Any

from django import forms

from aylsham.editing import EditForm
from aylsham.forms import DateField, Form
from reports.forms.objectives import NO_CHILD, StepForm
from reports.models import Objective
from reports.services.briefs import BRIEF_FIELDS


class NewBriefForm(Form):
    """The day of a meeting."""

    held_on = DateField(label="Day of the meeting")


class BriefForm(EditForm):
    """What has changed, what is asked, what was decided: short enough for one page."""

    record_fields = BRIEF_FIELDS
    held_on = DateField(label="Day of the meeting")
    words = forms.CharField(
        label="What has changed",
        max_length=900,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=f"What the leaders should know that the figures do not say. {NO_CHILD}",
    )
    asks = forms.CharField(
        label="What we ask the meeting to decide",
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="A question each, with what you propose",
    )
    decided = forms.CharField(
        label="What was decided",
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="After the meeting. What somebody does is written as an action below.",
    )


class DecisionForm(StepForm):
    """An action that a meeting decided, perhaps towards an objective."""

    objective = forms.ModelChoiceField(
        label="Towards which objective",
        queryset=Objective.objects.none(),
        required=False,
        empty_label="None of these",
    )

    def __init__(self, *args, objectives, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["objective"].queryset = objectives
        self.fields["objective"].label_from_instance = lambda objective: objective.what

    @property
    def facts(self) -> dict[str, Any]:
        """With the objective, if one was chosen."""
        return super().facts | {"objective": self.cleaned_data["objective"]}
