"""Forms of what helps, and of the library to pick from."""

from typing import Any

from django import forms

from aylsham.access.sensitivity import sensitivity_choices
from aylsham.editing import EditForm
from pupils.codes import AreaOfNeed, Setting, Tier
from pupils.selectors.identity import Child
from pupils.services.library import LIBRARY_FIELDS
from pupils.services.strategies import STRATEGY_FIELDS


class StrategyForm(EditForm):
    """One sentence of what helps, where it belongs and who may read it."""

    record_fields = STRATEGY_FIELDS
    text = forms.CharField(
        label="What helps",
        help_text="One thing that an adult does, in words a new colleague understands.",
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=600,
    )
    setting = forms.ChoiceField(label="Where", choices=Setting)
    tier = forms.ChoiceField(label="How far beyond what every child gets", choices=Tier)
    need = forms.TypedChoiceField(
        label="Need it answers", required=False, empty_value=None, coerce=str
    )
    is_normal_practice = forms.BooleanField(
        label="Normal classroom practice for this child",
        help_text="Tick it where tests will ask for the same: it is the evidence for an "
        "access arrangement.",
        required=False,
    )
    sensitivity = forms.TypedChoiceField(label="Who may read it", coerce=int)

    def __init__(self, *args, child: Child, levels, needs=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.needs = {str(need.pk): need for need in needs}
        named = [(str(need.id), need.in_words or need.label) for need in child.needs]
        self.fields["need"].choices = [("", "No single need"), *named]
        choices = sensitivity_choices(levels)
        self.fields["sensitivity"].choices = choices
        if len(choices) == 1:
            self.fields["sensitivity"].widget = forms.HiddenInput()
            self.initial.setdefault("sensitivity", choices[0][0])

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes."""
        need = self.cleaned_data["need"]
        return super().facts | {"need": self.needs.get(need) if need else None}


class LibraryForm(EditForm):
    """A sentence of the library."""

    record_fields = LIBRARY_FIELDS
    text = forms.CharField(
        label="Sentence", widget=forms.Textarea(attrs={"rows": 2}), max_length=300
    )
    area = forms.ChoiceField(label="Area of need", choices=AreaOfNeed)
    setting = forms.ChoiceField(label="Where", choices=Setting)
    tier = forms.ChoiceField(label="How far beyond what every child gets", choices=Tier)
    is_shared = forms.BooleanField(
        label="Offer it to every school of the federation", required=False
    )

    def __init__(self, *args, may_share: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        if not may_share:
            del self.fields["is_shared"]
