"""Forms of what happens to a referral: steps, appointments, the report."""

import datetime as dt
from typing import Any

from django import forms

from aylsham import clock
from aylsham.editing import EditForm
from aylsham.forms import CHOOSE, DateField, Form, TimeField
from pupils.agency_codes import AppointmentState
from pupils.codes import ToldHow
from pupils.forms.status import past_day
from pupils.selectors.documents import DocumentLine
from pupils.services.referrals.following import APPOINTMENT_FIELDS
from pupils.services.referrals.referring import STEP_FIELDS, ParentsTold


class TellForm(Form):
    """When and how the parents were told."""

    told_on = DateField(label="Parents told on", required=False, help_text="Empty: not yet")
    told_how = forms.ChoiceField(
        label="How they were told", choices=[CHOOSE, *ToldHow.choices], required=False
    )

    def clean_told_on(self):
        return past_day(self.cleaned_data["told_on"], "The day")

    def clean(self) -> dict[str, Any]:
        """Told and how go together."""
        data = super().clean()
        if data.get("told_on") and not data.get("told_how"):
            self.add_error("told_how", "Say how the parents were told.")
        if data.get("told_how") and not data.get("told_on") and "told_on" not in self.errors:
            self.add_error("told_on", "Say when the parents were told.")
        return data

    @property
    def told(self) -> ParentsTold:
        """What the form says about telling."""
        return ParentsTold(self.cleaned_data["told_on"], self.cleaned_data["told_how"])


class ToldNowForm(TellForm):
    """The parents have been told of a step."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.required = True
        self.fields["told_on"].help_text = ""
        self.initial.setdefault("told_on", clock.today())


_WORDS = {
    "sent": "How it was sent, to whom",
    "acknowledged": "What the service said",
    "accepted": "What the service said",
    "declined": "What the service said",
    "closed": "What came of it, or why it is not sent",
}


class StepForm(TellForm, EditForm):
    """A step of a referral, on a day."""

    record_fields = STEP_FIELDS
    on = DateField(label="When", help_text="")
    words = forms.CharField(widget=forms.Textarea(attrs={"rows": 3}), required=False)
    reference = forms.CharField(
        label="Their reference", max_length=60, required=False, help_text="From their letter."
    )
    nudge_again_on = DateField(
        label="Ask again on", required=False, help_text="Empty: after the usual time"
    )
    field_order = ("on", "words", "reference", "nudge_again_on", "told_on", "told_how")

    def __init__(self, *args, step: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["on"] = clock.today()
        self.fields["words"].label = _WORDS[step]
        self.fields["words"].required = step in ("declined", "closed")
        if step in ("declined", "closed"):
            del self.fields["nudge_again_on"], self.fields["reference"]

    def clean_on(self):
        return past_day(self.cleaned_data["on"], "The day")

    def clean_nudge_again_on(self):
        return _later(self.cleaned_data["nudge_again_on"])

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes."""
        data = self.cleaned_data
        return {
            "on": data["on"],
            "words": data["words"],
            "reference": data.get("reference", ""),
            "nudge_on": data.get("nudge_again_on"),
            "told": self.told,
            "version": data["version"],
        }


class ReopenForm(EditForm):
    """A referral that was over goes on."""

    record_fields = STEP_FIELDS
    why = forms.CharField(label="Why", widget=forms.Textarea(attrs={"rows": 2}))


class NudgeForm(Form):
    """Ask again on another day."""

    nudge_on = DateField(label="Ask again on", help_text="For example, 18 Dec")

    def clean_nudge_on(self):
        return _later(self.cleaned_data["nudge_on"])


class AppointmentForm(EditForm):
    """An appointment: when, where, what became of it."""

    record_fields = APPOINTMENT_FIELDS
    on = DateField(label="Day", help_text="For example, 14 Jan")
    at = TimeField(label="Time", required=False)
    place = forms.CharField(label="Where", max_length=150, required=False)
    state = forms.ChoiceField(
        label="What became of it",
        choices=AppointmentState.choices,
        widget=forms.RadioSelect,
        initial=AppointmentState.OFFERED,
    )
    note = forms.CharField(
        label="What was said", widget=forms.Textarea(attrs={"rows": 3}), required=False
    )


class ReportForm(Form):
    """Which document on file is the report."""

    document = forms.ChoiceField(label="The report", widget=forms.RadioSelect)

    def __init__(self, *args, documents: list[DocumentLine], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["document"].choices = [
            (str(line.id), f"{line.title}, {line.of_on:%-d %b %Y}") for line in documents
        ]


def _later(day: dt.date | None) -> dt.date | None:
    if day and day <= clock.today():
        raise forms.ValidationError("Choose a later day.")
    return day
