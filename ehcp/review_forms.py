"""Forms of one review: time and place, invitations, answers, advice, who came."""

import datetime as dt
import uuid
from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator

from aylsham import clock
from aylsham.editing import EditForm
from aylsham.forms import Form, PastDateField
from aylsham.models import User
from ehcp.codes import ReviewKind
from ehcp.models import AnnualReview
from ehcp.review_codes import Recommend, Route
from ehcp.selectors.review_desk import PersonLine
from pupils.forms.meetings.planning import TimeField, WhenForm
from pupils.meeting_codes import Reply


class SetUpForm(Form):
    """When on its day, where, and under whom a review meeting is."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    starts_at = TimeField(label="From")
    length = forms.IntegerField(
        label="Minutes",
        min_value=15,
        max_value=480,
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-3"}),
    )
    place = forms.CharField(
        label="Where",
        max_length=150,
        required=False,
        help_text="Everybody who is invited reads it. A room, or the address of a video call.",
    )
    chair = forms.ChoiceField(
        label="Who leads it", help_text="They stand in the head teacher’s place on the list."
    )

    def __init__(self, *args, colleagues: list[User], me: User, **kwargs):
        super().__init__(*args, **kwargs)
        self.colleagues = {str(user.pk): user for user in (me, *colleagues)}
        named = [(str(u.pk), u.name) for u in colleagues if u.pk != me.pk]
        self.fields["chair"].choices = [(str(me.pk), "Me"), *named]
        self.initial = {"key": uuid.uuid4(), "chair": str(me.pk)} | self.initial

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes."""
        names = ("key", "starts_at", "length", "place")
        chosen = {name: self.cleaned_data[name] for name in names}
        return chosen | {"chair": self.colleagues[self.cleaned_data["chair"]]}


class ChangeSetUpForm(WhenForm):
    """Another time or place, or somebody else leads it; the day is the review's own."""

    on = None


class AnswerForm(Form):
    """What an invited person told us."""

    COMING, APOLOGIES, REPORT, CANNOT = "coming", "apologies", "report", "cannot"
    answer = forms.ChoiceField(
        label="What they answered",
        choices=[
            (COMING, "Coming"),
            (REPORT, "Apologies, and a report instead"),
            (APOLOGIES, "Apologies"),
            (CANNOT, "Not at that time"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose one."},
    )
    note = forms.CharField(
        label="Is there anything we should know?",
        help_text="For example: needs an interpreter, comes by video.",
        validators=[MaxLengthValidator(500)],
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes."""
        answer = self.cleaned_data["answer"]
        reply = Reply.APOLOGIES if answer == self.REPORT else Reply(answer)
        return {
            "reply": reply,
            "sends_report": answer == self.REPORT,
            "note": self.cleaned_data["note"],
        }


class ToldForm(Form):
    """Somebody was told of the day, by which route."""

    route = forms.ChoiceField(
        label="How",
        choices=[c for c in Route.choices if c[0] != Route.EMAIL],
        widget=forms.RadioSelect,
    )
    invited_on = PastDateField(label="When")


class LettersForm(Form):
    """Who was sent a letter, and when."""

    told = forms.MultipleChoiceField(
        label="Whose letter went",
        help_text="A tick taken away takes it back: nobody has told them then.",
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    went_on = PastDateField(
        label="The letters went on", help_text="A day that stands behind a name stays."
    )

    def __init__(self, *args, people: Iterable[PersonLine], **kwargs):
        super().__init__(*args, **kwargs)
        known = [(p, f" ({p.invited_on:%-d %B %Y})" if p.invited_on else "") for p in people]
        self.fields["told"].choices = [(str(p.id), f"{p.name}{day}") for p, day in known]
        self.initial.setdefault("told", [str(p.id) for p, _ in known])
        self.initial.setdefault("went_on", clock.today())

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes."""
        told = {uuid.UUID(key) for key in self.cleaned_data["told"]}
        return {"told": told, "went_on": self.cleaned_data["went_on"]}


class ReceivedForm(Form):
    """Somebody's advice is here."""

    received_on = PastDateField(
        label="It came on", help_text="Leave empty if it has not come after all.", required=False
    )


class OwnerForm(Form):
    """Who of us does a task."""

    owner = forms.ChoiceField(label="Who does it", required=False)

    def __init__(self, *args, colleagues: list[User], **kwargs):
        super().__init__(*args, **kwargs)
        self.colleagues = {str(user.pk): user for user in colleagues}
        named = [(str(u.pk), u.name) for u in colleagues]
        self.fields["owner"].choices = [("", "Nobody by name"), *named]

    @property
    def chosen(self) -> User | None:
        """The colleague, if one was named."""
        return self.colleagues.get(self.cleaned_data["owner"])


class CameForm(EditForm):
    """The meeting was held: on which day, and who came."""

    record_fields = ("meeting_on", "kind")
    meeting_on = PastDateField(label="Day on which the meeting was held")
    kind = forms.ChoiceField(label="Kind of meeting", choices=ReviewKind.choices)
    came = forms.MultipleChoiceField(
        label="Who came", widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args, record: AnnualReview, people: Iterable[PersonLine], **kwargs):
        super().__init__(*args, record=record, **kwargs)
        people = list(people)
        self.fields["came"].choices = [
            (str(p.id), f"{p.name}, {p.title}" if p.title else p.name) for p in people
        ]
        self.initial["came"] = [
            str(p.id) for p in people if (p.reply == Reply.COMING if p.came is None else p.came)
        ]
        if record.is_held:
            del self.fields["meeting_on"], self.fields["kind"]
        elif record.meeting_on > clock.today():
            self.initial["meeting_on"] = clock.today()

    @property
    def there(self) -> set[uuid.UUID]:
        """The rows of who came."""
        return {uuid.UUID(key) for key in self.cleaned_data["came"]}


class FinishForm(Form):
    """The record of the meeting is whole."""

    recommendation = forms.ChoiceField(
        label="What the meeting recommends to the council",
        choices=Recommend.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose one: the report must say it."},
    )


def usual_time(proposed: dt.time | None) -> dt.time:
    """The time that the review calendar proposes, or after school."""
    return proposed or dt.time(15, 30)
