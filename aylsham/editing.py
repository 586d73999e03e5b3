"""Forms that change one record: they carry the version they started from."""

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.db import models

from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.forms import Form


class EditForm(Form):
    """A form over a record; when somebody saved in between it shows both texts.

    `record_fields` are the fields of the record that the form edits, by the same names.
    """

    record_fields: tuple[str, ...] = ()
    version = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, record: models.Model | None = None, **kwargs):
        self.record = record
        kwargs["initial"] = _values(record, self.record_fields) | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        self.initial["version"] = version_of(record, self.record_fields)

    @property
    def facts(self) -> dict[str, Any]:
        """What the form says, by the names of the record."""
        return {name: self.cleaned_data[name] for name in self.record_fields if name in self.fields}

    def show_both(self, refused: StaleSave) -> None:
        """Beside each field that somebody else changed, what the record says now."""
        for each in refused.differences:
            if each.field in self.cleaned_data and self.cleaned_data[each.field] != each.value:
                self.add_error(each.field, f"The record now says: {each.now}")
        self.add_error(
            None,
            f"{refused} What the record says now stands beside your words. "
            "Save again to keep what is in the boxes.",
        )
        self.data = self.data.copy()
        self.data[self.add_prefix("version")] = refused.version


class ReportWordsForm(Form):
    """A box for each part of a report; when somebody saved in between it shows both texts."""

    version = forms.CharField(widget=forms.HiddenInput, required=False)

    def show_both(self, refused: StaleSave) -> None:
        """Beside each box that somebody else changed, what it says now."""
        for each in refused.differences:
            if self.cleaned_data.get(each.field) != each.value:
                self.add_error(each.field, f"The report now says: {each.now}")
        self.add_error(None, f"{refused} Save again to keep what is in the boxes.")
        self.data = self.data.copy()
        self.data[self.add_prefix("version")] = refused.version


def carried_out(form: forms.Form, change: Callable[[], object]) -> bool:
    """Run the change if the form is good; a refusal becomes an error of the form."""
    if not form.is_valid():
        return False
    try:
        change()
    except TransitionNotAllowed as refused:
        form.add_error(None, str(refused))
    except StaleSave as refused:
        form.show_both(refused)
    return not form.errors


def _values(record: models.Model | None, names: Iterable[str]) -> dict[str, Any]:
    if record is None:
        return {}
    return {name: record._meta.get_field(name).value_from_object(record) for name in names}
