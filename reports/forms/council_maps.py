"""The form by which a map of a council's form is written or uploaded, and checked."""

import json
from typing import Any

from django import forms

from aylsham.forms import Form
from ehcp.map_codes import MapKind
from reports.selectors.council_maps import faults_of

#: Of a file, in bytes, and of its text, in characters.
MOST = 200_000
MOST_FAULTS = 30


class MapForm(Form):
    """A map as text, or as a file that takes its place."""

    file = forms.FileField(
        label="A file",
        help_text="A map that was downloaded here and changed. It takes the place of the text.",
        required=False,
        widget=forms.FileInput(attrs={"accept": ".json,application/json"}),
    )
    text = forms.CharField(
        label="The map",
        required=False,
        max_length=MOST,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 24, "spellcheck": "false", "class": "ay-code"}),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, required=False)
    seen_shared = forms.IntegerField(widget=forms.HiddenInput, min_value=0, required=False)
    is_shared = forms.BooleanField(
        label="For every school of the federation",
        help_text="A school that has a version of its own keeps it.",
        required=False,
    )

    def __init__(self, *args, kind: MapKind, may_share: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self.kind, self.faults = kind, []
        self.content: dict[str, Any] = {}
        if not may_share:
            del self.fields["is_shared"]
        self.marks_optional = False

    def clean(self) -> dict[str, Any]:
        """Read the map; every fault is told at once."""
        data = super().clean()
        name = "file" if data.get("file") else "text"
        try:
            self.content = json.loads(self._text(data))
            self.faults = faults_of(self.kind, self.content)
            if "\\u0000" in json.dumps(self.content):
                self.faults.append("It holds a character that cannot be kept.")
        except json.JSONDecodeError as fault:
            self.faults = [f"Line {fault.lineno}, character {fault.colno}: {_why(fault)}"]
        except (UnicodeDecodeError, RecursionError):
            self.faults = ["This is no text file with a map."]
        except ValueError as fault:
            self.faults = [str(fault)]
        for fault in self.faults[:MOST_FAULTS]:
            self.add_error(name, fault)
        return data

    def _text(self, data: dict[str, Any]) -> str:
        upload = data.get("file")
        if upload is None:
            return str(data.get("text", ""))
        if upload.size > MOST:
            raise ValueError("This file is too large for a map.")
        return upload.read().decode("utf-8-sig")

    @property
    def is_for_all(self) -> bool:
        """Whether it is the federation's."""
        return bool(self.cleaned_data.get("is_shared"))

    @property
    def number_seen(self) -> int:
        """The number of the owner's version that the writer had before them."""
        return self.cleaned_data["seen_shared" if self.is_for_all else "seen"] or 0


def _why(fault: json.JSONDecodeError) -> str:
    said = {
        "Expecting property name enclosed in double quotes": "a name in double quotes is missing, "
        "or there is a comma too many.",
        "Illegal trailing comma before end of object": "there is a comma too many.",
        "Illegal trailing comma before end of array": "there is a comma too many.",
        "Expecting ',' delimiter": "a comma or a closing bracket is missing.",
        "Expecting ':' delimiter": "a colon is missing after a name.",
        "Expecting value": "a value is missing, or a comma is too many.",
        "Unterminated string starting at": "double quotes are opened and not closed.",
        "Extra data": "something stands after the end of the map.",
    }
    return said.get(fault.msg, "this cannot be read.")
