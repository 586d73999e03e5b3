"""Background work of this floor: each a kind of job that calls one service."""

from pupils.tasks import documents, families, imports, papers

__all__ = ["documents", "families", "imports", "papers"]
