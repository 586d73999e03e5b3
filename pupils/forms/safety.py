"""Forms of safety plans."""

from typing import Any

from django import forms

from aylsham.access.roles import Role
from aylsham.changes import version_of
from aylsham.editing import EditForm
from aylsham.forms import DateField, Form
from aylsham.models import User
from pupils.agreeing.filling import HOW
from pupils.agreement_codes import AgreedHow
from pupils.codes import (
    SAFETY_PLAN_SECTIONS,
    PlanReaders,
    SafetyPlanKind,
    ToldHow,
)
from pupils.forms.status import past_day
from pupils.models import SafetyPlan
from pupils.selectors.adults import Adult
from pupils.selectors.agreements.given import Agreed
from pupils.services.safety import ADULT_FIELDS, DRAFT_FIELDS, FRAME_FIELDS


def _people(adults: list[Adult]) -> dict[str, tuple[User, str]]:
    return {str(a.user.pk): (a.user, f"{a.user.name} ({Role(a.role).label})") for a in adults}


class FrameForm(EditForm):
    """Who holds a plan, who must read it, when it is looked at again."""

    record_fields = FRAME_FIELDS
    owner = forms.ChoiceField(label="Who looks after this plan")
    readers = forms.ChoiceField(
        label="Who must read it", choices=PlanReaders.choices, widget=forms.RadioSelect
    )
    review_on = DateField(label="Look at it again on")

    def __init__(self, *args, adults: list[Adult], **kwargs):
        super().__init__(*args, **kwargs)
        self.people = _people(adults)
        self.fields["owner"].choices = [
            ("", "Choose a person"),
            *((key, words) for key, (_, words) in self.people.items()),
        ]

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes."""
        return super().facts | {"owner": self.people[self.cleaned_data["owner"]][0]}


class StartForm(FrameForm):
    """A new plan."""

    kind = forms.ChoiceField(
        label="What kind of plan", choices=[("", "Choose one"), *SafetyPlanKind.choices]
    )
    starts_on = DateField(label="From", help_text="")
    field_order = ("kind", "owner", "readers", "starts_on", "review_on")

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes."""
        return super().facts | {n: self.cleaned_data[n] for n in ("kind", "starts_on")}


class DraftForm(Form):
    """The words of a plan, a box for each heading of its kind."""

    version = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args, plan: SafetyPlan, **kwargs):
        self.plan = plan
        kwargs["initial"] = plan.draft | {"version": version_of(plan, DRAFT_FIELDS)}
        super().__init__(*args, **kwargs)
        for section in SAFETY_PLAN_SECTIONS[SafetyPlanKind(plan.kind)]:
            self.fields[section.key] = forms.CharField(
                label=section.label,
                help_text=section.hint,
                required=False,
                max_length=4000,
                widget=forms.Textarea(attrs={"rows": 4}),
            )

    @property
    def sections(self) -> dict[str, str]:
        """The words by heading."""
        return {k: v for k, v in self.cleaned_data.items() if k != "version"}

    def show_both(self, refused) -> None:
        """Somebody else wrote: their words beside ours, heading by heading."""
        theirs = refused.differences[0].value
        for key, ours in self.sections.items():
            if theirs.get(key, "") != ours:
                self.add_error(key, f"The plan now says: {theirs.get(key) or 'nothing'}")
        self.add_error(None, f"{refused} Save again to keep what is in the boxes.")
        self.data = self.data.copy()
        self.data["version"] = refused.version


class AgreeForm(Form):
    """The draft was agreed: when, with whom, how, and who must read it again."""

    version = forms.CharField(widget=forms.HiddenInput)
    agreed_on = DateField(label="Agreed on", help_text="")
    agreed_with = forms.CharField(
        label="Agreed with", help_text="For example: mother, school nurse.", max_length=200
    )
    agreed_how = forms.ChoiceField(label="How", choices=[("", "Choose one"), *ToldHow.choices])
    review_on = DateField(label="Look at it again on")
    must_read = forms.BooleanField(
        label="Everybody must read this version",
        help_text="Leave this empty if only words were tidied.",
        required=False,
        initial=True,
    )

    def __init__(self, *args, given: Agreed | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        self.given = given
        if given:
            # The answers say it: nobody types it a second time.
            for name in ("agreed_on", "agreed_with", "agreed_how"):
                del self.fields[name]

    def clean_agreed_on(self):
        return past_day(self.cleaned_data["agreed_on"], "The day")

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes: who agreed as the answers say, or as it was typed."""
        if self.given is None:
            return self.cleaned_data
        said = {
            "agreed_on": self.given.on,
            "agreed_with": self.given.names,
            "agreed_how": HOW[AgreedHow(self.given.how)],
        }
        return self.cleaned_data | said


class PlanAdultForm(EditForm):
    """What a named adult does, and the training for it."""

    record_fields = ADULT_FIELDS
    does = forms.CharField(
        label="What this adult does",
        help_text="For example: gives the injection; checks the pump at 11:00.",
        max_length=200,
    )
    trained_on = DateField(label="Trained on", required=False, help_text="")
    training_ends_on = DateField(label="Training lasts until", required=False, help_text="")

    def clean(self) -> dict[str, Any]:
        """Training that ends has begun."""
        data = super().clean()
        first, last = data.get("trained_on"), data.get("training_ends_on")
        if last and not first and "trained_on" not in self.errors:
            self.add_error("trained_on", "Say when the training was.")
        elif first and last and last < first:
            self.add_error("training_ends_on", "The last day is before the first.")
        return data


class NameAdultForm(PlanAdultForm):
    """Name an adult in a plan."""

    person = forms.ChoiceField(label="Who")
    field_order = ("person", *ADULT_FIELDS)

    def __init__(self, *args, adults: list[Adult], **kwargs):
        super().__init__(*args, **kwargs)
        self.people = _people(adults)
        self.fields["person"].choices = [
            ("", "Choose a person"),
            *((key, words) for key, (_, words) in self.people.items()),
        ]

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes."""
        return super().facts | {"user": self.people[self.cleaned_data["person"]][0]}
