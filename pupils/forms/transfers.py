"""Forms of records on their way."""

from typing import Any

from django import forms

from aylsham import clock
from aylsham.forms import DateField, Form
from aylsham.models import School
from pupils.forms.status import past_day
from pupils.transfer_codes import Held

ELSEWHERE = ""


class AgainForm(Form):
    """Who gets the link to the same pack now."""

    to_person = forms.CharField(label="Who receives it", max_length=150)
    to_email = forms.EmailField(
        label="Their e-mail", help_text="Ring the school's office if the first one did not arrive."
    )


class TransferForm(Form):
    """To whom a record goes, and what goes of what is held by default."""

    to_school = forms.ChoiceField(label="Where to", required=False)
    to_name = forms.CharField(
        label="Name of the school",
        max_length=150,
        required=False,
        help_text="Outside the federation",
    )
    to_person = forms.CharField(
        label="Who receives it", max_length=150, help_text="The SENDCo there, by name"
    )
    to_email = forms.EmailField(
        label="Their e-mail",
        required=False,
        help_text="Gets a link; a code is asked for. Leave empty to download the file here.",
    )
    opens_on = DateField(
        label="They may look at it from",
        required=False,
        help_text="Within the federation. For example, 1 June",
    )
    includes = forms.MultipleChoiceField(
        label="Stays here unless you tick it", widget=forms.CheckboxSelectMultiple, required=False
    )
    include_why = forms.CharField(label="Why it goes", max_length=300, required=False)

    def __init__(self, *args, schools: list[School], allowed: list[Held], **kwargs):
        super().__init__(*args, **kwargs)
        self.schools = {school.slug: school for school in schools}
        self.fields["to_school"].choices = [
            (ELSEWHERE, "A school outside the federation"),
            *((slug, school.name) for slug, school in self.schools.items()),
        ]
        self.fields["includes"].choices = [
            (held.value, f"{held.label}. {held.why}") for held in allowed
        ]

    def clean(self) -> dict[str, Any]:
        """A school is named; what is let go has a reason."""
        data = super().clean()
        if data.get("to_school"):
            if not data.get("opens_on") and "opens_on" not in self.errors:
                self.add_error("opens_on", "Say from which day they may look at it.")
        elif not data.get("to_name"):
            self.add_error("to_name", "Write which school it goes to.")
        if data.get("includes") and not data.get("include_why"):
            self.add_error("include_why", "Say why it goes.")
        return data

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes."""
        data = self.cleaned_data
        there = self.schools.get(data["to_school"])
        return {
            "to_school": there,
            "to_name": there.name if there else data["to_name"],
            "to_person": data["to_person"],
            "to_email": "" if there else data["to_email"],
            "opens_on": data["opens_on"] if there else None,
            "includes": data["includes"],
            "include_why": data["include_why"] if data["includes"] else "",
        }


class ReceiptForm(Form):
    """How we know that a record arrived."""

    on = DateField(label="Received on", help_text="")
    received_by = forms.CharField(label="Received by", max_length=150)
    received_how = forms.CharField(
        label="How we know", max_length=200, help_text="Rang the office; e-mail of their SENDCo"
    )

    def clean_on(self):
        return past_day(self.cleaned_data["on"], "The day")


class WhyForm(Form):
    """A reason."""

    why = forms.CharField(label="Why", max_length=300)


class BringForm(Form):
    """A pack from another school."""

    file = forms.FileField(label="The zip from the other school")
    code = forms.CharField(
        label="Check code",
        max_length=19,
        required=False,
        help_text="Sixteen letters and figures that the other school tells you apart from the file",
    )


class AcceptForm(Form):
    """The child's first day here."""

    starts_on = DateField(label="First day here", help_text="")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("starts_on", clock.today())


class FetchForm(Form):
    """Who fetches a record by a link."""

    who = forms.CharField(
        label="Your name and role", max_length=150, help_text="The school keeps it as the receipt."
    )
