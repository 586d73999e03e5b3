"""Forms of what is handed over to the safeguarding lead."""

import uuid

from django import forms
from django.db import models

from aylsham.changes import version_of
from aylsham.editing import EditForm
from aylsham.forms import DateField, Form
from aylsham.models import User
from pupils.forms.status import past_day
from pupils.handed_texts import HandedText
from pupils.services.safeguarding import LEAD_FIELDS


class TellForm(Form):
    """What the safeguarding lead is told."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    words = forms.CharField(
        label="What you saw or heard",
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="In the child's own words if they told you. Write what happened, not what you "
        "think it means.",
        error_messages={"required": "Write what you saw or heard."},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("key", uuid.uuid4())


class HandOverTextForm(Form):
    """Words that stand on the record are handed over."""

    seal = forms.BooleanField(
        label="Take these words out of the record at once",
        required=False,
        initial=True,
        help_text="Nobody but the safeguarding lead can read them then, you included. Earlier "
        "wordings and copies elsewhere on the record go with them.",
    )
    more = forms.CharField(
        label="Anything to add", widget=forms.Textarea(attrs={"rows": 3}), required=False
    )

    fields_chosen = forms.MultipleChoiceField(
        label="What is handed over",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Tick at least one text."},
        help_text="What you leave out stays on the record.",
    )
    field_order = ("fields_chosen", "seal", "more")

    def __init__(self, *args, kind: HandedText, row: models.Model, **kwargs):
        super().__init__(*args, **kwargs)
        written = kind.written(row)
        if len(written) < 2:
            del self.fields["fields_chosen"]
        else:
            choices = [(name, f"{label}: {words}") for name, label, words in written]
            self.fields["fields_chosen"].choices = choices
            self.initial["fields_chosen"] = [name for name, _ in choices]
        if kind.stays:
            self.fields["seal"].initial = False
            self.fields["seal"].disabled = True
            self.fields["seal"].help_text = f"These words stay on the record. {kind.stays}"

    @property
    def facts(self) -> dict:
        """What the service takes."""
        data = self.cleaned_data
        return {
            "seal": data["seal"],
            "more": data["more"],
            "fields": data.get("fields_chosen", ()),
        }


class EnterForm(Form):
    """It is in the school's safeguarding system now."""

    on = DateField(label="Entered in our safeguarding system on", initial="today", help_text="")
    number = forms.CharField(label="Its number there", max_length=40, required=False)

    def clean_on(self):
        return past_day(self.cleaned_data["on"], "The day")


class LeadForm(EditForm):
    """Who the safeguarding lead and the deputy are."""

    lead = forms.ChoiceField(label="Safeguarding lead")
    deputy = forms.ChoiceField(label="Deputy", required=False)
    away_from = DateField(label="The lead is away from", required=False, help_text="")
    away_until = DateField(
        label="The lead is away until",
        required=False,
        help_text="The last day. Until then the deputy is told.",
    )

    def __init__(self, *args, people: list[User], record=None, **kwargs):
        super().__init__(*args, record=record, **kwargs)
        self.people = {str(user.pk): user for user in people}
        named = [(key, user.name) for key, user in self.people.items()]
        self.fields["lead"].choices = named
        self.fields["deputy"].choices = [("", "Nobody"), *named]
        self.initial["version"] = version_of(record, LEAD_FIELDS)
        if record:
            self.initial |= {
                "lead": str(record.lead_id),
                "deputy": str(record.deputy_id or ""),
                "away_from": record.away_from,
                "away_until": record.away_until,
            }

    @property
    def facts(self) -> dict:
        """What the service takes."""
        data = self.cleaned_data
        return {
            "lead": self.people[data["lead"]],
            "deputy": self.people.get(data["deputy"]),
            "away_from": data["away_from"],
            "away_until": data["away_until"],
            "version": data["version"],
        }
