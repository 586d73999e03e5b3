"""The form of a look at a class: a tick and a word for each line of the statement."""

import hashlib
import uuid
from collections.abc import Sequence
from typing import Any

from django import forms

from aylsham.forms import DateField, Form
from pupils.codes import AreaOfNeed
from pupils.concern_codes import InClass
from pupils.forms.status import past_day
from pupils.selectors.concerns.classrooms import Offer
from pupils.services.concerns.classrooms import Mark


class ClassroomForm(Form):
    """What was seen of each line; a line that nobody looked at stays without a tick."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    #: A mark of the lines on the page: ticks stand by place.
    lines = forms.CharField(widget=forms.HiddenInput)
    on = DateField(label="Looked on", help_text="")
    next_on = DateField(
        label="Look again by", required=False, help_text="If you agreed one. For example, 12 Feb"
    )

    def __init__(self, *args, offers: Sequence[Offer], **kwargs):
        super().__init__(*args, **kwargs)
        self.offers = tuple(offers)
        self.initial |= {"key": uuid.uuid4(), "lines": self._mark_of_lines}
        for place, offer in enumerate(self.offers):
            self.fields[f"seen_{place}"] = forms.ChoiceField(
                label=offer.what,
                choices=InClass.choices,
                required=False,
                widget=forms.RadioSelect,
            )
            self.fields[f"word_{place}"] = forms.CharField(
                label=f"A word on: {offer.what}", max_length=200, required=False
            )

    @property
    def _mark_of_lines(self) -> str:
        text = "\n".join(f"{offer.area} {offer.what}" for offer in self.offers)
        return hashlib.sha256(text.encode()).hexdigest()[:16]

    @property
    def areas(self) -> list[tuple[str, list[tuple[Any, Any]]]]:
        """The lines of each area with their two boxes."""
        found: dict[str, list[tuple[Any, Any]]] = {}
        for place, offer in enumerate(self.offers):
            pair = (self[f"seen_{place}"], self[f"word_{place}"])
            found.setdefault(AreaOfNeed(offer.area).label, []).append(pair)
        return list(found.items())

    def clean_on(self):
        return past_day(self.cleaned_data["on"], "The day")

    def clean_lines(self) -> str:
        if self.cleaned_data["lines"] != self._mark_of_lines:
            raise forms.ValidationError(
                "The SENDCo changed what is ordinarily available while you had this open. "
                "Open the page again."
            )
        return self._mark_of_lines

    def clean(self) -> dict[str, Any]:
        """A word stands beside a tick; the fault of a hidden box is shown above the form."""
        data = super().clean()
        for error in self.errors.get("lines", ()):
            self.add_error(None, error)
        for place in range(len(self.offers)):
            if data.get(f"word_{place}") and not data.get(f"seen_{place}"):
                self.add_error(f"seen_{place}", "Say what you saw.")
        return data

    @property
    def marks(self) -> list[Mark]:
        """The lines that were looked at."""
        data = self.cleaned_data
        return [
            Mark(offer.area, offer.what, data[f"seen_{place}"], data[f"word_{place}"])
            for place, offer in enumerate(self.offers)
            if data[f"seen_{place}"]
        ]
