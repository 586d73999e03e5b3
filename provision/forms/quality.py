"""Looking at a paper of the sample."""

from django import forms

from aylsham.forms import Form
from provision.models import SampledPaper
from provision.quality_codes import Mark
from provision.rules.checklists import points_of


class LookForm(Form):
    """A word on every point, and what the teacher is told."""

    feedback = forms.CharField(
        label="What you tell the teacher",
        help_text="What is good, and one thing that would make it better. Empty: it is closed.",
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args, paper: SampledPaper, **kwargs):
        super().__init__(*args, **kwargs)
        self.points = points_of(paper.checklist, paper.kind)
        for point in self.points:
            self.fields[f"p_{point.key}"] = forms.ChoiceField(
                label=point.title,
                help_text=point.good,
                choices=Mark.choices,
                widget=forms.RadioSelect,
                error_messages={"required": "Choose one."},
            )
        self.order_fields([*(f"p_{point.key}" for point in self.points), "feedback"])

    @property
    def marks(self) -> dict[str, str]:
        """What was found, by the point."""
        return {point.key: self.cleaned_data[f"p_{point.key}"] for point in self.points}


class DrawForm(Form):
    """Up to how many papers are drawn."""

    upto = forms.IntegerField(min_value=1, max_value=60, widget=forms.HiddenInput)
