"""Telling the family of a step of a referral: the words, and how each person is told."""

import uuid

from django import forms

from aylsham.forms import Form
from pupils.family_codes import Channel
from pupils.forms.contributions import LONGEST_MESSAGE
from pupils.selectors.telling import Tellable
from pupils.services.referrals.telling import Told

_NOT = ("", "Not now")
_WAYS = {
    "email": "E-mail: a link to these words",
    "letter": "Letter: we print it",
    "phone": "I have told them by phone",
    "in_person": "I have told them in person",
}
#: The way that is ready for a contact who likes to be reached so.
_PREFERRED = {
    Channel.EMAIL: "email",
    Channel.LETTER: "letter",
    Channel.PHONE: "phone",
    Channel.TEXT: "phone",
    Channel.IN_PERSON: "in_person",
}


class TellStepForm(Form):
    """One message, and a way for each person who may have it."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    message = forms.CharField(
        label="What they are told",
        widget=forms.Textarea(attrs={"rows": 9}),
        help_text="Read it and change it. An e-mail holds none of it: it leads to these words.",
        max_length=LONGEST_MESSAGE,
    )
    is_checked = forms.BooleanField(
        label="I have checked the message for each person and kept out what they may not know",
        required=False,
    )

    def __init__(self, *args, people: list[Tellable], may_send: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("key", uuid.uuid4())
        self.people = {f"way-{each.contact.pk}": each.contact for each in people}
        for each in people:
            self.fields[f"way-{each.contact.pk}"] = _way(each, may_send)
        if not any(each.verdict.has_cuts for each in people):
            del self.fields["is_checked"]
        self.order_fields(["message", "is_checked", *self.people])

    @property
    def told(self) -> list[Told]:
        """Whom to tell, and how."""
        chosen = ((contact, self.cleaned_data[name]) for name, contact in self.people.items())
        return [Told(contact, way) for contact, way in chosen if way]


def _way(each: Tellable, may_send: bool) -> forms.ChoiceField:
    contact = each.contact
    ways = dict(_WAYS)
    if not (may_send and contact.email):
        del ways["email"]
    ready = _PREFERRED.get(contact.preferred_channel, "email")
    if each.verdict.has_cuts:
        ready, out = "", "; ".join(each.verdict.cut_words)
        hint = f"{' '.join(each.verdict.reasons)} Keep out: {out}."
    else:
        hint = (
            f"Best by {contact.get_preferred_channel_display().lower()}"
            if (contact.preferred_channel)
            else ""
        )
    called = f"{contact.name}, {contact.relationship}" if contact.relationship else contact.name
    return forms.ChoiceField(
        label=called,
        help_text=hint,
        choices=[_NOT, *ways.items()],
        required=False,
        # What was done already is nobody's first guess.
        initial=ready if ready in ("email", "letter") and ready in ways else "",
    )
