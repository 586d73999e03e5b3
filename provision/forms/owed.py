"""Forms about what is owed: a make-up in one press, and who has time for it."""

from django import forms

from aylsham.forms import CHOOSE, DateField, Form
from provision.models.owed import WEEKDAYS
from provision.provision_codes import StaffRole

MOST_MINUTES = 400


class MakeUpForm(Form):
    """What one press plans; every box is filled by the proposal."""

    on = DateField(help_text="")
    minutes = forms.IntegerField(min_value=1, max_value=MOST_MINUTES)
    staff = forms.ChoiceField(required=False)
    pupil = forms.MultipleChoiceField(
        error_messages={"invalid_choice": "A child is not in it. Open the page again."}
    )

    def __init__(self, *args, pupils: dict, adults: dict, **kwargs):
        super().__init__(*args, **kwargs)
        self.pupils, self.adults = pupils, adults
        self.fields["pupil"].choices = [(key, "") for key in pupils]
        self.fields["staff"].choices = [("", ""), *((key, "") for key in adults)]

    @property
    def facts(self) -> dict:
        """What the service takes."""
        data = self.cleaned_data
        return {
            "pupils": [self.pupils[key] for key in data["pupil"]],
            "on": data["on"],
            "minutes": data["minutes"],
            "staff": self.adults.get(data["staff"]),
        }


class SpareTimeForm(Form):
    """An adult, a day of the week, and how many minutes are free."""

    staff = forms.ChoiceField(label="Who")
    role = forms.ChoiceField(label="Works as", choices=StaffRole.choices, initial=StaffRole.LSA)
    weekday = forms.TypedChoiceField(label="On", coerce=int, choices=[CHOOSE, *WEEKDAYS])
    minutes = forms.IntegerField(
        label="Minutes free",
        min_value=0,
        max_value=MOST_MINUTES,
        help_text="0 takes the line away.",
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-4"}),
    )

    def __init__(self, *args, adults: dict, **kwargs):
        super().__init__(*args, **kwargs)
        self.adults = adults
        names = [(key, adult.name) for key, adult in adults.items()]
        self.fields["staff"].choices = [CHOOSE, *names]

    @property
    def facts(self) -> dict:
        """What the service takes."""
        data = self.cleaned_data
        return {
            "staff": self.adults[data["staff"]],
            "role": data["role"],
            "weekday": data["weekday"],
            "minutes": data["minutes"],
        }
