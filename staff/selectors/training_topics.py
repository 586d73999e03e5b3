"""The catalogue of training as its pages show it."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F, QuerySet

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.models import School
from aylsham.together import read_rows
from provision.models import CatalogueItem
from provision.selectors.catalogue import catalogue_lines
from staff.models import OwnRequirement, SharedRequirement, TrainingTopic
from staff.training_codes import TrainingDuty


@dataclass(frozen=True)
class TopicLine:
    """A topic of the catalogue."""

    topic: TrainingTopic
    programmes: tuple[str, ...]

    @property
    def is_own(self) -> bool:
        """Of this school alone."""
        return self.topic.only_at_id is not None

    @property
    def duty(self) -> str:
        return str(TrainingDuty(self.topic.duty).label) if self.topic.duty else ""

    @property
    def needs(self) -> str:
        return ", ".join(self.topic.need_types)


def topic_lines(access: Access) -> list[TopicLine]:
    """The catalogue at a school, by name, what is no longer used last; one statement."""
    school = access.school
    topics, shared, own = read_rows(
        TrainingTopic.objects.offered_at(school),
        SharedRequirement.objects.filter(federation_id=school.federation_id).annotate(
            name=F("item__name")
        ),
        OwnRequirement.objects.filter(school=school).annotate(
            shared_name=F("shared_item__name"), own_name=F("own_item__name")
        ),
    )
    names: dict[UUID, set[str]] = {}
    for row in shared:
        names.setdefault(row.topic_id, set()).add(row.name)
    for row in own:
        names.setdefault(row.topic_id, set()).add(row.shared_name or row.own_name)
    lines = [TopicLine(topic, tuple(sorted(names.get(topic.pk, ())))) for topic in topics]
    return sorted(lines, key=lambda line: (line.topic.is_retired, line.topic.name.casefold()))


def topic_of(school: School, pk: UUID) -> TrainingTopic | None:
    """One topic of the federation's catalogue, or of the school's own."""
    return TrainingTopic.objects.offered_at(school).filter(pk=pk).first()


def programmes_to_ask(access: Access) -> list[CatalogueItem]:
    """Programmes that can ask for a training, by name; what is no longer offered stays out."""
    return [line.item for line in catalogue_lines(access) if not line.item.is_retired]


def asked_by(school: School, topic: TrainingTopic) -> frozenset[UUID]:
    """The keys of the programmes that ask for a topic at a school."""
    shared, own = read_rows(
        SharedRequirement.objects.filter(topic=topic),
        OwnRequirement.objects.filter(school=school, topic=topic),
    )
    return frozenset(
        [row.item_id for row in shared] + [row.shared_item_id or row.own_item_id for row in own]
    )


def keeps_shared_topics(access: Access) -> bool:
    """Whether the asker keeps training at every school of the federation; one statement."""
    ours = {school.pk for school in access.schools_with(Permission.KEEP_TRAINING)}
    return set(_schools(access).values_list("pk", flat=True)) <= ours


def _schools(access: Access) -> QuerySet[School]:
    return School.objects.filter(federation=access.schools[0].federation_id)


def own_only(items: Iterable[CatalogueItem], school: School) -> list[CatalogueItem]:
    """The school's own programmes among these."""
    return [item for item in items if getattr(item, "school_id", None) == school.pk]
