"""Which training a programme asks for, and who has it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from aylsham.models import School
from aylsham.together import Reads, read, rows_read
from provision.models import FederationIntervention, Provision, SchoolIntervention
from staff.models import (
    GivenUntrained,
    OwnRequirement,
    SharedRequirement,
    TrainingRecord,
    TrainingTopic,
)
from staff.rules.training import Held, Standing, standing_of


@dataclass(frozen=True)
class Requirements:
    """The topics that each programme of a school asks for, by the programme's key."""

    by_item: dict[UUID, tuple[TrainingTopic, ...]]

    def of(
        self, shared: FederationIntervention | None, own: SchoolIntervention | None
    ) -> list[TrainingTopic]:
        """What one asks for; a school's own version also what the federation's asks for."""
        return self.of_keys(
            shared and shared.pk, own and own.pk, own.stands_for_id if own else None
        )

    def of_keys(self, *keys: UUID | None) -> list[TrainingTopic]:
        """What programmes of these keys ask for together."""
        found = {topic.pk: topic for key in keys if key for topic in self.by_item.get(key, ())}
        return sorted(found.values(), key=lambda topic: topic.name)


def requirement_rows(school: School) -> list[QuerySet]:
    """What `requirements_of` is made of."""
    return [
        SharedRequirement.objects.filter(federation_id=school.federation_id),
        OwnRequirement.objects.filter(school=school),
        TrainingTopic.objects.offered_at(school).filter(is_retired=False),
    ]


def requirements_read(school: School) -> Reads[Requirements]:
    """Everything that programmes of a school ask for; one statement."""
    return requirements_of(*(yield requirement_rows(school)))


def requirements_of(
    shared: Iterable[SharedRequirement],
    own: Iterable[OwnRequirement],
    topics: Iterable[TrainingTopic],
) -> Requirements:
    """The same from its rows."""
    known = {topic.pk: topic for topic in topics}
    by_item: dict[UUID, list[TrainingTopic]] = defaultdict(list)
    pairs = [(row.item_id, row.topic_id) for row in shared]
    pairs += [(row.shared_item_id or row.own_item_id, row.topic_id) for row in own]
    for item, topic in pairs:
        if topic in known:
            by_item[item].append(known[topic])
    return Requirements({item: tuple(found) for item, found in by_item.items()})


def requirements(school: School) -> Requirements:
    """Everything that programmes of a school ask for; one statement."""
    return read(requirements_read(school))


@dataclass(frozen=True)
class Standings:
    """Where people of a school stand with topics; asked by person and topic."""

    held: dict[tuple[UUID, UUID], tuple[Held, ...]]
    on: dt.date

    def of(self, person: UUID, topic: UUID, *more: Held) -> tuple[Standing, dt.date | None]:
        """Where somebody (by account, or else as a member of staff) stands, and until when.

        `more`: what is written elsewhere, such as in a child's plan.
        """
        return standing_of([*self.held.get((person, topic), ()), *more], self.on)

    def people_with(self, topic: UUID) -> set[UUID]:
        """Who has it on the day."""
        return {
            person
            for person, about in self.held
            if about == topic and not self.of(person, topic)[0].is_gap
        }


def standings_read(
    school: School, topics: Iterable[UUID], on: dt.date, people: Collection[UUID] | None = None
) -> Reads[Standings]:
    """Who holds what at a school, as of a day; one statement."""
    rows = TrainingRecord.objects.filter(school=school, topic__in=list(topics))
    rows = rows.filter(Q(taken_on=None) | Q(taken_on__lte=on)).select_related("topic")
    if people is not None:
        rows = rows.filter(user__in=list(people))
    (found,) = yield from rows_read(rows)
    held: dict[tuple[UUID, UUID], list[Held]] = defaultdict(list)
    for row in found:
        held[row.user_id or row.member_id, row.topic_id].append(Held(row.ends_on, row.is_unsure))
    return Standings({key: tuple(each) for key, each in held.items()}, on)


def standings(school: School, topics: Iterable[UUID], on: dt.date, people=None) -> Standings:
    """Who holds what at a school, as of a day; one statement."""
    return read(standings_read(school, topics, on, people))


def overrides_of(provision: Provision) -> list[GivenUntrained]:
    """What was said of a provision that somebody untrained gives, the newest first."""
    rows = GivenUntrained.objects.filter(school_id=provision.school_id, provision=provision)
    return list(rows.select_related("user", "said_by"))


def names_of(topics: Iterable[UUID]) -> dict[UUID, str]:
    """What topics are called."""
    rows = TrainingTopic.objects.filter(pk__in=list(topics))
    return dict(rows.values_list("pk", "name"))
