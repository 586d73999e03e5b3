"""Forms of the SEND register: on it, up or down a level, off it."""

from typing import Any

from django import forms

from aylsham import clock
from aylsham.editing import EditForm
from aylsham.forms import DateField, Form
from pupils.codes import NEED_TYPE_CHOICES, SenStatus, StatusReason, ToldHow
from pupils.forms.evidence import EvidenceForm
from pupils.services.status import STATUS_FIELDS, Told

LEVELS = [(s.value, s.label) for s in (SenStatus.SUPPORT, SenStatus.PLAN)]
START_REASONS = ("concern", "assessment", "transfer", "plan_made", "parent", "correction")
MOVE_REASONS = ("plan_made", "plan_ceased", "assessment", "progress", "parent", "correction")
END_REASONS = ("progress", "plan_ceased", "assessment", "parent", "correction")

_TITLE = "The title of a document on this record becomes a link to it."


def _reasons(codes) -> list[tuple[str, str]]:
    return [("", "Choose one"), *((c, StatusReason(c).label) for c in codes)]


def past_day(day, what: str):
    """A day that has come; a slip of the year is the commonest mistake."""
    if day and day > clock.today():
        raise forms.ValidationError(f"{what} cannot be in the future.")
    return day


class TellingForm(Form):
    """When and how the parents were told, or when they will be."""

    told_on = DateField(label="Parents told on", required=False, help_text="")
    told_how = forms.ChoiceField(
        label="How", choices=[("", "Choose one"), *ToldHow.choices], required=False
    )
    not_yet = forms.BooleanField(
        label="Not yet told",
        help_text="The register shows a warning until they are.",
        required=False,
    )
    to_tell_on = DateField(label="I will tell them on", required=False)

    def clean_told_on(self):
        return past_day(self.cleaned_data["told_on"], "The day on which they were told")

    def clean(self) -> dict[str, Any]:
        """Told and how go together; not yet told goes with a day."""
        data = super().clean()
        if data.get("told_on") and not data.get("told_how"):
            self.add_error("told_how", "Say how the parents were told.")
        if data.get("told_how") and not data.get("told_on") and "told_on" not in self.errors:
            self.add_error("told_on", "Say when the parents were told.")
        if data.get("not_yet") and not data.get("to_tell_on") and "to_tell_on" not in self.errors:
            self.add_error("to_tell_on", "Say on which day you will tell them.")
        return data

    @property
    def told(self) -> Told:
        """What the form says about telling."""
        data = self.cleaned_data
        return Told(
            on=data["told_on"],
            how=data["told_how"],
            to_tell_on=data["to_tell_on"] if data["not_yet"] else None,
        )


class StartForm(EvidenceForm, TellingForm):
    """A child comes on the register, or moves to another level."""

    status = forms.ChoiceField(label="Level", choices=LEVELS, widget=forms.RadioSelect)
    starts_on = DateField(label="From")
    reason = forms.ChoiceField(label="Why", choices=_reasons(START_REASONS))
    note = forms.CharField(
        label="What was found",
        help_text="In words the parents could read.",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    evidence = forms.CharField(
        label="Where the evidence is",
        help_text=_TITLE,
        max_length=200,
        required=False,
    )
    primary_need = forms.ChoiceField(
        label="Primary need",
        choices=[("", "Add it later"), *NEED_TYPE_CHOICES],
        required=False,
    )
    field_order = ("status", "starts_on", "reason", "note", "evidence", "paper", "primary_need")

    def __init__(self, *args, has_needs: bool = False, level: str = "", **kwargs):
        super().__init__(*args, **kwargs)
        if has_needs:
            del self.fields["primary_need"]
        if level:  # a move: to the other level
            other = [choice for choice in LEVELS if choice[0] != level]
            self.fields["status"].choices = other
            self.fields["status"].initial = other[0][0]
            self.fields["status"].widget = forms.HiddenInput()
            self.fields["reason"].choices = _reasons(MOVE_REASONS)

    def clean_starts_on(self):
        return past_day(self.cleaned_data["starts_on"], "The first day")

    @property
    def facts(self) -> dict[str, Any]:
        """What the services take."""
        names = ("status", "starts_on", "reason", "note", "evidence", "paper", "primary_need")
        data = self.cleaned_data
        return {n: data[n] for n in names if n in data} | {"told": self.told}


class EndForm(EvidenceForm, TellingForm):
    """A child leaves the register."""

    ends_on = DateField(label="Last day on the register")
    reason = forms.ChoiceField(label="Why", choices=_reasons(END_REASONS))
    note = forms.CharField(
        label="What has changed",
        help_text=_TITLE,
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    end_needs = forms.BooleanField(
        label="End the needs as well",
        help_text="A child who is not on the register has no type of need in the census.",
        required=False,
        initial=True,
    )
    field_order = ("ends_on", "reason", "note", "paper", "end_needs")
    not_yet = to_tell_on = None

    def clean_ends_on(self):
        return past_day(self.cleaned_data["ends_on"], "The last day")

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes."""
        data = self.cleaned_data
        names = ("ends_on", "reason", "note", "paper", "end_needs")
        told = Told(on=data["told_on"], how=data["told_how"])
        return {n: data[n] for n in names if n in data} | {"told": told}


class ToldForm(Form):
    """The parents have been told."""

    on = DateField(label="Told on")
    how = forms.ChoiceField(label="How", choices=ToldHow.choices, widget=forms.RadioSelect)

    def clean_on(self):
        return past_day(self.cleaned_data["on"], "The day")


class CorrectForm(EvidenceForm, EditForm):
    """A mistake in the register is put right."""

    record_fields = STATUS_FIELDS
    starts_on = DateField(label="From")
    reason = forms.ChoiceField(label="Why", choices=StatusReason.choices)
    note = forms.CharField(
        label="What was found", widget=forms.Textarea(attrs={"rows": 3}), required=False
    )
    evidence = forms.CharField(
        label="Where the evidence is", help_text=_TITLE, max_length=200, required=False
    )
    field_order = ("starts_on", "reason", "note", "evidence", "paper", "version")

    def clean_starts_on(self):
        return past_day(self.cleaned_data["starts_on"], "The first day")
