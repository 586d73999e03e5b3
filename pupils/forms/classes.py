"""Forms of classes and of the adults who work with them."""

from typing import Any

from django import forms

from aylsham.access.roles import Role
from aylsham.codes import YEAR_GROUP_LABELS
from aylsham.editing import EditForm
from aylsham.forms import DateField, Form
from aylsham.models import School
from pupils.selectors.adults import Adult
from pupils.services.classes import ADULT_FIELDS, CLASS_FIELDS

WEEKDAYS = [(1, "Monday"), (2, "Tuesday"), (3, "Wednesday"), (4, "Thursday"), (5, "Friday")]


class ClassForm(EditForm):
    """A class of one academic year."""

    record_fields = CLASS_FIELDS
    name = forms.CharField(label="Name of the class", max_length=60)
    year_groups = forms.MultipleChoiceField(
        label="Year groups", widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args, school: School, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["year_groups"].choices = [(c, YEAR_GROUP_LABELS[c]) for c in school.year_groups]


class PeriodForm(Form):
    """From a day, to a day or until further notice."""

    starts_on = DateField(label="From")
    ends_on = DateField(label="Until", required=False, help_text="Leave empty until it is known")

    def clean(self) -> dict[str, Any]:
        """The end comes after the start."""
        data = super().clean()
        first, last = data.get("starts_on"), data.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", "The last day is before the first.")
        return data


def _weekdays() -> forms.TypedMultipleChoiceField:
    return forms.TypedMultipleChoiceField(
        label="Days",
        help_text="Tick none for every day. Tick some for a job share or PPA cover.",
        choices=WEEKDAYS,
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )


class AdultDaysForm(EditForm):
    """The days on which an adult who is there already works with the class."""

    record_fields = ADULT_FIELDS
    weekdays = _weekdays()
    ends_on = DateField(label="Until", required=False, help_text="Leave empty until it is known")


class ClassAdultForm(PeriodForm):
    """An adult works with a class on some days of the week."""

    post = forms.ChoiceField(label="Who")
    weekdays = _weekdays()
    field_order = ("post", "weekdays", "starts_on", "ends_on")

    def __init__(self, *args, adults: list[Adult], **kwargs):
        super().__init__(*args, **kwargs)
        self.adults = {f"{a.user.pk}:{a.role}": a for a in adults}
        named = [(key, f"{a.user.name} ({Role(a.role).label})") for key, a in self.adults.items()]
        self.fields["post"].choices = [("", "Choose a person"), *named]

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes."""
        adult = self.adults[self.cleaned_data["post"]]
        days = {n: self.cleaned_data[n] for n in ("weekdays", "starts_on", "ends_on")}
        return {"user": adult.user, "role": adult.role} | days


class SupporterForm(PeriodForm):
    """An adult supports a named child."""

    person = forms.ChoiceField(label="Who")
    field_order = ("person", "starts_on", "ends_on")

    def __init__(self, *args, adults: list[Adult], **kwargs):
        super().__init__(*args, **kwargs)
        self.people = {str(a.user.pk): a for a in adults}
        named = [(k, f"{a.user.name} ({Role(a.role).label})") for k, a in self.people.items()]
        self.fields["person"].choices = [("", "Choose a person"), *named]

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes."""
        days = {n: self.cleaned_data[n] for n in ("starts_on", "ends_on")}
        return {"user": self.people[self.cleaned_data["person"]].user} | days
