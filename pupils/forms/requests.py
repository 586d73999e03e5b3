"""Forms of requests for records."""

import uuid
from typing import Any

from django import forms

from aylsham.editing import EditForm
from aylsham.forms import DateField, Form
from pupils.forms.status import past_day
from pupils.models import Contact, RequestItem
from pupils.request_codes import (
    GROUND_CHOICES,
    AskerKind,
    ChildVoice,
    Decision,
    HandedHow,
    Outcome,
    RequestKind,
)
from pupils.services.requests.cases import CHECK_FIELDS
from pupils.services.requests.items import ITEM_FIELDS

BOXES_HINT = (
    "One a line: page, then left, top, right and bottom in hundredths of the page. "
    "“2: 10 20 60 30” blacks out a strip on page 2."
)


class RequestForm(Form):
    """Somebody asks for the records of a child."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    kind = forms.ChoiceField(
        label="What it is", choices=RequestKind.choices, widget=forms.RadioSelect
    )
    received_on = DateField(label="Received on", initial="today", help_text="")
    contact = forms.ChoiceField(label="Who asks", required=False)
    asker = forms.CharField(label="Or somebody else", max_length=150, required=False)
    asker_kind = forms.ChoiceField(
        label="As what", choices=AskerKind.choices, widget=forms.RadioSelect
    )
    scope = forms.CharField(
        label="What they ask for",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        help_text="In their words. Empty: everything.",
    )

    def __init__(self, *args, contacts: list[Contact], **kwargs):
        super().__init__(*args, **kwargs)
        self.contacts = {str(contact.pk): contact for contact in contacts}
        named = [(key, contact.name) for key, contact in self.contacts.items()]
        self.fields["contact"].choices = [("", "Nobody of these"), *named]
        self.initial.setdefault("key", uuid.uuid4())

    def clean_received_on(self):
        return past_day(self.cleaned_data["received_on"], "The day")

    def clean(self) -> dict[str, Any]:
        """Somebody is named."""
        data = super().clean()
        if not data.get("contact") and not data.get("asker"):
            self.add_error("asker", "Write who asks.")
        return data

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes."""
        data = self.cleaned_data
        contact = self.contacts.get(data["contact"])
        names = ("key", "kind", "received_on", "asker_kind", "scope")
        asker = data["asker"] or (contact.name if contact else "")
        return {name: data[name] for name in names} | {"contact": contact, "asker": asker}


class ChecksForm(EditForm):
    """Who asks, with what right, what the child says; pause and more time."""

    record_fields = CHECK_FIELDS
    identity_asked_on = DateField(
        label="Proof of identity asked for on",
        required=False,
        help_text="Only if you had to ask: the month begins when it is there.",
    )
    identity_on = DateField(label="Identity proved on", required=False, help_text="")
    identity_how = forms.CharField(
        label="How", max_length=200, required=False, help_text="Known to the office; passport seen"
    )
    right_on = DateField(label="Right to ask checked on", required=False, help_text="")
    right_how = forms.CharField(
        label="How it was checked",
        max_length=200,
        required=False,
        help_text="Parental responsibility on the record; written authority seen; no court order",
    )
    share_why = forms.CharField(
        label="Given although an order or the family's page says no: why",
        max_length=300,
        required=False,
        help_text="Leave it empty unless you took advice. Without a reason nothing is given then.",
    )
    child_voice = forms.ChoiceField(
        label="The child", choices=[("", "Not asked yet"), *ChildVoice.choices], required=False
    )
    scope = forms.CharField(
        label="What they ask for", widget=forms.Textarea(attrs={"rows": 3}), required=False
    )
    clarify_asked_on = DateField(label="Asked what is meant on", required=False, help_text="")
    clarified_on = DateField(label="Answered on", required=False, help_text="")
    extended_on = DateField(
        label="Told that it takes longer on",
        required=False,
        help_text="Two further months, if it is complex; within the first month.",
    )
    extended_why = forms.CharField(label="Why it takes longer", max_length=300, required=False)

    def clean(self) -> dict[str, Any]:
        """A day says how, and how says a day."""
        data = super().clean()
        for day, words, label in (
            ("identity_on", "identity_how", "how"),
            ("right_on", "right_how", "how"),
            ("extended_on", "extended_why", "why"),
        ):
            if data.get(day) and not data.get(words):
                self.add_error(words, f"Write {label}.")
            if data.get(words) and not data.get(day):
                self.add_error(day, "Give the day.")
        return data


