"""Forms of the contact log and of agreed actions: phone first, few taps."""

import datetime as dt
import uuid
from typing import Any

from django import forms

from aylsham import clock
from aylsham.changes import version_of
from aylsham.codes import Sensitivity
from aylsham.editing import EditForm
from aylsham.forms import DateField, Form, OnceForm
from aylsham.models import Owes, User
from pupils.family_codes import Channel, TalkOutcome
from pupils.forms.status import past_day
from pupils.models import AgreedAction, Contact
from pupils.services.actions import ACTION_FIELDS, NewAction, Owner
from pupils.services.talks import TALK_FIELDS

SOMEBODY_ELSE = "else"
#: Who outside school can owe an action, with what stands for a name nobody gave.
OUTSIDE = {
    Owes.PARENT: "The family",
    Owes.HEALTH: "Health",
    Owes.LOCAL_AUTHORITY: "Council",
    Owes.SOCIAL_CARE: "Social worker",
}
#: What a person logs; messages from a parent's page come by themselves.
WAYS = [choice for choice in Channel.choices if choice[0] != Channel.PAGE]
SERVICES_HINT = "Separate several by commas."


class OwnerMixin:
    """A choice of who does it: me, a colleague, or somebody outside."""

    def offer_owners(self, field: str, colleagues: list[User], me: User) -> None:
        """Me first, then the family and others outside, then colleagues by name."""
        self.colleagues = {str(user.pk): user for user in (me, *colleagues)}
        others = [(str(u.pk), u.name) for u in colleagues if u.pk != me.pk]
        self.fields[field].choices = [
            (str(me.pk), "Me"),
            *((code.value, label) for code, label in OUTSIDE.items()),
            *others,
        ]

    def owner_of(self, choice: str, name: str) -> Owner:
        """The chosen owner, as the services take it."""
        if user := self.colleagues.get(choice):
            return Owner(user=user)
        code = Owes(choice)
        return Owner(name=name or OUTSIDE[code], owed_by=code)


