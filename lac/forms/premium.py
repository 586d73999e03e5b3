"""Forms of pupil premium plus: sums, requests, answers, costs, what was changed, rates."""

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from aylsham.changes import StaleSave
from aylsham.editing import EditForm
from aylsham.forms import CHOOSE, DateField, Form, OnceForm, PastDateField
from aylsham.identifiers import as_key
from lac.premium_codes import FundingKind, Impact, Payer, RateFor
from lac.services.premium import (
    COST_FIELDS_OF_ROW,
    FUNDING_FIELDS,
    IMPACT_FIELDS,
    REQUEST_FIELDS,
)
from provision.rules.elements import financial_days, financial_year
from provision.rules.money import in_pence, pounds_of

LONGEST = 2000


def year_words(year: int) -> str:
    """`2026/27`."""
    return f"{year}/{(year + 1) % 100:02d}"


def _year_field(years: Iterable[int]) -> list[tuple[int, str]]:
    return [(year, f"{year_words(year)} (April to March)") for year in years]


def years_around(today: dt.date) -> range:
    """Financial years in which somebody may write."""
    this = financial_year(today)
    return range(this - 2, this + 2)


def _pounds(label: str, *, may_be_less: bool = False, **more: Any) -> forms.DecimalField:
    widget = forms.NumberInput(attrs={"class": "govuk-input--width-5", "step": "0.01"})
    least = Decimal(-99_999) if may_be_less else Decimal("0.01")
    return forms.DecimalField(
        label=label, min_value=least, max_value=99_999, decimal_places=2, widget=widget, **more
    )


def _text(label: str, rows: int = 3, **more: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=LONGEST, widget=widget, **more)


class _Pence:
    """A sum is typed in pounds and kept in pence."""

    pence_field = "pence"

    def show_pounds(self) -> None:
        """The sum of the record, in pounds."""
        if self.record:  # type: ignore[attr-defined]
            pence = getattr(self.record, self.pence_field)  # type: ignore[attr-defined]
            self.initial["pounds"] = pounds_of(pence)  # type: ignore[attr-defined]

    def in_pence(self) -> dict[str, int]:
        """What the service takes."""
        return {self.pence_field: in_pence(self.cleaned_data["pounds"])}  # type: ignore[attr-defined]


