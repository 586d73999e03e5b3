"""Who the tenants are, and when they are open."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateRangeField, RangeBoundary, RangeOperators
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Func, Q

from aylsham.codes import RESERVED_SLUGS, YEAR_GROUPS, ClosureKind, Phase, TermName
from aylsham.tenancy.models import SchoolOwned, UUIDModel


class DateRange(Func):
    """daterange(start, end) with both ends included."""

    function = "DATERANGE"
    output_field = DateRangeField()

    def __init__(self, start: str, end: str):
        super().__init__(
            F(start), F(end), RangeBoundary(inclusive_lower=True, inclusive_upper=True)
        )


class Federation(UUIDModel):
    """A federation or trust: schools under one governing body."""

    name = models.CharField(max_length=200)
    slug = models.SlugField(unique=True)

    def __str__(self) -> str:
        return self.name


class School(UUIDModel):
    """A school: the tenant that owns every row about its children."""

    federation = models.ForeignKey(Federation, on_delete=models.PROTECT, related_name="schools")
    name = models.CharField(max_length=200)
    slug = models.SlugField(unique=True)
    phase = models.CharField(max_length=10, choices=Phase)
    la_code = models.CharField(
        "local authority code", max_length=3, validators=[RegexValidator(r"^\d{3}$")]
    )
    establishment_number = models.CharField(max_length=4, validators=[RegexValidator(r"^\d{4}$")])
    urn = models.CharField(
        "URN", max_length=6, unique=True, validators=[RegexValidator(r"^\d{6}$")]
    )
    year_groups = ArrayField(models.CharField(max_length=2, choices=YEAR_GROUPS))
    is_open_in_holidays = models.BooleanField(
        default=False,
        help_text="Has sessions in the school holidays, so no closure of four weeks.",
    )
    #: A school's own clocks (passports, meetings with parents) start on this day.
    live_from = models.DateField(null=True, blank=True)
    #: Keeps, beside the SEN status, the layers of support that were proposed in 2026.
    uses_layers = models.BooleanField(default=False)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["la_code", "establishment_number"], name="aylsham_school_estab_uniq"
            ),
            models.CheckConstraint(
                condition=~Q(slug__in=RESERVED_SLUGS),
                name="aylsham_school_slug_not_reserved",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Term(SchoolOwned):
    """One of three terms of a school's academic year."""

    academic_year = models.PositiveSmallIntegerField(help_text="The year in which it begins.")
    name = models.CharField(max_length=6, choices=TermName)
    starts_on = models.DateField()
    ends_on = models.DateField()

    class Meta(SchoolOwned.Meta):
        ordering = ["starts_on"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.UniqueConstraint(
                fields=["school", "academic_year", "name"], name="aylsham_term_name_uniq"
            ),
            models.CheckConstraint(
                condition=Q(starts_on__lte=F("ends_on")), name="aylsham_term_dates_in_order"
            ),
            ExclusionConstraint(
                name="aylsham_term_no_overlap",
                expressions=[
                    ("school", RangeOperators.EQUAL),
                    (DateRange("starts_on", "ends_on"), RangeOperators.OVERLAPS),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_name_display()} {self.starts_on.year}"


class Closure(SchoolOwned):
    """Days without a session: half-terms, INSET days, closures; both days included."""

    kind = models.CharField(max_length=10, choices=ClosureKind)
    starts_on = models.DateField()
    ends_on = models.DateField()
    note = models.CharField(max_length=200, blank=True)

    class Meta(SchoolOwned.Meta):
        ordering = ["starts_on"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.CheckConstraint(
                condition=Q(starts_on__lte=F("ends_on")), name="aylsham_closure_dates_in_order"
            ),
            models.UniqueConstraint(
                fields=["school", "starts_on", "ends_on"], name="aylsham_closure_uniq"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} of {self.starts_on:%-d %B %Y}"
