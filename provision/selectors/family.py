"""What a family reads of targets on their page."""

from aylsham.codes import Sensitivity
from aylsham.together import Reads
from provision.models import Target
from provision.selectors.targets import value_words
from pupils.handed_texts import SEALED
from pupils.parent_parts import PagePart, PartLine, Reader, register_part


def register_own() -> None:
    """Called once, when the floor is loaded."""
    register_part(PagePart("targets", "What we work on", 25, target_lines))


def target_lines(reader: Reader) -> Reads[list[PartLine]]:
    """Each open target of a checked plan: the words, the goal, by when; one statement."""
    rows = Target.objects.filter(
        school_id=reader.pupil.school_id,
        pupil=reader.pupil,
        sensitivity=Sensitivity.EVERYONE,
        starts_on__lte=reader.today,
        parts__cycle__checked_at__isnull=False,
    )
    (found,) = yield [rows.exclude(text__contains=SEALED).open().distinct()]
    return [
        PartLine(target.text, on=target.by_on, note=f"Goal: {value_words(target, target.goal)}")
        for target in found
    ]
