"""What a family reads of targets on their page."""

from collections.abc import Iterator

from aylsham.codes import Sensitivity
from provision.models import Target
from provision.selectors.targets import value_words
from pupils.parent_parts import PagePart, PartLine, Reader, register_part


def register_own() -> None:
    """Called once, when the floor is loaded."""
    register_part(PagePart("targets", "What we work on", 25, target_lines))


def target_lines(reader: Reader) -> Iterator[PartLine]:
    """Each open target that the family may know of: the words, the goal, by when; one statement."""
    pupil = reader.pupil
    rows = Target.objects.filter(
        school_id=pupil.school_id,
        pupil=pupil,
        sensitivity=Sensitivity.EVERYONE,
        starts_on__lte=reader.today,
        parts__cycle__checked_at__isnull=False,
    )
    for target in rows.open().distinct():
        yield PartLine(
            target.text, on=target.by_on, note=f"Goal: {value_words(target, target.goal)}"
        )
