"""The parts of a parent's page that this floor owns: help in class, and what was agreed."""

from collections.abc import Iterator

from aylsham.codes import Sensitivity
from pupils.codes import PassportPart
from pupils.family_codes import ActionSource
from pupils.handed_texts import SEALED
from pupils.meeting_codes import MeetingState
from pupils.models import AgreedAction, MeetingInvitee, Strategy
from pupils.parent_parts import PagePart, PartLine, Reader, register_part, register_stages
from pupils.rules.lines import HELPS
from pupils.selectors.parents.stages import own_stages
from pupils.selectors.passports.parts import HELPS_LABEL
from pupils.selectors.passports.printing import PrintedPassport, printed_passports

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


def passport_of(reader: Reader) -> PrintedPassport | None:
    """The published passport with what is for everyone; three statements."""
    found = printed_passports(reader.pupil.school, [reader.pupil.pk])
    return next(iter(found), None)


def help_lines(reader: Reader) -> Iterator[PartLine]:
    """What helps: the published passport, or else what is written down for the class."""
    passport = passport_of(reader)
    if passport is None:
        yield from _strategies(reader)
        return
    for part in passport.parts:
        lines = [line for line in part.lines if SEALED not in line]
        if part.code in FOR_FAMILIES and lines:
            yield PartLine("\n".join(lines), note=part.label)


def _strategies(reader: Reader) -> Iterator[PartLine]:
    rows = Strategy.objects.filter(
        school_id=reader.pupil.school_id,
        pupil=reader.pupil,
        ended_on=None,
        sensitivity=Sensitivity.EVERYONE,
    )
    texts = rows.exclude(text__contains=SEALED).order_by("since_on", "pk")
    if lines := "\n".join(texts.values_list("text", flat=True)):
        yield PartLine(lines, note=HELPS_LABEL)


def agreed_lines(reader: Reader) -> Iterator[PartLine]:
    """What was agreed at meetings to which this person came; one statement."""
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
    for row in rows.select_related("owner").order_by("-agreed_on", "due_on")[:MOST_AGREED]:
        if row.done_on:
            yield PartLine(row.what, row.done_on, f"{row.owner_name}: done")
        else:
            yield PartLine(row.what, row.due_on, f"{row.owner_name}, by")


def register_own() -> None:
    """Called once, when the floor is loaded."""
    register_part(PagePart("help", "What helps in school", 20, help_lines))
    register_part(PagePart("agreed", "What we agreed when we met", 60, agreed_lines))
    register_stages("pupils", own_stages)
