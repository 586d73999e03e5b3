"""How teaching gets better: coaching, visits to lessons, the school's checklist. Never graded."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from aylsham.access.permissions import Permission
from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from staff.codes import VisitKind


class CoachedQuerySet(models.QuerySet):
    def visible_to(self, access):
        """Of the page's school: what concerns the asker, or all for who leads teaching."""
        rows = self.filter(school=access.school)
        if access.can(Permission.LEAD_TEACHING):
            return rows
        return rows.filter(Q(teacher=access.user) | Q(coach=access.user))


@track_history
class CoachingCycle(SchoolOwned):
    """A goal that a teacher works on with a coach, until it is closed with what changed."""

    teacher = models.ForeignKey(
        "aylsham.User", verbose_name="teacher", on_delete=models.PROTECT, related_name="+"
    )
    coach = models.ForeignKey(
        "aylsham.User", verbose_name="coach", on_delete=models.PROTECT, related_name="+"
    )
    goal = models.CharField("goal", max_length=200)
    #: In the words of the school's improvement plan.
    objective = models.CharField("improvement-plan objective", max_length=150, blank=True)
    starts_on = models.DateField("from")
    closed_on = models.DateField("closed on", null=True, blank=True)
    changed = models.TextField("what changed for children", blank=True)

    objects = CoachedQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        ordering = ["-starts_on", "-id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(teacher=F("coach")), name="staff_coachingcycle_two_people"
            ),
            models.CheckConstraint(
                condition=Q(closed_on=None) | Q(closed_on__gte=F("starts_on")),
                name="staff_coachingcycle_dates_in_order",
            ),
            models.CheckConstraint(
                condition=Q(closed_on=None) | ~Q(changed=""),
                name="staff_coachingcycle_says_what_changed",
            ),
        ]
        indexes = [models.Index(fields=["school", "teacher"], name="staff_coaching_teacher")]

    def __str__(self) -> str:
        return str(self.pk)


@track_history
class TeachingVisit(SchoolOwned):
    """One visit: what was noticed and the next step; `coach` is whom the teacher worked with."""

    cycle = school_key(
        CoachingCycle, on_delete=models.CASCADE, related_name="visits", null=True, blank=True
    )
    teacher = models.ForeignKey(
        "aylsham.User", verbose_name="teacher", on_delete=models.PROTECT, related_name="+"
    )
    coach = models.ForeignKey(
        "aylsham.User", verbose_name="with", on_delete=models.PROTECT, related_name="+"
    )
    kind = models.CharField("kind", max_length=8, choices=VisitKind)
    visited_on = models.DateField("day")
    lesson = models.CharField("lesson", max_length=80, blank=True)
    #: Of a peer visit: the school of the federation where it was.
    at_school = models.ForeignKey(
        "aylsham.School",
        verbose_name="school",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    #: Points of the checklist that were seen, in the words of that day.
    seen = ArrayField(models.CharField(max_length=120), verbose_name="seen", default=list)
    noticed = models.TextField("what helped children")
    next_step = models.CharField("next step", max_length=300, blank=True)
    next_on = models.DateField("next visit", null=True, blank=True)
    answer = models.TextField("what the teacher takes from it", blank=True)

    objects = CoachedQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        ordering = ["-visited_on", "-id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("cycle", name="staff_teachingvisit_cycle_same_school"),
            models.CheckConstraint(
                condition=~Q(teacher=F("coach")), name="staff_teachingvisit_two_people"
            ),
            models.CheckConstraint(
                condition=Q(kind=VisitKind.PEER) | Q(at_school=None),
                name="staff_teachingvisit_elsewhere_is_peer",
            ),
            models.CheckConstraint(
                condition=Q(next_on=None) | Q(next_on__gte=F("visited_on")),
                name="staff_teachingvisit_next_after",
            ),
            models.CheckConstraint(condition=~Q(noticed=""), name="staff_teachingvisit_says_what"),
        ]
        indexes = [
            models.Index(fields=["school", "teacher"], name="staff_visit_teacher"),
            models.Index(fields=["school", "cycle"], name="staff_visit_cycle"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


@track_history
class PracticePoint(SchoolOwned):
    """A point of the adaptive-teaching checklist, in the school's own words."""

    words = models.CharField("point", max_length=120)
    place = models.PositiveSmallIntegerField(default=0)

    class Meta(SchoolOwned.Meta):
        ordering = ["place", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.UniqueConstraint(fields=["school", "words"], name="staff_practicepoint_uniq"),
        ]

    def __str__(self) -> str:
        return self.words