class ItemForm(EditForm):
    """What happens to one item."""

    record_fields = ITEM_FIELDS
    decision = forms.ChoiceField(
        label="Decision", choices=Decision.choices, widget=forms.RadioSelect
    )
    ground = forms.ChoiceField(
        label="Ground for keeping back",
        choices=[("", "None: it is given"), *GROUND_CHOICES],
        widget=forms.RadioSelect,  # the labels are long: a list would not fit a phone
        required=False,
    )
    words = forms.CharField(
        label="Words to black out",
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
        help_text="One name or phrase a line, as it stands there. Every place is blacked out.",
    )
    boxes = forms.CharField(
        label="Boxes to black out",
        widget=forms.Textarea(attrs={"rows": 3, "data-boxes": True}),
        required=False,
        help_text=BOXES_HINT,
    )
    left_out = forms.CharField(
        label="Pages to leave out", max_length=200, required=False, help_text="2, 5"
    )
    reason = forms.CharField(
        label="Note on the decision",
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
        help_text="For your own log. It is not given.",
    )

    def __init__(self, *args, record: RequestItem, **kwargs):
        super().__init__(*args, record=record, **kwargs)
        boxes = (f"{page}: {' '.join(f'{n:g}' for n in rest)}" for page, *rest in record.boxes)
        self.initial |= {
            "words": "\n".join(record.words),
            "boxes": "\n".join(boxes),
            "left_out": ", ".join(map(str, record.left_out)),
        }
        if not record.version_id or record.text:
            del self.fields["boxes"], self.fields["left_out"]

    def clean_words(self) -> list[str]:
        """A line each; a single letter would black out everything."""
        words = list(dict.fromkeys(filter(None, map(str.strip, _lines(self, "words")))))
        if any(len(word) < 2 for word in words):
            raise forms.ValidationError("Give at least two letters a line.")
        return words

    def clean_boxes(self) -> list[list[float]]:
        """Each line as numbers."""
        return [_box(line) for line in _lines(self, "boxes") if line.strip()]

    def clean_left_out(self) -> list[int]:
        """The pages as numbers."""
        parts = self.cleaned_data["left_out"].replace(",", " ").split()
        if not all(part.isdecimal() and int(part) for part in parts):
            raise forms.ValidationError("Write the numbers of pages, with commas.")
        return sorted({int(part) for part in parts})

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes; fields that this item has not are empty."""
        return {"boxes": [], "left_out": []} | super().facts


class LinkForm(Form):
    """To whom the bundle is sent as a link."""

    email = forms.EmailField(
        label="E-mail of the person who asked",
        help_text="The link and the code go to this address and to no other. Two weeks.",
    )


class AnswerForm(Form):
    """The person has the answer."""

    outcome = forms.ChoiceField(
        label="What they got", choices=Outcome.choices, widget=forms.RadioSelect
    )
    why = forms.CharField(
        label="Why not everything, as the letter says it",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    on = DateField(label="Answered on", initial="today", help_text="")
    how = forms.ChoiceField(
        label="How it was handed over",
        choices=[("", "Nothing was handed over"), *HandedHow.choices],
        required=False,
    )

    def clean_on(self):
        return past_day(self.cleaned_data["on"], "The day")


def _lines(form: forms.Form, name: str) -> list[str]:
    return form.cleaned_data[name].splitlines()


def _box(line: str) -> list[float]:
    page, _, rest = line.partition(":")
    try:
        number, (x1, y1, x2, y2) = int(page), map(float, rest.split())
    except ValueError:
        raise forms.ValidationError(f"“{line.strip()}” is no box. {BOXES_HINT}") from None
    if number < 1 or not (0 <= x1 < x2 <= 100 and 0 <= y1 < y2 <= 100):
        raise forms.ValidationError(
            f"“{line.strip()}”: left before right, top before bottom, all from 0 to 100."
        )
    return [number, x1, y1, x2, y2]
