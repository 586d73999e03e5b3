"""Forms about duties: who is named, to whom one is handed over, who covers, notes."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms

from aylsham.editing import EditForm
from aylsham.forms import CHOOSE, DateField, Form, OnceForm
from staff.services.duties import AWAY_FIELDS, DELEGATION_FIELDS, NOTE_FIELDS

People = Iterable[tuple[UUID, str]]
NOTE = "What they need to know. About the work, not about a child: that stands in the record."


def _person(label: str, **more) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(label=label, coerce=UUID, empty_value=None, **more)


def _offer(form: forms.Form, name: str, people: People) -> None:
    form.fields[name].choices = [CHOOSE, *((str(pk), words) for pk, words in people)]


class DaysForm(EditForm):
    """From a day until a last one."""

    starts_on = DateField(label="From")
    ends_on = DateField(label="Last day", help_text="It comes back by itself the day after")
    note = forms.CharField(
        label="What to know",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=NOTE,
    )

    def clean(self) -> dict[str, Any]:
        """The days stand in order."""
        data = super().clean()
        first, last = data.get("starts_on"), data.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", "The last day is before the first one.")
        return data


class DelegationForm(DaysForm, OnceForm):
    """To whom a duty is handed over, and until when."""

    record_fields = DELEGATION_FIELDS
    giver = _person("From whom")
    taker = _person(
        "To whom",
        help_text="Only colleagues whose own roles allow this duty. The head can give somebody a "
        "role until a day, under People and roles.",
    )
    field_order = ("giver", "taker")

    def __init__(self, *args, givers: People = (), takers: People = (), **kwargs):
        super().__init__(*args, **kwargs)
        if self.record:
            del self.fields["giver"], self.fields["taker"]
            return
        givers = list(givers)
        _offer(self, "giver", givers)
        _offer(self, "taker", takers)
        if len(givers) == 1:
            self.fields["giver"].choices = [(str(pk), words) for pk, words in givers]


class AwayForm(DaysForm, OnceForm):
    """Who is away and who covers; never why."""

    record_fields = AWAY_FIELDS
    user = _person("Who is away")
    cover = _person(
        "Who covers",
        help_text="Gets the reminders and what their own roles allow, nothing more.",
    )
    field_order = ("user", "cover")

    def __init__(self, *args, away: People = (), cover: People = (), **kwargs):
        super().__init__(*args, **kwargs)
        if self.record:
            del self.fields["user"], self.fields["cover"]
            return
        away = list(away)
        _offer(self, "user", away)
        if len(away) == 1:
            self.fields["user"].choices = [(str(pk), words) for pk, words in away]
        _offer(self, "cover", cover)


class HolderForm(Form):
    """Who is named for a duty, from when."""

    user = _person("Who", help_text="Only colleagues whose own roles allow this duty.")
    starts_on = DateField(label="From")

    def __init__(self, *args, people: People, **kwargs):
        super().__init__(*args, **kwargs)
        _offer(self, "user", people)


class HolderEndForm(Form):
    """The last day of somebody in a duty."""

    ends_on = DateField(label="Last day in this duty")


class NoteForm(EditForm):
    """A note for the next SENDCo."""

    record_fields = NOTE_FIELDS
    text = forms.CharField(
        label="What the next SENDCo should know",
        required=False,
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text="Name no child: what is known of children stands in their records.",
    )
