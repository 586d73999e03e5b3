"""Forms of the school's own duties."""

import datetime as dt
from typing import Any

from django import forms

from aylsham import clock
from aylsham.datewords import full_day_words
from aylsham.editing import EditForm
from aylsham.forms import DateField
from reports.codes import Duty
from reports.services.duties import DUTY_FIELDS


class DutyForm(EditForm):
    """When a duty was done, where it stands and by whom."""

    record_fields = DUTY_FIELDS
    about_on = DateField(label="First day of the plan")
    done_on = DateField(label="Published on")
    web_address = forms.URLField(
        label="Web address",
        max_length=300,
        required=False,
        assume_scheme="https",
        help_text="The page on which anybody can read it",
    )
    done_by = forms.CharField(label="By whom", max_length=150)
    does_not_apply = forms.BooleanField(label="It is not asked of this school", required=False)
    note = forms.CharField(label="Note", max_length=300, required=False)

    def __init__(self, *args, duty: Duty, census_days: list[dt.date] = (), **kwargs):
        super().__init__(*args, **kwargs)
        self.duty = duty
        if duty is Duty.CENSUS:
            self._ask_for_a_census(census_days)
        if duty is not Duty.ACCESSIBILITY_PLAN and duty is not Duty.CENSUS:
            del self.fields["about_on"]
        if duty is not Duty.INCLUSION_STRATEGY:
            del self.fields["does_not_apply"]
        if duty in (Duty.CENSUS, Duty.SEND_GOVERNOR):
            del self.fields["web_address"]
        if duty is Duty.SEND_GOVERNOR:
            self.fields["done_on"].label = "Named on"
            self.fields["done_by"].label = "Governor or committee"
        if duty is Duty.INCLUSION_STRATEGY:
            self.fields["done_on"].label = "Published, or looked into, on"
            self.fields["note"].help_text = "If it is not asked of this school: why not"

    def _ask_for_a_census(self, days: list[dt.date]) -> None:
        known = {self.record.about_on} if self.record else set()
        self.fields["about_on"] = forms.TypedChoiceField(
            label="Which census",
            choices=[(d.isoformat(), full_day_words(d)) for d in sorted({*days, *known})],
            coerce=dt.date.fromisoformat,
        )
        if self.record:
            self.initial["about_on"] = self.record.about_on.isoformat()
        self.fields["done_on"].label = "Sent on"
        self.fields["done_by"].label = "Sent by"

    def clean_done_on(self) -> dt.date:
        """A day that has come."""
        day = self.cleaned_data["done_on"]
        if day > clock.today():
            raise forms.ValidationError("This day has not come yet. Record it when it is done.")
        return day

    def clean(self) -> dict[str, Any]:
        """Whoever says that it is not asked says why."""
        data = super().clean()
        if data.get("does_not_apply") and not data.get("note"):
            self.add_error("note", "Say why it is not asked of this school.")
        return data
