"""Who of those who support the asker's classes is out today, who stands in, what is not given."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from aylsham.together import read_rows
from staff.planning.clocks import clock
from staff.selectors.effective import absence_rows, swap_rows
from staff.selectors.week_reading import monday_of, read_week
from staff.selectors.week_sessions import WeekSession


@dataclass(frozen=True)
class ChangedSession:
    """What becomes of one session."""

    session: WeekSession
    outcome: str


@dataclass(frozen=True)
class AdultChange:
    """An adult who does not give what the plan has today, or what was moved to today."""

    name: str
    #: `is out`
    words: str
    sessions: tuple[ChangedSession, ...]

    @property
    def pupil_ids(self) -> set[UUID]:
        return {pupil.pk for each in self.sessions for pupil in each.session.pupils}


def changes_today(access: Access) -> list[AdultChange]:
    """By adult, as far as the asker may read it; one statement on a day on which nobody is out."""
    today = access.today
    day = access.school, today, today
    if not any(read_rows(absence_rows(*day), swap_rows(*day))):
        return []
    found: dict[tuple[bool, str], dict[UUID, WeekSession]] = defaultdict(dict)
    for each in read_week(access, monday_of(today)).sessions:
        if not each.change or each.on != today or _is_own(each, access):
            continue
        group = found[each.planned.on != today, each.planned.member.name]
        # Where it is given tells more than where it is not.
        if each.key not in group or not each.is_off:
            group[each.key] = each
    return [
        _adult(name, rows.values(), is_moved_here=is_here)
        for (is_here, name), rows in sorted(found.items())
    ]


def _is_own(each: WeekSession, access: Access) -> bool:
    """One's own day says so itself."""
    people = each.planned.member, each.stands.member
    return access.user.pk in {member.user_id for member in people if member}


def _adult(name: str, rows: Iterable[WeekSession], *, is_moved_here: bool) -> AdultChange:
    in_order = sorted(rows, key=lambda each: (each.starts, each.key))
    if is_moved_here:
        words = "has sessions that were moved to today"
    elif any(each.stands.is_open or each.stands.swap for each in in_order):
        words = "is out"
    else:
        words = "steps in elsewhere"
    lines = tuple(ChangedSession(each, _outcome(each)) for each in in_order)
    return AdultChange(name, words, lines)


def _outcome(each: WeekSession) -> str:
    stands = each.stands
    if stands.is_open:
        return "not decided yet"
    if stands.member is None:
        return "not given"
    if each.is_off and stands.is_moved:
        return f"moved to {stands.on:%a} {clock(stands.starts)}, {stands.member.name}"
    told = [] if stands.member == each.planned.member else [f"{stands.member.name} stands in"]
    if stands.is_moved:
        told.append(f"moved from {each.planned.on:%a} {each.planned.starts_at:%-H:%M}")
    return ", ".join(told)
