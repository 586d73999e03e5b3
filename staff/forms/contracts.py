"""Forms of a contract with its week, and of a directed task."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms

from aylsham.editing import EditForm
from aylsham.forms import CHOOSE, DateField, OnceForm, TimeField
from provision.rules.money import in_pence
from staff.codes import USUAL_WEEKS, WEEKDAYS
from staff.models import Contract
from staff.rules.patterns import DayPattern, wrong_with
from staff.services.contracts import CONTRACT_FIELDS, contract_version

PENCE = Decimal(100)


@dataclass(frozen=True)
class DayBoxes:
    """The boxes of one weekday."""

    label: str
    works: forms.BoundField
    boxes: tuple[forms.BoundField, ...]

    @property
    def errors(self) -> list[str]:
        """What is wrong with the day."""
        return [error for box in (self.works, *self.boxes) for error in box.errors]


class ContractForm(EditForm, OnceForm):
    """Hours, weeks, dates, and the days of the week with times and a break."""

    record_fields = CONTRACT_FIELDS
    starts_on = DateField(label="From", help_text="")
    ends_on = DateField(label="Until", required=False, help_text="Leave empty if it goes on")
    hours_a_week = forms.DecimalField(
        label="Hours a week",
        min_value=Decimal("0.25"),
        max_value=48,
        decimal_places=2,
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-4", "step": "any"}),
    )
    weeks_a_year = forms.IntegerField(
        label="Weeks a year",
        min_value=1,
        max_value=53,
        initial=USUAL_WEEKS,
        help_text="39 is term time with INSET days.",
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-3"}),
    )
    pounds_an_hour = forms.DecimalField(
        label="Pounds an hour",
        min_value=0,
        max_value=1000,
        decimal_places=2,
        required=False,
        help_text="This person's own rate. Only who keeps rates sees it.",
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-4", "step": "any"}),
    )

    def __init__(self, *args, may_rate: bool, days: list[DayPattern] = (), **kwargs):
        super().__init__(*args, **kwargs)
        record: Contract | None = self.record
        self.initial["version"] = contract_version(record)
        if not may_rate:
            del self.fields["pounds_an_hour"]
        elif record and record.pence_an_hour is not None:
            self.initial["pounds_an_hour"] = Decimal(record.pence_an_hour) / PENCE
        known = {day.weekday: day for day in days}
        for number, name in WEEKDAYS:
            self._add_day(number, name, known.get(number))

    def _add_day(self, number: int, name: str, day: DayPattern | None) -> None:
        fields = {
            "works": forms.BooleanField(label=f"Works on {name}", required=False),
            "starts_at": TimeField(label=f"{name}, from", required=False),
            "ends_at": TimeField(label=f"{name}, until", required=False),
            "break_at": TimeField(label=f"{name}, break at", required=False),
            "break_minutes": forms.IntegerField(
                label=f"{name}, minutes of break",
                min_value=0,
                max_value=180,
                required=False,
                widget=forms.NumberInput(attrs={"class": "govuk-input--width-3"}),
            ),
        }
        for part, field in fields.items():
            self.fields[f"{part}_{number}"] = field
            if day:
                value = True if part == "works" else getattr(day, part)
                is_time = part.endswith("_at") and value is not None
                self.initial[f"{part}_{number}"] = f"{value:%-H:%M}" if is_time else value or None

    @property
    def plain(self) -> list[forms.BoundField]:
        """The boxes that are of no weekday."""
        names = ("starts_on", "ends_on", "hours_a_week", "weeks_a_year", "pounds_an_hour")
        return [self[name] for name in names if name in self.fields]

    @property
    def week(self) -> list[DayBoxes]:
        """A line for each weekday."""
        parts = ("starts_at", "ends_at", "break_at", "break_minutes")
        return [
            DayBoxes(name, self[f"works_{n}"], tuple(self[f"{part}_{n}"] for part in parts))
            for n, name in WEEKDAYS
        ]

    def clean(self) -> dict[str, Any]:
        """Each day can be so, and there is one."""
        data = super().clean()
        for day in self.days:
            if why := wrong_with(day):
                self.add_error(f"starts_at_{day.weekday}", why)
        if not self.days:
            self.add_error(None, "Tick at least one day.")
        return data

    @property
    def days(self) -> list[DayPattern]:
        """The days that are ticked, or have a time."""
        found = []
        for number, _ in WEEKDAYS:
            times = [
                self.cleaned_data.get(f"{p}_{number}") for p in ("starts_at", "ends_at", "break_at")
            ]
            if self.cleaned_data.get(f"works_{number}") or any(times):
                minutes = self.cleaned_data.get(f"break_minutes_{number}") or 0
                found.append(DayPattern(number, *times, minutes))
        return found

    @property
    def facts(self) -> dict[str, Any]:
        """What the services take; the rate only from who may say it."""
        facts = super().facts
        if "pounds_an_hour" in self.fields:
            pounds = self.cleaned_data["pounds_an_hour"]
            facts["pence_an_hour"] = None if pounds is None else in_pence(pounds)
        return facts

    def show_both(self, refused) -> None:
        """Somebody else changed it: beside the boxes what it says now, and the new version."""
        super().show_both(refused)
        if self.record:
            fresh = Contract.objects.get(school_id=self.record.school_id, pk=self.record.pk)
            self.data[self.add_prefix("version")] = contract_version(fresh)


class TaskForm(OnceForm):
    """Time of a contract that is spoken for."""

    name = forms.CharField(
        label="Task",
        max_length=60,
        help_text="For example, gate duty, breakfast club, making resources.",
    )
    weekday = forms.TypedChoiceField(label="Day", choices=[CHOOSE, *WEEKDAYS], coerce=int)
    starts_at = TimeField(label="From")
    ends_at = TimeField(label="Until")

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes."""
        return {n: self.cleaned_data[n] for n in ("name", "weekday", "starts_at", "ends_at")}
