"""Assess, plan, do, review: a child's cycles and what is written in them."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from aylsham.tenancy.sensitive import SensitiveQuerySet, sensitivity_field
from provision.codes import CycleState, GivenHow, NextStep, NoteKind, Score
from provision.models.outcomes import Target
from provision.rules.cycle_sections import Section, Stage, section_of, sections_of


class CycleQuerySet(models.QuerySet):
    def open(self):
        """Not closed."""
        return self.exclude(state=CycleState.CLOSED)


@track_history
class Cycle(SchoolOwned):
    """One round of assess, plan, do, review for a child (SEND Code of Practice 6.44)."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="cycles")
    number = models.PositiveSmallIntegerField()
    starts_on = models.DateField("from")
    review_on = models.DateField("review on")
    lead = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=8, choices=CycleState, default=CycleState.WRITING)
    #: With which questions it was begun: a key of `rules.cycle_sections.VERSIONS`, or the name of
    #: a version of the school or federation, whose questions then stand here, also after a move.
    version = models.CharField(max_length=12)
    questions = models.JSONField(default=list, blank=True)
    sent_at = models.DateTimeField("sent to be checked", null=True, blank=True)
    checked_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    checked_at = models.DateTimeField("checked", null=True, blank=True)
    given_on = models.DateField("given to the parents on", null=True, blank=True)
    given_how = models.CharField(max_length=7, choices=GivenHow, blank=True)
    closed_on = models.DateField(null=True, blank=True)

    objects = CycleQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        ordering = ["-number"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="provision_cycle_pupil_same_school"),
            models.UniqueConstraint(
                fields=["school", "pupil", "number"], name="provision_cycle_number_uniq"
            ),
            models.UniqueConstraint(
                fields=["school", "pupil"],
                condition=~Q(state=CycleState.CLOSED),
                name="provision_cycle_one_open",
            ),
            models.CheckConstraint(
                condition=Q(review_on__gt=F("starts_on")), name="provision_cycle_dates_in_order"
            ),
            models.CheckConstraint(
                condition=Q(state=CycleState.CLOSED, closed_on__isnull=False)
                | (~Q(state=CycleState.CLOSED) & Q(closed_on=None)),
                name="provision_cycle_closed_pair",
            ),
            models.CheckConstraint(
                condition=Q(checked_at=None, checked_by=None) | Q(checked_at__isnull=False),
                name="provision_cycle_checked_pair",
            ),
            models.CheckConstraint(
                condition=Q(given_on=None, given_how="")
                | (Q(given_on__isnull=False) & ~Q(given_how="")),
                name="provision_cycle_given_pair",
            ),
        ]
        indexes = [
            models.Index(
                fields=["school", "review_on"],
                condition=~Q(state=CycleState.CLOSED),
                name="provision_cycle_due",
            ),
        ]

    def __str__(self) -> str:
        return f"Cycle {self.number}"

    def sections(self, stage: Stage | None = None) -> tuple[Section, ...]:
        """What is asked in it, in one stage or in all."""
        return sections_of(self.version, stage, self.questions)

    def section(self, key: str) -> Section | None:
        """One question of it."""
        return section_of(self.version, key, self.questions)


@track_history
class CycleText(SchoolOwned):
    """The answer to one question of a cycle."""

    cycle = school_key(Cycle, on_delete=models.CASCADE, related_name="texts")
    #: A key of the cycle's version of questions.
    section = models.CharField(max_length=20)
    text = models.TextField(blank=True)
    sensitivity = sensitivity_field()
    written_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    written_at = models.DateTimeField(null=True, blank=True)

    objects = SensitiveQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("cycle", name="provision_cycletext_cycle_same_school"),
            models.UniqueConstraint(
                fields=["school", "cycle", "section"], name="provision_cycletext_section_uniq"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


@track_history
class CycleTarget(SchoolOwned):
    """A target's part in one cycle: its review there, and what becomes of it."""

    cycle = school_key(Cycle, on_delete=models.CASCADE, related_name="parts")
    target = school_key(Target, on_delete=models.CASCADE, related_name="parts")
    #: It stood in the cycle before.
    is_carried = models.BooleanField(default=False)
    score = models.SmallIntegerField(choices=Score, null=True, blank=True)
    evidence = models.TextField("what shows it", blank=True)
    next_step = models.CharField(max_length=5, choices=NextStep, blank=True)
    reviewed_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    reviewed_on = models.DateField(null=True, blank=True)
    #: What the target said when the cycle was checked; without text it never was.
    kept_text = models.TextField("what was checked", blank=True)
    kept_baseline = models.DecimalField(max_digits=7, decimal_places=2, null=True, blank=True)
    kept_goal = models.DecimalField(max_digits=7, decimal_places=2, null=True, blank=True)
    kept_out_of = models.PositiveSmallIntegerField(null=True, blank=True)
    kept_unit = models.CharField(max_length=60, blank=True)
    kept_by_on = models.DateField(null=True, blank=True)

    class Meta(SchoolOwned.Meta):
        ordering = ["id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("cycle", name="provision_cycletarget_cycle_same_school"),
            SameSchool("target", name="provision_cycletarget_target_same_school"),
            models.UniqueConstraint(
                fields=["school", "cycle", "target"], name="provision_cycletarget_uniq"
            ),
            models.CheckConstraint(
                condition=Q(score=None, next_step="", reviewed_on=None)
                | (Q(score__range=(-2, 2), reviewed_on__isnull=False) & ~Q(next_step="")),
                name="provision_cycletarget_review_whole",
            ),
            models.CheckConstraint(
                condition=Q(kept_text="", kept_baseline=None, kept_goal=None, kept_by_on=None)
                | (
                    Q(kept_baseline__isnull=False, kept_goal__isnull=False)
                    & Q(kept_by_on__isnull=False)
                    & ~Q(kept_text="")
                ),
                name="provision_cycletarget_kept_whole",
            ),
        ]
        indexes = [models.Index(fields=["school", "target"], name="provision_cycletarget_of")]

    def __str__(self) -> str:
        return str(self.pk)


@track_history
class CycleNote(SchoolOwned):
    """Why a cycle was sent back, unlocked or reopened."""

    cycle = school_key(Cycle, on_delete=models.CASCADE, related_name="notes")
    kind = models.CharField(max_length=9, choices=NoteKind)
    text = models.TextField()
    written_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, related_name="+"
    )
    written_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta(SchoolOwned.Meta):
        ordering = ["-written_at", "-id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("cycle", name="provision_cyclenote_cycle_same_school"),
        ]
        indexes = [models.Index(fields=["school", "cycle"], name="provision_cyclenote_of")]

    def __str__(self) -> str:
        return str(self.pk)
