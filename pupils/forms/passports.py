"""The passport as one plain form, and one line of it as the editor's script sends it."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any
from uuid import UUID

from django import forms
from django.http import QueryDict

from aylsham.forms import Form
from aylsham.identifiers import uuid7
from pupils.codes import PassportPart
from pupils.rules.lines import HELPS
from pupils.services.passports.writing import LONGEST

TEXT, REVISION, COMMENT = "text:", "revision:", "comment:"


class LineForm(Form):
    """One line: what it says now, and the text it was typed from."""

    line = forms.CharField(max_length=60)
    text = forms.CharField(required=False, strip=False, max_length=LONGEST)
    revision = forms.IntegerField(min_value=0)
    sitting = forms.UUIDField()

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes, besides the line itself."""
        return {name: self.cleaned_data[name] for name in ("text", "revision", "sitting")}

    @property
    def first_error(self) -> str:
        """What is wrong, in one sentence."""
        return next(iter(self.errors.values()))[0]


class PassportForm:
    """The whole page, sent without a script: lines, comments, and the button that was pressed."""

    def __init__(self, data: QueryDict):
        self.data = data
        self.step, _, self.step_line = data.get("step", "save").partition(":")

    def changed(self, now: Mapping[str, str]) -> list[tuple[str, dict[str, Any]]]:
        """The lines that do not say what they said: each name with what the service takes."""
        found = []
        for name in self.data:
            key = name.removeprefix(TEXT)
            text = self.data[name].replace("\r\n", "\n")
            if name.startswith(TEXT) and text != now.get(key, ""):
                facts = {"text": text, "revision": self._revision(key), "sitting": self.sitting}
                found.append((key, facts))
        return found

    @property
    def comments(self) -> dict[str, str]:
        """What the checker says, by part; "" for the whole."""
        parts = {"", HELPS, *PassportPart.values}
        return {part: self.data.get(COMMENT + part, "") for part in parts}

    @cached_property
    def sitting(self) -> UUID:
        """The open page that it was typed into."""
        try:
            return UUID(self.data.get("sitting", ""))
        except ValueError:
            return uuid7()

    def _revision(self, key: str) -> int:
        value = self.data.get(REVISION + key, "")
        return int(value) if value.isdecimal() else 0
