"""Forms of case studies: the words, sentences to choose, why one is taken back."""

from django import forms

from aylsham.editing import EditForm
from aylsham.forms import Form
from reports.case_study_codes import FIELDS, PARTS
from reports.selectors.case_studies import Said

#: Letters of a part.
LONGEST = 3000


class StudyForm(EditForm):
    """A box for each part."""

    record_fields = FIELDS

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, heading in PARTS:
            self.fields[name] = forms.CharField(
                label=heading,
                required=False,
                max_length=LONGEST,
                widget=forms.Textarea(attrs={"rows": 4}),
            )
            self.initial.setdefault(name, "")


class VoicesForm(Form):
    """Sentences of the child and the family, of which a person chooses."""

    keys = forms.MultipleChoiceField(
        label="Which of these may others read?",
        widget=forms.CheckboxSelectMultiple,
        help_text="Choose what tells the journey. You can change the words afterwards.",
        error_messages={"required": "Choose a sentence, or go back."},
    )

    def __init__(self, *args, offered: list[Said], **kwargs):
        super().__init__(*args, **kwargs)
        self.offered = offered
        self.fields["keys"].choices = [
            (each.key, f"{each.whose}: “{each.words}”") for each in offered
        ]

    @property
    def chosen(self) -> list[Said]:
        """In the order in which they stand."""
        return [each for each in self.offered if each.key in self.cleaned_data["keys"]]


class ApproveForm(Form):
    """That a person has read it for what points to the child."""

    is_read = forms.BooleanField(
        label="I have read it, and nobody who does not know already can tell who it is",
        error_messages={"required": "Read it, then tick that you have."},
    )
    seen = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args, is_named: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if is_named:
            self.fields["is_read"].label = "I have read it, and it says what the family agreed to"


class TakeBackForm(Form):
    """Why nobody is to read it any more."""

    why = forms.CharField(
        label="Why",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="It is no longer shown or printed. It stays among the child’s papers.",
    )
