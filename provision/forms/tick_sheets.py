"""A week of sessions typed in from paper: a box for each child and day."""

from dataclasses import dataclass

from django import forms
from django.forms import BoundField

from aylsham.forms import OnceForm
from provision.rules.delivery import Came
from provision.rules.ticks import Tick, read_tick, tick_text
from provision.selectors.session_cards import ChildRow, SessionCard
from provision.selectors.tick_sheets import TickBlock, TickSheet, shown, text_of
from provision.services.sessions import MarkFacts
from provision.services.week_log import ToLog
from pupils.models import Pupil

#: Longest of what a box takes, as `120 A` with a space too many.
BOX_LENGTH = 8


@dataclass(frozen=True)
class TickRow:
    """A child with a box for each day; None where the child is not in it."""

    pupil: Pupil
    boxes: list[BoundField | None]


@dataclass(frozen=True)
class BlockRows:
    """A provision with its ticks for everybody and its rows."""

    block: TickBlock
    everybody: list[BoundField | None]
    #: The last log of each session that the page has in view.
    seen: list[BoundField]
    rows: list[TickRow]


class WeekForm(OnceForm):
    """What a sheet says; a box that is left as it was logs nothing."""

    def __init__(self, *args, sheet: TickSheet, days, today, **kwargs):
        super().__init__(*args, **kwargs)
        self.sheet, self.days = sheet, [day for day in days if day <= today]
        for block, day, card in self._cards():
            label = f"All had it, {day:%A}, {block.title}"
            box = forms.CheckboxInput(attrs={"aria-label": label})
            self.fields[_name("g", block, day)] = forms.BooleanField(required=False, widget=box)
            seen = forms.IntegerField(
                min_value=0, max_value=32_000, required=False, widget=forms.HiddenInput
            )
            self.fields[_name("s", block, day)] = seen
            self.initial[_name("s", block, day)] = card.seen
            for row in card.children:
                self._add_box(block, day, row)

    def _cards(self):
        for block in self.sheet.blocks:
            for day in self.days:
                if card := block.card_on(day):
                    yield block, day, card

    def _add_box(self, block: TickBlock, day, row: ChildRow) -> None:
        name = _name("c", block, day, row.pupil)
        label = f"{row.pupil.full_name}, {day:%A}, {block.title}"
        attrs = {"aria-label": label, "autocomplete": "off", "class": "ay-tickbox"}
        box = forms.TextInput(attrs=attrs)
        self.fields[name] = forms.CharField(max_length=BOX_LENGTH, required=False, widget=box)
        self.initial[name] = text_of(row)

    @property
    def blocks(self) -> list[BlockRows]:
        """The sheet in the order of the paper."""
        return [self._rows(block) for block in self.sheet.blocks]

    def _rows(self, block: TickBlock) -> BlockRows:
        rows = [
            TickRow(pupil, [self._box("c", block, day, pupil) for day in self.days])
            for pupil in block.children
        ]
        everybody, seen = ([self._box(kind, block, day) for day in self.days] for kind in "gs")
        return BlockRows(block, everybody, [box for box in seen if box], rows)

    def _box(self, *parts) -> BoundField | None:
        name = _name(*parts)
        return self[name] if name in self.fields else None

    def clean(self):
        """Every box that was changed can be read."""
        data = super().clean()
        self.said: dict[str, Tick] = {}
        for block, day, card in self._cards():
            seen = data.get(_name("s", block, day)) or 0
            for row in card.children:
                name = _name("c", block, day, row.pupil)
                self._read(name, shown(row, seen), block.provision.minutes, data)
        return data

    def _read(self, name: str, before: str, whole: int, data) -> None:
        text = data.get(name) or ""
        if text == before or name in self.errors:
            return
        if not text:
            self.add_error(name, "What was logged stays. Write what it should be.")
            return
        try:
            tick = read_tick(text, whole)
            if tick and tick_text(tick.came, tick.minutes, tick.reason or "") != before:
                self.said[name] = tick
        except ValueError as wrong:
            self.add_error(name, str(wrong))

    def to_log(self) -> list[ToLog]:
        """Each session of which the sheet says something new."""
        found = [self._session(*each) for each in self._cards()]
        return [each for each in found if each.marks]

    def _session(self, block: TickBlock, day, card: SessionCard) -> ToLog:
        everybody = self.cleaned_data[_name("g", block, day)]
        seen = self.cleaned_data[_name("s", block, day)] or 0
        marks = [
            self._mark(block, day, row, everybody=everybody and not shown(row, seen))
            for row in card.children
        ]
        marked = tuple(mark for mark in marks if mark)
        return ToLog(card.provision, card.at, marked, seen, card.given_for)

    def _mark(self, block, day, row: ChildRow, *, everybody: bool) -> MarkFacts | None:
        tick = self.said.get(_name("c", block, day, row.pupil))
        if tick is None and everybody:
            tick = Tick(Came.HAD)
        if tick is None:
            return None
        measure, word = (row.mark.measure, row.mark.word) if row.mark else ("", "")
        return MarkFacts(row.pupil, tick.came, tick.minutes, tick.reason, measure, word)


def _name(kind: str, block: TickBlock, day, pupil: Pupil | None = None) -> str:
    return f"{kind}-{block.key}-{day:%m%d}" + (f"-{pupil.pk}" if pupil else "")