class FundingForm(_Pence, EditForm, OnceForm):
    """A sum that was given for a child, or given back."""

    record_fields = FUNDING_FIELDS
    financial_year = forms.TypedChoiceField(label="Financial year", coerce=int)
    payer = forms.ChoiceField(
        label="From",
        choices=[CHOOSE, *Payer.choices],
        help_text="The virtual school holds the money of looked-after children. The school is paid "
        "for previously looked-after children by its census.",
    )
    kind = forms.ChoiceField(label="What it is", choices=[CHOOSE, *FundingKind.choices])
    pounds = _pounds("Sum, in pounds")
    on = PastDateField(label="Date of the letter or payment", help_text="")
    reference = forms.CharField(label="Reference", max_length=60, required=False)
    note = forms.CharField(label="Note", max_length=300, required=False)

    def __init__(self, *args, years: Iterable[int], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["financial_year"].choices = _year_field(years)
        self.show_pounds()

    @property
    def facts(self) -> dict[str, Any]:
        """What the services take."""
        return super().facts | self.in_pence()


class RequestForm(_Pence, EditForm, OnceForm):
    """Money for a target: what it buys, and what that is to change."""

    pence_field = "planned_pence"
    record_fields = ("target", *REQUEST_FIELDS)
    target = forms.ChoiceField(label="Target that it serves")
    what = forms.CharField(label="What it buys", max_length=300)
    intended = _text(
        "What it is to change",
        help_text="In a way that you can see or count at the end.",
    )
    pounds = _pounds("Planned cost, in pounds")
    payer = forms.ChoiceField(label="From", choices=[CHOOSE, *Payer.choices])
    is_exceptional = forms.BooleanField(
        label="It is exceptional funding, beyond the usual sum", required=False
    )
    financial_year = forms.TypedChoiceField(label="Financial year", coerce=int)
    starts_on = DateField(label="Begins on", help_text="")
    review_on = DateField(label="Look at it again on", help_text="By then you say what it changed.")

    def __init__(self, *args, targets: Iterable, years: Iterable[int], **kwargs):
        super().__init__(*args, **kwargs)
        self.targets = {str(target.pk): target for target in targets}
        self.fields["target"].choices = [
            CHOOSE,
            *((key, target.text) for key, target in self.targets.items()),
        ]
        self.fields["financial_year"].choices = _year_field(years)
        self.show_pounds()

    def clean(self) -> dict[str, Any]:
        """It is looked at after it has begun, and begins by the end of its year."""
        data = super().clean()
        starts, review = data.get("starts_on"), data.get("review_on")
        if starts and review and review < starts:
            self.add_error("review_on", "This is before it begins.")
        if starts and (year := data.get("financial_year")) and starts > financial_days(year)[1]:
            self.add_error(
                "starts_on", f"{year_words(year)} is over by then. Change one of the two."
            )
        return data

    @property
    def facts(self) -> dict[str, Any]:
        """What the services take, with the target itself."""
        facts = {name: value for name, value in super().facts.items() if name != "target"}
        return facts | self.in_pence() | {"target": self.targets[self.cleaned_data["target"]]}

    def show_both(self, refused: StaleSave) -> None:
        """What the record says now; a target is named by its words."""
        refused.differences = [each for each in refused.differences if each.field != "target"]
        super().show_both(refused)


class StepForm(Form):
    """The day of a step, and for an answer whose it is and what they said."""

    on = PastDateField(label="On", help_text="")
    who = forms.CharField(
        label="Who answered",
        max_length=150,
        help_text="Name and post, for example the virtual school’s adviser.",
    )
    words = forms.CharField(
        label="What they said",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args, is_answer: bool, today: dt.date, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("on", today)
        if not is_answer:
            del self.fields["who"], self.fields["words"]

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes."""
        return dict(self.cleaned_data)


class CostForm(_Pence, EditForm, OnceForm):
    """What was paid, or what came back."""

    record_fields = COST_FIELDS_OF_ROW
    sometimes_needed = ("early_why",)
    on = PastDateField(label="Paid on", help_text="")
    pounds = _pounds(
        "Sum, in pounds",
        may_be_less=True,
        help_text="With a minus if money came back: −12.50",
    )
    what = forms.CharField(label="What was paid", max_length=200)
    receipt = forms.CharField(label="Number of the receipt or order", max_length=60, required=False)
    document = forms.ChoiceField(
        label="The receipt itself",
        help_text="Of the child’s documents. File it there first.",
        required=False,
    )
    early_why = forms.CharField(
        label="Why before it was agreed",
        max_length=300,
        required=False,
        help_text="Only if it was paid before anybody agreed to it.",
    )

    def __init__(self, *args, papers: Iterable[tuple[str, Any]], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["document"].choices = [
            ("", "None"),
            *((str(key), title) for title, key in papers),
        ]
        self.show_pounds()

    def clean_pounds(self):
        """Nothing paid is no cost."""
        pounds = self.cleaned_data["pounds"]
        if not pounds:
            raise ValidationError("Write a sum that is not 0.")
        return pounds

    @property
    def facts(self) -> dict[str, Any]:
        """What the services take: the document by its key."""
        facts = {name: value for name, value in super().facts.items() if name != "document"}
        key = self.cleaned_data["document"]
        return facts | self.in_pence() | {"document_id": as_key(key) if key else None}

    def show_both(self, refused: StaleSave) -> None:
        """What the record says now; a paper has no words to stand beside the box."""
        refused.differences = [each for each in refused.differences if each.field != "document"]
        super().show_both(refused)


class ImpactForm(EditForm):
    """What the money changed."""

    record_fields = IMPACT_FIELDS
    impact = forms.ChoiceField(
        label="Did it do what it was for?", choices=Impact.choices, widget=forms.RadioSelect
    )
    impact_words = _text(
        "What it changed",
        help_text="What you saw or counted, and in the child’s words where you can.",
    )
    impact_on = PastDateField(label="Judged on", help_text="")


class RateForm(Form):
    """What one child brings in a financial year."""

    rate_for = forms.ChoiceField(label="For", choices=[CHOOSE, *RateFor.choices])
    financial_year = forms.TypedChoiceField(label="Financial year", coerce=int)
    pounds = _pounds("A child and year, in pounds")
    source = forms.CharField(
        label="Where it stands",
        max_length=200,
        help_text="The page or letter, with its date.",
    )

    def __init__(self, *args, years: Iterable[int], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["financial_year"].choices = _year_field(years)

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes."""
        data = self.cleaned_data
        named = ("rate_for", "financial_year", "source")
        return {name: data[name] for name in named} | {"pence": in_pence(data["pounds"])}
