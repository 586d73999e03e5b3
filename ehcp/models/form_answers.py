"""Answers for the forms of councils: kept once for a child and a request, used in every form."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from ehcp.models.assessments import NeedsAssessment


@track_history
class FormAnswer(SchoolOwned):
    """A person's words in the place of what the record says; no row: the record speaks."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="form_answers")
    #: The request that it belongs to; None: written before one was recorded.
    assessment = school_key(
        NeedsAssessment, on_delete=models.CASCADE, null=True, blank=True, related_name="answers"
    )
    #: A key of `reports.council_forms.questions.QUESTIONS`.
    question = models.SlugField(max_length=40, db_index=False)
    text = models.TextField("answer")
    #: What the record said when it was written, as a digest: changed since, a person looks again.
    record_digest = models.CharField(max_length=64, blank=True)
    written_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, related_name="+"
    )
    written_at = models.DateTimeField(db_default=Now())

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="ehcp_formanswer_pupil_same_school"),
            SameSchool("assessment", name="ehcp_formanswer_assessment_same_school"),
            models.UniqueConstraint(
                fields=["school", "pupil", "assessment", "question"],
                name="ehcp_formanswer_uniq",
                nulls_distinct=False,
            ),
            models.CheckConstraint(condition=~Q(text=""), name="ehcp_formanswer_says_something"),
        ]
        indexes = [models.Index(fields=["school", "assessment"], name="ehcp_formanswer_assessment")]

    def __str__(self) -> str:
        return str(self.pk)
