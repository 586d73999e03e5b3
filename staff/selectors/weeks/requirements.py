"""What training a provision asks for."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from aylsham.models import School
from provision.models import Provision
from staff.selectors.requirements import requirements


def topics_of_provisions(
    school: School, provisions: Iterable[Provision]
) -> Mapping[UUID, tuple[UUID, ...]]:
    """For each provision the topics that its programme asks its adult to be trained in."""
    asked = requirements(school)
    if not asked.by_item:
        return {}
    rows = Provision.objects.filter(school=school, pk__in=[each.pk for each in provisions])
    return {
        row.pk: tuple(topic.pk for topic in asked.of(row.shared_item, row.own_item))
        for row in rows.select_related("shared_item", "own_item")
    }
