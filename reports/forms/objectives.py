"""Forms of objectives, their steps, and looks at them."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms

from aylsham import clock
from aylsham.editing import EditForm
from aylsham.forms import DateField, Form, PastDateField
from aylsham.models import User
from reports.access_codes import ActionState
from reports.forms.access_plan import TO_DO_CHOICES, DoneForm
from reports.objective_codes import PlanKind, Rag
from reports.selectors.objectives import Counted
from reports.services.federation_objectives import FEDERATION_FIELDS
from reports.services.objectives import OBJECTIVE_FIELDS, SHARED_FIELDS, STEP_FIELDS

NO_CHILD = "Name no child."


class StateForm(EditForm):
    """A form of something that is worked off: not begun at first."""

    state = forms.ChoiceField(
        label="How it stands", choices=TO_DO_CHOICES, widget=forms.RadioSelect
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("state", ActionState.NOT_BEGUN.value)
        self.order_fields([*(name for name in self.fields if name != "state"), "state"])


class ObjectiveForm(StateForm):
    """An objective: of which plan, what it rests on, how we will know, who, by when."""

    record_fields = OBJECTIVE_FIELDS
    plan = forms.ChoiceField(label="Plan", choices=PlanKind.choices, widget=forms.RadioSelect)
    what = forms.CharField(
        label="What we want to reach",
        max_length=300,
        help_text=f"For example: children with language needs take part in every lesson. {NO_CHILD}",
    )
    basis = forms.CharField(
        label="What it rests on",
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Figures, looks at lessons, what families said",
    )
    sign = forms.CharField(
        label="How we will know that it is reached",
        max_length=300,
        help_text="What somebody can see, count or hear",
    )
    lead = forms.CharField(
        label="Who answers for it", max_length=150, help_text="A role, or an adult of the school"
    )
    ends_on = DateField(label="To be reached by")
    review_on = DateField(label="Next look at it")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.record or self.record.plan != PlanKind.FEDERATION:
            own = [each for each in PlanKind.choices if each[0] != PlanKind.FEDERATION]
            self.fields["plan"].choices = own


class SharedObjectiveForm(StateForm):
    """What is a school's own of an objective that the federation worded."""

    record_fields = SHARED_FIELDS
    lead = forms.CharField(
        label="Who answers for it here",
        max_length=150,
        help_text="A role, or an adult of the school",
    )
    review_on = DateField(label="Next look at it")


class FederationObjectiveForm(EditForm):
    """An objective of every school of the federation."""

    record_fields = FEDERATION_FIELDS
    what = forms.CharField(
        label="What we want to reach",
        max_length=300,
        help_text=f"So that it is true of each school. {NO_CHILD}",
    )
    basis = forms.CharField(
        label="What it rests on",
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Figures over all schools, visits, what families said",
    )
    sign = forms.CharField(
        label="How each school will know that it is reached",
        max_length=300,
        help_text="What somebody can see, count or hear",
    )
    lead = forms.CharField(
        label="Who answers for it in the federation",
        max_length=150,
        help_text="Each school names somebody of its own besides.",
    )
    first_look_on = DateField(label="First look in each school")
    ends_on = DateField(label="To be reached by")


class StepForm(StateForm):
    """A step: an action or a milestone, who does it, by when."""

    record_fields = STEP_FIELDS
    what = forms.CharField(
        label="What is done", max_length=300, help_text=f"Begin with a verb. {NO_CHILD}"
    )
    is_milestone = forms.BooleanField(
        label="It is a milestone: something that is so by that day", required=False
    )
    owner_id = forms.TypedChoiceField(
        label="Who does it",
        coerce=UUID,
        empty_value=None,
        required=False,
        help_text="They are asked for it in what is asked of them.",
    )
    who = forms.CharField(
        label="Or somebody who does not sign in here",
        max_length=150,
        required=False,
        help_text="A role, a service, the governors",
    )
    due_on = DateField(label="By when")
    evidence = forms.CharField(
        label="What shows it", max_length=500, required=False, help_text="Where one can see it"
    )

    def __init__(self, *args, adults: Iterable[User], **kwargs):
        super().__init__(*args, **kwargs)
        self.names = {each.pk: each.name for each in adults}
        if self.record and self.record.owner_id:
            self.names.setdefault(self.record.owner_id, self.record.who)
        choices = sorted(((str(pk), name) for pk, name in self.names.items()), key=lambda c: c[1])
        self.fields["owner_id"].choices = [("", "Nobody of these"), *choices]
        if self.initial.get("owner_id"):
            self.initial["who"] = ""

    def clean(self) -> dict[str, Any]:
        """Somebody does it."""
        data = super().clean()
        if not data.get("owner_id") and not data.get("who"):
            self.add_error("owner_id", "Choose somebody, or write who does it.")
        return data

    @property
    def facts(self) -> dict[str, Any]:
        """What the form says; the name of an owner stands beside the key."""
        said = super().facts
        return said | {"who": self.names.get(said["owner_id"], said["who"])}

    def show_both(self, refused) -> None:
        """Who it is now, by name."""
        super().show_both(refused)
        errors = self.errors.get("owner_id")
        now = next((each for each in refused.differences if each.field == "owner_id"), None)
        if errors and now:
            self.errors["owner_id"] = self.error_class(
                [f"The record now says: {self.names.get(now.value, 'nobody of these')}"]
            )


class StepDoneForm(DoneForm):
    """Since when a step is done, and what shows it."""

    evidence = forms.CharField(
        label="What shows it",
        max_length=500,
        required=False,
        help_text=f"Where one can see it. {NO_CHILD}",
    )


class LookForm(Form):
    """A look at an objective: how it stands, what was seen, when it is looked at next."""

    held_on = PastDateField(label="Day", initial=clock.today)
    rag = forms.ChoiceField(label="How it stands", choices=Rag.choices, widget=forms.RadioSelect)
    words = forms.CharField(
        label="What we see",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=f"What shows it, what is late, what changes. {NO_CHILD}",
    )
    next_on = DateField(label="Next look")

    def __init__(self, *args, objective, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("rag", objective.rag)


class CountedForm(Form):
    """Which actions of other plans count towards an objective."""

    keys = forms.MultipleChoiceField(
        label="What counts towards it",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="It stays where it is and is shown here with how it stands there.",
    )

    def __init__(self, *args, offered: list[Counted], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["keys"].choices = [(each.key, f"{each.what} ({each.plan})") for each in offered]
