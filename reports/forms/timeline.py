"""Which events of a timeline are shown."""

from django import forms

from aylsham.forms import DateField, FilterForm
from reports.selectors.timeline.entries import Choice


class TimelineFilter(FilterForm):
    """A kind, and the first and last day; nothing chosen shows everything."""

    kind = forms.ChoiceField(label="Kind")
    from_on = DateField(label="From", help_text="")
    to_on = DateField(label="To", help_text="")

    def __init__(self, *args, kinds: dict[str, str], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [("", "Everything"), *kinds.items()]

    @property
    def choice(self) -> Choice:
        """What the selector takes."""
        return Choice(**self.chosen)

    @property
    def words(self) -> str:
        """What was chosen, for the head of a print."""
        choice = self.choice
        parts = [dict(self.fields["kind"].choices)[choice.kind]]
        if choice.from_on:
            parts.append(f"from {choice.from_on:%-d %B %Y}")
        if choice.to_on:
            parts.append(f"to {choice.to_on:%-d %B %Y}")
        return " ".join(parts)
