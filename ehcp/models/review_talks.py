"""Talks with a council about what it owes after an annual review."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.models import SchoolOwned, school_key
from ehcp.models.plans import AnnualReview
from ehcp.review_codes import ChaseAbout


class ReviewTalk(SchoolOwned):
    """Somebody spoke to the council about a late decision or plan; the reminder moves."""

    append_only = True

    review = school_key(AnnualReview, on_delete=models.PROTECT, related_name="talks")
    about = models.CharField(max_length=8, choices=ChaseAbout)
    on = models.DateField("spoken on")
    who = models.CharField("with whom", max_length=150)
    words = models.CharField("what was said", max_length=500, blank=True)
    next_on = models.DateField("ask again on")
    by = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(db_default=Now())

    class Meta(SchoolOwned.Meta):
        ordering = ["on", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("review", name="ehcp_reviewtalk_review_same_school"),
            models.CheckConstraint(
                condition=Q(next_on__gt=F("on")), name="ehcp_reviewtalk_next_is_later"
            ),
        ]
        indexes = [models.Index(fields=["school", "review"], name="ehcp_reviewtalk_of")]

    def __str__(self) -> str:
        return str(self.pk)
