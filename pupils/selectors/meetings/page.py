"""One meeting: who comes, what is spoken of, what was said, as far as the asker may read it."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.access.sensitivity import readable
from pupils.family_codes import ActionSource
from pupils.models import (
    AgendaItem,
    AgreedAction,
    HelpPlan,
    Meeting,
    MeetingChild,
    MeetingInvitee,
    Pupil,
    Voice,
)
from pupils.rules.meetings import VIEWS_SINCE, ends_at
from pupils.selectors.contributions import voices_of


@dataclass(frozen=True)
class ItemLine:
    """A point of the agenda; the words are empty for those who may not read them."""

    item: AgendaItem
    whom: str
    text: str
    is_cut: bool


@dataclass(frozen=True)
class MeetingPage:
    """Everything of a meeting that the asker may see."""

    meeting: Meeting
    ends_at: dt.time
    invitees: tuple[MeetingInvitee, ...]
    items: tuple[ItemLine, ...]
    actions: tuple[AgreedAction, ...]
    voices: tuple[Voice, ...]
    #: The children in reach, and how many there are in all.
    pupils: tuple[Pupil, ...]
    number: int

    @property
    def is_about_one(self) -> bool:
        """Whether it is a meeting about this child alone."""
        return self.number == 1

    @property
    def length(self) -> int:
        """Minutes of the items that have a time."""
        return sum(line.item.length or 0 for line in self.items)

    @property
    def is_too_long(self) -> bool:
        """Whether the items take longer than the meeting."""
        return self.length > self.meeting.length

    @property
    def came(self) -> list[MeetingInvitee]:
        """Who was there."""
        return [invitee for invitee in self.invitees if invitee.came]

    @property
    def stayed_away(self) -> list[MeetingInvitee]:
        """Who was not there, with or without apologies."""
        return [invitee for invitee in self.invitees if invitee.came is False]

    @property
    def written(self) -> list[ItemLine]:
        """Items with minutes, and those whose minutes are cut."""
        return [line for line in self.items if line.text or line.is_cut]


def meeting_of(pupil: Pupil, pk: UUID) -> Meeting | None:
    """One meeting about this child."""
    children = MeetingChild.objects.filter(school_id=pupil.school_id, pupil=pupil, meeting=pk)
    meetings = Meeting.objects.filter(
        school_id=pupil.school_id, pk__in=children.values("meeting_id")
    )
    meeting = meetings.select_related("pupil", "chair", "minutes_done_by", "help_plan").first()
    if meeting:
        meeting.school = meeting.pupil.school = pupil.school
    return meeting


def meeting_page(access: Access, pupil: Pupil, meeting: Meeting) -> MeetingPage:
    """A meeting as the asker may see it, opened from this child's record; six statements."""
    own = {"school_id": meeting.school_id, "meeting": meeting}
    number = MeetingChild.objects.filter(**own).count()
    pupils = children_of(access, meeting)
    invitees = MeetingInvitee.objects.filter(**own).select_related("ask")
    actions = AgreedAction.objects.filter(
        school_id=meeting.school_id,
        source=ActionSource.MEETING,
        source_id=meeting.pk,
        pupil__in=pupils,
    )
    return MeetingPage(
        meeting=meeting,
        ends_at=ends_at(meeting.starts_at, meeting.length),
        invitees=tuple(invitees),
        items=tuple(items_of(access, meeting, pupils, number)),
        actions=tuple(actions.select_related("owner", "pupil")),
        voices=tuple(_voices(access, pupil, meeting)) if number == 1 else (),
        pupils=tuple(pupils),
        number=number,
    )


def children_of(access: Access, meeting: Meeting) -> list[Pupil]:
    """The children of a meeting whom the asker may see."""
    children = MeetingChild.objects.filter(school_id=meeting.school_id, meeting=meeting)
    pupils = Pupil.objects.visible_to(access).filter(pk__in=children.values("pupil_id"))
    return list(pupils.in_register_order())


def items_of(access: Access, meeting: Meeting, pupils: list[Pupil], number: int) -> list[ItemLine]:
    """The agenda with its minutes: another child's point is not there for those out of reach.

    What was said about all children together is read by those who may see all of them.
    """
    names = {pupil.pk: pupil.full_name for pupil in pupils}
    levels = readable(access.permissions_at(meeting.school))
    reads_general = len(pupils) == number
    lines = []
    for item in AgendaItem.objects.filter(school_id=meeting.school_id, meeting=meeting):
        if item.pupil_id and item.pupil_id not in names:
            continue
        is_cut = item.sensitivity not in levels or not (item.pupil_id or reads_general)
        lines.append(
            ItemLine(
                item,
                names.get(item.pupil_id, ""),
                "" if is_cut else item.text,
                is_cut and bool(item.text),
            )
        )
    return lines


def may_write(access: Access, meeting: Meeting, pupils: list[Pupil], number: int) -> bool:
    """Whether the asker may change a meeting: those who log contact and see all of its children."""
    return Permission.LOG_CONTACT in access.permissions_at(meeting.school) and len(pupils) == number


def invitee_of(meeting: Meeting, pk: UUID) -> MeetingInvitee | None:
    """One invited person of a meeting."""
    rows = MeetingInvitee.objects.filter(school_id=meeting.school_id, meeting=meeting, pk=pk)
    invitee = rows.select_related("contact", "ask").first()
    if invitee:
        invitee.meeting = meeting
    return invitee


def _voices(access: Access, pupil: Pupil, meeting: Meeting) -> list[Voice]:
    """Views given for this meeting or in the weeks before it, the earliest first."""
    since = meeting.on - VIEWS_SINCE
    voices = voices_of(access, pupil)
    return sorted(
        (v for v in voices if since <= v.given_on <= meeting.on), key=lambda v: v.given_on
    )


def open_help_plan(pupil: Pupil) -> HelpPlan | None:
    """The early-help plan that is open."""
    return HelpPlan.objects.filter(school_id=pupil.school_id, pupil=pupil, ended_on=None).first()


def invitees_of(meeting: Meeting) -> list[MeetingInvitee]:
    """Who was invited, in the order of inviting."""
    return list(MeetingInvitee.objects.filter(school_id=meeting.school_id, meeting=meeting))


def classmates_of(access: Access, pupil: Pupil) -> list[Pupil]:
    """Children of the same class on roll and in reach, for a meeting about several."""
    if pupil.class_group_id is None:
        return []
    pupils = Pupil.objects.visible_to(access).on_roll(access.today)
    mates = pupils.filter(school_id=pupil.school_id, class_group=pupil.class_group_id)
    return list(mates.exclude(pk=pupil.pk).in_register_order())
