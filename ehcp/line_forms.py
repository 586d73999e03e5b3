"""Forms of a section: a row for each line, with empty rows below."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any
from uuid import UUID

from django import forms

from aylsham.changes import StaleSave
from aylsham.forms import DateField, Form
from aylsham.identifiers import as_key
from ehcp.models import PlanLine
from ehcp.section_codes import Arrangement
from ehcp.services.sections import MOST_LINES, LineFacts, mark_of

#: Empty rows below the lines of a section.
SPARE_ROWS = 3
_NARROW = {"class": "govuk-input--width-3"}


class LineRow(Form):
    """A line of any section; without words it goes."""

    marks_optional = False
    line = forms.CharField(widget=forms.HiddenInput, required=False)
    text = forms.CharField(
        label="Words, as the plan has them",
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    number = forms.CharField(
        label="Number", max_length=12, required=False, widget=forms.TextInput(attrs=_NARROW)
    )
    page = forms.IntegerField(
        label="Page of the paper",
        min_value=1,
        max_value=999,
        required=False,
        widget=forms.NumberInput(attrs=_NARROW),
    )
    names: tuple[str, ...] = ("text", "number", "page")
    #: Fields that wait in a fold below the words.
    more: tuple[str, ...] = ()

    def __init__(self, *args, row: PlanLine | None, **kwargs):
        self.row = row
        if row:
            kwargs["initial"] = {"line": row.pk.hex} | _initial(row, self.names)
        super().__init__(*args, **kwargs)

    @property
    def folded(self) -> list[forms.BoundField]:
        """The fields in the fold."""
        return [self[name] for name in self.more]

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing."""
        return not self.cleaned_data.get("text")

    @property
    def facts(self) -> LineFacts:
        """The line as it is said now."""
        data = {name: self.cleaned_data[name] for name in self.names}
        for name in ("need", "outcome"):
            if name in data:
                data[f"{name}_id"] = as_key(data.pop(name) or "")
        if "links" in data:
            data["links"] = frozenset(UUID(each) for each in data["links"])
        return LineFacts(id=as_key(self.cleaned_data["line"]), **data)


