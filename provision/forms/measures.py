"""Forms of entry and exit measures: which test, a row a child, and a school's own test."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django import forms

from aylsham.changes import StaleSave, version_of
from aylsham.editing import EditForm
from aylsham.forms import DateField, Form, OnceForm
from provision.models import EntryExit
from provision.models.measures import SCORES_CHOICES
from provision.rules.measures import NotAScore, read_score, score_words
from provision.selectors.measures import MeasureRow, MeasureTest, SeriesLine, series_line
from provision.services.measures import MEASURE_FIELDS, TEST_FIELDS, ScoreOn

_BOX = {"class": "govuk-input govuk-input--width-5", "autocomplete": "off", "inputmode": "text"}


class SeriesForm(Form):
    """Which test the children are measured with."""

    test = forms.ChoiceField(label="Test or count")
    part = forms.CharField(
        label="Part",
        max_length=60,
        required=False,
        help_text="Where a test has several: each is compared with itself only.",
    )
    scores = forms.ChoiceField(label="Kind of score", choices=SCORES_CHOICES)

    def __init__(self, *args, tests: Mapping[str, MeasureTest], **kwargs):
        super().__init__(*args, **kwargs)
        self.tests = tests
        self.fields["test"].choices = [
            ("", "Choose one"),
            *((line.value, line.name) for line in tests.values() if not line.is_retired),
        ]
        self.parts = sorted({part for line in tests.values() for part in line.parts})
        self.fields["part"].widget.attrs["list"] = "parts-of-tests"

    def clean(self) -> dict[str, Any]:
        """A kind of score that the test gives."""
        data = super().clean()
        test = self.tests.get(data.get("test", ""))
        if test and data.get("scores") and self.line is None:
            kinds = "; ".join(test.scores_words)
            self.add_error("scores", f"{test.name} gives: {kinds}.")
        return data

    @property
    def line(self) -> SeriesLine | None:
        """What was chosen."""
        data = self.cleaned_data
        return series_line(
            self.tests, data.get("test", ""), data.get("part", ""), data.get("scores", "")
        )


class DaysForm(Form):
    """When the children were tested, and with which version, for all rows that are filled in now."""

    entry_on = DateField(label="Entry tested on", help_text="")
    entry_form = forms.CharField(label="Version on entry", max_length=40, required=False)
    exit_on = DateField(label="Exit tested on", help_text="", required=False)
    exit_form = forms.CharField(label="Version on exit", max_length=40, required=False)


class MeasureRowForm(EditForm):
    """What one child scored; an untouched row is left alone."""

    record_fields = ("entry", "exit")
    marks_optional = False
    entry = forms.CharField(max_length=12, required=False, widget=forms.TextInput(attrs=_BOX))
    exit = forms.CharField(max_length=12, required=False, widget=forms.TextInput(attrs=_BOX))

    def __init__(self, *args, row: MeasureRow, number: int, **kwargs):
        self.row = row
        super().__init__(*args, record=row.measure, prefix=f"r{row.place.pk.hex}", **kwargs)
        self.initial |= {"entry": row.entry, "exit": row.exit}
        self.initial["version"] = version_of(self.record, MEASURE_FIELDS)
        for name, label in (("entry", "On entry"), ("exit", "On exit")):
            self.fields[name].label = label
            self.fields[name].widget.attrs["aria-label"] = f"{label}, row {number}"

    @property
    def is_filled(self) -> bool:
        """Whether somebody wrote something else in this row."""
        return self.is_bound and bool({*self.changed_data} & {"entry", "exit"})

    def clean_entry(self):
        """A score of this kind."""
        return self._read("entry")

    def clean_exit(self):
        """A score of this kind."""
        return self._read("exit")

    def _read(self, name: str):
        try:
            return read_score(self.cleaned_data[name], self.row.scores)
        except NotAScore as why:
            raise forms.ValidationError(str(why)) from None

    def show_both(self, refused: StaleSave) -> None:
        """What somebody else saved, as scores are written."""
        kind = self.row.scores
        told = [
            replace(each, now="empty" if each.value is None else score_words(each.value, kind))
            for each in refused.differences
            if each.field in self.record_fields
        ]
        super().show_both(StaleSave(told, refused.version))

    def tested(self, name: str, on: dt.date | None, form: str) -> ScoreOn | None:
        """A side as it shall stand: what was there where nobody touched it."""
        value, known = self.cleaned_data[name], self.record
        if value is None:
            return None
        if name not in self.changed_data and isinstance(known, EntryExit):
            return ScoreOn(value, getattr(known, f"{name}_on"), getattr(known, f"{name}_form"))
        if on is None:
            self.add_error(name, "Say above when this was tested.")
            return None
        return ScoreOn(value, on, form)


class SchoolTestForm(EditForm, OnceForm):
    """A test or count of the school's own."""

    record_fields = TEST_FIELDS
    name = forms.CharField(label="Name", max_length=100)
    measures = forms.CharField(label="What it measures", max_length=100)
    scores = forms.MultipleChoiceField(
        label="Kinds of scores", choices=SCORES_CHOICES, widget=forms.CheckboxSelectMultiple
    )
    lower_is_better = forms.BooleanField(
        label="A falling score is what one hopes for", required=False
    )
    source = forms.CharField(
        label="Where that is written",
        max_length=300,
        required=False,
        help_text="The manual of the test, or who made the count.",
    )
