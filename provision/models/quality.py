"""Papers that a phase leader looks at in a half-term, and what came of it."""

from django.db import models
from django.db.models import Q

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from provision.quality_codes import SampleKind, SampleState

#: Nobody has looked at it; nobody will any more.
UNSEEN = [SampleState.DRAWN.value, SampleState.LEFT_OUT.value]
OVER = [SampleState.CLOSED.value, SampleState.LEFT_OUT.value]


@track_history
class SampledPaper(SchoolOwned):
    """A plan, a passport or a child's sessions in a half-term's sample."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="sampled_papers")
    half_term_on = models.DateField("first day of the half-term")
    kind = models.CharField(max_length=8, choices=SampleKind)
    #: The cycle, the passport, the child's place in a provision.
    subject_id = models.UUIDField()
    year_group = models.CharField(max_length=2)
    #: Who hears of it: whoever leads the cycle, has the class, gives the sessions.
    teacher = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    because = models.CharField("why it was drawn", max_length=60)
    state = models.CharField(max_length=8, choices=SampleState, default=SampleState.DRAWN)
    #: The version of the checklist, and what was found: {point: "good", "weak" or "none"}.
    checklist = models.CharField(max_length=12)
    marks = models.JSONField(default=dict, blank=True)
    feedback = models.TextField("what you tell the teacher", blank=True)
    looked_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    looked_on = models.DateField(null=True, blank=True)
    improved = models.TextField("what was improved", blank=True)
    improved_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    improved_on = models.DateField(null=True, blank=True)
    closed_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    closed_on = models.DateField(null=True, blank=True)
    left_out_why = models.TextField("why it was left out", blank=True)

    class Meta(SchoolOwned.Meta):
        ordering = ["id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="provision_sample_pupil_same_school"),
            models.UniqueConstraint(
                fields=["school", "half_term_on", "kind", "subject_id"],
                name="provision_sample_once",
            ),
            models.CheckConstraint(
                condition=Q(state__in=UNSEEN, looked_on=None)
                | (~Q(state__in=UNSEEN) & Q(looked_on__isnull=False)),
                name="provision_sample_looked_pair",
            ),
            models.CheckConstraint(
                condition=~Q(state=SampleState.TOLD)
                | (Q(teacher__isnull=False, improved_on=None) & ~Q(feedback="")),
                name="provision_sample_told_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(state=SampleState.ANSWERED) | Q(improved_on__isnull=False),
                name="provision_sample_answered",
            ),
            models.CheckConstraint(
                condition=Q(state__in=OVER, closed_on__isnull=False)
                | (~Q(state__in=OVER) & Q(closed_on=None)),
                name="provision_sample_closed_pair",
            ),
            models.CheckConstraint(
                condition=(Q(state=SampleState.LEFT_OUT) & ~Q(left_out_why=""))
                | (~Q(state=SampleState.LEFT_OUT) & Q(left_out_why="")),
                name="provision_sample_left_out_with_a_reason",
            ),
        ]
        indexes = [models.Index(fields=["school", "pupil"], name="provision_sample_pupil")]

    def __str__(self) -> str:
        return str(self.pk)
