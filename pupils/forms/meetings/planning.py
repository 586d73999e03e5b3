"""Forms of when and about whom a meeting is."""

import datetime as dt
import uuid
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import forms

from aylsham import clock
from aylsham.editing import EditForm
from aylsham.forms import DateField
from aylsham.models import User
from pupils.forms.meetings.people import CHECKED, called
from pupils.forms.warnings import warned
from pupils.meeting_codes import MeetingKind
from pupils.models import Contact, Pupil
from pupils.rules.sharing import Answer, Verdict
from pupils.services.meetings.inviting import Guest
from pupils.services.meetings.planning import MEETING_FIELDS

USUAL_DAYS = 14


USUAL_TIME = dt.time(15, 30)


USUAL_LENGTH = 60


TIMES = ["%H:%M", "%H.%M", "%H:%M:%S", "%I:%M%p", "%I.%M%p", "%I%p", "%H"]


class TimeField(forms.TimeField):
    """A time of day in any usual form: 15:30, 3.30pm."""

    widget = forms.TimeInput(attrs={"class": "govuk-input--width-5"}, format="%H:%M")

    def __init__(self, *, help_text: str = "For example, 15:30", **kwargs):
        super().__init__(
            input_formats=TIMES,
            help_text=help_text,
            error_messages={"invalid": "Write the time like 15:30."},
            **kwargs,
        )

    def to_python(self, value) -> dt.time | None:
        return super().to_python(value.replace(" ", "") if isinstance(value, str) else value)


class WhenForm(EditForm):
    """When, where and led by whom."""

    record_fields = MEETING_FIELDS
    on = DateField(label="Day", help_text="For example, 4 Dec")
    starts_at = TimeField(label="From")
    length = forms.IntegerField(
        label="Minutes",
        min_value=5,
        max_value=480,
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-3"}),
    )
    place = forms.CharField(
        label="Where",
        max_length=150,
        required=False,
        help_text="Everybody who is invited reads it. A room, or the address of a video call.",
    )
    chair = forms.ChoiceField(label="Who leads it")
    is_checked = forms.BooleanField(
        label=CHECKED,
        help_text="Only needed where an address is withheld or an order says so.",
        initial=False,
        required=False,
    )

    def __init__(self, *args, colleagues: list[User], me: User, **kwargs):
        super().__init__(*args, **kwargs)
        self.colleagues = {str(user.pk): user for user in (me, *colleagues)}
        named = [(str(u.pk), u.name) for u in colleagues if u.pk != me.pk]
        self.fields["chair"].choices = [(str(me.pk), "Me"), *named]
        if self.record:
            self.initial["chair"] = str(self.record.chair_id)
        else:
            self.initial.setdefault("chair", str(me.pk))

    def clean_on(self):
        """A meeting that is moved lies ahead; one that was held is entered afterwards."""
        day = self.cleaned_data["on"]
        if day < clock.today() and not self.allows_past:
            raise forms.ValidationError("The day has passed. Choose today or a later one.")
        return day

    allows_past = False

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes."""
        return super().facts | {"chair": self.colleagues[self.cleaned_data["chair"]]}


class PlanForm(WhenForm):
    """A new meeting, and who is asked to it; or one that has been, and who belonged to it."""

    allows_past = True

    key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    kind = forms.ChoiceField(
        label="What",
        choices=MeetingKind.choices,
        widget=forms.RadioSelect,
        initial=MeetingKind.TEAM,
    )
    family = forms.MultipleChoiceField(
        label="Family", widget=forms.CheckboxSelectMultiple, required=False
    )
    asks_views = forms.BooleanField(
        label="Ask the family what they think before we meet", required=False, initial=True
    )
    staff = forms.MultipleChoiceField(
        label="Colleagues", widget=forms.CheckboxSelectMultiple, required=False
    )
    field_order = (
        "key", "kind", "on", "starts_at", "length", "place", "chair", "family", "asks_views",
        "is_checked", "staff",
    )  # fmt: skip

    def __init__(
        self,
        *args,
        contacts: list[Contact],
        verdicts: Mapping[UUID, Verdict],
        **kwargs,
    ):
        super().__init__(*args, **kwargs)
        self.contacts = {str(contact.pk): contact for contact in contacts}
        self.fields["family"].choices = [
            (k, warned(called(c), verdicts[c.pk])) for k, c in self.contacts.items()
        ]
        self.fields["staff"].choices = [(k, u.name) for k, u in self.colleagues.items()][1:]
        self.fields["on"].help_text = "For a day that has passed nobody is sent anything."
        self.initial = {
            "key": uuid.uuid4(),
            "on": clock.today() + dt.timedelta(days=USUAL_DAYS),
            "starts_at": USUAL_TIME,
            "length": USUAL_LENGTH,
            "family": [
                k
                for k, c in self.contacts.items()
                if c.has_parental_responsibility
                and c.email
                and verdicts[c.pk].answer == Answer.ALLOWED
            ][:2],
        } | self.initial
        if not self.contacts:
            del self.fields["family"], self.fields["asks_views"], self.fields["is_checked"]

    @property
    def has_been(self) -> bool:
        """Whether the meeting is entered afterwards."""
        return self.cleaned_data["on"] < clock.today()

    @property
    def guests(self) -> list[Guest]:
        """Whom the service invites: the chair first, then family and colleagues."""
        data = self.cleaned_data
        chair = self.colleagues[data["chair"]]
        about = {"asks_views": data.get("asks_views", False)}
        about["is_checked"] = data.get("is_checked", False)
        staff = [self.colleagues[key] for key in data["staff"] if key != str(chair.pk)]
        family = data.get("family", [])
        return [
            Guest(user=chair, role="Leads the meeting"),
            *(Guest(contact=self.contacts[key], **about) for key in family),
            *(Guest(user=user) for user in staff),
        ]


class ClassPlanForm(WhenForm):
    """A pupil progress meeting of a class: which children, who comes."""

    allows_past = True

    is_checked = None  # families do not come
    key = forms.UUIDField(widget=forms.HiddenInput)
    children = forms.MultipleChoiceField(
        label="Children to speak of",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one child."},
    )
    staff = forms.MultipleChoiceField(
        label="Colleagues", widget=forms.CheckboxSelectMultiple, required=False
    )
    field_order = ("key", "children", "on", "starts_at", "length", "place", "chair", "staff")

    def __init__(self, *args, pupils: list[Pupil], **kwargs):
        super().__init__(*args, **kwargs)
        self.pupils = {str(pupil.pk): pupil for pupil in pupils}
        self.fields["children"].choices = [(k, p.full_name) for k, p in self.pupils.items()]
        self.fields["staff"].choices = [(k, u.name) for k, u in self.colleagues.items()][1:]
        self.initial = {
            "key": uuid.uuid4(),
            "on": clock.today() + dt.timedelta(days=USUAL_DAYS),
            "starts_at": USUAL_TIME,
            "length": USUAL_LENGTH,
            "children": list(self.pupils),
        } | self.initial

    @property
    def chosen(self) -> list[Pupil]:
        """The children, in the order of the list."""
        asked = set(self.cleaned_data["children"])
        return [pupil for key, pupil in self.pupils.items() if key in asked]

    @property
    def guests(self) -> list[Guest]:
        """Whom the service invites: the chair first, then colleagues."""
        chair = self.colleagues[self.cleaned_data["chair"]]
        staff = [self.colleagues[key] for key in self.cleaned_data["staff"] if key != str(chair.pk)]
        return [Guest(user=chair, role="Leads the meeting"), *(Guest(user=u) for u in staff)]
