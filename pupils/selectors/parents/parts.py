"""The parts of a parent's page that this floor owns: help in class, and what was agreed."""

from aylsham.codes import Sensitivity
from aylsham.together import Reads
from pupils.codes import PassportPart
from pupils.family_codes import ActionSource
from pupils.handed_texts import SEALED
from pupils.meeting_codes import MeetingState
from pupils.models import AgreedAction, MeetingInvitee, Strategy
from pupils.parent_parts import PagePart, PartLine, Reader, register_part, register_stages
from pupils.rules.lines import HELPS
from pupils.selectors.parents.stages import own_stages
from pupils.selectors.passports.parts import HELPS_LABEL
from pupils.selectors.passports.printing import printed

#: Parts of the passport that are for families. What a child finds hard, and the child's own words,
#: stay with whom they were told.
FOR_FAMILIES = (
    PassportPart.ADMIRE,
    PassportPart.MATTERS,
    PassportPart.SUPPORT,
    HELPS,
    PassportPart.AIMS,
)
#: So many agreed things, the newest first.
MOST_AGREED = 12


def help_lines(reader: Reader) -> Reads[list[PartLine]]:
    """What helps: the published passport, or else what is written down for the class."""
    found = yield from printed(reader.pupil.school, [reader.pupil.pk], has_aims=False)
    if not found:
        return (yield from _strategies(reader))
    parts = ((part, [each for each in part.lines if SEALED not in each]) for part in found[0].parts)
    return [
        PartLine("\n".join(lines), note=part.label)
        for part, lines in parts
        if part.code in FOR_FAMILIES and lines
    ]


def _strategies(reader: Reader) -> Reads[list[PartLine]]:
    rows = Strategy.objects.filter(
        school_id=reader.pupil.school_id,
        pupil=reader.pupil,
        ended_on=None,
        sensitivity=Sensitivity.EVERYONE,
    )
    texts = rows.exclude(text__contains=SEALED).order_by("since_on", "pk")
    (lines,) = yield [texts.values_list("text", flat=True)]
    return [PartLine("\n".join(lines), note=HELPS_LABEL)] if lines else []


def agreed_lines(reader: Reader) -> Reads[list[PartLine]]:
    """What was agreed at meetings to which this person came."""
    own = {"school_id": reader.pupil.school_id}
    held = MeetingInvitee.objects.filter(
        **own,
        contact=reader.contact,
        came=True,
        meeting__pupil=reader.pupil,
        meeting__state=MeetingState.HELD,
    )
    rows = AgreedAction.objects.filter(
        **own,
        pupil=reader.pupil,
        source=ActionSource.MEETING,
        source_id__in=held.values("meeting_id"),
        sensitivity=Sensitivity.EVERYONE,
        withdrawn_on=None,
    ).exclude(what__contains=SEALED)
    newest = rows.select_related("owner").order_by("-agreed_on", "due_on")
    (found,) = yield [newest[:MOST_AGREED]]
    return [_agreed(row) for row in found]


def _agreed(row: AgreedAction) -> PartLine:
    if row.done_on:
        return PartLine(row.what, row.done_on, f"{row.owner_name}: done")
    return PartLine(row.what, row.due_on, f"{row.owner_name}, by")


def register_own() -> None:
    """Called once, when the floor is loaded."""
    register_part(PagePart("help", "What helps in school", 20, help_lines))
    register_part(PagePart("agreed", "What we agreed when we met", 60, agreed_lines))
    register_stages("pupils", own_stages)
