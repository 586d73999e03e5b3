"""Forms of supervision: a day, an agreed action or objective."""

from django import forms

from aylsham.editing import EditForm
from aylsham.forms import DateField, OnceForm
from staff.codes import LineSide
from staff.services.supervision import ACTION_FIELDS, MEETING_FIELDS


class SupervisionForm(EditForm, OnceForm):
    """A day of supervision; once it stands, whether it took place."""

    record_fields = MEETING_FIELDS
    planned_on = DateField(label="Day")
    is_held = forms.BooleanField(label="It took place", required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.record:
            del self.fields["is_held"]


class AgreedForm(EditForm, OnceForm):
    """What the two agreed."""

    record_fields = ACTION_FIELDS
    text = forms.CharField(
        label="What you agreed",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="About practice. Nothing on appraisal, probation, health or absence, and no "
        "child’s name.",
    )
    side = forms.ChoiceField(label="Who does it", choices=LineSide.choices, initial=LineSide.MEMBER)
    due_on = DateField(label="By when", required=False)
    done_on = DateField(label="Done on", required=False, help_text="")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.record:
            del self.fields["done_on"]
