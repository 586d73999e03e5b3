"""Rows of the grid in which targets are reviewed together."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms

from aylsham.editing import EditForm
from aylsham.forms import FilterForm, QuickSelect, QuickText
from provision.codes import NextStep, Score
from provision.models import CycleTarget
from provision.selectors.review_grid import GridClass
from provision.services.cycles import REVIEW_FIELDS

#: The sign before the words, so that one key chooses.
SCORES = [(str(s.value), f"{s.value:+d} {s.label}".replace("+0", "0")) for s in reversed(Score)]

#: As many rows are shown without a class being chosen.
MOST_AT_ONCE = 40
EVERYBODY = "all"


class RowForm(EditForm):
    """How one target came out and what becomes of it; an untouched row is left alone."""

    record_fields = REVIEW_FIELDS
    marks_optional = False
    score = forms.TypedChoiceField(
        choices=[("", ""), *SCORES], coerce=int, required=False, widget=QuickSelect
    )
    evidence = forms.CharField(max_length=2000, required=False, widget=QuickText)
    next_step = forms.ChoiceField(
        choices=[("", ""), *NextStep.choices], required=False, widget=QuickSelect
    )

    def __init__(self, *args, part: CycleTarget, number: int, **kwargs):
        self.part = part
        super().__init__(*args, record=part, prefix=f"r{part.pk.hex}", **kwargs)
        score = part.score
        self.initial["score"] = "" if score is None else str(score)
        for name, label in (
            ("score", "How it came out"),
            ("evidence", "What shows it"),
            ("next_step", "What next"),
        ):
            self.fields[name].label = label
            self.fields[name].widget.attrs["aria-label"] = f"{label}, row {number}"

    @property
    def is_filled(self) -> bool:
        """Whether somebody wrote or chose something else in this row."""
        return self.is_bound and bool({*self.changed_data} & {*REVIEW_FIELDS})

    @property
    def is_begun_only(self) -> bool:
        """Something is said, but not yet both how it came out and what next."""
        said = [self.data.get(self.add_prefix(name)) for name in ("score", "next_step")]
        return not all(said)

    @property
    def sent_names(self) -> str:
        """The boxes of this row, for a page that sends one row alone."""
        return ",".join(self.add_prefix(name) for name in ("version", *REVIEW_FIELDS))

    def clean(self) -> dict[str, Any]:
        """A score and what becomes of the target go together."""
        data = super().clean()
        if data.get("score") in (None, "") and "score" not in self.errors:
            self.add_error("score", "Say how it came out.")
        if not data.get("next_step") and "next_step" not in self.errors:
            self.add_error("next_step", "Say what becomes of it.")
        return data


class GridFilter(FilterForm):
    """Whose targets are shown: of a long grid the first class, until another is chosen."""

    group = forms.ChoiceField(label="Class", widget=QuickSelect)

    def __init__(self, *args, classes: Sequence[GridClass], **kwargs):
        super().__init__(*args, **kwargs)
        self.classes = classes
        self.is_long = len(classes) > 1 and sum(each.targets for each in classes) > MOST_AT_ONCE
        named = [(_key(each), each.name) for each in classes]
        everybody = (EVERYBODY, "All classes")
        self.fields["group"].choices = [*named, everybody] if self.is_long else [everybody, *named]

    @property
    def keys(self) -> list[UUID | None]:
        """The classes whose rows are shown."""
        usual = _key(self.classes[0]) if self.is_long else EVERYBODY
        chosen = self.chosen.get("group", usual)
        return [c.key for c in self.classes if chosen in (EVERYBODY, _key(c))]


def _key(group: GridClass) -> str:
    return str(group.key) if group.key else "none"
