"""Forms of the week: a plan, its wishes, publishing it, time needs, times of a provision."""

from typing import Any

from django import forms

from aylsham.editing import EditForm
from aylsham.forms import CHOOSE, DateField, Form, OnceForm, TimeField
from pupils.models import ClassGroup, Pupil
from staff.codes import WEEKDAYS, PromisedGiven, TimeNeedKind, WindowKind
from staff.models import Room, StaffMember, TrainingTopic, WeekPlan
from staff.planning.codes import WEIGHTS, Soft
from staff.services.weeks.needs import NEED_FIELDS

#: How much a wish matters, in words: the weight it stands for is that many times the usual one.
MATTERS = {"0": "Not at all", "1": "A little", "2": "As usual", "3": "Much"}
TIMES_USUAL = {"0": 0.0, "1": 0.5, "2": 1.0, "3": 2.0}
MOST_WEIGHT = 100
WISH_LABELS = {
    Soft.CONTINUITY: "Few adults for each child, and not only one",
    Soft.SPREAD: "Sessions spread over the week",
    Soft.TEACHER: "Times that teachers asked for",
    Soft.WALKING: "Little walking between sites",
    Soft.ADULT: "What adults asked for",
    Soft.FAIR_DUTIES: "Duties shared fairly",
    Soft.STABLE: "Little changes against what stands now",
}


class PlanForm(OnceForm):
    """A new draft: its name and days, and what it begins with."""

    name = forms.CharField(
        label="What you call it", max_length=60, help_text="Such as Spring, or Without Mrs Reed."
    )
    starts_on = DateField(label="From")
    ends_on = DateField(
        label="Until", required=False, help_text="Leave it empty if you don’t know."
    )
    based_on = forms.ModelChoiceField(
        label="Begin with",
        queryset=WeekPlan.objects.none(),
        required=False,
        empty_label="An empty week",
        help_text="Sessions that are still asked for are taken over.",
    )

    def __init__(self, *args, plans, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["based_on"].queryset = plans
        self.fields["based_on"].label_from_instance = lambda plan: (
            f"{plan.name} ({plan.get_state_display().lower()})"
        )

    def clean(self) -> dict[str, Any]:
        """It ends after it begins."""
        data = super().clean()
        first, last = data.get("starts_on"), data.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", "It ends before it begins.")
        return data

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes."""
        return {n: self.cleaned_data[n] for n in ("name", "starts_on", "ends_on", "based_on")}


class WishesForm(EditForm):
    """How much each wish matters."""

    record_fields = ("weights",)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for soft in Soft:
            given = self.record.weights.get(soft, WEIGHTS[soft])
            self.fields[soft] = forms.ChoiceField(
                label=WISH_LABELS[soft],
                choices=list(MATTERS.items()),
                widget=forms.RadioSelect,
                initial=_matters(given, WEIGHTS[soft]),
            )

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes."""
        weights = {
            str(soft): min(MOST_WEIGHT, round(WEIGHTS[soft] * TIMES_USUAL[self.cleaned_data[soft]]))
            for soft in Soft
        }
        return {"weights": weights}


def _matters(given: int, usual: int) -> str:
    return min(TIMES_USUAL, key=lambda key: abs(TIMES_USUAL[key] * usual - given))


class PublishForm(Form):
    """Why what is owed by law is not covered, where it is not."""

    note = forms.CharField(
        label="What is done about what is not covered",
        max_length=300,
        error_messages={"required": "Say what is done about what is owed by law and not covered"},
        help_text="Kept with the plan. For example: the council was asked for hours on 2 December.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    promised = forms.ChoiceField(
        label="What nothing else gives yet",
        choices=PromisedGiven.choices,
        initial=PromisedGiven.GIVEN,
        widget=forms.RadioSelect,
    )
    #: What the plan was when its preview was made.
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, is_asked: bool, promised: int, **kwargs):
        super().__init__(*args, **kwargs)
        if not is_asked:
            del self.fields["note"]
        if promised:
            what = "1 promise" if promised == 1 else f"{promised} promises"
            self.fields[
                "promised"
            ].help_text = (
                f"The plan gives {what} that no provision keeps. Nobody can log a promise."
            )
        else:
            del self.fields["promised"]

    @property
    def said(self) -> str:
        """What was said; empty where nothing had to be."""
        return self.cleaned_data.get("note", "")

    @property
    def becomes(self) -> str:
        """What becomes of promises that no provision keeps."""
        return self.cleaned_data.get("promised", PromisedGiven.LEFT)


