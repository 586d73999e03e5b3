"""Forms of early-help plans."""

from typing import Any

from django import forms

from aylsham.codes import Sensitivity
from aylsham.editing import EditForm
from aylsham.forms import DateField, Form
from aylsham.models import User
from pupils.forms.status import past_day
from pupils.meeting_codes import ConsentHow, HelpEnd, HelpLevel
from pupils.services.help_plans import PLAN_FIELDS


class HelpPlanForm(EditForm):
    """Who leads, what the family agreed to, why there is help."""

    record_fields = PLAN_FIELDS
    level = forms.ChoiceField(
        label="Level",
        choices=HelpLevel.choices,
        widget=forms.RadioSelect,
        initial=HelpLevel.TARGETED,
    )
    lead = forms.ChoiceField(label="Lead professional", required=False)
    lead_name = forms.CharField(label="Name", max_length=150, required=False)
    lead_role = forms.CharField(label="As what", max_length=100, required=False)
    consent_by = forms.CharField(label="Who agreed", max_length=150, help_text="Name the parent.")
    consent_on = DateField(label="Agreed on", help_text="")
    consent_how = forms.ChoiceField(
        label="How they agreed", choices=ConsentHow.choices, widget=forms.RadioSelect
    )
    why = forms.CharField(
        label="Why the family gets help", widget=forms.Textarea(attrs={"rows": 4})
    )
    wanted = forms.CharField(
        label="What the family wants to change",
        help_text="In their own words.",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    is_open = forms.BooleanField(
        label="Everyone who teaches the child may read the two texts above",
        help_text="Otherwise few people can read them.",
        required=False,
    )
    review_on = DateField(label="Look at it again on")

    def __init__(self, *args, colleagues: list[User], **kwargs):
        super().__init__(*args, **kwargs)
        self.colleagues = {str(user.pk): user for user in colleagues}
        self.fields["lead"].choices = [
            ("", "Somebody from outside, named below"),
            *((key, user.name) for key, user in self.colleagues.items()),
        ]
        if self.record:
            self.initial["lead"] = str(self.record.lead_id or "")
            self.initial["is_open"] = self.record.sensitivity == Sensitivity.EVERYONE

    def clean_consent_on(self):
        return past_day(self.cleaned_data["consent_on"], "The day")

    def clean(self) -> dict[str, Any]:
        """A colleague, or a name."""
        data = super().clean()
        if not data.get("lead") and not data.get("lead_name"):
            self.add_error("lead_name", "Choose a colleague or write a name.")
        return data

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes."""
        facts, data = super().facts, self.cleaned_data
        lead = self.colleagues.get(data["lead"])
        level = Sensitivity.EVERYONE if data["is_open"] else Sensitivity.SENSITIVE
        return facts | {
            "lead": lead,
            "lead_name": lead.name if lead else data["lead_name"],
            "sensitivity": level,
        }


class HelpReviewForm(Form):
    """A review of an early-help plan."""

    on = DateField(label="Looked at on", help_text="")
    changed = forms.CharField(label="What has changed", widget=forms.Textarea(attrs={"rows": 4}))
    next_on = DateField(label="Look at it again on")

    def clean_on(self):
        return past_day(self.cleaned_data["on"], "The day")


class CloseHelpForm(Form):
    """An early-help plan is closed."""

    ended_on = DateField(label="Last day", help_text="")
    end_reason = forms.ChoiceField(label="Why", choices=HelpEnd.choices, widget=forms.RadioSelect)
    end_note = forms.CharField(
        label="What goes on", widget=forms.Textarea(attrs={"rows": 3}), required=False
    )

    def clean_ended_on(self):
        return past_day(self.cleaned_data["ended_on"], "The day")
