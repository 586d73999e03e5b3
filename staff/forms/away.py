"""Forms of a morning: who is out and for how long, and what is decided."""

from typing import Any

from django import forms

from aylsham.editing import EditForm
from aylsham.forms import CHOOSE, DateField, Form, OnceForm, TimeField
from staff.codes import DAY_ENDS
from staff.models import Absence, StaffMember
from staff.planning.clocks import clock, minute_of
from staff.services.away import AWAY_FIELDS


class TimesForm(EditForm, OnceForm):
    """From when until when; never why."""

    record_fields = AWAY_FIELDS
    starts_on = DateField(label="First day", help_text="")
    starts_at = TimeField(label="Leaves at", required=False, help_text="Empty: out from the start")
    ends_on = DateField(label="Last day", help_text="")
    ends_at = TimeField(label="Back at", required=False, help_text="Empty: not back on that day")

    def __init__(self, *args, record: Absence | None = None, **kwargs):
        super().__init__(*args, record=record, **kwargs)
        if record:
            self.initial["starts_at"] = _shown(record.starts)
            self.initial["ends_at"] = _shown(record.ends)

    @property
    def facts(self) -> dict[str, Any]:
        """What the services take: minutes after midnight."""
        data = self.cleaned_data
        starts, ends = data["starts_at"], data["ends_at"]
        return {
            "starts_on": data["starts_on"],
            "starts": minute_of(starts) if starts else 0,
            "ends_on": data["ends_on"],
            "ends": minute_of(ends) if ends else DAY_ENDS,
        }

    def show_both(self, refused) -> None:
        """Somebody else changed it: say so, and start from what it says now."""
        now = refused.version
        self.add_error(None, "Somebody changed this meanwhile. Look at the day, then save again.")
        self.data = self.data.copy()
        self.data[self.add_prefix("version")] = now


class OutForm(TimesForm):
    """Somebody is out."""

    member = forms.ModelChoiceField(label="Who", queryset=StaffMember.objects.none())

    field_order = ["member", "starts_on", "starts_at", "ends_on", "ends_at"]

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["member"]
        field.queryset = people
        field.empty_label = CHOOSE[1]
        field.label_from_instance = lambda member: member.name


class DayForm(Form):
    """A press that is about a day."""

    day = forms.DateField()


class OwnWordForm(OnceForm):
    """One press: I am out for the whole of that day."""

    day = forms.DateField(widget=forms.HiddenInput)

    @property
    def facts(self) -> dict[str, Any]:
        """All of the day."""
        day = self.cleaned_data["day"]
        return {"starts_on": day, "starts": 0, "ends_on": day, "ends": DAY_ENDS}


class TapForm(OwnWordForm):
    """One press: this person is out for the whole of that day."""

    member = forms.UUIDField(widget=forms.HiddenInput)


class DecideForm(DayForm):
    """One choice for one session."""

    session = forms.UUIDField()
    choice = forms.CharField(max_length=120)


def _shown(minute: int) -> str:
    return clock(minute) if 0 < minute < DAY_ENDS else ""
