"""Forms of rounds of meetings with parents: opened in two minutes, booked for a parent by phone."""

import datetime as dt
import uuid
from typing import Any

from django import forms

from aylsham.forms import DateField, Form
from aylsham.models import User
from pupils.forms.meetings.planning import TimeField
from pupils.forms.parents import ChooseSlotForm
from pupils.forms.warnings import warned
from pupils.models import ClassGroup, Contact
from pupils.parent_codes import RoundHow
from pupils.rules.bookings import LENGTHS
from pupils.rules.sharing import Verdict
from pupils.services.bookings.rounds import Sitting

ALL_CLASSES = "all"
#: So many days of one round can be laid at once.
DAYS = (1, 2, 3)
_NARROW = {"class": "govuk-input--width-3"}


class RoundForm(Form):
    """For whom, when, how long each, who takes part and until when to book."""

    key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    title = forms.CharField(
        label="What it is called",
        max_length=80,
        help_text="Parents read it. For example, Autumn meetings",
    )
    group = forms.ChoiceField(label="For the parents of")
    only_register = forms.BooleanField(
        label="Only children with SEN support or an EHC plan", required=False, initial=True
    )
    length = forms.IntegerField(
        label="Minutes each",
        min_value=LENGTHS[0],
        max_value=LENGTHS[-1],
        initial=20,
        widget=forms.NumberInput(attrs=_NARROW),
    )
    gap = forms.IntegerField(
        label="Minutes between two meetings",
        min_value=0,
        max_value=60,
        initial=5,
        widget=forms.NumberInput(attrs=_NARROW),
    )
    how = forms.ChoiceField(
        label="How", choices=RoundHow.choices, widget=forms.RadioSelect, initial=RoundHow.SCHOOL
    )
    place = forms.CharField(
        label="Where",
        max_length=150,
        required=False,
        help_text="Parents read it: a room, or the address of the video call.",
    )
    chair = forms.ChoiceField(label="Who leads the meetings")
    people = forms.MultipleChoiceField(
        label="Who else takes part", widget=forms.CheckboxSelectMultiple, required=False
    )
    book_by = DateField(
        label="Parents book by", help_text="Until then they can also change and cancel."
    )

    def __init__(self, *args, groups: list[ClassGroup], colleagues: list[User], me: User, **kwargs):
        super().__init__(*args, **kwargs)
        self.groups = {str(group.pk): group for group in groups}
        self.colleagues = {str(user.pk): user for user in (me, *colleagues)}
        self.fields["group"].choices = [
            *((pk, group.name) for pk, group in self.groups.items()),
            (ALL_CLASSES, "All classes"),
        ]
        named = [(str(u.pk), u.name) for u in colleagues if u.pk != me.pk]
        self.fields["chair"].choices = [(str(me.pk), "Me"), *named]
        self.fields["people"].choices = [(k, u.name) for k, u in self.colleagues.items()]
        self.initial |= {"key": uuid.uuid4(), "chair": str(me.pk)}
        for n in DAYS:
            needed = n == 1
            self.fields[f"on_{n}"] = DateField(label=f"Day {n}", required=needed, help_text="")
            self.fields[f"first_{n}"] = TimeField(
                label=f"Day {n}, from",
                help_text="",
                required=needed,
                initial=dt.time(15, 30),
            )
            self.fields[f"last_{n}"] = TimeField(
                label=f"Day {n}, to",
                help_text="",
                required=needed,
                initial=dt.time(17, 30),
            )
        self.order_fields(["key", "title", "group", "only_register", *self._day_names()])

    def _day_names(self) -> list[str]:
        return [f"{part}_{n}" for n in DAYS for part in ("on", "first", "last")]

    def clean(self) -> dict[str, Any]:
        """A day has a beginning before its end."""
        data = super().clean()
        for n in DAYS:
            first, last = data.get(f"first_{n}"), data.get(f"last_{n}")
            is_whole = first and last and first < last
            if data.get(f"on_{n}") and not is_whole and f"last_{n}" not in self.errors:
                self.add_error(f"last_{n}", "Write a time after the beginning.")
        return data

    @property
    def sittings(self) -> list[Sitting]:
        """The stretches of days in which meetings can be."""
        data = self.cleaned_data
        return [
            Sitting(data[f"on_{n}"], data[f"first_{n}"], data[f"last_{n}"])
            for n in DAYS
            if data.get(f"on_{n}")
        ]

    @property
    def chosen_group(self) -> ClassGroup | None:
        """The class, or None for all."""
        return self.groups.get(self.cleaned_data["group"])

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes beside children and days."""
        data = self.cleaned_data
        names = ("title", "length", "gap", "how", "place", "book_by")
        return {name: data[name] for name in names} | {
            "key": data["key"] or self.initial["key"],
            "chair": self.colleagues[data["chair"]],
            "people": [self.colleagues[pk] for pk in data["people"]],
        }


class BookForForm(ChooseSlotForm):
    """A time booked for a parent who rang."""

    contact = forms.ChoiceField(label="For whom", widget=forms.RadioSelect)
    field_order = ("contact", "slot")

    def __init__(
        self, *args, contacts: list[Contact], verdicts: dict[Any, Verdict], chosen: str, **kwargs
    ):
        super().__init__(*args, **kwargs)
        self.contacts = {str(contact.pk): contact for contact in contacts}
        self.fields["contact"].choices = [
            (pk, warned(each.name, verdicts[each.pk])) for pk, each in self.contacts.items()
        ]
        self.initial["contact"] = chosen
        self.fields["wants_interpreter"].label = "They need an interpreter"

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes."""
        facts = super().facts
        return facts | {"contact": self.contacts[facts.pop("contact")]}
