"""Forms of the page "About me": pictures, exact words, a recording."""

from django import forms

from aylsham.access.current import Access
from aylsham.access.sensitivity import sensitivity_choices
from aylsham.documents.checks.kinds import SOUNDS, SOUNDS_IN_WORDS
from aylsham.documents.checks.sounds import MOST_SECONDS
from aylsham.editing import EditForm
from aylsham.forms import Form
from pupils.services.contributions.about_me import MOST_PICTURES
from pupils.services.documents.clips import CLIP_FIELDS
from pupils.symbols import SYMBOLS

#: A minute of quick speech is a fifth of it.
LONGEST = 1000
_WORDS_HELP = "Exactly as the child says it, mistakes and all."


class AnswerForm(Form):
    """One question: what the child chose, and said."""

    pictures = forms.MultipleChoiceField(
        choices=[(code, symbol.label) for code, symbol in SYMBOLS.items()], required=False
    )
    words = forms.CharField(
        label="In the child's own words",
        help_text=_WORDS_HELP,
        required=False,
        strip=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def clean_pictures(self) -> list[str]:
        chosen = self.cleaned_data["pictures"]
        if len(chosen) > MOST_PICTURES:
            raise forms.ValidationError(f"Choose at most {MOST_PICTURES} pictures.")
        return chosen


def _words_field() -> forms.CharField:
    return forms.CharField(
        label="Every word of it",
        help_text=f"{_WORDS_HELP} This is what is printed.",
        required=False,
        strip=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class ClipForm(Form):
    """A recording of the child's voice, made on the page or chosen as a file."""

    file = forms.FileField(
        label="Or choose a recording",
        help_text=f"{SOUNDS_IN_WORDS}, up to {MOST_SECONDS} seconds.",
        error_messages={"required": "Record something, or choose a recording."},
        widget=forms.FileInput(attrs={"accept": ",".join(f".{e}" for e in SOUNDS)}),
    )
    words = _words_field()
    sensitivity = forms.TypedChoiceField(label="Who may hear it", coerce=int, required=False)
    agreed = forms.BooleanField(
        label="The child has heard it and says yes to keeping it",
        error_messages={"required": "Ask the child first. Without a yes it is not kept."},
    )

    def __init__(self, *args, access: Access, **kwargs):
        super().__init__(*args, **kwargs)
        levels = sensitivity_choices(access.permissions_at(access.schools[0]))
        if len(levels) < 2:
            del self.fields["sensitivity"]
        else:
            self.fields["sensitivity"].choices = levels


class ClipWordsForm(EditForm):
    """The words of a clip, as an adult hears them."""

    record_fields = CLIP_FIELDS
    words = _words_field()
