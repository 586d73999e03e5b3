"""Access arrangements of children in national tests, their evidence, rooms and dates."""

from django.db import models
from django.db.models import Q

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from aylsham.tenancy.sensitive import SensitiveQuerySet, sensitivity_field
from pupils.arrangement_codes import (
    ARRANGEMENT_CHOICES,
    DATE_CONFIDENCE,
    WITH_REASON,
    ArrangementState,
    DayKind,
    NationalTest,
    Route,
)


class NationalTestDate(SchoolOwned):
    """A day of one year's tests as the school looked it up, with where it stands."""

    academic_year = models.PositiveSmallIntegerField()
    test = models.CharField(max_length=8, choices=NationalTest)
    kind = models.CharField(max_length=10, choices=DayKind)
    on = models.DateField("day")
    source = models.CharField("where it stands", max_length=200)
    confidence = models.CharField("how sure", max_length=10, choices=DATE_CONFIDENCE)

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.UniqueConstraint(
                fields=["school", "academic_year", "test", "kind"],
                name="pupils_nationaltestdate_uniq",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.on}"


class NationalTestRoom(SchoolOwned):
    """A room in test week with the adults in it."""

    academic_year = models.PositiveSmallIntegerField()
    test = models.CharField(max_length=8, choices=NationalTest)
    name = models.CharField("room", max_length=60)
    adults = models.CharField(max_length=200, blank=True)

    class Meta(SchoolOwned.Meta):
        ordering = ["name"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.UniqueConstraint(
                fields=["school", "academic_year", "test", "name"],
                name="pupils_nationaltestroom_uniq",
            ),
        ]

    def __str__(self) -> str:
        return self.name


@track_history
class AccessArrangement(SchoolOwned):
    """One arrangement for a child in one year's test, from considered to given or not needed."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="arrangements")
    academic_year = models.PositiveSmallIntegerField()
    test = models.CharField(max_length=8, choices=NationalTest)
    arrangement = models.CharField(max_length=16, choices=ARRANGEMENT_CHOICES)
    route = models.CharField("what the school must do", max_length=9, choices=Route)
    #: For whoever is in the room: no diagnosis, no history.
    in_room = models.CharField("what the child needs in the room", max_length=200, blank=True)
    state = models.CharField(
        max_length=10, choices=ArrangementState, default=ArrangementState.CONSIDERED
    )
    state_on = models.DateField()
    reference = models.CharField(max_length=60, blank=True)
    reason = models.CharField(max_length=200, blank=True)
    signed_on = models.DateField("signed by the head on", null=True, blank=True)
    signed_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    room = school_key(
        NationalTestRoom,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="arrangements",
    )

    class Meta(SchoolOwned.Meta):
        ordering = ["test", "arrangement"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="pupils_accessarrangement_pupil_same_school"),
            SameSchool("room", name="pupils_accessarrangement_room_same_school"),
            models.UniqueConstraint(
                fields=["school", "pupil", "academic_year", "test", "arrangement"],
                name="pupils_accessarrangement_uniq",
            ),
            models.CheckConstraint(
                condition=Q(signed_on=None, signed_by=None)
                | Q(signed_on__isnull=False, signed_by__isnull=False),
                name="pupils_accessarrangement_signed",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=WITH_REASON) | ~Q(reason=""),
                name="pupils_accessarrangement_reason",
            ),
        ]
        indexes = [
            models.Index(
                fields=["school", "academic_year", "test"], name="pupils_accessarrangement_test"
            ),
            models.Index(fields=["school", "room"], name="pupils_accessarrangement_room"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class ArrangementEvidence(SchoolOwned):
    """A strategy of normal classroom practice as it was on the day the evidence was gathered."""

    arrangement = school_key(AccessArrangement, on_delete=models.CASCADE, related_name="evidence")
    strategy = school_key("pupils.Strategy", on_delete=models.CASCADE, related_name="+")
    text = models.TextField()
    sensitivity = sensitivity_field()
    first_used_on = models.DateField()
    confirmed_on = models.DateField()
    tried = models.PositiveSmallIntegerField()
    worked = models.PositiveSmallIntegerField()
    last_tried_on = models.DateField(null=True, blank=True)
    gathered_on = models.DateField()

    objects = SensitiveQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        ordering = ["first_used_on", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("arrangement", name="pupils_arrangementevidence_of_same_school"),
            SameSchool("strategy", name="pupils_arrangementevidence_strategy_same_school"),
            models.UniqueConstraint(
                fields=["school", "arrangement", "strategy"], name="pupils_arrangementevidence_uniq"
            ),
            models.CheckConstraint(
                condition=Q(worked__lte=models.F("tried")), name="pupils_arrangementevidence_count"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
