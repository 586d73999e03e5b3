"""Forms of extra fields: defining them, and filling them in for one child or a class."""

import json
from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from django import forms
from django.utils.html import escape

from aylsham.changes import StaleSave
from aylsham.codes import Sensitivity
from aylsham.editing import EditForm
from aylsham.forms import CHOOSE, DateField, Form, YesNoField
from pupils.field_codes import (
    LARGEST_NUMBER,
    LONGEST_NAME,
    LONGEST_TEXT,
    MOST_OPTIONS,
    FieldKind,
    Filled,
    as_said,
)
from pupils.models.extra_fields import ExtraField
from pupils.selectors.extra_fields import FieldRow
from pupils.services.extra_fields.defining import FIELD_FACTS
from pupils.services.extra_fields.filling import Entry


class OptionsField(forms.CharField):
    """A list, one to a line."""

    widget = forms.Textarea(attrs={"rows": 5})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[str]:
        lines = [line.strip() for line in super().clean(value).splitlines()]
        found = list(dict.fromkeys(filter(None, lines)))
        if len(found) > MOST_OPTIONS:
            raise forms.ValidationError(f"At most {MOST_OPTIONS} lines.")
        if any(len(each) > LONGEST_NAME for each in found):
            raise forms.ValidationError(f"A line has at most {LONGEST_NAME} letters.")
        return found


class FieldForm(EditForm):
    """What a field is called, asks, and where it appears."""

    record_fields = FIELD_FACTS
    name = forms.CharField(
        label="Name",
        max_length=LONGEST_NAME,
        help_text="As it stands above a column: “Reading buddy”",
    )
    kind = forms.ChoiceField(
        label="Kind of answer",
        choices=[CHOOSE, *FieldKind.choices],
        help_text="Chosen once: what is filled in must stay readable",
    )
    options = OptionsField(
        label="What may be chosen",
        required=False,
        max_length=3000,
        help_text="One to a line, for “One of a list” only. A line that you take away is no longer "
        "offered; children for whom it was chosen keep it.",
    )
    help_text = forms.CharField(
        label="What to write", max_length=200, required=False, help_text="Stands below the box"
    )
    sensitivity = forms.TypedChoiceField(label="Who may read it", coerce=int)
    in_class_table = forms.BooleanField(
        label="A column of the class table, where a class is filled in at once", required=False
    )
    in_lists = forms.BooleanField(
        label="A column and a filter of the register and the list of children", required=False
    )

    def __init__(self, *args, levels: Iterable[tuple[int, str]], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["sensitivity"].choices = list(levels)
        if self.record:
            del self.fields["kind"]
            if self.record.kind != FieldKind.OPTION:
                del self.fields["options"]
        else:
            self.initial["in_class_table"] = True

    def clean(self) -> dict[str, Any]:
        """A list has something to choose from."""
        data = super().clean()
        kind = self.record.kind if self.record else data.get("kind")
        if kind == FieldKind.OPTION and "options" in data and not data["options"]:
            self.add_error("options", "Say what may be chosen, one to a line.")
        return data

    @property
    def facts(self) -> dict[str, Any]:
        """What the services take."""
        return {"options": []} | super().facts


ALL_LEVELS = [(level.value, str(level.label)) for level in Sensitivity]


def box_for(field: ExtraField, now: Filled) -> forms.Field:
    """The box of a field; an option that is no longer offered stays where it was chosen."""
    # A form's help text is taken for markup; this one is what somebody wrote.
    help_text = escape(field.help_text)
    more: dict[str, Any] = {"label": field.name, "help_text": help_text}
    if field.kind == FieldKind.YES_NO:
        return YesNoField(**more)
    if field.kind == FieldKind.DAY:
        more["help_text"] = help_text or "For example, 3 Sep 2018"
        return DateField(required=False, **more)
    if field.kind == FieldKind.NUMBER:
        return forms.IntegerField(
            required=False,
            min_value=-LARGEST_NUMBER,
            max_value=LARGEST_NUMBER,
            widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-5"}),
            **more,
        )
    if field.kind == FieldKind.OPTION:
        gone = [(now, f"{now} (no longer offered)")] if now and now not in field.options else []
        choices = [("", "Not said"), *((o, o) for o in field.options), *gone]
        return forms.ChoiceField(required=False, choices=choices, **more)
    return forms.CharField(required=False, max_length=LONGEST_TEXT, **more)


class FillForm(Form):
    """Boxes of several children or of one; each carries along what it said when it was opened."""

    was = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, fields: list[ExtraField], rows: list[FieldRow], **kwargs):
        self.asked, self.rows = fields, rows
        now = {box_name(r.pupil.pk, f.pk): r.values.get(f.pk) for r in rows for f in fields}
        said = json.dumps({name: as_said(value) for name, value in now.items()})
        super().__init__(*args, initial={"was": said} | now, **kwargs)
        for row in rows:
            for field in fields:
                name = box_name(row.pupil.pk, field.pk)
                self.fields[name] = box_for(field, now[name])

    def lines(self) -> Iterator[tuple[FieldRow, list[forms.BoundField]]]:
        """Each child with the boxes, in the order of the fields."""
        for row in self.rows:
            yield row, [self[box_name(row.pupil.pk, field.pk)] for field in self.asked]

    def boxes(self) -> list[forms.BoundField]:
        """All boxes, for a form about one child."""
        return [box for _, boxes in self.lines() for box in boxes]

    def entries(self) -> list[Entry]:
        """What the boxes say, beside what they said."""
        was = self._was()
        found = []
        for row in self.rows:
            for field in self.asked:
                name = box_name(row.pupil.pk, field.pk)
                value = self.cleaned_data.get(name)
                value = None if value == "" else value
                found.append(Entry(row.pupil, field, value, was.get(name, ""), name))
        return found

    def show_both(self, refused: StaleSave) -> None:
        """Beside each box that somebody else changed, what it says now."""
        was = self._was()
        for each in refused.differences:
            self.add_error(each.field, f"The record now says: {each.now}")
            was[each.field] = as_said(each.value)
        self.add_error(
            None,
            f"{refused} What the record says now stands beside your words. "
            "Save again to keep what is in the boxes.",
        )
        self.data = self.data.copy()
        self.data["was"] = json.dumps(was)

    def _was(self) -> dict[str, str]:
        try:
            found = json.loads(self.cleaned_data.get("was") or "{}")
        except (ValueError, RecursionError):
            return {}
        return {k: str(v) for k, v in found.items()} if isinstance(found, dict) else {}


def box_name(pupil: UUID, field: UUID) -> str:
    """What a box is called in its form."""
    return f"{pupil.hex}-{field.hex}"
