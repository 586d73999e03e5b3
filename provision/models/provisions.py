"""What is given to children: by whom, how often, from when to when, who is in it."""

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from aylsham.access.permissions import Permission
from aylsham.codes import Sensitivity
from aylsham.tenancy.constraints import SameSchool
from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import SchoolOwned, school_key
from provision.models.catalogue import FederationIntervention, SchoolIntervention
from provision.models.outcomes import Target
from provision.models.promises import Promise
from provision.provision_codes import FundingStream, LegalWeight, ProvisionState, StaffRole
from provision.rules.costs import planned_minutes
from provision.rules.weekdays import weekday_words
from pupils.codes import NEED_TYPE_CHOICES, Tier


class ProvisionQuerySet(models.QuerySet):
    """Provision of a school; what is confidential is read by those who are named."""

    def readable_by(self, access):
        """What the asker may read of the page's schools; which children, is asked elsewhere.

        Confidential provision is read by its named readers, by whoever wrote it, and by those
        who see child protection flags; a draft by those who plan.
        """
        readers = apps.get_model("provision", "ProvisionReader").objects.filter(
            school_id=OuterRef("school_id"), provision_id=OuterRef("pk"), user_id=access.user.pk
        )
        allowed = Q(pk=None)
        for school in access.schools:
            may = access.permissions_at(school)
            if Permission.VIEW_NEEDS not in may:
                continue
            at = Q(school=school)
            if Permission.VIEW_CHILD_PROTECTION not in may:
                at &= Q(is_confidential=False) | Q(written_by=access.user) | Exists(readers)
            if Permission.EDIT_PROVISION not in may:
                at &= ~Q(state=ProvisionState.DRAFT)
            allowed |= at
        return self.filter(allowed)

    def between(self, first, last):
        """What begins or runs on one of these days."""
        return self.filter(starts_on__lte=last, ends_on__gte=first)


@track_history
class Provision(SchoolOwned):
    """Something extra for one child or a group, for so many weeks."""

    name = models.CharField(max_length=120)
    #: What of the catalogue it is: the federation's, or the school's own; neither: free.
    shared_item = models.ForeignKey(
        FederationIntervention, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    own_item = school_key(
        SchoolIntervention, on_delete=models.RESTRICT, null=True, blank=True, related_name="+"
    )
    tier = models.CharField(max_length=1, choices=Tier, default=Tier.TARGETED)
    need_type = models.CharField("main need", max_length=4, choices=NEED_TYPE_CHOICES, blank=True)
    state = models.CharField(max_length=7, choices=ProvisionState, default=ProvisionState.RUNNING)
    staff_role = models.CharField("given by", max_length=9, choices=StaffRole)
    staff = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    location = models.CharField("where", max_length=80, blank=True)
    sessions_a_week = models.PositiveSmallIntegerField("sessions a week")
    minutes = models.PositiveSmallIntegerField("minutes a session")
    #: On which it is given, Monday is 0; empty: on any school day, as it comes.
    weekdays = ArrayField(
        models.PositiveSmallIntegerField(), verbose_name="days", default=list, blank=True
    )
    time = models.TimeField(null=True, blank=True)
    weeks = models.PositiveSmallIntegerField()
    #: In all, where its shape was changed or it ended early; otherwise shape × weeks.
    planned_minutes = models.PositiveIntegerField(
        "minutes planned in all", null=True, blank=True, editable=False
    )
    starts_on = models.DateField("from")
    ends_on = models.DateField("until")
    measure = models.CharField("how it is measured", max_length=200, blank=True)
    funding = models.CharField(
        "paid from", max_length=8, choices=FundingStream, default=FundingStream.NOTIONAL
    )
    #: All-day or in-class support: counts as given unless somebody logs otherwise.
    is_in_class = models.BooleanField("all day or in class", default=False)
    resources_pence = models.PositiveIntegerField("resources, in pence", default=0)
    #: Pence an hour, where a list of before said so; otherwise the rate card's for the role.
    pence_an_hour = models.PositiveIntegerField("own rate, in pence", null=True, blank=True)
    is_confidential = models.BooleanField("confidential", default=False)
    written_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, related_name="+"
    )

    objects = ProvisionQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        verbose_name_plural = "provision"
        ordering = ["name", "starts_on", "id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("own_item", name="provision_provision_item_same_school"),
            models.CheckConstraint(
                condition=Q(shared_item=None) | Q(own_item=None),
                name="provision_provision_one_item",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="provision_provision_dates_in_order"
            ),
            models.CheckConstraint(
                condition=Q(sessions_a_week__gt=0, minutes__gt=0, weeks__gt=0),
                name="provision_provision_shape",
            ),
            models.CheckConstraint(
                condition=Q(weekdays__contained_by=[0, 1, 2, 3, 4]),
                name="provision_provision_weekdays",
            ),
        ]
        indexes = [
            models.Index(fields=["school", "starts_on"], name="provision_provision_begins"),
            models.Index(fields=["school", "own_item"], name="provision_provision_item"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def minutes_in_all(self) -> int:
        """Minutes planned from its first day to its last, for whoever is in it all the time."""
        if self.planned_minutes is not None:
            return self.planned_minutes
        return planned_minutes(self.sessions_a_week, self.minutes, self.weeks)

    def get_weekdays_display(self) -> str:
        """The weekdays in words."""
        return weekday_words(self.weekdays)


@track_history
class Place(SchoolOwned):
    """A child's part in a provision, with its own first and last day."""

    provision = school_key(Provision, on_delete=models.CASCADE, related_name="places")
    pupil = school_key("pupils.Pupil", on_delete=models.CASCADE, related_name="places")
    starts_on = models.DateField("from")
    ends_on = models.DateField("until")

    class Meta(SchoolOwned.Meta):
        ordering = ["id"]
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("provision", name="provision_place_provision_same_school"),
            SameSchool("pupil", name="provision_place_pupil_same_school"),
            models.UniqueConstraint(
                fields=["school", "provision", "pupil"], name="provision_place_uniq"
            ),
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="provision_place_dates_in_order"
            ),
        ]
        indexes = [models.Index(fields=["school", "pupil"], name="provision_place_pupil")]

    def __str__(self) -> str:
        return str(self.pk)


