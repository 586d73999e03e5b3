"""The form of meeting mode: a box for each outcome, section and difference of opinion."""

import uuid
from collections.abc import Iterator

from django import forms
from django.core.validators import MaxLengthValidator
from django.forms import BoundField

from aylsham.codes import Sensitivity
from aylsham.forms import Form
from ehcp.models import ReviewNote
from ehcp.review_codes import NoteKind, Onward, Progress
from ehcp.selectors.meeting_mode import MeetingMode, OutcomeBox, SectionBox
from ehcp.services.meeting_notes import LONGEST_NOTE, NoteWords, version_of_note

#: So many empty boxes for differences of opinion stand ready.
BLANKS = 2


class NotesForm(Form):
    """What is said in the meeting, in the order of the page."""

    sitting = forms.UUIDField(widget=forms.HiddenInput)
    #: Keys of differences that this page begins: autosaved and saved, they are the same rows.
    begun = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, mode: MeetingMode, may_mark: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self.mode, self.may_mark = mode, may_mark
        self.initial.setdefault("sitting", uuid.uuid4())
        self.initial.setdefault("begun", " ".join(str(uuid.uuid4()) for _ in range(BLANKS)))
        for box in mode.outcomes:
            self._offer_outcome(box)
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
            yield box, self._bound(box.key, "progress", "onward", "text", "version")

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
            names = ("whose", "text", "version", *(("sensitive",) if self.may_mark else ()))
            yield self._bound(key, *names)

    @property
    def text_names(self) -> str:
        """The boxes whose words can be told to the safeguarding lead instead."""
        return " ".join(name for name in self.fields if name.startswith("text-"))

    # What the service takes

    @property
    def words(self) -> list[NoteWords]:
        """Every box."""
        return [
            *(self._outcome_words(box) for box in self.mode.outcomes),
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
            self._values(box.key, "progress", "onward", "text"),
            self.cleaned_data[f"version-{box.key}"],
            more if box.line_id else {k: v for k, v in more.items() if k != "outcome_id"},
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
        given = self.data.get("begun", "") if self.is_bound else self.initial["begun"]
        for text in given.split()[:BLANKS]:
            try:
                known.setdefault(f"d{uuid.UUID(text)}", None)
            except ValueError:
                continue
        return list(known.items())

    def _offer_outcome(self, box: OutcomeBox) -> None:
        for name, label, choices in (
            ("progress", "How far", Progress.choices),
            ("onward", "What next", Onward.choices),
        ):
            self.fields[f"{name}-{box.key}"] = forms.ChoiceField(
                label=label, choices=[("", "Not said"), *choices], required=False
            )
            self.initial[f"{name}-{box.key}"] = getattr(box.note, name, "")
        self._offer_text(box.key, "What was said", box.note)

    def _offer_difference(self, key: str, note: ReviewNote | None) -> None:
        self.fields[f"whose-{key}"] = forms.CharField(
            label="Whose opinion", max_length=150, required=False
        )
        self.initial[f"whose-{key}"] = note.whose if note else ""
        self._offer_text(key, "What they say", note)
        if self.may_mark:
            self.fields[f"sensitive-{key}"] = forms.BooleanField(
                label="Sensitive: few people can read it", required=False
            )
            level = note.sensitivity if note else Sensitivity.EVERYONE
            self.initial[f"sensitive-{key}"] = level > Sensitivity.EVERYONE

    def _offer_text(self, key: str, label: str, note: ReviewNote | None) -> None:
        self.fields[f"text-{key}"] = forms.CharField(
            label=label,
            required=False,
            validators=[MaxLengthValidator(LONGEST_NOTE)],
            widget=forms.Textarea(attrs={"rows": 2}),
        )
        self.initial[f"text-{key}"] = note.text if note else ""
        self.fields[f"version-{key}"] = forms.CharField(widget=forms.HiddenInput)
        self.initial[f"version-{key}"] = version_of_note(note)

    def _bound(self, key: str, *names: str) -> dict[str, BoundField]:
        return {name: self[f"{name}-{key}"] for name in names}
