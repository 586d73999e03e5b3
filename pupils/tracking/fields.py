"""Readable history of what extra fields say of a child."""

from aylsham.audit.tracked import Tracked
from pupils.models import FieldValue
from pupils.tracking.texts import text_permission

TRACKED = (
    Tracked(
        FieldValue,
        "an extra field",
        text_permission,
        title=lambda v: v["title"],
        labels={"is_yes": "answer", "option": "choice"},
        # The words before may have been for fewer people than those now.
        quiet=frozenset({"text"}),
        left_out=frozenset(
            {"shared_field", "own_field", "title", "sensitivity", "filled_by", "filled_on"}
        ),
    ),
)
