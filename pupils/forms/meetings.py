"""Forms of meetings: planned in under a minute, answered with one press, minuted on a phone."""

import datetime as dt
import uuid
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.core.validators import MaxLengthValidator

from aylsham import clock
from aylsham.editing import EditForm
from aylsham.forms import DateField, Form
from aylsham.models import User
from pupils.forms.warnings import warned, warned_option
from pupils.meeting_codes import REPLY_WORDS, MeetingKind, Reply
from pupils.models import Contact, MeetingInvitee, Pupil
from pupils.rules.meetings import agenda_of
from pupils.rules.sharing import Answer, Verdict
from pupils.services.meetings.inviting import Guest
from pupils.services.meetings.planning import MEETING_FIELDS

USUAL_DAYS = 14
USUAL_TIME = dt.time(15, 30)
USUAL_LENGTH = 60
TIMES = ["%H:%M", "%H.%M", "%H:%M:%S", "%I:%M%p", "%I.%M%p", "%I%p", "%H"]
CHECKED = "I have checked that time and place give nothing away"


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
            (k, warned(_called(c), verdicts[c.pk])) for k, c in self.contacts.items()
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


class InviteForm(Form):
    """One more person: a contact, a colleague, or somebody from outside by name."""

    who = forms.ChoiceField(label="Who")
    name = forms.CharField(label="Name", max_length=150, required=False)
    role = forms.CharField(
        label="As what", max_length=100, required=False, help_text="For example: school nurse."
    )
    email = forms.EmailField(
        label="E-mail",
        required=False,
        help_text="Without one, tell them yourself and record the answer.",
    )
    asks_views = forms.BooleanField(
        label="Ask for their views or advice before we meet", required=False
    )
    is_checked = forms.BooleanField(label=CHECKED, required=False)
    OUTSIDE = "outside"

    def __init__(
        self,
        *args,
        contacts: list[Contact],
        verdicts: Mapping[UUID, Verdict],
        colleagues: list[User],
        may_ask: bool,
        **kwargs,
    ):
        super().__init__(*args, **kwargs)
        self.contacts = {f"contact:{c.pk}": c for c in contacts}
        self.colleagues = {f"user:{u.pk}": u for u in colleagues}
        self.fields["who"].choices = [
            *([(self.OUTSIDE, "Somebody from outside, named below")] if may_ask else []),
            *((key, warned_option(_called(c), verdicts[c.pk])) for key, c in self.contacts.items()),
            *((key, user.name) for key, user in self.colleagues.items()),
        ]
        if not may_ask:
            del self.fields["name"], self.fields["email"]

    def clean(self) -> dict[str, Any]:
        """Somebody from outside needs a name."""
        data = super().clean()
        if data.get("who") == self.OUTSIDE and not data.get("name"):
            self.add_error("name", "Write the name.")
        if data.get("asks_views") and data.get("who") == self.OUTSIDE and not data.get("email"):
            self.add_error("email", "Views are asked for by e-mail. Write the address.")
        return data

    @property
    def guest(self) -> Guest:
        """What the service takes."""
        data = self.cleaned_data
        return Guest(
            user=self.colleagues.get(data["who"]),
            contact=self.contacts.get(data["who"]),
            name=data.get("name", ""),
            role=data["role"],
            email=data.get("email", ""),
            asks_views=data["asks_views"],
            is_checked=data["is_checked"],
        )


class ReplyForm(Form):
    """What an invited person answers; the same on the link's page and typed in by us."""

    reply = forms.ChoiceField(
        label="Can you come?",
        choices=[(code.value, words) for code, words in REPLY_WORDS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose one."},
    )
    note = forms.CharField(
        label="Is there anything we should know?",
        help_text="For example: I need an interpreter. I use a wheelchair. Mornings are better.",
        # No `max_length`: nobody needs to see the letters counted down.
        validators=[MaxLengthValidator(500)],
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args, invitee: MeetingInvitee, shows_note: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("reply", invitee.reply)
        if shows_note:
            self.initial.setdefault("note", invitee.note)
            self.fields["reply"].label = "What they answered"
            self.fields["reply"].choices = [c for c in Reply.choices if c[0]]


class AgendaForm(Form):
    """The items, one on a line."""

    agenda = forms.CharField(
        label="One item on each line, with its minutes at the end",
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text="For example: What is going well, 10. Everybody who is invited reads the items.",
    )
    before = forms.JSONField(widget=forms.HiddenInput, required=False)
    version = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean_agenda(self):
        """As the services take it."""
        try:
            items = agenda_of(self.cleaned_data["agenda"])
        except ValueError as fault:
            raise forms.ValidationError(str(fault)) from None
        titles = [title.lower() for title, _ in items]
        if len(set(titles)) < len(titles):
            raise forms.ValidationError("Two items have the same words. Word them apart.")
        return items

    def show_both(self, refused) -> None:
        """Somebody else saved first."""
        now = refused.differences[0].now
        self.add_error("agenda", f"The agenda now says: {now}")
        self.add_error(None, f"{refused} Save again to keep what is in the box.")
        self.data = self.data.copy()
        self.data["version"] = refused.version


class CallOffForm(Form):
    """A meeting does not take place."""

    why = forms.CharField(
        label="Why", max_length=300, help_text="For us. The invited are told only that it is off."
    )


def _called(contact: Contact) -> str:
    said = f"{contact.name} ({contact.relationship})" if contact.relationship else contact.name
    return said if contact.email else f"{said}, no e-mail: tell them yourself"
