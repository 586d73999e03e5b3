"""One meeting: who comes, what is spoken of, what was said, as far as the asker may read it."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.access.sensitivity import readable
from aylsham.models import School
from pupils.family_codes import ActionSource
from pupils.models import (
    AgendaItem,
    AgreedAction,
    ClassGroup,
    HelpPlan,
    Meeting,
    MeetingChild,
    MeetingInvitee,
    Pupil,
    Voice,
)
from pupils.models.roll import tell_apart
from pupils.rules.meetings import VIEWS_SINCE, ends_at
from pupils.selectors.contributions import voices_of


@dataclass(frozen=True)
class ItemLine:
    """A point of the agenda; the words are empty for those who may not read them."""

    item: AgendaItem
    whom: str
    text: str
    is_cut: bool
    #: The child of the point; for a point about all of them one in reach.
    child_id: UUID | None = None


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
    #: Whether all children of the meeting are in reach.
    sees_all: bool

    @property
    def is_about_one(self) -> bool:
        """Whether it is a meeting about one child alone."""
        return not self.meeting.is_of_class

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
    return _whole(meetings, pupil.school)


def class_meeting_of(access: Access, pk: UUID) -> Meeting | None:
    """A meeting of a class of whose children the asker may see one at least."""
    children = MeetingChild.objects.filter(
        school=access.school, meeting=pk, pupil__in=Pupil.objects.visible_to(access)
    )
    meetings = Meeting.objects.filter(
        school=access.school, class_group__isnull=False, pk__in=children.values("meeting_id")
    )
    return _whole(meetings, access.school)


def _whole(meetings, school: School) -> Meeting | None:
    known = ("pupil", "class_group", "chair", "minutes_done_by", "help_plan")
    meeting = meetings.select_related(*known).first()
    if meeting:
        meeting.school = school
        if meeting.pupil:
            meeting.pupil.school = school
    return meeting


def meeting_page(access: Access, pupil: Pupil | None, meeting: Meeting) -> MeetingPage:
    """A meeting as the asker may see it; seven statements.

    On a child's record nothing stands of the other children of a class; without a child all in
    reach are shown.
    """
    own = {"school_id": meeting.school_id, "meeting": meeting}
    number = MeetingChild.objects.filter(**own).count()
    reach = children_of(access, meeting)
    pupils = [each for each in reach if pupil is None or each.pk == pupil.pk]
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
        items=tuple(items_of(access, meeting, pupils, is_whole=len(reach) == number)),
        actions=tuple(actions.readable_by(access).select_related("owner", "pupil")),
        voices=tuple(_voices(access, meeting)) if meeting.pupil else (),
        pupils=tuple(pupils),
        number=number,
        sees_all=len(reach) == number,
    )


def children_of(access: Access, meeting: Meeting) -> list[Pupil]:
    """The children of a meeting whom the asker may see."""
    children = MeetingChild.objects.filter(school_id=meeting.school_id, meeting=meeting)
    pupils = Pupil.objects.visible_to(access).filter(pk__in=children.values("pupil_id"))
    return tell_apart(pupils.in_register_order())


def items_of(
    access: Access, meeting: Meeting, pupils: list[Pupil], *, is_whole: bool
) -> list[ItemLine]:
    """The agenda with its minutes, without the points of any other child than these.

    What was said about all children together is read by those who may see all of them.
    """
    names = {pupil.pk: pupil.full_name for pupil in pupils}
    levels = readable(access.permissions_at(meeting.school))
    lines = []
    for item in AgendaItem.objects.filter(school_id=meeting.school_id, meeting=meeting):
        if item.pupil_id and item.pupil_id not in names:
            continue
        is_cut = item.sensitivity not in levels or not (item.pupil_id or is_whole)
        lines.append(
            ItemLine(
                item,
                names.get(item.pupil_id, ""),
                "" if is_cut else item.text,
                is_cut and bool(item.text),
                item.pupil_id or (pupils[0].pk if pupils else None),
            )
        )
    return lines


def may_write(access: Access, meeting: Meeting, page: MeetingPage) -> bool:
    """Whether the asker may change a meeting: those who log contact and see all of its children."""
    return Permission.LOG_CONTACT in access.permissions_at(meeting.school) and page.sees_all


def invitee_of(meeting: Meeting, pk: UUID) -> MeetingInvitee | None:
    """One invited person of a meeting."""
    rows = MeetingInvitee.objects.filter(school_id=meeting.school_id, meeting=meeting, pk=pk)
    invitee = rows.select_related("contact", "ask").first()
    if invitee:
        invitee.meeting = meeting
    return invitee


def _voices(access: Access, meeting: Meeting) -> list[Voice]:
    """Views given for this meeting or in the weeks before it, the earliest first."""
    since = meeting.on - VIEWS_SINCE
    voices = voices_of(access, meeting.pupil)
    return sorted(
        (v for v in voices if since <= v.given_on <= meeting.on), key=lambda v: v.given_on
    )


def open_help_plan(pupil: Pupil) -> HelpPlan | None:
    """The early-help plan that is open."""
    return HelpPlan.objects.filter(school_id=pupil.school_id, pupil=pupil, ended_on=None).first()


def invitees_of(meeting: Meeting) -> list[MeetingInvitee]:
    """Who was invited, in the order of inviting."""
    return list(MeetingInvitee.objects.filter(school_id=meeting.school_id, meeting=meeting))


def children_to_choose(access: Access, group: ClassGroup) -> list[Pupil]:
    """Children of a class on roll and in reach, for a meeting about several."""
    pupils = Pupil.objects.visible_to(access).on_roll(access.today)
    rows = pupils.filter(school_id=group.school_id, class_group=group)
    return tell_apart(rows.in_register_order())
