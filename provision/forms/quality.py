"""Looking at a paper of the sample."""

from collections.abc import Iterable
from typing import Any

from django import forms

from aylsham.forms import Form
from aylsham.models import User
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

    teacher = forms.ChoiceField(label="Who hears of it?", required=False)

    def __init__(self, *args, paper: SampledPaper, adults: Iterable[User], **kwargs):
        super().__init__(*args, **kwargs)
        named = [paper.teacher] if paper.teacher else []
        self.adults = {str(user.pk): user for user in [*named, *adults]}
        self.initial["teacher"] = str(paper.teacher_id or "")
        self.fields["teacher"].choices = [
            ("", "Nobody: it is closed without a word"),
            *((key, user.name) for key, user in self.adults.items()),
        ]
        self.points = points_of(paper.checklist, paper.kind)
        for point in self.points:
            self.fields[f"p_{point.key}"] = forms.ChoiceField(
                label=point.title,
                help_text=point.good,
                choices=Mark.choices,
                widget=forms.RadioSelect(attrs={"class": "ay-inline"}),
                error_messages={"required": "Choose one."},
            )
        self.order_fields([*(f"p_{point.key}" for point in self.points), "feedback", "teacher"])

    def clean(self) -> dict[str, Any]:
        """Words go to somebody, and what could be better is said in words."""
        data = super().clean()
        told = data.get("feedback", "").strip()
        if told and not data.get("teacher"):
            self.add_error("teacher", "Choose who hears of it.")
        if Mark.WEAK in data.values() and not told:
            self.add_error("feedback", "Say in a sentence what could be better, and how.")
        return data

    @property
    def hears(self) -> User | None:
        """Who is told."""
        return self.adults.get(self.cleaned_data["teacher"])

    @property
    def marks(self) -> dict[str, str]:
        """What was found, by the point."""
        return {point.key: self.cleaned_data[f"p_{point.key}"] for point in self.points}


class LeaveOutForm(Form):
    """A paper is left out of the sample."""

    why = forms.CharField(
        label="Why it is left out",
        help_text="The child is away, the paper is a week old, somebody else looked at it.",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class DrawForm(Form):
    """Up to how many papers are drawn."""

    upto = forms.IntegerField(min_value=1, max_value=60, widget=forms.HiddenInput)
