"""The catalogue of training: topics, what they are needed for, which programmes ask for them."""

import tomllib
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.deadlines.services import rebuild_deadlines
from aylsham.models import School, User
from provision.models import CatalogueItem, FederationIntervention
from pupils.services.recording import as_pk
from staff.models import OwnRequirement, SharedRequirement, TrainingTopic

TOPIC_FIELDS = (
    "name", "about", "duty", "need_types", "provider", "pence", "hours", "valid_months",
    "is_retired",
)  # fmt: skip
STARTING_TOPICS = Path(__file__).parent.parent / "data" / "training_topics.toml"


@dataclass(frozen=True)
class Programmes:
    """Programmes that ask for a topic, of those that the writer could choose from: others stay."""

    chosen: tuple[CatalogueItem, ...] = ()
    offered: frozenset[UUID] = field(default_factory=frozenset)


@transaction.atomic
def add_topic(
    *,
    school: School,
    by: User | None,
    programmes: Programmes = Programmes(),
    is_shared: bool = False,
    key: UUID | None = None,
    **facts: Any,
) -> TrainingTopic:
    """A topic of this school, or `is_shared` of every school of the federation."""
    School.objects.select_for_update(no_key=True).get(pk=school.pk)
    rows = TrainingTopic.objects.filter(federation_id=school.federation_id)
    if key and (known := rows.filter(pk=key).first()):
        return known
    only_at = None if is_shared else school
    _require_new(TrainingTopic.objects.offered_at(school), facts["name"])
    topic = TrainingTopic.objects.create(
        federation_id=school.federation_id, only_at=only_at, **as_pk(key), **facts
    )
    _require_for(school, topic, programmes)
    return _record(school, topic, by, "topic added")


@transaction.atomic
def change_topic(
    *,
    topic: TrainingTopic,
    school: School,
    version: str,
    by: User,
    programmes: Programmes = Programmes(),
    **facts: Any,
) -> TrainingTopic:
    """Change a topic and which programmes ask for it; how long it counts changes with it."""
    topic = TrainingTopic.objects.select_for_update(no_key=True, of=("self",)).get(pk=topic.pk)
    require_version(topic, TOPIC_FIELDS, version)
    others = TrainingTopic.objects.offered_at(school).exclude(pk=topic.pk)
    _require_new(others, facts["name"])
    for name, value in facts.items():
        setattr(topic, name, value)
    topic.save(update_fields=list(facts))
    _require_for(school, topic, programmes)
    return _record(school, topic, by, "topic changed")


@transaction.atomic
def require_at_school(
    *, topic: TrainingTopic, school: School, by: User, programmes: Programmes
) -> None:
    """Say which programmes of this school ask for a topic that others keep."""
    School.objects.select_for_update(no_key=True).get(pk=school.pk)
    _require_own(school, topic, programmes.chosen, programmes.offered)
    _record(school, topic, by, "programmes said")


@transaction.atomic
def start_topics(*, school: School, by: User | None) -> int:
    """Take the starting catalogue into the federation's, leaving out what it has; how many."""
    School.objects.select_for_update(no_key=True).get(pk=school.pk)
    with STARTING_TOPICS.open("rb") as file:
        rows = tomllib.load(file)["topic"]
    topics = TrainingTopic.objects.filter(federation_id=school.federation_id, only_at=None)
    known = {topic.name.casefold(): topic for topic in topics}
    items = FederationIntervention.objects.filter(federation_id=school.federation_id)
    by_name = {item.name.casefold(): item for item in items}
    count = 0
    for row in rows:
        names = [name.casefold() for name in row.pop("programmes", ())]
        topic = known.get(row["name"].casefold())
        if topic is None or not _is_described(topic):
            topic = _started(school, topic, row)
            count += 1
            _share([by_name[name] for name in names if name in by_name], topic)
    record_event(
        Action.PLAN_TRAINING, school=school, by=by, detail={"step": "started", "count": count}
    )
    rebuild_deadlines(school)
    return count


def _is_described(topic: TrainingTopic) -> bool:
    """Whether somebody has said more of it than its name."""
    return bool(topic.about or topic.duty or topic.need_types or topic.valid_months)


def _started(school: School, topic: TrainingTopic | None, row: dict[str, Any]) -> TrainingTopic:
    """A topic of the starting catalogue; one that had only a name keeps it."""
    if topic is None:
        return TrainingTopic.objects.create(federation_id=school.federation_id, **row)
    for name, value in row.items():
        if name != "name":
            setattr(topic, name, value)
    topic.save()
    return topic


def _require_for(school: School, topic: TrainingTopic, programmes: Programmes) -> None:
    """Which programmes ask for it: for all schools where topic and programme are the federation's."""
    shared = [i for i in programmes.chosen if isinstance(i, FederationIntervention)]
    if topic.only_at_id is None:
        SharedRequirement.objects.filter(topic=topic, item__in=programmes.offered).exclude(
            item__in=[item.pk for item in shared]
        ).delete()
        _share(shared, topic)
        own = [item for item in programmes.chosen if item not in shared]
        _require_own(school, topic, own, programmes.offered)
    else:
        _require_own(school, topic, programmes.chosen, programmes.offered)


def _share(items: Iterable[FederationIntervention], topic: TrainingTopic) -> None:
    rows = [
        SharedRequirement(federation_id=topic.federation_id, topic=topic, item=item)
        for item in items
    ]
    SharedRequirement.objects.bulk_create(rows, ignore_conflicts=True)


def _require_own(
    school: School, topic: TrainingTopic, chosen: Iterable[CatalogueItem], offered: Collection[UUID]
) -> None:
    kept = {item.pk for item in chosen}
    known: set[UUID] = set()
    for row in OwnRequirement.objects.filter(school=school, topic=topic):
        item = row.shared_item_id or row.own_item_id
        if item in offered and item not in kept:
            row.delete()
        else:
            known.add(item)
    for item in chosen:
        if item.pk not in known:
            name = "shared_item" if isinstance(item, FederationIntervention) else "own_item"
            OwnRequirement.objects.create(school=school, topic=topic, **{name: item})


def _require_new(rows, name: str) -> None:
    if rows.filter(name__iexact=name.strip()).exists():
        raise TransitionNotAllowed("A topic of this name is in the catalogue already.")


def _record(school: School, topic: TrainingTopic, by: User | None, step: str) -> TrainingTopic:
    detail = {"step": step, "topic": str(topic.pk)}
    record_event(Action.PLAN_TRAINING, school=school, by=by, detail=detail)
    rebuild_deadlines(school)
    return topic
