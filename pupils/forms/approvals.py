"""Forms of the second look."""

from django import forms

from aylsham.forms import CHOOSE, DateField, Form
from pupils.sharing_codes import ShareKind, WhenAsked


class AskApprovalForm(Form):
    """Whom to ask, by when, and what to look at."""

    approver = forms.ChoiceField(label="Who looks at it")
    due_on = DateField(label="By")
    note = forms.CharField(
        label="What they should look at", required=False, max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.people = {str(each.pk): each for each in people}
        named = [(key, each.name) for key, each in self.people.items()]
        self.fields["approver"].choices = [CHOOSE, *named]

    @property
    def chosen(self):
        """The person who is asked."""
        return self.people[self.cleaned_data["approver"]]


class AnswerApprovalForm(Form):
    """Yes, or back with words."""

    is_approved = forms.TypedChoiceField(
        label="Your answer",
        choices=[("yes", "It may leave as it is"), ("no", "Send it back")],
        coerce=lambda value: value == "yes",
        empty_value=None,
        widget=forms.RadioSelect,
    )
    why = forms.CharField(
        label="What has to change", required=False, max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip

    def clean(self):
        found = super().clean() or {}
        if found.get("is_approved") is False and not found.get("why", "").strip():
            self.add_error("why", "Say what has to change.")
        return found


class ApprovalRulesForm(Form):
    """When a second person has to look, for each kind of thing."""

    ON_PAGES = "A stricter rule also takes papers off pages until somebody has approved them."

    def __init__(self, *args, asked: dict[str, str], **kwargs):
        super().__init__(*args, **kwargs)
        for kind in ShareKind:
            self.fields[kind.value] = forms.ChoiceField(
                label=kind.label,
                help_text=self.ON_PAGES if kind == ShareKind.PAGE else "",
                choices=WhenAsked,
                initial=asked[kind],
                widget=forms.RadioSelect,
            )
