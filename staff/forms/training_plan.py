"""Forms of the plan of training: a session, who came, how it was, what is seen of it."""

from decimal import Decimal
from typing import Any
from uuid import UUID

from django import forms

from aylsham.changes import version_of
from aylsham.editing import EditForm
from aylsham.forms import CHOOSE, DateField, Form, OnceForm, TimeField
from provision.rules.money import pounds_of
from staff.forms.training_topics import pounds_field, whole_pence
from staff.models import Invitation, TrainingSession
from staff.selectors.training_plan import name_of
from staff.services.attendance import SEEN_FIELDS
from staff.services.training_plan import SESSION_FIELDS, Person
from staff.training_codes import SessionKind, Useful


class SessionForm(EditForm, OnceForm):
    """A training to plan: about what, when, by whom, for whom, what it costs."""

    marks_optional = False
    record_fields = tuple(n for n in SESSION_FIELDS if n not in ("topic", "year", "pence"))
    topic = forms.ChoiceField(label="About")
    title = forms.CharField(
        label="Title",
        max_length=150,
        required=False,
        help_text="Leave it empty to call it by its topic.",
    )
    kind = forms.ChoiceField(label="How", choices=SessionKind)
    starts_on = DateField(label="Day", required=False, help_text="Empty as long as there is none")
    ends_on = DateField(label="Last day", required=False, help_text="Only if it takes several")
    starts_at = TimeField(label="Time", help_text="For example, 15:45", required=False)
    provider = forms.CharField(label="Who gives it", max_length=150, required=False)
    place = forms.CharField(label="Where", max_length=150, required=False)
    hours = forms.DecimalField(
        label="Hours",
        min_value=Decimal("0.5"),
        max_value=500,
        decimal_places=1,
        required=False,
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-5"}),
    )
    pounds = pounds_field("Planned cost, in pounds", help_text="For everybody together")
    is_for_all = forms.BooleanField(label="Everybody who works with children", required=False)
    people = forms.MultipleChoiceField(
        label="Or these people",
        widget=forms.CheckboxSelectMultiple(attrs={"class": "ay-inline"}),
        required=False,
    )

    def __init__(self, *args, topics, people: dict[str, Person], year: int, invited=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.topics = {str(topic.pk): topic for topic in topics}
        self.people, self.year = people, year
        if self.record:
            self.topics.setdefault(str(self.record.topic_id), self.record.topic)
            self.initial |= {"topic": str(self.record.topic_id)}
            self.initial["pounds"] = pounds_of(self.record.pence)
        named = [(key, topic.name) for key, topic in self.topics.items()]
        self.fields["topic"].choices = [CHOOSE, *named]
        self.fields["people"].choices = [(key, each.name) for key, each in people.items()]
        asked = {row.user_id or row.member_id for row in invited}
        ticked = [key for key, person in people.items() if person.pk in asked]
        self.initial.setdefault("people", ticked)
        self.initial["version"] = version_of(self.record, SESSION_FIELDS)

    @property
    def chosen(self) -> list[Person]:
        """Whom it is for."""
        data = self.cleaned_data
        keys = self.people if data["is_for_all"] else data["people"]
        return [self.people[key] for key in keys]

    @property
    def facts(self) -> dict[str, Any]:
        """What the services take."""
        data, topic = self.cleaned_data, self.topics[self.cleaned_data["topic"]]
        facts = super().facts
        if self.record is None:
            facts["hours"] = facts["hours"] or topic.hours
            facts["provider"] = facts["provider"] or topic.provider
        pence = whole_pence(data["pounds"])
        return facts | {
            "topic": topic,
            "year": self.record.year if self.record else self.year,
            "pence": (0 if self.record else topic.pence or 0) if pence is None else pence,
        }


class AttendanceForm(Form):
    """Everybody came, but for those who are ticked."""

    absent = forms.MultipleChoiceField(
        label="Who was not there?",
        help_text="Tick only those. Everybody else has the training on their record.",
        widget=forms.CheckboxSelectMultiple(attrs={"class": "ay-inline"}),
        required=False,
    )
    pounds = pounds_field(
        "What it cost, in pounds", help_text="Leave it empty until the bill comes."
    )

    def __init__(self, *args, session: TrainingSession, invited: list[Invitation], **kwargs):
        super().__init__(*args, **kwargs)
        self.invited = invited
        self.fields["absent"].choices = [(str(row.pk), name_of(row)) for row in invited]
        missed = [str(row.pk) for row in invited if row.has_come is False]
        self.initial.setdefault("absent", missed)
        if session.spent_pence is not None:
            self.initial.setdefault("pounds", pounds_of(session.spent_pence))

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes."""
        data = self.cleaned_data
        return {
            "absent": {UUID(key) for key in data["absent"]},
            "spent_pence": whole_pence(data["pounds"]),
        }


class HowItWasForm(Form):
    """Three short questions to whoever came."""

    useful = forms.ChoiceField(
        label="Does it help with your work?", choices=Useful, widget=forms.RadioSelect
    )
    will_try = forms.CharField(
        label="What will you try first?",
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    still_needs = forms.CharField(
        label="What do you still need?",
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class SeenForm(EditForm):
    """What is seen of a training in classrooms."""

    record_fields = SEEN_FIELDS
    seen = forms.CharField(
        label="What do you see of it in classrooms?",
        max_length=600,
        help_text="About the teaching, not about a person. No names of adults or children.",
        widget=forms.Textarea(attrs={"rows": 5}),
    )
