"""People, and what they are at which school."""

import datetime as dt

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from aylsham.access.roles import ENDS, Role
from aylsham.codes import YEAR_GROUPS
from aylsham.identifiers import uuid7

#: ISO weekday 1 is the first.
WEEKDAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday")


class UserManager(BaseUserManager):
    """Makes people; there is no superuser."""

    def create_user(self, email: str, password: str | None = None, **fields) -> "User":
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """Somebody who signs in. What they may do stands in their memberships."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=150)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]
    #: Libraries ask; nobody here bypasses anything.
    is_superuser = False
    is_staff = False
    #: Live roles that were read together with the person, of a day; taken by `posts_of`.
    _posts: tuple[dt.date, dict]

    objects = UserManager()

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        return self.name

    @property
    def initials(self) -> str:
        """At most two letters for the corner of the page."""
        words = self.name.split() or ["?"]
        return (words[0][:1] + (words[-1][:1] if len(words) > 1 else "")).upper()


class MembershipQuerySet(models.QuerySet):
    def live(self, on):
        """Memberships that hold on a day, both ends included."""
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=on), starts_on__lte=on)


class Membership(models.Model):
    """A person's role at one school, or at every school of a federation, from a day to a day."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="memberships")
    federation = models.ForeignKey(
        "aylsham.Federation", on_delete=models.PROTECT, related_name="memberships"
    )
    #: None: all schools of the federation, those that join later too.
    school = models.ForeignKey(
        "aylsham.School",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="memberships",
    )
    role = models.CharField(max_length=24, choices=Role)
    #: Year groups a phase leader leads; empty means all.
    year_groups = ArrayField(
        models.CharField(max_length=2, choices=YEAR_GROUPS), default=list, blank=True
    )
    #: ISO weekdays (1 Monday … 5 Friday) on which the person is at this school; empty means any.
    weekdays = ArrayField(models.PositiveSmallIntegerField(), default=list, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="aylsham_membership_dates_in_order",
            ),
            models.CheckConstraint(
                condition=~Q(role__in=sorted(ENDS)) | Q(ends_on__isnull=False),
                name="aylsham_membership_cover_ends",
            ),
            models.UniqueConstraint(
                fields=["user", "federation", "school", "role", "starts_on"],
                name="aylsham_membership_uniq",
                nulls_distinct=False,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()} ({self.school or self.federation})"


def _site():
    return models.ForeignKey(
        "aylsham.School", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )


class SiteWeek(models.Model):
    """At which school of a federation a person is on which weekday; None: nowhere for certain."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="site_weeks")
    federation = models.ForeignKey("aylsham.Federation", on_delete=models.CASCADE, related_name="+")
    monday = _site()
    tuesday = _site()
    wednesday = _site()
    thursday = _site()
    friday = _site()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "federation"], name="aylsham_siteweek_one_a_federation"
            )
        ]

    def __str__(self) -> str:
        return f"{self.user_id} in {self.federation_id}"
