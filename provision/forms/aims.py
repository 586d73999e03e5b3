"""Forms of outcomes, targets and measurements."""

from typing import Any

from django import forms

from aylsham.codes import Sensitivity
from aylsham.editing import EditForm
from aylsham.forms import DateField, Form, OnceForm
from provision.codes import MeasureKind, OutcomeEnd, TargetEnd
from provision.models import Outcome, Target
from provision.rules.targets import problem_of_numbers
from provision.services.outcomes import OUTCOME_FIELDS, TARGET_FIELDS
from pupils.codes import AreaOfNeed
from pupils.forms.status import past_day

AREAS = [("", "None"), *AreaOfNeed.choices]


class AimForm(EditForm, OnceForm):
    """What outcomes and targets have in common."""

    text = forms.CharField(max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))
    area = forms.ChoiceField(label="Area of need", choices=AREAS, required=False)
    starts_on = DateField(label="From", help_text="")
    by_on = DateField(label="By when")
    is_closed_off = forms.BooleanField(
        label="Only a few may read it",
        help_text="Sensitive: it stays out of the family’s page, target cards and class pages.",
        required=False,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.record:
            self.initial["is_closed_off"] = self.record.sensitivity != Sensitivity.EVERYONE

    def clean(self) -> dict[str, Any]:
        """The last day comes after the first."""
        data = super().clean()
        if data.get("starts_on") and data.get("by_on") and data["by_on"] <= data["starts_on"]:
            self.add_error("by_on", "This has to come after “From”.")
        return data

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes."""
        few = self.cleaned_data["is_closed_off"]
        level = Sensitivity.SENSITIVE if few else Sensitivity.EVERYONE
        if self.record and few and self.record.sensitivity != Sensitivity.EVERYONE:
            level = self.record.sensitivity
        return super().facts | {"sensitivity": level}


class OutcomeForm(AimForm):
    """Where a child is going in one to three years."""

    record_fields = OUTCOME_FIELDS

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["text"].label = "Outcome"
        self.fields["text"].help_text = "What the child will be able to do in one to three years."


class TargetForm(AimForm):
    """The next step: what the child does, from where to where, by when."""

    record_fields = TARGET_FIELDS
    sometimes_needed = ("out_of", "baseline", "goal")
    field_order = (
        "text", "child_words", "measure", "unit", "out_of", "baseline", "goal", "starts_on", "by_on",
        "outcome", "area", "who", "is_on_passport", "is_closed_off",
    )  # fmt: skip
    child_words = forms.CharField(
        label="In the child’s words",
        help_text="For the child’s own card: “I can read eight words.”",
        max_length=300,
        required=False,
    )
    measure = forms.ChoiceField(
        label="How is it measured?", choices=MeasureKind.choices, widget=forms.RadioSelect
    )
    unit = forms.CharField(
        label="Of what",
        help_text="What the numbers count: “words of list 2”, “minutes”.",
        max_length=60,
        required=False,
    )
    out_of = forms.IntegerField(
        label="Out of how many tries",
        help_text="Where tries are counted.",
        min_value=1,
        max_value=1000,
        required=False,
    )
    baseline = forms.DecimalField(
        label="Where the child is now",
        help_text="A number, unless it is only done or not yet.",
        min_value=0,
        max_digits=7,
        decimal_places=2,
        required=False,
    )
    goal = forms.DecimalField(
        label="Goal", min_value=0, max_digits=7, decimal_places=2, required=False
    )
    outcome = forms.ChoiceField(label="A step towards", required=False)
    who = forms.CharField(label="Who helps", max_length=150, required=False)
    is_on_passport = forms.BooleanField(
        label="Stands on the passport as “my aims”", required=False, initial=True
    )

    def __init__(self, *args, outcomes: list[Outcome], **kwargs):
        super().__init__(*args, **kwargs)
        self.outcomes = {str(outcome.pk): outcome for outcome in outcomes}
        self.fields["text"].label = "Target"
        self.fields["text"].help_text = "What the child will do, in words the child understands."
        self.fields["outcome"].choices = [
            ("", "No outcome"),
            *((key, outcome.text[:100]) for key, outcome in self.outcomes.items()),
        ]
        if not outcomes:
            del self.fields["outcome"]

    def clean(self) -> dict[str, Any]:
        """The numbers fit to how it is measured."""
        data = super().clean()
        if data.get("measure") == MeasureKind.DONE:
            return data | {"baseline": 0, "goal": 1, "out_of": None}
        for name in ("baseline", "goal"):
            if data.get(name) is None and name not in self.errors:
                self.add_error(name, "Give a number.")
        if not self.errors:
            problem = problem_of_numbers(
                data["measure"], data["baseline"], data["goal"], data.get("out_of")
            )
            if problem:
                self.add_error(*problem)
        return data

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes."""
        data, facts = self.cleaned_data, super().facts
        facts["outcome"] = self.outcomes.get(data.get("outcome", ""))
        if data["measure"] != MeasureKind.TRIALS:
            facts["out_of"] = None
        return facts


class AdaptForm(TargetForm):
    """A target in the place of another: the form begins with what the old one says."""

    def __init__(self, *args, old: Target, **kwargs):
        start = {name: getattr(old, name) for name in TARGET_FIELDS if name != "outcome"}
        start["outcome"] = str(old.outcome_id or "")
        start["is_closed_off"] = old.sensitivity != Sensitivity.EVERYONE
        kwargs["initial"] = start | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)


class EndForm(Form):
    """A target or an outcome is closed."""

    ended_on = DateField(label="On", help_text="")
    ended_as = forms.ChoiceField(label="How it ends", widget=forms.RadioSelect)
    end_note = forms.CharField(
        label="What to remember", widget=forms.Textarea(attrs={"rows": 2}), required=False
    )

    def __init__(self, *args, kinds: type[TargetEnd] | type[OutcomeEnd], **kwargs):
        super().__init__(*args, **kwargs)
        left_out = TargetEnd.ADAPTED  # a button of its own writes the new target too
        self.fields["ended_as"].choices = [c for c in kinds.choices if c[0] != left_out]

    def clean_ended_on(self):
        return past_day(self.cleaned_data["ended_on"], "The day")


class AgainForm(Form):
    """A target or an outcome was closed too soon."""

    reason = forms.CharField(
        label="Why it is opened again",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class MeasureForm(Form):
    """One measurement: a number, the day, perhaps a word."""

    value = forms.DecimalField(label="Today", min_value=0, max_digits=7, decimal_places=2)
    out_of = forms.IntegerField(label="Out of", min_value=1, max_value=1000, required=False)
    on = DateField(label="Day", help_text="")
    note = forms.CharField(label="A word", max_length=300, required=False)

    def __init__(self, *args, target: Target, **kwargs):
        super().__init__(*args, **kwargs)
        if target.measure == MeasureKind.TRIALS:
            self.initial.setdefault("out_of", target.out_of)
            self.fields["value"].label = "How many"
        else:
            del self.fields["out_of"]
        if target.measure == MeasureKind.DONE:
            self.fields["value"] = forms.TypedChoiceField(
                label="Done?", choices=[("1", "Done"), ("0", "Not yet")], coerce=int
            )

    def clean_on(self):
        return past_day(self.cleaned_data["on"], "The day")


class ChangeForm(Form):
    """From a day something is taught differently."""

    on = DateField(label="From", help_text="")
    what = forms.CharField(
        label="What is done differently",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def clean_on(self):
        return past_day(self.cleaned_data["on"], "The day")
