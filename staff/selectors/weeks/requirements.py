"""What training a provision asks for."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from aylsham.models import School
from aylsham.together import Reads, at_once, rows_read
from provision.models import Provision
from staff.selectors.requirements import requirements_read


def topics_of_provisions_read(
    school: School, provisions: Iterable[Provision]
) -> Reads[Mapping[UUID, tuple[UUID, ...]]]:
    """For each provision the topics that its programme asks its adult to be trained in."""
    rows = Provision.objects.filter(school=school, pk__in={each.pk for each in provisions})
    asked, (found,) = yield from at_once(
        requirements_read(school), rows_read(rows.select_related("shared_item", "own_item"))
    )
    return {
        row.pk: tuple(topic.pk for topic in asked.of(row.shared_item, row.own_item))
        for row in found
        if asked.by_item
    }
