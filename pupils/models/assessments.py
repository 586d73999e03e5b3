"""Specialist assessments of a child, and the school's list of tests."""

from django.db import models
from django.db.models import F, Q

from aylsham.codes import Sensitivity, TermName
from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from aylsham.tenancy.sensitive import SensitiveQuerySet, sensitivity_field
from pupils.assessment_codes import Attained, Confidence, Scale, Subject


class SpecialistTest(SchoolOwned):
    """A test of the school's list: its own, or a common one as the school words or hides it."""

    #: The common test it stands for; empty: the school's own.
    key = models.CharField(max_length=12, blank=True)
    name = models.CharField(max_length=100)
    measures = models.CharField("what it measures", max_length=100, blank=True)
    scale = models.CharField("kind of scores", max_length=8, choices=Scale, default=Scale.STANDARD)
    is_retired = models.BooleanField("no longer offered", default=False)

    class Meta(SchoolOwned.Meta):
        ordering = ["name"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.UniqueConstraint(
                fields=["school", "name"], name="pupils_specialisttest_name_uniq"
            ),
            models.UniqueConstraint(
                fields=["school", "key"],
                condition=~Q(key=""),
                name="pupils_specialisttest_key_uniq",
            ),
        ]

    def __str__(self) -> str:
        return self.name


@track_history
class Assessment(SchoolOwned):
    """One result of a child in one test, or in one part of it."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="assessments")
    test = school_key(SpecialistTest, on_delete=models.PROTECT, related_name="results")
    part = models.CharField("part or index", max_length=60, blank=True)
    taken_on = models.DateField("date of the test")
    by_whom = models.CharField("who tested", max_length=120, blank=True)
    raw = models.PositiveSmallIntegerField("raw score", null=True, blank=True)
    score = models.PositiveSmallIntegerField("standardised score", null=True, blank=True)
    low = models.PositiveSmallIntegerField("interval from", null=True, blank=True)
    high = models.PositiveSmallIntegerField("interval to", null=True, blank=True)
    interval = models.PositiveSmallIntegerField(
        "how sure", choices=Confidence, null=True, blank=True
    )
    percentile = models.PositiveSmallIntegerField(null=True, blank=True)
    age_months = models.PositiveSmallIntegerField("age equivalent", null=True, blank=True)
    note = models.CharField(max_length=500, blank=True)
    document = school_key(
        "pupils.Document",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="assessments",
    )
    sensitivity = sensitivity_field(default=Sensitivity.SENSITIVE)

    objects = SensitiveQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        ordering = ["-taken_on", "-id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="pupils_assessment_pupil_same_school"),
            SameSchool("test", name="pupils_assessment_test_same_school"),
            SameSchool("document", name="pupils_assessment_document_same_school"),
            models.CheckConstraint(
                condition=Q(score__isnull=False)
                | Q(raw__isnull=False)
                | Q(percentile__isnull=False)
                | Q(age_months__isnull=False),
                name="pupils_assessment_says_something",
            ),
            models.CheckConstraint(
                condition=Q(low=None, high=None, interval=None)
                | Q(
                    low__isnull=False,
                    high__isnull=False,
                    interval__isnull=False,
                    score__gte=F("low"),
                    score__lte=F("high"),
                ),
                name="pupils_assessment_interval",
            ),
            models.CheckConstraint(
                condition=Q(percentile=None) | Q(percentile__range=(1, 99)),
                name="pupils_assessment_percentile",
            ),
        ]
        indexes = [models.Index(fields=["school", "pupil"], name="pupils_assessment_pupil")]

    def __str__(self) -> str:
        return str(self.pk)


class TermFigure(SchoolOwned):
    """Something that a school states of a child for each term."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="%(class)ss")
    academic_year = models.PositiveSmallIntegerField()
    term = models.CharField(max_length=6, choices=TermName)

    class Meta(SchoolOwned.Meta):
        abstract = True

    def __str__(self) -> str:
        return str(self.pk)


class AttainmentFigure(TermFigure):
    """How a child stood in a subject in a term."""

    subject = models.CharField(max_length=8, choices=Subject)
    attained = models.PositiveSmallIntegerField(choices=Attained)

    class Meta(TermFigure.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="pupils_attainmentfigure_pupil_same_school"),
            models.UniqueConstraint(
                fields=["school", "pupil", "academic_year", "term", "subject"],
                name="pupils_attainmentfigure_uniq",
            ),
        ]


class BehaviourFigure(TermFigure):
    """How many incidents and how much praise a school's own system counted in a term."""

    incidents = models.PositiveSmallIntegerField(null=True, blank=True)
    praise = models.PositiveSmallIntegerField("praise points", null=True, blank=True)

    class Meta(TermFigure.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="pupils_behaviourfigure_pupil_same_school"),
            models.UniqueConstraint(
                fields=["school", "pupil", "academic_year", "term"],
                name="pupils_behaviourfigure_uniq",
            ),
            models.CheckConstraint(
                condition=Q(incidents__isnull=False) | Q(praise__isnull=False),
                name="pupils_behaviourfigure_says_something",
            ),
        ]
