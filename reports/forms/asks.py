"""Answers on the page of what is asked."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django import forms

from aylsham.forms import DateField, Form
from provision.rules.cycle_sections import Section
from pupils.meeting_codes import REPLY_WORDS


class FinishForm(Form):
    """What a review still asks, and whether the next cycle begins at once."""

    begins_next = forms.BooleanField(
        label="Begin the next cycle today with the targets that go on",
        required=False,
        initial=True,
    )
    review_on = DateField(label="Review the next cycle on", help_text="", required=False)

    def __init__(
        self, *args, questions: Sequence[Section], today: dt.date, review_on: dt.date, **kwargs
    ):
        super().__init__(*args, **kwargs)
        self.questions, self.today = questions, today
        self.initial["review_on"] = review_on
        for section in questions:
            self.fields[f"q_{section.key}"] = forms.CharField(
                label=section.title,
                help_text=section.hint,
                max_length=6000,
                required=section.is_needed,
                widget=forms.Textarea(attrs={"rows": 2}),
            )
        self.order_fields([*(f"q_{s.key}" for s in questions), "begins_next", "review_on"])

    def clean(self) -> dict[str, Any]:
        """The next review comes after today."""
        data = super().clean()
        day = data.get("review_on")
        is_wrong = day is None or day <= self.today
        if data.get("begins_next") and is_wrong and "review_on" not in self.errors:
            self.add_error("review_on", "Give a day after today.")
        return data

    @property
    def answers(self) -> dict[str, str]:
        """What was written, by the question."""
        return {s.key: words for s in self.questions if (words := self.cleaned_data[f"q_{s.key}"])}


class BeginForm(Form):
    """The next cycle of a child begins today."""

    review_on = DateField(label="Review on", help_text="")

    def __init__(self, *args, today: dt.date, review_on: dt.date, **kwargs):
        super().__init__(*args, **kwargs)
        self.today = today
        self.initial["review_on"] = review_on

    def clean_review_on(self):
        """The review comes after today."""
        if self.cleaned_data["review_on"] <= self.today:
            raise forms.ValidationError("Give a day after today.")
        return self.cleaned_data["review_on"]


class ImprovedForm(Form):
    """What was improved after feedback; empty where there was nothing to improve."""

    improved = forms.CharField(
        label="What did you improve?",
        help_text="Empty: you have read it.",
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class InvitationForm(Form):
    """Whether somebody comes."""

    reply = forms.ChoiceField(
        label="Can you come?",
        choices=[(code.value, words) for code, words in REPLY_WORDS.items()],
        widget=forms.RadioSelect,
    )
