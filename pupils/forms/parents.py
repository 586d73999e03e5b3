"""Forms of parents' pages: what a parent writes and books, what the SENDCo shares."""

import uuid

from django import forms

from aylsham.forms import CHOOSE, Form
from pupils.models import Document, MeetingSlot
from pupils.rules.parents import LONGEST_MESSAGE
from pupils.selectors.bookings.parent import Bookable

CHECKED = "I have read it. Nothing in it has to stay out for this person."


class MessageForm(Form):
    """A short message to the school."""

    key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    message = forms.CharField(
        label="Your message",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=LONGEST_MESSAGE,
        error_messages={"required": "Please write something first."},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["key"] = uuid.uuid4()

    @property
    def facts(self) -> dict:
        """What the service takes."""
        return {
            "text": self.cleaned_data["message"].strip(),
            "key": self.cleaned_data["key"] or self.initial["key"],
        }


class ChooseSlotForm(Form):
    """One free time of a round, and what to think of."""

    slot = forms.ChoiceField(
        label="Time",
        widget=forms.RadioSelect,
        error_messages={
            "required": "Please choose a time.",
            "invalid_choice": "This time is taken. Please choose another.",
        },
    )
    wants_interpreter = forms.BooleanField(label="I need an interpreter", required=False)
    wants_second = forms.BooleanField(
        label="Somebody in another home would like a time too", required=False
    )

    def __init__(self, *args, offered: Bookable, **kwargs):
        super().__init__(*args, **kwargs)
        mine = offered.booking
        self.slots = {str(line.slot.pk): line.slot for line in offered.slots if line.is_free}
        if mine:
            self.slots.setdefault(str(mine.slot_id), mine.slot)
            self.initial |= {
                "slot": str(mine.slot_id),
                "wants_interpreter": mine.wants_interpreter,
                "wants_second": mine.wants_second,
            }
        self.fields["slot"].choices = [
            (pk, f"{slot.on:%a} {slot.on.day} {slot.on:%b}, {slot.starts_at:%H:%M}")
            for pk, slot in sorted(self.slots.items(), key=lambda each: _when(each[1]))
        ]

    @property
    def facts(self) -> dict:
        """What the service takes."""
        data = dict(self.cleaned_data)
        return {"slot": self.slots[data.pop("slot")], **data}


def _when(slot: MeetingSlot) -> tuple:
    return slot.on, slot.starts_at


class ShareForm(Form):
    """A document for one person's page."""

    document = forms.ChoiceField(label="Document", error_messages={"required": "Choose one."})
    is_checked = forms.BooleanField(label=CHECKED, required=False)

    def __init__(self, *args, documents: list[Document], **kwargs):
        super().__init__(*args, **kwargs)
        self.documents = {str(each.pk): each for each in documents}
        self.fields["document"].choices = [
            CHOOSE,
            *((pk, f"{each.title}, {each.of_on:%-d %b %Y}") for pk, each in self.documents.items()),
        ]

    @property
    def facts(self) -> dict:
        """What the service takes."""
        return {
            "document": self.documents[self.cleaned_data["document"]],
            "is_checked": self.cleaned_data["is_checked"],
        }
