"""Forms of the catalogue of training."""

from decimal import Decimal
from typing import Any

from django import forms

from aylsham.changes import version_of
from aylsham.editing import EditForm
from aylsham.forms import Form, OnceForm
from provision.models import CatalogueItem
from provision.rules.money import in_pence, pounds_of
from pupils.codes import NEED_TYPE_CHOICES
from staff.services.training_topics import TOPIC_FIELDS, Programmes
from staff.training_codes import TrainingDuty

_SHORT = {"class": "govuk-input--width-5"}


def pounds_field(label: str, **more) -> forms.DecimalField:
    """An amount in pounds."""
    return forms.DecimalField(
        label=label,
        min_value=0,
        max_value=1_000_000,
        decimal_places=2,
        required=False,
        widget=forms.NumberInput(attrs=_SHORT),
        **more,
    )


def whole_pence(pounds: Decimal | None) -> int | None:
    """An amount in pounds as whole pence; None stays None."""
    return None if pounds is None else in_pence(pounds)


class ProgrammesForm(Form):
    """Which programmes of the catalogue ask for a training."""

    programmes = forms.MultipleChoiceField(
        label="Programmes that ask for it",
        help_text="Nobody gives one of these untrained unless somebody says why.",
        widget=forms.CheckboxSelectMultiple(attrs={"class": "ay-inline"}),
        required=False,
    )

    def __init__(self, *args, items: list[CatalogueItem], asked=frozenset(), **kwargs):
        super().__init__(*args, **kwargs)
        self.items = {str(item.pk): item for item in items}
        choices = [(key, item.name) for key, item in self.items.items()]
        self.fields["programmes"].choices = choices
        self.initial.setdefault("programmes", [str(pk) for pk in asked])
        if not choices:
            del self.fields["programmes"]

    @property
    def said(self) -> Programmes:
        """What was ticked, of what was offered."""
        ticked = self.cleaned_data.get("programmes", ())
        return Programmes(
            tuple(self.items[key] for key in ticked),
            frozenset(item.pk for item in self.items.values()),
        )


class TopicForm(ProgrammesForm, EditForm, OnceForm):
    """A topic: what it is for, who needs it, what it costs, how long it counts."""

    marks_optional = False
    field_order = ("name", "about", "duty", "programmes", "need_types")
    record_fields = tuple(name for name in TOPIC_FIELDS if name not in ("pence", "is_retired"))
    name = forms.CharField(label="Name", max_length=80)
    about = forms.CharField(
        label="What it is for",
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    duty = forms.ChoiceField(
        label="Needed for a duty",
        choices=[("", "No duty of its own"), *TrainingDuty.choices],
        required=False,
    )
    need_types = forms.MultipleChoiceField(
        label="Helps with these needs",
        choices=NEED_TYPE_CHOICES,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "ay-inline"}),
        required=False,
    )
    provider = forms.CharField(label="Who usually gives it", max_length=150, required=False)
    pounds = pounds_field("Usual cost, in pounds")
    hours = forms.DecimalField(
        label="Hours",
        min_value=Decimal("0.5"),
        max_value=500,
        decimal_places=1,
        required=False,
        widget=forms.NumberInput(attrs=_SHORT),
    )
    valid_months = forms.IntegerField(
        label="Counts for how many months",
        min_value=1,
        max_value=120,
        required=False,
        help_text="Leave it empty if it does not run out. A certificate’s own last day goes first.",
        widget=forms.NumberInput(attrs=_SHORT),
    )
    is_shared = forms.BooleanField(label="For every school of the federation", required=False)
    is_retired = forms.BooleanField(
        label="No longer used: keep what people took, offer it no more", required=False
    )

    def __init__(self, *args, may_share: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        if self.record:
            if self.record.pence is not None:
                self.initial["pounds"] = pounds_of(self.record.pence)
            self.initial["is_retired"] = self.record.is_retired
        else:
            del self.fields["is_retired"]
        if self.record or not may_share:
            del self.fields["is_shared"]
        self.initial["version"] = version_of(self.record, TOPIC_FIELDS)

    @property
    def facts(self) -> dict[str, Any]:
        """What the services take."""
        data = self.cleaned_data
        return super().facts | {
            "pence": whole_pence(data["pounds"]),
            "is_retired": data.get("is_retired", False),
        }
