"""The form of meeting mode: a box for each outcome, line, section and difference of opinion."""

import uuid
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from django import forms
from django.core.validators import MaxLengthValidator
from django.forms import BoundField

from aylsham.codes import Sensitivity
from aylsham.forms import Form
from ehcp.models import ReviewNote
from ehcp.review_codes import LINE_SECTIONS, NoteKind, Onward, Progress
from ehcp.section_codes import PlanSection, sensitivity_of
from ehcp.selectors.meeting_mode import LineBox, MeetingMode, OutcomeBox, SectionBox
from ehcp.selectors.sections import label_of
from ehcp.services.meeting_notes import LONGEST_NOTE, NoteWords, version_of_note

#: So many empty boxes for differences of opinion stand ready.
BLANKS = 2


@dataclass(frozen=True)
class LineGroup:
    """A section with its lines and their fields, and the fields of its new lines."""

    code: str
    title: str
    lines: list[tuple[LineBox, dict[str, BoundField]]]
    added: list[dict[str, BoundField]]


class NotesForm(Form):
    """What is said in the meeting, in the order of the page."""

    sitting = forms.UUIDField(widget=forms.HiddenInput)
    #: Keys of differences that this page begins: autosaved and saved, they are the same rows.
    begun = forms.CharField(widget=forms.HiddenInput, required=False)
    #: The same for a new line of each section, in the order of `LINE_SECTIONS`.
    added = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, mode: MeetingMode, may_mark: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self.mode, self.may_mark = mode, may_mark
        self.initial.setdefault("sitting", uuid.uuid4())
        self.initial.setdefault("begun", _new_keys(BLANKS))
        self.initial.setdefault("added", _new_keys(len(LINE_SECTIONS)))
        for box in mode.outcomes:
            self._offer_outcome(box)
        for line in mode.lines:
            self._offer_onward(line.key, line.note)
            self._offer_text(line.key, "New words, or why it ends", line.note, rows=1)
        for key, section_code, note in self._new_lines():
            self._offer_text(key, f"New line of Section {section_code}", note, rows=1)
        for section in mode.sections:
            self._offer_text(section.key, f"{section.section}: {section.title}", section.note)
        for key, note in self._differences():
            self._offer_difference(key, note)
        self.marks_optional = False

    # What the page shows

    @property
    def outcome_boxes(self) -> Iterator[tuple[OutcomeBox, dict[str, BoundField]]]:
        """Each outcome with its fields."""
        for box in self.mode.outcomes:
            names = ("wording",) if box.line_id else ()
            yield box, self._bound(box.key, "progress", "onward", "text", "version", *names)

    @property
    def line_boxes(self) -> Iterator[LineGroup]:
        """Sections B and F with their lines, and new lines of B, E and F."""
        titles = {section.value: str(section.label) for section in PlanSection}
        for section in LINE_SECTIONS:
            yield LineGroup(
                section.value,
                titles[section.value],
                [
                    (box, self._bound(box.key, "onward", "text", "version"))
                    for box in self.mode.lines
                    if box.section == section
                ],
                [
                    self._bound(key, "text", "version")
                    for key, of, _ in self._new_lines()
                    if of == section
                ],
            )

    @property
    def usual_boxes(self) -> Iterator[tuple[SectionBox, dict[str, BoundField]]]:
        """Sections in which something usually changes, or has."""
        for box in self.mode.sections:
            if box.is_usual or box.note:
                yield box, self._bound(box.key, "text", "version")

    @property
    def other_boxes(self) -> Iterator[tuple[SectionBox, dict[str, BoundField]]]:
        """The other sections."""
        for box in self.mode.sections:
            if not (box.is_usual or box.note):
                yield box, self._bound(box.key, "text", "version")

    @property
    def difference_boxes(self) -> Iterator[dict[str, BoundField]]:
        """Differences of opinion, those that stand there and empty ones."""
        for key, _ in self._differences():
            names = ("whose", "about", "text", "version")
            names += ("sensitive",) if self.may_mark else ()
            yield self._bound(key, *names)

    @property
    def text_names(self) -> str:
        """The boxes whose words can be told to the safeguarding lead instead."""
        return " ".join(n for n in self.fields if n.startswith(("text-", "wording-")))

    # What the service takes

    @property
    def words(self) -> list[NoteWords]:
        """Every box."""
        return [
            *(self._outcome_words(box) for box in self.mode.outcomes),
            *(self._line_words(box) for box in self.mode.lines),
            *(self._new_line_words(*new) for new in self._new_lines()),
            *(self._section_words(box) for box in self.mode.sections),
            *(self._difference_words(key, note) for key, note in self._differences()),
        ]

    def show_theirs(self, refused: dict[str, ReviewNote]) -> None:
        """Beside each box that somebody else wrote in meanwhile, what it says now."""
        self.data = self.data.copy()
        for key, note in refused.items():
            said = [
                note.get_progress_display() if note.progress else "",
                note.get_onward_display() if note.onward else "",
                f"{note.whose}:" if note.whose else "",
                note.text,
                f"New words: {note.wording}" if note.wording else "",
            ]
            now = " ".join(filter(None, said)) or "nothing"
            by = f", by {note.written_by.name}" if note.written_by else ""
            self.add_error(f"text-{key}", f"It now says{by}: {now}")
            self.data[f"version-{key}"] = version_of_note(note)
        self.add_error(
            None,
            "Somebody else wrote while you did. Their words stand beside yours. Everything else "
            "is saved. Save again to keep what is in the boxes.",
        )

    def _outcome_words(self, box: OutcomeBox) -> NoteWords:
        about = {"line_id": box.line_id} if box.line_id else {"outcome_id": box.outcome_id}
        more = {"outcome_id": box.outcome_id, "title": box.text, "sensitivity": box.sensitivity}
        return NoteWords(
            box.key,
            NoteKind.OUTCOME,
            about if box.line_id else about | {"line": None},
            self._values(box.key, "progress", "onward", "text", *(["wording"] * bool(box.line_id))),
            self.cleaned_data[f"version-{box.key}"],
            more if box.line_id else {k: v for k, v in more.items() if k != "outcome_id"},
        )

    def _line_words(self, box: LineBox) -> NoteWords:
        return NoteWords(
            box.key,
            NoteKind.LINE,
            {"line_id": box.line_id},
            self._values(box.key, "onward", "text"),
            self.cleaned_data[f"version-{box.key}"],
            {"section": box.section, "title": box.text, "sensitivity": box.sensitivity},
        )

    def _new_line_words(self, key: str, section: str, note: ReviewNote | None) -> NoteWords:
        return NoteWords(
            key,
            NoteKind.LINE,
            {"pk": uuid.UUID(key.removeprefix("n"))},
            self._values(key, "text"),
            self.cleaned_data[f"version-{key}"],
            {"section": section, "sensitivity": sensitivity_of(section)},
        )

    def _section_words(self, box: SectionBox) -> NoteWords:
        return NoteWords(
            box.key,
            NoteKind.CHANGE,
            {"section": box.section},
            self._values(box.key, "text"),
            self.cleaned_data[f"version-{box.key}"],
            {"sensitivity": box.sensitivity},
        )

    def _difference_words(self, key: str, note: ReviewNote | None) -> NoteWords:
        values = self._values(key, "whose", "text")
        about = self.cleaned_data[f"about-{key}"]
        values["line_id"] = uuid.UUID(about) if about else None
        if self.may_mark:
            is_sensitive = self.cleaned_data[f"sensitive-{key}"]
            values["sensitivity"] = Sensitivity.SENSITIVE if is_sensitive else Sensitivity.EVERYONE
        return NoteWords(
            key,
            NoteKind.DIFFERENCE,
            {"pk": uuid.UUID(key.removeprefix("d"))},
            values,
            self.cleaned_data[f"version-{key}"],
        )

    def _values(self, key: str, *names: str) -> dict:
        return {name: self.cleaned_data[f"{name}-{key}"] for name in names}

    # Its fields

    def _differences(self) -> list[tuple[str, ReviewNote | None]]:
        known: dict[str, ReviewNote | None] = {f"d{n.pk}": n for n in self.mode.differences}
        for key in self._keys_of("begun", BLANKS):
            known.setdefault(f"d{key}", None)
        return list(known.items())

    def _new_lines(self) -> list[tuple[str, str, ReviewNote | None]]:
        """(key, section, note) of the new lines that were agreed, and of an empty one each."""
        known = {f"n{n.pk}": (n.section, n) for n in self.mode.added}
        keys = self._keys_of("added", len(LINE_SECTIONS))
        for key, section in zip(keys, LINE_SECTIONS, strict=False):
            known.setdefault(f"n{key}", (section.value, None))
        return [(key, section, note) for key, (section, note) in known.items()]

    def _keys_of(self, name: str, most: int) -> list[uuid.UUID]:
        given = self.data.get(name, "") if self.is_bound else self.initial[name]
        found = []
        for text in given.split()[:most]:
            with suppress(ValueError):
                found.append(uuid.UUID(text))
        return found

    def _offer_outcome(self, box: OutcomeBox) -> None:
        self.fields[f"progress-{box.key}"] = forms.ChoiceField(
            label="How far", choices=[("", "Not said"), *Progress.choices], required=False
        )
        self.initial[f"progress-{box.key}"] = box.note.progress if box.note else ""
        self._offer_onward(box.key, box.note)
        self._offer_text(box.key, "What was said", box.note)
        if box.line_id:
            self._offer_words(f"wording-{box.key}", "New words, if it changes")
            self.initial[f"wording-{box.key}"] = box.note.wording if box.note else ""

    def _offer_onward(self, key: str, note: ReviewNote | None) -> None:
        self.fields[f"onward-{key}"] = forms.ChoiceField(
            label="What next", choices=[("", "Not said"), *Onward.choices], required=False
        )
        self.initial[f"onward-{key}"] = note.onward if note else ""

    def _offer_difference(self, key: str, note: ReviewNote | None) -> None:
        self.fields[f"whose-{key}"] = forms.CharField(
            label="Whose opinion", max_length=150, required=False
        )
        self.initial[f"whose-{key}"] = note.whose if note else ""
        self.fields[f"about-{key}"] = forms.ChoiceField(
            label="About", choices=self._about(note), required=False
        )
        self.initial[f"about-{key}"] = str(note.line_id) if note and note.line_id else ""
        self._offer_text(key, "What they say", note)
        if self.may_mark:
            self.fields[f"sensitive-{key}"] = forms.BooleanField(
                label="Sensitive: few people can read it", required=False
            )
            level = note.sensitivity if note else Sensitivity.EVERYONE
            self.initial[f"sensitive-{key}"] = level > Sensitivity.EVERYONE

    def _offer_text(self, key: str, label: str, note: ReviewNote | None, *, rows: int = 2) -> None:
        self._offer_words(f"text-{key}", label, rows=rows)
        self.initial[f"text-{key}"] = note.text if note else ""
        self.fields[f"version-{key}"] = forms.CharField(widget=forms.HiddenInput)
        self.initial[f"version-{key}"] = version_of_note(note)

    def _offer_words(self, name: str, label: str, *, rows: int = 2) -> None:
        self.fields[name] = forms.CharField(
            label=label,
            required=False,
            validators=[MaxLengthValidator(LONGEST_NOTE)],
            widget=forms.Textarea(attrs={"rows": rows}),
        )

    def _about(self, note: ReviewNote | None) -> list[tuple[str, str]]:
        """Lines that a difference can be about; what it was about stays, whatever the plan says."""
        lines = [(str(box.line_id), box.label) for box in self.mode.lines]
        aims = [(str(box.line_id), box.label) for box in self.mode.outcomes if box.line_id]
        known = [("", "The plan as a whole"), *aims, *lines]
        if note and note.line and str(note.line_id) not in dict(known):
            known.append((str(note.line_id), label_of(note.line)))
        return known

    def _bound(self, key: str, *names: str) -> dict[str, BoundField]:
        return {name: self[f"{name}-{key}"] for name in names}


def _new_keys(number: int) -> str:
    return " ".join(str(uuid.uuid4()) for _ in range(number))
