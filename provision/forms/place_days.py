"""The days of a child in a provision, and the last day of all of it."""

from aylsham.forms import DateField, Form


class PlaceForm(Form):
    """The first and last day of one child in a provision."""

    starts_on = DateField(label="From", help_text="")
    ends_on = DateField(label="Until", help_text="")


class EndForm(Form):
    """A provision ends for everybody."""

    ends_on = DateField(
        label="Last day", help_text="For all its children. The cost is counted until then."
    )
