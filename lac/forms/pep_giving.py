"""Forms that say who writes a part of a plan: a colleague up to a day, or somebody outside."""

from typing import Any

from django import forms

from aylsham import clock
from aylsham.forms import CHOOSE, DateField, Form, OnceForm
from lac.models import CarePerson
from lac.pep_codes import PartOwner
from pupils.models import Contact


class GivePartForm(Form):
    """Who writes a part, and by when."""

    owner = forms.ChoiceField(label="Who writes it", choices=PartOwner.choices)
    user = forms.ModelChoiceField(
        label="Which colleague",
        queryset=None,
        required=False,
        empty_label="Nobody by name",
        help_text="A teacher sees the part when you let them know of the child’s care.",
    )
    due_on = DateField(
        label="By when",
        required=False,
        help_text="Then it stands in what is due. A colleague has it up to that day; what is not "
        "handed back by then comes back to you by itself.",
    )

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["user"].queryset = people
        self.fields["user"].label_from_instance = lambda user: user.name

    def clean(self) -> dict[str, Any]:
        """A colleague has a part until a day to come."""
        data = super().clean()
        if data.get("user") and "due_on" not in self.errors:
            if not data.get("due_on"):
                self.add_error("due_on", "Say up to which day the colleague has it.")
            elif data["due_on"] < clock.today():
                self.add_error("due_on", "That day has passed.")
        return data


class AskPartForm(OnceForm):
    """Somebody from outside is asked by a link."""

    person = forms.ChoiceField(label="Who is asked")
    due_on = DateField(label="Answer by")

    def __init__(self, *args, people: list[CarePerson], contacts: list[Contact], **kwargs):
        super().__init__(*args, **kwargs)
        self.people = {str(row.pk): row for row in (*people, *contacts)}
        self.fields["person"].choices = [CHOOSE, *((k, _who(r)) for k, r in self.people.items())]

    def clean_due_on(self):
        """A day to come."""
        day = self.cleaned_data["due_on"]
        if day and day < clock.today():
            raise forms.ValidationError("That day has passed.")
        return day

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes."""
        data = self.cleaned_data
        return {
            "person": self.people[data["person"]],
            "due_on": data["due_on"],
            "key": data["key"],
        }


def _who(row: CarePerson | Contact) -> str:
    as_what = row.get_role_display() if isinstance(row, CarePerson) else row.relationship
    return f"{row.name} ({as_what.lower()}), {row.email}" if as_what else f"{row.name}, {row.email}"
