"""Messages that stand above the next page."""

from django.contrib import messages
from django.http import HttpRequest


def done(request: HttpRequest, words: str, *, undo_url: str = "") -> None:
    """Say what was done; with an address that takes a POST, offer to undo it."""
    messages.success(request, words, extra_tags=f"undo:{undo_url}" if undo_url else "")


def note(request: HttpRequest, words: str) -> None:
    """Say something to know."""
    messages.info(request, words)


def warn(request: HttpRequest, words: str) -> None:
    """Say something that needs attention, though all went well."""
    messages.warning(request, words)


def problem(request: HttpRequest, words: str) -> None:
    """Say what could not be done, and what to do instead."""
    messages.error(request, words)