class TalkForm(OwnerMixin, EditForm):
    """An entry of the log: who, how, what was agreed; the rest waits behind "More"."""

    record_fields = TALK_FIELDS
    key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    contact = forms.ChoiceField(label="Who", widget=forms.RadioSelect)
    who = forms.CharField(label="Who else", max_length=200, required=False)
    how = forms.ChoiceField(label="How", choices=Channel.choices, widget=forms.RadioSelect)
    outcome = forms.ChoiceField(
        label="What came of it",
        choices=TalkOutcome.choices,
        widget=forms.RadioSelect,
        initial=TalkOutcome.HELD,
    )
    agreed = forms.CharField(
        label="What was agreed", widget=forms.Textarea(attrs={"rows": 3}), required=False
    )
    is_parent_meeting = forms.BooleanField(label="One of the three meetings a year", required=False)
    on = DateField(label="When", initial="today", help_text="")
    services = forms.CharField(
        label="Services of the Local Offer they were told about",
        required=False,
        help_text=SERVICES_HINT,
    )
    sensitivity = forms.BooleanField(
        label="Sensitive", help_text="Few people can read it.", required=False
    )
    action = forms.CharField(label="Somebody will", max_length=300, required=False)
    action_owner = forms.ChoiceField(label="Who will", required=False)
    action_due_on = DateField(label="By", required=False, help_text="")

    def __init__(self, *args, contacts: list[Contact], colleagues: list[User], me: User, **kwargs):
        super().__init__(*args, **kwargs)
        self.contacts = {str(contact.pk): contact for contact in contacts}
        named = [(k, _called(contact)) for k, contact in self.contacts.items()]
        self.fields["contact"].choices = [*named, (SOMEBODY_ELSE, "Somebody else")]
        self.offer_owners("action_owner", colleagues, me)
        if not (self.record and self.record.how == Channel.PAGE):
            self.fields["how"].choices = WAYS
        if self.record:
            self._start_from_record()
        else:
            self.initial |= {"key": uuid.uuid4(), "contact": next(iter(named), [SOMEBODY_ELSE])[0]}
            self.initial["on"] = clock.today()
            self.initial["action_due_on"] = clock.today() + dt.timedelta(days=7)

    def _start_from_record(self) -> None:
        record = self.record
        self.initial |= {
            "contact": str(record.contact_id or SOMEBODY_ELSE),
            "who": "" if record.contact_id else record.who,
            "services": ", ".join(record.services),
            "sensitivity": record.sensitivity == Sensitivity.SENSITIVE,
        }
        for name in ("key", "action", "action_owner", "action_due_on"):
            del self.fields[name]

    def clean_on(self):
        return past_day(self.cleaned_data["on"], "The day")

    def clean(self) -> dict[str, Any]:
        """Somebody is named; an action has a day."""
        data = super().clean()
        if data.get("contact") == SOMEBODY_ELSE and not data.get("who"):
            self.add_error("who", "Write who it was.")
        if data.get("action") and not data.get("action_due_on"):
            self.add_error("action_due_on", "Say by when.")
        return data

    @property
    def facts(self) -> dict[str, Any]:
        """What the services take."""
        data = self.cleaned_data
        contact = self.contacts.get(data["contact"])
        names = [contact.name if contact else "", data["who"]]
        services = (part.strip()[:120] for part in data["services"].split(","))
        return {
            "on": data["on"],
            "how": data["how"],
            "outcome": data["outcome"],
            "contact": contact,
            "who": " and ".join(filter(None, names))[:200],
            "is_parent_meeting": data["is_parent_meeting"],
            "agreed": data["agreed"],
            "sensitivity": Sensitivity.SENSITIVE if data["sensitivity"] else Sensitivity.EVERYONE,
            "services": list(dict.fromkeys(filter(None, services))),
        }

    @property
    def actions(self) -> list[NewAction]:
        """The action that was agreed, if one was."""
        data = self.cleaned_data
        if not data.get("action"):
            return []
        contact = self.contacts.get(data["contact"])
        name = contact.name if contact and data["action_owner"] == Owes.PARENT else ""
        owner = self.owner_of(data["action_owner"], name)
        return [NewAction(data["action"], owner, data["action_due_on"])]


class ActionForm(OwnerMixin, EditForm, OnceForm):
    """An action: what, who, by when."""

    record_fields = ("what", "due_on")
    what = forms.CharField(label="What will be done", max_length=300)
    owner_choice = forms.ChoiceField(label="Who will do it")
    name = forms.CharField(
        label="Name", max_length=150, required=False, help_text="Of somebody outside school."
    )
    due_on = DateField(label="By", help_text="For example, 4 Dec")

    def __init__(
        self, *args, colleagues: list[User], me: User, record: AgreedAction | None = None, **kwargs
    ):
        super().__init__(*args, record=record, **kwargs)
        self.offer_owners("owner_choice", colleagues, me)
        if record:
            self.initial["version"] = version_of(record, ACTION_FIELDS)
            self.initial["owner_choice"] = str(record.owner_id or record.owed_by)
            self.initial["name"] = record.outside_owner

    @property
    def new_action(self) -> NewAction:
        """What the services take."""
        data = self.cleaned_data
        return NewAction(
            data["what"],
            self.owner_of(data["owner_choice"], data["name"]),
            data["due_on"],
            data["key"],
        )


class DoneForm(Form):
    """An action is done."""

    on = DateField(label="Done on", help_text="")
    outcome = forms.CharField(
        label="What came of it", widget=forms.Textarea(attrs={"rows": 2}), required=False
    )

    def clean_on(self):
        return past_day(self.cleaned_data["on"], "The day")


class NotNeededForm(Form):
    """An action is no longer needed."""

    why = forms.CharField(label="Why it is no longer needed", max_length=300)


def _called(contact: Contact) -> str:
    return f"{contact.name} ({contact.relationship})" if contact.relationship else contact.name
