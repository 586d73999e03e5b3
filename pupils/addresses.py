"""Addresses that long lists need for every row."""

from uuid import UUID


def child_address(school_slug: str, pupil_id: UUID) -> str:
    """The child's page; written out, because `reverse` for each row is slow."""
    return f"/{school_slug}/children/{pupil_id}/"
