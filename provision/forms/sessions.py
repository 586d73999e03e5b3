"""The form of one session: three taps a child, or one for all."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField

from aylsham.forms import DateField, OnceForm
from provision.models.sessions import CAME_CHOICES, REASON_CHOICES
from provision.rules.delivery import Came, Reason
from provision.rules.standing_marks import SessionAt
from provision.selectors.session_cards import ChildRow, SessionCard
from provision.services.sessions import MarkFacts

PARTS = ("came", "reason", "minutes", "measure", "word")
MOST_SLOTS = 20


@dataclass(frozen=True)
class MarkRow:
    """A child with the boxes of its mark."""

    child: ChildRow
    came: BoundField
    reason: BoundField
    minutes: BoundField
    measure: BoundField
    word: BoundField

    @property
    def errors(self) -> list[str]:
        """What is wrong with this child's boxes."""
        boxes = (self.came, self.reason, self.minutes, self.measure, self.word)
        return [error for box in boxes for error in box.errors]


class AtForm(forms.Form):
    """Which session is meant: in the address of a page, or with a log that is sent."""

    on = DateField(required=False)
    slot = forms.IntegerField(min_value=1, max_value=MOST_SLOTS, required=False)
    make_up = forms.BooleanField(required=False)

    def at(self, today) -> SessionAt:
        """The session that is named; today's first one where nothing sound is said."""
        said = self.cleaned_data if self.is_valid() else {}
        return SessionAt(said.get("on") or today, said.get("slot") or 1, said.get("make_up", False))


class SessionForm(OnceForm):
    """What the children of a session had of it; who is left alone is not logged."""

    seen = forms.IntegerField(min_value=0, max_value=32_000, required=False)
    for_staff = forms.BooleanField(required=False)
    all = forms.BooleanField(required=False)

    def __init__(self, *args, card: SessionCard, **kwargs):
        kwargs.setdefault("auto_id", f"id_{card.key}_%s")
        super().__init__(*args, **kwargs)
        self.card = card
        self.initial["seen"] = card.seen
        # One press for all says nothing of any child, and is answered without their boxes.
        if not (self.is_bound and "all" in self.data):
            self._fill()

    def _fill(self) -> None:
        for row in self.card.children:
            if f"came-{row.pupil.pk}" not in self.fields:
                self._add(row)

    def _add(self, row: ChildRow) -> None:
        fields: dict[str, forms.Field] = {
            "came": forms.ChoiceField(
                choices=CAME_CHOICES, required=False, widget=forms.RadioSelect
            ),
            "reason": forms.ChoiceField(choices=[("", "Choose"), *REASON_CHOICES], required=False),
            "minutes": forms.IntegerField(min_value=0, max_value=400, required=False),
            "measure": forms.CharField(max_length=40, required=False),
            "word": forms.CharField(max_length=300, required=False),
        }
        for part, field in fields.items():
            self.fields[f"{part}-{row.pupil.pk}"] = field
            if row.mark:
                self.initial[f"{part}-{row.pupil.pk}"] = getattr(row.mark, part)

    @property
    def rows(self) -> list[MarkRow]:
        """A row for each child."""
        self._fill()
        return [
            MarkRow(row, *(self[f"{part}-{row.pupil.pk}"] for part in PARTS))
            for row in self.card.children
        ]

    def clean(self) -> dict[str, Any]:
        """A missed session has its reason, a part of one its minutes; somebody is marked."""
        data = super().clean()
        if data.get("all"):
            return data
        for row in self.card.children:
            self._check(row, data)
        if not any(data.get(f"came-{row.pupil.pk}") for row in self.card.children):
            self.add_error(None, "Mark at least one child.")
        return data

    def _check(self, row: ChildRow, data: dict[str, Any]) -> None:
        key, minutes = row.pupil.pk, data.get(f"minutes-{row.pupil.pk}") or 0
        came = data.get(f"came-{key}")
        if came == Came.MISSED and not data.get(f"reason-{key}"):
            self.add_error(f"reason-{key}", "Say why it was missed.")
        if came == Came.PART and not 0 < minutes < self.card.minutes:
            whole = self.card.minutes
            self.add_error(f"minutes-{key}", f"Say how many of the {whole} minutes.")

    def marks(self) -> list[MarkFacts]:
        """What is said of each child that is marked."""
        data, rows = self.cleaned_data, self.card.children
        if data["all"]:
            return [MarkFacts(row.pupil, Came.HAD) for row in rows]
        return [self._facts(row) for row in rows if data[f"came-{row.pupil.pk}"]]

    def _facts(self, row: ChildRow) -> MarkFacts:
        said = {part: self.cleaned_data[f"{part}-{row.pupil.pk}"] for part in PARTS}
        return MarkFacts(
            pupil=row.pupil,
            came=Came(said["came"]),
            minutes=said["minutes"] or 0,
            reason=Reason(said["reason"]) if said["reason"] else None,
            measure=said["measure"],
            word=said["word"],
        )
