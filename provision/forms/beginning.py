"""Cycles of a class, begun together."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms

from aylsham.forms import DateField, Form
from aylsham.models import User
from provision.selectors.cycles import CycleLine


class BeginForm(Form):
    """Whose cycles begin, from when to when, and who leads them."""

    pupils = forms.MultipleChoiceField(
        label="Whose cycle begins",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Tick at least one child."},
    )
    starts_on = DateField(label="From", help_text="")
    review_on = DateField(label="Review on", help_text="")
    lead = forms.ChoiceField(label="Who leads", required=False)

    def __init__(self, *args, lines: Sequence[CycleLine], colleagues: list[User], **kwargs):
        super().__init__(*args, **kwargs)
        self.colleagues = {str(user.pk): user for user in colleagues}
        self.fields["pupils"].choices = [(str(line.pupil_id), line.name) for line in lines]
        self.fields["lead"].choices = [
            ("", "The class teacher"),
            *((key, user.name) for key, user in self.colleagues.items()),
        ]
        self.initial.setdefault("pupils", [str(line.pupil_id) for line in lines])

    def clean(self) -> dict[str, Any]:
        """The review comes after the beginning."""
        data = super().clean()
        starts_on, review_on = data.get("starts_on"), data.get("review_on")
        if starts_on and review_on and review_on <= starts_on:
            self.add_error("review_on", "This has to come after “From”.")
        return data

    @property
    def one_lead(self) -> User | None:
        """Who leads all of them; None: the class teacher."""
        return self.colleagues.get(self.cleaned_data["lead"])

    @property
    def ids(self) -> list[UUID]:
        """The children who were ticked."""
        return [UUID(pk) for pk in self.cleaned_data["pupils"]]
