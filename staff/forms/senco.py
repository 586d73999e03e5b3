"""The form of a SENCO's post."""

from typing import Any

from django import forms

from aylsham.editing import EditForm
from aylsham.forms import DateField
from aylsham.models import User
from staff.codes import SencoQualification
from staff.services import SENCO_FIELDS


class SencoForm(EditForm):
    """Who is SENCO, since when, and how they qualify."""

    record_fields = SENCO_FIELDS
    person = forms.ChoiceField(label="Who")
    became_senco_on = DateField(label="SENCO here since")
    was_senco_before = forms.BooleanField(
        label="Had been SENCO at any school for more than twelve months before",
        required=False,
    )
    course_started_on = DateField(
        label="Began the course on",
        required=False,
        help_text="NASENCO counts only if begun before 1 September 2024",
    )
    qualification = forms.ChoiceField(
        label="Qualification",
        choices=[("", "None yet"), *SencoQualification.choices],
        required=False,
    )
    qualified_on = DateField(label="Awarded on", required=False, help_text="")
    ends_on = DateField(label="Last day as SENCO here", required=False, help_text="")

    def __init__(self, *args, people: list[User] = (), **kwargs):
        super().__init__(*args, **kwargs)
        self.people = {str(person.pk): person for person in people}
        if self.record:
            del self.fields["person"]
        else:
            named = [(key, person.name) for key, person in self.people.items()]
            self.fields["person"].choices = [("", "Choose a person"), *named]

    def clean(self) -> dict[str, Any]:
        """A qualification and its day go together."""
        data = super().clean()
        said = data.get("qualified_on") or "qualified_on" in self.errors
        if data.get("qualification") and not said:
            self.add_error("qualified_on", "Say when it was awarded.")
        if data.get("qualified_on") and not data.get("qualification"):
            self.add_error("qualification", "Say which qualification it is.")
        return data

    @property
    def chosen_person(self) -> User:
        """Who was chosen."""
        return self.people[self.cleaned_data["person"]]
