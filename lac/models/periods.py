"""Times in care, what was declared of them, and social work: a compartment of its own."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q

from aylsham.models import DateRange
from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from lac.codes import CareKind, CareWhere, Evidence, LeftCareThrough, LegalStatus, SocialWorkKind
from pupils.codes import Source


class CareQuerySet(models.QuerySet):
    def live(self, on):
        """Periods that hold on a day."""
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=on)).filter(
            Q(starts_on=None) | Q(starts_on__lte=on)
        )


@track_history
class CarePeriod(SchoolOwned):
    """A child is looked after, or was; a roll says that it is so, not since when."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="care_periods")
    kind = models.CharField(max_length=12, choices=CareKind)
    left_care_through = models.CharField(max_length=1, choices=LeftCareThrough, blank=True)
    placing_authority = models.CharField(
        "council that looks after the child", max_length=100, blank=True
    )
    #: Only while looked after; empty where it is not known.
    legal_status = models.CharField(max_length=9, choices=LegalStatus, blank=True)
    legal_since = models.DateField("legal status since", null=True, blank=True)
    #: The day the child entered care; None when only the roll says so.
    starts_on = models.DateField(null=True, blank=True)
    #: The day on which the school first knew.
    known_since = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    #: What answers the first two clocks.
    first_pep_on = models.DateField("first PEP started on", null=True, blank=True)
    pep_with_officer_on = models.DateField(
        "first PEP sent to the reviewing officer on", null=True, blank=True
    )
    #: Why it was put right the last time.
    corrected_why = models.CharField("why it was corrected", max_length=200, blank=True)
    source = models.CharField(max_length=5, choices=Source, default=Source.HERE)

    objects = CareQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="lac_careperiod_pupil_same_school"),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(starts_on=None) | Q(ends_on__gte=F("starts_on")),
                name="lac_careperiod_dates_in_order",
            ),
            models.CheckConstraint(
                condition=Q(kind="previously") | Q(left_care_through=""),
                name="lac_careperiod_how_left_only_after",
            ),
            models.CheckConstraint(
                condition=Q(kind="looked_after")
                | Q(legal_status="", first_pep_on=None, pep_with_officer_on=None),
                name="lac_careperiod_status_only_in_care",
            ),
            models.CheckConstraint(
                condition=Q(legal_since=None) | ~Q(legal_status=""),
                name="lac_careperiod_status_since_pair",
            ),
            ExclusionConstraint(
                name="lac_careperiod_no_overlap",
                expressions=[
                    ("school", RangeOperators.EQUAL),
                    ("pupil", RangeOperators.EQUAL),
                    (DateRange("known_since", "ends_on"), RangeOperators.OVERLAPS),
                ],
            ),
        ]
        indexes = [models.Index(fields=["school", "pupil"], name="lac_careperiod_pupil")]

    def __str__(self) -> str:
        return str(self.pk)


@track_history
class CareDeclaration(SchoolOwned):
    """What a family declared of a time in care, and who saw evidence; never the evidence itself."""

    period = school_key(CarePeriod, on_delete=models.CASCADE, related_name="declarations")
    declared_on = models.DateField()
    declared_by = models.CharField("who declared it", max_length=150)
    care_was = models.CharField("where the care was", max_length=9, choices=CareWhere)
    order_on = models.DateField("day of the order", null=True, blank=True)
    evidence = models.CharField("what was shown", max_length=11, choices=Evidence)
    seen_on = models.DateField("evidence seen on", null=True, blank=True)
    seen_by = models.ForeignKey(
        "aylsham.User",
        verbose_name="who saw the evidence",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    consents_on = models.DateField("consent given on", null=True, blank=True)
    consents_to = models.TextField("what the family agrees to have recorded", blank=True)

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("period", name="lac_declaration_period_same_school"),
            models.UniqueConstraint(fields=["school", "period"], name="lac_declaration_one"),
            # A pack knows the day, and the name only if somebody here is meant.
            models.CheckConstraint(
                condition=Q(seen_by=None) | Q(seen_on__isnull=False),
                name="lac_declaration_seen_pair",
            ),
            models.CheckConstraint(
                condition=Q(seen_on=None) | ~Q(evidence="none"),
                name="lac_declaration_seen_something",
            ),
            models.CheckConstraint(
                condition=Q(consents_on=None, consents_to="")
                | (Q(consents_on__isnull=False) & ~Q(consents_to="")),
                name="lac_declaration_consent_pair",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class DatedQuerySet(models.QuerySet):
    def live(self, on):
        """Rows that hold on a day."""
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=on), starts_on__lte=on)


@track_history
class SocialWorkPeriod(SchoolOwned):
    """A child who is not looked after has a social worker, or lives with kin."""

    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="social_work")
    kind = models.CharField(max_length=10, choices=SocialWorkKind)
    council = models.CharField(max_length=100, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField("last day", null=True, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        ordering = ["-starts_on", "-id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("pupil", name="lac_socialwork_pupil_same_school"),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="lac_socialwork_dates_in_order",
            ),
            ExclusionConstraint(
                name="lac_socialwork_no_overlap",
                expressions=[
                    ("school", RangeOperators.EQUAL),
                    ("pupil", RangeOperators.EQUAL),
                    ("kind", RangeOperators.EQUAL),
                    (DateRange("starts_on", "ends_on"), RangeOperators.OVERLAPS),
                ],
            ),
        ]
        indexes = [models.Index(fields=["school", "pupil"], name="lac_socialwork_pupil")]

    def __str__(self) -> str:
        return str(self.pk)
