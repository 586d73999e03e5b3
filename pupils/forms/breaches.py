"""Forms of breaches: a document on the wrong child, anything else, what was decided."""

import datetime as dt
from uuid import UUID, uuid4

from django import forms
from django.utils import timezone

from aylsham import clock
from aylsham.forms import DateField, Form, TimeField
from pupils.codes import BreachRisk, FamiliesTold
from pupils.services.documents.misfiled import BreachNote


def found_moment(day: dt.date, time: dt.time) -> dt.datetime:
    """The moment that a day and a time of London's clocks name."""
    return timezone.make_aware(dt.datetime.combine(day, time))


class FoundForm(Form):
    """What happened and when it was found: the note for the breach register."""

    happened = forms.CharField(label="What happened", widget=forms.Textarea(attrs={"rows": 3}))
    found_on = DateField(label="Found on", help_text="")
    found_at = TimeField(label="At", help_text="For example, 9:30")
    action = forms.CharField(
        label="What was done",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Who was told, and what will stop it from happening again.",
    )

    def __init__(self, *args, **kwargs):
        now = clock.now()
        super().__init__(*args, **kwargs)
        self.initial = {"found_on": now.date(), "found_at": f"{now:%H:%M}"} | self.initial

    def clean(self):
        chosen = self.cleaned_data
        if chosen.get("found_on") and chosen.get("found_at"):
            moment = found_moment(chosen["found_on"], chosen["found_at"])
            if moment > timezone.make_aware(clock.now()):
                self.add_error("found_on", "This moment has not come yet.")
        return chosen

    @property
    def note(self) -> BreachNote:
        """What goes into the register."""
        chosen = self.cleaned_data
        moment = found_moment(chosen["found_on"], chosen["found_at"])
        return BreachNote(chosen["happened"], chosen["action"], moment)


class WriteDownForm(FoundForm):
    """A breach that has nothing to do with a document on the wrong child."""

    field_order = ("happened", "find", "pupil", "found_on", "found_at", "action")
    key = forms.UUIDField(widget=forms.HiddenInput)
    find = forms.CharField(
        label="The child concerned",
        required=False,
        help_text="Three letters of the name, then Find. Several or none: leave it empty.",
    )
    pupil = forms.ChoiceField(label="Which of them?", required=False, widget=forms.RadioSelect)

    def __init__(self, *args, children: list[tuple[UUID, str]], **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("key", uuid4())
        self.fields["pupil"].choices = [
            *((str(k), v) for k, v in children),
            ("", "No one child"),
        ]

    def clean(self):
        chosen = super().clean()
        if chosen.get("find") and "pupil" not in self.data:
            self.add_error("find", "Press Find and choose the child, or empty this box.")
        return chosen


class MisfiledForm(FoundForm):
    """A document on the wrong child: where it goes, and the note for the breach register."""

    marks_optional = False

    step = forms.ChoiceField(
        label="What to do",
        widget=forms.RadioSelect,
        choices=[
            ("move", "Move it to the right child"),
            ("seal", "Seal it: nobody reads it until it is sorted out"),
        ],
        initial="move",
    )
    find = forms.CharField(
        label="The right child", required=False, help_text="Three letters of the name, then Find."
    )
    to = forms.ChoiceField(label="Which of them?", required=False, widget=forms.RadioSelect)
    field_order = ("step", "find", "to", "happened", "found_on", "found_at", "action")

    def __init__(self, *args, children: list[tuple[UUID, str]], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields[
            "happened"
        ].help_text = "For the breach register. For example: scanned with another child's papers."
        self.fields["to"].choices = [(str(k), v) for k, v in children]

    def clean(self):
        chosen = super().clean()
        if chosen.get("step") == "move" and not chosen.get("to") and "to" not in self.errors:
            self.add_error("find", "Find the child whom the document is about, or seal it.")
        return chosen


class BreachForm(Form):
    """What was done about a breach, and whether the ICO is told."""

    action = forms.CharField(label="What was done", widget=forms.Textarea(attrs={"rows": 3}))
    risk = forms.ChoiceField(
        label="Does the ICO have to know?", widget=forms.RadioSelect, choices=BreachRisk.choices
    )
    risk_reason = forms.CharField(
        label="Why", widget=forms.Textarea(attrs={"rows": 3}), required=False
    )
    reported_on = DateField(label="Reported to the ICO on", required=False, help_text="")
    reported_at = TimeField(label="At", required=False, help_text="For example, 9:30")
    families = forms.ChoiceField(
        label="Do the families have to know?",
        widget=forms.RadioSelect,
        choices=FamiliesTold.choices,
        initial=FamiliesTold.OPEN,
        required=False,
        help_text="At once, if a high risk to them is likely (UK GDPR art 34).",
    )
    families_reason = forms.CharField(
        label="How they were told, or why not",
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
    )
    families_on = DateField(label="Families told on", required=False, help_text="")
    is_closed = forms.BooleanField(label="Close it: nothing is left to do", required=False)

    def clean(self):
        chosen = self.cleaned_data
        risk = chosen.get("risk")
        if risk in (BreachRisk.UNLIKELY, BreachRisk.REPORTED) and not chosen.get("risk_reason"):
            self.add_error("risk_reason", "Say why: the ICO may ask for it (UK GDPR art 33(5)).")
        is_timed = chosen.get("reported_on") and chosen.get("reported_at")
        if risk == BreachRisk.REPORTED and not is_timed:
            self.add_error("reported_on", "Say when the ICO was told.")
        told = chosen.get("families")
        if told in (FamiliesTold.NOT_NEEDED, FamiliesTold.TOLD) and not chosen["families_reason"]:
            self.add_error("families_reason", "Say how they were told, or why not.")
        if told == FamiliesTold.TOLD and not chosen.get("families_on"):
            self.add_error("families_on", "Say when the families were told.")
        return chosen

    @property
    def facts(self) -> dict:
        """What the register is to say."""
        chosen = self.cleaned_data
        is_timed = chosen["reported_on"] and chosen["reported_at"]
        return {
            "action": chosen["action"],
            "risk": chosen["risk"],
            "risk_reason": chosen["risk_reason"],
            "reported_at": found_moment(chosen["reported_on"], chosen["reported_at"])
            if is_timed
            else None,
            "families": chosen["families"] or FamiliesTold.OPEN,
            "families_reason": chosen["families_reason"],
            "families_on": chosen["families_on"],
            "is_closed": chosen["is_closed"],
        }
