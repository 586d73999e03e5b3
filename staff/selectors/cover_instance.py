"""The week as it is, as the planner reads it, to find who could step in; no names in it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from uuid import UUID

from aylsham.models import School
from staff.codes import DAY_ENDS, PairingKind, WindowKind
from staff.models import (
    CarefulHandover,
    Handover,
    Pairing,
    Period,
    ProtectedLesson,
    ProvisionWindow,
    StaffMember,
)
from staff.planning import instance as pure
from staff.planning.absence import Out
from staff.planning.codes import Rank, Shape
from staff.planning.instance import Instance, Session, Span
from staff.selectors.contracts import with_week
from staff.selectors.effective import Stands, absences_between, out_on, week_as_it_is
from staff.selectors.training import trainings_of_members

FRIDAY = dt.timedelta(days=4)
HERE = "here"
#: Without a contract nothing is known of the hours: the longest week that one may be.
NO_CONTRACT = 48 * 60


@dataclass(frozen=True)
class CoverWeek:
    """What the search for a swap starts from."""

    instance: Instance
    #: As they stand: who stepped in is busy, and what nobody gives is left out.
    sessions: tuple[Session, ...]
    outs: tuple[Out, ...]
    #: Sessions that somebody stepped in for already.
    taken: frozenset[Session]
    stands: tuple[Stands, ...]
    members: dict[str, StaffMember]

    def session_of(self, each: Stands) -> Session:
        """What the planner calls a session that stands somewhere."""
        who = each.member or (each.swap.member if each.swap and each.swap.member else None)
        span = Span(each.on.weekday(), each.starts, each.ends)
        return Session(demand_key(each), str((who or each.planned.member).pk), span)

    def stands_of(self, session: Session) -> Stands:
        """The planned session behind one of the planner's."""
        return next(each for each in self.stands if self.session_of(each) == session)


def demand_key(each: Stands) -> str:
    """A demand, by the length of its sessions."""
    return f"{each.planned.session.demand_id}:{each.planned.minutes}"


def cover_week(school: School, day: dt.date) -> CoverWeek:
    """The week around a day; about sixteen statements, however many people and sessions."""
    monday = day - dt.timedelta(days=day.weekday())
    stands = tuple(s for s in week_as_it_is(school, monday) if monday <= s.on <= monday + FRIDAY)
    members = _members(school, day, stands)
    made = _Made(school, day, monday, stands, members)
    week = CoverWeek(
        made.instance(), (), _outs(school, monday, made.adults), frozenset(), stands, members
    )
    standing = [each for each in stands if each.is_given or each.is_open]
    sessions = tuple(week.session_of(each) for each in standing)
    taken = frozenset(week.session_of(s) for s in standing if s.swap and s.is_given)
    return CoverWeek(week.instance, sessions, week.outs, taken, stands, members)


def _members(school: School, day: dt.date, stands: Iterable[Stands]) -> dict[str, StaffMember]:
    rows = StaffMember.objects.filter(school=school).here_on(day).select_related("user")
    found = {str(row.pk): row for row in rows}
    for each in stands:
        for member in (each.planned.member, each.member):
            if member is not None:
                found.setdefault(str(member.pk), member)
    return found


def _outs(school: School, monday: dt.date, adults: dict) -> tuple[Out, ...]:
    found = []
    for absence in absences_between(school, monday, monday + FRIDAY):
        for number in range(5):
            first, last = out_on(absence, monday + dt.timedelta(days=number))
            if first < last and str(absence.member_id) in adults:
                found.append(Out(str(absence.member_id), number, first, last))
    return tuple(found)


