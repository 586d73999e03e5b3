"""What to print, and for whom."""

from typing import Any

from django import forms

from aylsham.codes import YEAR_GROUP_LABELS
from aylsham.forms import OnceForm
from aylsham.models import School
from pupils.print_kinds import PrintKind, print_kind


class BatchForm(OnceForm):
    """One kind of document, for classes or years; nothing ticked means everybody in reach."""

    kind = forms.ChoiceField(label="What to print", widget=forms.RadioSelect)
    groups = forms.MultipleChoiceField(
        label="Classes",
        help_text="Tick none for every class.",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    years = forms.MultipleChoiceField(
        label="Year groups",
        help_text="Tick none for every year.",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    only_register = forms.BooleanField(
        label="Only children on the SEND register", required=False, initial=True
    )
    is_large = forms.BooleanField(
        label="Large print, where there is one", help_text="Passports at 18 point.", required=False
    )

    def __init__(
        self, *args, kinds: list[PrintKind], groups: list[tuple[str, str]], school: School, **kwargs
    ):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [(kind.code, kind.label) for kind in kinds]
        self.fields["kind"].initial = kinds[0].code if kinds else ""
        self.fields["groups"].choices = groups
        self.fields["years"].choices = [(c, YEAR_GROUP_LABELS[c]) for c in school.year_groups]

    @property
    def whom(self) -> dict[str, Any]:
        """The choice of children, as the selector takes it."""
        data = self.cleaned_data
        return {name: data[name] for name in ("groups", "years", "only_register")}

    @property
    def facts(self) -> dict[str, Any]:
        """What is printed, as the service takes it."""
        data = self.cleaned_data
        kind = print_kind(data["kind"])
        return {
            "kind": data["kind"],
            "is_large": data["is_large"] and kind is not None and kind.has_large,
            "whom": self._whom_words(),
            "key": data["key"] or self.initial["key"],
        }

    def _whom_words(self) -> str:
        chosen = [
            dict(self.fields[name].choices)[code]
            for name in ("groups", "years")
            for code in self.cleaned_data[name]
        ]
        words = ", ".join(map(str, chosen)) or "All classes"
        return f"{words}, on the SEND register" if self.cleaned_data["only_register"] else words
