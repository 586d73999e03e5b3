"""What training a provision asks for, and who may give it without: one place to read both."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from aylsham.models import School
from provision.models import Provision

#: For a provision and an adult the note that allows it.
Overrides = Mapping[tuple[UUID, UUID], str]


def topics_of_provisions(
    school: School, provisions: Iterable[Provision]
) -> Mapping[UUID, tuple[UUID, ...]]:
    """For each provision the topics that its adult must be trained in; none are kept yet."""
    return {}


def overrides_of(school: School) -> Overrides:
    """Adults who may give a provision without the training, and why; none are kept yet."""
    return {}