class _Made:
    """The parts of the instance, each read once."""

    def __init__(self, school, day, monday, stands, members) -> None:
        self.school, self.day, self.monday = school, day, monday
        self.stands, self.members = stands, members
        self.trainings = self._trainings()
        self.pairings = list(Pairing.objects.filter(school=school))
        self.adults = {key: self._adult(key, row) for key, row in self._contracts().items()}
        self.demands = self._demands()

    def instance(self) -> Instance:
        pupils = {p.pk: p for each in self.stands for p in each.planned.pupils}
        handed = Handover.objects.filter(school=self.school, pupil__in=pupils)
        self._keep_apart()
        return Instance(
            week_of=self.monday,
            sites={HERE: pure.Site(HERE, "")},
            bells=self._bells(),
            rooms={},
            adults=self.adults,
            children=self._children(pupils.values()),
            demands=self.demands,
            pairings=tuple(
                pure.Pairing(str(p.member_id), str(p.pupil_id), p.kind == PairingKind.PREFERRED)
                for p in self.pairings
            ),
            handovers=tuple(pure.Handover(str(h.pupil_id), str(h.member_id), h.on) for h in handed),
        )

    def _keep_apart(self) -> None:
        """A second adult of a session counts as without children: they have it but once.

        Who cannot be with one of them is then kept away as if untrained.
        """
        for each in self.stands:
            key, children = demand_key(each), {p.pk for p in each.planned.pupils}
            if each.planned.session.demand.adult_number == 1 or not children:
                continue
            never = {
                str(p.member_id)
                for p in self.pairings
                if p.pupil_id in children and p.kind == PairingKind.NOT_POSSIBLE
            }
            needed = (*{*self.demands[key].training, key},)
            self.demands[key] = replace(self.demands[key], children=(), training=needed)
            for adult in self.adults.keys() - never:
                held = {**self.adults[adult].training, key: None}
                self.adults[adult] = replace(self.adults[adult], training=held)

    def _trainings(self) -> dict[UUID, dict[str, dt.date | None]]:
        found: dict[UUID, dict[str, dt.date | None]] = defaultdict(dict)
        lines = trainings_of_members(self.school, self.members.values(), self.day)
        for member, rows in lines.items():
            for line in rows:
                until, held = line.row.valid_until, found[member]
                known = held.get(line.subject, dt.date.min)
                is_longer = known is not None and (until is None or until > known)
                held[line.subject] = until if is_longer else known
        return found

    def _contracts(self) -> dict[str, object]:
        rows = with_week(self.school).on(self.day)
        by_member = {str(row.member_id): row for row in rows}
        working = {str(e.planned.member.pk) for e in self.stands} & self.members.keys()
        return {
            key: by_member.get(key) for key in self.members if key in by_member or key in working
        }

    def _adult(self, key: str, contract) -> pure.Adult:
        """Where times are not said, whoever works that day is taken to be there for all of it."""
        days = contract.days.all() if contract else ()
        at_work, breaks = [], []
        for day in days:
            first, last = (
                (_minute(day.starts_at), _minute(day.ends_at))
                if day.starts_at
                else self._school_day
            )
            at_work.append(Span(day.weekday, first, last))
            if day.break_at:
                began = _minute(day.break_at)
                breaks.append(Span(day.weekday, began, began + day.break_minutes))
        if contract is None:
            at_work = [Span(n, *self._school_day) for n in self._weekdays_of(key)]
        tasks = contract.tasks.all() if contract else ()
        return pure.Adult(
            key=key,
            name="",
            role=self.members[key].role,
            sites=(HERE,),
            minutes=round(contract.hours_a_week * 60) if contract else NO_CONTRACT,
            at_work=tuple(at_work),
            breaks=tuple(breaks),
            tasks=tuple(Span(t.weekday, _minute(t.starts_at), _minute(t.ends_at)) for t in tasks),
            training=self.trainings.get(self.members[key].pk, {}),
        )

    @property
    def _school_day(self) -> tuple[int, int]:
        starts = [each.planned.session.starts for each in self.stands]
        ends = [each.planned.session.ends for each in self.stands]
        return min(starts, default=0), max(ends, default=DAY_ENDS)

    def _weekdays_of(self, key: str) -> set[int]:
        return {e.planned.session.weekday for e in self.stands if str(e.planned.member.pk) == key}

    def _demands(self) -> dict[str, pure.Demand]:
        names = {name for held in self.trainings.values() for name in held}
        windows: dict[UUID, list[Span]] = defaultdict(list)
        rows = ProvisionWindow.objects.filter(school=self.school, kind=WindowKind.ONLY)
        for row in rows:
            span = Span(row.weekday, _minute(row.starts_at), _minute(row.ends_at))
            windows[row.provision_id].append(span)
        found = {}
        for each in self.stands:
            demand = _demand(each, names)
            if only := windows.get(each.planned.session.demand.provision_id):
                demand = replace(demand, windows=(*only, *self._own_spans(demand.key)))
            found[demand.key] = demand
        return found

    def _own_spans(self, key: str) -> list[Span]:
        """Where it stands: a plan that was made by hand is taken as it is."""
        return [_span(each) for each in self.stands if demand_key(each) == key]

    def _bells(self) -> dict[str, pure.Bells]:
        """Of each demand its own times, and the lessons that its children may miss, to move to."""
        lessons, protected = self._lessons(), self._protected()
        found: dict[str, set[Span]] = defaultdict(set)
        for each in self.stands:
            spans = found[demand_key(each)]
            spans.add(_span(each))
            kept = [span for p in each.planned.pupils for span in protected[p.class_group_id]]
            for pupil in each.planned.pupils[:1]:
                free = lessons.get(pupil.year_group, ())
                spans.update(s for s in free if not any(s.overlaps(no) for no in kept))
        return {k: pure.Bells(k, "", HERE, tuple(sorted(spans))) for k, spans in found.items()}

    def _lessons(self) -> dict[str, list[Span]]:
        rows = Period.objects.filter(
            school=self.school, kind="lesson", day__starts_on__lte=self.day
        )
        latest: dict[tuple[str, str], list] = {}
        for row in rows.select_related("day").order_by("day__starts_on"):
            for year in row.day.year_groups:
                key = year, row.day.name
                if key in latest and latest[key][0].day_id != row.day_id:
                    latest[key] = []
                latest.setdefault(key, []).append(row)
        found: dict[str, list[Span]] = defaultdict(list)
        for (year, _), periods in latest.items():
            for row in periods:
                span = _minute(row.starts_at), _minute(row.ends_at)
                found[year] += [Span(number, *span) for number in range(5)]
        return found

    def _protected(self) -> dict[UUID | None, list[Span]]:
        found: dict[UUID | None, list[Span]] = defaultdict(list)
        for row in ProtectedLesson.objects.filter(school=self.school):
            span = Span(row.weekday, _minute(row.starts_at), _minute(row.ends_at))
            found[row.class_group_id].append(span)
        return found

    def _children(self, pupils) -> dict[str, pure.Child]:
        known: dict[str, set[str]] = defaultdict(set)
        for each in self.stands:
            for pupil in each.planned.pupils:
                known[str(pupil.pk)].add(str(each.planned.member.pk))
        careful = set(
            CarefulHandover.objects.filter(school=self.school).values_list("pupil", flat=True)
        )
        return {
            str(p.pk): pure.Child(
                str(p.pk),
                "",
                known=tuple(sorted(known[str(p.pk)])),
                needs_handover=p.pk in careful,
            )
            for p in pupils
        }


