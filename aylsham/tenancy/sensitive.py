"""Text about a child carries a sensitivity and is cut where it is read, never in a template."""

from collections import defaultdict
from typing import Any

from django.db import models
from django.db.models import Q

from aylsham.access.sensitivity import readable
from aylsham.codes import Sensitivity


def sensitivity_field(**options: Any) -> models.PositiveSmallIntegerField:
    """Who may read the row's text; everyone who teaches the child, unless somebody says more."""
    options.setdefault("default", Sensitivity.EVERYONE)
    return models.PositiveSmallIntegerField("who may read it", choices=Sensitivity, **options)


class SensitiveQuerySet(models.QuerySet):
    """Rows of a school with a `sensitivity`."""

    def readable_by(self, access):
        """Rows of the page's schools whose text the asker may read; reach is asked elsewhere."""
        return self.filter(self.by_role(access))

    @staticmethod
    def by_role(access) -> Q:
        """A condition on rows: their sensitivity is open to a role of the asker at their school."""
        alike: dict[frozenset, list] = defaultdict(list)
        for school in access.schools:
            alike[access.permissions_at(school)].append(school.pk)
        allowed = Q(pk=None)
        for permissions, schools in alike.items():
            allowed |= Q(school__in=schools, sensitivity__in=readable(permissions))
        return allowed
