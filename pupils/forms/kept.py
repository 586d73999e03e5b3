"""Forms of dated records: fields from the model, words and checks from here."""

from typing import Any

from django import forms
from django.db import models
from django.forms.models import fields_for_model

from aylsham.editing import EditForm
from aylsham.forms import DateField
from pupils.forms.status import past_day
from pupils.kept import KeptKind
from pupils.rules.school_times import kept, of_record, read_times, written

#: What helps to fill in a field, by kind and field.
HINTS = {
    "alert": {
        "what": "For example: severe allergy to nuts. Every adult who works with the child sees it.",
        "action": "For example: give the auto-injector from the red box in class, then ring 999.",
    },
    "medicine": {
        "given": "For example: before PE, or when breathing is noisy.",
        "kept_at": "For example: red box on the shelf by the door of the classroom.",
    },
    "adjustment": {
        "what": "For example: sits near the teacher, instructions one at a time.",
        "why": "For example: can follow the lesson from the start.",
    },
    "suspension": {"sessions": "A whole day is two. Leave empty for a permanent exclusion."},
    "part-time": {
        "times": "A line for a day or several, such as Mon to Wed 9:00 to 12:00. A day that is not "
        "named is a day at home. Then nothing is planned for when they are not there. Leave empty "
        "while only the hours are agreed.",
        "reason": "For example: coming back after an operation.",
    },
    "elsewhere": {"days": "For example: Tue and Thu, 9:00 to 12:00."},
}
#: Days that have come when they are written down.
PAST = ("parents_agreed_on", "parents_told_on", "council_told_on", "others_told_on", "checked_on")


class TimesField(forms.CharField):
    """When a child is in school, as lines of text; kept as `pupils.rules.school_times` says."""

    widget = forms.Textarea(attrs={"rows": 5, "autocomplete": "off"})

    def prepare_value(self, value: Any) -> Any:
        """A record's as lines; what was typed as it was typed."""
        return written(of_record(value)) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[dict[str, Any]]:
        """What can be read of it."""
        try:
            return kept(read_times(super().clean(value)))
        except ValueError as wrong:
            raise forms.ValidationError(str(wrong)) from None


class KeptForm(EditForm):
    """A dated record; the fields come from `form_for`."""

    kept: KeptKind

    def clean(self) -> dict[str, Any]:
        """Days in order, and each kind's own checks."""
        data = super().clean()
        for name in PAST:
            if data.get(name):
                try:
                    past_day(data[name], "The day")
                except forms.ValidationError as fault:
                    self.add_error(name, fault)
        last = data.get("ended_on")
        if last and data.get("starts_on") and last < data["starts_on"]:
            self.add_error("ended_on", "The last day is before the first.")
        if check := CHECKS.get(self.kept.key):
            check(self, data)
        return data


def form_for(kind: KeptKind) -> type[KeptForm]:
    """The form of a kind of record."""
    fields = fields_for_model(
        kind.model, fields=kind.record_fields, formfield_callback=_field(kind)
    )
    return type(
        "KindForm", (KeptForm,), {"record_fields": kind.record_fields, "kept": kind, **fields}
    )


def _field(kind: KeptKind):
    def made(field: models.Field, **more: Any) -> forms.Field:
        hint = HINTS.get(kind.key, {}).get(field.name, "")
        label = field.verbose_name[0].upper() + field.verbose_name[1:]
        if isinstance(field, models.DateField):
            return DateField(label=label, required=not field.null, help_text=hint)
        if field.choices:
            options = [("", "Choose one"), *field.choices]
            return forms.ChoiceField(label=label, choices=options, help_text=hint)
        if field.name == "times":
            return TimesField(label=label, help_text=hint, required=False)
        made = field.formfield(label=label, help_text=hint, **more)
        if getattr(field, "max_length", 0) and field.max_length > 200:
            made.widget = forms.Textarea(attrs={"rows": 2})
        return made

    return made


def _check_suspension(form: KeptForm, data: dict[str, Any]) -> None:
    if data.get("is_permanent"):
        data["ended_on"] = data["sessions"] = None
        return
    if not data.get("ended_on") and "ended_on" not in form.errors:
        form.add_error("ended_on", "Give the last day, or tick permanent exclusion.")
    if not data.get("sessions") and "sessions" not in form.errors:
        form.add_error("sessions", "Say how many sessions: two for each whole day.")


def _check_part_time(form: KeptForm, data: dict[str, Any]) -> None:
    first, last, review = (data.get(n) for n in ("starts_on", "ends_on", "review_on"))
    if first and last and last < first:
        form.add_error("ends_on", "The last day is before the first.")
    elif last and review and review > last:
        form.add_error("review_on", "Look at it again before it ends.")


CHECKS = {"suspension": _check_suspension, "part-time": _check_part_time}
