"""Answers on the page of what is asked."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django import forms

from aylsham.forms import DateField, Form, OnceForm
from provision.rules.cycle_sections import Section
from provision.rules.standing_marks import SessionAt
from provision.selectors.before_review import Unsaid
from provision.selectors.week_left import WeekLeft, key_of
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


class EvidenceForm(Form):
    """What shows that a step of a plan is done."""

    evidence = forms.CharField(
        label="What shows that it is done?",
        help_text="Where one can see it. Name no child.",
        max_length=500,
    )


class InvitationForm(Form):
    """Whether somebody comes."""

    reply = forms.ChoiceField(
        label="Can you come?",
        choices=[(code.value, words) for code, words in REPLY_WORDS.items()],
        widget=forms.RadioSelect,
    )


class CheckForm(Form):
    """What a checker finds of the plan that stands above."""

    GOOD, BACK = "good", "back"
    found = forms.ChoiceField(
        label="What do you find?",
        choices=[(GOOD, "It is good: the cycle runs"), (BACK, "Send it back")],
        widget=forms.RadioSelect,
    )
    note = forms.CharField(
        label="What should change?",
        help_text="Only if you send it back.",
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    #: The mark of the plan that was read.
    seen = forms.CharField(widget=forms.HiddenInput)
    sometimes_needed = ("note",)

    def clean(self) -> dict[str, Any]:
        """Whoever sends it back says why."""
        data = super().clean()
        if data.get("found") == self.BACK and not data.get("note", "").strip():
            self.add_error("note", "Say what should change.")
        return data

    @property
    def is_good(self) -> bool:
        return self.cleaned_data["found"] == self.GOOD


class CheckPassportForm(CheckForm):
    """What a checker finds of the passport that stands above."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        (good, _), *others = self.fields["found"].choices
        self.fields["found"].choices = [(good, "It is good: publish it"), *others]


class ReadForm(Form):
    """That somebody has read what stands above; `shown` is its mark."""

    shown = forms.CharField(widget=forms.HiddenInput)


class WordsForm(OnceForm):
    """A word about each child who is reviewed soon, as far as a session of it was logged."""

    def __init__(self, *args, children: Sequence[Unsaid], **kwargs):
        super().__init__(*args, **kwargs)
        self.children = [child for child in children if child.last]
        for child in self.children:
            name, seen = f"w{child.pupil.pk.hex}", f"s{child.pupil.pk.hex}"
            self.fields[name] = forms.CharField(
                label=f"How does it go for {child.pupil.full_name}?",
                help_text=f"Review on {child.review_on:%-d %b}.",
                max_length=300,
                required=False,
            )
            self.fields[seen] = forms.UUIDField(widget=forms.HiddenInput, required=False)
            self.initial[seen] = child.last.pk
        self.marks_optional = False

    def clean(self) -> dict[str, Any]:
        """At least one word, each about the session that was in view."""
        data = super().clean()
        said = [child for child in self.children if data.get(f"w{child.pupil.pk.hex}")]
        if not said and not self.errors:
            self.add_error(None, "Write a word about at least one child.")
        if any(data.get(f"s{child.pupil.pk.hex}") != child.last.pk for child in said):
            self.add_error(None, "Somebody logged this session meanwhile. Look at it first.")
        return data

    @property
    def said(self) -> list[tuple[Unsaid, str]]:
        """Each child of whom something is said, with the word."""
        words = [(child, self.cleaned_data[f"w{child.pupil.pk.hex}"]) for child in self.children]
        return [(child, word) for child, word in words if word]


class HadForm(OnceForm):
    """On which days of last week everybody had a provision."""

    days = forms.MultipleChoiceField(
        label="Everybody had it on", widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args, week: WeekLeft, **kwargs):
        super().__init__(*args, **kwargs)
        self.week = week
        self.fields["days"].choices = week.choices
        self.fields["days"].error_messages["invalid_choice"] = (
            "One of these days was logged meanwhile. Look again."
        )
        if week.is_plain:
            self.initial["days"] = [value for value, _ in week.choices]
        else:
            self.fields["days"].help_text = f"Planned and not logged: {week.asked}."

    def clean_days(self) -> list[SessionAt]:
        """The sessions that are ticked: no more than were planned."""
        chosen = set(self.cleaned_data["days"])
        if len(chosen) > self.week.asked:
            raise forms.ValidationError(
                f"Tick {self.week.asked} at most: so many were planned and are not logged."
            )
        return [at for at in self.week.sessions if key_of(at) in chosen]