def _demand(each: Stands, trainings: Iterable[str]) -> pure.Demand:
    row, pupils = each.planned.session.demand, each.planned.pupils
    key = demand_key(each)
    return pure.Demand(
        key=key,
        name="",
        rank=Rank(row.rank),
        shape=_shape(each),
        bells=key,
        minutes=each.planned.minutes,
        sessions=max(row.sessions, 50),  # nothing is added: what falls is given by somebody else
        most_a_day=50,
        children=tuple(str(pupil.pk) for pupil in pupils),
        training=_training(row, trainings),
    )


def _shape(each: Stands) -> Shape:
    row = each.planned.session.demand
    if row.rank == Rank.DUTY:
        return Shape.DUTY
    if row.need_id or (row.provision and row.provision.is_in_class):
        return Shape.IN_CLASS
    return Shape.ONE_TO_ONE if len(each.planned.pupils) == 1 else Shape.GROUP


def _training(demand, known: Iterable[str]) -> tuple[str, ...]:
    """What it asks for; of a programme, the trainings that its words name."""
    if demand.need_id:
        return (demand.need.topic.name,) if demand.need.topic_id else ()
    if not demand.provision_id:
        return ()
    item = demand.provision.own_item or demand.provision.shared_item
    words = item.training.casefold() if item else ""
    return tuple(sorted(name for name in known if name.casefold() in words))


def _span(each: Stands) -> Span:
    return Span(each.on.weekday(), each.starts, each.ends)


def _minute(time: dt.time) -> int:
    return time.hour * 60 + time.minute
