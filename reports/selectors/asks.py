"""What is asked of one colleague this week, with what their page needs to take the answers."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.urls import reverse
from django.utils.http import urlencode

from aylsham.access.current import Access
from aylsham.access.roles import Role
from aylsham.access.sensitivity import readable
from aylsham.asks.reading import read_asks
from aylsham.asks.registry import Ask, Scope, Week
from aylsham.asks.rules import Estimate, estimate
from aylsham.calendars import calendar_read
from aylsham.dates import DAY
from aylsham.models import School
from aylsham.school_calendar import SchoolCalendar
from aylsham.together import at_once, read
from provision.rules.cycles import ends_of, usual_review
from provision.selectors.questions import length_in, length_read
from reports.digests.planning import is_open
from reports.selectors.ask_facts import NOTHING, AskFacts, facts_of

#: What is due within so many days is due soon.
SOON = 7


@dataclass(frozen=True)
class AskLine:
    """One ask as its page shows it."""

    ask: Ask
    #: The child's name; empty where it is about nobody in particular.
    name: str
    url: str
    state: str
    facts: AskFacts = NOTHING

    @property
    def key(self) -> str:
        return self.ask.key

    @property
    def code(self) -> str:
        return self.ask.kind.code

    @property
    def title(self) -> str:
        """What to do; several of a kind are counted."""
        kind, n = self.ask.kind, self.ask.count
        return f"{kind.label}: {n} left" if kind.is_counted and n > 1 else kind.label

    @property
    def minutes(self) -> int:
        """About how long it takes."""
        return minutes_of(self.ask)


@dataclass(frozen=True)
class WeeklyAsk:
    """Everything that one colleague owes at a school, in order."""

    lines: tuple[AskLine, ...]
    estimate: Estimate
    #: When a cycle that begins today is usually reviewed.
    next_review_on: dt.date
    #: Asks about children whose record the person no longer opens.
    out_of_reach: int = 0
    by_key: dict[str, AskLine] = field(default_factory=dict)

    @property
    def late(self) -> int:
        return sum(line.state == "overdue" for line in self.lines)

    @property
    def pupil_ids(self) -> list[UUID]:
        """Every child shown, for the log."""
        return list(dict.fromkeys(line.ask.pupil for line in self.lines if line.ask.pupil))


def minutes_of(ask: Ask) -> int:
    """Minutes for one ask, all that it counts together."""
    return ask.kind.minutes * (max(1, ask.count) if ask.kind.is_counted else 1)


def estimate_of(asks: Iterable[Ask]) -> Estimate:
    """How long these take."""
    return estimate((ask.kind.code, minutes_of(ask)) for ask in asks)


def week_before(calendar: SchoolCalendar, today: dt.date) -> Week:
    """The last week that is over, with its school days."""
    monday = today - (today.weekday() + 7) * DAY
    return Week(monday, sum(is_open(calendar, monday + n * DAY) for n in range(5)))


def scope_of(access: Access, school: School, calendar: SchoolCalendar) -> Scope:
    """What is asked of the asker at a school."""
    at = access.by_school[school.pk]
    leads = [post.year_groups for post in at.posts if post.role == Role.PHASE_LEADER]
    return Scope(
        school=school,
        today=access.today,
        week=week_before(calendar, access.today),
        person=access.user.pk,
        leads=frozenset().union(*leads) if all(leads) and leads else frozenset() if leads else None,
        is_sendco=any(post.role == Role.SENDCO for post in at.posts),
        levels=frozenset(map(int, readable(access.permissions_at(school)))),
    )


def weekly_ask(access: Access, school: School) -> WeeklyAsk:
    """What is asked of the asker; at most six statements, whatever its length."""
    calendar, row = read(at_once(calendar_read(school), length_read(school)))
    length = length_in(row)
    scope = scope_of(access, school, calendar)
    asks = read_asks(scope)
    pupils, facts = facts_of(access, scope, calendar, asks)
    shown = [ask for ask in asks if ask.pupil is None or ask.pupil in pupils]
    lines = tuple(
        AskLine(
            ask=ask,
            name=pupils[ask.pupil].full_name if ask.pupil else "",
            url=_url(ask, scope),
            state=_state(ask, access.today),
            facts=facts.get(ask.key, NOTHING),
        )
        for ask in shown
    )
    return WeeklyAsk(
        lines,
        estimate_of(shown),
        usual_review(access.today, ends_of(calendar, length), length),
        out_of_reach=len(asks) - len(shown),
        by_key={line.key: line for line in lines},
    )


def _url(ask: Ask, scope: Scope) -> str:
    kind = ask.kind
    if not kind.page:
        return ""
    address = reverse(kind.page, args=[scope.school.slug, *kind.args(ask)])
    return f"{address}?{urlencode(kind.query(ask, scope) | {'from': 'asks'})}"


def _state(ask: Ask, today: dt.date) -> str:
    if ask.due_on < today:
        return "overdue"
    return "due_soon" if ask.due_on <= today + SOON * DAY else "on_track"