class EndForm(Form):
    """The last day of a published plan."""

    ends_on = DateField(label="Last day")


class NeedForm(EditForm, OnceForm):
    """What an adult's time is needed for."""

    record_fields = NEED_FIELDS
    name = forms.CharField(label="What", max_length=80, help_text="Such as Lunch in the hall.")
    kind = forms.ChoiceField(label="Kind", choices=[CHOOSE, *TimeNeedKind.choices])
    class_group = forms.ModelChoiceField(
        label="Class", queryset=ClassGroup.objects.none(), required=False, empty_label="None"
    )
    pupil = forms.ModelChoiceField(
        label="Child", queryset=Pupil.objects.none(), required=False, empty_label="None"
    )
    minutes = forms.IntegerField(
        label="Minutes each time",
        min_value=5,
        max_value=420,
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-3"}),
    )
    times_a_week = forms.IntegerField(
        label="Times a week",
        min_value=1,
        max_value=50,
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-3"}),
    )
    adults = forms.IntegerField(
        label="Adults at once",
        min_value=1,
        max_value=20,
        initial=1,
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-3"}),
    )
    weekdays = forms.TypedMultipleChoiceField(
        label="Only on",
        choices=WEEKDAYS,
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Tick none if the day does not matter.",
    )
    starts_at = TimeField(label="Not before", required=False)
    ends_at = TimeField(label="Over by", required=False)
    topic = forms.ModelChoiceField(
        label="Training it asks for",
        queryset=TrainingTopic.objects.none(),
        required=False,
        empty_label="None",
    )
    starts_on = DateField(label="From")
    ends_on = DateField(label="Last day", required=False)

    def __init__(self, *args, classes, children, topics, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["class_group"].queryset = classes
        self.fields["pupil"].queryset = children
        self.fields["pupil"].label_from_instance = lambda pupil: pupil.full_name
        self.fields["topic"].queryset = topics


class PlanningForm(EditForm):
    """Where a provision is given, and by one adult or by several."""

    record_fields = ("room", "keeps_adult")
    room = forms.ModelChoiceField(
        label="Room", queryset=Room.objects.none(), required=False, empty_label="No room of its own"
    )
    keeps_adult = forms.BooleanField(label="The same adult each time", required=False, initial=True)

    def __init__(self, *args, rooms, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["room"].queryset = rooms


class WindowForm(Form):
    """A time for a provision."""

    kind = forms.ChoiceField(label="The provision is", choices=WindowKind, widget=forms.RadioSelect)
    weekday = forms.TypedChoiceField(label="Day", choices=[CHOOSE, *WEEKDAYS], coerce=int)
    starts_at = TimeField(label="From")
    ends_at = TimeField(label="Until")

    def clean(self) -> dict[str, Any]:
        """It ends after it begins."""
        data = super().clean()
        if data.get("starts_at") and data.get("ends_at") and data["ends_at"] <= data["starts_at"]:
            self.add_error("ends_at", "It ends before it begins.")
        return data

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes."""
        names = ("kind", "weekday", "starts_at", "ends_at")
        return {name: self.cleaned_data[name] for name in names if name in self.fields}


class WishForm(WindowForm):
    """A time that a teacher asks for."""

    kind = None


class HandoverForm(Form):
    """A child gets to know an adult on a day."""

    pupil = forms.ModelChoiceField(
        label="Child", queryset=Pupil.objects.none(), empty_label="Choose"
    )
    member = forms.ModelChoiceField(
        label="Adult", queryset=StaffMember.objects.none(), empty_label="Choose"
    )
    on = DateField(label="Day from which they know each other")
    how = forms.CharField(
        label="How", max_length=200, required=False, help_text="Such as: two visits with Mrs Reed."
    )

    def __init__(self, *args, children, members, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["pupil"].queryset = children
        self.fields["pupil"].label_from_instance = lambda pupil: pupil.full_name
        self.fields["member"].queryset = members
        self.fields["member"].label_from_instance = lambda member: member.name

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes."""
        return {n: self.cleaned_data[n] for n in ("pupil", "member", "on", "how")}