class NeedRow(LineRow):
    """Section B: which need of the child's record it is."""

    names = ("text", "number", "page", "need")
    need = forms.ChoiceField(label="Need on the child’s record", required=False)

    def __init__(self, *args, choices: Mapping[str, list], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["need"].choices = [("", "None yet"), *choices["need"]]


class OutcomeRow(LineRow):
    """Section E: which outcome of the child's record it is."""

    names = ("text", "number", "page", "outcome")
    outcome = forms.ChoiceField(label="Outcome on the child’s record", required=False)

    def __init__(self, *args, choices: Mapping[str, list], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["outcome"].choices = [("", "None yet"), *choices["outcome"]]


class ProvisionRow(LineRow):
    """Section F: how much, by whom, for which need and outcome."""

    names = (
        "text", "number", "page", "sessions_a_week", "minutes", "hours_a_week", "who",
        "qualification", "arrangement", "starts_on", "links",
    )  # fmt: skip
    more = ("who", "qualification", "arrangement", "starts_on", "links")
    sessions_a_week = forms.IntegerField(
        label="Sessions a week",
        min_value=1,
        max_value=25,
        required=False,
        widget=forms.NumberInput(attrs=_NARROW),
    )
    minutes = forms.IntegerField(
        label="Minutes each",
        min_value=1,
        max_value=400,
        required=False,
        widget=forms.NumberInput(attrs=_NARROW),
    )
    hours_a_week = forms.DecimalField(
        label="Or hours a week",
        min_value=Decimal("0.05"),
        max_value=35,
        decimal_places=2,
        required=False,
        widget=forms.NumberInput(attrs=_NARROW),
    )
    who = forms.CharField(label="Who gives it", max_length=150, required=False)
    qualification = forms.CharField(label="Qualification", max_length=150, required=False)
    arrangement = forms.ChoiceField(
        label="With how many", choices=[("", "Not said"), *Arrangement.choices], required=False
    )
    starts_on = DateField(label="From", help_text="", required=False)
    links = forms.MultipleChoiceField(
        label="For these needs and outcomes",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args, choices: Mapping[str, list], linked: list[str] = (), **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["links"] = list(linked)
        self.fields["links"].choices = choices["links"]
        if not choices["links"]:
            self.fields["links"].widget = forms.MultipleHiddenInput()

    @property
    def folded(self) -> list[forms.BoundField]:
        """Without links where there is nothing to link to."""
        return [field for field in super().folded if not field.is_hidden]

    def clean(self) -> dict[str, Any]:
        """One amount, or none."""
        data = super().clean()
        sessions, minutes = data.get("sessions_a_week"), data.get("minutes")
        if bool(sessions) != bool(minutes):
            name = "minutes" if sessions else "sessions_a_week"
            self.add_error(name, "Give sessions a week and minutes each, or neither.")
        elif sessions and data.get("hours_a_week"):
            self.add_error("hours_a_week", "Give sessions with their minutes, or hours: not both.")
        return data


class AdviceRow(LineRow):
    """Section K: a piece of advice that is appended."""

    names = ("text", "number", "page", "author", "profession", "of_on", "source")
    author = forms.CharField(label="Author", max_length=150, required=False)
    profession = forms.CharField(label="Profession", max_length=100, required=False)
    of_on = DateField(label="Date", help_text="", required=False)
    source = forms.CharField(label="Where it came from", max_length=150, required=False)
    more = ("author", "profession", "of_on", "source")


_ROWS: dict[str, type[LineRow]] = {
    "B": NeedRow,
    "E": OutcomeRow,
    "F": ProvisionRow,
    "K": AdviceRow,
}


class SectionForm(Form):
    """All lines of a section, with empty rows below."""

    mark = forms.CharField(widget=forms.HiddenInput, required=False)
    count = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=MOST_LINES)

    def __init__(
        self,
        data=None,
        *,
        section: str,
        lines: list[PlanLine],
        choices: Mapping[str, list],
        links: Mapping[UUID, list[str]],
        **kwargs,
    ):
        super().__init__(data, **kwargs)
        self.is_stale = False
        self.initial |= {"mark": mark_of(lines), "count": len(lines) + SPARE_ROWS}
        by_key = {line.pk.hex: line for line in lines}
        self.rows = [
            self._row(section, number, by_key.get(key) if key else None, data, choices, links)
            for number, key in enumerate(self._keys(data, lines), 1)
        ]

    def _keys(self, data, lines: list[PlanLine]) -> list[str]:
        if data is None:
            return [*(line.pk.hex for line in lines), *[""] * SPARE_ROWS]
        said = data.get("count", "")
        count = min(int(said), MOST_LINES) if said.isdecimal() and len(said) < 6 else 0
        return [data.get(f"l{number}-line", "") for number in range(1, count + 1)]

    def _row(self, section: str, number: int, line: PlanLine | None, data, choices, links):
        kind = _ROWS.get(section, LineRow)
        more: dict[str, Any] = {} if kind in (LineRow, AdviceRow) else {"choices": choices}
        if kind is ProvisionRow:
            more["linked"] = links.get(line.pk, []) if line else []
        return kind(data, prefix=f"l{number}", row=line, **more)

    def clean(self) -> dict[str, Any]:
        """Every row is good."""
        data = super().clean()
        for number, row in enumerate(self.rows, 1):
            if not row.is_valid():
                self.add_error(None, f"Look again at line {number}.")
        return data

    @property
    def lines(self) -> list[LineFacts]:
        """What the section says now."""
        return [row.facts for row in self.rows if not row.is_empty]

    def show_both(self, refused: StaleSave) -> None:
        """What the record says now stands beside the boxes."""
        self.is_stale = True
        self.add_error(
            None,
            f"{refused} What it says now stands below the boxes. "
            "Save again to keep what is in the boxes.",
        )
        self.data = self.data.copy()
        self.data["mark"] = refused.version


def _initial(row: PlanLine, names: Iterable[str]) -> dict[str, Any]:
    found = {}
    for name in names:
        if name != "links":
            field = PlanLine._meta.get_field(name)
            value = field.value_from_object(row)
            found[name] = str(value) if isinstance(value, UUID) else value
    return found
