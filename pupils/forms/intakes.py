"""Forms of dropped passports: the drop, and what is asked about one file."""

from uuid import UUID

from django import forms

from aylsham.documents.checks.refusal import FileRefused
from aylsham.documents.inspecting import Upload
from aylsham.forms import FilesField, Form
from pupils.codes import PassportPart
from pupils.rules.intakes import BOTH, OURS, THEIRS
from pupils.selectors.intakes import UNPLACED, IntakeLine

ACCEPT = ".docx,.pdf,.zip"
LEAVE, ELSEWHERE = "leave", "no"


class DropForm(Form):
    """Files, a folder, or a zip."""

    files = FilesField(
        label="Files, or a zip of them",
        accept=ACCEPT,
        required=False,
        help_text="Word (.docx) and PDF. On a computer, drag them all onto this field.",
    )
    folder = FilesField(label="Or a whole folder", accept=ACCEPT, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["folder"].widget.attrs["webkitdirectory"] = True
        self.marks_optional = False

    def clean(self):
        data = super().clean()
        if not data.get("files") and not data.get("folder") and not self.errors:
            self.add_error("files", "Choose files, a zip or a folder.")
        return data

    def uploads(self) -> list[Upload]:
        """The files with their bytes; FileRefused for one over the limit."""
        return [Upload.of(each) for name in ("files", "folder") for each in self.cleaned_data[name]]

    def read(self) -> list[Upload] | None:
        """The files, or None with the reason on the form."""
        try:
            return self.uploads()
        except FileRefused as refused:
            self.add_error("files", str(refused))
            return None


class IntakeFileForm(Form):
    """What is asked about one file."""

    child = forms.ChoiceField(label="Whose passport is it?")

    def __init__(self, *args, line: IntakeLine, children: list[tuple[UUID, str]], **kwargs):
        super().__init__(*args, prefix=str(line.id)[-12:], **kwargs)
        self.line = line
        likely = [(str(pk), name) for pk, name in line.candidates]
        rest = [(str(pk), name) for pk, name in children if (str(pk), name) not in likely]
        self.fields["child"].choices = [
            *([("", "Choose")] if not line.pupil_id else []),
            *([("These may be meant", likely)] if likely else []),
            ("Every child", rest),
            ("Otherwise", [(LEAVE, "Leave this file out")]),
        ]
        self.initial["child"] = str(line.pupil_id or "")
        for box in line.boxes:
            if box.ours:
                self.fields[box.part] = forms.ChoiceField(
                    label=box.label,
                    choices=[
                        (OURS, f"Keep what the passport says: {box.ours}"),
                        (THEIRS, f"Take what the file says: {box.theirs}"),
                        (BOTH, "Keep both, the file's after ours"),
                    ],
                    widget=forms.RadioSelect,
                    initial=OURS,
                )
        if line.unplaced:
            parts = [(part.value, str(part.label)) for part in PassportPart]
            self.fields[UNPLACED] = forms.ChoiceField(
                label="Where does the rest belong?",
                help_text=line.unplaced,
                choices=[(ELSEWHERE, "Nowhere: it stays in the document"), *parts],
            )
        self.marks_optional = False

    @property
    def pupil_id(self) -> UUID | None:
        """The child; None: the file is left out."""
        said = self.cleaned_data["child"]
        return None if said == LEAVE else UUID(said)

    @property
    def choices(self) -> dict[str, str]:
        """What was decided for each box."""
        said = {name: self.cleaned_data[name] for name in self.fields if name != "child"}
        if said.get(UNPLACED) == ELSEWHERE:
            said[UNPLACED] = ""
        return said
