"""Which training the provision and needs of today ask for, and who is trained."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F, QuerySet

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.models import User
from aylsham.together import at_once, read, rows_read
from provision.models import Place, Provision
from provision.provision_codes import ProvisionState
from pupils.codes import SENSITIVE_PLANS, SafetyPlanKind
from pupils.models import Medicine, Need, PlanAdult, Pupil, SafetyPlan
from staff.models import GivenUntrained, Invitation, StaffMember, TrainingTopic
from staff.rules.training import Held, Standing
from staff.selectors.requirements import (
    Requirements,
    Standings,
    requirements_read,
    standings_read,
)
from staff.selectors.training import people_to_train
from staff.training_codes import SessionState, TrainingDuty

#: Which plans of children ask for which duty.
PLANS_OF = {
    TrainingDuty.MEDICINE: SafetyPlanKind.HEALTHCARE,
    TrainingDuty.MOVING: SafetyPlanKind.MOVING,
    TrainingDuty.INTIMATE: SafetyPlanKind.INTIMATE,
    TrainingDuty.BEHAVIOUR: SafetyPlanKind.BEHAVIOUR,
}


@dataclass(frozen=True)
class Giver:
    """An adult who does what a topic is needed for."""

    person: UUID
    name: str
    standing: Standing
    until: dt.date | None
    #: Programmes given, or the duty.
    what: tuple[str, ...]
    #: Why somebody lets them give it all the same.
    overrides: tuple[GivenUntrained, ...] = ()
    is_in_plan: bool = False

    @property
    def is_gap(self) -> bool:
        return self.standing.is_gap


@dataclass(frozen=True)
class TopicNeed:
    """A topic with what asks for it today; counts of children, never their names."""

    topic: TrainingTopic
    #: Programmes that run and ask for it, and children in them.
    programmes: tuple[str, ...]
    provisions: int
    children: int
    #: Of the provisions, those without a named adult.
    unnamed: int
    #: Children with a need that it helps with, and with a plan or medicine that asks for the duty.
    with_need: int
    with_plan: int
    givers: tuple[Giver, ...]
    trained: int
    people: int
    in_plan: int
    #: Whether a programme asks for it, running or not.
    is_of_programme: bool

    @property
    def gaps(self) -> list[Giver]:
        """Whoever does it untrained."""
        return [giver for giver in self.givers if giver.is_gap]

    @property
    def to_plan(self) -> list[Giver]:
        """Gaps that nothing in the plan closes."""
        return [giver for giver in self.gaps if not giver.is_in_plan]

    @property
    def is_asked_for(self) -> bool:
        """By what runs today, by plans, or by the duty itself."""
        return bool(self.provisions or self.with_plan or self.topic.duty)

    @property
    def is_for_class(self) -> bool:
        """Helps with needs of children here, whoever teaches them."""
        return bool(self.with_need and not self.is_of_programme and not self.is_asked_for)

    @property
    def duty(self) -> str:
        """The duty in words, unless the name says it."""
        words = str(self.topic.get_duty_display())
        return "" if words.casefold() == self.topic.name.casefold() else words

    @property
    def need_codes(self) -> str:
        return ", ".join(self.topic.need_types)


@dataclass(frozen=True)
class _Facts:
    """What was read, before it is put together by topic."""

    asked: Requirements
    held: Standings
    provisions: tuple[Provision, ...]
    places: tuple[Place, ...]
    needs: tuple[Need, ...]
    medicines: tuple[Medicine, ...]
    plans: tuple[SafetyPlan, ...]
    adults: tuple[PlanAdult, ...]
    overrides: tuple[GivenUntrained, ...]
    invited: tuple[Invitation, ...]
    people: frozenset[UUID]


def training_needs(access: Access) -> list[TopicNeed]:
    """Every topic, those with most gaps first; five statements, however many people and topics."""
    topics = list(TrainingTopic.objects.offered_at(access.school).filter(is_retired=False))
    facts = _facts(access, topics)
    lines = [_line(topic, facts) for topic in topics]
    return sorted(lines, key=lambda line: (-len(line.gaps), -line.children, line.topic.name))


def gaps_of(access: Access, topic: TrainingTopic) -> list[User | StaffMember]:
    """Whoever does what a topic is needed for, untrained, and not in the plan."""
    line = _line(topic, _facts(access, [topic]))
    return list(User.objects.filter(pk__in=[giver.person for giver in line.to_plan]))


def _facts(access: Access, topics: Iterable[TrainingTopic]) -> _Facts:
    school, today = access.school, access.today
    running = _running(access)
    on_roll = Pupil.objects.filter(school=school).on_roll(today).values("pk")
    plans = _plans(access).filter(pupil__in=on_roll)
    asked, held, rows = read(
        at_once(
            requirements_read(school),
            standings_read(school, [topic.pk for topic in topics], today),
            rows_read(
                running.select_related("shared_item", "own_item").annotate(giver=F("staff__name")),
                Place.objects.filter(
                    school=school,
                    provision__in=running.values("pk"),
                    starts_on__lte=today,
                    ends_on__gte=today,
                ),
                Need.objects.filter(school=school, ended_on=None, pupil__in=on_roll),
                Medicine.objects.filter(school=school, pupil__in=on_roll).live(today),
                plans,
                PlanAdult.objects.filter(school=school, plan__in=plans.values("pk")).annotate(
                    kind=F("plan__kind"), name=F("user__name")
                ),
                GivenUntrained.objects.filter(
                    school=school, provision__in=running.values("pk")
                ).annotate(by_name=F("said_by__name")),
                Invitation.objects.filter(
                    school=school, session__state=SessionState.PLANNED
                ).annotate(topic=F("session__topic_id")),
            ),
        )
    )
    people = frozenset(each.pk for each in people_to_train(school, today).values())
    return _Facts(asked, held, *map(tuple, rows), people)


def _running(access: Access) -> QuerySet[Provision]:
    rows = Provision.objects.filter(school=access.school).readable_by(access)
    today = access.today
    return rows.exclude(state=ProvisionState.DRAFT).filter(starts_on__lte=today, ends_on__gte=today)


def _plans(access: Access) -> QuerySet[SafetyPlan]:
    rows = SafetyPlan.objects.filter(
        school=access.school, kind__in=PLANS_OF.values(), version__gte=1
    ).live(access.today)
    if not access.can(Permission.VIEW_SENSITIVE):
        rows = rows.exclude(kind__in=SENSITIVE_PLANS)
    return rows


def _line(topic: TrainingTopic, facts: _Facts) -> TopicNeed:
    mine = [
        row for row in facts.provisions
        if topic in facts.asked.of(row.shared_item, row.own_item)
    ]  # fmt: skip
    ids = {row.pk for row in mine}
    kind = PLANS_OF.get(TrainingDuty(topic.duty)) if topic.duty else None
    plans = [plan for plan in facts.plans if plan.kind == kind]
    with_plan = {plan.pupil_id for plan in plans}
    if topic.duty == TrainingDuty.MEDICINE:
        with_plan |= {row.pupil_id for row in facts.medicines}
    trained = facts.held.people_with(topic.pk) & facts.people
    return TopicNeed(
        topic,
        tuple(sorted({row.name for row in mine})),
        provisions=len(mine),
        children=len({place.pupil_id for place in facts.places if place.provision_id in ids}),
        unnamed=sum(row.staff_id is None for row in mine),
        with_need=len({n.pupil_id for n in facts.needs if n.need_type in topic.need_types}),
        with_plan=len(with_plan),
        givers=tuple(_givers(topic, mine, kind, facts)),
        trained=len(trained),
        people=len(facts.people),
        in_plan=sum(row.topic == topic.pk for row in facts.invited),
        is_of_programme=any(topic in found for found in facts.asked.by_item.values()),
    )


def _givers(
    topic: TrainingTopic, provisions: list[Provision], kind: str | None, facts: _Facts
) -> list[Giver]:
    names: dict[UUID, str] = {}
    what: dict[UUID, list[str]] = defaultdict(list)
    for row in provisions:
        if row.staff_id:
            names[row.staff_id] = row.giver
            what[row.staff_id].append(row.name)
    in_plans: dict[UUID, list[Held]] = defaultdict(list)
    for adult in facts.adults if kind else ():
        if adult.kind == kind:
            names[adult.user_id] = adult.name
            what[adult.user_id].append("named in a child’s plan")
            if adult.trained_on:
                in_plans[adult.user_id].append(Held(adult.training_ends_on))
    ids = {row.pk for row in provisions}
    planned = {row.user_id for row in facts.invited if row.topic == topic.pk}
    found = [
        Giver(
            person,
            name,
            *facts.held.of(person, topic.pk, *in_plans[person]),
            tuple(dict.fromkeys(what[person])),
            tuple(
                row for row in facts.overrides
                if row.user_id == person and row.provision_id in ids and topic.pk in row.missing
            ),
            person in planned,
        )
        for person, name in names.items()
    ]  # fmt: skip
    return sorted(found, key=lambda giver: (not giver.is_gap, giver.name))
