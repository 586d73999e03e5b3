"""Forms used in a meeting and after it: who came, and the minutes as one types."""

import uuid
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator

from aylsham.changes import version_of
from aylsham.codes import Sensitivity
from aylsham.forms import Form
from pupils.meeting_codes import InviteeKind, MeetingKind, Reply
from pupils.models import Meeting, MeetingInvitee
from pupils.selectors.meetings.page import ItemLine
from pupils.services.meetings.minutes import ITEM_FIELDS, LONGEST_MINUTES, ItemWords


class HeldForm(Form):
    """Who came."""

    came = forms.MultipleChoiceField(
        label="Who came", widget=forms.CheckboxSelectMultiple, required=False
    )
    is_parent_meeting = forms.BooleanField(
        label="One of the three meetings a year with the parents", required=False
    )

    def __init__(self, *args, meeting: Meeting, invitees: list[MeetingInvitee], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["came"].choices = [(str(i.pk), _introduced(i)) for i in invitees]
        self.initial["came"] = [str(i.pk) for i in invitees if _probably_came(i)]
        has_family = any(i.kind == InviteeKind.CONTACT for i in invitees)
        if meeting.kind == MeetingKind.PROGRESS:
            del self.fields["is_parent_meeting"]
        elif meeting.is_planned:
            self.initial["is_parent_meeting"] = meeting.kind == MeetingKind.PARENTS or has_family
        else:
            self.initial["is_parent_meeting"] = meeting.is_parent_meeting

    @property
    def facts(self) -> dict[str, Any]:
        """What the service takes."""
        data = self.cleaned_data
        return {
            "came": [uuid.UUID(key) for key in data["came"]],
            "is_parent_meeting": data.get("is_parent_meeting", False),
        }


class MinutesForm(Form):
    """A box for each item that the writer may read."""

    sitting = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args, lines: list[ItemLine], may_mark: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("sitting", uuid.uuid4())
        self.lines, self.may_mark = [line for line in lines if not line.is_cut], may_mark
        for line in self.lines:
            key = line.item.pk
            label = f"{line.whom}: {line.item.title}" if line.whom else line.item.title
            self.fields[f"text-{key}"] = forms.CharField(
                label=label,
                required=False,
                validators=[MaxLengthValidator(LONGEST_MINUTES)],
                widget=forms.Textarea(attrs={"rows": 3}),
                help_text=f"{line.item.length} minutes" if line.item.length else "",
            )
            self.fields[f"version-{key}"] = forms.CharField(widget=forms.HiddenInput)
            self.initial[f"text-{key}"] = line.text
            self.initial[f"version-{key}"] = version_of(line.item, ITEM_FIELDS)
            if may_mark:
                self.fields[f"sensitive-{key}"] = forms.BooleanField(
                    label="Sensitive: few people can read it", required=False
                )
                self.initial[f"sensitive-{key}"] = line.item.sensitivity > Sensitivity.EVERYONE
        self.marks_optional = False

    @property
    def boxes(self) -> list[tuple]:
        """(text, version, sensitive or None) of each item, as the page sets them."""
        return [
            (
                self[f"text-{line.item.pk}"],
                self[f"version-{line.item.pk}"],
                self[f"sensitive-{line.item.pk}"] if self.may_mark else None,
            )
            for line in self.lines
        ]

    @property
    def words(self) -> list[ItemWords]:
        """What the service takes."""
        data = self.cleaned_data
        return [
            ItemWords(
                line.item.pk,
                data[f"text-{line.item.pk}"],
                data[f"version-{line.item.pk}"],
                self._level(line) if self.may_mark else None,
            )
            for line in self.lines
        ]

    def _level(self, line: ItemLine) -> int:
        """Ticking off “sensitive” never opens what is safeguarding text."""
        if not self.cleaned_data[f"sensitive-{line.item.pk}"]:
            return Sensitivity.EVERYONE
        return max(line.item.sensitivity, Sensitivity.SENSITIVE)

    def show_theirs(self, items) -> None:
        """Beside each item that somebody else wrote meanwhile, what it says now."""
        self.data = self.data.copy()
        for item in items:
            self.add_error(f"text-{item.pk}", f"It now says: {item.text or 'nothing'}")
            self.data[f"version-{item.pk}"] = version_of(item, ITEM_FIELDS)
        self.add_error(
            None,
            "Somebody else wrote while you did. Their words stand beside yours. Everything else "
            "is saved. Save again to keep what is in the boxes.",
        )


def _introduced(invitee: MeetingInvitee) -> str:
    return f"{invitee.name}, {invitee.role}" if invitee.role else invitee.name


def _probably_came(invitee: MeetingInvitee) -> bool:
    return invitee.reply == Reply.COMING if invitee.came is None else invitee.came
