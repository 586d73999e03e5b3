"""Forms of the retention list: what becomes of the ticked records, whether one was deleted."""

from typing import Any
from uuid import UUID

from django import forms

from aylsham.forms import DateField, Form
from pupils.retention_codes import RetentionKind


class TickedForm(Form):
    """Ids of ticked rows; what makes no sense is left out."""

    ticked = forms.MultipleChoiceField(required=False, widget=forms.MultipleHiddenInput)

    def __init__(self, *args, choices: list[UUID], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["ticked"].choices = [(str(pk), str(pk)) for pk in choices]

    def clean_ticked(self) -> list[UUID]:
        """At least one."""
        if not self.cleaned_data["ticked"]:
            raise forms.ValidationError("Tick the records first.")
        return [UUID(pk) for pk in self.cleaned_data["ticked"]]

    @property
    def ticked_now(self) -> set[str]:
        """The ticks as they were sent, for showing the page again."""
        return set(self.data.getlist(self.add_prefix("ticked"))) if self.is_bound else set()


class DecideForm(TickedForm):
    """What becomes of the ticked records."""

    marks_optional = False

    kind = forms.ChoiceField(
        label="What becomes of the ticked records",
        choices=RetentionKind.choices,
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label="Why",
        max_length=300,
        help_text="For the list. A deletion takes these words with it.",
    )
    until = DateField(
        label="Keep until", required=False, help_text="Only if they are kept longer until a day."
    )

    def clean(self) -> dict[str, Any]:
        """Keeping longer has a last day."""
        data = super().clean()
        if data.get("kind") == RetentionKind.KEEP and not data.get("until"):
            self.add_error("until", "Give the last day of keeping them.")
        return data

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes."""
        data = self.cleaned_data
        until = data["until"] if data["kind"] == RetentionKind.KEEP else None
        return {"kind": data["kind"], "reason": data["reason"], "until": until}


class CheckForm(Form):
    """Whether the record of a child was deleted here."""

    upn = forms.CharField(label="UPN", max_length=13)

    def clean_upn(self) -> str:
        return self.cleaned_data["upn"].replace(" ", "").upper()
