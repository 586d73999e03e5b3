"""What the histories of texts have in common: who may read them, what they leave out."""

from typing import Any

from aylsham.access.permissions import Permission as P
from aylsham.access.sensitivity import OPENED_BY
from aylsham.codes import Sensitivity

#: How a text came to be saved: nobody reads a sentence about that.
OF_WRITING = frozenset({"revision", "sitting", "changed_by", "changed_at"})


def text_permission(values: dict[str, Any]) -> P:
    """Text is read by whoever may read its sensitivity, in its history too."""
    return OPENED_BY[Sensitivity(values["sensitivity"])]


def log_permission(values: dict[str, Any]) -> P:
    """What is marked sensitive is read by few, in the history as on the page."""
    is_open = values["sensitivity"] == Sensitivity.EVERYONE
    return P.VIEW_FAMILY_LOG if is_open else P.VIEW_SENSITIVE
