"""Forms of one review: time and place, invitations, answers, advice, who came."""

import datetime as dt
import uuid
from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.html import escape

from aylsham import clock
from aylsham.editing import EditForm
from aylsham.forms import DateField, Form
from aylsham.models import User
from ehcp.codes import ReviewKind
from ehcp.forms import PastDateField
from ehcp.models import AnnualReview
from ehcp.review_codes import LawRole, Recommend, Route
from ehcp.selectors.review_desk import PersonLine
from ehcp.selectors.review_people import Suggested
from ehcp.services.review_meetings import Invitation
from pupils.forms.meetings.people import CHECKED
from pupils.forms.meetings.planning import TimeField, WhenForm
from pupils.meeting_codes import Reply
from pupils.models import Contact
from pupils.services.meetings.inviting import Guest

#: How many empty rows stand below those that we can suggest.
BLANKS = 2


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


class InviteRow(Form):
    """One person who could be invited."""

    chosen = forms.BooleanField(label="Invite", required=False)
    who = forms.CharField(widget=forms.HiddenInput, required=False)
    role = forms.ChoiceField(label="As", choices=LawRole.choices)
    name = forms.CharField(label="Name", max_length=150, required=False)
    title = forms.CharField(label="As what", max_length=100, required=False)
    route = forms.ChoiceField(label="How", choices=Route.choices)
    email = forms.EmailField(label="E-mail", required=False)

    def __init__(self, *args, suggested: Suggested | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        self.suggested = suggested or Suggested(LawRole.OTHER, is_ticked=False)
        self.is_known = bool(self.suggested.who)
        told = self.suggested
        self.initial = {
            "chosen": told.is_ticked and (self.is_known or bool(told.email)),
            "who": told.who,
            "role": told.role,
            "name": told.name,
            "title": told.title,
            "route": told.route if self.is_known or told.email else Route.LETTER,
            "email": told.email,
        } | self.initial
        self.fields["chosen"].label, self.fields["chosen"].help_text = self._words()
        if self.is_known:
            del self.fields["name"], self.fields["email"]
        self.marks_optional = False

    def _words(self) -> tuple[str, str]:
        """Who it is, and what one has to know first."""
        told = self.suggested
        role = str(told.role.label)
        if not told.name:
            return (role if told.role != LawRole.OTHER else "Somebody else"), told.source
        who = f"{told.name}, {told.title}" if told.title else told.name
        known = [role] if role.casefold() != told.title.casefold() else []
        # The hint is shown as markup.
        return who, escape(" · ".join(filter(None, (*known, told.warning, told.source))))

    def clean(self) -> dict[str, Any]:
        """A ticked row says who it is, and where an e-mail goes."""
        data = super().clean()
        if not data.get("chosen") or self.is_known:
            return data
        if not data.get("name"):
            self.add_error("name", "Write the name.")
        if data.get("route") == Route.EMAIL and not data.get("email"):
            self.add_error("email", "Write the e-mail address, or choose another way.")
        return data


class InviteForm(Form):
    """Everybody who is invited in one go."""

    asks_views = forms.BooleanField(
        label="Ask them for their advice or views too", required=False, initial=True
    )
    views_on = DateField(
        label="Advice by", help_text="So that it can go round two weeks before the meeting."
    )
    invited_on = PastDateField(
        label="Those without an e-mail were told on",
        help_text="The day of the letter, the call or the talk. E-mails go now.",
    )
    is_checked = forms.BooleanField(
        label=CHECKED,
        help_text="Only needed where an address is withheld or an order says so.",
        required=False,
    )

    def __init__(
        self,
        data=None,
        *args,
        suggested: Iterable[Suggested],
        contacts: dict[str, Contact],
        colleagues: dict[str, User],
        **kwargs,
    ):
        super().__init__(data, *args, **kwargs)
        self.contacts, self.people = contacts, colleagues
        blank = [Suggested(LawRole.OTHER, is_ticked=False)] * BLANKS
        self.rows = [
            InviteRow(data, prefix=f"p{number}", suggested=each)
            for number, each in enumerate([*suggested, *blank])
        ]
        self.initial.setdefault("invited_on", clock.today())

    def is_valid(self) -> bool:
        """Also every row."""
        rows = [row.is_valid() for row in self.rows]
        if self.is_bound and not all(rows):
            self.add_error(None, "Something is missing with a person whom you ticked. See below.")
        return super().is_valid() and all(rows)

    @property
    def invitations(self) -> list[Invitation]:
        """Whom the service invites."""
        return [
            Invitation(
                self._guest(row),
                LawRole(row.cleaned_data["role"]),
                Route(row.cleaned_data["route"]),
            )
            for row in self.rows
            if row.cleaned_data.get("chosen")
        ]

    def _guest(self, row: InviteRow) -> Guest:
        data, who = row.cleaned_data, row.suggested.who
        user = self.people.get(who)
        return Guest(
            user=user,
            contact=self.contacts.get(who),
            name=data.get("name", ""),
            role=data["title"],
            email=data.get("email", ""),
            asks_views=self.cleaned_data["asks_views"],
            views_on=self.cleaned_data["views_on"],
            by_mail=data["route"] == Route.EMAIL,
            is_checked=self.cleaned_data["is_checked"],
        )


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
