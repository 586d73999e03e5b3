"""Forms about reminders."""

from django import forms
from django.core.exceptions import ValidationError

from aylsham.forms import DateField, Form
from aylsham.models import School, User
from aylsham.models.reminders import EARLIEST_HOUR, LATEST_HOUR

HOURS = [(hour, f"{hour:02}:00") for hour in range(EARLIEST_HOUR, LATEST_HOUR + 1)]


class PreferenceForm(Form):
    """When a person gets reminders, and who gets them instead."""

    hour = forms.TypedChoiceField(label="Send them from", choices=HOURS, coerce=int)
    passes_to = forms.ModelChoiceField(
        label="Send them to a colleague instead",
        queryset=User.objects.none(),
        required=False,
        empty_label="Nobody: they come to me",
        help_text="Only what the colleague may see goes there. The rest still comes to you.",
    )
    passes_until = DateField(label="Until", required=False)

    def __init__(self, *args, colleagues, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["passes_to"].queryset = colleagues

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("passes_until") and not cleaned.get("passes_to"):
            raise ValidationError({"passes_to": "Choose the colleague, or leave the date out."})
        return cleaned


class FeedForm(Form):
    """Which schools a calendar address shows."""

    school = forms.ModelChoiceField(
        label="Which school",
        queryset=School.objects.none(),
        required=False,
        empty_label="All my schools",
    )

    def __init__(self, *args, schools, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["school"].queryset = School.objects.filter(pk__in=[s.pk for s in schools])


class CoverForm(Form):
    """Who covers a school's holidays."""

    user = forms.ModelChoiceField(
        label="Who covers the holidays",
        queryset=User.objects.none(),
        required=False,
        empty_label="The SENDCo",
        help_text="Gets what the law requires while the school is closed.",
    )

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["user"].queryset = people
