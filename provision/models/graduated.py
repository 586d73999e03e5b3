"""The graduated provision map as a council wants it: the school's words, versions, moderation."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key


@track_history
class MapLine(SchoolOwned):
    """What the school says on one line of a school year's map, on top of what is recorded."""

    year = models.PositiveSmallIntegerField(help_text="In which the school year begins.")
    #: What the line is about: `provision:` and its id, `strategy:` and a digest, `own:` and an id.
    key = models.CharField(max_length=80)
    #: Words by the key of a column; a column that is not in it keeps what is recorded.
    words = models.JSONField(default=dict, blank=True)
    is_left_out = models.BooleanField("left out of the map", default=False)

    class Meta(SchoolOwned.Meta):
        ordering = ["id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.UniqueConstraint(
                fields=["school", "year", "key"], name="provision_mapline_uniq"
            ),
        ]

    def __str__(self) -> str:
        return self.key


class KeptMap(SchoolOwned):
    """A version of the map as it stood, columns and words: the database lets nobody change it."""

    append_only = True

    year = models.PositiveSmallIntegerField(help_text="In which the school year begins.")
    number = models.PositiveSmallIntegerField()
    #: Which version of the council's shape it is on.
    shape = models.CharField(max_length=20)
    #: Tiers, columns and lines as `rules.graduated_map.kept_from` makes them.
    content = models.JSONField()
    note = models.CharField("what it was kept for", max_length=200, blank=True)
    kept_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, related_name="+"
    )
    kept_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta(SchoolOwned.Meta):
        ordering = ["-year", "-number"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.UniqueConstraint(
                fields=["school", "year", "number"], name="provision_keptmap_uniq"
            ),
        ]

    def __str__(self) -> str:
        return f"Version {self.number}"


@track_history
class MapModeration(SchoolOwned):
    """What was said of a version when it was moderated: when, who was there, what was agreed."""

    kept = school_key(KeptMap, on_delete=models.CASCADE, related_name="moderations")
    held_on = models.DateField("when")
    who = models.CharField("who was there", max_length=200)
    agreed = models.CharField("what was agreed", max_length=2000)
    #: By when what was agreed is to be done, and when it was.
    act_by = models.DateField("to be done by", null=True, blank=True)
    done_on = models.DateField("done on", null=True, blank=True)
    written_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta(SchoolOwned.Meta):
        ordering = ["-held_on", "-id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("kept", name="provision_mapmoderation_kept_same_school"),
            models.CheckConstraint(
                condition=Q(act_by=None) | Q(act_by__gte=F("held_on")),
                name="provision_mapmoderation_dates_in_order",
            ),
            models.CheckConstraint(
                condition=Q(done_on=None) | Q(act_by__isnull=False),
                name="provision_mapmoderation_done_was_asked",
            ),
        ]
        indexes = [models.Index(fields=["school", "kept"], name="provision_mapmod_kept")]

    def __str__(self) -> str:
        return str(self.pk)
