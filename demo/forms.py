import datetime as dt

from django.core.exceptions import ValidationError

from aylsham.clock import DEMO_FIRST, DEMO_LAST
from aylsham.datewords import full_day_words
from aylsham.forms import DateField, Form


class DemoDateForm(Form):
    """The day on which the demonstration plays."""

    day = DateField(label="The demonstration's date")

    def clean_day(self) -> dt.date:
        """Only where the sample schools have their data."""
        day = self.cleaned_data["day"]
        if not DEMO_FIRST <= day <= DEMO_LAST:
            raise ValidationError(
                f"Choose a day from {full_day_words(DEMO_FIRST)} to {full_day_words(DEMO_LAST)}."
            )
        return day
