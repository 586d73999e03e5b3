"""Why a child is on the SEND register: status, needs, diagnoses."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q

from aylsham.models import DateRange
from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from pupils.codes import (
    NEED_TYPE_CHOICES,
    KnownFrom,
    NeedLevel,
    SenStatus,
    Source,
    StatusReason,
    ToldHow,
)


@track_history
class StatusPeriod(SchoolOwned):
    """A stretch of days with SEN support (K) or an EHC plan (E); no row means no SEN."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="status_periods")
    status = models.CharField(
        max_length=1, choices=[c for c in SenStatus.choices if c[0] != SenStatus.NONE]
    )
    starts_on = models.DateField()
    reason = models.CharField(max_length=12, choices=StatusReason)
    note = models.TextField(blank=True)
    evidence = models.CharField("where the evidence is", max_length=200, blank=True)
    #: When and how the parent was told (Children and Families Act 2014, s.68).
    parent_told_on = models.DateField(null=True, blank=True)
    parent_told_how = models.CharField(max_length=8, choices=ToldHow, blank=True)
    #: Not told yet: the day on which somebody means to.
    parent_to_tell_on = models.DateField(null=True, blank=True)
    started_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, related_name="+"
    )
    ends_on = models.DateField(null=True, blank=True)
    end_reason = models.CharField(max_length=12, choices=StatusReason, blank=True)
    end_note = models.TextField(blank=True)
    end_told_on = models.DateField("parent told of the end on", null=True, blank=True)
    end_told_how = models.CharField(max_length=8, choices=ToldHow, blank=True)
    ended_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    source = models.CharField(max_length=5, choices=Source, default=Source.HERE)

    class Meta(SchoolOwned.Meta):
        ordering = ["-starts_on"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="pupils_statusperiod_pupil_same_school"),
            models.UniqueConstraint(
                fields=["school", "pupil"],
                condition=Q(ends_on=None),
                name="pupils_statusperiod_one_open",
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="pupils_statusperiod_dates_in_order",
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None, end_reason="")
                | (Q(ends_on__isnull=False) & ~Q(end_reason="")),
                name="pupils_statusperiod_end_has_reason",
            ),
            models.CheckConstraint(
                condition=Q(parent_told_on=None, parent_told_how="")
                | (Q(parent_told_on__isnull=False) & ~Q(parent_told_how="")),
                name="pupils_statusperiod_told_how",
            ),
            models.CheckConstraint(
                condition=Q(parent_told_on=None) | Q(parent_to_tell_on=None),
                name="pupils_statusperiod_told_or_to_tell",
            ),
            models.CheckConstraint(
                condition=Q(end_told_on=None, end_told_how="")
                | (Q(end_told_on__isnull=False, ends_on__isnull=False) & ~Q(end_told_how="")),
                name="pupils_statusperiod_end_told_how",
            ),
            ExclusionConstraint(
                name="pupils_statusperiod_no_overlap",
                expressions=[
                    ("school", RangeOperators.EQUAL),
                    ("pupil", RangeOperators.EQUAL),
                    (DateRange("starts_on", "ends_on"), RangeOperators.OVERLAPS),
                ],
            ),
        ]
        indexes = [models.Index(fields=["school", "pupil"], name="pupils_statusperiod_pupil")]

    def __str__(self) -> str:
        return f"{self.get_status_display()} from {self.starts_on}"


@track_history
class Need(SchoolOwned):
    """A need of a child: its census type and rank, and what it means in class."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="needs")
    need_type = models.CharField(max_length=4, choices=NEED_TYPE_CHOICES)
    #: 1 primary, 2 secondary, further ones are not sent to the census.
    rank = models.PositiveSmallIntegerField()
    in_words = models.TextField("in words a teacher uses", blank=True)
    impact = models.TextField("impact on learning", blank=True)
    known_from = models.CharField(max_length=10, choices=KnownFrom, blank=True)
    #: Rated by what is seen at school, apart from any diagnosis.
    level = models.PositiveSmallIntegerField(
        "level of need", choices=NeedLevel, null=True, blank=True
    )
    level_rated_on = models.DateField(null=True, blank=True)
    level_rated_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    since_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=5, choices=Source, default=Source.HERE)

    class Meta(SchoolOwned.Meta):
        ordering = ["rank"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="pupils_need_pupil_same_school"),
            # Deferred, so that two needs can swap ranks.
            ExclusionConstraint(
                name="pupils_need_rank_uniq",
                expressions=[
                    ("school", RangeOperators.EQUAL),
                    ("pupil", RangeOperators.EQUAL),
                    ("rank", RangeOperators.EQUAL),
                ],
                condition=Q(ended_on=None),
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.UniqueConstraint(
                fields=["school", "pupil", "need_type"],
                condition=Q(ended_on=None),
                name="pupils_need_type_uniq",
            ),
            models.CheckConstraint(
                condition=Q(level=None, level_rated_on=None)
                | Q(level__isnull=False, level_rated_on__isnull=False),
                name="pupils_need_level_rated_on",
            ),
        ]
        indexes = [models.Index(fields=["school", "pupil"], name="pupils_need_pupil")]

    def __str__(self) -> str:
        return self.need_type


@track_history
class Diagnosis(SchoolOwned):
    """A diagnosis: a dated fact with a source, kept apart from needs, and sensitive."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="diagnoses")
    name = models.CharField(max_length=200)
    made_on = models.DateField(null=True, blank=True)
    made_by = models.CharField("who made it", max_length=200, blank=True)
    evidence = models.CharField("where it is written down", max_length=200, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    class Meta(SchoolOwned.Meta):
        verbose_name_plural = "diagnoses"
        ordering = ["made_on"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="pupils_diagnosis_pupil_same_school"),
        ]
        indexes = [models.Index(fields=["school", "pupil"], name="pupils_diagnosis_pupil")]

    def __str__(self) -> str:
        return str(self.pk)
