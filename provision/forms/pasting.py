"""Forms of a pasted timetable: the text, then only what a person has to say of its groups."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.core.validators import MaxLengthValidator
from django.forms import BoundField

from aylsham.forms import DateField, OnceForm
from provision.provision_codes import StaffRole
from provision.rules.timetable.reading import MOST_LETTERS
from provision.rules.timetable.times import MOST_MINUTES, MOST_SESSIONS
from provision.selectors.choosing import Offered
from provision.selectors.pasting import LONGEST_NAME, AskedChild, PastedLine, PastedPage
from provision.services.pasting import ToDraft
from pupils.codes import Tier
from pupils.models import Pupil

NOBODY = "none"
HALVES = "paste it in two parts."
LONGEST_LABEL = 60
NEEDED = "Say it, or take the tick away."
CHOOSE_CHILD = ("", "Choose the child")
LEAVE_OUT = (NOBODY, "Leave this name out")
_SHORT = {"class": "govuk-input--width-3"}


class PasteForm(OnceForm):
    """The text of a timetable, and from when for how long its groups are given."""

    text = forms.CharField(
        label="Timetable",
        validators=[
            MaxLengthValidator(MOST_LETTERS, f"At most {MOST_LETTERS:,} letters: {HALVES}")
        ],
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12, "spellcheck": "false", "class": "ay-private"}),
    )
    starts_on = DateField(label="From", help_text="")
    weeks = forms.IntegerField(
        label="Weeks", min_value=1, max_value=52, widget=forms.NumberInput(attrs=_SHORT)
    )


@dataclass(frozen=True)
class PastedRow:
    """A group with its tick and the boxes for what is missing."""

    line: PastedLine
    take: BoundField
    boxes: tuple[BoundField, ...]


class PreviewForm(PasteForm):
    """The groups of a text: which are made, and what a person says of them."""

    def __init__(self, *args, page: PastedPage, offered: Offered, **kwargs):
        super().__init__(*args, **kwargs)
        self.page, self.offered = page, offered
        self.pupils = {child.key: child.pupil for child in offered.children}
        self.adults = {str(user.pk): user for user in offered.adults}
        for line in (*page.open, *page.ready):
            self._add(line)
        self.sometimes_needed = tuple(self.fields)

    def _add(self, line: PastedLine) -> None:
        is_sure = not line.has_namesake and line.has_children
        label = f"Make “{line.name or line.group.words[:LONGEST_LABEL]}”"
        take = forms.BooleanField(label=label, required=False, initial=is_sure)
        self.fields[_name(line, "take")] = take
        if not line.name:
            self.fields[_name(line, "name")] = forms.CharField(
                label="Name", max_length=LONGEST_NAME, required=False,
                initial=line.group.name[:LONGEST_NAME],
            )  # fmt: skip
        for part, label, most, known in (
            ("sessions", "Sessions a week", MOST_SESSIONS, line.sessions),
            ("minutes", "Minutes a session", MOST_MINUTES, line.minutes),
        ):
            if not known:
                self.fields[_name(line, part)] = _count(label, most)
        if line.asks_staff:
            self.fields[_name(line, "staff")] = self._staff(line)
        for asked in line.asked:
            self.fields[_name(line, f"child{asked.number}")] = self._child(asked)

    def _staff(self, line: PastedLine) -> forms.ChoiceField:
        choices = [("", "Choose the adult"), (NOBODY, "Nobody named yet")]
        choices += [(key, user.name) for key, user in self.adults.items()]
        words = line.group.staff.words
        return forms.ChoiceField(label=f"Who is “{words}”?", choices=choices, required=False)

    def _child(self, asked: AskedChild) -> forms.ChoiceField:
        near = [(str(pupil.pk), pupil.full_name) for pupil in asked.near]
        choices: list = [CHOOSE_CHILD, *near, LEAVE_OUT]
        if not asked.fits_several:
            shown = {key for key, _ in near}
            rest = [(k, p.full_name) for k, p in self.pupils.items() if k not in shown]
            choices = [CHOOSE_CHILD, LEAVE_OUT, ("Names like it", near), ("Everybody else", rest)]
            choices = [each for each in choices if each[1]]
        label = f"Which child is “{asked.words}”?"
        return forms.ChoiceField(label=label, choices=choices, required=False)

    def clean(self) -> dict[str, Any]:
        """A group that is ticked has everything that was asked."""
        data = super().clean()
        for line in (*self.page.open, *self.page.ready):
            if not data.get(_name(line, "take")):
                continue
            for box in self._asked(line):
                if data.get(box) in ("", None) and box not in self.errors:
                    self.add_error(box, NEEDED)
        return data

    def _asked(self, line: PastedLine) -> list[str]:
        start = _name(line, "")
        return [n for n in self.fields if n.startswith(start) and n != _name(line, "take")]

    def _row(self, line: PastedLine) -> PastedRow:
        boxes = tuple(self[name] for name in self._asked(line))
        return PastedRow(line, self[_name(line, "take")], boxes)

    @property
    def open(self) -> list[PastedRow]:
        """Groups that need a person."""
        return [self._row(line) for line in self.page.open]

    @property
    def ready(self) -> list[PastedRow]:
        """Groups that can be made as they are."""
        return [self._row(line) for line in self.page.ready]

    @property
    def drafts(self) -> list[ToDraft]:
        """What is ticked, as the service takes it."""
        lines = (*self.page.open, *self.page.ready)
        ticked = [x for x in lines if self.cleaned_data[_name(x, "take")]]
        return [
            ToDraft(line.number, self._members(line), self._facts(line))
            for line in sorted(ticked, key=lambda line: line.number)
        ]

    def _members(self, line: PastedLine) -> tuple[Pupil, ...]:
        chosen = [self.cleaned_data[_name(line, f"child{each.number}")] for each in line.asked]
        found = [*line.pupils, *(self.pupils[key] for key in chosen if key != NOBODY)]
        return tuple({pupil.pk: pupil for pupil in found}.values())

    def _facts(self, line: PastedLine) -> dict[str, Any]:
        data, item = self.cleaned_data, line.item.item if line.item else None
        needs = item.need_types if item else []
        return {
            "name": line.name or data[_name(line, "name")],
            "shared_item": None if not line.item or line.item.is_own else item,
            "own_item": item if line.item and line.item.is_own else None,
            "tier": item.tier if item else Tier.TARGETED,
            "need_type": needs[0] if len(needs) == 1 else "",
            "staff_role": line.group.role or (item.staff_role if item else StaffRole.LSA),
            "staff": line.staff or self.adults.get(data.get(_name(line, "staff"), "")),
            "location": line.place,
            "sessions_a_week": line.sessions or data[_name(line, "sessions")],
            "minutes": line.minutes or data[_name(line, "minutes")],
            "weekdays": list(line.weekdays),
            "time": line.group.time,
            "measure": item.measure if item else "",
            "starts_on": data["starts_on"],
            "weeks": data["weeks"],
        }

    @property
    def once(self) -> UUID:
        """What makes a second press make nothing; without it each press is one of its own."""
        return self.cleaned_data["key"] or self.initial["key"]


def _name(line: PastedLine, part: str) -> str:
    return f"g{line.number}_{part}"


def _count(label: str, most: int) -> forms.IntegerField:
    widget = forms.NumberInput(attrs=_SHORT)
    return forms.IntegerField(
        label=label, min_value=1, max_value=most, required=False, widget=widget
    )
