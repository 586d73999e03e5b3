"""The form of a training."""

from typing import Any

from django import forms

from aylsham.datewords import full_day_words
from aylsham.editing import EditForm
from aylsham.forms import CHOOSE, DateField, OnceForm
from aylsham.models import User
from staff.codes import TrainingSubject
from staff.models import StaffMember, TrainingTopic
from staff.services import TRAINING_FIELDS

#: How a choice of the list begins that is the federation's own.
OWN = "t:"


class TrainingForm(EditForm, OnceForm):
    """A training that somebody took part in."""

    record_fields = TRAINING_FIELDS
    sometimes_needed = ("new_topic",)
    person = forms.ChoiceField(label="Who")
    subject = forms.ChoiceField(label="About")
    new_topic = forms.CharField(
        label="Something that is not in the list",
        max_length=80,
        required=False,
        help_text="It stands in the list of all your schools from then on.",
    )
    title = forms.CharField(label="Title", max_length=150)
    provider = forms.CharField(label="Who gave it", max_length=150, required=False)
    taken_on = DateField(label="Day", help_text="The last day, if it took several")
    valid_until = DateField(
        label="Valid until",
        required=False,
        help_text="Left empty, it counts as long as the catalogue of training says",
    )
    hours = forms.DecimalField(
        label="Hours", min_value=0.5, max_value=500, decimal_places=1, required=False
    )
    is_certificate_seen = forms.BooleanField(
        label="I have seen the certificate",
        required=False,
        help_text="Your name and today’s day are kept. The file can be added on the list.",
    )

    def __init__(self, *args, people: dict[str, User | StaffMember], topics, **kwargs):
        super().__init__(*args, **kwargs)
        self.people = people
        self.topics: dict[str, TrainingTopic] = {f"{OWN}{topic.pk}": topic for topic in topics}
        own = [(key, topic.name) for key, topic in self.topics.items()]
        choices = [CHOOSE, *TrainingSubject.choices]
        self.fields["subject"].choices = [*choices, ("Your own list", own)] if own else choices
        if self.record:
            del self.fields["person"]
            self._say_seen(self.record)
            # A list named the training without its day: that stays possible.
            self.fields["taken_on"].required = self.record.taken_on is not None
            if self.record.topic_id:
                self.initial["subject"] = f"{OWN}{self.record.topic_id}"
        else:
            named = [(key, each.name) for key, each in people.items()]
            self.fields["person"].choices = [("", "Choose a person"), *named]

    def _say_seen(self, record) -> None:
        seen_on = record.certificate_seen_on
        self.initial["is_certificate_seen"] = bool(seen_on)
        if seen_on:
            field = self.fields["is_certificate_seen"]
            field.label = "The certificate was seen"
            seen_by = record.certificate_seen_by.name
            field.help_text = f"By {seen_by} on {full_day_words(seen_on)}."

    @property
    def facts(self) -> dict[str, Any]:
        """What the services take: one of the law's subjects, or one of the federation's own."""
        facts = super().facts
        topic = self.topics.get(self.cleaned_data["subject"])
        facts["topic"] = topic
        if topic or self.cleaned_data["new_topic"]:
            facts["subject"] = TrainingSubject.OTHER.value
        return facts

    @property
    def who(self) -> dict[str, User | StaffMember]:
        """Of whom, as the service takes it."""
        chosen = self.people[self.cleaned_data["person"]]
        return {"member" if isinstance(chosen, StaffMember) else "user": chosen}
