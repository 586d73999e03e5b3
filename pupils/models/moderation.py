"""Levels of need looked at blind: the round, the needs drawn at each school, the words sent away.

What another school sees is a `BlindLook`, a row of that school with nothing but the approved words:
no child, no school, no first rating, and no key to any of them.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import FederationOwned, SchoolOwned, school_key
from pupils.codes import AreaOfNeed, ModeratedState, NeedLevel


class ModerationRound(FederationOwned):
    """A sample drawn over the schools of a federation, which anybody can draw again by its seed."""

    seen_by_each_school = True

    drawn_on = models.DateField()
    drawn_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, related_name="+"
    )
    per_school = models.PositiveSmallIntegerField("children of each school")
    #: Empty: needs of every area.
    area = models.CharField(max_length=4, choices=AreaOfNeed, blank=True)
    seed = models.PositiveBigIntegerField()
    approve_by = models.DateField("descriptions approved by")
    rate_by = models.DateField("rated by")
    settle_by = models.DateField("settled by")

    class Meta:
        ordering = ["-drawn_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(approve_by__lte=F("rate_by"), rate_by__lte=F("settle_by")),
                name="pupils_moderationround_days_in_order",
            )
        ]
        indexes = [
            models.Index(fields=["federation", "drawn_on"], name="pupils_moderationround_on")
        ]

    def __str__(self) -> str:
        return f"drawn on {self.drawn_on}"


def _person():
    return models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )


def _level(words: str):
    return models.PositiveSmallIntegerField(words, choices=NeedLevel, null=True, blank=True)


@track_history
class ModeratedNeed(SchoolOwned):
    """A need that was drawn: what may be said of it, how others rated it, what we made of that."""

    round = models.ForeignKey(ModerationRound, on_delete=models.PROTECT, related_name="needs")
    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="moderated_needs")
    need = school_key("pupils.Need", on_delete=models.CASCADE, related_name="moderations")
    #: Its place in the school's sample, from 0.
    place = models.PositiveSmallIntegerField()
    area = models.CharField(max_length=4, choices=AreaOfNeed)
    own_level = models.PositiveSmallIntegerField("our own rating", choices=NeedLevel)
    state = models.CharField(max_length=8, choices=ModeratedState, default=ModeratedState.DRAWN)
    seen = models.TextField("what is seen", blank=True)
    impact = models.TextField("what it gets in the way of", blank=True)
    helps = models.TextField("what helps", blank=True)
    approved_on = models.DateField(null=True, blank=True)
    approved_by = _person()
    left_out_why = models.CharField(max_length=300, blank=True)
    #: The rows at other schools: plain ids, since no key leads out of a school.
    first_look = models.UUIDField(null=True, blank=True)
    second_look = models.UUIDField(null=True, blank=True)
    blind_level = _level("rated blind")
    blind_on = models.DateField(null=True, blank=True)
    blind_why = models.TextField("why, in the words of who rated", blank=True)
    second_level = _level("rated a second time")
    second_on = models.DateField(null=True, blank=True)
    second_why = models.TextField(blank=True)
    settled_level = _level("after moderation")
    settled_on = models.DateField(null=True, blank=True)
    settled_by = _person()
    settled_why = models.TextField("why it was kept or changed", blank=True)

    class Meta(SchoolOwned.Meta):
        ordering = ["place"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="pupils_moderatedneed_pupil_same_school"),
            SameSchool("need", name="pupils_moderatedneed_need_same_school"),
            models.UniqueConstraint(
                fields=["school", "round", "pupil"], name="pupils_moderatedneed_once"
            ),
            models.CheckConstraint(
                condition=Q(blind_level=None, blind_on=None)
                | Q(blind_level__isnull=False, blind_on__isnull=False),
                name="pupils_moderatedneed_blind_on",
            ),
            models.CheckConstraint(
                condition=Q(second_level=None, second_on=None)
                | Q(second_level__isnull=False, second_on__isnull=False),
                name="pupils_moderatedneed_second_on",
            ),
            models.CheckConstraint(
                condition=Q(settled_on=None, settled_level=None, settled_why="")
                | Q(settled_on__isnull=False, settled_level__isnull=False) & ~Q(settled_why=""),
                name="pupils_moderatedneed_settled",
            ),
            # Nothing leaves the school before a person approves it.
            models.CheckConstraint(
                condition=Q(approved_on__isnull=False) | Q(first_look=None),
                name="pupils_moderatedneed_approved_first",
            ),
            models.CheckConstraint(
                condition=Q(state=ModeratedState.LEFT_OUT) ^ Q(left_out_why=""),
                name="pupils_moderatedneed_left_out_why",
            ),
        ]
        indexes = [
            models.Index(fields=["school", "round"], name="pupils_moderatedneed_round"),
            models.Index(fields=["school", "pupil"], name="pupils_moderatedneed_pupil"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class BlindLook(SchoolOwned):
    """Words from another school to be rated here, by somebody who knows neither child nor school."""

    round = models.ForeignKey(ModerationRound, on_delete=models.PROTECT, related_name="+")
    area = models.CharField(max_length=4, choices=AreaOfNeed)
    seen = models.TextField(blank=True)
    impact = models.TextField(blank=True)
    helps = models.TextField(blank=True)
    is_second = models.BooleanField(default=False)
    #: People of this school who could know the child: they do not rate it.
    not_for = ArrayField(models.UUIDField(), default=list, blank=True)
    level = _level("level of need")
    rated_on = models.DateField(null=True, blank=True)
    rated_by = _person()

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.CheckConstraint(
                condition=Q(level=None, rated_on=None, rated_by=None)
                | Q(level__isnull=False, rated_on__isnull=False, rated_by__isnull=False),
                name="pupils_blindlook_rated",
            ),
        ]
        indexes = [models.Index(fields=["school", "round"], name="pupils_blindlook_round")]

    def __str__(self) -> str:
        return str(self.pk)
