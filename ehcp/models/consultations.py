"""A council asks whether it may name the school: what came, what is answered, what was sent."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from aylsham.codes import YEAR_GROUPS
from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from ehcp.assessment_codes import GROUND_CHOICES, Answer, Proof, ReplyHow


@track_history
class Consultation(SchoolOwned):
    """One consultation, about a child who need not be on the roll."""

    #: Only where the child is on our roll; another school's child is known by name alone.
    pupil = school_key(
        "pupils.Pupil",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="consultations",
    )
    child = models.CharField("child’s name or initials", max_length=60)
    year_group = models.CharField("year group to join", max_length=2, choices=YEAR_GROUPS)
    setting = models.CharField("school or setting now", max_length=60, blank=True)
    council = models.CharField(max_length=100)
    reference = models.CharField("the council’s reference", max_length=60, blank=True)
    coordinator = models.CharField("whom to answer", max_length=150, blank=True)
    needs = models.TextField("what the draft plan asks of us", blank=True)
    received_on = models.DateField("received on")
    received_how = models.CharField("came by", max_length=8, choices=Proof)
    answer = models.CharField("our answer", max_length=7, choices=Answer, blank=True)
    grounds = ArrayField(
        models.CharField(max_length=10, choices=GROUND_CHOICES), default=list, blank=True
    )
    unsuitable = models.TextField("why the school is unsuitable", blank=True)
    others = models.TextField("effect on the education of others", blank=True)
    resources = models.TextField("effect on resources", blank=True)
    steps = models.TextField("steps looked at, and why none is reasonable", blank=True)
    comments = models.TextField("what else the council should know", blank=True)
    premises = models.TextField("rooms and premises", blank=True)
    #: {"on", "lines": [...]}: the school's own figures, as they stood when they were last filled.
    facts = models.JSONField(default=dict, blank=True)
    signed_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    signed_on = models.DateField(null=True, blank=True)
    #: The council went on without our answer, or asks no longer.
    closed_on = models.DateField("no answer is needed since", null=True, blank=True)
    closed_why = models.CharField("why not", max_length=200, blank=True)
    #: A year after it came, unless the child joins.
    keep_until = models.DateField("kept until")

    class Meta(SchoolOwned.Meta):
        ordering = ["-received_on", "-id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="ehcp_consultation_pupil_same_school"),
            models.CheckConstraint(
                condition=Q(signed_on=None, signed_by=None)
                | (Q(signed_on__gte=F("received_on")) & Q(signed_by__isnull=False) & ~Q(answer="")),
                name="ehcp_consultation_signed_whole",
            ),
            models.CheckConstraint(
                condition=Q(closed_on=None, closed_why="")
                | (Q(closed_on__gte=F("received_on")) & ~Q(closed_why="")),
                name="ehcp_consultation_closed_pair",
            ),
            models.CheckConstraint(
                condition=Q(keep_until__gte=F("received_on")), name="ehcp_consultation_kept_after"
            ),
        ]
        indexes = [
            models.Index(fields=["school", "pupil"], name="ehcp_consultation_pupil"),
            models.Index(fields=["school", "-received_on"], name="ehcp_consultation_by_day"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class ConsultationReply(SchoolOwned):
    """The reply as it left: its words and figures, the pages, and their hash."""

    append_only = True

    consultation = school_key(Consultation, on_delete=models.CASCADE, related_name="replies")
    how = models.CharField(max_length=6, choices=ReplyHow)
    gone_on = models.DateField()
    #: What the pages were set from.
    content = models.JSONField()
    pdf = models.BinaryField()
    #: SHA-256 of the PDF, in hex.
    digest = models.CharField(max_length=64)
    signed_by = models.CharField(max_length=150)
    by = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(db_default=Now())

    class Meta(SchoolOwned.Meta):
        verbose_name_plural = "consultation replies"
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("consultation", name="ehcp_consultationreply_consultation_same_school"),
            models.UniqueConstraint(
                fields=["school", "consultation"], name="ehcp_consultationreply_one"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
