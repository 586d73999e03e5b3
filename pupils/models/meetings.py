"""Meetings about children: who is asked, what is spoken of, who came."""

from django.db import models
from django.db.models import Q

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from aylsham.tenancy.sensitive import sensitivity_field
from pupils.meeting_codes import InviteeKind, MeetingKind, MeetingState, Reply
from pupils.models.secret_links import SecretAddress


@track_history
class Meeting(SchoolOwned):
    """A meeting about one child, or of a class about several: planned, held or called off."""

    #: The child of a meeting about one; all children of any meeting stand in MeetingChild.
    pupil = school_key(
        "pupils.Pupil",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="meetings_led",
    )
    #: The class whose children are spoken of: such a meeting hangs on none of them.
    class_group = school_key(
        "pupils.ClassGroup",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="meetings",
    )
    kind = models.CharField(max_length=8, choices=MeetingKind)
    on = models.DateField()
    starts_at = models.TimeField("from")
    length = models.PositiveSmallIntegerField("minutes it may take", default=60)
    place = models.CharField("where", max_length=150, blank=True)
    chair = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")
    help_plan = school_key(
        "pupils.HelpPlan", on_delete=models.SET_NULL, null=True, blank=True, related_name="meetings"
    )
    state = models.CharField(max_length=10, choices=MeetingState, default=MeetingState.PLANNED)
    #: One of the three meetings a year (Code of Practice 6.65).
    is_parent_meeting = models.BooleanField("one of the three meetings a year", default=False)
    called_off_why = models.CharField("why it was called off", max_length=300, blank=True)
    minutes_done_on = models.DateField(null=True, blank=True)
    minutes_done_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    planned_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta(SchoolOwned.Meta):
        ordering = ["-on", "-starts_at", "-id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="pupils_meeting_pupil_same_school"),
            SameSchool("class_group", name="pupils_meeting_class_group_same_school"),
            SameSchool("help_plan", name="pupils_meeting_help_plan_same_school"),
            models.CheckConstraint(
                condition=Q(pupil__isnull=False, class_group=None)
                | Q(pupil=None, class_group__isnull=False, kind=MeetingKind.PROGRESS),
                name="pupils_meeting_about_child_or_class",
            ),
            models.CheckConstraint(
                condition=Q(is_parent_meeting=False)
                | (Q(state=MeetingState.HELD) & ~Q(kind=MeetingKind.PROGRESS)),
                name="pupils_meeting_counts_when_held",
            ),
            models.CheckConstraint(
                condition=Q(minutes_done_on=None, minutes_done_by=None)
                | Q(
                    minutes_done_on__isnull=False,
                    minutes_done_by__isnull=False,
                    state=MeetingState.HELD,
                ),
                name="pupils_meeting_minutes_pair",
            ),
            models.CheckConstraint(
                condition=Q(called_off_why="") | Q(state=MeetingState.CALLED_OFF),
                name="pupils_meeting_called_off_pair",
            ),
        ]
        indexes = [
            models.Index(fields=["school", "pupil"], name="pupils_meeting_pupil"),
            models.Index(fields=["school", "on"], name="pupils_meeting_on"),
            models.Index(fields=["school", "class_group"], name="pupils_meeting_class_group"),
            models.Index(fields=["school", "help_plan"], name="pupils_meeting_help_plan"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_planned(self) -> bool:
        """Whether it has still to take place."""
        return self.state == MeetingState.PLANNED

    @property
    def is_of_class(self) -> bool:
        """Whether it is about several children of a class."""
        return self.class_group_id is not None


class MeetingChild(SchoolOwned):
    """A child whom a meeting is about."""

    meeting = school_key(Meeting, on_delete=models.CASCADE, related_name="children")
    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="meetings")

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("meeting", name="pupils_meetingchild_meeting_same_school"),
            SameSchool("pupil", name="pupils_meetingchild_pupil_same_school"),
            models.UniqueConstraint(
                fields=["school", "meeting", "pupil"], name="pupils_meetingchild_uniq"
            ),
        ]
        indexes = [models.Index(fields=["school", "pupil"], name="pupils_meetingchild_pupil")]

    def __str__(self) -> str:
        return str(self.pk)


