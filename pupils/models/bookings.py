"""Times that the school offers to parents, and who has booked which."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from pupils.parent_codes import RoundHow


@track_history
class MeetingRound(SchoolOwned):
    """A set of times in which the parents of some children can be met: a parents' evening."""

    title = models.CharField("what it is called", max_length=80)
    how = models.CharField(max_length=6, choices=RoundHow, default=RoundHow.SCHOOL)
    place = models.CharField("where", max_length=150, blank=True)
    length = models.PositiveSmallIntegerField("minutes each")
    gap = models.PositiveSmallIntegerField("minutes between", default=0)
    chair = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")
    #: The last day on which a parent can book, change or cancel.
    book_by = models.DateField()
    opened_on = models.DateField()
    opened_by = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")
    closed_on = models.DateField(null=True, blank=True)

    class Meta(SchoolOwned.Meta):
        ordering = ["-opened_on", "-id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.CheckConstraint(
                condition=Q(length__gte=5, length__lte=120, gap__lte=60),
                name="pupils_meetinground_minutes",
            ),
            models.CheckConstraint(
                condition=Q(book_by__gte=F("opened_on")), name="pupils_meetinground_dates_in_order"
            ),
        ]
        indexes = [
            models.Index(
                fields=["school", "book_by"],
                condition=Q(closed_on=None),
                name="pupils_meetinground_open",
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def where(self) -> str:
        """Where people meet, in words: a place, or how they talk."""
        return self.place or ("" if self.how == RoundHow.SCHOOL else self.get_how_display())


class RoundPerson(SchoolOwned):
    """A colleague who takes part in every meeting of a round besides whoever leads it."""

    round = school_key(MeetingRound, on_delete=models.CASCADE, related_name="people")
    user = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("round", name="pupils_roundperson_round_same_school"),
            models.UniqueConstraint(
                fields=["school", "round", "user"], name="pupils_roundperson_uniq"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class RoundChild(SchoolOwned):
    """A child whose parents can book in a round."""

    round = school_key(MeetingRound, on_delete=models.CASCADE, related_name="children")
    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="rounds")
    #: The last day on which the parents were sent a link to book.
    asked_on = models.DateField(null=True, blank=True)

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("round", name="pupils_roundchild_round_same_school"),
            SameSchool("pupil", name="pupils_roundchild_pupil_same_school"),
            models.UniqueConstraint(
                fields=["school", "round", "pupil"], name="pupils_roundchild_uniq"
            ),
        ]
        indexes = [models.Index(fields=["school", "pupil"], name="pupils_roundchild_pupil")]

    def __str__(self) -> str:
        return str(self.pk)


class MeetingSlot(SchoolOwned):
    """One time of a round."""

    round = school_key(MeetingRound, on_delete=models.CASCADE, related_name="slots")
    on = models.DateField()
    starts_at = models.TimeField()

    class Meta(SchoolOwned.Meta):
        ordering = ["on", "starts_at"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("round", name="pupils_meetingslot_round_same_school"),
            models.UniqueConstraint(
                fields=["school", "round", "on", "starts_at"], name="pupils_meetingslot_uniq"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


@track_history
class SlotBooking(SchoolOwned):
    """A time that somebody of a family has taken; the meeting itself is a `Meeting`."""

    slot = school_key(MeetingSlot, on_delete=models.PROTECT, related_name="bookings")
    round = school_key(MeetingRound, on_delete=models.PROTECT, related_name="bookings")
    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="bookings")
    contact = school_key("pupils.Contact", on_delete=models.CASCADE, related_name="bookings")
    meeting = school_key("pupils.Meeting", on_delete=models.CASCADE, related_name="bookings")
    wants_interpreter = models.BooleanField("needs an interpreter", default=False)
    wants_second = models.BooleanField("the other home wants a time too", default=False)
    booked_at = models.DateTimeField(db_default=Now())
    #: None: by the person, from their page.
    booked_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    cancelled_at = models.DateTimeField(null=True, blank=True)

    class Meta(SchoolOwned.Meta):
        ordering = ["booked_at", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("slot", name="pupils_slotbooking_slot_same_school"),
            SameSchool("round", name="pupils_slotbooking_round_same_school"),
            SameSchool("pupil", name="pupils_slotbooking_pupil_same_school"),
            SameSchool("contact", name="pupils_slotbooking_contact_same_school"),
            SameSchool("meeting", name="pupils_slotbooking_meeting_same_school"),
            # Two people at once: the second is told that it is taken.
            models.UniqueConstraint(
                fields=["school", "slot"],
                condition=Q(cancelled_at=None),
                name="pupils_slotbooking_one_a_slot",
            ),
            models.UniqueConstraint(
                fields=["school", "round", "contact"],
                condition=Q(cancelled_at=None),
                name="pupils_slotbooking_one_a_person",
            ),
            models.UniqueConstraint(
                fields=["school", "meeting"], name="pupils_slotbooking_meeting_uniq"
            ),
        ]
        indexes = [
            models.Index(fields=["school", "pupil"], name="pupils_slotbooking_pupil"),
            models.Index(fields=["school", "contact"], name="pupils_slotbooking_contact"),
        ]

    def __str__(self) -> str:
        return str(self.pk)
