"""Forms of policies, checks of them, and what is sent round."""

from typing import Any

from django import forms

from aylsham import clock
from aylsham.access.roles import Role
from aylsham.editing import EditForm
from aylsham.forms import DateField, Form, PastDateField
from reports.models import Policy
from reports.policy_codes import Inclusion
from reports.services.policies import POLICY_FIELDS


def address_field() -> forms.URLField:
    """Where anybody, or whoever is asked, can read it."""
    return forms.URLField(
        label="Web address", max_length=300, required=False, assume_scheme="https"
    )


class PolicyForm(EditForm):
    """A policy: who looks after it, since when it holds, when it is reviewed."""

    record_fields = POLICY_FIELDS
    name = forms.CharField(label="Name", max_length=150)
    keeper = forms.CharField(
        label="Who looks after it", max_length=150, help_text="A role, or an adult of the school"
    )
    approved_by = forms.CharField(
        label="Approved by",
        max_length=150,
        required=False,
        help_text="For example: the governing body",
    )
    adopted_on = DateField(label="Holds since", required=False)
    review_on = DateField(label="Next review")
    web_address = address_field()


class PolicyCheckForm(Form):
    """Whether a policy includes everybody."""

    held_on = PastDateField(label="Day", initial=clock.today)
    met = forms.MultipleChoiceField(
        label="What is so",
        choices=Inclusion.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Leave out what is not so, or not known.",
    )
    words = forms.CharField(
        label="What changes",
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="For each that is not ticked: what is done about it. Name no child.",
    )

    def clean(self) -> dict[str, Any]:
        """What lacks is answered."""
        data = super().clean()
        if len(data.get("met", ())) < len(Inclusion) and not data.get("words"):
            self.add_error("words", "Say what is done about what is not ticked.")
        return data


class CircularForm(Form):
    """What is sent round to be read."""

    title = forms.CharField(label="Title", max_length=150)
    words = forms.CharField(
        label="What to know",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="The few sentences that everybody needs: what the policy or the Code asks of "
        "them. Name no child.",
    )
    web_address = address_field()
    policy = forms.ModelChoiceField(
        label="Policy", queryset=Policy.objects.none(), required=False, empty_label="None of these"
    )
    roles = forms.MultipleChoiceField(label="For whom", widget=forms.CheckboxSelectMultiple)
    read_by = DateField(label="To be read by")

    def __init__(self, *args, policies, roles: list[Role], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["policy"].queryset = policies
        self.fields["policy"].label_from_instance = lambda policy: policy.name
        self.fields["roles"].choices = [(role.value, role.label) for role in roles]