@track_history
class MeetingInvitee(SchoolOwned):
    """Somebody who is asked to come: a colleague, a contact of the child, somebody from outside."""

    meeting = school_key(Meeting, on_delete=models.CASCADE, related_name="invitees")
    kind = models.CharField(max_length=7, choices=InviteeKind)
    user = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    contact = school_key(
        "pupils.Contact", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    #: Kept should the contact be removed.
    name = models.CharField(max_length=150)
    role = models.CharField("as what", max_length=100, blank=True)
    email = models.EmailField(blank=True)
    #: Somebody has looked that time and place give nothing away to this person.
    is_checked = models.BooleanField("time and place were checked", default=False)
    #: The last day on which an invitation was sent; None: told otherwise.
    invited_on = models.DateField(null=True, blank=True)
    reply = models.CharField(max_length=9, choices=Reply, blank=True, default=Reply.NONE)
    replied_at = models.DateTimeField(null=True, blank=True)
    #: What the person wrote with the answer: access, interpreter, another day.
    note = models.CharField(max_length=500, blank=True)
    #: None until somebody has said who came.
    came = models.BooleanField(null=True)
    #: Views in advance are asked for and answered like any others.
    ask = school_key(
        "pupils.ContributionRequest",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )

    class Meta(SchoolOwned.Meta):
        ordering = ["id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("meeting", name="pupils_meetinginvitee_meeting_same_school"),
            SameSchool("contact", name="pupils_meetinginvitee_contact_same_school"),
            SameSchool("ask", name="pupils_meetinginvitee_ask_same_school"),
            models.UniqueConstraint(
                fields=["school", "meeting", "user"],
                condition=Q(user__isnull=False),
                name="pupils_meetinginvitee_user_uniq",
            ),
            models.UniqueConstraint(
                fields=["school", "meeting", "contact"],
                condition=Q(contact__isnull=False),
                name="pupils_meetinginvitee_contact_uniq",
            ),
            models.CheckConstraint(
                condition=Q(reply="", replied_at=None)
                | (~Q(reply="") & Q(replied_at__isnull=False)),
                name="pupils_meetinginvitee_reply_pair",
            ),
        ]
        indexes = [
            models.Index(fields=["school", "meeting"], name="pupils_meetinginvitee_of"),
            models.Index(fields=["school", "contact"], name="pupils_meetinginvitee_contact"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class MeetingLink(SecretAddress):
    """A secret address of one invited person; it ends with the day of the meeting."""

    leads_to = "invitee_id"

    invitee_id = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["school", "invitee_id"], name="pupils_meetinglink_of")]


@track_history(exclude=("sitting",))
class AgendaItem(SchoolOwned):
    """A point of a meeting, and what was said about it."""

    meeting = school_key(Meeting, on_delete=models.CASCADE, related_name="items")
    #: Whom the point is about in a meeting about several children; None: all of them.
    pupil = school_key(
        "pupils.Pupil", on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    place = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=150)
    length = models.PositiveSmallIntegerField("minutes", null=True, blank=True)
    text = models.TextField("minutes", blank=True)
    sensitivity = sensitivity_field()
    #: Who wrote last, in which opening of the page: later saves of the same one are no conflict.
    written_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    sitting = models.UUIDField(null=True, blank=True)

    class Meta(SchoolOwned.Meta):
        ordering = ["place", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("meeting", name="pupils_agendaitem_meeting_same_school"),
            SameSchool("pupil", name="pupils_agendaitem_pupil_same_school"),
            models.CheckConstraint(condition=~Q(title=""), name="pupils_agendaitem_says"),
        ]
        indexes = [models.Index(fields=["school", "meeting"], name="pupils_agendaitem_of")]

    def __str__(self) -> str:
        return str(self.pk)


class AgendaTemplate(SchoolOwned):
    """With what a meeting of a kind begins at this school: its own wording."""

    kind = models.CharField(max_length=8, choices=MeetingKind)
    #: [["item", minutes or None]]
    items = models.JSONField(default=list)

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.UniqueConstraint(fields=["school", "kind"], name="pupils_agendatemplate_uniq"),
        ]

    def __str__(self) -> str:
        return self.kind
