"""Forms of coming into care, leaving it, and what was before."""

from typing import Any

from django import forms

from aylsham.editing import EditForm
from aylsham.forms import CHOOSE, DateField, Form, OnceForm
from lac.codes import CareKind, CareWhere, Evidence, LeftCareThrough
from lac.forms.fields import council, legal_status
from lac.services.declarations import DECLARATION_FIELDS
from lac.services.periods import CARE_FIELDS, PEP_FIELDS, PREVIOUS_FIELDS, WHY

_KNEW = "The day the school was told. A clock that had run out before is not the school’s."


class CareFactsForm(EditForm):
    """What is said of a time in care."""

    record_fields = CARE_FIELDS
    starts_on = DateField(
        label="Came into care on",
        required=False,
        help_text="The clocks run from this day. Leave empty if nobody knows it yet.",
    )
    known_since = DateField(label="The school knew on", help_text=_KNEW)
    placing_authority = council("Council that looks after the child")
    legal_status = legal_status()
    legal_since = DateField(label="Legal status since", required=False)

    def clean(self) -> dict[str, Any]:
        """A day of the legal status needs a legal status."""
        data = super().clean()
        if data.get("legal_since") and not data.get("legal_status"):
            self.add_error("legal_status", "Say which legal status began on that day.")
        return data


class EnterCareForm(CareFactsForm, OnceForm):
    """A child came into care."""


class WhyForm(EditForm):
    """A correction says why."""

    corrected_why = forms.CharField(
        label="Why is it changed?", max_length=200, help_text="A new order, or what was wrong"
    )

    def __init__(self, *args, **kwargs):
        kwargs["initial"] = {WHY: ""} | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)


class CorrectCareForm(WhyForm, CareFactsForm):
    """Change or put right a time in care."""

    record_fields = (*CARE_FIELDS, WHY)
    field_order = CARE_FIELDS


class PreviousForm(EditForm):
    """How care ended, of a child who was in care before."""

    record_fields = PREVIOUS_FIELDS
    left_care_through = forms.ChoiceField(
        label="Care ended through",
        choices=[("", "Not known"), *LeftCareThrough.choices],
        required=False,
    )
    placing_authority = council("Council that looked after the child")
    known_since = DateField(label="The school knew on")


class RecordPreviousForm(PreviousForm, OnceForm):
    """A child was in care before."""


class CorrectPreviousForm(WhyForm, PreviousForm):
    """Put right how care ended."""

    record_fields = (*PREVIOUS_FIELDS, WHY)
    field_order = PREVIOUS_FIELDS


class LeaveCareForm(Form):
    """A child left care."""

    HOME = "home"
    last_day = DateField(label="Last day in care")
    through = forms.ChoiceField(
        label="Care ended through",
        choices=[
            CHOOSE,
            *LeftCareThrough.choices,
            (HOME, "Going home to parents, or something else: not counted as previously in care"),
        ],
    )

    @property
    def ended_through(self) -> str:
        """The census code; empty for what the census does not count."""
        through = self.cleaned_data["through"]
        return "" if through == self.HOME else through


class FirstPepForm(EditForm):
    """When the first PEP was started, and when the reviewing officer had it."""

    record_fields = PEP_FIELDS
    first_pep_on = DateField(label="The first PEP was started on", required=False)
    pep_with_officer_on = DateField(label="The reviewing officer had it on", required=False)


class DeclarationForm(EditForm):
    """What a family declares; what was shown is named, never kept."""

    record_fields = DECLARATION_FIELDS
    declared_on = DateField(label="Declared on")
    declared_by = forms.CharField(
        label="Who declared it", max_length=150, help_text="The parent’s or guardian’s name"
    )
    care_was = forms.ChoiceField(
        label="Where the child was in care",
        choices=[CHOOSE, *CareWhere.choices],
        help_text="Care abroad counts for the designated teacher’s help, and not for pupil premium "
        "plus: that is paid for care in England and Wales.",
    )
    order_on = DateField(label="Day of the order", required=False)
    evidence = forms.ChoiceField(
        label="What was shown",
        choices=[CHOOSE, *Evidence.choices],
        help_text="Look at it and give it back. No copy is kept here.",
    )
    seen_by = forms.ModelChoiceField(
        label="Who saw it", queryset=None, required=False, empty_label="Nobody yet"
    )
    seen_on = DateField(label="Seen on", required=False)
    consents_to = forms.CharField(
        label="What the family agrees to have recorded",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
        required=False,
        help_text="And who may know of it. They can change their mind.",
    )
    consents_on = DateField(label="They agreed on", required=False)

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["seen_by"].queryset = people
        self.fields["seen_by"].label_from_instance = lambda user: user.name


#: Which form corrects a time of which kind.
CORRECT = {CareKind.LOOKED_AFTER: CorrectCareForm, CareKind.PREVIOUSLY: CorrectPreviousForm}
