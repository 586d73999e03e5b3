"""Fields that forms about care share."""

from django import forms

from aylsham.forms import DateField
from lac.codes import LegalStatus


def last_day(help_text: str = "Leave empty while it holds") -> DateField:
    """A last day that nobody has to know yet."""
    return DateField(label="Last day", required=False, help_text=help_text)


def council(label: str = "Council") -> forms.CharField:
    """The name of a council."""
    return forms.CharField(label=label, max_length=100, required=False)


def not_said(choices) -> list[tuple[str, str]]:
    """A list with "not known" first."""
    return [("", "Not known"), *choices]


def legal_status() -> forms.ChoiceField:
    """On what footing the council looks after the child."""
    return forms.ChoiceField(
        label="Legal status", choices=not_said(LegalStatus.choices), required=False
    )
