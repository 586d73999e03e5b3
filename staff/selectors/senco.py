"""Who is, or was, the SENCO of a school."""

from uuid import UUID

from aylsham.models import School
from aylsham.together import Reads, read
from staff.models import SencoPost


def senco_posts(school: School) -> list[SencoPost]:
    """Every SENCO of the school, those of today first, the latest before the earlier."""
    return read(senco_posts_read(school))


def senco_posts_read(school: School) -> Reads[list[SencoPost]]:
    """The same, to go with other reads."""
    [posts] = yield [SencoPost.objects.filter(school=school).select_related("user")]
    return sorted(posts, key=lambda post: post.ends_on is not None)


def senco_post(school: School, pk: UUID) -> SencoPost | None:
    """One of them."""
    return SencoPost.objects.filter(school=school, pk=pk).select_related("user").first()
