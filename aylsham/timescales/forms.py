"""The facts of a case as a form, made from the description of a rule."""

from collections.abc import Mapping
from typing import Any

from django import forms

from aylsham.forms import DateField, DateInput, Form
from aylsham.timescales.facts import is_nothing, read_fact
from aylsham.timescales.rules import Fact, FactKind, Rule

_EXAMPLES = {
    FactKind.DAY: "For example, 23 Nov 2026",
    FactKind.YEAR: "For example, 2026",
}


class FactField(forms.Field):
    """One fact, read as the command line and the case files read it."""

    def __init__(self, fact: Fact, *, required: bool, **more: Any) -> None:
        self.fact = fact
        super().__init__(
            label=fact.label, help_text=fact.hint, required=required, widget=_widget(fact), **more
        )
        self.error_messages["required"] = f"Enter the {fact.kind.value}: {fact.label}."

    def clean(self, value: Any) -> Any:
        """The fact; None when it is left empty and may be."""
        text = str(value or "").strip()
        if not text:
            return super().clean("") or None
        if self.fact.kind is FactKind.DAY and not is_nothing(text):
            return DateField().clean(text)
        try:
            return read_fact(self.fact, text, {})
        except ValueError as problem:
            raise forms.ValidationError(str(problem).replace(self.fact.name, "This")) from problem


class FactsForm(Form):
    """What is known about the case."""

    def __init__(self, rule: Rule, data: Mapping[str, str] | None, **more: Any) -> None:
        super().__init__(data, **more)
        for fact in asked_for(rule):
            self.fields[fact.name] = FactField(fact, required=not fact.optional)
        for kind, example in _EXAMPLES.items():
            self._add_example(kind, example)

    def _add_example(self, kind: FactKind, example: str) -> None:
        """Show how to write it, once."""
        field = next((f for f in self.fields.values() if _kind(f) is kind), None)
        if field:
            field.help_text = f"{field.help_text} {example}".strip()


class WhatIfForm(Form):
    """Other facts to try; what is left empty stays as it is."""

    marks_optional = False

    def __init__(self, rule: Rule, data: Mapping[str, str] | None) -> None:
        super().__init__(data, prefix="if", auto_id="id_%s")
        for fact in asked_for(rule):
            self.fields[fact.name] = FactField(fact, required=False)
            self.fields[fact.name].help_text = _what_if_hint(fact)

    @property
    def is_used(self) -> bool:
        """Whether anything else is to be tried."""
        return any(value for name, value in self.data.items() if name.startswith("if-"))

    def facts(self, known: Mapping[str, Any]) -> dict[str, Any]:
        """The known facts with those that this form changes."""
        given = {name: value for name, value in self.cleaned_data.items() if self._is_given(name)}
        return {**known, **given}

    def _is_given(self, name: str) -> bool:
        return bool(str(self.data.get(self.add_prefix(name), "")).strip())


def asked_for(rule: Rule) -> list[Fact]:
    """The facts that a person enters; the calendar is the school's own."""
    return [fact for fact in rule.facts if fact.kind is not FactKind.CALENDAR]


def _kind(field: forms.Field) -> FactKind | None:
    return field.fact.kind if isinstance(field, FactField) else None


def _what_if_hint(fact: Fact) -> str:
    return "Write “none” to leave it out." if fact.optional and fact.kind is FactKind.DAY else ""


def _widget(fact: Fact) -> forms.Widget:
    if fact.kind is FactKind.YES_NO:
        return forms.Select(choices=[("", ""), ("yes", "Yes"), ("no", "No")])
    if fact.kind is FactKind.CHOICE:
        return forms.Select(choices=[("", ""), *fact.choices])
    if fact.kind is FactKind.YEAR:
        return forms.TextInput(attrs={"class": "govuk-input--width-4", "autocomplete": "off"})
    return DateInput({"class": "govuk-input--width-10"})
