"""What is handed over to the safeguarding lead, and who that is."""

from django.db import models
from django.db.models import F, Q

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key


@track_history
class SafeguardingLead(SchoolOwned):
    """Who is told at a school: the lead, and the deputy while the lead is away."""

    lead = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")
    deputy = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    away_from = models.DateField("lead away from", null=True, blank=True)
    away_until = models.DateField("lead away until", null=True, blank=True)

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.UniqueConstraint(fields=["school"], name="pupils_safeguardinglead_one"),
            models.CheckConstraint(
                condition=Q(away_from=None, away_until=None)
                | Q(away_from__isnull=False, away_until__gte=F("away_from")),
                name="pupils_safeguardinglead_away_in_order",
            ),
            models.CheckConstraint(
                condition=Q(deputy=None) | ~Q(deputy=F("lead")),
                name="pupils_safeguardinglead_two_people",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class HandOverQuerySet(models.QuerySet):
    def open(self):
        """Neither entered in the safeguarding system nor given back."""
        return self.filter(entered_on=None, returned_on=None)


class HandOver(SchoolOwned):
    """Words about a child for the safeguarding lead alone, until they are in their own system.

    No history rows: the words must be gone when they have been entered there.
    """

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="hand_overs")
    #: A key of `handed_texts` and the row's id; empty when it was told straight.
    source = models.CharField(max_length=20, blank=True, editable=False)
    source_id = models.UUIDField(null=True, blank=True, editable=False)
    #: What the lead reads; emptied when it is entered or given back.
    words = models.TextField(blank=True)
    is_sealed = models.BooleanField("taken out of the record", default=False)
    #: What stood in the sealed row, by field: it is put back if the lead gives it back.
    sealed_values = models.JSONField(default=dict, blank=True, editable=False)
    told_by = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")
    told_at = models.DateTimeField()
    told_on = models.DateField()
    seen_at = models.DateTimeField(null=True, blank=True)
    seen_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    entered_on = models.DateField("entered in our safeguarding system on", null=True, blank=True)
    entered_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    entered_number = models.CharField("its number there", max_length=40, blank=True)
    returned_on = models.DateField(null=True, blank=True)
    returned_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = HandOverQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        ordering = ["-told_at"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="pupils_handover_pupil_same_school"),
            models.CheckConstraint(
                condition=Q(source="", source_id=None)
                | (~Q(source="") & Q(source_id__isnull=False)),
                name="pupils_handover_source_pair",
            ),
            models.CheckConstraint(
                condition=Q(seen_at=None, seen_by=None)
                | Q(seen_at__isnull=False, seen_by__isnull=False),
                name="pupils_handover_seen_pair",
            ),
            models.CheckConstraint(
                condition=Q(entered_on=None, entered_by=None, entered_number="")
                | Q(entered_on__isnull=False, entered_by__isnull=False, returned_on=None),
                name="pupils_handover_entered_pair",
            ),
            models.CheckConstraint(
                condition=Q(returned_on=None, returned_by=None)
                | Q(returned_on__isnull=False, returned_by__isnull=False),
                name="pupils_handover_returned_pair",
            ),
            # Child-protection records stay in the school's safeguarding system.
            models.CheckConstraint(
                condition=(Q(entered_on=None, returned_on=None) & ~Q(words=""))
                | (
                    (Q(entered_on__isnull=False) | Q(returned_on__isnull=False))
                    & Q(words="", sealed_values={})
                ),
                name="pupils_handover_words_only_while_open",
            ),
            models.CheckConstraint(
                condition=Q(entered_on=None) | Q(entered_on__gte=F("told_on")),
                name="pupils_handover_dates_in_order",
            ),
        ]
        indexes = [
            models.Index(fields=["school", "pupil"], name="pupils_handover_pupil"),
            models.Index(fields=["school", "-told_at"], name="pupils_handover_told"),
            models.Index(fields=["school", "source_id"], name="pupils_handover_source"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_open(self) -> bool:
        """Whether the lead has still to deal with it."""
        return self.entered_on is None and self.returned_on is None
