"""Form of what a cycle asks: a row for each question, and a few empty ones."""

from collections.abc import Iterable
from typing import Any

from django import forms

from aylsham.forms import Form
from provision.rules.cycle_sections import ASKED, Section, Stage, new_keys

STAGES = [(stage.value, stage.value.title()) for stage in ASKED]
#: Empty rows for questions that are added.
EMPTY_ROWS = 3


def _tick(label: str) -> forms.BooleanField:
    box = forms.CheckboxInput(attrs={"class": "govuk-checkboxes__input"})
    return forms.BooleanField(label=label, required=False, widget=box)


class QuestionRow(Form):
    """One question; an empty row adds none, a row without words drops its question."""

    marks_optional = False
    place = forms.IntegerField(min_value=1, max_value=99, required=False)
    stage = forms.ChoiceField(choices=STAGES)
    title = forms.CharField(max_length=120, required=False)
    hint = forms.CharField(max_length=200, required=False)
    is_needed = _tick("Must answer")
    checked = _tick("Check writing")

    def __init__(self, *args, number: int, section: Section | None, **kwargs):
        self.section = section
        start = {"place": number, "stage": Stage.PLAN.value}
        if section:
            start |= {name: getattr(section, name) for name in ("stage", "title", "hint")}
            start |= {"is_needed": section.is_needed, "checked": bool(section.checked)}
        super().__init__(*args, initial=start, **kwargs)
        for name, label in (
            ("place", "Place"),
            ("stage", "Stage"),
            ("title", "Question"),
            ("hint", "Hint"),
        ):
            self.fields[name].label = label
            self.fields[name].widget.attrs["aria-label"] = f"{label}, row {number}"
        for name in ("title", "hint"):
            self.fields[name].widget = forms.Textarea(
                attrs={"rows": 2, "aria-label": self.fields[name].widget.attrs["aria-label"]}
            )

    @property
    def ticks(self) -> list[forms.BoundField]:
        """The boxes of the row."""
        return [self["is_needed"], self["checked"]]

    @property
    def order(self) -> tuple[int, int]:
        """By stage, then by the place that was given; no place is the end."""
        stage = [code for code, _ in STAGES].index(self.cleaned_data["stage"])
        return stage, self.cleaned_data.get("place") or 100

    def made(self, key: str) -> Section:
        """The question as it is now worded."""
        data = self.cleaned_data
        return Section(
            key=key,
            stage=Stage(data["stage"]),
            title=data["title"].strip(),
            hint=data["hint"].strip(),
            checked="provision" if data["checked"] else "",
            is_needed=data["is_needed"],
        )


class QuestionsForm(Form):
    """The questions of a cycle as one form with rows; `base` is what the page was made from."""

    base = forms.CharField(widget=forms.HiddenInput, max_length=20)
    is_shared = forms.BooleanField(
        label="For every school of the federation",
        help_text="A school with a version of its own keeps that.",
        required=False,
    )

    def __init__(self, data=None, *, sections: Iterable[Section], base: str, may_share: bool):
        super().__init__(data, initial={"base": base})
        if not may_share:
            del self.fields["is_shared"]
        found = [*sections, *[None] * EMPTY_ROWS]
        self.rows = [
            QuestionRow(data, prefix=f"q{number}", number=number, section=section)
            for number, section in enumerate(found, 1)
        ]

    def clean(self) -> dict[str, Any]:
        """Every row is good."""
        data = super().clean()
        for number, row in enumerate(self.rows, 1):
            if not row.is_valid():
                self.add_error(None, f"Look again at row {number}.")
        return data

    def sections(self, known: Iterable[str]) -> list[Section]:
        """The questions in their order; new ones get keys that nobody used, see `new_keys`."""
        kept = sorted((r for r in self.rows if r.cleaned_data["title"].strip()), key=_order)
        fresh = iter(new_keys(known, len(kept)))
        return [row.made(row.section.key if row.section else next(fresh)) for row in kept]


def _order(row: QuestionRow) -> tuple[int, int]:
    return row.order
