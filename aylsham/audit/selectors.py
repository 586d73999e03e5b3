"""Reading the audit log: who looked at a child, and what happened at a school."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Case, Count, F, Max, Q, Value, When
from django.db.models.functions import TruncWeek
from django.utils import timezone

from aylsham.access.roles import Role
from aylsham.audit.codes import Action, Kind
from aylsham.clock import log_day
from aylsham.datewords import day_words
from aylsham.models import AuditEvent, Membership, School, SignInEvent
from aylsham.models.signins import SignInKind

#: Looking at a record, and taking it out of the system.
LOOKING = [*Action.of_kind(Kind.READ), *Action.of_kind(Kind.TAKE_OUT)]
PAGE_LENGTH = 50
#: How somebody signed in, as the sign-in library calls it.
METHODS = {
    "password": "password",
    "mfa": "second factor",
    "pin": "PIN on a shared tablet",
    "socialaccount": "single sign-on",
}


@dataclass(frozen=True)
class Period:
    """From a day to a day, both included; without a last day, until now."""

    first: dt.date
    last: dt.date | None = None

    @property
    def condition(self) -> Q:
        zone = timezone.get_current_timezone()
        begun = Q(at__gte=dt.datetime.combine(self.first, dt.time(), zone))
        if self.last is None:
            return begun
        end = dt.datetime.combine(self.last + dt.timedelta(days=1), dt.time(), zone)
        return begun & Q(at__lt=end)

    @property
    def words(self) -> str:
        """Completes "Who looked, …"."""
        today = log_day()
        first = day_words(self.first, today=today)
        if self.last is None:
            return f"since {first}"
        return f"{first} to {day_words(self.last, today=today)}"


@dataclass
class Looker:
    """How often one person has looked at a child."""

    name: str
    opened: int = 0
    in_lists: int = 0
    last_at: dt.datetime | None = None


@dataclass(frozen=True)
class Week:
    """How often a child's record was opened in a week, by how many people."""

    begins_on: dt.date
    opened: int
    people: int


@dataclass(frozen=True)
class LogLine:
    """One event, ready to be read."""

    id: int
    at: dt.datetime
    who: str
    roles: str
    what: str
    is_refusal: bool
    school_id: UUID
    pupil_ids: list[UUID] = field(default_factory=list)
    detail: dict = field(default_factory=dict)


@dataclass(frozen=True)
class LogPage:
    """Events of the log, and where the next page begins; empty at the end."""

    lines: list
    older: str


def lookers_at(school: School, pupil_id: UUID, period: Period) -> list[Looker]:
    """Who has looked at a child, the most frequent first; two statements."""
    found: dict[tuple[UUID | None, str], Looker] = {}
    events = AuditEvent.objects.filter(period.condition, school=school, action__in=LOOKING)
    for rows, name in (
        (events.about_one(pupil_id), "opened"),
        (events.in_lists(pupil_id), "in_lists"),
    ):
        for row in _by_actor(rows):
            looker = found.setdefault((row["actor_id"], row["outside"]), Looker(row["name"]))
            setattr(looker, name, row["number"])
            looker.last_at = max(filter(None, [looker.last_at, row["last_at"]]))
    return sorted(found.values(), key=lambda w: (-w.opened, -w.in_lists, w.name))


def weeks_of(school: School, pupil_id: UUID, period: Period) -> list[Week]:
    """How often the record was opened, week by week, the latest first."""
    rows = (
        AuditEvent.objects.about_one(pupil_id)
        .filter(period.condition, school=school, action__in=LOOKING)
        .order_by()
        .annotate(week=TruncWeek("at"))
        .values("week")
        .annotate(opened=Count("pk"), people=Count("actor_id", distinct=True))
        .order_by("-week")
    )
    return [Week(timezone.localtime(r["week"]).date(), r["opened"], r["people"]) for r in rows]


def looks_at(school: School, pupil_id: UUID, period: Period, before: str = "") -> LogPage:
    """Each opening of the record, the latest first, a page at a time."""
    events = AuditEvent.objects.about_one(pupil_id).filter(
        period.condition, school=school, action__in=LOOKING
    )
    return _page(events, before)


