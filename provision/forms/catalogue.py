"""Forms of the catalogue."""

from typing import Any

from django import forms

from aylsham.clock import today
from aylsham.editing import EditForm
from aylsham.forms import OnceForm
from provision.provision_codes import StaffRole
from provision.services.catalogue import ITEM_FIELDS
from pupils.codes import NEED_TYPE_CHOICES, Tier


def _number(label: str, most: int, *, required: bool = True, help_text: str = "") -> forms.Field:
    return forms.IntegerField(
        label=label,
        min_value=1,
        max_value=most,
        required=required,
        help_text=help_text,
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-3"}),
    )


def _words(label: str, *, help_text: str = "", required: bool = False, longest: int = 300):
    return forms.CharField(
        label=label,
        max_length=longest,
        required=required,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class InterventionForm(EditForm, OnceForm):
    """An intervention: what it is for, how it is given, what is known of its effect."""

    record_fields = ITEM_FIELDS
    name = forms.CharField(label="Name", max_length=120)
    aim = _words("What it is for", required=True)
    need_types = forms.MultipleChoiceField(
        label="Needs",
        choices=NEED_TYPE_CHOICES,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    tier = forms.ChoiceField(label="Tier", choices=Tier, initial=Tier.TARGETED)
    from_age = _number("From age", 18, required=False)
    to_age = _number("To age", 18, required=False)
    entry = _words("Whom it suits")
    exit = _words("When it ends")
    group_size = _number("Children in a group", 60)
    sessions_a_week = _number("Sessions a week", 25)
    minutes = _number("Minutes a session", 400)
    weeks = _number("Weeks", 52)
    staff_role = forms.ChoiceField(label="Given by", choices=StaffRole)
    measure = forms.CharField(label="How it is measured", max_length=200, required=False)
    training = _words("Training needed")
    materials = _words("Materials")
    evidence = _words(
        "What is known of its effect",
        help_text="Leave it empty unless a source says so.",
        longest=500,
    )
    evidence_source = forms.CharField(label="Source", max_length=300, required=False)
    evidence_year = forms.IntegerField(
        label="Year of the source",
        min_value=1950,
        required=False,
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-4"}),
    )
    is_shared = forms.BooleanField(
        label="Offer it to every school of the federation", required=False
    )

    def __init__(self, *args, may_share: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        if not may_share:
            del self.fields["is_shared"]

    def clean(self) -> dict[str, Any]:
        """Ages in order; evidence with its source and year, or none of them."""
        data = super().clean()
        first, last = data.get("from_age"), data.get("to_age")
        if first and last and last < first:
            self.add_error("to_age", "This is younger than “from age”.")
        said = [data.get(name) for name in ("evidence", "evidence_source", "evidence_year")]
        if any(said) and not all(said):
            self.add_error("evidence", "Give what is known with its source and year, or none.")
        if (year := data.get("evidence_year")) and year > today().year:
            self.add_error("evidence_year", "This year has not come yet.")
        return data
