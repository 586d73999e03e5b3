"""Short cards of adaptive teaching for each need: what to do in the classroom."""

from django.db import models
from django.db.models import Q

from aylsham.tenancy.history import track_history
from aylsham.tenancy.models import FederationOwned, SchoolOwned
from pupils.codes import NEED_TYPE_CHOICES


class TeachingCard(models.Model):
    """One thing that helps with a need, in own words, with a link where there is more."""

    need_type = models.CharField("need", max_length=4, choices=NEED_TYPE_CHOICES)
    title = models.CharField("in one line", max_length=100)
    text = models.CharField("in the classroom do this", max_length=500)
    link = models.URLField("link", max_length=300, blank=True)
    link_words = models.CharField("what the link is", max_length=100, blank=True)
    is_retired = models.BooleanField("no longer shown", default=False)

    class Meta:
        abstract = True
        ordering = ["need_type", "title"]
        constraints = [
            models.CheckConstraint(
                condition=Q(link="", link_words="") | (~Q(link="") & ~Q(link_words="")),
                name="%(app_label)s_%(class)s_link_pair",
            )
        ]

    def __str__(self) -> str:
        return self.title


class FederationCard(FederationOwned, TeachingCard):
    """A card of every school of the federation; about no child."""

    seen_by_each_school = True

    class Meta(TeachingCard.Meta):
        constraints = [
            *TeachingCard.Meta.constraints,
            models.UniqueConstraint(
                fields=["federation", "need_type", "title"], name="staff_federationcard_uniq"
            ),
        ]


@track_history
class SchoolCard(SchoolOwned, TeachingCard):
    """A card of this school alone."""

    written_by = models.ForeignKey(
        "aylsham.User", on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta(SchoolOwned.Meta, TeachingCard.Meta):
        constraints = [
            *SchoolOwned.Meta.constraints,
            *TeachingCard.Meta.constraints,
            models.UniqueConstraint(
                fields=["school", "need_type", "title"], name="staff_schoolcard_uniq"
            ),
        ]
