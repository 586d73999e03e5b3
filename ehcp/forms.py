"""Forms of plans and their reviews: one fact or a few, with the version they started from."""

from typing import Any

from django import forms

from aylsham.editing import EditForm
from aylsham.forms import CHOOSE, DateField, Form, OnceForm, PastDateField
from ehcp.codes import Decision, PlanEnd, ReviewKind
from ehcp.services.letters import REVIEW_FIELDS
from ehcp.services.plans import PLAN_FIELDS


class PlanForm(EditForm):
    """The facts of a plan, as the front page of the plan has them."""

    record_fields = PLAN_FIELDS
    made_on = PastDateField(
        label="Date the plan was first issued",
        help_text="The date of the first final plan, not of an amended one. "
        "The yearly clock starts here.",
    )
    local_authority = forms.CharField(label="Council that keeps the plan", max_length=100)
    coordinator = forms.CharField(
        label="EHC plan co-ordinator at the council", max_length=150, required=False
    )
    hours_per_week = forms.DecimalField(
        label="Hours a week in Section F",
        max_digits=4,
        decimal_places=1,
        min_value=0,
        required=False,
    )
    other_provision = forms.CharField(
        label="Other provision in Section F",
        help_text="As the plan has it, for example: speech and language therapy, 6 × 30 minutes.",
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )


class EndPlanForm(Form):
    """The end of a plan."""

    ended_on = PastDateField(label="Last day of the plan")
    end_reason = forms.ChoiceField(label="Why", choices=[CHOOSE, *PlanEnd.choices])


class MeetingForm(EditForm):
    """The day of a meeting to come."""

    record_fields = ("meeting_on", "kind")
    meeting_on = DateField(label="Day of the meeting")
    kind = forms.ChoiceField(label="Kind of meeting", choices=ReviewKind.choices)


class HeldForm(MeetingForm):
    """A meeting that was held."""

    meeting_on = PastDateField(label="Day on which the meeting was held")


class PapersForm(EditForm):
    """What went out before the meeting."""

    record_fields = ("invited_on", "advice_sent_on")
    invited_on = PastDateField(label="Invitation sent to everybody on", required=False)
    advice_sent_on = PastDateField(
        label="Everybody’s advice sent round on",
        help_text="The reports for the meeting, at least two weeks before it.",
        required=False,
    )


class ReportForm(EditForm):
    """The report after the meeting."""

    record_fields = ("report_sent_on",)
    report_sent_on = PastDateField(
        label="Report sent on",
        help_text="To the council and to everybody who was invited, with recommended changes and "
        "any differences of opinion.",
    )


class DecisionForm(EditForm):
    """The council's decision letter."""

    record_fields = ("decided_on", "decision")
    decided_on = PastDateField(
        label="Date on the letter", help_text="Not the day on which it came."
    )
    decision = forms.ChoiceField(
        label="What the council decided", choices=Decision.choices, widget=forms.RadioSelect
    )
    amendment_notice_on = PastDateField(
        label="Proposed amendments sent on",
        help_text="If the letter came with them, or they came later.",
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """Amendments only come when the council amends."""
        data = super().clean()
        if data.get("amendment_notice_on") and data.get("decision") in {"maintain", "cease"}:
            self.add_error("amendment_notice_on", "The council did not decide to amend the plan.")
        return data


class NoticeForm(EditForm):
    """The council's proposed amendments."""

    record_fields = ("amendment_notice_on",)
    amendment_notice_on = PastDateField(
        label="Day on which the council sent its proposed amendments",
        help_text="By e-mail the day it was sent; by post the day it would usually arrive.",
    )


class FinalForm(EditForm):
    """The final amended plan."""

    record_fields = ("final_plan_on",)
    final_plan_on = PastDateField(label="Date of the final amended plan")


class ConfirmForm(EditForm):
    """The council's answer about last summer's review."""

    record_fields = ("confirmed_for_transfer_on",)
    confirmed_for_transfer_on = PastDateField(
        label="Day on which the council confirmed it",
        help_text="Keep the e-mail or letter: going by a summer review alone can be challenged.",
    )


class CorrectReviewForm(EditForm):
    """Every fact of a review that was held."""

    record_fields = REVIEW_FIELDS
    kind = forms.ChoiceField(label="Kind of meeting", choices=ReviewKind.choices)
    meeting_on = PastDateField(label="Day of the meeting")
    invited_on = PastDateField(label="Invitation sent on", required=False)
    advice_sent_on = PastDateField(label="Advice sent round on", required=False)
    report_sent_on = PastDateField(label="Report sent on", required=False)
    decided_on = PastDateField(label="Date on the decision letter", required=False)
    decision = forms.ChoiceField(
        label="Decision", choices=[("", "No letter yet"), *Decision.choices], required=False
    )
    amendment_notice_on = PastDateField(label="Proposed amendments sent on", required=False)
    final_plan_on = PastDateField(label="Final amended plan dated", required=False)
    confirmed_for_transfer_on = PastDateField(
        label="Council confirmed it for the phase transfer on", required=False
    )


class SpokeForm(OnceForm):
    """Somebody spoke to the council about what is late."""

    on = PastDateField(label="Spoken on")
    who = forms.CharField(label="With whom", max_length=150)
    words = forms.CharField(label="What was said", max_length=500, required=False)
    next_on = DateField(
        label="Ask again on", required=False, help_text="A week later, if you leave it empty."
    )

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes."""
        return dict(self.cleaned_data)
