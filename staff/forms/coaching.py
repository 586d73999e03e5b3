"""Forms of coaching: a goal, a visit, what changed, the checklist."""

from collections.abc import Iterable
from typing import Any

from django import forms

from aylsham.editing import EditForm
from aylsham.forms import DateField, Form, OnceForm, PastDateField
from aylsham.models import School, User
from staff.codes import VisitKind
from staff.services.coaching import ANSWER_FIELDS, CLOSE_FIELDS, CYCLE_FIELDS, VISIT_FIELDS


class TwoPeople(Form):
    """A teacher and whom they work with."""

    teacher = forms.ModelChoiceField(
        label="Teacher", queryset=User.objects.none(), empty_label="Choose one"
    )
    coach = forms.ModelChoiceField(
        label="With", queryset=User.objects.none(), empty_label="Choose one"
    )

    def __init__(self, *args, people: Iterable[User] = (), **kwargs):
        super().__init__(*args, **kwargs)
        if getattr(self, "record", None):
            del self.fields["teacher"], self.fields["coach"]
            return
        rows = User.objects.filter(pk__in=[person.pk for person in people]).order_by("name")
        for name in ("teacher", "coach"):
            self.fields[name].queryset = rows
            self.fields[name].label_from_instance = lambda user: user.name

    def clean(self) -> dict[str, Any]:
        """Two people."""
        data = super().clean()
        if data.get("teacher") and data.get("teacher") == data.get("coach"):
            self.add_error("coach", "Choose two people.")
        return data


class CoachingForm(TwoPeople, EditForm, OnceForm):
    """A goal that two people work on."""

    record_fields = CYCLE_FIELDS
    goal = forms.CharField(
        label="Goal",
        max_length=200,
        help_text="What children will be able to do more of, such as: every child answers",
    )
    objective = forms.CharField(
        label="Objective of the improvement plan",
        max_length=150,
        required=False,
        widget=forms.TextInput(attrs={"list": "objectives"}),
        help_text="In the words of the plan: cycles with the same words stand together",
    )
    starts_on = DateField(label="From", help_text="")
    field_order = ("teacher", "coach")


class CloseCoachingForm(EditForm):
    """What changed, and when the cycle closed."""

    record_fields = CLOSE_FIELDS
    changed = forms.CharField(
        label="What changed for children",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    closed_on = PastDateField(label="Closed on", help_text="")


class VisitForm(TwoPeople, EditForm, OnceForm):
    """A visit to a lesson; nothing in it grades anybody."""

    record_fields = VISIT_FIELDS
    kind = forms.ChoiceField(label="Kind", choices=VisitKind.choices)
    visited_on = PastDateField(label="Day", help_text="")
    lesson = forms.CharField(label="Lesson", max_length=80, required=False)
    at_school = forms.ModelChoiceField(
        label="At which school",
        queryset=School.objects.none(),
        required=False,
        empty_label="Here",
        help_text="Only for a peer visit to another school of the federation",
    )
    seen = forms.MultipleChoiceField(
        label="Seen, of the checklist", required=False, widget=forms.CheckboxSelectMultiple
    )
    noticed = forms.CharField(
        label="What helped children",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="About teaching, not about the teacher; no grade, and name no child.",
    )
    next_step = forms.CharField(label="Next step", max_length=300, required=False)
    next_on = DateField(label="Next visit", required=False)
    field_order = ("teacher", "coach")

    def __init__(self, *args, points: Iterable[str] = (), schools=(), **kwargs):
        super().__init__(*args, **kwargs)
        kept = list(getattr(self.record, "seen", []) or [])
        choices = list(dict.fromkeys([*points, *kept]))
        if choices:
            self.fields["seen"].choices = [(words, words) for words in choices]
        else:
            del self.fields["seen"]
        if schools:
            ids = [school.pk for school in schools]
            self.fields["at_school"].queryset = School.objects.filter(pk__in=ids)
            self.fields["at_school"].label_from_instance = lambda school: school.name
        else:
            del self.fields["at_school"]

    def clean(self) -> dict[str, Any]:
        """Another school is for peer visits; the next visit comes after."""
        data = super().clean()
        if data.get("at_school") and data.get("kind") != VisitKind.PEER:
            self.add_error("at_school", "Only a peer visit is at another school.")
        first, following = data.get("visited_on"), data.get("next_on")
        if first and following and following < first:
            self.add_error("next_on", "The next visit is before this one.")
        return data


class AnswerVisitForm(EditForm):
    """What the teacher takes from a visit."""

    record_fields = ANSWER_FIELDS
    answer = forms.CharField(
        label="What I take from it",
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class PointsForm(Form):
    """The checklist: one point on each line."""

    points = forms.CharField(
        label="Points, one on each line",
        required=False,
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 14}),
    )
    version = forms.CharField(widget=forms.HiddenInput)

    def clean_points(self) -> str:
        """No point is too long."""
        text = self.cleaned_data["points"]
        if any(len(" ".join(line.split())) > 120 for line in text.splitlines()):
            raise forms.ValidationError("Keep each point under 120 letters.")
        return text

    def show_both(self, refused) -> None:
        """Somebody else changed the list: the next save knows theirs."""
        self.add_error("points", "Somebody else changed the list. Save again to keep yours.")
        self.data = self.data.copy()
        self.data["version"] = refused.version
