"""Which tables go out with a school: worked out from the models, so that none can be forgotten."""

from dataclasses import dataclass
from functools import cache

from django.apps import apps
from django.contrib.auth.models import Permission
from django.db import models

from aylsham.tenancy.global_tables import GLOBAL_TABLES
from aylsham.tenancy.models import FederationOwned
from aylsham.tenancy.row_security import tenant_tables

#: Go out to be read, and are not taken in again: their seals hold in the database that made them.
ONLY_READ = {
    "aylsham_auditevent": "who did what: sealed with the numbers of the database it was written in",
    "aylsham_auditseal": "the seals over it",
}
#: A school's rows that do not go out.
STAYS = {
    "aylsham_schoolexport": "says which of these files were made; the file cannot hold itself",
    "aylsham_membership": "who may come in is decided anew where the school arrives",
    "aylsham_invitation": "goes with the roles",
    "aylsham_apikey": "a key works at one installation only",
    "aylsham_shareddevice": "a tablet is registered anew where the school arrives",
    "aylsham_calendarfeed": "a secret address works at one installation only",
    "aylsham_digestpart": "which reminder was sent",
    "aylsham_job": "work of this installation; what it made goes out",
    "pupils_notewords": "a copy for the search, which the database makes anew from the records",
    "pupils_schoolword": "made anew each night, for the search",
    "reports_schoolsummary": "counted anew every night where the school arrives",
    "pupils_contributionlink": "a secret address works at one installation only",
    "pupils_meetinglink": "a secret address works at one installation only",
    "pupils_parentpagelink": "a secret address works at one installation only",
    "pupils_transferlink": "a secret address works at one installation only",
    "pupils_recordslink": "a secret address works at one installation only",
    "pupils_secretlink": "a secret address works at one installation only",
    "pupils_supplylink": "a secret address works at one installation only",
    "reports_surveylink": "a secret address works at one installation only",
}
#: Never written: which school is said once for the file; the rest the database fills in itself.
_SCHOOL = "school_id"


@dataclass(frozen=True)
class Table:
    """A table of a school and how its columns go out."""

    model: type[models.Model]

    @property
    def name(self) -> str:
        return self.model._meta.db_table

    @property
    def is_history(self) -> bool:
        """Holds the former states of another table's rows."""
        return hasattr(self.model, "pgh_tracked_model")

    @property
    def is_read_only(self) -> bool:
        return self.name in ONLY_READ

    @property
    def order(self) -> str:
        """The column by which rows stand in the file."""
        return column_of(self.model._meta.pk)

    @property
    def fields(self) -> list[models.Field]:
        """The columns that go out."""
        return [f for f in self.model._meta.local_concrete_fields if not self._left_out(f)]

    def _left_out(self, field: models.Field) -> bool:
        is_number = isinstance(field, models.AutoField) and not self.is_read_only
        return field.column == _SCHOOL or field.generated or is_number

    def of_kind(self, *kinds: type[models.Field]) -> list[str]:
        """Columns of some kinds of field."""
        return [column_of(f) for f in self.fields if isinstance(f, kinds)]

    def keys_to(self, target: type[models.Model]) -> list[str]:
        """Columns that point at rows of a table outside the school."""
        keys = (f for f in self.fields if isinstance(f, models.ForeignKey))
        return [column_of(f) for f in keys if issubclass(f.related_model, target)]

    @property
    def federation_keys(self) -> dict[str, type[models.Model]]:
        """Columns that point at rows of the federation, with their models."""
        keys = [f for f in self.fields if isinstance(f, models.ForeignKey)]
        owned = [f for f in keys if issubclass(f.related_model, FederationOwned)]
        return {column_of(f): f.related_model for f in owned}

    @property
    def permission_keys(self) -> list[str]:
        """Columns that point at a permission, whose number differs by installation."""
        return self.keys_to(Permission)


def column_of(field: models.Field) -> str:
    """The column of a field; whatever stands in a table has one."""
    return str(field.column)


@cache
def tables() -> tuple[Table, ...]:
    """Every table that goes out, by name."""
    owned = set(tenant_tables()) - STAYS.keys()
    found = (m for m in apps.get_models(include_auto_created=True) if m._meta.db_table in owned)
    return tuple(sorted((Table(model) for model in found), key=lambda table: table.name))


def taken_in() -> list[Table]:
    """Those that an import writes."""
    return [table for table in tables() if not table.is_read_only]


def global_with_school() -> list[type[models.Model]]:
    """Tables outside the wall whose rows name a school."""
    return [
        model
        for model in apps.get_models()
        if model._meta.db_table in GLOBAL_TABLES
        and any(f.column == _SCHOOL for f in model._meta.local_concrete_fields)
    ]
