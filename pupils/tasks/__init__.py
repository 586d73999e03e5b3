"""Background work of this floor: each a kind of job that calls one service."""

from pupils.tasks import batches, documents, families, imports, papers

__all__ = ["batches", "documents", "families", "imports", "papers"]
