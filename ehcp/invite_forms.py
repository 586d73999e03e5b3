"""The form by which everybody is invited to a review in one go."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.html import escape

from aylsham import clock
from aylsham.forms import DateField, Form, PastDateField
from aylsham.models import User
from ehcp.review_codes import LawRole, Route
from ehcp.selectors.review_people import Suggested
from ehcp.services.review_meetings import Invitation
from pupils.forms.meetings.people import CHECKED
from pupils.models import Contact
from pupils.services.meetings.inviting import Guest

#: How many empty rows stand below those that we can suggest.
BLANKS = 2


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
