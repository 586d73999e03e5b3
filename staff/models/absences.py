"""Who is out, from when to when, never why; and what was decided of the sessions that fall."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, IntegerField, Q

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from staff.codes import DAY_ENDS, SwapKind
from staff.models.week_plans import MinuteRange, PlanSession


class MinuteOf(Func):
    """A day and a minute of it as one number, so that times of several days can be compared."""

    arg_joiner = " - DATE '2000-01-01') * 1440 + "
    template = "((%(expressions)s)"
    output_field = IntegerField()


class AbsenceQuerySet(models.QuerySet):
    def on(self, day):
        """Who is out for all or a part of a day; what was taken back does not count."""
        return self.filter(starts_on__lte=day, ends_on__gte=day, taken_back_at=None)


@track_history
class Absence(SchoolOwned):
    """Somebody is not there. No reason is ever kept: reasons stay in the school's HR system."""

    member = school_key("staff.StaffMember", on_delete=models.CASCADE, related_name="absences")
    starts_on = models.DateField("from")
    #: Minutes after midnight; 0: the whole of the first day.
    starts = models.PositiveSmallIntegerField(default=0)
    ends_on = models.DateField("until")
    #: Back at this minute of the last day; `DAY_ENDS`: not on that day.
    ends = models.PositiveSmallIntegerField(default=DAY_ENDS)
    said_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, related_name="+"
    )
    said_at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True, blank=True)
    taken_back_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = AbsenceQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        ordering = ["-starts_on", "starts", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("member", name="staff_absence_member_same_school"),
            models.CheckConstraint(
                condition=Q(starts__lt=DAY_ENDS, ends__gt=0, ends__lte=DAY_ENDS)
                & (Q(ends_on__gt=F("starts_on")) | Q(ends_on=F("starts_on"), ends__gt=F("starts"))),
                name="staff_absence_in_order",
            ),
            models.CheckConstraint(
                condition=Q(taken_back_at=None, taken_back_by=None)
                | Q(taken_back_at__isnull=False, taken_back_by__isnull=False),
                name="staff_absence_taken_back",
            ),
            ExclusionConstraint(
                name="staff_absence_no_overlap",
                expressions=[
                    ("school", RangeOperators.EQUAL),
                    ("member", RangeOperators.EQUAL),
                    (
                        MinuteRange(MinuteOf("starts_on", "starts"), MinuteOf("ends_on", "ends")),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=Q(taken_back_at=None),
            ),
        ]
        indexes = [models.Index(fields=["school", "ends_on"], name="staff_absence_until")]

    def __str__(self) -> str:
        return str(self.pk)


class SwapQuerySet(models.QuerySet):
    def standing(self):
        """What holds: it was not undone."""
        return self.filter(undone_at=None)


@track_history
class Swap(SchoolOwned):
    """What was decided of one planned session on one day because somebody is out."""

    absence = school_key(Absence, on_delete=models.CASCADE, related_name="swaps")
    session = school_key(PlanSession, on_delete=models.CASCADE, related_name="swaps")
    on = models.DateField("day")
    kind = models.CharField(max_length=7, choices=SwapKind)
    #: Who gives it; None: nobody does.
    member = school_key(
        "staff.StaffMember",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="stood_in",
    )
    #: When it is given instead, where it was moved.
    moved_on = models.DateField(null=True, blank=True)
    moved_to = models.PositiveSmallIntegerField(null=True, blank=True)
    #: The session that the adult leaves for it, which is then not given.
    leaves = school_key(
        PlanSession, on_delete=models.SET_NULL, null=True, blank=True, related_name="left_for"
    )
    decided_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, related_name="+"
    )
    decided_at = models.DateTimeField()
    told_at = models.DateTimeField(null=True, blank=True)
    #: When what is not given was put into the log of sessions.
    logged_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = SwapQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        ordering = ["on", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("absence", name="staff_swap_absence_same_school"),
            SameSchool("session", name="staff_swap_session_same_school"),
            SameSchool("member", name="staff_swap_member_same_school"),
            SameSchool("leaves", name="staff_swap_leaves_same_school"),
            models.CheckConstraint(
                condition=Q(
                    kind=SwapKind.COVERED, member__isnull=False, moved_on=None, moved_to=None
                )
                | Q(
                    kind=SwapKind.MOVED,
                    member__isnull=False,
                    moved_on__isnull=False,
                    moved_to__lt=DAY_ENDS,
                    leaves=None,
                )
                | Q(kind=SwapKind.NOT_GIVEN, member=None, moved_on=None, moved_to=None)
                & Q(leaves=None),
                name="staff_swap_kind",
            ),
            models.CheckConstraint(
                condition=Q(undone_at=None, undone_by=None)
                | Q(undone_at__isnull=False, undone_by__isnull=False),
                name="staff_swap_undone",
            ),
            models.UniqueConstraint(
                fields=["school", "session", "on"],
                condition=Q(undone_at=None),
                name="staff_swap_once",
            ),
        ]
        indexes = [
            models.Index(fields=["school", "on"], name="staff_swap_day"),
            models.Index(fields=["school", "absence"], name="staff_swap_absence"),
            models.Index(fields=["school", "member"], name="staff_swap_member"),
            models.Index(fields=["school", "leaves"], name="staff_swap_leaves"),
        ]

    def __str__(self) -> str:
        return str(self.pk)
