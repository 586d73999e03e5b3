"""The plan of training of a school year: sessions, people, costs; of a school and of all."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from aylsham.models import School, User
from staff.models import Invitation, SencoPost, StaffMember, TrainingSession, TrainingTopic
from staff.rules.senco import years_to_qualify_end
from staff.rules.training import FEWEST_ANSWERS, look_by
from staff.selectors.training import people_to_train
from staff.training_codes import SessionKind, SessionState, Useful


@dataclass(frozen=True)
class SessionLine:
    """A training of the plan."""

    row: TrainingSession
    invited: int
    came: int
    answered: int
    today: dt.date

    @property
    def title(self) -> str:
        """What it is called: its own title, or the topic's."""
        return self.row.title or self.row.topic.name

    @property
    def kind(self) -> str:
        return str(SessionKind(self.row.kind).label)

    @property
    def is_held(self) -> bool:
        return self.row.state == SessionState.HELD

    @property
    def is_off(self) -> bool:
        return self.row.state == SessionState.CALLED_OFF

    @property
    def is_over(self) -> bool:
        """Its last day has come, and nobody has said who was there."""
        last = self.row.last_on
        is_open = self.row.state == SessionState.PLANNED
        return bool(is_open and last and last <= self.today)

    @property
    def look_by(self) -> dt.date | None:
        """The day by which somebody says what is seen in classrooms; None: nothing to say."""
        return look_by(self.row.last_on) if self.is_held and not self.row.seen else None

    @property
    def state(self) -> str:
        if self.is_held:
            return "Held"
        if self.is_off:
            return "Called off"
        if self.row.starts_on is None:
            return "No day yet"
        return "Who came?" if self.is_over else "Planned"


@dataclass(frozen=True)
class Costs:
    """Pence of a year: planned of all that is not called off, spent of what was held."""

    planned: int = 0
    spent: int = 0
    sessions: int = 0

    def with_session(self, row: TrainingSession) -> "Costs":
        """One more session; what was held and has no bill yet counts as spent nothing."""
        if row.state == SessionState.CALLED_OFF:
            return self
        return Costs(
            self.planned + row.pence, self.spent + (row.spent_pence or 0), self.sessions + 1
        )


@dataclass(frozen=True)
class PlanPage:
    """The plan of one school year."""

    lines: tuple[SessionLine, ...]
    costs: Costs
    by_topic: tuple[tuple[str, Costs], ...]
    sencos: tuple[tuple[SencoPost, dt.date | None], ...]


def plan_page(school: School, year: int, today: dt.date) -> PlanPage:
    """Sessions of a year by day, what they cost, and the SENCO's own clock; two statements."""
    lines = session_lines(school, year, today)
    by_topic: dict[str, Costs] = defaultdict(Costs)
    total = Costs()
    for line in lines:
        by_topic[line.row.topic.name] = by_topic[line.row.topic.name].with_session(line.row)
        total = total.with_session(line.row)
    posts = SencoPost.objects.filter(school=school, ends_on=None).select_related("user")
    sencos = [(post, _clock(post)) for post in posts]
    topics = tuple((name, costs) for name, costs in sorted(by_topic.items()) if costs.sessions)
    return PlanPage(tuple(lines), total, topics, tuple(sencos))


def _clock(post: SencoPost) -> dt.date | None:
    """The day by which a SENCO qualifies; None: qualified, or had been one for a year before."""
    if post.qualified_on or post.was_senco_before:
        return None
    return years_to_qualify_end(post.became_senco_on)


def session_lines(school: School, year: int, today: dt.date) -> list[SessionLine]:
    """What is planned or was held in a school year, by day, without a day last; one statement."""
    rows = _counted(TrainingSession.objects.filter(school=school, year=year))
    return [_line(row, today) for row in rows]


def _counted(rows: QuerySet[TrainingSession]) -> QuerySet[TrainingSession]:
    return rows.select_related("topic", "planned_by").annotate(
        size=Count("invited"),
        came=Count("invited", filter=Q(invited__has_come=True)),
        answers=Count("invited", filter=Q(invited__answered_on__isnull=False)),
    )


def _line(row: TrainingSession, today: dt.date) -> SessionLine:
    return SessionLine(row, row.size, row.came, row.answers, today)


@dataclass(frozen=True)
class SchoolCosts:
    """What a school plans and spends on training in a year."""

    school: School
    costs: Costs
    by_topic: dict[str, Costs]


