"""A concern about a child: what was seen, whom it asked, what was decided."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from aylsham.tenancy.sensitive import SensitiveQuerySet, sensitivity_field
from pupils.codes import AreaOfNeed
from pupils.concern_codes import ConcernSource, EnglishStage, SeenToo, Stage, StepKind, Worked


class OrdinaryProvision(SchoolOwned):
    """What the school ordinarily offers every child, in an area and a phase: its own text."""

    area = models.CharField("area of need", max_length=4, choices=AreaOfNeed)
    stage = models.CharField("phase", max_length=3, choices=Stage)
    text = models.TextField("what is ordinarily available")

    class Meta(SchoolOwned.Meta):
        verbose_name_plural = "ordinarily available provision"
        ordering = ["area", "stage"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.UniqueConstraint(
                fields=["school", "area", "stage"], name="pupils_ordinaryprovision_one"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.area} {self.stage}"


class ConcernQuerySet(SensitiveQuerySet):
    def open(self):
        """Concerns that nobody has closed and that did not lead to SEN support."""
        return self.filter(closed_on=None)

    def untriaged(self):
        """Concerns about which nothing was decided yet."""
        return self.open().filter(step="")


@track_history
class Concern(SchoolOwned):
    """What somebody sees in a child, in one area, until it is closed or becomes SEN support."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="concerns")
    area = models.CharField("area of need", max_length=4, choices=AreaOfNeed)
    raised_on = models.DateField()
    raised_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, related_name="+"
    )
    source = models.CharField(max_length=14, choices=ConcernSource, default=ConcernSource.COLLEAGUE)
    parents_spoken_on = models.DateField(null=True, blank=True)
    parents_said = models.TextField(blank=True)
    home_language = models.CharField(max_length=60, blank=True)
    english = models.CharField("stage of English", max_length=1, choices=EnglishStage)
    seen = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    seen_words = models.TextField("what is seen", blank=True)
    parent_view = models.TextField("parents' view", blank=True)
    child_view = models.TextField("child's view", blank=True)
    sensitivity = sensitivity_field()
    #: What was decided last; empty until the first decision.
    step = models.CharField(max_length=10, choices=StepKind, blank=True)
    #: While it is monitored: the day of the next review, and how many there were.
    review_on = models.DateField(null=True, blank=True)
    reviews = models.PositiveSmallIntegerField(default=0)
    closed_on = models.DateField(null=True, blank=True)

    objects = ConcernQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        ordering = ["-raised_on", "-id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="pupils_concern_pupil_same_school"),
            models.UniqueConstraint(
                fields=["school", "pupil", "area"],
                condition=Q(closed_on=None),
                name="pupils_concern_one_open_an_area",
            ),
            models.CheckConstraint(
                condition=~Q(seen=[]) | ~Q(seen_words=""), name="pupils_concern_says_something"
            ),
            models.CheckConstraint(
                condition=Q(parents_said="") | Q(parents_spoken_on__isnull=False),
                name="pupils_concern_spoken_pair",
            ),
            models.CheckConstraint(
                condition=Q(closed_on=None) | Q(closed_on__gte=F("raised_on")),
                name="pupils_concern_dates_in_order",
            ),
            models.CheckConstraint(
                condition=Q(review_on=None) | Q(step=StepKind.MONITORING, closed_on=None),
                name="pupils_concern_review_while_monitored",
            ),
        ]
        indexes = [
            models.Index(fields=["school", "pupil"], name="pupils_concern_pupil"),
            models.Index(
                fields=["school", "raised_on"],
                condition=Q(closed_on=None),
                name="pupils_concern_open",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)  # never a word about a child in a log

    @property
    def is_open(self) -> bool:
        """Whether somebody has still to do something about it."""
        return self.closed_on is None


class ConcernTried(SchoolOwned):
    """Something tried before the concern was raised: in the words that stood there then."""

    concern = school_key(Concern, on_delete=models.CASCADE, related_name="tried")
    #: Place in the list: as the form had it.
    place = models.PositiveSmallIntegerField()
    what = models.CharField(max_length=300)
    is_ordinary = models.BooleanField("from the ordinarily available provision", default=False)
    since_on = models.DateField(null=True, blank=True)
    worked = models.CharField(max_length=6, choices=Worked)

    class Meta(SchoolOwned.Meta):
        ordering = ["place"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("concern", name="pupils_concerntried_concern_same_school"),
        ]
        indexes = [models.Index(fields=["school", "concern"], name="pupils_concerntried_of")]

    def __str__(self) -> str:
        return str(self.pk)


@track_history
class ConcernAnswer(SchoolOwned):
    """Another adult of the child who is asked what they see, and what they answered."""

    concern = school_key(Concern, on_delete=models.CASCADE, related_name="answers")
    user = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")
    asked_on = models.DateField()
    answer_by = models.DateField()
    answered_on = models.DateField(null=True, blank=True)
    same = models.CharField("seen too", max_length=6, choices=SeenToo, blank=True)
    seen = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    words = models.TextField("what is seen", blank=True)
    helps = models.TextField("what helps", blank=True)

    class Meta(SchoolOwned.Meta):
        ordering = ["asked_on", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("concern", name="pupils_concernanswer_concern_same_school"),
            models.UniqueConstraint(
                fields=["school", "concern", "user"], name="pupils_concernanswer_once"
            ),
            models.CheckConstraint(
                condition=Q(answered_on=None, same="")
                | (Q(answered_on__isnull=False) & ~Q(same="")),
                name="pupils_concernanswer_answered_pair",
            ),
        ]
        indexes = [
            models.Index(
                fields=["school", "user"],
                condition=Q(answered_on=None),
                name="pupils_concernanswer_open",
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)


class ConcernStep(SchoolOwned):
    """One decision about a concern: never changed, the next one follows it."""

    concern = school_key(Concern, on_delete=models.CASCADE, related_name="steps")
    kind = models.CharField(max_length=10, choices=StepKind)
    on = models.DateField()
    reason = models.TextField()
    until_on = models.DateField("next review", null=True, blank=True)
    by = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, null=True, related_name="+")
    period = school_key(
        "pupils.StatusPeriod", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    action = school_key(
        "pupils.AgreedAction", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta(SchoolOwned.Meta):
        ordering = ["on", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("concern", name="pupils_concernstep_concern_same_school"),
            SameSchool("period", name="pupils_concernstep_period_same_school"),
            SameSchool("action", name="pupils_concernstep_action_same_school"),
            models.CheckConstraint(condition=~Q(reason=""), name="pupils_concernstep_has_a_reason"),
            models.CheckConstraint(
                condition=Q(until_on=None) | Q(until_on__gt=F("on")),
                name="pupils_concernstep_dates_in_order",
            ),
        ]
        indexes = [models.Index(fields=["school", "concern"], name="pupils_concernstep_of")]

    def __str__(self) -> str:
        return str(self.pk)
