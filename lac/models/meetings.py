"""Meetings about children in care, and what was agreed in them: few people may read either."""

from django.db import models
from django.db.models import Q

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from lac.watch_codes import CareMeetingKind


@track_history
class CareMeeting(SchoolOwned):
    """A meeting with leaders, the virtual school, a social worker or several agencies.

    What was said of a child stands at that child: it goes when the child's record goes.
    """

    kind = models.CharField("with whom", max_length=8, choices=CareMeetingKind)
    held_on = models.DateField("held on")
    came = models.CharField("who came", max_length=300)
    #: In general: nothing about a single child.
    notes = models.TextField("what was said in general", blank=True)

    class Meta(SchoolOwned.Meta):
        ordering = ["-held_on", "-id"]

    def __str__(self) -> str:
        return str(self.pk)


@track_history
class CareMeetingChild(SchoolOwned):
    """A child of whom a meeting spoke, and what was said."""

    meeting = school_key(CareMeeting, on_delete=models.CASCADE, related_name="children")
    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="care_meetings")
    said = models.TextField("what was said of the child", blank=True)

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("meeting", name="lac_caremeetingchild_meeting_same_school"),
            SameSchool("pupil", name="lac_caremeetingchild_pupil_same_school"),
            models.UniqueConstraint(
                fields=["school", "meeting", "pupil"], name="lac_caremeetingchild_one"
            ),
        ]
        indexes = [models.Index(fields=["school", "pupil"], name="lac_caremeetingchild_pupil")]

    def __str__(self) -> str:
        return str(self.pk)


@track_history
class CareAction(SchoolOwned):
    """Something agreed in a meeting, for one child or for none: who does it, by when."""

    meeting = school_key(CareMeeting, on_delete=models.CASCADE, related_name="actions")
    pupil = school_key(
        "pupils.Pupil", on_delete=models.CASCADE, null=True, blank=True, related_name="care_actions"
    )
    what = models.CharField("what is to be done", max_length=300)
    owner = models.ForeignKey(
        "aylsham.User", verbose_name="colleague", on_delete=models.PROTECT, null=True, blank=True,
        related_name="+",
    )  # fmt: skip
    outside_owner = models.CharField("somebody outside", max_length=150, blank=True)
    due_on = models.DateField("by when")
    done_on = models.DateField("done on", null=True, blank=True)
    done_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta(SchoolOwned.Meta):
        ordering = ["due_on", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("meeting", name="lac_careaction_meeting_same_school"),
            SameSchool("pupil", name="lac_careaction_pupil_same_school"),
            models.CheckConstraint(
                condition=Q(owner=None) & ~Q(outside_owner="")
                | Q(owner__isnull=False, outside_owner=""),
                name="lac_careaction_one_owner",
            ),
            models.CheckConstraint(
                condition=Q(done_by=None) | Q(done_on__isnull=False),
                name="lac_careaction_done_pair",
            ),
        ]
        indexes = [
            models.Index(fields=["school", "pupil"], name="lac_careaction_pupil"),
            models.Index(fields=["school", "meeting"], name="lac_careaction_meeting"),
            models.Index(
                fields=["school", "due_on"], condition=Q(done_on=None), name="lac_careaction_open"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
