"""Forms of evidence bundles: what goes in, what a person decides, when it went."""

import uuid
from collections.abc import Iterator, Sequence
from typing import Any

from django import forms

from aylsham import clock
from aylsham.editing import EditForm
from aylsham.forms import DateField, Form
from reports.bundle_codes import KINDS, LIMITS, USUAL_KINDS, BundleAim, Sent
from reports.bundles.choosing import Line
from reports.services.bundles.preparing import BUNDLE_FIELDS, Said

IN, OUT = "in", "out"


class BundleForm(EditForm):
    """Whom it is for, which days and kinds, and how large a file may be."""

    record_fields = BUNDLE_FIELDS
    key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    aim = forms.ChoiceField(
        label="What it is for", choices=BundleAim.choices, widget=forms.RadioSelect
    )
    council = forms.CharField(
        label="Who it is for", max_length=100, help_text="The council, or the tribunal"
    )
    starts_on = DateField(label="From", required=False, help_text="Empty: from the beginning")
    ends_on = DateField(label="Until", required=False, help_text="Empty: until today")
    kinds = forms.MultipleChoiceField(
        label="What goes in",
        choices=list(KINDS.items()),
        widget=forms.CheckboxSelectMultiple,
        initial=list(USUAL_KINDS),
    )
    most_mb = forms.TypedChoiceField(
        label="Largest file that the portal takes",
        choices=LIMITS,
        coerce=int,
        help_text="A bundle that is larger comes in several files",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("key", uuid.uuid4())  # pressing twice begins one
        if self.record and self.record.most_mb not in dict(LIMITS):
            most = self.record.most_mb
            self.fields["most_mb"].choices = [*LIMITS, (most, f"{most} MB")]

    def clean_kinds(self) -> list[str]:
        """In the order of a bundle."""
        return [kind for kind in KINDS if kind in self.cleaned_data["kinds"]]

    def clean(self) -> dict[str, Any]:
        """Days in their order."""
        data = super().clean()
        first, last = data.get("starts_on"), data.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", "This is before the first day.")
        return data


class DecideForm(Form):
    """Pieces of evidence, each with “goes in” or “stays out” and the reason."""

    def __init__(self, *args, lines: Sequence[Line], **kwargs):
        super().__init__(*args, **kwargs)
        self.lines = list(lines)
        for n, line in enumerate(self.lines):
            said = line.decided
            title = line.found.title
            self.fields[f"choice_{n}"] = forms.ChoiceField(
                label=f"Does “{title}” go in?",
                choices=[(IN, "Goes in"), (OUT, "Stays out")],
                widget=forms.RadioSelect,
                required=len(self.lines) == 1,
                initial=(IN if said.is_in else OUT) if said else None,
            )
            self.fields[f"reason_{n}"] = forms.CharField(
                label="Why",
                max_length=300,
                required=False,
                initial=said.reason if said else "",
                help_text="Of what stays out, this is printed at the end of the bundle",
            )
            self.fields[f"seen_{n}"] = forms.CharField(
                widget=forms.HiddenInput, initial=f"{line.found.digest} {line.found.key}"
            )

    marks_optional = False

    def clean(self) -> dict[str, Any]:
        """Whoever decides says why."""
        data = super().clean()
        for n in range(len(self.lines)):
            if data.get(f"choice_{n}") and not (data.get(f"reason_{n}") or "").strip():
                self.add_error(f"reason_{n}", "Say why, in a few words.")
        if not any(data.get(f"choice_{n}") for n in range(len(self.lines))) and not self.errors:
            raise forms.ValidationError("Choose for at least one of them.")
        return data

    @property
    def groups(self) -> Iterator[tuple]:
        """(line, its choice, its reason, what was seen) for each piece of evidence."""
        for n, line in enumerate(self.lines):
            yield line, self[f"choice_{n}"], self[f"reason_{n}"], self[f"seen_{n}"]

    @property
    def said(self) -> list[Said]:
        """What was chosen, as it was shown; what has no answer stays open."""
        data, found = self.cleaned_data, []
        for n in range(len(self.lines)):
            if choice := data.get(f"choice_{n}"):
                digest, _, item = data[f"seen_{n}"].partition(" ")
                found.append(Said(item, digest, choice == IN, data[f"reason_{n}"]))
        return found


class SentForm(Form):
    """When it went, to whom, how."""

    seen = forms.CharField(widget=forms.HiddenInput)
    sent_on = DateField(label="Sent on", initial="today", help_text="")
    sent_how = forms.ChoiceField(label="How", choices=Sent.choices, widget=forms.RadioSelect)
    sent_to = forms.CharField(label="To whom", max_length=150)

    def clean_sent_on(self):
        """A day that has come."""
        day = self.cleaned_data["sent_on"]
        if day > clock.today():
            raise forms.ValidationError("This day has not come yet. Record it when it has gone.")
        return day
