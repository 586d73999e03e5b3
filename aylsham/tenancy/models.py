"""What every row of a school has in common."""

from django.db import models

from aylsham.identifiers import uuid7


class UUIDModel(models.Model):
    """A row whose key sorts by the time it was made."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)

    class Meta:
        abstract = True


class SchoolOwned(UUIDModel):
    """A row that belongs to one school for good."""

    school = models.ForeignKey(
        "aylsham.School", on_delete=models.PROTECT, related_name="+", editable=False, db_index=False
    )

    class Meta:
        abstract = True
        constraints = [
            # What composite foreign keys (see SameSchool) point at.
            models.UniqueConstraint(
                fields=["school", "id"], name="%(app_label)s_%(class)s_school_id_uniq"
            )
        ]


class FederationOwned(UUIDModel):
    """A row that belongs to a federation for good: figures over its schools, never case text.

    It is seen on pages over all of the federation's schools.
    """

    #: Seen on a page of any one of its schools too.
    seen_by_each_school = False

    federation = models.ForeignKey(
        "aylsham.Federation",
        on_delete=models.PROTECT,
        related_name="+",
        editable=False,
        db_index=False,
    )

    class Meta:
        abstract = True


def school_key(
    to: str | type[models.Model], *, on_delete=models.PROTECT, **options
) -> models.ForeignKey:
    """A foreign key inside a school; pair it with `SameSchool` in Meta.constraints.

    The database checks the composite key (school, row), so Django's own is left out, and its
    index too: indexes start with the school.
    """
    return models.ForeignKey(
        to, on_delete=on_delete, db_constraint=False, db_index=False, **options
    )
