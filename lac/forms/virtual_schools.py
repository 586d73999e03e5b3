"""The form of a virtual school: who it is, what it asks of a plan, and by which day."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from aylsham.codes import TermName
from aylsham.editing import EditForm
from aylsham.forms import DateField
from lac.pep_parts import BY_KEY, CRITERIA, ORDER
from lac.services.virtual_schools import FIELDS

LONGEST = 300


class VirtualSchoolForm(EditForm):
    """A virtual school of a council."""

    record_fields = FIELDS
    council = forms.CharField(
        label="Council",
        max_length=100,
        help_text="As you write it at the children it looks after: “Norfolk”",
    )
    contact = forms.CharField(label="Who answers questions", max_length=150, required=False)
    email = forms.EmailField(label="E-mail", required=False)
    phone = forms.CharField(label="Phone", max_length=40, required=False)
    criteria = forms.CharField(
        label="What makes a good PEP",
        required=False,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text="One criterion on each line, in their words",
    )
    order = forms.CharField(
        label="Order and headings of its ePEP",
        required=False,
        widget=forms.Textarea(attrs={"rows": 11}),
        help_text="One part on each line: our name of the part, a colon, their heading",
    )

    def __init__(self, *args, days: list[tuple[int, TermName, Any]], **kwargs):
        super().__init__(*args, **kwargs)
        row = self.record
        self.initial["criteria"] = "\n".join((row and row.criteria) or CRITERIA)
        order = (row and row.order) or ORDER
        self.initial["order"] = "\n".join(f"{key}: {heading}" for key, heading in order)
        self.days = [(year, term, f"day_{year}_{term}") for year, term, _ in days]
        for year, term, on in days:
            calendar_year = year + (term != TermName.AUTUMN)
            self.fields[f"day_{year}_{term}"] = DateField(
                label=f"{term.label} term {calendar_year}: last day for PEPs",
                required=False,
                initial=on,
                help_text="",
            )

    def clean_criteria(self) -> list[str]:
        """Sentences, each once."""
        lines = [line.strip() for line in self.cleaned_data["criteria"].splitlines()]
        if any(len(line) > LONGEST for line in lines):
            raise ValidationError(f"A criterion has at most {LONGEST} letters.")
        return list(dict.fromkeys(filter(None, lines)))

    def clean_order(self) -> list[list[str]]:
        """Parts that there are, each once."""
        found: dict[str, str] = {}
        for line in filter(None, map(str.strip, self.cleaned_data["order"].splitlines())):
            key, _, heading = (each.strip() for each in line.partition(":"))
            if key not in BY_KEY:
                names = ", ".join(BY_KEY)
                raise ValidationError(f"“{key[:40]}” is no part. The parts are: {names}.")
            if key in found:
                raise ValidationError(f"“{key}” stands there twice.")
            found[key] = heading[:LONGEST] or BY_KEY[key].title
        return [[key, heading] for key, heading in found.items()]

    @property
    def cut_offs(self) -> dict:
        """Days by (year, term); None where there is none."""
        return {(year, str(term)): self.cleaned_data[name] for year, term, name in self.days}
