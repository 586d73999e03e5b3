"""Forms of needs assessments: one fact or a few, with the version they started from."""

from typing import Any

from django import forms

from aylsham.editing import EditForm
from aylsham.forms import CHOOSE, Form, OnceForm, PastDateField
from ehcp.assessment_codes import (
    AssessDecision,
    Proof,
    Requester,
)
from ehcp.services.assessments.requests import (
    CORRECT_FIELDS,
    DECISION_FIELDS,
    DRAFT_FIELDS,
    FINAL_FIELDS,
    NO_PLAN_FIELDS,
    RECEIPT_FIELDS,
    WITHDRAW_FIELDS,
)

LONGEST = 4000


def long_words(label: str, **options: Any) -> forms.CharField:
    """A box for some sentences; empty unless asked for."""
    options.setdefault("required", False)
    return forms.CharField(
        label=label, widget=forms.Textarea(attrs={"rows": 4}), max_length=LONGEST, **options
    )


class BeginForm(Form):
    """For which child the legal test is looked at."""

    child = forms.ChoiceField(label="Ask for another child")

    def __init__(self, *args, children, **kwargs):
        super().__init__(*args, **kwargs)
        named = ((str(each.pk), f"{each.full_name}, {each.class_group}") for each in children)
        self.fields["child"].choices = [CHOOSE, *named]


class RequestForm(OnceForm):
    """A request for an assessment, with the council's receipt where it is known."""

    requested_by = forms.ChoiceField(
        label="Who asks", choices=Requester.choices, widget=forms.RadioSelect
    )
    requested_on = PastDateField(label="Request sent on")
    local_authority = forms.CharField(
        label="Council", max_length=100, help_text="The one where the child lives."
    )
    coordinator = forms.CharField(
        label="Co-ordinator at the council", max_length=150, required=False
    )
    reasons = long_words("Why", help_text="In a few sentences, as the request says it.")
    received_on = PastDateField(
        label="The council had it on",
        required=False,
        help_text="Its six weeks count from this day. Leave it empty until something shows it.",
    )
    received_how = forms.ChoiceField(
        label="What shows it", choices=[("", "Nothing yet"), *Proof.choices], required=False
    )
    received_ref = forms.CharField(
        label="Reference",
        max_length=60,
        required=False,
        help_text="Number on the portal or the receipt.",
    )

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes."""
        return dict(self.cleaned_data)


class ReceivedForm(EditForm):
    """The day on which the council had the request, and what shows it."""

    record_fields = RECEIPT_FIELDS
    received_on = PastDateField(label="The council had it on")
    received_how = forms.ChoiceField(label="What shows it", choices=[CHOOSE, *Proof.choices])
    received_ref = forms.CharField(
        label="Reference", max_length=60, required=False, help_text="Number on the portal."
    )


class AssessDecisionForm(EditForm):
    """The council's letter about the request."""

    record_fields = DECISION_FIELDS
    decided_on = PastDateField(
        label="Date on the letter", help_text="Not the day on which it came."
    )
    decision = forms.ChoiceField(
        label="What the council decided", choices=AssessDecision.choices, widget=forms.RadioSelect
    )
    decision_reasons = long_words("Reasons that it gives")


class DraftForm(EditForm):
    """The draft plan."""

    record_fields = DRAFT_FIELDS
    draft_served_on = PastDateField(
        label="Day on which the parents were served with the draft",
        help_text="By e-mail the day it was sent; by post the day it would usually arrive. "
        "That day is the first of the fifteen.",
    )


class NoPlanForm(EditForm):
    """The letter that there will be no plan."""

    record_fields = NO_PLAN_FIELDS
    no_plan_on = PastDateField(label="Date on the letter")
    no_plan_reasons = long_words("Reasons that it gives")


class FinalPlanForm(EditForm):
    """The final plan, from which the child's EHC plan is made."""

    record_fields = FINAL_FIELDS
    final_plan_on = PastDateField(label="Date of the final plan")
    hours_per_week = forms.DecimalField(
        label="Hours a week in Section F",
        max_digits=4,
        decimal_places=1,
        min_value=0,
        required=False,
    )
    other_provision = long_words("Other provision in Section F", help_text="As the plan has it.")


class WithdrawForm(EditForm):
    """The request is taken back."""

    record_fields = WITHDRAW_FIELDS
    withdrawn_on = PastDateField(label="Withdrawn on")
    withdrawn_why = forms.CharField(label="Why", max_length=300)


class CorrectAssessmentForm(EditForm):
    """Every recorded fact; an empty field has not happened."""

    record_fields = CORRECT_FIELDS
    requested_by = forms.ChoiceField(label="Who asked", choices=Requester.choices)
    requested_on = PastDateField(label="Request sent on")
    local_authority = forms.CharField(label="Council", max_length=100)
    coordinator = forms.CharField(label="Co-ordinator", max_length=150, required=False)
    reasons = long_words("Why")
    received_on = PastDateField(label="The council had it on", required=False)
    received_how = forms.ChoiceField(
        label="What shows it", choices=[("", "Nothing yet"), *Proof.choices], required=False
    )
    received_ref = forms.CharField(label="Reference", max_length=60, required=False)
    decided_on = PastDateField(label="Date on the decision letter", required=False)
    decision = forms.ChoiceField(
        label="Decision", choices=[("", "No letter yet"), *AssessDecision.choices], required=False
    )
    decision_reasons = long_words("Reasons for the decision")
    draft_served_on = PastDateField(label="Draft plan served on", required=False)
    no_plan_on = PastDateField(label="Letter that there is no plan, dated", required=False)
    no_plan_reasons = long_words("Reasons for no plan")
    final_plan_on = PastDateField(label="Final plan dated", required=False)
