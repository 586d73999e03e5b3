"""Which rows of this floor name files on the disk."""

from aylsham.documents.holders import register_holder
from pupils import models as own


def register_own() -> None:
    """Called once, when the floor is loaded."""
    register_holder(own.DocumentVersion, own.PupilPhoto, own.RecordTransfer, own.IncomingRecord)
