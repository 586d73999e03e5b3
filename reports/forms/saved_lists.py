"""Forms of saved lists."""

from collections.abc import Iterable

from django import forms

from aylsham.changes import StaleSave
from aylsham.forms import Form
from reports.codes import ForWhom

NAME_HELP = "No child’s name: colleagues may see it"


class SaveListForm(Form):
    """A name, for whom, and which columns."""

    name = forms.CharField(label="Name of the list", max_length=80, help_text=NAME_HELP)
    for_whom = forms.ChoiceField(label="Who has it", widget=forms.RadioSelect, initial=ForWhom.ME)
    columns = forms.MultipleChoiceField(
        label="Columns", widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(
        self,
        *args,
        for_whom: Iterable[ForWhom],
        columns: list[tuple[str, str]],
        shown: Iterable[str],
        **kwargs,
    ):
        kwargs["initial"] = {"columns": list(shown)} | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        self.fields["for_whom"].choices = [(each.value, each.label) for each in for_whom]
        self.fields["columns"].choices = columns

    def chosen_columns(self) -> list[str]:
        """Their keys; none when all are chosen, so that a new field appears by itself."""
        chosen = self.cleaned_data["columns"]
        every = [key for key, _ in self.fields["columns"].choices]
        return [] if set(chosen) == set(every) else chosen


class ColumnsForm(Form):
    """Which columns, for this once."""

    columns = forms.MultipleChoiceField(required=False)

    def __init__(self, *args, columns: list[tuple[str, str]], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["columns"].choices = columns


class RenameListForm(Form):
    """Another name, and where asked, what is shown now instead of what was saved."""

    name = forms.CharField(label="Name of the list", max_length=80, help_text=NAME_HELP)
    version = forms.CharField(widget=forms.HiddenInput, required=False)

    def show_both(self, refused: StaleSave) -> None:
        """What the list is called now, beside the new name."""
        self.add_error("name", f"{refused} The name is now: {refused.differences[0].now}")
        self.data = self.data.copy()
        self.data["version"] = refused.version
