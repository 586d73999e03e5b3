"""Moves to another class or school: the plan, its visits, the next teacher's questions."""

from django.db import models
from django.db.models import F, Q

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from pupils.moving_codes import MoveKind, VisitKind


class MoveTemplate(SchoolOwned):
    """The school's own checklist for one kind of move."""

    kind = models.CharField(max_length=9, choices=MoveKind)
    #: In order: [{"what", "weeks", "owner"}].
    steps = models.JSONField(default=list)

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.UniqueConstraint(
                fields=["school", "kind"], name="pupils_movetemplate_kind_uniq"
            ),
        ]

    def __str__(self) -> str:
        return self.kind


class MovePlanQuerySet(models.QuerySet):
    def open(self):
        """Plans that nobody has closed."""
        return self.filter(ended_on=None)


@track_history
class MovePlan(SchoolOwned):
    """One child's move. Its checklist are agreed actions (`ActionSource.MOVE`)."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="move_plans")
    kind = models.CharField("what kind of move", max_length=9, choices=MoveKind)
    moves_on = models.DateField("day of the move")
    to_name = models.CharField("next class or setting", max_length=150)
    lead = models.ForeignKey(
        "aylsham.User", verbose_name="who leads it", on_delete=models.PROTECT, related_name="+"
    )
    #: The receiving teacher where it is a colleague, who then sees the child from a day on.
    receiver = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    receiver_sees_from = models.DateField(null=True, blank=True)
    receiver_name = models.CharField("receiving teacher elsewhere", max_length=150, blank=True)
    key_adults = models.TextField("who the child will meet", blank=True)
    worries = models.TextField("risks, and what worries the child", blank=True)
    helps = models.TextField("what helps with the move", blank=True)
    wishes = models.TextField("what the child and family want", blank=True)
    told = models.TextField("what the family was told", blank=True)
    told_on = models.DateField("family told on", null=True, blank=True)
    #: September's answer of the receiving teacher.
    not_known = models.TextField("what we did not know", blank=True)
    not_known_on = models.DateField("asked what we did not know on", null=True, blank=True)
    not_known_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    not_known_from = models.CharField("who told us", max_length=300, blank=True)
    #: What next year's checklist learns from that answer.
    lesson = models.CharField("what we do about it", max_length=400, blank=True)
    lesson_on = models.DateField("decided on", null=True, blank=True)
    lesson_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    started_on = models.DateField()
    started_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, related_name="+"
    )
    ended_on = models.DateField("closed on", null=True, blank=True)
    ended_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    ended_why = models.CharField("why it was closed", max_length=300, blank=True)

    objects = MovePlanQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        ordering = ["-moves_on", "-id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="pupils_moveplan_pupil_same_school"),
            models.UniqueConstraint(
                fields=["school", "pupil"],
                condition=Q(ended_on=None),
                name="pupils_moveplan_one_open",
            ),
            models.CheckConstraint(
                condition=Q(receiver=None, receiver_sees_from=None)
                | Q(receiver__isnull=False, receiver_sees_from__isnull=False, receiver_name=""),
                name="pupils_moveplan_receiver_pair",
            ),
            models.CheckConstraint(
                condition=Q(told="", told_on=None) | (~Q(told="") & Q(told_on__isnull=False)),
                name="pupils_moveplan_told_pair",
            ),
            models.CheckConstraint(
                condition=Q(not_known="", not_known_on=None, not_known_by=None)
                | (~Q(not_known="") & Q(not_known_on__isnull=False)),
                name="pupils_moveplan_not_known_pair",
            ),
            models.CheckConstraint(
                condition=Q(lesson="", lesson_on=None, lesson_by=None)
                | (~Q(lesson="") & Q(lesson_on__gte=F("not_known_on"), lesson_by__isnull=False)),
                name="pupils_moveplan_lesson_pair",
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None, ended_by=None, ended_why="")
                | (Q(ended_on__gte=F("started_on")) & ~Q(ended_why="")),
                name="pupils_moveplan_ended_has_why",
            ),
        ]
        indexes = [
            models.Index(fields=["school", "pupil"], name="pupils_moveplan_pupil"),
            models.Index(
                fields=["school", "receiver"],
                condition=Q(ended_on=None),
                name="pupils_moveplan_receiver",
            ),
            models.Index(
                fields=["school", "not_known_on"],
                condition=Q(not_known_on__isnull=False),
                name="pupils_moveplan_not_known",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def receiving_teacher(self) -> str:
        """Who receives the child, where that is known."""
        return self.receiver.name if self.receiver else self.receiver_name


@track_history
class MoveVisit(SchoolOwned):
    """A visit or meeting before a move; what was seen is written afterwards."""

    plan = school_key(MovePlan, on_delete=models.CASCADE, related_name="visits")
    kind = models.CharField(max_length=9, choices=VisitKind)
    on = models.DateField("day")
    place = models.CharField("where", max_length=150)
    who = models.CharField("who goes along", max_length=200, blank=True)
    went = models.TextField("how it went", blank=True)

    class Meta(SchoolOwned.Meta):
        ordering = ["on", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("plan", name="pupils_movevisit_plan_same_school"),
        ]
        indexes = [models.Index(fields=["school", "plan"], name="pupils_movevisit_plan")]

    def __str__(self) -> str:
        return str(self.pk)


@track_history
class NextSetting(SchoolOwned):
    """A setting that the family thinks about, in the order of their preference."""

    plan = school_key(MovePlan, on_delete=models.CASCADE, related_name="settings")
    name = models.CharField("setting", max_length=150)
    rank = models.PositiveSmallIntegerField("order of preference", null=True, blank=True)
    visited_on = models.DateField("family visited on", null=True, blank=True)
    view = models.TextField("what they thought of it", blank=True)
    told = models.TextField("what it told them, or we did", blank=True)
    is_offered = models.BooleanField("a place is offered", default=False)

    class Meta(SchoolOwned.Meta):
        ordering = [F("rank").asc(nulls_last=True), "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("plan", name="pupils_nextsetting_plan_same_school"),
        ]
        indexes = [models.Index(fields=["school", "plan"], name="pupils_nextsetting_plan")]

    def __str__(self) -> str:
        return str(self.pk)


@track_history
class MoveQuestion(SchoolOwned):
    """What the receiving teacher asks, and what they were answered."""

    plan = school_key(MovePlan, on_delete=models.CASCADE, related_name="questions")
    question = models.TextField()
    asked_by = models.CharField("who asks", max_length=150)
    asked_on = models.DateField()
    answer = models.TextField(blank=True)
    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta(SchoolOwned.Meta):
        ordering = ["asked_on", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("plan", name="pupils_movequestion_plan_same_school"),
            models.CheckConstraint(
                condition=Q(answer="", answered_on=None, answered_by=None)
                | (~Q(answer="") & Q(answered_on__gte=F("asked_on"))),
                name="pupils_movequestion_answered_pair",
            ),
        ]
        indexes = [models.Index(fields=["school", "plan"], name="pupils_movequestion_plan")]

    def __str__(self) -> str:
        return str(self.pk)
