"""Background work: one row per piece of it, from the wish to the result."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from aylsham.jobs.codes import OPEN_STATES, JobQueue, JobState
from aylsham.tenancy.models import UUIDModel


class JobQuerySet(models.QuerySet):
    def open(self):
        """Work that is waiting or running."""
        return self.filter(state__in=OPEN_STATES)

    def to_be_taken(self):
        """Work that a worker may take now: due, or left behind by a worker that is gone."""
        return self.filter(
            Q(state=JobState.WAITING, not_before__lte=Now())
            | Q(state=JobState.RUNNING, lease_until__lt=Now())
        )

    def started_by_person(self, user):
        """Work that this person asked for."""
        return self.filter(started_by=user)

    def about_only(self, schools):
        """Work that speaks of these schools and of no others."""
        return self.filter(school_ids__contained_by=[s.pk for s in schools], school_ids__len__gt=0)


class Job(UUIDModel):
    """A piece of background work. Ids, codes, dates and counts only: never text about a child."""

    kind = models.CharField(max_length=40)
    #: Three beats that ask for the same thing make one row.
    key = models.CharField(max_length=200, null=True, blank=True, unique=True)
    #: The school it is about; None when it is about several or none.
    school = models.ForeignKey(
        "aylsham.School", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    #: Every school whose rows the work may see.
    school_ids = ArrayField(models.UUIDField(), default=list, blank=True)
    started_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    queue = models.CharField(max_length=10, choices=JobQueue, default=JobQueue.DEFAULT)
    state = models.CharField(max_length=10, choices=JobState, default=JobState.WAITING)
    arguments = models.JSONField(default=dict, blank=True)
    result = models.JSONField(default=dict, blank=True)
    #: Where a worker goes on that takes over; the handler's own.
    cursor = models.JSONField(default=dict, blank=True)
    steps_done = models.PositiveIntegerField(default=0)
    steps_total = models.PositiveIntegerField(null=True, blank=True)
    sentence = models.CharField("what it is doing, in plain words", max_length=200, blank=True)
    error = models.CharField("what went wrong, in plain words", max_length=300, blank=True)
    #: Times it was taken since it last got anywhere.
    attempts = models.PositiveSmallIntegerField(default=0)
    lease_token = models.UUIDField(null=True, blank=True)
    lease_until = models.DateTimeField(null=True, blank=True)
    not_before = models.DateTimeField(db_default=Now())
    cancel_requested_at = models.DateTimeField(null=True, blank=True)
    cancelled_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    created_at = models.DateTimeField(db_default=Now())
    started_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=JobState.RUNNING, lease_token__isnull=False)
                & Q(lease_until__isnull=False)
                | ~Q(state=JobState.RUNNING) & Q(lease_token=None, lease_until=None),
                name="aylsham_job_lease_while_running",
            ),
            models.CheckConstraint(
                condition=Q(state__in=OPEN_STATES, ended_at=None)
                | ~Q(state__in=OPEN_STATES) & Q(ended_at__isnull=False),
                name="aylsham_job_ended_when_over",
            ),
            models.CheckConstraint(
                condition=Q(steps_total=None) | Q(steps_done__lte=F("steps_total")),
                name="aylsham_job_steps_in_order",
            ),
            models.CheckConstraint(
                condition=~Q(state=JobState.FAILED) | ~Q(error=""),
                name="aylsham_job_failure_has_words",
            ),
        ]
        indexes = [
            models.Index(
                fields=["not_before"], condition=Q(state__in=OPEN_STATES), name="aylsham_job_open"
            ),
            models.Index(fields=["started_by", "-created_at"], name="aylsham_job_starter"),
            models.Index(fields=["school", "-created_at"], name="aylsham_job_school"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    @property
    def is_open(self) -> bool:
        """Whether something is still to come."""
        return self.state in OPEN_STATES

    @property
    def percent(self) -> int | None:
        """How far it is; None when the whole is not known."""
        if self.state == JobState.DONE:
            return 100
        return self.steps_done * 100 // self.steps_total if self.steps_total else None
