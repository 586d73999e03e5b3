"""What parents are handed of Section F: what the head released, in plain words."""

import datetime as dt
from dataclasses import dataclass

from aylsham.models import School
from ehcp.models import EhcPlan
from ehcp.selectors.ledger import released_lines
from provision.models import ReleasedDelivery
from provision.rules.promised import Kept, time_words
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
    #: Some of the help is not on the timetable at all: no missed time, but not given either.
    is_unplanned: bool
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
        is_unplanned=any(row.planned < row.promised for row in rows),
        released_on=newest.released_on,
        released_by=newest.released_by.name if newest.released_by else "",
        head=tuple(line for line in (*head.address.splitlines(), head.phone, head.email) if line),
    )


def why_less(row: ReleasedDelivery | Kept, *, is_brief: bool = False) -> str:
    """Why less was given than the plan promised, as one tells a family; empty where it was not.

    `is_brief`: what was promised and given stands before it already.
    """
    short = row.promised - row.delivered
    if short <= 0:
        return ""
    never = min(short, max(0, row.promised - row.planned))
    owed = min(row.owed, short)
    rest = max(0, short - never - owed)
    said = [] if is_brief else [f"{_big(time_words(short))} of this help was not given."]
    if is_brief and never == row.promised:
        said.append("None of it was on our timetable.")
    elif never:
        said.append(f"{_big(time_words(never))} was not on our timetable at all.")
    if owed:
        said.append(f"For {time_words(owed)} the reason was ours: we still owe it.")
    if rest:
        said.append(
            f"{_big(time_words(rest))} was missed for another reason, or nobody wrote down "
            "whether it was given."
        )
    return " ".join(said)


def _big(words: str) -> str:
    return words[:1].upper() + words[1:]


def _line(text: str, rows: list[ReleasedDelivery], why: str = "") -> SheetLine:
    promised, given, owed = (
        time_words(sum(getattr(row, name) for row in rows))
        for name in ("promised", "delivered", "owed")
    )
    return SheetLine(text, promised, given, owed, why)
