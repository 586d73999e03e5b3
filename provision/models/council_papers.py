"""A paper about the school that a worker sets as a PDF for whoever asked; kept for a day."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.text import slugify

from aylsham.tenancy.models import SchoolOwned
from provision.council_codes import CouncilPaperKind


class CouncilPaper(SchoolOwned):
    """A map, a self-evaluation, a folder, a plan or a brief on paper; about no child by name."""

    kind = models.CharField(max_length=6, choices=CouncilPaperKind)
    of_on = models.DateField()
    asked_by = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(db_default=Now())
    #: What it is set from; emptied once it is set.
    html = models.TextField(blank=True)
    pdf = models.BinaryField(null=True)

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.CheckConstraint(
                condition=Q(pdf=None) | Q(html=""), name="provision_councilpaper_set_once"
            ),
        ]
        indexes = [models.Index(fields=["school", "asked_at"], name="provision_councilpaper_at")]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def file_name(self) -> str:
        """Without the ending."""
        return f"{slugify(self.get_kind_display())}-{self.of_on:%Y-%m-%d}"
