"""Forms of disagreements with families."""

import datetime as dt
import uuid
from typing import Any

from django import forms

from aylsham import clock
from aylsham.changes import version_of
from aylsham.editing import EditForm
from aylsham.forms import DateField, Form
from aylsham.models import User
from pupils.disagreement_codes import Entry, Result, Route
from pupils.forms.status import past_day
from pupils.forms.talks import OwnerMixin
from pupils.models import Disagreement, DisagreementText
from pupils.services.disagreements import STEP_FIELDS, NextStep

ENTRIES = [(code, label) for code, label in Entry.choices if code in (Entry.REPLY, Entry.ANSWER)]


class NextStepForm(OwnerMixin, EditForm):
    """Who holds the next step; every form of an open disagreement asks for it."""

    next_what = forms.CharField(label="Next step", max_length=200)
    next_owner = forms.ChoiceField(label="Who takes it")
    next_name = forms.CharField(
        label="Name", max_length=150, required=False, help_text="Of somebody outside school."
    )
    next_on = DateField(label="By", help_text="")

    def __init__(self, *args, colleagues: list[User], me: User, record=None, **kwargs):
        super().__init__(*args, record=record, **kwargs)
        self.offer_owners("next_owner", colleagues, me)
        if record:
            self.initial |= {
                "next_what": record.next_what,
                "next_on": record.next_on,
                "next_owner": str(record.next_owner_id or record.next_owed_by),
                "next_name": record.next_outside,
            }

    @property
    def step(self) -> NextStep:
        """What the services take."""
        data = self.cleaned_data
        owner = self.owner_of(data["next_owner"], data["next_name"])
        return NextStep(data["next_what"], data["next_on"], owner)


class RaiseForm(NextStepForm):
    """What a family is not content with."""

    field_order = ("about", "raised_by", "raised_on", "route", "text")
    key = forms.UUIDField(widget=forms.HiddenInput)
    about = forms.CharField(label="What it is about", max_length=150)
    raised_by = forms.CharField(label="Who raised it", max_length=150)
    raised_on = DateField(label="When", initial="today", help_text="")
    route = forms.ChoiceField(
        label="Which way it goes",
        choices=Route.choices,
        widget=forms.RadioSelect,
        initial=Route.SCHOOL,
    )
    text = forms.CharField(
        label="What they are not content with",
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="In their own words where you have them.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("key", uuid.uuid4())
        self.initial.setdefault("next_what", "Reply in writing")
        self.initial.setdefault("next_on", clock.today() + dt.timedelta(days=10))

    def clean_raised_on(self):
        return past_day(self.cleaned_data["raised_on"], "The day")

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes."""
        names = ("key", "about", "raised_by", "raised_on", "route", "text")
        return {name: self.cleaned_data[name] for name in names} | {"step": self.step}


class EntryForm(NextStepForm):
    """A reply of the school, or an answer of the family."""

    field_order = ("kind", "said_by", "on", "text")
    key = forms.UUIDField(widget=forms.HiddenInput)
    kind = forms.ChoiceField(
        label="What it is", choices=ENTRIES, widget=forms.RadioSelect, initial=Entry.REPLY
    )
    said_by = forms.CharField(label="Whose words", max_length=150)
    on = DateField(label="When", initial="today", help_text="")
    text = forms.CharField(label="The words", widget=forms.Textarea(attrs={"rows": 6}))

    def __init__(self, *args, me: User, **kwargs):
        super().__init__(*args, me=me, **kwargs)
        self.initial |= {"key": uuid.uuid4(), "said_by": me.name}

    def clean_on(self):
        return past_day(self.cleaned_data["on"], "The day")

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes."""
        names = ("key", "kind", "said_by", "on", "text")
        return {name: self.cleaned_data[name] for name in names} | {"step": self.step}


class ReviseForm(Form):
    """A further version of a text; it carries the version that it started from."""

    number = forms.IntegerField(widget=forms.HiddenInput)
    text = forms.CharField(label="The words", widget=forms.Textarea(attrs={"rows": 8}))

    def __init__(self, *args, entry: DisagreementText, **kwargs):
        self.entry = entry
        kwargs["initial"] = {"number": entry.number, "text": entry.text}
        super().__init__(*args, **kwargs)

    def show_both(self, refused) -> None:
        """Somebody wrote a version in between: theirs stands beside these words."""
        self.add_error("text", f"Version {self.entry.number} now says: {self.entry.text}")
        self.data = self.data.copy()
        self.data[self.add_prefix("number")] = str(self.entry.number)


class RouteForm(NextStepForm):
    """Another next step or route, and the dates from which the law counts."""

    field_order = ("route", "letter_on", "adviser_on", "certificate_on")
    record_fields = ("route", "letter_on", "adviser_on", "certificate_on")
    route = forms.ChoiceField(
        label="Which way it goes", choices=Route.choices, widget=forms.RadioSelect
    )
    letter_on = DateField(
        label="Date on the council's decision letter", required=False, help_text=""
    )
    adviser_on = DateField(
        label="Parent told the mediation adviser on", required=False, help_text=""
    )
    certificate_on = DateField(
        label="Date on the mediation certificate", required=False, help_text=""
    )

    def __init__(self, *args, record: Disagreement, **kwargs):
        super().__init__(*args, record=record, **kwargs)
        self.initial["version"] = version_of(record, STEP_FIELDS)

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes."""
        data = self.cleaned_data
        route = {name: data[name] for name in self.record_fields}
        return route | {"step": self.step, "version": data["version"]}


class EndForm(Form):
    """How it ended."""

    result = forms.ChoiceField(
        label="How it ended", choices=Result.choices, widget=forms.RadioSelect
    )
    text = forms.CharField(
        label="Outcome, as the family was told", widget=forms.Textarea(attrs={"rows": 4})
    )
    on = DateField(label="When", initial="today", help_text="")

    def clean_on(self):
        return past_day(self.cleaned_data["on"], "The day")
