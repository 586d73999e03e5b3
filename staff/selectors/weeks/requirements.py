"""What training a provision asks for, and who may give it without."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from aylsham.models import School
from provision.models import Provision
from staff.models import GivenUntrained, StaffMember
from staff.selectors.requirements import requirements

#: For a provision and an adult the note that allows it.
Overrides = Mapping[tuple[UUID, UUID], str]


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


def overrides_of(school: School) -> Overrides:
    """Adults who may give a provision without the training, and why."""
    members = dict(
        StaffMember.objects.filter(school=school, user__isnull=False).values_list("user_id", "pk")
    )
    rows = GivenUntrained.objects.filter(school=school).order_by("said_on", "pk")
    return {
        (row.provision_id, members[row.user_id]): row.why for row in rows if row.user_id in members
    }