def log_of(
    schools: Iterable[School],
    period: Period,
    *,
    actor_id: UUID | None = None,
    kind: Kind | None = None,
    pupil_id: UUID | None = None,
    before: str = "",
    most: int = PAGE_LENGTH,
) -> LogPage:
    """What happened at these schools, the latest first, a page of `most` at a time."""
    events = AuditEvent.objects.filter(period.condition, school__in=list(schools))
    if actor_id:
        events = events.filter(actor_id=actor_id)
    if kind:
        events = events.of_kind(kind)
    if pupil_id:
        events = events.filter(pupil_ids__contains=[pupil_id])
    return _page(events, before, most=most)


def actors_at(schools: Iterable[School], period: Period) -> list[tuple[UUID, str]]:
    """Everybody whom the log names in a period, by name."""
    rows = (
        AuditEvent.objects.filter(period.condition, school__in=list(schools))
        .exclude(actor_id=None)
        .order_by()
        .values("actor_id")
        .annotate(name=Max("actor_name"))
    )
    return sorted(((r["actor_id"], r["name"]) for r in rows), key=lambda pair: pair[1])


def _by_actor(events):
    """Counts by person; whoever has no account is told apart by name."""
    outside = Case(When(actor_id=None, then=F("actor_name")), default=Value(""))
    return (
        events.order_by()
        .annotate(outside=outside)
        .values("actor_id", "outside")
        .annotate(number=Count("pk"), last_at=Max("at"), name=Max("actor_name"))
    )


def _page(events, before: str, line=None, *, most: int = PAGE_LENGTH) -> LogPage:
    line = line or _line
    if before:
        at, pk = _place(before)
        events = events.filter(Q(at__lt=at) | Q(at=at, id__lt=pk))
    rows = list(events.order_by("-at", "-id")[: most + 1])
    last = rows[most - 1] if len(rows) > most else None
    older = f"{last.at.isoformat()}~{last.pk}" if last else ""
    return LogPage([line(row) for row in rows[:most]], older)


def _place(before: str) -> tuple[dt.datetime, int]:
    """Where the page before ended; anything else is the beginning."""
    try:
        at, _, pk = before.partition("~")
        return dt.datetime.fromisoformat(at), int(pk)
    except ValueError:
        return timezone.now(), 0


def _line(event: AuditEvent) -> LogLine:
    known = Action(event.action) if event.action in set(Action) else None
    return LogLine(
        id=event.pk,
        at=event.at,
        who=event.actor_name,
        roles=", ".join(Role(r).label for r in event.actor_roles.split(",") if r in set(Role)),
        what=known.label if known else event.action,
        is_refusal=bool(known and known.kind == Kind.REFUSED),
        school_id=event.school_id,
        pupil_ids=event.pupil_ids,
        detail=event.detail,
    )


@dataclass(frozen=True)
class SignInLine:
    """One thing that happened at the door."""

    at: dt.datetime
    who: str
    what: str
    method: str
    ip: str
    failed: bool


def sign_ins_at(
    schools: Iterable[School], period: Period, before: str = "", *, most: int = PAGE_LENGTH
) -> LogPage:
    """Sign-ins of everybody who has or had a role at these schools, the latest first."""
    schools = list(schools)
    people = dict(
        Membership.objects.filter(
            Q(school__in=schools)
            | Q(school=None, federation__in={s.federation_id for s in schools})
        ).values_list("user_id", "user__name")
    )
    events = SignInEvent.objects.filter(period.condition, user_id__in=list(people))
    return _page(events, before, lambda event: _sign_in_line(event, people), most=most)


def _sign_in_line(event: SignInEvent, people: dict[UUID | None, str]) -> SignInLine:
    return SignInLine(
        at=event.at,
        who=people[event.user_id],
        what=event.get_kind_display(),
        method=METHODS.get(event.method, ""),
        ip=event.ip or "",
        failed=event.kind in (SignInKind.FAILED, SignInKind.WRONG_PIN),
    )