class ServedQuerySet(models.QuerySet):
    def bound_by_law(self, on):
        """What the council must secure on a day, as far as whoever teaches the child may know."""
        return self.filter(
            Q(promise__ends_on=None) | Q(promise__ends_on__gte=on),
            promise__starts_on__lte=on,
            promise__weight=LegalWeight.COUNCIL,
            promise__sensitivity=Sensitivity.EVERYONE,
        )


class ServedPromise(SchoolOwned):
    """A promise that a provision keeps."""

    provision = school_key(Provision, on_delete=models.CASCADE, related_name="serves")
    promise = school_key(Promise, on_delete=models.CASCADE, related_name="served_by")

    objects = ServedQuerySet.as_manager()

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("provision", name="provision_served_provision_same_school"),
            SameSchool("promise", name="provision_served_promise_same_school"),
            models.UniqueConstraint(
                fields=["school", "provision", "promise"], name="provision_served_uniq"
            ),
        ]
        indexes = [models.Index(fields=["school", "promise"], name="provision_served_promise")]

    def __str__(self) -> str:
        return str(self.pk)


class ServedTarget(SchoolOwned):
    """A target that a provision works towards."""

    provision = school_key(Provision, on_delete=models.CASCADE, related_name="works_on")
    target = school_key(Target, on_delete=models.CASCADE, related_name="worked_on_by")

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("provision", name="provision_worked_provision_same_school"),
            SameSchool("target", name="provision_worked_target_same_school"),
            models.UniqueConstraint(
                fields=["school", "provision", "target"], name="provision_worked_uniq"
            ),
        ]
        indexes = [models.Index(fields=["school", "target"], name="provision_worked_target")]

    def __str__(self) -> str:
        return str(self.pk)


class ProvisionReader(SchoolOwned):
    """Somebody who is named to read a confidential provision."""

    provision = school_key(Provision, on_delete=models.CASCADE, related_name="readers")
    user = models.ForeignKey("aylsham.User", on_delete=models.PROTECT, related_name="+")

    class Meta(SchoolOwned.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            SameSchool("provision", name="provision_reader_provision_same_school"),
            models.UniqueConstraint(
                fields=["school", "provision", "user"], name="provision_reader_uniq"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
