"""Forms of papers shared with a professional outside."""

import datetime as dt

from django import forms

from aylsham import clock
from aylsham.forms import CHOOSE, DateField, Form, OnceForm
from pupils.forms.status import past_day
from pupils.rules.shares import MOST_DAYS, last_day, usual_day
from pupils.selectors.shares import Offer
from pupils.share_codes import ShareBasis, StopReason

#: Why a person stops by hand; all at once has its own reason.
WHY = [(why.value, why.label) for why in StopReason if why != StopReason.BULK]
WHO = ("name", "profession", "organisation", "email", "purpose", "basis")


class ShareForm(OnceForm):
    """Which papers, for whom, what for, on what basis, until when."""

    papers = forms.MultipleChoiceField(
        label="Papers",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Tick at least one."},
    )
    originals = forms.BooleanField(
        label="Give Word and e-mail files as they are",
        help_text="No marked copy can be made of them. Without this tick they are not shared.",
        required=False,
    )
    name = forms.CharField(label="Name", max_length=150)
    profession = forms.CharField(label="Profession", max_length=100)
    organisation = forms.CharField(label="Organisation", max_length=150)
    email = forms.EmailField(
        label="E-mail", help_text="The link and the code go to this address and to no other."
    )
    purpose = forms.CharField(
        label="What it is for",
        max_length=300,
        help_text="For example, preparing an assessment on 3 December",
    )
    basis = forms.ChoiceField(
        label="On what basis",
        choices=[CHOOSE, *ShareBasis.choices],
        error_messages={"required": "Choose one."},
    )
    consent_from = forms.CharField(
        label="Who agreed",
        max_length=150,
        required=False,
        help_text="Where the basis is consent, with the day.",
    )
    consent_on = DateField(label="Agreed on", required=False, help_text="")
    ends_on = DateField(label="Last day", help_text=f"At most {MOST_DAYS} days from today.")

    def __init__(self, *args, offers: list[Offer], **kwargs):
        super().__init__(*args, **kwargs)
        self.offers = {offer.key: offer for offer in offers}
        self.fields["papers"].choices = [
            (key, offer.label if offer.is_markable else f"{offer.label} (original only)")
            for key, offer in self.offers.items()
        ]
        self.initial.setdefault("ends_on", usual_day(clock.today()))

    def clean_ends_on(self) -> dt.date:
        day, today = self.cleaned_data["ends_on"], clock.today()
        if day < today:
            raise forms.ValidationError("The day has passed. Choose a later one.")
        if day > last_day(today):
            raise forms.ValidationError(f"Share for at most {MOST_DAYS} days.")
        return day

    def clean_consent_on(self) -> dt.date | None:
        return past_day(self.cleaned_data["consent_on"], "The day")

    def clean(self):
        """Consent has a person and a day."""
        data = super().clean()
        if data.get("basis") == ShareBasis.CONSENT:
            for field, words in (("consent_from", "Say who."), ("consent_on", "Say when.")):
                if not data.get(field) and field not in self.errors:
                    self.add_error(field, words)
        return data

    @property
    def facts(self) -> dict:
        """What the service takes, but the papers."""
        data = self.cleaned_data
        return {name: data[name] for name in (*WHO, "consent_from", "consent_on", "ends_on")}


class StopForm(Form):
    """Why it is stopped before its last day."""

    why = forms.ChoiceField(label="Why", choices=WHY, widget=forms.RadioSelect)


class AgainForm(Form):
    """Where the link is sent again."""

    email = forms.EmailField(
        label="E-mail address", help_text="Every earlier link stops working at once."
    )
