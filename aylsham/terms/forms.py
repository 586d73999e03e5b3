"""Forms of the calendar."""

from typing import Any

from django import forms

from aylsham.codes import ClosureKind, TermName
from aylsham.editing import EditForm
from aylsham.forms import DateField, Form
from aylsham.terms.services import CLOSURE_FIELDS, LIVE_FIELDS


def year_words(year: int) -> str:
    """`2026/27`."""
    return f"{year}/{(year + 1) % 100:02}"


class NewTermForm(Form):
    """A new term."""

    academic_year = forms.TypedChoiceField(label="Academic year", coerce=int)
    name = forms.ChoiceField(label="Term", choices=TermName.choices)
    starts_on = DateField(label="First day", help_text="The first day for pupils or staff")
    ends_on = DateField(label="Last day")

    def __init__(self, *args, academic_year: int, **kwargs):
        kwargs.setdefault("initial", {"academic_year": academic_year})
        super().__init__(*args, **kwargs)
        years = range(academic_year - 1, academic_year + 4)
        self.fields["academic_year"].choices = [(year, year_words(year)) for year in years]


class TermForm(EditForm):
    """First and last day of a term."""

    record_fields = ("starts_on", "ends_on")
    starts_on = DateField(label="First day", help_text="The first day for pupils or staff")
    ends_on = DateField(label="Last day")


class ClosureForm(EditForm):
    """Days without a session."""

    record_fields = CLOSURE_FIELDS
    kind = forms.ChoiceField(label="What", choices=ClosureKind.choices, widget=forms.RadioSelect)
    starts_on = DateField(label="First day")
    ends_on = DateField(label="Last day", help_text="Leave empty for a single day", required=False)
    note = forms.CharField(label="Why", max_length=200, required=False)

    def clean(self) -> dict[str, Any]:
        """A single day needs to be written once."""
        data = super().clean()
        if not data.get("ends_on"):
            data["ends_on"] = data.get("starts_on")
        return data


class LiveForm(EditForm):
    """The day on which a school goes live."""

    record_fields = LIVE_FIELDS
    live_from = DateField(
        label="The school goes live on",
        required=False,
        help_text="Leave empty while you only try things out",
    )


class PasteForm(Form):
    """A list of term dates, copied from wherever it is published."""

    academic_year = forms.TypedChoiceField(
        label="Academic year",
        help_text="For dates that have no year beside them.",
        coerce=int,
    )
    text = forms.CharField(
        label="Term dates",
        help_text="Copy them from the council’s or the school’s website, as they stand.",
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 14}),
    )

    def __init__(self, *args, academic_year: int, **kwargs):
        super().__init__(*args, **kwargs)
        years = range(academic_year - 1, academic_year + 4)
        self.fields["academic_year"].choices = [(year, year_words(year)) for year in years]
        self.initial.setdefault("academic_year", academic_year)