def federation_costs(schools: Iterable[School], year: int) -> list[SchoolCosts]:
    """The plans of several schools side by side; one statement."""
    schools = list(schools)
    rows = TrainingSession.objects.filter(school__in=schools, year=year).select_related("topic")
    total: dict[UUID, Costs] = defaultdict(Costs)
    topics: dict[UUID, dict[str, Costs]] = defaultdict(lambda: defaultdict(Costs))
    for row in rows:
        total[row.school_id] = total[row.school_id].with_session(row)
        of_school = topics[row.school_id]
        of_school[row.topic.name] = of_school[row.topic.name].with_session(row)
    return [SchoolCosts(each, total[each.pk], dict(topics[each.pk])) for each in schools]


@dataclass(frozen=True)
class Answers:
    """What those who came said, without their names; nothing as long as so few answered."""

    number: int
    useful: tuple[tuple[str, int], ...] = ()
    will_try: tuple[str, ...] = ()
    still_needs: tuple[str, ...] = ()


@dataclass(frozen=True)
class SessionPage:
    """One training: who is asked, who came, how it was."""

    line: SessionLine
    #: (name, whether they came; None: not taken), by name.
    people: tuple[tuple[str, bool | None], ...]
    answers: Answers


def session_page(school: School, pk: UUID, today: dt.date) -> SessionPage | None:
    """One training of the school; two statements."""
    rows = _counted(TrainingSession.objects.filter(school=school, pk=pk))
    row = rows.select_related("topic", "planned_by", "seen_by").first()
    if row is None:
        return None
    row.school = school
    invited = invited_to(row)
    people = tuple((name_of(each), each.has_come) for each in invited)
    return SessionPage(_line(row, today), people, _answers(invited))


def _answers(invited: list[Invitation]) -> Answers:
    said = [row for row in invited if row.answered_on]
    if len(said) < FEWEST_ANSWERS:
        return Answers(len(said))
    useful = [(kind.label, sum(row.useful == kind for row in said)) for kind in Useful]
    return Answers(
        len(said),
        tuple((str(label), number) for label, number in useful),
        tuple(sorted(row.will_try for row in said if row.will_try)),
        tuple(sorted(row.still_needs for row in said if row.still_needs)),
    )


def invited_to(session: TrainingSession) -> list[Invitation]:
    """Who is asked to a training, by name; one statement."""
    rows = Invitation.objects.filter(school_id=session.school_id, session=session)
    return sorted(rows.select_related("user", "member"), key=name_of)


def name_of(row: Invitation) -> str:
    """What somebody who is asked is called."""
    return row.user.name if row.user else row.member.name


def people_to_ask(
    school: School, today: dt.date, invited: Iterable[Invitation] = ()
) -> dict[str, User | StaffMember]:
    """Who can be asked to a training, under what a form calls them; whoever is asked stays."""
    found = people_to_train(school, today)
    known = {person.pk for person in found.values()}
    for row in invited:
        person = row.user or row.member
        if person.pk not in known:
            found[f"m:{person.pk}" if row.member else str(person.pk)] = person
    return found


def topics_to_plan(school: School) -> QuerySet[TrainingTopic]:
    """What can be planned at a school."""
    return TrainingTopic.objects.offered_at(school).filter(is_retired=False)


@dataclass(frozen=True)
class MyPlan:
    """What is planned for somebody, and what they have not said yet."""

    coming: tuple[TrainingSession, ...]
    to_say: tuple[Invitation, ...]


def my_plan(school: School, user: User, today: dt.date) -> MyPlan:
    """One's own coming trainings and those to say something about; one statement."""
    rows = my_invitations(school, user).select_related("session__topic")
    rows = rows.exclude(session__state=SessionState.CALLED_OFF)
    coming = [r.session for r in rows if r.session.state == SessionState.PLANNED]
    coming = [s for s in coming if s.last_on is None or s.last_on >= today]
    to_say = [row for row in rows if row.has_come and not row.answered_on]
    return MyPlan(
        tuple(sorted(coming, key=lambda s: (s.starts_on is None, s.starts_on or today))),
        tuple(to_say),
    )


def my_invitations(school: School, user: User) -> QuerySet[Invitation]:
    """To what somebody is asked, also by an entry in the list of staff that is theirs."""
    mine = Q(user=user) | Q(member__user=user)
    return Invitation.objects.filter(mine, school=school)


def invitation_to(school: School, user: User, session: UUID) -> Invitation | None:
    """One's own invitation to a training that one came to."""
    rows = my_invitations(school, user).filter(session=session, has_come=True)
    return rows.select_related("session__topic", "school").first()
