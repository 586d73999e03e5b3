"""What the school published, and what can be rebuilt."""

from reports.models.duties import DutyRecord

__all__ = ["DutyRecord"]
