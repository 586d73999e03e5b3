"""Versions of what a cycle asks: a school's own and its federation's; a version never changes."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import FederationOwned, SchoolOwned
from provision.codes import CycleSpan


class QuestionSet(models.Model):
    """One version of the questions; without any it says that those of the floor below are asked."""

    number = models.PositiveSmallIntegerField()
    #: Questions in their order, each as `rules.cycle_sections.as_row` makes it.
    questions = models.JSONField(default=list, blank=True)
    made_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, related_name="+"
    )
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        abstract = True
        ordering = ["-number"]
        constraints = [
            models.CheckConstraint(
                condition=Q(number__gt=0), name="%(app_label)s_%(class)s_number_counts"
            )
        ]

    def __str__(self) -> str:
        return f"Version {self.number}"


class FederationQuestions(FederationOwned, QuestionSet):
    """What every school of the federation asks that has no version of its own."""

    seen_by_each_school = True

    class Meta(QuestionSet.Meta):
        constraints = [
            *QuestionSet.Meta.constraints,
            models.UniqueConstraint(
                fields=["federation", "number"], name="provision_federationquestions_uniq"
            ),
        ]


class SchoolQuestions(SchoolOwned, QuestionSet):
    """What a school asks."""

    class Meta(SchoolOwned.Meta, QuestionSet.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            *QuestionSet.Meta.constraints,
            models.UniqueConstraint(
                fields=["school", "number"], name="provision_schoolquestions_uniq"
            ),
        ]


@track_history
class CycleLength(SchoolOwned):
    """For how long a school's cycles usually run; without a row: a term."""

    span = models.CharField("a cycle lasts", max_length=9, choices=CycleSpan)
    weeks = models.PositiveSmallIntegerField("how many weeks", null=True, blank=True)

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.UniqueConstraint(fields=["school"], name="provision_cyclelength_one"),
            models.CheckConstraint(
                condition=Q(span=CycleSpan.WEEKS, weeks__range=(2, 52))
                | (~Q(span=CycleSpan.WEEKS) & Q(weeks=None)),
                name="provision_cyclelength_weeks",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
