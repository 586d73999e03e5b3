"""Forms about the record of a previous setting."""

from django import forms

from aylsham.forms import DateField, Form
from pupils.forms.status import past_day
from pupils.moving_codes import SentHow


class _Dated(Form):
    """Something that was done on a day."""

    on = DateField(label="When", help_text="")

    def clean_on(self):
        return past_day(self.cleaned_data["on"], "The day")


class AskForm(_Dated):
    """Which setting was asked, and how."""

    setting = forms.CharField(label="Previous school or nursery", max_length=150)
    address = forms.CharField(
        label="Its address or e-mail", widget=forms.Textarea(attrs={"rows": 3}), required=False
    )
    how = forms.ChoiceField(label="How you ask", choices=SentHow.choices)


class ChaseForm(_Dated):
    """Asked again."""

    how = forms.ChoiceField(label="How", choices=SentHow.choices)


class ReceivedForm(_Dated):
    """What came."""

    received = forms.CharField(
        label="What came", max_length=300, help_text="SEN file, reports; file the papers next"
    )


class NothingForm(_Dated):
    """Why nothing comes."""

    why = forms.CharField(
        label="Why nothing comes", max_length=300, help_text="Home educated; from abroad"
    )
