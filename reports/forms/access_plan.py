"""Forms of the accessibility plan's actions."""

from typing import Any

from django import forms

from aylsham import clock
from aylsham.editing import EditForm
from aylsham.forms import DateField, Form, PastDateField
from provision.rules.money import in_pounds, pounds_of
from reports.access_codes import ActionState, Strand
from reports.services.access_plan import ACTION_FIELDS, REVIEW_FIELDS
from staff.forms.training_topics import pounds_field, whole_pence

_TO_DO = [(each.value, each.label) for each in (ActionState.NOT_BEGUN, ActionState.UNDER_WAY)]


class AccessActionForm(EditForm):
    """An action: what, against which barrier, who, by when, at what cost, seen by what."""

    record_fields = ACTION_FIELDS
    strand = forms.ChoiceField(
        label="Part of the plan", choices=Strand.choices, widget=forms.RadioSelect
    )
    what = forms.CharField(label="What we do", max_length=300)
    barrier = forms.CharField(
        label="The barrier it takes away, and for whom",
        max_length=300,
        help_text="For example: children who use a wheelchair cannot reach the library. Name no "
        "child.",
    )
    who = forms.CharField(
        label="Who does it", max_length=150, help_text="A role, or an adult of the school"
    )
    due_on = DateField(label="By when", required=False)
    cost = pounds_field("What it costs, in pounds", help_text="Empty if it is not known yet")
    sign = forms.CharField(
        label="How we will know that it works",
        max_length=300,
        help_text="What somebody can see, count or hear afterwards",
    )
    state = forms.ChoiceField(label="How it stands", choices=_TO_DO, widget=forms.RadioSelect)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        cost = self.initial.pop("cost_pence", None)
        self.initial["cost"] = None if cost is None else pounds_of(cost)
        self.initial.setdefault("state", ActionState.NOT_BEGUN.value)

    @property
    def facts(self) -> dict[str, Any]:
        """What the form says, the cost in pence."""
        pence = whole_pence(self.cleaned_data["cost"])
        return {**super().facts, "cost_pence": pence}

    def show_both(self, refused) -> None:
        """Beside each field that somebody else changed, what the record says now."""
        mine = whole_pence(self.cleaned_data["cost"])  # super() takes out what has an error
        super().show_both(refused)
        now = {each.field: each.value for each in refused.differences}.get("cost_pence")
        if now != mine:
            words = "empty" if now is None else in_pounds(now)
            self.add_error("cost", f"The record now says: {words}")


class DoneForm(Form):
    """Since when an action is done."""

    done_on = PastDateField(label="Done on", initial=clock.today)


class GiveUpForm(Form):
    """Why an action is given up."""

    why = forms.CharField(
        label="Why",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="It stays in the record of the school and leaves the plan. Name no child.",
    )


class AccessReviewForm(EditForm):
    """A look at the actions."""

    record_fields = REVIEW_FIELDS
    held_on = PastDateField(label="Day")
    words = forms.CharField(
        label="What came of it",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="What works, what is late, what changes, whom you asked. Name no child.",
    )
