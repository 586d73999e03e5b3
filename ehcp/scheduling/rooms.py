"""A room for each review: there are enough in every slot, so any that is open will do."""

from collections import defaultdict
from collections.abc import Mapping

from .instance import Instance
from .spots import Place


def give_rooms(instance: Instance, places: Mapping[str, Place]) -> dict[str, str]:
    """The key of a room by the review's key; none where locked reviews have taken them all."""
    taken: dict[tuple[str, Place], set[str]] = defaultdict(set)
    found = {}
    for key, place in sorted(places.items()):
        school = instance.schools[instance.reviews[key].school]
        for room in school.rooms:
            if room.is_open(place.on) and room.key not in taken[school.key, place]:
                taken[school.key, place].add(room.key)
                found[key] = room.key
                break
    return found
