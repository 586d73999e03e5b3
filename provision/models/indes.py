"""INDES: where a child stands in the council's framework, with evidence, and what a panel said."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from provision.council_codes import PanelOutcome


class IndesQuerySet(models.QuerySet):
    def standing(self):
        """Not taken back."""
        return self.filter(taken_back_on=None)


@track_history
class IndesRecord(SchoolOwned):
    """One filling in of the framework for a child; the next one stands beside it."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="indes_records")
    framework = models.CharField("version of the framework", max_length=20)
    completed_on = models.DateField("filled in on")
    #: By when the council wants it; empty where no day was given.
    due_on = models.DateField("to be sent by", null=True, blank=True)
    contributors = models.CharField("who contributed", max_length=200, blank=True)
    asks_support = models.BooleanField("support is asked for", default=False)
    submitted_on = models.DateField("sent on", null=True, blank=True)
    reference = models.CharField("the council's reference", max_length=40, blank=True)
    panel_on = models.DateField("panel on", null=True, blank=True)
    outcome = models.CharField(max_length=8, choices=PanelOutcome, blank=True)
    outcome_note = models.CharField("what the panel said", max_length=1000, blank=True)
    written_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, related_name="+"
    )
    #: It was filled in by mistake: it stands aside, and the council is owed nothing by it.
    taken_back_on = models.DateField(null=True, blank=True)
    taken_back_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    taken_back_why = models.CharField("why it was taken back", max_length=1000, blank=True)

    objects = IndesQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        ordering = ["-completed_on", "-id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="provision_indesrecord_pupil_same_school"),
            models.CheckConstraint(
                condition=Q(submitted_on=None) | Q(submitted_on__gte=F("completed_on")),
                name="provision_indesrecord_sent_after",
            ),
            models.CheckConstraint(
                condition=Q(reference="") | Q(submitted_on__isnull=False),
                name="provision_indesrecord_reference_was_sent",
            ),
            models.CheckConstraint(
                condition=Q(panel_on=None, outcome="", outcome_note="")
                | (Q(panel_on__gte=F("submitted_on")) & ~Q(outcome="")),
                name="provision_indesrecord_panel_whole",
            ),
            # What the council has is answered by a new record: ours would no longer be what it has.
            models.CheckConstraint(
                condition=Q(taken_back_on=None, taken_back_by=None, taken_back_why="")
                | (Q(taken_back_on__isnull=False, submitted_on=None) & ~Q(taken_back_why="")),
                name="provision_indesrecord_taken_back_whole",
            ),
        ]
        indexes = [models.Index(fields=["school", "pupil"], name="provision_indes_pupil")]

    def __str__(self) -> str:
        return str(self.pk)


@track_history
class IndesArea(SchoolOwned):
    """A child's level in one section of the framework, and what shows it."""

    record = school_key(IndesRecord, on_delete=models.CASCADE, related_name="areas")
    place = models.PositiveSmallIntegerField()
    #: As the framework called the section then.
    section = models.CharField(max_length=80)
    #: As the council's form gave it: text, never a number that is added up.
    level = models.CharField(max_length=40, blank=True)
    evidence = models.CharField(max_length=1000, blank=True)
    impact = models.CharField("how it affects learning", max_length=500, blank=True)
    is_main = models.BooleanField("main area", default=False)
    #: What of the record shows it: `need:`, `target:`, `provision:`, `paper:` and an id each.
    linked = ArrayField(models.CharField(max_length=60), default=list, blank=True)

    class Meta(SchoolOwned.Meta):
        ordering = ["place"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("record", name="provision_indesarea_record_same_school"),
            models.UniqueConstraint(
                fields=["school", "record", "place"], name="provision_indesarea_uniq"
            ),
        ]

    def __str__(self) -> str:
        return self.section
