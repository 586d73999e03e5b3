"""Tick sheets: a week of what an adult gives, or of one provision, as boxes."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from provision.models import Provision
from provision.rules.open_weeks import DAY, SCHOOL_DAYS
from provision.rules.standing_marks import standing
from provision.rules.ticks import DIFFERS, paper_names, tick_text
from provision.selectors.session_cards import ChildRow, SessionCard
from provision.selectors.session_lists import giver_key, giver_of
from provision.selectors.sessions import cards_of, loggable, said_of
from pupils.models import Pupil

#: How many lines of a sheet fit one side with boxes to write in with a thick pen.
ROOMY_LINES = 34


@dataclass(frozen=True)
class TickBlock:
    """One provision of a week, the first or second session of each day: children × days."""

    cards: tuple[SessionCard, ...]
    children: tuple[Pupil, ...]

    @property
    def provision(self) -> Provision:
        return self.cards[0].provision

    @property
    def key(self) -> str:
        """Tells the blocks of a sheet apart."""
        return self.cards[0].key

    @property
    def title(self) -> str:
        return self.cards[0].title

    def row_of(self, pupil: Pupil, day: dt.date) -> tuple[SessionCard, ChildRow] | None:
        """What is known of a child on a day; None where the child is not in it."""
        for card in self.cards:
            if card.at.on == day:
                rows = [row for row in card.children if row.pupil.pk == pupil.pk]
                return (card, rows[0]) if rows else None
        return None

    def card_on(self, day: dt.date) -> SessionCard | None:
        """The session of a day, if it runs then for somebody."""
        found = (card for card in self.cards if card.at.on == day and card.children)
        return next(found, None)


@dataclass(frozen=True)
class TickSheet:
    """A week of one adult's sessions, in the order of the paper."""

    key: str
    name: str
    blocks: tuple[TickBlock, ...]

    @property
    def pupils(self) -> list[Pupil]:
        """Everybody on it, once."""
        return list({p.pk: p for block in self.blocks for p in block.children}.values())

    def on_paper(self, *, initials: bool) -> list[tuple[TickBlock, list[str]]]:
        """Each block with how its children stand on paper."""
        pupils = self.pupils
        said = paper_names([(p.known_as, p.last_name) for p in pupils], initials=initials)
        names = dict(zip([p.pk for p in pupils], said, strict=True))
        return [(block, [names[p.pk] for p in block.children]) for block in self.blocks]

    @property
    def is_long(self) -> bool:
        """Its boxes have to be lower to stand on one side."""
        return sum(len(block.children) + 3 for block in self.blocks) > ROOMY_LINES


def days_of(week: dt.date) -> list[dt.date]:
    """Monday to Friday of the week of a day."""
    monday = week - week.weekday() * DAY
    return [monday + n * DAY for n in range(SCHOOL_DAYS)]


def tick_sheets(access: Access, days: list[dt.date], provision: UUID | None = None):
    """A sheet for each adult whose sessions the asker may see, or one of a provision."""
    rows = loggable(access)
    rows = rows.filter(pk=provision) if provision else rows
    sheets: dict[tuple, list[SessionCard]] = defaultdict(list)
    for card in cards_of(access, rows, days):
        if not card.at.is_make_up and not card.is_off_day:
            sheets[giver_key(card)].append(card)
    found = [_sheet(key, cards) for key, cards in sheets.items()]
    return sorted((each for each in found if each.blocks), key=lambda each: each.name.casefold())


def text_of(row: ChildRow) -> str:
    """What a box shows of what was logged."""
    if row.is_conflict:
        return DIFFERS
    return tick_text(row.mark.came, row.mark.minutes, row.mark.reason) if row.mark else ""


def shown(row: ChildRow, seen: int) -> str:
    """What a box showed on a page that knew the logs up to this number."""
    marks = [mark for mark in row.history if mark.log.number <= seen]
    stands = standing([said_of(mark) for mark in reversed(marks)])
    return text_of(ChildRow(row.pupil, tuple(each.mark for each in stands), ()))


def _sheet(key: tuple, cards: list[SessionCard]) -> TickSheet:
    blocks: dict[tuple, list[SessionCard]] = defaultdict(list)
    for card in cards:
        blocks[card.id, card.at.slot].append(card)
    found = (_block(each) for each in blocks.values())
    name = "adult-" + str(key[0]) if key[0] else f"role-{key[1]}"
    return TickSheet(name, giver_of(cards[0]), tuple(block for block in found if block.children))


def _block(cards: Iterable[SessionCard]) -> TickBlock:
    cards = tuple(cards)
    children = {row.pupil.pk: row.pupil for card in cards for row in card.children}
    return TickBlock(cards, tuple(children.values()))
