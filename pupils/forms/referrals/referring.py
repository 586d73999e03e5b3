"""Forms that begin a referral: to whom, what for, with whose consent."""

import uuid
from typing import Any

from django import forms

from aylsham.codes import Sensitivity
from aylsham.editing import EditForm
from aylsham.forms import CHOOSE, DateField
from pupils.agency_codes import SERVICE_OWES, ConsentHow, ServiceKind
from pupils.forms.status import past_day
from pupils.selectors.services import OfferedService, by_area
from pupils.services.referrals.referring import CONSENT_FIELDS, REFERRAL_FIELDS

ANOTHER = "another"


class ReferralForm(EditForm):
    """To whom and what for; a service of the list brings the rest along."""

    record_fields = REFERRAL_FIELDS
    key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    offered = forms.ChoiceField(label="To which service")
    service = forms.CharField(
        label="Its name, if it is not in the list", max_length=150, required=False
    )
    kind = forms.ChoiceField(
        label="What it does", choices=[CHOOSE, *ServiceKind.choices], required=False
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
        self.fields["offered"].choices = [CHOOSE, *groups, (ANOTHER, "Another service")]
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
        label="How", choices=[CHOOSE, *ConsentHow.choices], required=False
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
