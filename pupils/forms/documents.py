"""Forms of documents: several files at once, what is said of one, who may read it."""

from django import forms

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.access.sensitivity import sensitivity_choices
from aylsham.documents.checks.kinds import ACCEPT, IN_WORDS, MEGABYTES
from aylsham.editing import EditForm
from aylsham.forms import DateField, FilesField, Form
from pupils.codes import DOCUMENT_TYPE_CHOICES, DOCUMENT_TYPES
from pupils.forms.status import past_day
from pupils.services.documents.filing import DOCUMENT_FIELDS

MOST_FILES = 30
_ON_WHICH = "Look at the paper. Empty if it has no date."


def _readers(access: Access) -> list[tuple[int, str]]:
    """Whom a document can be kept to: nobody chooses what they could not read again."""
    return sensitivity_choices(access.permissions_at(access.schools[0]))


def _kinds(access: Access, now: str = "") -> list[tuple[str, str]]:
    """What a paper can be; a recording stays one, and is made on a page of its own."""
    knows_care = access.can(Permission.VIEW_CARE)
    is_recording = bool(now) and DOCUMENT_TYPES[now].is_recording
    return [
        (code, label)
        for code, label in DOCUMENT_TYPE_CHOICES
        if DOCUMENT_TYPES[code].is_recording == is_recording
        and (knows_care or not DOCUMENT_TYPES[code].is_care)
    ]


class FilingForm(Form):
    """Files for one child, with what they have in common."""

    #: What waits behind "More about it".
    more_names = ("title", "author", "profession", "source", "sensitivity")

    files = FilesField(
        label="Files",
        accept=ACCEPT,
        error_messages={"required": "Choose one file or more, or take a photo."},
        help_text=f"{IN_WORDS}. Up to {MEGABYTES} MB each, several at once.",
    )
    camera = FilesField(
        label="Or take a photo of the paper",
        accept="image/*",
        capture="environment",
        required=False,
        help_text="On a phone or tablet. Where and when it was taken is not kept.",
    )
    kind = forms.ChoiceField(label="What it is")
    title = forms.CharField(
        label="Title",
        max_length=150,
        required=False,
        help_text="Empty: taken from the file's name, without the child's.",
    )
    of_on = DateField(label="Date on the paper", required=False, help_text=_ON_WHICH)
    author = forms.CharField(label="Who wrote it", max_length=150, required=False)
    profession = forms.CharField(label="Their profession", max_length=100, required=False)
    source = forms.CharField(
        label="Where it came from",
        max_length=150,
        required=False,
        help_text="For example: e-mail of the clinic, brought by the mother.",
    )
    sensitivity = forms.TypedChoiceField(
        label="Who may read it", coerce=int, empty_value=None, required=False
    )

    def __init__(self, *args, access: Access, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["files"].required = "camera" not in self.files
        self.fields["kind"].choices = [("", "Choose one"), *_kinds(access)]
        self.fields["sensitivity"].choices = [("", "As usual for its type"), *_readers(access)]

    def clean_of_on(self):
        return past_day(self.cleaned_data["of_on"], "The date")

    def clean(self):
        if len(self.uploads) > MOST_FILES:
            self.add_error("files", f"Choose at most {MOST_FILES} files at once.")
        return self.cleaned_data

    @property
    def more(self) -> list:
        """The boxes that most people leave empty."""
        return [self[name] for name in self.more_names]

    @property
    def uploads(self) -> list:
        """All files that were sent."""
        return [*self.cleaned_data.get("files", ()), *self.cleaned_data.get("camera", ())]

    @property
    def facts(self) -> dict:
        """What is said of every one of them; a title only of a single one."""
        names = ("kind", "of_on", "author", "profession", "source", "sensitivity")
        title = self.cleaned_data["title"] if len(self.uploads) == 1 else ""
        return {"title": title, **{name: self.cleaned_data[name] for name in names}}


class DocumentForm(EditForm):
    """What is said of a document."""

    record_fields = DOCUMENT_FIELDS
    kind = forms.ChoiceField(label="What it is")
    title = forms.CharField(label="Title", max_length=150)
    of_on = DateField(label="Date on the paper")
    author = forms.CharField(label="Who wrote it", max_length=150, required=False)
    profession = forms.CharField(label="Their profession", max_length=100, required=False)
    source = forms.CharField(label="Where it came from", max_length=150, required=False)
    sensitivity = forms.TypedChoiceField(
        label="Who may read it", coerce=int, widget=forms.RadioSelect
    )
    is_advice = forms.BooleanField(
        label="Belongs to the list of advice (Section K)", required=False
    )
    hold_reason = forms.CharField(
        label="Keep it for longer than the rule, because",
        max_length=200,
        required=False,
        help_text="Only for an inquiry or a claim. The whole record cannot be deleted while it is held.",
    )

    def __init__(self, *args, access: Access, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = _kinds(access, self.record.kind)
        self.fields["sensitivity"].choices = _readers(access)

    def clean_of_on(self):
        return past_day(self.cleaned_data["of_on"], "The date")


class VersionForm(Form):
    """A newer file of the same document."""

    file = forms.FileField(label="File", widget=forms.FileInput(attrs={"accept": ACCEPT}))
    note = forms.CharField(
        label="What is new",
        max_length=200,
        required=False,
        help_text="For example: signed, or page 3 added.",
    )


class PhotoForm(Form):
    """A photo of the child."""

    file = forms.FileField(
        label="Photo",
        widget=forms.FileInput(attrs={"accept": "image/*"}),
        help_text="The middle is cut out as a square. Where and when it was taken is not kept.",
    )


class BinForm(Form):
    """Why a document goes in the bin."""

    reason = forms.CharField(
        label="Why", max_length=200, help_text="For example: filed twice, illegible."
    )
