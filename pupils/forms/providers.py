"""Forms of providers and their visits."""

import uuid
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django import forms

from aylsham import clock
from aylsham.clock import academic_year
from aylsham.editing import EditForm
from aylsham.forms import DateField
from pupils.agency_codes import ProviderKind, VisitState
from pupils.forms.status import past_day
from pupils.models import Pupil
from pupils.models.roll import tell_apart
from pupils.services.providers import PROVIDER_FIELDS, VISIT_FIELDS

PENCE = Decimal(100)
LENGTHS = [("1", "A day"), ("0.5", "Half a day"), ("0.3", "About two hours"), ("0.1", "An hour")]


@dataclass(frozen=True)
class ChildBox:
    """A child to tick."""

    key: str
    name: str
    is_ticked: bool


@dataclass(frozen=True)
class ClassBoxes:
    """The children of a class to tick."""

    name: str
    boxes: tuple[ChildBox, ...]

    @property
    def ticked(self) -> int:
        """How many are ticked."""
        return sum(box.is_ticked for box in self.boxes)


class ProviderForm(EditForm):
    """What was agreed with a provider for a school year."""

    record_fields = PROVIDER_FIELDS
    name = forms.CharField(label="Name", max_length=120)
    kind = forms.ChoiceField(
        label="How they come", choices=ProviderKind.choices, widget=forms.RadioSelect
    )
    does = forms.CharField(label="What they do", max_length=200)
    academic_year = forms.TypedChoiceField(label="School year", coerce=int)
    days = forms.DecimalField(
        label="Days agreed", min_value=Decimal("0.1"), max_value=365, decimal_places=1
    )
    pounds_a_day = forms.DecimalField(
        label="Cost of a day, in pounds",
        min_value=0,
        max_value=100_000,
        decimal_places=2,
        required=False,
    )
    contact_name = forms.CharField(label="Whom to ask for", max_length=120, required=False)
    contact_email = forms.EmailField(label="E-mail", required=False)
    contact_phone = forms.CharField(label="Phone", max_length=40, required=False)
    report_due_on = DateField(
        label="Report due on", required=False, help_text="It is then in what is due."
    )
    report_received_on = DateField(label="Report received on", required=False, help_text="")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        this = academic_year(clock.today())
        years = {this - 1, this, this + 1}
        if self.record:
            years.add(self.record.academic_year)
            self.initial["pounds_a_day"] = Decimal(self.record.pence_a_day) / PENCE
        else:
            del self.fields["report_received_on"]
        self.fields["academic_year"].choices = [
            (year, f"{year}/{(year + 1) % 100:02}") for year in sorted(years)
        ]
        self.initial.setdefault("academic_year", this)

    def clean_report_received_on(self):
        return past_day(self.cleaned_data["report_received_on"], "The day")

    @property
    def facts(self) -> dict[str, Any]:
        """What the services take."""
        data = self.cleaned_data
        pounds = data["pounds_a_day"] or Decimal(0)
        facts = {name: data[name] for name in PROVIDER_FIELDS if name in data}
        facts["pence_a_day"] = int((pounds * PENCE).to_integral_value(ROUND_HALF_UP))
        return {"report_received_on": None} | facts


class VisitForm(EditForm):
    """A visit: when, how long, what became of it, whom they saw."""

    record_fields = VISIT_FIELDS
    key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    on = DateField(label="Day", help_text="For example, 14 Jan")
    days = forms.TypedChoiceField(label="How long", choices=LENGTHS, coerce=Decimal, initial="1")
    state = forms.ChoiceField(
        label="What became of it",
        choices=VisitState.choices,
        widget=forms.RadioSelect,
        initial=VisitState.PLANNED,
    )
    note = forms.CharField(
        label="Note about the visit",
        max_length=300,
        required=False,
        help_text="Without children's names: whoever sees the cost reads it.",
    )
    pupils = forms.MultipleChoiceField(
        label="Children", widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args, children: list[Pupil], seen: list[Pupil] = (), **kwargs):  # type: ignore[assignment]
        super().__init__(*args, **kwargs)
        self.children = {str(pupil.pk): pupil for pupil in tell_apart((*children, *seen))}
        self.fields["pupils"].choices = [
            (key, pupil.full_name) for key, pupil in self.children.items()
        ]
        self.initial["key"] = uuid.uuid4()
        self.initial["pupils"] = [str(pupil.pk) for pupil in seen]
        if self.record:
            length = str(self.record.days.normalize())
            if length not in dict(LENGTHS):
                self.fields["days"].choices = [*LENGTHS, (length, f"{length} days")]
            self.initial["days"] = length

    @property
    def facts(self) -> dict[str, Any]:
        """What the services take."""
        return {name: self.cleaned_data[name] for name in VISIT_FIELDS}

    @property
    def classes(self) -> list[ClassBoxes]:
        """A box for each child, class by class; those with a tick stand open."""
        ticked = set(map(str, self["pupils"].value() or ()))
        found: dict[str, list[ChildBox]] = {}
        for key, pupil in self.children.items():
            box = ChildBox(key, pupil.full_name, key in ticked)
            found.setdefault(_place(pupil), []).append(box)
        return [ClassBoxes(name, tuple(boxes)) for name, boxes in sorted(found.items())]

    @property
    def chosen(self) -> list[Pupil]:
        """The children who were ticked."""
        return [self.children[key] for key in self.cleaned_data["pupils"]]


def _place(pupil: Pupil) -> str:
    group = pupil.class_group
    return group.name if group else "No class"
