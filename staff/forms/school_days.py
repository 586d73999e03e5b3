"""Forms of the school day: bells, a room, a protected lesson."""

from dataclasses import dataclass
from typing import Any

from django import forms

from aylsham.codes import YEAR_GROUP_LABELS
from aylsham.editing import EditForm
from aylsham.forms import CHOOSE, DateField, OnceForm, TimeField
from pupils.models import ClassGroup
from staff.codes import WEEKDAYS, PeriodKind
from staff.models import SchoolDay
from staff.rules.bells import MOST_PERIODS, Bell, wrong_with
from staff.services.school_days import DAY_FIELDS, ROOM_FIELDS, day_version

#: Empty lines below the periods that are there.
SPARE = 2


@dataclass(frozen=True)
class BellBoxes:
    """The boxes of one period."""

    number: int
    boxes: tuple[forms.BoundField, ...]

    @property
    def errors(self) -> list[str]:
        """What is wrong in the line."""
        return [error for box in self.boxes for error in box.errors]


class SchoolDayForm(EditForm, OnceForm):
    """Bells of some year groups from a day on, a line for each; an emptied line goes."""

    record_fields = DAY_FIELDS
    name = forms.CharField(label="What you call it", max_length=40, help_text="Such as Infants.")
    starts_on = DateField(
        label="From", help_text="For other times from a later day, add bells of their own."
    )
    year_groups = forms.MultipleChoiceField(
        label="Year groups", widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args, years: list[str], bells: list[Bell] = (), **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["version"] = day_version(self.record)
        self.fields["year_groups"].choices = [(y, YEAR_GROUP_LABELS[y]) for y in years]
        self.count = min(MOST_PERIODS, len(bells) + SPARE)
        if self.is_bound:
            self.count = MOST_PERIODS
        for number in range(self.count):
            self._add_line(number, bells[number] if number < len(bells) else None)

    def _add_line(self, number: int, bell: Bell | None) -> None:
        of = f"period {number + 1}"
        fields = {
            "what": forms.CharField(label=f"Name of {of}", max_length=30, required=False),
            "kind": forms.ChoiceField(
                label=f"Kind of {of}", choices=[("", ""), *PeriodKind.choices], required=False
            ),
            "from": TimeField(label=f"Start of {of}", required=False),
            "until": TimeField(label=f"End of {of}", required=False),
        }
        for part, field in fields.items():
            self.fields[f"{part}_{number}"] = field
        if bell:
            self.initial |= {
                f"what_{number}": bell.name,
                f"kind_{number}": bell.kind,
                f"from_{number}": f"{bell.starts_at:%-H:%M}",
                f"until_{number}": f"{bell.ends_at:%-H:%M}",
            }

    @property
    def plain(self) -> list[forms.BoundField]:
        """The boxes that are of no period."""
        return [self[name] for name in ("name", "starts_on", "year_groups")]

    @property
    def lines(self) -> list[BellBoxes]:
        """A line for each period."""
        parts = ("what", "kind", "from", "until")
        return [
            BellBoxes(n + 1, tuple(self[f"{part}_{n}"] for part in parts))
            for n in range(self.count)
        ]

    def clean(self) -> dict[str, Any]:
        """A line is whole or empty, and no two bells ring over each other."""
        data = super().clean()
        is_whole = True
        for number in range(self.count):
            said = [bool(data.get(f"{p}_{number}")) for p in ("what", "kind", "from", "until")]
            if any(said) and not all(said):
                is_whole = False
                if not any(f"{p}_{number}" in self.errors for p in ("from", "until")):
                    self.add_error(f"what_{number}", "Fill in the whole line, or empty it.")
        if is_whole and (why := wrong_with(self.bells)):
            self.add_error(None, why)
        return data

    @property
    def bells(self) -> list[Bell]:
        """The lines that are filled in."""
        data, found = self.cleaned_data, []
        for n in range(self.count):
            values = [data.get(f"{part}_{n}") for part in ("what", "kind", "from", "until")]
            if all(values):
                found.append(Bell(*values))
        return found

    def show_both(self, refused) -> None:
        """Somebody else changed it in between."""
        super().show_both(refused)
        if self.record:
            fresh = SchoolDay.objects.get(school_id=self.record.school_id, pk=self.record.pk)
            self.data[self.add_prefix("version")] = day_version(fresh)


class RoomForm(EditForm, OnceForm):
    """A room, how many fit in and how far it is."""

    record_fields = ROOM_FIELDS
    name = forms.CharField(label="Room", max_length=60)
    capacity = forms.IntegerField(
        label="How many children fit in",
        min_value=1,
        max_value=500,
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-3"}),
    )
    walking_minutes = forms.IntegerField(
        label="Minutes on foot from the classrooms",
        min_value=0,
        max_value=60,
        initial=0,
        help_text="0 if it is next door; more if it is on another site.",
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-3"}),
    )


class LessonForm(OnceForm):
    """A lesson that nobody of the class is taken from."""

    class_group = forms.ModelChoiceField(
        label="Class", queryset=ClassGroup.objects.none(), empty_label="Choose a class"
    )
    name = forms.CharField(label="Lesson", max_length=40, help_text="Such as PE or phonics.")
    weekday = forms.TypedChoiceField(label="Day", choices=[CHOOSE, *WEEKDAYS], coerce=int)
    starts_at = TimeField(label="From")
    ends_at = TimeField(label="Until")

    def __init__(self, *args, classes, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["class_group"].queryset = classes

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes."""
        return {n: self.cleaned_data[n] for n in ("name", "weekday", "starts_at", "ends_at")}
