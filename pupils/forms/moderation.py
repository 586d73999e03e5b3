"""Forms of moderation: draw, describe, leave out, rate blind, settle."""

import datetime as dt
from typing import Any

from django import forms

from aylsham.forms import DateField, Form
from pupils.codes import AreaOfNeed, NeedLevel

#: The longest text that leaves a school, in characters.
LONGEST = 2000


class DrawForm(Form):
    """How many, of which area, and by when each step is done."""

    per_school = forms.IntegerField(
        label="Children of each school",
        help_text="Ten pairs over all schools are the fewest that say anything.",
        min_value=1,
        max_value=50,
    )
    area = forms.ChoiceField(
        label="Area of need", choices=[("", "Every area"), *AreaOfNeed.choices], required=False
    )
    approve_by = DateField(label="Descriptions approved by")
    rate_by = DateField(label="Rated by", help_text="")
    settle_by = DateField(label="Settled by", help_text="")


def _words(label: str, *, required: bool = False, help_text: str = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=LONGEST,
        required=required,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class DescriptionForm(Form):
    """The words that another school reads, and that somebody has read them as a stranger would."""

    seen = _words("What is seen", required=True)
    impact = _words("What it gets in the way of")
    helps = _words("What helps")
    is_read = forms.BooleanField(
        label="I have read it as a stranger would: nothing in it points to the child"
    )

    @property
    def words(self) -> dict[str, str]:
        """The three texts."""
        return {name: self.cleaned_data[name] for name in ("seen", "impact", "helps")}


class LeaveOutForm(Form):
    """Why no description could hide the child."""

    why = forms.CharField(
        label="Why is this child left out?",
        help_text="For example: anybody here would know the child by what is seen.",
        max_length=300,
    )


class BlindForm(Form):
    """The level by what is described, and why."""

    level = forms.TypedChoiceField(
        label="How much does it get in the way at school?",
        choices=NeedLevel.choices,
        coerce=int,
        widget=forms.RadioSelect,
    )
    why = forms.CharField(
        label="What made you choose this?",
        help_text="The child's school reads it.",
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class SettleForm(Form):
    """The level after moderation, and why."""

    level = forms.TypedChoiceField(
        label="The level of need now",
        choices=NeedLevel.choices,
        coerce=int,
        widget=forms.RadioSelect,
    )
    why = forms.CharField(
        label="Why do you keep it or change it?",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


def usual_days(today: dt.date) -> dict[str, Any]:
    """Two weeks to describe, three more to rate, two more to settle."""
    weeks = {"approve_by": 2, "rate_by": 5, "settle_by": 7}
    return {name: today + dt.timedelta(weeks=number) for name, number in weeks.items()}
