"""What a family reads of targets on their page."""

from aylsham.codes import Sensitivity
from aylsham.datewords import full_day_words
from aylsham.together import Reads
from provision.models import ReleasedDelivery, Target
from provision.selectors.target_values import value_words
from pupils.handed_texts import SEALED
from pupils.parent_parts import PagePart, PartLine, Reader, register_part


def register_own() -> None:
    """Called once, when the floor is loaded."""
    register_part(PagePart("targets", "What we work on", 25, target_lines))
    register_part(PagePart("delivered", "What was promised and given", 27, delivered_lines))


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


def delivered_lines(reader: Reader) -> Reads[list[PartLine]]:
    """What the head has released of the latest days, promise by promise; one statement."""
    rows = ReleasedDelivery.objects.filter(
        school_id=reader.pupil.school_id,
        pupil=reader.pupil,
        promise__sensitivity=Sensitivity.EVERYONE,
    )
    rows = rows.exclude(promise__text__contains=SEALED).select_related("promise")
    (found,) = yield [rows.order_by("-last", "first", "pk")]
    return [
        PartLine(f"{row.promise.text}: {row.why}", note=f"From {_days(row)}")
        for row in found
        if row.last == found[0].last
    ]


def _days(row: ReleasedDelivery) -> str:
    return f"{full_day_words(row.first)} to {full_day_words(row.last)}"
