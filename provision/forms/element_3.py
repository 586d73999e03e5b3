"""Form of a letter about element 3, with a few rows for its lines."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django import forms

from aylsham.editing import EditForm
from aylsham.forms import CHOOSE, DateField, Form, OnceForm
from provision.council_codes import FundingPart, Sure
from provision.models import FundingLine
from provision.rules.money import in_pence
from provision.services.element_3 import LETTER_FIELDS, LineFacts

PENCE = Decimal(100)
EMPTY_ROWS = 3


def _pounds(label: str, **more) -> forms.DecimalField:
    widget = forms.NumberInput(attrs={"class": "govuk-input--width-5"})
    return forms.DecimalField(
        label=label, min_value=0, max_value=9_999_999, decimal_places=2, widget=widget, **more
    )


class LetterRow(Form):
    """A line of the letter; a row without a label is none."""

    marks_optional = False
    label = forms.CharField(max_length=120, required=False)
    count = forms.DecimalField(
        min_value=0, max_value=9999, max_digits=8, decimal_places=3, required=False
    )
    pounds = forms.DecimalField(min_value=0, max_value=999_999, decimal_places=2, required=False)

    def __init__(self, *args, number: int, line: FundingLine | None, **kwargs):
        if line:
            kwargs["initial"] = {
                "label": line.label,
                "count": line.count.normalize(),
                "pounds": Decimal(line.pence_each) / PENCE,
            }
        super().__init__(*args, **kwargs)
        for name, label in (
            ("label", "What is counted"),
            ("count", "How many"),
            ("pounds", "Each"),
        ):
            self.fields[name].widget.attrs["aria-label"] = f"{label}, row {number}"

    def clean(self) -> dict[str, Any]:
        """A line has all three, or nothing."""
        data = super().clean()
        given = [data.get(name) not in (None, "") for name in ("label", "count", "pounds")]
        if any(given) and not all(given):
            raise forms.ValidationError("Give what is counted, how many, and pounds for each.")
        return data

    @property
    def facts(self) -> LineFacts | None:
        """The line; None for an empty row."""
        data = self.cleaned_data
        if not data["label"]:
            return None
        return LineFacts(data["label"], data["count"], in_pence(data["pounds"]))


class LetterForm(EditForm, OnceForm):
    """A letter of the council: year, part, sum, what it is made of, how sure it is."""

    record_fields = LETTER_FIELDS
    financial_year = forms.TypedChoiceField(label="Financial year", coerce=int)
    part = forms.ChoiceField(label="Which part", choices=[CHOOSE, *FundingPart.choices])
    total = _pounds("Sum, in pounds")
    letter_on = DateField(label="Date of the letter", help_text="", required=False)
    reference = forms.CharField(label="The council's reference", max_length=60, required=False)
    sure = forms.ChoiceField(label="How sure is it?", choices=Sure.choices)
    note = forms.CharField(
        label="Note", max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, data=None, *, years: Iterable[int], lines: Iterable[FundingLine], **kwargs):
        super().__init__(data, **kwargs)
        self.fields["financial_year"].choices = [
            (year, f"{year}/{(year + 1) % 100:02d}") for year in years
        ]
        if self.record:
            self.initial["total"] = Decimal(self.record.total_pence) / PENCE
        found = [*lines, *[None] * EMPTY_ROWS]
        self.rows = [
            LetterRow(data, prefix=f"l{number}", number=number, line=line)
            for number, line in enumerate(found, 1)
        ]

    def clean(self) -> dict[str, Any]:
        """Every row is good."""
        data = super().clean()
        for number, row in enumerate(self.rows, 1):
            if not row.is_valid():
                self.add_error(
                    None,
                    f"Row {number}: {' '.join(each for found in row.errors.values() for each in found)}",
                )
        return data

    @property
    def facts(self) -> dict[str, Any]:
        """What the services take, without the lines."""
        data = self.cleaned_data
        names = (name for name in LETTER_FIELDS if name != "total_pence")
        return {name: data[name] for name in names} | {"total_pence": in_pence(data["total"])}

    @property
    def lines(self) -> list[LineFacts]:
        """The lines that say something."""
        return [facts for row in self.rows if (facts := row.facts)]

    def show_both(self, refused) -> None:
        """Somebody else changed the letter in between."""
        self.add_error(None, f"{refused} Open it again to see what it says now.")
