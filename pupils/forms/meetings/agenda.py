"""The form of a meeting's agenda."""

from django import forms

from aylsham.forms import Form
from pupils.rules.meetings import agenda_of


class AgendaForm(Form):
    """The items, one on a line."""

    agenda = forms.CharField(
        label="One item on each line, with its minutes at the end",
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text="For example: What is going well, 10. Everybody who is invited reads the items.",
    )
    before = forms.JSONField(widget=forms.HiddenInput, required=False)
    version = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean_agenda(self):
        """As the services take it."""
        try:
            items = agenda_of(self.cleaned_data["agenda"])
        except ValueError as fault:
            raise forms.ValidationError(str(fault)) from None
        titles = [title.lower() for title, _ in items]
        if len(set(titles)) < len(titles):
            raise forms.ValidationError("Two items have the same words. Word them apart.")
        return items

    def show_both(self, refused) -> None:
        """Somebody else saved first."""
        now = refused.differences[0].now
        self.add_error("agenda", f"The agenda now says: {now}")
        self.add_error(None, f"{refused} Save again to keep what is in the box.")
        self.data = self.data.copy()
        self.data["version"] = refused.version
