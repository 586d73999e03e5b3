"""Rows of the grid in which targets are reviewed together."""

from collections.abc import Sequence
from typing import Any

from django import forms

from aylsham.editing import EditForm
from aylsham.forms import FilterForm, QuickSelect, QuickText
from provision.codes import NextStep, Score
from provision.models import CycleTarget
from provision.selectors.review_grid import GridRow
from provision.services.cycles import REVIEW_FIELDS

#: The sign before the words, so that one key chooses.
SCORES = [(str(s.value), f"{s.value:+d} {s.label}".replace("+0", "0")) for s in reversed(Score)]


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
    """Whose targets are shown."""

    group = forms.ChoiceField(label="Class", widget=QuickSelect)

    def __init__(self, *args, rows: Sequence[GridRow], **kwargs):
        super().__init__(*args, **kwargs)
        known = sorted({row.class_name for row in rows if row.class_name})
        self.fields["group"].choices = [("", "All"), *((each, each) for each in known)]

    def chooses(self, row: GridRow) -> bool:
        """Whether a row is among those chosen."""
        return self.chosen.get("group") in (None, row.class_name)
