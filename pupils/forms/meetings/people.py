"""Forms of who is asked to a meeting, what they answer, and calling it off."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.core.validators import MaxLengthValidator

from aylsham.forms import Form
from aylsham.models import User
from pupils.forms.warnings import warned_option
from pupils.meeting_codes import REPLY_WORDS, Reply
from pupils.models import Contact, MeetingInvitee
from pupils.rules.sharing import Verdict
from pupils.services.meetings.inviting import Guest

CHECKED = "I have checked that time and place give nothing away"


class InviteForm(Form):
    """One more person: a contact, a colleague, or somebody from outside by name."""

    who = forms.ChoiceField(label="Who")
    name = forms.CharField(label="Name", max_length=150, required=False)
    role = forms.CharField(
        label="As what", max_length=100, required=False, help_text="For example: school nurse."
    )
    email = forms.EmailField(
        label="E-mail",
        required=False,
        help_text="Without one, tell them yourself and record the answer.",
    )
    asks_views = forms.BooleanField(
        label="Ask for their views or advice before we meet", required=False
    )
    is_checked = forms.BooleanField(label=CHECKED, required=False)
    OUTSIDE = "outside"

    def __init__(
        self,
        *args,
        contacts: list[Contact],
        verdicts: Mapping[UUID, Verdict],
        colleagues: list[User],
        may_ask: bool,
        **kwargs,
    ):
        super().__init__(*args, **kwargs)
        self.contacts = {f"contact:{c.pk}": c for c in contacts}
        self.colleagues = {f"user:{u.pk}": u for u in colleagues}
        self.fields["who"].choices = [
            *([(self.OUTSIDE, "Somebody from outside, named below")] if may_ask else []),
            *((key, warned_option(called(c), verdicts[c.pk])) for key, c in self.contacts.items()),
            *((key, user.name) for key, user in self.colleagues.items()),
        ]
        if not may_ask:
            del self.fields["name"], self.fields["email"]

    def clean(self) -> dict[str, Any]:
        """Somebody from outside needs a name."""
        data = super().clean()
        if data.get("who") == self.OUTSIDE and not data.get("name"):
            self.add_error("name", "Write the name.")
        if data.get("asks_views") and data.get("who") == self.OUTSIDE and not data.get("email"):
            self.add_error("email", "Views are asked for by e-mail. Write the address.")
        return data

    @property
    def guest(self) -> Guest:
        """What the service takes."""
        data = self.cleaned_data
        return Guest(
            user=self.colleagues.get(data["who"]),
            contact=self.contacts.get(data["who"]),
            name=data.get("name", ""),
            role=data["role"],
            email=data.get("email", ""),
            asks_views=data["asks_views"],
            is_checked=data["is_checked"],
        )


class ReplyForm(Form):
    """What an invited person answers; the same on the link's page and typed in by us."""

    reply = forms.ChoiceField(
        label="Can you come?",
        choices=[(code.value, words) for code, words in REPLY_WORDS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose one."},
    )
    note = forms.CharField(
        label="Is there anything we should know?",
        help_text="For example: I need an interpreter. I use a wheelchair. Mornings are better.",
        # No `max_length`: nobody needs to see the letters counted down.
        validators=[MaxLengthValidator(500)],
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args, invitee: MeetingInvitee, shows_note: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("reply", invitee.reply)
        if shows_note:
            self.initial.setdefault("note", invitee.note)
            self.fields["reply"].label = "What they answered"
            self.fields["reply"].choices = [c for c in Reply.choices if c[0]]


class CallOffForm(Form):
    """A meeting does not take place."""

    why = forms.CharField(
        label="Why", max_length=300, help_text="For us. The invited are told only that it is off."
    )


def called(contact: Contact) -> str:
    said = f"{contact.name} ({contact.relationship})" if contact.relationship else contact.name
    return said if contact.email else f"{said}, no e-mail: tell them yourself"
