"""What in a child's record proves why something about the child was set."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from pupils.codes import EvidenceOf


@track_history
class EvidenceLink(SchoolOwned):
    """A document or an assessment of the child that stands behind one decision; one for each."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="evidence_links")
    subject = models.CharField("of what", max_length=10, choices=EvidenceOf)
    #: The stretch on the register, layer or diagnosis: a row of this child.
    subject_id = models.UUIDField()
    #: One of the two.
    document = school_key(
        "pupils.Document", on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    assessment = school_key(
        "pupils.Assessment", on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    linked_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, related_name="+"
    )
    linked_at = models.DateTimeField(db_default=Now())

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="pupils_evidencelink_pupil_same_school"),
            SameSchool("document", name="pupils_evidencelink_document_same_school"),
            SameSchool("assessment", name="pupils_evidencelink_assessment_same_school"),
            models.UniqueConstraint(
                fields=["school", "subject", "subject_id"], name="pupils_evidencelink_uniq"
            ),
            models.CheckConstraint(
                condition=Q(document=None) ^ Q(assessment=None), name="pupils_evidencelink_of_one"
            ),
        ]
        indexes = [
            models.Index(fields=["school", "pupil"], name="pupils_evidencelink_pupil"),
            models.Index(fields=["school", "document"], name="pupils_evidencelink_document"),
            models.Index(fields=["school", "assessment"], name="pupils_evidencelink_assessment"),
        ]

    def __str__(self) -> str:
        return str(self.pk)
