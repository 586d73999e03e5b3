"""The form of a training."""

from django import forms

from aylsham.editing import EditForm
from aylsham.forms import CHOOSE, DateField, OnceForm
from staff.codes import TrainingSubject
from staff.services import TRAINING_FIELDS


class TrainingForm(EditForm, OnceForm):
    """A training that somebody took part in."""

    record_fields = TRAINING_FIELDS
    person = forms.ModelChoiceField(label="Who", queryset=None, empty_label="Choose a person")
    subject = forms.ChoiceField(label="About", choices=[CHOOSE, *TrainingSubject.choices])
    title = forms.CharField(label="Title", max_length=150)
    provider = forms.CharField(label="Who gave it", max_length=150, required=False)
    taken_on = DateField(label="Day", help_text="The last day, if it took several")
    valid_until = DateField(
        label="Valid until", required=False, help_text="Leave empty if it does not run out"
    )
    hours = forms.DecimalField(
        label="Hours", min_value=0.5, max_value=500, decimal_places=1, required=False
    )

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        if self.record:
            del self.fields["person"]
        else:
            self.fields["person"].queryset = people
            self.fields["person"].label_from_instance = lambda user: user.name
