"""What becomes of a consultation at the end of its time: it is of no child on our roll."""

from django.db import models
from django.db.models import Q

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.models import school_key
from ehcp.models.consultations import Consultation
from pupils.models.retention import EndDecision


class ConsultationEnd(EndDecision):
    """A consultation is kept longer, held, or to be deleted; its words go with it."""

    consultation = school_key(Consultation, on_delete=models.CASCADE, related_name="ends")

    class Meta(EndDecision.Meta):
        constraints = [
            *EndDecision.Meta.constraints,
            SameSchool("consultation", name="ehcp_consultationend_consultation_same_school"),
            models.UniqueConstraint(
                fields=["school", "consultation"],
                condition=Q(ended_on=None),
                name="ehcp_consultationend_one_live",
            ),
        ]
        indexes = [
            models.Index(fields=["school", "consultation"], name="ehcp_consultationend_of"),
        ]
