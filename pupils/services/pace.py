"""Nobody fetches papers by a link faster than anybody reads, nor moves a meeting without end."""

from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone

from pupils.rules.asking import may_fetch


class TooFast(Exception):
    """Somebody with a link asks for more within minutes than anybody reads."""


def require_pace(fetched_at: Iterable[datetime]) -> None:
    """Raises TooFast when one link has given too much a moment ago."""
    if not may_fetch(timezone.now(), fetched_at):
        raise TooFast
