"""The form of the sheet for a new record: tick a text, and shorten it."""

from collections.abc import Sequence
from typing import Any

from django import forms

from aylsham.forms import DateField, Form
from lac.selectors.carried import CarriedText, Marked, marked, suggested
from pupils.rules.anonymous import Names

#: No text on the sheet is longer.
LONGEST = 2000


class CarriedForm(Form):
    """For every text of the old record a tick and a box; a ticked one must be clear of names."""

    marks_optional = False

    def __init__(self, *args, texts: Sequence[CarriedText], names: Names, **kwargs):
        self.texts, self.names = texts, names
        super().__init__(*args, **kwargs)
        for each in texts:
            take = forms.BooleanField(label=each.about, required=False)
            words = forms.CharField(
                label=f"Words: {each.about}",
                required=False,
                max_length=LONGEST,
                widget=forms.Textarea(attrs={"rows": 3}),
                initial=each.text[:LONGEST],
            )
            self.fields |= {f"take_{each.key}": take, f"words_{each.key}": words}

    def clean(self) -> dict[str, Any]:
        """Something is ticked, and nothing ticked says who the child is."""
        data = super().clean()
        if not any(data.get(f"take_{each.key}") for each in self.texts):
            raise forms.ValidationError("Tick at least one text to carry over.")
        for each in self.texts:
            if data.get(f"take_{each.key}"):
                self._checked(f"words_{each.key}", data.get(f"words_{each.key}", ""))
        return data

    def _checked(self, name: str, words: str) -> None:
        found = marked(words, self.names)
        if not words.strip():
            self.add_error(name, "Write something, or take the tick away.")
        elif not found.is_clear:
            told = ", ".join([*(word for word, _ in found.named), *found.of_care])
            self.add_error(name, f"Take out or replace: {told}.")

    @property
    def lines(self) -> list[tuple[CarriedText, Any, Any, Marked]]:
        """Each text with its tick, its box, and what is marked in the words of the box."""
        return [
            (each, self[f"take_{each.key}"], self[f"words_{each.key}"], self._marked(each))
            for each in self.texts
        ]

    def _marked(self, each: CarriedText) -> Marked:
        words = self[f"words_{each.key}"].value() or ""
        return marked(words, self.names)

    @property
    def with_suggestions(self) -> dict[str, Any]:
        """What the boxes hold once every name is replaced."""
        data = self.data.copy()
        for each in self.texts:
            name = f"words_{each.key}"
            data[name] = suggested(data.get(name, each.text), self.names)
        return data

    @property
    def carried(self) -> list[tuple[str, list[str]]]:
        """The words that go along, by group, in the order of the page."""
        groups: dict[str, list[str]] = {}
        for each in self.texts:
            if self.cleaned_data[f"take_{each.key}"]:
                words = self.cleaned_data[f"words_{each.key}"].strip()
                groups.setdefault(each.group, []).append(words)
        return list(groups.items())


class ApartForm(Form):
    """The old record is set apart."""

    last_day = DateField(label="Last day with the old name")
    is_sure = forms.BooleanField(
        label="The sheet is printed, or none is needed",
        help_text="From then on only the designated teacher and the head find this record.",
        error_messages={"required": "Print the sheet first, or say that none is needed."},
    )
