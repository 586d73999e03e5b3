"""Forms of access arrangements, of test dates and of rooms in test week."""

from collections.abc import Sequence
from typing import Any

from django import forms

from aylsham.editing import EditForm
from aylsham.forms import DateField, Form
from aylsham.models import School
from aylsham.timescales.rules import Confidence
from pupils.arrangement_codes import (
    DATE_CONFIDENCE,
    WITH_REASON,
    NationalTest,
    Route,
    choices_for,
)
from pupils.forms.status import past_day
from pupils.services.arrangements.deciding import ARRANGEMENT_FIELDS
from pupils.services.arrangements.week import DATE_FIELDS, ROOM_FIELDS

_IN_ROOM = {
    "label": "What the adult in the room needs to know",
    "help_text": "Supply staff read this. No diagnosis, no history. Leave it empty for the usual words.",
    "max_length": 200,
    "required": False,
}


class ConsiderForm(Form):
    """Which arrangement, in which of the tests that the child sits."""

    what = forms.ChoiceField(label="Arrangement")
    route = forms.ChoiceField(
        label="What the school must do",
        help_text="Leave this as it usually is unless this year’s guidance says otherwise.",
        choices=[("", "As usual"), *Route.choices],
        required=False,
    )
    in_room = forms.CharField(**_IN_ROOM)

    def __init__(self, *args, tests: list[str], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["what"].choices = [
            ("", "Choose one"),
            *(
                (NationalTest(test).label, [(f"{test}:{k}", v) for k, v in choices_for(test)])
                for test in tests
            ),
        ]

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes."""
        test, _, arrangement = self.cleaned_data["what"].partition(":")
        rest = {name: self.cleaned_data[name] for name in ("route", "in_room")}
        return {"test": test, "arrangement": arrangement, **rest}


class ArrangementForm(EditForm):
    """What must be done, and what the adult in the room reads."""

    record_fields = ARRANGEMENT_FIELDS
    route = forms.ChoiceField(label="What the school must do", choices=Route.choices)
    in_room = forms.CharField(**_IN_ROOM)


class StepForm(Form):
    """What became of an arrangement."""

    state = forms.ChoiceField(label="What happened", widget=forms.RadioSelect)
    on = DateField(label="On", help_text="")
    reference = forms.CharField(
        label="Reference", help_text="Of the application or order.", max_length=60, required=False
    )
    reason = forms.CharField(
        label="Why", help_text="For refused and not needed.", max_length=200, required=False
    )

    def __init__(self, *args, states: list[tuple[str, str]], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["state"].choices = states

    def clean_on(self):
        return past_day(self.cleaned_data["on"], "The day")

    def clean(self) -> dict[str, Any]:
        """Refused and not needed have a reason."""
        data = super().clean()
        if data.get("state") in WITH_REASON and not data.get("reason"):
            self.add_error("reason", "Say why.")
        return data


class DayForm(EditForm):
    """A day of one year's tests; empty: not known."""

    record_fields = DATE_FIELDS
    on = DateField(
        label="Day", help_text="For example, 10 May 2027. Empty: not known yet.", required=False
    )
    source = forms.CharField(
        label="Where it stands", help_text="For example: GOV.UK, critical dates.", max_length=200,
        required=False,
    )  # fmt: skip
    confidence = forms.ChoiceField(
        label="How sure", choices=DATE_CONFIDENCE, initial=Confidence.GUIDANCE.value
    )

    everywhere = forms.BooleanField(required=False)

    def __init__(self, *args, year: int, others: Sequence[School] = (), **kwargs):
        super().__init__(*args, **kwargs)
        self.year = year
        if others:
            names = ", ".join(school.name for school in others)
            self.fields["everywhere"].label = f"Also at {names}"
            self.fields["everywhere"].help_text = "A school that has a day of its own keeps it."
        else:
            del self.fields["everywhere"]

    def clean(self) -> dict[str, Any]:
        """A day lies in its school year and has a source."""
        data = super().clean()
        if day := data.get("on"):
            if not self.year <= day.year <= self.year + 1:
                self.add_error("on", f"This is the school year {self.year} to {self.year + 1}.")
            if not data.get("source"):
                self.add_error("source", "Say where you found the day.")
        return data


class RoomForm(EditForm):
    """A room in test week."""

    record_fields = ROOM_FIELDS
    name = forms.CharField(label="Room", max_length=60)
    adults = forms.CharField(
        label="Adults",
        help_text="For example: Ms Daly (reads), Mr Osei.",
        max_length=200,
        required=False,
    )
