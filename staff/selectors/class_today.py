"""Who of those who support the asker's classes is out today, who stands in, what is not given."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from aylsham.together import read_rows
from staff.planning.clocks import clock
from staff.selectors.effective import Stands, absence_rows, swap_rows
from staff.selectors.week_reading import monday_of, read_week
from staff.selectors.week_sessions import WeekSession


@dataclass(frozen=True)
class ChangedSession:
    """What becomes of one session."""

    session: WeekSession
    outcome: str

    @property
    def times(self) -> str:
        """By the plan: when the class expects it."""
        starts = self.session.planned.session.starts
        return f"{clock(starts)}–{clock(starts + self.session.planned.minutes)}"


@dataclass(frozen=True)
class AdultChange:
    """An adult who does not give what the plan has today."""

    name: str
    #: Out; otherwise they step in elsewhere, or something was moved to today.
    is_out: bool
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
    found: dict[str, dict[tuple, WeekSession]] = defaultdict(dict)
    for each in read_week(access, monday_of(today)).sessions:
        stands = each.stands
        if each.change and today in (stands.on, each.planned.on) and not _is_own(each, access):
            # Where it is given tells more than where it is not.
            key = each.key, each.planned.on
            if key not in found[each.planned.member.name] or not each.is_off:
                found[each.planned.member.name][key] = each
    return [_adult(name, rows.values()) for name, rows in sorted(found.items())]


def _is_own(each: WeekSession, access: Access) -> bool:
    """One's own day says so itself."""
    people = each.planned.member, each.stands.member
    return access.user.pk in {member.user_id for member in people if member}


def _adult(name: str, rows: Iterable[WeekSession]) -> AdultChange:
    in_order = sorted(rows, key=lambda each: (each.planned.session.starts, each.key))
    is_out = any(each.stands.is_open or each.stands.swap for each in in_order)
    lines = tuple(ChangedSession(each, _outcome(each.stands)) for each in in_order)
    return AdultChange(name, is_out, lines)


def _outcome(stands: Stands) -> str:
    if stands.is_open:
        return "not decided yet"
    if stands.member is None:
        return "not given"
    if stands.is_moved:
        return f"{stands.member.name}, {stands.on:%a} {clock(stands.starts)}"
    return f"{stands.member.name} stands in"
