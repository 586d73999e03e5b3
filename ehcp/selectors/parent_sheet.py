"""What parents are handed of Section F: what the head released, in plain words."""

import datetime as dt
from dataclasses import dataclass

from aylsham.models import School
from ehcp.models import EhcPlan
from ehcp.selectors.ledger import released_lines
from provision.models import ReleasedDelivery
from pupils.models import Pupil
from pupils.selectors.letters.values import letterhead_of


@dataclass(frozen=True)
class SheetLine:
    """One promise of the plan, with times in words."""

    text: str
    promised: str
    given: str
    owed: str
    why: str


@dataclass(frozen=True)
class ParentSheet:
    """The days that the head released last."""

    name: str
    first: dt.date
    last: dt.date
    lines: tuple[SheetLine, ...]
    total: SheetLine
    is_owed: bool
    released_on: dt.date
    released_by: str
    #: Address, telephone and e-mail of the school, as its letters have them.
    head: tuple[str, ...]


def parent_sheet(school: School, pupil: Pupil, plan: EhcPlan) -> ParentSheet | None:
    """The sheet; None while nothing is released."""
    rows = released_lines(plan)
    if not rows:
        return None
    head, newest = letterhead_of(school), rows[0]
    return ParentSheet(
        name=pupil.known_as,
        first=newest.first,
        last=newest.last,
        lines=tuple(_line(row.promise.text, [row], why_less(row)) for row in rows),
        total=_line("All together", rows),
        is_owed=any(row.owed for row in rows),
        released_on=newest.released_on,
        released_by=newest.released_by.name if newest.released_by else "",
        head=tuple(line for line in (*head.address.splitlines(), head.phone, head.email) if line),
    )


def time_words(minutes: int) -> str:
    """`none`, `1 hour`, `45 minutes`, `2 hours 30 minutes`."""
    hours, rest = divmod(minutes, 60)
    parts = [(hours, "hour"), (rest, "minute")]
    said = [f"{number} {word}{'' if number == 1 else 's'}" for number, word in parts if number]
    return " ".join(said) or "none"


def why_less(row: ReleasedDelivery) -> str:
    """Why less was given than the plan promised, as one tells a family; empty where it was not."""
    short = row.promised - row.delivered
    if short <= 0:
        return ""
    said = [f"{_big(time_words(short))} of this help was not given."]
    if row.planned < row.promised:
        never = time_words(row.promised - row.planned)
        said.append(f"Not on our timetable at all: {never}.")
    if row.owed:
        said.append(f"For {time_words(row.owed)} the reason was ours: we still owe it.")
    if row.owed < short:
        which = "the rest" if row.owed else "all of it"
        said.append(f"For {which} the reason was not the school’s.")
    return " ".join(said)


def _big(words: str) -> str:
    return words[:1].upper() + words[1:]


def _line(text: str, rows: list[ReleasedDelivery], why: str = "") -> SheetLine:
    promised, given, owed = (
        time_words(sum(getattr(row, name) for row in rows))
        for name in ("promised", "delivered", "owed")
    )
    return SheetLine(text, promised, given, owed, why)
