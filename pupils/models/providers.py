"""Providers that a school buys in or that come free: what was agreed, planned and used."""

from decimal import Decimal

from django.db import models
from django.db.models import Q

from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from pupils.agency_codes import ProviderKind, VisitState


@track_history
class Provider(SchoolOwned):
    """What was agreed with a provider for one school year."""

    name = models.CharField(max_length=120)
    kind = models.CharField("how they come", max_length=9, choices=ProviderKind)
    does = models.CharField("what they do", max_length=200)
    academic_year = models.PositiveSmallIntegerField(
        "school year", help_text="the year in which it begins"
    )
    days = models.DecimalField("days agreed", max_digits=5, decimal_places=1)
    pence_a_day = models.PositiveIntegerField("cost of a day", default=0, help_text="pence")
    contact_name = models.CharField("contact", max_length=120, blank=True)
    contact_email = models.EmailField("e-mail", blank=True)
    contact_phone = models.CharField("phone", max_length=40, blank=True)
    report_due_on = models.DateField("report due on", null=True, blank=True)
    report_received_on = models.DateField("report received on", null=True, blank=True)

    class Meta(SchoolOwned.Meta):
        ordering = ["-academic_year", "name"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            models.UniqueConstraint(
                fields=["school", "academic_year", "name"], name="pupils_provider_uniq"
            ),
            models.CheckConstraint(
                condition=Q(days__gt=0, days__lte=365), name="pupils_provider_some_days"
            ),
            models.CheckConstraint(
                condition=Q(kind=ProviderKind.BOUGHT) | Q(pence_a_day=0),
                name="pupils_provider_voluntary_is_free",
            ),
        ]

    def __str__(self) -> str:
        return self.name


@track_history
class ProviderVisit(SchoolOwned):
    """A day, or a part of one, of a provider at the school."""

    provider = school_key(Provider, on_delete=models.CASCADE, related_name="visits")
    on = models.DateField()
    days = models.DecimalField("how long", max_digits=3, decimal_places=1, default=Decimal(1))
    state = models.CharField(
        "what became of it", max_length=9, choices=VisitState, default=VisitState.PLANNED
    )
    #: About the visit, never about a child: whoever sees costs reads it.
    note = models.CharField("note, without children's names", max_length=300, blank=True)

    class Meta(SchoolOwned.Meta):
        ordering = ["on", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("provider", name="pupils_providervisit_provider_same_school"),
            models.CheckConstraint(
                condition=Q(days__gt=0, days__lte=5), name="pupils_providervisit_some_time"
            ),
        ]
        indexes = [
            models.Index(fields=["school", "provider", "on"], name="pupils_providervisit_of")
        ]

    def __str__(self) -> str:
        return str(self.pk)


class VisitChild(SchoolOwned):
    """A child whom a provider saw, or means to see, on a visit."""

    visit = school_key(ProviderVisit, on_delete=models.CASCADE, related_name="children")
    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="provider_visits")

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("visit", name="pupils_visitchild_visit_same_school"),
            SameSchool("pupil", name="pupils_visitchild_pupil_same_school"),
            models.UniqueConstraint(
                fields=["school", "visit", "pupil"], name="pupils_visitchild_once"
            ),
        ]
        indexes = [models.Index(fields=["school", "pupil"], name="pupils_visitchild_pupil")]

    def __str__(self) -> str:
        return str(self.pk)
