"""Forms of the steps of a plan: meeting, signatures, sending, feedback."""

from typing import Any

from django import forms

from aylsham.forms import CHOOSE, DateField, Form
from lac.forms.peps import words
from lac.pep_codes import NEVER_SIGNS, Grade, PepKind, SentHow, Signer


class MeetingForm(Form):
    """The meeting was held."""

    meeting_on = DateField(label="Day of the meeting")


class SignForm(Form):
    """Somebody signed."""

    whose = forms.ChoiceField(label="As what", choices=[CHOOSE, *Signer.choices])
    name = forms.CharField(label="Name", max_length=150)
    signed_on = DateField(label="Day")

    def __init__(self, *args, kind: PepKind, **kwargs):
        super().__init__(*args, **kwargs)
        asked = [each for each in Signer.choices if each[0] not in NEVER_SIGNS[kind]]
        self.fields["whose"].choices = [CHOOSE, *asked]


class SendForm(Form):
    """The plan went to the virtual school."""

    sent_on = DateField(label="Day")
    sent_how = forms.ChoiceField(label="How", choices=SentHow.choices, widget=forms.RadioSelect)
    has_officer = forms.BooleanField(
        label="The reviewing officer has it too", required=False, initial=True
    )


class FeedbackForm(Form):
    """What the virtual school says."""

    feedback_on = DateField(label="Day")
    is_accepted = forms.TypedChoiceField(
        label="What they did",
        choices=[("yes", "Took it: it is complete"), ("no", "Gave it back to be changed")],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    grade = forms.ChoiceField(label="Grade", choices=[CHOOSE, *Grade.choices])
    feedback = forms.CharField(
        label="In their words", required=False, max_length=5000, widget=words()
    )
    actions = forms.CharField(
        label="What we do about it",
        required=False,
        max_length=2000,
        widget=words(3),
        help_text="One action on each line. They stand in what is due.",
    )
    actions_by = DateField(label="By when", required=False)

    def clean(self) -> dict[str, Any]:
        """Actions have a day."""
        data = super().clean()
        if data.get("actions") and not data.get("actions_by") and "actions_by" not in self.errors:
            self.add_error("actions_by", "Say by when the actions are to be done.")
        return data

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes."""
        lines = self.cleaned_data["actions"].splitlines()
        return self.cleaned_data | {"actions": [x.strip()[:300] for x in lines if x.strip()]}
