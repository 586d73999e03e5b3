"""What came of the targets that the provisions of a map work on, from the reviews of cycles."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from uuid import UUID

from aylsham.access.current import Access
from aylsham.codes import Sensitivity
from provision.models import CycleTarget, Place, Provision
from provision.rules.review_words import reviewed_words
from pupils.codes import NEED_TYPES


def reviewed_of(
    access: Access, provisions: Iterable[Provision], places: Mapping[UUID, list[Place]]
) -> dict[UUID, str]:
    """A sentence for each provision with enough reviews; one statement.

    A target counts when it is in the area of the provision's main need and was reviewed while the
    child had the provision; one that only a few may read counts nowhere that goes out.
    """
    parts = CycleTarget.objects.filter(
        school=access.school, score__isnull=False, target__sensitivity=Sensitivity.EVERYONE
    ).filter(target__pupil__in={place.pupil_id for each in places.values() for place in each})
    scored: dict[tuple[UUID, str], list] = defaultdict(list)
    columns = ("target__pupil_id", "target__area", "cycle__starts_on", "reviewed_on", "score")
    for pupil, area, began, on, score in parts.order_by().values_list(*columns):
        scored[pupil, area].append((began, on, score))
    found = {}
    for row in provisions:
        need = NEED_TYPES.get(row.need_type)
        area = need.area if need else ""
        found[row.pk] = reviewed_words(
            (place.pupil_id, score)
            for place in (places[row.pk] if area else ())
            for began, on, score in scored[place.pupil_id, area]
            if began <= place.ends_on and place.starts_on <= on
        )
    return found
