"""The plan of training of a school: what is held when, for whom, and how it was."""

import datetime as dt

from django.db import models
from django.db.models import F, Q

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from staff.models.training import TrainingRecord, TrainingTopic
from staff.training_codes import SessionKind, SessionState, Useful


@track_history
class TrainingSession(SchoolOwned):
    """A training that is planned or was held; without a day as long as none is found."""

    topic = models.ForeignKey(TrainingTopic, on_delete=models.PROTECT, related_name="+")
    title = models.CharField("title", max_length=150, blank=True)
    kind = models.CharField(max_length=8, choices=SessionKind, default=SessionKind.TWILIGHT)
    state = models.CharField(max_length=7, choices=SessionState, default=SessionState.PLANNED)
    #: The academic year by its first calendar year: also of what has no day yet.
    year = models.PositiveSmallIntegerField("academic year")
    starts_on = models.DateField("day", null=True, blank=True)
    ends_on = models.DateField("last day", null=True, blank=True)
    starts_at = models.TimeField("time", null=True, blank=True)
    provider = models.CharField(max_length=150, blank=True)
    place = models.CharField("where", max_length=150, blank=True)
    hours = models.DecimalField(max_digits=4, decimal_places=1, null=True, blank=True)
    pence = models.PositiveIntegerField("planned cost, in pence", default=0)
    spent_pence = models.PositiveIntegerField("spent, in pence", null=True, blank=True)
    planned_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, related_name="+"
    )
    #: What was seen of it in classrooms a term later: about practice, never about a person.
    seen = models.CharField("what we see in classrooms", max_length=600, blank=True)
    seen_on = models.DateField(null=True, blank=True)
    seen_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta(SchoolOwned.Meta):
        ordering = [F("starts_on").asc(nulls_last=True), "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="staff_trainingsession_dates_in_order",
            ),
            models.CheckConstraint(
                condition=~Q(state=SessionState.HELD) | Q(starts_on__isnull=False),
                name="staff_trainingsession_held_has_day",
            ),
            models.CheckConstraint(
                condition=Q(seen="", seen_on=None, seen_by=None)
                | (~Q(seen="") & Q(seen_on__isnull=False, seen_by__isnull=False)),
                name="staff_trainingsession_seen_whole",
            ),
            models.CheckConstraint(
                condition=Q(hours=None) | Q(hours__gt=0), name="staff_trainingsession_hours"
            ),
        ]
        indexes = [models.Index(fields=["school", "year"], name="staff_trainingsession_year")]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def last_on(self) -> dt.date | None:
        """Its only or its last day."""
        return self.ends_on or self.starts_on


class Invitation(SchoolOwned):
    """Somebody is asked to a training; whether they came, and what they say of it."""

    session = school_key(TrainingSession, on_delete=models.CASCADE, related_name="invited")
    user = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    #: Somebody without an account.
    member = school_key(
        "staff.StaffMember", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    #: None: attendance is not taken yet.
    has_come = models.BooleanField(null=True)
    record = school_key(
        TrainingRecord, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    useful = models.CharField("did it help?", max_length=6, choices=Useful, blank=True)
    will_try = models.CharField("what I will try first", max_length=300, blank=True)
    still_needs = models.CharField("what I still need", max_length=300, blank=True)
    answered_on = models.DateField(null=True, blank=True)

    class Meta(SchoolOwned.Meta):
        ordering = ["id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("session", name="staff_invitation_session_same_school"),
            SameSchool("member", name="staff_invitation_member_same_school"),
            SameSchool("record", name="staff_invitation_record_same_school"),
            models.CheckConstraint(
                condition=Q(user__isnull=False, member=None) | Q(user=None, member__isnull=False),
                name="staff_invitation_one_person",
            ),
            models.UniqueConstraint(
                fields=["school", "session", "user", "member"],
                name="staff_invitation_uniq",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                condition=Q(useful="", will_try="", still_needs="", answered_on=None)
                | (~Q(useful="") & Q(answered_on__isnull=False, has_come=True)),
                name="staff_invitation_answer_whole",
            ),
        ]
        indexes = [models.Index(fields=["school", "user"], name="staff_invitation_user")]

    def __str__(self) -> str:
        return str(self.pk)
