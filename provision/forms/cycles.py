"""Forms of cycles."""

from collections.abc import Sequence
from typing import Any

from django import forms

from aylsham.codes import Sensitivity
from aylsham.editing import EditForm
from aylsham.forms import DateField, FilterForm, Form, OnceForm, QuickSelect
from aylsham.models import User
from provision.codes import GivenHow, NextStep, Score
from provision.rules.cycle_sections import Section
from provision.selectors.cycles import SHOWN, CycleLine
from provision.services.cycles import CYCLE_FIELDS, REVIEW_FIELDS, TEXT_FIELDS
from pupils.forms.status import past_day


class CycleForm(EditForm, OnceForm):
    """From when to when, and who leads."""

    record_fields = CYCLE_FIELDS
    starts_on = DateField(label="From", help_text="")
    review_on = DateField(label="Review on", help_text="")
    lead = forms.ChoiceField(label="Who leads", required=False)

    def __init__(self, *args, colleagues: list[User], **kwargs):
        super().__init__(*args, **kwargs)
        self.colleagues = {str(user.pk): user for user in colleagues}
        if self.record and self.record.lead:
            self.colleagues.setdefault(str(self.record.lead_id), self.record.lead)
        self.fields["lead"].choices = [
            ("", "Nobody yet"),
            *((key, user.name) for key, user in self.colleagues.items()),
        ]
        if self.record:
            self.initial["lead"] = str(self.record.lead_id or "")

    def clean(self) -> dict[str, Any]:
        """The review comes after the beginning."""
        data = super().clean()
        starts_on, review_on = data.get("starts_on"), data.get("review_on")
        if starts_on and review_on and review_on <= starts_on:
            self.add_error("review_on", "This has to come after “From”.")
        return data

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes."""
        return super().facts | {"lead": self.colleagues.get(self.cleaned_data["lead"])}


class TextForm(EditForm):
    """The answer to one question of a cycle."""

    record_fields = TEXT_FIELDS
    text = forms.CharField(
        max_length=6000, widget=forms.Textarea(attrs={"rows": 6}), required=False
    )
    is_closed_off = forms.BooleanField(
        label="Only a few may read it",
        help_text="Sensitive: it stays out of the family’s sheet.",
        required=False,
    )

    def __init__(self, *args, section: Section, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["text"].label = section.title
        self.fields["text"].help_text = section.hint
        self.initial["is_closed_off"] = self.record.sensitivity != Sensitivity.EVERYONE

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes."""
        few = self.cleaned_data["is_closed_off"]
        level = Sensitivity.SENSITIVE if few else Sensitivity.EVERYONE
        if few and self.record.sensitivity != Sensitivity.EVERYONE:
            level = self.record.sensitivity
        return super().facts | {"sensitivity": level}


class ReviewForm(EditForm):
    """How a target came out, and what becomes of it."""

    record_fields = REVIEW_FIELDS
    score = forms.TypedChoiceField(
        label="How did it come out?", choices=Score.choices, coerce=int, widget=forms.RadioSelect
    )
    evidence = forms.CharField(
        label="What shows it",
        help_text="Measurements stand beside the score by themselves.",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        required=False,
    )
    next_step = forms.ChoiceField(
        label="What next?", choices=NextStep.choices, widget=forms.RadioSelect
    )


class NoteForm(Form):
    """Why a cycle goes back, or is unlocked."""

    text = forms.CharField(
        label="What is to be done", widget=forms.Textarea(attrs={"rows": 3}), max_length=2000
    )

    def __init__(self, *args, label: str = "", **kwargs):
        super().__init__(*args, **kwargs)
        if label:
            self.fields["text"].label = label


class GivenForm(Form):
    """The parents were given the plan."""

    given_on = DateField(label="On", help_text="")
    given_how = forms.ChoiceField(label="How", choices=GivenHow.choices, widget=forms.RadioSelect)

    def clean_given_on(self):
        return past_day(self.cleaned_data["given_on"], "The day")


class CloseForm(Form):
    """A cycle is closed."""

    closed_on = DateField(label="On", help_text="")

    def clean_closed_on(self):
        return past_day(self.cleaned_data["closed_on"], "The day")


class CyclesFilter(FilterForm):
    """Which children's cycles are shown."""

    stands = forms.ChoiceField(
        label="Cycle", choices=[("", "All"), *SHOWN.items()], widget=QuickSelect
    )
    group = forms.ChoiceField(label="Class", widget=QuickSelect)
    lead = forms.ChoiceField(label="Who leads", widget=QuickSelect)

    def __init__(self, *args, lines: Sequence[CycleLine], **kwargs):
        super().__init__(*args, **kwargs)
        for name, value in (("group", "class_name"), ("lead", "lead")):
            known = sorted({found for line in lines if (found := getattr(line, value))})
            self.fields[name].choices = [("", "All"), *((each, each) for each in known)]

    def chooses(self, line: CycleLine) -> bool:
        """Whether a child is among those chosen."""
        chosen = self.chosen
        return (
            ("stands" not in chosen or line.stands(chosen["stands"]))
            and chosen.get("group") in (None, line.class_name)
            and chosen.get("lead") in (None, line.lead)
        )
