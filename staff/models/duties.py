"""Who holds which duty, to whom it is handed for a time, who covers whom, notes for a successor."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from aylsham.models import DateRange
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned
from staff.duty_codes import HeldDuty

DUTIES = [(duty.value, duty.label) for duty in HeldDuty]


def _person(words: str, **more) -> models.ForeignKey:
    return models.ForeignKey(
        "aylsham.User", verbose_name=words, on_delete=models.PROTECT, related_name="+", **more
    )


class HolderQuerySet(models.QuerySet):
    def on(self, day):
        """Those who hold a duty on a day."""
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=day), starts_on__lte=day)


@track_history
class DutyHolder(SchoolOwned):
    """Somebody is named for a duty from a day on; without a row the role decides."""

    duty = models.CharField("duty", max_length=14, choices=DUTIES)
    user = _person("person")
    starts_on = models.DateField("from")
    ends_on = models.DateField("last day", null=True, blank=True)

    objects = HolderQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        ordering = ["duty", "starts_on", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="staff_dutyholder_dates_in_order",
            ),
            ExclusionConstraint(
                name="staff_dutyholder_once",
                expressions=[
                    ("school", RangeOperators.EQUAL),
                    ("duty", RangeOperators.EQUAL),
                    ("user", RangeOperators.EQUAL),
                    (DateRange("starts_on", "ends_on"), RangeOperators.OVERLAPS),
                ],
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class ForATimeQuerySet(models.QuerySet):
    def on(self, day):
        """Those that hold on a day: begun, not over, not ended early."""
        return self.not_over(day).filter(starts_on__lte=day)

    def not_over(self, day):
        """Those that hold on a day or later."""
        return self.filter(Q(back_on=None) | Q(back_on__gt=day), ends_on__gte=day)


@track_history
class Delegation(SchoolOwned):
    """A duty in another's hands until a day; from `back_on` on it is back before its time."""

    duty = models.CharField("duty", max_length=14, choices=DUTIES)
    giver = _person("from whom")
    taker = _person("to whom")
    starts_on = models.DateField("from")
    ends_on = models.DateField("last day")
    note = models.TextField("what to know", blank=True)
    back_on = models.DateField("handed back", null=True, blank=True)
    back_by = _person("handed back by", null=True, blank=True)
    #: Whether both were told that it ended by itself.
    is_end_told = models.BooleanField(default=False)

    objects = ForATimeQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        ordering = ["starts_on", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="staff_delegation_dates_in_order"
            ),
            models.CheckConstraint(
                condition=~Q(giver=F("taker")), name="staff_delegation_to_another"
            ),
            models.CheckConstraint(
                condition=Q(back_on=None, back_by=None)
                | Q(back_on__isnull=False, back_by__isnull=False),
                name="staff_delegation_back_pair",
            ),
            ExclusionConstraint(
                name="staff_delegation_one_at_a_time",
                expressions=[
                    ("school", RangeOperators.EQUAL),
                    ("duty", RangeOperators.EQUAL),
                    ("giver", RangeOperators.EQUAL),
                    (DateRange("starts_on", "ends_on"), RangeOperators.OVERLAPS),
                ],
                condition=Q(back_on=None),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


@track_history
class Away(SchoolOwned):
    """Somebody is away and a colleague covers; never why. From `back_on` on they are back."""

    user = _person("who is away")
    cover = _person("who covers")
    starts_on = models.DateField("from")
    ends_on = models.DateField("last day")
    note = models.TextField("what to know", blank=True)
    back_on = models.DateField("back since", null=True, blank=True)

    objects = ForATimeQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        ordering = ["starts_on", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="staff_away_dates_in_order"
            ),
            models.CheckConstraint(
                condition=~Q(user=F("cover")), name="staff_away_covered_by_another"
            ),
            ExclusionConstraint(
                name="staff_away_one_at_a_time",
                expressions=[
                    ("school", RangeOperators.EQUAL),
                    ("user", RangeOperators.EQUAL),
                    (DateRange("starts_on", "ends_on"), RangeOperators.OVERLAPS),
                ],
                condition=Q(back_on=None),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


@track_history
class HandoverNote(SchoolOwned):
    """What the present SENDCo tells the next under one heading of the handover pack."""

    heading = models.CharField("heading", max_length=14)
    text = models.TextField("note", blank=True)
    written_by = _person("written by", null=True)
    written_on = models.DateField("written on")

    class Meta(SchoolOwned.Meta):
        ordering = ["heading"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.UniqueConstraint(fields=["school", "heading"], name="staff_handovernote_once"),
        ]

    def __str__(self) -> str:
        return self.heading


class HandoverPaper(SchoolOwned):
    """The handover pack on paper, for whoever asked and a day; it names no child."""

    of_on = models.DateField()
    asked_by = _person("asked by")
    asked_at = models.DateTimeField(db_default=Now())
    #: What it is set from; emptied once it is set.
    html = models.TextField(blank=True)
    pdf = models.BinaryField(null=True)

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.CheckConstraint(
                condition=Q(pdf=None) | Q(html=""), name="staff_handoverpaper_set_once"
            ),
        ]
        indexes = [models.Index(fields=["school", "asked_at"], name="staff_handoverpaper_at")]

    def __str__(self) -> str:
        return str(self.pk)
