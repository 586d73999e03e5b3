"""Forms of referrals and of the services to refer to."""

import datetime as dt
import uuid
from typing import Any

from django import forms

from aylsham import clock
from aylsham.codes import Sensitivity
from aylsham.editing import EditForm
from aylsham.forms import DateField, FilterForm, Form, QuickSelect, TimeField
from pupils.agency_codes import (
    OPEN_STATES,
    SERVICE_OWES,
    AppointmentState,
    ConsentHow,
    ReferralState,
    ServiceKind,
)
from pupils.codes import AreaOfNeed, ToldHow
from pupils.forms.status import past_day
from pupils.selectors.documents import DocumentLine
from pupils.selectors.referrals import ReferralLine
from pupils.selectors.services import OfferedService, by_area
from pupils.services.outside_services import SERVICE_FIELDS
from pupils.services.referrals.following import APPOINTMENT_FIELDS
from pupils.services.referrals.referring import (
    CONSENT_FIELDS,
    REFERRAL_FIELDS,
    STEP_FIELDS,
    ParentsTold,
)

ANOTHER = "another"
_CHOOSE = ("", "Choose one")


class ReferralForm(EditForm):
    """To whom and what for; a service of the list brings the rest along."""

    record_fields = REFERRAL_FIELDS
    key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    offered = forms.ChoiceField(label="To which service")
    service = forms.CharField(
        label="Its name, if it is not in the list", max_length=150, required=False
    )
    kind = forms.ChoiceField(
        label="What it does", choices=[_CHOOSE, *ServiceKind.choices], required=False
    )
    owed_by = forms.ChoiceField(label="It belongs to", choices=SERVICE_OWES, required=False)
    reason = forms.CharField(
        label="Why, and what we ask for",
        help_text="In words the parents could read: what is hard, what was tried, the question.",
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    is_sensitive = forms.BooleanField(
        label="Sensitive: few people may know of it",
        help_text="Mental health and social care are always kept so.",
        required=False,
    )

    def __init__(self, *args, offered: list[OfferedService], may_hide: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self.offered_by_id = {str(each.id): each for each in offered}
        groups = [
            (area, [(str(each.id), each.name) for each in lines])
            for area, lines in by_area(offered)
        ]
        self.fields["offered"].choices = [_CHOOSE, *groups, (ANOTHER, "Another service")]
        self.initial["key"] = uuid.uuid4()
        if self.record:
            self._start_from_record()
        if not may_hide:
            del self.fields["is_sensitive"]

    def _start_from_record(self) -> None:
        name = self.record.service.casefold()
        known = (key for key, each in self.offered_by_id.items() if each.name.casefold() == name)
        self.initial["offered"] = next(known, ANOTHER)
        self.initial["is_sensitive"] = self.record.sensitivity != Sensitivity.EVERYONE
        if self.initial["offered"] != ANOTHER:
            self.initial["service"] = ""

    @property
    def names_another(self) -> bool:
        """The boxes for a service that is not in the list are in use."""
        return self["offered"].value() == ANOTHER or bool(self["service"].value())

    def clean(self) -> dict[str, Any]:
        """Another service needs a name and what it does."""
        data = super().clean()
        if data.get("offered") == ANOTHER:
            if not data.get("service"):
                self.add_error("service", "Write its name.")
            if not data.get("kind"):
                self.add_error("kind", "Choose what it does.")
        return data

    @property
    def facts(self) -> dict[str, Any]:
        """What the services take."""
        data = self.cleaned_data
        known = self.offered_by_id.get(data["offered"])
        kind = known.kind if known else data["kind"]
        facts = {
            "service": known.name if known else data["service"],
            "kind": kind,
            "owed_by": known.owed_by if known else data["owed_by"],
            "usual_weeks": known.usual_weeks if known else None,
            "reason": data["reason"],
        }
        if data.get("is_sensitive"):
            before = self.record.sensitivity if self.record else Sensitivity.EVERYONE
            facts["sensitivity"] = max(before, Sensitivity.SENSITIVE)
        elif self.record:
            facts["sensitivity"] = Sensitivity.EVERYONE
        return facts


class ConsentForm(EditForm):
    """Who agreed, when and how; or why the referral goes without."""

    record_fields = CONSENT_FIELDS
    consent_by = forms.CharField(label="Who agreed", max_length=150, required=False)
    consent_on = DateField(label="When", required=False, help_text="For example, today")
    consent_how = forms.ChoiceField(
        label="How", choices=[_CHOOSE, *ConsentHow.choices], required=False
    )
    no_consent_why = forms.CharField(
        label="Nobody agreed, and it goes all the same because",
        help_text="Only where the law allows it, for example to keep a child safe.",
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
    )

    def clean_consent_on(self):
        return past_day(self.cleaned_data["consent_on"], "The day")

    def clean(self) -> dict[str, Any]:
        """Who, when and how go together."""
        data = super().clean()
        given = [n for n in ("consent_by", "consent_on", "consent_how") if data.get(n)]
        for name in ("consent_by", "consent_on", "consent_how"):
            if given and not data.get(name) and name not in self.errors:
                self.add_error(name, "Consent is who, when and how.")
        if not given and not data.get("no_consent_why") and not self.errors:
            self.add_error("consent_by", "Say who agreed, or why it goes without.")
        return data


class TellForm(Form):
    """When and how the parents were told."""

    told_on = DateField(label="Parents told on", required=False, help_text="Empty: not yet")
    told_how = forms.ChoiceField(
        label="How they were told", choices=[_CHOOSE, *ToldHow.choices], required=False
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


class ServiceForm(EditForm):
    """A service of the list."""

    record_fields = SERVICE_FIELDS
    name = forms.CharField(label="Name of the service", max_length=120)
    kind = forms.ChoiceField(label="What it does", choices=[_CHOOSE, *ServiceKind.choices])
    area = forms.ChoiceField(label="Area of need", choices=[_CHOOSE, *AreaOfNeed.choices])
    owed_by = forms.ChoiceField(label="It belongs to", choices=SERVICE_OWES)
    usual_weeks = forms.IntegerField(
        label="Usual wait in weeks",
        min_value=0,
        max_value=400,
        required=False,
        help_text="From sending the referral to the first appointment.",
    )
    how = forms.CharField(label="How to refer", max_length=300, required=False)
    contact = forms.CharField(label="Phone or e-mail", max_length=200, required=False)
    is_shared = forms.BooleanField(label="For all schools of the federation", required=False)

    def __init__(self, *args, may_share: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        if not may_share or self.record:
            del self.fields["is_shared"]

    def clean_name(self):
        return self.cleaned_data["name"].strip()


SHOWN = (
    ("", "Open"),
    ("waiting", "Waiting to be seen"),
    ("long", "Waiting longer than usual"),
    ("late", "To be chased now"),
    ("over", "Declined or closed"),
    ("all", "All"),
)


class ReferralFilter(FilterForm):
    """Which referrals are shown."""

    show = forms.ChoiceField(label="Show", choices=SHOWN, widget=QuickSelect)
    kind = forms.ChoiceField(
        label="Service", choices=[("", "All"), *ServiceKind.choices], widget=QuickSelect
    )
    state = forms.ChoiceField(
        label="State", choices=[("", "Any"), *ReferralState.choices], widget=QuickSelect
    )

    def chooses(self, line: ReferralLine, today: dt.date) -> bool:
        """Whether a referral is among those chosen."""
        chosen = self.chosen
        kind, state = chosen.get("kind"), chosen.get("state")
        if (kind and line.kind != kind) or (state and line.state != state):
            return False
        show = chosen.get("show") or ("all" if state else "")
        return {
            "": line.is_open,
            "waiting": line.is_waiting,
            "long": line.is_long,
            "late": line.nudge_on is not None and line.nudge_on <= today,
            "over": line.state not in OPEN_STATES,
            "all": True,
        }[show]


def _later(day: dt.date | None) -> dt.date | None:
    if day and day <= clock.today():
        raise forms.ValidationError("Choose a later day.")
    return day
