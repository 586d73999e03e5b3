from aylsham.forms import DateField, Form


class DemoDateForm(Form):
    """The day on which the demonstration plays."""

    day = DateField(label="The demonstration's date")
