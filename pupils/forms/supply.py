"""How long a supply teacher may open the class sheet."""

import datetime as dt

from django import forms

from aylsham.datewords import day_words
from aylsham.forms import Form
from aylsham.models import School
from pupils.selectors.supply import last_days


class SupplyForm(Form):
    """The last day of a link; the first choice is the usual one."""

    until = forms.TypedChoiceField(
        label="Works until the end of",
        coerce=dt.date.fromisoformat,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args, school: School, today: dt.date, **kwargs):
        super().__init__(*args, **kwargs)
        days = last_days(school, today)
        self.fields["until"].choices = [
            (day.isoformat(), day_words(day, today=today)) for day in days
        ]
        self.fields["until"].initial = days[0].isoformat()
