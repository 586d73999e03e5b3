"""The board of a plan: a card for each session, and the rows and days in which they stand.

A board has hundreds of cards, so they are written here and not by templates.
"""

from collections.abc import Iterable
from html import escape

from django import template
from django.utils.safestring import SafeString, mark_safe

from aylsham.addresses import row_address
from staff.models import WeekPlan
from staff.selectors.weeks.board import ADULTS, CHILDREN, ROOMS, BoardPage, Card, Cell, Row

register = template.Library()
#: So many children are named on a card.
NAMED = 3


@register.simple_tag
def board_rows(page: BoardPage, plan: WeekPlan, slug: str) -> SafeString:
    """A row for each adult, child or room."""
    cards = _Cards(page, plan, slug, is_list=False)
    may_drop = page.may_move and page.chosen.show == ADULTS
    return mark_safe("".join(_row(row, cards, may_drop=may_drop) for row in page.rows))  # noqa: S308


@register.simple_tag
def board_days(page: BoardPage, plan: WeekPlan, slug: str) -> SafeString:
    """The same by day and time, for a narrow screen."""
    cards = _Cards(page, plan, slug, is_list=True)
    return mark_safe(  # noqa: S308
        "".join(
            '<section class="ay-section">'
            f'<h2 class="govuk-heading-s">{day}</h2>{cards.written(each)}</section>'
            for day, each in page.days
        )
    )


def _row(row: Row, cards: "_Cards", *, may_drop: bool) -> str:
    private = ' class="ay-private"' if row.is_private else ""
    cells = "".join(
        f"<td{_place(row, c) if may_drop else ''}>{cards.written(c.cards)}</td>" for c in row.cells
    )
    return (
        f'<tr><th scope="row"{private}>{escape(row.label)}<br>'
        f'<span class="ay-muted ay-small">{row.hours}</span></th>{cells}</tr>'
    )


def _place(row: Row, cell: Cell) -> str:
    return f' data-cell="{row.key}/{cell.column.weekday}/{cell.column.starts}"'


class _Cards:
    """How cards are written on one page."""

    def __init__(self, page: BoardPage, plan: WeekPlan, slug: str, *, is_list: bool) -> None:
        show = page.chosen.show
        self.may_move = page.may_move
        self.names_children = show != CHILDREN
        self.names_adult, self.names_room = show != ADULTS or is_list, show != ROOMS
        self.slug, self.plan = slug, plan.pk

    def written(self, cards: Iterable[Card]) -> str:
        """Cards one after the other."""
        return "".join(map(self._card, cards))

    def _card(self, card: Card) -> str:
        is_locked = card.session.is_locked
        classes = f"ay-boardslot ay-boardslot--{card.rank}"
        classes += " ay-boardslot--locked" if is_locked else ""
        may_drag = self.may_move and not is_locked
        drag = f' data-card="{self._address("session_places", card)}"' if may_drag else ""
        locked = ' <span class="ay-boardslot__lock">locked</span>' if is_locked else ""
        return (
            f'<div class="{classes}"{drag}><b>{card.at}</b>'
            f' <span class="ay-boardslot__mark" aria-hidden="true">{card.mark}</span>'
            f'<span class="govuk-visually-hidden">{escape(card.words.rank)}</span>{locked}\n'
            f'<span class="ay-private">{escape(card.words.what)}</span>'
            f"{self._who(card)}\n{self._move(card) if self.may_move else ''}</div>"
        )

    def _address(self, name: str, card: Card) -> str:
        return row_address(name, self.slug, self.plan, card.session.pk)

    def _who(self, card: Card) -> str:
        """The children, the adult and the room, as far as the row does not say them."""
        found = ""
        if self.names_children and card.words.pupils:
            names = first_names(card)
            found = f' <span class="ay-private ay-boardslot__who">{names}</span>'
        if self.names_adult:
            found += f' <span class="ay-boardslot__who">{escape(card.member.name)}</span>'
        if self.names_room and card.room:
            found += f' <span class="ay-boardslot__who">{escape(card.room)}</span>'
        return found

    def _move(self, card: Card) -> str:
        word = "Unlock" if card.session.is_locked else "Move"
        return (
            '<a class="govuk-link ay-boardslot__move" draggable="false"'
            f' href="{self._address("board_session", card)}">{word}<span class="govuk-visually-hidden">'
            f" {card.day} {card.at} with {escape(card.member.name)}</span></a>"
        )


def first_names(card: Card) -> str:
    """`Zoë, Ben, Ola and 2`, for a page."""
    pupils = card.words.pupils
    names = ", ".join(escape(pupil.first_name) for pupil in pupils[:NAMED])
    return f"{names} and {len(pupils) - NAMED}" if len(pupils) > NAMED else names
