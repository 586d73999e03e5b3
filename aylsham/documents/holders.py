"""Which rows name files on the disk: each floor says it of its own models.

A file that no row names is deleted by the nightly sweep, so a model that is missing here loses its
files.
"""

from collections.abc import Iterator
from uuid import UUID

from django.db import models

_HOLDERS: list[type[models.Model]] = []


def register_holder(*holders: type[models.Model]) -> None:
    """Models of a school with a `digest` that names a file; called once, when a floor is loaded."""
    _HOLDERS.extend(model for model in holders if model not in _HOLDERS)


def holders() -> tuple[type[models.Model], ...]:
    """Every model whose rows name files."""
    return tuple(_HOLDERS)


def named_at(school_id: UUID) -> set[str]:
    """The digests of all files that some row of a school names; one statement a model."""
    found: set[str] = set()
    for rows in _rows(school_id):
        found.update(rows.values_list("digest", flat=True))
    return found - {""}


def is_named(school_id: UUID, digest: str) -> bool:
    """Whether some row of a school still names this file."""
    return any(rows.filter(digest=digest).exists() for rows in _rows(school_id))


def _rows(school_id: UUID) -> Iterator[models.QuerySet]:
    for model in _HOLDERS:
        yield model._default_manager.filter(school_id=school_id)
