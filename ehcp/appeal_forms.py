"""Forms of mediation and appeal: which decision, and what came of it."""

from typing import Any

from django import forms

from aylsham.editing import EditForm
from aylsham.forms import DateField, OnceForm, PastDateField, YesNoField
from ehcp.appeal_codes import ORDERS_OF, AppealAbout
from ehcp.services.appeals import APPEAL_FIELDS


class AppealOpenForm(OnceForm):
    """Which decision about a request somebody disagrees with."""

    about = forms.ChoiceField(label="Which decision", widget=forms.RadioSelect)

    def __init__(self, *args, abouts, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["about"].choices = [(key, AppealAbout(key).label) for key in abouts]
        if len(abouts) == 1:
            self.initial["about"] = abouts[0]


class PlanAppealOpenForm(OnceForm):
    """Which decision about a plan; of a letter without a review somebody gives the date."""

    decision = forms.ChoiceField(label="Which decision", widget=forms.RadioSelect)
    letter_on = PastDateField(
        label="Date on the council’s letter",
        help_text="Only for “another letter”.",
        required=False,
    )

    def __init__(self, *args, decisions, chosen: str = "", **kwargs):
        super().__init__(*args, **kwargs)
        self.decisions = {each.key: each for each in decisions}
        self.fields["decision"].choices = [(key, e.words) for key, e in self.decisions.items()]
        if chosen in self.decisions:
            self.initial["decision"] = chosen

    def clean(self) -> dict[str, Any]:
        """A letter that follows no review is known by its date alone."""
        data = super().clean()
        chosen = self.decisions.get(data.get("decision", ""))
        is_given = data.get("letter_on") or "letter_on" in self.errors
        if chosen and not chosen.letter_on and not is_given:
            self.add_error("letter_on", "Give the date on that letter.")
        return data

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes."""
        chosen = self.decisions[self.cleaned_data["decision"]]
        return {
            "about": chosen.about,
            "review": chosen.review,
            "letter_on": None if chosen.letter_on else self.cleaned_data["letter_on"],
            "key": self.cleaned_data["key"],
        }


class AppealForm(EditForm):
    """What came of mediation and appeal."""

    record_fields = APPEAL_FIELDS
    letter_on = PastDateField(
        label="Date on the council’s letter", help_text="Two months run from this day."
    )
    adviser_told_on = PastDateField(
        label="The parent told the mediation adviser on", required=False
    )
    wants_mediation = YesNoField(label="The parent wants mediation")
    mediation_on = PastDateField(label="Mediation held on", required=False)
    certificate_on = PastDateField(
        label="Date on the mediation certificate",
        required=False,
        help_text="None is needed if the appeal is about the named school alone.",
    )
    lodged_on = PastDateField(label="Appeal lodged on", required=False)
    unopposed_on = PastDateField(
        label="The council told the Tribunal that it does not oppose, on", required=False
    )
    hearing_on = DateField(
        label="Day of the hearing", required=False, help_text="It may still be to come."
    )
    order = forms.ChoiceField(label="What the Tribunal ordered", required=False)
    order_on = PastDateField(label="Date of the order", required=False)
    obeyed_on = PastDateField(
        label="The council did what it had to on",
        required=False,
        help_text="What was ordered, or what it agreed to.",
    )
    withdrawn_on = PastDateField(
        label="The parents ended it on",
        required=False,
        help_text="They agreed with the council, or took the appeal back.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        orders = ORDERS_OF[self.record.about]
        self.fields["order"].choices = [
            ("", "No order yet"),
            *((each.value, each.label) for each in orders),
        ]
