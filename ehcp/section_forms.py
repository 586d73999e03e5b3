"""Forms of what a plan says: a version, the rows of a section, a paste, terms, a move."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from django import forms

from aylsham.changes import StaleSave
from aylsham.editing import EditForm
from aylsham.forms import CHOOSE, DateField, Form, OnceForm, PastDateField
from aylsham.identifiers import as_key
from ehcp.section_codes import Placement, PlanSection, VersionKind
from ehcp.services.standing import MOVE_FIELDS, TERMS_FIELDS
from ehcp.services.versions import VERSION_FIELDS


class VersionForm(EditForm, OnceForm):
    """What the council sent, and when."""

    record_fields = VERSION_FIELDS
    kind = forms.ChoiceField(label="What it is", choices=[CHOOSE, *VersionKind.choices])
    served_on = PastDateField(
        label="Day it was sent or given",
        help_text="An e-mail counts on the day it was sent. The parents’ 15 days begin on it.",
    )
    local_authority = forms.CharField(label="Council", max_length=100)
    document = forms.TypedChoiceField(
        label="The paper itself",
        help_text="Of the child’s documents, so that a line can name its page.",
        required=False,
        empty_value=None,
    )
    copied_from = forms.ChoiceField(
        label="Begin with the words of",
        help_text="Then only what changed has to be typed.",
        required=False,
    )

    def __init__(
        self,
        *args,
        papers: Iterable[tuple[str, str]],
        copies: Iterable[tuple[str, str]] = (),
        **kwargs,
    ):
        super().__init__(*args, **kwargs)
        self.fields["document"].choices = [("", "None"), *papers]
        self.fields["document"].coerce = as_key
        copies = list(copies)
        self.fields["copied_from"].choices = [("", "An empty page"), *copies]
        if not copies:
            del self.fields["copied_from"]

    @property
    def facts(self) -> dict[str, Any]:
        """The document by its key."""
        facts = super().facts
        return {name: v for name, v in facts.items() if name != "document"} | {
            "document_id": facts["document"]
        }

    def show_both(self, refused: StaleSave) -> None:
        """What the record says now; a paper has no words to stand beside the box."""
        refused.differences = [each for each in refused.differences if each.field != "document"]
        super().show_both(refused)


class PasteForm(Form):
    """The text of a plan, or of one of its sections."""

    mark = forms.CharField(widget=forms.HiddenInput, required=False)
    section = forms.ChoiceField(
        label="What you paste",
        choices=[
            ("", "The whole plan, or several sections with their headings"),
            *((code, f"Section {code}: {label}") for code, label in PlanSection.choices),
        ],
        required=False,
    )
    text = forms.CharField(
        label="The text",
        help_text="Headings such as “Section F” begin a section. Each number, bullet or row of a "
        "table becomes a line.",
        max_length=400_000,
        widget=forms.Textarea(attrs={"rows": 14}),
    )

    def show_both(self, refused: StaleSave) -> None:
        """Somebody wrote in between: look at the preview again."""
        self.add_error(None, f"{refused} Look at the preview again before you add these lines.")
        self.data = self.data.copy()
        self.data["mark"] = refused.version


class OutcomesForm(Form):
    """Lines of Section E that become outcomes of the child's record, and by when."""

    lines = forms.MultipleChoiceField(
        label="Outcomes of the plan", widget=forms.CheckboxSelectMultiple
    )
    by_on = DateField(
        label="By when",
        help_text="“By the end of Year 6” is the last day of that school year, for example "
        "31 Aug 2029.",
    )

    def __init__(self, *args, lines: list[tuple[str, str]], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["lines"].choices = lines
        self.initial.setdefault("lines", [key for key, _ in lines])

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes."""
        return {
            "lines": [as_key(key) for key in self.cleaned_data["lines"]],
            "by_on": self.cleaned_data["by_on"],
        }


class TermsForm(EditForm, OnceForm):
    """Band, top-up and placement from a day on."""

    record_fields = TERMS_FIELDS
    starts_on = DateField(label="From")
    band = forms.CharField(
        label="Funding band",
        help_text="As the council calls it.",
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-10"}),
    )
    top_up_pence = forms.DecimalField(
        label="Top-up a year, in pounds",
        min_value=0,
        max_value=200_000,
        decimal_places=2,
        required=False,
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-5", "step": "0.01"}),
    )
    placement = forms.ChoiceField(label="Placement", choices=Placement.choices)
    setting = forms.CharField(
        label="The other school, or the name of the base",
        help_text="For dual registration, or a specialist resource base.",
        max_length=100,
        required=False,
    )

    def __init__(self, *args, record=None, **kwargs):
        super().__init__(*args, record=record, **kwargs)
        if record and record.top_up_pence is not None:
            self.initial["top_up_pence"] = Decimal(record.top_up_pence) / 100

    def show_both(self, refused: StaleSave) -> None:
        """What the record says now, money in pounds."""
        refused.differences = [
            replace(each, now=f"£{each.value / 100:.2f}")
            if each.field == "top_up_pence" and isinstance(each.value, int)
            else each
            for each in refused.differences
        ]
        super().show_both(refused)

    def clean_top_up_pence(self) -> int | None:
        """Pence."""
        pounds = self.cleaned_data["top_up_pence"]
        return None if pounds is None else int(pounds * 100)


class MoveForm(EditForm):
    """Where the plan came from."""

    record_fields = MOVE_FIELDS
    from_authority = forms.CharField(label="Council it comes from", max_length=100)
    moved_on = PastDateField(label="Day the child moved")
    aware_on = PastDateField(
        label="Day the old council learned of the move",
        help_text="Leave empty while it does not know.",
        required=False,
    )
    transferred_on = PastDateField(label="Day the plan was handed over", required=False)

    def clean(self) -> dict[str, Any]:
        """The plan is handed over on the day of the move at the earliest."""
        data = super().clean()
        moved, handed = data.get("moved_on"), data.get("transferred_on")
        if moved and handed and handed < moved:
            self.add_error("transferred_on", "It was handed over on the day of the move or later.")
        return data
